#include "model/sockets/source_files.h"

#include "model/certificates/pkcs11_uri.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include <sys/stat.h>

namespace sealport {

namespace {

void addStamp(QByteArray &stamp, const QString &path)
{
    struct stat found = {};
    stamp += path.toUtf8() + '\0';
    if (::stat(QFile::encodeName(path).constData(), &found) != 0) {
        stamp += "none;";
        return;
    }
    for (const auto number :
         {static_cast<qint64>(found.st_dev), static_cast<qint64>(found.st_ino), static_cast<qint64>(found.st_size),
          static_cast<qint64>(found.st_mtim.tv_sec), static_cast<qint64>(found.st_mtim.tv_nsec)})
        stamp += QByteArray::number(number) + ';';
}

template <class Add>
void addFilesOfTls(const ServerProfile &profile, const CertificateStore &store, const Add &add)
{
    const auto addReference = [&](const CertificateReference &reference) {
        if (reference.file.isEmpty() && !isPkcs11Uri(reference.id))
            return add(store.folder());
        for (const QString &path : {reference.file, reference.keyFile, reference.chainFile})
            if (!isPkcs11Uri(path))
                add(path);
    };
    addReference(profile.certificate);
    std::ranges::for_each(profile.furtherCertificates, addReference);
    for (const NamedCertificate &named : profile.namedCertificates)
        addReference(named.certificate);
    const TlsSettings &tls = profile.tls;
    if (tls.clientCertificates != ClientCertificateMode::DoNotAsk)
        add(tls.clientAuthorities);
    if (tls.dhParameters != u"none")
        add(tls.dhParameters);
    add(tls.ocsp == u"made" ? store.folder() : tls.ocsp); // with its lists of what is revoked
    add(tls.sharedSecrets);
}

} // namespace

SourceFiles sourceFilesOf(const ServerProfile &profile, const CertificateStore &store)
{
    SourceFiles files;
    const auto add = [&files](const QString &path) {
        if (!path.isEmpty())
            files.paths.append(path);
    };
    if (profile.reply.mode == ReplyMode::Dialogue)
        add(profile.reply.path);
    if (profile.opening.mayBecomeTls())
        addFilesOfTls(profile, store, add);
    files.paths.removeDuplicates();
    files.stamp = stampOf(files.paths);
    for (const QString &path : files.paths) {
        const QFileInfo link(path); // and where it leads to, which may be replaced as well
        for (const QFileInfo &info : {link, QFileInfo(link.canonicalFilePath())}) {
            if (info.filePath().isEmpty())
                continue;
            files.watched += info.absoluteFilePath();
            if (!info.isDir())
                files.watched += info.absolutePath();
        }
    }
    files.watched.removeDuplicates();
    return files;
}

QByteArray stampOf(const QStringList &paths)
{
    QByteArray stamp;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            addStamp(stamp, path);
            continue;
        }
        for (const QString &name : QDir(path).entryList(QDir::Files | QDir::Hidden, QDir::Name))
            addStamp(stamp, QDir(path).filePath(name));
    }
    return stamp;
}

} // namespace sealport
