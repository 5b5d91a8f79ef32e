#include "model/certificates/lint.h"

#include "model/certificates/chain_validation.h"
#include "tests/certificates/made_certificate.h"

#include <QTest>

#include <algorithm>

using namespace sealport;
using namespace sealport::test;

Q_DECLARE_METATYPE(sealport::LintRule)

namespace {

const QByteArray good("basicConstraints=critical,CA:FALSE\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n"
                      "keyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\n"
                      "crlDistributionPoints=URI:http://crl.example.com/\n");
const QByteArray goodName("subjectAltName=DNS:made.example.com\n");
const QByteArray authority("basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n"
                           "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n");

QStringList told(const std::vector<LintFinding> &findings)
{
    QStringList names;
    for (const LintFinding &finding : findings)
        names.append(lintSeverityName(finding.severity) + QLatin1Char(' ') + lintRuleName(finding.rule));
    return names;
}

/// Whether one of the findings says that clients refuse what has it.
bool isRefused(const std::vector<LintFinding> &findings)
{
    return std::ranges::any_of(findings, [](const LintFinding &finding) {
        const ClientConduct conduct = conductOf(finding);
        return conduct == ClientConduct::Refused || conduct == ClientConduct::RefusedByMost
               || conduct == ClientConduct::RefusedByOpenSsl;
    });
}

/// Changed after OpenSSL signed it, which the rules do not mind: the last place of `before`.
Result<Certificate> changed(const Certificate &certificate, const QByteArray &before, const QByteArray &after)
{
    QByteArray der = certificate.der();
    der.replace(der.lastIndexOf(before), before.size(), after);
    return Certificate::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size()))));
}

} // namespace

class TestLint : public QObject {
    Q_OBJECT
private:
    Certificate make(const Recipe &recipe) { return m_maker.make(QStringLiteral("lint"), recipe).at(0); }
    [[nodiscard]] LintQuestion now(int days = 0) const { return {.now = m_now.addDays(days)}; }

    CertificateMaker m_maker;
    std::vector<Certificate> m_root;
    const QDateTime m_now = QDateTime::currentDateTimeUtc().addSecs(3600); // later than every certificate begins
    const QString m_subject = QStringLiteral("/CN=made.example.com");

private Q_SLOTS:
    void initTestCase() { m_root = m_maker.make(QStringLiteral("Root"), {.extensions = authority}); }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void aGoodCertificateHasNoFinding()
    {
        const Certificate certificate =
            make({.extensions = good + goodName, .subject = m_subject, .issuer = QStringLiteral("Root")});
        QCOMPARE(told(lint(certificate, now())), QStringList());
        QCOMPARE(usedAsServer(certificate, now()).answer, ServerUse::Answer::Yes);
        const Certificate root = m_maker.make(QStringLiteral("Root2"), {.extensions = authority}).at(0);
        QCOMPARE(told(lint(root, now())), QStringList());
        QCOMPARE(usedAsServer(root, now()).answer, ServerUse::Answer::No);
    }

