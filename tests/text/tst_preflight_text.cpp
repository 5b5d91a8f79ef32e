#include "model/text/preflight_text.h"

#include <QTest>

using namespace sealport;

/// Every check and every button has words of its own, and no place in them stays empty.
class TestPreflightText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCheckHasASentence()
    {
        QStringList sentences;
        for (int code = 0; code <= static_cast<int>(CheckCode::Port); ++code) {
            const Check check{.code = static_cast<CheckCode>(code),
                              .values = {QStringLiteral("2"), QStringLiteral("3")}};
            const QString sentence = describe(check);
            QVERIFY2(!sentence.isEmpty() && !sentence.contains(u'%'), qPrintable(sentence));
            sentences.append(sentence);
        }
        QCOMPARE(sentences.removeDuplicates(), 0);
    }

    void whatHasNoValuesIsSaidInOtherWords()
    {
        const auto of = [](CheckCode code, const QStringList &values) {
            return describe(Check{.code = code, .values = values});
        };
        QVERIFY(of(CheckCode::Chain, {}).contains(QStringLiteral("self-signed")));
        QVERIFY(of(CheckCode::Chain, {QStringLiteral("0")}).contains(QStringLiteral("root")));
        QVERIFY(of(CheckCode::Port, {QStringLiteral("0")}).contains(QStringLiteral("chooses")));
        QCOMPARE(of(CheckCode::Port, {QStringLiteral("5043")}), QStringLiteral("Port 5043 is free."));
        QVERIFY(!of(CheckCode::HostNames, {}).contains(u'%'));
        QVERIFY(of(CheckCode::Suites,
                   {QStringLiteral("TLS 1.2"), QStringLiteral("15"), QStringLiteral("TLS 1.3"), QStringLiteral("3")})
                    .contains(QStringLiteral("TLS 1.2: 15, TLS 1.3: 3")));
    }

    void errorsHaveTheirGskCode()
    {
        const Error error{.code = ErrorCode::NoPrivateKey, .subject = QStringLiteral("a"), .values = {}, .causes = {}};
        QVERIFY(describe(Check{.code = CheckCode::Key, .outcome = CheckOutcome::Error, .fault = error})
                    .contains(QStringLiteral("GSK_ERROR_NO_PRIVATE_KEY, 428")));
        ListFinding finding{.list = AlgorithmList::Groups,
                            .kind = ListFinding::Kind::UnknownName,
                            .isError = true,
                            .element = QStringLiteral("nonsense")};
        const auto sentence = [&finding] {
            return describe(Check{.code = CheckCode::Algorithms, .outcome = CheckOutcome::Error, .fault = finding});
        };
        QVERIFY2(sentence().contains(QStringLiteral("GSK_ERROR_NO_CIPHERS, 402")), qPrintable(sentence()));
        finding.isError = false;
        QVERIFY(!sentence().contains(QStringLiteral("GSK")));
    }

    void everyButtonHasAName()
    {
        QStringList names;
        for (int kind = 0; kind <= static_cast<int>(Mend::Kind::ForgetFile); ++kind) {
            const Mend mend{.kind = static_cast<Mend::Kind>(kind),
                            .value = QStringLiteral("tls1.2"),
                            .shown = QStringLiteral("shop & co")};
            const QString name = mendText(mend);
            QVERIFY2(!name.isEmpty() && !name.contains(u'%'), qPrintable(name));
            names.append(name);
        }
        QCOMPARE(names.removeDuplicates(), 0);
        QCOMPARE(mendText({.kind = Mend::Kind::UseProtocols, .value = QStringLiteral("tls1.2,tls1.3")}),
                 QStringLiteral("Use TLS 1.2 and TLS 1.3"));
        QVERIFY(mendText({.kind = Mend::Kind::UseList}) != mendText({.kind = Mend::Kind::UseList, .value = names[0]}));
    }

    void summaryCountsErrorsOrSaysThatItIsReady()
    {
        Preflight found{.checks = {{.code = CheckCode::Key}},
                        .isPlain = false,
                        .protocols = modernProtocols,
                        .certificate = QStringLiteral("localhost")};
        QCOMPARE(summary(found), QStringLiteral("Ready: TLS 1.2 and TLS 1.3 with localhost."));
        found.isPlain = true;
        QCOMPARE(summary(found), QStringLiteral("Ready: plain TCP, without TLS."));
        const Error locked{
            .code = ErrorCode::PassphraseNeeded, .subject = QStringLiteral("a.key"), .values = {}, .causes = {}};
        found.isPlain = false;
        found.certificate.clear(); // as it is while the key cannot be read
        found.checks.push_back({.code = CheckCode::Key, .outcome = CheckOutcome::Warning, .fault = locked});
        QCOMPARE(summary(found), QStringLiteral("Ready, but for the pass phrase of the key: TLS 1.2 and TLS 1.3."));
        const Error taken{.code = ErrorCode::InvalidPort,
                          .subject = QStringLiteral("443"),
                          .values = {QStringLiteral("5000"), QStringLiteral("65000")},
                          .causes = {}};
        found.checks.push_back({.code = CheckCode::Port, .outcome = CheckOutcome::Error, .fault = taken});
        QCOMPARE(summary(found), QStringLiteral("1 errors keep the server from starting."));
    }
};

QTEST_GUILESS_MAIN(TestPreflightText)
#include "tst_preflight_text.moc"
