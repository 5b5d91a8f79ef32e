#include "model/certificates/certificate_removal.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/content_reader.h"
#include "model/certificates/key_decoder.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/pem_blocks.h"
#include "model/certificates/request_files.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace sealport {

namespace {

constexpr std::size_t largestFile = 16U << 20U;

/// What is to be done, found out before anything is touched.
struct Plan {
    QStringList deleted; ///< a certificate before its key: a key that is left alone harms nobody
    std::vector<std::pair<QString, SecretBytes>> rewritten;
};

bool isAmong(const Certificate &certificate, const std::vector<Certificate> &certificates)
{
    return std::ranges::find(certificates, certificate) != certificates.end();
}

bool isAmong(const CertificateRequest &request, const std::vector<FoundRequest> &requests)
{
    return std::ranges::find(requests, request, &FoundRequest::request) != requests.end();
}

bool isAmong(const RevocationList &list, const std::vector<FoundRevocationList> &lists)
{
    return std::ranges::find(lists, list, &FoundRevocationList::list) != lists.end();
}

/// Whether one object of PEM, keys apart, is among what goes.
bool isAmong(std::span<const std::byte> der, const StoreRemoval &removal)
{
    if (const auto certificate = Certificate::fromDer(der))
        return isAmong(*certificate, removal.certificates);
    if (const auto request = CertificateRequest::fromDer(der))
        return isAmong(*request, removal.requests);
    const auto list = RevocationList::fromDer(der);
    return list && isAmong(*list, removal.revocationLists);
}

bool belongsToOneOf(const PrivateKey &key, const std::vector<Certificate> &certificates)
{
    return std::ranges::any_of(certificates, [&key](const Certificate &c) { return key.matches(c); });
}

/// The file's text without what goes. Everything that cannot be read stays.
SecretBytes without(std::string_view text, const StoreRemoval &removal, const std::vector<Certificate> &staying)
{
    const IgnoreOpenSslErrors ignore;
    PasswordEncryption encryption;
    KeyDecoder keys(nullptr, encryption);
    SecretBytes kept(text.size());
    std::size_t size = 0;
    std::size_t at = 0;
    const auto keep = [&](std::string_view part) {
        std::ranges::copy(std::as_bytes(std::span(part)), kept.bytes().begin() + static_cast<std::ptrdiff_t>(size));
        size += part.size();
    };
    const std::string_view afterMark = text.substr(text.starts_with("\xEF\xBB\xBF") ? 3 : 0); // UTF-8's, of Notepad
    for (const PemBlock &block : findPemBlocks(afterMark)) {
        const auto object = decodePem(block);
        if (!object)
            continue;
        bool goes = isAmong(object->der.bytes(), removal);
        if (!goes && block.label.ends_with("PRIVATE KEY")) {
            const auto key = keys.fromPem(*object);
            goes = key && belongsToOneOf(*key, removal.certificates) && !belongsToOneOf(*key, staying);
        }
        if (!goes)
            continue;
        const auto start = static_cast<std::size_t>(block.text.data() - text.data());
        keep(text.substr(at, start - at));
        at = start + block.text.size();
    }
    keep(text.substr(at));
    return SecretBytes(std::span<const std::byte>(kept.bytes()).first(size));
}

/// One file of the store, read.
struct StoreFile {
    QString path;
    FileReading reading;
    std::vector<Certificate> staying;
    bool hasKeyOfGoing = false; ///< something that stays has
    [[nodiscard]] bool isTouched() const { return staying.size() != reading.contents.certificates.size(); }
    /// Nothing else is in it but what goes.
    [[nodiscard]] bool goesWhole(const std::vector<Certificate> &going) const
    {
        const FileContents &contents = reading.contents;
        const auto isOther = [&going](const PrivateKey &key) { return !belongsToOneOf(key, going); };
        return isTouched() && staying.empty() && reading.problems.empty() && reading.otherKinds.isEmpty()
               && contents.requests.empty() && contents.revocationLists.empty()
               && std::ranges::none_of(contents.keys, isOther);
    }
};

std::vector<StoreFile> readStore(const CertificateStore &store, const std::vector<Certificate> &going)
{
    QSet<QByteArray> keys;
    for (const Certificate &certificate : going)
        keys.insert(certificate.publicKeySha256());
    std::vector<StoreFile> files;
    for (const QString &path : store.files()) {
        StoreFile file{.path = path, .reading = readCertificateFileLeniently(path), .staying = {}};
        std::ranges::copy_if(file.reading.contents.certificates, std::back_inserter(file.staying),
                             [&going](const Certificate &certificate) { return !isAmong(certificate, going); });
        file.hasKeyOfGoing = std::ranges::any_of(file.staying, [&keys](const Certificate &certificate) {
            return keys.contains(certificate.publicKeySha256());
        });
        files.push_back(std::move(file));
    }
    return files;
}

bool haveKeyInCommon(const std::vector<Certificate> &some, const std::vector<Certificate> &others)
{
    return std::ranges::any_of(some, [&others](const Certificate &one) {
        return std::ranges::find(others, one.publicKeySha256(), &Certificate::publicKeySha256) != others.end();
    });
}

/// What stays, has the key of something that goes, and would lose it with `keyFile`: no other copy stands beside it.
/// One that is locked is taken for a copy.
std::vector<Certificate> relyingOn(const QString &keyFile, const std::vector<StoreFile> &all)
{
    std::vector<Certificate> relying;
    for (const StoreFile &file : all) {
        if (!file.hasKeyOfGoing)
            continue;
        const QString own = CertificateStore::keyFile(file.path);
        const FileReading beside = own == keyFile ? FileReading() : readCertificateFileLeniently(own);
        if (hasLockedKey(beside) || hasLockedKey(file.reading))
            continue;
        std::ranges::copy_if(file.staying, std::back_inserter(relying), [&](const Certificate &certificate) {
            const auto isIts = [&certificate](const PrivateKey &key) { return key.matches(certificate); };
            return std::ranges::none_of(beside.contents.keys, isIts)
                   && std::ranges::none_of(file.reading.contents.keys, isIts);
        });
    }
    return relying;
}

/// The key beside a certificate's file: `web.crt` and `web.pem` have the same one. One that is locked can only be told
/// by its name: it goes with the last of its files, unless something that stays relies on it.
void planKeyFile(const StoreFile &file, const std::vector<StoreFile> &all, const StoreRemoval &removal, Plan &plan)
{
    const std::vector<Certificate> &going = removal.certificates;
    const QString keyFile = CertificateStore::keyFile(file.path);
    const QString request =
        QFileInfo(keyFile).path() % u'/' % QFileInfo(keyFile).completeBaseName() % QStringLiteral(".csr");
    const bool goesToo = std::ranges::find(removal.requests, request, &FoundRequest::file) != removal.requests.end();
    const bool isAwaited = QFileInfo::exists(request) && !goesToo; // another answer may come
    if (isAwaited || !QFileInfo::exists(keyFile) || plan.deleted.contains(keyFile))
        return;
    const std::vector<Certificate> staying = relyingOn(keyFile, all);
    const bool isShared = std::ranges::any_of(all, [&](const StoreFile &other) {
        return CertificateStore::keyFile(other.path) == keyFile && !other.goesWhole(going);
    });
    const FileReading reading = readCertificateFileLeniently(keyFile);
    const bool goes = std::ranges::all_of(reading.contents.keys, [&](const PrivateKey &key) {
        return belongsToOneOf(key, going) && !belongsToOneOf(key, staying);
    });
    const bool isKnown = !reading.contents.keys.empty() && reading.problems.empty();
    std::vector<Certificate> ofThisFile = file.reading.contents.certificates;
    std::erase_if(ofThisFile, [&going](const Certificate &one) { return !isAmong(one, going); });
    const bool isNeeded = isShared || haveKeyInCommon(ofThisFile, staying);
    if (goes && reading.contents.certificates.empty() && (isKnown || !isNeeded))
        plan.deleted.append(keyFile);
}

Result<void> planRewriting(const QString &file, const std::vector<Certificate> &staying, const StoreRemoval &removal,
                           Plan &plan)
{
    const QString real = QFileInfo(file).canonicalFilePath(); // of a link, what it points to: a copy is kept of that
    const auto refused = [&real](const QString &cause) {
        return std::unexpected(
            Error{.code = ErrorCode::FileNotWritable, .subject = real, .values = {}, .causes = {cause}});
    };
    const auto bytes = readFile(real, largestFile);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto octets = bytes->bytes();
    SecretBytes rest = without({reinterpret_cast<const char *>(octets.data()), octets.size()}, removal, staying);
    const FileContents left = readCertificateBytes(rest.bytes()).contents;
    const auto goes = [](const auto &going) { return [&going](const auto &one) { return isAmong(one, going); }; };
    if (std::ranges::any_of(left.certificates, goes(removal.certificates))
        || std::ranges::any_of(left.requests, goes(removal.requests))
        || std::ranges::any_of(left.revocationLists, goes(removal.revocationLists)))
        return refused(QStringLiteral("a container, or text in UTF-16, of several objects"));
    plan.rewritten.emplace_back(real, std::move(rest));
    return {};
}

bool isUntouched(const Trash::Item &item)
{
    for (qsizetype i = 0; i < item.origins.size(); ++i) {
        const auto now = readFile(item.origins.at(i), largestFile);
        const auto before = readFile(Trash::keptFile(item, i), largestFile);
        if (!now || !before || !std::ranges::equal(now->bytes(), before->bytes()))
            return false;
    }
    return true;
}

/// The key beside a request goes with it, where nothing else has the same key or the same name.
void planRequestKey(const QString &file, const FileReading &reading, const std::vector<StoreFile> &all,
                    const CertificateStore &store, const StoreRemoval &removal, Plan &plan)
{
    const QString keyFile = CertificateStore::keyFile(file);
    if (!QFileInfo::exists(keyFile) || plan.deleted.contains(keyFile))
        return;
    const auto hasItsKey = [&reading](const auto &object) {
        return std::ranges::find(reading.contents.requests, object.publicKeySha256(),
                                 &CertificateRequest::publicKeySha256)
               != reading.contents.requests.end();
    };
    const bool isCertificates = std::ranges::any_of(all, [&](const StoreFile &other) {
        const bool isBeside = CertificateStore::keyFile(other.path) == keyFile;
        return std::ranges::any_of(other.staying, hasItsKey) || (isBeside && !other.goesWhole(removal.certificates));
    });
    const bool isAwaited = std::ranges::any_of(requestsIn(store).requests, [&](const FoundRequest &other) {
        return !isAmong(other.request, removal.requests) && hasItsKey(other.request);
    });
    const FileReading key = readCertificateFileLeniently(keyFile);
    const bool isOpen = key.problems.empty() && !key.contents.keys.empty();
    const bool isLocked = key.contents.keys.empty() && key.problems.size() == 1 && hasLockedKey(key);
    const bool isItsOwn = std::ranges::all_of(key.contents.keys, [&reading](const PrivateKey &one) {
        return std::ranges::any_of(reading.contents.requests,
                                   [&one](const CertificateRequest &asked) { return one.matches(asked); });
    });
    if ((isOpen || isLocked) && isItsOwn && key.contents.certificates.empty() && !isCertificates && !isAwaited)
        plan.deleted.append(keyFile);
}

/// What is there now is meant: since somebody saw the list, the file may have got more.
Result<void> planOthers(const QString &file, const std::vector<StoreFile> &all, const CertificateStore &store,
                        const StoreRemoval &removal, Plan &plan)
{
    const QFileInfo info(file);
    if (!info.exists() || info.path() != store.folder() || plan.deleted.contains(file))
        return {};
    const FileReading reading = readCertificateFileLeniently(file);
    const FileContents &contents = reading.contents;
    const auto goes = [](const auto &going) { return [&going](const auto &one) { return isAmong(one, going); }; };
    if (std::ranges::none_of(contents.requests, goes(removal.requests))
        && std::ranges::none_of(contents.revocationLists, goes(removal.revocationLists)))
        return {};
    const bool goesWhole = std::ranges::all_of(contents.requests, goes(removal.requests))
                           && std::ranges::all_of(contents.revocationLists, goes(removal.revocationLists))
                           && contents.certificates.empty() && contents.keys.empty() && reading.problems.empty()
                           && reading.otherKinds.isEmpty();
    if (!goesWhole)
        return planRewriting(file, contents.certificates, removal, plan);
    plan.deleted.append(file);
    if (!contents.requests.empty())
        planRequestKey(file, reading, all, store, removal, plan);
    return {};
}

/// The files of requests and revocation lists that go.
QStringList otherFiles(const StoreRemoval &removal)
{
    QStringList files;
    for (const FoundRequest &one : removal.requests)
        files.append(one.file);
    for (const FoundRevocationList &one : removal.revocationLists)
        files.append(one.file);
    files.removeDuplicates();
    return files;
}

Error nothingThere(const StoreRemoval &removal)
{
    if (removal.certificates.empty())
        return {.code = ErrorCode::FileNotFound, .subject = otherFiles(removal).value(0), .values = {}, .causes = {}};
    return {.code = ErrorCode::CertificateNotFound,
            .subject = removal.certificates.front().name(),
            .values = {},
            .causes = {}};
}

Result<void> carryOut(const Plan &plan)
{
    for (const auto &[file, bytes] : plan.rewritten) {
        const auto permissions = QFileInfo(file).permissions();
        if (const auto written = writeFileAtomically(file, bytes.bytes(), FileAccess::OwnerOnly); !written)
            return written;
        QFile::setPermissions(file, permissions);
    }
    for (const QString &file : plan.deleted) {
        QFile gone(file);
        if (!gone.remove() && gone.exists())
            return std::unexpected(Error{
                .code = ErrorCode::FileNotWritable, .subject = file, .values = {}, .causes = {gone.errorString()}});
    }
    return {};
}

} // namespace

