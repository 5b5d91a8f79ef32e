#include "tests/interop/certificate_files.h"
#include "tests/support/child_process.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport::test;
using namespace Qt::StringLiterals;

namespace {

ProgramRun runSealport(const QStringList &words, const QString &home)
{
    return runProgram(QStringLiteral(SEALPORT_EXECUTABLE), words, {"SEALPORT_HOME=" + QFile::encodeName(home)}, {},
                      ChildProcess::Errors::Apart);
}

std::vector<QJsonObject> objects(const QByteArray &lines)
{
    std::vector<QJsonObject> result;
    for (const QByteArray &line : lines.split('\n'))
        if (!line.isEmpty())
            result.push_back(QJsonDocument::fromJson(line).object());
    return result;
}

QHash<QString, QJsonObject> byFile(const QByteArray &lines)
{
    QHash<QString, QJsonObject> result;
    for (const QJsonObject &object : objects(lines))
        result.insert(object[u"file"_s].toString(), object);
    return result;
}

/// What `openssl x509` says of the same certificate.
struct Facts {
    QString subject;
    QString issuer;
    QString serial;
    QString notBefore;
    QString notAfter;
    QString sha1;
    QString sha256;
    friend bool operator==(const Facts &, const Facts &) = default;
};

QString valueOf(const QList<QByteArray> &lines, const char *key)
{
    for (const QByteArray &line : lines)
        if (line.left(line.indexOf('=')) == key)
            return QString::fromUtf8(line.mid(line.indexOf('=') + 1));
    return {};
}

Facts factsOfOpenssl(const QString &file)
{
    const auto ask = [&file](const QStringList &what) {
        return runProgram(u"openssl"_s,
                          QStringList{u"x509"_s, u"-noout"_s, u"-in"_s, file, u"-nameopt"_s, u"RFC2253,utf8,-esc_msb"_s,
                                      u"-dateopt"_s, u"iso_8601"_s, u"-fingerprint"_s}
                              + what)
            .output.split('\n');
    };
    const QList<QByteArray> lines =
        ask({u"-sha256"_s, u"-subject"_s, u"-issuer"_s, u"-serial"_s, u"-startdate"_s, u"-enddate"_s});
    const auto date = [&lines](const char *key) { return valueOf(lines, key).replace(u' ', u'T'); };
    const auto print = [](const QString &text) { return QString(text).remove(u':').toLower(); };
    return {.subject = valueOf(lines, "subject"),
            .issuer = valueOf(lines, "issuer"),
            .serial = valueOf(lines, "serial").toLower(),
            .notBefore = date("notBefore"),
            .notAfter = date("notAfter"),
            .sha1 = print(valueOf(ask({u"-sha1"_s}), "sha1 Fingerprint")),
            .sha256 = print(valueOf(lines, "sha256 Fingerprint"))};
}

Facts factsOf(const QJsonObject &object)
{
    const auto text = [&object](const char *key) { return object[QLatin1String(key)].toString(); };
    return {.subject = text("subject"),
            .issuer = text("issuer"),
            .serial = text("serial"),
            .notBefore = text("notBefore"),
            .notAfter = text("notAfter"),
            .sha1 = text("sha1"),
            .sha256 = text("sha256")};
}

/// Extensions that are seldom seen, each a whole certificate.
const QStringList oddities{
    u"subjectAltName=DNS:a.test,email:a@b.test,URI:urn:x,RID:1.2.3,IP:::1,dirName:dn\n[dn]\nCN=inner"_s,
    u"subjectAltName=otherName:1.2.3;UTF8:x"_s,
    u"certificatePolicies=1.2.3,@p\n[p]\npolicyIdentifier=1.3.5.8\nCPS.1=http://c/\nuserNotice.1=@n\n[n]\nexplicitText=x"_s,
    u"policyMappings=1.2.3:1.2.4\npolicyConstraints=requireExplicitPolicy:0\ninhibitAnyPolicy=0"_s,
    u"nameConstraints=permitted;email:.b.test,excluded;IP:10.0.0.0/255.0.0.0,permitted;dirName:dn\n[dn]\nO=x"_s,
    u"crlDistributionPoints=d\n[d]\nrelativename=r\nCRLissuer=dirName:i\n[r]\nCN=x\n[i]\nO=y"_s,
    u"authorityInfoAccess=1.2.3;DNS:a,OCSP;URI:http://o/"_s,
    u"tlsfeature=status_request,status_request_v2,99"_s,
    u"noCheck=ignored"_s,
    u"nsComment=x\nnsCertType=client,sslCA"_s,
    u"1.2.3.4=critical,DER:3003020101"_s,
    u"2.5.29.15=DER:0500"_s,
    u"2.5.29.17=DER:3000"_s,
    u"1.3.6.1.5.5.7.1.3=ASN1:SEQUENCE:q\n[q]\na=SEQUENCE:r\n[r]\na=OID:0.4.0.1862.1.1"_s};

} // namespace

