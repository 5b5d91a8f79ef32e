"""STARTTLS with Python's own libraries: PROTOCOL PORT AUTHORITY.PEM; prints the version of TLS."""
import ftplib
import imaplib
import poplib
import smtplib
import ssl
import sys

protocol, port, authority = sys.argv[1], int(sys.argv[2]), sys.argv[3]
context = ssl.create_default_context(cafile=authority)


def secured():
    if protocol == "smtp":
        client = smtplib.SMTP("localhost", port, timeout=20)
        client.starttls(context=context)
        return client.sock
    if protocol == "imap":
        client = imaplib.IMAP4("localhost", port, timeout=20)
        # It asks for the capabilities again inside TLS, where nobody speaks IMAP.
        client._get_capabilities = lambda: None
        client.starttls(ssl_context=context)
        return client.sock
    if protocol == "pop3":
        client = poplib.POP3("localhost", port, timeout=20)
        client.stls(context=context)
        return client.sock
    client = ftplib.FTP_TLS(context=context, timeout=20)
    client.connect("localhost", port)
    client.auth()
    return client.sock


with secured() as socket:
    print(socket.version())
    socket.unwrap()
