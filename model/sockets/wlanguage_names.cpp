#include "model/sockets/wlanguage_names.h"

#include "model/sockets/wlanguage_lexer.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace sealport::wlanguage {

namespace {

struct OptionNames {
    SslOption option;
    const char16_t *french;
    const char16_t *english;
};
constexpr std::array<OptionNames, 8> options{{{Protocol::Ssl2, u"ProtocoleSSL2", u"ProtocolSSL2"},
                                              {Protocol::Ssl3, u"ProtocoleSSL3", u"ProtocolSSL3"},
                                              {Protocol::Tls1_0, u"ProtocoleTLS1", u"ProtocolTLS1"},
                                              {Protocol::Tls1_1, u"ProtocoleTLS1_1", u"ProtocolTLS1_1"},
                                              {Protocol::Tls1_2, u"ProtocoleTLS1_2", u"ProtocolTLS1_2"},
                                              {Protocol::Tls1_3, u"ProtocoleTLS1_3", u"ProtocolTLS1_3"},
                                              {IdentifyBy::Thumbprint, u"HashCertificat", u"CertificateHash"},
                                              {IdentifyBy::Name, u"NomCertificat", u"CertificateName"}}};

/// Spellings that people mix out of both languages; folded.
constexpr std::array<std::pair<const char16_t *, SslOption>, 8> mixedOptions{
    {{u"protocoletls1_0", Protocol::Tls1_0},
     {u"protocoltls1_0", Protocol::Tls1_0},
     {u"hashcertificate", IdentifyBy::Thumbprint},
     {u"certificathash", IdentifyBy::Thumbprint},
     {u"namecertificate", IdentifyBy::Name},
     {u"certificatenom", IdentifyBy::Name},
     {u"certificatname", IdentifyBy::Name},
     {u"nomcertificate", IdentifyBy::Name}}};

bool isOneOf(QStringView name, std::initializer_list<const char16_t *> known)
{
    const QString key = folded(name);
    return std::ranges::any_of(known, [&key](const char16_t *one) { return key == QStringView(one); });
}

QString chosen(WLanguageDialect dialect, const char16_t *french, const char16_t *english)
{
    return QStringView(dialect == WLanguageDialect::French ? french : english).toString();
}

} // namespace

std::optional<SslOption> sslOptionNamed(QStringView name)
{
    const QString key = folded(name);
    for (const OptionNames &known : options)
        if (key == folded(known.french) || key == folded(known.english))
            return known.option;
    for (const auto &[spelling, option] : mixedOptions)
        if (key == QStringView(spelling))
            return option;
    return std::nullopt;
}

QString nameOf(SslOption option, WLanguageDialect dialect)
{
    const auto known = std::ranges::find(options, option, &OptionNames::option);
    return known == options.end() ? QString() : chosen(dialect, known->french, known->english);
}

bool isSocketCreeSsl(QStringView name)
{
    return isOneOf(name, {u"socketcreessl", u"socketcreatessl"});
}

QString socketCreeSsl(WLanguageDialect dialect)
{
    return chosen(dialect, u"SocketCréeSSL", u"SocketCreateSSL");
}

bool isOtherSocketFunction(QStringView name)
{
    return isOneOf(name, {u"socketcree", u"socketcreate", u"socketconnectessl", u"socketconnectssl", u"socketconnecte",
                          u"socketconnect"});
}

bool isSocketOption(QStringView name)
{
    return isOneOf(name, {u"socket.option", u"socket..option"});
}

bool isUniqueAddress(QStringView name)
{
    return isOneOf(name, {u"socketadresseunique", u"socketuniqueaddress", u"socketaddressunique"});
}

QString uniqueAddress(WLanguageDialect dialect)
{
    return chosen(dialect, u"SocketAdresseUnique", u"SocketUniqueAddress");
}

QString characterFunction(WLanguageDialect dialect)
{
    return chosen(dialect, u"Caract", u"Charact");
}

Identifier identifierOf(const ServerProfile &profile)
{
    return {.by = profile.certificate.by, .text = profile.certificate.id};
}

void setIdentifier(ServerProfile &profile, const Identifier &identifier)
{
    profile.certificate.by = identifier.by;
    profile.certificate.id = identifier.text;
}

} // namespace sealport::wlanguage
