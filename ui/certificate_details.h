#pragma once

#include "model/certificates/source_listing.h"

#include <QWidget>

#include <optional>

class QFormLayout;
class QLabel;
class QToolButton;

namespace sealport {

/// What the selected certificate says, with its thumbprints ready to be copied; or why a file could not be read. GUI
/// thread.
class CertificateDetails final : public QWidget {
    Q_OBJECT
public:
    explicit CertificateDetails(QWidget *parent = nullptr);

    void showItem(const ListedItem &item);
    void clear();

private:
    void showCertificate(const Certificate &certificate, bool hasKey);
    QLabel *addRow(QFormLayout &form, const QString &label);
    QLabel *addThumbprintRow(QFormLayout &form, const QString &label, const QString &copyName, bool sha1);
    QToolButton *copyButton(const QString &name, bool sha1);

    std::optional<Certificate> m_certificate;
    QLabel *m_name;
    QLabel *m_problem;
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
