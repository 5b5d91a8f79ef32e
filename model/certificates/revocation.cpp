#include "model/certificates/revocation.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_extensions.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/certificate_signing.h"
#include "model/certificates/display_text.h"
#include "model/certificates/list_precedence.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/renewal.h"
#include "model/certificates/store_names.h"
#include "model/certificates/x509_values.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

namespace sealport {

namespace {

using IntegerPtr = Handle<ASN1_INTEGER, ASN1_INTEGER_free>;
using EnumeratedPtr = Handle<ASN1_ENUMERATED, ASN1_ENUMERATED_free>;
using TimePtr = Handle<ASN1_TIME, ASN1_TIME_free>;
using RevokedPtr = Handle<X509_REVOKED, X509_REVOKED_free>;

constexpr std::array<std::pair<RevocationReason, const char *>, 9> reasons{
    {{RevocationReason::Unspecified, "unspecified"},
     {RevocationReason::KeyCompromise, "keyCompromise"},
     {RevocationReason::CaCompromise, "cACompromise"},
     {RevocationReason::AffiliationChanged, "affiliationChanged"},
     {RevocationReason::Superseded, "superseded"},
     {RevocationReason::CessationOfOperation, "cessationOfOperation"},
     {RevocationReason::CertificateHold, "certificateHold"},
     {RevocationReason::PrivilegeWithdrawn, "privilegeWithdrawn"},
     {RevocationReason::AaCompromise, "aACompromise"}}};

Error refused(ErrorCode code, const QString &subject, const QStringList &values = {})
{
    return Error{.code = code, .subject = displayText(subject), .values = values, .causes = {}};
}

QString nameOf(RevocationReason reason)
{
    const auto *const found = std::ranges::find(reasons, reason, [](const auto &one) { return one.first; });
    return QString::fromLatin1(found->second);
}

TimePtr timeOf(const QDateTime &time)
{
    return TimePtr(ASN1_TIME_set(nullptr, static_cast<std::time_t>(time.toSecsSinceEpoch())));
}

bool addEntry(X509_CRL &list, X509_REVOKED *entry)
{
    RevokedPtr added(entry);
    if (!added || X509_CRL_add0_revoked(&list, added.get()) != 1)
        return false;
    [[maybe_unused]] const X509_REVOKED *kept = added.release(); // the list's now
    return true;
}

/// What an authority has revoked so far.
struct OldEntry {
    const X509_REVOKED *entry = nullptr; ///< borrowed from its list
    QString reason{};
};
using OldEntries = QHash<QString, OldEntry>; // by serial number

bool isForGood(const QString &reason)
{
    return reason != u"certificateHold";
}

/// What the first list says, and what is revoked for good in the others: where two places revoke with the same key,
/// neither knows of the other's. Whether a hold lasts is for the first one to say.
OldEntries entriesOf(const std::vector<RevocationList> &lists)
{
    OldEntries old;
    for (const RevocationList &list : lists) {
        const bool isFirst = &list == &lists.front();
        const STACK_OF(X509_REVOKED) *entries = X509_CRL_get_REVOKED(list.handle());
        int at = 0;
        for (const RevokedCertificate &revoked : list.entries(0, list.count())) {
            const X509_REVOKED *entry = sk_X509_REVOKED_value(entries, at++);
            if (revoked.reason == u"removeFromCRL") // it says that this is not revoked
                continue;
            const auto known = old.constFind(revoked.serial);
            const bool isTold = known != old.cend() ? isForGood(revoked.reason) && !isForGood(known->reason)
                                                    : isFirst || isForGood(revoked.reason);
            if (isTold)
                old.insert(revoked.serial, {.entry = entry, .reason = revoked.reason});
        }
    }
    return old;
}

/// All but those that the next list speaks of anew.
bool addOldEntries(X509_CRL &list, OldEntries old, const std::vector<Certificate> &again)
{
    for (const Certificate &certificate : again)
        old.remove(certificate.serial());
    return std::ranges::all_of(old,
                               [&list](const OldEntry &one) { return addEntry(list, X509_REVOKED_dup(one.entry)); });
}

/// Another reason does not change the date: since then nobody was to trust the certificate.
bool addNewEntry(X509_CRL &list, const Certificate &certificate, const RevocationOrder &order, const X509_REVOKED *old)
{
    RevokedPtr entry(X509_REVOKED_new());
    const TimePtr date(old ? ASN1_STRING_dup(X509_REVOKED_get0_revocationDate(old))
                           : timeOf(order.thisUpdate).release());
    bool isMade = entry && date
                  && X509_REVOKED_set_serialNumber(entry.get(), X509_get_serialNumber(certificate.handle())) == 1
                  && X509_REVOKED_set_revocationDate(entry.get(), date.get()) == 1;
    if (isMade && order.reason != RevocationReason::Unspecified) { // RFC 5280 section 5.3.1: left out then
        const EnumeratedPtr reason(ASN1_ENUMERATED_new());
        isMade = reason && ASN1_ENUMERATED_set(reason.get(), static_cast<long>(order.reason)) == 1
                 && X509_REVOKED_add1_ext_i2d(entry.get(), NID_crl_reason, reason.get(), 0, X509V3_ADD_DEFAULT) == 1;
    }
    return isMade && addEntry(list, entry.release());
}

/// Those of the order that the next list says something new of, each once.
Result<std::vector<Certificate>> newlyRevoked(const RevocationOrder &order, const OldEntries &known)
{
    std::vector<Certificate> fresh;
    for (const Certificate &certificate : order.certificates) {
        if (std::ranges::find(fresh, certificate.serial(), &Certificate::serial) != fresh.end())
            continue;
        const auto old = known.constFind(certificate.serial());
        const bool isFinal = old != known.cend() && isForGood(old->reason);
        if (order.liftsHold && old == known.cend())
            return std::unexpected(refused(ErrorCode::NotOnHold, certificate.name()));
        const bool isHolding = !order.liftsHold && order.reason == RevocationReason::CertificateHold;
        if (isFinal && (order.liftsHold || isHolding))
            return std::unexpected(refused(ErrorCode::AlreadyRevoked, certificate.name()));
        const bool hasReasonAlready =
            isFinal && (order.reason == RevocationReason::Unspecified || old->reason == nameOf(order.reason));
        const bool isHeldAlready = old != known.cend() && isHolding;
        if (!hasReasonAlready && !isHeldAlready)
            fresh.push_back(certificate);
    }
    return fresh;
}

/// RFC 5280 section 5.2.3: one more than any before, which may have up to 20 octets.
bool addNumber(X509_CRL &list, const std::vector<RevocationList> &before)
{
    BigNumberPtr number(BN_new());
    for (const RevocationList &one : before)
        if (BigNumberPtr its = numberOf(one); number && its && BN_cmp(number.get(), its.get()) < 0)
            number = std::move(its);
    if (!number || BN_add_word(number.get(), 1) != 1)
        return false;
    const IntegerPtr value(BN_to_ASN1_INTEGER(number.get(), nullptr));
    return value && X509_CRL_add1_ext_i2d(&list, NID_crl_number, value.get(), 0, X509V3_ADD_DEFAULT) == 1;
}

/// Those that speak for all that the authority has issued, the one to be believed first.
std::vector<FoundRevocationList> listsOf(const Certificate &authority, std::vector<FoundRevocationList> lists,
                                         const QDateTime &now)
{
    std::erase_if(lists, [&authority](const FoundRevocationList &stored) {
        return !speaksForAll(stored.list) || !isMadeBy(stored.list, authority);
    });
    std::ranges::stable_sort(lists, [&now](const FoundRevocationList &a, const FoundRevocationList &b) {
        return isPreferred(a.list, b.list, now);
    });
    return lists;
}

/// The first from `copy` on at which nothing stands; `copy` is then the one to go on with.
Result<QString> writeUnderFreeName(const RevocationList &list, const QString &name, const CertificateStore &store,
                                   int &copy)
{
    const QByteArray pem = list.pem();
    const auto octets = std::as_bytes(std::span(pem.constData(), static_cast<std::size_t>(pem.size())));
    while (copy <= mostCopies) {
        const QString number = copy == 1 ? QString() : QString(u'-' % QString::number(copy));
        const QString file = store.folder() % u'/' % name % number % QStringLiteral(".crl");
        ++copy;
        const auto written = writeFileAtomically(file, octets, FileAccess::Readable, ExistingFile::Keep);
        if (written)
            return file;
        if (written.error().code != ErrorCode::AlreadyExists)
            return std::unexpected(written.error());
    }
    return std::unexpected(refused(ErrorCode::FileNotWritable, store.folder()));
}

} // namespace

QStringList revocationReasonNames()
{
    QStringList names;
    for (const auto &[reason, name] : reasons)
        names.append(QString::fromLatin1(name));
    return names;
}

std::optional<RevocationReason> revocationReasonNamed(const QString &text)
{
    for (const auto &[reason, name] : reasons)
        if (text.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return reason;
    return std::nullopt;
}

Result<RevocationList> makeRevocationList(const RevocationOrder &order, const Identity &issuer,
                                          const std::vector<RevocationList> &before)
{
    const Certificate &authority = issuer.certificate;
    if (const auto checked = checkValidity(order.thisUpdate, order.nextUpdate, authority.name()); !checked)
        return std::unexpected(checked.error());
    if (!authority.isCa())
        return std::unexpected(refused(ErrorCode::NotAnAuthority, authority.name()));
    if (const auto checked = checkIssuer(&issuer); !checked)
        return std::unexpected(checked.error());
    for (const Certificate &certificate : order.certificates) {
        if (isIssuedBy(certificate, certificate))
            return std::unexpected(refused(ErrorCode::RevokesItself, certificate.name()));
        if (!isIssuedBy(certificate, authority))
            return std::unexpected(refused(ErrorCode::NotIssuedBy, certificate.name(), {authority.name()}));
    }
    const OldEntries old = entriesOf(before);
    const auto fresh = newlyRevoked(order, old);
    if (!fresh)
        return std::unexpected(fresh.error());

    RevocationListPtr list(X509_CRL_new());
    const TimePtr thisUpdate = timeOf(order.thisUpdate);
    const TimePtr nextUpdate = timeOf(order.nextUpdate);
    const auto keyIdentifier = authorityKeyIdentifier(*authority.handle());
    bool isBuilt =
        list && thisUpdate && nextUpdate && keyIdentifier && X509_CRL_set_version(list.get(), X509_CRL_VERSION_2) == 1
        && X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(authority.handle())) == 1
        && X509_CRL_set1_lastUpdate(list.get(), thisUpdate.get()) == 1
        && X509_CRL_set1_nextUpdate(list.get(), nextUpdate.get()) == 1 && addOldEntries(*list, old, *fresh)
        && X509_CRL_add1_ext_i2d(list.get(), NID_authority_key_identifier, keyIdentifier.get(), 0, X509V3_ADD_DEFAULT)
               == 1
        && addNumber(*list, before);
    if (!order.liftsHold) // RFC 5280 section 5.3.1: left out of a full list
        for (const Certificate &certificate : *fresh)
            isBuilt = isBuilt && addNewEntry(*list, certificate, order, old.value(certificate.serial()).entry);
    EVP_PKEY &signer = *issuer.key.handle();
    isBuilt =
        isBuilt && X509_CRL_sort(list.get()) == 1 && X509_CRL_sign(list.get(), &signer, signatureDigest(signer)) > 0;
    if (!isBuilt)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("making the revocation list")));
    const QByteArray der = encodedDer(i2d_X509_CRL, list.get());
    return RevocationList::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size()))));
}

