#pragma once

#include "model/certificates/certificate_store.h"
#include "model/sockets/application_definition.h"

#include <QWidget>

#include <map>
#include <vector>

class QLineEdit;
class QMenu;
class QPushButton;
class QRadioButton;

namespace sealport {

/// How a server names its certificate: by thumbprint, by name, or by the application that has it; typed, pasted or
/// chosen. GUI thread.
class CertificateChoice final : public QWidget {
    Q_OBJECT
public:
    explicit CertificateChoice(QWidget *parent = nullptr);

    [[nodiscard]] IdentifyBy identifyBy() const;
    [[nodiscard]] QString id() const;
    void setChoice(IdentifyBy by, const QString &id); ///< without changed()
    /// What the other ways held, which come back when one changes between them: it was of another server.
    void forgetOthers();
    void setCertificates(std::vector<StoredCertificate> certificates);
    void setApplications(std::vector<ApplicationDefinition> applications);
    /// Takes its thumbprint: the only name of a certificate that means no other one.
    void useThumbprintOf(const Certificate &certificate);
    void useUri(const QString &uri); ///< of a certificate on a token (pkcs11:)

    [[nodiscard]] QLineEdit *idField() const { return m_id; }
    [[nodiscard]] QWidget *modeRow() const { return m_modes; }

Q_SIGNALS:
    void changed();                                ///< by the user
    void applicationsRequested(const QString &id); ///< to manage them; `id`: what the field says

private:
    void followMode();
    [[nodiscard]] QString sameCertificate(IdentifyBy from, const QString &id, IdentifyBy to) const;
    void fillMenu();
    void addApplications();
    void choose(const Certificate &certificate);
    void tidyThumbprint();

    QWidget *m_modes;
    QRadioButton *m_byThumbprint;
    QRadioButton *m_byName;
    QRadioButton *m_byApplication;
    QLineEdit *m_id;
    QPushButton *m_choose;
    QMenu *m_menu;
    std::vector<StoredCertificate> m_certificates;
    std::vector<ApplicationDefinition> m_applications;
    std::map<IdentifyBy, QString> m_kept;    ///< what was typed for each way
    IdentifyBy m_shownBy = IdentifyBy::Name; ///< that the field is for
};

} // namespace sealport
