#include "model/certificates/ocsp_response.h"
#include "model/certificates/revocation.h"
#include "model/sockets/applications.h"
#include "model/sockets/file_follower.h"
#include "tests/sockets/watched_workspace.h"
#include "tests/tls/test_identity.h"

#include <openssl/pem.h>

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <optional>

using namespace sealport;
using namespace sealport::test;

namespace {

QByteArray pemOf(const Certificate &certificate)
{
    const BioPtr memory(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(memory.get(), certificate.handle());
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return {data, size};
}

QByteArray pemOf(const PrivateKey &key)
{
    const SecretBytes pem = key.pkcs8Pem().value();
    return {reinterpret_cast<const char *>(pem.bytes().data()), static_cast<qsizetype>(pem.bytes().size())};
}

/// Octet by octet into the file that is there, as cp does it.
bool overwrite(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
}

QByteArray presentedBy(TlsClient &client)
{
    const X509Ptr certificate(SSL_get1_peer_certificate(&client.ssl()));
    std::array<unsigned char, 32> digest{};
    return certificate && X509_digest(certificate.get(), EVP_sha256(), digest.data(), nullptr) == 1
               ? QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size()))
               : QByteArray();
}

} // namespace

/// What servers take over while they run, and that nobody who is connected notices.
class TestLiveChanges final : public QObject {
    Q_OBJECT

