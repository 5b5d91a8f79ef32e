#include "ui/certificate_details.h"

#include "model/certificates/display_text.h"
#include "model/certificates/thumbprint.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "ui/icons.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace sealport {
namespace {

QLabel *valueLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // certificates are written by strangers
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setFocusPolicy(Qt::ClickFocus);
    return label;
}

} // namespace

CertificateDetails::CertificateDetails(QWidget *parent)
    : QWidget(parent)
    , m_name(valueLabel(this))
    , m_problem(valueLabel(this))
    , m_fields(new QWidget(this))
{
    setAccessibleName(tr("Certificate details"));
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_name->setObjectName(QStringLiteral("detailsName"));

    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_sha1 = addThumbprintRow(*form, tr("SHA-1"), tr("Copy SHA-1"), true);
    m_sha1->setObjectName(QStringLiteral("detailsSha1"));
    m_sha256 = addThumbprintRow(*form, tr("SHA-256"), tr("Copy SHA-256"), false);
    m_validity = addRow(*form, tr("Valid"));
    m_names = addRow(*form, tr("For"));
    m_subject = addRow(*form, tr("Subject"));
    m_issuer = addRow(*form, tr("Issuer"));
    m_key = addRow(*form, tr("Key"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_name);
    column->addWidget(m_problem);
    column->addWidget(m_fields);
    column->addStretch(1);
    m_problem->setObjectName(QStringLiteral("detailsProblem"));
    clear();
}

QLabel *CertificateDetails::addRow(QFormLayout &form, const QString &label)
{
    auto *value = valueLabel(m_fields);
    form.addRow(label, value);
    return value;
}

QLabel *CertificateDetails::addThumbprintRow(QFormLayout &form, const QString &label, const QString &copyName,
                                             bool sha1)
{
    auto *value = valueLabel(m_fields);
    value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *line = new QHBoxLayout;
    line->addWidget(value, 1);
    line->addWidget(copyButton(copyName, sha1), 0, Qt::AlignTop);
    form.addRow(label, line);
    return value;
}

QToolButton *CertificateDetails::copyButton(const QString &name, bool sha1)
{
    auto *button = new QToolButton(m_fields);
    button->setText(tr("Copy"));
    button->setIcon(themedIcon(QStringLiteral("copy")));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(name);
    button->setToolTip(tr("Copy as Windows and WinDev write it; the arrow offers other forms"));
    const auto copy = [this, sha1](ThumbprintFormat format) {
        if (!m_certificate)
            return;
        const QByteArray &octets = sha1 ? m_certificate->sha1() : m_certificate->sha256();
        QGuiApplication::clipboard()->setText(formatThumbprint(octets, format));
    };
    auto *menu = new QMenu(button);
    const auto offer = [menu, copy](const QString &text, ThumbprintFormat format) {
        connect(menu->addAction(text), &QAction::triggered, menu, [copy, format] { copy(format); });
    };
    offer(tr("Windows, WinDev (9d a4 84 …)"), ThumbprintFormat::Windows);
    offer(tr(".NET, PowerShell (9DA484…)"), ThumbprintFormat::DotNet);
    offer(tr("OpenSSL (9D:A4:84:…)"), ThumbprintFormat::OpenSsl);
    offer(tr("Base64"), ThumbprintFormat::Base64);
    button->setMenu(menu);
    connect(button, &QToolButton::clicked, this, [copy] { copy(ThumbprintFormat::Windows); });
    return button;
}

void CertificateDetails::clear()
{
    m_certificate.reset();
    m_fields->hide();
    m_problem->hide();
    m_name->setText(tr("Select a certificate to see its thumbprints."));
}

void CertificateDetails::showItem(const ListedItem &item)
{
    clear();
    if (const Certificate *certificate = item.certificate())
        return showCertificate(*certificate, item.hasKey);
    m_name->setText(displayText(item.file));
    m_problem->setText(describe(*item.problem()));
    m_problem->show();
}

void CertificateDetails::showCertificate(const Certificate &certificate, bool hasKey)
{
    m_certificate = certificate;
    m_fields->show();
    m_name->setText(certificate.name());
    m_sha1->setText(formatThumbprint(certificate.sha1(), ThumbprintFormat::Windows));
    m_sha256->setText(formatThumbprint(certificate.sha256(), ThumbprintFormat::Windows));
    m_validity->setText(
        tr("%1 to %2", "two dates").arg(exactDate(certificate.notBefore()), exactDate(certificate.notAfter())));
    m_names->setText(certificate.subjectAltNames().isEmpty()
                         ? tr("no alternative names")
                         : certificate.subjectAltNames().join(QStringLiteral(", ")));
    m_subject->setText(certificate.subject());
    m_issuer->setText(certificate.isSelfIssued() ? tr("%1 (itself)").arg(certificate.issuer()) : certificate.issuer());
    const QString key = certificate.keyBits() > 0
                            ? tr("%1, %2 bits").arg(certificate.keyType()).arg(certificate.keyBits())
                            : certificate.keyType();
    m_key->setText(hasKey ? tr("%1; private key present").arg(key) : tr("%1; no private key here").arg(key));
}

} // namespace sealport
