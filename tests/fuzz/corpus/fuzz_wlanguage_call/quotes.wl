SocketCréeSSL(“a”, 5043, « localhost », …
OUBinaire(ProtocoleTLS1, ProtocoleTLS1_2))
SocketCreateSSL(`b`, (5044), [
 c
], ["
d
"])
SocketCréeSSL("x"" [%y%]", -1, "never ended
