#include "model/certificates/store_names.h"

#include "model/base/file_safety.h"

#include <QFile>
#include <QFileInfo>

namespace sealport {

QString safeBaseName(const QString &name)
{
    constexpr qsizetype longest = 60; // times 3 octets in UTF-8, and a suffix: below the 255 of common file systems
    QString safe;
    for (const QChar character : name.normalized(QString::NormalizationForm_C)) {
        const bool isKept = character.isLetterOrNumber() || character == u'.' || character == u'-' || character == u'_';
        if (isKept)
            safe += character;
        else if (character == u'*')
            safe += QStringLiteral("wildcard");
        else if (!safe.endsWith(u'-'))
            safe += u'-';
    }
    while (safe.startsWith(u'.') || safe.startsWith(u'-'))
        safe.remove(0, 1);
    safe.truncate(longest);
    while (safe.endsWith(u'.') || safe.endsWith(u'-'))
        safe.chop(1);
    static const QStringList devices{QStringLiteral("con"), QStringLiteral("prn"), QStringLiteral("aux"),
                                     QStringLiteral("nul")};
    const QString stem = safe.section(u'.', 0, 0).toLower();
    const bool isDevice = devices.contains(stem)
                          || (stem.size() == 4 && stem.back().isDigit()
                              && (stem.startsWith(QStringLiteral("com")) || stem.startsWith(QStringLiteral("lpt"))));
    if (isDevice)
        safe.prepend(u'_'); // Windows opens the device instead
    return safe.isEmpty() ? QStringLiteral("certificate") : safe;
}

Result<QString> writeKeyUnderFreeName(const QString &folder, const QString &base, std::span<const std::byte> key)
{
    QStringList causes;
    for (int copy = 1; copy <= mostCopies; ++copy) {
        const QString path = folder % u'/' % (copy == 1 ? base : base % u'-' % QString::number(copy));
        const auto isTaken = [&path] {
            return QFileInfo::exists(path % QStringLiteral(".pem")) || QFileInfo::exists(path % QStringLiteral(".csr"));
        };
        if (isTaken())
            continue;
        const QString file = path % QStringLiteral(".key");
        const auto written = writeFileAtomically(file, key, FileAccess::OwnerOnly, ExistingFile::Keep);
        if (written && !isTaken())
            return path;
        if (written)
            QFile::remove(file);
        else if (written.error().code != ErrorCode::AlreadyExists) {
            causes = written.error().causes;
            break;
        }
    }
    return std::unexpected(
        Error{.code = ErrorCode::FileNotWritable, .subject = folder, .values = {}, .causes = causes});
}

} // namespace sealport
