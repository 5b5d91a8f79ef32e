#pragma once

#include "model/tls/tls_policy.h"

#include <QString>
#include <QStringList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace sealport {

class FieldNote;
class FileField;

/// What clients of a server must bring along: a certificate and from whom, a shared secret, an application protocol
/// (ALPN). GUI thread.
class ClientCertificateForm final : public QWidget {
    Q_OBJECT
public:
    struct Settings {
        ClientCertificateMode mode = ClientCertificateMode::DoNotAsk;
        QString authorities{};   ///< file
        QString sharedSecrets{}; ///< file
        QStringList alpn{};
        bool requiresAlpn = false;
        friend bool operator==(const Settings &, const Settings &) = default;
    };

    explicit ClientCertificateForm(QWidget *parent = nullptr);

    [[nodiscard]] Settings settings() const;
    void setSettings(const Settings &settings); ///< without changed()
    /// Whether the server's application says whom it trusts, so that no file has to.
    void setOwnTrust(bool hasOwnTrust);

Q_SIGNALS:
    void changed(); ///< by the user

private:
    void buildCertificateFields();
    void buildAlpnFields();
    void updateNotes();
    void showWhoIsTrusted(const Settings &shown);
    [[nodiscard]] QStringList alpn() const;

    QComboBox *m_mode;
    FileField *m_authorities;
    FieldNote *m_authoritiesNote;
    FileField *m_sharedSecrets;
    QLineEdit *m_alpn;
    FieldNote *m_alpnNote;
    QCheckBox *m_requiresAlpn;
    QStringList m_givenAlpn;
    bool m_hasOwnTrust = false;
};

} // namespace sealport
