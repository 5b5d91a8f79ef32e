#include "ui/passphrase_row.h"

#include "ui/secret_text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace sealport {

PassphraseRow::PassphraseRow(const QString &name, const QString &action, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
{
    m_text->setAccessibleName(name);
    m_text->setPlaceholderText(name);
    m_text->setEchoMode(QLineEdit::Password);
    auto *button = new QPushButton(action, this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(button);
    setFocusProxy(m_text);
    connect(button, &QPushButton::clicked, this, &PassphraseRow::give);
    connect(m_text, &QLineEdit::returnPressed, this, &PassphraseRow::give);
}

void PassphraseRow::forget()
{
    m_text->clear();
}

void PassphraseRow::give()
{
    const auto passphrase = std::make_shared<const SecretBytes>(secretOf(m_text->text()));
    forget();
    Q_EMIT given(passphrase);
}

} // namespace sealport
