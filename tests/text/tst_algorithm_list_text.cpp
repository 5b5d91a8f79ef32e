#include "model/text/algorithm_list_text.h"
#include "model/text/tls_preset_text.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sealport;

namespace {

constexpr AlgorithmList everyList[] = {AlgorithmList::Ciphers, AlgorithmList::CipherSuites, AlgorithmList::Groups,
                                       AlgorithmList::SignatureAlgorithms};
constexpr int kinds = static_cast<int>(ListFinding::Kind::RefusedByOpenSsl) + 1;

QString joined(const std::vector<ListFinding> &findings)
{
    QStringList sentences;
    for (const ListFinding &finding : findings)
        sentences.append(describe(finding));
    return sentences.join(u'\n');
}

} // namespace

class TestAlgorithmListText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFindingHasItsSentence()
    {
        static const QRegularExpression placeholder(QStringLiteral("%\\d"));
        QSet<QString> sentences;
        for (int kind = 0; kind < kinds; ++kind) {
            for (const AlgorithmList list : everyList) {
                for (const bool isError : {false, true}) {
                    const ListFinding finding{.list = list,
                                              .kind = static_cast<ListFinding::Kind>(kind),
                                              .isError = isError,
                                              .element = QStringLiteral("TYPED"),
                                              .suggestion = QStringLiteral("MEANT"),
                                              .level = 4,
                                              .protocols = {Protocol::Tls1_1}};
                    const QString sentence = describe(finding);
                    QVERIFY2(!sentence.contains(placeholder), qPrintable(sentence));
                    QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u"MEANT"), qPrintable(sentence));
                    const bool isOfElement = finding.kind < ListFinding::Kind::NothingLeft
                                             && finding.kind != ListFinding::Kind::TooLong
                                             && finding.kind != ListFinding::Kind::WrongSeparator;
                    QCOMPARE(sentence.contains(u"TYPED"), isOfElement);
                    sentences.insert(sentence);
                }
            }
        }
        QVERIFY(sentences.size() >= kinds);
    }

    void saysWhatHappensAndWhatToDo_data()
    {
        QTest::addColumn<QString>("sentences");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const std::vector<ListFinding> &findings, const char *expected) {
            QTest::newRow(name) << joined(findings) << QString::fromUtf8(expected);
        };
        row("a slip in a cipher list", checkCiphers(u"AES128-SAH:AES256-SHA"),
            "“AES128-SAH” is unknown here. OpenSSL passes over it. Perhaps AES128-SHA is meant.");
        row("a slip in a list of groups", checkGroups(u"X25518"),
            "“X25518” is unknown here. OpenSSL refuses the whole list because of it. Perhaps X25519 is meant.");
        row("IANA's name", checkCiphers(u"AES128-SHA:TLS_RSA_WITH_AES_256_CBC_SHA"),
            "OpenSSL knows “TLS_RSA_WITH_AES_256_CBC_SHA” only as AES256-SHA. OpenSSL passes over it.");
        row("nothing between colons", checkGroups(u"X25519::P-256"),
            "A colon has no name before or after it, and OpenSSL refuses such a list. Take the colon out.");
        row("a list that only excludes", checkCiphers(u"!MD5"),
            "The list selects no cipher suite: it only takes away or commands. Begin it with what it shall take away "
            "from: DEFAULT:!MD5");
        row("no group for TLS 1.3", checkGroups(u"secp256k1"),
            "The list has no group of TLS 1.3: the server would refuse all clients that offer TLS 1.3. Add one "
            "(X25519, "
            "P-256), or leave TLS 1.3 out.");
        row("nothing for old versions", checkCiphers(u"AES128-GCM-SHA256"),
            "The list has no cipher suite for TLS 1.0 and TLS 1.1: nobody can connect with it. Add one, or leave TLS "
            "1.0 and TLS 1.1 out.");
        row("a long list", checkCiphers(QString(5000, u'A')), "The list has more than 4,096 characters. Shorten it.");
        row("text that runs backwards", checkCiphers(u"ALL:\u202e"),
            "“\\E2\\80\\AE” has no place in this list. Take it out.");
    }
    void saysWhatHappensAndWhatToDo()
    {
        QFETCH(const QString, sentences);
        QTEST(sentences, "expected");
    }

    void aLongSuggestionDoesNotFillTheWindow()
    {
        const auto findings = checkCipherSuites(QStringLiteral("TLS_AES_128_GCM_SHA256,").repeated(50));
        QCOMPARE(findings.size(), std::size_t{1});
        QVERIFY(findings.front().suggestion.size() > 1000);
        QVERIFY(describe(findings.front()).size() < 250);
    }

    void whateverIsWeakSaysWhy()
    {
        QSet<QString> reasons;
        constexpr int weaknesses = static_cast<int>(SuiteWeakness::Md5) + 1;
        for (int weakness = 0; weakness < weaknesses; ++weakness)
            reasons.insert(describe(static_cast<SuiteWeakness>(weakness)));
        QCOMPARE(reasons.size(), weaknesses);
        QVERIFY(describe(SuiteWeakness::None).isEmpty());
    }

    void everyPresetHasALabelAndSaysWhomItIsFor()
    {
        QSet<QString> texts;
        for (const TlsPreset preset : allTlsPresets) {
            texts.insert(tlsPresetLabel(preset));
            texts.insert(tlsPresetHint(preset));
            QVERIFY(tlsPresetHint(preset).endsWith(u'.'));
        }
        QCOMPARE(texts.size(), 2 * qsizetype(std::size(allTlsPresets)));
        QCOMPARE(tlsPresetLabel(TlsPreset::SocketCreeSsl), QStringLiteral("SocketCréeSSL default"));
    }
};

QTEST_GUILESS_MAIN(TestAlgorithmListText)
#include "tst_algorithm_list_text.moc"
