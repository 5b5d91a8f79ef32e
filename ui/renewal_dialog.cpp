#include "ui/renewal_dialog.h"

#include "model/certificates/display_text.h"
#include "model/certificates/renewal.h"
#include "model/text/error_text.h"
#include "ui/field_note.h"
#include "ui/message_bar.h"
#include "ui/secret_field.h"
#include "ui/time_choice.h"
#include "ui/validity_fields.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

namespace sealport {

RenewalDialog::RenewalDialog(const StoredCertificate &old, StoreEditor &editor, QWidget *parent)
    : IssuingDialog(tr("Renew %1").arg(displayText(old.certificate.name().left(100))), editor, parent)
    , m_old(old)
    , m_signerName(makeValue({}, this))
    , m_validity(new ValidityFields(this))
    , m_validityNote(new FieldNote(m_validity->until()->choice(), this))
{
    m_signerName->setObjectName(QStringLiteral("signer"));
    m_signerName->setAccessibleName(tr("Signed by"));
    m_validityNote->setObjectName(QStringLiteral("validityNote"));
    form().addRow(tr("Valid &from"), m_validity->from());
    form().addRow(tr("&Until"), m_validity->until());
    form().addRow(QString(), m_validityNote);
    m_passphrase = addSecretRow(tr("Pass phrase of the &key"), QStringLiteral("ownPassphrase"));
    form().setRowVisible(m_passphrase, old.isKeyLocked);
    form().addRow(tr("Signed by"), m_signerName);
    addSignerSecretRow();
    build(tr("The new certificate says the same and has the same key. The old one stays in the list until you delete "
             "it."),
          tr("&Renew"), QStringLiteral("renew"));

    m_validity->setProposedEnd(
        tr("as before, at most as browsers accept"),
        [certificate = old.certificate](const QDateTime &begin) { return renewedEnd(certificate, begin); });
    connect(m_validity, &ValidityFields::changed, this, &RenewalDialog::check);
    editor.findSigner(old, this, [this](const Result<StoredCertificate> &found) { showSigner(found); });
    check();
}

void RenewalDialog::showSigner(const Result<StoredCertificate> &found)
{
    if (!found) {
        message().showMessage(MessageBar::Level::Error, describe(found.error()));
        return show();
    }
    const bool isItself = found->certificate == m_old.certificate;
    m_signerName->setText(isItself ? tr("itself (self-signed)") : displayText(found->certificate.name().left(100)));
    if (!isItself)
        m_validity->setIssuerEnd(found->certificate.notAfter());
    StoredCertificate signer = *found;
    signer.isKeyLocked = signer.isKeyLocked && !isItself; // that pass phrase is asked for above
    setSigner(signer);
    check();
    show();
}

void RenewalDialog::check()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_validity->update(now);
    const auto [notBefore, notAfter] = m_validity->validity(now);
    CertificateSpec terms;
    terms.commonName = m_old.certificate.name();
    terms.notBefore = notBefore;
    terms.notAfter = notAfter;
    const std::vector<Error> errors = validateTerms(terms);
    if (errors.empty())
        m_validityNote->showNote(FieldNote::Level::Warning, m_validity->remarkOn(notAfter));
    else
        m_validityNote->showNote(FieldNote::Level::Error, describe(errors.front()));
    setComplete(errors.empty());
}

void RenewalDialog::carryOut()
{
    const auto [notBefore, notAfter] = m_validity->validity(QDateTime::currentDateTimeUtc());
    editor().renew({.old = m_old,
                    .notBefore = notBefore,
                    .notAfter = notAfter,
                    .passphrase = m_passphrase->secret(),
                    .issuerPassphrase = signerPassphrase()},
                   this, [this](const Result<StoredCertificate> &made) {
                       if (finish(made))
                           Q_EMIT renewed(*made);
                   });
}

} // namespace sealport
