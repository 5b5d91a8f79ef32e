#pragma once

#include "model/sockets/production_export.h"
#include "model/sockets/production_quoting.h"
#include "model/tls/expanded_algorithms.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sealport {

/// Fit for a note or a comment, and not too long for it.
[[nodiscard]] QString shownValue(const QString &value);

/// Prints certificates of a PEM file, without a key that may stand between them: those for which `condition` holds of
/// their number `n`, from 1 ("n==2", "n>1"). Nothing when there is no safe way to write the path.
[[nodiscard]] std::optional<QString> certificatesCommand(const QString &file, const QString &condition);

/// In `folder`, what `command` prints, under a name that begins with the server's; readable by its owner alone. Nothing
/// when there is no safe way to write that path.
[[nodiscard]] std::optional<FileToMake> fileToMake(const QString &folder, const QString &serverName,
                                                   const QString &command, const QString &fileName);

/// What all targets need while one of them is written: the profile, its lists, quoting, notes. One target, one draft.
/// Values go through quoted() or path(); what these refuse is noted, and the caller leaves it out.
class ExportDraft {
public:
    ExportDraft(const ServerProfile &profile, const ExportFiles &files, const ExpandedAlgorithms &algorithms);

    [[nodiscard]] const ServerProfile &profile() const { return m_profile; }
    [[nodiscard]] const ExportFiles &files() const { return m_files; }
    [[nodiscard]] const ExpandedAlgorithms &algorithms() const { return m_algorithms; }
    void setQuoting(Quoting quoting) { m_quoting = quoting; }

    void line(const QString &text = {}) { m_lines.append(text); }
    void lines(const QStringList &texts) { m_lines += texts; }
    void note(ExportNote code, const QStringList &values = {}); ///< each once
    /// Takes a protocol away that the target does not have.
    void withoutProtocols(ProtocolSet protocols) { m_profile.protocols = m_profile.protocols.without(protocols); }

    /// Notes that it cannot be written.
    void refuse(const char *field, const QString &value);
    [[nodiscard]] std::optional<QString> quoted(const char *field, const QString &value);
    /// A file that the configuration points to.
    [[nodiscard]] std::optional<QString> path(const char *field, const QString &file);
    /// Several files as one: the path of it. `purpose` and `number` tell it from the others of this server.
    [[nodiscard]] std::optional<QString> joined(const QStringList &parts, const QString &purpose, int number);
    /// The same, though it is only one.
    [[nodiscard]] std::optional<QString> put(const QStringList &parts, const QString &purpose, int number);
    /// A file that holds what `command` prints: the path of it.
    [[nodiscard]] std::optional<QString> made(const QString &command, const QString &fileName);
    /// A second name for a file, which is not copied: for keys. False when there is no safe way to write it.
    [[nodiscard]] bool linked(const QString &file, const QString &link);

    /// `hint`: what it is for and where it belongs, in names alone: sentences are written by model/text.
    [[nodiscard]] ProductionConfig asConfiguration(const QString &hint) const;
    [[nodiscard]] ProductionConfig asScript(const QString &hint) const;
    /// There is nothing to write.
    [[nodiscard]] ProductionConfig asNothing() const;

private:
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QStringList heading(const QString &hint) const;
    [[nodiscard]] ProductionConfig finished(const QStringList &lines) const;

    ServerProfile m_profile;
    ExportFiles m_files;
    ExpandedAlgorithms m_algorithms;
    Quoting m_quoting = shellQuoted;
    QStringList m_lines;
    std::vector<NotExpressed> m_notes;
    QStringList m_paths;
    std::vector<FileToMake> m_made;
};

} // namespace sealport
