#include "model/tls/protocol.h"

#include <openssl/err.h>

#include <QTest>

using namespace sealport;

/// The boxes, their names, and what the running OpenSSL can really do with them.
class TestProtocol final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void everyBoxHasItsNames_data()
    {
        QTest::addColumn<Protocol>("protocol");
        QTest::addColumn<int>("wire");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("option");
        const auto row = [](Protocol protocol, int wire, const char *label, const char *name, const char *option) {
            QTest::newRow(label) << protocol << wire << QString::fromLatin1(label) << QString::fromLatin1(name)
                                 << QString::fromLatin1(option);
        };
        row(Protocol::Ssl2, 0x0002, "SSL 2.0", "SSLv2", "ssl2");
        row(Protocol::Ssl3, 0x0300, "SSL 3.0", "SSLv3", "ssl3");
        row(Protocol::Tls1_0, 0x0301, "TLS 1.0", "TLSv1.0", "tls1");
        row(Protocol::Tls1_1, 0x0302, "TLS 1.1", "TLSv1.1", "tls1.1");
        row(Protocol::Tls1_2, 0x0303, "TLS 1.2", "TLSv1.2", "tls1.2");
        row(Protocol::Tls1_3, 0x0304, "TLS 1.3", "TLSv1.3", "tls1.3");
    }
    void everyBoxHasItsNames()
    {
        QFETCH(const Protocol, protocol);
        QTEST(int(wireVersion(protocol)), "wire");
        QTEST(protocolLabel(protocol), "label");
        QTEST(protocolName(protocol), "name");
        QTEST(protocolOption(protocol), "option");
    }

    void aSetHoldsExactlyWhatWasPutIn()
    {
        for (unsigned bits = 0; bits < 64; ++bits) {
            ProtocolSet set;
            std::vector<Protocol> wanted;
            for (const Protocol protocol : allProtocols) {
                if ((bits >> static_cast<unsigned>(protocol) & 1U) != 0) {
                    set.insert(protocol);
                    wanted.push_back(protocol);
                }
            }
            QCOMPARE(set.toVector(), wanted);
            QCOMPARE(set.isEmpty(), wanted.empty());
            if (!wanted.empty()) {
                const Result<ProtocolSet> read = parseProtocols(protocolOptions(set));
                QVERIFY(read.has_value());
                QVERIFY(*read == set);
            }
            for (const Protocol protocol : wanted)
                set.remove(protocol);
            QVERIFY(set.isEmpty());
        }
    }

    void namesComeOldestFirstHoweverTheyWerePutIn()
    {
        const ProtocolSet set{Protocol::Tls1_3, Protocol::Tls1_0};
        QCOMPARE(protocolNames(set), QStringList({QStringLiteral("TLSv1.0"), QStringLiteral("TLSv1.3")}));
        QCOMPARE(protocolOptions(set), QStringLiteral("tls1,tls1.3"));
    }

    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("options");
        const auto row = [](const char *name, const char *text, const char *options) {
            QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(options);
        };
        row("one", "tls1.2", "tls1.2");
        row("several in any order", "tls1.3,tls1", "tls1,tls1.3");
        row("capitals and spaces", " TLS1.2 , Tls1.3 ", "tls1.2,tls1.3");
        row("tls1.0 is tls1", "tls1.0", "tls1");
        row("modern", "modern", "tls1.2,tls1.3");
        row("modern and more", "modern,tls1", "tls1,tls1.2,tls1.3");
        row("twice the same", "tls1.2,tls1.2", "tls1.2");
        row("a comma too many", "tls1.2,", "tls1.2");
        row("what this OpenSSL cannot do is read all the same", "ssl2,ssl3", "ssl2,ssl3");
    }
    void readsWhatPeopleType()
    {
        QFETCH(const QString, text);
        const Result<ProtocolSet> read = parseProtocols(text);
        QVERIFY(read.has_value());
        QTEST(protocolOptions(*read), "options");
    }

    void refusesWhatIsNoList_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, const char *text, ErrorCode code, const char *value) {
            QTest::newRow(name) << QString::fromLatin1(text) << code << QString::fromLatin1(value);
        };
        row("nothing", "", ErrorCode::NoProtocol, "");
        row("commas only", ",,", ErrorCode::NoProtocol, "");
        row("a word that is none is named", "tls1.2,tls9", ErrorCode::InvalidOption, "tls9");
        row("OpenSSL's own spelling is not ours", "TLSv1.2", ErrorCode::InvalidOption, "TLSv1.2");
        row("only a space between commas", "tls1.2, ,tls1.3", ErrorCode::InvalidOption, "");
        row("wrong separator", "tls1.2;tls1.3", ErrorCode::InvalidOption, "tls1.2;tls1.3");
    }
    void refusesWhatIsNoList()
    {
        QFETCH(const QString, text);
        const Result<ProtocolSet> read = parseProtocols(text);
        QVERIFY(!read.has_value());
        QTEST(read.error().code, "code");
        QTEST(read.error().values.value(0), "value");
    }

    void defaultsAreThoseOfSocketCreeSsl()
    {
        QCOMPARE(protocolOptions(socketCreeSslProtocols), QStringLiteral("tls1,tls1.1,tls1.2"));
        QCOMPARE(protocolOptions(modernProtocols), QStringLiteral("tls1.2,tls1.3"));
    }

    // OpenSSL's version setters accept SSL 3.0 in silence where it was compiled out; the probe must not believe them.
    void onlyWhatCanBeNegotiatedIsAvailable()
    {
        const ProtocolSet found = availableProtocols();
        QCOMPARE(protocolNames(found).join(u' '), QStringLiteral("TLSv1.0 TLSv1.1 TLSv1.2 TLSv1.3"));
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    void openSslVersionSaysWhichLibraryRuns() { QVERIFY(openSslVersion().startsWith(u"OpenSSL 3.")); }
};

QTEST_GUILESS_MAIN(TestProtocol)
#include "tst_protocol.moc"
