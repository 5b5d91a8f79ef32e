#include "model/certificates/certificate_details.h"
#include "model/certificates/issuer.h"
#include "model/certificates/renewal.h"
#include "model/certificates/request_signing.h"
#include "model/sockets/applications.h"
#include "tests/gui/window_fixture.h"
#include "ui/certificate_actions.h"
#include "ui/certificate_dialog.h"
#include "ui/certificate_panel.h"
#include "ui/certificate_window.h"
#include "ui/field_note.h"
#include "ui/form_area.h"
#include "ui/issuing_actions.h"
#include "ui/purpose_boxes.h"
#include "ui/renewal_dialog.h"
#include "ui/request_window.h"
#include "ui/revocation_dialog.h"
#include "ui/revocation_list_window.h"
#include "ui/signing_dialog.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using namespace sealport;
using namespace sealport::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

} // namespace

/// Certificates and requests made in the dialog; renewed, revoked and signed from the list's menu.
class TestCertificateDialog : public QObject {
    Q_OBJECT
private:
    [[nodiscard]] CertificatePanel &panel() const { return *m_run->window->findChild<CertificatePanel *>(); }
    [[nodiscard]] HintTable &table() const { return *m_run->find<HintTable>("certificates"); }
    [[nodiscard]] std::optional<StoredCertificate> stored(const QString &name) const
    {
        const auto &all = m_run->workspace.certificates();
        const auto found = std::ranges::find(all, name, [](const auto &one) { return one.certificate.name(); });
        return found == all.end() ? std::nullopt : std::optional(*found);
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_run->workspace.store().folder()).entryList(QDir::Files, QDir::Name);
    }
    [[nodiscard]] QString note(const char *name) const
    {
        const auto *note = m_run->find<FieldNote>(name);
        return note->isVisible() ? note->text() : QString();
    }
    [[nodiscard]] QString said() const { return panel().findChild<QLabel *>(text("messageText"))->text(); }
    void openDialog() const
    {
        QTest::keyClick(m_run->window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_run->find<QPushButton>("createCertificate"));
    }
    void choose(const char *box, const QString &label) const
    {
        auto *combo = m_run->find<QComboBox>(box);
        const int index = combo->findText(label, Qt::MatchStartsWith);
        QVERIFY2(index >= 0, qPrintable(label));
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
    }
    [[nodiscard]] QPushButton &create() const { return *m_run->find<QPushButton>("createCertificate"); }
    /// What the menu of the list offers for what is selected, and does.
    void trigger(const QString &label) const
    {
        QMenu menu;
        panel().actions().addTo(menu, panel().selection());
        for (QAction *action : menu.actions()) {
            if (action->text() == label) {
                QVERIFY2(action->isEnabled(), qPrintable(label));
                return action->trigger();
            }
        }
        QFAIL(qPrintable(label));
    }
    /// A root of the store with its key, which may sign from now on.
    void addAuthority(const QString &name, const QDateTime &end)
    {
        CertificateSpec spec = specOf(CertificateTemplate::RootCa);
        spec.commonName = name;
        spec.notBefore = QDateTime::currentDateTimeUtc();
        spec.notAfter = end;
        const PrivateKey key = *PrivateKey::generate(KeyKind{});
        QVERIFY(m_run->workspace.store().add(*issue(spec, key), key));
        m_run->workspace.reloadCertificates();
        QTRY_VERIFY(stored(name));
    }
    [[nodiscard]] SigningDialog &openSigning(const QString &name) const
    {
        CertificateSpec spec = specOf(CertificateTemplate::Server);
        spec.commonName = name;
        panel().actions().issuing().sign(*makeRequest(spec, *PrivateKey::generate(KeyKind{})));
        return *m_run->window->findChild<SigningDialog *>();
    }
    void selectRow(const QString &name) const
    {
        for (int row = 0; row < table().model()->rowCount(); ++row)
            if (table().model()->index(row, 0).data().toString() == name)
                return table().selectOnly(row);
        QFAIL("no such row");
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(realWarnings());
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<WindowFixture>(m_folder->path());
        QVERIFY(m_run->isOpen);
    }
    void cleanup() { m_run.reset(); }

    void whatIsFilledInMakesACertificateForThisMachine()
    {
        openDialog();
        QVERIFY2(note("judgement").contains(text("yes.")), qPrintable(note("judgement")));
        const std::size_t before = m_run->workspace.certificates().size();
        QTest::mouseClick(&create(), Qt::LeftButton);
        QTRY_COMPARE(m_run->workspace.certificates().size(), before + 1);
        QTRY_VERIFY(said().contains(text("localhost")));
        const auto made = panel().current(); // it is the selected one
        QVERIFY(made && made->hasKey);
        QCOMPARE(made->certificate.subjectAltNames(),
                 (QStringList{text("DNS:localhost"), text("IP:127.0.0.1"), text("IP:::1")}));
        QVERIFY(isIssuedBy(made->certificate, stored(text("Sealport test CA"))->certificate));
        QTRY_VERIFY(!m_run->find<QPushButton>("createCertificate"));
    }

    void aDateIsPastedWhole()
    {
        openDialog();
        auto *from = m_run->find<QDateTimeEdit>("validFrom");
        from->setFocus();
        from->selectAll();
        QGuiApplication::clipboard()->setText(text("2020-06-10 11:12:13"));
        QTest::keyClick(from, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(from->text(), text("2020-06-10 11:12:13"));
        QCOMPARE(from->date(), QDate(2020, 6, 10));
        QCOMPARE(m_run->find<QComboBox>("validFromChoice")->currentText(), text("another time"));
    }

    void aDateIsTypedOverAWholeOne_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("backspaces"); // in between
        QTest::addColumn<QString>("rest");
        QTest::addColumn<QString>("date");
        const QString before = text("2026-12-31 10:11:12");
        QTest::newRow("with its seconds")
            << text("2030-01-02 03:04:05") << 0 << QString() << text("2030-01-02 03:04:05");
        QTest::newRow("with its minutes") << text("2030-01-02 03:04") << 0 << QString() << text("2030-01-02 03:04:00");
        QTest::newRow("the day alone") << text("2030-01-02") << 0 << QString() << text("2030-01-02 00:00:00");
        QTest::newRow("numbers without zeros")
            << text("2030-1-2 3:4:5") << 0 << QString() << text("2030-01-02 03:04:05");
        QTest::newRow("digits alone") << text("20300102030405") << 0 << QString() << text("2030-01-02 03:04:05");
        QTest::newRow("as ISO 8601 writes it")
            << text("2030-02-28T23:59") << 0 << QString() << text("2030-02-28 23:59:00");
        QTest::newRow("with a correction")
            << text("2030-01-02 03:05") << 2 << text("04:05") << text("2030-01-02 03:04:05");
        QTest::newRow("corrected from the first digit")
            << text("19") << 2 << text("2030-01-02") << text("2030-01-02 00:00:00");
        QTest::newRow("digits that no date has are not taken")
            << text("2030-192-322") << 0 << QString() << text("2030-12-03 00:00:00");
        QTest::newRow("no letters") << text("2x0y3z0-01-02") << 0 << QString() << text("2030-01-02 00:00:00");
        QTest::newRow("a year and a month are no date") << text("2030-01") << 0 << QString() << before;
        QTest::newRow("a year long ago") << text("0001-01-02") << 0 << QString() << before;
    }
    void aDateIsTypedOverAWholeOne()
    {
        QFETCH(const QString, typed);
        QFETCH(const int, backspaces);
        QFETCH(const QString, rest);
        QFETCH(const QString, date);
        openDialog();
        auto *from = m_run->find<QDateTimeEdit>("validFrom");
        from->setDateTime(QDateTime(QDate(2026, 12, 31), QTime(10, 11, 12)));
        from->setFocus();
        QTest::keyClick(from, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(from, typed);
        for (int i = 0; i < backspaces; ++i)
            QTest::keyClick(from, Qt::Key_Backspace);
        QTest::keyClicks(from, rest);
        QCOMPARE(from->dateTime().toString(text("yyyy-MM-dd HH:mm:ss")), date);
        QTest::keyClick(from, Qt::Key_Tab);
        QCOMPARE(from->text(), date);
    }

    void anAuthorityThatIsDeletedMeanwhileIsNotReplacedByAnother()
    {
        openDialog();
        auto *signedBy = m_run->find<QComboBox>("signedBy");
        QTRY_VERIFY(signedBy->currentText().startsWith(text("Sealport test CA")));
        const QString file = stored(text("Sealport test CA"))->file;
        QVERIFY(QFile::rename(file, file + text(".away")));
        QTRY_COMPARE(signedBy->currentIndex(), -1);
        QVERIFY(signedBy->placeholderText().contains(text("Sealport test CA")));
        QVERIFY(!create().isEnabled());
        QVERIFY(QFile::rename(file + text(".away"), file));
        QTRY_VERIFY(signedBy->currentText().startsWith(text("Sealport test CA")));
        QVERIFY(create().isEnabled());
    }

    void everyTemplateGivesWhatItSays_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isCa");
        QTest::addColumn<bool>("isSelfSigned");
        QTest::addColumn<QList<int>>("purposes");
        const auto terms = [](std::initializer_list<DetailTerm> list) {
            QList<int> numbers;
            for (const DetailTerm term : list)
                numbers.append(static_cast<int>(term));
            return numbers;
        };
        QTest::newRow("a root") << text("Root CA") << text("Test root CA") << true << true << QList<int>{};
        QTest::newRow("an intermediate authority")
            << text("Intermediate CA") << text("Test intermediate CA") << true << false << QList<int>{};
        QTest::newRow("a server") << text("Server") << text("www.example.org") << false << false
                                  << terms({DetailTerm::TlsServer});
        QTest::newRow("a client") << text("Client") << text("Test client") << false << false
                                  << terms({DetailTerm::TlsClient});
        QTest::newRow("a server and client") << text("Server and client") << text("both.example.org") << false << false
                                             << terms({DetailTerm::TlsServer, DetailTerm::TlsClient});
    }
    void everyTemplateGivesWhatItSays()
    {
        QFETCH(const QString, label);
        QFETCH(const QString, name);
        QFETCH(const bool, isCa);
        QFETCH(const bool, isSelfSigned);
        QFETCH(const QList<int>, purposes);
        openDialog();
        auto *templates = m_run->find<QComboBox>("template");
        templates->setCurrentIndex(templates->findText(label));
        QCOMPARE(m_run->find<QComboBox>("signedBy")->isVisible(), !isSelfSigned);
        QCOMPARE(m_run->find<QPlainTextEdit>("alternativeNames")->isVisible(), !isCa);
        auto *nameField = m_run->find<QLineEdit>("certificateName");
        if (nameField->text() != name)
            nameField->setText(name);
        create().click();
        QTRY_VERIFY(stored(name));
        const Certificate certificate = stored(name)->certificate;
        QCOMPARE(certificate.isCa(), isCa);
        QCOMPARE(isIssuedBy(certificate, certificate), isSelfSigned);
        QList<int> said;
        for (const DetailTerm term : purposesOf(certificate))
            if (term != DetailTerm::SignsCertificates)
                said.append(static_cast<int>(term));
        QCOMPARE(said, purposes);
        if (name.endsWith(text(".org")))
            QCOMPARE(certificate.subjectAltNames(), QStringList{text("DNS:") + name}); // they follow the name
    }

    void whatIsWrongIsSaidBelowItsField()
    {
        openDialog();
        auto *names = m_run->find<QPlainTextEdit>("alternativeNames");
        names->setPlainText(text("good.test, not a name\n300.1.1.1;me@good.test"));
        QVERIFY(note("alternativeNamesProblem").contains(text("not a name")));
        QVERIFY(note("alternativeNamesProblem").contains(text("300.1.1.1")));
        QVERIFY(!note("alternativeNamesProblem").contains(text("good.test")));
        QVERIFY(!create().isEnabled());
        QVERIFY(create().toolTip().contains(text("not a name")));

        names->setPlainText(QStringLiteral("m\u00FCller.example"));
        QVERIFY(note("alternativeNamesProblem").isEmpty());
        QVERIFY(note("alternativeNamesWritten").contains(text("xn--mller-kva.example")));
        QVERIFY(create().isEnabled());
        QVERIFY(create().toolTip().isEmpty());

        m_run->find<QLineEdit>("certificateName")->clear();
        QVERIFY(!note("nameNote").isEmpty());
        QVERIFY(!create().isEnabled());
        m_run->find<QLineEdit>("certificateName")->setText(text("again"));
        QVERIFY(create().isEnabled());

        const QDateTime begin = m_run->find<QDateTimeEdit>("validFrom")->dateTime();
        m_run->find<QDateTimeEdit>("validUntil")->setDateTime(begin.addDays(-1));
        QVERIFY(!note("validityNote").isEmpty());
        QVERIFY(!create().isEnabled());
        choose("validUntilChoice", text("1 minute"));
        QVERIFY(note("validityNote").isEmpty());

        m_run->find<QToolButton>("moreFields")->click();
        auto *url = m_run->find<QLineEdit>("url-crl");
        url->setText(text("somewhere"));
        QVERIFY(!create().isEnabled());
        url->setText(text("http://ca.test/ca.crl"));
        auto *country = m_run->find<QLineEdit>("subjectC");
        country->setText(text("F"));
        QVERIFY(note("subjectNote").contains(text("C=F")));
        country->setText(text("FR"));
        QVERIFY(create().isEnabled());
    }

    void validityReachesFromThePastToAHundredYears_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<qint64>("least"); // seconds
        QTest::addColumn<qint64>("most");
        constexpr qint64 day = 86'400;
        QTest::newRow("a minute") << text("1 minute") << qint64(58) << qint64(60);
        QTest::newRow("90 days") << text("90 days") << 90 * day - 2 << 90 * day;
        QTest::newRow("a hundred years") << text("100 years") << 36'524 * day - 2 << 36'526 * day;
        QTest::newRow("expired already") << text("yesterday") << 28 * day << 30 * day;
    }
    void validityReachesFromThePastToAHundredYears()
    {
        QFETCH(const QString, choice);
        QFETCH(const qint64, least);
        QFETCH(const qint64, most);
        openDialog();
        m_run->find<QLineEdit>("certificateName")->setText(text("dated.test"));
        choose("validUntilChoice", choice);
        create().click();
        QTRY_VERIFY(stored(text("dated.test")));
        const Certificate certificate = stored(text("dated.test"))->certificate;
        const qint64 seconds = certificate.notBefore().secsTo(certificate.notAfter());
        QVERIFY2(seconds >= least && seconds <= most, qPrintable(QString::number(seconds)));
        QCOMPARE(certificate.notAfter() < QDateTime::currentDateTimeUtc().addSecs(-60), choice == text("yesterday"));
    }

    void clientsAreSpokenForBeforeAnythingIsMade()
    {
        openDialog();
        choose("validUntilChoice", text("10 years"));
        QVERIFY2(note("judgement").contains(text("but")), qPrintable(note("judgement")));
        QVERIFY(create().isEnabled()); // for tests it may be meant
    }

    void nothingOutlivesItsAuthorityByItself_data()
    {
        QTest::addColumn<QString>("label"); // of the template
        QTest::addColumn<int>("authorityDays");
        QTest::addColumn<QString>("proposed");
        const QString withAuthority = text("until its authority expires");
        QTest::newRow("an authority below one of the same length") << text("Intermediate CA") << 0 << withAuthority;
        QTest::newRow("an authority below one of twenty years") << text("Intermediate CA") << 7300 << text("10 years");
        QTest::newRow("a server of an old authority") << text("Server") << 20 << withAuthority;
        QTest::newRow("a server") << text("Server") << 0 << text("as long as browsers accept");
        QTest::newRow("a root has none above it") << text("Root CA") << 20 << text("10 years");
    }
    void nothingOutlivesItsAuthorityByItself()
    {
        QFETCH(const QString, label);
        QFETCH(const int, authorityDays);
        QFETCH(const QString, proposed);
        if (authorityDays > 0) // before the other one in the list
            addAuthority(text("A first authority"), endAfter(QDateTime::currentDateTimeUtc(), authorityDays));
        openDialog();
        if (authorityDays > 0)
            choose("signedBy", text("A first authority"));
        auto *templates = m_run->find<QComboBox>("template");
        templates->setCurrentIndex(templates->findText(label));
        const auto *choice = m_run->find<QComboBox>("validUntilChoice");
        QVERIFY2(choice->currentText().startsWith(proposed), qPrintable(choice->currentText()));
        QVERIFY2(!note("judgement").contains(text("authority")), qPrintable(note("judgement")));
        QVERIFY(note("validityNote").isEmpty());
        if (!choice->currentText().startsWith(text("until")))
            return;
        const auto authority = stored(authorityDays > 0 ? text("A first authority") : text("Sealport test CA"));
        m_run->find<QLineEdit>("certificateName")->setText(text("below.test"));
        create().click();
        QTRY_VERIFY(stored(text("below.test")));
        QCOMPARE(stored(text("below.test"))->certificate.notAfter(), authority->certificate.notAfter());
    }

    void whatShallOutliveItsAuthorityIsRemarked()
    {
        openDialog();
        choose("template", text("Intermediate CA"));
        choose("validUntilChoice", text("100 years"));
        QVERIFY2(note("judgement").contains(text("authority")), qPrintable(note("judgement")));
        choose("validUntilChoice", text("until its authority"));
        QVERIFY2(note("judgement").isEmpty(), qPrintable(note("judgement")));
        choose("signedBy", text("itself")); // none whose end could count
        QVERIFY(m_run->find<QComboBox>("validUntilChoice")->currentText().startsWith(text("10 years")));
    }

    void theEndFollowsTheBeginningUpToTheAuthoritys_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("chosen"); // by the user; empty: nothing
        QTest::addColumn<QString>("until");
        QTest::addColumn<bool>("isRemarked");
        const QString usual = text("10 years");
        const QString withAuthority = text("until its authority expires");
        QTest::newRow("from now on there is time") << text("now") << QString() << usual << false;
        QTest::newRow("from yesterday there is more") << text("yesterday") << QString() << usual << false;
        QTest::newRow("later it would outlive the authority")
            << text("in 30 days") << QString() << withAuthority << false;
        QTest::newRow("what the user wants stays, with a remark")
            << text("in 30 days") << text("100 years") << text("100 years") << true;
    }
    void theEndFollowsTheBeginningUpToTheAuthoritys()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, chosen);
        QFETCH(const QString, until);
        QFETCH(const bool, isRemarked);
        addAuthority(text("A near end"), QDateTime::currentDateTimeUtc().addYears(10).addDays(10));
        const SigningDialog &dialog = openSigning(text("later.test"));
        choose("template", text("Intermediate CA"));
        choose("signedBy", text("A near end"));
        if (!chosen.isEmpty())
            choose("validUntilChoice", chosen);
        choose("validFromChoice", from);
        const auto *choice = m_run->find<QComboBox>("validUntilChoice");
        QVERIFY2(choice->currentText().startsWith(until), qPrintable(choice->currentText()));
        QCOMPARE(note("validityNote").contains(text("authority expires earlier")), isRemarked);
        QVERIFY(dialog.findChild<QPushButton *>(text("sign"))->isEnabled());
        choose("validFromChoice", text("now")); // and back
        QVERIFY(choice->currentText().startsWith(chosen.isEmpty() ? text("10 years") : chosen));
    }

    void aRenewalThatOutlivesItsAuthorityIsRemarked()
    {
        selectRow(text("localhost"));
        trigger(QStringLiteral("Renew\u2026"));
        auto *dialog = m_run->window->findChild<RenewalDialog *>();
        QTRY_VERIFY(dialog->isVisible() && dialog->findChild<QPushButton *>(text("renew"))->isEnabled());
        QVERIFY2(note("validityNote").isEmpty(), qPrintable(note("validityNote")));
        choose("validUntilChoice", text("100 years"));
        QVERIFY2(note("validityNote").contains(text("authority")), qPrintable(note("validityNote")));
        QVERIFY(dialog->findChild<QPushButton *>(text("renew"))->isEnabled());
    }

    void theEndOfTheAuthorityIsKnownAgainAfterARequest()
    {
        openDialog();
        choose("template", text("Intermediate CA"));
        const QString proposed = m_run->find<QComboBox>("validUntilChoice")->currentText();
        QVERIFY2(proposed.startsWith(text("until its authority")), qPrintable(proposed));
        m_run->find<QRadioButton>("asRequest")->click();
        choose("template", text("Server"));
        choose("template", text("Intermediate CA"));
        m_run->find<QRadioButton>("asCertificate")->click();
        QCOMPARE(m_run->find<QComboBox>("validUntilChoice")->currentText(), proposed);
    }

    void aNoteStandsBesideItsIcon_data()
    {
        QTest::addColumn<int>("height");
        QTest::newRow("in one line") << 20;
        QTest::newRow("with room for many lines") << 200;
    }
    void aNoteStandsBesideItsIcon()
    {
        QFETCH(const int, height);
        FieldNote note(nullptr, nullptr);
        note.showNote(FieldNote::Level::Warning, text("HHHH"));
        note.resize(400, height);
        QVERIFY(QTest::qWaitForWindowExposed(&note));
        auto *label = note.findChild<QLabel *>(text("note"));
        const QImage image = label->grab().toImage().convertToFormat(QImage::Format_RGB32);
        const QRgb background = image.pixel(image.width() - 1, image.height() - 1);
        int top = 0; // of the letters
        const auto isEmpty = [&](int row) {
            for (int column = 0; column < image.width(); ++column)
                if (image.pixel(column, row) != background)
                    return false;
            return true;
        };
        while (top < image.height() && isEmpty(top))
            ++top;
        QVERIFY2(top < label->fontMetrics().lineSpacing(), qPrintable(QString::number(top)));
    }

    void everyFieldHasRoom()
    {
        openDialog();
        auto *dialog = m_run->window->findChild<CertificateDialog *>();
        auto *templates = m_run->find<QComboBox>("template");
        const auto *scrollBar = dialog->findChild<FormArea *>()->verticalScrollBar();
        const int plain = dialog->height();
        m_run->find<QToolButton>("moreFields")->click();
        for (int index = 0; index < templates->count(); ++index) {
            templates->setCurrentIndex(index);
            QTRY_VERIFY(dialog->height() > plain && scrollBar->maximum() == 0);
        }
        m_run->find<QToolButton>("moreFields")->click();
        templates->setCurrentIndex(0);
        QTRY_VERIFY(dialog->height() <= plain && scrollBar->maximum() == 0);
    }

    // A key of 4096 bits takes half a second or more.
    void cancellingLeavesNothingAndTheDialogFilledIn()
    {
        const QStringList before = files();
        openDialog();
        m_run->find<QLineEdit>("certificateName")->setText(text("never.test"));
        choose("keyKind", text("RSA 4096"));
        create().click();
        auto *progress = m_run->find<QWidget>("makingKey");
        QVERIFY(progress->isVisible());
        QVERIFY(!m_run->find<QLineEdit>("certificateName")->isEnabled());
        m_run->find<QPushButton>("cancelCertificate")->click();
        QTRY_VERIFY(!progress->isVisible());
        QVERIFY(create().isVisible() && create().isEnabled());
        QCOMPARE(m_run->find<QLineEdit>("certificateName")->text(), text("never.test"));
        QCOMPARE(files(), before);
        m_run->find<QPushButton>("cancelCertificate")->click();
        QTRY_VERIFY(!m_run->find<QPushButton>("createCertificate"));
    }

    void aRequestIsMadeShownAndSigned()
    {
        openDialog();
        m_run->find<QLineEdit>("certificateName")->setText(text("asks.test"));
        m_run->find<QRadioButton>("asRequest")->click();
        QVERIFY(!m_run->find<QComboBox>("validUntilChoice")->isVisible());
        create().click();
        QTRY_VERIFY(files().contains(text("asks.test.csr")));
        QTRY_VERIFY(panel().selection().item && panel().selection().item->request());
        QCOMPARE(table().currentIndex().siblingAtColumn(0).data().toString(), text("asks.test"));
        QVERIFY(panel().selection().item->hasKey);
        QVERIFY(said().contains(text("asks.test.csr")));

        trigger(QStringLiteral("Details\u2026"));
        const auto *window = m_run->window->findChild<RequestWindow *>();
        QVERIFY(window && window->isVisible());
        const auto *summary = window->findChild<QLabel *>(text("requestSummary"));
        QTRY_VERIFY2(summary->text().contains(text("own key")), qPrintable(summary->text()));
        const auto *fields = window->findChild<QTreeWidget *>(text("fields"));
        QVERIFY(!fields->findItems(text("CN=asks.test"), Qt::MatchExactly, 1).isEmpty());
        auto *asn1 = window->findChild<QTreeWidget *>(text("asn1"));
        auto *pages = window->findChild<QTabWidget *>();
        pages->setCurrentWidget(asn1);
        QVERIFY(asn1->topLevelItemCount() > 0);
        pages->setCurrentIndex(pages->count() - 1);
        QVERIFY(window->findChild<QPlainTextEdit *>()->toPlainText().startsWith(
            text("-----BEGIN CERTIFICATE REQUEST-----")));

        trigger(QStringLiteral("Sign request\u2026"));
        auto *dialog = m_run->window->findChild<SigningDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->findChild<QPushButton *>(text("sign"))->click();
        QTRY_VERIFY(stored(text("asks.test")));
        QVERIFY(stored(text("asks.test"))->hasKey);
        QTRY_VERIFY(panel().current() && panel().current()->certificate.name() == text("asks.test"));
        QTRY_VERIFY(said().contains(text("signed")));
    }

    void aRequestIsDeletedWithItsKeyAndComesBack()
    {
        openDialog();
        m_run->find<QLineEdit>("certificateName")->setText(text("gone.test"));
        m_run->find<QRadioButton>("asRequest")->click();
        create().click();
        QTRY_VERIFY(panel().selection().item && panel().selection().item->request());
        const QStringList before = files();
        trigger(QStringLiteral("Delete"));
        QTRY_VERIFY(!files().contains(text("gone.test.csr")));
        QTRY_VERIFY(!files().contains(text("gone.test.key")));
        QTRY_VERIFY2(said().contains(text("private key")), qPrintable(said()));
        panel().findChild<QPushButton *>(text("messageAction"))->click();
        QTRY_COMPARE(files(), before);
    }

    void whatTheRequestAsksForIsShownAndProposed_data()
    {
        QTest::addColumn<int>("kind"); // of what it asks for
        QTest::addColumn<QList<int>>("purposes");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("proposed"); // the template
        QTest::addColumn<bool>("isRemarked");
        const auto row = [](const char *name, CertificateTemplate kind, const std::vector<KeyPurpose> &purposes,
                            const char *shown, const char *proposed, bool isRemarked) {
            QList<int> numbers;
            for (const KeyPurpose purpose : purposes)
                numbers.append(static_cast<int>(purpose));
            QTest::newRow(name) << static_cast<int>(kind) << numbers << text(shown) << text(proposed) << isRemarked;
        };
        row("a client", CertificateTemplate::Client, {KeyPurpose::ClientAuth}, "TLS client", "Client", false);
        row("a server", CertificateTemplate::Server, {KeyPurpose::ServerAuth}, "TLS server", "Server", false);
        row("three purposes", CertificateTemplate::Client,
            {KeyPurpose::ClientAuth, KeyPurpose::CodeSigning, KeyPurpose::TimeStamping},
            "TLS client, signs programs and time stamps", "Server and client", false);
        row("nothing", CertificateTemplate::Client, {}, "none in particular", "Server and client", false);
        row("an authority", CertificateTemplate::IntermediateCa, {}, "signs certificates", "Server and client", true);
    }
    void whatTheRequestAsksForIsShownAndProposed()
    {
        QFETCH(const int, kind);
        QFETCH(const QList<int>, purposes);
        QFETCH(const bool, isRemarked);
        CertificateSpec spec = specOf(static_cast<CertificateTemplate>(kind));
        spec.commonName = text("wishes.test");
        spec.purposes.emplace();
        for (const int purpose : purposes)
            spec.purposes->push_back(static_cast<KeyPurpose>(purpose));
        panel().actions().issuing().sign(*makeRequest(spec, *PrivateKey::generate(KeyKind{})));
        auto *dialog = m_run->window->findChild<SigningDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QTEST(dialog->findChild<QLabel *>(text("askedUses"))->text(), "shown");
        QTEST(dialog->findChild<QComboBox *>(text("template"))->currentText(), "proposed");
        QCOMPARE(dialog->findChild<FieldNote *>(text("templateNote"))->isVisible(), isRemarked);
        if (purposes.isEmpty())
            return;
        const auto *boxes = dialog->findChild<PurposeBoxes *>();
        QCOMPARE(boxes->purposes(), *spec.purposes);
        QTRY_VERIFY(boxes->width() >= boxes->minimumSizeHint().width()); // none is cut off
        dialog->findChild<QPushButton *>(text("sign"))->click();
        QTRY_VERIFY(stored(text("wishes.test")));
        QTRY_VERIFY(said().contains(text("signed")));
        QVERIFY2(!said().contains(text("taken over")), qPrintable(said()));
    }

    void whatIsChangedOfARequestIsSaidAndItsAddressesAreChecked()
    {
        CertificateSpec spec = specOf(CertificateTemplate::Client);
        spec.commonName = text("changed.test");
        panel().actions().issuing().sign(*makeRequest(spec, *PrivateKey::generate(KeyKind{})));
        auto *dialog = m_run->window->findChild<SigningDialog *>();
        QVERIFY(dialog);
        auto *button = dialog->findChild<QPushButton *>(text("sign"));
        auto *url = dialog->findChild<QLineEdit *>(text("url-ocsp"));
        QTest::keyClicks(url, text("somewhere"));
        QVERIFY(!button->isEnabled());
        QVERIFY(url->accessibleDescription().contains(text("somewhere")));
        url->selectAll();
        QTest::keyClicks(url, text("http://ocsp.test/"));
        QVERIFY(button->isEnabled());
        QVERIFY(url->accessibleDescription().isEmpty());
        dialog->findChild<QLineEdit *>(text("url-crl"))->setText(text("http://ca.test/ca.crl"));
        dialog->findChild<QLineEdit *>(text("url-ca-issuers"))->setText(text("http://ca.test/ca.cer"));
        dialog->findChild<QCheckBox *>(text("emailProtection"))->click();
        button->click();
        QTRY_VERIFY(stored(text("changed.test")));
        const Certificate certificate = stored(text("changed.test"))->certificate;
        QCOMPARE(purposesOf(certificate), (std::vector{DetailTerm::TlsClient, DetailTerm::EmailProtection}));
        for (const char *address : {"http://ocsp.test/", "http://ca.test/ca.crl", "http://ca.test/ca.cer"})
            QVERIFY2(certificate.der().contains(address), address);
        QTRY_VERIFY2(said().contains(text("Extended Key Usage")), qPrintable(said()));
    }

    void theEndThatIsShownIsTheOneThatIsSigned()
    {
        addAuthority(text("A of forty days"), QDateTime::currentDateTimeUtc().addDays(40));
        addAuthority(text("B of twenty days"), QDateTime::currentDateTimeUtc().addDays(20));
        const SigningDialog &dialog = openSigning(text("between.test"));
        const auto *until = dialog.findChild<QDateTimeEdit *>(text("validUntil"));
        for (const QString &name : {text("A of forty days"), text("B of twenty days")}) {
            choose("signedBy", name);
            QVERIFY(m_run->find<QComboBox>("validUntilChoice")->currentText().startsWith(text("until its authority")));
            QCOMPARE(until->dateTime().toUTC(), stored(name)->certificate.notAfter());
        }
        dialog.findChild<QPushButton *>(text("sign"))->click();
        QTRY_VERIFY(stored(text("between.test")));
        QCOMPARE(stored(text("between.test"))->certificate.notAfter(),
                 stored(text("B of twenty days"))->certificate.notAfter());
    }

    void aFileThatHoldsNoRequestIsSaid()
    {
        const QString file = m_folder->filePath(text("no.csr"));
        panel().actions().issuing().signFile(file);
        QTRY_VERIFY(said().contains(text("no.csr")));
    }

    void renewalKeepsTheKeyAndSelectsTheNewOne()
    {
        selectRow(text("localhost"));
        const Certificate old = panel().current()->certificate;
        trigger(QStringLiteral("Renew\u2026"));
        auto *dialog = m_run->window->findChild<RenewalDialog *>();
        QVERIFY(dialog);
        auto *button = dialog->findChild<QPushButton *>(text("renew"));
        QTRY_VERIFY(button->isEnabled());
        QCOMPARE(dialog->findChild<QLabel *>(text("signer"))->text(), text("Sealport test CA"));
        auto *choice = dialog->findChild<QComboBox *>(text("validUntilChoice"));
        choice->setCurrentIndex(choice->findText(text("90 days")));
        button->click();
        QTRY_VERIFY(panel().current() && panel().current()->certificate != old);
        const Certificate renewed = panel().current()->certificate;
        QCOMPARE(renewed.publicKeySha256(), old.publicKeySha256());
        QCOMPARE(renewed.subjectAltNames(), old.subjectAltNames());
        QVERIFY(said().contains(text("renewed")));
    }

    void aRenewedCertificateIsGivenToTheApplicationsThatHaveTheOldOne()
    {
        Applications &applications = m_run->workspace.applications();
        applications.define({.id = text("ACME_WEB")}, this, [](const auto &) {});
        QTRY_VERIFY(applications.find(text("ACME_WEB")));
        selectRow(text("localhost"));
        const Certificate old = panel().current()->certificate;
        QMenu menu;
        panel().actions().addTo(menu, panel().selection());
        for (const QAction *action : menu.actions())
            if (action->menu() && action->text() == text("Assign to application"))
                action->menu()->actions().constFirst()->trigger();
        QTRY_VERIFY(isAssigned(*applications.find(text("ACME_WEB")), old));
        QTRY_VERIFY2(said().contains(text("ACME_WEB")), qPrintable(said()));

        trigger(QStringLiteral("Renew\u2026"));
        auto *button = m_run->window->findChild<RenewalDialog *>()->findChild<QPushButton *>(text("renew"));
        QTRY_VERIFY(button->isEnabled());
        button->click();
        QTRY_VERIFY2(said().contains(text("still assigned to ACME_WEB")), qPrintable(said()));
        QTRY_VERIFY(panel().current() && panel().current()->certificate != old);
        const Certificate renewed = panel().current()->certificate;
        panel().findChild<QPushButton *>(text("messageAction"))->click();
        QTRY_VERIFY(isAssigned(*applications.find(text("ACME_WEB")), renewed));
        QVERIFY(!isAssigned(*applications.find(text("ACME_WEB")), old));
        QTRY_VERIFY2(said().contains(text("follow")), qPrintable(said()));
    }

    void revocationWritesAListAndShowsIt()
    {
        selectRow(text("localhost"));
        const Certificate certificate = panel().current()->certificate;
        trigger(QStringLiteral("Revoke\u2026"));
        auto *dialog = m_run->window->findChild<RevocationDialog *>();
        QVERIFY(dialog);
        auto *button = dialog->findChild<QPushButton *>(text("revoke"));
        const auto *reason = dialog->findChild<QComboBox *>(text("reason"));
        QVERIFY(reason->findText(text("lift the hold"), Qt::MatchContains) < 0); // it is on none
        QTRY_VERIFY(button->isEnabled());
        button->click();
        QTRY_VERIFY(said().contains(text(".crl")));
        const RevocationListListing lists = revocationListsIn(m_run->workspace.store());
        QCOMPARE(lists.lists.size(), 1U);
        QVERIFY(isRevokedIn(lists.lists.front().list, certificate));
        panel().actions().showDetails(certificate);
        const auto *verdict =
            m_run->window->findChild<CertificateWindow *>()->findChild<QLabel *>(text("chainSummary"));
        QTRY_VERIFY2(verdict->text().contains(text("revoked")), qPrintable(verdict->text()));
        panel().findChild<QPushButton *>(text("messageAction"))->click();
        QTRY_VERIFY(panel().selection().item && panel().selection().item->revocationList());

        trigger(QStringLiteral("Details\u2026"));
        const auto *window = m_run->window->findChild<RevocationListWindow *>();
        QVERIFY(window && window->isVisible());
        const auto *summary = window->findChild<QLabel *>(text("listSummary"));
        QTRY_VERIFY2(summary->text().contains(text("Signed by its issuer")), qPrintable(summary->text()));
        const auto *entries = window->findChild<HintTable *>(text("revokedCertificates"));
        QCOMPARE(entries->model()->rowCount(), 1);
        QCOMPARE(entries->model()->index(0, 0).data().toString(), certificate.serial());
        QCOMPARE(entries->model()->index(0, 3).data().toString(), text("localhost"));
        window->findChild<QLineEdit *>(text("entryFilter"))->setText(text("nothing like it"));
        QCOMPARE(entries->model()->rowCount(), 0);
    }

    void aHoldIsLifted()
    {
        selectRow(text("localhost"));
        const Certificate certificate = panel().current()->certificate;
        const CertificateStore store = m_run->workspace.store();
        const auto authority = storedIssuer(certificate, store);
        QVERIFY(authority);
        const auto issuer = store.identity(*authority);
        QVERIFY(issuer);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const RevocationOrder hold{.certificates = {certificate},
                                   .reason = RevocationReason::CertificateHold,
                                   .thisUpdate = now,
                                   .nextUpdate = now.addDays(1)};
        QVERIFY(revoke(hold, *issuer, authority->file, store));
        m_run->workspace.reloadCertificates();
        QTRY_COMPARE(panel().selection().revocation, RevocationState::OnHold);
        trigger(QStringLiteral("Revoke\u2026"));
        auto *dialog = m_run->window->findChild<RevocationDialog *>();
        QVERIFY(dialog);
        auto *reason = dialog->findChild<QComboBox *>(text("reason"));
        const auto *purpose = dialog->findChild<QLabel *>(text("purpose"));
        auto *button = dialog->findChild<QPushButton *>(text("revoke"));
        const int lifting = reason->findText(text("none any more: lift the hold"));
        QVERIFY(lifting >= 0);
        QCOMPARE(button->text(), text("&Revoke"));
        reason->setCurrentIndex(lifting);
        QCOMPARE(button->text(), text("Lift &hold"));
        QVERIFY2(purpose->text().contains(text("without this certificate")), qPrintable(purpose->text()));
        reason->setCurrentIndex(0);
        QCOMPARE(button->text(), text("&Revoke"));
        QVERIFY2(purpose->text().contains(text("with this certificate")), qPrintable(purpose->text()));
        reason->setCurrentIndex(lifting);
        QTRY_VERIFY(button->isEnabled());
        button->click();
        QTRY_VERIFY2(said().contains(text("on hold no more")), qPrintable(said()));
        const RevocationListListing lists = revocationListsIn(store);
        QCOMPARE(lists.lists.size(), 1U);
        QVERIFY(!isRevokedIn(lists.lists.front().list, certificate));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_run;
};

QTEST_MAIN(TestCertificateDialog)
#include "tst_certificate_dialog.moc"
