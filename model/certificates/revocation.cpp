#include "model/certificates/revocation.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_extensions.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/certificate_signing.h"
#include "model/certificates/display_text.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/renewal.h"
#include "model/certificates/store_names.h"
#include "model/certificates/x509_values.h"

#include <openssl/bn.h>

#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

namespace sealport {

namespace {

using NumberPtr = Handle<BIGNUM, BN_free>;
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

const X509_REVOKED *entryOf(const RevocationList *list, const Certificate &certificate)
{
    const STACK_OF(X509_REVOKED) *entries = list ? X509_CRL_get_REVOKED(list->handle()) : nullptr;
    for (int i = 0; i < sk_X509_REVOKED_num(entries); ++i) {
        const X509_REVOKED *entry = sk_X509_REVOKED_value(entries, i);
        if (ASN1_INTEGER_cmp(X509_REVOKED_get0_serialNumber(entry), X509_get0_serialNumber(certificate.handle())) == 0)
            return entry;
    }
    return nullptr;
}

/// All but those that the next list speaks of anew.
bool addOldEntries(X509_CRL &list, const RevocationList *before, const std::vector<Certificate> &again)
{
    std::vector<const X509_REVOKED *> replaced;
    replaced.reserve(again.size());
    for (const Certificate &certificate : again)
        replaced.push_back(entryOf(before, certificate));
    const STACK_OF(X509_REVOKED) *entries = before ? X509_CRL_get_REVOKED(before->handle()) : nullptr;
    for (int i = 0; i < sk_X509_REVOKED_num(entries); ++i) {
        const X509_REVOKED *entry = sk_X509_REVOKED_value(entries, i);
        if (std::ranges::find(replaced, entry) == replaced.end() && !addEntry(list, X509_REVOKED_dup(entry)))
            return false;
    }
    return true;
}

/// Another reason does not change the date: since then nobody was to trust the certificate.
bool addNewEntry(X509_CRL &list, const Certificate &certificate, const RevocationOrder &order,
                 const RevocationList *before)
{
    RevokedPtr entry(X509_REVOKED_new());
    const X509_REVOKED *old = entryOf(before, certificate);
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

QString nameOf(RevocationReason reason)
{
    const auto *const found = std::ranges::find(reasons, reason, [](const auto &one) { return one.first; });
    return QString::fromLatin1(found->second);
}

/// The reasons of the revoked, by serial number.
QHash<QString, QString> reasonsIn(const RevocationList *list)
{
    QHash<QString, QString> found;
    if (list)
        for (const RevokedCertificate &entry : list->entries(0, list->count()))
            found.insert(entry.serial, entry.reason);
    return found;
}

/// Those of the order that the next list says something new of, each once.
Result<std::vector<Certificate>> newlyRevoked(const RevocationOrder &order, const RevocationList *before)
{
    const QHash<QString, QString> known = reasonsIn(before);
    const QString hold = nameOf(RevocationReason::CertificateHold);
    std::vector<Certificate> fresh;
    for (const Certificate &certificate : order.certificates) {
        if (std::ranges::find(fresh, certificate.serial(), &Certificate::serial) != fresh.end())
            continue;
        const auto old = known.constFind(certificate.serial());
        const bool isFinal = old != known.cend() && *old != hold;
        const bool isLifting = order.reason == RevocationReason::RemoveFromCrl;
        if (isLifting && old == known.cend())
            return std::unexpected(
                refused(ErrorCode::CertificateNotFound, certificate.name(), {QStringLiteral("hold")}));
        if (isLifting && isFinal)
            return std::unexpected(refused(ErrorCode::AlreadyRevoked, certificate.name(), {QStringLiteral("lift")}));
        if (isFinal && order.reason == RevocationReason::CertificateHold)
            return std::unexpected(refused(ErrorCode::AlreadyRevoked, certificate.name()));
        const bool hasReasonAlready =
            isFinal && (order.reason == RevocationReason::Unspecified || *old == nameOf(order.reason));
        const bool isHeldAlready =
            old != known.cend() && *old == hold && order.reason == RevocationReason::CertificateHold;
        if (!hasReasonAlready && !isHeldAlready)
            fresh.push_back(certificate);
    }
    return fresh;
}

/// RFC 5280 section 5.2.3: one more than before, which may have up to 20 octets.
bool addNumber(X509_CRL &list, const RevocationList *before)
{
    NumberPtr number(BN_new());
    const IntegerPtr last(
        before ? static_cast<ASN1_INTEGER *>(X509_CRL_get_ext_d2i(before->handle(), NID_crl_number, nullptr, nullptr))
               : nullptr);
    if (last)
        number.reset(ASN1_INTEGER_to_BN(last.get(), nullptr));
    if (!number || BN_add_word(number.get(), 1) != 1)
        return false;
    const IntegerPtr value(BN_to_ASN1_INTEGER(number.get(), nullptr));
    return value && X509_CRL_add1_ext_i2d(&list, NID_crl_number, value.get(), 0, X509V3_ADD_DEFAULT) == 1;
}

const FoundRevocationList *lastOf(const std::vector<FoundRevocationList> &lists, const Certificate &issuer)
{
    const FoundRevocationList *last = nullptr;
    for (const FoundRevocationList &stored : lists) {
        const bool isLater = !last || last->list.thisUpdate() <= stored.list.thisUpdate();
        if (isLater && isMadeBy(stored.list, issuer))
            last = &stored;
    }
    return last;
}

/// One that nothing stands at yet.
QString freeFile(const QString &name, const CertificateStore &store)
{
    const QString base = store.folder() % u'/' % name;
    QString file = base % QStringLiteral(".crl");
    for (int copy = 2; QFileInfo::exists(file); ++copy)
        file = base % u'-' % QString::number(copy) % QStringLiteral(".crl");
    return file;
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
                                          const RevocationList *before)
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
    const auto fresh = newlyRevoked(order, before);
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
        && X509_CRL_set1_nextUpdate(list.get(), nextUpdate.get()) == 1 && addOldEntries(*list, before, *fresh)
        && X509_CRL_add1_ext_i2d(list.get(), NID_authority_key_identifier, keyIdentifier.get(), 0, X509V3_ADD_DEFAULT)
               == 1
        && addNumber(*list, before);
    if (order.reason != RevocationReason::RemoveFromCrl) // RFC 5280 section 5.3.1: left out of a full list
        for (const Certificate &certificate : *fresh)
            isBuilt = isBuilt && addNewEntry(*list, certificate, order, before);
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
    return reasonsIn(&list).contains(certificate.serial());
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

Result<ImportedRevocationList> importRevocationList(const RevocationList &list, const CertificateStore &store)
{
    if (const auto made = ensurePrivateFolder(store.folder()); !made)
        return std::unexpected(made.error());
    const FolderLock alone(store.folder()); // between the look at what is there and the new file
    std::vector<FoundRevocationList> known = revocationListsIn(store).lists;
    const auto same = std::ranges::find(known, list, &FoundRevocationList::list);
    if (same != known.end())
        return ImportedRevocationList{.stored = std::move(*same), .wasThere = true};
    const QString file = freeFile(safeBaseName(list.name()), store);
    const QByteArray pem = list.pem();
    const auto octets = std::as_bytes(std::span(pem.constData(), static_cast<std::size_t>(pem.size())));
    if (const auto written = writeFileAtomically(file, octets, FileAccess::Readable, ExistingFile::Keep); !written)
        return std::unexpected(written.error());
    return ImportedRevocationList{.stored = {.list = list, .file = file}};
}

Result<FoundRevocationList> revoke(const RevocationOrder &order, const Identity &issuer, const QString &certificateFile,
                                   const CertificateStore &store,
                                   const std::function<Result<void>(const QString &file)> &beforeReplacing)
{
    const FolderLock alone(store.folder()); // between the list before and the next one
    RevocationListListing known = revocationListsIn(store);
    const FoundRevocationList *before = lastOf(known.lists, issuer.certificate);
    if (!before && !known.problems.empty()) // it may be among those that cannot be read
        return std::unexpected(std::move(known.problems.front()));
    const auto list = makeRevocationList(order, issuer, before ? &before->list : nullptr);
    if (!list)
        return std::unexpected(list.error());
    const bool hasOwnFile = before && std::ranges::count(known.lists, before->file, &FoundRevocationList::file) == 1;
    const QString file = hasOwnFile ? before->file : freeFile(QFileInfo(certificateFile).completeBaseName(), store);
    if (hasOwnFile && beforeReplacing)
        if (const auto kept = beforeReplacing(file); !kept)
            return std::unexpected(kept.error());
    if (const auto written = writeFileAtomically(file, list->pem(), FileAccess::Readable); !written)
        return std::unexpected(written.error());
    return FoundRevocationList{.list = *list, .file = file};
}

} // namespace sealport
