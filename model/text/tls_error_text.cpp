#include "model/text/tls_error_text.h"

#include "model/text/formatting.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstddef>

namespace sealport {

namespace {

QString refusedList(const QString &list, const QString &which, const QStringList &rest)
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
    if (which == u"signaturesOfKey")
        return QCoreApplication::translate("Error",
                                           "None of the signature algorithms '%1' can be made with the certificate's "
                                           "key (%2), so every client would fail. Add one that can, or leave the list "
                                           "empty for the default.")
            .arg(list, rest.value(0));
    if (which == u"securityLevel")
        return QCoreApplication::translate("Error",
                                           "%2 does not work at OpenSSL's security level %1, so every client would "
                                           "fail. Lower the level to 0, or choose newer protocols.")
            .arg(list, spokenList(rest));
    return QCoreApplication::translate("Error",
                                       "OpenSSL finds no cipher suite for '%1'. Check the spelling, or leave it "
                                       "empty for the default.")
        .arg(list);
}

} // namespace

QString keyTooWeak(const QString &certificate, const QStringList &values)
{
    struct Bits {
        int rsa;
        int elliptic;
    };
    static constexpr std::array bits{Bits{1024, 160}, Bits{1024, 160}, Bits{2048, 224},
                                     Bits{3072, 256}, Bits{7680, 384}, Bits{15360, 512}}; // SSL_CTX_set_security_level
    const int level = std::clamp(values.value(2).toInt(), 0, static_cast<int>(bits.size()) - 1);
    const auto [rsa, elliptic] = bits[static_cast<std::size_t>(level)];
    return QCoreApplication::translate(
               "Error", "The key of '%1' (%2, %3 bits) or its signature is too weak for OpenSSL's security level %4. "
                        "Lower the level, or choose a certificate with an RSA key of %5 bits or an EC key of %6 bits, "
                        "or more, and a signature as strong.")
        .arg(certificate, values.value(0), values.value(1), values.value(2), QString::number(rsa),
             QString::number(elliptic));
}

QString sharedSecretError(const QString &file, const QStringList &values)
{
    const QString &fault = values.value(2);
    if (fault == u"none")
        return QCoreApplication::translate("Error", "%1 holds no shared secret: there are only comments and empty "
                                                    "lines in it. Write a line identity:key for each client.")
            .arg(file);
    const char *text = QT_TRANSLATE_NOOP("Error", "Line %2 of %1 is no shared secret: it must be identity:key, the key "
                                                  "in hexadecimal digits. Correct it, or put # in front of it.");
    if (fault == u"digits")
        text = QT_TRANSLATE_NOOP("Error", "The key in line %2 of %1 has a character in it that is no hexadecimal digit "
                                          "(0 to 9, a to f). Write the key in hexadecimal digits.");
    else if (fault == u"odd")
        text = QT_TRANSLATE_NOOP("Error", "The key in line %2 of %1 has an odd number of hexadecimal digits: two of "
                                          "them make an octet. Look for the one that is missing.");
    else if (fault == u"key-length")
        text =
            QT_TRANSLATE_NOOP("Error", "The key in line %2 of %1 is longer than OpenSSL takes. Choose a shorter one: "
                                       "64 hexadecimal digits are plenty.");
    else if (fault == u"identity-length")
        text =
            QT_TRANSLATE_NOOP("Error", "The identity in line %2 of %1 is longer than OpenSSL takes. Choose a shorter "
                                       "one.");
    return QCoreApplication::translate("Error", text).arg(file, values.value(0));
}

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
    return refusedList(subject, values.value(0), values.mid(1));
}

} // namespace sealport
