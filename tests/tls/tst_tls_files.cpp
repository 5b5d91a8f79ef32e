#include "model/tls/key_log.h"
#include "model/tls/server_context.h"
#include "model/tls/shared_secrets.h"
#include "tests/diagnosis/memory_handshake.h"
#include "tests/support/file_size_limit.h"
#include "tests/tls/test_identity.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <future>
#include <thread>
#include <tuple>

#include <sys/stat.h>
#include <unistd.h>

using namespace sealport;
using namespace sealport::test;
using namespace Qt::StringLiterals;

namespace {

constexpr ProtocolSet modern{Protocol::Tls1_2, Protocol::Tls1_3};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// While it lives, whoever writes beyond FileSizeLimit does not come back from it: as on a drive that is gone.
class StalledDisk {
public:
    StalledDisk()
    {
        m_isMade = ::pipe(reached.data()) == 0 && ::pipe(released.data()) == 0;
        m_before = std::signal(SIGXFSZ, stall);
    }
    ~StalledDisk()
    {
        std::signal(SIGXFSZ, m_before);
        for (const int end : {reached[0], reached[1], released[0], released[1]})
            ::close(end);
    }
    StalledDisk(const StalledDisk &) = delete;
    StalledDisk &operator=(const StalledDisk &) = delete;

    [[nodiscard]] bool isReached() const
    {
        char octet = 0;
        return m_isMade && ::read(reached[0], &octet, 1) == 1;
    }
    static bool release() { return ::write(released[1], "x", 1) == 1; }

private:
    static void stall(int)
    {
        const int number = errno;
        char octet = 'x';
        if (::write(reached[1], &octet, 1) == 1)
            std::ignore = ::read(released[0], &octet, 1);
        errno = number;
    }
    static inline std::array<int, 2> reached{};
    static inline std::array<int, 2> released{};
    bool m_isMade = false;
    void (*m_before)(int) = nullptr;
};

} // namespace

