#include "model/tables/server_model.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSortFilterProxyModel>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace sealport;

class ServerModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void followsTheWorkspace()
    {
        const QTemporaryDir folder;
        Workspace workspace(folder.path());
        ServerModel model(workspace);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

        ServerProfile profile;
        profile.name = QStringLiteral("first");
        profile.port = 5043;
        const ServerId first = workspace.addTemporaryServer(profile);
        profile.name = QStringLiteral("second");
        profile.port = 0;
        profile.address = QStringLiteral("::1");
        const ServerId second = workspace.addTemporaryServer(profile);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf(second), 1);
        QCOMPARE(model.idAt(0), first);
        QCOMPARE(model.index(0, ServerModel::EndpointColumn).data().toString(), QStringLiteral("127.0.0.1:5043"));
        QCOMPARE(model.index(1, ServerModel::EndpointColumn).data().toString(), QStringLiteral("[::1]:any port"));
        QCOMPARE(model.index(0, ServerModel::StateColumn).data().toString(), QStringLiteral("stopped"));

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        profile.name = QStringLiteral("renamed");
        QVERIFY(workspace.updateServer(second, profile));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(1, ServerModel::NameColumn).data().toString(), QStringLiteral("renamed"));

        workspace.removeServer(first);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowOf(first), -1);
        QCOMPARE(model.rowOf(second), 0);
        QCOMPARE(reset.size(), 0);
    }

    void rowsAreDraggedBetweenOthers()
    {
        const QTemporaryDir folder;
        Workspace workspace(folder.path());
        ServerModel model(workspace);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSortFilterProxyModel shown; // as in the window
        shown.setSourceModel(&model);
        connect(&model, &ServerModel::moveRequested, &workspace,
                [&workspace](ServerId id, int before) { workspace.moveServer(id, std::size_t(before)); });
        for (const char *name : {"a", "b", "c"}) {
            ServerProfile profile;
            profile.name = QString::fromLatin1(name);
            workspace.addTemporaryServer(profile);
        }
        const auto names = [&shown] {
            QString all;
            for (int row = 0; row < shown.rowCount(); ++row)
                all += shown.index(row, ServerModel::NameColumn).data().toString();
            return all;
        };
        const auto drop = [&shown](int from, int before) {
            const std::unique_ptr<QMimeData> data(shown.mimeData({shown.index(from, ServerModel::StateColumn)}));
            return shown.dropMimeData(data.get(), Qt::MoveAction, before, 0, {});
        };
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex followed = shown.index(2, 0);
        QVERIFY(drop(2, 0));
        QCOMPARE(names(), QStringLiteral("cab"));
        QCOMPARE(followed.row(), 0);
        QVERIFY(drop(0, 2));
        QCOMPARE(names(), QStringLiteral("acb"));
        QVERIFY2(drop(0, -1), "below the last row");
        QCOMPARE(names(), QStringLiteral("cba"));
        QCOMPARE(followed.data().toString(), QStringLiteral("c"));
        QCOMPARE(reset.size(), 0);

        QVERIFY2(!shown.flags(shown.index(0, 0)).testFlag(Qt::ItemIsDropEnabled), "not onto another server");
        QMimeData strange;
        strange.setText(QStringLiteral("1"));
        QVERIFY(!shown.dropMimeData(&strange, Qt::MoveAction, 0, 0, {}));
        strange.setData(model.mimeTypes().constFirst(), "99");
        QVERIFY2(!shown.dropMimeData(&strange, Qt::MoveAction, 0, 0, {}), "of another program's window");
        QCOMPARE(names(), QStringLiteral("cba"));
    }

    void aServerThatStartsByItselfSaysSo()
    {
        const QTemporaryDir folder;
        Workspace workspace(folder.path());
        ServerModel model(workspace);
        ServerProfile profile;
        profile.name = QStringLiteral("a");
        const ServerId id = workspace.addTemporaryServer(profile);
        const auto toolTip = [&model] {
            return model.index(0, ServerModel::NameColumn).data(Qt::ToolTipRole).toString();
        };
        QVERIFY(toolTip().isEmpty());
        profile.autoStart = true;
        QVERIFY(workspace.updateServer(id, profile));
        QVERIFY(toolTip().contains(QStringLiteral("starts with Sealport")));
    }

    void sortsByTrueValue()
    {
        const QTemporaryDir folder;
        Workspace workspace(folder.path());
        ServerModel model(workspace);
        const auto add = [&workspace](const char *name, const char *address, quint16 port) {
            ServerProfile profile;
            profile.name = QString::fromLatin1(name);
            profile.address = QString::fromLatin1(address);
            profile.port = port;
            workspace.addTemporaryServer(profile);
        };
        add("d", "localhost", 1);
        add("c", "127.0.0.1", 50'000);
        add("a", "10.0.0.9", 6'000);
        add("b", "127.0.0.1", 5'043);
        add("e", "::1", 5'043);
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&model);
        sorted.setSortRole(SortRole);
        sorted.sort(ServerModel::EndpointColumn);
        QString names;
        for (int row = 0; row < sorted.rowCount(); ++row)
            names += sorted.index(row, ServerModel::NameColumn).data().toString();
        QCOMPARE(names, QStringLiteral("eabcd")); // ::1 is smaller than any mapped IPv4 address; names come last
    }

    void aServerThatCouldNotStartSaysSo()
    {
        const QTemporaryDir folder;
        Workspace workspace(folder.path());
        ServerModel model(workspace);
        ServerProfile profile;
        profile.name = QStringLiteral("no certificate");
        profile.port = 0;
        profile.certificate.id = QStringLiteral("nobody");
        const ServerId id = workspace.addTemporaryServer(profile);
        workspace.start(id);
        QCOMPARE(model.index(0, ServerModel::StateColumn).data().toString(), QStringLiteral("starting"));
        QTRY_COMPARE(model.index(0, ServerModel::StateColumn).data().toString(), QStringLiteral("could not start"));
        QCOMPARE(model.index(0, ServerModel::StateColumn).data(IconNameRole).toString(), QStringLiteral("error"));
        QVERIFY(model.index(0, ServerModel::StateColumn)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QLatin1String("nobody")));
    }
};

QTEST_GUILESS_MAIN(ServerModelTest)
#include "tst_server_model.moc"