    void findsByExtensions_data()
    {
        QTest::addColumn<QByteArray>("extensions");
        QTest::addColumn<QString>("finding");
        QTest::addColumn<int>("answer");
        using Answer = ServerUse::Answer;
        const auto row = [](const char *name, const QByteArray &extensions, const char *finding, Answer answer) {
            QTest::newRow(name) << extensions << QString::fromLatin1(finding) << int(answer);
        };
        const auto named = [](const QByteArray &names) { return QByteArray(good + "subjectAltName=" + names + '\n'); };
        const auto without = [](const QByteArray &line, const QByteArray &instead = {}) {
            QByteArray all = good + goodName;
            const qsizetype at = all.indexOf(line);
            return all.replace(at, all.indexOf('\n', at) - at, instead);
        };
        row("nothing", good + goodName, "", Answer::Yes);
        row("no alternative name", good, "error no-alternative-name", Answer::No);
        row("only a mail address", named("email:a@example.com"), "error no-alternative-name", Answer::No);
        row("an empty list of names", good + "2.5.29.17=DER:3000\n", "error empty-alternative-names", Answer::No);
        row("another common name", named("DNS:other.example.com"), "warning common-name-not-among-names",
            Answer::YesBut);
        row("a space", named("DNS:made.example.com,DNS:a b.example.com"), "error name-with-space", Answer::YesBut);
        row("only a name with two wildcards", named("DNS:*.*.example.com"), "error no-usable-name", Answer::No);
        row("only an address for a name", named("DNS:10.0.0.1"), "error no-usable-name", Answer::No);
        row("only a URI for a name", good + "subjectAltName=@n\n[n]\nDNS=https://made.example.com/\n",
            "error no-usable-name", Answer::No);
        row("only a name with a space", named("DNS:made .example.com"), "error no-usable-name", Answer::No);
        row("only a name with a dot at its end", named("DNS:made.example.com."), "error no-usable-name", Answer::No);
        row("an underscore", named("DNS:made.example.com,DNS:a_b.example.com"), "warning name-with-underscore",
            Answer::YesBut);
        row("a URI for a name",
            good + "subjectAltName=@n\n[n]\nDNS.1=made.example.com\nDNS.2=https://made.example.com/\n",
            "error name-is-uri", Answer::YesBut);
        row("an address for a name", named("DNS:made.example.com,DNS:10.0.0.1"), "error name-is-address",
            Answer::YesBut);
        row("a label that begins with a hyphen", named("DNS:made.example.com,DNS:-a.example.com"),
            "error name-malformed", Answer::YesBut);
        row("two dots", named("DNS:made.example.com,DNS:a..example.com"), "error name-malformed", Answer::YesBut);
        row("a wildcard in the middle", named("DNS:made.example.com,DNS:a.*.example.com"),
            "error wildcard-not-leftmost", Answer::YesBut);
        row("half a wildcard", named("DNS:made.example.com,DNS:a*.example.com"), "error wildcard-partial",
            Answer::YesBut);
        row("a wildcard for a top-level name", named("DNS:made.example.com,DNS:*.com"), "error wildcard-too-wide",
            Answer::YesBut);
        row("a wildcard for a public suffix", named("DNS:made.example.com,DNS:*.Co.uk"), "error wildcard-too-wide",
            Answer::YesBut);
        row("a wildcard for a name below a public suffix", named("DNS:made.example.com,DNS:*.example.co.uk"), "",
            Answer::Yes);
        row("a wildcard where a host of others lets names be registered", named("DNS:made.example.com,DNS:*.github.io"),
            "", Answer::Yes);
        row("an internal name", named("DNS:made.example.com,DNS:printer.lan"), "notice internal-name", Answer::Yes);
        row("an internal address", named("DNS:made.example.com,IP:192.168.1.1"), "notice internal-address",
            Answer::Yes);
        row("no purpose", without("extendedKeyUsage"), "warning no-extended-key-usage", Answer::YesBut);
        row("for clients alone", without("extendedKeyUsage", "extendedKeyUsage=clientAuth"), "notice client-auth-only",
            Answer::No);
        row("for programs", without("extendedKeyUsage", "extendedKeyUsage=codeSigning"), "notice missing-server-auth",
            Answer::No);
        row("any purpose", without("extendedKeyUsage", "extendedKeyUsage=serverAuth,anyExtendedKeyUsage"),
            "warning any-purpose-allowed", Answer::YesBut);
        row("any purpose and no other", without("extendedKeyUsage", "extendedKeyUsage=anyExtendedKeyUsage"),
            "error any-purpose-allowed", Answer::No);
        row("a curve that may not sign", without("keyUsage", "keyUsage=keyAgreement"),
            "error key-usage-lacks-signature", Answer::No);
        row("a curve that encrypts keys", without("keyUsage", "keyUsage=digitalSignature,keyEncipherment"),
            "notice key-encipherment-for-curve", Answer::Yes);
        row("signing certificates without being an authority",
            without("keyUsage", "keyUsage=digitalSignature,keyCertSign"), "error key-cert-sign-without-authority",
            Answer::YesBut);
        row("an authority for a host", authority + goodName, "warning authority-with-host-names", Answer::No);
        row("an authority for a host whose key may serve",
            "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,digitalSignature,keyCertSign\n" + goodName,
            "warning authority-with-host-names", Answer::YesBut);
        row("an authority for a host whose key may serve and sign no other",
            "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,digitalSignature\n" + goodName,
            "error authority-without-key-cert-sign", Answer::YesBut);
        row("an authority for a host, for clients alone",
            "basicConstraints=critical,CA:TRUE\nextendedKeyUsage=clientAuth\n" + goodName,
            "warning authority-with-host-names", Answer::No);
        row("an authority that may not sign", "basicConstraints=critical,CA:TRUE\nkeyUsage=cRLSign\n",
            "error authority-without-key-cert-sign", Answer::No);
        row("an authority without key usage", "basicConstraints=critical,CA:TRUE\n",
            "warning authority-without-key-usage", Answer::No);
        row("an authority that is not critical about it", "basicConstraints=CA:TRUE\nkeyUsage=keyCertSign\n",
            "warning authority-constraints-not-critical", Answer::No);
        row("a path length without authority", without("basicConstraints", "2.5.29.19=DER:3003020100"),
            "error path-length-without-authority", Answer::YesBut);
        row("name constraints without authority", good + goodName + "nameConstraints=permitted;DNS:example.com\n",
            "error name-constraints-without-authority", Answer::YesBut);
        row("no subject key identifier", without("subjectKeyIdentifier", "subjectKeyIdentifier=none"),
            "notice no-subject-key-identifier", Answer::Yes);
        row("no authority key identifier", without("authorityKeyIdentifier", "authorityKeyIdentifier=none"),
            "warning no-authority-key-identifier", Answer::YesBut);
        row("no way to learn of revocation", without("crlDistributionPoints"), "notice no-revocation-information",
            Answer::Yes);
        row("must-staple", good + goodName + "tlsfeature=status_request\n", "notice must-staple", Answer::YesBut);
        row("an unknown critical extension", good + goodName + "1.2.3.4=critical,DER:0500\n",
            "error unknown-critical-extension", Answer::No);
        row("an extension that cannot be read", without("basicConstraints", "2.5.29.19=DER:ff"),
            "error extension-unreadable", Answer::No);
    }
    void findsByExtensions()
    {
        QFETCH(QByteArray, extensions);
        QFETCH(QString, finding);
        const Certificate certificate =
            make({.extensions = extensions, .subject = m_subject, .issuer = QStringLiteral("Root")});
        const std::vector<LintFinding> found = lint(certificate, now());
        const QStringList findings = told(found);
        QVERIFY2(finding.isEmpty() ? findings.isEmpty() : findings.contains(finding),
                 qPrintable(findings.join(QStringLiteral(", "))));
        const ServerUse use = usedAsServer(certificate, now());
        QTEST(int(use.answer), "answer");
        QCOMPARE(use.reason.has_value(), use.answer != ServerUse::Answer::Yes);
        if (use.answer == ServerUse::Answer::No)
            return;
        QVERIFY2(!isRefused(found), qPrintable(findings.join(QStringLiteral(", "))));
        QVERIFY(validateChain(certificate, {.trusted = m_root, .time = m_now}).isValid());
    }

