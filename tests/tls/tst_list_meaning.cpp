#include "model/tls/available_algorithms.h"
#include "model/tls/list_meaning.h"

#include <QSet>
#include <QTest>

#include <openssl/err.h>

#include <array>

using namespace sealport;

Q_DECLARE_METATYPE(sealport::AlgorithmList)
Q_DECLARE_METATYPE(sealport::ProtocolSet)

namespace {

constexpr std::array allLists{AlgorithmList::Ciphers, AlgorithmList::CipherSuites, AlgorithmList::Groups,
                              AlgorithmList::SignatureAlgorithms};

AlgorithmChoice choiceOf(AlgorithmList list, const QString &text)
{
    AlgorithmChoice choice;
    setTextOf(list, choice, text);
    return choice;
}

} // namespace

/// The lists of a server are looked at together, and a picker begins with what they come to.
class TestListMeaning final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void everyListHasItsText()
    {
        AlgorithmChoice choice;
        for (const AlgorithmList list : allLists)
            setTextOf(list, choice, QString::number(static_cast<int>(list)));
        QCOMPARE(choice.ciphers, QStringLiteral("0"));
        QCOMPARE(choice.cipherSuites, QStringLiteral("1"));
        QCOMPARE(choice.groups, QStringLiteral("2"));
        QCOMPARE(choice.signatureAlgorithms, QStringLiteral("3"));
        for (const AlgorithmList list : allLists)
            QCOMPARE(textOf(list, choice), QString::number(static_cast<int>(list)));
    }

    void theLevelIsTheMostParticularOne()
    {
        AlgorithmChoice choice;
        QCOMPARE(securityLevelOf(socketCreeSslProtocols, choice), 0);
        QCOMPARE(securityLevelOf(modernProtocols, choice), 2);
        choice.securityLevel = 3;
        QCOMPARE(securityLevelOf(modernProtocols, choice), 3);
        choice.ciphers = QStringLiteral("DEFAULT:@SECLEVEL=1");
        QCOMPARE(securityLevelOf(modernProtocols, choice), 1);
    }

    void findingsFollowTheLevelOfTheCiphers()
    {
        AlgorithmChoice choice{.groups = QStringLiteral("X25519:secp192r1")};
        QVERIFY(findingsOf(AlgorithmList::Groups, socketCreeSslProtocols, choice).empty());
        const auto atTwo = findingsOf(AlgorithmList::Groups, modernProtocols, choice);
        QCOMPARE(atTwo.size(), std::size_t{1});
        QVERIFY(atTwo.front().kind == ListFinding::Kind::LevelForbids);
        QCOMPARE(atTwo.front().element, QStringLiteral("secp192r1"));
        choice.ciphers = QStringLiteral("DEFAULT:@SECLEVEL=0");
        QVERIFY(findingsOf(AlgorithmList::Groups, modernProtocols, choice).empty());
    }

    void everyListIsCheckedAsWhatItIs()
    {
        for (const AlgorithmList list : allLists) {
            QVERIFY(findingsOf(list, modernProtocols, {}).empty());
            const auto findings = findingsOf(list, modernProtocols, choiceOf(list, QStringLiteral("nonsense")));
            QVERIFY(hasError(findings));
            QVERIFY(findings.front().list == list);
        }
    }

    void suggestionsAreWritten_data()
    {
        QTest::addColumn<AlgorithmList>("list");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("better"); // empty: nothing is suggested
        using enum AlgorithmList;
        QTest::newRow("a slip") << Ciphers << "AES256-SHA:AES128-SAH:@STRENGTH" << "AES256-SHA:AES128-SHA:@STRENGTH";
        QTest::newRow("a slip in a rule") << Ciphers << "ALL:!eNULLs" << "ALL:!eNULL";
        QTest::newRow("commas") << Groups << "X25519, P-256" << "X25519:P-256";
        QTest::newRow("the list as a whole") << Ciphers << "!aNULL" << "DEFAULT:!aNULL";
        QTest::newRow("another list's suite") << CipherSuites << "AES128-SHA" << "";
        QTest::newRow("nothing near") << Groups << "nonsense" << "";
    }
    void suggestionsAreWritten()
    {
        QFETCH(const AlgorithmList, list);
        QFETCH(const QString, text);
        QFETCH(const QString, better);
        const auto findings = findingsOf(list, modernProtocols, choiceOf(list, text));
        QVERIFY(!findings.empty());
        const auto written = corrected(text, findings.front());
        QCOMPARE(written.has_value(), !better.isEmpty());
        QCOMPARE(written.value_or(QString()), better);
        QVERIFY(better.isEmpty() || findingsOf(list, modernProtocols, choiceOf(list, better)).empty());
        QVERIFY2(better.isEmpty() || !corrected(QString(), findings.front()), "the list is another by now");
    }

    void listsComeToNames_data()
    {
        QTest::addColumn<AlgorithmList>("list");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("names");
        using enum AlgorithmList;
        QTest::newRow("ciphers in their order") << Ciphers << "AES256-SHA:AES128-SHA" << "AES256-SHA:AES128-SHA";
        QTest::newRow("a rule") << Ciphers << "ECDHE+AESGCM:!ECDSA:@SECLEVEL=5"
                                << "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256";
        QTest::newRow("a shared secret that no server has") << Ciphers << "PSK-AES128-CBC-SHA:AES128-SHA"
                                                            << "AES128-SHA";
        QTest::newRow("refused ciphers") << Ciphers << "nonsense" << "";
        QTest::newRow("suites of TLS 1.3") << CipherSuites << "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384"
                                           << "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384";
        QTest::newRow("Sealport's own suites")
            << CipherSuites << "" << "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256";
        QTest::newRow("groups by any spelling") << Groups << "P-384:prime256v1:X25519"
                                                << "secp384r1:secp256r1:X25519";
        QTest::newRow("signatures by any spelling") << SignatureAlgorithms << "RSA+SHA512:ed25519"
                                                    << "rsa_pkcs1_sha512:ed25519";
        QTest::newRow("refused signatures") << SignatureAlgorithms << "RSA+SHA3" << "";
    }
    void listsComeToNames()
    {
        QFETCH(const AlgorithmList, list);
        QFETCH(const QString, text);
        QTEST(namesMeant(list, modernProtocols, choiceOf(list, text)).join(u':'), "names");
    }

    void whatAListComesToCanBeWrittenInItsPlace_data()
    {
        QTest::addColumn<AlgorithmList>("list");
        QTest::addColumn<ProtocolSet>("protocols");
        for (const AlgorithmList list : allLists) {
            const int number = static_cast<int>(list);
            QTest::addRow("list %d of SocketCréeSSL", number) << list << socketCreeSslProtocols;
            QTest::addRow("list %d of TLS 1.2 and 1.3", number) << list << modernProtocols;
        }
    }
    void whatAListComesToCanBeWrittenInItsPlace()
    {
        QFETCH(const AlgorithmList, list);
        QFETCH(const ProtocolSet, protocols);
        const QStringList names = namesMeant(list, protocols, {});
        QVERIFY(names.size() > 2);
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
        const AlgorithmChoice written = choiceOf(list, names.join(u':'));
        QVERIFY(!hasError(findingsOf(list, protocols, written)));
        QCOMPARE(namesMeant(list, protocols, written), names);
    }

    void aListThatIsTooLongComesToNothing()
    {
        const QString text = QStringLiteral("AES128-SHA:").repeated(longestAlgorithmList / 11 + 1);
        QVERIFY(namesMeant(AlgorithmList::Ciphers, modernProtocols, {.ciphers = text}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestListMeaning)
#include "tst_list_meaning.moc"
