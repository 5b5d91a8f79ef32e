#include "model/diagnosis/handshake_failure.h"

#include "model/diagnosis/printable.h"
#include "model/tls/registry.h"

#include <openssl/sslerr.h>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

constexpr std::size_t shownValues = 6; // a verdict is kept for every row of the history: it must stay small
constexpr std::size_t evidenceValues = 12;
constexpr qsizetype textLimit = 240;

using Name = QString (*)(std::uint16_t);

QString versionLabel(std::uint16_t version)
{
    const std::optional<Protocol> protocol = protocolOfWireVersion(version);
    return protocol ? protocolLabel(*protocol) : versionName(version);
}

QStringList firstNames(const std::vector<std::uint16_t> &numbers, Name name, std::size_t count)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(count, numbers.size()); ++i)
        names.append(name(numbers[i]));
    return names;
}

QString evidenceLine(const QString &title, const std::vector<std::uint16_t> &numbers, Name name)
{
    QString line = title + QLatin1String(": ");
    if (numbers.empty())
        return line + QLatin1String("none");
    line += firstNames(numbers, name, evidenceValues).join(QLatin1Char(' '));
    if (numbers.size() > evidenceValues)
        line += QStringLiteral(" and %1 more").arg(numbers.size() - evidenceValues);
    return line;
}

/// Newest first, as clientVersions; the boxes of SSL 2.0 included.
std::vector<std::uint16_t> serverVersions(const ServerOffer *offer)
{
    std::vector<std::uint16_t> versions;
    if (offer != nullptr) {
        for (const Protocol protocol : offer->protocols.toVector())
            versions.push_back(wireVersion(protocol));
    }
    return versions;
}

int leftOut(std::size_t count)
{
    return count > shownValues ? static_cast<int>(count - shownValues) : 0;
}

/// The values that differ, with their names, and the same as evidence.
void setValues(Verdict &verdict, const OfferedNumbers &numbers, Name name, const QString &what)
{
    verdict.clientValues = firstNames(numbers.client, name, shownValues);
    verdict.clientValuesMore = leftOut(numbers.client.size());
    verdict.serverValues = firstNames(numbers.server, name, shownValues);
    verdict.serverValuesMore = leftOut(numbers.server.size());
    verdict.evidence += evidenceLine(QLatin1String("client ") + what, numbers.client, name);
    verdict.evidence += evidenceLine(QLatin1String("server ") + what, numbers.server, name);
}

void addVersionEvidence(Verdict &verdict, const OfferMatch &match, const ServerOffer *offer)
{
    std::vector<std::uint16_t> client = match.clientVersions;
    std::reverse(client.begin(), client.end()); // oldest first, as the boxes stand
    verdict.evidence += evidenceLine(QStringLiteral("client"), client, versionName);
    if (offer != nullptr)
        verdict.evidence += evidenceLine(QStringLiteral("server"), serverVersions(offer), versionName);
}

/// The versions of both sides, and the box whose tick would let the client in.
void setVersions(Verdict &verdict, const OfferMatch &match, const ServerOffer *offer)
{
    OfferedNumbers versions;
    versions.client = match.clientVersions;
    std::reverse(versions.client.begin(), versions.client.end());
    versions.server = serverVersions(offer);
    verdict.clientValues = firstNames(versions.client, versionLabel, shownValues);
    verdict.clientValuesMore = leftOut(versions.client.size());
    verdict.serverValues = firstNames(versions.server, versionLabel, shownValues);
    addVersionEvidence(verdict, match, offer);

    // A client of TLS 1.0 has nothing older that anybody would want to hear of; a newer maximum stands for a range.
    if (!match.versionsListed && !match.clientVersions.empty()
        && match.clientVersions.front() > wireVersion(Protocol::Tls1_0))
        verdict.detail = versionLabel(match.clientVersions.front());

    const std::optional<Protocol> wanted = newestTlsVersion(match);
    if (wanted && (offer == nullptr || !offer->protocols.contains(*wanted))) {
        verdict.fix = offer == nullptr || keyWorksWith(*offer, *wanted) ? Fix::AllowProtocols
                      : offer->usageForbids(*wanted)                    ? Fix::OtherKeyUsage
                                                                        : Fix::OtherKey;
        verdict.fixProtocols.insert(*wanted);
    }
}

