#include "ui/certificate_form.h"

#include "model/certificates/certificate_preview.h"
#include "model/certificates/lint.h"
#include "model/text/error_text.h"
#include "model/text/lint_text.h"
#include "ui/alternative_names_field.h"
#include "ui/authority_choice.h"
#include "ui/certificate_dialog.h"
#include "ui/field_note.h"
#include "ui/further_certificate_fields.h"
#include "ui/key_choice.h"
#include "ui/secret_field.h"
#include "ui/template_text.h"
#include "ui/time_choice.h"
#include "ui/validity_fields.h"
#include "ui/wheel_guard.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QStringBuilder>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace sealport {
namespace {

constexpr QLatin1StringView thisMachine("localhost");

QString proposedName(CertificateTemplate kind)
{
    switch (kind) {
    case CertificateTemplate::RootCa:
        return QStringLiteral("Test root CA");
    case CertificateTemplate::IntermediateCa:
        return QStringLiteral("Test intermediate CA");
    case CertificateTemplate::Client:
        return QStringLiteral("Test client");
    case CertificateTemplate::Server:
    case CertificateTemplate::ServerAndClient:
        return QString(thisMachine);
    }
    Q_UNREACHABLE();
}

bool isForServers(const CertificateSpec &spec)
{
    const std::vector<KeyPurpose> purposes = spec.effectivePurposes();
    return !spec.isCa && std::ranges::find(purposes, KeyPurpose::ServerAuth) != purposes.end();
}

/// The sentence about the first error of this kind; empty: there is none.
QString sentenceOf(const std::vector<Error> &errors, ErrorCode code)
{
    const auto error = std::ranges::find(errors, code, &Error::code);
    return error == errors.end() ? QString() : describe(*error);
}

} // namespace

CertificateForm::CertificateForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_template(new QComboBox(this))
    , m_asCertificate(new QRadioButton(CertificateDialog::tr("Cert&ificate"), this))
    , m_asRequest(new QRadioButton(CertificateDialog::tr("Re&quest for another authority (CSR)"), this))
    , m_name(new QLineEdit(this))
    , m_nameNote(new FieldNote(m_name, this))
    , m_names(new AlternativeNamesField(this))
    , m_key(new KeyChoice(this))
    , m_validity(new ValidityFields(this))
    , m_validityNote(new FieldNote(m_validity->until()->choice(), this))
    , m_signedBy(new AuthorityChoice(AuthorityChoice::SelfSigning::Possible, this))
    , m_issuerPassphrase(new SecretField(QStringLiteral("issuerPassphrase"), this))
    , m_more(new QToolButton(this))
    , m_further(new FurtherCertificateFields(this))
    , m_judgement(new FieldNote(nullptr, this))
{
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    buildFields();
    buildMore();
    new WheelGuard(*this);
    begin();
    m_validity->update(QDateTime::currentDateTimeUtc());
    connectFields();
}

CertificateForm::Row CertificateForm::addRow(const QString &text, QWidget *buddy, QWidget *field)
{
    auto *label = new QLabel(text, this);
    label->setBuddy(buddy);
    if (buddy->accessibleName().isEmpty())
        buddy->setAccessibleName(QString(text).remove(u'&'));
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0, field == m_names ? Qt::AlignTop : Qt::Alignment());
    m_grid->addWidget(field, row, 1);
    return {.label = label, .field = field};
}

void CertificateForm::buildFields()
{
    m_template->setObjectName(QStringLiteral("template"));
    for (const CertificateTemplate one :
         {CertificateTemplate::ServerAndClient, CertificateTemplate::Server, CertificateTemplate::Client,
          CertificateTemplate::IntermediateCa, CertificateTemplate::RootCa})
        m_template->addItem(templateText(one), static_cast<int>(one));
    m_name->setObjectName(QStringLiteral("certificateName"));
    m_name->setMaxLength(64); // ub-common-name, RFC 5280 appendix A
    m_nameNote->setObjectName(QStringLiteral("nameNote"));
    m_validityNote->setObjectName(QStringLiteral("validityNote"));
    m_judgement->setObjectName(QStringLiteral("judgement"));

    const auto addNote = [this](FieldNote *note) { m_grid->addWidget(note, m_grid->rowCount(), 1); };
    addRow(CertificateDialog::tr("&Template"), m_template, m_template);
    addRow(CertificateDialog::tr("Make"), m_asCertificate, buildKinds());
    addRow(CertificateDialog::tr("&Name"), m_name, m_name);
    addNote(m_nameNote);
    m_namesRow = addRow(CertificateDialog::tr("&Alternative names"), m_names->editor(), m_names);
    addRow(CertificateDialog::tr("&Key"), m_key, m_key);
    m_ofCertificates.push_back(
        addRow(CertificateDialog::tr("Valid &from"), m_validity->from()->choice(), m_validity->from()));
    m_ofCertificates.push_back(
        addRow(CertificateDialog::tr("&Until"), m_validity->until()->choice(), m_validity->until()));
    addNote(m_validityNote);
    m_signedByRow = addRow(CertificateDialog::tr("&Signed by"), m_signedBy, m_signedBy);
    m_issuerPassphrase->setAccessibleName(CertificateDialog::tr("Pass phrase of the authority's key"));
    m_issuerPassphrase->setPlaceholderText(CertificateDialog::tr("its key is locked"));
    m_issuerPassphraseRow = addRow(CertificateDialog::tr("Its pass phrase"), m_issuerPassphrase, m_issuerPassphrase);
}

