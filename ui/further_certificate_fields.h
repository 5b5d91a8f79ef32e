#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate_spec.h"

#include <QWidget>

#include <utility>
#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace sealport {

class FieldNote;
class PurposeBoxes;

/// What most certificates for tests do not need to say: the rest of the subject, purposes, and where clients fetch
/// what belongs to it. A part of CertificateDialog, with its access keys. GUI thread.
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
    /// Shows those of the errors that are about these fields.
    void showErrors(const std::vector<Error> &errors);

    /// So that the fields stand below those of the form above.
    [[nodiscard]] int labelWidth() const;
    void setLabelWidth(int width);

Q_SIGNALS:
    void changed();

private:
    struct UrlField {
        QString kind; ///< as InvalidUrl names it
        QLabel *label;
        QLineEdit *field;
        FieldNote *note;
    };
    void buildSubject();
    void buildUsage();
    void buildUrls();
    QLabel *addRow(const QString &text, QWidget *buddy, QWidget *field);
    QLabel *labelFor(const QString &text, QWidget *buddy);
    [[nodiscard]] QString urlOf(const QString &kind) const;

    QGridLayout *m_grid;
    std::vector<QLabel *> m_labels; ///< of the first column
    std::vector<std::pair<QString, QLineEdit *>> m_subject;
    FieldNote *m_subjectNote;
    PurposeBoxes *m_purposes;
    QSpinBox *m_pathLength;
    QLabel *m_pathLabel = nullptr;
    std::vector<UrlField> m_urls;
    bool m_isAuthority = false;
    bool m_isRequest = false;
};

} // namespace sealport
