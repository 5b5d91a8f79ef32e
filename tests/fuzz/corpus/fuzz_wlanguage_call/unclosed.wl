a=((((SocketCréeSSL("a" + f(, 1, (2
/* SocketConnecteSSL(