bool isMadeBy(const RevocationList &list, const Certificate &issuer)
{
    const IgnoreOpenSslErrors ignore;
    EVP_PKEY *key = X509_get0_pubkey(issuer.handle());
    return key && X509_NAME_cmp(X509_CRL_get_issuer(list.handle()), X509_get_subject_name(issuer.handle())) == 0
           && X509_CRL_verify(list.handle(), key) == 1;
}

bool isRevokedIn(const RevocationList &list, const Certificate &certificate)
{
    return entriesOf({list}).contains(certificate.serial());
}

RevocationListListing revocationListsIn(const CertificateStore &store)
{
    RevocationListListing listing;
    const QStringList files = QDir(store.folder()).entryList({QStringLiteral("*.crl")}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        const QString file = store.folder() % u'/' % name;
        FileReading reading = readCertificateFileLeniently(file);
        for (RevocationList &list : reading.contents.revocationLists)
            listing.lists.push_back({.list = std::move(list), .file = file});
        std::ranges::move(reading.problems, std::back_inserter(listing.problems));
    }
    return listing;
}

RevocationListImport importRevocationLists(const std::vector<RevocationList> &lists, const CertificateStore &store)
{
    RevocationListImport result;
    if (const auto made = ensurePrivateFolder(store.folder()); !made) {
        result.problems.push_back(made.error());
        return result;
    }
    const FolderLock alone(store.folder()); // between the look at what is there and the new files
    QHash<QByteArray, QString> files;       // by the SHA-256 of what is in them
    const RevocationListListing known = revocationListsIn(store);
    for (const FoundRevocationList &stored : known.lists)
        files.insert(stored.list.sha256(), stored.file);
    QHash<QString, int> copies; // by name, the next one
    for (const RevocationList &list : lists) {
        if (const auto same = files.constFind(list.sha256()); same != files.cend()) {
            result.lists.push_back({.stored = {.list = list, .file = *same}, .wasThere = true});
            continue;
        }
        const QString name = safeBaseName(list.name());
        int copy = copies.value(name, 1);
        const auto file = writeUnderFreeName(list, name, store, copy);
        copies.insert(name, copy);
        if (file)
            result.lists.push_back({.stored = {.list = list, .file = *file}});
        else
            result.problems.push_back(file.error());
    }
    return result;
}

