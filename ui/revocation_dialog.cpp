#include "ui/revocation_dialog.h"

#include "model/certificates/display_text.h"
#include "model/text/error_text.h"
#include "model/text/revocation_text.h"
#include "ui/field_note.h"
#include "ui/message_bar.h"
#include "ui/time_choice.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

#include <array>

namespace sealport {
namespace {

constexpr std::array allReasons{
    RevocationReason::Unspecified,        RevocationReason::KeyCompromise,      RevocationReason::CaCompromise,
    RevocationReason::AffiliationChanged, RevocationReason::Superseded,         RevocationReason::CessationOfOperation,
    RevocationReason::CertificateHold,    RevocationReason::PrivilegeWithdrawn, RevocationReason::AaCompromise,
};
constexpr int liftsHold = -1; // among the reasons, which are numbers

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

QString revokingText()
{
    return RevocationDialog::tr("Its authority writes a new revocation list (CRL) with this certificate in it, into "
                                "the folder of your certificates. The certificate itself stays as it is.");
}

} // namespace

RevocationDialog::RevocationDialog(const StoredCertificate &stored, RevocationState state, StoreEditor &editor,
                                   QWidget *parent)
    : IssuingDialog(tr("Revoke %1").arg(displayText(stored.certificate.name().left(100))), editor, parent)
    , m_certificate(stored.certificate)
    , m_signerName(makeValue({}, this))
    , m_reason(new QComboBox(this))
    , m_nextUpdate(new TimeChoice(QStringLiteral("nextUpdate"), usualUpdates(), this))
    , m_dateNote(new FieldNote(m_nextUpdate->choice(), this))
{
    m_reason->setObjectName(QStringLiteral("reason"));
    for (const RevocationReason reason : allReasons)
        m_reason->addItem(describe(reason), static_cast<int>(reason));
    if (state == RevocationState::OnHold)
        m_reason->addItem(tr("none any more: lift the hold"), liftsHold);
    m_reason->setAccessibleName(tr("Reason"));
    m_signerName->setObjectName(QStringLiteral("signer"));
    m_signerName->setAccessibleName(tr("Authority"));
    m_nextUpdate->setName(tr("Next list"));
    form().addRow(tr("R&eason"), m_reason);
    form().addRow(tr("Next &list"), m_nextUpdate);
    form().addRow(QString(), m_dateNote);
    form().addRow(tr("Authority"), m_signerName);
    addSignerSecretRow();
    build(revokingText(), tr("&Revoke"), QStringLiteral("revoke"));

    connect(m_reason, &QComboBox::currentIndexChanged, this, &RevocationDialog::sayWhatHappens);
    connect(m_nextUpdate, &TimeChoice::changed, this, &RevocationDialog::check);
    editor.findSigner(stored, this, [this](const Result<StoredCertificate> &found) { showSigner(found); });
    check();
}

void RevocationDialog::showSigner(const Result<StoredCertificate> &found)
{
    if (!found) {
        message().showMessage(MessageBar::Level::Error, describe(found.error()));
        return show();
    }
    m_signerName->setText(displayText(found->certificate.name().left(100)));
    setSigner(*found);
    show();
}

void RevocationDialog::check()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_nextUpdate->setBase(now);
    const bool isLater = m_nextUpdate->time(now) > now;
    m_dateNote->showNote(FieldNote::Level::Error,
                         isLater ? QString() : tr("The next list must be later than this one."));
    setComplete(isLater);
}

bool RevocationDialog::isLifting() const
{
    return m_reason->currentData().toInt() == liftsHold;
}

void RevocationDialog::sayWhatHappens()
{
    if (isLifting())
        setAction(tr("Its authority writes a new revocation list (CRL) without this certificate, into the folder of "
                     "your certificates. Whoever has that list accepts the certificate again."),
                  tr("Lift &hold"));
    else
        setAction(revokingText(), tr("&Revoke"));
}

void RevocationDialog::carryOut()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    editor().revoke({.certificates = {m_certificate},
                     .reason = isLifting() ? RevocationReason::Unspecified
                                           : static_cast<RevocationReason>(m_reason->currentData().toInt()),
                     .liftsHold = isLifting(),
                     .thisUpdate = now,
                     .nextUpdate = m_nextUpdate->time(now)},
                    *signer(), signerPassphrase(), this, [this](const Result<Revocation> &revocation) {
                        if (finish(revocation))
                            Q_EMIT revoked(*revocation);
                    });
}

} // namespace sealport
