#include "model/sockets/production_quoting.h"

#include "tests/support/child_process.h"

#include <QTest>

#include <optional>

using namespace sealport;
using namespace sealport::test;
using namespace Qt::StringLiterals;

namespace {

using Reader = std::optional<QString> (*)(const QString &word);
using Values = QStringList;

/// What the readers of the targets make of a word, written down from their sources; nothing when it is not exactly one
/// word for them.

QString namedControl(QChar letter)
{
    return letter == u'n' ? u"\n"_s : letter == u'r' ? u"\r"_s : u"\t"_s;
}

/// ngx_conf_read_token(), then ngx_http_script_compile() where `isScript`.
std::optional<QString> readByNginx(const QString &word)
{
    QString value;
    for (qsizetype at = 1; at < word.size(); ++at) {
        const QChar next = at + 1 < word.size() ? word.at(at + 1) : QChar();
        if (word.at(at) == u'"')
            return word.startsWith(u'"') && at + 1 == word.size() ? std::optional(value) : std::nullopt;
        if (word.at(at) != u'\\') {
            value += word.at(at);
            continue;
        }
        if (u"\"'\\"_s.contains(next))
            value += next;
        else if (u"nrt"_s.contains(next))
            value += namedControl(next);
        else
            value += u'\\' + QString(next);
        ++at;
    }
    return std::nullopt;
}

std::optional<QString> readByNginxScript(const QString &word)
{
    std::optional<QString> value = readByNginx(word);
    if (!value)
        return value;
    QString rest = *value;
    rest.remove(u"${sealport_dollar}"_s);
    if (rest.contains(u'$'))
        return std::nullopt; // another variable
    return value->replace(u"${sealport_dollar}"_s, u"$"_s);
}

/// ap_getword_conf(), after ap_resolve_env() has looked for "${".
std::optional<QString> readByApache(const QString &word)
{
    if (word.contains(u"${"_s) || word.contains(u'\n'))
        return std::nullopt;
    QString value;
    for (qsizetype at = 1; at < word.size(); ++at) {
        const QChar next = at + 1 < word.size() ? word.at(at + 1) : QChar();
        if (word.at(at) == u'"')
            return word.startsWith(u'"') && at + 1 == word.size() ? std::optional(value) : std::nullopt;
        if (word.at(at) == u'\\' && (next == u'\\' || next == u'"'))
            ++at;
        value += word.at(at);
    }
    return std::nullopt;
}

/// parse_line(), between double quotes.
std::optional<QString> readByHaproxy(const QString &word)
{
    QString value;
    for (qsizetype at = 1; at < word.size(); ++at) {
        const QChar next = at + 1 < word.size() ? word.at(at + 1) : QChar();
        if (word.at(at) == u'\n' || word.at(at) == u'$')
            return std::nullopt; // the line ends, or a variable begins
        if (word.at(at) == u'"')
            return word.startsWith(u'"') && at + 1 == word.size() ? std::optional(value) : std::nullopt;
        if (word.at(at) != u'\\') {
            value += word.at(at);
            continue;
        }
        ++at;
        if (u"\"\\$"_s.contains(next))
            value += next;
        else if (u"nrt"_s.contains(next))
            value += namedControl(next);
        else
            return std::nullopt;
    }
    return std::nullopt;
}

/// The lexer of a Caddyfile; placeholders would be taken away later.
std::optional<QString> readByCaddy(const QString &word)
{
    if (word.contains(u'{') || word.contains(u'}') || word.size() < 2)
        return std::nullopt;
    const QChar quote = word.front();
    QString value;
    bool isEscaped = false;
    for (qsizetype at = 1; at < word.size(); ++at) {
        const QChar character = word.at(at);
        if (quote == u'"' && character == u'\\' && !isEscaped) {
            isEscaped = true;
            continue;
        }
        if (character == quote && !isEscaped)
            return at + 1 == word.size() ? std::optional(value) : std::nullopt;
        if (isEscaped && character != u'"')
            value += u'\\';
        isEscaped = false;
        value += character;
    }
    return std::nullopt;
}

/// From "=" to the end of the line, without the blanks around it.
std::optional<QString> readByStunnel(const QString &word)
{
    if (word.contains(u'\n'))
        return std::nullopt;
    return word.trimmed();
}

std::optional<QString> readByShell(const QString &word)
{
    const QString script = u"for word in "_s + word + u"; do printf '[%s]' \"$word\"; done"_s;
    const ProgramRun run = runProgram(u"/bin/sh"_s, {u"-c"_s, script});
    const QString said = QString::fromUtf8(run.output);
    if (run.exitCode != 0 || !said.startsWith(u'[') || !said.endsWith(u']'))
        return std::nullopt;
    return said.mid(1, said.size() - 2);
}

const Values &hostileValues()
{
    static const Values values{u"/etc/ssl/server.pem"_s,
                               u"/with blanks/my server.pem"_s,
                               u" blank first"_s,
                               u"blank last "_s,
                               u"two  blanks"_s,
                               u"double \" quote"_s,
                               u"single ' quote"_s,
                               u"'\"'\"'"_s,
                               u"back\\slash"_s,
                               u"ends with \\"_s,
                               u"\\\""_s,
                               u"a \\n that is none"_s,
                               u"$HOME and ${HOME} and $(id) and `id`"_s,
                               u"price: 5$"_s,
                               u"{$HOME} {http.request.uri}"_s,
                               u"{ } ; # comment"_s,
                               u"#first"_s,
                               u";first"_s,
                               u"[section]"_s,
                               u"%d %s %[src]"_s,
                               u"*?[a-z]~!&|<>()"_s,
                               u"-option"_s,
                               u"/like/a/path"_s,
                               u"évêque 🔑"_s,
                               u"line\nbreak"_s,
                               u"carriage\rreturn"_s,
                               u"tab\there"_s,
                               QString(u'\0') + u"nul"_s,
                               u"escape \x1b[31m"_s,
                               QString(QChar(0xd800)),
                               QString()};
    return values;
}

} // namespace
Q_DECLARE_METATYPE(Quoting) // and Reader, which is the same type

