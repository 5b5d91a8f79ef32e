#include "model/tls/algorithm_lists.h"
#include "model/tls/available_algorithms.h"
#include "tests/tls/memory_pair.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <array>

using namespace sealport;
using namespace sealport::test;

namespace {

using Kind = ListFinding::Kind;

const char *nameOf(Kind kind)
{
    switch (kind) { // no default: a new kind without a row here does not compile
    case Kind::TooLong:
        return "too-long";
    case Kind::IllegalCharacter:
        return "character";
    case Kind::Incomplete:
        return "incomplete";
    case Kind::WrongSeparator:
        return "separator";
    case Kind::UnknownCommand:
        return "command";
    case Kind::UnknownName:
        return "unknown";
    case Kind::IanaName:
        return "iana";
    case Kind::Tls13Suite:
        return "tls1.3";
    case Kind::OlderSuite:
        return "older";
    case Kind::NotAvailable:
        return "not-available";
    case Kind::EmptyCombination:
        return "combination";
    case Kind::NotAtBeginning:
        return "not-first";
    case Kind::OverridesOthers:
        return "overrides";
    case Kind::NeedsSharedSecret:
        return "secret";
    case Kind::AlreadyThere:
        return "there";
    case Kind::ExcludedBefore:
        return "excluded";
    case Kind::LevelForbids:
        return "forbids";
    case Kind::NothingLeft:
        return "nothing";
    case Kind::LevelLeavesNothing:
        return "level";
    case Kind::NothingForProtocols:
        return "protocols";
    case Kind::RefusedByOpenSsl:
        return "refused";
    }
    Q_UNREACHABLE();
}

/// "!unknown 4 'AES182' > AES128": an error at position 4, the element, and what is suggested.
QString written(const ListFinding &finding)
{
    QString text = QLatin1String(finding.isError ? "!" : "") + QLatin1String(nameOf(finding.kind));
    if (finding.kind < Kind::NothingLeft && finding.kind != Kind::TooLong)
        text += QStringLiteral(" %1 '%2'").arg(finding.position).arg(finding.element);
    if (!finding.suggestion.isEmpty())
        text += QStringLiteral(" > ") + finding.suggestion;
    if (finding.kind == Kind::LevelForbids || finding.kind == Kind::LevelLeavesNothing)
        text += QStringLiteral(" @%1").arg(finding.level);
    if (!finding.protocols.isEmpty())
        text += QStringLiteral(" for ") + protocolOptions(finding.protocols);
    return text;
}

QString written(const std::vector<ListFinding> &findings)
{
    QStringList lines;
    for (const ListFinding &finding : findings)
        lines.append(written(finding));
    return lines.join(QStringLiteral("; "));
}

void listColumns()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<ListUse>("use");
    QTest::addColumn<QString>("findings");
}

void listRow(const char *name, const char *list, const char *findings, ListUse use = {})
{
    QTest::newRow(name) << QString::fromUtf8(list) << use << QString::fromUtf8(findings);
}

/// What OpenSSL says of the list as a whole.
bool isTaken(AlgorithmList list, const QString &text)
{
    const SslContextPtr context = lenientContext(TLS_server_method());
    const QByteArray octets = text.toUtf8();
    bool taken = false;
    switch (list) {
    case AlgorithmList::Ciphers:
        taken = SSL_CTX_set_cipher_list(context.get(), octets.constData()) == 1;
        break;
    case AlgorithmList::CipherSuites:
        taken = SSL_CTX_set_ciphersuites(context.get(), octets.constData()) == 1;
        break;
    case AlgorithmList::Groups:
        taken = SSL_CTX_set1_groups_list(context.get(), octets.constData()) == 1;
        break;
    case AlgorithmList::SignatureAlgorithms:
        taken = SSL_CTX_set1_sigalgs_list(context.get(), octets.constData()) == 1;
        break;
    }
    ERR_clear_error();
    return taken;
}

} // namespace

Q_DECLARE_METATYPE(sealport::ListUse)
Q_DECLARE_METATYPE(sealport::ListFinding::Kind)

