#include "model/certificates/lint_rules.h"

#include "model/certificates/alternative_name.h"
#include "model/certificates/ip_address.h"
#include "model/certificates/x509_values.h"

#include <libpsl.h>

#include <algorithm>
#include <array>
#include <optional>

namespace sealport {

namespace {

using GeneralNamesPtr = Handle<GENERAL_NAMES, GENERAL_NAMES_free>;
using NameConstraintsPtr = Handle<NAME_CONSTRAINTS, NAME_CONSTRAINTS_free>;

bool isAscii(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7F; });
}

/// Names that no public authority may vouch for (RFC 2606, RFC 6762, RFC 8375, ICANN's .internal).
bool isInternal(const QByteArray &name)
{
    static constexpr std::array endings{".local",   ".localhost", ".localdomain", ".internal", ".intranet",
                                        ".lan",     ".home",      ".corp",        ".private",  ".test",
                                        ".example", ".invalid",   ".home.arpa"};
    const QByteArray lower = name.toLower();
    return !lower.contains('.')
           || std::ranges::any_of(endings, [&lower](const char *ending) { return lower.endsWith(ending); });
}

/// Whether the names below it have owners who have nothing to do with each other. Of the Public Suffix List, what
/// registries say alone: below github.io, whose owner has asked to be there, a wildcard is the owner's business. What
/// the list does not know counts where it is one label.
bool isPublicSuffix(const QByteArray &domain)
{
    return !domain.contains('.')
           || psl_is_public_suffix2(psl_builtin(), domain.toLower().constData(), PSL_TYPE_ICANN) == 1;
}

/// What is wrong with a name that holds a wildcard.
std::optional<LintRule> wildcardFault(const QByteArray &name)
{
    const QList<QByteArray> labels = name.split('.');
    if (name.lastIndexOf('*') > labels.first().size())
        return LintRule::WildcardNotLeftmost;
    if (labels.first() != "*")
        return LintRule::WildcardPartial;
    return isPublicSuffix(name.mid(2)) ? std::optional(LintRule::WildcardTooWide) : std::nullopt;
}

bool isLabel(const QByteArray &label)
{
    constexpr qsizetype longest = 63; // RFC 1034 section 3.1
    return !label.isEmpty() && label.size() <= longest && !label.startsWith('-') && !label.endsWith('-')
           && std::ranges::all_of(label, [](char c) {
                  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
                         || c == '_' || c == '*';
              });
}

/// Why no host can have this name.
std::optional<LintRule> nameFault(const QByteArray &name)
{
    constexpr qsizetype longest = 253;
    if (name.isEmpty())
        return LintRule::NameEmpty;
    if (name.contains("://"))
        return LintRule::NameIsUri;
    if (name.contains(' '))
        return LintRule::NameWithSpace;
    if (!isAscii(name))
        return LintRule::NameNotAscii;
    if (ipOctets(QString::fromLatin1(name)))
        return LintRule::NameIsAddress;
    const QList<QByteArray> labels = name.split('.');
    if (name.size() > longest || !std::ranges::all_of(labels, isLabel))
        return LintRule::NameMalformed;
    return name.contains('*') ? wildcardFault(name) : std::nullopt;
}

/// Whether a host can have this name.
bool lintDnsName(LintSubject &subject, const QByteArray &name, const QString &shown)
{
    const QStringList values = name.isEmpty() ? QStringList() : QStringList(shown);
    if (const auto fault = nameFault(name)) {
        subject.error(*fault, values);
        return false;
    }
    if (name.contains('_'))
        subject.warning(LintRule::NameWithUnderscore, values);
    if (!name.contains('*') && isInternal(name))
        subject.notice(LintRule::InternalName, values);
    return true;
}

