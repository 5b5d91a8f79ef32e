#include "model/text/warning_text.h"

#include "model/text/formatting.h"
#include "model/text/listen_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

QString day(const QString &isoDate)
{
    const QDateTime date = QDateTime::fromString(isoDate, Qt::ISODate);
    return date.isValid() ? QLocale().toString(date.toLocalTime().date(), QLocale::LongFormat) : isoDate;
}

QString notCovered(const QStringList &values)
{
    constexpr int shown = 4;
    const QString &host = values.value(0);
    if (values.size() < 2)
        return QCoreApplication::translate("Warning", "The certificate names no host: clients that connect to %1 will "
                                                      "refuse it.")
            .arg(host);
    return QCoreApplication::translate("Warning", "The certificate is for %2, not for %1: clients that connect to %1 "
                                                  "by that address will refuse it.")
        .arg(host, spokenList(values.mid(1), shown, 0));
}

struct UselessSetting {
    const char *setting;
    const char *needed;
    const char *text;
};
constexpr std::array uselessSettings{
    UselessSetting{"earlyData", "tls1.3",
                   QT_TRANSLATE_NOOP("Warning", "Early data has no effect: only TLS 1.3 knows it, and this server does "
                                                "not offer that.")},
    UselessSetting{"earlyData", "tickets",
                   QT_TRANSLATE_NOOP("Warning", "Early data has no effect: clients come back with a ticket to send it, "
                                                "and this server gives none.")},
    UselessSetting{"earlyData", "maxHeldBytes",
                   QT_TRANSLATE_NOOP("Warning", "Less early data is taken than is allowed: it is held back until the "
                                                "handshake is done, and the limit for what is held back for one client "
                                                "is lower. Raise that limit, or allow less early data.")},
    UselessSetting{"cipherSuites", "tls1.3",
                   QT_TRANSLATE_NOOP("Warning", "The list of TLS 1.3 cipher suites has no effect: this server does not "
                                                "offer TLS 1.3.")},
    UselessSetting{"ciphers", "tls1.2",
                   QT_TRANSLATE_NOOP("Warning", "The list of cipher suites has no effect: it is for TLS 1.2 and older, "
                                                "and this server offers TLS 1.3 alone, which has a list of its own.")},
    UselessSetting{"dhParameters", "tls1.2",
                   QT_TRANSLATE_NOOP("Warning",
                                     "The setting for Diffie-Hellman parameters has no effect: it is for TLS "
                                     "1.2 and older, and this server offers TLS 1.3 alone.")},
    UselessSetting{"renegotiation", "tls1.2",
                   QT_TRANSLATE_NOOP("Warning", "Allowing renegotiation has no effect: TLS 1.3 does not know it, and "
                                                "this server offers nothing else.")},
    UselessSetting{"requiresAlpn", "alpn",
                   QT_TRANSLATE_NOOP("Warning",
                                     "Insisting on an application protocol (ALPN) has no effect: this server "
                                     "names none. Name those that it speaks.")},
    UselessSetting{"clientAuthorities", "clientCertificates",
                   QT_TRANSLATE_NOOP("Warning", "The file of authorities for clients has no effect: clients are not "
                                                "asked for a certificate. Ask them, or leave the file out.")},
};

QString withoutEffect(const QString &setting, const QString &needed)
{
    const auto known = std::ranges::find_if(uselessSettings, [&](const UselessSetting &one) {
        return setting == QLatin1String(one.setting) && needed == QLatin1String(one.needed);
    });
    return known == uselessSettings.end()
               ? QCoreApplication::translate("Warning", "The setting “%1” has no effect without “%2”.")
                     .arg(setting, needed)
               : QCoreApplication::translate("Warning", known->text);
}

} // namespace

