#include "model/base/trash.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/revocation.h"
#include "model/certificates/thumbprint.h"
#include "tests/app/certs_run.h"
#include "tests/certificates/fixture_files.h"
#include "tests/support/child_process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <memory>

using namespace sealport;
using namespace sealport::test;

namespace {

/// A certificate that somebody relies on, and its key.
struct Kept {
    QString sha256;
    bool hasKey = false;
    friend bool operator==(const Kept &, const Kept &) = default;
};

std::vector<Kept> keptIn(const std::vector<StoredCertificate> &certificates)
{
    std::vector<Kept> kept;
    for (const StoredCertificate &stored : certificates)
        kept.push_back({formatThumbprint(stored.certificate.sha256(), ThumbprintFormat::Plain), stored.hasKey});
    return kept;
}

bool holds(const std::vector<Kept> &all, const Kept &one)
{
    return std::ranges::any_of(
        all, [&one](const Kept &other) { return other.sha256 == one.sha256 && (other.hasKey || !one.hasKey); });
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What is left when the program is killed in the middle of a save, at each moment of it.
class TestSuddenDeath : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] DataFolder folder() const { return {path(QStringLiteral("home"))}; }
    [[nodiscard]] CertificateStore store() const { return CertificateStore(folder().certificates()); }
    [[nodiscard]] QString exported() const { return path(QStringLiteral("exported.p12")); }