VerdictReason versionReason(const OfferMatch &match, const ServerOffer *offer)
{
    const std::vector<std::uint16_t> server = serverVersions(offer);
    if (server.empty() || match.clientVersions.empty())
        return VerdictReason::None;
    if (match.clientVersions.front() < server.front())
        return VerdictReason::ClientVersionsTooOld;
    if (match.clientVersions.back() > server.back())
        return VerdictReason::ClientVersionsTooNew;
    return VerdictReason::ClientVersionsInTheHole;
}

/// A hello without a list of versions names its maximum; the server answered with something older because the maximum
/// itself is not allowed here.
bool answeredBelowMaximum(const OfferMatch &match)
{
    return !match.versionsListed && match.version && !match.clientVersions.empty()
           && wireVersion(*match.version) < match.clientVersions.front();
}

OfferMatch matchOf(const ClientHello *hello, const ServerOffer *offer)
{
    return hello != nullptr ? compareOffers(*hello, offer != nullptr ? *offer : ServerOffer{}) : OfferMatch{};
}

QString versionOf(const OfferMatch &match)
{
    return match.version ? protocolLabel(*match.version) : QString();
}

void explainVersions(Verdict &verdict, const OfferMatch &match, const ServerOffer *offer)
{
    verdict.code = VerdictCode::NoCommonProtocol;
    verdict.reason = versionReason(match, offer);
    setVersions(verdict, match, offer);
}

void explainKeyForVersion(Verdict &verdict, const OfferMatch &match, const ServerOffer &offer)
{
    const bool signs = match.version == Protocol::Tls1_3; // an older version puts the kind of key into its suites
    verdict.code = signs ? VerdictCode::NoCommonSignature : VerdictCode::NoCommonCipher;
    verdict.gsk = signs ? 405 : 402; // GSK_ERROR_UNSUPPORTED_CERTIFICATE_TYPE, GSK_ERROR_NO_CIPHERS
    const bool isUsageToBlame = offer.usageForbids(*match.version);
    verdict.reason = isUsageToBlame ? VerdictReason::KeyUsageForbidsSigning : VerdictReason::KeyUnfitForVersion;
    setVersions(verdict, match, &offer);
    verdict.detail = versionOf(match);
    verdict.serverValues = QStringList{offer.keyName()};
    verdict.evidence += QLatin1String("server certificate: ") + offer.keyName();
    if (isUsageToBlame)
        verdict.evidence += QStringLiteral("server certificate: key usage without digitalSignature");
}

void explainSuites(Verdict &verdict, const OfferMatch &match, const ServerOffer *offer)
{
    verdict.code = VerdictCode::NoCommonCipher;
    verdict.gsk = 402; // GSK_ERROR_NO_CIPHERS
    addVersionEvidence(verdict, match, offer);
    setValues(verdict, match.suites, cipherSuiteName, QStringLiteral("cipher suites"));
    if (!match.suites.shared.empty() || match.otherKeySuites.empty()) {
        verdict.reason = VerdictReason::NoSuiteInCommon;
        verdict.detail = versionOf(match);
        return;
    }
    verdict.reason = VerdictReason::SuitesNeedOtherCertificate;
    const QStringList fitting = firstNames(match.otherKeySuites, cipherSuiteName, shownValues);
    verdict.clientValues = fitting;
    verdict.clientValuesMore = leftOut(match.otherKeySuites.size());
    verdict.serverValues = QStringList{offer->keyType};
    verdict.serverValuesMore = 0;
    const bool elliptic = fitting.first().contains(QLatin1String("_ECDSA_"));
    verdict.detail = elliptic ? QStringLiteral("EC") : QStringLiteral("RSA");
    verdict.evidence += QLatin1String("server certificate: ") + offer->keyType;
}

void explainGroups(Verdict &verdict, const OfferMatch &match, const ServerOffer *offer)
{
    verdict.code = VerdictCode::NoCommonGroup;
    verdict.reason = VerdictReason::NoGroupInCommon;
    verdict.detail = versionOf(match);
    addVersionEvidence(verdict, match, offer);
    setValues(verdict, match.groups, groupName, QStringLiteral("groups"));
}

