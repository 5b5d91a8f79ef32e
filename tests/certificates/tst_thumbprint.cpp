#include "model/certificates/thumbprint.h"

#include "tests/certificates/fixture_files.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sealport;

Q_DECLARE_METATYPE(sealport::ThumbprintAlgorithm)

namespace {

const QByteArray sha1 = QByteArray::fromHex("9da484fcf66292909a62d4ca65fb087e0645de24");

} // namespace

class TestThumbprint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QVERIFY(test::isErrorQueueEmpty()); }

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("removed");
        const QString plain = QString::fromLatin1(sha1.toHex());
        const QString spaced = QString::fromLatin1(sha1.toHex(' '));
        QTest::newRow("as certmgr.msc shows it") << spaced << 0;
        QTest::newRow("with the U+200E that certmgr.msc copies in front") << (QChar(0x200E) + spaced) << 1;
        QTest::newRow("with U+200E on both ends and a byte order mark")
            << (QChar(0xFEFF) + (QChar(0x200E) + spaced) + QChar(0x200E)) << 3;
        QTest::newRow("as .NET shows it") << plain.toUpper() << 0;
        QTest::newRow("in mixed case") << (plain.left(10).toUpper() + plain.mid(10)) << 0;
        QTest::newRow("with colons") << QString::fromLatin1(sha1.toHex(':')) << 0;
        QTest::newRow("with hyphens") << QString::fromLatin1(sha1.toHex('-')) << 0;
        QTest::newRow("with dots, commas and semicolons")
            << QString::fromLatin1(sha1.toHex('.')).replace(2, 1, u',').replace(5, 1, u';') << 0;
        QTest::newRow("as openssl 3 prints it")
            << (QStringLiteral("sha1 Fingerprint=") + QString::fromLatin1(sha1.toHex(':').toUpper())) << 0;
        QTest::newRow("as openssl 1 prints it")
            << (QStringLiteral("SHA1 Fingerprint=") + QString::fromLatin1(sha1.toHex(':').toUpper())) << 0;
        QTest::newRow("with sha1: in front") << (QStringLiteral("sha1:") + plain) << 0;
        QTest::newRow("with SHA-1: in front") << (QStringLiteral("SHA-1: ") + plain) << 0;
        QTest::newRow("with its label") << (QStringLiteral("Thumbprint: ") + plain) << 0;
        QTest::newRow("with its French label") << (QString::fromUtf8("Empreinte num\xC3\xA9rique : ") + spaced) << 0;
        QTest::newRow("with 0x in front") << (QStringLiteral("0x") + plain) << 0;
        QTest::newRow("as a C array") << (QStringLiteral("0x")
                                          + QString::fromLatin1(sha1.toHex(' ')).replace(u' ', QStringLiteral(", 0x")))
                                      << 0;
        QTest::newRow("with no-break spaces") << QString(spaced).replace(u' ', QChar(0xA0)) << 0;
        QTest::newRow("over two lines") << QString(spaced).replace(29, 1, QStringLiteral("\r\n")) << 0;
        QTest::newRow("in full-width digits") << [&] {
            QString wide;
            for (const QChar c : plain)
                wide += QChar(c.unicode() + 0xFEE0);
            return wide;
        }() << 0;
        QTest::newRow("in Base64") << QString::fromLatin1(sha1.toBase64()) << 0;
        QTest::newRow("in Base64 without padding")
            << QString::fromLatin1(sha1.toBase64(QByteArray::OmitTrailingEquals)) << 0;
        QTest::newRow("in Base64url") << QString::fromLatin1(sha1.toBase64(QByteArray::Base64UrlEncoding)) << 0;
        QTest::newRow("with soft hyphens and a word joiner")
            << (plain.left(8) + QChar(0xAD) + plain.mid(8, 8) + QChar(0x2060) + plain.mid(16)) << 2;
        QTest::newRow("between double quotes") << (QStringLiteral("\"") + plain + QStringLiteral("\"")) << 0;
        QTest::newRow("between single quotes") << (QStringLiteral("'") + spaced + QStringLiteral("'")) << 0;
        QTest::newRow("between typographic quotes") << (QChar(0x201C) + plain + QChar(0x201D)) << 0;
        QTest::newRow("between backticks") << (QStringLiteral("`") + plain + QStringLiteral("`")) << 0;
        QTest::newRow("as certutil of Windows prints it") << (QStringLiteral("Cert Hash(sha1): ") + spaced) << 0;
        QTest::newRow("with its label and algorithm") << (QStringLiteral("Thumbprint (SHA-1): ") + plain) << 0;
        QTest::newRow("as a hash table of PowerShell") << (QStringLiteral("@{Thumbprint=") + plain + u'}') << 0;
        QTest::newRow("as netsh takes it") << (QStringLiteral("certhash=") + plain) << 0;
        QTest::newRow("as netsh takes it, with the application behind it")
            << (QStringLiteral("certhash=") + plain + QStringLiteral(" appid={4dc3e181-e14b-4a21-b022-59fc669b0914}"))
            << 0;
        QTest::newRow("as netsh takes it, with the application in front")
            << (QStringLiteral("appid={4dc3e181-e14b-4a21-b022-59fc669b0914} certhash=") + plain) << 0;
        QTest::newRow("in a table of PowerShell")
            << (QStringLiteral("Thumbprint                                Subject\r\n"
                               "----------                                -------\r\n")
                + plain.toUpper() + QStringLiteral("  CN=made.example.com"))
            << 0;
        QTest::newRow("with an algorithm in the middle of a sentence")
            << (QStringLiteral("The SHA-1 thumbprint, SHA 1: ") + spaced + QStringLiteral(" (yours)")) << 0;
        QTest::newRow("with directional isolates") << (QChar(0x2066) + plain + QChar(0x2069)) << 2;
    }
    void reads()
    {
        QFETCH(QString, text);
        const auto thumbprint = parseThumbprint(text);
        QVERIFY(thumbprint);
        QCOMPARE(thumbprint->octets.toHex(), sha1.toHex());
        QCOMPARE(thumbprint->algorithm, ThumbprintAlgorithm::Sha1);
        QTEST(thumbprint->removedInvisible, "removed");
    }

    void theLengthTellsTheAlgorithm_data()
    {
        QTest::addColumn<int>("octets");
        QTest::addColumn<ThumbprintAlgorithm>("algorithm");
        QTest::newRow("16 octets are MD5") << 16 << ThumbprintAlgorithm::Md5;
        QTest::newRow("20 octets are SHA-1") << 20 << ThumbprintAlgorithm::Sha1;
        QTest::newRow("32 octets are SHA-256") << 32 << ThumbprintAlgorithm::Sha256;
        QTest::newRow("48 octets are SHA-384") << 48 << ThumbprintAlgorithm::Sha384;
        QTest::newRow("64 octets are SHA-512") << 64 << ThumbprintAlgorithm::Sha512;
    }
    void theLengthTellsTheAlgorithm()
    {
        QFETCH(int, octets);
        QFETCH(ThumbprintAlgorithm, algorithm);
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            QByteArray value(octets, '\0');
            for (char &octet : value)
                octet = static_cast<char>(random.bounded(256));
            for (const ThumbprintFormat format :
                 {ThumbprintFormat::Windows, ThumbprintFormat::DotNet, ThumbprintFormat::OpenSsl,
                  ThumbprintFormat::Plain, ThumbprintFormat::Base64}) {
                const auto parsed = parseThumbprint(formatThumbprint(value, format));
                QVERIFY(parsed);
                QCOMPARE(parsed->octets, value);
                QCOMPARE(parsed->algorithm, algorithm);
                QCOMPARE(parsed->removedInvisible, 0);
            }
        }
    }

    void readsPinsOfCurl()
    {
        const auto pin = parseThumbprint(QStringLiteral("sha256//YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE="));
        QVERIFY(pin);
        QCOMPARE(pin->algorithm, ThumbprintAlgorithm::Sha256);
        QCOMPARE(pin->octets.toBase64(), QByteArray("YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE="));
    }

    void readsWhatToolsPrintAboutSha256_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("leftOut");
        const QByteArray octets = QByteArray::fromBase64("YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE=");
        const QString hex = QString::fromLatin1(octets.toHex(':').toUpper());
        const QString base64 = QString::fromLatin1(octets.toBase64());
        QTest::newRow("as Firefox shows it")
            << (QStringLiteral("SHA-256 Fingerprint\n") + hex) << QStringLiteral("SHA-256 Fingerprint");
        QTest::newRow("as OpenSSL 1 prints it")
            << (QStringLiteral("SHA256 Fingerprint=") + hex) << QStringLiteral("SHA256 Fingerprint=");
        QTest::newRow("as RFC 7469 writes it")
            << (QStringLiteral("pin-sha256=\"") + base64 + u'"') << QStringLiteral("pin-sha256=\"");
        QTest::newRow("as OkHttp writes it") << (QStringLiteral("sha256/") + base64) << QStringLiteral("sha256/");
        QTest::newRow("as curl writes it") << (QStringLiteral("sha256//") + base64) << QStringLiteral("sha256//");
        QTest::newRow("in hex alone") << hex << QString();
        QTest::newRow("with a word behind it") << (hex + QStringLiteral(" yes")) << QStringLiteral("yes");
    }
    void readsWhatToolsPrintAboutSha256()
    {
        QFETCH(QString, text);
        const auto thumbprint = parseThumbprint(text);
        QVERIFY(thumbprint);
        QCOMPARE(thumbprint->octets.toBase64(), QByteArray("YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE="));
        QTEST(readThumbprint(text).leftOut, "leftOut");
    }

    void aPinMayBeginWithASlash()
    {
        const QByteArray octets = QByteArray(1, '\xff') + QByteArray(31, '\x42');
        QVERIFY(octets.toBase64().startsWith('/'));
        for (const char *prefix : {"sha256/", "sha256//"}) {
            const auto pin = parseThumbprint(QString::fromLatin1(prefix) + QString::fromLatin1(octets.toBase64()));
            QVERIFY(pin);
            QCOMPARE(pin->octets, octets);
        }
    }

    void pointsAtTheFirstWrongCharacter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("values");
        QTest::newRow("the sample of a translated page, where 'de' became 'of'")
            << "9d a4 84 fc f6 62 92 90 9a 62 d4 ca 65 fb 08 7e 06 45 of 24"
            << QStringList{QStringLiteral("55"), QStringLiteral("o")};
        QTest::newRow("counted in the text as it was pasted, the invisible character included")
            << (QChar(0x200E) + QStringLiteral("9d o4")) << QStringList{QStringLiteral("5"), QStringLiteral("o")};
        QTest::newRow("behind a prefix") << "sha1:9dg4" << QStringList{QStringLiteral("8"), QStringLiteral("g")};
        QTest::newRow("a character outside the basic plane counts once")
            << QString::fromUtf8("9d\xF0\x9F\x94\x91"
                                 "x")
            << QStringList{QStringLiteral("3"), QString::fromUtf8("\xF0\x9F\x94\x91")};
        QTest::newRow("a control character is shown escaped")
            << QStringLiteral("9d\u0007") << QStringList{QStringLiteral("3"), QStringLiteral("\\07")};
        QTest::newRow("a mistyped SHA-256 is not taken for Base64 of a SHA-384")
            << QString(QString::fromLatin1(QByteArray(32, '\x9d').toHex())).replace(10, 1, u'o')
            << QStringList{QStringLiteral("11"), QStringLiteral("o")};
        QTest::newRow("a mistyped SHA-256 in pairs is not taken for the SHA-1 in front of the slip")
            << QString(QString::fromLatin1(QByteArray(32, '\x9d').toHex(' '))).replace(60, 1, u'o')
            << QStringList{QStringLiteral("61"), QStringLiteral("o")};
        QTest::newRow("an x that follows no zero at the beginning of a number")
            << "9d 9x84" << QStringList{QStringLiteral("5"), QStringLiteral("x")};
        QTest::newRow("a zero in the middle followed by x")
            << "9d0xa4" << QStringList{QStringLiteral("4"), QStringLiteral("x")};
        QTest::newRow("a name") << "localhost" << QStringList{QStringLiteral("1"), QStringLiteral("l")};
        QTest::newRow("nothing") << "" << QStringList();
        QTest::newRow("nothing that can be seen") << QString(QChar(0x200E)) << QStringList();
        QTest::newRow("separators alone") << ":::" << QStringList();
        QTest::newRow("a whole book") << QString(4097, u'a') << QStringList();
    }
    void pointsAtTheFirstWrongCharacter()
    {
        QFETCH(QString, text);
        const auto thumbprint = parseThumbprint(text);
        QVERIFY(!thumbprint);
        QCOMPARE(thumbprint.error().code, ErrorCode::NotAThumbprint);
        QTEST(thumbprint.error().values, "values");
        QVERIFY(thumbprint.error().subject.size() <= 1000);
    }

    void saysHowManyDigitsThereAre_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("digits");
        QTest::newRow("one digit short") << QString::fromLatin1(sha1.toHex(' ').chopped(1)) << "39";
        QTest::newRow("one pair too many") << (QString::fromLatin1(sha1.toHex(' ')) + QStringLiteral(" 00")) << "42";
        QTest::newRow("a single digit") << "9" << "1";
        QTest::newRow("as long as is read at all") << QString(4096, u'a') << "4096";
    }
    void saysHowManyDigitsThereAre()
    {
        QFETCH(QString, text);
        QFETCH(QString, digits);
        const auto thumbprint = parseThumbprint(text);
        QVERIFY(!thumbprint);
        QCOMPARE(thumbprint.error().code, ErrorCode::ThumbprintLength);
        QCOMPARE(thumbprint.error().values, QStringList{digits});
    }

    void writes_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("text");
        QTest::newRow("as certmgr.msc") << int(ThumbprintFormat::Windows) << "9d a4 84";
        QTest::newRow("as .NET") << int(ThumbprintFormat::DotNet) << "9DA484";
        QTest::newRow("as OpenSSL") << int(ThumbprintFormat::OpenSsl) << "9D:A4:84";
        QTest::newRow("as JSON") << int(ThumbprintFormat::Plain) << "9da484";
        QTest::newRow("in Base64") << int(ThumbprintFormat::Base64) << "naSE";
    }
    void writes()
    {
        QFETCH(int, format);
        QTEST(formatThumbprint(QByteArray::fromHex("9da484"), static_cast<ThumbprintFormat>(format)), "text");
    }
};

QTEST_GUILESS_MAIN(TestThumbprint)
#include "tst_thumbprint.moc"
