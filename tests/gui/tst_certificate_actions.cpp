#include "model/certificates/issuer.h"
#include "model/certificates/request_signing.h"
#include "tests/gui/window_fixture.h"
#include "ui/certificate_actions.h"
#include "ui/certificate_panel.h"
#include "ui/certificate_window.h"
#include "ui/comparison_window.h"
#include "ui/date_time_field.h"
#include "ui/export_dialog.h"
#include "ui/field_note.h"
#include "ui/issuing_actions.h"
#include "ui/key_passphrase_dialog.h"
#include "ui/pieces_delegate.h"
#include "ui/revocation_list_window.h"
#include "ui/trash_dialog.h"
#include "ui/validity_bar.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

#include <cstdlib>

using namespace sealport;
using namespace sealport::test;

/// What can be done with a certificate of the list.
class TestCertificateActions : public QObject {
    Q_OBJECT
private:
    static QString fixture(const QString &name) { return QStringLiteral(SEALPORT_CERTIFICATES "/") + name; }
    static QStringList texts(const QTreeWidget &tree, int column)
    {
        QStringList all;
        for (QTreeWidgetItemIterator item(const_cast<QTreeWidget *>(&tree)); *item; ++item) // NOLINT: Qt has no other
            all.append((*item)->text(column));
        return all;
    }
    [[nodiscard]] HintTable &table() const { return *m_run->find<HintTable>("certificates"); }
    void select(const QString &name) const
    {
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            if (table().model()->index(row, 0).data().toString() == name)
                return table().selectOnly(row);
        }
        QFAIL("no such row");
    }
    [[nodiscard]] StoredCertificate stored(const QString &name) const
    {
        for (const StoredCertificate &one : m_run->workspace.certificates()) {
            if (one.certificate.name() == name)
                return one;
        }
        qFatal("not in the store");
    }
    [[nodiscard]] ListedItem listed(const QString &name) const
    {
        const StoredCertificate one = stored(name);
        return {.object = one.certificate, .hasKey = one.hasKey, .file = one.file, .isKeyLocked = one.isKeyLocked};
    }
    [[nodiscard]] ExportDialog *openExport() const
    {
        m_run->window->findChild<CertificatePanel *>()->actions().exportCertificate(
            m_run->workspace.catalogue().myCertificates(), stored(QStringLiteral("localhost")));
        return m_run->window->findChild<ExportDialog *>();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(realWarnings());
        qputenv("SSL_CERT_FILE", fixture(QStringLiteral("root.pem")).toLocal8Bit()); // the roots of this test
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<WindowFixture>(m_folder->path());
        QVERIFY(m_run->isOpen);
    }
    void cleanup() { m_run.reset(); }

    void theDetailsSayEverythingAndWhoVouches()
    {
        select(QStringLiteral("localhost"));
        QTest::mouseClick(m_run->find<QToolButton>("moreDetails"), Qt::LeftButton);
        auto *window = m_run->window->findChild<CertificateWindow *>();
        QVERIFY(window && window->isVisible());
        auto *verdict = window->findChild<QLabel *>(QStringLiteral("chainSummary"));
        QTRY_VERIFY2(verdict->text().contains(QStringLiteral("Sealport test CA")), qPrintable(verdict->text()));
        QVERIFY(window->findChild<QLabel *>(QStringLiteral("serverUse"))->text().contains(QStringLiteral("yes")));
        QVERIFY(texts(*window->findChild<QTreeWidget *>(QStringLiteral("fields")), 1)
                    .contains(QStringLiteral("DNS:localhost")));
        const auto *chain = window->findChild<QTreeWidget *>(QStringLiteral("chain"));
        QCOMPARE(texts(*chain, 0), (QStringList{QStringLiteral("Sealport test CA"), QStringLiteral("localhost")}));

        QVERIFY(window->findChild<QTreeWidget *>(QStringLiteral("findings"))->columnWidth(0) > window->width() / 3);
        window->findChild<QLineEdit *>(QStringLiteral("chainHost"))->setText(QStringLiteral("elsewhere.test"));
        QTRY_VERIFY2(verdict->text().contains(QStringLiteral("elsewhere.test")), qPrintable(verdict->text()));
        auto *purpose = window->findChild<QComboBox *>();
        window->findChild<QTabWidget *>()->setCurrentIndex(1);
        purpose->showPopup();
        QTRY_VERIFY(purpose->view()->isVisible());
        QTest::keyClick(purpose->view(), Qt::Key_Escape);
        QTRY_VERIFY(!purpose->view()->isVisible());
        QVERIFY(window->isVisible()); // the list alone was closed
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(!m_run->window->findChild<CertificateWindow *>());
        QVERIFY(m_run->window->isVisible());
    }

    void theValidityBarCallsSoonWhatTheListCallsSoon()
    {
        auto *panel = m_run->window->findChild<CertificatePanel *>();
        for (const auto &[days, hue] : {std::pair(1, 142), std::pair(100'000, 37)}) { // green, amber
            panel->actions().setSoonDays(days);
            panel->actions().showDetails(stored(QStringLiteral("localhost")).certificate);
            const auto *window = m_run->window->findChildren<CertificateWindow *>().constLast();
            auto *bar = window->findChild<ValidityBar *>();
            QTRY_VERIFY(!bar->accessibleDescription().isEmpty());
            QTRY_VERIFY(std::abs(bar->grab().toImage().pixelColor(50, 10).hue() - hue) <= 6);
        }
    }

    void theTimeAtWhichAChainIsJudgedCanBeTyped()
    {
        m_run->window->findChild<CertificatePanel *>()->actions().showDetails(
            stored(QStringLiteral("localhost")).certificate);
        auto *window = m_run->window->findChild<CertificateWindow *>();
        auto *verdict = window->findChild<QLabel *>(QStringLiteral("chainSummary"));
        QTRY_VERIFY(verdict->text().startsWith(QStringLiteral("Valid")));
        auto *time = window->findChild<DateTimeField *>();
        window->findChild<QTabWidget *>()->setCurrentIndex(1);
        time->setFocus();
        QTest::keyClick(time, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(time, QStringLiteral("2100-01-02"));
        QCOMPARE(time->date(), QDate(2100, 1, 2));
        QTRY_VERIFY2(verdict->text().contains(QStringLiteral("expired")), qPrintable(verdict->text()));
    }

    void onlyOnesOwnCertificateIsRenewed_data()
    {
        QTest::addColumn<bool>("isWithRequest");
        QTest::addColumn<bool>("isForeign");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("one's own") << false << false << true;
        QTest::newRow("a foreign one") << false << true << false;
        QTest::newRow("a foreign one beside a request of the store") << true << true << false;
    }
    void onlyOnesOwnCertificateIsRenewed()
    {
        QFETCH(const bool, isWithRequest);
        QFETCH(const bool, isForeign);
        m_run->window->openPaths({fixture(QStringLiteral("combined.pem"))}); // leaf.test has a key
        QTRY_VERIFY(table().model()->rowCount() > 0
                    && table().model()->index(0, 0).data() == QStringLiteral("leaf.test"));
        CertificateSpec spec = specOf(CertificateTemplate::Server);
        spec.commonName = QStringLiteral("asked.test");
        const CertificateRequest request = makeRequest(spec, PrivateKey::generate(KeyKind{}).value()).value();
        const CertificateCatalogue &catalogue = m_run->workspace.catalogue();
        const ListedItem mine = listed(QStringLiteral("localhost"));
        const ListedItem foreign = catalogue.entries().back().listing->items.front();
        QVERIFY(foreign.certificate());
        const StoredCertificate current = isForeign ? foreign.stored() : mine.stored();
        CertificateSelection selection{.source = isForeign ? catalogue.entries().back().id : catalogue.myCertificates(),
                                       .current = current,
                                       .all = {current},
                                       .item = isForeign ? foreign : mine};
        if (!isForeign)
            selection.ofStore.push_back(mine);
        if (isWithRequest)
            selection.ofStore.push_back({.object = request});
        QMenu menu;
        m_run->window->findChild<CertificatePanel *>()->actions().addTo(menu, selection);
        const auto renew = [&menu] {
            for (const QAction *action : menu.actions())
                if (action->text() == QStringLiteral("Renew…"))
                    return action;
            qFatal("no such action");
        };
        QTEST(renew()->isEnabled(), "isOffered");
    }

    void aListIsCheckedAsSoonAsItsIssuerIsOpened()
    {
        qputenv("SSL_CERT_FILE", fixture(QStringLiteral("other.pem")).toLocal8Bit());
        auto &panel = *m_run->window->findChild<CertificatePanel *>();
        panel.open({fixture(QStringLiteral("list.pem"))});
        QTRY_VERIFY(panel.selection().item && panel.selection().item->revocationList());
        panel.actions().showDetails(*panel.selection().item);
        auto *window = m_run->window->findChild<RevocationListWindow *>();
        auto *summary = window->findChild<QLabel *>(QStringLiteral("listSummary"));
        QTRY_VERIFY2(summary->text().contains(QStringLiteral("in no source")), qPrintable(summary->text()));
        panel.open({fixture(QStringLiteral("root.pem"))});
        QTRY_VERIFY2(summary->text().contains(QStringLiteral("Signed by its issuer")), qPrintable(summary->text()));
        auto *fields = window->findChild<QTreeWidget *>(QStringLiteral("fields"));
        QCOMPARE(fields->findItems(QStringLiteral("Version"), Qt::MatchExactly).size(), 1); // shown once alone
    }

    void anEntryOfAListIsCopiedFromItsMenu()
    {
        auto &panel = *m_run->window->findChild<CertificatePanel *>();
        panel.open({fixture(QStringLiteral("list.pem"))});
        QTRY_VERIFY(panel.selection().item && panel.selection().item->revocationList());
        panel.actions().showDetails(*panel.selection().item);
        auto *window = m_run->window->findChild<RevocationListWindow *>();
        auto *entries = window->findChild<HintTable *>(QStringLiteral("revokedCertificates"));
        QTRY_VERIFY(entries->model()->rowCount() > 0);
        entries->selectOnly(0);
        const QPoint cell = entries->visualRect(entries->currentIndex()).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, cell, entries->viewport()->mapToGlobal(cell));
        QApplication::sendEvent(entries->viewport(), &event);
        auto *menu = entries->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().size(), 1);
        menu->actions().front()->trigger();
        menu->close();
        const QString serial = entries->model()->index(0, 0).data().toString();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(!serial.isEmpty() && copied.startsWith(serial + u'\t'), qPrintable(copied));
    }

    void twoCertificatesAreComparedSideBySide()
    {
        auto &panel = *m_run->window->findChild<CertificatePanel *>();
        panel.actions().showComparison(stored(QStringLiteral("localhost")).certificate,
                                       stored(QStringLiteral("Sealport test CA")).certificate);
        auto *window = m_run->window->findChild<ComparisonWindow *>();
        QVERIFY(window && window->isVisible());
        auto *tree = window->findChild<QTreeWidget *>(QStringLiteral("comparison"));
        QVERIFY(texts(*tree, 1).contains(QStringLiteral("CN=localhost")));
        QVERIFY(texts(*tree, 2).contains(QStringLiteral("CN=Sealport test CA")));
        QVERIFY(tree->columnWidth(0) > tree->fontMetrics().horizontalAdvance(QStringLiteral("Signature algorithm")));
        const auto shown = [tree] {
            int rows = 0;
            for (int i = 0; i < tree->topLevelItemCount(); ++i)
                rows += tree->topLevelItem(i)->isHidden() ? 0 : 1;
            return rows;
        };
        const int all = shown();
        window->findChild<QCheckBox *>()->setChecked(true);
        QVERIFY(shown() > 0 && shown() < all); // both are of version 3, for example
    }

    void theComparisonShowsValuesWholeAndWhereTheyDiffer()
    {
        m_run->window->findChild<CertificatePanel *>()->actions().showComparison(
            stored(QStringLiteral("localhost")).certificate, stored(QStringLiteral("Sealport test CA")).certificate);
        auto *window = m_run->window->findChild<ComparisonWindow *>();
        auto *tree = window->findChild<QTreeWidget *>(QStringLiteral("comparison"));
        const auto rowOf = [tree](const QString &name) {
            const auto found = tree->findItems(name, Qt::MatchExactly);
            return found.isEmpty() ? nullptr : found.front();
        };
        const QTreeWidgetItem *thumbprint = rowOf(QStringLiteral("SHA-256 thumbprint"));
        QTreeWidgetItem *subject = rowOf(QStringLiteral("Subject"));
        QVERIFY(thumbprint && subject);
        QVERIFY(std::abs(tree->columnWidth(1) - tree->columnWidth(2)) <= 1);
        QVERIFY(QFontInfo(thumbprint->font(1)).fixedPitch());
        QVERIFY(!QFontInfo(subject->font(1)).fixedPitch());

        const auto lines = [&] { return tree->visualItemRect(thumbprint).height() / tree->fontMetrics().height(); };
        QTRY_VERIFY(lines() >= 2 && lines() <= 5); // once the columns have their widths
        const int wide = lines();
        window->resize(window->width() / 2, window->height()); // the rows follow
        QTRY_VERIFY(lines() >= wide + 2);

        const auto pieces = [subject](int column) {
            return subject->data(column, PiecesDelegate::piecesRole).value<std::vector<ValuePiece>>();
        };
        QCOMPARE(pieces(1),
                 (std::vector<ValuePiece>{{QStringLiteral("CN="), true}, {QStringLiteral("localhost"), false}}));
        QCOMPARE(pieces(2),
                 (std::vector<ValuePiece>{{QStringLiteral("CN="), true}, {QStringLiteral("Sealport test CA"), false}}));

        int oneSided = 0; // only the authority has a path length
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            const QTreeWidgetItem *row = tree->topLevelItem(i);
            if (row->text(1).isEmpty() == row->text(2).isEmpty())
                continue;
            ++oneSided;
            QVERIFY(!row->data(1, PiecesDelegate::piecesRole).isValid());
        }
        QVERIFY(oneSided > 0);

        tree->setFocus();
        tree->setCurrentItem(subject, 1);
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("CN=localhost"));
        QTest::keyClick(tree, Qt::Key_Right); // to the other certificate's
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("CN=Sealport test CA"));
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Subject\tCN=localhost\tCN=Sealport test CA"));
        QTest::keyClick(tree, Qt::Key_Escape);
        QTRY_VERIFY(!m_run->window->findChild<ComparisonWindow *>());
        QVERIFY(m_run->window->isVisible());
    }

    void whatStrangersWroteIsShownAsText()
    {
        const PrivateKey key = PrivateKey::generate(KeyKind{}).value();
        CertificateSpec spec = specOf(CertificateTemplate::RootCa);
        spec.commonName = QStringLiteral("<b>bold</b>");
        spec.notBefore = QDateTime::currentDateTimeUtc();
        spec.notAfter = spec.notBefore.addDays(1);
        const StoredCertificate stranger{.certificate = issue(spec, key).value(), .hasKey = true};
        CertificateActions &actions = m_run->window->findChild<CertificatePanel *>()->actions();
        actions.showDetails(stranger.certificate);
        actions.showComparison(stranger.certificate, stranger.certificate);
        actions.showTrust(stranger.certificate);
        actions.changePassphrase(stranger);
        actions.exportCertificate(m_run->workspace.catalogue().myCertificates(), stranger);
        actions.issuing().renew(stranger);
        actions.issuing().revoke(stranger);
        QTRY_VERIFY(!m_run->window->findChild<CertificateWindow *>()
                         ->findChild<QLabel *>(QStringLiteral("chainSummary"))
                         ->text()
                         .isEmpty());
        int shown = 0;
        for (const QWidget *widget : QApplication::allWidgets()) {
            QVERIFY2(!widget->toolTip().contains(spec.commonName), qPrintable(widget->objectName()));
            const auto *label = qobject_cast<const QLabel *>(widget);
            if (label && label->text().contains(spec.commonName))
                QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
            const auto *tree = qobject_cast<const QTreeWidget *>(widget);
            if (!tree)
                continue;
            for (QTreeWidgetItemIterator item(const_cast<QTreeWidget *>(tree)); *item; ++item) { // NOLINT: as above
                for (int column = 0; column < tree->columnCount(); ++column) {
                    shown += (*item)->text(column).contains(spec.commonName) ? 1 : 0;
                    QVERIFY2(!(*item)->toolTip(column).contains(spec.commonName), qPrintable((*item)->text(0)));
                }
            }
        }
        QVERIFY(shown > 4);
    }

    void whatWasOpenedIsCopiedWithItsKey()
    {
        m_run->window->openPaths({fixture(QStringLiteral("combined.pem"))});
        QTRY_VERIFY(table().model()->rowCount() > 0
                    && table().model()->index(0, 0).data() == QStringLiteral("leaf.test"));
        select(QStringLiteral("leaf.test"));
        QTest::keyClick(&table(), Qt::Key_Return); // no key of the store yet: its details
        QTRY_VERIFY(m_run->window->findChild<CertificateWindow *>());
        auto &panel = *m_run->window->findChild<CertificatePanel *>();
        const auto &opened = m_run->workspace.catalogue().entries().back();
        QVERIFY(opened.listing);
        panel.actions().importCertificates(opened.id, {opened.listing->items.front().stored()});
        QTRY_COMPARE(m_run->workspace.certificates().size(), 3U);
        QVERIFY(stored(QStringLiteral("leaf.test")).hasKey);
        QTRY_COMPARE(m_run->find<QLabel>("detailsName")->text(), QStringLiteral("leaf.test"));
        for (const StoredCertificate &one : m_run->workspace.certificates())
            QVERIFY(one.hasKey);
        QTRY_VERIFY(panel.findChild<QLabel *>(QStringLiteral("messageText"))
                        ->text()
                        .contains(QStringLiteral("without a pass phrase")));
        QTest::mouseClick(panel.findChild<QPushButton *>(QStringLiteral("messageAction")), Qt::LeftButton);
        QVERIFY(m_run->window->findChild<KeyPassphraseDialog *>());
    }

    void eachFormHasAFileOfItsOwn_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, ExportFormat format, const char *before, const char *after) {
            QTest::newRow(name) << static_cast<int>(format) << QString::fromLatin1(before)
                                << QString::fromLatin1(after);
        };
        row("a public key stands beside its certificate", ExportFormat::PublicKey, "/x/a.test.pem",
            "/x/a.test-public.pem");
        row("one for ssh", ExportFormat::OpenSshPublicKey, "/x/a.test.pem", "/x/a.test.pub");
        row("PKCS #12", ExportFormat::Pkcs12, "/x/a.test.pem", "/x/a.test.p12");
        row("from a public key to the certificate", ExportFormat::Der, "/x/a.test-public.pem", "/x/a.test.cer");
        row("from one for ssh", ExportFormat::PemChain, "/x/a.test.pub", "/x/a.test.pem");
        row("a name of the user's own", ExportFormat::Der, "/x/a.test.crt", "/x/a.test.crt");
    }
    void eachFormHasAFileOfItsOwn()
    {
        QFETCH(const int, format);
        QFETCH(const QString, before);
        ExportDialog *dialog = openExport();
        QVERIFY(dialog);
        auto *file = dialog->findChild<QLineEdit *>(QStringLiteral("exportFile"));
        QVERIFY2(file->text().endsWith(QStringLiteral("/localhost.pem")), qPrintable(file->text()));
        auto *formats = dialog->findChild<QComboBox *>(QStringLiteral("exportFormat"));
        file->setText(before);
        formats->setCurrentIndex(formats->findData(format));
        QTEST(file->text(), "after");
    }

    void anExportIsWrittenAndTheFileBeforeItComesBack()
    {
        const QString file = m_folder->filePath(QStringLiteral("out.p12"));
        QFile before(file);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("something else") > 0);
        before.close();
        auto &panel = *m_run->window->findChild<CertificatePanel *>();
        ExportDialog *dialog = openExport();
        QVERIFY(dialog);
        auto *format = dialog->findChild<QComboBox *>(QStringLiteral("exportFormat"));
        format->setCurrentIndex(format->findData(int(ExportFormat::Pkcs12)));
        const auto note = [dialog](const char *name) {
            const auto *said = dialog->findChild<FieldNote *>(QString::fromLatin1(name));
            return said->isVisible() ? said->text() : QString();
        };
        QVERIFY(note("exportFileNote").isEmpty());
        dialog->findChild<QLineEdit *>(QStringLiteral("exportFile"))->setText(file);
        QTRY_VERIFY2(note("exportFileNote").contains(QStringLiteral("replaced")), qPrintable(note("exportFileNote")));
        auto *button = dialog->findChild<QPushButton *>(QStringLiteral("export"));
        QVERIFY(!button->isEnabled());
        QVERIFY2(note("exportPassphraseNote").contains(QStringLiteral("needs")),
                 qPrintable(note("exportPassphraseNote")));
        dialog->findChild<QLineEdit *>(QStringLiteral("exportPassphrase"))->setText(QStringLiteral("secret"));
        dialog->findChild<QLineEdit *>(QStringLiteral("exportPassphraseAgain"))->setText(QStringLiteral("secrets"));
        QVERIFY(!button->isEnabled());
        QVERIFY2(note("exportPassphraseNote").contains(QStringLiteral("not the same")),
                 qPrintable(note("exportPassphraseNote")));
        dialog->findChild<QLineEdit *>(QStringLiteral("exportPassphraseAgain"))->setText(QStringLiteral("secret"));
        QVERIFY(button->isEnabled());
        QVERIFY(note("exportPassphraseNote").isEmpty());
        button->click();
        QTRY_VERIFY(!m_run->window->findChild<ExportDialog *>());
        QVERIFY(QFile(file).size() > 500);
        panel.actions().undo();
        QTRY_COMPARE(QFile(file).size(), qint64(14));
    }

    void theNoteIsAboutTheFileTypedLast_data()
    {
        QTest::addColumn<QStringList>("typed");
        QTest::addColumn<bool>("isThere");
        const QString there = QStringLiteral("out.pem");
        const QString missing = QStringLiteral("out.pem2");
        QTest::newRow("a file that is there") << QStringList{missing, there} << true;
        QTest::newRow("a longer name") << QStringList{there, missing} << false;
        QTest::newRow("a folder") << QStringList{there, QStringLiteral(".")} << false;
        QTest::newRow("there and back") << QStringList{there, missing, there} << true;
    }
    void theNoteIsAboutTheFileTypedLast()
    {
        QFETCH(const QStringList, typed);
        QFETCH(const bool, isThere);
        QFile before(m_folder->filePath(QStringLiteral("out.pem")));
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.close();
        ExportDialog *dialog = openExport();
        QVERIFY(dialog);
        auto *file = dialog->findChild<QLineEdit *>(QStringLiteral("exportFile"));
        const auto *note = dialog->findChild<FieldNote *>(QStringLiteral("exportFileNote"));
        const QString other = m_folder->filePath(QStringLiteral("out.pem"));
        file->setText(other);
        QTRY_VERIFY(note->isVisible()); // asked and answered
        const QSignalSpy answers(dialog, &ExportDialog::fileNoted);
        for (const QString &name : typed) {
            file->setText(m_folder->filePath(name));
            QVERIFY(!note->isVisible() || file->text() == other);
        }
        QTRY_COMPARE(answers.count(), 1);
        QCOMPARE(note->isVisible(), isThere);
    }

    void anExportThatIsBeingWrittenIsWaitedFor_data()
    {
        QTest::addColumn<bool>("isEscaped"); // else closed
        QTest::newRow("the escape key") << true;
        QTest::newRow("the window's button") << false;
    }
    void anExportThatIsBeingWrittenIsWaitedFor()
    {
        QFETCH(const bool, isEscaped);
        const QString file = m_folder->filePath(QStringLiteral("out.p12"));
        QFile before(file);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("something else") > 0);
        before.close();
        auto &panel = *m_run->window->findChild<CertificatePanel *>();
        ExportDialog *dialog = openExport();
        QVERIFY(dialog);
        auto *format = dialog->findChild<QComboBox *>(QStringLiteral("exportFormat"));
        format->setCurrentIndex(format->findData(int(ExportFormat::Pkcs12)));
        auto *again = dialog->findChild<QLineEdit *>(QStringLiteral("exportPassphraseAgain"));
        dialog->findChild<QLineEdit *>(QStringLiteral("exportFile"))->setText(file);
        dialog->findChild<QLineEdit *>(QStringLiteral("exportPassphrase"))->setText(QStringLiteral("secret"));
        again->setText(QStringLiteral("secret"));
        auto *button = dialog->findChild<QPushButton *>(QStringLiteral("export"));
        button->click(); // what came of it is told through the event loop
        again->setText(QStringLiteral("secrets"));
        again->setText(QStringLiteral("secret"));
        QVERIFY(!button->isEnabled());
        QVERIFY(!again->isEnabled());
        if (isEscaped)
            QTest::keyClick(dialog, Qt::Key_Escape);
        else
            QVERIFY(!dialog->close());
        QVERIFY(dialog->isVisible());
        QTRY_VERIFY(!m_run->window->findChild<ExportDialog *>());
        const QString said = panel.findChild<QLabel *>(QStringLiteral("messageText"))->text();
        QVERIFY2(said.contains(file), qPrintable(said));
        panel.actions().undo();
        QTRY_COMPARE(QFile(file).size(), qint64(14));
    }

    void anExportThatFailsCanBeTriedAgain()
    {
        ExportDialog *dialog = openExport();
        QVERIFY(dialog);
        auto *file = dialog->findChild<QLineEdit *>(QStringLiteral("exportFile"));
        file->setText(m_folder->filePath(QStringLiteral("missing/out.pem")));
        auto *button = dialog->findChild<QPushButton *>(QStringLiteral("export"));
        button->click();
        QTRY_VERIFY(dialog->findChild<QLabel *>(QStringLiteral("messageText"))->isVisible());
        QVERIFY(file->isEnabled() && button->isEnabled());
        file->setText(m_folder->filePath(QStringLiteral("out.pem")));
        button->click();
        QTRY_VERIFY(!m_run->window->findChild<ExportDialog *>());
        QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("out.pem"))));
    }

    void whatWasDeletedBeforeTheProgramBeganComesBack()
    {
        const auto actions = [this]() -> CertificateActions & {
            return m_run->window->findChild<CertificatePanel *>()->actions();
        };
        const auto count = [this] { return m_run->workspace.certificates().size(); };
        const Certificate certificate = stored(QStringLiteral("localhost")).certificate;
        actions().remove({listed(QStringLiteral("localhost"))}, false);
        QTRY_COMPARE(count(), 1U);
        m_run.reset();
        m_run = std::make_unique<WindowFixture>(m_folder->path());
        QVERIFY(m_run->isOpen);
        QCOMPARE(count(), 1U);
        QTest::keyClick(m_run->window.get(), Qt::Key_Z, Qt::ControlModifier);
        auto *action =
            m_run->window->findChild<CertificatePanel *>()->findChild<QPushButton *>(QStringLiteral("messageAction"));
        QTRY_VERIFY(action->isVisible());
        QTest::mouseClick(action, Qt::LeftButton);
        auto *dialog = m_run->window->findChild<TrashDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *list = dialog->findChild<QTreeWidget *>(QStringLiteral("trash"));
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QVERIFY2(texts(*list, 1).front().contains(QStringLiteral("localhost.key")),
                 qPrintable(texts(*list, 1).front()));
        auto *button = dialog->findChild<QPushButton *>(QStringLiteral("bringBack"));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(count(), 2U);
        QVERIFY(stored(QStringLiteral("localhost")).hasKey);
        QCOMPARE(stored(QStringLiteral("localhost")).certificate, certificate);
        QTRY_COMPARE(list->topLevelItemCount(), 0);
        QVERIFY(!button->isEnabled());
    }

    void whatWasBroughtBackIsNotUndoneOnceMore()
    {
        auto &panel = *m_run->window->findChild<CertificatePanel *>();
        const auto said = [&panel] { return panel.findChild<QLabel *>(QStringLiteral("messageText"))->text(); };
        panel.actions().remove({listed(QStringLiteral("localhost"))}, false);
        QTRY_COMPARE(m_run->workspace.certificates().size(), 1U);
        QTRY_VERIFY(said().contains(QStringLiteral("deleted")));
        panel.actions().showTrash();
        auto *dialog = m_run->window->findChild<TrashDialog *>();
        auto *list = dialog->findChild<QTreeWidget *>(QStringLiteral("trash"));
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(m_run->workspace.certificates().size(), 2U);
        panel.actions().undo();
        QVERIFY2(said().startsWith(QStringLiteral("There is nothing left to undo.")), qPrintable(said()));
    }

    void whatWasDeletedIsNamedInOneSentence_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<bool>("hasKeys");
        QTest::addColumn<QString>("said");
        const QStringList one{QStringLiteral("localhost")};
        const QStringList both{QStringLiteral("localhost"), QStringLiteral("Sealport test CA")};
        QTest::newRow("a certificate") << one << false << "The certificate localhost was deleted. ";
        QTest::newRow("one with its key")
            << one << true << "The certificate localhost was deleted with its private key. ";
        QTest::newRow("several") << both << false << "2 object(s) were deleted. ";
        QTest::newRow("several with keys") << both << true << "2 object(s) were deleted, private keys included. ";
    }
    void whatWasDeletedIsNamedInOneSentence()
    {
        QFETCH(const QStringList, names);
        QFETCH(const bool, hasKeys);
        QFETCH(const QString, said);
        std::vector<ListedItem> items;
        for (const QString &name : names) {
            items.push_back(listed(name));
            items.back().hasKey = hasKeys;
        }
        auto &panel = *m_run->window->findChild<CertificatePanel *>();
        panel.actions().remove(items, false);
        const auto *text = panel.findChild<QLabel *>(QStringLiteral("messageText"));
        QTRY_VERIFY2(text->text().startsWith(said), qPrintable(text->text()));
        QVERIFY2(text->text().endsWith(QStringLiteral("What was deleted stays in the trash for 30 days.")),
                 qPrintable(text->text()));
    }

    void requestsAndListsAreNamedAsSuchWhenDeleted_data()
    {
        QTest::addColumn<QString>("fixtureName");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("beginning");
        QTest::newRow("a request") << "request-names.pem" << "/asked.csr" << "The request of ";
        QTest::newRow("a revocation list") << "list.pem" << "/list.crl" << "The revocation list of ";
    }
    void requestsAndListsAreNamedAsSuchWhenDeleted()
    {
        QFETCH(const QString, fixtureName);
        QFETCH(const QString, file);
        QFETCH(const QString, beginning);
        auto &panel = *m_run->window->findChild<CertificatePanel *>();
        const int before = table().model()->rowCount();
        const QString copy = m_run->workspace.store().folder() + file;
        QVERIFY(QFile::copy(fixture(fixtureName), copy));
        m_run->workspace.reloadCertificates();
        QTRY_COMPARE(table().model()->rowCount(), before + 1);
        panel.selectFile(copy);
        QVERIFY(panel.selection().item && !panel.selection().item->certificate());
        panel.actions().remove(panel.selection().ofStore, false);
        const auto *text = panel.findChild<QLabel *>(QStringLiteral("messageText"));
        QTRY_VERIFY2(text->text().startsWith(beginning) && text->text().contains(QStringLiteral(" was deleted. ")),
                     qPrintable(text->text()));
    }

    void afterOneWasBroughtBackNoOtherIsChosen()
    {
        auto &panel = *m_run->window->findChild<CertificatePanel *>();
        panel.actions().remove({listed(QStringLiteral("Sealport test CA"))}, false);
        QTRY_COMPARE(m_run->workspace.certificates().size(), 1U);
        panel.actions().remove({listed(QStringLiteral("localhost"))}, false);
        QTRY_COMPARE(m_run->workspace.certificates().size(), 0U);
        panel.actions().showTrash();
        auto *dialog = m_run->window->findChild<TrashDialog *>();
        auto *list = dialog->findChild<QTreeWidget *>(QStringLiteral("trash"));
        const auto *button = dialog->findChild<QPushButton *>(QStringLiteral("bringBack"));
        QTRY_COMPARE(list->topLevelItemCount(), 2);
        QVERIFY(button->isEnabled()); // the newest is chosen
        int tried = 0;
        connect(dialog, &TrashDialog::restored, list, [list, button, &tried] {
            list->setCurrentItem(list->topLevelItem(0)); // before the list was read again
            tried += button->isEnabled() ? 100 : 1;
        });
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(tried, 1);
        QVERIFY(list->selectedItems().isEmpty());
        QVERIFY(!button->isEnabled()); // Return would bring back another one
        list->setCurrentItem(list->topLevelItem(0));
        QVERIFY(button->isEnabled());
    }

    void noButtonIsLeftToUndoWhatWasBroughtBack()
    {
        auto &panel = *m_run->window->findChild<CertificatePanel *>();
        const auto *said = panel.findChild<QLabel *>(QStringLiteral("messageText"));
        const auto count = [this] { return m_run->workspace.certificates().size(); };
        panel.actions().remove({listed(QStringLiteral("Sealport test CA"))}, false);
        QTRY_COMPARE(count(), 1U);
        panel.actions().remove({listed(QStringLiteral("localhost"))}, false);
        QTRY_COMPARE(count(), 0U);
        QTRY_VERIFY2(said->text().contains(QStringLiteral("localhost")), qPrintable(said->text()));
        panel.actions().showTrash();
        auto *dialog = m_run->window->findChild<TrashDialog *>();
        QTRY_COMPARE(dialog->findChild<QTreeWidget *>(QStringLiteral("trash"))->topLevelItemCount(), 2);
        QTest::keyClick(dialog, Qt::Key_Return); // the newest
        QTRY_COMPARE(count(), 1U);
        QCOMPARE(stored(QStringLiteral("localhost")).certificate.name(), QStringLiteral("localhost"));
        const auto *button = panel.findChild<QPushButton *>(QStringLiteral("messageAction"));
        QVERIFY2(!button->isVisible(), qPrintable(said->text())); // it would bring back the authority
        panel.actions().undo();
        QTRY_COMPARE(count(), 2U);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_run;
};

QTEST_MAIN(TestCertificateActions)
#include "tst_certificate_actions.moc"
