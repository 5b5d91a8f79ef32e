#include "model/tls/opening.h"

namespace sealport {

namespace {

constexpr QStringView startTlsPrefix = u"starttls-";

struct ProtocolNames {
    const char *option;
    const char *label;
    const char *request;
};

constexpr ProtocolNames namesOf(PlainProtocol protocol)
{
    switch (protocol) { // no default: a new protocol without names does not compile
    case PlainProtocol::Smtp:
        return {"smtp", "SMTP", "STARTTLS"};
    case PlainProtocol::Imap:
        return {"imap", "IMAP", "STARTTLS"};
    case PlainProtocol::Pop3:
        return {"pop3", "POP3", "STLS"};
    case PlainProtocol::Ftp:
        return {"ftp", "FTP", "AUTH TLS"};
    case PlainProtocol::Ldap:
        return {"ldap", "LDAP", "StartTLS"};
    case PlainProtocol::PostgreSql:
        return {"postgres", "PostgreSQL", "SSLRequest"};
    }
    Q_UNREACHABLE();
}

} // namespace

QString plainProtocolOption(PlainProtocol protocol)
{
    return QLatin1String(namesOf(protocol).option);
}

QString plainProtocolLabel(PlainProtocol protocol)
{
    return QLatin1String(namesOf(protocol).label);
}

QString tlsRequestName(PlainProtocol protocol)
{
    return QLatin1String(namesOf(protocol).request);
}

std::optional<PlainProtocol> plainProtocolOf(QStringView option)
{
    for (const PlainProtocol protocol : allPlainProtocols)
        if (option == QLatin1String(namesOf(protocol).option))
            return protocol;
    return std::nullopt;
}

std::optional<Opening> Opening::parse(QStringView word)
{
    for (const Opening opening : {Opening{}, plain(), onRequest()})
        if (word == opening.toWord())
            return opening;
    if (!word.startsWith(startTlsPrefix))
        return std::nullopt;
    const auto named = plainProtocolOf(word.mid(startTlsPrefix.size()));
    return named ? std::optional(startTls(*named)) : std::nullopt;
}

QString Opening::toWord() const
{
    switch (mode) { // no default: a new mode without a word does not compile
    case Mode::Tls:
        return QStringLiteral("tls");
    case Mode::Plain:
        return QStringLiteral("plain");
    case Mode::OnRequest:
        return QStringLiteral("on-request");
    case Mode::StartTls:
        return startTlsPrefix.toString() + plainProtocolOption(protocol);
    }
    Q_UNREACHABLE();
}

} // namespace sealport