void explainCurve(Verdict &verdict, const OfferMatch &match, const ServerOffer *offer)
{
    explainGroups(verdict, match, offer);
    verdict.reason = VerdictReason::CertificateCurveNotOffered;
    verdict.detail = groupName(match.certificateCurve);
    verdict.serverValues = QStringList{verdict.detail};
    verdict.serverValuesMore = 0;
    verdict.evidence += QLatin1String("server certificate: ") + offer->keyName();
}

void explainSignatures(Verdict &verdict, const OfferMatch &match, const ServerOffer *offer)
{
    verdict.code = VerdictCode::NoCommonSignature;
    verdict.gsk = 405; // GSK_ERROR_UNSUPPORTED_CERTIFICATE_TYPE
    verdict.detail = versionOf(match);
    addVersionEvidence(verdict, match, offer);
    setValues(verdict, match.signatures, signatureAlgorithmName, QStringLiteral("signature algorithms"));
    if (offer != nullptr)
        verdict.evidence += QLatin1String("server certificate: ") + offer->keyType;
}

/// `fallback` names the list to blame when the comparison finds nothing wrong: OpenSSL knows better then.
void explainMismatch(Verdict &verdict, const OfferMatch &match, const ServerOffer *offer, Mismatch fallback)
{
    Mismatch mismatch = offer != nullptr && !match.clientVersions.empty() ? firstMismatch(match) : Mismatch::None;
    if (mismatch == Mismatch::None)
        mismatch = fallback;
    switch (mismatch) {
    case Mismatch::Version:
        return explainVersions(verdict, match, offer);
    case Mismatch::KeyForVersion:
        return explainKeyForVersion(verdict, match, *offer);
    case Mismatch::None:
    case Mismatch::Suite:
    case Mismatch::SuiteForOtherKey:
        return explainSuites(verdict, match, offer);
    case Mismatch::Group:
        return explainGroups(verdict, match, offer);
    case Mismatch::CertificateCurve:
        return explainCurve(verdict, match, offer);
    case Mismatch::Signature:
        return explainSignatures(verdict, match, offer);
    }
}

/// Alerts that blame single bytes: whatever the reason's number looks like, no list was being compared.
bool blamesBytes(const std::optional<Alert> &alert)
{
    return alert && (alert->code == 20 || alert->code == 22 || alert->code == 50 || alert->code == 51);
}

/// handshake_failure, protocol_version, internal_error
bool blamesChoice(const std::optional<Alert> &alert)
{
    return !alert || alert->code == 40 || alert->code == 70 || alert->code == 80;
}

VerdictReason reasonOfSentAlert(std::uint8_t alert)
{
    switch (alert) {
    case 10:
        return VerdictReason::UnexpectedMessage;
    case 20:
    case 22:
        return VerdictReason::BadRecord;
    case 47:
        return VerdictReason::IllegalParameter;
    case 50:
    case 51:
        return VerdictReason::MalformedMessage;
    case 86:
        return VerdictReason::InappropriateFallback;
    case 109:
        return VerdictReason::MissingExtension;
    default:
        return VerdictReason::OtherProtocolError;
    }
}

} // namespace

void explainBrokenProtocol(Verdict &verdict, const Ending &ending)
{
    verdict.detail = printable(ending.detail, textLimit);
    if (ending.alertSent && ending.alertSent->code == 80) { // internal_error: ours
        verdict.code = VerdictCode::ServerFault;
        verdict.reason = VerdictReason::InternalFault;
        return;
    }
    verdict.code = VerdictCode::ProtocolError;
    verdict.reason = ending.alertSent ? reasonOfSentAlert(ending.alertSent->code) : VerdictReason::OtherProtocolError;
    if (!ending.alertSent && ending.firstBytes == FirstBytes::TlsOther)
        verdict.reason = VerdictReason::UnexpectedMessage;
    if (ending.alertSent && ending.alertSent->code == 20)
        verdict.gsk = 411; // GSK_ERROR_BAD_MAC
    else if (verdict.reason == VerdictReason::MalformedMessage || verdict.reason == VerdictReason::BadRecord)
        verdict.gsk = 410; // GSK_ERROR_BAD_MESSAGE
}

