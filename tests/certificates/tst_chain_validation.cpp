#include "model/certificates/chain_validation.h"

#include "tests/certificates/made_certificate.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;

namespace {

const QByteArray authority("basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n"
                           "subjectKeyIdentifier=hash\n");

/// Each certificate of the path by its name, with what is wrong: "Root", "leaf.test: expired, weak-key".
QStringList told(const ChainValidation &validation)
{
    QStringList lines;
    for (const ChainLink &link : validation.path) {
        QStringList faults;
        for (const ChainFinding &finding : link.findings)
            faults.append(chainFaultName(finding.fault));
        const QString name = link.certificate.name();
        lines.append(faults.isEmpty() ? name
                                      : QString(name + QStringLiteral(": ") + faults.join(QStringLiteral(", "))));
    }
    return lines;
}

} // namespace

class TestChainValidation : public QObject {
    Q_OBJECT
private:
    Certificate make(const QString &name, const QByteArray &extensions, const QString &issuer = {},
                     const QStringList &words = {}, const QStringList &key = Recipe().key)
    {
        const auto made = m_maker.make(name, {.extensions = extensions,
                                              .subject = QStringLiteral("/CN=") + name,
                                              .key = key,
                                              .words = words,
                                              .issuer = issuer});
        return made.at(0);
    }
    [[nodiscard]] ChainQuestion question() const
    {
        return {.intermediates = {m_intermediates}, .trusted = {m_roots}, .time = m_now};
    }

    /// DER, made by openssl ca.
    QByteArray revocationList(const std::vector<Certificate> &revoked, const QDateTime &from, const QDateTime &until,
                              const QString &signer = QStringLiteral("Middle"))
    {
        QFile database(m_maker.path(QStringLiteral("ca"), "db"));
        if (!database.open(QIODevice::WriteOnly))
            return {};
        for (const Certificate &one : revoked)
            database.write("R\t350101000000Z\t250101000000Z\t" + one.serial().toUpper().toLatin1()
                           + "\tunknown\t/CN=leaf\n");
        database.close();
        QFile config(m_maker.path(QStringLiteral("ca"), "cnf"));
        if (!config.open(QIODevice::WriteOnly))
            return {};
        config.write("[ca]\ndefault_ca=c\n[c]\ndatabase=" + QFile::encodeName(database.fileName())
                     + "\ndefault_md=sha256\n");
        config.close();
        const QString pem = m_maker.path(QStringLiteral("ca"), "crl");
        const auto moment = [](const QDateTime &time) { return time.toString(QStringLiteral("yyyyMMddHHmmss'Z'")); };
        openssl({QStringLiteral("ca"), QStringLiteral("-gencrl"), QStringLiteral("-config"), config.fileName(),
                 QStringLiteral("-crl_lastupdate"), moment(from), QStringLiteral("-crl_nextupdate"), moment(until),
                 QStringLiteral("-cert"), m_maker.path(signer, "pem"), QStringLiteral("-keyfile"),
                 m_maker.path(signer, "key"), QStringLiteral("-out"), pem});
        openssl({QStringLiteral("crl"), QStringLiteral("-in"), pem, QStringLiteral("-outform"), QStringLiteral("DER"),
                 QStringLiteral("-out"), pem});
        QFile list(pem);
        return list.open(QIODevice::ReadOnly) ? list.readAll() : QByteArray();
    }

