#include "model/text/disagreement_text.h"

#include "model/text/formatting.h"

#include <QCoreApplication>

namespace sealport {

namespace {

constexpr int shownValues = 3; // more suites or algorithms than that help nobody to understand

QString clientList(const Verdict &verdict)
{
    return spokenList(verdict.clientValues, shownValues, verdict.clientValuesMore);
}

QString serverList(const Verdict &verdict)
{
    return spokenList(verdict.serverValues, shownValues, verdict.serverValuesMore);
}

/// Protocol versions are few and each one matters: nothing is cut.
QString clientVersions(const Verdict &verdict)
{
    return spokenList(verdict.clientValues, static_cast<int>(verdict.clientValues.size()), verdict.clientValuesMore);
}

QString serverVersions(const Verdict &verdict)
{
    return spokenList(verdict.serverValues);
}

} // namespace

QString differingVersions(const Verdict &verdict)
{
    if (verdict.clientValues.isEmpty())
        return QCoreApplication::translate("Verdict", "The client and this server have no version of TLS in common.");
    if (verdict.serverValues.isEmpty())
        return QCoreApplication::translate("Verdict", "The client offers only %1, which this server does not allow.")
            .arg(clientVersions(verdict));
    if (!verdict.detail.isEmpty())
        return QCoreApplication::translate("Verdict", "The client offers %1 at most; this server allows %2.")
            .arg(verdict.detail, serverVersions(verdict));
    return QCoreApplication::translate("Verdict", "The client offers only %1; this server allows %2.")
        .arg(clientVersions(verdict), serverVersions(verdict));
}

QString versionsInTheHole(const Verdict &verdict)
{
    if (verdict.detail.isEmpty() || verdict.serverValues.isEmpty())
        return differingVersions(verdict);
    return QCoreApplication::translate("Verdict", "The client wants %1, which this server leaves out: it allows %2. "
                                                  "The client refuses to go back to an older version.")
        .arg(verdict.detail, serverVersions(verdict));
}

QString refusedVersion(const Verdict &verdict)
{
    if (verdict.clientValues.isEmpty() || verdict.serverValues.isEmpty())
        return QCoreApplication::translate("Verdict", "The client refused the version of TLS that this server chose.");
    if (!verdict.detail.isEmpty())
        return QCoreApplication::translate("Verdict", "The client refused the version of TLS that this server chose. "
                                                      "It offers %1 at most; this server allows %2.")
            .arg(verdict.detail, serverVersions(verdict));
    return QCoreApplication::translate(
               "Verdict",
               "The client refused the version of TLS that this server chose. It offers %1; this server allows %2.")
        .arg(clientVersions(verdict), serverVersions(verdict));
}

QString ssl2Hello(const Verdict &verdict)
{
    if (verdict.clientValues.isEmpty() || verdict.serverValues.isEmpty())
        return QCoreApplication::translate(
            "Verdict", "The client opened with the greeting of SSL 2.0, a format of 1995 that TLS has given up.");
    return QCoreApplication::translate("Verdict", "The client opened with the greeting of SSL 2.0, a format of 1995 "
                                                  "that TLS has given up. It asks for %1; this server allows %2.")
        .arg(clientVersions(verdict), serverVersions(verdict));
}

QString noSuite(const Verdict &verdict)
{
    if (verdict.clientValues.isEmpty() || verdict.serverValues.isEmpty())
        return QCoreApplication::translate(
            "Verdict", "The client and this server have no cipher suite (way to encrypt) in common.");
    return QCoreApplication::translate("Verdict", "The client and this server have no cipher suite (way to encrypt) in "
                                                  "common. For %1 the client offers %2; this server allows %3.")
        .arg(verdict.detail, clientList(verdict), serverList(verdict));
}

QString suitesNeedOtherCertificate(const Verdict &verdict)
{
    if (verdict.clientValues.isEmpty() || verdict.serverValues.isEmpty())
        return noSuite(verdict);
    return QCoreApplication::translate(
               "Verdict",
               "The client needs a server certificate with a key of type %1, but this server's key is of type %2. "
               "The cipher suites (ways to encrypt) that both know are made for the other type: %3.")
        .arg(verdict.detail, verdict.serverValues.value(0), clientList(verdict));
}

QString keyUnfit(const Verdict &verdict)
{
    if (verdict.detail.isEmpty() || verdict.serverValues.isEmpty())
        return QCoreApplication::translate(
            "Verdict", "The key of this server's certificate cannot be used with the version of TLS that was chosen.");
    return QCoreApplication::translate("Verdict", "The client and this server agree on %1, but the key of this "
                                                  "server's certificate (%2) cannot be used with it.")
        .arg(verdict.detail, serverList(verdict));
}

QString keyMayNotSign(const Verdict &verdict)
{
    if (verdict.detail.isEmpty())
        return QCoreApplication::translate("Verdict", "This server's certificate does not allow its key to sign (its "
                                                      "key usage lacks digitalSignature).");
    return QCoreApplication::translate("Verdict", "The client and this server agree on %1, but this server's "
                                                  "certificate does not allow its key to sign (its key usage lacks "
                                                  "digitalSignature).")
        .arg(verdict.detail);
}

QString noGroup(const Verdict &verdict)
{
    if (verdict.serverValues.isEmpty())
        return QCoreApplication::translate(
            "Verdict", "The client and this server have no group (elliptic curve) in common to exchange keys with.");
    if (verdict.clientValues.isEmpty())
        return QCoreApplication::translate(
                   "Verdict",
                   "The client names no group (elliptic curve) to exchange keys with; this server allows %1.")
            .arg(serverList(verdict));
    return QCoreApplication::translate("Verdict", "The client and this server have no group (elliptic curve) in common "
                                                  "to exchange keys with. The client offers %1; this server allows %2.")
        .arg(clientList(verdict), serverList(verdict));
}

QString curveNotOffered(const Verdict &verdict)
{
    if (verdict.clientValues.isEmpty() || verdict.detail.isEmpty())
        return noGroup(verdict);
    return QCoreApplication::translate("Verdict", "The key of this server's certificate lies on the curve %1, which "
                                                  "the client does not know. The client offers %2.")
        .arg(verdict.detail, clientList(verdict));
}

QString noSignature(const Verdict &verdict)
{
    if (verdict.clientValues.isEmpty() || verdict.serverValues.isEmpty())
        return QCoreApplication::translate("Verdict",
                                           "This server's key cannot sign in any way that the client accepts.");
    return QCoreApplication::translate("Verdict", "This server's key cannot sign in any way that the client accepts. "
                                                  "The client accepts %1; this server can sign with %2.")
        .arg(clientList(verdict), serverList(verdict));
}

} // namespace sealport
