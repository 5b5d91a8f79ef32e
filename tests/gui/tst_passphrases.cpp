#include "model/certificates/key_protection.h"
#include "tests/gui/fake_keyring.h"
#include "tests/gui/window_fixture.h"
#include "ui/certificate_actions.h"
#include "ui/certificate_panel.h"
#include "ui/export_dialog.h"
#include "ui/issuing_actions.h"
#include "ui/key_passphrase_dialog.h"
#include "ui/message_bar.h"
#include "ui/renewal_dialog.h"
#include "ui/revocation_dialog.h"
#include "ui/secret_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace sealport;
using namespace sealport::test;

/// Keys behind pass phrases: given in the dialog, asked for at Start, remembered only where the user says so.
class TestPassphrases : public QObject {
    Q_OBJECT
private:
    static constexpr int patience = 20'000; // a key derivation takes its time, more so when the machine is busy
    const QString m_right = QStringLiteral("the right one");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeKeyring> m_keyring;
    std::unique_ptr<WindowFixture> m_run;

    void openWindow(bool hasKeyring = true)
    {
        m_run.reset();
        m_run = std::make_unique<WindowFixture>(m_folder->path());
        m_run->window->setKeyring(hasKeyring ? m_keyring.get() : nullptr);
        QVERIFY(m_run->isOpen);
        m_run->useAnyPort();
    }
    [[nodiscard]] std::optional<StoredCertificate> stored(const QString &name) const
    {
        const auto &all = m_run->workspace.certificates();
        const auto found = std::ranges::find(all, name, [](const auto &one) { return one.certificate.name(); });
        return found == all.end() ? std::nullopt : std::optional(*found);
    }
    [[nodiscard]] StoredCertificate localhost() const { return stored(QStringLiteral("localhost")).value(); }
    [[nodiscard]] StoredCertificate authority() const { return stored(QStringLiteral("Sealport test CA")).value(); }
    [[nodiscard]] IssuingActions &issuing() const
    {
        return m_run->window->findChild<CertificatePanel *>()->actions().issuing();
    }
    [[nodiscard]] QString keyringEntry() const { return keyringName(localhost().certificate); }
    void lock(const QString &name)
    {
        const SecretBytes passphrase = secretOf(m_right);
        QVERIFY(protectKey(m_run->workspace.store(), stored(name).value(), nullptr, &passphrase));
        m_run->workspace.reloadCertificates();
        QTRY_VERIFY_WITH_TIMEOUT(stored(name)->isKeyLocked, patience);
    }
    void lockKey() { lock(QStringLiteral("localhost")); }
    void start() const { QTest::mouseClick(m_run->find<QPushButton>("start"), Qt::LeftButton); }
    [[nodiscard]] QLineEdit &field() const { return *m_run->find<QLineEdit>("keyPassphrase"); }
    [[nodiscard]] QCheckBox &remember() const { return *m_run->find<QCheckBox>("rememberPassphrase"); }
    [[nodiscard]] QString reason() const { return m_run->find<QLabel>("unlockReason")->text(); }
    void answer(const QString &passphrase) const
    {
        QTRY_VERIFY_WITH_TIMEOUT(field().isVisible(), patience);
        field().setText(passphrase);
        QTest::keyClick(&field(), Qt::Key_Return);
    }
    [[nodiscard]] KeyPassphraseDialog *openDialog() const
    {
        m_run->window->findChild<CertificatePanel *>()->actions().changePassphrase(localhost());
        return m_run->window->findChild<KeyPassphraseDialog *>();
    }
    static void type(const QWidget &dialog, const char *name, const QString &text)
    {
        dialog.findChild<QLineEdit *>(QString::fromLatin1(name))->setText(text);
    }
    static QPushButton &button(const QWidget &dialog, const char *name)
    {
        return *dialog.findChild<QPushButton *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString message() const
    {
        QStringList visible;
        for (const MessageBar *bar : m_run->window->findChildren<MessageBar *>()) {
            if (bar->isVisible())
                visible.append(bar->text());
        }
        return visible.join(QLatin1Char('\n'));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(realWarnings());
        m_folder = std::make_unique<QTemporaryDir>();
        m_keyring = std::make_unique<FakeKeyring>();
        openWindow();
    }
    void cleanup()
    {
        m_run.reset(); // before its keyring
    }

    void theDialogProtectsAKey()
    {
        auto *dialog = openDialog();
        QVERIFY(dialog && !dialog->isModal());
        QVERIFY(!dialog->findChild<QLineEdit *>(QStringLiteral("currentPassphrase"))->isVisible());
        auto &apply = button(*dialog, "applyPassphrase");
        const auto *hint = dialog->findChild<QLabel *>(QStringLiteral("passphraseHint"));
        QVERIFY2(!apply.isEnabled() && hint->text().contains(QStringLiteral("empty")), qPrintable(hint->text()));
        type(*dialog, "newPassphrase", m_right);
        QVERIFY2(!apply.isEnabled() && hint->text().contains(QStringLiteral("same")), qPrintable(hint->text()));
        type(*dialog, "newPassphraseAgain", m_right);
        QVERIFY(apply.isEnabled() && hint->text().isEmpty());
        apply.click();
        QTRY_VERIFY_WITH_TIMEOUT(localhost().isKeyLocked, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_run->window->findChild<KeyPassphraseDialog *>(), patience);
        QVERIFY(message().contains(QStringLiteral("localhost")));
        QVERIFY(m_keyring->entries.isEmpty());
    }

    void theDialogTakesThePassPhraseAway()
    {
        lockKey();
        auto *dialog = openDialog();
        auto &remove = button(*dialog, "removePassphrase");
        QVERIFY(!remove.isEnabled());
        type(*dialog, "currentPassphrase", QStringLiteral("wrong"));
        remove.click();
        auto *bar = dialog->findChild<MessageBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), patience); // inline, and nothing has happened
        QVERIFY2(bar->text().contains(QStringLiteral("localhost.key")), qPrintable(bar->text()));
        QVERIFY(localhost().isKeyLocked);
        type(*dialog, "currentPassphrase", m_right);
        remove.click();
        QTRY_VERIFY_WITH_TIMEOUT(!localhost().isKeyLocked, patience);
        QVERIFY(localhost().hasKey);
    }

    void startAsksAndRemembersNothingByItself()
    {
        lockKey();
        start();
        QTRY_VERIFY_WITH_TIMEOUT(field().isVisible(), patience);
        QTRY_VERIFY(remember().isVisible()); // the keyring has answered
        QVERIFY(!remember().isChecked());
        QVERIFY2(reason().contains(QStringLiteral("localhost.key")), qPrintable(reason()));
        answer(QStringLiteral("wrong"));
        QTRY_VERIFY_WITH_TIMEOUT(reason().contains(QStringLiteral("does not open")), patience);
        QVERIFY(field().isVisible() && field().text().isEmpty());
        answer(m_right);
        QTRY_VERIFY_WITH_TIMEOUT(m_run->listens(), patience);
        QVERIFY(!field().isVisible());
        QVERIFY(m_keyring->entries.isEmpty());
    }

    void whatIsRememberedStartsTheServerNextTime()
    {
        lockKey();
        start();
        QTRY_VERIFY(remember().isVisible());
        remember().setChecked(true);
        answer(QStringLiteral("wrong")); // which must not be remembered
        QTRY_VERIFY_WITH_TIMEOUT(reason().contains(QStringLiteral("does not open")), patience);
        QVERIFY(m_keyring->entries.isEmpty() && remember().isChecked());
        answer(m_right);
        QTRY_COMPARE_WITH_TIMEOUT(m_keyring->entries.value(keyringEntry()), m_right.toUtf8(), patience);
        openWindow();
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_run->listens(), patience);
        QVERIFY(!field().isVisible());
    }

    void aRememberedOneThatIsWrongIsForgottenAndAskedFor()
    {
        lockKey();
        m_keyring->entries.insert(keyringEntry(), "of long ago");
        start();
        QTRY_VERIFY_WITH_TIMEOUT(field().isVisible(), patience);
        QVERIFY2(reason().contains(QStringLiteral("forget")), qPrintable(reason()));
        QVERIFY(m_keyring->entries.isEmpty());
        answer(m_right);
        QTRY_VERIFY_WITH_TIMEOUT(m_run->listens(), patience);
    }

    void withoutAKeyringNothingIsOffered_data()
    {
        QTest::addColumn<bool>("hasKeyring");
        QTest::addColumn<bool>("isSilent");
        QTest::newRow("there is none") << false << false;
        QTest::newRow("it fails") << true << false;
        QTest::newRow("it never answers") << true << true;
    }
    void withoutAKeyringNothingIsOffered()
    {
        QFETCH(const bool, hasKeyring);
        QFETCH(const bool, isSilent);
        openWindow(hasKeyring);
        m_keyring->failure = ErrorCode::KeyringUnavailable;
        m_keyring->isSilent = isSilent;
        lockKey();
        start();
        answer(m_right);
        QVERIFY(!remember().isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(m_run->listens(), patience);
    }

    void aKeyringThatFailsToRememberIsNoError()
    {
        lockKey();
        start();
        QTRY_VERIFY(remember().isVisible());
        remember().setChecked(true);
        m_keyring->failure = ErrorCode::KeyringRefused;
        answer(m_right);
        QTRY_VERIFY_WITH_TIMEOUT(m_run->listens(), patience);
        QTRY_VERIFY2(message().contains(QStringLiteral("next time")), qPrintable(message()));
    }

    void theDialogForgetsWhatIsRemembered()
    {
        lockKey();
        m_keyring->entries.insert(keyringEntry(), m_right.toUtf8());
        auto *dialog = openDialog();
        auto &forget = button(*dialog, "forgetPassphrase");
        QTRY_VERIFY(forget.isVisible());
        forget.click();
        QTRY_VERIFY(!forget.isVisible());
        QVERIFY(m_keyring->entries.isEmpty());
        QVERIFY(localhost().isKeyLocked);
    }

    void aChangedPassPhraseIsNoLongerRemembered()
    {
        lockKey();
        m_keyring->entries.insert(keyringEntry(), m_right.toUtf8());
        auto *dialog = openDialog();
        QTRY_VERIFY(button(*dialog, "forgetPassphrase").isVisible());
        type(*dialog, "currentPassphrase", m_right);
        type(*dialog, "newPassphrase", QStringLiteral("another"));
        type(*dialog, "newPassphraseAgain", QStringLiteral("another"));
        button(*dialog, "applyPassphrase").click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_run->window->findChild<KeyPassphraseDialog *>(), patience);
        QVERIFY(m_keyring->entries.isEmpty());
    }

    void aNewKeyIsProtectedAndALockedAuthoritySigns()
    {
        lock(authority().certificate.name());
        QTest::keyClick(m_run->window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        const QWidget &window = *m_run->window;
        auto &create = button(window, "createCertificate");
        QVERIFY(!create.isEnabled());
        type(window, "certificateName", QStringLiteral("locked.test"));
        type(window, "newKeyPassphrase", QStringLiteral("new"));
        type(window, "issuerPassphrase", QStringLiteral("wrong"));
        QVERIFY(!create.isEnabled()); // typed once only
        type(window, "newKeyPassphraseAgain", QStringLiteral("new"));
        create.click();
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(QStringLiteral("does not open")), patience);
        type(window, "issuerPassphrase", m_right);
        create.click();
        QTRY_VERIFY_WITH_TIMEOUT(stored(QStringLiteral("locked.test")), patience);
        QVERIFY(stored(QStringLiteral("locked.test"))->isKeyLocked);
        const SecretBytes passphrase = secretOf(QStringLiteral("new"));
        QVERIFY(m_run->workspace.store().identity(*stored(QStringLiteral("locked.test")), &passphrase));
    }

    void lockedKeysSignRenewalsAndRevocations()
    {
        const Certificate old = localhost().certificate;
        lockKey();
        lock(authority().certificate.name());
        issuing().renew(localhost());
        const auto *renewal = m_run->window->findChild<RenewalDialog *>();
        auto *ofAuthority = renewal->findChild<QLineEdit *>(QStringLiteral("signerPassphrase"));
        QTRY_VERIFY(ofAuthority->isVisible());
        type(*renewal, "signerPassphrase", m_right);
        QVERIFY(!button(*renewal, "renew").isEnabled());
        type(*renewal, "ownPassphrase", QStringLiteral("wrong"));
        button(*renewal, "renew").click();
        auto *bar = renewal->findChild<MessageBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(bar->text().contains(QStringLiteral("localhost.key")), patience);
        type(*renewal, "ownPassphrase", m_right);
        button(*renewal, "renew").click();
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(QStringLiteral("renewed")), patience);

        issuing().revoke({.certificate = old});
        const auto *revocation = m_run->window->findChild<RevocationDialog *>();
        QTRY_VERIFY(revocation->findChild<QLineEdit *>(QStringLiteral("signerPassphrase"))->isVisible());
        type(*revocation, "signerPassphrase", m_right);
        button(*revocation, "revoke").click();
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(QStringLiteral(".crl")), patience);
    }

    void aLockedKeyIsExportedWithItsPassPhrase()
    {
        lockKey();
        const auto &mine = m_run->workspace.catalogue().entries().front();
        m_run->window->findChild<CertificatePanel *>()->actions().exportCertificate(mine.id, localhost());
        auto *dialog = m_run->window->findChild<ExportDialog *>();
        auto *format = dialog->findChild<QComboBox *>(QStringLiteral("exportFormat"));
        format->setCurrentIndex(format->findData(int(ExportFormat::PemWithKey)));
        const QString file = m_folder->filePath(QStringLiteral("out.pem"));
        type(*dialog, "exportFile", file);
        QVERIFY(!button(*dialog, "export").isEnabled());
        type(*dialog, "exportKeyPassphrase", m_right);
        button(*dialog, "export").click();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), patience);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly) && written.readAll().contains("BEGIN PRIVATE KEY"));
    }
};

QTEST_MAIN(TestPassphrases)
#include "tst_passphrases.moc"
