#include "model/sockets/wlanguage_call.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

#include <ctime>
#include <functional>

using namespace sealport;
using Code = WLanguageNote::Code;

Q_DECLARE_METATYPE(sealport::ServerProfile)
Q_DECLARE_METATYPE(QList<sealport::WLanguageNote::Code>)

namespace {

using Codes = QList<Code>;

const QString windevsHash = QStringLiteral("9d a4 84 fc f6 62 92 90 9a 62 d4 ca 65 fb 08 7e 06 45 de 24");

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

/// What nearly every call below says.
ServerProfile usual()
{
    ServerProfile profile;
    profile.name = q("s");
    profile.certificate.id = q("localhost");
    return profile;
}

ServerProfile with(const std::function<void(ServerProfile &)> &change)
{
    ServerProfile profile = usual();
    change(profile);
    return profile;
}

Codes codesOf(const WLanguageReading &reading)
{
    Codes codes;
    for (const WLanguageNote &note : reading.notes)
        codes.append(note.code);
    return codes;
}

QByteArray shown(const WLanguageReading &reading)
{
    QStringList lines;
    for (const WLanguageNote &note : reading.notes)
        lines.append(q("note %1 line %2 %3").arg(int(note.code)).arg(note.line).arg(note.values.join(u'|')));
    for (const ServerProfile &profile : reading.profiles)
        lines.append(QString::fromUtf8(QJsonDocument(toJson(profile)).toJson(QJsonDocument::Compact)));
    return lines.join(u'\n').toUtf8();
}

/// One row: a text, the only profile in it, and what is noted besides the address that it leaves out.
void row(const char *name, const QString &text, const ServerProfile &profile = usual(), const Codes &codes = {})
{
    QTest::newRow(name) << text << profile << codes;
}

} // namespace

/// Calls of SocketCréeSSL, as people paste them.
class TestWLanguageCall final : public QObject {
    Q_OBJECT

    static void columns()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ServerProfile>("profile");
        QTest::addColumn<Codes>("codes");
    }
    static void check()
    {
        QFETCH(const QString, text);
        QFETCH(const ServerProfile, profile);
        QFETCH(const Codes, codes);
        const WLanguageReading reading = readWLanguageCall(text);
        QCOMPARE(reading.profiles.size(), std::size_t{1});
        QVERIFY2(reading.profiles.front() == profile, shown(reading).constData());
        Codes noted = codesOf(reading);
        noted.removeOne(Code::NoAddress);
        QVERIFY2(std::ranges::equal(noted, codes), shown(reading).constData()); // Qt's == asks memcmp about null
    }

