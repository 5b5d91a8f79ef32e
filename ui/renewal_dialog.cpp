#include "ui/renewal_dialog.h"

#include "model/certificates/display_text.h"
#include "model/certificates/renewal.h"
#include "model/text/error_text.h"
#include "ui/field_note.h"
#include "ui/message_bar.h"
#include "ui/time_choice.h"
#include "ui/validity_fields.h"
#include "ui/wheel_guard.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sealport {

RenewalDialog::RenewalDialog(const StoredCertificate &old, StoreEditor &editor, QWidget *parent)
    : QDialog(parent)
    , m_old(old)
    , m_editor(editor)
    , m_signer(new QLabel(this))
    , m_validity(new ValidityFields(this))
    , m_validityNote(new FieldNote(m_validity->until()->choice(), this))
    , m_message(new MessageBar(this))
{
    const QString name = displayText(old.certificate.name().left(100));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Renew %1").arg(name));
    setMinimumWidth(fontMetrics().averageCharWidth() * 76);

    auto *purpose = new QLabel(tr("The new certificate says the same and has the same key. The old one stays in the "
                                  "list until you delete it."),
                               this);
    purpose->setWordWrap(true);
    m_signer->setObjectName(QStringLiteral("signer"));
    m_signer->setTextFormat(Qt::PlainText);
    m_signer->setWordWrap(true);
    m_signer->setAccessibleName(tr("Signed by"));

    auto *form = new QFormLayout;
    form->addRow(tr("Valid &from"), m_validity->from());
    form->addRow(tr("&Until"), m_validity->until());
    form->addRow(QString(), m_validityNote);
    form->addRow(tr("Signed by"), m_signer);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_renew = buttons->addButton(tr("&Renew"), QDialogButtonBox::AcceptRole);
    m_renew->setObjectName(QStringLiteral("renew"));
    m_renew->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(purpose);
    column->addLayout(form);
    column->addWidget(m_message);
    column->addStretch(1);
    column->addWidget(buttons);
    new WheelGuard(*this);

    m_validity->setProposedEnd(
        tr("as long as the old one, or as browsers accept"),
        [certificate = old.certificate](const QDateTime &begin) { return renewedEnd(certificate, begin); });
    connect(m_validity, &ValidityFields::changed, this, &RenewalDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &RenewalDialog::renew);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_editor.findSigner(old.certificate, this, [this](const Result<Certificate> &signer) { showSigner(signer); });
    check();
}

void RenewalDialog::showSigner(const Result<Certificate> &signer)
{
    m_hasSigner = signer.has_value();
    if (!signer)
        m_message->showMessage(MessageBar::Level::Error, describe(signer.error()));
    else if (*signer == m_old.certificate)
        m_signer->setText(tr("itself (self-signed)"));
    else
        m_signer->setText(displayText(signer->name().left(100)));
    check();
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
    m_validityNote->showNote(FieldNote::Level::Error, errors.empty() ? QString() : describe(errors.front()));
    m_renew->setEnabled(m_hasSigner && errors.empty());
}

void RenewalDialog::renew()
{
    m_message->clear();
    m_renew->setEnabled(false);
    const auto [notBefore, notAfter] = m_validity->validity(QDateTime::currentDateTimeUtc());
    m_editor.renew({.old = m_old, .notBefore = notBefore, .notAfter = notAfter}, this,
                   [this](const Result<StoredCertificate> &made) {
                       m_renew->setEnabled(true);
                       if (!made)
                           return m_message->showMessage(MessageBar::Level::Error, describe(made.error()));
                       Q_EMIT renewed(*made);
                       close();
                   });
}

} // namespace sealport
