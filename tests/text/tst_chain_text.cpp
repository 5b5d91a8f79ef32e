#include "model/text/chain_text.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sealport;

class TestChainText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFaultHasASentenceANameAndAdvice()
    {
        static const QRegularExpression placeholder(QStringLiteral("%\\d"));
        QSet<QString> sentences;
        QSet<QString> names;
        constexpr int count = static_cast<int>(ChainFault::Other) + 1;
        for (int i = 0; i < count; ++i) {
            const ChainFinding finding{.fault = static_cast<ChainFault>(i),
                                       .values = {QStringLiteral("VALUE1"), QStringLiteral("VALUE2")}};
            const QString sentence = describe(finding, QStringLiteral("NAME"));
            QVERIFY2(sentence.contains(QStringLiteral("“NAME”")), qPrintable(sentence));
            QVERIFY2(!sentence.contains(placeholder), qPrintable(sentence));
            QVERIFY(!advice(finding).isEmpty());
            sentences.insert(sentence);
            names.insert(chainFaultName(finding.fault));
        }
        QCOMPARE(sentences.size(), count);
        QCOMPARE(names.size(), count);
    }

    void aCertificateWithoutNamesSaysSo()
    {
        const ChainFinding finding{.fault = ChainFault::HostMismatch, .values = {QStringLiteral("a.test")}};
        QVERIFY(describe(finding, QStringLiteral("x")).contains(QStringLiteral("no name at all")));
    }
};

QTEST_GUILESS_MAIN(TestChainText)
#include "tst_chain_text.moc"