private Q_SLOTS:
    void readsTheSampleOfWinDev()
    {
        QFile file(QStringLiteral(SEALPORT_WLANGUAGE "/page-sample.wl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const WLanguageReading reading = readWLanguageCall(QString::fromUtf8(file.readAll()));
        QCOMPARE(reading.profiles.size(), std::size_t{1});
        const ServerProfile &profile = reading.profiles.front();
        QCOMPARE(profile.name, q("sSocketSSL"));
        QCOMPARE(profile.port, 5043);
        QVERIFY(!profile.anyPort);
        QCOMPARE(profile.certificate.id, windevsHash);
        QCOMPARE(profile.certificate.by, IdentifyBy::Thumbprint);
        QVERIFY(profile.protocols == socketCreeSslProtocols);
        QCOMPARE(profile.address, q("127.0.0.1"));
        QCOMPARE(profile.addressUse, AddressUse::Shared);
        QCOMPARE(codesOf(reading), (Codes{Code::NoProtocol, Code::NoAddress}));
        QCOMPARE(reading.notes.front().line, 7);
        QVERIFY(validate(profile).empty());
    }

    /// doc.windev.com: the translation turned "de 24" into "of 24".
    void keepsTheThumbprintOfTheEnglishPageAndSaysThatItIsNone()
    {
        const WLanguageReading reading =
            readWLanguageCall(q("sSSLSocket is string = \"sSSLSocket\"\n"
                                "IF NOT SocketCreateSSL(sSSLSocket, 5043, \"9d a4 84 fc f6 62 92 90 9a 62 d4 \" + ...\n"
                                "\"ca 65 fb 08 7e 06 45 of 24\", CertificateHash) THEN\n"
                                "\tError(ErrorInfo())\n\tRETURN\nELSE\n"));
        QCOMPARE(reading.profiles.size(), std::size_t{1});
        const QString typed = QString(windevsHash).replace(q("de"), q("of"));
        QCOMPARE(reading.profiles.front().certificate.id, typed);
        QCOMPARE(reading.profiles.front().certificate.by, IdentifyBy::Thumbprint);
        QCOMPARE(codesOf(reading), (Codes{Code::NoProtocol, Code::ThumbprintDoubtful, Code::NoAddress}));
        QCOMPARE(reading.notes.at(1).values, QStringList{typed});
        QCOMPARE(reading.notes.at(1).line, 2);
    }

    void readsTheCallHoweverItIsWritten_data()
    {
        columns();
        row("in French", q("SocketCréeSSL(\"s\", 5043, \"localhost\")"));
        row("without the accent", q("SocketCreeSSL(\"s\", 5043, \"localhost\")"));
        row("with an accent that is a character of its own", q("SocketCre\u0301eSSL(\"s\", 5043, \"localhost\")"));
        row("in English", q("SocketCreateSSL(\"s\", 5043, \"localhost\")"));
        row("in capitals", q("SOCKETCRÉESSL(\"s\", 5043, \"localhost\")"));
        row("in small letters", q("socketcreatessl(\"s\", 5043, \"localhost\")"));
        row("without blanks", q("SocketCréeSSL(\"s\",5043,\"localhost\")"));
        row("with blanks of every kind",
            q("\ufeff\u00a0 SocketCréeSSL \t (\u202f\"s\"\u200b ,\u2003 5043 ,\"localhost\"\u00a0)\u00a0"));
        row("over several lines", q("SocketCréeSSL(\"s\", ...\n\t5043, ...\n\t\"localhost\")"));
        row("over several lines of Windows", q("SocketCréeSSL(\"s\", ...\r\n\t5043, ...\r\n\t\"localhost\")\r\n"));
        row("over lines that nothing joins", q("SocketCréeSSL(\"s\",\n5043,\n\"localhost\"\n)"));
        row("with the dots of a word processor", q("SocketCréeSSL(\"s\", …\n5043, … // le port\n\"localhost\")"));
        row("with dots whose line was lost", q("SocketCréeSSL(\"s\", ... 5043, ... \"localhost\")"));
        row("in a condition", q("SI PAS SocketCréeSSL(\"s\", 5043, \"localhost\") ALORS\n\tErreur(ErreurInfo())\nFIN"));
        row("in a condition of English", q("IF NOT SocketCreateSSL(\"s\", 5043, \"localhost\") THEN RETURN"));
        row("in a comparison", q("IF SocketCreateSSL(\"s\", 5043, \"localhost\") = False THEN"));
        row("in a result", q("bResultat = SocketCréeSSL(\"s\", 5043, \"localhost\")"));
        row("in a result that is declared", q("bOK est un booléen = SocketCréeSSL(\"s\", 5043, \"localhost\")"));
        row("in a return", q("RENVOYER SocketCréeSSL(\"s\", 5043, \"localhost\")"));
        row("behind a semicolon", q("i = 1; SocketCréeSSL(\"s\", 5043, \"localhost\"); j = 2"));
        row("behind a comment that looks like one",
            q("// SocketCréeSSL(\"no\", 1, \"no\")\nSocketCréeSSL(\"s\", 5043, \"localhost\")"));
        row("behind a long comment that looks like one",
            q("/* SocketCréeSSL(\"no\", 1, \"no\")\n */SocketCréeSSL(\"s\", 5043, \"localhost\")"));
        row("with comments between its parameters",
            q("SocketCréeSSL(\"s\" /* le nom */, 5043, ... // le port\n\"localhost\" // le certificat\n)"));
        row("behind a text that looks like one",
            q("Info(\"SocketCréeSSL(\"\"no\"\", 1, \"\"no\"\")\")\nSocketCréeSSL(\"s\", 5043, \"localhost\")"));
        row("behind a parenthesis that nobody closes", q("SI (x = 1 ALORS\nSocketCréeSSL(\"s\", 5043, \"localhost\")"));
        row("its result in parentheses", q("(SocketCréeSSL(\"s\", (5043), (\"localhost\")))"));
    }
    void readsTheCallHoweverItIsWritten() { check(); }

    void readsTexts_data()
    {
        columns();
        const auto call = [](const char *certificate) {
            return q("SocketCréeSSL(\"s\", 5043, %1)").arg(q(certificate));
        };
        const auto by = [](const QString &certificate) {
            return with([&](ServerProfile &profile) { profile.certificate.id = certificate; });
        };
        row("put together", call("\"local\" + \"host\""));
        row("put together over several lines", call("\"lo\" + ...\n\t\"cal\" + ...\n\"host\""));
        row("put together at the beginning of lines", call("\"lo\"\n + \"cal\"\n + \"host\""));
        row("put together without a blank", call("\"local\"+\"host\""));
        row("put together in parentheses", call("(\"lo\" + (\"cal\" + \"host\"))"));
        row("with quotation marks in it", call("\"a \"\"b\"\" c\""), by(q("a \"b\" c")));
        row("with nothing but a quotation mark in it", call("\"\"\"\""), by(q("\"")));
        row("with a quotation mark by its number", call("Caract(34) + \"a\" + Charact(0x22)"), by(q("\"a\"")));
        row("with a character by a number that is none", call("\"a\" + Caract(1114112)"), by({}),
            {Code::UnknownVariable});
        row("with a line break", call("\"a\" + RC + \"b\""), by(q("a\r\nb")));
        row("with numbers", call("\"host\" + 5 + \"b\""), by(q("host5b")));
        row("with what looks like a comment", call("\"//a/*b\""), by(q("//a/*b")));
        row("with accents", call("\"Société Générale\""), by(q("Société Générale")));
        row("empty", call("\"\""), by({}));
        row("between backticks", call("`a \"b\" c`"), by(q("a \"b\" c")));
        row("between typographic quotation marks", call("“localhost”"), usual(), {Code::TypographicQuotes});
        row("between others of them", call("„localhost“"), usual(), {Code::TypographicQuotes});
        row("between those of French", call("«\u00a0localhost\u202f»"), usual(), {Code::TypographicQuotes});
        row("begun straight and ended otherwise", call("\"localhost”"), usual(), {Code::TypographicQuotes});
        row("with those inside", call("\"a “b” «c»\""), by(q("a “b” «c»")));
        row("in brackets over lines", call("[\n\tlocalhost\n]"), usual(), {Code::MultilineString});
        row("in brackets and quotation marks", call("[\"\nlocal]host\n\"]"), by(q("local]host")),
            {Code::MultilineString});
        row("with a place to fill in", call("\"[%sHost%]\""), by(q("[%sHost%]")), {Code::Interpolation});
        row("whose end is missing", q("SocketCréeSSL(\"s\", 5043, \"localhost\n"), usual(),
            {Code::UnfinishedCall, Code::UnfinishedString});
    }
    void readsTexts() { check(); }

    void readsVariables_data()
    {
        columns();
        const QString call = q("\nSocketCréeSSL(sNom, nPort, sCert)");
        row("declared with a value",
            q("sNom est une chaîne = \"s\"\nnPort est un entier = 5043\nsCert est une chaîne = \"localhost\"") + call);
        row("declared in English",
            q("sNom is string = \"s\"\nnPort is int = 5043\nsCert is a string = \"localhost\"") + call);
        row("declared with sizes",
            q("sNom est une chaîne ANSI = \"s\"\nnPort est un entier sur 4 = 5043\nsCert est une chaîne = "
              "\"localhost\"")
                + call);
        row("declared without a type", q("soit sNom = \"s\"\nlet nPort = 5043\nLOCAL sCert = \"localhost\"") + call);
        row("given a value later",
            q("sNom, sCert sont des chaînes\nnPort est un entier\nsNom = \"s\"\nnPort = 5043\nsCert = \"localhost\"")
                + call);
        row("several of a kind",
            q("sNom = \"s\"\nnAutre, nPort sont des entiers = 5043\nsCert = \"localhost\"") + call);
        row("constants",
            q("CONSTANTE\n\tsNom = \"s\"\n\tnPort = 5043\nFIN\nCONSTANT sCert = \"localhost\"\nEND") + call);
        row("in another case", q("SNOM = \"s\"\nNPORT = 5043\nscert = \"localhost\"") + call);
        row("put together", q("sNom = \"s\"\nnPort = 5000 + 43\nsCert = \"local\" + ...\n\"host\"") + call);
        row("added to", q("sNom = \"s\"\nnPort = 5043\nsCert = \"local\"\nsCert += \"host\"") + call);
        row("out of each other", q("sHost = \"host\"; sNom = \"s\"; nPort = 5043; sCert = \"local\" + sHost") + call);
        row("of the window", q("::sNom = \"s\"\n::nPort = 5043\n::sCert = \"localhost\"") + call);
        row("members", q("g.sNom = \"s\"\ng:nPort = 5043\nx..sCert = \"localhost\"\n")
                           + q("SocketCréeSSL(g.sNom, g:nPort, x..sCert)"));
        row("the last value counts",
            q("sNom = \"a\"\nsNom = \"s\"\nnPort = 5043\nsCert = \"localhost\"") + call + q("\nsNom = \"b\""));
        row("a name alone", q("SocketCréeSSL(sSocket, 5043, \"localhost\")"),
            with([](ServerProfile &profile) { profile.name = q("sSocket"); }), {Code::NameFromVariable});
        row("a port without a value", q("SocketCréeSSL(\"s\", nPort, \"localhost\")"), usual(),
            {Code::UnknownVariable});
        row("a certificate without a value", q("SocketCréeSSL(\"s\", 5043, SAI_Hash)"),
            with([](ServerProfile &profile) { profile.certificate.id.clear(); }), {Code::UnknownVariable});
        row("half a certificate without a value", q("SocketCréeSSL(\"s\", 5043, \"local\" + sRest)"),
            with([](ServerProfile &profile) { profile.certificate.id.clear(); }), {Code::UnknownVariable});
        row("out of a function", q("SocketCréeSSL(\"s\", 5043, INILit(\"a\", \"b\", \"\", \"c.ini\"))"),
            with([](ServerProfile &profile) { profile.certificate.id.clear(); }), {Code::UnknownVariable});
        row("out of an array", q("SocketCréeSSL(\"s\", 5043, tab[1])"),
            with([](ServerProfile &profile) { profile.certificate.id.clear(); }), {Code::NotUnderstood});
        row("compared, not given a value", q("SI sNom = \"b\" ALORS\nSocketCréeSSL(sNom, 5043, \"localhost\")"),
            with([](ServerProfile &profile) { profile.name = q("sNom"); }), {Code::NameFromVariable});
    }
    void readsVariables() { check(); }

    void readsPorts_data()
    {
        columns();
        const auto call = [](const char *port) { return q("SocketCréeSSL(\"s\", %1, \"localhost\")").arg(q(port)); };
        const auto at = [](quint16 port, bool anyPort = false) {
            return with([&](ServerProfile &profile) {
                profile.port = port;
                profile.anyPort = anyPort;
            });
        };
        row("the lowest", call("5000"), at(5000));
        row("the highest", call("65000"), at(65000));
        row("below the lowest", call("4999"), at(4999, true), {Code::PortOutsideRange});
        row("above the highest", call("65001"), at(65001, true), {Code::PortOutsideRange});
        row("that of HTTPS", call("443"), at(443, true), {Code::PortOutsideRange});
        row("the last there is", call("65535"), at(65535, true), {Code::PortOutsideRange});
        row("one more", call("65536"), usual(), {Code::PortImpossible});
        row("none at all", call("0"), at(0), {Code::PortOfSystem});
        row("hexadecimal", call("0x13B3"), at(5043));
        row("a sum", call("5000 + 44"), at(5044));
        row("a text", call("\"5044\""), at(5044));
        row("a text that is no number", call("\"https\""), usual(), {Code::PortImpossible});
        row("below zero", call("-1"), usual(), {Code::NotUnderstood});
        row("a number and more", call("5043 443"), usual(), {Code::NotUnderstood});
        row("larger than any number", call("99999999999999999999999"), usual(), {Code::NotUnderstood});
        row("left out", call(""), usual(), {Code::NotUnderstood});
    }
    void readsPorts() { check(); }

    void readsOptions_data()
    {
        columns();
        const auto call = [](const QString &options) {
            return q("SocketCréeSSL(\"s\", 5043, \"localhost\", %1)").arg(options);
        };
        const auto of = [](ProtocolSet protocols, IdentifyBy by = IdentifyBy::Name) {
            return with([&](ServerProfile &profile) {
                profile.protocols = protocols;
                profile.certificate.by = by;
            });
        };
        struct Spelling {
            const char *name;
            Protocol protocol;
        };
        for (const auto &[name, protocol] : {Spelling{"ProtocoleSSL2", Protocol::Ssl2},
                                             {"ProtocoleSSL3", Protocol::Ssl3},
                                             {"ProtocoleTLS1", Protocol::Tls1_0},
                                             {"ProtocoleTLS1_1", Protocol::Tls1_1},
                                             {"ProtocoleTLS1_2", Protocol::Tls1_2},
                                             {"ProtocoleTLS1_3", Protocol::Tls1_3},
                                             {"ProtocolSSL2", Protocol::Ssl2},
                                             {"ProtocolSSL3", Protocol::Ssl3},
                                             {"ProtocolTLS1", Protocol::Tls1_0},
                                             {"ProtocolTLS1_1", Protocol::Tls1_1},
                                             {"ProtocolTLS1_2", Protocol::Tls1_2},
                                             {"ProtocolTLS1_3", Protocol::Tls1_3},
                                             {"protocoletls1_2", Protocol::Tls1_2},
                                             {"ProtocoleTLS1_0", Protocol::Tls1_0}})
            row(name, call(q(name)), of({protocol}));
        for (const char *name : {"HashCertificat", "CertificateHash", "HASHCERTIFICAT", "HashCertificate"})
            row(name, q("SocketCréeSSL(\"s\", 5043, \"%1\", ProtocoleTLS1_2 + %2)").arg(windevsHash, q(name)),
                with([](ServerProfile &profile) {
                    profile.protocols = {Protocol::Tls1_2};
                    profile.certificate.by = IdentifyBy::Thumbprint;
                    profile.certificate.id = windevsHash;
                }));
        for (const char *name : {"NomCertificat", "CertificateName"})
            row(name, call(q("ProtocolTLS1_2 | ") + q(name)), of({Protocol::Tls1_2}));
        row("a set with a hole", call(q("ProtocoleTLS1+ProtocoleTLS1_2")), of({Protocol::Tls1_0, Protocol::Tls1_2}));
        row("a set over several lines", call(q("ProtocoleTLS1_2 + ...\n\tProtocoleTLS1_3 + ...\n\tNomCertificat")),
            of(modernProtocols));
        row("a set in a variable",
            q("nOptions est un entier = ProtocoleTLS1_2 | ProtocoleTLS1_3\n") + call(q("nOptions + NomCertificat")),
            of(modernProtocols));
        row("a set out of a function", call(q("OUBinaire(ProtocoleTLS1_2, ProtocoleTLS1_3)")), of(modernProtocols));
        row("the same twice", call(q("ProtocoleTLS1_2 + ProtocolTLS1_2")), of({Protocol::Tls1_2}));
        row("no protocol", call(q("NomCertificat")), usual(), {Code::NoProtocol});
        row("both ways to name the certificate",
            q("SocketCréeSSL(\"s\", 5043, \"%1\", NomCertificat + HashCertificat + ProtocoleTLS1_3)").arg(windevsHash),
            with([](ServerProfile &profile) {
                profile.protocols = {Protocol::Tls1_3};
                profile.certificate.by = IdentifyBy::Thumbprint;
                profile.certificate.id = windevsHash;
            }),
            {Code::HashAndName});
        row("a protocol that does not exist yet", call(q("ProtocoleTLS1_2 + ProtocoleTLS1_4")), of({Protocol::Tls1_2}),
            {Code::UnknownConstant});
        row("a number", call(q("ProtocoleTLS1_2 + 64")), of({Protocol::Tls1_2}), {Code::UnknownConstant});
        row("a text", call(q("\"ProtocoleTLS1_2\"")), of({Protocol::Tls1_2}));
        row("not understood", call(q("ProtocoleTLS1_2 - NomCertificat")), usual(), {Code::NotUnderstood});
        row("left out", call({}), usual());
    }
    void readsOptions() { check(); }

    void readsTheRest_data()
    {
        columns();
        const auto at = [](const QString &address) {
            return with([&](ServerProfile &profile) { profile.address = address; });
        };
        const QString call = q("SocketCréeSSL(\"s\", 5043, \"localhost\", ProtocoleTLS1 + ProtocoleTLS1_1 + "
                               "ProtocoleTLS1_2, %1)");
        row("an address", call.arg(q("\"192.0.2.1\"")), at(q("192.0.2.1")));
        row("all addresses", call.arg(q("\"0.0.0.0\"")), at(q("0.0.0.0")));
        row("a host name", call.arg(q("\"www.pcsoft.fr\"")), at(q("www.pcsoft.fr")));
        row("an empty address", call.arg(q("\"\"")));
        row("the address of the computer", call.arg(q("NetAdresseIP()")), usual(), {Code::UnknownVariable});
        row("a store", call.arg(q("\"::1\", \"MY\"")), at(q("::1")), {Code::StoreNotUsed});
        row("an empty store", call.arg(q("\"::1\", \"\"")), at(q("::1")));
        row("more than there are", call.arg(q("\"::1\", \"\", 7, Vrai")), at(q("::1")), {Code::ParametersLeftOver});
        row("no certificate", q("SocketCréeSSL(\"s\", 5043)"),
            with([](ServerProfile &profile) { profile.certificate.id.clear(); }), {Code::ParameterMissing});
        row("nothing at all", q("SocketCréeSSL()"), with([](ServerProfile &profile) {
                profile.name = q("sSocketSSL");
                profile.certificate.id.clear();
            }),
            {Code::ParameterMissing, Code::ParameterMissing, Code::ParameterMissing});
        row("an empty name", q("SocketCréeSSL(\" \", 5043, \"localhost\")"),
            with([](ServerProfile &profile) { profile.name = q("sSocketSSL"); }));
        row("a parenthesis that is missing", q("SI PAS SocketCréeSSL(\"s\", 5043, \"localhost\" ALORS\n\tRETOUR\nFIN"),
            usual(), {Code::UnfinishedCall});
        row("a parenthesis that is missing at the end", q("SocketCréeSSL(\"s\", 5043, \"localhost\""), usual(),
            {Code::UnfinishedCall});
        row("a parenthesis that is missing at the end of a line",
            q("SocketCréeSSL(\"s\", 5043, \"localhost\"\nSocketFerme(\"s\")"), usual(), {Code::UnfinishedCall});
        const ServerProfile unique = with([](ServerProfile &profile) { profile.addressUse = AddressUse::Unique; });
        const QString bare = q("SocketCréeSSL(\"s\", 5043, \"localhost\")");
        row("a unique address", q("Socket.Option = SocketAdresseUnique\n") + bare, unique);
        row("a unique address in English", q("socket.option = SocketUniqueAddress\n") + bare, unique);
        row("a unique address too late", bare + q("\nSocket.Option = SocketAdresseUnique"));
        row("a unique address given up", q("Socket.Option = SocketAdresseUnique\nSocket.Option = 0\n") + bare, usual(),
            {Code::SocketOptionUnknown});
        row("a thumbprint as a name", q("SocketCréeSSL(\"s\", 5043, \"%1\")").arg(windevsHash),
            with([](ServerProfile &profile) { profile.certificate.id = windevsHash; }), {Code::NameIsThumbprint});
        const QString sha256 = q("ab").repeated(32);
        row("a thumbprint of another length",
            q("SocketCréeSSL(\"s\", 5043, \"%1\", HashCertificat + ProtocoleTLS1_2)").arg(sha256),
            with([&](ServerProfile &profile) {
                profile.certificate.id = sha256;
                profile.certificate.by = IdentifyBy::Thumbprint;
                profile.protocols = {Protocol::Tls1_2};
            }),
            {Code::ThumbprintNotSha1});
        const QString invisible = QChar(0x200E) + windevsHash;
        row("a thumbprint with an invisible character, as certmgr.msc copies it",
            q("SocketCréeSSL(\"s\", 5043, \"%1\", HashCertificat + ProtocoleTLS1_2)").arg(invisible),
            with([&](ServerProfile &profile) {
                profile.certificate.id = invisible;
                profile.certificate.by = IdentifyBy::Thumbprint;
                profile.protocols = {Protocol::Tls1_2};
            }),
            {Code::ThumbprintDoubtful});
        row("a comment that never ends", bare + q("\n/* and so on"), usual(), {Code::UnfinishedComment});
    }
    void readsTheRest() { check(); }

    void anAddressThatIsNotKnownIsSaidOnce()
    {
        const Codes codes = codesOf(readWLanguageCall(q("SocketCréeSSL(\"s\", 5043, \"a\", NomCertificat, sIP)")));
        QCOMPARE(codes, (Codes{Code::NoProtocol, Code::UnknownVariable}));
    }

    void readsSettingsInComments_data()
    {
        columns();
        const QString call = q("SocketCréeSSL(\"s\", 5043, \"localhost\")\n");
        row("a reply", q("// sealport: reply = \"http\"\n") + call,
            with([](ServerProfile &profile) { profile.reply.mode = ReplyMode::Http; }), {Code::SettingsRead});
        row("several", q("//sealport:idleTimeoutMs=2000\n  // sealport: anyPort = true\n") + call,
            with([](ServerProfile &profile) {
                profile.limits.idleTimeout = std::chrono::seconds(2);
                profile.anyPort = true;
            }),
            {Code::SettingsRead});
        row("one that no call may change", q("// sealport: port = 1\n") + call, usual(), {Code::SettingsNotRead});
        row("one that does not exist", q("// sealport: colour = 1\n") + call, usual(), {Code::SettingsNotRead});
        row("one of another kind", q("// sealport: reply = 1\n") + call, usual(), {Code::SettingsNotRead});
        row("one without a value", q("// sealport: reply\n") + call, usual(), {Code::SettingsNotRead});
        row("one that is no JSON", q("// sealport: reply = http\n") + call, usual(), {Code::SettingsNotRead});
        row("one with a PIN", q("// sealport: certificateFile = \"pkcs11:token=a?pin-value=1234\"\n") + call, usual(),
            {Code::SettingsNotRead});
        row("below the call", call + q("// sealport: reply = \"http\"\n"), usual());
    }
    void readsSettingsInComments() { check(); }

    void readsSeveralCalls()
    {
        const WLanguageReading reading = readWLanguageCall(q("sHost = \"a\"\n"
                                                             "SocketCréeSSL(\"one\", 5043, sHost)\n"
                                                             "sHost = \"b\"\n"
                                                             "Socket.Option = SocketAdresseUnique\n"
                                                             "SocketCreateSSL(\"two\", 5044, sHost, 64)\n"
                                                             "SocketCréeSSL(\"two\", 5045, sHost)\n"));
        QCOMPARE(reading.profiles.size(), std::size_t{3});
        QCOMPARE(reading.profiles.at(0).certificate.id, q("a"));
        QCOMPARE(reading.profiles.at(1).certificate.id, q("b"));
        QCOMPARE(reading.profiles.at(2).port, 5045);
        QCOMPARE(reading.profiles.at(0).addressUse, AddressUse::Shared);
        QCOMPARE(reading.profiles.at(1).addressUse, AddressUse::Unique);
        QCOMPARE(reading.profiles.at(2).addressUse, AddressUse::Unique);
        const auto constant = std::ranges::find(reading.notes, Code::UnknownConstant, &WLanguageNote::code);
        QVERIFY(constant != reading.notes.end());
        QCOMPARE(constant->line, 5);
        QCOMPARE(constant->values, QStringList{q("64")});
        QCOMPARE(constant->parameter, WLanguageParameter::Options);
    }

    void readsNoMoreCallsThanSomebodyWrites()
    {
        const WLanguageReading reading =
            readWLanguageCall(q("SocketCréeSSL(\"s\", 5043, \"localhost\")\n").repeated(201));
        QCOMPARE(reading.profiles.size(), std::size_t{200});
        QCOMPARE(reading.notes.back().code, Code::TooManyCalls);
        QCOMPARE(reading.notes.back().line, 201);
        QCOMPARE(readWLanguageCall(q("Socket.Option = 0\n").repeated(2000)).notes.size(), std::size_t{501});
    }

    void saysWhyThereIsNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Codes>("codes");
        QTest::newRow("nothing") << QString() << Codes{Code::NoCall};
        QTest::newRow("other text") << q("Bonjour, voici le certificat.") << Codes{Code::NoCall};
        QTest::newRow("the name alone") << q("La fonction SocketCréeSSL crée un socket.") << Codes{Code::NoCall};
        QTest::newRow("a comment") << q("// SocketCréeSSL(\"s\", 5043, \"a\")") << Codes{Code::NoCall};
        QTest::newRow("a longer name") << q("MaSocketCréeSSL(\"s\", 5043, \"a\")") << Codes{Code::NoCall};
        QTest::newRow("a client") << q("SocketConnecteSSL(\"s\", 5043, \"a\")") << Codes{Code::OtherCall};
        QTest::newRow("a server without TLS") << q("SocketCreate(\"s\", 5043)") << Codes{Code::OtherCall};
        QTest::newRow("a comment that swallows it")
            << q("/* SocketCréeSSL(\"s\", 5043, \"a\")") << Codes{Code::UnfinishedComment, Code::NoCall};
        QTest::newRow("too much") << QString(longestWLanguageText + 1, u' ') << Codes{Code::TextTooLong};
    }
    void saysWhyThereIsNothing()
    {
        QFETCH(const QString, text);
        QFETCH(const Codes, codes);
        const WLanguageReading reading = readWLanguageCall(text);
        QVERIFY(reading.profiles.empty());
        QVERIFY2(codesOf(reading) == codes, shown(reading).constData());
    }

    /// As much as may be pasted, of what costs most.
    void hostileTextsTakeNoTime_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::newRow("parentheses") << q("(");
        QTest::newRow("values in parentheses") << q("a=(");
        QTest::newRow("parentheses that are closed") << q("a=((((1))));");
        QTest::newRow("functions") << q("a=f(\n");
        QTest::newRow("calls") << q("SocketCréeSSL(");
        QTest::newRow("characters by their number") << q("a=Caract(\n");
        QTest::newRow("brackets") << q("=[");
        QTest::newRow("brackets with quotation marks") << q("=[\"\n");
        QTest::newRow("quotation marks") << q("\"");
        QTest::newRow("comments") << q("/*");
        QTest::newRow("settings") << q("//sealport:reply=1\n");
        QTest::newRow("a sum") << q("a+\n");
        QTest::newRow("a text that grows") << q("a+=\"b\"\n");
        QTest::newRow("a text that doubles") << q("a=a+a\n");
        QTest::newRow("small texts") << q("\"a\"+");
        QTest::newRow("a list of names") << q("a,");
        QTest::newRow("words") << q("a ");
        QTest::newRow("continued lines") << q("...");
    }
    void hostileTextsTakeNoTime()
    {
        QFETCH(const QString, piece);
        const QString text = q("a=\"x\"\na=") + piece.repeated((longestWLanguageText - 10) / piece.size());
        QVERIFY(text.size() > longestWLanguageText * 9 / 10);
        const std::clock_t begin = std::clock(); // of the processor: others may be busy
        const WLanguageReading reading = readWLanguageCall(text);
        const auto seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        QVERIFY(!reading.notes.empty());
        QVERIFY2(seconds < 15, "quadratic work would take minutes");
    }
};

QTEST_GUILESS_MAIN(TestWLanguageCall)
#include "tst_wlanguage_call.moc"
