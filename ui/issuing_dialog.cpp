#include "ui/issuing_dialog.h"

#include "model/certificates/certificate_file.h"
#include "model/tables/table_icons.h"
#include "model/text/error_text.h"
#include "ui/height_keeper.h"
#include "ui/message_bar.h"
#include "ui/secret_field.h"
#include "ui/wheel_guard.h"

#include <QCloseEvent>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace sealport {

IssuingDialog::IssuingDialog(const QString &title, StoreEditor &editor, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_form(new QFormLayout)
    , m_message(new MessageBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(plainTitle(title));
    setMinimumWidth(fontMetrics().averageCharWidth() * 76);
}

void IssuingDialog::build(const QString &purpose, const QString &action, const QString &objectName)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_action = buttons->addButton(action, QDialogButtonBox::AcceptRole);
    m_action->setObjectName(objectName);
    m_action->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    if (!purpose.isEmpty()) {
        m_purpose = new QLabel(purpose, this);
        m_purpose->setObjectName(QStringLiteral("purpose"));
        m_purpose->setWordWrap(true);
        column->addWidget(m_purpose);
    }
    column->addLayout(m_form);
    column->addWidget(m_message);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(std::max(minimumWidth(), column->minimumSize().width())); // a wider form is not cut off
    new WheelGuard(*this);
    new HeightKeeper(*this);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        m_message->clear();
        m_isBusy = true;
        updateAction();
        carryOut();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &IssuingDialog::reject);
    updateAction();
}

void IssuingDialog::setAction(const QString &purpose, const QString &action)
{
    m_purpose->setText(purpose);
    m_action->setText(action);
}

void IssuingDialog::showSoon()
{
    constexpr std::chrono::milliseconds patience{300}; // with the store
    QTimer::singleShot(patience, this, &QDialog::show);
}

void IssuingDialog::reject()
{
    if (!m_isBusy)
        QDialog::reject();
}

void IssuingDialog::closeEvent(QCloseEvent *event)
{
    if (m_isBusy)
        event->ignore();
    else
        QDialog::closeEvent(event);
}

SecretField *IssuingDialog::addSecretRow(const QString &label, const QString &objectName)
{
    auto *field = new SecretField(objectName, this);
    m_form->addRow(label, field);
    m_secrets.push_back(field);
    connect(field, &QLineEdit::textChanged, this, &IssuingDialog::updateAction);
    return field;
}

void IssuingDialog::addSignerSecretRow()
{
    m_signerSecret = addSecretRow(tr("Pass phrase of &its key"), QStringLiteral("signerPassphrase"));
    m_signerSecret->setPlaceholderText(tr("its key is locked"));
    m_form->setRowVisible(m_signerSecret, false);
}

void IssuingDialog::setSigner(std::optional<StoredCertificate> signer)
{
    m_signer = std::move(signer);
    m_form->setRowVisible(m_signerSecret, m_signer && m_signer->isKeyLocked);
    updateAction();
}

std::shared_ptr<const SecretBytes> IssuingDialog::signerPassphrase() const
{
    return m_signerSecret->secret();
}

void IssuingDialog::setComplete(bool isComplete)
{
    m_isComplete = isComplete;
    updateAction();
}

void IssuingDialog::updateAction()
{
    if (!m_action)
        return;
    const bool areGiven = std::ranges::all_of(
        m_secrets, [this](SecretField *field) { return !m_form->isRowVisible(field) || !field->text().isEmpty(); });
    m_cancel->setEnabled(!m_isBusy);
    m_action->setEnabled(m_isComplete && !m_isBusy && m_signer && areGiven);
}

bool IssuingDialog::finishWith(const std::optional<Error> &error)
{
    m_isBusy = false;
    updateAction();
    if (!error) {
        close();
        return true;
    }
    m_message->showMessage(MessageBar::Level::Error, describe(*error));
    const auto shown =
        std::ranges::find_if(m_secrets, [this](SecretField *field) { return m_form->isRowVisible(field); });
    if (isAboutPassphrase(*error) && shown != m_secrets.end()) {
        (*shown)->setFocus();
        (*shown)->selectAll();
    }
    return false;
}

QLabel *makeValue(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace sealport
