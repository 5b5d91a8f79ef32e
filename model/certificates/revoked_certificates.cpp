#include "model/certificates/revoked_certificates.h"

#include "model/certificates/openssl_error.h"
#include "model/certificates/renewal.h"
#include "model/certificates/revocation.h"

#include <QMultiHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace sealport {

namespace {

using ScopePtr = Handle<ISSUING_DIST_POINT, ISSUING_DIST_POINT_free>;

/// Everything that a name's lists are about. The certificates are borrowed from their listings.
struct NamedIssuer {
    std::vector<RevocationList> lists{};
    std::vector<Certificate> authorities{};               ///< one of each key
    QSet<QByteArray> keys{};                              ///< of the authorities
    QMultiHash<QByteArray, const Certificate *> issued{}; ///< by the octets of their serial numbers
};
using NamedIssuers = QHash<QString, NamedIssuer>;

/// What names that X509_NAME_cmp() takes for equal have in common: it sees neither case nor spaces. Made from what is
/// at hand, because a hundred thousand certificates are not decoded for a comparison.
QString comparableName(const QString &name)
{
    QString comparable = name.toCaseFolded();
    comparable.removeIf([](QChar character) { return character.isSpace() || character == u'\\'; });
    return comparable;
}

/// What an issuer's list is limited to, so that one for its servers does not hide one for its authorities.
QByteArray scopeOf(const RevocationList &list)
{
    const int at = X509_CRL_get_ext_by_NID(list.handle(), NID_issuing_distribution_point, -1);
    if (at < 0)
        return {};
    const ASN1_OCTET_STRING *octets = X509_EXTENSION_get_data(X509_CRL_get_ext(list.handle(), at));
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(octets)), ASN1_STRING_length(octets));
}

bool speaksForItself(const RevocationList &list)
{
    const IgnoreOpenSslErrors ignore; // what cannot be read is an answer
    if (X509_CRL_get_ext_by_NID(list.handle(), NID_delta_crl, -1) >= 0)
        return false;
    if (X509_CRL_get_ext_by_NID(list.handle(), NID_issuing_distribution_point, -1) < 0)
        return true;
    const ScopePtr scope(static_cast<ISSUING_DIST_POINT *>(
        X509_CRL_get_ext_d2i(list.handle(), NID_issuing_distribution_point, nullptr, nullptr)));
    return scope && scope->indirectCRL <= 0 && !scope->onlysomereasons;
}

bool isNewer(const RevocationList &a, const RevocationList &b)
{
    const auto age = [](const RevocationList &list) {
        return std::tuple(list.thisUpdate(), list.number().size(), list.number());
    };
    return age(b) < age(a);
}

NamedIssuers listsByIssuer(const std::vector<CertificateCatalogue::Entry> &entries)
{
    NamedIssuers issuers;
    for (const CertificateCatalogue::Entry &entry : entries) {
        if (!entry.listing)
            continue;
        for (const ListedItem &item : entry.listing->items) {
            const RevocationList *list = item.revocationList();
            if (list && speaksForItself(*list))
                issuers[comparableName(list->issuer())].lists.push_back(*list);
        }
    }
    for (NamedIssuer &issuer : issuers) {
        std::ranges::sort(issuer.lists, isNewer);
        const auto same = std::ranges::unique(issuer.lists); // in several sources
        issuer.lists.erase(same.begin(), same.end());
    }
    return issuers;
}

void addCertificate(const Certificate &certificate, NamedIssuers &issuers)
{
    if (const auto own = issuers.find(comparableName(certificate.subject())); own != issuers.end()) {
        const QByteArray key = certificate.publicKeySha256() + certificate.subject().toUtf8();
        if (!own->keys.contains(key)) {
            own->keys.insert(key);
            own->authorities.push_back(certificate);
        }
    }
    if (const auto issuer = issuers.find(comparableName(certificate.issuer())); issuer != issuers.end())
        issuer->issued.insert(QByteArray::fromHex(certificate.serial().toLatin1()), &certificate);
}

/// The newest list of each scope that this authority has signed.
std::vector<RevocationList> newestLists(const NamedIssuer &issuer, const Certificate &authority,
                                        const std::stop_token &stop)
{
    std::vector<RevocationList> newest;
    QSet<QByteArray> scopes;
    for (const RevocationList &list : issuer.lists) {
        const QByteArray scope = scopeOf(list);
        if (stop.stop_requested() || scopes.contains(scope) || !isMadeBy(list, authority))
            continue;
        scopes.insert(scope);
        newest.push_back(list);
    }
    return newest;
}

RevocationState stateOf(const RevokedCertificate &entry)
{
    if (entry.reason == u"removeFromCRL")
        return RevocationState::NotRevoked;
    return entry.reason == u"certificateHold" ? RevocationState::OnHold : RevocationState::Revoked;
}

void addRevoked(const RevocationList &list, const NamedIssuer &issuer, const Certificate &authority,
                const std::stop_token &stop, RevocationStates &found)
{
    const STACK_OF(X509_REVOKED) *entries = X509_CRL_get_REVOKED(list.handle());
    for (int i = 0; i < sk_X509_REVOKED_num(entries) && !stop.stop_requested(); ++i) {
        // Octets first: nothing else of half a million entries is made.
        const ASN1_INTEGER *serial = X509_REVOKED_get0_serialNumber(sk_X509_REVOKED_value(entries, i));
        const auto octets = QByteArray::fromRawData(reinterpret_cast<const char *>(ASN1_STRING_get0_data(serial)),
                                                    ASN1_STRING_length(serial));
        const auto [first, last] = issuer.issued.equal_range(octets);
        if (first == last)
            continue;
        const RevokedCertificate entry = list.entries(static_cast<std::size_t>(i), 1).front();
        const RevocationState state = stateOf(entry);
        for (auto one = first; one != last; ++one) {
            const Certificate &certificate = **one;
            if (found.value(certificate.sha256()) < state && certificate.serial() == entry.serial
                && isIssuedBy(certificate, authority))
                found.insert(certificate.sha256(), state);
        }
    }
}

} // namespace

bool holdAnyRevocationList(const std::vector<CertificateCatalogue::Entry> &entries)
{
    return std::ranges::any_of(entries, [](const CertificateCatalogue::Entry &entry) {
        return entry.listing && std::ranges::any_of(entry.listing->items, &ListedItem::revocationList);
    });
}

RevocationStates revokedAmong(const std::vector<CertificateCatalogue::Entry> &entries, const std::stop_token &stop)
{
    RevocationStates found;
    NamedIssuers issuers = listsByIssuer(entries);
    for (const CertificateCatalogue::Entry &entry : entries) {
        if (!entry.listing || issuers.isEmpty())
            continue;
        for (const ListedItem &item : entry.listing->items)
            if (item.certificate() && !stop.stop_requested())
                addCertificate(*item.certificate(), issuers);
    }
    for (const NamedIssuer &issuer : std::as_const(issuers))
        for (const Certificate &authority : issuer.authorities)
            for (const RevocationList &list : newestLists(issuer, authority, stop))
                addRevoked(list, issuer, authority, stop, found);
    return found;
}

} // namespace sealport