    CertificateMaker m_maker;
    const QDateTime m_now = QDateTime::currentDateTimeUtc().addSecs(3600); // later than every certificate begins
    std::vector<Certificate> m_roots;
    std::vector<Certificate> m_intermediates;

private Q_SLOTS:
    void initTestCase()
    {
        m_roots = {make(QStringLiteral("Root"), authority)};
        m_intermediates = {make(QStringLiteral("Middle"),
                                "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\n"
                                "nameConstraints=critical,permitted;DNS:test,permitted;IP:127.0.0.0/255.0.0.0\n",
                                QStringLiteral("Root"))};
    }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void tellsTheWholePathAndEverythingWrong_data()
    {
        QTest::addColumn<QByteArray>("extensions");
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("key");
        QTest::addColumn<int>("days"); ///< from now
        QTest::addColumn<int>("purpose");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QStringList>("path");
        struct Row {
            QByteArray extensions{"subjectAltName=DNS:leaf.test,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n"};
            QString issuer = QStringLiteral("Middle");
            QStringList words{};
            QStringList key = Recipe().key;
            int days = 0;
            ChainPurpose purpose = ChainPurpose::TlsServer;
            QString host{};
            QStringList path{};
        };
        const auto row = [](const char *name, const Row &r) {
            QTest::newRow(name) << r.extensions << r.issuer << r.words << r.key << r.days << int(r.purpose) << r.host
                                << r.path;
        };
        const QString root = QStringLiteral("Root");
        const QString middle = QStringLiteral("Middle");
        const auto leaf = [&](const char *faults) {
            return QStringList{root, middle, QStringLiteral("leaf") + QLatin1String(faults)};
        };
        row("a good chain", {.path = leaf("")});
        row("a good chain for its host", {.host = QStringLiteral("leaf.test"), .path = leaf("")});
        row("a good chain for its address", {.host = QStringLiteral("127.0.0.1"), .path = leaf("")});
        row("another host", {.host = QStringLiteral("other.test"), .path = leaf(": host-mismatch")});
        row("another address", {.host = QStringLiteral("127.0.0.2"), .path = leaf(": host-mismatch")});
        row("the common name does not count", {.extensions = "subjectAltName=DNS:a.test\n",
                                               .host = QStringLiteral("leaf"),
                                               .path = leaf(": host-mismatch")});
        row("all have expired", {.days = 4000,
                                 .path = {QStringLiteral("Root: expired"), QStringLiteral("Middle: expired"),
                                          QStringLiteral("leaf: expired")}});
        row("all at once is told",
            {.extensions = "subjectAltName=DNS:leaf.example\nextendedKeyUsage=clientAuth\n",
             .days = -10,
             .host = QStringLiteral("other.test"),
             .path = {QStringLiteral("Root: not-yet-valid"), QStringLiteral("Middle: not-yet-valid"),
                      QStringLiteral("leaf: not-yet-valid, wrong-purpose, host-mismatch, name-not-permitted")}});
        row("a name outside the constraints",
            {.extensions = "subjectAltName=DNS:leaf.example\n", .path = leaf(": name-not-permitted")});
        row("a client's certificate on a server",
            {.extensions = "extendedKeyUsage=clientAuth\n", .path = leaf(": wrong-purpose")});
        row("a client's certificate on a client",
            {.extensions = "extendedKeyUsage=clientAuth\n", .purpose = ChainPurpose::TlsClient, .path = leaf("")});
        row("a leaf asked to be an authority",
            {.purpose = ChainPurpose::Authority, .path = leaf(": not-an-authority")});
        row("a short key", {.key = {QStringLiteral("rsa:1024")}, .path = leaf(": weak-key")});
        row("SHA-1", {.words = {QStringLiteral("-sha1")}, .path = leaf(": weak-signature")});
        row("a critical extension that nobody knows",
            {.extensions = "1.2.3.4=critical,DER:0500\n", .path = leaf(": unknown-critical-extension")});
        row("self-signed and not trusted", {.issuer = {}, .path = {QStringLiteral("leaf: self-signed")}});
    }
    void tellsTheWholePathAndEverythingWrong()
    {
        QFETCH(QByteArray, extensions);
        QFETCH(QString, issuer);
        QFETCH(QStringList, words);
        QFETCH(QStringList, key);
        QFETCH(int, days);
        QFETCH(int, purpose);
        QFETCH(QString, host);
        QFETCH(QStringList, path);
        ChainQuestion asked = question();
        asked.time = m_now.addDays(days).addSecs(60);
        asked.purpose = static_cast<ChainPurpose>(purpose);
        asked.host = host;
        const ChainValidation validation =
            validateChain(make(QStringLiteral("leaf"), extensions, issuer, words, key), asked);
        QCOMPARE(told(validation), path);
        QCOMPARE(validation.isValid(), !path.join(QString()).contains(u':'));
    }

    void anIncompleteChainIsAsLongAsWhatWasFound()
    {
        const Certificate leaf =
            make(QStringLiteral("leaf"), "subjectAltName=DNS:leaf.test\n", QStringLiteral("Middle"));
        ChainQuestion asked = question();
        asked.intermediates.clear();
        QCOMPARE(told(validateChain(leaf, asked)), QStringList{QStringLiteral("leaf: issuer-missing")});
        asked = question();
        asked.trusted.clear();
        QCOMPARE(told(validateChain(leaf, asked)),
                 (QStringList{QStringLiteral("Middle: issuer-missing"), QStringLiteral("leaf")}));
        asked.intermediates.push_back(m_roots.front());
        QCOMPARE(told(validateChain(leaf, asked)), (QStringList{QStringLiteral("Root: untrusted-root"),
                                                                QStringLiteral("Middle"), QStringLiteral("leaf")}));
    }

    void aTrustedCertificateNeedNotBeARoot()
    {
        const Certificate leaf =
            make(QStringLiteral("leaf"), "subjectAltName=DNS:leaf.test\n", QStringLiteral("Middle"));
        const ChainValidation validation = validateChain(leaf, {.trusted = m_intermediates, .time = m_now});
        QCOMPARE(told(validation), (QStringList{QStringLiteral("Middle"), QStringLiteral("leaf")}));
        QVERIFY(validation.path.front().isTrusted);
        QVERIFY(!validation.path.back().isTrusted);
    }

