#include "tests/certificates/fixture_files.h"
#include "ui/thumbprint_menu.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMenu>

using namespace sealport;
using namespace sealport::test;

class TestThumbprintMenu : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void copiesWhatOpenSslPrints_data()
    {
        QTest::addColumn<QString>("thumbprint");
        QTest::addColumn<QByteArray>("option");
        QTest::newRow("SHA-1") << "SHA-1" << QByteArray("-sha1");
        QTest::newRow("SHA-256") << "SHA-256" << QByteArray("-sha256");
        QTest::newRow("SHA-384") << "SHA-384" << QByteArray("-sha384");
        QTest::newRow("SHA-512") << "SHA-512" << QByteArray("-sha512");
        QTest::newRow("MD5") << "MD5" << QByteArray("-md5");
    }
    void copiesWhatOpenSslPrints()
    {
        QFETCH(QString, thumbprint);
        QFETCH(QByteArray, option);
        const QByteArray printed =
            openssl({QStringLiteral("x509"), QStringLiteral("-in"), fixture(QStringLiteral("leaf.pem")),
                     QStringLiteral("-noout"), QStringLiteral("-fingerprint"), QString::fromLatin1(option)});
        const QByteArray colons = printed.mid(printed.indexOf('=') + 1).trimmed();
        const QByteArray digits = QByteArray(colons).replace(":", "");
        const QStringList copied = copies(thumbprint);
        QCOMPARE(copied, (QStringList{QString::fromLatin1(colons.toLower()).replace(u':', u' '),
                                      QString::fromLatin1(digits), QString::fromLatin1(colons),
                                      QString::fromLatin1(QByteArray::fromHex(digits).toBase64())}));
    }

    void copiesThePinAsCurlTakesIt()
    {
        const QByteArray key =
            openssl({QStringLiteral("x509"), QStringLiteral("-in"), fixture(QStringLiteral("leaf.pem")),
                     QStringLiteral("-noout"), QStringLiteral("-pubkey")});
        const QByteArray base64 = key.mid(key.indexOf('\n') + 1, key.indexOf("-----END") - key.indexOf('\n') - 1);
        const QByteArray pin =
            QCryptographicHash::hash(QByteArray::fromBase64(base64), QCryptographicHash::Sha256).toBase64();
        QCOMPARE(copies(QStringLiteral("SHA-256 of the public key")).first(),
                 QStringLiteral("sha256//") + QString::fromLatin1(pin));
    }

private:
    /// What each entry of a submenu copies.
    static QStringList copies(const QString &submenu)
    {
        QMenu menu;
        addThumbprints(menu, certificateOf(QStringLiteral("leaf.pem")));
        QStringList copied;
        for (const QAction *thumbprint : menu.actions()) {
            if (thumbprint->text() != submenu)
                continue;
            for (QAction *form : thumbprint->menu()->actions()) {
                form->trigger();
                copied.append(QGuiApplication::clipboard()->text());
            }
        }
        return copied;
    }
};

QTEST_MAIN(TestThumbprintMenu)
#include "tst_thumbprint_menu.moc"
