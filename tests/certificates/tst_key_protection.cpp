#include "model/certificates/key_protection.h"

#include "model/base/file_safety.h"
#include "model/certificates/request_files.h"
#include "model/certificates/request_signing.h"
#include "tests/certificates/issued_certificates.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

#include <sys/stat.h>

using namespace sealport;
using namespace sealport::test;

namespace {

QByteArray contentOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

/// Whether the open file still is what the name stands for.
bool hasName(const QFile &opened, const QString &name)
{
    struct stat its = {};
    struct stat named = {};
    return ::fstat(opened.handle(), &its) == 0 && ::stat(QFile::encodeName(name).constData(), &named) == 0
           && its.st_ino == named.st_ino;
}

bool append(const QString &file, const QByteArray &content)
{
    QFile opened(file);
    return opened.open(QIODevice::Append) && opened.write(content) == content.size();
}

} // namespace

/// Pass phrases of the keys of the store.
class TestKeyProtection : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Identity> m_identity;
    const SecretBytes m_first = secret("first pass phrase");
    const SecretBytes m_second = secret("zweite, mit Umläuten");

    CertificateStore store() const { return CertificateStore(m_folder->path()); }
    StoredCertificate stored() const { return store().list().certificates.at(0); }
    QString keyFile() const { return CertificateStore::keyFile(stored().file); }
    bool opens(const SecretBytes *passphrase) const
    {
        const auto identity = store().identity(stored(), passphrase);
        return identity && identity->key.matches(m_identity->certificate);
    }
    void addWith(const SecretBytes *passphrase) const
    {
        QVERIFY(store().add(m_identity->certificate, m_identity->key, passphrase));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_identity = std::make_unique<Identity>(madeAuthority());
    }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void aKeyIsStoredEncrypted()
    {
        addWith(&m_first);
        QVERIFY(stored().hasKey && stored().isKeyLocked);
        QVERIFY(contentOf(keyFile()).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
        QVERIFY(opens(&m_first));
        QVERIFY(!opens(&m_second));
        QCOMPARE(store().identity(stored()).error().code, ErrorCode::PassphraseNeeded);
        const QFile::Permissions permissions = QFileInfo(keyFile()).permissions();
        QVERIFY(!permissions.testFlag(QFile::ReadGroup) && !permissions.testFlag(QFile::ReadOther));
    }

    void opensslOpensWhatIsWritten()
    {
        addWith(&m_second);
        const QByteArray publicKey =
            openssl({QStringLiteral("pkey"), QStringLiteral("-pubout"), QStringLiteral("-in"), keyFile(),
                     QStringLiteral("-passin"), QStringLiteral("pass:zweite, mit Umläuten")});
        QCOMPARE(openssl({QStringLiteral("x509"), QStringLiteral("-pubkey"), QStringLiteral("-noout"),
                          QStringLiteral("-in"), stored().file}),
                 publicKey);
        const QByteArray structure = openssl({QStringLiteral("asn1parse"), QStringLiteral("-in"), keyFile()});
        for (const char *part : {"PBKDF2", "hmacWithSHA256", "aes-256-cbc"})
            QVERIFY2(structure.contains(part), structure.constData());
        QVERIFY(structure.contains(QByteArray::number(PrivateKey::encryptionRounds, 16).toUpper()));
    }

    void anEmptyPassPhraseIsRefused()
    {
        const SecretBytes empty;
        QCOMPARE(store().add(m_identity->certificate, m_identity->key, &empty).error().code,
                 ErrorCode::EmptyPassphrase);
        QVERIFY(QDir(m_folder->path()).isEmpty());
        addWith(nullptr);
        QCOMPARE(protectKey(store(), stored(), nullptr, &empty).error().code, ErrorCode::EmptyPassphrase);
        QVERIFY(opens(nullptr));
    }

    void aPassPhraseIsGivenChangedAndTakenAway()
    {
        addWith(nullptr);
        const QByteArray clear = contentOf(keyFile());
        QCOMPARE(*protectKey(store(), stored(), nullptr, &m_first), QStringList{keyFile()});
        QVERIFY(stored().isKeyLocked && opens(&m_first) && !opens(nullptr));
        QCOMPARE(*protectKey(store(), stored(), &m_first, &m_second), QStringList{keyFile()});
        QVERIFY(opens(&m_second) && !opens(&m_first));
        QCOMPARE(*protectKey(store(), stored(), &m_second, nullptr), QStringList{keyFile()});
        QVERIFY(stored().hasKey && !stored().isKeyLocked);
        QCOMPARE(contentOf(keyFile()), clear);
        QVERIFY(!QFileInfo(keyFile()).permissions().testFlag(QFile::ReadOther));
        // Nothing else is left lying about.
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void nothingChangesWhenItCannotBeOpened_data()
    {
        QTest::addColumn<QByteArray>("passphrase"); // null: none
        QTest::newRow("a wrong pass phrase") << QByteArray("wrong");
        QTest::newRow("none at all") << QByteArray();
    }
    void nothingChangesWhenItCannotBeOpened()
    {
        QFETCH(const QByteArray, passphrase);
        addWith(&m_first);
        const QByteArray before = contentOf(keyFile());
        const SecretBytes given = secret(passphrase);
        for (const SecretBytes *wanted : {&m_second, static_cast<const SecretBytes *>(nullptr)}) {
            const auto done = protectKey(store(), stored(), passphrase.isNull() ? nullptr : &given, wanted);
            QVERIFY(!done);
            QVERIFY(passphrase.isNull() ? done.error().code == ErrorCode::PassphraseNeeded
                                        : saysWrongPassphrase(done.error()));
            QCOMPARE(contentOf(keyFile()), before);
        }
    }

    void otherThingsInTheFileStay()
    {
        const QString file = m_folder->filePath(QStringLiteral("a.pem"));
        const auto other = madeKey().pkcs8Pem();
        const auto own = m_identity->key.pkcs8Pem();
        QVERIFY(other && own);
        const auto text = [](const SecretBytes &pem) {
            return QByteArray(reinterpret_cast<const char *>(pem.bytes().data()), qsizetype(pem.bytes().size()));
        };
        QVERIFY(append(file, "Bag Attributes\r\n" + text(*other) + text(*own) + m_identity->certificate.pem() + "end"));
        QVERIFY(protectKey(store(), stored(), nullptr, &m_first));
        const QByteArray after = contentOf(file);
        const QByteArray before = "Bag Attributes\r\n" + text(*other) + "-----BEGIN ENCRYPTED PRIVATE KEY-----\n";
        const QByteArray behind =
            "-----END ENCRYPTED PRIVATE KEY-----\n" + m_identity->certificate.pem() + QByteArray("end");
        QVERIFY(after.startsWith(before));
        QVERIFY(after.endsWith(behind));
        QVERIFY(!after.contains(text(*own)));
        QVERIFY(opens(&m_first));
        QVERIFY(protectKey(store(), stored(), &m_first, nullptr));
        QVERIFY(contentOf(file).contains(text(*own)));
    }

    void aKeyInDerBecomesPem()
    {
        QVERIFY(QFile::copy(fixture(QStringLiteral("leaf.pem")), m_folder->filePath(QStringLiteral("a.pem"))));
        QVERIFY(QFile::copy(fixture(QStringLiteral("leaf-key.der")), m_folder->filePath(QStringLiteral("a.key"))));
        QVERIFY(protectKey(store(), stored(), nullptr, &m_first));
        QVERIFY(contentOf(keyFile()).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
        QVERIFY(store().identity(stored(), &m_first));
    }

    // What a renewed certificate has.
    void everyCopyOfTheKeyIsProtected()
    {
        addWith(nullptr);
        const auto renewed =
            issue(namedSpec(QStringLiteral("Test root"), CertificateTemplate::RootCa), m_identity->key);
        QVERIFY(renewed && store().add(*renewed, m_identity->key));
        const Identity stranger = madeAuthority(QStringLiteral("Stranger"));
        QVERIFY(store().add(stranger.certificate, stranger.key));
        const StoredCertificate last = store().list().certificates.at(2);
        QCOMPARE(protectKey(store(), last, nullptr, &m_first)->size(), 2);
        for (const StoredCertificate &one : store().list().certificates)
            QCOMPARE(one.isKeyLocked, one.certificate.name() != QStringLiteral("Stranger"));
    }

    void aLinkToTheKeyStaysOne()
    {
        addWith(nullptr);
        const QByteArray before = contentOf(keyFile());
        QFile::remove(keyFile());
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("elsewhere")));
        const QString real = m_folder->filePath(QStringLiteral("elsewhere/real.key"));
        QVERIFY(append(real, before));
        QVERIFY(QFile::link(real, keyFile()));
        QVERIFY(protectKey(store(), stored(), nullptr, &m_first));
        QVERIFY(QFileInfo(keyFile()).isSymLink());
        QVERIFY(contentOf(real).startsWith("-----BEGIN ENCRYPTED"));
    }

    // Whoever kills the program at any moment leaves a whole key under its name.
    void theFileIsWholeAtEveryMoment()
    {
        addWith(&m_first);
        const QString file = keyFile();
        std::atomic<bool> isDone = false;
        std::atomic<int> looks = 0;
        std::atomic<int> faults = 0;
        std::thread watcher([&] {
            while (!isDone) {
                QFile opened(file);
                const bool isThere = opened.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
                const QByteArray content = isThere ? opened.readAll() : QByteArray();
                const bool isWhole = content.startsWith("-----BEGIN") && content.endsWith("PRIVATE KEY-----\n");
                faults += isThere && (isWhole || !hasName(opened, file)) ? 0 : 1; // a former file is being overwritten
                ++looks;
            }
        });
        for (int i = 0; i < 3; ++i) {
            const bool isEven = i % 2 == 0;
            const auto done = protectKey(store(), stored(), isEven ? &m_first : nullptr, isEven ? nullptr : &m_first);
            faults += done ? 0 : 1;
        }
        isDone = true;
        watcher.join();
        QCOMPARE(faults.load(), 0);
        QVERIFY(looks > 10);
    }

    void anAnswerFindsTheLockedKeyOfItsRequest()
    {
        const PrivateKey key = madeKey();
        const auto request = makeRequest(namedSpec(QStringLiteral("host.test"), CertificateTemplate::Server), key);
        QVERIFY(request);
        const auto file = addRequest(store(), *request, key, &m_first);
        QVERIFY(file);
        const auto answer = signRequest(*request, namedSpec({}, CertificateTemplate::Server), *m_identity);
        QVERIFY2(answer, answer ? "" : qPrintable(errorName(answer.error().code)));
        const auto added = addAnswer(store(), *answer);
        QVERIFY(added);
        QCOMPARE(added->file, m_folder->filePath(QStringLiteral("host.test.pem")));
        QVERIFY(added->isKeyLocked);
        QVERIFY(store().identity(*added, &m_first));
        const auto other = signRequest(*request, namedSpec({}, CertificateTemplate::Server), *m_identity);
        const auto second = addAnswer(store(), *other); // with a copy of the key, which nobody has to open for that
        QVERIFY(second && second->isKeyLocked);
        QVERIFY(store().identity(*second, &m_first));
    }

    void aKeyringKnowsARenewedCertificateByTheSameName()
    {
        const auto renewed = issue(namedSpec(QStringLiteral("Another"), CertificateTemplate::RootCa), m_identity->key);
        QCOMPARE(keyringName(*renewed), keyringName(m_identity->certificate));
        QCOMPARE(keyringName(*renewed).size(), 64);
        QVERIFY(keyringName(*renewed) != keyringName(madeAuthority().certificate));
    }
};

QTEST_GUILESS_MAIN(TestKeyProtection)
#include "tst_key_protection.moc"