    void anAuthorityIsNoServer_data()
    {
        QTest::addColumn<QByteArray>("extensions");
        QTest::newRow("without alternative names") << authority;
        QTest::newRow("with a mail address") << QByteArray(authority + "subjectAltName=email:ca@example.com\n");
        QTest::newRow("with its page") << QByteArray(authority + "subjectAltName=URI:https://ca.example.com/\n");
        QTest::newRow("with a host and a key that signs others alone") << QByteArray(authority + goodName);
    }
    void anAuthorityIsNoServer()
    {
        QFETCH(QByteArray, extensions);
        const Certificate certificate =
            make({.extensions = extensions, .subject = m_subject, .key = {QStringLiteral("rsa:1024")}});
        const ServerUse use = usedAsServer(certificate, now());
        QCOMPARE(use.answer, ServerUse::Answer::No);
        QCOMPARE(use.reason->rule, LintRule::AuthorityNotServer); // though its key is too short too
    }

    void whatClientsRefuseIsNoServers_data()
    {
        QTest::addColumn<QStringList>("key");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<LintRule>("rule");
        const QStringList ec = Recipe().key;
        const auto curve = [](const char *name) {
            return QStringList{QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                               QStringLiteral("ec_paramgen_curve:") + QLatin1String(name)};
        };
        QTest::newRow("SHA-1") << ec << QStringList{QStringLiteral("-sha1")} << LintRule::WeakSignature;
        QTest::newRow("a short RSA key") << QStringList{QStringLiteral("rsa:1024")} << QStringList()
                                         << LintRule::ShortRsaKey;
        QTest::newRow("a weak curve") << curve("prime192v1") << QStringList() << LintRule::WeakCurve;
        QTest::newRow("a curve that nobody offers") << curve("secp256k1") << QStringList() << LintRule::UnusualCurve;
    }
    void whatClientsRefuseIsNoServers()
    {
        QFETCH(QStringList, key);
        QFETCH(QStringList, words);
        QFETCH(LintRule, rule);
        const Certificate certificate = make({.extensions = good + goodName,
                                              .subject = m_subject,
                                              .key = key,
                                              .words = words,
                                              .issuer = QStringLiteral("Root")});
        const ServerUse use = usedAsServer(certificate, now());
        QCOMPARE(use.answer, ServerUse::Answer::No);
        QCOMPARE(use.reason->rule, rule);
    }

