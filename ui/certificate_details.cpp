#include "ui/certificate_details.h"

#include "model/certificates/certificate_file.h"
#include "model/certificates/display_text.h"
#include "model/certificates/thumbprint.h"
#include "model/tables/table_icons.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "ui/icons.h"
#include "ui/secret_field.h"
#include "ui/secret_text.h"
#include "ui/thumbprint_menu.h"

#include <QAction>
#include <QClipboard>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sealport {
namespace {

/// Text of several lines that is never cut: QFormLayout now and then counts a line too few for the width that it gives.
class ValueLabel final : public QLabel {
public:
    using QLabel::QLabel;
    void keepWhole() { setMinimumHeight(std::max(0, heightForWidth(width()))); } // -1: empty

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        keepWhole();
    }
};

QLabel *valueLabel(QWidget *parent)
{
    auto *label = new ValueLabel(parent);
    label->setTextFormat(Qt::PlainText); // certificates are written by strangers
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setFocusPolicy(Qt::ClickFocus);
    label->setMinimumWidth(1); // a word of sixty letters does not push the buttons out
    return label;
}

/// Of strangers, who may write a hundred thousand.
QString namesText(const QStringList &names)
{
    constexpr qsizetype most = 100;
    const QString text = nameList(names.first(std::min(most, names.size())));
    if (names.size() <= most)
        return text;
    return CertificateDetails::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - most)).arg(text);
}

QString keyText(const QString &type, int bits)
{
    return bits > 0 ? CertificateDetails::tr("%1, %2 bits").arg(type).arg(bits) : type;
}

QString validityText(const QString &dates, RevocationState revocation)
{
    switch (revocation) {
    case RevocationState::NotRevoked:
        return dates;
    case RevocationState::OnHold:
        return CertificateDetails::tr("on hold by its issuer; %1", "dates").arg(dates);
    case RevocationState::Revoked:
        return CertificateDetails::tr("revoked by its issuer; %1", "dates").arg(dates);
    }
    Q_UNREACHABLE();
}

/// Whether the private key is there, after what kind of key it is.
QString keyPresence(const ListedItem &item)
{
    if (item.isKeyLocked)
        return CertificateDetails::tr("%1; private key present, locked with a pass phrase");
    return item.hasKey ? CertificateDetails::tr("%1; private key present")
                       : CertificateDetails::tr("%1; no private key here");
}

} // namespace

CertificateDetails::CertificateDetails(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout)
    , m_name(valueLabel(this))
    , m_more(new QToolButton(this))
    , m_problem(valueLabel(this))
    , m_unlock(new QWidget(this))
    , m_passphrase(new SecretField(QStringLiteral("filePassphrase"), m_unlock))
    , m_fields(new QWidget(this))
{
    setAccessibleName(tr("Certificate details"));
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_name->setObjectName(QStringLiteral("detailsName"));

    m_fields->setLayout(m_form);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(4);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_sha1 = addThumbprintRow(*m_form, tr("SHA-1"), tr("Copy SHA-1"), true);
    m_sha1->setObjectName(QStringLiteral("detailsSha1"));
    m_sha256 = addThumbprintRow(*m_form, tr("SHA-256"), tr("Copy SHA-256"), false);
    m_validity = addRow(*m_form, tr("Valid"));
    m_validity->setObjectName(QStringLiteral("detailsValidity"));
    m_names = addRow(*m_form, tr("For"));
    m_subject = addRow(*m_form, tr("Subject"));
    m_issuer = addRow(*m_form, tr("Issuer"));
    m_key = addRow(*m_form, tr("Key"));
    m_file = addRow(*m_form, tr("File"));

    auto *unlock = new QPushButton(tr("Open it"), m_unlock);
    unlock->setObjectName(QStringLiteral("unlockFile"));
    auto *unlockRow = new QHBoxLayout(m_unlock);
    unlockRow->setContentsMargins(0, 0, 0, 0);
    unlockRow->addWidget(m_passphrase, 1);
    unlockRow->addWidget(unlock);
    connect(unlock, &QPushButton::clicked, this, &CertificateDetails::givePassphrase);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &CertificateDetails::givePassphrase);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    m_more->setText(tr("Details…"));
    m_more->setObjectName(QStringLiteral("moreDetails"));
    m_more->setToolTip(tr("Every field, what is right and wrong with it, ASN.1 and PEM"));
    m_more->setFocusPolicy(Qt::StrongFocus);
    connect(m_more, &QToolButton::clicked, this, &CertificateDetails::detailsRequested);
    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_more, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_problem);
    column->addWidget(m_unlock);
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
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    const auto octets = [this, sha1] { return sha1 ? m_sha1Octets : m_sha256Octets; };
    connect(menu, &QMenu::aboutToShow, this, [this, menu, octets] {
        menu->clear();
        addThumbprintForms(*menu, octets());
        if (!m_shown || !m_shown->certificate())
            return;
        menu->addSeparator();
        addThumbprints(*menu->addMenu(tr("Other thumbprints")), *m_shown->certificate());
    });
    connect(button, &QToolButton::clicked, this,
            [octets] { QGuiApplication::clipboard()->setText(formatThumbprint(octets(), ThumbprintFormat::Windows)); });
    return button;
}

