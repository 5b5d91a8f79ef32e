#pragma once

#include "model/base/error.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QPlainTextEdit;

namespace sealport {

class FieldNote;

/// The alternative names of a certificate, separated by commas or new lines, with what is wrong with them and how
/// international ones are written. GUI thread.
class AlternativeNamesField final : public QWidget {
    Q_OBJECT
public:
    explicit AlternativeNamesField(QWidget *parent);

    /// As CertificateSpec::alternativeNames; mailboxes and URIs are recognised without their prefixes too.
    [[nodiscard]] QStringList names() const;
    /// Not by the user: isTouched() stays.
    void setNames(const QStringList &names);
    [[nodiscard]] bool isTouched() const { return m_isTouched; }
    /// Shows those of the errors that are about these names.
    void showErrors(const std::vector<Error> &errors);
    [[nodiscard]] QWidget *editor() const;

Q_SIGNALS:
    void changed();

private:
    void showWrittenForms();

    QPlainTextEdit *m_text;
    FieldNote *m_problem;
    FieldNote *m_written;
    bool m_isTouched = false;
};

} // namespace sealport
