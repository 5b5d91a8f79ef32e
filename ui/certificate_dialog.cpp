#include "ui/certificate_dialog.h"

#include "model/text/error_text.h"
#include "ui/message_bar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sealport {
namespace {

constexpr int leafDays = 397; // what browsers accept at most, CA/Browser Forum baseline 6.3.2

} // namespace

CertificateDialog::CertificateDialog(StoreEditor &editor, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_name(new QLineEdit(QStringLiteral("localhost"), this))
    , m_alternativeNames(new QLineEdit(QStringLiteral("localhost, 127.0.0.1, ::1"), this))
    , m_key(new QComboBox(this))
    , m_days(new QSpinBox(this))
    , m_issuer(new QComboBox(this))
    , m_progress(new QProgressBar(this))
    , m_message(new MessageBar(this))
{
    setWindowTitle(tr("New certificate"));
    setModal(false);

    m_name->setObjectName(QStringLiteral("certificateName"));
    m_name->setMaxLength(64); // ub-common-name, RFC 5280 appendix A
    m_alternativeNames->setObjectName(QStringLiteral("alternativeNames"));
    m_alternativeNames->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    m_alternativeNames->setPlaceholderText(tr("host names and IP addresses, separated by commas"));
    m_alternativeNames->setToolTip(tr("The host names and IP addresses that clients use to reach the server"));
    m_key->setObjectName(QStringLiteral("keyKind"));
    m_key->addItem(tr("EC P-256 (fast, fits nearly every client)"), QStringLiteral("ec:P-256"));
    m_key->addItem(tr("EC P-384"), QStringLiteral("ec:P-384"));
    m_key->addItem(tr("RSA 2048 (for old clients)"), QStringLiteral("rsa:2048"));
    m_key->addItem(tr("RSA 3072"), QStringLiteral("rsa:3072"));
    m_key->addItem(tr("RSA 4096 (takes a moment)"), QStringLiteral("rsa:4096"));
    m_key->addItem(tr("Ed25519 (new clients only)"), QStringLiteral("ed25519"));
    m_days->setObjectName(QStringLiteral("validDays"));
    m_days->setRange(1, 36'500);
    m_days->setValue(leafDays);
    m_days->setSuffix(tr(" days"));
    m_days->setToolTip(tr("Browsers refuse server certificates of more than 398 days"));
    m_issuer->setObjectName(QStringLiteral("signedBy"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Making the key"));

    auto *form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Alternative names"), m_alternativeNames);
    form->addRow(tr("&Key"), m_key);
    form->addRow(tr("&Valid for"), m_days);
    form->addRow(tr("&Signed by"), m_issuer);
    for (int row = 0; row < form->rowCount(); ++row) {
        auto *field = form->itemAt(row, QFormLayout::FieldRole)->widget();
        const auto *label = qobject_cast<QLabel *>(form->itemAt(row, QFormLayout::LabelRole)->widget());
        field->setAccessibleName(label->text().remove(QLatin1Char('&')));
    }

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("C&reate"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(QStringLiteral("createCertificate"));
    m_create->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_message);
    column->addWidget(m_progress);
    column->addStretch(1);
    column->addWidget(buttons);

    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &name) { m_create->setDisabled(name.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &CertificateDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &CertificateDialog::reject);
    setBusy(false);
}

void CertificateDialog::setCertificates(const std::vector<StoredCertificate> &certificates)
{
    m_issuers.clear();
    m_issuer->clear();
    for (const StoredCertificate &stored : certificates) {
        if (!stored.hasKey || !stored.certificate.isCa())
            continue;
        m_issuers.push_back(stored);
        m_issuer->addItem(stored.certificate.name());
    }
    m_issuer->addItem(tr("itself (self-signed)"));
    m_issuer->setCurrentIndex(0);
}

CertificateOrder CertificateDialog::request() const
{
    CertificateOrder request;
    request.spec.commonName = m_name->text().trimmed();
    const auto names = m_alternativeNames->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (const QString trimmed = name.trimmed(); !trimmed.isEmpty())
            request.spec.alternativeNames.append(trimmed);
    }
    request.spec.notBefore = QDateTime::currentDateTimeUtc();
    request.spec.notAfter = request.spec.notBefore.addDays(m_days->value());
    if (const auto kind = KeyKind::parse(m_key->currentData().toString()))
        request.key = *kind;
    if (const auto index = std::size_t(m_issuer->currentIndex()); index < m_issuers.size())
        request.issuer = m_issuers.at(index);
    return request;
}

void CertificateDialog::create()
{
    m_message->clear();
    setBusy(true);
    m_editor.make(request(), this, [this](const Result<StoredCertificate> &made) {
        setBusy(false);
        if (!made) {
            m_message->showMessage(MessageBar::Level::Error, describe(made.error()));
            return;
        }
        Q_EMIT created(*made);
        accept();
    });
}

void CertificateDialog::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_create->setDisabled(busy);
}

} // namespace sealport
