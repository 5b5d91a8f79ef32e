#include "model/sockets/tls_settings.h"

#include "model/base/json_reader.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

constexpr int mostTickets = 10;
constexpr int smallestRecord = 512; ///< SSL_CTX_set_max_send_fragment
constexpr int largestRecord = 16'384;
constexpr qsizetype longestAlpnName = 255; ///< RFC 7301 section 3.1: one octet for the length
constexpr qsizetype longestAlpnList = 65'535;

constexpr JsonName<ChainForm> chainNames[] = {{ChainForm::Automatic, "automatic"},
                                              {ChainForm::Exact, "exact"},
                                              {ChainForm::WithRoot, "with-root"},
                                              {ChainForm::LeafOnly, "leaf-only"},
                                              {ChainForm::Reversed, "reversed"}};
constexpr JsonName<ClientCertificateMode> clientNames[] = {{ClientCertificateMode::DoNotAsk, "none"},
                                                           {ClientCertificateMode::Ask, "ask"},
                                                           {ClientCertificateMode::Require, "require"},
                                                           {ClientCertificateMode::Report, "report"}};
constexpr JsonName<Renegotiation> renegotiationNames[] = {
    {Renegotiation::Refused, "refused"}, {Renegotiation::Secure, "secure"}, {Renegotiation::Unsafe, "unsafe"}};
constexpr JsonName<int> levelNames[] = {{-1, "automatic"}, {0, "0"}, {1, "1"}, {2, "2"}, {3, "3"}, {4, "4"}, {5, "5"}};

constexpr std::pair<const char *, QString TlsSettings::*> textMembers[] = {
    {"clientAuthorities", &TlsSettings::clientAuthorities},
    {"dhParameters", &TlsSettings::dhParameters},
    {"ocsp", &TlsSettings::ocsp},
    {"sharedSecrets", &TlsSettings::sharedSecrets},
    {"keyLog", &TlsSettings::keyLog},
    {"capture", &TlsSettings::capture}};

Error rangeError(const char *field, int lowest, int highest)
{
    return {.code = ErrorCode::InvalidProfile,
            .subject = QLatin1String(field),
            .values = {QLatin1String(field), QString::number(lowest), QString::number(highest)},
            .causes = {}};
}

bool isAlpnName(const QString &name)
{
    const qsizetype size = name.toUtf8().size();
    return size > 0 && size <= longestAlpnName;
}

} // namespace

std::vector<Error> validate(const TlsSettings &settings)
{
    std::vector<Error> refused;
    if (settings.resumption.tickets < 0 || settings.resumption.tickets > mostTickets)
        refused.push_back(rangeError("tickets", 0, mostTickets));
    if (settings.earlyData < 0 || settings.earlyData > mostEarlyData)
        refused.push_back(rangeError("earlyData", 0, mostEarlyData));
    if (settings.largestRecord < smallestRecord || settings.largestRecord > largestRecord)
        refused.push_back(rangeError("largestRecord", smallestRecord, largestRecord));
    if (const auto wrong = std::ranges::find_if_not(settings.alpn, isAlpnName);
        wrong != settings.alpn.end() || settings.alpn.join(u',').toUtf8().size() >= longestAlpnList)
        refused.push_back({.code = ErrorCode::InvalidProfile,
                           .subject = QStringLiteral("alpn"),
                           .values = {QStringLiteral("alpn"), QStringLiteral("1"), QString::number(longestAlpnName)},
                           .causes = {}});
    const auto place = [](const QString &path) { return QDir::cleanPath(QFileInfo(path).absoluteFilePath()); };
    if (!settings.capture.isEmpty() && !settings.keyLog.isEmpty() && place(settings.capture) == place(settings.keyLog))
        refused.push_back({.code = ErrorCode::InvalidProfile,
                           .subject = settings.capture,
                           .values = {QStringLiteral("capture"), QStringLiteral("keyLog")},
                           .causes = {}});
    return refused;
}