/// What Sealport says of certificates is what OpenSSL's own program says, for all that this system trusts and for odd
/// ones.
class TestCertificateFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithOpenssl_data();
    void agreesWithOpenssl();
    void explainsAllThatTheSystemTrusts_data();
    void explainsAllThatTheSystemTrusts();

private:
    QTemporaryDir m_folder;
    QStringList m_files;
    QHash<QString, QJsonObject> m_shown;
    QHash<QString, QJsonObject> m_linted;
};

void TestCertificateFacts::initTestCase()
{
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        QSKIP("THE openssl PROGRAM IS MISSING: nothing is compared with it.");
    for (qsizetype i = 0; i < oddities.size(); ++i) {
        const QString base = m_folder.filePath(u"odd%1"_s.arg(i));
        QFile config(base + u".cnf"_s);
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("[req]\nprompt=no\ndistinguished_name=dn0\n[dn0]\nCN=odd\nO=A, B\n[ext]\n"
                     + oddities.at(i).toUtf8() + '\n');
        config.close();
        QVERIFY(runTool(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-nodes"_s, u"-newkey"_s, u"ed25519"_s, u"-days"_s,
                                       u"9"_s, u"-config"_s, config.fileName(), u"-extensions"_s, u"ext"_s, u"-out"_s,
                                       base + u".pem"_s, u"-keyout"_s, base + u".key"_s}));
        m_files.append(base + u".pem"_s);
    }
    const QDir roots(u"/etc/ssl/certs"_s);
    for (const QString &name : roots.entryList({u"*.pem"_s}, QDir::Files))
        m_files.append(roots.filePath(name));
    if (m_files.size() == oddities.size())
        qWarning("THIS SYSTEM HAS NO ROOTS IN /etc/ssl/certs: only certificates made here are compared.");
    const ProgramRun shown = runSealport(
        QStringList{u"certs"_s, u"show"_s, u"--details"_s, u"--asn1"_s, u"--format=json"_s} + m_files, m_folder.path());
    QCOMPARE(shown.exitCode, 0);
    m_shown = byFile(shown.output);
    QCOMPARE(m_shown.size(), m_files.size());
    m_linted =
        byFile(runSealport(QStringList{u"certs"_s, u"lint"_s, u"--format=json"_s} + m_files, m_folder.path()).output);
    QCOMPARE(m_linted.size(), m_files.size());
}

void TestCertificateFacts::agreesWithOpenssl_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : m_files)
        QTest::newRow(qPrintable(file.section(u'/', -1))) << file;
}

void TestCertificateFacts::agreesWithOpenssl()
{
    QFETCH(QString, file);
    const QJsonObject shown = m_shown.value(file);
    const Facts ours = factsOf(shown);
    const Facts theirs = factsOfOpenssl(file);
    QCOMPARE(ours.subject, theirs.subject);
    QCOMPARE(ours.issuer, theirs.issuer);
    QCOMPARE(ours.serial, theirs.serial);
    QCOMPARE(ours.notBefore, theirs.notBefore);
    QCOMPARE(ours.notAfter, theirs.notAfter);
    QCOMPARE(ours.sha1, theirs.sha1);
    QCOMPARE(ours.sha256, theirs.sha256);
    QVERIFY(shown[u"details"_s].toObject()[u"rows"_s].toArray().size() > 10);
    const QJsonObject tree = shown[u"asn1"_s].toObject();
    QCOMPARE(tree[u"nodes"_s].toArray().size(), 1);
    QVERIFY(tree[u"stops"_s].toArray().isEmpty());
}

void TestCertificateFacts::explainsAllThatTheSystemTrusts_data()
{
    agreesWithOpenssl_data();
}

void TestCertificateFacts::explainsAllThatTheSystemTrusts()
{
    QFETCH(QString, file);
    const QJsonObject linted = m_linted.value(file);
    QVERIFY(linted[u"findings"_s].isArray());
    QVERIFY(!linted[u"serverUse"_s].toObject()[u"sentence"_s].toString().isEmpty());

    const ProgramRun verify = runSealport(
        {u"certs"_s, u"verify"_s, u"--format=json"_s, u"--purpose=any"_s, u"--root"_s, file, file}, m_folder.path());
    const ProgramRun theirs =
        runProgram(u"openssl"_s, {u"verify"_s, u"-auth_level"_s, u"2"_s, u"-check_ss_sig"_s, u"-CAfile"_s, file, file});
    QVERIFY2((verify.exitCode == 0) == (theirs.exitCode == 0), QByteArray(verify.output + theirs.output).constData());
    QCOMPARE(objects(verify.output).at(0)[u"path"_s].toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestCertificateFacts)
#include "tst_certificate_facts.moc"
