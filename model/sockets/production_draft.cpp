#include "model/sockets/production_draft.h"

#include "model/certificates/display_text.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace sealport {

namespace {

constexpr qsizetype longestWord = 900; ///< nginx reads no token and no comment of 4096 octets: four of them fit
constexpr qsizetype shownLength = 100;

std::optional<QString> shellWord(const QString &path)
{
    return path.toUtf8().size() > longestWord ? std::nullopt : shellQuoted(path);
}

/// Servers whose names differ have other files, also where little of the names is plain.
QString fileNamePart(const QString &serverName)
{
    const QString plain = plainName(serverName);
    if (plain == serverName)
        return plain;
    const QByteArray hash = QCryptographicHash::hash(serverName.toUtf8(), QCryptographicHash::Sha256);
    return plain + u'-' + QString::fromLatin1(hash.toHex().left(6));
}

void addOnce(std::vector<FileToMake> &all, const FileToMake &made)
{
    if (std::ranges::find(all, made) == all.end())
        all.push_back(made);
}

} // namespace

std::optional<QString> certificatesCommand(const QString &file, const QString &condition)
{
    const std::optional<QString> word = shellWord(file);
    if (!word)
        return std::nullopt;
    return QStringLiteral("awk '/-BEGIN .*CERTIFICATE-/ {n++; p=%1} p; /-END .*CERTIFICATE-/ {p=0}' < %2")
        .arg(condition, *word);
}

std::optional<FileToMake> fileToMake(const QString &folder, const QString &serverName, const QString &command,
                                     const QString &fileName)
{
    const QString file = (folder.endsWith(u'/') ? folder : folder + u'/') + fileNamePart(serverName) + u'-' + fileName;
    const std::optional<QString> word = shellWord(file);
    const std::optional<QString> aside = shellWord(file + QStringLiteral(".new"));
    if (!word || !aside)
        return std::nullopt;
    // written aside: the file may be one of those that the command reads
    return FileToMake{.file = file,
                      .command = QStringLiteral("(umask 077; %1 > %2 && mv -f -- %2 %3)").arg(command, *aside, *word)};
}

QString shownValue(const QString &value)
{
    const QString fit = displayText(value);
    return fit.size() <= shownLength ? fit : fit.left(shownLength) + QChar(u'…');
}

ExportDraft::ExportDraft(const ServerProfile &profile, const ExportFiles &files, const ExpandedAlgorithms &algorithms)
    : m_profile(profile)
    , m_files(files)
    , m_algorithms(algorithms)
    , m_notes(files.notExpressed)
    , m_made(files.filesToMake)
{
}

void ExportDraft::note(ExportNote code, const QStringList &values)
{
    const NotExpressed noted{.code = code, .values = values};
    if (std::ranges::find(m_notes, noted) == m_notes.end())
        m_notes.push_back(noted);
}

void ExportDraft::refuse(const char *field, const QString &value)
{
    note(ExportNote::ValueRefused, {QLatin1String(field), shownValue(value)});
}

std::optional<QString> ExportDraft::quoted(const char *field, const QString &value)
{
    if (value.toUtf8().size() > longestWord) {
        note(ExportNote::ValueTooLong, {QLatin1String(field), QString::number(longestWord)});
        return std::nullopt;
    }
    const std::optional<QString> word = m_quoting(value);
    if (!word)
        refuse(field, value);
    return word;
}

std::optional<QString> ExportDraft::path(const char *field, const QString &file)
{
    const std::optional<QString> word = quoted(field, file);
    if (word && !m_paths.contains(file))
        m_paths.append(file);
    return word;
}

std::optional<QString> ExportDraft::joined(const QStringList &parts, const QString &purpose, int number)
{
    return parts.size() == 1 ? parts.front() : put(parts, purpose, number);
}

std::optional<QString> ExportDraft::put(const QStringList &parts, const QString &purpose, int number)
{
    QStringList words;
    for (const QString &part : parts) {
        const std::optional<QString> word = shellWord(part);
        if (!word) {
            refuse("certificate", part);
            return std::nullopt;
        }
        words.append(*word);
    }
    // unlike cat, awk ends every line: the last one of a file may lack its end
    return made(QStringLiteral("awk 1 ") + words.join(u' '),
                QStringLiteral("%1-%2.pem").arg(purpose, QString::number(number)));
}

std::optional<QString> ExportDraft::made(const QString &command, const QString &fileName)
{
    const std::optional<FileToMake> made = fileToMake(folder(), m_profile.name, command, fileName);
    if (!made) {
        refuse("folder", folder());
        return std::nullopt;
    }
    addOnce(m_made, *made);
    return made->file;
}

bool ExportDraft::linked(const QString &file, const QString &link)
{
    const std::optional<QString> from = shellWord(file);
    const std::optional<QString> to = shellWord(link);
    if (!from || !to) {
        refuse("key", file);
        return false;
    }
    addOnce(m_made, {.file = link, .command = QStringLiteral("ln -sfn -- %1 %2").arg(*from, *to)});
    return true;
}

QString ExportDraft::folder() const
{
    return m_files.folder.isEmpty() ? QFileInfo(m_files.certificate.certificate).path() : m_files.folder;
}

QStringList ExportDraft::heading(const QString &hint) const
{
    return {QStringLiteral("# Sealport \"%1\", %2").arg(shownValue(m_profile.name), hint)};
}

ProductionConfig ExportDraft::finished(const QStringList &lines) const
{
    return {.text = lines.join(u'\n') + u'\n', .notExpressed = m_notes, .files = m_paths, .filesToMake = m_made};
}

ProductionConfig ExportDraft::asConfiguration(const QString &hint) const
{
    QStringList all = heading(hint);
    for (const FileToMake &file : m_made)
        all.append(QStringLiteral("#   ") + file.command);
    all.append(QString());
    return finished(all + m_lines);
}

ProductionConfig ExportDraft::asScript(const QString &hint) const
{
    QStringList all{QStringLiteral("#!/bin/sh")};
    all += heading(hint);
    all.append(QStringLiteral("set -e"));
    for (const FileToMake &file : m_made)
        all.append(file.command);
    return finished(all + m_lines);
}

ProductionConfig ExportDraft::asNothing() const
{
    return {.text = {}, .notExpressed = m_notes, .files = {}, .filesToMake = {}};
}

} // namespace sealport
