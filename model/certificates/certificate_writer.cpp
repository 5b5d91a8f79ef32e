#include "model/certificates/certificate_writer.h"

#include "model/certificates/content_reader.h"
#include "model/certificates/key_halves.h"
#include "model/certificates/openssh_public_key.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/pem_blocks.h"
#include "model/certificates/pkcs12_writer.h"
#include "model/certificates/x509_values.h"

#include <openssl/pem.h>

#include <QFileInfo>

#include <algorithm>
#include <initializer_list>

namespace sealport {

namespace {

Error failure(ErrorCode code, const QString &subject, const QString &cause = {})
{
    return Error{
        .code = code, .subject = subject, .values = {}, .causes = cause.isEmpty() ? QStringList() : QStringList{cause}};
}

std::span<const std::byte> spanOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

std::vector<Certificate> wholeChain(const Identity &identity)
{
    std::vector<Certificate> chain{identity.certificate};
    chain.insert(chain.end(), identity.chain.begin(), identity.chain.end());
    return chain;
}

QByteArray chainPem(const Identity &identity)
{
    QByteArray pem;
    for (const Certificate &certificate : wholeChain(identity))
        pem += certificate.pem();
    return pem;
}

Result<SecretBytes> plain(const QByteArray &bytes)
{
    return SecretBytes(spanOf(bytes));
}

QByteArray publicKeyPem(const Certificate &certificate)
{
    return pemBlock("PUBLIC KEY", encodedDer(i2d_X509_PUBKEY, X509_get_X509_PUBKEY(certificate.handle())));
}

Result<SecretBytes> pemWithKey(const Identity &identity, const SecretBytes *passphrase)
{
    const QByteArray chain = chainPem(identity);
    const auto key = identity.key.pkcs8Pem(passphrase);
    if (!key)
        return std::unexpected(key.error());
    return joined({spanOf(chain), key->bytes()});
}

/// The public key alone, in the one form or the other.
PkeyPtr publicKeyIn(std::span<const std::byte> bytes, ExportFormat format)
{
    const QByteArray text(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    if (format == ExportFormat::OpenSshPublicKey) {
        auto key = parseOpenSshPublicKey(text);
        return key ? std::move(*key) : nullptr;
    }
    const BioPtr memory(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
    return PkeyPtr(memory ? PEM_read_bio_PUBKEY(memory.get(), nullptr, nullptr, nullptr) : nullptr);
}

bool isSameKey(const PrivateKey &a, const PrivateKey &b)
{
    const auto first = a.pkcs8Pem();
    const auto second = b.pkcs8Pem();
    return first && second && std::ranges::equal(first->bytes(), second->bytes());
}

/// What differs, for the log; empty: nothing does.
QString differenceOf(std::span<const std::byte> bytes, const Identity &identity, ExportFormat format,
                     const SecretBytes *passphrase)
{
    if (format == ExportFormat::PublicKey || format == ExportFormat::OpenSshPublicKey) {
        const PkeyPtr key = publicKeyIn(bytes, format);
        const bool isSame = key && EVP_PKEY_eq(key.get(), X509_get0_pubkey(identity.certificate.handle())) == 1;
        return isSame ? QString() : QStringLiteral("the public key");
    }
    const FileReading reading = readCertificateBytes(bytes, passphrase);
    if (!reading.problems.empty())
        return errorName(reading.problems.front().code);
    const bool isAlone = format == ExportFormat::Pem || format == ExportFormat::Der;
    const std::vector<Certificate> wanted =
        isAlone ? std::vector<Certificate>{identity.certificate} : wholeChain(identity);
    if (reading.contents.certificates != wanted)
        return QStringLiteral("the certificates or their order");
    if (!holdsPrivateKey(format))
        return reading.contents.keys.empty() ? QString() : QStringLiteral("a private key");
    if (reading.contents.keys.size() != 1 || !isSameKey(reading.contents.keys.front(), identity.key))
        return QStringLiteral("the private key");
    if (passphrase && !readCertificateBytes(bytes).contents.keys.empty())
        return QStringLiteral("the key is not protected");
    return {};
}

} // namespace

QString exportFormatName(ExportFormat format)
{
    switch (format) { // no default: a new format without a name does not compile
    case ExportFormat::Pem:
        return QStringLiteral("pem");
    case ExportFormat::PemChain:
        return QStringLiteral("chain");
    case ExportFormat::PemWithKey:
        return QStringLiteral("pem-key");
    case ExportFormat::Der:
        return QStringLiteral("der");
    case ExportFormat::Pkcs7:
        return QStringLiteral("p7b");
    case ExportFormat::Pkcs12:
        return QStringLiteral("p12");
    case ExportFormat::Pkcs12ForOldDevices:
        return QStringLiteral("p12-legacy");
    case ExportFormat::PublicKey:
        return QStringLiteral("pubkey");
    case ExportFormat::OpenSshPublicKey:
        return QStringLiteral("ssh");
    }
    Q_UNREACHABLE();
}

std::optional<ExportFormat> exportFormatNamed(const QString &name)
{
    const auto found = std::ranges::find(allExportFormats, name, exportFormatName);
    return found == allExportFormats.end() ? std::nullopt : std::optional(*found);
}

bool holdsPrivateKey(ExportFormat format)
{
    return format == ExportFormat::PemWithKey || format == ExportFormat::Pkcs12
           || format == ExportFormat::Pkcs12ForOldDevices;
}

QString exportProtection(ExportFormat format, bool hasPassphrase)
{
    switch (format) {
    case ExportFormat::Pkcs12:
        return QStringLiteral("AES-256-CBC, PBKDF2 HMAC-SHA-256, MAC SHA-256");
    case ExportFormat::Pkcs12ForOldDevices:
        return QStringLiteral("pbeWithSHA1And3-KeyTripleDES-CBC, MAC SHA-1");
    case ExportFormat::PemWithKey:
        return hasPassphrase ? QStringLiteral("AES-256-CBC, PBKDF2 HMAC-SHA-256") : QString();
    default:
        return {};
    }
}

Result<SecretBytes> encodeCertificate(const Identity &identity, ExportFormat format, const SecretBytes *passphrase)
{
    const QString &name = identity.certificate.name();
    if (holdsPrivateKey(format) && identity.key.isNull())
        return std::unexpected(failure(ErrorCode::NoPrivateKey, name));
    if (holdsPrivateKey(format) && identity.key.isOnToken())
        return std::unexpected(failure(ErrorCode::KeyStaysOnToken, name)); // OpenSSL would write zeros
    if (holdsPrivateKey(format) && !identity.key.matches(identity.certificate))
        return std::unexpected(failure(ErrorCode::KeyMismatch, name));
    if (holdsPrivateKey(format) && !halvesBelongTogether(identity.key))
        return std::unexpected(halvesDiffer(name));
    if (holdsPrivateKey(format) && passphrase && passphrase->isEmpty())
        return std::unexpected(failure(ErrorCode::EmptyPassphrase, name));
    switch (format) {
    case ExportFormat::Pem:
        return plain(identity.certificate.pem());
    case ExportFormat::PemChain:
        return plain(chainPem(identity));
    case ExportFormat::PemWithKey:
        return pemWithKey(identity, passphrase);
    case ExportFormat::Der:
        return plain(identity.certificate.der());
    case ExportFormat::Pkcs7:
        return encodePkcs7(wholeChain(identity));
    case ExportFormat::Pkcs12:
    case ExportFormat::Pkcs12ForOldDevices:
        if (!passphrase)
            return std::unexpected(failure(ErrorCode::ExportNeedsPassphrase, name));
        return encodePkcs12(identity, *passphrase,
                            format == ExportFormat::Pkcs12 ? Pkcs12Strength::Modern : Pkcs12Strength::OldDevices);
    case ExportFormat::PublicKey:
        return plain(publicKeyPem(identity.certificate));
    case ExportFormat::OpenSshPublicKey:
        break;
    }
    const IgnoreOpenSslErrors ignore;
    const EVP_PKEY *key = X509_get0_pubkey(identity.certificate.handle());
    if (!key)
        return std::unexpected(Error{.code = ErrorCode::UnsupportedAlgorithm,
                                     .subject = name,
                                     .values = {identity.certificate.keyType(), QStringLiteral("ssh")},
                                     .causes = {}});
    auto line = openSshPublicKey(*key, name);
    if (!line) {
        line.error().subject = name;
        return std::unexpected(line.error());
    }
    return plain(*line);
}

Result<void> checkExport(std::span<const std::byte> bytes, const Identity &identity, ExportFormat format,
                         const SecretBytes *passphrase)
{
    const IgnoreOpenSslErrors ignore;
    const QString difference = differenceOf(bytes, identity, format, passphrase);
    if (!difference.isEmpty())
        return std::unexpected(failure(ErrorCode::ExportDiffers, identity.certificate.name(), difference));
    return {};
}

Result<void> exportCertificate(const QString &path, const Identity &identity, ExportFormat format,
                               const SecretBytes *passphrase, ExistingFile existing)
{
    if (existing == ExistingFile::Keep && QFileInfo::exists(path))
        return std::unexpected(failure(ErrorCode::AlreadyExists, path));
    const auto bytes = encodeCertificate(identity, format, passphrase);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto readBack = [&](const QString &temporary) -> Result<void> {
        const auto written = readFile(temporary, bytes->bytes().size());
        auto checked = written ? checkExport(written->bytes(), identity, format, passphrase)
                               : Result<void>(std::unexpected(written.error()));
        if (!checked)
            checked.error().subject = path;
        return checked;
    };
    const FileAccess access = holdsPrivateKey(format) ? FileAccess::OwnerOnly : FileAccess::Readable;
    return writeFileAtomically(path, bytes->bytes(), access, existing, readBack);
}

} // namespace sealport
