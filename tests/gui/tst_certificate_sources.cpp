#include "model/certificates/issuer.h"
#include "model/certificates/revocation.h"
#include "model/tables/certificate_cells.h"
#include "tests/gui/window_fixture.h"
#include "ui/certificate_details.h"
#include "ui/certificate_panel.h"
#include "ui/source_tree.h"

#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QUrl>

using namespace sealport;
using namespace sealport::test;

/// Looking at certificates wherever they are, in the window.
class TestCertificateSources : public QObject {
    Q_OBJECT
private:
    static QString fixture(const QString &name) { return QStringLiteral(SEALPORT_CERTIFICATES "/") + name; }
    static void drop(QWidget &target, const QStringList &paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        data.setUrls(urls);
        QDragEnterEvent enter(target.rect().center(), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&target, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(target.rect().center(), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&target, &event);
        QVERIFY(event.isAccepted());
        QCOMPARE(event.dropAction(), Qt::CopyAction);
    }
    [[nodiscard]] HintTable &table() const { return *m_run->find<HintTable>("certificates"); }
    [[nodiscard]] SourceTree &sources() const { return *m_run->find<SourceTree>("sources"); }
    [[nodiscard]] QStringList names() const
    {
        QStringList shown;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            shown.append(table().model()->index(row, 0).data().toString());
        return shown;
    }
    [[nodiscard]] QString selected() const { return m_run->find<QLabel>("detailsName")->text(); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(realWarnings());
        qputenv("SSL_CERT_FILE", fixture(QStringLiteral("rsa.pem")).toLocal8Bit()); // the roots of this test
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<WindowFixture>(m_folder->path());
        QVERIFY(m_run->isOpen);
    }
    void cleanup() { m_run.reset(); }

    void aFileThatIsDroppedAnywhereIsShownAndNothingIsImported_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("on the certificates") << QByteArray("certificates");
        QTest::newRow("on a text field") << QByteArray("serverName");
        QTest::newRow("on the connections") << QByteArray("connections");
    }
    void aFileThatIsDroppedAnywhereIsShownAndNothingIsImported()
    {
        QFETCH(QByteArray, target);
        const QString before = m_run->find<QLineEdit>("serverName")->text();
        drop(*m_run->find<QWidget>(target.constData()), {fixture(QStringLiteral("other.pem"))});
        QTRY_COMPARE(names().size(), 1);
        QCOMPARE(m_run->find<QLineEdit>("serverName")->text(), before);
        QCOMPARE(m_run->workspace.certificates().size(), 2U);
        QCOMPARE(sources().currentIndex().data().toString(), QStringLiteral("other.pem (1)"));
    }

