#include "model/certificates/certificate_search.h"

#include "model/certificates/certificate_file.h"
#include "model/certificates/content_reader.h"
#include "model/certificates/token_search.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace sealport {

namespace {

QStringList filesIn(const QString &folder, const std::stop_token &stop, std::vector<Error> &problems)
{
    QStringList files;
    QDirIterator walk(folder, QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (walk.hasNext() && !stop.stop_requested()) {
        const QString path = walk.next();
        const QFileInfo info = walk.fileInfo();
        if (!info.isDir())
            files.append(path);
        else if (!info.isSymLink() && (!info.isReadable() || !info.isExecutable()))
            problems.push_back({.code = ErrorCode::FileNotReadable, .subject = path, .values = {}, .causes = {}});
    }
    std::ranges::sort(files);
    return files;
}

void take(FileReading reading, const QString &file, bool isAskedFor, FoundCertificates &found)
{
    const std::vector<PrivateKey> &keys = reading.contents.keys;
    const auto hasKey = [&keys](const auto &object) {
        return std::ranges::any_of(keys, [&object](const PrivateKey &key) { return key.matches(object); });
    };
    for (const Certificate &certificate : reading.contents.certificates)
        found.certificates.push_back({.certificate = certificate, .hasKey = hasKey(certificate), .file = file});
    for (const CertificateRequest &request : reading.contents.requests)
        found.requests.push_back({.request = request, .file = file, .hasKey = hasKey(request)});
    for (RevocationList &list : reading.contents.revocationLists)
        found.revocationLists.push_back({.list = std::move(list), .file = file});
    if (isAskedFor && found.isEmpty() && reading.problems.empty())
        reading.problems.push_back(noCertificateIn(reading, file));
    for (Error &problem : reading.problems) {
        const bool hasNothing = problem.code == ErrorCode::NoCertificateInFile;
        const bool isOtherFile =
            hasNothing || problem.code == ErrorCode::EmptyFile || problem.code == ErrorCode::FileTooLarge;
        const bool isOfAnotherKind = hasNothing && !problem.values.isEmpty();
        if (isAskedFor || !isOtherFile || (isNamedAsCertificateFile(file) && !isOfAnotherKind))
            found.problems.push_back(std::move(problem));
    }
}

} // namespace

bool isNamedAsCertificateFile(const QString &file)
{
    static const QStringList endings{
        QStringLiteral("pem"), QStringLiteral("crt"), QStringLiteral("cer"),        QStringLiteral("der"),
        QStringLiteral("p7b"), QStringLiteral("p7c"), QStringLiteral("p12"),        QStringLiteral("pfx"),
        QStringLiteral("jks"), QStringLiteral("ks"),  QStringLiteral("jceks"),      QStringLiteral("keystore"),
        QStringLiteral("p8"),  QStringLiteral("pk8"), QStringLiteral("truststore"), QStringLiteral("csr"),
        QStringLiteral("p10"), QStringLiteral("crl"), QStringLiteral("key")};
    return endings.contains(QFileInfo(file).suffix().toLower());
}

QString systemRootsFile()
{
    if (const QString named = qEnvironmentVariable("SSL_CERT_FILE"); !named.isEmpty())
        return named;
    for (const char *file :
         {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
          "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/cert.pem"})
        if (QFileInfo(QLatin1String(file)).isFile())
            return QLatin1String(file);
    return {};
}

FoundCertificates searchCertificateBytes(std::span<const std::byte> bytes, const SecretBytes *passphrase)
{
    FoundCertificates found;
    take(readCertificateBytes(bytes, passphrase), {}, true, found);
    return found;
}

FoundCertificates searchCertificates(const QString &path, const Passphrases &passphrases, const std::stop_token &stop,
                                     const SearchProgress &progress)
{
    if (isTokenPlace(path))
        return searchTokens(path, passphrases, stop);
    FoundCertificates found;
    const QFileInfo info(path);
    if (!info.isDir()) {
        take(readCertificateFileLeniently(path, passphrases.of(path)), path, true, found);
        return found;
    }
    if (!info.isReadable() || !info.isExecutable())
        found.problems.push_back({.code = ErrorCode::FileNotReadable, .subject = path, .values = {}, .causes = {}});
    const QStringList files = filesIn(path, stop, found.problems);
    for (qsizetype i = 0; i < files.size() && !stop.stop_requested(); ++i) {
        if (progress)
            progress(static_cast<std::size_t>(i), static_cast<std::size_t>(files.size()));
        take(readCertificateFileLeniently(files.at(i), passphrases.of(files.at(i))), files.at(i), false, found);
    }
    if (found.isEmpty() && found.problems.empty() && !stop.stop_requested())
        found.problems.push_back({.code = ErrorCode::NoCertificateInFile, .subject = path, .values = {}, .causes = {}});
    return found;
}

} // namespace sealport
