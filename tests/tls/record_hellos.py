#!/usr/bin/env python3
"""Records what real clients send first and writes it as recorded_hellos.h (run it in this folder).

Needs openssl, gnutls-bin, curl, nodejs, a JDK, chromium, and tshark with text2pcap, which computes the JA3 values and
reads the lists for JA4: an implementation of somebody else. Each client connects to a plain listener on the loopback that
never answers; what it sent within a second is the fixture. Run again, it gives other random values.
"""
import hashlib
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile

JAVA = """import java.net.*; import javax.net.ssl.*;
public class Hello { public static void main(String[] a) throws Exception {
    Socket plain = new Socket("127.0.0.1", Integer.parseInt(a[0]));
    SSLSocket s = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, "api.test.example", 443, true);
    SSLParameters p = s.getSSLParameters();
    p.setApplicationProtocols(new String[] {"h2", "http/1.1"});
    s.setSSLParameters(p);
    s.startHandshake(); } }"""

# name, what it is, command; PORT and DIR are filled in
CLIENTS = [
    ("opensslHello", "openssl s_client, TLS 1.3", "openssl s_client -connect 127.0.0.1:PORT -servername api.test.example -alpn h2,http/1.1"),
    ("opensslTls12Hello", "openssl s_client, TLS 1.2, no ALPN", "openssl s_client -connect 127.0.0.1:PORT -servername api.test.example -tls1_2"),
    ("opensslTls10Hello", "openssl s_client, TLS 1.0, no name", "openssl s_client -connect 127.0.0.1:PORT -noservername -tls1 -cipher ALL:@SECLEVEL=0"),
    ("gnutlsHello", "gnutls-cli", "gnutls-cli --insecure --sni-hostname=api.test.example --alpn=h2 --alpn=http/1.1 -p PORT 127.0.0.1"),
    ("curlHello", "curl", "curl -sk --connect-to ::127.0.0.1:PORT https://api.test.example/"),
    ("nodeHello", "Node.js", "node -e \"require('tls').connect({port:PORT,host:'127.0.0.1',servername:'api.test.example'})\""),
    ("javaHello", "Java", "java DIR/Hello.java PORT"),
    ("chromeHello", "Chromium, with GREASE and a post-quantum key share", "chromium --headless --no-sandbox --disable-gpu --user-data-dir=DIR/chromium "
        "--host-resolver-rules='MAP api.test.example 127.0.0.1' https://api.test.example:PORT/"),
]


def record(command, folder):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(30)
        line = command.replace("PORT", str(listener.getsockname()[1])).replace("DIR", str(folder))
        client = subprocess.Popen(line, shell=True, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, start_new_session=True)
        octets = b""
        try:
            connection, _ = listener.accept()
            with connection:
                connection.settimeout(1)
                while True:
                    try:
                        read = connection.recv(65536)
                    except TimeoutError:
                        break
                    if not read:
                        break
                    octets += read
        finally:
            try:
                os.killpg(client.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            client.communicate()
        return octets


def dissect(octets, folder):
    """The JA3 of tshark, and the JA4 that follows from the lists that tshark reads."""
    dump = "\n".join(f"{i:06x} " + octets[i:i + 16].hex(" ") for i in range(0, len(octets), 16))
    (folder / "dump.txt").write_text(dump + f"\n{len(octets):06x}\n")
    subprocess.run(["text2pcap", "-q", "-T", "40000,443", folder / "dump.txt", folder / "dump.pcap"], check=True,
                   stderr=subprocess.DEVNULL)
    fields = ["ja3", "ciphersuite", "extension.type", "sig_hash_alg", "extensions.supported_version", "version",
              "extensions_alpn_str", "sig_hash_alg_len"]
    command = ["tshark", "-r", folder / "dump.pcap", "-Y", "tls.handshake.type==1", "-T", "fields"]
    for field in fields:
        command += ["-e", "tls.handshake." + field]
    ja3, *lists = subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip("\n").split("\t")

    # tshark puts the list of signature_algorithms_cert behind that of signature_algorithms; JA4 takes the latter alone
    lists[2] = ",".join(lists[2].split(",")[:int(lists[6].split(",")[0] or 0) // 2])
    grease = {0x0a0a + 0x1010 * i for i in range(16)}
    numbers = [[n for n in (int(v, 0) for v in column.split(",") if v) if n not in grease] for column in lists[:5]]
    suites, extensions, signatures, offered, version = numbers
    shown = {0x0304: "13", 0x0303: "12", 0x0302: "11", 0x0301: "10", 0x0300: "s3"}[max(offered or version)]
    protocol = lists[5].split(",")[0] or "00"

    def listed(values):
        return ",".join(f"{v:04x}" for v in values)

    def digest(line):
        return hashlib.sha256(line.encode()).hexdigest()[:12] if line else "0" * 12

    rest = listed(sorted(e for e in extensions if e not in (0, 16)))
    if rest and signatures:
        rest += "_" + listed(signatures)
    ja4 = f"t{shown}{'d' if 0 in extensions else 'i'}{len(suites):02}{len(extensions):02}{protocol[0]}{protocol[-1]}"
    return ja3, f"{ja4}_{digest(listed(sorted(suites)))}_{digest(rest)}"


def main():
    text = ["#pragma once\n\n// Written by record_hellos.py: the first octets of real clients, in hexadecimal, with the JA3 that\n"
            "// tshark computes and the JA4 of the lists that tshark reads. Do not edit by hand.\n\nnamespace sealport::test {\n\n"
            "struct RecordedHello {\n    const char *stream;\n    const char *ja3;\n    const char *ja4;\n};\n"]
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        (folder / "Hello.java").write_text(JAVA)
        for name, what, command in CLIENTS:
            octets = record(command, folder)
            ja3, ja4 = dissect(octets, folder)
            digits = octets.hex()
            lines = "\n".join(f'    "{digits[i:i + 112]}"' for i in range(0, len(digits), 112))
            text.append(f'\n/// {what}\ninline constexpr RecordedHello {name}{{\n{lines},\n    "{ja3}", "{ja4}"}};\n')
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    text.append("\n} // namespace sealport::test\n")
    pathlib.Path("recorded_hellos.h").write_text("".join(text))


if __name__ == "__main__":
    main()
