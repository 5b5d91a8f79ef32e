#include "ui/handover_window.h"

#include "tests/gui/window_fixture.h"
#include "ui/message_bar.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QListWidget>
#include <QPlainTextEdit>

using namespace sealport;
using namespace sealport::test;

namespace {

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

ServerProfile profileFromFiles()
{
    ServerProfile profile;
    profile.name = q("shop");
    profile.protocols = modernProtocols;
    profile.certificate = {.by = IdentifyBy::Name,
                           .id = {},
                           .file = q(SEALPORT_CERTIFICATES "/leaf.pem"),
                           .keyFile = q(SEALPORT_CERTIFICATES "/leaf.key"),
                           .chainFile = q(SEALPORT_CERTIFICATES "/intermediate.pem")};
    return profile;
}

} // namespace

/// A server handed over to another program, in the window.
class TestHandoverWindow final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<HandoverWindow> m_window;

    template <class T>
    [[nodiscard]] T &part(const char *name) const
    {
        return *m_window->findChild<T *>(q(name));
    }
    [[nodiscard]] QString text() const { return part<QPlainTextEdit>("handoverText").toPlainText(); }
    [[nodiscard]] QString notes() const
    {
        const auto &list = part<QListWidget>("handoverNotes");
        QStringList all;
        for (int row = 0; row < list.count(); ++row)
            all.append(list.item(row)->text());
        return all.join(u'\n');
    }
    [[nodiscard]] QPushButton &copy() const { return part<QPushButton>("handoverCopy"); }
    [[nodiscard]] QString said() const { return m_window->findChild<MessageBar *>()->text(); }
    void open(const ServerProfile &profile)
    {
        m_window = std::make_unique<HandoverWindow>(*m_workspace, profile);
        m_window->setAttribute(Qt::WA_DeleteOnClose, false);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(realWarnings());
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = std::make_unique<Workspace>(m_folder->path());
    }
    void cleanup()
    {
        m_window.reset();
        m_workspace.reset();
    }

    void showsTheConfigurationOfEachProgram()
    {
        open(profileFromFiles());
        auto &target = part<QComboBox>("handoverTarget");
        QCOMPARE(target.count(), int(std::size(allExportTargets)));
        const QStringList signs{q("ssl_protocols"), q("SSLProtocol"), q("ssl-min-ver"),     q("protocols tls1.2"),
                                q("sslVersionMin"), q("s_server"),    q("exec gnutls-serv")};
        for (int i = 0; i < target.count(); ++i) {
            target.setCurrentIndex(i);
            QTRY_VERIFY2(text().contains(signs.at(i)), qPrintable(text()));
            QVERIFY(text().contains(q("shop")));
            QVERIFY2(notes().contains(q("The key stays where it is")), qPrintable(notes()));
        }
        QVERIFY(part<QPlainTextEdit>("handoverText").isReadOnly());
        QVERIFY(QFontInfo(part<QPlainTextEdit>("handoverText").font()).fixedPitch());
    }

    void copiesAllOfIt()
    {
        open(profileFromFiles());
        QTRY_VERIFY(copy().isEnabled() && !text().isEmpty());
        copy().click();
        QCOMPARE(QGuiApplication::clipboard()->text(), text());
    }

    void savesItWithTheFilesBesideIt()
    {
        open(profileFromFiles());
        QTRY_VERIFY(!text().isEmpty());
        const QString file = m_folder->filePath(q("shop.conf"));
        m_window->saveTo(file);
        QTRY_VERIFY2(said().contains(file), qPrintable(said()));
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(saved.readAll()), text());
        QVERIFY2(text().contains(m_folder->filePath(q("shop-fullchain-1.pem"))), qPrintable(text()));
    }

    void saysWhyNothingCanBeSaved()
    {
        open(profileFromFiles());
        QTRY_VERIFY(!text().isEmpty());
        m_window->saveTo(q("/nowhere/shop.conf"));
        QTRY_VERIFY2(said().contains(q("/nowhere/shop.conf")), qPrintable(said()));
    }

    void saysWhatIsMissing()
    {
        ServerProfile profile = profileFromFiles();
        profile.certificate = {.by = IdentifyBy::Name, .id = q("nobody")};
        open(profile);
        QTRY_VERIFY2(said().contains(q("nobody")), qPrintable(said()));
        QVERIFY(!copy().isEnabled());
        QVERIFY(!part<QPushButton>("handoverSave").isEnabled());
    }

    void saysWhyThereIsNothing()
    {
        ServerProfile profile = profileFromFiles();
        profile.opening = Opening::plain();
        open(profile);
        QTRY_VERIFY2(notes().contains(q("without TLS")), qPrintable(notes()));
        QVERIFY(text().isEmpty());
        QVERIFY(!copy().isEnabled());
    }

    void escapeClosesIt()
    {
        open(profileFromFiles());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
    }
};

QTEST_MAIN(TestHandoverWindow)
#include "tst_handover_window.moc"
