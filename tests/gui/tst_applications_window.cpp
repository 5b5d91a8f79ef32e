#include "ui/applications_window.h"

#include "model/sockets/applications.h"
#include "model/text/application_text.h"
#include "tests/gui/window_fixture.h"
#include "ui/message_bar.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using namespace sealport;
using namespace sealport::test;

/// Applications as on IBM i, managed in the window alone: defined, given certificates, followed by servers, undone.
class TestApplicationsWindow : public QObject {
    Q_OBJECT
private:
    template <class T>
    [[nodiscard]] T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] const ApplicationDefinition *application() const
    {
        return m_run->workspace.applications().find(m_id);
    }
    [[nodiscard]] QTreeWidget &list() const { return *find<QTreeWidget>("applications"); }
    [[nodiscard]] QString said() const { return m_dialog->findChild<MessageBar *>()->text(); }
    void define() const
    {
        QTest::keyClicks(find<QLineEdit>("applicationId"), m_id);
        QTest::keyClick(find<QLineEdit>("applicationId"), Qt::Key_Return);
        QTRY_COMPARE(list().topLevelItemCount(), 1);
    }
    /// As a terminal does.
    void defineInTheFile(const QString &id) const
    {
        QVERIFY(m_run->workspace.applications().store().define({.id = id}));
        m_run->workspace.applications().reload();
        QTRY_VERIFY(m_run->workspace.applications().find(id));
    }
    void undo() const
    {
        auto *button = m_dialog->findChild<QPushButton *>(QStringLiteral("messageAction"));
        QVERIFY(button && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    static void choose(QToolButton &button, const QString &beginning)
    {
        Q_EMIT button.menu()->aboutToShow();
        for (QAction *action : button.menu()->actions())
            if (action->text().startsWith(beginning))
                return action->trigger();
        QFAIL(qPrintable(QStringLiteral("not offered: ") + beginning));
    }

    const QString m_id = QStringLiteral("ACME_ORDERS_SERVER");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_run;
    ApplicationsWindow *m_dialog = nullptr;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(realWarnings());
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<WindowFixture>(m_folder->path());
        QVERIFY(m_run->isOpen);
        m_dialog = new ApplicationsWindow(m_run->workspace, m_run->window.get());
        m_dialog->show();
    }
    void cleanup() { m_run.reset(); }

    void aServerFollowsWhatIsAssignedHere()
    {
        ServerProfile profile = m_run->server().profile;
        profile.port = 0;
        profile.certificate = {.by = IdentifyBy::Application, .id = m_id};
        const ServerId id = m_run->server().id;
        QVERIFY(m_run->workspace.updateServer(id, profile));
        define();
        QVERIFY2(said().contains(m_id), qPrintable(said()));
        QCOMPARE(list().topLevelItem(0)->text(3), profile.name);
        m_run->workspace.start(id);
        QTRY_VERIFY(m_run->server().error);
        QCOMPARE(m_run->server().error->code, ErrorCode::NoCertificate); // GSK 403

        choose(*find<QToolButton>("assign"), QStringLiteral("localhost"));
        QTRY_COMPARE(application()->certificates.size(), std::size_t{1});
        QTRY_COMPARE(list().topLevelItem(0)->text(2), QStringLiteral("localhost"));
        QCOMPARE(find<QTreeWidget>("assigned")->topLevelItemCount(), 1);
        m_run->workspace.start(id);
        QTRY_COMPARE(m_run->server().state, ServerState::Listening);

        undo();
        QTRY_VERIFY(application()->certificates.empty());
    }

    void anIdThatIsWrongIsExplainedBeforeAnythingIsMade_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("small letters") << QStringLiteral("acme_orders") << false;
        QTest::newRow("IBM's own") << QStringLiteral("QIBM_ACME") << false;
        QTest::newRow("without a company, which is advised against") << QStringLiteral("ORDERS") << true;
    }
    void anIdThatIsWrongIsExplainedBeforeAnythingIsMade()
    {
        QFETCH(const QString, id);
        QFETCH(const bool, isGood);
        find<QLineEdit>("applicationId")->setText(id);
        QCOMPARE(find<QPushButton>("defineApplication")->isEnabled(), isGood);
        const auto labels = m_dialog->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [&id](const QLabel *label) { return label->isVisible() && label->text().contains(id.left(6)); }));
        QTest::keyClick(find<QLineEdit>("applicationId"), Qt::Key_Return);
        find<QLineEdit>("applicationId")->setText(m_id); // made behind whatever was asked for
        QTRY_VERIFY(find<QPushButton>("defineApplication")->isEnabled());
        QTest::keyClick(find<QLineEdit>("applicationId"), Qt::Key_Return);
        QTRY_VERIFY(application());
        QCOMPARE(m_run->workspace.applications().list().size(), isGood ? std::size_t{2} : std::size_t{1});
    }

    void whatIsTypedStaysWhileAnotherApplicationChanges()
    {
        define();
        defineInTheFile(QStringLiteral("ACME_AAA")); // it comes first
        auto *field = find<QLineEdit>("applicationDescription");
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("Ord"));
        const auto describeOther = [](ApplicationDefinition &other) -> Result<void> {
            other.description = QStringLiteral("of others");
            return {};
        };
        m_run->workspace.applications().change(QStringLiteral("ACME_AAA"), describeOther, this, [](const auto &) {});
        QTRY_VERIFY(list().topLevelItem(0)->toolTip(0).contains(QStringLiteral("of others")));
        QCOMPARE(list().currentItem()->text(0), m_id);
        QCOMPARE(field->text(), QStringLiteral("Ord"));
    }

    void aDoubleClickTakesOneCertificateAway()
    {
        define();
        choose(*find<QToolButton>("assign"), QStringLiteral("localhost"));
        QTRY_COMPARE(application()->certificates.size(), std::size_t{1});
        choose(*find<QToolButton>("assign"), QStringLiteral("Sealport"));
        QTRY_COMPARE(application()->certificates.size(), std::size_t{2});
        auto *assigned = find<QTreeWidget>("assigned");
        QTRY_COMPARE(assigned->topLevelItemCount(), 2);
        assigned->setCurrentItem(assigned->topLevelItem(0));
        QTest::mouseClick(find<QToolButton>("unassign"), Qt::LeftButton);
        QTRY_COMPARE(assigned->topLevelItemCount(), 1);
        QTest::mouseClick(find<QToolButton>("unassign"), Qt::LeftButton); // the row that came in its place
        defineInTheFile(QStringLiteral("ACME_AAA"));                      // made behind whatever was asked for
        QCOMPARE(application()->certificates.size(), std::size_t{1});
    }

    void aDoubleClickRemovesOne()
    {
        define();
        defineInTheFile(QStringLiteral("ACME_AAA"));
        auto *button = find<QPushButton>("removeApplication");
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!application());
        QVERIFY(m_run->workspace.applications().find(QStringLiteral("ACME_AAA")));
        undo();
        QTRY_VERIFY(application());
    }

    void undoTakesBackNothingThatOthersHaveChangedSince()
    {
        define();
        choose(*find<QToolButton>("assign"), QStringLiteral("localhost"));
        QTRY_VERIFY2(said().contains(QStringLiteral("localhost")), qPrintable(said()));
        const auto describeIt = [](ApplicationDefinition &changed) -> Result<void> {
            changed.description = QStringLiteral("of others");
            return {};
        };
        m_run->workspace.applications().change(m_id, describeIt, this, [](const auto &) {});
        QTRY_COMPARE(application()->description, QStringLiteral("of others"));
        undo();
        QTRY_VERIFY2(said().contains(QStringLiteral("nothing was undone")), qPrintable(said()));
        QCOMPARE(application()->certificates.size(), std::size_t{1});
    }

    void aSecondCertificateOfTheSameKindOfKeyIsSaidToWait()
    {
        const ApplicationDefinition has{
            .id = m_id, .certificates = {AssignedCertificate::of(m_run->workspace.certificates().front().certificate)}};
        const auto known = m_run->workspace.certificates(); // all of them EC
        QVERIFY(describeAssignment(has, AssignedCertificate::of(known.back().certificate), known)
                    .contains(QStringLiteral("go on with")));
        QVERIFY(describeAssignment({.id = m_id}, AssignedCertificate::of(known.back().certificate), known)
                    .endsWith(QStringLiteral("follow.")));
        QVERIFY(!describeAssignment({.id = m_id, .type = ApplicationType::Client},
                                    AssignedCertificate::of(known.back().certificate), known)
                     .contains(QStringLiteral("servers")));
    }

    void theDescriptionIsStoredAndComesBack()
    {
        define();
        auto *field = find<QLineEdit>("applicationDescription");
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("Orders"));
        QTest::keyClick(field, Qt::Key_Return); // which presses neither Undo nor Define
        QTRY_COMPARE(application()->description, QStringLiteral("Orders"));
        QTRY_VERIFY2(said().contains(QStringLiteral("description")), qPrintable(said()));
        undo();
        QTRY_COMPARE(application()->description, QString());
    }

    void whomItTrustsIsChosen()
    {
        define();
        auto *trust = find<QComboBox>("applicationTrust");
        trust->setCurrentIndex(1);
        Q_EMIT trust->activated(1);
        QTRY_VERIFY(application()->trusted);
        QVERIFY(application()->trusted->empty()); // nobody
        choose(*find<QToolButton>("addAuthority"), QStringLiteral("Sealport"));
        QTRY_COMPARE(application()->trusted->size(), std::size_t{1});
        auto *authorities = find<QTreeWidget>("trustedAuthorities");
        authorities->setCurrentItem(authorities->topLevelItem(0));
        QTest::mouseClick(find<QToolButton>("removeAuthority"), Qt::LeftButton);
        QTRY_VERIFY(application()->trusted->empty());
        undo();
        QTRY_COMPARE(application()->trusted->size(), std::size_t{1});
        trust->setCurrentIndex(0);
        Q_EMIT trust->activated(0);
        QTRY_VERIFY(!application()->trusted);
    }

    void aRemovedOneComesBackWithAllThatItHad()
    {
        define();
        choose(*find<QToolButton>("assign"), QStringLiteral("localhost"));
        QTRY_COMPARE(application()->certificates.size(), std::size_t{1});
        const ApplicationDefinition before = *application();
        QTest::mouseClick(find<QPushButton>("removeApplication"), Qt::LeftButton);
        QTRY_VERIFY(!application());
        QVERIFY(!find<QLineEdit>("applicationDescription")->isEnabled());
        undo();
        QTRY_VERIFY(application());
        QCOMPARE(*application(), before);
        QTRY_VERIFY(find<QLineEdit>("applicationDescription")->isEnabled());
    }

    void aCertificateThatIsGoneFromTheStoreIsSaid()
    {
        define();
        m_run->workspace.applications().change(
            m_id,
            [](ApplicationDefinition &application) {
                return assign(application, {{.sha256 = QByteArray(32, 'x'), .name = QStringLiteral("old")}});
            },
            m_dialog, [](const auto &) {});
        const auto *assigned = find<QTreeWidget>("assigned");
        QTRY_COMPARE(assigned->topLevelItemCount(), 1);
        QCOMPARE(assigned->topLevelItem(0)->text(3), QStringLiteral("not in your store"));
    }

    void theFormLeadsHere()
    {
        QTest::mouseClick(m_run->find<QRadioButton>("byApplication"), Qt::LeftButton);
        auto *field = m_run->find<QLineEdit>("certificateId");
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("ACME_WEB"));
        auto *button = m_run->find<QPushButton>("chooseCertificate");
        Q_EMIT button->menu()->aboutToShow();
        button->menu()->actions().constLast()->trigger();
        const auto windows = m_run->window->findChildren<ApplicationsWindow *>();
        QCOMPARE(windows.size(), 2);
        const auto *asked = windows.front() == m_dialog ? windows.back() : windows.front();
        QCOMPARE(asked->findChild<QLineEdit *>(QStringLiteral("applicationId"))->text(), QStringLiteral("ACME_WEB"));
    }
};

QTEST_MAIN(TestApplicationsWindow)
#include "tst_applications_window.moc"
