#include "model/text/tls_preset_text.h"

#include <QCoreApplication>

namespace sealport {

QString tlsPresetLabel(TlsPreset preset)
{
    switch (preset) { // no default: a new preset without a label does not compile
    case TlsPreset::SocketCreeSsl:
        return QCoreApplication::translate("TlsPreset", "SocketCréeSSL default");
    case TlsPreset::Modern:
        return QCoreApplication::translate("TlsPreset", "Modern");
    case TlsPreset::Intermediate:
        return QCoreApplication::translate("TlsPreset", "Intermediate");
    case TlsPreset::Old:
        return QCoreApplication::translate("TlsPreset", "Old");
    case TlsPreset::Everything:
        return QCoreApplication::translate("TlsPreset", "Everything this OpenSSL can do");
    }
    Q_UNREACHABLE();
}

QString tlsPresetHint(TlsPreset preset)
{
    switch (preset) {
    case TlsPreset::SocketCreeSsl:
        return QCoreApplication::translate("TlsPreset",
                                           "TLS 1.0 to TLS 1.2, as SocketCréeSSL allows them when nothing is said.");
    case TlsPreset::Modern:
        return QCoreApplication::translate("TlsPreset",
                                           "TLS 1.3 alone (Mozilla). For clients since about 2018: Firefox 63, "
                                           "Chrome 70, Android 10, Java 11, OpenSSL 1.1.1.");
    case TlsPreset::Intermediate:
        return QCoreApplication::translate("TlsPreset",
                                           "TLS 1.2 and TLS 1.3 with forward secrecy (Mozilla's recommendation). For "
                                           "clients since about 2014: Firefox 27, Chrome 31, Android 4.4.2, "
                                           "Internet Explorer 11, Java 8, OpenSSL 1.0.1.");
    case TlsPreset::Old:
        return QCoreApplication::translate("TlsPreset",
                                           "TLS 1.0 to TLS 1.3 with weak suites (Mozilla). Only for clients like "
                                           "Internet Explorer 8, Java 6 or OpenSSL 0.9.8.");
    case TlsPreset::Everything:
        return QCoreApplication::translate(
            "TlsPreset", "Every version, suite, group and signature algorithm of this OpenSSL, even suites that do not "
                         "encrypt. For experiments with clients of unknown abilities, nothing else.");
    }
    Q_UNREACHABLE();
}

} // namespace sealport