    void anInternationalNameIsTheSameInBothForms_data()
    {
        QTest::addColumn<QString>("commonName");
        QTest::addColumn<QByteArray>("alternativeName");
        QTest::newRow("with an umlaut") << QString::fromUtf8("m\xC3\xBCnchen.example")
                                        << QByteArray("xn--mnchen-3ya.example");
        QTest::newRow("Japanese") << QString::fromUtf8("\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E.jp")
                                  << QByteArray("xn--wgv71a119e.jp");
        QTest::newRow("with a wildcard") << QString::fromUtf8("*.m\xC3\xBCnchen.example")
                                         << QByteArray("*.xn--mnchen-3ya.example");
    }
    void anInternationalNameIsTheSameInBothForms()
    {
        QFETCH(QString, commonName);
        QFETCH(QByteArray, alternativeName);
        const auto findings = [&](const QByteArray &name) {
            return told(lint(make({.extensions = good + "subjectAltName=DNS:" + name + '\n',
                                   .subject = QStringLiteral("/CN=") + commonName,
                                   .issuer = QStringLiteral("Root")}),
                             now()));
        };
        const QString finding = QStringLiteral("warning common-name-not-among-names");
        QVERIFY(!findings(alternativeName).contains(finding));
        QVERIFY(findings("xn--bcher-kva.example").contains(finding));
    }

