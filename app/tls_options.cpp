// Options of `sealport serve` about TLS beyond the certificate and the protocols.

#include "app/describing_option.h"

#include <QCoreApplication>

#include <algorithm>

namespace sealport {

namespace {

struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// An option that is kept as it is typed.
DescribingOption textOption(const char *name, const char *valueName, const char *help,
                            QString &(*member)(TlsSettings &))
{
    return {name, valueName, help,
            [name, member](ServerProfile &profile, const QString &value) {
                return readWord(QStringLiteral("--") + QLatin1String(name), value,
                                CommandLine::tr("a list as OpenSSL writes it"), member(profile.tls));
            },
            [member](const ServerProfile &from, ServerProfile &to) {
                TlsSettings settings = from.tls;
                member(to.tls) = member(settings);
            }};
}

template <class Enum>
struct Word {
    const char *word;
    Enum value;
};

/// An option that takes one of some words.
template <class Enum, std::size_t size>
DescribingOption choiceOption(const char *name, const char *valueName, const char *help,
                              const Word<Enum> (&words)[size], Enum TlsSettings::*member)
{
    return {name, valueName, help,
            [name, &words, member](ServerProfile &profile, const QString &value) -> OptionOutcome {
                QStringList known;
                for (const auto &[word, choice] : words) {
                    known.append(QLatin1String(word));
                    if (value == QLatin1String(word)) {
                        profile.tls.*member = choice;
                        return {};
                    }
                }
                return refuseOption(QStringLiteral("--") + QLatin1String(name), value,
                                    known.join(QStringLiteral(", ")));
            },
            [member](const ServerProfile &from, ServerProfile &to) { to.tls.*member = from.tls.*member; }};
}

constexpr Word<ClientCertificateMode> clientWords[] = {{"none", ClientCertificateMode::DoNotAsk},
                                                       {"ask", ClientCertificateMode::Ask},
                                                       {"require", ClientCertificateMode::Require},
                                                       {"report", ClientCertificateMode::Report}};
constexpr Word<ChainForm> chainWords[] = {{"automatic", ChainForm::Automatic},
                                          {"exact", ChainForm::Exact},
                                          {"with-root", ChainForm::WithRoot},
                                          {"leaf-only", ChainForm::LeafOnly},
                                          {"reversed", ChainForm::Reversed}};
constexpr Word<Renegotiation> renegotiationWords[] = {
    {"refused", Renegotiation::Refused}, {"secure", Renegotiation::Secure}, {"unsafe", Renegotiation::Unsafe}};

QString filePath()
{
    return CommandLine::tr("the path of a file");
}

DescribingOption fileOption(const char *name, const char *valueName, const char *help, QString TlsSettings::*member)
{
    return {name, valueName, help,
            [name, member](ServerProfile &profile, const QString &value) {
                return readWord(QStringLiteral("--") + QLatin1String(name), value, filePath(), profile.tls.*member);
            },
            [member](const ServerProfile &from, ServerProfile &to) { to.tls.*member = from.tls.*member; }};
}

/// The n-th key belongs to the n-th certificate.
template <class List, class Key>
OptionOutcome addKey(List &certificates, const QString &option, const QString &value, Key key)
{
    const auto first = std::ranges::find_if(certificates, [&key](auto &one) { return key(one).isEmpty(); });
    if (first == certificates.end())
        return std::unexpected(UsageError{
            CommandLine::tr("%1 '%2' is one more key than there are certificates for it.").arg(option, value)});
    return readWord(option, value, filePath(), key(*first));
}

std::vector<DescribingOption> certificateOptions()
{
    const auto carryFurther = [](const ServerProfile &from, ServerProfile &to) {
        to.furtherCertificates = from.furtherCertificates;
    };
    const auto carryNamed = [](const ServerProfile &from, ServerProfile &to) {
        to.namedCertificates = from.namedCertificates;
    };
    return {
        {"also-cert-file", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
         QT_TRANSLATE_NOOP("CommandLine", "One more certificate, with a key of another type; may be repeated."),
         [](ServerProfile &profile, const QString &value) {
             return readWord(QStringLiteral("--also-cert-file"), value, filePath(),
                             profile.furtherCertificates.emplace_back().file);
         },
         carryFurther},
        {"also-key-file", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
         QT_TRANSLATE_NOOP("CommandLine", "Its key, when it is not in the same file."),
         [](ServerProfile &profile, const QString &value) {
             return addKey(profile.furtherCertificates, QStringLiteral("--also-key-file"), value,
                           [](CertificateReference &one) -> QString & { return one.keyFile; });
         },
         carryFurther},
        {"sni-cert-file", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
         QT_TRANSLATE_NOOP("CommandLine",
                           "One more certificate, for clients that ask for a name in it; may be repeated."),
         [](ServerProfile &profile, const QString &value) {
             return readWord(QStringLiteral("--sni-cert-file"), value, filePath(),
                             profile.namedCertificates.emplace_back().certificate.file);
         },
         carryNamed},
        {"sni-key-file", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
         QT_TRANSLATE_NOOP("CommandLine", "Its key, when it is not in the same file."),
         [](ServerProfile &profile, const QString &value) {
             return addKey(profile.namedCertificates, QStringLiteral("--sni-key-file"), value,
                           [](NamedCertificate &one) -> QString & { return one.certificate.keyFile; });
         },
         carryNamed},
        {"strict-sni", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "Refuse clients that ask for a name that no certificate is for."),
         [](ServerProfile &profile, const QString &) -> OptionOutcome {
             profile.refusesOtherNames = true;
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.refusesOtherNames = from.refusesOtherNames; }},
    };
}

std::vector<DescribingOption> clientOptions()
{
    return {
        choiceOption("client-cert", "none|ask|require|report",
                     QT_TRANSLATE_NOOP("CommandLine",
                                       "What is asked of clients: no certificate (default); one, if they "
                                       "have it; one in any case; or any, with what is wrong with it "
                                       "told."),
                     clientWords, &TlsSettings::clientCertificates),
        fileOption("client-ca", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
                   QT_TRANSLATE_NOOP("CommandLine", "The authorities that clients' certificates must come from."),
                   &TlsSettings::clientAuthorities),
        {"alpn", QT_TRANSLATE_NOOP("CommandLine", "LIST"),
         QT_TRANSLATE_NOOP("CommandLine", "Application protocols in order of preference, such as h2,http/1.1."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             profile.tls.alpn = value.split(u',');
             if (profile.tls.alpn.contains(QString()))
                 return refuseOption(QStringLiteral("--alpn"), value, CommandLine::tr("names with commas between"));
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.tls.alpn = from.tls.alpn; }},
        {"require-alpn", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "Refuse clients that offer application protocols and none of these."),
         [](ServerProfile &profile, const QString &) -> OptionOutcome {
             profile.tls.requiresAlpn = true;
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.tls.requiresAlpn = from.tls.requiresAlpn; }},
    };
}

