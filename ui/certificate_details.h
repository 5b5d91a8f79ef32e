#pragma once

#include "model/certificates/revoked_certificates.h"

#include <QWidget>

#include <memory>
#include <optional>

class QFormLayout;
class QLabel;
class QToolButton;

namespace sealport {

class SecretField;

/// What the selected item says, a certificate with its thumbprints ready to be copied; or why a file could not be read.
/// GUI thread.
class CertificateDetails final : public QWidget {
    Q_OBJECT
public:
    explicit CertificateDetails(QWidget *parent = nullptr);

    /// `file`: where it is, if that is worth a row.
    void showItem(const ListedItem &item, const QString &file, RevocationState revocation);
    void clear();
    /// Where the shown file asks for one.
    void focusPassphrase();

Q_SIGNALS:
    void detailsRequested();
    /// Of the item that is shown: a file that needs it.
    void passphraseGiven(const std::shared_ptr<const sealport::SecretBytes> &passphrase);

private:
    void givePassphrase();
    void show(const Certificate &certificate, const QString &presence);
    void show(const CertificateRequest &request, const ListedItem &item);
    void show(const RevocationList &list);
    void show(const Error &problem);
    void setRow(QWidget *row, const QString &text);
    QLabel *addRow(QFormLayout &form, const QString &label);
    QLabel *addThumbprintRow(QFormLayout &form, const QString &label, const QString &copyName, bool sha1);
    QToolButton *copyButton(const QString &name, bool sha1);

    std::optional<ListedItem> m_shown;
    QString m_shownFile; ///< as it was given
    RevocationState m_revocation{};
    QByteArray m_sha1Octets;
    QByteArray m_sha256Octets;
    QFormLayout *m_form;
    QLabel *m_name;
    QToolButton *m_more;
    QLabel *m_problem;
    QWidget *m_unlock;
    SecretField *m_passphrase;
    QWidget *m_fields;
    QLabel *m_subject;
    QLabel *m_issuer;
    QLabel *m_validity;
    QLabel *m_names;
    QLabel *m_key;
    QLabel *m_file;
    QLabel *m_sha1;
    QLabel *m_sha256;
};

} // namespace sealport
