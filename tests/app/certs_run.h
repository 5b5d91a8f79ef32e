#pragma once

#include "app/certs_command.h"

#include <QBuffer>
#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace sealport::test {

/// What `sealport certs` wrote and how it ended.
struct CertsRun {
    int exitCode = -1;
    QByteArray octets{}; ///< standard output: a file may be written there
    QString out{};       ///< the same as text
    QString err{};

    [[nodiscard]] QList<QJsonObject> objects() const
    {
        QList<QJsonObject> result;
        for (const QByteArray &line : octets.split('\n'))
            if (!line.isEmpty())
                result.append(QJsonDocument::fromJson(line).object());
        return result;
    }
    [[nodiscard]] QJsonObject object(qsizetype at = 0) const { return objects().value(at); }
    /// A member of the first object.
    [[nodiscard]] QString text(const char *key) const { return object()[QString::fromLatin1(key)].toString(); }
    [[nodiscard]] QString errorCode() const
    {
        return object()[QStringLiteral("error")].toObject()[QStringLiteral("code")].toString();
    }
};

inline CertsRun runCerts(const QStringList &words, const DataFolder &folder)
{
    CertsRun run;
    QBuffer buffer(&run.octets);
    buffer.open(QIODevice::WriteOnly);
    QTextStream out(&buffer);
    QTextStream err(&run.err);
    run.exitCode = runCertsCommand(words, folder, out, err);
    out.flush();
    run.out = QString::fromUtf8(run.octets);
    return run;
}

/// Words as they stand between blanks.
inline CertsRun runCerts(const QString &commandLine, const DataFolder &folder)
{
    return runCerts(commandLine.split(u' ', Qt::SkipEmptyParts), folder);
}

} // namespace sealport::test
