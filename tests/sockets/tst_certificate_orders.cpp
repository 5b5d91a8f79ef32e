#include "model/certificates/renewal.h"
#include "model/certificates/request_files.h"
#include "model/sockets/store_editor.h"
#include "tests/tls/test_identity.h"

#include <openssl/err.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace sealport;
using namespace sealport::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

std::shared_ptr<const SecretBytes> secret(const char *latin)
{
    return std::make_shared<const SecretBytes>(std::as_bytes(std::span(latin, std::strlen(latin))));
}

template <class T>
auto keepIn(std::optional<Result<T>> &result)
{
    return [&result](const Result<T> &given) { result = given; };
}

} // namespace

/// Requests, renewals, revocations and signatures, made in the store off the GUI thread.
class TestCertificateOrders final : public QObject {
    Q_OBJECT
private:
    StoredCertificate add(const Identity &identity, const SecretBytes *passphrase = nullptr) const
    {
        return store().add(identity.certificate, identity.key, passphrase).value();
    }
    [[nodiscard]] CertificateStore store() const { return CertificateStore(m_folder->filePath(text("store"))); }
    [[nodiscard]] QStringList files() const { return QDir(store().folder()).entryList(QDir::Files, QDir::Name); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_editor = std::make_unique<StoreEditor>(store(), Trash(m_folder->filePath(text("trash"))));
    }
    void cleanup()
    {
        m_editor.reset();
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    // A key of 8192 bits takes seconds to minutes.
    void whatIsCancelledLeavesNothing_data()
    {
        QTest::addColumn<bool>("isRequest");
        QTest::newRow("a certificate") << false;
        QTest::newRow("a request") << true;
    }
    void whatIsCancelledLeavesNothing()
    {
        QFETCH(const bool, isRequest);
        const CertificateOrder order{
            .spec = specOf(text("a.test")), .key = KeyKind::parse(text("rsa:8192")).value(), .issuer = {}};
        std::optional<Result<StoredCertificate>> made;
        std::optional<Result<StoredRequest>> requested;
        std::stop_source making =
            isRequest ? m_editor->request(order, this, keepIn(requested)) : m_editor->make(order, this, keepIn(made));
        making.request_stop();
        QTRY_VERIFY_WITH_TIMEOUT(made || requested, 5000);
        QVERIFY(made ? !made->has_value() : !requested->has_value());
        QVERIFY(files().isEmpty());
    }

    void aRequestIsSignedAndMeetsItsKeyAgain()
    {
        const StoredCertificate authority = add(makeIdentity(text("ec:P-256"), nullptr, text("CA"), true));
        std::optional<Result<StoredRequest>> requested;
        m_editor->request({.spec = specOf(text("asks.test")), .key = KeyKind(), .issuer = {}}, this, keepIn(requested));
        QTRY_VERIFY(requested);
        QVERIFY(requested->has_value());

        std::optional<Result<CertificateRequest>> read;
        m_editor->readRequest(requested->value().file, this, keepIn(read));
        QTRY_VERIFY(read);
        QVERIFY(*read == requested->value().request);

        std::optional<Result<RequestAnswer>> answer;
        m_editor->sign({.request = read->value(), .terms = specOf(text("elsewhere.test")), .issuer = authority}, this,
                       keepIn(answer));
        QTRY_VERIFY(answer);
        QVERIFY(answer->has_value());
        const StoredCertificate &stored = answer->value().stored;
        QCOMPARE(stored.certificate.name(), text("asks.test"));
        QVERIFY(isIssuedBy(stored.certificate, authority.certificate));
        QVERIFY(stored.hasKey);
        QVERIFY(store().identity(stored));
        QVERIFY(answer->value().leftOut.isEmpty());
    }

    void aRenewedCertificateHasTheSameKeyAndIssuer()
    {
        const Identity authority = makeIdentity(text("ec:P-256"), nullptr, text("CA"), true);
        const Identity leaf = makeIdentity(text("ec:P-256"), &authority, text("leaf.test"));
        add(authority);
        const StoredCertificate old = add(leaf);
        std::optional<Result<StoredCertificate>> signer;
        m_editor->findSigner(old, this, keepIn(signer));
        QTRY_VERIFY(signer);
        QVERIFY(signer->value().certificate == authority.certificate);

        const QDateTime begin = QDateTime::currentDateTimeUtc().addDays(1);
        std::optional<Result<StoredCertificate>> renewed;
        m_editor->renew({.old = old, .notBefore = begin, .notAfter = begin.addDays(30)}, this, keepIn(renewed));
        QTRY_VERIFY(renewed);
        QVERIFY(renewed->has_value());
        const Certificate &certificate = renewed->value().certificate;
        QVERIFY(certificate != old.certificate);
        QVERIFY(leaf.key.matches(certificate));
        QVERIFY(isIssuedBy(certificate, authority.certificate));
        QCOMPARE(certificate.notAfter(), begin.addDays(30).addMSecs(-begin.time().msec()));
        QVERIFY(QFile::exists(old.file));
    }

    void whoseKeyIsElsewhereIsRenewedByTheKeyOfItsIssuer()
    {
        const Identity authority = makeIdentity(text("ec:P-256"), nullptr, text("CA"), true);
        const Identity leaf = makeIdentity(text("ec:P-256"), &authority, text("leaf.test"));
        add(authority);
        const StoredCertificate old = *store().add(leaf.certificate);
        const QDateTime begin = QDateTime::currentDateTimeUtc();
        std::optional<Result<StoredCertificate>> renewed;
        m_editor->renew({.old = old, .notBefore = begin, .notAfter = begin.addDays(30)}, this, keepIn(renewed));
        QTRY_VERIFY(renewed);
        QVERIFY(renewed->has_value());
        QVERIFY(!renewed->value().hasKey);
        QVERIFY(leaf.key.matches(renewed->value().certificate));
        QVERIFY(isIssuedBy(renewed->value().certificate, authority.certificate));
    }

    void aNewKeyIsProtectedAsTheOldOneWas()
    {
        const auto passphrase = secret("of the key");
        const Identity own = makeIdentity(text("ec:P-384"), nullptr, text("self.test"));
        const StoredCertificate old = add(own, passphrase.get());
        const QDateTime begin = QDateTime::currentDateTimeUtc();
        std::optional<Result<StoredCertificate>> renewed;
        m_editor->renew({.old = old,
                         .notBefore = begin,
                         .notAfter = begin.addDays(30),
                         .hasNewKey = true,
                         .passphrase = passphrase},
                        this, keepIn(renewed));
        QTRY_VERIFY(renewed);
        QVERIFY(renewed->has_value());
        QVERIFY(!own.key.matches(renewed->value().certificate));
        QCOMPARE(renewed->value().certificate.keyBits(), 384);
        QCOMPARE(store().identity(renewed->value()).error().code, ErrorCode::PassphraseNeeded);
        QVERIFY(store().identity(renewed->value(), passphrase.get()));
    }

    void lockedKeysAreOpenedAndStayLocked()
    {
        const auto passphrase = secret("of the authority");
        const auto own = secret("of the leaf");
        const Identity authority = makeIdentity(text("ec:P-256"), nullptr, text("CA"), true);
        const Identity leaf = makeIdentity(text("ec:P-256"), &authority, text("leaf.test"));
        const StoredCertificate signer = add(authority, passphrase.get());
        const StoredCertificate old = add(leaf, own.get());
        const QDateTime begin = QDateTime::currentDateTimeUtc();

        std::optional<Result<StoredCertificate>> found;
        m_editor->findSigner(old, this, keepIn(found)); // without its key
        QTRY_VERIFY(found);
        QVERIFY(found->value().certificate == authority.certificate && found->value().isKeyLocked);

        std::optional<Result<StoredCertificate>> refused;
        m_editor->renew({.old = old, .notBefore = begin, .notAfter = begin.addDays(1), .passphrase = own}, this,
                        keepIn(refused));
        QTRY_VERIFY(refused);
        QCOMPARE(refused->error().code, ErrorCode::PassphraseNeeded);
        std::optional<Result<StoredCertificate>> renewed;
        m_editor->renew({.old = old,
                         .notBefore = begin,
                         .notAfter = begin.addDays(1),
                         .passphrase = own,
                         .issuerPassphrase = passphrase},
                        this, keepIn(renewed));
        QTRY_VERIFY(renewed);
        QVERIFY(renewed->has_value());
        QVERIFY(store().identity(renewed->value(), own.get()));
        QCOMPARE(store().identity(renewed->value()).error().code, ErrorCode::PassphraseNeeded);

        std::optional<Result<Revocation>> revocation;
        m_editor->revoke({.certificates = {leaf.certificate}, .thisUpdate = begin, .nextUpdate = begin.addDays(7)},
                         signer, passphrase, this, keepIn(revocation));
        QTRY_VERIFY(revocation);
        QVERIFY(revocation->has_value());
    }

    void whoseIssuerIsElsewhereIsNotRenewed()
    {
        const Identity authority = makeIdentity(text("ec:P-256"), nullptr, text("CA"), true);
        const StoredCertificate old = add(makeIdentity(text("ec:P-256"), &authority, text("leaf.test")));
        const QDateTime begin = QDateTime::currentDateTimeUtc();
        std::optional<Result<StoredCertificate>> renewed;
        m_editor->renew({.old = old, .notBefore = begin, .notAfter = begin.addDays(1)}, this, keepIn(renewed));
        QTRY_VERIFY(renewed);
        QVERIFY(!renewed->has_value());
        QCOMPARE(renewed->error().code, ErrorCode::IssuerNotFound);
    }

    void theListBeforeARevocationComesBack()
    {
        const Identity authority = makeIdentity(text("ec:P-256"), nullptr, text("CA"), true);
        const StoredCertificate stored = add(authority);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        std::optional<Result<Revocation>> last;
        QByteArray before;
        for (const char *name : {"first.test", "second.test"}) {
            const Identity leaf = makeIdentity(text("ec:P-256"), &authority, text(name));
            std::optional<Result<Revocation>> revocation;
            m_editor->revoke({.certificates = {leaf.certificate},
                              .reason = RevocationReason::Superseded,
                              .thisUpdate = now,
                              .nextUpdate = now.addDays(7)},
                             stored, nullptr, this, keepIn(revocation));
            QTRY_VERIFY(revocation);
            QVERIFY(revocation->has_value());
            QVERIFY(isRevokedIn(revocation->value().written.list, leaf.certificate));
            QCOMPARE(revocation->value().before.has_value(), last.has_value());
            if (!last)
                before = revocation->value().written.list.pem();
            last = std::move(revocation);
        }
        QCOMPARE(last->value().written.list.count(), 2);

        std::optional<Result<void>> restored;
        m_editor->takeBack(last->value(), this, keepIn(restored));
        QTRY_VERIFY(restored);
        QVERIFY(restored->has_value());
        QFile file(last->value().written.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);

        std::optional<Result<void>> again; // what stands there now is another list than the one that was written
        m_editor->takeBack(last->value(), this, keepIn(again));
        QTRY_VERIFY(again);
        QCOMPARE(again->error().code, ErrorCode::ChangedMeanwhile);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoreEditor> m_editor;
};

QTEST_GUILESS_MAIN(TestCertificateOrders)
#include "tst_certificate_orders.moc"