    void findsByKeyAndForm_data()
    {
        QTest::addColumn<QStringList>("key");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("finding");
        const QStringList ec = Recipe().key;
        const auto rsa = [](const QStringList &more) { return QStringList{QStringLiteral("rsa")} + more; };
        const auto option = [](const char *text) {
            return QStringList{QStringLiteral("-pkeyopt"), QString::fromLatin1(text)};
        };
        const auto curve = [](const char *name) {
            return QStringList{QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                               QStringLiteral("ec_paramgen_curve:") + QLatin1String(name)};
        };
        const auto row = [this](const char *name, const QStringList &key, const QStringList &words, const char *finding,
                                const QString &subject = {}) {
            QTest::newRow(name) << key << words << (subject.isEmpty() ? m_subject : subject)
                                << QString::fromLatin1(finding);
        };
        row("SHA-1", ec, {QStringLiteral("-sha1")}, "error weak-signature");
        row("a short RSA key", {QStringLiteral("rsa:1024")}, {}, "error short-rsa-key");
        row("an uneven RSA key", {QStringLiteral("rsa:2052")}, {}, "warning uneven-rsa-key");
        row("a small exponent", rsa(option("rsa_keygen_bits:2048") + option("rsa_keygen_pubexp:3")), {},
            "warning small-rsa-exponent");
        row("a weak curve", curve("P-192"), {}, "error weak-curve");
        row("a curve for coins", curve("secp256k1"), {}, "error unusual-curve");
        row("a curve of Brainpool", curve("brainpoolP256r1"), {}, "error unusual-curve");
        row("P-224", curve("P-224"), {}, "error unusual-curve");
        row("SM2", curve("SM2"), {}, "error unusual-curve");
        row("Ed25519", {QStringLiteral("ed25519")}, {}, "warning edwards-key");
        row("Ed448", {QStringLiteral("ed448")}, {}, "warning edwards-key");
        row("a curve that is spelt out", curve("P-256") + option("ec_param_enc:explicit"), {}, "error explicit-curve");
        row("a key for PSS alone", QStringList{QStringLiteral("rsa-pss")} + option("rsa_keygen_bits:2048"), {},
            "warning rsa-pss-key");
        row("a serial number of zero", ec, {QStringLiteral("-set_serial"), QStringLiteral("0")}, "error serial-zero");
        row("a negative serial number", ec, {QStringLiteral("-set_serial"), QStringLiteral("-5")},
            "error serial-negative");
        row("a serial number of 21 bytes", ec,
            {QStringLiteral("-set_serial"), QStringLiteral("0x") + QString(42, u'1')}, "error serial-too-long");
        row("a serial number of 20 bytes that must be written as 21", ec,
            {QStringLiteral("-set_serial"), QStringLiteral("0x") + QString(40, u'f')}, "error serial-too-long");
        row("a short serial number", ec, {QStringLiteral("-set_serial"), QStringLiteral("5")}, "notice serial-short");
        row("too many days", ec, {QStringLiteral("-days"), QStringLiteral("500")}, "warning valid-too-long");
        row("too many days for Apple", ec, {QStringLiteral("-days"), QStringLiteral("900")},
            "warning valid-too-long-for-apple");
        row("no subject", ec, {}, "error no-subject-and-names-not-critical", QStringLiteral("/"));
        row("an address for a common name", ec, {}, "notice common-name-is-address", QStringLiteral("/CN=10.0.0.1"));
    }
    void findsByKeyAndForm()
    {
        QFETCH(QStringList, key);
        QFETCH(QStringList, words);
        QFETCH(QString, subject);
        QFETCH(QString, finding);
        const Certificate certificate = make({.extensions = good + goodName,
                                              .subject = subject,
                                              .key = key,
                                              .words = words,
                                              .issuer = QStringLiteral("Root")});
        const QStringList findings = told(lint(certificate, now()));
        QVERIFY2(findings.contains(finding), qPrintable(findings.join(QStringLiteral(", "))));
    }