/// OpenSSL says nothing of most of what is wrong with a list; these say it while it is typed.
class TestAlgorithmLists final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void ciphersAreChecked_data();
    void ciphersAreChecked() { check(AlgorithmList::Ciphers, checkCiphers); }
    void cipherSuitesAreChecked_data();
    void cipherSuitesAreChecked() { check(AlgorithmList::CipherSuites, checkCipherSuites); }
    void groupsAreChecked_data();
    void groupsAreChecked() { check(AlgorithmList::Groups, checkGroups); }
    void signatureAlgorithmsAreChecked_data();
    void signatureAlgorithmsAreChecked() { check(AlgorithmList::SignatureAlgorithms, checkSignatureAlgorithms); }

    void whatHasNoEffectCanBeLeftOut();
    void everyNameThatIsShownIsTaken();
    void textsOfStrangersDoNoHarm_data();
    void textsOfStrangersDoNoHarm();
    void theLongestListsAreQuick();
    void aCutElementIsShownAsCut();

    void theListsOwnLevelIsRead_data();
    void theListsOwnLevelIsRead();

    void groupNumbersAreInTheirOrder();
    void groupNumbersStopAtTheLevel();
    void signatureNumbersAreThoseOfACertificateRequest_data();
    void signatureNumbersAreThoseOfACertificateRequest();
    void refusedListsHaveNoNumbers();

private:
    static void check(AlgorithmList which, std::vector<ListFinding> (*checkList)(QStringView, const ListUse &))
    {
        QFETCH(const QString, list);
        QFETCH(const ListUse, use);
        const auto findings = checkList(list, use);
        QTEST(written(findings), "findings");
        for (const ListFinding &finding : findings) {
            QVERIFY(finding.list == which);
            QCOMPARE(list.mid(finding.position, finding.length), finding.element);
        }
        QVERIFY2(hasError(findings) || list.isEmpty() || isTaken(which, list), "OpenSSL refuses what has no error");
    }
};