QWidget *CertificateForm::buildKinds()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(18);
    row->addWidget(m_asCertificate);
    row->addWidget(m_asRequest);
    row->addStretch(1);
    m_asCertificate->setObjectName(QStringLiteral("asCertificate"));
    m_asRequest->setObjectName(QStringLiteral("asRequest"));
    m_asCertificate->setAccessibleName(CertificateDialog::tr("Make a certificate"));
    m_asRequest->setAccessibleName(CertificateDialog::tr("Make a request for another authority"));
    m_asRequest->setToolTip(CertificateDialog::tr("A key and a certificate signing request (PKCS #10), which an "
                                                  "authority answers with the certificate"));
    m_asCertificate->setChecked(true);
    return box;
}

void CertificateForm::buildMore()
{
    m_more->setObjectName(QStringLiteral("moreFields"));
    m_more->setText(CertificateDialog::tr("&More"));
    m_more->setAccessibleName(CertificateDialog::tr("More fields"));
    m_more->setToolTip(
        CertificateDialog::tr("Organisation, purposes, addresses for revocation, pass phrase of the key"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_grid->addWidget(m_more, m_grid->rowCount(), 0, 1, 2, Qt::AlignLeft);
    m_grid->addWidget(m_further, m_grid->rowCount(), 0, 1, 2);
    m_grid->addWidget(m_judgement, m_grid->rowCount(), 0, 1, 2);
    m_grid->setRowStretch(m_grid->rowCount(), 1);

    int width = m_further->labelWidth();
    for (int row = 0; row < m_grid->rowCount(); ++row) {
        const auto *item = m_grid->itemAtPosition(row, 0);
        if (const auto *label = item ? qobject_cast<QLabel *>(item->widget()) : nullptr)
            width = std::max(width, label->sizeHint().width());
    }
    m_grid->setColumnMinimumWidth(0, width);
    m_further->setLabelWidth(width);
    setMoreShown(false);
}

void CertificateForm::connectFields()
{
    connect(m_template, &QComboBox::currentIndexChanged, this, &CertificateForm::begin);
    connect(m_asRequest, &QRadioButton::toggled, this, [this] {
        if (!isRequest())
            proposeEnd(); // the template may have changed meanwhile
        updateRows();
        Q_EMIT changed();
    });
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_isNameTouched = true;
        proposeNames();
        Q_EMIT changed();
    });
    connect(m_more, &QToolButton::toggled, this, [this](bool isShown) {
        setMoreShown(isShown);
        Q_EMIT rearranged();
    });
    connect(m_names, &AlternativeNamesField::changed, this, &CertificateForm::changed);
    connect(m_key, &QComboBox::currentIndexChanged, this, &CertificateForm::changed);
    connect(m_validity, &ValidityFields::changed, this, &CertificateForm::changed);
    connect(m_signedBy, &QComboBox::currentIndexChanged, this, [this] {
        proposeEnd();
        if (updateIssuerPassphrase())
            Q_EMIT rearranged();
        Q_EMIT changed();
    });
    connect(m_issuerPassphrase, &QLineEdit::textChanged, this, &CertificateForm::changed);
    connect(m_further, &FurtherCertificateFields::changed, this, &CertificateForm::changed);
}

CertificateTemplate CertificateForm::kind() const
{
    return static_cast<CertificateTemplate>(m_template->currentData().toInt());
}

void CertificateForm::begin()
{
    const CertificateSpec spec = specOf(kind());
    m_further->setTemplate(spec);
    m_validity->setAuthority(spec.isCa);
    proposeEnd();
    if (!m_isNameTouched) {
        const QSignalBlocker quiet(m_name);
        m_name->setText(proposedName(kind()));
    }
    proposeNames();
    updateRows();
    Q_EMIT changed();
}