    void issuersThatMayNotIssue_data()
    {
        QTest::addColumn<QByteArray>("extensions");
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QString>("fault");
        QTest::newRow("no authority at all")
            << QByteArray("basicConstraints=CA:FALSE\n") << "Root" << "not-an-authority";
        QTest::newRow("no right to sign") << QByteArray("basicConstraints=CA:TRUE\nkeyUsage=cRLSign\n") << "Root"
                                          << "may-not-sign";
        QTest::newRow("an authority too many") << authority << "Middle" << "path-too-long";
    }
    void issuersThatMayNotIssue()
    {
        QFETCH(QByteArray, extensions);
        QFETCH(QString, issuer);
        QFETCH(QString, fault);
        ChainQuestion asked = question();
        asked.intermediates.push_back(make(QStringLiteral("Wrong"), extensions, issuer));
        const ChainValidation validation =
            validateChain(make(QStringLiteral("leaf"), {}, QStringLiteral("Wrong")), asked);
        QVERIFY(!validation.isValid());
        QVERIFY2(told(validation).join(u' ').contains(fault), qPrintable(told(validation).join(u' ')));
    }

    void aChangedCertificateHasABadSignature()
    {
        const Certificate leaf =
            make(QStringLiteral("leaf"), "subjectAltName=DNS:leaf.test\n", QStringLiteral("Middle"));
        const QByteArray der = leaf.der().replace("leaf.test", "loaf.test");
        const auto changed =
            Certificate::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size()))));
        QVERIFY(changed);
        const ChainValidation validation = validateChain(*changed, question());
        QCOMPARE(told(validation).last(), QStringLiteral("leaf: bad-signature"));
        QCOMPARE(gskCode(validation.path.back().findings.at(0).fault), 414);
    }

    void aRevocationListThatIsGivenCounts()
    {
        const Certificate leaf =
            make(QStringLiteral("leaf"), "subjectAltName=DNS:leaf.test\n", QStringLiteral("Middle"));
        ChainQuestion asked = question();
        asked.time = m_now.addSecs(60);
        asked.revocationLists = {revocationList({leaf}, m_now.addDays(-1), m_now.addDays(10))};
        QCOMPARE(told(validateChain(leaf, asked)),
                 (QStringList{QStringLiteral("Root"), QStringLiteral("Middle"), QStringLiteral("leaf: revoked")}));
        const Certificate other = make(QStringLiteral("other"), {}, QStringLiteral("Middle"));
        QVERIFY(validateChain(other, asked).isValid());
        asked.time = m_now.addDays(20);
        QCOMPARE(told(validateChain(other, asked)).last(), QStringLiteral("other: revocation-list-unusable"));
        QCOMPARE(told(validateChain(leaf, asked)).last(), QStringLiteral("leaf: revoked, revocation-list-unusable"));
    }

    /// OpenSSL alone finds the leaf good by the older list, which it says is in time.
    void aNewerListWhoseTimeIsOverCountsMoreThanAnOlderOneThatRuns()
    {
        const Certificate leaf = make(QStringLiteral("late"), {}, QStringLiteral("Middle"));
        const QByteArray older = revocationList({}, m_now.addDays(-20), m_now.addDays(30));
        const QByteArray newer = revocationList({leaf}, m_now.addDays(-10), m_now.addDays(-5));
        ChainQuestion asked = question();
        for (const auto &lists : {std::vector{older, newer}, std::vector{newer, older}}) {
            asked.revocationLists = lists;
            QCOMPARE(told(validateChain(leaf, asked)).last(),
                     QStringLiteral("late: revoked, revocation-list-unusable"));
        }
        asked.time = m_now.addDays(-15); // before the newer one: what was known then
        asked.revocationLists = {older, newer};
        QVERIFY(!told(validateChain(leaf, asked)).last().contains(QStringLiteral("revoked")));
    }

    void aListThatAnotherKeyMadeReplacesNone()
    {
        const Certificate leaf = make(QStringLiteral("kept"), {}, QStringLiteral("Middle"));
        const QByteArray real = revocationList({leaf}, m_now.addDays(-20), m_now.addDays(30));
        make(QStringLiteral("False"), authority, {}, {QStringLiteral("-subj"), QStringLiteral("/CN=Middle")});
        const QByteArray forged = revocationList({}, m_now.addDays(-10), m_now.addDays(-5), QStringLiteral("False"));
        ChainQuestion asked = question();
        asked.revocationLists = {real, forged};
        QCOMPARE(told(validateChain(leaf, asked)).last(), QStringLiteral("kept: revoked"));
    }

    void withoutATimeTheDatesDoNotMatter()
    {
        const Certificate leaf =
            make(QStringLiteral("leaf"), {}, QStringLiteral("Middle"), {QStringLiteral("-days"), QStringLiteral("1")});
        ChainQuestion asked = question();
        asked.time = m_now.addDays(4000);
        QVERIFY(!validateChain(leaf, asked).isValid());
        asked.time = {};
        QVERIFY(validateChain(leaf, asked).isValid());
    }
};

QTEST_GUILESS_MAIN(TestChainValidation)
#include "tst_chain_validation.moc"
