#include "model/text/wlanguage_text.h"

#include <QRegularExpression>
#include <QTest>

using namespace sealport;
using Code = WLanguageNote::Code;

namespace {

constexpr WLanguageParameter allParameters[] = {WLanguageParameter::Name,        WLanguageParameter::Port,
                                                WLanguageParameter::Certificate, WLanguageParameter::Options,
                                                WLanguageParameter::Address,     WLanguageParameter::Store};

} // namespace

class TestWLanguageText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyNoteHasItsSentence_data()
    {
        QTest::addColumn<int>("code");
        for (int code = 0; code <= static_cast<int>(Code::SocketOptionUnknown); ++code)
            QTest::addRow("code %d", code) << code;
    }
    void everyNoteHasItsSentence()
    {
        QFETCH(const int, code);
        static const QRegularExpression placeholder(QStringLiteral("%\\d"));
        for (const WLanguageParameter parameter : allParameters) {
            for (const QStringList &values : {QStringList(), QStringList{QStringLiteral("VALUE")}}) {
                const QString sentence =
                    describe({.code = static_cast<Code>(code), .line = 3, .parameter = parameter, .values = values});
                QVERIFY2(sentence.size() > 20, qPrintable(sentence));
                QVERIFY2(sentence.endsWith(u'.') || sentence.contains(QStringLiteral("VALUE")), qPrintable(sentence));
                QVERIFY2(!placeholder.match(sentence).hasMatch(), qPrintable(sentence));
            }
        }
    }

    void saysWhatAReaderMisses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *text, const char *said) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(said);
        };
        row("the thumbprint of WinDev's English page",
            "SocketCreateSSL(\"s\", 5043, \"9d a4 84 fc f6 62 92 90 9a 62 d4 ca 65 fb 08 7e 06 45 of 24\", "
            "CertificateHash)",
            "Did you mean 'de'?");
        row("a thumbprint with invisible characters",
            "SocketCreateSSL(\"s\", 5043, \"\u200e9da484fcf66292909a62d4ca65fb087e0645de24\", CertificateHash)",
            "1 invisible character");
        row("a thumbprint of another length", "SocketCreateSSL(\"s\", 5043, \"9da484\", CertificateHash)", "40");
        row("a variable without a value", "SocketCreateSSL(\"s\", nPort, \"a\")",
            "For the port, the text gives no value to nPort.");
        row("several of them", "SocketCreateSSL(\"s\", 5043, sOne + sTwo + \"x\")", "no value to sOne and sTwo.");
        row("a constant that does not exist", "SocketCreateSSL(\"s\", 5043, \"a\", ProtocolTLS2)", "“ProtocolTLS2”");
        row("code that is not understood", "SocketCreateSSL(\"s\", 5043 - 1, \"a\")", "“5043 - 1”");
        row("a port of its own", "SocketCreateSSL(\"s\", 443, \"a\")", "may use port 443 nevertheless");
        row("no address", "SocketCreateSSL(\"s\", 5043, \"a\")", "at 127.0.0.1 alone");
    }
    void saysWhatAReaderMisses()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, said);
        const QString all = noteTexts(readWLanguageCall(text).notes).join(u'\n');
        QVERIFY2(all.contains(said), qPrintable(all));
        QVERIFY2(!all.contains(QStringLiteral("Line 1:")), "there is only one");
    }

    void namesTheLineWhereThereAreSeveral()
    {
        const QString call = QStringLiteral("SocketCreateSSL(\"s\", 5043, \"a\")\n");
        const QStringList texts = noteTexts(readWLanguageCall(call.repeated(2)).notes);
        QCOMPARE(texts.size(), 2);
        QVERIFY2(texts.at(0).startsWith(QStringLiteral("Line 1: ")), qPrintable(texts.at(0)));
        QVERIFY2(texts.at(1).startsWith(QStringLiteral("Line 2: ")), qPrintable(texts.at(1)));
    }

    void showsNothingInvisible()
    {
        const QString text =
            describe({.code = Code::UnknownConstant, .line = 0, .parameter = {}, .values = {QString(QChar(0x202E))}});
        QVERIFY2(!text.contains(QChar(0x202E)), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestWLanguageText)
#include "tst_wlanguage_text.moc"