    void findsWhatNoToolMakes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after, const char *finding) {
            QTest::newRow(name) << before << after << QString::fromLatin1(finding);
        };
        const Certificate certificate = make({.extensions = good + goodName, .subject = m_subject});
        const QByteArray end = certificate.notAfter().toString(QStringLiteral("yyMMddHHmmss")).toLatin1() + 'Z';
        row("version 1 with extensions", QByteArray::fromHex("a003020102"), QByteArray::fromHex("a003020100"),
            "error extensions-in-old-version");
        row("a time with an offset", end, end.left(8) + "+0100", "error time-encoded-wrongly");
        row("a time of the last century", end, "55" + end.mid(2), "error utc-time-of-last-century");
        row("an end before the beginning", end, "20" + end.mid(2), "error validity-reversed");
        row("a date that is none", end, "9913" + end.mid(4), "error date-unreadable");
        row("two different signature algorithms", QByteArray::fromHex("06082a8648ce3d040302"),
            QByteArray::fromHex("06082a8648ce3d040303"), "error signature-algorithms-differ");
        row("two of the same extension", QByteArray::fromHex("551d25"), QByteArray::fromHex("551d0f"),
            "error duplicate-extension");
        row("a name that was changed after it was signed", "made.example.com", "fake.example.com",
            "warning self-signature-wrong");
        row("a name that is not ASCII", "made.example.com",
            QByteArray("m\xE4"
                       "de.example.com"),
            "error name-not-ascii");
    }
    void findsWhatNoToolMakes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, finding);
        const Certificate certificate = make({.extensions = good + goodName, .subject = m_subject});
        if (before.endsWith('Z')) // the row holds the end of another one
            before = certificate.notAfter().toString(QStringLiteral("yyMMddHHmmss")).toLatin1() + 'Z';
        QVERIFY(certificate.der().contains(before));
        const auto damaged = changed(certificate, before, after);
        QVERIFY(damaged);
        const QStringList findings = told(lint(*damaged, now()));
        QVERIFY2(findings.contains(finding), qPrintable(findings.join(QStringLiteral(", "))));
    }

    void theDayMatters()
    {
        const Certificate certificate =
            make({.extensions = good + goodName, .subject = m_subject, .issuer = QStringLiteral("Root")});
        QVERIFY(told(lint(certificate, now(40))).contains(QStringLiteral("error expired")));
        QVERIFY(told(lint(certificate, now(-10))).contains(QStringLiteral("error not-yet-valid")));
        QVERIFY(told(lint(certificate, now(25))).contains(QStringLiteral("warning expires-soon")));
        QCOMPARE(told(lint(certificate, now(10))), QStringList());
        QCOMPARE(told(lint(certificate, {})), QStringList());
        QCOMPARE(usedAsServer(certificate, now(40)).answer, ServerUse::Answer::No);
    }

    void theLimitOfDaysShrinks_data()
    {
        QTest::addColumn<QDate>("issued");
        QTest::addColumn<int>("days");
        QTest::newRow("the day before 200 days") << QDate(2026, 3, 14) << 398;
        QTest::newRow("the first day of 200 days") << QDate(2026, 3, 15) << 200;
        QTest::newRow("the first day of 100 days") << QDate(2027, 3, 15) << 100;
        QTest::newRow("the day before 47 days") << QDate(2029, 3, 14) << 100;
        QTest::newRow("the first day of 47 days") << QDate(2029, 3, 15) << 47;
        QTest::newRow("before 398 days") << QDate(2020, 8, 31) << 825;
    }
    void theLimitOfDaysShrinks()
    {
        QFETCH(QDate, issued);
        QTEST(longestValidity(issued).days, "days");
    }

    void nameConstraintsOfTheIssuersCount()
    {
        const Certificate issuer = m_maker
                                       .make(QStringLiteral("Narrow"),
                                             {.extensions = authority + "nameConstraints=permitted;DNS:example.org\n",
                                              .subject = QStringLiteral("/CN=Narrow")})
                                       .at(0);
        const Certificate certificate =
            make({.extensions = good + goodName, .subject = m_subject, .issuer = QStringLiteral("Narrow")});
        const LintQuestion question{.now = m_now, .issuers = {issuer}};
        QCOMPARE(told(lint(certificate, question)), QStringList{QStringLiteral("error name-constraint-violated")});
        QCOMPARE(usedAsServer(certificate, question).answer, ServerUse::Answer::No);
    }

    void md5IsWeakAndARootsOwnSignatureIsNoMatter()
    {
        Recipe recipe{.extensions = good + goodName,
                      .subject = m_subject,
                      .key = {QStringLiteral("rsa:2048")},
                      .words = {QStringLiteral("-md5")}};
        QVERIFY(told(lint(make(recipe), now())).contains(QStringLiteral("error weak-signature")));
        QCOMPARE(usedAsServer(make(recipe), now()).reason->rule, LintRule::WeakSignature);
        recipe.extensions = authority;
        QVERIFY(!told(lint(make(recipe), now())).contains(QStringLiteral("error weak-signature")));
    }

    void clientsPutUpWithTheSerialNumberOfARoot()
    {
        const Certificate root = make({.extensions = authority,
                                       .subject = m_subject,
                                       .words = {QStringLiteral("-set_serial"), QStringLiteral("0")}});
        QCOMPARE(told(lint(root, now())), QStringList{QStringLiteral("warning serial-zero")});
    }

    void selfSignedIsSaid()
    {
        const Certificate certificate = make({.extensions = good + goodName, .subject = m_subject});
        QCOMPARE(told(lint(certificate, now())), QStringList{QStringLiteral("warning self-signed-leaf")});
        QCOMPARE(usedAsServer(certificate, now()).reason->rule, LintRule::SelfSignedLeaf);
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
