// sealport: certificateFile = "pkcs11:token=a?pin-value=1"
// sealport: protocols = []
// sealport: address = " x "
// sealport: colour
SocketCréeSSL("a", 0, "b")