void TestAlgorithmLists::ciphersAreChecked_data()
{
    listColumns();
    listRow("an empty list is Sealport's own", "", "");
    listRow("DEFAULT", "DEFAULT", "");
    listRow("a list as they are written", "HIGH:!aNULL:!MD5", "");
    listRow("to exclude what is not there is prudent", "HIGH:!aNULL:!eNULL:!EXPORT:!DES:!RC4:!3DES:!PSK", "");
    listRow("combinations", "EECDH+AESGCM:EDH+AESGCM:EECDH+AES256:!aNULL", "");
    listRow("every separator", "AES128-SHA,AES256-SHA;AES128-SHA256 AES256-SHA256", "");
    listRow("operators end a name", "ALL!aNULL@STRENGTH", "");

    listRow("an unknown name", "AES128-SHA:foo", "unknown 11 'foo'");
    listRow("a slip", "AES128-SAH:AES256-SHA", "unknown 0 'AES128-SAH' > AES128-SHA");
    listRow("lower case", "AES256-SHA:ecdhe-rsa-aes128-gcm-sha256",
            "unknown 11 'ecdhe-rsa-aes128-gcm-sha256' > ECDHE-RSA-AES128-GCM-SHA256");
    listRow("a slip that excludes nothing", "ALL:!eNULLs", "unknown 5 'eNULLs' > eNULL");
    listRow("a slip in a combination", "ECDHE+AESGCMM:ALL", "unknown 6 'AESGCMM' > AESGCM");
    listRow("what follows an unknown name is lost with it", "foo!AES128-SHA:AES256-SHA", "unknown 0 'foo'");
    listRow("IANA's name", "AES256-SHA:TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "iana 11 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' > ECDHE-RSA-AES128-GCM-SHA256");
    listRow("a suite of TLS 1.3", "AES128-SHA:TLS_AES_128_GCM_SHA256", "tls1.3 11 'TLS_AES_128_GCM_SHA256'");
    listRow("a cipher that this OpenSSL has not", "AES128-SHA:RC4", "not-available 11 'RC4'");
    listRow("a suite that this OpenSSL has not", "AES128-SHA:RC4-SHA:EXP-RC4-MD5",
            "not-available 11 'RC4-SHA'; not-available 19 'EXP-RC4-MD5'");
    listRow("static Diffie-Hellman is of the past", "ECDH-RSA-AES128-GCM-SHA256:AES128-SHA",
            "not-available 0 'ECDH-RSA-AES128-GCM-SHA256' > ECDHE-RSA-AES128-GCM-SHA256");
    listRow("no suite is both", "kRSA+ECDSA:ALL", "combination 0 'kRSA+ECDSA'");
    listRow("DEFAULT in the middle", "AES128-SHA:DEFAULT", "not-first 11 'DEFAULT'");
    listRow("DEFAULT after a space", " DEFAULT:AES128-SHA", "not-first 1 'DEFAULT'");
    listRow("suite B decides of groups too", "SUITEB128:AES128-SHA",
            "!overrides 0 'SUITEB128' > ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384");
    listRow("the stronger suite B", "SUITEB192", "!overrides 0 'SUITEB192' > ECDHE-ECDSA-AES256-GCM-SHA384");

    listRow("shared secrets", "AES128-SHA:PSK", "secret 11 'PSK'");
    listRow("twice", "AES128-SHA:AES256-SHA:AES128-SHA", "there 22 'AES128-SHA'");
    listRow("part of what is there", "HIGH:AES128-SHA", "there 5 'AES128-SHA'");
    listRow("back again", "AES128-SHA:AES256-SHA:-AES128-SHA:AES128-SHA", "");
    listRow("excluded for good", "!AES128:AES256-SHA:AES128-SHA", "excluded 19 'AES128-SHA'");
    listRow("excluded by DEFAULT", "DEFAULT:eNULL", "excluded 8 'eNULL'");

    const ListUse atTwo{.protocols = {Protocol::Tls1_2, Protocol::Tls1_3}, .securityLevel = 2};
    const ListUse tls12AtTwo{.protocols = {Protocol::Tls1_2}, .securityLevel = 2};
    listRow("the level forbids one", "AES128-SHA:eNULL", "forbids 11 'eNULL' @2", atTwo);
    listRow("the list's own level goes before", "AES128-SHA:eNULL:@SECLEVEL=3:@SECLEVEL=0", "", atTwo);
    listRow("the list's own level forbids", "@SECLEVEL=1:AES128-SHA:aNULL", "forbids 23 'aNULL' @1",
            {.protocols = {Protocol::Tls1_2}, .securityLevel = 0});
    listRow("the level leaves nothing", "eNULL", "forbids 0 'eNULL' @2; !level @2 for tls1.2", tls12AtTwo);
    listRow("the level leaves TLS 1.3 alone", "eNULL", "forbids 0 'eNULL' @2; level @2 for tls1.2", atTwo);
    listRow("nothing for TLS 1.0", "AES128-GCM-SHA256", "protocols for tls1,tls1.1");
    listRow("nothing for TLS 1.0, which is alone", "AES128-GCM-SHA256", "!protocols for tls1",
            {.protocols = {Protocol::Tls1_0}, .securityLevel = 0});
    listRow("where only TLS 1.3 is ticked it does not matter", "AES128-GCM-SHA256", "",
            {.protocols = {Protocol::Tls1_3}, .securityLevel = 5});
    listRow("shared secrets are nothing", "PSK", "secret 0 'PSK'; !protocols for tls1.2", tls12AtTwo);

    listRow("nothing is left", "foo", "unknown 0 'foo'; !nothing");
    listRow("everything is excluded", "ALL:!ALL", "!nothing");
    listRow("it only excludes", "!aNULL:!MD5", "!nothing > DEFAULT:!aNULL:!MD5");
    listRow("it only commands", "@SECLEVEL=0", "!nothing > DEFAULT:@SECLEVEL=0");
    listRow("a level that does not exist", "ALL:@SECLEVEL=6", "!command 4 '@SECLEVEL=6'");
    listRow("a level of two digits", "ALL:@SECLEVEL=10", "!command 4 '@SECLEVEL=10'");
    listRow("a command that does not exist", "ALL:@STRENGHT", "!command 4 '@STRENGHT'");
    listRow("an operator alone", "ALL:!", "!incomplete 4 '!'");
    listRow("an operator before a separator", "!:ALL", "!incomplete 0 '!'");
    listRow("a command without name", "ALL:@:AES", "!incomplete 4 '@'; there 6 'AES'");
    listRow("half a combination", "ALL:AES+", "!incomplete 4 'AES+'");
    listRow("a character that is none of a name", "ALL:AES*", "there 4 'AES'; !character 7 '*'");
    listRow("a character after what selects suites without encryption", "kRSA*:ALL", "!character 4 '*'");
    listRow("an underscore after a name that is one", "ALL:AES_128", "there 4 'AES'; !character 7 '_'");
    listRow("an underscore alone", "ALL:_", "!character 4 '_'");
    listRow("a character of another script", "ALL:é", "!character 4 'é'");
    listRow("a character of two units", "ALL:😀:x", "!character 4 '😀'");
}

void TestAlgorithmLists::cipherSuitesAreChecked_data()
{
    listColumns();
    listRow("an empty list is Sealport's own", "", "");
    listRow("two suites", "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384", "");
    listRow("spaces and empty places do no harm", ":TLS_AES_128_GCM_SHA256 : TLS_AES_256_GCM_SHA384:", "");
    listRow("an unknown name", "foo:TLS_AES_128_GCM_SHA256", "unknown 0 'foo'");
    listRow("a slip", "TLS_AES_128_GCM_SHA265:TLS_AES_256_GCM_SHA384",
            "unknown 0 'TLS_AES_128_GCM_SHA265' > TLS_AES_128_GCM_SHA256");
    listRow("a suite of TLS 1.2", "AES128-SHA:TLS_AES_128_GCM_SHA256", "!older 0 'AES128-SHA' > AES128-SHA");
    listRow("a suite of TLS 1.2 that OpenSSL would take without a word", "TLS_RSA_WITH_AES_128_CBC_SHA",
            "!older 0 'TLS_RSA_WITH_AES_128_CBC_SHA' > AES128-SHA");
    listRow("a suite that this OpenSSL has not", "TLS_AES_128_GCM_SHA256:TLS_AEGIS_256_SHA512",
            "not-available 23 'TLS_AEGIS_256_SHA512'");
    listRow("commas", "TLS_AES_128_GCM_SHA256,TLS_AES_256_GCM_SHA384",
            "!separator 0 'TLS_AES_128_GCM_SHA256,TLS_AES_256_GCM_SHA384' > "
            "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384");
    listRow("twice", "TLS_AES_128_GCM_SHA256:TLS_AES_128_GCM_SHA256", "there 23 'TLS_AES_128_GCM_SHA256'");
    listRow("nothing is left", "foo", "unknown 0 'foo'; !nothing");
    listRow("nothing is there", ":", "!nothing");
    listRow("a character of another script", "TLS_AES_128_GCM_SHA256:é", "!character 23 'é'");
    const ListUse atFour{.protocols = {Protocol::Tls1_2, Protocol::Tls1_3}, .securityLevel = 4};
    listRow("the level forbids one", "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384",
            "forbids 0 'TLS_AES_128_GCM_SHA256' @4", atFour);
    listRow("the level leaves nothing", "TLS_AES_128_GCM_SHA256",
            "forbids 0 'TLS_AES_128_GCM_SHA256' @4; !level @4 for tls1.3", atFour);
    listRow("where TLS 1.3 is not ticked it does not matter", "TLS_AES_128_GCM_SHA256", "",
            {.protocols = {Protocol::Tls1_2}, .securityLevel = 4});
}

void TestAlgorithmLists::groupsAreChecked_data()
{
    listColumns();
    listRow("an empty list is Sealport's own", "", "");
    listRow("two groups", "X25519:P-256", "");
    listRow("spaces do no harm", "X25519 : P-256", "");
    listRow("an unknown name", "X25519:foo", "!unknown 7 'foo'");
    listRow("a slip", "X25519:P-255", "!unknown 7 'P-255' > P-256");
    listRow("every slip is told", "X25518:secp256r2",
            "!unknown 0 'X25518' > X25519; !unknown 7 'secp256r2' > secp256r1");
    listRow("a group that this OpenSSL has not", "X25519:GC256A", "!not-available 7 'GC256A'");
    listRow("the same under two names", "P-256:X25519:prime256v1", "!there 13 'prime256v1'");
    listRow("nothing between two colons", "X25519::P-256", "!incomplete 7 ''");
    listRow("nothing after the last colon", "X25519:", "!incomplete 7 ''");
    listRow("commas", "X25519, P-256", "!separator 0 'X25519, P-256' > X25519:P-256");
    listRow("a character of another script", "X25519:é", "!character 7 'é'");
    listRow("the level forbids one", "X25519:secp192r1", "forbids 7 'secp192r1' @2", {.securityLevel = 2});
    listRow("nothing for TLS 1.3", "secp256k1", "!protocols for tls1.3");
    listRow("where TLS 1.3 is not ticked it does not matter", "secp256k1", "", {.protocols = {Protocol::Tls1_2}});
    listRow("the level leaves nothing", "X25519", "forbids 0 'X25519' @5; !level @5 for tls1.3", {.securityLevel = 5});
}

void TestAlgorithmLists::signatureAlgorithmsAreChecked_data()
{
    listColumns();
    listRow("an empty list is Sealport's own", "", "");
    listRow("both ways to write them", "RSA+SHA256:ecdsa_secp256r1_sha256:ed25519:rsa_pss_rsae_sha256:PSS+SHA384", "");
    listRow("an unknown name", "ed25519:foo", "!unknown 8 'foo'");
    listRow("a slip", "ed25519:RSA+SHA265", "!unknown 8 'RSA+SHA265' > RSA+SHA256");
    listRow("capitals", "ED25519", "!unknown 0 'ED25519' > ed25519");
    listRow("IANA's name, which OpenSSL does not take", "ed25519:ecdsa_sha1", "!iana 8 'ecdsa_sha1' > ECDSA+SHA1");
    listRow("as Sealport writes it", "ed25519:sha224+rsa", "!iana 8 'sha224+rsa' > rsa_pkcs1_sha224");
    listRow("an algorithm that this OpenSSL has not", "ed25519:gostr34102012_256a",
            "!not-available 8 'gostr34102012_256a'");
    listRow("the same under two names", "ed25519:RSA+SHA256:rsa_pkcs1_sha256", "!there 19 'rsa_pkcs1_sha256'");
    listRow("nothing between two colons", "ed25519::RSA+SHA256", "!incomplete 8 ''");
    listRow("spaces", "ed25519 RSA+SHA256", "!separator 0 'ed25519 RSA+SHA256' > ed25519:RSA+SHA256");
    listRow("the level forbids one", "ed25519:RSA+SHA1", "forbids 8 'RSA+SHA1' @1", {.securityLevel = 1});
    listRow("the level forbids an undocumented spelling", "ed25519:SHA1+RSA", "forbids 8 'SHA1+RSA' @1",
            {.securityLevel = 1});
    listRow("nothing for TLS 1.3", "RSA+SHA256:ECDSA+SHA1", "!protocols for tls1.3");
    listRow("where TLS 1.3 is not ticked it does not matter", "RSA+SHA256", "", {.protocols = {Protocol::Tls1_2}});
    listRow("the level leaves nothing", "rsa_pss_rsae_sha256",
            "forbids 0 'rsa_pss_rsae_sha256' @4; !level @4 for tls1.3", {.securityLevel = 4});
}

// The notices say that OpenSSL does the same without the element; here it is asked.
void TestAlgorithmLists::whatHasNoEffectCanBeLeftOut()
{
    const QStringList vocabulary{
        QStringLiteral("ALL"),          QStringLiteral("HIGH"),       QStringLiteral("ECDHE"),
        QStringLiteral("kRSA"),         QStringLiteral("AES128"),     QStringLiteral("AES256-SHA"),
        QStringLiteral("eNULL"),        QStringLiteral("aNULL"),      QStringLiteral("PSK"),
        QStringLiteral("RC4"),          QStringLiteral("foo"),        QStringLiteral("CHACHA20"),
        QStringLiteral("ECDHE+AESGCM"), QStringLiteral("kRSA+ECDSA"), QStringLiteral("AES128-SHA"),
        QStringLiteral("DEFAULT")};
    const QStringList operators{{}, {}, {}, QStringLiteral("!"), QStringLiteral("-"), QStringLiteral("+")};
    auto pick = [state = 7U](const QStringList &from) mutable {
        state = state * 1664525U + 1013904223U;
        return from.at(static_cast<qsizetype>(state >> 16U) % from.size());
    };
    const auto suitesOf = [](const QStringList &elements) {
        const SslContextPtr context = lenientContext(TLS_server_method());
        QStringList names;
        if (SSL_CTX_set_cipher_list(context.get(), elements.join(u':').toLatin1().constData()) == 1)
            for (int i = 0; i < sk_SSL_CIPHER_num(SSL_CTX_get_ciphers(context.get())); ++i)
                names.append(QString::fromLatin1(
                    SSL_CIPHER_get_name(sk_SSL_CIPHER_value(SSL_CTX_get_ciphers(context.get()), i))));
        ERR_clear_error();
        return names;
    };
    constexpr std::array noEffect{Kind::UnknownName,  Kind::NotAvailable,   Kind::EmptyCombination,
                                  Kind::AlreadyThere, Kind::ExcludedBefore, Kind::NotAtBeginning};
    int leftOut = 0;
    for (int round = 0; round < 200; ++round) {
        QStringList elements;
        for (int i = 0; i < 8; ++i)
            elements.append(pick(operators) + pick(vocabulary));
        const QString list = elements.join(u':');
        const auto findings = checkCiphers(list);
        QStringList rest;
        qsizetype position = 0;
        for (const QString &element : elements) {
            const bool isIdle = std::ranges::any_of(findings, [&](const ListFinding &finding) {
                return finding.position >= position && finding.position < position + element.size()
                       && std::ranges::find(noEffect, finding.kind) != noEffect.end();
            });
            rest += isIdle ? QStringList() : QStringList(element);
            leftOut += isIdle ? 1 : 0;
            position += element.size() + 1;
        }
        const QStringList wanted = suitesOf(elements);
        QVERIFY2(suitesOf(rest) == wanted, qPrintable(list + QStringLiteral(" is not ") + rest.join(u':')));
        const bool hasNothing =
            std::ranges::any_of(findings, [](const ListFinding &finding) { return finding.kind == Kind::NothingLeft; });
        QVERIFY2(hasNothing == wanted.isEmpty(), qPrintable(list));
    }
    QVERIFY2(leftOut > 200, "the lists hold too little that is idle");
}

// A picker writes these names.
void TestAlgorithmLists::everyNameThatIsShownIsTaken()
{
    QStringList ciphers;
    QStringList cipherSuites;
    for (const AvailableSuite &suite : availableSuites())
        (suite.protocols.contains(Protocol::Tls1_3) ? cipherSuites : ciphers).append(suite.name);
    QStringList groups;
    for (const AvailableGroup &group : availableGroups())
        groups.append(group.name);
    QStringList signatures;
    for (const AvailableSignatureAlgorithm &algorithm : availableSignatureAlgorithms())
        signatures.append(algorithm.name);
    for (const ListFinding &finding : checkCiphers(ciphers.join(u':')))
        QVERIFY2(finding.kind == Kind::NeedsSharedSecret, qPrintable(written(finding)));
    QCOMPARE(written(checkCipherSuites(cipherSuites.join(u':'))), QString());
    QCOMPARE(written(checkGroups(groups.join(u':'))), QString());
    QCOMPARE(written(checkSignatureAlgorithms(signatures.join(u':'))), QString());
}

void TestAlgorithmLists::textsOfStrangersDoNoHarm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("too long") << QString(longestAlgorithmList + 1, u'A') << Kind::TooLong;
    QTest::newRow("a zero") << QStringLiteral("ALL") + QChar(0) + QStringLiteral("X25519") << Kind::IllegalCharacter;
    QTest::newRow("a line break") << QStringLiteral("AES128-SHA\nX25519") << Kind::IllegalCharacter;
    QTest::newRow("half a pair") << QStringLiteral("ALL:") + QChar(0xd83d) << Kind::IllegalCharacter;
    QTest::newRow("text that runs backwards") << QStringLiteral("ALL:\u202eKSP") << Kind::IllegalCharacter;
}
void TestAlgorithmLists::textsOfStrangersDoNoHarm()
{
    QFETCH(const QString, text);
    QFETCH(const Kind, kind);
    for (const auto check : {checkCiphers, checkCipherSuites, checkGroups, checkSignatureAlgorithms}) {
        const auto findings = check(text, {});
        QCOMPARE(findings.size(), std::size_t{1});
        QVERIFY(findings.front().kind == kind && findings.front().isError);
        QVERIFY(findings.front().position + findings.front().length <= text.size());
        QVERIFY(findings.front().element.size() <= 61);
    }
    QVERIFY(groupNumbersOf(text).empty());
    QVERIFY(signatureNumbersOf(text).empty());
    QVERIFY(!securityLevelIn(text).has_value());
}

