#pragma once

#include "ui/keyring.h"

#include <QObject>

namespace sealport {

/// The keyring that QtKeychain finds: the Secret Service of GNOME, KeePassXC and others (through libsecret, where that
/// is installed), or KWallet. Entries of the service "sealport". Pass phrases go there as QByteArray: our copies are
/// cleansed, of the library's and the desktop's nobody here can say as much. GUI thread.
class DesktopKeyring final : public QObject, public Keyring {
    Q_OBJECT
public:
    using QObject::QObject;

    void read(const QString &name, QObject *context, Found done) override;
    void write(const QString &name, std::shared_ptr<const SecretBytes> passphrase, QObject *context,
               Done done) override;
    void forget(const QString &name, QObject *context, Done done) override;
};

} // namespace sealport
