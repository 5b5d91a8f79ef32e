#include "model/text/production_text.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sealport;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(sealport::NotExpressed)

namespace {

/// LaterSettings is the last one.
constexpr int lastNote = static_cast<int>(ExportNote::LaterSettings);

} // namespace

/// What is told of a configuration for another server.
class TestProductionText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNoteHasASentence_data()
    {
        QTest::addColumn<int>("code");
        for (int code = 0; code <= lastNote; ++code)
            QTest::newRow(qPrintable(exportNoteName(static_cast<ExportNote>(code)))) << code;
    }
    void everyNoteHasASentence()
    {
        QFETCH(const int, code);
        const auto note = static_cast<ExportNote>(code);
        for (const ExportTarget target : allExportTargets) {
            const QString sentence = describe({.code = note, .values = {u"1000"_s, u"VALUE2"_s, u"VALUE3"_s}}, target);
            static const QRegularExpression placeholder(u"%\\d"_s);
            QVERIFY2(sentence.size() > 20 && sentence.endsWith(u'.'), qPrintable(sentence));
            QVERIFY2(!placeholder.match(sentence).hasMatch(), qPrintable(sentence));
            const bool namesTarget = sentence.contains(exportTargetName(target)) || note == ExportNote::LaterSettings;
            QVERIFY2(namesTarget, qPrintable(sentence));
        }
    }

    void noTwoNotesShareANameOrASentence()
    {
        QSet<QString> names;
        QSet<QString> sentences;
        for (int code = 0; code <= lastNote; ++code) {
            const auto note = static_cast<ExportNote>(code);
            names.insert(exportNoteName(note));
            sentences.insert(describe({.code = note, .values = {u"1"_s}}, ExportTarget::Nginx));
        }
        QCOMPARE(names.size(), lastNote + 1);
        QCOMPARE(sentences.size(), lastNote + 1);
    }

    void valuesAreNamed_data()
    {
        QTest::addColumn<NotExpressed>("note");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, ExportNote code, const QStringList &values, const QString &sentence) {
            QTest::newRow(name) << NotExpressed{.code = code, .values = values} << sentence;
        };
        row("protocols", ExportNote::ProtocolsMissing, {u"TLS 1.0"_s, u"TLS 1.1"_s},
            u"Caddy does not have TLS 1.0 and TLS 1.1: left out."_s);
        row("many suites are cut", ExportNote::SuitesMissing,
            {u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s, u"F"_s, u"G"_s, u"H"_s, u"I"_s, u"J"_s},
            u"Caddy does not have these cipher suites: A, B, C, D, E, F, G, H and 2 more."_s);
        row("a time", ExportNote::HandshakeTimeFixed, {u"10000"_s},
            u"The time for a handshake cannot be set in Caddy; left out: 10 seconds."_s);
        row("a time that was rounded", ExportNote::TimeRounded, {u"2"_s},
            u"Caddy counts whole seconds: a time became 2 seconds."_s);
        row("tickets", ExportNote::TicketCount, {u"5"_s, u"1"_s},
            u"Caddy sends its own number of session tickets (1), not 5."_s);
        row("what the server answers", ExportNote::ReplyElsewhere, {u"echo"_s},
            u"Caddy is not made to send back what it receives: that is the task of what stands behind it."_s);
        row("what could not be quoted", ExportNote::ValueRefused, {u"key"_s, u"/a\\0Ab"_s},
            u"There is no safe way to write the path of the key for Caddy (/a\\0Ab): left out. Rename it."_s);
        row("where connections are limited", ExportNote::MostConnections, {u"10000"_s, u"MaxRequestWorkers"_s},
            u"Caddy limits connections for all its servers together: see MaxRequestWorkers (10000)."_s);
        row("who may read a key", ExportNote::KeyNeeds, {u"/k.key"_s, u"alice"_s, u"0600"_s},
            u"The key stays where it is: /k.key (owner alice, mode 0600). Caddy runs as the user caddy, who must be "
            u"able "
            "to read it and its folders; nobody else needs to."_s);
        row("a dialogue before TLS", ExportNote::StartTlsLeftOut, {u"IMAP"_s, u"STARTTLS"_s},
            u"Caddy does not speak IMAP before TLS: it begins with TLS at once, and waits for no STARTTLS. A server "
            u"made "
            "for IMAP takes the same certificate and lists."_s);
        row("nowhere", ExportNote::MostConnections, {u"10000"_s, QString()},
            u"Caddy does not limit the number of connections (10000)."_s);
    }
    void valuesAreNamed()
    {
        QFETCH(const NotExpressed, note);
        QTEST(describe(note, ExportTarget::Caddy), "sentence");
    }

    void notesStandBelowTheHeading()
    {
        const ProductionConfig config{.text = u"#!/bin/sh\n# The server.\nset -e\nrun\n"_s,
                                      .notExpressed = {{ExportNote::OneAtATime, {}}, {ExportNote::SuiteOrder, {}}},
                                      .files = {},
                                      .filesToMake = {}};
        const QStringList lines = annotated(config, ExportTarget::OpenSslServer).split(u'\n');
        QCOMPARE(lines.at(1), u"# The server."_s);
        QCOMPARE(lines.at(2), u"# What it does otherwise, and what it needs:"_s);
        QVERIFY(lines.at(3).startsWith(u"# - openssl s_server serves one client"));
        QVERIFY(lines.at(4).startsWith(u"# - openssl s_server orders"));
        QCOMPARE(lines.mid(5), (QStringList{u"set -e"_s, u"run"_s, QString()}));
    }

    void filesToMakeAreAskedForAboveTheirCommands()
    {
        const ProductionConfig config{.text = u"# shop\n#   ln -s a b\n\nrun\n"_s,
                                      .notExpressed = {{ExportNote::OneAtATime, {}}},
                                      .files = {},
                                      .filesToMake = {{.file = u"b"_s, .command = u"ln -s a b"_s}}};
        const QStringList lines = annotated(config, ExportTarget::Nginx).split(u'\n');
        QCOMPARE(lines.mid(0, 3), (QStringList{u"# shop"_s,
                                               u"# It needs files that are made like this, before it "
                                               "starts:"_s,
                                               u"#   ln -s a b"_s}));
        QCOMPARE(lines.mid(5), (QStringList{QString(), u"run"_s, QString()}));
    }

    void longNotesStayComments()
    {
        const QString long1 = QString(90, u'x');
        const ProductionConfig config{.text = u"# The server.\nrun\n"_s,
                                      .notExpressed = {{ExportNote::SuitesMissing, {long1, long1, long1}}},
                                      .files = {},
                                      .filesToMake = {}};
        const QString text = annotated(config, ExportTarget::Nginx);
        QVERIFY(text.endsWith(u"\nrun\n"));
        for (const QString &line : text.chopped(5).split(u'\n')) {
            QVERIFY2(line.startsWith(u'#'), qPrintable(line));
            QVERIFY2(line.size() < 200, qPrintable(line));
        }
    }

    void noValueEndsAComment()
    {
        const ProductionConfig config{.text = u"# The server.\nrun\n"_s,
                                      .notExpressed = {{ExportNote::FileNotPem, {u"/a\nssl_protocols all;"_s}}},
                                      .files = {},
                                      .filesToMake = {}};
        const QString text = annotated(config, ExportTarget::Nginx);
        QVERIFY(text.endsWith(u"\nrun\n"));
        for (const QString &line : text.chopped(5).split(u'\n'))
            QVERIFY2(line.startsWith(u'#'), qPrintable(line));
    }

    void nothingToSayChangesNothing()
    {
        const ProductionConfig config{
            .text = u"# The server.\nrun\n"_s, .notExpressed = {}, .files = {}, .filesToMake = {}};
        QCOMPARE(annotated(config, ExportTarget::Nginx), config.text);
    }
};

QTEST_GUILESS_MAIN(TestProductionText)
#include "tst_production_text.moc"