Result<FoundRevocationList> revoke(const RevocationOrder &order, const Identity &issuer, const QString &certificateFile,
                                   const CertificateStore &store,
                                   const std::function<Result<void>(const QString &file)> &beforeReplacing)
{
    const FolderLock alone(store.folder()); // between the list before and the next one
    RevocationListListing known = revocationListsIn(store);
    if (!known.problems.empty()) // it may be the last one of this authority
        return std::unexpected(std::move(known.problems.front()));
    const std::vector<FoundRevocationList> stored = listsOf(issuer.certificate, known.lists, order.thisUpdate);
    std::vector<RevocationList> before;
    for (const FoundRevocationList &one : stored)
        before.push_back(one.list);
    const auto list = makeRevocationList(order, issuer, before);
    if (!list)
        return std::unexpected(list.error());
    const bool hasOwnFile =
        !stored.empty() && std::ranges::count(known.lists, stored.front().file, &FoundRevocationList::file) == 1;
    if (!hasOwnFile) {
        int copy = 1;
        auto file = writeUnderFreeName(*list, QFileInfo(certificateFile).completeBaseName(), store, copy);
        if (!file)
            return std::unexpected(std::move(file.error()));
        return FoundRevocationList{.list = *list, .file = std::move(*file)};
    }
    const QString file = stored.front().file;
    if (beforeReplacing)
        if (const auto kept = beforeReplacing(file); !kept)
            return std::unexpected(kept.error());
    if (const auto written = writeFileAtomically(file, list->pem(), FileAccess::Readable); !written)
        return std::unexpected(written.error());
    return FoundRevocationList{.list = *list, .file = file};
}

} // namespace sealport
