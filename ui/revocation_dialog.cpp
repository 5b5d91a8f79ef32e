#include "ui/revocation_dialog.h"

#include "model/certificates/display_text.h"
#include "model/text/error_text.h"
#include "ui/field_note.h"
#include "ui/message_bar.h"
#include "ui/time_choice.h"
#include "ui/wheel_guard.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace sealport {
namespace {

constexpr std::array allReasons{
    RevocationReason::Unspecified,        RevocationReason::KeyCompromise,      RevocationReason::CaCompromise,
    RevocationReason::AffiliationChanged, RevocationReason::Superseded,         RevocationReason::CessationOfOperation,
    RevocationReason::CertificateHold,    RevocationReason::PrivilegeWithdrawn, RevocationReason::AaCompromise,
};

QString reasonText(RevocationReason reason)
{
    switch (reason) {
    case RevocationReason::Unspecified:
        return RevocationDialog::tr("no reason given");
    case RevocationReason::KeyCompromise:
        return RevocationDialog::tr("somebody else may have the key");
    case RevocationReason::CaCompromise:
        return RevocationDialog::tr("somebody else may have the authority's key");
    case RevocationReason::AffiliationChanged:
        return RevocationDialog::tr("names in it are not right any more");
    case RevocationReason::Superseded:
        return RevocationDialog::tr("another certificate has taken its place");
    case RevocationReason::CessationOfOperation:
        return RevocationDialog::tr("not needed any more");
    case RevocationReason::CertificateHold:
        return RevocationDialog::tr("on hold for a while");
    case RevocationReason::PrivilegeWithdrawn:
        return RevocationDialog::tr("its holder may not use it any more");
    case RevocationReason::AaCompromise:
        return RevocationDialog::tr("somebody else may have the attribute authority's key");
    }
    Q_UNREACHABLE();
}

std::vector<TimeChoice::Usual> usualUpdates()
{
    const auto after = [](const QString &text, int days) {
        return TimeChoice::Usual{.text = text, .time = [days](const QDateTime &now) { return now.addDays(days); }};
    };
    return {after(RevocationDialog::tr("in 30 days"), 30),
            after(RevocationDialog::tr("tomorrow"), 1),
            after(RevocationDialog::tr("in 7 days"), 7),
            after(RevocationDialog::tr("in a year"), 365),
            {.text = RevocationDialog::tr("in 1 minute (to test an outdated list)"),
             .time = [](const QDateTime &now) { return now.addSecs(60); }}};
}

} // namespace

RevocationDialog::RevocationDialog(const Certificate &certificate, StoreEditor &editor, QWidget *parent)
    : QDialog(parent)
    , m_certificate(certificate)
    , m_editor(editor)
    , m_signer(new QLabel(this))
    , m_reason(new QComboBox(this))
    , m_nextUpdate(new TimeChoice(QStringLiteral("nextUpdate"), usualUpdates(), this))
    , m_dateNote(new FieldNote(m_nextUpdate->choice(), this))
    , m_message(new MessageBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Revoke %1").arg(displayText(certificate.name().left(100))));
    setMinimumWidth(fontMetrics().averageCharWidth() * 76);

    auto *purpose = new QLabel(tr("Its authority writes a new revocation list (CRL) with this certificate in it, into "
                                  "the folder of your certificates. The certificate itself stays as it is."),
                               this);
    purpose->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("reason"));
    for (const RevocationReason reason : allReasons)
        m_reason->addItem(reasonText(reason), static_cast<int>(reason));
    m_reason->setAccessibleName(tr("Reason"));
    m_signer->setObjectName(QStringLiteral("signer"));
    m_signer->setTextFormat(Qt::PlainText);
    m_signer->setWordWrap(true);
    m_signer->setAccessibleName(tr("Authority"));
    m_nextUpdate->setName(tr("Next list"));

    auto *form = new QFormLayout;
    form->addRow(tr("R&eason"), m_reason);
    form->addRow(tr("Next &list"), m_nextUpdate);
    form->addRow(QString(), m_dateNote);
    form->addRow(tr("Authority"), m_signer);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_revoke = buttons->addButton(tr("&Revoke"), QDialogButtonBox::AcceptRole);
    m_revoke->setObjectName(QStringLiteral("revoke"));
    m_revoke->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(purpose);
    column->addLayout(form);
    column->addWidget(m_message);
    column->addStretch(1);
    column->addWidget(buttons);
    new WheelGuard(*this);

    connect(m_nextUpdate, &TimeChoice::changed, this, &RevocationDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &RevocationDialog::revoke);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_editor.findSigner(certificate, this, [this](const Result<Certificate> &signer) { showSigner(signer); });
    check();
}

void RevocationDialog::showSigner(const Result<Certificate> &signer)
{
    m_hasSigner = signer.has_value();
    if (!signer)
        m_message->showMessage(MessageBar::Level::Error, describe(signer.error()));
    else
        m_signer->setText(displayText(signer->name().left(100)));
    check();
}

void RevocationDialog::check()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_nextUpdate->setBase(now);
    const bool isLater = m_nextUpdate->time(now) > now;
    m_dateNote->showNote(FieldNote::Level::Error,
                         isLater ? QString() : tr("The next list must be later than this one."));
    m_revoke->setEnabled(m_hasSigner && isLater);
}

void RevocationDialog::revoke()
{
    m_message->clear();
    m_revoke->setEnabled(false);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_editor.revoke({.certificates = {m_certificate},
                     .reason = static_cast<RevocationReason>(m_reason->currentData().toInt()),
                     .thisUpdate = now,
                     .nextUpdate = m_nextUpdate->time(now)},
                    this, [this](const Result<Revocation> &revocation) {
                        m_revoke->setEnabled(true);
                        if (!revocation)
                            return m_message->showMessage(MessageBar::Level::Error, describe(revocation.error()));
                        Q_EMIT revoked(*revocation);
                        close();
                    });
}

} // namespace sealport
