#include "model/certificates/x509_values.h"

#include "model/certificates/display_text.h"
#include "model/certificates/ip_address.h"

#include <array>
#include <ctime>

namespace sealport {

namespace {

void freeConfigValues(STACK_OF(CONF_VALUE) * values)
{
    sk_CONF_VALUE_pop_free(values, X509V3_conf_free);
}

using ConfigValuesPtr = Handle<STACK_OF(CONF_VALUE), freeConfigValues>;

QByteArray memoryOf(BIO &memory)
{
    char *start = nullptr;
    const long size = BIO_ctrl(&memory, BIO_CTRL_INFO, 0, static_cast<void *>(&start));
    return size > 0 ? QByteArray(start, static_cast<qsizetype>(size)) : QByteArray();
}

} // namespace

QString nameText(const X509_NAME *name)
{
    constexpr unsigned long asAgreed = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    // A string that is not what its type claims cannot be converted; its octets can still be shown.
    constexpr unsigned long octetByOctet = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_UTF8_CONVERT);
    constexpr unsigned long dumped = XN_FLAG_RFC2253 | ASN1_STRFLGS_DUMP_ALL;
    for (const unsigned long flags : {asAgreed, octetByOctet, dumped}) {
        const BioPtr memory(BIO_new(BIO_s_mem()));
        if (memory && X509_NAME_print_ex(memory.get(), name, 0, flags) >= 0)
            return displayText(QString::fromUtf8(memoryOf(*memory)));
    }
    return {};
}

QString stringText(const ASN1_STRING *string)
{
    unsigned char *utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, string);
    if (size < 0) {
        const auto *octets = reinterpret_cast<const char *>(ASN1_STRING_get0_data(string));
        return displayText(QString::fromLatin1(octets, ASN1_STRING_length(string)));
    }
    const QString result = QString::fromUtf8(reinterpret_cast<const char *>(utf8), size);
    OPENSSL_free(utf8);
    return displayText(result);
}

QString lastCommonName(const X509_NAME *name)
{
    int last = -1;
    for (int at = -1; (at = X509_NAME_get_index_by_NID(name, NID_commonName, at)) >= 0;)
        last = at;
    return last < 0 ? QString() : stringText(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last)));
}

QString objectName(const ASN1_OBJECT *object)
{
    std::array<char, 128> name{};
    OBJ_obj2txt(name.data(), static_cast<int>(name.size()), object, 0);
    return QString::fromLatin1(name.data());
}

QString serialHex(const ASN1_INTEGER *serial)
{
    const auto *octets = reinterpret_cast<const char *>(ASN1_STRING_get0_data(serial));
    const QByteArray hex = QByteArray(octets, ASN1_STRING_length(serial)).toHex();
    const bool negative = ASN1_STRING_type(serial) == V_ASN1_NEG_INTEGER;
    return (negative ? QStringLiteral("-") : QString())
           % (hex.isEmpty() ? QStringLiteral("00") : QString::fromLatin1(hex));
}

QDateTime utcTime(const ASN1_TIME *time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

QString generalNameText(GENERAL_NAME &name)
{
    int type = 0;
    void *value = GENERAL_NAME_get0_value(&name, &type);
    const auto *string = static_cast<const ASN1_STRING *>(value);
    switch (type) {
    case GEN_DNS:
        return QStringLiteral("DNS:") % stringText(string);
    case GEN_EMAIL:
        return QStringLiteral("email:") % stringText(string);
    case GEN_URI:
        return QStringLiteral("URI:") % stringText(string);
    case GEN_IPADD:
        return QStringLiteral("IP:")
               % ipText(QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)),
                                   ASN1_STRING_length(string)));
    case GEN_DIRNAME:
        return QStringLiteral("DirName:") % nameText(static_cast<const X509_NAME *>(value));
    default:
        break;
    }
    const ConfigValuesPtr values(i2v_GENERAL_NAME(nullptr, &name, nullptr));
    if (!values || sk_CONF_VALUE_num(values.get()) == 0)
        return {};
    const CONF_VALUE &entry = *sk_CONF_VALUE_value(values.get(), 0);
    return displayText(QString::fromUtf8(entry.name) % u':' % QString::fromUtf8(entry.value));
}

QStringList generalNameTexts(GENERAL_NAMES &names)
{
    QStringList texts;
    for (int i = 0; i < sk_GENERAL_NAME_num(&names); ++i)
        texts.append(generalNameText(*sk_GENERAL_NAME_value(&names, i)));
    return texts;
}

QString shownName(const X509_NAME *subject, const QStringList &alternativeNames, const QString &subjectText)
{
    QString name = lastCommonName(subject);
    if (name.isEmpty() && !alternativeNames.isEmpty())
        name = alternativeNames.first().mid(alternativeNames.first().indexOf(u':') + 1);
    return name.isEmpty() ? subjectText : name;
}

QString keyTypeName(X509_PUBKEY &publicKey)
{
    const EVP_PKEY *key = X509_PUBKEY_get0(&publicKey);
    switch (key ? EVP_PKEY_get_base_id(key) : EVP_PKEY_NONE) {
    case EVP_PKEY_RSA:
        return QStringLiteral("RSA");
    case EVP_PKEY_RSA_PSS:
        return QStringLiteral("RSA-PSS");
    case EVP_PKEY_EC:
        return QStringLiteral("EC");
    case EVP_PKEY_ED25519:
        return QStringLiteral("ED25519");
    case EVP_PKEY_ED448:
        return QStringLiteral("ED448");
    case EVP_PKEY_DSA:
        return QStringLiteral("DSA");
    default:
        break;
    }
    ASN1_OBJECT *algorithm = nullptr;
    X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, &publicKey);
    return algorithm ? objectName(algorithm) : QString();
}

} // namespace sealport
