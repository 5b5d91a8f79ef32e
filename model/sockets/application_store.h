#pragma once

#include "model/base/error.h"
#include "model/sockets/application_definition.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace sealport {

/// What is said of an application when it is registered.
struct ApplicationRegistration {
    QString id{};
    ApplicationType type = ApplicationType::Server;
    std::optional<QString> description{}; ///< absent: stays as it is
};

/// The application definitions of the user as one readable JSON file, as StoredList has it. Every change reads the
/// file, changes it and writes it while no other process does, so that a window and a terminal do not undo each other's
/// work. Holds nothing but the file's name: a value that any thread may copy. Blocking file I/O: job thread only.
class ApplicationStore {
public:
    ApplicationStore() = default; ///< knows no application, and keeps none
    explicit ApplicationStore(QString file);
    [[nodiscard]] const QString &file() const { return m_file; }

    /// What was read, in the order of the ids, and what could not be read and why.
    struct Listing {
        std::vector<ApplicationDefinition> applications;
        std::vector<Error> problems; ///< those of StoredList and applicationFromJson()
        friend bool operator==(const Listing &, const Listing &) = default;
    };
    [[nodiscard]] Listing list() const;
    /// Errors: ApplicationNotRegistered, or why the file or this application in it could not be read.
    Result<ApplicationDefinition> find(const QString &id) const;

    // Errors of all that follow: those of StoredList, FileNotWritable; then nothing has changed.

    /// A new one, or another description for one that is there. Errors: those of validate(), ApplicationTypeFixed.
    Result<ApplicationDefinition> define(const ApplicationRegistration &registration) const;
    /// Changes one as it is in the file now: assign() and the like, whose errors leave it as it was. Errors: those of
    /// find() and of validate(), ApplicationTypeFixed (`change` has touched id or type).
    using Change = std::function<Result<void>(ApplicationDefinition &)>;
    Result<ApplicationDefinition> change(const QString &id, const Change &change) const;
    /// Returns what it was: add() brings it back. Errors: those of find().
    Result<ApplicationDefinition> remove(const QString &id) const;
    /// Errors: AlreadyExists, those of validate().
    Result<ApplicationDefinition> add(const ApplicationDefinition &application) const;
    /// After a renewal: all that have `old` get `fresh` in its place. Returns their ids.
    Result<QStringList> reassign(const Certificate &old, const Certificate &fresh) const;

private:
    QString m_file;
};

} // namespace sealport
