"""STARTTLS with Python's own libraries: PROTOCOL PORT AUTHORITY.PEM; goes on inside TLS as programs do, and prints the
version of TLS and what it was answered there."""
import ftplib
import imaplib
import poplib
import smtplib
import ssl
import sys

protocol, port, authority = sys.argv[1], int(sys.argv[2]), sys.argv[3]
context = ssl.create_default_context(cafile=authority)


def smtp():
    with smtplib.SMTP("localhost", port, timeout=20) as client:
        client.starttls(context=context)
        print(client.sock.version())
        client.login("bob", "secret")
        refused = client.sendmail("bob@example.test", ["eve@example.test"], "Subject: .\r\n\r\n.\r\nQUIT\r\n")
        print("mail taken" if refused == {} else refused)


def imap():
    with imaplib.IMAP4("localhost", port, timeout=20) as client:
        client.starttls(ssl_context=context)
        print(client.sock.version())
        print(client.login("bob", "secret")[0], client.noop()[0], client.list(), client.select(),
              client.search(None, "ALL"))
        client.close()


def pop3():
    client = poplib.POP3("localhost", port, timeout=20)
    client.stls(context=context)
    print(client.sock.version())
    client.user("bob")
    client.pass_("secret")
    print(client.stat(), client.list()[1], client.quit())


def ftp():
    client = ftplib.FTP_TLS(context=context, timeout=20)
    client.connect("localhost", port)
    client.login("bob", "secret")
    print(client.sock.version())
    client.prot_p()
    print(client.pwd())
    try:
        client.nlst()
    except ftplib.error_perm as error:
        print(error)
    client.quit()


{"smtp": smtp, "imap": imap, "pop3": pop3, "ftp": ftp}[protocol]()
