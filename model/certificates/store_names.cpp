#include "model/certificates/store_names.h"

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

Result<QString> reserveName(const QString &folder, const QString &base)
{
    QString cause;
    for (int copy = 1; copy <= mostCopies; ++copy) {
        const QString name = copy == 1 ? base : base % u'-' % QString::number(copy);
        const QString path = folder % u'/' % name;
        QFile key(path % QStringLiteral(".key"));
        if (QFileInfo::exists(key.fileName()))
            continue;
        if (!key.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
            if (QFileInfo::exists(key.fileName()))
                continue;
            cause = key.errorString();
            break;
        }
        if (!QFileInfo::exists(path % QStringLiteral(".pem")) && !QFileInfo::exists(path % QStringLiteral(".csr")))
            return path;
        key.remove();
    }
    return std::unexpected(
        Error{.code = ErrorCode::FileNotWritable, .subject = folder, .values = {}, .causes = {cause}});
}

} // namespace sealport
