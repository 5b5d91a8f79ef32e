#pragma once

#include "model/certificates/certificate_store.h"
#include "model/sockets/certificate_reference.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLineEdit;
class QMenu;

namespace sealport {

/// One certificate of several that a server has, in one line: how it is named, its name, and a menu of those of the
/// store. A reference to files on disk is shown and survives. GUI thread.
class CertificateLine final : public QWidget {
    Q_OBJECT
public:
    explicit CertificateLine(QWidget *parent);

    [[nodiscard]] CertificateReference reference() const;
    void setReference(const CertificateReference &reference); ///< without changed()
    void setCertificates(std::vector<StoredCertificate> certificates);
    void openMenu(); ///< of what can be chosen
    [[nodiscard]] QLineEdit *editor() const { return m_id; }

    /// In words, for a table: "www.example.test", "9d a4 84 …", "server.pem".
    [[nodiscard]] static QString labelOf(const CertificateReference &reference);

Q_SIGNALS:
    void changed(); ///< by the user

private:
    enum class Kind { Name, Thumbprint, Application, File };
    static Kind kindOf(const CertificateReference &reference);
    [[nodiscard]] Kind kind() const;
    void offerKinds();
    void choose(const Certificate &certificate);
    void tidyThumbprint();

    QComboBox *m_kind;
    QLineEdit *m_id;
    QMenu *m_menu;
    std::vector<StoredCertificate> m_certificates;
    CertificateReference m_given;
};

} // namespace sealport
