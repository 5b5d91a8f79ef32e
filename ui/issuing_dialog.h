#pragma once

#include "model/sockets/store_editor.h"

#include <QDialog>

#include <memory>
#include <optional>
#include <vector>

class QFormLayout;
class QLabel;
class QPushButton;

namespace sealport {

class MessageBar;
class SecretField;

/// Asks for what an authority of the store shall sign, and for the pass phrase of its key where that is locked. Not
/// modal; it closes once the work, done in a job thread, has succeeded. GUI thread.
class IssuingDialog : public QDialog {
    Q_OBJECT
public:
    /// Once it is known who signs, or soon: what appears while X11 is placing a window moves it.
    void showSoon();
    /// What is being done is not stopped by it: the dialog waits for its end, and says what came of it.
    void reject() override;

protected:
    void closeEvent(QCloseEvent *event) override;

    /// `editor` must outlive the dialog.
    IssuingDialog(const QString &title, StoreEditor &editor, QWidget *parent);

    /// To be called last: lays out `purpose`, which may be empty, what form() holds, and a button of this text and
    /// object name that carries it out.
    void build(const QString &purpose, const QString &action, const QString &objectName);
    /// Other words for what is carried out; only where build() was given a purpose.
    void setAction(const QString &purpose, const QString &action);
    [[nodiscard]] QFormLayout &form() { return *m_form; }
    [[nodiscard]] StoreEditor &editor() { return m_editor; }
    [[nodiscard]] MessageBar &message() { return *m_message; }

    /// A row for a pass phrase, which the button waits for while the row is shown.
    SecretField *addSecretRow(const QString &label, const QString &objectName);
    /// The one for the key of who signs; shown where that is locked.
    void addSignerSecretRow();
    /// None: nobody can, and the button waits.
    void setSigner(std::optional<StoredCertificate> signer);
    [[nodiscard]] const std::optional<StoredCertificate> &signer() const { return m_signer; }
    [[nodiscard]] std::shared_ptr<const SecretBytes> signerPassphrase() const;
    /// Whether the other fields make sense.
    void setComplete(bool isComplete);

    /// Has the work done; finish() is to be told what came of it.
    virtual void carryOut() = 0;
    /// True: it is done, and the dialog closes.
    template <class T>
    bool finish(const Result<T> &result)
    {
        return finishWith(result ? std::nullopt : std::optional(result.error()));
    }

private:
    bool finishWith(const std::optional<Error> &error);
    void updateAction();

    StoreEditor &m_editor;
    QFormLayout *m_form;
    MessageBar *m_message;
    QLabel *m_purpose = nullptr;
    QPushButton *m_action = nullptr;
    QPushButton *m_cancel = nullptr;
    std::vector<SecretField *> m_secrets;
    SecretField *m_signerSecret = nullptr;
    std::optional<StoredCertificate> m_signer;
    bool m_isComplete = false;
    bool m_isBusy = false;
};

/// A text for a form that may come from strangers: plain, wrapped, to be copied.
[[nodiscard]] QLabel *makeValue(const QString &text, QWidget *parent);

} // namespace sealport