void CertificateDetails::clear()
{
    m_shown.reset();
    m_passphrase->clear(); // it was meant for what was shown
    m_fields->hide();
    m_problem->hide();
    m_unlock->hide();
    m_more->hide();
    m_name->setText(tr("Select a certificate to see its thumbprints."));
}

void CertificateDetails::setRow(QWidget *row, const QString &text)
{
    auto *value = static_cast<ValueLabel *>(row); // as all of them
    value->setText(text);
    value->keepWhole();
    for (int i = 0; i < m_form->rowCount(); ++i) {
        QLayoutItem *field = m_form->itemAt(i, QFormLayout::FieldRole);
        const bool isIt = field->widget() == row || (field->layout() && field->layout()->indexOf(row) >= 0);
        if (isIt)
            m_form->setRowVisible(i, !text.isEmpty());
    }
}

void CertificateDetails::showItem(const ListedItem &item, const QString &file, RevocationState revocation)
{
    if (m_shown && m_shown->object == item.object && m_shown->hasKey == item.hasKey
        && m_shown->isKeyLocked == item.isKeyLocked && m_shown->file == item.file && m_shownFile == file
        && m_revocation == revocation)
        return; // nobody loses the field in which they are typing
    clear();
    m_shown = item;
    m_shownFile = file;
    m_revocation = revocation;
    if (const Error *problem = item.problem())
        return show(*problem);
    m_fields->show();
    m_more->show();
    if (const Certificate *certificate = item.certificate())
        show(*certificate, keyPresence(item));
    else if (const CertificateRequest *request = item.request())
        show(*request, item);
    else
        show(*item.revocationList());
    setRow(m_sha1, formatThumbprint(m_sha1Octets, ThumbprintFormat::Windows));
    setRow(m_sha256, formatThumbprint(m_sha256Octets, ThumbprintFormat::Windows));
    setRow(m_file, displayText(QFileInfo(file).fileName()));
    m_file->setToolTip(plainToolTip(displayText(file)));
}

void CertificateDetails::focusPassphrase()
{
    if (m_unlock->isVisible())
        m_passphrase->setFocus();
}

void CertificateDetails::show(const Error &problem)
{
    m_name->setText(displayText(problem.subject));
    m_problem->setText(describe(problem));
    m_problem->show();
    m_unlock->setVisible(isAboutPassphrase(problem));
    const bool isPin = isAboutPin(problem);
    m_passphrase->setAccessibleName(isPin ? tr("PIN of the token") : tr("Pass phrase of the file"));
    m_passphrase->setPlaceholderText(isPin ? tr("PIN") : tr("Pass phrase"));
}

void CertificateDetails::givePassphrase()
{
    const auto passphrase = std::make_shared<const SecretBytes>(secretOf(m_passphrase->text()));
    m_passphrase->clear();
    Q_EMIT passphraseGiven(passphrase);
}

void CertificateDetails::show(const Certificate &certificate, const QString &presence)
{
    m_name->setText(certificate.name());
    m_sha1Octets = certificate.sha1();
    m_sha256Octets = certificate.sha256();
    const QString dates =
        tr("%1 to %2", "two dates").arg(exactDate(certificate.notBefore()), exactDate(certificate.notAfter()));
    setRow(m_validity, validityText(dates, m_revocation));
    setRow(m_names, certificate.subjectAltNames().isEmpty() ? tr("no alternative names")
                                                            : namesText(certificate.subjectAltNames()));
    setRow(m_subject, certificate.subject());
    setRow(m_issuer, certificate.isSelfIssued() ? tr("%1 (itself)").arg(certificate.issuer()) : certificate.issuer());
    const QString key = keyText(certificate.keyType(), certificate.keyBits());
    setRow(m_key, presence.arg(key));
}

void CertificateDetails::show(const CertificateRequest &request, const ListedItem &item)
{
    m_name->setText(tr("%1, a certificate request").arg(request.name()));
    m_sha1Octets.clear();
    m_sha256Octets = request.sha256();
    setRow(m_validity, {});
    setRow(m_names,
           request.subjectAltNames().isEmpty() ? tr("no alternative names") : namesText(request.subjectAltNames()));
    setRow(m_subject, request.subject());
    setRow(m_issuer, {});
    const QString key = keyText(request.keyType(), request.keyBits());
    const QString signature = request.isSignatureValid()
                                  ? tr("%1; the request is signed with it").arg(key)
                                  : tr("%1; the request is not signed with it: no authority will accept it").arg(key);
    if (item.isKeyLocked)
        setRow(m_key, tr("%1; a locked private key stands beside it").arg(signature));
    else
        setRow(m_key, item.hasKey ? tr("%1; its private key is here").arg(signature) : signature);
}

void CertificateDetails::show(const RevocationList &list)
{
    m_name->setText(tr("Revocation list, %n certificate(s)", nullptr, static_cast<int>(list.count())));
    m_sha1Octets.clear();
    m_sha256Octets = list.sha256();
    const QString from = exactDate(list.thisUpdate());
    setRow(m_validity, list.nextUpdate().isValid() ? tr("%1 to %2", "two dates").arg(from, exactDate(list.nextUpdate()))
                                                   : tr("since %1").arg(from));
    setRow(m_names, {});
    setRow(m_subject, {});
    setRow(m_issuer, list.issuer());
    setRow(m_key, {});
}

} // namespace sealport