Result<Trash::Item> takeFromStore(const StoreRemoval &removal, const CertificateStore &store, const Trash &trash)
{
    const FolderLock alone(store.folder()); // a list that is written meanwhile would go without a copy
    Plan plan;
    const std::vector<StoreFile> files = readStore(store, removal.certificates);
    for (const StoreFile &file : files) {
        if (!file.isTouched())
            continue;
        if (file.goesWhole(removal.certificates))
            plan.deleted.append(file.path);
        else if (const auto planned = planRewriting(file.path, file.staying, removal, plan); !planned)
            return std::unexpected(planned.error());
        planKeyFile(file, files, removal, plan);
    }
    for (const QString &file : otherFiles(removal))
        if (const auto planned = planOthers(file, files, store, removal, plan); !planned)
            return std::unexpected(planned.error());
    QStringList touched = plan.deleted;
    for (const auto &[file, bytes] : plan.rewritten)
        touched.append(file);
    if (touched.isEmpty())
        return std::unexpected(nothingThere(removal));
    const auto kept = trash.keep(touched);
    if (!kept)
        return kept;
    if (auto done = carryOut(plan); !done) {
        if (isUntouched(*kept)) {
            trash.discard(*kept); // there are keys in it
            return std::unexpected(done.error());
        }
        if (const auto undone = trash.restore(*kept); !undone)
            done.error().causes += QStringList(kept->folder) + undone.error().causes; // where all of it still is
        return std::unexpected(done.error());
    }
    return kept;
}

} // namespace sealport
