#include "ui/further_certificate_fields.h"

#include "model/text/error_text.h"
#include "ui/certificate_dialog.h"
#include "ui/field_note.h"
#include "ui/purpose_boxes.h"
#include "ui/secret_field.h"
#include "ui/url_fields.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace sealport {
namespace {

constexpr int anyPathLength = -1;
constexpr int subjectColumn = 2; ///< of the second field of a row

} // namespace

FurtherCertificateFields::FurtherCertificateFields(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_subjectNote(new FieldNote(nullptr, this))
    , m_purposes(new PurposeBoxes(this))
    , m_pathLength(new QSpinBox(this))
    , m_urls(new UrlFields(this))
    , m_passphrase(new SecretField(QStringLiteral("newKeyPassphrase"), this))
    , m_again(new SecretField(QStringLiteral("newKeyPassphraseAgain"), this))
    , m_passphraseNote(new FieldNote(m_again, this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(subjectColumn + 1, 1);
    buildSubject();
    buildUsage();
    buildUrls();
    buildProtection();
    setKind(false, false);
}

QLabel *FurtherCertificateFields::labelFor(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text, this);
    label->setBuddy(buddy);
    if (buddy->accessibleName().isEmpty())
        buddy->setAccessibleName(QString(text).remove(u'&'));
    return label;
}

QLabel *FurtherCertificateFields::addRow(const QString &text, QWidget *buddy, QWidget *field)
{
    auto *label = labelFor(text, buddy);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0, field == m_purposes ? Qt::AlignTop : Qt::Alignment());
    m_grid->addWidget(field, row, 1, 1, -1);
    m_labels.push_back(label);
    return label;
}

void FurtherCertificateFields::buildSubject()
{
    const std::vector<std::pair<QString, QString>> fields{
        {QStringLiteral("O"), CertificateDialog::tr("&Organisation (O)")},
        {QStringLiteral("OU"), CertificateDialog::tr("&Department (OU)")},
        {QStringLiteral("L"), CertificateDialog::tr("&Locality (L)")},
        {QStringLiteral("ST"), CertificateDialog::tr("State or re&gion (ST)")},
        {QStringLiteral("C"), CertificateDialog::tr("Countr&y (C)")},
        {QStringLiteral("emailAddress"), CertificateDialog::tr("&E-mail in the subject")},
    };
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto &[type, text] = fields[i];
        auto *field = new QLineEdit(this);
        field->setObjectName(QStringLiteral("subject") + type);
        if (type == u"C") {
            field->setMaxLength(2);
            field->setPlaceholderText(CertificateDialog::tr("two letters"));
        }
        auto *label = labelFor(text, field);
        const int row = static_cast<int>(i / 2);
        const int column = i % 2 == 0 ? 0 : subjectColumn;
        m_grid->addWidget(label, row, column);
        m_grid->addWidget(field, row, column + 1);
        if (column == 0)
            m_labels.push_back(label);
        m_subject.emplace_back(type, field);
        connect(field, &QLineEdit::textChanged, this, &FurtherCertificateFields::changed);
    }
    m_subjectNote->setObjectName(QStringLiteral("subjectNote"));
    m_grid->addWidget(m_subjectNote, m_grid->rowCount(), 1, 1, -1);
}

void FurtherCertificateFields::buildUsage()
{
    auto *label = addRow(CertificateDialog::tr("&Purposes"), m_purposes->first(), m_purposes);
    label->setMinimumHeight(m_purposes->first()->sizeHint().height()); // level with the first line of boxes
    connect(m_purposes, &PurposeBoxes::changed, this, &FurtherCertificateFields::changed);
    m_pathLength->setObjectName(QStringLiteral("pathLength"));
    m_pathLength->setRange(anyPathLength, 255);
    m_pathLength->setSpecialValueText(CertificateDialog::tr("any number"));
    m_pathLength->setToolTip(CertificateDialog::tr("How many authorities may stand between this one and a server's "
                                                   "certificate (path length); 0: it signs servers and clients only"));
    m_pathLabel = addRow(CertificateDialog::tr("Authorities &below"), m_pathLength, m_pathLength);
    connect(m_pathLength, &QSpinBox::valueChanged, this, &FurtherCertificateFields::changed);
}

