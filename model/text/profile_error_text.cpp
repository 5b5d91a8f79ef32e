#include "model/text/profile_error_text.h"

#include "model/text/dialogue_text.h"
#include "model/text/formatting.h"

#include <QCoreApplication>

namespace sealport {

namespace {

/// What a user calls the fields of a profile that have a range.
QString fieldName(const QString &field)
{
    if (field == u"handshakeTimeout")
        return QCoreApplication::translate("Error", "The time for a handshake");
    if (field == u"idleTimeout")
        return QCoreApplication::translate("Error", "The time without traffic after which a connection is closed");
    if (field == u"maxConnections")
        return QCoreApplication::translate("Error", "The number of connections at a time");
    if (field == u"maxHeldBytes")
        return QCoreApplication::translate("Error",
                                           "The number of bytes that are kept for a client that does not read");
    if (field == u"furtherCertificates")
        return QCoreApplication::translate("Error", "The number of further certificates");
    if (field == u"tickets")
        return QCoreApplication::translate("Error", "The number of session tickets");
    if (field == u"earlyData")
        return QCoreApplication::translate("Error", "The number of bytes of early data");
    if (field == u"largestRecord")
        return QCoreApplication::translate("Error", "The number of bytes in one TLS record");
    if (field == u"alpn")
        return QCoreApplication::translate("Error", "The length of an ALPN protocol name");
    return field;
}

/// What of a running server only a restart can change.
QString socketFieldName(const QString &field)
{
    if (field == u"port")
        return QCoreApplication::translate("Error", "the port");
    if (field == u"address")
        return QCoreApplication::translate("Error", "the address");
    if (field == u"addressUse")
        return QCoreApplication::translate("Error", "the use of the address");
    if (field == u"opening")
        return QCoreApplication::translate("Error", "how connections begin");
    if (field == u"reply")
        return QCoreApplication::translate("Error", "whether you let connections in");
    return field;
}

} // namespace

QString noSuchProfile(const QString &name)
{
    if (name.isEmpty())
        return QCoreApplication::translate("Error", "There is no server yet. Create one first.");
    return QCoreApplication::translate(
               "Error", "There is no server named '%1'. Names are case-sensitive: check the spelling, or create it.")
        .arg(name);
}

QString replyNeedsWindow(const QString &name)
{
    return QCoreApplication::translate("Error", "%1 replies by hand, which needs the window. Open Sealport without "
                                                "arguments, or give another reply with --reply.")
        .arg(name);
}

QString invalidProfile(const QString &name, const QStringList &values)
{
    if (const auto fault = scriptFaultIn(values))
        return describe(*fault, name);
    if (values.value(0) == u"file")
        return QCoreApplication::translate("Error", "%1 holds neither a server in Sealport's JSON nor a call of "
                                                    "SocketCréeSSL or SocketCreateSSL. Choose another file, or paste "
                                                    "the whole call.")
            .arg(name);
    if (values.value(0) == u"replyFile")
        return QCoreApplication::translate(
            "Error", "The server is to answer with a file, but none is named. Name a file or a folder.");
    if (values.value(0) == u"replyDialogue")
        return QCoreApplication::translate("Error", "The server is to follow a dialogue, but there is none. Write one, "
                                                    "or name the file that holds it.");
    if (values.value(0) == u"capture")
        return QCoreApplication::translate(
                   "Error", "The capture and the key log cannot both be %1. Give one of them another name.")
            .arg(name);
    if (values.value(0) == u"replyProtocol")
        return QCoreApplication::translate(
            "Error",
            "The server is to go on in its protocol, but it has none: its connections do not begin with STARTTLS. "
            "Choose another reply, or a protocol for them to begin in.");
    if (values.size() >= 3 && values.value(0) == u"reply")
        return QCoreApplication::translate(
                   "Error", "The text of the reply has %1 characters, and %2 is the most that is kept. Shorten it.")
            .arg(values.value(1), values.value(2));
    if (values.size() >= 3)
        return (values.value(0).endsWith(u"Timeout")
                    ? QCoreApplication::translate("Error",
                                                  "%1 must lie between %2 and %3, or be 0 for ever. Correct it.")
                    : QCoreApplication::translate("Error", "%1 must lie between %2 and %3. Correct it."))
            .arg(fieldName(values.value(0)), values.value(1), values.value(2));
    return QCoreApplication::translate("Error", "The server '%1' has a value for %2 that cannot be used. Correct it.")
        .arg(name, values.value(0));
}

QString restartNeeded(const QString &name, const QStringList &fields)
{
    QStringList words;
    for (const QString &field : fields)
        words.append(socketFieldName(field));
    return QCoreApplication::translate("Error", "'%1' cannot change this while it runs: %2. Restart it, which ends its "
                                                "connections.")
        .arg(name, spokenList(words));
}

} // namespace sealport
