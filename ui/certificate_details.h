#pragma once

#include "model/certificates/certificate_store.h"

#include <QWidget>

#include <optional>

class QFormLayout;
class QLabel;
class QToolButton;

namespace sealport {

/// What the selected certificate says, with its thumbprints ready to be copied. GUI thread.
class CertificateDetails final : public QWidget {
    Q_OBJECT
public:
    explicit CertificateDetails(QWidget *parent = nullptr);

    void showCertificate(const std::optional<StoredCertificate> &stored);

private:
    QLabel *addRow(QFormLayout &form, const QString &label);
    QLabel *addThumbprintRow(QFormLayout &form, const QString &label, const QString &copyName, bool sha1);
    QToolButton *copyButton(const QString &name, bool sha1);

    std::optional<StoredCertificate> m_stored;
    QLabel *m_name;
    QWidget *m_fields;
    QLabel *m_subject;
    QLabel *m_issuer;
    QLabel *m_validity;
    QLabel *m_names;
    QLabel *m_key;
    QLabel *m_sha1;
    QLabel *m_sha256;
};

} // namespace sealport
