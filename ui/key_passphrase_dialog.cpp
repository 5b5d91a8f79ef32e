#include "ui/key_passphrase_dialog.h"

#include "model/certificates/key_protection.h"
#include "model/tables/table_icons.h"
#include "model/text/error_text.h"
#include "ui/height_keeper.h"
#include "ui/message_bar.h"
#include "ui/secret_field.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStringBuilder>
#include <QVBoxLayout>

#include <memory>

namespace sealport {
KeyPassphraseDialog::KeyPassphraseDialog(const StoredCertificate &stored, StoreEditor &editor, Keyring *keyring,
                                         QWidget *parent)
    : QDialog(parent)
    , m_stored(stored)
    , m_editor(editor)
    , m_keyring(keyring)
    , m_current(new SecretField(QStringLiteral("currentPassphrase"), this))
    , m_new(new SecretField(QStringLiteral("newPassphrase"), this))
    , m_again(new SecretField(QStringLiteral("newPassphraseAgain"), this))
    , m_hint(new QLabel(this))
    , m_remembered(new QWidget(this))
    , m_message(new MessageBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(plainTitle(tr("Pass phrase of the key of %1").arg(stored.certificate.name().left(100))));
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    build();
    for (const SecretField *field : {m_current, m_new, m_again})
        connect(field, &QLineEdit::textChanged, this, &KeyPassphraseDialog::updateFields);
    updateFields();
    if (m_keyring && stored.isKeyLocked)
        m_keyring->read(keyringName(stored.certificate), this,
                        [this](const Result<std::shared_ptr<const SecretBytes>> &found) {
                            m_remembered->setVisible(found && *found);
                        });
}

void KeyPassphraseDialog::build()
{
    m_hint->setObjectName(QStringLiteral("passphraseHint"));
    auto *explanation = new QLabel(m_stored.isKeyLocked
                                       ? tr("The key is encrypted. Its pass phrase is asked for where the key is used.")
                                       : tr("The key is not encrypted: whoever can read its file has it. With a pass "
                                            "phrase, which cannot be found again when it is lost, it is."),
                                   this);
    explanation->setWordWrap(true);
    auto *form = new QFormLayout;
    if (m_stored.isKeyLocked)
        form->addRow(tr("C&urrent pass phrase"), m_current);
    else
        m_current->hide();
    form->addRow(tr("&New pass phrase"), m_new);
    form->addRow(tr("A&gain"), m_again);
    form->addRow(QString(), m_hint);

    auto *forgetButton = new QPushButton(tr("&Forget it"), m_remembered);
    forgetButton->setObjectName(QStringLiteral("forgetPassphrase"));
    forgetButton->setAutoDefault(false);
    auto *row = new QHBoxLayout(m_remembered);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(tr("The keyring of this desktop remembers the current one."), m_remembered), 1);
    row->addWidget(forgetButton);
    m_remembered->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_apply = buttons->addButton(m_stored.isKeyLocked ? tr("C&hange") : tr("&Protect"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(QStringLiteral("applyPassphrase"));
    m_remove = buttons->addButton(tr("&Remove the pass phrase"), QDialogButtonBox::ActionRole);
    m_remove->setObjectName(QStringLiteral("removePassphrase"));
    m_remove->setAutoDefault(false);
    m_remove->setVisible(m_stored.isKeyLocked);

    auto *column = new QVBoxLayout(this);
    column->addWidget(explanation);
    column->addLayout(form);
    column->addWidget(m_remembered);
    column->addWidget(m_message);
    column->addWidget(buttons);
    new HeightKeeper(*this);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { apply(false); });
    connect(m_remove, &QPushButton::clicked, this, [this] { apply(true); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(forgetButton, &QPushButton::clicked, this, &KeyPassphraseDialog::forget);
}

QString KeyPassphraseDialog::missing() const
{
    if (m_stored.isKeyLocked && m_current->text().isEmpty())
        return tr("The current pass phrase is missing.");
    if (m_new->text().isEmpty())
        return tr("The new pass phrase is empty: that would protect nothing.");
    return m_new->text() == m_again->text() ? QString() : tr("The two are not the same.");
}

void KeyPassphraseDialog::updateFields()
{
    const QString why = missing();
    m_hint->setText(why);
    m_apply->setEnabled(!m_isBusy && why.isEmpty());
    m_remove->setEnabled(!m_isBusy && !m_current->text().isEmpty());
}

void KeyPassphraseDialog::apply(bool isRemoving)
{
    if (m_isBusy || (!isRemoving && !missing().isEmpty()))
        return;
    m_isBusy = true;
    m_message->clear();
    updateFields();
    m_editor.protectKey(m_stored, m_current->secret(), isRemoving ? nullptr : m_new->secret(), this,
                        [this, isRemoving](const Result<QStringList> &written) { finish(written, isRemoving); });
}

void KeyPassphraseDialog::finish(const Result<QStringList> &written, bool isRemoving)
{
    m_isBusy = false;
    updateFields();
    if (!written) {
        m_current->setFocus(Qt::OtherFocusReason);
        m_current->selectAll();
        return m_message->showMessage(MessageBar::Level::Error, describe(written.error()));
    }
    const QString name = m_stored.certificate.name();
    QString sentence = tr("The key of %1 is protected by the new pass phrase.").arg(name);
    if (isRemoving)
        sentence = tr("The key of %1 has no pass phrase any more.").arg(name);
    if (!m_remembered->isHidden()) { // what it remembers opens nothing any more
        m_keyring->forget(keyringName(m_stored.certificate), this, [](const Result<void> &) {});
        sentence += u' ' % tr("The keyring was told to forget the old one.");
    }
    Q_EMIT changed(sentence);
    close();
}

void KeyPassphraseDialog::forget()
{
    m_keyring->forget(keyringName(m_stored.certificate), this, [this](const Result<void> &done) {
        if (!done)
            return m_message->showMessage(MessageBar::Level::Error, describe(done.error()));
        m_remembered->hide();
        m_message->showMessage(MessageBar::Level::Information, tr("The keyring has forgotten it."));
    });
}

} // namespace sealport
