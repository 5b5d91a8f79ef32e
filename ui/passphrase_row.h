#pragma once

#include "model/base/secret_bytes.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QPushButton;

namespace sealport {

/// Where a pass phrase or PIN is typed, with the button that uses it; what was typed is forgotten at once. GUI thread.
class PassphraseRow final : public QWidget {
    Q_OBJECT
public:
    PassphraseRow(const QString &name, const QString &action, QWidget *parent = nullptr);

    void forget();

Q_SIGNALS:
    void given(const std::shared_ptr<const sealport::SecretBytes> &passphrase);

private:
    void give();

    QLineEdit *m_text;
};

} // namespace sealport