std::vector<DescribingOption> algorithmOptions()
{
    return {
        textOption("ciphers", QT_TRANSLATE_NOOP("CommandLine", "LIST"),
                   QT_TRANSLATE_NOOP("CommandLine", "Cipher suites of TLS 1.2 and older, as openssl ciphers takes "
                                                    "them."),
                   [](TlsSettings &tls) -> QString & { return tls.algorithms.ciphers; }),
        textOption("ciphersuites", QT_TRANSLATE_NOOP("CommandLine", "LIST"),
                   QT_TRANSLATE_NOOP("CommandLine", "Cipher suites of TLS 1.3."),
                   [](TlsSettings &tls) -> QString & { return tls.algorithms.cipherSuites; }),
        textOption("groups", QT_TRANSLATE_NOOP("CommandLine", "LIST"),
                   QT_TRANSLATE_NOOP("CommandLine", "Groups (elliptic curves) to exchange keys with."),
                   [](TlsSettings &tls) -> QString & { return tls.algorithms.groups; }),
        textOption("sigalgs", QT_TRANSLATE_NOOP("CommandLine", "LIST"),
                   QT_TRANSLATE_NOOP("CommandLine", "Signature algorithms."),
                   [](TlsSettings &tls) -> QString & { return tls.algorithms.signatureAlgorithms; }),
        {"security-level", "0-5",
         QT_TRANSLATE_NOOP("CommandLine", "OpenSSL's security level (default: 0 with protocols older than TLS 1.2, "
                                          "else 2)."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             const auto level = wholeNumber(QStringLiteral("--security-level"), value, 0, 5);
             if (!level)
                 return std::unexpected(level.error());
             profile.tls.algorithms.securityLevel = static_cast<int>(*level);
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) {
             to.tls.algorithms.securityLevel = from.tls.algorithms.securityLevel;
         }},
        {"client-order", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "Follow the client's order of cipher suites, not the server's."),
         [](ServerProfile &profile, const QString &) -> OptionOutcome {
             profile.tls.algorithms.prefersServerOrder = false;
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) {
             to.tls.algorithms.prefersServerOrder = from.tls.algorithms.prefersServerOrder;
         }},
    };
}