void TestAlgorithmLists::theLongestListsAreQuick()
{
    for (const QString &element :
         {QStringLiteral("A:"), QStringLiteral("AES128-SAH:"), QStringLiteral("X25519:"), QStringLiteral("RSA+SHA256:"),
          QStringLiteral("!"), QStringLiteral("A+"), QStringLiteral("AES128-SHA256+"), QStringLiteral(":")}) {
        const QString text = element.repeated(longestAlgorithmList / element.size());
        QElapsedTimer timer;
        timer.start();
        for (const auto check : {checkCiphers, checkCipherSuites, checkGroups, checkSignatureAlgorithms})
            QVERIFY(check(text, {.securityLevel = 2}).size() <= 100);
        QVERIFY2(timer.elapsed() < 3000, qPrintable(element + QString::number(timer.elapsed())));
    }
}

void TestAlgorithmLists::aCutElementIsShownAsCut()
{
    const auto findings = checkGroups(QString(100, u'x'));
    QCOMPARE(findings.size(), std::size_t{1});
    QCOMPARE(findings.front().length, qsizetype{100});
    QCOMPARE(findings.front().element, QString(60, u'x') + u'…');
}

void TestAlgorithmLists::theListsOwnLevelIsRead_data()
{
    QTest::addColumn<QString>("list");
    QTest::newRow("none") << QStringLiteral("DEFAULT");
    QTest::newRow("after a colon") << QStringLiteral("DEFAULT:@SECLEVEL=0");
    QTest::newRow("without one") << QStringLiteral("ALL@SECLEVEL=1");
    QTest::newRow("the last of several") << QStringLiteral("@SECLEVEL=4:ALL:@SECLEVEL=3:!RC4");
    QTest::newRow("lost after an unknown name") << QStringLiteral("ALL:foo@SECLEVEL=4");
    QTest::newRow("in small letters it is no command") << QStringLiteral("ALL:seclevel=4");
}
void TestAlgorithmLists::theListsOwnLevelIsRead()
{
    QFETCH(const QString, list);
    constexpr int before = 2;
    const SslContextPtr context = lenientContext(TLS_server_method());
    SSL_CTX_set_security_level(context.get(), before);
    QCOMPARE(SSL_CTX_set_cipher_list(context.get(), list.toLatin1().constData()), 1);
    QCOMPARE(securityLevelIn(list).value_or(before), SSL_CTX_get_security_level(context.get()));
    QCOMPARE(securityLevelIn(list).has_value(), list.contains(u"@S") && !list.contains(u"foo"));
}

