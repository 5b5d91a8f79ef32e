#include "model/sockets/found_certificate.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/chain.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace sealport {

namespace {

constexpr std::size_t largestFile = 16U << 20U;

bool isPem(const QString &file)
{
    const auto content = readFile(file, largestFile);
    if (!content)
        return true; // nobody can tell; whoever reads it says what is wrong
    const auto octets = content->bytes();
    return QByteArrayView(reinterpret_cast<const char *>(octets.data()), static_cast<qsizetype>(octets.size()))
        .contains("-----BEGIN ");
}

/// What can be told of an identity whose key stays shut.
Identity withoutKey(const std::vector<CertificateHolder> &holders)
{
    std::vector<Certificate> others;
    for (const CertificateHolder &holder : holders)
        std::ranges::copy(holder.certificates, std::back_inserter(others));
    const Certificate certificate = others.front();
    std::erase(others, certificate);
    std::vector<Certificate> chain = issuersOf(certificate, others);
    return {.certificate = certificate, .key = {}, .chain = std::move(chain), .standingWith = std::move(others)};
}

} // namespace

CertificateHolder holderOf(const QString &file)
{
    return {.file = QFileInfo(file).absoluteFilePath(),
            .certificates = readCertificateFileLeniently(file).contents.certificates,
            .isPem = isPem(file)};
}

QStringList FoundCertificate::hostNames() const
{
    QStringList names;
    for (const QString &name : identity.certificate.subjectAltNames())
        if (name.startsWith(u"DNS:"))
            names.append(name.mid(4));
    if (names.isEmpty())
        names.append(identity.certificate.name());
    return names;
}

Result<FoundCertificate> foundInFiles(const CertificateReference &reference)
{
    std::vector<CertificateHolder> holders{holderOf(reference.file)};
    for (const QString &further : {reference.chainFile, reference.keyFile})
        if (!further.isEmpty() && further != reference.file)
            holders.push_back(holderOf(further));
    auto identity = readIdentity(reference.file, reference.keyFile, reference.chainFile);
    const bool isOnlyLocked = !identity && isAboutPassphrase(identity.error()) && !holders.front().certificates.empty();
    if (!identity && !isOnlyLocked)
        return std::unexpected(identity.error());
    Identity without = identity ? std::move(*identity) : withoutKey(holders);
    without.key = PrivateKey();
    return FoundCertificate{
        .identity = std::move(without),
        .keyFile = QFileInfo(reference.keyFile.isEmpty() ? reference.file : reference.keyFile).absoluteFilePath(),
        .isKeyProtected = isOnlyLocked,
        .holders = std::move(holders)};
}

Result<FoundCertificate> foundInStore(const StoredCertificate &stored, const CertificateStore &store,
                                      const std::vector<StoredCertificate> &listed)
{
    if (!stored.hasKey)
        return std::unexpected(
            Error{.code = ErrorCode::NoPrivateKey, .subject = stored.certificate.name(), .values = {}, .causes = {}});
    const QString beside = CertificateStore::keyFile(stored.file);
    FoundCertificate found{.identity = {.certificate = stored.certificate, .key = {}, .chain = store.chainOf(stored)},
                           .keyFile = QFileInfo(QFile::exists(beside) ? beside : stored.file).absoluteFilePath(),
                           .isKeyProtected = stored.isKeyLocked,
                           .holders = {holderOf(stored.file)}};
    found.identity.standingWith = found.holders.front().certificates;
    std::erase(found.identity.standingWith, stored.certificate);
    for (const StoredCertificate &other : listed)
        if (other.file != stored.file)
            found.holders.push_back(holderOf(other.file));
    return found;
}

} // namespace sealport