void CertificateForm::proposeNames()
{
    if (m_names->isTouched())
        return;
    CertificateSpec spec = specOf(kind());
    spec.commonName = m_name->text().trimmed();
    QStringList names = usualAlternativeNames(spec);
    if (isForServers(spec) && spec.commonName == thisMachine)
        names += {QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
    m_names->setNames(names);
}

void CertificateForm::proposeEnd()
{
    const std::optional<StoredCertificate> chosen = issuer();
    m_validity->setIssuerEnd(chosen ? chosen->certificate.notAfter() : QDateTime());
}

void CertificateForm::updateRows()
{
    const auto show = [](const Row &row, bool isShown) {
        row.label->setVisible(isShown);
        row.field->setVisible(isShown);
    };
    const bool isAuthority = specOf(kind()).isCa;
    show(m_namesRow, !isAuthority);
    for (const Row &row : m_ofCertificates)
        show(row, !isRequest());
    show(m_signedByRow, !isRequest() && kind() != CertificateTemplate::RootCa);
    updateIssuerPassphrase();
    m_further->setKind(isAuthority, isRequest());
    Q_EMIT rearranged();
}

bool CertificateForm::updateIssuerPassphrase()
{
    const std::optional<StoredCertificate> chosen = issuer();
    const bool isNeeded = chosen && chosen->isKeyLocked;
    const auto certificate = chosen ? std::optional(chosen->certificate) : std::nullopt;
    if (certificate != m_shownIssuer)
        m_issuerPassphrase->clear(); // it was another one's
    m_shownIssuer = certificate;
    const bool wasShown = !m_issuerPassphrase->isHidden();
    m_issuerPassphraseRow.label->setVisible(isNeeded);
    m_issuerPassphraseRow.field->setVisible(isNeeded);
    return isNeeded != wasShown;
}

void CertificateForm::setMoreShown(bool isShown)
{
    m_more->setChecked(isShown);
    m_more->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_further->setVisible(isShown);
}

void CertificateForm::setCertificates(const std::vector<StoredCertificate> &certificates)
{
    m_signedBy->setCertificates(certificates);
}

bool CertificateForm::isRequest() const
{
    return m_asRequest->isChecked();
}

std::optional<StoredCertificate> CertificateForm::issuer() const
{
    return isRequest() || kind() == CertificateTemplate::RootCa ? std::nullopt : m_signedBy->authority();
}

CertificateOrder CertificateForm::order() const
{
    CertificateOrder order{.spec = specOf(kind()), .key = m_key->kind(), .issuer = {}};
    order.spec.commonName = m_name->text().trimmed();
    if (!order.spec.isCa)
        order.spec.alternativeNames = m_names->names();
    const auto [notBefore, notAfter] = m_validity->validity(QDateTime::currentDateTimeUtc());
    order.spec.notBefore = notBefore;
    order.spec.notAfter = notAfter;
    m_further->fill(order.spec);
    order.passphrase = m_further->passphrase();
    order.issuer = issuer();
    if (order.issuer && order.issuer->isKeyLocked)
        order.issuerPassphrase = m_issuerPassphrase->secret();
    return order;
}

void CertificateForm::focusPassphrase()
{
    m_issuerPassphrase->setFocus();
    m_issuerPassphrase->selectAll();
}

std::vector<Error> CertificateForm::check()
{
    m_validity->update(QDateTime::currentDateTimeUtc());
    const CertificateOrder order = this->order();
    std::vector<Error> errors = isRequest() ? validateRequest(order.spec) : validate(order.spec);
    if (order.issuer && order.issuer->isKeyLocked && !order.issuerPassphrase)
        errors.push_back(
            {.code = ErrorCode::PassphraseNeeded, .subject = order.issuer->file, .values = {}, .causes = {}});
    if (!m_signedBy->missing().isEmpty() && !m_signedBy->isHidden())
        errors.push_back(
            {.code = ErrorCode::CertificateNotFound, .subject = m_signedBy->missing(), .values = {}, .causes = {}});
    if (auto error = m_further->passphraseError())
        errors.push_back(std::move(*error));
    m_nameNote->showNote(FieldNote::Level::Error, sentenceOf(errors, ErrorCode::InvalidName));
    m_validityNote->showNote(FieldNote::Level::Error, sentenceOf(errors, ErrorCode::InvalidValidity));
    m_names->showErrors(errors);
    if (m_further->showErrors(errors))
        m_more->setChecked(true); // where it is said
    if (errors.empty() && !isRequest())
        judge(order);
    else
        m_judgement->clear();
    return errors;
}

void CertificateForm::judge(const CertificateOrder &order)
{
    QStringList remarks;
    bool isFine = true;
    if (isForServers(order.spec)) {
        const auto preview = previewOf(order.spec, order.key, order.issuer ? SignedBy::Authority : SignedBy::Itself);
        if (!preview)
            return m_judgement->clear();
        const ServerUse use = usedAsServer(*preview, {.now = order.spec.notBefore, .issuers = {}});
        remarks.append(describe(use));
        isFine = use.answer == ServerUse::Answer::Yes;
    }
    if (const QString remark = m_validity->remarkOn(order.spec.notAfter); !remark.isEmpty()) {
        remarks.append(remark);
        isFine = false;
    }
    m_judgement->showNote(isFine ? FieldNote::Level::Information : FieldNote::Level::Warning, remarks.join(u' '));
}

} // namespace sealport