/// Values of users in the syntax of other programs: each comes out as it was put in, or is refused.
class TestProductionQuoting final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itsReaderGetsWhatWasQuoted_data()
    {
        QTest::addColumn<Quoting>("quoting");
        QTest::addColumn<Reader>("reader");
        QTest::newRow("nginx") << Quoting(nginxQuoted) << Reader(readByNginx);
        QTest::newRow("nginx where variables are read") << Quoting(nginxTextQuoted) << Reader(readByNginxScript);
        QTest::newRow("Apache") << Quoting(apacheQuoted) << Reader(readByApache);
        QTest::newRow("HAProxy") << Quoting(haproxyQuoted) << Reader(readByHaproxy);
        QTest::newRow("Caddy") << Quoting(caddyQuoted) << Reader(readByCaddy);
        QTest::newRow("stunnel") << Quoting(stunnelQuoted) << Reader(readByStunnel);
        QTest::newRow("a shell") << Quoting(shellQuoted) << Reader(readByShell);
    }
    void itsReaderGetsWhatWasQuoted()
    {
        QFETCH(const Quoting, quoting);
        QFETCH(const Reader, reader);
        int quoted = 0;
        for (const QString &value : hostileValues()) {
            const std::optional<QString> word = quoting(value);
            if (!word)
                continue;
            ++quoted;
            const std::optional<QString> read = reader(*word);
            QVERIFY2(read.has_value(), qPrintable(u"not one word: "_s + *word));
            QCOMPARE(*read, value);
        }
        QVERIFY2(quoted >= 16, qPrintable(QString::number(quoted))); // most can be written
    }

    void whatHasNoSafeFormIsRefused_data()
    {
        QTest::addColumn<Quoting>("quoting");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, Quoting quoting, const QString &value) {
            QTest::newRow(name) << quoting << value;
        };
        row("a variable for nginx", nginxQuoted, u"/home/$user/a.pem"_s);
        row("a variable for Apache", apacheQuoted, u"/home/${user}/a.pem"_s);
        row("a placeholder for Caddy", caddyQuoted, u"/{env.HOME}/a.pem"_s);
        row("a backslash and a backtick for Caddy", caddyQuoted, u"a\\b`c"_s);
        row("a blank at the end for stunnel", stunnelQuoted, u"/a.pem "_s);
        row("nothing at all for stunnel", stunnelQuoted, QString());
        struct Named {
            const char *name;
            Quoting quoting;
        };
        for (const Named &target : {Named{"nginx", nginxQuoted}, Named{"Apache", apacheQuoted},
                                    Named{"stunnel", stunnelQuoted}, Named{"a shell", shellQuoted}}) {
            QTest::addRow("a line break for %s", target.name) << target.quoting << u"a\nb"_s;
            QTest::addRow("a separator of lines for %s", target.name) << target.quoting << u"a\u2028b"_s;
        }
        for (const Named &target :
             {Named{"nginx", nginxQuoted}, Named{"nginx's variables", nginxTextQuoted}, Named{"Apache", apacheQuoted},
              Named{"HAProxy", haproxyQuoted}, Named{"Caddy", caddyQuoted}, Named{"stunnel", stunnelQuoted},
              Named{"a shell", shellQuoted}}) {
            QTest::addRow("NUL for %s", target.name) << target.quoting << u"a"_s + QChar(u'\0');
            QTest::addRow("half a character for %s", target.name) << target.quoting << QString(QChar(0xd800));
        }
    }
    void whatHasNoSafeFormIsRefused()
    {
        QFETCH(const Quoting, quoting);
        QFETCH(const QString, value);
        QVERIFY(!quoting(value).has_value());
    }

    void plainWordsStayReadable() { QCOMPARE(shellQuoted(u"/etc/ssl/a-b_c.pem"_s), u"/etc/ssl/a-b_c.pem"_s); }

    void printfSaysTheText_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &value : hostileValues())
            if (value != QString(QChar(0xd800)) && !value.isEmpty())
                QTest::newRow(qPrintable(value.left(20))) << value;
        QTest::newRow("digits after an escape") << u" 1\n2"_s;
    }
    void printfSaysTheText()
    {
        QFETCH(const QString, text);
        const QString format = printfFormat(text);
        QVERIFY(!format.contains(u' ') && !format.contains(u'\n') && !format.contains(u'%'));
        const ProgramRun run = runProgram(u"/usr/bin/printf"_s, {format});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.output, text.toUtf8());
    }

    void aNameBecomesPlain_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("plain");
        QTest::newRow("one that is") << u"sSocketSSL"_s << u"sSocketSSL"_s;
        QTest::newRow("blanks and signs") << u" my server; rm -rf / "_s << u"my-server-rm-rf"_s;
        QTest::newRow("nothing of it") << u"服务器"_s << u"server"_s;
        QTest::newRow("a long one") << QString(100, u'a') << QString(40, u'a');
        QTest::newRow("a sign where it is cut") << QString(39, u'a') + u"-b"_s << QString(39, u'a');
    }
    void aNameBecomesPlain()
    {
        QFETCH(const QString, name);
        QTEST(plainName(name), "plain");
    }
};

QTEST_GUILESS_MAIN(TestProductionQuoting)
#include "tst_production_quoting.moc"