QJsonObject toJson(const TlsSettings &settings)
{
    const TlsSettings usual;
    const AlgorithmChoice &algorithms = settings.algorithms;
    QJsonObject object = settings.ofLaterVersions;
    const auto put = [&object](const char *key, const QJsonValue &value, bool differs) {
        if (differs)
            object.insert(QLatin1String(key), value);
    };
    put("ciphers", algorithms.ciphers, !algorithms.ciphers.isEmpty());
    put("cipherSuites", algorithms.cipherSuites, !algorithms.cipherSuites.isEmpty());
    put("groups", algorithms.groups, !algorithms.groups.isEmpty());
    put("signatureAlgorithms", algorithms.signatureAlgorithms, !algorithms.signatureAlgorithms.isEmpty());
    put("securityLevel", jsonName(levelNames, algorithms.securityLevel.value_or(-1)),
        algorithms.securityLevel.has_value());
    put("prefersServerOrder", algorithms.prefersServerOrder, !algorithms.prefersServerOrder);
    put("chain", jsonName(chainNames, settings.chain), settings.chain != usual.chain);
    put("alpn", QJsonArray::fromStringList(settings.alpn), !settings.alpn.isEmpty());
    put("requiresAlpn", settings.requiresAlpn, settings.requiresAlpn);
    put("clientCertificates", jsonName(clientNames, settings.clientCertificates),
        settings.clientCertificates != usual.clientCertificates);
    put("tickets", settings.resumption.tickets, settings.resumption.tickets != usual.resumption.tickets);
    put("keepsSessions", settings.resumption.keepsSessions, !settings.resumption.keepsSessions);
    put("renegotiation", jsonName(renegotiationNames, settings.renegotiation),
        settings.renegotiation != usual.renegotiation);
    for (const auto &[key, member] : textMembers)
        put(key, settings.*member, !(settings.*member).isEmpty());
    put("capturesSecrets", settings.capturesSecrets, settings.capturesSecrets);
    put("earlyData", settings.earlyData, settings.earlyData != usual.earlyData);
    put("largestRecord", settings.largestRecord, settings.largestRecord != usual.largestRecord);
    return object;
}

void readFrom(JsonReader &reader, TlsSettings &settings)
{
    AlgorithmChoice &algorithms = settings.algorithms;
    reader.read(QStringLiteral("ciphers"), algorithms.ciphers);
    reader.read(QStringLiteral("cipherSuites"), algorithms.cipherSuites);
    reader.read(QStringLiteral("groups"), algorithms.groups);
    reader.read(QStringLiteral("signatureAlgorithms"), algorithms.signatureAlgorithms);
    int level = algorithms.securityLevel.value_or(-1);
    reader.read(QStringLiteral("securityLevel"), levelNames, level);
    algorithms.securityLevel = level < 0 ? std::nullopt : std::optional(level);
    reader.read(QStringLiteral("prefersServerOrder"), algorithms.prefersServerOrder);
    reader.read(QStringLiteral("chain"), chainNames, settings.chain);
    reader.read(QStringLiteral("alpn"), settings.alpn);
    reader.read(QStringLiteral("requiresAlpn"), settings.requiresAlpn);
    reader.read(QStringLiteral("clientCertificates"), clientNames, settings.clientCertificates);
    reader.read(QStringLiteral("tickets"), settings.resumption.tickets);
    reader.read(QStringLiteral("keepsSessions"), settings.resumption.keepsSessions);
    reader.read(QStringLiteral("renegotiation"), renegotiationNames, settings.renegotiation);
    for (const auto &[key, member] : textMembers)
        reader.read(QLatin1String(key), settings.*member);
    reader.read(QStringLiteral("capturesSecrets"), settings.capturesSecrets);
    reader.read(QStringLiteral("earlyData"), settings.earlyData);
    reader.read(QStringLiteral("largestRecord"), settings.largestRecord);
    settings.ofLaterVersions = reader.unread();
}

} // namespace sealport
