#include "model/text/rule_refusal_text.h"

#include "model/text/formatting.h"

#include <QCoreApplication>

namespace sealport {

namespace {

constexpr int shownValues = 3;

QString said(const char *text)
{
    return QCoreApplication::translate("Verdict", text);
}

QString clientName(const Verdict &verdict)
{
    return verdict.clientValues.value(0);
}

QString expired(const Verdict &verdict)
{
    const bool isYoung = verdict.reason == VerdictReason::ClientCertificateNotYetValid;
    if (clientName(verdict).isEmpty())
        return isYoung ? said(QT_TRANSLATE_NOOP("Verdict", "The client's certificate is not valid yet."))
                       : said(QT_TRANSLATE_NOOP("Verdict", "The client's certificate has expired."));
    return (isYoung ? said(QT_TRANSLATE_NOOP("Verdict", "The client's certificate '%1' is not valid yet."))
                    : said(QT_TRANSLATE_NOOP("Verdict", "The client's certificate '%1' has expired.")))
        .arg(clientName(verdict));
}

QString untrusted(const Verdict &verdict)
{
    if (clientName(verdict).isEmpty())
        return said(
            QT_TRANSLATE_NOOP("Verdict", "The client's certificate comes from nobody whom this server trusts."));
    if (verdict.reason == VerdictReason::ClientCertificateSelfSigned)
        return said(QT_TRANSLATE_NOOP("Verdict", "The client's certificate '%1' is signed by itself, and this server "
                                                 "does not trust it."))
            .arg(clientName(verdict));
    return said(QT_TRANSLATE_NOOP("Verdict", "The client's certificate '%1' was issued by '%2', whom this server does "
                                             "not trust."))
        .arg(clientName(verdict), verdict.detail);
}

QString refused(const Verdict &verdict)
{
    if (verdict.reason == VerdictReason::ClientCertificateNotForClients)
        return said(QT_TRANSLATE_NOOP("Verdict", "The client's certificate '%1' is not meant for clients: its extended "
                                                 "key usage lacks clientAuth."))
            .arg(clientName(verdict));
    if (clientName(verdict).isEmpty() || verdict.detail.isEmpty())
        return said(QT_TRANSLATE_NOOP("Verdict", "The client's certificate does not stand up to verification."));
    return said(QT_TRANSLATE_NOOP("Verdict", "The client's certificate '%1' does not stand up to verification: %2."))
        .arg(clientName(verdict), verdict.detail);
}

QString noProtocol(const Verdict &verdict)
{
    if (verdict.clientValues.isEmpty() || verdict.serverValues.isEmpty())
        return said(QT_TRANSLATE_NOOP("Verdict", "The client and this server have no application protocol (ALPN) in "
                                                 "common."));
    return said(QT_TRANSLATE_NOOP("Verdict", "The client and this server have no application protocol (ALPN) in "
                                             "common. The client offers %1; this server demands %2."))
        .arg(spokenList(verdict.clientValues, shownValues, verdict.clientValuesMore),
             spokenList(verdict.serverValues, shownValues, verdict.serverValuesMore));
}

QString unknownName(const Verdict &verdict)
{
    if (verdict.serverValues.isEmpty())
        return said(QT_TRANSLATE_NOOP("Verdict", "The client asks for the server name '%1', for which this server has "
                                                 "no certificate."))
            .arg(verdict.detail);
    return said(QT_TRANSLATE_NOOP("Verdict", "The client asks for the server name '%1', for which this server has no "
                                             "certificate. It has some for %2."))
        .arg(verdict.detail, spokenList(verdict.serverValues, shownValues, verdict.serverValuesMore));
}

} // namespace

QString ruleRefusalSentence(const Verdict &verdict)
{
    switch (verdict.code) {
    case VerdictCode::NoCommonAlpn:
        return noProtocol(verdict);
    case VerdictCode::UnknownServerName:
        return unknownName(verdict);
    case VerdictCode::ClientCertificateMissing:
        return said(QT_TRANSLATE_NOOP("Verdict", "This server demands a certificate of its clients, and the client "
                                                 "sent none."));
    case VerdictCode::ClientCertificateUntrusted:
        return untrusted(verdict);
    case VerdictCode::ClientCertificateExpired:
        return expired(verdict);
    default:
        return refused(verdict);
    }
}

QString ruleRefusalAdvice(const Verdict &verdict)
{
    switch (verdict.code) {
    case VerdictCode::NoCommonAlpn:
        return said(QT_TRANSLATE_NOOP("Verdict", "Add a protocol that the client offers to this server's list, or do "
                                                 "not demand one."));
    case VerdictCode::UnknownServerName:
        return said(QT_TRANSLATE_NOOP("Verdict", "Add a certificate for that name to this server, or let it answer "
                                                 "other names with its usual certificate."));
    case VerdictCode::ClientCertificateMissing:
        return said(QT_TRANSLATE_NOOP("Verdict", "Give the client a certificate with its private key, or let this "
                                                 "server ask without demanding one."));
    case VerdictCode::ClientCertificateUntrusted:
        return said(QT_TRANSLATE_NOOP("Verdict", "Add the issuer's certificate (CA) to those that this server trusts "
                                                 "for clients, or give the client a certificate of one of them."));
    case VerdictCode::ClientCertificateExpired:
        return verdict.reason == VerdictReason::ClientCertificateNotYetValid
                   ? said(QT_TRANSLATE_NOOP("Verdict", "Check the clock of this machine, or wait until the certificate "
                                                       "is valid."))
                   : said(QT_TRANSLATE_NOOP("Verdict", "Renew the client's certificate, or check the clock of this "
                                                       "machine."));
    default:
        return said(QT_TRANSLATE_NOOP("Verdict", "Give the client another certificate, or let this server take those "
                                                 "that it cannot verify and report what is wrong with them."));
    }
}

} // namespace sealport
