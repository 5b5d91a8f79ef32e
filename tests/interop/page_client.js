// Asks for a page over TLS: PORT AUTHORITY.PEM SERVERNAME OLDEST NEWEST
const fs = require('fs');
const tls = require('tls');
const [port, authority, servername, minVersion, maxVersion] = process.argv.slice(2);
const socket = tls.connect({
    host: '127.0.0.1', port, servername, minVersion, maxVersion,
    ca: fs.readFileSync(authority), ciphers: 'DEFAULT:@SECLEVEL=0',
}, () => socket.write('GET / HTTP/1.0\r\n\r\n'));
socket.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
});
socket.pipe(process.stdout);
