#include "model/base/error.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sealport;

class TestError : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasANameOfItsOwn()
    {
        static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9-]*[a-z0-9]$"));
        QSet<QString> names;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const QString name = errorName(static_cast<ErrorCode>(code));
            QVERIFY2(form.match(name).hasMatch(), qPrintable(name));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
        }
    }

    void knowsTheNumbersOfGskit_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("gsk");
        QTest::newRow("no certificate assigned") << int(ErrorCode::NoCertificate) << 403;
        QTest::newRow("certificate without key") << int(ErrorCode::NoPrivateKey) << 428;
        QTest::newRow("no certificate of that name") << int(ErrorCode::CertificateNotFound) << 407;
        QTest::newRow("wrong pass phrase") << int(ErrorCode::WrongPassphrase) << 408;
        QTest::newRow("unknown application") << int(ErrorCode::ApplicationNotRegistered) << 6002;
        QTest::newRow("a port in use has none") << int(ErrorCode::PortInUse) << 0;
    }
    void knowsTheNumbersOfGskit()
    {
        QFETCH(int, code);
        QTEST(gskCode(static_cast<ErrorCode>(code)), "gsk");
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