/// Files that a server reads or writes beside its certificates.
class TestTlsFiles : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] QString written(const QByteArray &content) const
    {
        QFile file(path("written"));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theKeyLogIsItsOwnersAloneAndGrows()
    {
        QFile before(path("keys"));
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("# kept\n") > 0);
        before.close();
        QCOMPARE(::chmod(qPrintable(path("keys")), 0644), 0);
        KeyLog log(path("keys"));
        log.add("lost"); // nothing is written before it was asked for
        QVERIFY(log.open());
        log.add("CLIENT_RANDOM aa bb");
        QCOMPARE(contentOf(path("keys")), QByteArray("# kept\nCLIENT_RANDOM aa bb\n"));
        QCOMPARE(QFileInfo(path("keys")).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
    }

    void theKeyLogIsAddedToNoOtherFile()
    {
        QFile key(path("server.key"));
        QVERIFY(key.open(QIODevice::WriteOnly) && key.write("-----BEGIN PRIVATE KEY-----\n") > 0);
        key.close();
        QVERIFY(key.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        KeyLog log(key.fileName());
        QCOMPARE(log.open().error().code, ErrorCode::AlreadyExists);
        QCOMPARE(log.open().error().values, QStringList{u"key-log"_s});
        QCOMPARE(log.mayOpen().error(), log.open().error());
        QVERIFY2(key.permissions() & QFile::ReadGroup, "it stays as it is");

        QVERIFY(::mkfifo(path("pipe").toLocal8Bit().constData(), 0600) == 0);
        KeyLog pipe(path("pipe"));
        QCOMPARE(pipe.open().error().code, ErrorCode::FileNotWritable); // and nobody waited for a reader
        QCOMPARE(pipe.mayOpen().error(), pipe.open().error());
        QVERIFY(KeyLog(path("keys")).mayOpen());
        QVERIFY2(!QFile::exists(path("keys")), "nothing is made before Start");
        QCOMPARE(KeyLog(path("nowhere/keys")).mayOpen().error().causes, QStringList{qt_error_string(ENOENT)});
    }

    void theKeyLogIsNotWrittenThroughALink()
    {
        QVERIFY(QFile::link(path("elsewhere"), path("keys")));
        KeyLog log(path("keys"));
        const auto opened = log.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::FileNotWritable);
        QVERIFY(!QFileInfo::exists(path("elsewhere")));
    }

    void theKeyLogIsMadeAnewWhereItWasDeleted()
    {
        KeyLog log(path("keys"));
        QVERIFY(log.open());
        log.add("CLIENT_RANDOM aa bb");
        QVERIFY(QFile::remove(path("keys")));
        log.add("CLIENT_RANDOM cc dd");
        QCOMPARE(contentOf(path("keys")), QByteArray("CLIENT_RANDOM cc dd\n"));
        QVERIFY(log.failure().isEmpty());

        QVERIFY(QFile::remove(path("keys")) && QDir().rmdir(m_folder->path()));
        log.add("CLIENT_RANDOM ee ff");
        QCOMPARE(log.failure(), qt_error_string(ENOENT));
    }

    void whatTheKeyLogLacksIsSaid()
    {
        KeyLog log(path("keys"));
        QVERIFY(log.open());
        {
            const FileSizeLimit limit(30);
            log.add("CLIENT_RANDOM aa bb");
            QVERIFY(log.failure().isEmpty());
            log.add("CLIENT_RANDOM cc dd");
            QCOMPARE(log.failure(), qt_error_string(EFBIG));
        }
        log.add("CLIENT_RANDOM ee ff");
        QCOMPARE(contentOf(path("keys")), QByteArray("CLIENT_RANDOM aa bb\nCLIENT_RAN\nCLIENT_RANDOM ee ff\n"));
        QVERIFY2(!log.failure().isEmpty(), "a line is missing for good");
    }

    void halfALineSpoilsNoOtherOne()
    {
        KeyLog full(path("keys"));
        KeyLog other(path("keys"));
        QVERIFY(full.open() && other.open());
        {
            const FileSizeLimit limit(10);
            full.add("CLIENT_RANDOM aa bb");
        }
        other.add("CLIENT_RANDOM cc dd");
        full.add("CLIENT_RANDOM ee ff");
        QCOMPARE(contentOf(path("keys")), QByteArray("CLIENT_RAN\nCLIENT_RANDOM cc dd\nCLIENT_RANDOM ee ff\n"));
    }

    void nobodyWhoAsksWaitsForTheDisk()
    {
        KeyLog log(path("keys"));
        QVERIFY(log.open());
        const FileSizeLimit limit(0);
        const StalledDisk disk;
        std::jthread writer([&log] { log.add("CLIENT_RANDOM aa bb"); });
        const bool isReached = disk.isReached();
        std::future<QString> asked = std::async(std::launch::async, [&log] { return log.failure(); });
        const bool isTold = asked.wait_for(std::chrono::seconds(5)) == std::future_status::ready;
        const bool isReleased = StalledDisk::release();
        writer.join();
        QVERIFY(isReached && isReleased);
        QVERIFY2(isTold, "it waited for the write");
        QVERIFY(asked.get().isEmpty());
        QCOMPARE(log.failure(), qt_error_string(EFBIG));
    }

    void theKeyLogHoldsWhatDecryptsAConnectionAndNoOther()
    {
        const auto log = std::make_shared<KeyLog>(path("keys"));
        QVERIFY(log->open());
        const auto context = ServerContext::make({.protocols = modern, .keyLog = log}, makeIdentity());
        QVERIFY(context);
        QVERIFY(contentOf(path("keys")).isEmpty()); // those that were tried out are nobody's connections
        QVERIFY(shakeHands(**context, [](SSL_CTX &) {}).negotiated);
        const QByteArray keys = contentOf(path("keys"));
        QCOMPARE(keys.count("CLIENT_TRAFFIC_SECRET_0 "), 1);
        QCOMPARE(keys.count("SERVER_TRAFFIC_SECRET_0 "), 1);
    }

    void sharedSecretsAreReadByTheLine_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("identity");
        QTest::addColumn<QByteArray>("key"); // hexadecimal; empty: unknown
        QTest::addColumn<QString>("wrong");  // the line and what is wrong; empty: the file is fine
        const auto row = [](const char *name, const QByteArray &content, const char *identity, const char *key,
                            const char *wrong = "") {
            QTest::newRow(name) << content << QByteArray(identity) << QByteArray(key) << QString::fromLatin1(wrong);
        };
        row("one line", "alice:0a0B\n", "alice", "0a0b");
        row("the last line without its end", "alice:0a", "alice", "0a");
        row("lines as Windows ends them", "alice:0a\r\nbob:0b\r\n", "bob", "0b");
        row("an identity with a colon", "urn:alice:0a", "urn:alice", "0a");
        row("somebody else", "alice:0a", "bob", "");
        row("comments and empty lines", "# keys\n\nalice:0a\n", "alice", "0a");
        row("half a digit", "alice:0a\nbob:0\n", "bob", "", "2 odd");
        row("a letter that is no digit", "alice:0g", "alice", "", "1 digits");
        row("no key", "alice:", "alice", "", "1 form");
        row("no colon", "alice", "alice", "", "1 form");
        row("no identity", ":0a", "", "", "1 form");
        row("a key that is longer than OpenSSL takes", "alice:" + QByteArray(1026, 'a'), "alice", "", "1 key-length");
        row("an identity that is longer than OpenSSL takes", QByteArray(257, 'a') + ":0a", "", "", "1 identity-length");
        row("nothing but comments", "# keys\n\n# nobody\n", "alice", "", "0 none");
        row("nothing but spaces in a line", " \n", "alice", "", "1 form");
    }
    void sharedSecretsAreReadByTheLine()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, identity);
        QFETCH(const QByteArray, key);
        QFETCH(const QString, wrong);
        const auto secrets = SharedSecrets::read(written(content));
        QCOMPARE(secrets.has_value(), wrong.isEmpty());
        if (!secrets) {
            QCOMPARE(secrets.error().code, ErrorCode::MalformedKey);
            QCOMPARE(secrets.error().values,
                     (QStringList{wrong.section(u' ', 0, 0), u"shared-secret"_s, wrong.section(u' ', 1)}));
            return;
        }
        const SecretBytes *found = (*secrets)->of(identity);
        QCOMPARE(found != nullptr, !key.isEmpty());
        if (found)
            QCOMPARE(QByteArray(reinterpret_cast<const char *>(found->bytes().data()), qsizetype(found->bytes().size()))
                         .toHex(),
                     key);
    }

    void whoKnowsTheSharedSecretIsLetIn_data()
    {
        QTest::addColumn<QByteArray>("identity");
        QTest::addColumn<bool>("isThrough");
        QTest::newRow("the right identity and key") << QByteArray("alice") << true;
        QTest::newRow("an identity with another key") << QByteArray("bob") << false;
    }
    void whoKnowsTheSharedSecretIsLetIn()
    {
        QFETCH(const QByteArray, identity);
        QFETCH(const bool, isThrough);
        const auto secrets = SharedSecrets::read(written("alice:000102030405060708090a0b0c0d0e0f\nbob:01\n"));
        QVERIFY(secrets);
        const auto context = ServerContext::make({.protocols = modern, .sharedSecrets = *secrets}, makeIdentity());
        QVERIFY(context);
        for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            static QByteArray asked;
            asked = identity;
            const Ending ending = shakeHands(**context, [version](SSL_CTX &client) {
                SSL_CTX_set_max_proto_version(&client, version);
                SSL_CTX_set_cipher_list(&client, "PSK");
                SSL_CTX_set_psk_client_callback(&client,
                                                [](SSL *, const char *, char *name, unsigned int room,
                                                   unsigned char *key, unsigned int keyRoom) -> unsigned int {
                                                    if (room <= static_cast<unsigned int>(asked.size()) || keyRoom < 16)
                                                        return 0;
                                                    qstrncpy(name, asked.constData(), room);
                                                    for (unsigned char octet = 0; octet < 16; ++octet)
                                                        key[octet] = octet;
                                                    return 16;
                                                });
            });
            QCOMPARE(ending.negotiated && ending.negotiated->resumed, isThrough && version == TLS1_3_VERSION);
            QCOMPARE(ending.negotiated.has_value(), isThrough);
        }
    }

    void finiteFieldsAreTheUsersChoice_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<bool>("isMade");
        QTest::addColumn<bool>("isThrough");
        using Kind = DhRule::Kind;
        QTest::newRow("OpenSSL's") << int(Kind::Automatic) << QByteArray() << true << true;
        QTest::newRow("none") << int(Kind::None) << QByteArray() << true << false;
        QTest::newRow("no parameters") << int(Kind::Own) << QByteArray("nonsense") << false << false;
        QTest::newRow("parameters of a curve")
            << int(Kind::Own)
            << QByteArray("-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n") << false
            << false;
    }
    void finiteFieldsAreTheUsersChoice()
    {
        QFETCH(const int, kind);
        QFETCH(const QByteArray, parameters);
        QFETCH(const bool, isMade);
        QFETCH(const bool, isThrough);
        const TlsPolicy policy{.protocols = modern,
                               .dh = {.kind = DhRule::Kind(kind), .parameters = parameters, .file = u"dh.pem"_s}};
        const auto context = ServerContext::make(policy, makeIdentity(u"rsa:2048"_s));
        QCOMPARE(context.has_value(), isMade);
        if (!isMade) {
            QCOMPARE(context.error().code, ErrorCode::BadDhParameters);
            QCOMPARE(context.error().subject, u"dh.pem"_s);
            return;
        }
        const Ending ending = shakeHands(**context, [](SSL_CTX &client) {
            SSL_CTX_set_max_proto_version(&client, TLS1_2_VERSION);
            SSL_CTX_set_cipher_list(&client, "DHE-RSA-AES128-GCM-SHA256");
            SSL_CTX_set1_groups_list(&client, "P-256"); // an older client: no group for finite fields
        });
        QCOMPARE(ending.negotiated.has_value(), isThrough);
    }
};

QTEST_GUILESS_MAIN(TestTlsFiles)
#include "tst_tls_files.moc"
