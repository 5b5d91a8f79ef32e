#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"
#include "model/certificates/certificate_spec.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace sealport {

class FieldNote;
class PurposeBoxes;
class SecretField;
class UrlFields;

/// What most certificates for tests do not need: the rest of the subject, purposes, where clients fetch what belongs to
/// it, and protection of its key. A part of CertificateDialog, with its access keys. GUI thread.
class FurtherCertificateFields final : public QWidget {
    Q_OBJECT
public:
    explicit FurtherCertificateFields(QWidget *parent);

    /// The purposes and the path length of a template.
    void setTemplate(const CertificateSpec &begin);
    /// Only what makes sense for it is shown: of authorities the path length, of requests no addresses.
    void setKind(bool isAuthority, bool isRequest);
    /// Writes what is shown into `spec`.
    void fill(CertificateSpec &spec) const;
    /// What is to protect the new key; null: nothing.
    [[nodiscard]] std::shared_ptr<const SecretBytes> passphrase() const;
    /// PassphrasesDiffer: both fields are to say the same.
    [[nodiscard]] std::optional<Error> passphraseError() const;
    /// Shows those of the errors that are about these fields; false: none is.
    bool showErrors(const std::vector<Error> &errors);

    /// So that the fields stand below those of the form above.
    [[nodiscard]] int labelWidth() const;
    void setLabelWidth(int width);

Q_SIGNALS:
    void changed();

private:
    void buildSubject();
    void buildUsage();
    void buildUrls();
    void buildProtection();
    QLabel *addRow(const QString &text, QWidget *buddy, QWidget *field);
    QLabel *labelFor(const QString &text, QWidget *buddy);

    QGridLayout *m_grid;
    std::vector<QLabel *> m_labels; ///< of the first column
    std::vector<std::pair<QString, QLineEdit *>> m_subject;
    FieldNote *m_subjectNote;
    PurposeBoxes *m_purposes;
    QSpinBox *m_pathLength;
    QLabel *m_pathLabel = nullptr;
    UrlFields *m_urls;
    SecretField *m_passphrase;
    SecretField *m_again;
    FieldNote *m_passphraseNote;
    bool m_isAuthority = false;
    bool m_isRequest = false;
};

} // namespace sealport
