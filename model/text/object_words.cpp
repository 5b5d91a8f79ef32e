#include "model/text/object_words.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace sealport {

namespace {

constexpr std::array<std::pair<const char *, const char *>, 57> words{{
    // attributes of names
    {"2.5.4.3", QT_TRANSLATE_NOOP("ObjectWords", "Common name (CN)")},
    {"2.5.4.4", QT_TRANSLATE_NOOP("ObjectWords", "Surname (SN)")},
    {"2.5.4.5", QT_TRANSLATE_NOOP("ObjectWords", "Serial number of the holder")},
    {"2.5.4.6", QT_TRANSLATE_NOOP("ObjectWords", "Country (C)")},
    {"2.5.4.7", QT_TRANSLATE_NOOP("ObjectWords", "Locality (L)")},
    {"2.5.4.8", QT_TRANSLATE_NOOP("ObjectWords", "State or region (ST)")},
    {"2.5.4.9", QT_TRANSLATE_NOOP("ObjectWords", "Street address")},
    {"2.5.4.10", QT_TRANSLATE_NOOP("ObjectWords", "Organisation (O)")},
    {"2.5.4.11", QT_TRANSLATE_NOOP("ObjectWords", "Department (OU)")},
    {"2.5.4.12", QT_TRANSLATE_NOOP("ObjectWords", "Title")},
    {"2.5.4.13", QT_TRANSLATE_NOOP("ObjectWords", "Description")},
    {"2.5.4.15", QT_TRANSLATE_NOOP("ObjectWords", "Business category")},
    {"2.5.4.17", QT_TRANSLATE_NOOP("ObjectWords", "Postal code")},
    {"2.5.4.42", QT_TRANSLATE_NOOP("ObjectWords", "Given name (GN)")},
    {"2.5.4.65", QT_TRANSLATE_NOOP("ObjectWords", "Pseudonym")},
    {"2.5.4.97", QT_TRANSLATE_NOOP("ObjectWords", "Identifier of the organisation")},
    {"1.2.840.113549.1.9.1", QT_TRANSLATE_NOOP("ObjectWords", "E-mail address")},
    {"0.9.2342.19200300.100.1.1", QT_TRANSLATE_NOOP("ObjectWords", "User (UID)")},
    {"0.9.2342.19200300.100.1.25", QT_TRANSLATE_NOOP("ObjectWords", "Domain component (DC)")},
    {"1.3.6.1.4.1.311.60.2.1.1", QT_TRANSLATE_NOOP("ObjectWords", "Locality of registration")},
    {"1.3.6.1.4.1.311.60.2.1.2", QT_TRANSLATE_NOOP("ObjectWords", "State or region of registration")},
    {"1.3.6.1.4.1.311.60.2.1.3", QT_TRANSLATE_NOOP("ObjectWords", "Country of registration")},
    // access methods
    {"1.3.6.1.5.5.7.48.1", QT_TRANSLATE_NOOP("ObjectWords", "OCSP answers")},
    {"1.3.6.1.5.5.7.48.2", QT_TRANSLATE_NOOP("ObjectWords", "Issuer's certificate")},
    {"1.3.6.1.5.5.7.48.3", QT_TRANSLATE_NOOP("ObjectWords", "Time stamps")},
    {"1.3.6.1.5.5.7.48.5", QT_TRANSLATE_NOOP("ObjectWords", "Certificates of the authority")},
    // policies, and what may follow them
    {"2.5.29.32.0", QT_TRANSLATE_NOOP("ObjectWords", "any policy")},
    {"2.23.140.1.1", QT_TRANSLATE_NOOP("ObjectWords", "CA/Browser Forum: extended validation (EV)")},
    {"2.23.140.1.2.1", QT_TRANSLATE_NOOP("ObjectWords", "CA/Browser Forum: domain validated (DV)")},
    {"2.23.140.1.2.2", QT_TRANSLATE_NOOP("ObjectWords", "CA/Browser Forum: organisation validated (OV)")},
    {"2.23.140.1.2.3", QT_TRANSLATE_NOOP("ObjectWords", "CA/Browser Forum: individual validated (IV)")},
    {"2.23.140.1.3", QT_TRANSLATE_NOOP("ObjectWords", "CA/Browser Forum: code signing, extended validation")},
    {"2.23.140.1.4.1", QT_TRANSLATE_NOOP("ObjectWords", "CA/Browser Forum: code signing")},
    {"1.3.6.1.5.5.7.2.1", QT_TRANSLATE_NOOP("ObjectWords", "practice statement (CPS)")},
    {"1.3.6.1.5.5.7.2.2", QT_TRANSLATE_NOOP("ObjectWords", "notice")},
    // statements of qualified certificates
    {"0.4.0.1862.1.1", QT_TRANSLATE_NOOP("ObjectWords", "Qualified certificate (EU)")},
    {"0.4.0.1862.1.2", QT_TRANSLATE_NOOP("ObjectWords", "Limit of transactions")},
    {"0.4.0.1862.1.3", QT_TRANSLATE_NOOP("ObjectWords", "Years for which records are kept")},
    {"0.4.0.1862.1.4", QT_TRANSLATE_NOOP("ObjectWords", "Key in a secure device (QSCD)")},
    {"0.4.0.1862.1.5", QT_TRANSLATE_NOOP("ObjectWords", "Disclosure statements")},
    {"0.4.0.1862.1.6", QT_TRANSLATE_NOOP("ObjectWords", "Kind of qualified certificate")},
    {"0.4.0.1862.1.7", QT_TRANSLATE_NOOP("ObjectWords", "Countries whose law applies")},
    {"0.4.0.19495.2", QT_TRANSLATE_NOOP("ObjectWords", "Payment services (PSD2)")},
    // purposes that have no term
    {"1.3.6.1.4.1.311.10.3.4", QT_TRANSLATE_NOOP("ObjectWords", "encrypts files (EFS)")},
    {"1.3.6.1.4.1.311.10.3.4.1", QT_TRANSLATE_NOOP("ObjectWords", "recovers encrypted files (EFS)")},
    {"1.3.6.1.4.1.311.10.3.1", QT_TRANSLATE_NOOP("ObjectWords", "signs trust lists (Microsoft)")},
    {"1.3.6.1.4.1.311.10.3.13",
     QT_TRANSLATE_NOOP("ObjectWords", "signs for the lifetime of the certificate alone (Microsoft)")},
    {"1.3.6.1.4.1.311.2.1.21", QT_TRANSLATE_NOOP("ObjectWords", "signs programs of individuals (Microsoft)")},
    {"1.3.6.1.4.1.311.2.1.22", QT_TRANSLATE_NOOP("ObjectWords", "signs programs of companies (Microsoft)")},
    {"1.3.6.1.4.1.311.20.2.1", QT_TRANSLATE_NOOP("ObjectWords", "requests certificates for others (Microsoft)")},
    {"1.3.6.1.4.1.311.80.1", QT_TRANSLATE_NOOP("ObjectWords", "encrypts documents (Microsoft)")},
    {"1.3.6.1.5.2.3.4", QT_TRANSLATE_NOOP("ObjectWords", "Kerberos client (PKINIT)")},
    {"1.3.6.1.5.2.3.5", QT_TRANSLATE_NOOP("ObjectWords", "Kerberos server (PKINIT)")},
    {"1.3.6.1.5.5.7.3.6", QT_TRANSLATE_NOOP("ObjectWords", "IPsec tunnel")},
    {"1.3.6.1.5.5.7.3.7", QT_TRANSLATE_NOOP("ObjectWords", "IPsec user")},
    {"1.3.6.1.5.5.7.3.21", QT_TRANSLATE_NOOP("ObjectWords", "SSH client")},
    {"1.3.6.1.5.5.7.3.22", QT_TRANSLATE_NOOP("ObjectWords", "SSH server")},
}};

} // namespace

QString objectWords(const QString &number, const QString &name)
{
    for (const auto &[object, text] : words)
        if (number == QLatin1String(object))
            return QCoreApplication::translate("ObjectWords", text);
    return name.isEmpty() ? number : name;
}

} // namespace sealport