std::vector<DescribingOption> sessionOptions()
{
    return {
        choiceOption("chain", "automatic|exact|with-root|leaf-only|reversed",
                     QT_TRANSLATE_NOOP("CommandLine", "Which certificates are sent after the server's own."),
                     chainWords, &TlsSettings::chain),
        {"tickets", "N",
         QT_TRANSLATE_NOOP("CommandLine", "Session tickets after a TLS 1.3 handshake, 0 to 10 (default 2)."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             const auto number = wholeNumber(QStringLiteral("--tickets"), value, 0, 10);
             if (!number)
                 return std::unexpected(number.error());
             profile.tls.resumption.tickets = static_cast<int>(*number);
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.tls.resumption.tickets = from.tls.resumption.tickets; }},
        {"no-session-cache", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "Keep no sessions for clients that come back without a ticket."),
         [](ServerProfile &profile, const QString &) -> OptionOutcome {
             profile.tls.resumption.keepsSessions = false;
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) {
             to.tls.resumption.keepsSessions = from.tls.resumption.keepsSessions;
         }},
        fileOption("dhparam", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
                   QT_TRANSLATE_NOOP("CommandLine", "Diffie-Hellman parameters of openssl dhparam, or none: no DHE "
                                                    "(default: OpenSSL's)."),
                   &TlsSettings::dhParameters),
        fileOption("ocsp", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
                   QT_TRANSLATE_NOOP("CommandLine", "OCSP response (DER) to staple, or made: by the issuer, if the "
                                                    "store has its key."),
                   &TlsSettings::ocsp),
        fileOption("psk-file", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
                   QT_TRANSLATE_NOOP("CommandLine", "Keys that clients know beforehand, one line each: "
                                                    "identity:hexadecimal."),
                   &TlsSettings::sharedSecrets),
        fileOption("keylog", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
                   QT_TRANSLATE_NOOP("CommandLine", "Write what decrypts the connections into this file (NSS key log "
                                                    "format)."),
                   &TlsSettings::keyLog),
        {"capture", QT_TRANSLATE_NOOP("CommandLine", "FILE"),
         QT_TRANSLATE_NOOP("CommandLine", "Write everything that passes into this file (pcapng), with what decrypts "
                                          "it, up to 1 GiB."),
         [](ServerProfile &profile, const QString &value) {
             profile.tls.capturesSecrets = true;
             return readWord(QStringLiteral("--capture"), value, filePath(), profile.tls.capture);
         },
         [](const ServerProfile &from, ServerProfile &to) {
             to.tls.capture = from.tls.capture;
             to.tls.capturesSecrets = from.tls.capturesSecrets;
         }},
        {"no-capture-secrets", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "Keep what decrypts the connections out of the capture."),
         [](ServerProfile &profile, const QString &) -> OptionOutcome {
             profile.tls.capturesSecrets = false;
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.tls.capturesSecrets = from.tls.capturesSecrets; }},
        choiceOption("renegotiation", "refused|secure|unsafe",
                     QT_TRANSLATE_NOOP("CommandLine", "Whether clients of TLS 1.2 may begin a new handshake."),
                     renegotiationWords, &TlsSettings::renegotiation),
        {"early-data", QT_TRANSLATE_NOOP("CommandLine", "BYTES"),
         QT_TRANSLATE_NOOP("CommandLine", "Most data that a client of TLS 1.3 that comes back may send at once, up to "
                                          "16777216 (default 0: none)."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             const auto number = wholeNumber(QStringLiteral("--early-data"), value, 0, mostEarlyData);
             if (!number)
                 return std::unexpected(number.error());
             profile.tls.earlyData = static_cast<int>(*number);
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.tls.earlyData = from.tls.earlyData; }},
        {"record-size", QT_TRANSLATE_NOOP("CommandLine", "BYTES"),
         QT_TRANSLATE_NOOP("CommandLine", "Most data in one TLS record, 512 to 16384 (default 16384)."),
         [](ServerProfile &profile, const QString &value) -> OptionOutcome {
             const auto number = wholeNumber(QStringLiteral("--record-size"), value, 512, 16'384);
             if (!number)
                 return std::unexpected(number.error());
             profile.tls.largestRecord = static_cast<int>(*number);
             return {};
         },
         [](const ServerProfile &from, ServerProfile &to) { to.tls.largestRecord = from.tls.largestRecord; }},
    };
}

} // namespace

const std::vector<DescribingOption> &tlsOptions()
{
    static const std::vector<DescribingOption> all = [] {
        std::vector<DescribingOption> options;
        for (const auto &some : {certificateOptions(), clientOptions(), algorithmOptions(), sessionOptions()})
            options.insert(options.end(), some.begin(), some.end());
        return options;
    }();
    return all;
}

} // namespace sealport
