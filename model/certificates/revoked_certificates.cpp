#include "model/certificates/revoked_certificates.h"

#include "model/certificates/list_precedence.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/renewal.h"
#include "model/certificates/revocation.h"

#include <openssl/x509v3.h>

#include <QMultiHash>
#include <QSet>

#include <algorithm>

namespace sealport {

namespace {

using KeyIdentifierPtr = Handle<AUTHORITY_KEYID, AUTHORITY_KEYID_free>;

constexpr int mostSignatures = 2'000; ///< of lists under one name: whoever makes up names and lists costs a second

struct NamedList {
    RevocationList list;
    QByteArray keyIdentifier{}; ///< of who made it; empty: it does not say
};
struct Authority {
    Certificate certificate;
    QByteArray keyIdentifier{}; ///< empty: it has none
};
/// Everything that a name's lists are about. The certificates are borrowed from their listings.
struct NamedIssuer {
    std::vector<NamedList> lists{};
    QHash<QByteArray, std::vector<Authority>> authorities{}; ///< by their keys; none twice
    QSet<QByteArray> seen{};                                 ///< which lists and authorities are in
    QMultiHash<QByteArray, const Certificate *> issued{};    ///< by the octets of their serial numbers
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

QByteArray octetsOf(const ASN1_OCTET_STRING *octets)
{
    return octets
               ? QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(octets)), ASN1_STRING_length(octets))
               : QByteArray();
}

NamedList namedList(const RevocationList &list)
{
    const IgnoreOpenSslErrors ignore; // what cannot be read tells nothing
    const KeyIdentifierPtr identifier(static_cast<AUTHORITY_KEYID *>(
        X509_CRL_get_ext_d2i(list.handle(), NID_authority_key_identifier, nullptr, nullptr)));
    return {.list = list, .keyIdentifier = octetsOf(identifier ? identifier->keyid : nullptr)};
}

NamedIssuers listsByIssuer(const std::vector<CertificateCatalogue::Entry> &entries, const QDateTime &now,
                           const std::stop_token &stop)
{
    NamedIssuers issuers;
    for (const CertificateCatalogue::Entry &entry : entries) {
        if (!entry.listing)
            continue;
        for (const ListedItem &item : entry.listing->items) {
            const RevocationList *list = item.revocationList();
            if (!list || stop.stop_requested() || !speaksForItself(*list))
                continue;
            NamedIssuer &issuer = issuers[comparableName(list->issuer())];
            if (issuer.seen.contains(list->sha256()))
                continue; // in several sources
            issuer.seen.insert(list->sha256());
            issuer.lists.push_back(namedList(*list));
        }
    }
    for (NamedIssuer &issuer : issuers)
        std::ranges::sort(issuer.lists,
                          [&now](const NamedList &a, const NamedList &b) { return isPreferred(a.list, b.list, now); });
    return issuers;
}

void addCertificate(const Certificate &certificate, NamedIssuers &issuers)
{
    if (const auto own = issuers.find(comparableName(certificate.subject())); own != issuers.end()) {
        const QByteArray identifier = octetsOf(X509_get0_subject_key_id(certificate.handle()));
        const QByteArray kind = certificate.publicKeySha256() + identifier + '\0' + certificate.subject().toUtf8();
        if (!own->seen.contains(kind)) {
            own->seen.insert(kind);
            own->authorities[certificate.publicKeySha256()].push_back(
                {.certificate = certificate, .keyIdentifier = identifier});
        }
    }
    if (const auto issuer = issuers.find(comparableName(certificate.issuer())); issuer != issuers.end())
        issuer->issued.insert(QByteArray::fromHex(certificate.serial().toLatin1()), &certificate);
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

/// What no signature needs to be checked for. OpenSSL looks at the identifiers too.
bool mayHaveMade(const Authority &authority, const NamedList &one)
{
    const bool isOtherKey = !one.keyIdentifier.isEmpty() && !authority.keyIdentifier.isEmpty()
                            && one.keyIdentifier != authority.keyIdentifier;
    return !isOtherKey
           && X509_NAME_cmp(X509_CRL_get_issuer(one.list.handle()),
                            X509_get_subject_name(authority.certificate.handle()))
                  == 0;
}

/// What the lists of one key say. `signatures` is how many may still be checked.
void addRevoked(const NamedIssuer &issuer, const std::vector<Authority> &sameKey, const std::stop_token &stop,
                int &signatures, RevocationStates &found)
{
    QSet<QByteArray> scopes;
    for (const NamedList &one : issuer.lists) {
        const QByteArray scope = scopeOf(one.list);
        const auto authority =
            std::ranges::find_if(sameKey, [&one](const Authority &candidate) { return mayHaveMade(candidate, one); });
        if (stop.stop_requested() || signatures == 0)
            return;
        if (authority == sameKey.end() || scopes.contains(scope))
            continue;
        --signatures;
        if (!isMadeBy(one.list, authority->certificate))
            continue;
        addRevoked(one.list, issuer, authority->certificate, stop, found);
        if (scope.isEmpty())
            return; // it says all that the others did, and knows better
        scopes.insert(scope);
    }
}

} // namespace

bool holdAnyRevocationList(const std::vector<CertificateCatalogue::Entry> &entries)
{
    return std::ranges::any_of(entries, [](const CertificateCatalogue::Entry &entry) {
        return entry.listing && std::ranges::any_of(entry.listing->items, &ListedItem::revocationList);
    });
}

RevocationStates revokedAmong(const std::vector<CertificateCatalogue::Entry> &entries, const QDateTime &now,
                              const std::stop_token &stop)
{
    RevocationStates found;
    NamedIssuers issuers = listsByIssuer(entries, now, stop);
    for (const CertificateCatalogue::Entry &entry : entries) {
        if (!entry.listing || issuers.isEmpty())
            continue;
        for (const ListedItem &item : entry.listing->items)
            if (item.certificate() && !stop.stop_requested())
                addCertificate(*item.certificate(), issuers);
    }
    for (const NamedIssuer &issuer : std::as_const(issuers)) {
        int signatures = mostSignatures;
        for (const std::vector<Authority> &sameKey : issuer.authorities)
            addRevoked(issuer, sameKey, stop, signatures, found);
    }
    return found;
}

} // namespace sealport
