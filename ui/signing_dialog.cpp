#include "ui/signing_dialog.h"

#include "model/certificates/display_text.h"
#include "model/text/certificate_text.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "ui/authority_choice.h"
#include "ui/field_note.h"
#include "ui/message_bar.h"
#include "ui/purpose_boxes.h"
#include "ui/template_text.h"
#include "ui/time_choice.h"
#include "ui/url_fields.h"
#include "ui/validity_fields.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace sealport {
namespace {

constexpr int mostNames = 8; ///< that are shown of a request

QString askedText(const RequestedUse &asked)
{
    QStringList uses;
    if (asked.isAuthority)
        uses.append(termText(DetailTerm::SignsCertificates));
    for (const Detail &row : asked.rows)
        uses.append(displayText(detailValue(row).left(100)));
    return uses.isEmpty() ? SigningDialog::tr("none in particular") : spokenList(uses, mostNames, 0);
}

CertificateTemplate proposedTemplate(const RequestedUse &asked)
{
    if (asked.purposes == std::vector{KeyPurpose::ServerAuth})
        return CertificateTemplate::Server;
    if (asked.purposes == std::vector{KeyPurpose::ClientAuth})
        return CertificateTemplate::Client;
    return CertificateTemplate::ServerAndClient;
}

} // namespace

SigningDialog::SigningDialog(const CertificateRequest &request, const std::vector<StoredCertificate> &certificates,
                             StoreEditor &editor, QWidget *parent)
    : IssuingDialog(tr("Sign the request of %1").arg(displayText(request.name().left(100))), editor, parent)
    , m_request(request)
    , m_asked(requestedUse(request))
    , m_template(new QComboBox(this))
    , m_templateNote(new FieldNote(m_template, this))
    , m_signedBy(new AuthorityChoice(AuthorityChoice::SelfSigning::Impossible, this))
    , m_validity(new ValidityFields(this))
    , m_validityNote(new FieldNote(m_validity->until()->choice(), this))
    , m_purposes(new PurposeBoxes(this))
    , m_urls(new UrlFields(this))
{
    m_template->setObjectName(QStringLiteral("template"));
    for (const CertificateTemplate one : {CertificateTemplate::ServerAndClient, CertificateTemplate::Server,
                                          CertificateTemplate::Client, CertificateTemplate::IntermediateCa})
        m_template->addItem(templateText(one), static_cast<int>(one));
    m_template->setCurrentIndex(m_template->findData(static_cast<int>(proposedTemplate(m_asked))));
    m_template->setAccessibleName(tr("Template"));
    m_templateNote->setObjectName(QStringLiteral("templateNote"));
    m_validityNote->setObjectName(QStringLiteral("validityNote"));
    m_signedBy->setAccessibleName(tr("Signed by"));
    m_signedBy->setCertificates(certificates);
    buildForm();
    build({}, tr("&Sign"), QStringLiteral("sign"));

    takeSigner();
    begin();
    if (!m_asked.purposes.empty())
        m_purposes->setPurposes(m_asked.purposes);
    connect(m_template, &QComboBox::currentIndexChanged, this, &SigningDialog::begin);
    connect(m_validity, &ValidityFields::changed, this, &SigningDialog::check);
    connect(m_urls, &UrlFields::changed, this, &SigningDialog::check);
    connect(m_signedBy, &QComboBox::currentIndexChanged, this, &SigningDialog::takeSigner);
    if (m_signedBy->count() == 0)
        message().showMessage(MessageBar::Level::Warning,
                              tr("None of your certificates is an authority with its key. Make a root CA first."));
}

void SigningDialog::buildForm()
{
    QStringList names;
    for (const QString &name : m_request.subjectAltNames())
        names.append(displayText(name.left(100)));
    auto *asked = makeValue(askedText(m_asked), this);
    asked->setObjectName(QStringLiteral("askedUses"));
    form().addRow(tr("Subject"), makeValue(displayText(m_request.subject().left(300)), this));
    if (!names.isEmpty())
        form().addRow(tr("Alternative names"), makeValue(spokenList(names, mostNames, 0), this));
    form().addRow(tr("Uses asked for"), asked);
    form().addRow(tr("Temp&late"), m_template);
    form().addRow(QString(), m_templateNote);
    form().addRow(tr("&Purposes"), m_purposes);
    form().addRow(tr("Valid &from"), m_validity->from());
    form().addRow(tr("&Until"), m_validity->until());
    form().addRow(QString(), m_validityNote);
    for (const UrlFields::Row &url : m_urls->rows()) {
        form().addRow(url.label, url.field);
        form().addRow(QString(), url.note);
    }
    form().addRow(tr("Signed &by"), m_signedBy);
    addSignerSecretRow();
    m_purposes->setFocusProxy(m_purposes->first());
    m_purposes->setFocusPolicy(Qt::StrongFocus); // else the access key of its label does nothing
}

void SigningDialog::begin()
{
    const CertificateSpec spec = specOf(static_cast<CertificateTemplate>(m_template->currentData().toInt()));
    m_purposes->setPurposes(spec.effectivePurposes());
    m_validity->setAuthority(spec.isCa);
    QString note;
    if (m_asked.isAuthority && !spec.isCa)
        note = tr("The request asks for an authority; only the template “%1” makes one.")
                   .arg(templateText(CertificateTemplate::IntermediateCa));
    else if (spec.isCa && !m_asked.isAuthority)
        note = tr("The request does not ask for an authority; this template makes one.");
    m_templateNote->showNote(FieldNote::Level::Warning, note);
    check();
}

void SigningDialog::takeSigner()
{
    const std::optional<StoredCertificate> authority = m_signedBy->authority();
    m_validity->setIssuerEnd(authority ? authority->certificate.notAfter() : QDateTime());
    setSigner(authority);
    check(); // another authority may end otherwise while the choices stay the same
}

CertificateSpec SigningDialog::terms() const
{
    CertificateSpec terms = specOf(static_cast<CertificateTemplate>(m_template->currentData().toInt()));
    const auto [notBefore, notAfter] = m_validity->validity(QDateTime::currentDateTimeUtc());
    terms.commonName = m_request.name();
    terms.notBefore = notBefore;
    terms.notAfter = notAfter;
    terms.purposes = m_purposes->purposes();
    m_urls->fill(terms);
    return terms;
}

void SigningDialog::check()
{
    m_validity->update(QDateTime::currentDateTimeUtc());
    const CertificateSpec terms = this->terms();
    const std::vector<Error> errors = validateTerms(terms);
    const auto validity = std::ranges::find(errors, ErrorCode::InvalidValidity, &Error::code);
    if (validity == errors.end())
        m_validityNote->showNote(FieldNote::Level::Warning, m_validity->remarkOn(terms.notAfter));
    else
        m_validityNote->showNote(FieldNote::Level::Error, describe(*validity));
    m_urls->showErrors(errors);
    setComplete(errors.empty());
}

void SigningDialog::carryOut()
{
    editor().sign({.request = m_request, .terms = terms(), .issuer = *signer(), .issuerPassphrase = signerPassphrase()},
                  this, [this](const Result<RequestAnswer> &answer) {
                      if (finish(answer))
                          Q_EMIT answered(*answer);
                  });
}

} // namespace sealport