// A server of TLS 1.2 takes the first group of its list that the client has too.
void TestAlgorithmLists::groupNumbersAreInTheirOrder()
{
    QStringList spellings;
    for (const AvailableGroup &group : availableGroups())
        if (group.protocols.contains(Protocol::Tls1_2))
            spellings.append(group.spellings.last());
    const SslContextPtr server = lenientServer(makeIdentity(QStringLiteral("rsa:2048")));
    SSL_CTX_set_options(server.get(), SSL_OP_CIPHER_SERVER_PREFERENCE);
    const SslContextPtr client = lenientContext(TLS_client_method());
    SSL_CTX_set_cipher_list(client.get(), "ECDHE");
    while (!spellings.isEmpty()) {
        const QString list = spellings.join(u':');
        QCOMPARE(SSL_CTX_set1_groups_list(server.get(), list.toLatin1().constData()), 1);
        const auto numbers = groupNumbersOf(list);
        QCOMPARE(qsizetype(numbers.size()), spellings.size());
        QCOMPARE(shakeHands(*server, *client, TLS1_2_VERSION).group, numbers.front());
        spellings.removeFirst();
    }
}

void TestAlgorithmLists::groupNumbersStopAtTheLevel()
{
    QStringList names;
    for (const AvailableGroup &group : availableGroups())
        names.append(group.name);
    for (int level = 0; level <= highestSecurityLevel; ++level) {
        std::vector<std::uint16_t> wanted;
        for (const AvailableGroup &group : availableGroups())
            if (group.highestLevel >= level)
                wanted.push_back(group.number);
        QCOMPARE(groupNumbersOf(names.join(u':'), level), wanted);
    }
    const std::vector<std::uint16_t> oldOnes{0x0016};
    QCOMPARE(groupNumbersOf(u"secp256k1"), oldOnes); // none of TLS 1.3
    QCOMPARE(groupNumbersOf(u" X25519 : P-256"), std::vector<std::uint16_t>({0x001d, 0x0017}));
}