/// Whether a host can have this address.
bool lintAddress(LintSubject &subject, const QByteArray &octets)
{
    if (octets.size() != 4 && octets.size() != 16) {
        subject.error(LintRule::AddressMalformed, {QString::number(octets.size())});
        return false;
    }
    const auto at = [&octets](qsizetype i) { return static_cast<unsigned char>(octets.at(i)); };
    bool isInternalAddress = false;
    if (octets.size() == 4) // RFC 1918, RFC 6598, loopback, link-local
        isInternalAddress = at(0) == 10 || at(0) == 127 || (at(0) == 172 && at(1) >> 4 == 1)
                            || (at(0) == 192 && at(1) == 168) || (at(0) == 169 && at(1) == 254)
                            || (at(0) == 100 && at(1) >> 6 == 1);
    else // RFC 4193, RFC 4291
        isInternalAddress = (at(0) & 0xFE) == 0xFC || (at(0) == 0xFE && (at(1) & 0xC0) == 0x80)
                            || octets == QByteArray(15, '\0') + '\1';
    if (isInternalAddress)
        subject.notice(LintRule::InternalAddress, {ipText(octets)});
    return true;
}

void lintAlternativeNames(LintSubject &subject)
{
    const GeneralNamesPtr names(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(subject.x509, NID_subject_alt_name, nullptr, nullptr)));
    if (!names && subject.isForServers && !subject.has(NID_subject_alt_name))
        subject.error(LintRule::NoAlternativeName);
    if (names && sk_GENERAL_NAME_num(names.get()) == 0)
        subject.error(LintRule::EmptyAlternativeNames);
    bool hasHost = false;
    bool isAnyUsable = false;
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        GENERAL_NAME &name = *sk_GENERAL_NAME_value(names.get(), i);
        int type = 0;
        const auto *value = static_cast<const ASN1_STRING *>(GENERAL_NAME_get0_value(&name, &type));
        if (type != GEN_DNS && type != GEN_IPADD)
            continue;
        hasHost = true;
        const QByteArray octets(reinterpret_cast<const char *>(ASN1_STRING_get0_data(value)),
                                ASN1_STRING_length(value));
        isAnyUsable |= type == GEN_DNS ? lintDnsName(subject, octets, stringText(value)) : lintAddress(subject, octets);
    }
    if (hasHost && !isAnyUsable)
        subject.error(LintRule::NoUsableName);
    if (names && sk_GENERAL_NAME_num(names.get()) > 0 && !hasHost && subject.isForServers)
        subject.error(LintRule::NoAlternativeName);
}

void lintCommonName(LintSubject &subject)
{
    constexpr qsizetype longest = 64; // ub-common-name, RFC 5280 appendix A.1
    const QString name = lastCommonName(X509_get_subject_name(subject.x509));
    if (name.size() > longest)
        subject.error(LintRule::CommonNameTooLong, {QString::number(name.size())});
    const QStringList &alternatives = subject.certificate.subjectAltNames();
    if (name.isEmpty() || alternatives.isEmpty() || !subject.isForServers)
        return;
    const auto octets = ipOctets(name);
    if (octets)
        subject.notice(LintRule::CommonNameIsAddress, {name});
    const QString wanted =
        octets ? QString(QStringLiteral("IP:") % ipText(*octets)) : QString(QStringLiteral("DNS:") % name);
    const auto host = parseAlternativeName(wanted); // international names as alternative names hold them
    const QString encoded = host && !octets ? QStringLiteral("DNS:") + QString::fromLatin1(host->value) : wanted;
    if (!alternatives.contains(wanted, Qt::CaseInsensitive) && !alternatives.contains(encoded, Qt::CaseInsensitive))
        subject.warning(LintRule::CommonNameNotAmongNames, {name});
}

} // namespace

void lintNames(LintSubject &subject)
{
    lintAlternativeNames(subject);
    lintCommonName(subject);
    if (X509_NAME_entry_count(X509_get_issuer_name(subject.x509)) == 0)
        subject.error(LintRule::NoIssuer);
    if (X509_NAME_entry_count(X509_get_subject_name(subject.x509)) == 0) {
        if (subject.isAuthority)
            subject.error(LintRule::NoSubject);
        else if (!subject.isCritical(NID_subject_alt_name))
            subject.error(LintRule::NoSubjectAndNamesNotCritical);
    }
    for (const Certificate &issuer : subject.question.issuers) {
        const NameConstraintsPtr constraints(
            static_cast<NAME_CONSTRAINTS *>(X509_get_ext_d2i(issuer.handle(), NID_name_constraints, nullptr, nullptr)));
        if (constraints && NAME_CONSTRAINTS_check(subject.x509, constraints.get()) != X509_V_OK)
            subject.error(LintRule::NameConstraintViolated, {issuer.name()});
    }
}

} // namespace sealport
