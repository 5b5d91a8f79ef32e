SocketCréeSSL("é", 5043, "”", ProtocoleTLS1_2)
