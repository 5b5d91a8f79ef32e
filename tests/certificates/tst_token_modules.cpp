#include "model/certificates/certificate_source.h"
#include "model/certificates/token_modules.h"
#include "model/certificates/token_search.h"

#include "tests/certificates/fixture_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;
using namespace Qt::StringLiterals;

class TestTokenModules : public QObject {
    Q_OBJECT
private:
    QString write(const QString &path, const QByteArray &bytes)
    {
        const QString file = m_folder->filePath(path);
        QFile out(file);
        if (!QDir().mkpath(QFileInfo(file).path()) || !out.open(QIODevice::WriteOnly)
            || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qUtf8Printable(file));
        return QFileInfo(file).canonicalFilePath();
    }
    [[nodiscard]] QStringList configured() const
    {
        return configuredTokenModules({m_folder->filePath(u"user"_s), m_folder->filePath(u"system"_s)},
                                      m_folder->filePath(u"lib"_s));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void findsWhatTheSystemIsConfiguredToUse()
    {
        const QString card = write(u"lib/card.so"_s, "library");
        const QString elsewhere = write(u"opt/hsm.so"_s, "library");
        write(u"lib/other.so"_s, "library");
        write(u"lib/trust.so"_s, "library");
        write(u"system/card.module"_s, "# comment\nmodule: card.so\n");
        write(u"system/hsm.module"_s, "module:" + elsewhere.toUtf8() + "\n");
        write(u"system/missing.module"_s, "module: missing.so\n");
        write(u"system/trust.module"_s, "module: trust.so\ntrust-policy: yes\n");
        write(u"system/others.module"_s, "module: other.so\nenable-in: geary, midori\n");
        write(u"system/without.module"_s, "module: other.so\ndisable-in: midori sealport\n");
        write(u"system/other.conf"_s, "module: other.so\n");
        QCOMPARE(configured(), (QStringList{card, elsewhere}));
    }

    void theUsersFileOfTheSameNameCounts()
    {
        const QString mine = write(u"lib/mine.so"_s, "library");
        write(u"lib/card.so"_s, "library");
        write(u"system/card.module"_s, "module: card.so\n");
        write(u"user/card.module"_s, "module: mine.so\n");
        QCOMPARE(configured(), QStringList{mine});
    }

    void knowsADatabaseOfNssByItsContent()
    {
        const QByteArray sqlite = QByteArray("SQLite format 3\0", 16) + "pages";
        const QString database = QFileInfo(write(u"home/.pki/nssdb/cert9.db"_s, sqlite)).path();
        write(u"home/.pki/nssdb/key4.db"_s, sqlite);
        const QString firefox = QFileInfo(write(u"home/.mozilla/firefox/a.default/cert9.db"_s, sqlite)).path();
        const QString fake = write(u"home/.mozilla/firefox/b.fake/cert9.db"_s, "no database");
        write(u"home/.mozilla/firefox/c.empty/places.sqlite"_s, sqlite);
        QCOMPARE(nssDatabaseAt(database), database);
        QCOMPARE(nssDatabaseAt(database + u"/cert9.db"_s), database);
        QCOMPARE(nssDatabaseAt(database + u"/key4.db"_s), database);
        QCOMPARE(nssDatabaseAt(u"sql:"_s + database), database);
        QCOMPARE(nssDatabaseAt(database + u"/pkcs11.txt"_s), QString());
        QCOMPARE(nssDatabaseAt(fake), QString());
        QCOMPARE(nssDatabasesBelow(m_folder->filePath(u"home"_s)), (QStringList{database, firefox}));
        QCOMPARE(openedPath(database)->kind(), SourceKind::NssDatabase);
        QCOMPARE(openedPath(database + u"/cert9.db"_s)->location(), database);
        QCOMPARE(openedPath(fake)->kind(), SourceKind::Opened);
    }

    void aQuoteInAFolderStaysPartOfItsName()
    {
        const TokenModuleAddress address = TokenModuleAddress::ofNssDatabase(u"/data/o'neil\\x"_s);
        QVERIFY(address.arguments.contains("configdir='sql:/data/o\\'neil\\\\x' "));
        QVERIFY(address.arguments.contains("flags=readOnly"));
    }

    void whatIsNoModuleSaysSo_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("no library");
        QTest::newRow("the head of one") << QByteArray("\x7F"
                                                       "ELF\2\1\1\0",
                                                       8);
    }
    void whatIsNoModuleSaysSo()
    {
        QFETCH(QByteArray, content);
        const QString path = write(u"module.so"_s, content);
        const FoundCertificates found = tokenModule(path)->list({}, {});
        QVERIFY(found.isEmpty());
        QCOMPARE(found.problems.size(), 1U);
        QCOMPARE(found.problems.front().code, ErrorCode::TokenModuleNotLoaded);
        QCOMPARE(found.problems.front().subject, path);
        const auto read = readToken(u"pkcs11:?module-path="_s + path, nullptr, TokenKeys::Wanted);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::TokenModuleNotLoaded);
    }

    void aLibraryAmongFilesIsNotLoaded()
    {
        const QString library = write(u"folder/module.so"_s, QByteArray("\x7F"
                                                                        "ELF\2\1\1\0",
                                                                        8));
        const FoundCertificates found = searchCertificates(library);
        QCOMPARE(found.problems.size(), 1U);
        QCOMPARE(found.problems.front().code, ErrorCode::NoCertificateInFile);
        QVERIFY(!isTokenPlace(library));
    }

    void aPinIsKnownToBeLocked_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<int>("tries"); // of three listings and one server
        QTest::newRow("locked before") << QByteArray("locked") << 0;
        QTest::newRow("locked by this try, which loses nothing by another") << QByteArray("locking") << 3;
    }
    void aPinIsKnownToBeLocked()
    {
#ifndef SEALPORT_ODD_MODULE
        QSKIP("THE HEADER OF p11-kit IS MISSING: a token with a locked PIN was not built.");
#else
        QFETCH(QByteArray, state);
        const QString tries = m_folder->filePath(u"tries"_s);
        qputenv("SEALPORT_ODD_TOKEN", state);
        qputenv("SEALPORT_ODD_TRIES", QFile::encodeName(tries));
        qputenv("SEALPORT_ODD_CERTIFICATE", QFile::encodeName(fixture(u"leaf.der"_s)));
        auto source = tokenModule(QStringLiteral(SEALPORT_ODD_MODULE));
        const auto lockedOnes = [&source] {
            const FoundCertificates found = source->list({}, {});
            return std::ranges::count(found.problems, ErrorCode::PinLocked, &Error::code);
        };
        const qsizetype atFirst = state == "locked" ? 1 : 0;
        QCOMPARE(lockedOnes(), atFirst);
        const QString token =
            u"pkcs11:model=odd;manufacturer=Sealport%20tests;serial=1;token=odd%20card?module-path="_s;
        const FoundCertificates found = source->list({}, {});
        const auto about = std::ranges::find_if(
            found.problems, [&token](const Error &problem) { return problem.subject.startsWith(token); });
        QVERIFY(about != found.problems.end());
        const auto pin = std::make_shared<const SecretBytes>(std::as_bytes(std::span("1234", 4)));
        source = source->unlocked(about->subject, pin);
        QCOMPARE(lockedOnes(), 1);
        QCOMPARE(lockedOnes(), 1);
        const auto read = readToken(about->subject, pin.get(), TokenKeys::Wanted);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::PinLocked);
        QFile tried(tries);
        QTEST(static_cast<int>(tried.open(QIODevice::ReadOnly) ? tried.size() : 0), "tries");
#endif
    }

    void aCutCertificateHidesNoOther()
    {
#ifdef SEALPORT_ODD_MODULE
        qputenv("SEALPORT_ODD_TOKEN", "locked");
        qputenv("SEALPORT_ODD_CERTIFICATE", QFile::encodeName(fixture(u"leaf.der"_s)));
        const FoundCertificates found = tokenModule(QStringLiteral(SEALPORT_ODD_MODULE))->list({}, {});
        QCOMPARE(found.certificates.size(), 1U);
        QCOMPARE(found.certificates.front().certificate, certificateOf(u"leaf.der"_s));
        QCOMPARE(std::ranges::count(found.problems, ErrorCode::MalformedCertificate, &Error::code), 1);
        for (const Error &problem : found.problems)
            QVERIFY(!problem.subject.contains(QChar(0x1B)) && !problem.subject.contains(QChar(0x202E)));
#endif
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestTokenModules)
#include "tst_token_modules.moc"