    /// A server from files, with a client that stays connected.
    ServerId serve(Watched &watched)
    {
        ServerProfile profile = watched.profile(QStringLiteral("files"));
        profile.certificate = {.by = IdentifyBy::Name, .id = {}, .file = path("cert.pem"), .keyFile = path("cert.key")};
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        watched.workspace->start(id);
        return id;
    }
    [[nodiscard]] QString path(const char *name) const { return m_files->filePath(QLatin1String(name)); }
    [[nodiscard]] bool write(const Identity &identity) const
    {
        return overwrite(path("cert.pem"), pemOf(identity.certificate))
               && overwrite(path("cert.key"), pemOf(identity.key));
    }

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); } // who is turned away may still be writing
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_files = std::make_unique<QTemporaryDir>();
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        QVERIFY(write(m_old));
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void protocolsAndLimitsAreTakenOverWhileConnectionsLive()
    {
        OPEN(watched);
        ServerProfile profile = watched.profile(QStringLiteral("a"));
        profile.protocols = {Protocol::Tls1_2};
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, id);
        QCOMPARE(watched.entry(id).generation, std::uint64_t{1});
        const quint16 port = watched.entry(id).endpoint.port;
        TlsClient live(port);
        QVERIFY(live.handshake() && exchange(live));
        QCOMPARE(SSL_version(&live.ssl()), TLS1_2_VERSION);

        profile.protocols = {Protocol::Tls1_3};
        profile.limits.maxConnections = 2;
        profile.reply = {.mode = ReplyMode::Text, .text = QStringLiteral("new")};
        QVERIFY(watched.workspace->updateServer(id, profile).has_value());
        QVERIFY(needsRestart(watched.entry(id)));
        QVERIFY(watched.workspace->applyChanges(id).has_value());
        QVERIFY(watched.entry(id).isApplying);
        QTRY_COMPARE(watched.entry(id).generation, std::uint64_t{2});
        QVERIFY(!watched.entry(id).isApplying && !watched.entry(id).changeError);
        QVERIFY(!needsRestart(watched.entry(id)));
        QCOMPARE(watched.state(id), ServerState::Listening);

        QVERIFY2(exchange(live), "it goes on, with the reply that it began with");
        TlsClient next(port);
        QVERIFY(next.handshake() && next.write("x"));
        QCOMPARE(next.read(3), QByteArray("new"));
        QCOMPARE(SSL_version(&next.ssl()), TLS1_3_VERSION);
        TlsClient third(port);
        QVERIFY2(!third.handshake(), "the new limit counts those that were there before");
        const auto generationOf = [&watched](TlsClient &client) {
            const ConnectionRecord *record = watched.connectionFrom(client.socket().localPort());
            return record ? record->generation : 0;
        };
        QTRY_COMPARE(generationOf(third), std::uint64_t{2});
        QCOMPARE(generationOf(live), std::uint64_t{1});
        QCOMPARE(generationOf(next), std::uint64_t{2});
    }

    void whatNeedsANewSocketIsSaid_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"port", "address", "addressUse", "opening"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void whatNeedsANewSocketIsSaid()
    {
        QFETCH(const QString, field);
        OPEN(watched);
        ServerProfile profile = watched.profile(QStringLiteral("a"));
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, id);
        if (field == u"port")
            profile.port = 5999;
        else if (field == u"address")
            profile.address = QStringLiteral("localhost");
        else if (field == u"addressUse")
            profile.addressUse = AddressUse::Unique;
        else
            profile.opening = Opening::onRequest();
        QVERIFY(watched.workspace->updateServer(id, profile).has_value());
        const Result<void> applied = watched.workspace->applyChanges(id);
        QCOMPARE(applied.error().code, ErrorCode::RestartNeeded);
        QCOMPARE(applied.error().values, QStringList{field});
        QVERIFY(!watched.entry(id).isApplying);
        QCOMPARE(watched.entry(id).generation, std::uint64_t{1});
    }

    void whatCannotBePreparedChangesNothing()
    {
        OPEN(watched);
        ServerProfile profile = watched.profile(QStringLiteral("a"));
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, id);
        const ServerProfile before = profile;
        profile.certificate.by = IdentifyBy::Name;
        profile.certificate.id = QStringLiteral("nobody");
        QVERIFY(watched.workspace->updateServer(id, profile).has_value());
        QVERIFY(watched.workspace->applyChanges(id).has_value());
        QTRY_VERIFY(watched.entry(id).changeError);
        QCOMPARE(watched.entry(id).changeError->code, ErrorCode::CertificateNotFound);
        QCOMPARE(watched.entry(id).generation, std::uint64_t{1});
        QVERIFY(!watched.entry(id).isApplying && watched.entry(id).applied == before);
        TlsClient client(watched.entry(id).endpoint.port);
        QVERIFY(client.handshake() && exchange(client));

        QVERIFY(watched.workspace->updateServer(id, before).has_value());
        QVERIFY(watched.workspace->applyChanges(id).has_value());
        QTRY_VERIFY2(!watched.entry(id).changeError, "what works now is no longer wrong");
        QVERIFY2(watched.entry(id).generation == 1, "nothing differs");
    }

    void stopWhileChangesArePreparedJustStops()
    {
        OPEN(watched);
        ServerProfile profile = watched.profile(QStringLiteral("a"));
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, id);
        profile.protocols = {Protocol::Tls1_3};
        QVERIFY(watched.workspace->updateServer(id, profile).has_value());
        QVERIFY(watched.workspace->applyChanges(id).has_value());
        watched.workspace->stop(id);
        QVERIFY(!watched.entry(id).isApplying);
        QTRY_COMPARE(watched.state(id), ServerState::Stopped);
        QVERIFY(watched.workspace->applyChanges(id).has_value()); // nothing, where nothing runs
        QCOMPARE(watched.state(id), ServerState::Stopped);
        LISTEN(watched, id);
        QVERIFY2(watched.entry(id).generation == 2, "a Start is a generation of its own");
    }

    void aChangedFileIsTakenOverByItself_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("written over") << QStringLiteral("write");
        QTest::newRow("another one in its place") << QStringLiteral("rename");
        QTest::newRow("a link that leads elsewhere, as certbot makes it") << QStringLiteral("link");
    }
    void aChangedFileIsTakenOverByItself()
    {
        QFETCH(const QString, how);
        const Identity fresh = makeIdentity();
        if (how == u"link") {
            for (const char *name : {"cert.pem", "cert.key"}) {
                const QString old = path("old-") + QLatin1String(name);
                QVERIFY(QFile::rename(path(name), old) && QFile::link(old, path(name)));
            }
        }
        OPEN(watched);
        const ServerId id = serve(watched);
        QTRY_COMPARE(watched.state(id), ServerState::Listening);
        const quint16 port = watched.entry(id).endpoint.port;
        TlsClient live(port);
        QVERIFY(live.handshake() && exchange(live));
        QCOMPARE(presentedBy(live), m_old.certificate.sha256());

        if (how == u"write") {
            QVERIFY(write(fresh));
        } else {
            QVERIFY(overwrite(path("new-cert.pem"), pemOf(fresh.certificate)));
            QVERIFY(overwrite(path("new-cert.key"), pemOf(fresh.key)));
            for (const char *name : {"cert.pem", "cert.key"}) {
                const QString next = path("new-") + QLatin1String(name);
                QVERIFY(QFile::remove(path(name)));
                QVERIFY(how == u"link" ? QFile::link(next, path(name)) : QFile::rename(next, path(name)));
            }
        }
        QTRY_COMPARE_WITH_TIMEOUT(watched.entry(id).generation, std::uint64_t{2}, 15'000);
        QVERIFY(!watched.entry(id).changeError);
        QVERIFY(*watched.entry(id).certificate == fresh.certificate);
        TlsClient next(port);
        QVERIFY(next.handshake() && exchange(next) && exchange(live));
        QCOMPARE(presentedBy(next), fresh.certificate.sha256());

        const Identity third = makeIdentity();
        QVERIFY(overwrite(path("cert.pem"), pemOf(third.certificate)) && overwrite(path("cert.key"), pemOf(third.key)));
        QTRY_COMPARE_WITH_TIMEOUT(watched.entry(id).generation, std::uint64_t{3}, 15'000);
    }

    void halfAFileIsNoErrorBeforeItSettles()
    {
        OPEN(watched);
        const ServerId id = serve(watched);
        QTRY_COMPARE(watched.state(id), ServerState::Listening);
        const Identity fresh = makeIdentity();
        const QByteArray whole = pemOf(fresh.certificate);
        QSignalSpy changed(watched.workspace.get(), &Workspace::serverChanged);
        FileFollower beside(watched.workspace->jobs());
        beside.follow(id, sourceFilesOf(watched.entry(id).applied, watched.workspace->store()));
        QSignalSpy settled(&beside, &FileFollower::settled);
        QVERIFY(overwrite(path("cert.pem"), whole.left(whole.size() / 2)));
        QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 15'000);
        QVERIFY(beside.mayBecomeWhole(id) && !beside.mayBecomeWhole(id));
        const auto isSaid = [&] { return watched.entry(id).changeError.has_value(); };
        QVERIFY2(!QTest::qWaitFor(isSaid, static_cast<int>(FileFollower::patience.count()) / 2), "the rest may come");
        QVERIFY(changed.isEmpty());
        QVERIFY(overwrite(path("cert.pem"), whole) && overwrite(path("cert.key"), pemOf(fresh.key)));
        QTRY_COMPARE_WITH_TIMEOUT(watched.entry(id).generation, std::uint64_t{2}, 15'000);
        QVERIFY(!watched.entry(id).changeError);
    }

    void whatStaysWrongIsSaidAndMended()
    {
        OPEN(watched);
        const ServerId id = serve(watched);
        QTRY_COMPARE(watched.state(id), ServerState::Listening);
        QVERIFY(overwrite(path("cert.pem"), pemOf(makeIdentity().certificate))); // and never its key
        QTRY_VERIFY_WITH_TIMEOUT(watched.entry(id).changeError, 15'000);
        QCOMPARE(watched.entry(id).changeError->code, ErrorCode::KeyMismatch);
        TlsClient client(watched.entry(id).endpoint.port);
        QVERIFY(client.handshake() && exchange(client));
        QCOMPARE(presentedBy(client), m_old.certificate.sha256());
        QVERIFY(write(m_old));
        QTRY_VERIFY_WITH_TIMEOUT(!watched.entry(id).changeError, 15'000);
        QCOMPARE(watched.entry(id).generation, std::uint64_t{1});
    }

    void aRevocationIsTakenOverByItself_data()
    {
        QTest::addColumn<bool>("isFromFiles");
        QTest::newRow("of a certificate in the store") << false;
        QTest::newRow("of a certificate in files elsewhere") << true;
    }
    void aRevocationIsTakenOverByItself()
    {
        QFETCH(const bool, isFromFiles);
        OPEN(watched);
        const CertificateStore &store = watched.workspace->store();
        const Identity authority = makeIdentity(QStringLiteral("ec:P-256"), nullptr, QStringLiteral("Own CA"), true);
        const QString authorityFile = store.add(authority.certificate, authority.key).value().file;
        const Identity issued = makeIdentity(QStringLiteral("ec:P-256"), &authority, QStringLiteral("issued.test"));
        ServerProfile profile = watched.profile(QStringLiteral("a"));
        profile.tls.ocsp = QStringLiteral("made");
        if (isFromFiles) {
            QVERIFY(write(issued));
            profile.certificate = {
                .by = IdentifyBy::Name, .id = {}, .file = path("cert.pem"), .keyFile = path("cert.key")};
        } else {
            QVERIFY(store.add(issued.certificate, issued.key));
            profile.certificate = {.by = IdentifyBy::Name, .id = QStringLiteral("issued.test")};
        }
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, id);
        const auto stapled = [&] {
            TlsClient client(watched.entry(id).endpoint.port);
            SSL_set_tlsext_status_type(&client.ssl(), TLSEXT_STATUSTYPE_ocsp);
            if (!client.handshake())
                return OcspStatus::Unknown;
            const unsigned char *der = nullptr;
            const long size = SSL_get_tlsext_status_ocsp_resp(&client.ssl(), &der);
            const auto octets = std::as_bytes(std::span(der, static_cast<std::size_t>(std::max(size, 0L))));
            const auto answer = readOcspResponse(octets, issued.certificate, authority.certificate);
            return answer ? answer->status : OcspStatus::Unknown;
        };
        QCOMPARE(stapled(), OcspStatus::Good);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY(revoke({.certificates = {issued.certificate}, .thisUpdate = now, .nextUpdate = now.addDays(1)},
                       authority, authorityFile, store));
        QTRY_COMPARE_WITH_TIMEOUT(watched.entry(id).generation, std::uint64_t{2}, 15'000);
        QCOMPARE(stapled(), OcspStatus::Revoked);
    }

    void onlyWhatItWasStartedWithIsReadAnew()
    {
        OPEN(watched);
        const ServerId id = serve(watched);
        QTRY_COMPARE(watched.state(id), ServerState::Listening);
        ServerProfile profile = watched.entry(id).profile;
        profile.protocols = {Protocol::Tls1_3};
        QVERIFY(watched.workspace->updateServer(id, profile).has_value());
        QVERIFY(write(makeIdentity()));
        QTRY_COMPARE_WITH_TIMEOUT(watched.entry(id).generation, std::uint64_t{2}, 15'000);
        QVERIFY2(watched.entry(id).applied.protocols == modernProtocols, "nobody has asked for the other change");
        QVERIFY(needsRestart(watched.entry(id)));
    }

    void anotherCertificateOfTheApplicationIsTakenOverByItself()
    {
        OPEN(watched);
        const auto stored = [&watched](const char *name) {
            const Identity identity = makeIdentity(QStringLiteral("ec:P-256"), nullptr, QLatin1String(name));
            return watched.workspace->store().add(identity.certificate, identity.key).value().certificate;
        };
        const Certificate old = stored("old.test");
        const Certificate fresh = stored("new.test");
        const ApplicationStore &applications = watched.workspace->applications().store();
        QVERIFY(applications.define({.id = QStringLiteral("ACME_WEB")}).has_value());
        const auto give = [&applications](const Certificate &certificate) {
            return applications.change(QStringLiteral("ACME_WEB"), [certificate](ApplicationDefinition &application) {
                return assign(application, {AssignedCertificate::of(certificate)});
            });
        };
        QVERIFY(give(old).has_value());
        QTRY_VERIFY(watched.workspace->applications().find(QStringLiteral("ACME_WEB")));
        ServerProfile profile = watched.profile(QStringLiteral("a"));
        profile.certificate = {.by = IdentifyBy::Application, .id = QStringLiteral("ACME_WEB")};
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, id);
        QVERIFY(*watched.entry(id).certificate == old);
        TlsClient live(watched.entry(id).endpoint.port);
        QVERIFY(live.handshake() && exchange(live));
        QVERIFY(give(fresh).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(watched.entry(id).generation, std::uint64_t{2}, 15'000);
        QVERIFY(*watched.entry(id).certificate == fresh);
        QVERIFY(!needsRestart(watched.entry(id)));
        QVERIFY(exchange(live));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_files;
    const Identity m_old = makeIdentity();
};

QTEST_GUILESS_MAIN(TestLiveChanges)
#include "tst_live_changes.moc"