void TestAlgorithmLists::signatureNumbersAreThoseOfACertificateRequest_data()
{
    QTest::addColumn<QString>("list");
    QStringList first;
    QStringList last;
    for (const AvailableSignatureAlgorithm &algorithm : availableSignatureAlgorithms()) {
        first.append(algorithm.spellings.first());
        last.prepend(algorithm.spellings.last());
    }
    QTest::newRow("all of them") << first.join(u':');
    QTest::newRow("all of them backwards and otherwise spelled") << last.join(u':');
    QTest::newRow("a few") << QStringLiteral("RSA+SHA1:ed25519:rsa_pkcs1_sha256:PSS+SHA512");
    QTest::newRow("undocumented") << QStringLiteral("SHA384+RSA : SHA1+ECDSA:RSA+sha256");
}
void TestAlgorithmLists::signatureNumbersAreThoseOfACertificateRequest()
{
    QFETCH(const QString, list);
    const SslContextPtr server = lenientServer(makeIdentity(QStringLiteral("rsa:2048")));
    SSL_CTX_set_verify(server.get(), SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_cipher_list(server.get(), "kRSA"); // signs nothing itself
    QCOMPARE(SSL_CTX_set1_sigalgs_list(server.get(), list.toLatin1().constData()), 1);
    const SslContextPtr client = lenientContext(TLS_client_method());
    for (int level = 0; level <= 2; ++level) { // the key is not good for more
        SSL_CTX_set_security_level(server.get(), level);
        const OnTheWire seen = shakeHands(*server, *client, TLS1_2_VERSION);
        QVERIFY(seen.gotThrough && !seen.requested.empty());
        QCOMPARE(signatureNumbersOf(list, level), seen.requested);
    }
}

void TestAlgorithmLists::refusedListsHaveNoNumbers()
{
    for (const QStringView list : {u"", u":", u"foo", u"X25519:foo", u"X25519:X25519", u"X25519,P-256"})
        QVERIFY(groupNumbersOf(list).empty());
    for (const QStringView list : {u"", u":", u"foo", u"RSA+SHA256:foo", u"RSA+SHA256:RSA+SHA256"})
        QVERIFY(signatureNumbersOf(list).empty());
}

QTEST_GUILESS_MAIN(TestAlgorithmLists)
#include "tst_algorithm_lists.moc"
