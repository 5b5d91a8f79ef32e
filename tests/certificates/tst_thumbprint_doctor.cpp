#include "model/certificates/thumbprint_doctor.h"

#include "tests/certificates/made_certificate.h"

#include <QTest>

using namespace sealport;

namespace {

using Kind = ThumbprintFinding::Kind;

QString hex(const QByteArray &octets)
{
    return QString::fromLatin1(octets.toHex());
}

} // namespace

Q_DECLARE_METATYPE(sealport::ThumbprintFinding)
Q_DECLARE_METATYPE(std::vector<sealport::DigitDifference>)

/// What people paste, and which certificate they mean by it.
class TestThumbprintDoctor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"root.pem", "leaf.pem", "rsa.pem"})
            m_certificates.push_back({.certificate = test::certificateOf(QLatin1String(name))});
    }
    void cleanup() { QVERIFY(test::isErrorQueueEmpty()); }

    void findsWhatIsMeant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ThumbprintFinding>("finding");
        const Certificate &leaf = m_certificates.at(1).certificate;
        const auto exact = [](HashedObject object, ThumbprintAlgorithm algorithm) {
            return ThumbprintFinding{.certificate = 1, .object = object, .algorithm = algorithm};
        };
        const auto near = [](int wrongDigits) {
            return ThumbprintFinding{.certificate = 1, .kind = Kind::Near, .wrongDigits = wrongDigits};
        };
        const auto part = [](qsizetype offset) {
            return ThumbprintFinding{.certificate = 1, .kind = Kind::Part, .offset = offset};
        };
        const QString sha1 = hex(leaf.sha1());
        const auto row = [](const char *name, const QString &text, const ThumbprintFinding &finding) {
            QTest::newRow(name) << text << finding;
        };
        using enum ThumbprintAlgorithm;
        row("SHA-1 as Windows shows it", QChar(0x200e) + QString::fromLatin1(leaf.sha1().toHex(' ')),
            exact(HashedObject::Certificate, Sha1));
        row("SHA-256 as OpenSSL prints it",
            QStringLiteral("SHA256 Fingerprint=") + QString::fromLatin1(leaf.sha256().toHex(':').toUpper()),
            exact(HashedObject::Certificate, Sha256));
        row("MD5", hex(leaf.thumbprint(Md5)), exact(HashedObject::Certificate, Md5));
        row("SHA-384", hex(leaf.thumbprint(Sha384)), exact(HashedObject::Certificate, Sha384));
        row("SHA-512", hex(leaf.thumbprint(Sha512)), exact(HashedObject::Certificate, Sha512));
        row("a pin of curl", QStringLiteral("sha256//") + QString::fromLatin1(leaf.publicKeySha256().toBase64()),
            exact(HashedObject::PublicKey, Sha256));
        row("the SHA-256 of the public key in hex", hex(leaf.publicKeySha256()),
            exact(HashedObject::PublicKey, Sha256));
        row("the key identifier", hex(leaf.keyIdentifier()), exact(HashedObject::KeyIdentifier, Sha1));
        row("the serial number", leaf.serial(), exact(HashedObject::SerialNumber, Sha1));
        row("the serial number with a leading zero", QStringLiteral("00") + leaf.serial(),
            exact(HashedObject::SerialNumber, Sha1));

        const auto changed = [](QString text, qsizetype at, char16_t to) {
            text[at] = text.at(at) == QChar(to) ? u'0' : to;
            return text;
        };
        row("one digit wrong", changed(sha1, 7, u'a'), near(1));
        row("two digits wrong", changed(changed(sha1, 7, u'a'), 30, u'b'), near(2));
        row("the letter o for a digit", changed(sha1, 12, u'o'), near(1));
        row("a digit is missing", QString(sha1).remove(20, 1), near(1));
        row("the first digit is missing", sha1.mid(1), near(1));
        row("the last two digits are missing", sha1.chopped(2), near(2));
        row("a digit too many", QString(sha1).insert(20, u'7'), near(1));

        row("the beginning", sha1.left(8), part(0));
        row("five digits of the beginning", sha1.left(5), part(0));
        row("the end", sha1.right(8), part(32));
        row("the middle", sha1.mid(10, 14), part(10));
        ThumbprintFinding longPart{.certificate = 1, .kind = Kind::Part, .algorithm = Sha512};
        row("half of a SHA-512", hex(leaf.thumbprint(Sha512)).left(64), longPart);
    }
    void findsWhatIsMeant()
    {
        QFETCH(QString, text);
        QFETCH(ThumbprintFinding, finding);
        const ThumbprintDiagnosis diagnosis = diagnoseThumbprint(text, m_certificates);
        QCOMPARE(diagnosis.findings.size(), std::size_t{1});
        ThumbprintFinding found = diagnosis.findings.front();
        QCOMPARE(int(found.differences.size()), found.wrongDigits);
        found.differences.clear();
        QVERIFY(found == finding);
    }

    void findsNothing_data()
    {
        QTest::addColumn<QString>("text");
        const QString sha1 = hex(m_certificates.at(1).certificate.sha1());
        QTest::newRow("nothing") << QString();
        QTest::newRow("a thumbprint of nobody here") << QString(40, u'7');
        QTest::newRow("three digits wrong")
            << QString(sha1).replace(3, 1, u'x').replace(13, 1, u'x').replace(23, 1, u'x');
        QTest::newRow("too few digits to tell") << sha1.left(2);
        QTest::newRow("five digits of the end") << sha1.right(5);
        const Certificate &leaf = m_certificates.at(1).certificate;
        QTest::newRow("the beginning of a key identifier") << hex(leaf.keyIdentifier()).left(20);
        QTest::newRow("the beginning of a serial number") << leaf.serial().chopped(2);
        QTest::newRow("a serial number behind many zeros") << QString(QString(20, u'0') + leaf.serial());
        QTest::newRow("a word") << QStringLiteral("localhost");
        QTest::newRow("a page of text") << QString(100'000, u'a');
    }
    void findsNothing()
    {
        QFETCH(QString, text);
        QVERIFY(diagnoseThumbprint(text, m_certificates).findings.empty());
    }

    void saysWhichDigitsAreWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::vector<DigitDifference>>("differences");
        const QString sha1 = hex(m_certificates.at(1).certificate.sha1());
        const auto at = [&sha1](qsizetype position) { return sha1.at(position - 1).toLatin1(); };
        const auto other = [](char digit) { return digit == '0' ? '1' : '0'; };
        const auto wrong = [&](qsizetype position) {
            return DigitDifference{.position = position, .typed = other(at(position)), .meant = at(position)};
        };
        const auto changed = [&](QString text, qsizetype position) {
            text[position - 1] = QLatin1Char(other(at(position)));
            return text;
        };
        const auto row = [](const char *name, const QString &text, const std::vector<DigitDifference> &differences) {
            QTest::newRow(name) << text << differences;
        };
        row("one", changed(sha1, 13), {wrong(13)});
        row("two", changed(changed(sha1, 13), 40), {wrong(13), wrong(40)});
        row("a letter that is no digit", QString(sha1).replace(4, 1, u'o'),
            {{.position = 5, .typed = ThumbprintReading::unknown, .meant = at(5)}});
        row("the last one is missing", sha1.chopped(1), {{.position = 40, .typed = 0, .meant = at(40)}});
        row("one too many at the end", sha1 + u'7', {{.position = 41, .typed = '7', .meant = 0}});
    }
    void saysWhichDigitsAreWrong()
    {
        QFETCH(QString, text);
        QFETCH(std::vector<DigitDifference>, differences);
        const ThumbprintDiagnosis diagnosis = diagnoseThumbprint(text, m_certificates);
        QCOMPARE(diagnosis.findings.size(), std::size_t{1});
        QVERIFY(diagnosis.findings.front().differences == differences);
    }

    void zerosAreNobodysSerialNumber()
    {
        test::CertificateMaker maker;
        const auto made =
            maker.make(QStringLiteral("zero"), {.words = {QStringLiteral("-set_serial"), QStringLiteral("0")}});
        const std::vector<StoredCertificate> certificates{{.certificate = made.at(0)}};
        for (const int digits : {6, 8, 40, 64})
            QVERIFY(diagnoseThumbprint(QString(digits, u'0'), certificates).findings.empty());
    }

    void manyThatBeginAlikeAreNone()
    {
        const std::vector<StoredCertificate> certificates(4, m_certificates.at(1));
        const QString sha1 = hex(m_certificates.at(1).certificate.sha1());
        QVERIFY(diagnoseThumbprint(sha1.left(5), certificates).findings.empty());
        QCOMPARE(diagnoseThumbprint(sha1.left(6), certificates).findings.size(), std::size_t{4});
    }

    void saysWhatWasReadAndWhatWasLeftOut()
    {
        const ThumbprintReading reading = readThumbprint(
            QStringLiteral("SHA1 Fingerprint=\u200e9d:a4 84 fc f6 62 92 90 9a 62 d4 ca 65 fb 08 7e 06 45 of 24"));
        QCOMPARE(reading.digits, QByteArray("9da484fcf66292909a62d4ca65fb087e0645?f24"));
        QCOMPARE(reading.removedInvisible, 1);
        QCOMPARE(reading.leftOut, QStringLiteral("SHA1 Fingerprint="));
        QCOMPARE(reading.named, std::optional(ThumbprintAlgorithm::Sha1));
        QCOMPARE(reading.illegalCharacter, QStringLiteral("o"));
        QCOMPARE(reading.illegalPosition, qsizetype{73});
        QVERIFY(!reading.isBase64);
    }

    void theSampleOfTheDocumentationIsFoundInItsTranslation()
    {
        // doc.windev.com's English page has "of" where the French one has the two digits "de".
        const QString sha1 = hex(m_certificates.at(2).certificate.sha1());
        const QString broken = sha1.left(36) + QStringLiteral("o") + sha1.mid(37);
        const auto findings = diagnoseThumbprint(broken, m_certificates).findings;
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings.front().certificate, std::size_t{2});
        QCOMPARE(findings.front().wrongDigits, 1);
    }

    void endsEarlyWhenNobodyWaits()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(diagnoseThumbprint(hex(m_certificates.at(1).certificate.sha1()), m_certificates, stop.get_token())
                    .findings.empty());
    }

private:
    std::vector<StoredCertificate> m_certificates;
};

QTEST_GUILESS_MAIN(TestThumbprintDoctor)
#include "tst_thumbprint_doctor.moc"
