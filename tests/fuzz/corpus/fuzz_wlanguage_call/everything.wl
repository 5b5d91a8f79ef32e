CONSTANTE
	PORT = 0x1BB
FIN
sHash est une chaîne = "9d a4 " + RC
sHash += Caract(34)
Socket.Option = SocketAdresseUnique
// sealport: reply = "text:a\u2028b"
// sealport: idleTimeoutMs = 2000
SocketCréeSSL(sSocket, PORT, sHash, HashCertificat | NomCertificat + ProtocoleTLS1_3 + X, "::1", "MY", 7)
