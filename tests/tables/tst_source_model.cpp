#include "model/tables/source_model.h"
#include "model/tables/table_roles.h"
#include "tests/certificates/scripted_source.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using sealport::test::ScriptedSource;

class TestSourceModel : public QObject {
    Q_OBJECT
private:
    static QStringList texts(const QAbstractItemModel &model, const QModelIndex &parent = {})
    {
        QStringList shown;
        for (int row = 0; row < model.rowCount(parent); ++row)
            shown.append(model.index(row, 0, parent).data().toString());
        return shown;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_jobs = std::make_unique<JobRunner>();
        m_catalogue = std::make_unique<CertificateCatalogue>(*m_jobs, CertificateStore(m_folder->path()));
        m_model = std::make_unique<SourceModel>(*m_catalogue);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_jobs.reset();
        m_tester.reset();
        m_model.reset();
        m_catalogue.reset();
    }

    void everyKindHasItsRow()
    {
        QCOMPARE(texts(*m_model), (QStringList{QStringLiteral("My certificates"), QStringLiteral("System roots"),
                                               QStringLiteral("NSS databases"), QStringLiteral("Tokens (PKCS#11)"),
                                               QStringLiteral("Opened files")}));
        QCOMPARE(m_model->rowCount(m_model->openedGroup()), 0);
        QVERIFY(m_model->sourcesAt(m_model->openedGroup()).empty());
    }

    void aSourceSaysHowFarItsReadingIsAndWhatItHolds()
    {
        const auto source = std::make_shared<ScriptedSource>(QStringLiteral("/disk/folder"));
        const SourceId id = m_catalogue->open(source);
        QTRY_COMPARE(texts(*m_model, m_model->openedGroup()), QStringList{QStringLiteral("folder – 4 of 10 files")});
        const QModelIndex row = m_model->indexOf(id);
        QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QStringLiteral("/disk/folder")));
        source->release();
        QTRY_COMPARE(row.data().toString(), QStringLiteral("folder (0)")); // two files, neither could be read
        QCOMPARE(row.data(IconNameRole).toString(), QStringLiteral("warning"));
        QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QStringLiteral("2 file")));
    }

    void databasesAndTokensStandUnderTheirOwnKinds()
    {
        const SourceId token = m_catalogue->offer(tokenModule(QStringLiteral("/lib/card.so")));
        const SourceId database = m_catalogue->offer(nssDatabase(QStringLiteral("/data/me/.pki/nssdb")));
        const QModelIndex databases = m_model->index(2, 0);
        const QModelIndex tokens = m_model->index(3, 0);
        QCOMPARE(texts(*m_model, databases), QStringList{QStringLiteral("nssdb")});
        QCOMPARE(texts(*m_model, tokens), QStringList{QStringLiteral("card.so")});
        QCOMPARE(m_model->indexOf(token).parent(), tokens);
        QCOMPARE(m_model->sourcesAt(databases), std::vector{database});
        m_catalogue->close(token);
        QCOMPARE(m_model->rowCount(tokens), 0);
        QCOMPARE(m_model->rowCount(databases), 1);
    }

    void theGroupStandsForAllThatIsOpen()
    {
        const auto one = std::make_shared<ScriptedSource>(QStringLiteral("/one"));
        const auto two = std::make_shared<ScriptedSource>(QStringLiteral("/two"));
        one->release();
        two->release();
        const SourceId first = m_catalogue->open(one);
        const SourceId second = m_catalogue->open(two);
        QCOMPARE(m_model->sourcesAt(m_model->openedGroup()), (std::vector{first, second}));
        QVERIFY(!m_model->closableAt(m_model->openedGroup()));
        QVERIFY(!m_model->closableAt(m_model->indexOf(m_catalogue->myCertificates())));
        QCOMPARE(m_model->closableAt(m_model->indexOf(second)), std::optional(second));
        m_catalogue->close(first);
        QCOMPARE(m_model->rowCount(m_model->openedGroup()), 1);
        QCOMPARE(m_model->sourcesAt(m_model->index(0, 0, m_model->openedGroup())), std::vector{second});
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<CertificateCatalogue> m_catalogue;
    std::unique_ptr<SourceModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestSourceModel)
#include "tst_source_model.moc"
