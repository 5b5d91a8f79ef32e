#include "model/certificates/pkcs11_uri.h"

#include <QTest>

using namespace sealport;
using namespace Qt::StringLiterals;

class TestPkcs11Uri : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatP11toolPrints()
    {
        const QString text = u"pkcs11:model=SoftHSM%20v2;manufacturer=SoftHSM%20project;serial=5ee0ac3eb8b91b3e;"
                             "token=My%20card;id=%01%FF;object=serveur%20%C3%A9;type=cert?module-path=/usr/lib/a.so"_s;
        const auto uri = Pkcs11Uri::parse(text);
        QVERIFY(uri);
        QCOMPARE(uri->model, u"SoftHSM v2"_s);
        QCOMPARE(uri->manufacturer, u"SoftHSM project"_s);
        QCOMPARE(uri->serial, u"5ee0ac3eb8b91b3e"_s);
        QCOMPARE(uri->token, u"My card"_s);
        QCOMPARE(uri->id, QByteArray("\x01\xFF"));
        QCOMPARE(uri->object, u"serveur é"_s);
        QCOMPARE(uri->type, u"cert"_s);
        QCOMPARE(uri->modulePath, u"/usr/lib/a.so"_s);
        QVERIFY(uri->namesObject());
    }

    void isReadAsItWasWritten_data()
    {
        QTest::addColumn<Pkcs11Uri>("uri");
        QTest::addColumn<QString>("text");
        QTest::newRow("everything") << Pkcs11Uri{} << u"pkcs11:"_s;
        QTest::newRow("a token") << Pkcs11Uri{.token = u"a;b=c?d&e%f"_s} << u"pkcs11:token=a%3Bb%3Dc%3Fd%26e%25f"_s;
        QTest::newRow("an identifier with a zero octet")
            << Pkcs11Uri{.id = QByteArray("\0\x0A", 2)} << u"pkcs11:id=%00%0A"_s;
        QTest::newRow("identifier, object and type in p11tool's order")
            << Pkcs11Uri{.token = u"t"_s, .object = u"o"_s, .id = "\x01", .type = u"private"_s}
            << u"pkcs11:token=t;id=%01;object=o;type=private"_s;
        QTest::newRow("a database of NSS") << Pkcs11Uri{.object = u"o"_s, .nssDatabase = u"/data/é"_s}
                                           << u"pkcs11:object=o?x-nss-database=%2Fdata%2F%C3%A9"_s;
    }
    void isReadAsItWasWritten()
    {
        QFETCH(Pkcs11Uri, uri);
        QTEST(uri.toString(), "text");
        const auto again = Pkcs11Uri::parse(uri.toString());
        QVERIFY(again);
        QCOMPARE(*again, uri);
    }

    void refusesWhatItCannotMean_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("attribute");
        QTest::newRow("another scheme") << u"http://token=a"_s << QString();
        QTest::newRow("half a percent sign") << u"pkcs11:token=a%2"_s << u"token"_s;
        QTest::newRow("no hex behind a percent sign") << u"pkcs11:id=%zz"_s << u"id"_s;
        QTest::newRow("a sign where hex belongs") << u"pkcs11:id=%+1"_s << u"id"_s;
        QTest::newRow("an attribute twice") << u"pkcs11:token=a;token=b"_s << u"token"_s;
        QTest::newRow("no value") << u"pkcs11:token"_s << u"token"_s;
        QTest::newRow("a zero in a text") << u"pkcs11:object=a%00b"_s << u"object"_s;
        QTest::newRow("a type that is none of ours") << u"pkcs11:type=data"_s << u"type"_s;
        QTest::newRow("an attribute that is not supported") << u"pkcs11:slot-id=1"_s << u"slot-id"_s;
        QTest::newRow("one behind the question mark") << u"pkcs11:?module-name=opensc"_s << u"module-name"_s;
        QTest::newRow("longer than any token's") << u"pkcs11:token="_s + QString(9000, u'a') << QString();
    }
    void refusesWhatItCannotMean()
    {
        QFETCH(QString, text);
        const auto uri = Pkcs11Uri::parse(text);
        QVERIFY(!uri);
        QCOMPARE(uri.error().code, ErrorCode::InvalidTokenUri);
        QTEST(uri.error().values.value(0), "attribute");
    }

    void neverRepeatsAPin_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("as a value") << u"pkcs11:token=a?pin-value=geheim"_s;
        QTest::newRow("behind another attribute") << u"pkcs11:token=a?module-path=/m.so&pin-value=geheim"_s;
        QTest::newRow("as a source") << u"pkcs11:token=a?pin-source=file:/geheim"_s;
        QTest::newRow("where attributes of the path stand") << u"pkcs11:token=a;pin-value=geheim"_s;
    }
    void neverRepeatsAPin()
    {
        QFETCH(QString, text);
        const auto uri = Pkcs11Uri::parse(text);
        QVERIFY(!uri);
        QCOMPARE(uri.error().code, ErrorCode::PinInTokenUri);
        QVERIFY(!uri.error().subject.contains(u"geheim"_s));
        QVERIFY(!uri.error().values.join(u' ').contains(u"geheim"_s));
    }
};

QTEST_APPLESS_MAIN(TestPkcs11Uri)
#include "tst_pkcs11_uri.moc"
