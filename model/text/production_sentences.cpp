#include "model/text/production_sentences.h"

#include "model/text/formatting.h"

#include <QCoreApplication>

namespace sealport {

namespace {

/// The context of this file's translatable texts.
struct Production {
    Q_DECLARE_TR_FUNCTIONS(Production)
};

QString time(const QString &milliseconds)
{
    return spokenDuration(milliseconds.toLongLong());
}

QString fieldName(const QString &field)
{
    if (field == u"certificate")
        return Production::tr("the path of the certificate");
    if (field == u"key")
        return Production::tr("the path of the key");
    if (field == u"chain")
        return Production::tr("the path of the chain");
    if (field == u"clientAuthorities")
        return Production::tr("the path of the clients' authorities");
    if (field == u"folder")
        return Production::tr("the folder of the files to make");
    if (field == u"dhParameters")
        return Production::tr("the path of the Diffie-Hellman parameters");
    if (field == u"ocsp")
        return Production::tr("the path of the OCSP response");
    if (field == u"serverName")
        return Production::tr("the server name");
    if (field == u"alpn")
        return Production::tr("the ALPN protocols");
    if (field == u"address")
        return Production::tr("the address");
    return Production::tr("the text of the reply");
}

QString replyWord(const QString &mode)
{
    if (mode == u"echo")
        return Production::tr("to send back what it receives");
    if (mode == u"discard")
        return Production::tr("to take everything and say nothing");
    if (mode == u"dialogue")
        return Production::tr("to follow a script");
    if (mode == u"by-hand")
        return Production::tr("to let somebody write the answers");
    if (mode == u"protocol")
        return Production::tr("to go on in the protocol of STARTTLS");
    if (mode == u"text")
        return Production::tr("to answer with a text of one's own");
    return Production::tr("to answer with a page about the connection");
}

} // namespace

QString handshakeSentence(const NotExpressed &note, const QString &target)
{
    const auto value = [&note](qsizetype at) { return note.values.value(at); };
    switch (note.code) {
    case ExportNote::AlpnFixed:
        return Production::tr("%1 decides about ALPN by itself: it agrees on %2.").arg(target, nameList(note.values));
    case ExportNote::AlpnLeftOut:
        return Production::tr("%1 does not know ALPN; left out: %2.").arg(target, nameList(note.values));
    case ExportNote::AlpnAdded:
        return Production::tr("%1 agrees on %2 as well (ALPN).").arg(target, nameList(note.values));
    case ExportNote::AlpnByClient:
        return Production::tr("%1 chooses among the ALPN protocols in the client's order.").arg(target);
    case ExportNote::AlpnRequired:
        return Production::tr("%1 refuses clients that offer only other ALPN protocols.").arg(target);
    case ExportNote::AlpnNotRequired:
        return Production::tr("%1 serves clients that offer only other ALPN protocols.").arg(target);
    case ExportNote::ClientsRefusedLater:
        return Production::tr("%1 refuses a client certificate after the handshake, with an error page instead of an "
                              "alert.")
            .arg(target);
    case ExportNote::ClientsNotAsked:
        return Production::tr("%1 asks clients for a certificate only with a file of authorities: it does not ask.")
            .arg(target);
    case ExportNote::AuthoritiesMissing:
        return Production::tr(
                   "This server checks certificates of clients, and no file here holds whom it trusts. Choose the "
                   "authorities of the clients: without them nothing is written, because %1 may let everybody "
                   "in.")
            .arg(target);
    case ExportNote::AuthoritiesInNoFile:
        return Production::tr(
                   "The authorities that the application %2 trusts stand in no file that %1 could read: write "
                   "them into one, and choose it as the clients' authorities.")
            .arg(target, value(0));
    case ExportNote::SharedSecretsLeftOut:
        return Production::tr(
                   "The keys that clients know beforehand (PSK) are not handed over: %1 is not told what is in "
                   "%2.")
            .arg(target, value(0));
    case ExportNote::ClientsPartlyTaken:
        return Production::tr("%1 takes client certificates of unknown authorities, but not expired ones.").arg(target);
    case ExportNote::AuthorityMustBeRoot:
        return Production::tr("%1 believes an intermediate authority only if the root is in the file as well.")
            .arg(target);
    case ExportNote::FirstAuthorityOnly:
        return Production::tr("%1 reads only the first certificate of the file of authorities.").arg(target);
    case ExportNote::TicketCount:
        return Production::tr("%1 sends its own number of session tickets (%3), not %2.")
            .arg(target, value(0), value(1));
    case ExportNote::SessionCacheFixed:
        return value(0).isEmpty()
                   ? Production::tr("%1 keeps sessions in its own way, whatever this server does.").arg(target)
                   : Production::tr("%1 has one session cache for all its servers: say “%2” where it is set up.")
                         .arg(target, value(0));
    case ExportNote::RenegotiationNever:
        return Production::tr("%1 never lets clients renegotiate.").arg(target);
    case ExportNote::RenegotiationAlways:
        return Production::tr("%1 lets clients renegotiate below TLS 1.3.").arg(target);
    case ExportNote::RecordSizeFixed:
        return Production::tr("%1 decides about the size of records, not %2 bytes.").arg(target, value(0));
    case ExportNote::KeyLogLeftOut:
        return Production::tr("%1 writes no key log: in production, nobody should be able to read along. Left out: %2.")
            .arg(target, value(0));
    default:
        return {};
    }
}

QString socketSentence(const NotExpressed &note, const QString &target)
{
    const auto value = [&note](qsizetype at) { return note.values.value(at); };
    switch (note.code) {
    case ExportNote::EveryAddress:
        return Production::tr("%1 listens on every address, not only on %2: keep others out with a firewall.")
            .arg(target, value(0));
    case ExportNote::AddressNotShared:
        return Production::tr("%1 does not share its address: another server cannot listen there as well.").arg(target);
    case ExportNote::AddressShared:
        return Production::tr("%1 shares its address with whoever else does.").arg(target);
    case ExportNote::PortChosen:
        return Production::tr("This server lets the system choose a port, %1 needs a number: %2 is written.")
            .arg(target, value(0));
    case ExportNote::ReplyElsewhere:
        if (value(0) == u"file")
            return Production::tr("The files of %2 are not handed over: whatever serves them stands behind %1.")
                .arg(target, value(1));
        return Production::tr("%1 is not made %2: that is the task of what stands behind it.")
            .arg(target, replyWord(value(0)));
    case ExportNote::ReplyNearest:
        return Production::tr("%1 comes only near to what this server does (%2).").arg(target, replyWord(value(0)));
    case ExportNote::HandshakeTimeFixed:
        return Production::tr("The time for a handshake cannot be set in %1; left out: %2.")
            .arg(target, time(value(0)));
    case ExportNote::HandshakeWithMore:
        return Production::tr("In %1, the time for a handshake (%2) also counts for what the client says first.")
            .arg(target, time(value(0)));
    case ExportNote::IdleTimeFixed:
        return Production::tr("%1 closes no connection for want of traffic; left out: %2.").arg(target, time(value(0)));
    case ExportNote::EndlessIsLong:
        return Production::tr("%1 cannot wait for ever: it waits for %2 instead.").arg(target, time(value(0)));
    case ExportNote::TimeRounded:
        return Production::tr("%1 counts whole seconds: a time became %2.")
            .arg(target, time(value(0) + QStringLiteral("000")));
    case ExportNote::MostConnections:
        return value(1).isEmpty()
                   ? Production::tr("%1 does not limit the number of connections (%2).").arg(target, value(0))
                   : Production::tr("%1 limits connections for all its servers together: see %3 (%2).")
                         .arg(target, value(0), value(1));
    case ExportNote::OneAtATime:
        return Production::tr("%1 serves one client at a time, the others wait.").arg(target);
    case ExportNote::HeldBytes:
        return Production::tr("%1 has its own limits for clients that do not read, not %2 bytes.")
            .arg(target, value(0));
    case ExportNote::ValueRefused:
        return Production::tr("There is no safe way to write %2 for %1 (%3): left out. Rename it.")
            .arg(target, fieldName(value(0)), value(1));
    case ExportNote::ValueTooLong:
        return Production::tr("%1 takes at most %3 bytes for %2: left out. Shorten it.")
            .arg(target, fieldName(value(0)), value(1));
    case ExportNote::LaterSettings:
        return Production::tr("A newer Sealport has set more than this one knows (%1): left out.")
            .arg(nameList(note.values));
    default:
        return {};
    }
}

} // namespace sealport
