#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate_spec.h"

#include <QObject>

#include <vector>

class QLabel;
class QLineEdit;
class QWidget;

namespace sealport {

class FieldNote;

/// Where clients fetch what belongs to a certificate: its issuer's revocation list, OCSP answers and its issuer's
/// certificate. The form places the rows and owns them. GUI thread.
class UrlFields final : public QObject {
    Q_OBJECT
public:
    explicit UrlFields(QWidget *form);

    struct Row {
        QString kind; ///< as InvalidUrl names it
        QLabel *label;
        QLineEdit *field;
        FieldNote *note; ///< for the line below
    };
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

    /// Writes what is shown into `spec`.
    void fill(CertificateSpec &spec) const;
    /// Shows those of the errors that are about these fields; false: none is.
    bool showErrors(const std::vector<Error> &errors);

Q_SIGNALS:
    void changed();

private:
    QLineEdit *addRow(const QString &kind, const QString &text, const QString &example, QWidget *form);

    std::vector<Row> m_rows; // before the fields, which are in it
    QLineEdit *m_revocationList;
    QLineEdit *m_ocsp;
    QLineEdit *m_issuer;
};

} // namespace sealport
