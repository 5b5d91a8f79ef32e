#include "model/certificates/certificate_removal.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/content_reader.h"
#include "model/certificates/key_decoder.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/pem_blocks.h"

#include <QFile>
#include <QFileInfo>

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

bool belongsToOneOf(const PrivateKey &key, const std::vector<Certificate> &certificates)
{
    return std::ranges::any_of(certificates, [&key](const Certificate &c) { return key.matches(c); });
}

/// The file's text without what goes. Everything that cannot be read stays.
SecretBytes without(std::string_view text, const std::vector<Certificate> &going,
                    const std::vector<Certificate> &staying)
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
    for (const PemBlock &block : findPemBlocks(text)) {
        const auto object = decodePem(block);
        if (!object)
            continue;
        const auto certificate = Certificate::fromDer(object->der.bytes());
        bool goes = certificate && isAmong(*certificate, going);
        if (!certificate && block.label.ends_with("PRIVATE KEY")) {
            const auto key = keys.fromPem(*object);
            goes = key && belongsToOneOf(*key, going) && !belongsToOneOf(*key, staying);
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

/// The key beside a certificate's file. One that is locked can only be told by its name: it goes with its file.
void planKeyFile(const QString &certificateFile, const std::vector<Certificate> &going,
                 const std::vector<Certificate> &staying, Plan &plan)
{
    const QString file = CertificateStore::keyFile(certificateFile);
    if (!QFileInfo::exists(file))
        return;
    const FileReading reading = readCertificateFileLeniently(file);
    const bool goes = std::ranges::all_of(reading.contents.keys, [&](const PrivateKey &key) {
        return belongsToOneOf(key, going) && !belongsToOneOf(key, staying);
    });
    const bool isKnown = !reading.contents.keys.empty() && reading.problems.empty();
    if (goes && reading.contents.certificates.empty() && (isKnown || staying.empty()))
        plan.deleted.append(file);
}

Result<void> planFile(const QString &file, const std::vector<Certificate> &going, Plan &plan)
{
    const FileReading reading = readCertificateFileLeniently(file);
    std::vector<Certificate> staying;
    std::ranges::copy_if(reading.contents.certificates, std::back_inserter(staying),
                         [&going](const Certificate &certificate) { return !isAmong(certificate, going); });
    if (staying.size() == reading.contents.certificates.size())
        return {};
    const bool holdsMore = !staying.empty() || !reading.problems.empty() || !reading.contents.requests.empty()
                           || !reading.contents.revocationLists.empty()
                           || std::ranges::any_of(reading.contents.keys, [&going](const PrivateKey &key) {
                                  return !belongsToOneOf(key, going);
                              });
    if (!holdsMore)
        plan.deleted.append(file);
    planKeyFile(file, going, staying, plan);
    if (!holdsMore)
        return {};
    const auto bytes = readFile(file, largestFile);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto octets = bytes->bytes();
    SecretBytes rest = without({reinterpret_cast<const char *>(octets.data()), octets.size()}, going, staying);
    const FileReading left = readCertificateBytes(rest.bytes());
    const bool isGone =
        std::ranges::none_of(left.contents.certificates, [&going](const Certificate &c) { return isAmong(c, going); });
    if (!isGone) // a container: it would have to be made anew
        return std::unexpected(Error{.code = ErrorCode::FileNotWritable,
                                     .subject = file,
                                     .values = {},
                                     .causes = {QStringLiteral("a container of several certificates")}});
    plan.rewritten.emplace_back(file, std::move(rest));
    return {};
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

Result<Trash::Item> removeCertificates(const std::vector<Certificate> &certificates, const CertificateStore &store,
                                       const Trash &trash)
{
    Plan plan;
    for (const QString &file : store.files()) {
        if (const auto planned = planFile(file, certificates, plan); !planned)
            return std::unexpected(planned.error());
    }
    QStringList touched = plan.deleted;
    for (const auto &[file, bytes] : plan.rewritten)
        touched.append(file);
    if (touched.isEmpty())
        return std::unexpected(Error{.code = ErrorCode::CertificateNotFound,
                                     .subject = certificates.empty() ? QString() : certificates.front().name(),
                                     .values = {},
                                     .causes = {}});
    const auto kept = trash.keep(touched);
    if (!kept)
        return kept;
    if (const auto done = carryOut(plan); !done) {
        static_cast<void>(trash.restore(*kept));
        return std::unexpected(done.error());
    }
    return kept;
}

} // namespace sealport
