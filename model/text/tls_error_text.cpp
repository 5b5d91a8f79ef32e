#include "model/text/tls_error_text.h"

#include <QCoreApplication>

namespace sealport {

namespace {

QString refusedList(const QString &list, const QString &which)
{
    if (which == u"cipherSuites")
        return QCoreApplication::translate("Error",
                                           "OpenSSL does not take '%1' for a list of TLS 1.3 cipher suites. Check the "
                                           "spelling, or leave it empty for the default.")
            .arg(list);
    if (which == u"groups")
        return QCoreApplication::translate("Error",
                                           "OpenSSL does not take '%1' for a list of groups (elliptic curves). Check "
                                           "the spelling, or leave it empty for the default.")
            .arg(list);
    if (which == u"signatureAlgorithms")
        return QCoreApplication::translate("Error",
                                           "OpenSSL does not take '%1' for a list of signature algorithms. Check the "
                                           "spelling, or leave it empty for the default.")
            .arg(list);
    return QCoreApplication::translate("Error",
                                       "OpenSSL finds no cipher suite for '%1'. Check the spelling, or leave it "
                                       "empty for the default.")
        .arg(list);
}

} // namespace

QString tlsSettingError(ErrorCode code, const QString &subject, const QStringList &values)
{
    if (code == ErrorCode::SameKeyType)
        return QCoreApplication::translate("Error",
                                           "'%1' and '%2' both have keys of type %3, and OpenSSL holds one certificate "
                                           "of each type. Leave one out, or give it server names of its own.")
            .arg(values.value(1), subject, values.value(0));
    if (code == ErrorCode::NoClientAuthority)
        return QCoreApplication::translate("Error", "Clients are to show a certificate, and nobody is named whose "
                                                    "certificates are trusted. Choose the file of their issuer (CA).");
    if (code == ErrorCode::BadDhParameters)
        return QCoreApplication::translate("Error", "%1 holds no Diffie-Hellman parameters that OpenSSL takes at this "
                                                    "security level. Choose a file that 'openssl dhparam' made, with "
                                                    "2048 bits or more, or leave it to OpenSSL.")
            .arg(subject);
    return refusedList(subject, values.value(0));
}

} // namespace sealport
