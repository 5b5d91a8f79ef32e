#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"

#include <QString>

#include <functional>
#include <memory>

class QObject;

namespace sealport {

/// Remembers pass phrases of keys beyond a run, for users who want that: the keyring of the desktop, or what a test
/// puts in its place. Nothing here blocks; each `done` runs later, in the GUI thread, and only while its `context`
/// lives. It may never run, while the desktop asks its user something: nobody waits for it. Errors: KeyringUnavailable,
/// KeyringRefused.
class Keyring {
public:
    virtual ~Keyring() = default;

    using Found = std::function<void(const Result<std::shared_ptr<const SecretBytes>> &)>; ///< null: none remembered
    using Done = std::function<void(const Result<void> &)>;

    /// `name` is that of keyringName().
    virtual void read(const QString &name, QObject *context, Found done) = 0;
    virtual void write(const QString &name, std::shared_ptr<const SecretBytes> passphrase, QObject *context,
                       Done done) = 0;
    /// Nothing remembered is no error.
    virtual void forget(const QString &name, QObject *context, Done done) = 0;
};

} // namespace sealport