void explainSsl2Hello(Verdict &verdict, const ClientHello *hello, const ServerOffer *offer)
{
    verdict.code = VerdictCode::Ssl2Hello;
    const OfferMatch match = matchOf(hello, offer);
    setVersions(verdict, match, offer);
    verdict.detail.clear();
    verdict.fix = Fix::None; // no box makes this OpenSSL answer in the SSL 2.0 format
    verdict.fixProtocols = {};
}

void explainRefusedVersion(Verdict &verdict, const ClientHello *hello, const ServerOffer *offer)
{
    const OfferMatch match = matchOf(hello, offer);
    explainVersions(verdict, match, offer);
    verdict.reason =
        answeredBelowMaximum(match) ? VerdictReason::ClientVersionsInTheHole : VerdictReason::ClientRefusesVersion;
}

void explainHandshakeFailure(Verdict &verdict, const Ending &ending, const ClientHello *hello, const ServerOffer *offer)
{
    if (ending.firstBytes == FirstBytes::Ssl2Hello || (hello != nullptr && hello->ssl2Format))
        return explainSsl2Hello(verdict, hello, offer);
    if (blamesBytes(ending.alertSent) || hello == nullptr)
        return explainBrokenProtocol(verdict, ending);

    const OfferMatch match = matchOf(hello, offer);
    if (offer != nullptr && firstMismatch(match) == Mismatch::KeyForVersion && blamesChoice(ending.alertSent))
        return explainKeyForVersion(verdict, match, *offer);
    switch (ending.reason) {
    case SSL_R_UNSUPPORTED_PROTOCOL:
    case SSL_R_UNSUPPORTED_SSL_VERSION:
    case SSL_R_VERSION_TOO_LOW:
    case SSL_R_VERSION_TOO_HIGH:
    case SSL_R_WRONG_SSL_VERSION:
    case SSL_R_UNKNOWN_PROTOCOL:
        return explainVersions(verdict, match, offer);
    case SSL_R_WRONG_VERSION_NUMBER:
        // OpenSSL stops without an alert where the client's own alert arrives in a record of the version that it wants.
        if (!ending.alertSent && answeredBelowMaximum(match))
            return explainRefusedVersion(verdict, hello, offer);
        return explainBrokenProtocol(verdict, ending);
    case SSL_R_NO_SHARED_CIPHER:
        return explainMismatch(verdict, match, offer, Mismatch::Suite);
    case SSL_R_NO_SUITABLE_KEY_SHARE:
    case SSL_R_NO_SUITABLE_GROUPS:
    case SSL_R_NO_SHARED_GROUPS:
    case SSL_R_UNSUPPORTED_ELLIPTIC_CURVE:
        return explainGroups(verdict, match, offer);
    case SSL_R_NO_SUITABLE_SIGNATURE_ALGORITHM:
        // With internal_error it is our own key that OpenSSL's security level keeps from signing.
        if (ending.alertSent && ending.alertSent->code == 80 && !match.signatures.shared.empty())
            return explainBrokenProtocol(verdict, ending);
        if (ending.alertSent && ending.alertSent->code == 80 && !match.signatureNeeded)
            return explainBrokenProtocol(verdict, ending);
        return explainSignatures(verdict, match, offer);
    case SSL_R_NO_SHARED_SIGNATURE_ALGORITHMS:
        return explainSignatures(verdict, match, offer);
    case SSL_R_NO_CERTIFICATE_SET:
    case SSL_R_NO_CERTIFICATE_ASSIGNED:
        explainBrokenProtocol(verdict, ending);
        verdict.code = VerdictCode::ServerFault;
        verdict.reason = VerdictReason::InternalFault;
        verdict.gsk = 403; // GSK_ERROR_NO_CERTIFICATE
        return;
    case SSL_R_NO_PRIVATE_KEY_ASSIGNED:
        explainBrokenProtocol(verdict, ending);
        verdict.code = VerdictCode::ServerFault;
        verdict.reason = VerdictReason::InternalFault;
        verdict.gsk = 428; // GSK_ERROR_NO_PRIVATE_KEY
        return;
    default:
        break;
    }
    // A plain handshake_failure of another kind is still explained by a list without overlap, if there is one.
    if (ending.alertSent && ending.alertSent->code == 40 && offer != nullptr && firstMismatch(match) != Mismatch::None)
        return explainMismatch(verdict, match, offer, Mismatch::Suite);
    explainBrokenProtocol(verdict, ending);
}

} // namespace sealport