    void aFolderShowsEverythingInItAndWhatCouldNotBeRead()
    {
        const QString folder = m_folder->filePath(QStringLiteral("elsewhere/deep"));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::copy(fixture(QStringLiteral("leaf.der")), folder + QStringLiteral("/no extension at all")));
        QVERIFY(QFile::copy(fixture(QStringLiteral("modern.p12")), folder + QStringLiteral("/locked.p12")));
        m_run->window->openPaths({m_folder->filePath(QStringLiteral("elsewhere"))});
        QTRY_COMPARE(names(), (QStringList{QStringLiteral("leaf.test"), QStringLiteral("locked.p12")}));
        QCOMPARE(selected(), QStringLiteral("leaf.test"));
        table().selectRow(1);
        QVERIFY(m_run->find<QLabel>("detailsProblem")->text().contains(QStringLiteral("pass phrase")));
        sources().setFocus();
        QTest::keyClick(&sources(), Qt::Key_Delete);
        QTRY_COMPARE(sources().model()->rowCount(sources().model()->index(2, 0)), 0);
        QVERIFY(QFile::exists(folder + QStringLiteral("/locked.p12"))); // closed, not deleted
    }

    void requestsAndRevocationListsAreShownAsWhatTheyAre()
    {
        m_run->window->openPaths({fixture(QStringLiteral("request-names.pem")), fixture(QStringLiteral("list.der"))});
        QTRY_VERIFY(names().size() == 2 && !names().contains(QStringLiteral("localhost")));
        table().selectRow(0);
        QVERIFY2(selected().contains(QStringLiteral("certificate request")), qPrintable(selected()));
        QVERIFY(!m_run->find<QLabel>("detailsSha1")->isVisible());
        table().selectRow(1);
        QVERIFY2(selected().contains(QStringLiteral("Revocation list")), qPrintable(selected()));
        m_run->find<QLineEdit>("find")->setText(QStringLiteral("certificate re")); // as shown
        QTRY_COMPARE(names().size(), 1);
        m_run->find<QLineEdit>("find")->setText(QStringLiteral("no column holds this"));
        QTRY_VERIFY(names().isEmpty());
    }

    void whatAListOfItsIssuerRevokesIsMarked()
    {
        const auto specOfNow = [](const char *name, CertificateTemplate kind) {
            CertificateSpec spec = specOf(kind);
            spec.commonName = QString::fromLatin1(name);
            spec.notBefore = QDateTime::currentDateTimeUtc();
            spec.notAfter = spec.notBefore.addDays(50);
            return spec;
        };
        const PrivateKey key = PrivateKey::generate(KeyKind{}).value();
        const Identity root{.certificate = issue(specOfNow("root.test", CertificateTemplate::RootCa), key).value(),
                            .key = key,
                            .chain = {}};
        const Certificate leaf = issue(specOfNow("revoked.test", CertificateTemplate::Server), key, &root).value();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const RevocationOrder order{.certificates = {leaf}, .thisUpdate = now, .nextUpdate = now.addDays(5)};
        const QByteArray list = makeRevocationList(order, root).value().pem();
        const auto write = [this](const QString &name, const QByteArray &pem) {
            QFile file(m_folder->filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(pem) == pem.size();
        };
        QVERIFY(write(QStringLiteral("both.pem"), root.certificate.pem() + leaf.pem()));
        QVERIFY(write(QStringLiteral("list.crl"), list));
        m_run->window->openPaths({m_folder->filePath(QStringLiteral("list.crl"))});
        QTRY_COMPARE(names(), QStringList{QStringLiteral("root.test")});
        m_run->window->openPaths({m_folder->filePath(QStringLiteral("both.pem"))});
        QTRY_COMPARE(names(), (QStringList{QStringLiteral("root.test"), QStringLiteral("revoked.test")}));
        table().selectOnly(1);
        const auto expires = [this](int row) {
            return table().model()->index(row, int(CertificateColumn::Expires)).data().toString();
        };
        QTRY_VERIFY2(expires(1).startsWith(QStringLiteral("revoked; ")), qPrintable(expires(1)));
        QVERIFY2(!expires(0).contains(QStringLiteral("revoked")), qPrintable(expires(0)));
        const QString said = m_run->find<QLabel>("detailsValidity")->text();
        QVERIFY2(said.startsWith(QStringLiteral("revoked by its issuer")), qPrintable(said));
    }

    void pastedTextIsShownAsASource()
    {
        QFile file(fixture(QStringLiteral("combined.pem"))); // certificates and a key
        QVERIFY(file.open(QIODevice::ReadOnly));
        table().setFocus();
        QGuiApplication::clipboard()->setText(QStringLiteral("nothing of that kind"));
        QTest::keyClick(&table(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(sources().model()->rowCount(sources().model()->index(2, 0)), 0);
        QGuiApplication::clipboard()->setText(QStringLiteral("From a mail:\n") + QString::fromLatin1(file.readAll()));
        QTest::keyClick(&table(), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(sources().currentIndex().data().toString().startsWith(QStringLiteral("Clipboard 1 (")));
        QTRY_VERIFY(names().contains(QStringLiteral("leaf.test")));
        QCOMPARE(m_run->workspace.certificates().size(), 2U); // nothing is imported
        auto *field = m_run->find<QLineEdit>("serverName");
        field->setFocus();
        field->selectAll();
        QGuiApplication::clipboard()->setText(QStringLiteral("pasted into the field"));
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(field->text(), QStringLiteral("pasted into the field"));
    }

    void aLockedFileIsOpenedByItsPassphrase()
    {
        m_run->window->openPaths({fixture(QStringLiteral("modern.p12"))});
        QTRY_COMPARE(names(), QStringList{QStringLiteral("modern.p12")});
        auto *field = m_run->find<QLineEdit>("filePassphrase");
        QVERIFY(field->isVisible());
        QTest::keyClicks(field, QStringLiteral("not this one"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(m_run->find<QLabel>("detailsProblem")->text().contains(QStringLiteral("does not open")));
        QVERIFY(field->text().isEmpty());
        QTRY_COMPARE(m_run->window->focusWidget(), field); // for the next try
        QTest::keyClicks(field, QStringLiteral("secret"));
        QTest::mouseClick(m_run->find<QPushButton>("unlockFile"), Qt::LeftButton);
        QTRY_VERIFY(names().contains(QStringLiteral("leaf.test")));
        QVERIFY(!field->isVisible());
        QCOMPARE(m_run->window->focusWidget(), &table()); // where Delete deletes nothing but certificates
    }

    void whatWasOpenedByItsPassphraseIsSelected()
    {
        const QString folder = m_folder->filePath(QStringLiteral("opened"));
        QVERIFY(QDir().mkpath(folder));
        for (const char *name : {"combined.pem", "modern.p12", "other.pem"})
            QVERIFY(QFile::copy(fixture(QString::fromLatin1(name)), folder + u'/' + QString::fromLatin1(name)));
        m_run->window->openPaths({folder});
        QTRY_VERIFY(names().contains(QStringLiteral("modern.p12")));
        table().selectOnly(int(names().indexOf(QStringLiteral("modern.p12"))));
        auto *field = m_run->find<QLineEdit>("filePassphrase");
        QTest::keyClicks(field, QStringLiteral("secret"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!names().contains(QStringLiteral("modern.p12")));
        QCOMPARE(m_run->window->findChild<CertificatePanel *>()->current()->file,
                 folder + QStringLiteral("/modern.p12"));
    }

    void noLineOfTheSummaryIsCut()
    {
        m_run->window->openPaths({fixture(QStringLiteral("rsa.pem")), fixture(QStringLiteral("combined.pem"))});
        for (const QSize size : {QSize(1280, 820), m_run->window->minimumSizeHint()}) {
            m_run->window->resize(size);
            QTRY_VERIFY(names().size() > 3);
            for (int row = 0; row < names().size(); ++row) {
                table().selectOnly(row);
                const auto labels = m_run->window->findChild<CertificateDetails *>()->findChildren<QLabel *>();
                for (const QLabel *label : labels)
                    QTRY_VERIFY2(!label->isVisible() || label->height() >= label->heightForWidth(label->width()),
                                 qPrintable(label->text()));
            }
        }
    }

    void afterADeletionItsNeighbourIsSelected()
    {
        for (const char *name : {"other.pem", "rsa.pem"})
            QVERIFY(QFile::copy(fixture(QString::fromLatin1(name)),
                                m_run->workspace.store().folder() + u'/' + QString::fromLatin1(name)));
        QTRY_COMPARE(names().size(), 4);
        table().selectOnly(2);
        const QString next = names().at(3);
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Delete);
        QTRY_COMPARE(names().size(), 3);
        QCOMPARE(selected(), next);
    }

    void theSearchGoesThroughAllSources()
    {
        m_run->window->openPaths({fixture(QStringLiteral("other.pem"))});
        QTRY_COMPARE(names().size(), 1);
        const QString opened = names().first();
        m_run->find<QLineEdit>("find")->setText(QStringLiteral("rsa"));
        QTRY_VERIFY(!names().isEmpty()); // of the system's roots, which nobody had listed
        m_run->find<QLineEdit>("find")->setText(opened.toUpper());
        QTRY_COMPARE(names(), QStringList{opened});
        m_run->find<QLineEdit>("find")->clear();
        QTRY_COMPARE(names(), QStringList{opened}); // the chosen source again
    }

    void whatHasJustArrivedIsShownWhateverWasLookedFor_data()
    {
        QTest::addColumn<bool>("byFile");
        QTest::addColumn<QString>("sought");
        QTest::newRow("a certificate") << false << "localhost";
        QTest::newRow("a file") << true << "localhost";
        QTest::newRow("where nothing was found") << true << "no column holds this";
    }
    void whatHasJustArrivedIsShownWhateverWasLookedFor()
    {
        QFETCH(const bool, byFile);
        QFETCH(const QString, sought);
        auto &panel = *m_run->window->findChild<CertificatePanel *>();
        const auto &mine = m_run->workspace.certificates();
        const auto authority = std::ranges::find_if(mine, [](const StoredCertificate &one) {
            return one.certificate.name() == QStringLiteral("Sealport test CA");
        });
        QVERIFY(authority != mine.end());
        m_run->find<QLineEdit>("find")->setText(sought);
        QTRY_VERIFY(!names().contains(QStringLiteral("Sealport test CA")));
        if (byFile)
            panel.selectFile(authority->file);
        else
            panel.selectCertificate(authority->certificate);
        QCOMPARE(m_run->find<QLineEdit>("find")->text(), QString());
        QTRY_COMPARE(selected(), QStringLiteral("Sealport test CA"));
    }

    void aThumbprintIsFoundInTheSourceThatHasIt()
    {
        m_run->window->openPaths({fixture(QStringLiteral("other.pem"))});
        QTRY_COMPARE(names().size(), 1);
        const CertificateCatalogue::Entry &roots = m_run->workspace.catalogue().entries().at(1);
        QVERIFY(!roots.listing);
        const FoundCertificates found = roots.source->list({}, {});
        m_run->find<QLineEdit>("find")->setText(
            formatThumbprint(found.certificates.front().certificate.sha256(), ThumbprintFormat::OpenSsl));
        QTRY_COMPARE(selected(), found.certificates.front().certificate.name());
        QVERIFY(sources().currentIndex().data().toString().startsWith(QStringLiteral("System roots")));
    }

    void whatIsOpenFollowsItsFile()
    {
        const QString file = m_folder->filePath(QStringLiteral("watched.pem"));
        QVERIFY(QFile::copy(fixture(QStringLiteral("other.pem")), file));
        m_run->window->openPaths({file});
        QTRY_COMPARE(names().size(), 1);
        QFile more(fixture(QStringLiteral("rsa.pem")));
        QVERIFY(more.open(QIODevice::ReadOnly));
        const QByteArray pem = more.readAll();
        QTRY_VERIFY(([&] {
            QFile appended(file);
            return appended.open(QIODevice::Append) && appended.write(pem) == pem.size();
        }() && names().size() >= 2));
    }

    void whatIsDeletedComesBackWithUndo_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by the button of the message") << false;
        QTest::newRow("by Ctrl+Z") << true;
    }
    void whatIsDeletedComesBackWithUndo()
    {
        QFETCH(bool, byKey);
        table().selectRow(int(names().indexOf(QStringLiteral("localhost"))));
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Delete);
        QTRY_COMPARE(names(), QStringList{QStringLiteral("Sealport test CA")});
        QPushButton *undo = nullptr;
        for (auto *button : m_run->window->findChildren<QPushButton *>(QStringLiteral("messageAction"))) {
            if (button->isVisible())
                undo = button;
        }
        QVERIFY(undo);
        if (byKey)
            QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
        else
            QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_COMPARE(names().size(), 2);
        QVERIFY(!undo->isVisible());
        for (const StoredCertificate &stored : m_run->workspace.certificates())
            QVERIFY(stored.hasKey);
    }

    void undoSaysWhereToLookWhenThereIsNothingToUndo()
    {
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
        const auto *said =
            m_run->window->findChild<CertificatePanel *>()->findChild<QLabel *>(QStringLiteral("messageText"));
        QVERIFY2(said->text().contains(m_run->workspace.dataFolder().path), qPrintable(said->text()));
    }

    void whatIsNotInTheStoreIsNotDeleted()
    {
        const QString file = m_folder->filePath(QStringLiteral("mine.pem"));
        QVERIFY(QFile::copy(fixture(QStringLiteral("other.pem")), file));
        m_run->window->openPaths({file});
        QTRY_COMPARE(names().size(), 1);
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Delete);
        QVERIFY(QFile::exists(file));
        QCOMPARE(names().size(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_run;
};

QTEST_MAIN(TestCertificateSources)
#include "tst_certificate_sources.moc"
