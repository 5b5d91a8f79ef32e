#include "model/tables/server_model.h"

#include <QAbstractItemModelTester>
#include <QSortFilterProxyModel>
#include <QTemporaryDir>
#include <QtTest>

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