    static void copy(const QString &from, const QString &to)
    {
        QVERIFY(QDir().mkpath(to));
        const auto entries = QDir(from).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        for (const QFileInfo &entry : entries) {
            const QString target = to + u'/' + entry.fileName();
            if (entry.isDir())
                copy(entry.filePath(), target);
            else
                QVERIFY(QFile::copy(entry.filePath(), target));
        }
    }
    /// What the user had before, as each round begins.
    void begin() const
    {
        QVERIFY(QDir(folder().path).removeRecursively());
        copy(path(QStringLiteral("before")), folder().path);
        QFile file(exported());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("what stood there before");
    }
    /// Undoes whatever was deleted.
    void bringBack() const
    {
        for (const Trash::Item &item : folder().trash().items())
            if (const auto restored = folder().trash().restore(item); !restored)
                QTest::qFail(qPrintable(errorName(restored.error().code)), __FILE__, __LINE__);
    }
    [[nodiscard]] bool isInTrash(const QByteArray &content) const
    {
        for (const Trash::Item &item : folder().trash().items())
            for (qsizetype i = 0; i < item.origins.size(); ++i)
                if (contentOf(Trash::keptFile(item, i)) == content)
                    return true;
        return false;
    }
    [[nodiscard]] QFileInfoList filesOfStore() const
    {
        return QDir(store().folder()).entryInfoList(QDir::Files | QDir::Hidden);
    }
    /// No temporary file: of what takes the place of another one, it may be there for a moment, without a key in it.
    [[nodiscard]] static bool isWhole(const QFileInfo &file)
    {
        static const QStringList kinds{QStringLiteral("pem"), QStringLiteral("key"), QStringLiteral("csr"),
                                       QStringLiteral("crl")};
        return kinds.contains(file.suffix()) || !contentOf(file.filePath()).contains("PRIVATE KEY");
    }
    [[nodiscard]] std::size_t revokedCount() const
    {
        const RevocationListListing listing = revocationListsIn(store());
        if (!listing.problems.empty())
            return 0;
        std::size_t count = 0;
        for (const FoundRevocationList &stored : listing.lists)
            count += static_cast<std::size_t>(stored.list.count());
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("A sanitizer and the library that kills do not go together");
#endif
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char *line : {"create Root --template root-ca", "create one.test --issuer Root",
                                 "create two.test --issuer Root", "revoke two.test"})
            QCOMPARE(runCerts(QString::fromLatin1(line), folder()).exitCode, 0);
        const QString keyless = fixture(QStringLiteral("leaf.pem"));
        QCOMPARE(runCerts(QStringList{QStringLiteral("import"), keyless}, folder()).exitCode, 0);
        QVERIFY(QDir().rename(folder().path, path(QStringLiteral("before"))));
        QFile passphrase(path(QStringLiteral("passphrase")));
        QVERIFY(passphrase.open(QIODevice::WriteOnly));
        passphrase.write("secret\n");
    }

    void losesNothingThatWasSaved_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto words = [](const char *line) { return QString::fromLatin1(line).split(u' '); };
        QTest::newRow("making a certificate") << words("create new.test --issuer Root");
        QTest::newRow("making a request") << words("create new.test --request");
        QTest::newRow("renewing") << words("renew one.test");
        QTest::newRow("revoking one more") << words("revoke one.test");
        QTest::newRow("importing with a key")
            << QStringList{QStringLiteral("import"), fixture(QStringLiteral("combined.pem"))};
        QTest::newRow("importing a chain")
            << QStringList{QStringLiteral("import"), fixture(QStringLiteral("crlf-reversed.pem"))};
        QTest::newRow("deleting") << words("remove one.test");
        QTest::newRow("deleting several") << words("remove one.test two.test Root");
        QTest::newRow("exporting over a file") << QStringList{
            QStringLiteral("export"),  QStringLiteral("one.test"),        QStringLiteral("--as=p12"),
            QStringLiteral("--force"), QStringLiteral("--out=@exported"), QStringLiteral("--pass-file=@passphrase")};
    }
    void losesNothingThatWasSaved()
    {
        QFETCH(QStringList, words);
        words.replaceInStrings(QStringLiteral("@exported"), exported());
        words.replaceInStrings(QStringLiteral("@passphrase"), path(QStringLiteral("passphrase")));
        words = QStringList{QStringLiteral("--data-dir"), folder().path, QStringLiteral("certs")} + words
                + QStringList{QStringLiteral("--format=json")};
        begin();
        const std::vector<Kept> before = keptIn(store().list().certificates);
        const std::size_t revokedBefore = revokedCount();
        const QByteArray exportedBefore = contentOf(exported());
        QVERIFY(before.size() >= 4 && revokedBefore == 1);

        int deaths = 0;
        for (bool hasEnded = false; !hasEnded; ++deaths) {
            begin();
            ChildProcess program;
            QVERIFY(program.start(
                QStringLiteral(SEALPORT_EXECUTABLE), words,
                {"LD_PRELOAD=" SEALPORT_SUDDEN_DEATH, "SEALPORT_DIES_AT=" + QByteArray::number(deaths + 1)},
                ChildProcess::Errors::Apart));
            program.waitForEnd();
            hasEnded = program.exitCode() == 0;
            QVERIFY2(hasEnded || program.endSignal() == SIGKILL, program.errors().constData());

            const CertificateStore::Listing listing = store().list();
            for (const Error &problem : listing.problems) // a key whose certificate was to be written next is told
                QVERIFY2(problem.code == ErrorCode::KeyWithoutCertificate,
                         qPrintable(QStringLiteral("death %1 damaged %2").arg(deaths + 1).arg(problem.subject)));
            for (const QFileInfo &file : filesOfStore())
                QVERIFY2(file.size() > 0 && isWhole(file),
                         qPrintable(QStringLiteral("death %1 left %2").arg(deaths + 1).arg(file.fileName())));
            const std::vector<Kept> after = keptIn(listing.certificates);
            QVERIFY(revokedCount() >= revokedBefore);
            QVERIFY(contentOf(exported()) == exportedBefore || isInTrash(exportedBefore));
            QVERIFY(!contentOf(exported()).isEmpty());
            for (const QByteArray &line : program.output().split('\n')) {
                const QJsonObject said = QJsonDocument::fromJson(line).object();
                const Kept reported{said[QStringLiteral("sha256")].toString(), said[QStringLiteral("hasKey")].toBool()};
                if (said.contains(QStringLiteral("notAfter")) && !words.contains(QStringLiteral("remove")))
                    QVERIFY2(holds(after, reported), qPrintable(reported.sha256));
            }
            bringBack();
            const std::vector<Kept> broughtBack = keptIn(store().list().certificates);
            for (const Kept &one : before)
                QVERIFY2(holds(broughtBack, one),
                         qPrintable(QStringLiteral("death %1 lost %2").arg(deaths + 1).arg(one.sha256)));
        }
        QVERIFY2(deaths > 3, "the library that kills was not loaded");
    }
};

QTEST_GUILESS_MAIN(TestSuddenDeath)
#include "tst_sudden_death.moc"
