#include "model/text/lint_text.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sealport;

Q_DECLARE_METATYPE(sealport::LintRule)

class TestLintText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRuleHasItsSentenceReasonSourceAndName()
    {
        static const QRegularExpression placeholder(QStringLiteral("%\\d"));
        QSet<QString> sentences;
        QSet<QString> names;
        constexpr int count = static_cast<int>(LintRule::MustStaple) + 1;
        for (int i = 0; i < count; ++i) {
            const auto rule = static_cast<LintRule>(i);
            const QString sentence = describe(LintFinding{
                .rule = rule, .values = {QStringLiteral("V1"), QStringLiteral("V2"), QStringLiteral("V3")}});
            QVERIFY2(!sentence.contains(placeholder), qPrintable(sentence));
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
            for (const LintSeverity severity : {LintSeverity::Error, LintSeverity::Warning, LintSeverity::Notice}) {
                const LintReason reason = reasonFor({.rule = rule, .severity = severity});
                QVERIFY(reason.reason.endsWith(u'.'));
                QVERIFY(!reason.source.isEmpty());
                QVERIFY(reason.clients.endsWith(u'.'));
            }
            sentences.insert(sentence);
            names.insert(lintRuleName(rule));
        }
        QCOMPARE(sentences.size(), count);
        QCOMPARE(names.size(), count);
    }

    void namesOnlyClientsThatWereAsked_data()
    {
        QTest::addColumn<LintRule>("rule");
        // OpenSSL, GnuTLS and Java take them all, and so does NSS.
        QTest::newRow("name constraints on a leaf") << LintRule::NameConstraintsWithoutAuthority;
        QTest::newRow("a time before 2050 that is a GeneralizedTime") << LintRule::GeneralizedTimeBefore2050;
        QTest::newRow("a common name that is too long") << LintRule::CommonNameTooLong;
        QTest::newRow("keyCertSign without authority") << LintRule::KeyCertSignWithoutAuthority;
    }
    void namesOnlyClientsThatWereAsked()
    {
        QFETCH(LintRule, rule);
        const QString clients = reasonFor({.rule = rule, .severity = LintSeverity::Error}).clients;
        for (const char *accepting : {"OpenSSL", "GnuTLS", "Java", "Firefox"})
            QVERIFY2(!clients.contains(QLatin1String(accepting)), qPrintable(clients));
    }

    void theAnswerAboutServersIsOneLine()
    {
        QCOMPARE(describe(ServerUse{}), QStringLiteral("Used as a server certificate: yes."));
        const LintFinding reason{.rule = LintRule::ClientAuthOnly};
        const QString no = describe(ServerUse{.answer = ServerUse::Answer::No, .reason = reason});
        QVERIFY(no.startsWith(QStringLiteral("Used as a server certificate: no. It is made for clients")));
    }
};

QTEST_GUILESS_MAIN(TestLintText)
#include "tst_lint_text.moc"