QString describe(const Warning &warning)
{
    const auto value = [&warning](qsizetype at) { return warning.values.value(at); };
    switch (warning.code) { // no default: a new code without a sentence does not compile
    case WarningCode::SecurityLevelLowered:
        return QCoreApplication::translate(
                   "Warning", "Security level lowered to %1 for this server: TLS 1.0 and TLS 1.1 do not work above it.")
            .arg(value(0));
    case WarningCode::OutdatedProtocols:
        return QCoreApplication::translate("Warning", "Outdated: %1. Clients of today do without.")
            .arg(spokenList(warning.values));
    case WarningCode::ProtocolsUnreachable:
        return QCoreApplication::translate(
                   "Warning", "The certificate's key (%1) does not work with %2: clients cannot connect with it.")
            .arg(value(0), spokenList(warning.values.mid(1)));
    case WarningCode::LevelShutsOut:
        return QCoreApplication::translate("Warning",
                                           "At OpenSSL's security level %1 nobody can sign in %2, so clients "
                                           "cannot connect that way. Lower the level to 0, or untick these "
                                           "protocols.")
            .arg(value(0), spokenList(warning.values.mid(1)));
    case WarningCode::KeyMayNotSign:
        if (warning.values.isEmpty())
            return QCoreApplication::translate("Warning",
                                               "The certificate does not allow its key to sign (its key usage lacks "
                                               "digitalSignature): many clients will refuse it.");
        return QCoreApplication::translate("Warning", "The certificate does not allow its key to sign (its key usage "
                                                      "lacks digitalSignature): clients cannot connect with %1.")
            .arg(spokenList(warning.values));
    case WarningCode::NotForServers:
        return QCoreApplication::translate("Warning", "The certificate is not made for servers (its extended key usage "
                                                      "lacks serverAuth): most clients will refuse it.");
    case WarningCode::WeakKey:
        return QCoreApplication::translate(
                   "Warning", "The certificate's key (%1, %2 bits) is too short: most clients will refuse it.")
            .arg(value(0), value(1));
    case WarningCode::CertificateExpired:
        return QCoreApplication::translate("Warning", "The certificate expired on %1: most clients will refuse it.")
            .arg(day(value(0)));
    case WarningCode::CertificateNotYetValid:
        return QCoreApplication::translate(
                   "Warning", "The certificate becomes valid on %1: until then most clients will refuse it.")
            .arg(day(value(0)));
    case WarningCode::CertificateExpiresSoon: {
        const int days = value(0).toInt();
        if (days <= 0)
            return QCoreApplication::translate("Warning", "The certificate expires today.");
        if (days == 1)
            return QCoreApplication::translate("Warning", "The certificate expires tomorrow.");
        return QCoreApplication::translate("Warning", "The certificate expires in %n days.", nullptr, days);
    }
    case WarningCode::ListensOnAllAddresses:
        return QCoreApplication::translate(
            "Warning", "Listens on all addresses: every computer that reaches this one can connect.");
    case WarningCode::ReachableFromOutside:
        return QCoreApplication::translate("Warning", "Other computers can connect to %1.").arg(value(0));
    case WarningCode::AddressChosen:
        return QCoreApplication::translate("Warning", "The host name has several addresses: %1 is used, not %2.")
            .arg(value(0), spokenList(warning.values.mid(1)));
    case WarningCode::KeysLogged:
        return QCoreApplication::translate("Warning", "What decrypts the connections is written into %1: whoever can "
                                                      "read that file can read them.")
            .arg(value(0));
    case WarningCode::TrafficCaptured:
        return (value(2).isEmpty()
                    ? QCoreApplication::translate(
                          "Warning", "Everything that passes is written into %1, up to %2: whoever can read "
                                     "that file sees what is not encrypted.")
                    : QCoreApplication::translate("Warning",
                                                  "Everything that passes is written into %1, up to %2, with what "
                                                  "decrypts it: whoever can read that file can read the connections."))
            .arg(value(0), byteSize(value(1).toULongLong()));
    case WarningCode::CaptureIncomplete:
        if (!value(3).isEmpty())
            return QCoreApplication::translate("Warning",
                                               "The capture in %1 ends before its connections do: it could not "
                                               "be written any more (%2). Make room or name another file, then "
                                               "restart the server.")
                .arg(value(0), value(3));
        if (!value(2).isEmpty())
            return QCoreApplication::translate("Warning", "The capture in %1 ends before its connections do: it has "
                                                          "reached its limit of %2.")
                .arg(value(0), byteSize(value(2).toULongLong()));
        return QCoreApplication::translate("Warning",
                                           "The capture in %1 has gaps: the disk was too slow for all of it.")
            .arg(value(0));
    case WarningCode::KeyLogIncomplete:
        return QCoreApplication::translate("Warning", "The key log in %1 lacks lines: it could not be written (%2). "
                                                      "Connections without them cannot be decrypted. Make room or "
                                                      "name another file.")
            .arg(value(0), value(1));
    case WarningCode::NotEncrypted:
        return QCoreApplication::translate("Warning",
                                           "Without TLS everybody on the way can read and change what is said.");
    case WarningCode::PortShared:
        return sharedPort(warning.values);
    case WarningCode::NameNotCovered:
        return notCovered(warning.values);
    case WarningCode::ChainIncomplete:
        return QCoreApplication::translate("Warning", "The chain of “%1” ends too early: its issuer “%2” is neither "
                                                      "sent nor a root that is known here. Clients that lack it will "
                                                      "refuse the certificate.")
            .arg(value(0), value(1));
    case WarningCode::ChainDisordered:
        return QCoreApplication::translate("Warning", "The chain of “%1” is out of order: “%2” is sent after “%3”, "
                                                      "which it has not issued. Some clients will refuse it.")
            .arg(value(0), value(1), value(2));
    case WarningCode::WithoutEffect:
        return withoutEffect(value(0), value(1));
    case WarningCode::NobodyTrusted:
        return QCoreApplication::translate(
            "Warning", "No authority is trusted: every certificate of a client will be reported as untrusted.");
    }
    Q_UNREACHABLE();
}

} // namespace sealport