void FurtherCertificateFields::buildUrls()
{
    for (const UrlFields::Row &url : m_urls->rows()) {
        const int row = m_grid->rowCount();
        m_grid->addWidget(url.label, row, 0);
        m_grid->addWidget(url.field, row, 1, 1, -1);
        m_grid->addWidget(url.note, row + 1, 1, 1, -1);
        m_labels.push_back(url.label);
    }
    connect(m_urls, &UrlFields::changed, this, &FurtherCertificateFields::changed);
}

void FurtherCertificateFields::buildProtection()
{
    m_passphrase->setPlaceholderText(CertificateDialog::tr("none: its file alone is protected"));
    m_passphrase->setToolTip(CertificateDialog::tr("Encrypts the new key. It is asked for where the key is used, and "
                                                   "cannot be found again when it is lost."));
    m_again->setPlaceholderText(CertificateDialog::tr("the same again"));
    m_again->setAccessibleName(CertificateDialog::tr("Pass phrase of the new key, again"));
    m_passphraseNote->setObjectName(QStringLiteral("passphraseNote"));
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_passphrase);
    row->addWidget(m_again);
    addRow(CertificateDialog::tr("Pass phrase of the key"), m_passphrase, both);
    m_grid->addWidget(m_passphraseNote, m_grid->rowCount(), 1, 1, -1);
    for (const SecretField *field : {m_passphrase, m_again})
        connect(field, &QLineEdit::textChanged, this, &FurtherCertificateFields::changed);
}

std::shared_ptr<const SecretBytes> FurtherCertificateFields::passphrase() const
{
    return m_passphrase->secret();
}

std::optional<Error> FurtherCertificateFields::passphraseError() const
{
    if (m_passphrase->text() == m_again->text())
        return std::nullopt;
    return Error{.code = ErrorCode::PassphrasesDiffer, .subject = {}, .values = {}, .causes = {}};
}

void FurtherCertificateFields::setTemplate(const CertificateSpec &begin)
{
    const QSignalBlocker once(this);
    m_purposes->setPurposes(begin.effectivePurposes());
    m_pathLength->setValue(begin.pathLength.value_or(anyPathLength));
}

void FurtherCertificateFields::setKind(bool isAuthority, bool isRequest)
{
    m_isAuthority = isAuthority;
    m_isRequest = isRequest;
    m_pathLabel->setVisible(isAuthority);
    m_pathLength->setVisible(isAuthority);
    for (const UrlFields::Row &url : m_urls->rows()) {
        url.label->setVisible(!isRequest);
        url.field->setVisible(!isRequest);
    }
}

void FurtherCertificateFields::fill(CertificateSpec &spec) const
{
    for (const auto &[type, field] : m_subject)
        if (const QString value = field->text().trimmed(); !value.isEmpty())
            spec.subjectFields.push_back({.type = type, .value = value});
    spec.purposes = m_purposes->purposes();
    spec.pathLength.reset();
    if (m_isAuthority && m_pathLength->value() != anyPathLength)
        spec.pathLength = m_pathLength->value();
    if (!m_isRequest)
        m_urls->fill(spec);
}

bool FurtherCertificateFields::showErrors(const std::vector<Error> &errors)
{
    QStringList ofSubject;
    for (const Error &error : errors)
        if (error.code == ErrorCode::InvalidSubjectField)
            ofSubject.append(describe(error));
    m_subjectNote->showNote(FieldNote::Level::Error, ofSubject.join(u'\n'));
    const auto differ = std::ranges::find(errors, ErrorCode::PassphrasesDiffer, &Error::code);
    m_passphraseNote->showNote(FieldNote::Level::Error, differ == errors.end() ? QString() : describe(*differ));
    const bool isUrlWrong = m_urls->showErrors(errors);
    return isUrlWrong || differ != errors.end() || !ofSubject.isEmpty();
}

int FurtherCertificateFields::labelWidth() const
{
    int width = 0;
    for (const QLabel *label : m_labels)
        width = std::max(width, label->sizeHint().width());
    return width;
}

void FurtherCertificateFields::setLabelWidth(int width)
{
    m_grid->setColumnMinimumWidth(0, width);
}

} // namespace sealport
