#include "model/sockets/export_source.h"

#include "model/certificates/certificate_file.h"
#include "model/sockets/data_folder.h"
#include "tests/sockets/exported_profile.h"
#include "tests/support/child_process.h"
#include "tests/tls/test_identity.h"

#include <openssl/err.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace sealport;
using namespace sealport::test;
using namespace Qt::StringLiterals;

namespace {

/// What a test cannot go on without.
template <class T>
T made(Result<T> result)
{
    if (!result)
        qFatal("not made: %s", qPrintable(errorName(result.error().code)));
    return std::move(*result);
}

/// What a file says that the notes about it stand for.
QStringList notesAbout(const ExportSource &source, ExportNote code)
{
    QStringList values;
    for (const NotExpressed &note : source.files.notExpressed)
        if (note.code == code)
            values += note.values;
    return values;
}

} // namespace
Q_DECLARE_METATYPE(sealport::ChainForm)

/// From a profile to the files that another program's configuration points to.
class TestExportSource final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    const Identity m_root = makeIdentity(u"ec"_s, nullptr, u"Test root"_s, true);
    const Identity m_between = makeIdentity(u"ec"_s, &m_root, u"Between"_s, true);
    const Identity m_leaf = makeIdentity(u"ec"_s, &m_between, u"leaf.test"_s);

    [[nodiscard]] DataFolder data() const { return {m_folder->filePath(u"home"_s)}; }
    [[nodiscard]] CertificateStore store() const { return CertificateStore(data().certificates()); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        return file.fileName();
    }
    static QByteArray keyOf(const Identity &identity)
    {
        const SecretBytes pem = made(identity.key.pkcs8Pem());
        return {reinterpret_cast<const char *>(pem.bytes().data()), static_cast<qsizetype>(pem.bytes().size())};
    }
    [[nodiscard]] QString leafKey() const { return write(u"leaf.key"_s, keyOf(m_leaf)); }
    static ServerProfile profileWith(const CertificateReference &reference, ChainForm form = ChainForm::Automatic)
    {
        ServerProfile profile = exportableProfile();
        profile.certificate = reference;
        profile.tls.chain = form;
        return profile;
    }
    [[nodiscard]] Result<ExportSource> sourceOf(const ServerProfile &profile) const
    {
        return exportSourceOf(profile, store(), data().applications(), path(u"made files"_s));
    }
    /// Runs what has to be made, as whoever takes the server over does.
    void make(const ExportSource &source) const
    {
        QVERIFY(QDir().mkpath(path(u"made files"_s)));
        for (const FileToMake &file : source.files.filesToMake) {
            const ProgramRun run = runProgram(u"/bin/sh"_s, {u"-c"_s, file.command});
            QVERIFY2(run.exitCode == 0, run.output.constData());
            QCOMPARE(QFileInfo(file.file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        }
    }
    /// What a program sends that reads these files.
    static std::vector<Certificate> sentWith(const ExportedIdentity &identity)
    {
        std::vector<Certificate> sent = made(readCertificateFile(identity.certificate)).certificates;
        if (!identity.chain.isEmpty())
            for (const Certificate &certificate : made(readCertificateFile(identity.chain)).certificates)
                sent.push_back(certificate);
        return sent;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void theChainIsThatOfTheServer_data()
    {
        QTest::addColumn<QByteArray>("certificateFile");
        QTest::addColumn<QByteArray>("chainFile");
        QTest::addColumn<ChainForm>("form");
        QTest::addColumn<QString>("sent");
        QTest::addColumn<int>("madeFiles");
        const QByteArray leaf = m_leaf.certificate.pem();
        const QByteArray between = m_between.certificate.pem();
        const QByteArray root = m_root.certificate.pem();
        const QByteArray key = keyOf(m_leaf);
        const auto row = [](const char *name, const QByteArray &file, const QByteArray &chain, ChainForm form,
                            const char *sent, int madeFiles) {
            QTest::newRow(name) << file << chain << form << QString::fromLatin1(sent) << madeFiles;
        };
        using enum ChainForm;
        row("nothing but the certificate", leaf, {}, Automatic, "leaf.test", 0);
        row("a chain in its own file", leaf, between, Automatic, "leaf.test,Between", 0);
        row("a chain behind the certificate", leaf + between, {}, Automatic, "leaf.test,Between", 0);
        row("a chain with a root that is not sent", leaf, between + root, Automatic, "leaf.test,Between", 1);
        row("everything in one file, in the wrong order", root + between + leaf, {}, Automatic, "leaf.test,Between", 2);
        row("a key among the certificates", leaf + key + between, {}, Automatic, "leaf.test,Between", 0);
        row("a key behind one certificate, and a chain", leaf + key, between, Automatic, "leaf.test,Between", 1);
        row("the root as well", leaf, root + between, WithRoot, "leaf.test,Between,Test root", 1);
        row("the other way round", leaf, between + root, Reversed, "leaf.test,Test root,Between", 1);
        row("the certificate alone", leaf + between, {}, LeafOnly, "leaf.test", 1);
        row("what stands there, as it stands there", leaf + root + between, {}, Exact, "leaf.test,Test root,Between",
            0);
    }
    void theChainIsThatOfTheServer()
    {
        QFETCH(const QByteArray, certificateFile);
        QFETCH(const QByteArray, chainFile);
        const bool holdsKey = certificateFile.contains("PRIVATE KEY");
        const CertificateReference reference{.by = IdentifyBy::Name,
                                             .id = {},
                                             .file = write(u"leaf.pem"_s, certificateFile),
                                             .keyFile = holdsKey ? QString() : leafKey(),
                                             .chainFile =
                                                 chainFile.isEmpty() ? QString() : write(u"chain.pem"_s, chainFile)};
        QFETCH(const ChainForm, form);
        const auto source = sourceOf(profileWith(reference, form));
        QVERIFY(source.has_value());
        QTEST(int(source->files.filesToMake.size()), "madeFiles");
        make(*source);
        QStringList names;
        for (const Certificate &certificate : sentWith(source->files.certificate))
            names.append(certificate.name());
        QTEST(names.join(u','), "sent");
        QCOMPARE(source->files.certificate.key, holdsKey ? path(u"leaf.pem"_s) : path(u"leaf.key"_s));
        for (const FileToMake &file : source->files.filesToMake) { // no key was copied
            QFile content(file.file);
            QVERIFY(content.open(QIODevice::ReadOnly));
            QVERIFY(!content.readAll().contains("PRIVATE KEY"));
        }
    }

    void theStoreIsPointedAt()
    {
        const StoredCertificate stored = made(store().add(m_leaf.certificate, m_leaf.key));
        static_cast<void>(made(store().add(m_between.certificate)));
        const auto source = sourceOf(profileWith({.by = IdentifyBy::Name, .id = u"leaf.test"_s}));
        QVERIFY(source.has_value());
        QCOMPARE(source->files.certificate.certificate, stored.file);
        QCOMPARE(source->files.certificate.key, CertificateStore::keyFile(stored.file));
        QVERIFY(source->files.certificate.names.contains(u"localhost"_s));
        QVERIFY(source->files.filesToMake.empty());
        const std::vector<Certificate> both{m_leaf.certificate, m_between.certificate};
        QVERIFY(sentWith(source->files.certificate) == both);
        QCOMPARE(source->profile.certificate.file, stored.file);
    }

    void itIsSaidWhoMayReadTheKey()
    {
        const CertificateReference reference{.by = IdentifyBy::Name,
                                             .id = {},
                                             .file = write(u"leaf.pem"_s, m_leaf.certificate.pem()),
                                             .keyFile = leafKey(),
                                             .chainFile = {}};
        const auto source = sourceOf(profileWith(reference));
        QVERIFY(source.has_value());
        const QStringList said = notesAbout(*source, ExportNote::KeyNeeds);
        QCOMPARE(said.value(0), path(u"leaf.key"_s));
        QCOMPARE(said.value(1), QFileInfo(path(u"leaf.key"_s)).owner());
        QCOMPARE(said.value(2), u"0640"_s);
    }

    void aProtectedKeyStaysShut()
    {
        const QByteArray phrase("sesame");
        const SecretBytes passphrase(std::as_bytes(std::span(phrase)));
        static_cast<void>(made(store().add(m_leaf.certificate, m_leaf.key, &passphrase)));
        const auto source = sourceOf(profileWith({.by = IdentifyBy::Name, .id = u"leaf.test"_s}));
        QVERIFY(source.has_value());
        QVERIFY(source->files.certificate.isKeyProtected);

        const CertificateReference reference{.by = IdentifyBy::Name,
                                             .id = {},
                                             .file = source->files.certificate.certificate,
                                             .keyFile = source->files.certificate.key,
                                             .chainFile = {}};
        const auto fromFiles = sourceOf(profileWith(reference));
        QVERIFY(fromFiles.has_value());
        QVERIFY(fromFiles->files.certificate.isKeyProtected);
    }

    void anApplicationStandsForItsCertificates()
    {
        const Identity rsa = makeIdentity(u"rsa:2048"_s, &m_root, u"rsa.test"_s);
        static_cast<void>(made(store().add(m_leaf.certificate, m_leaf.key)));
        static_cast<void>(made(store().add(rsa.certificate, rsa.key)));
        const ApplicationStore applications = data().applications();
        static_cast<void>(made(applications.define({.id = u"ACME_WEB"_s})));
        static_cast<void>(made(applications.change(u"ACME_WEB"_s, [&](ApplicationDefinition &application) {
            return assign(application,
                          {AssignedCertificate::of(m_leaf.certificate), AssignedCertificate::of(rsa.certificate)});
        })));
        ServerProfile profile = profileWith({.by = IdentifyBy::Application, .id = u"ACME_WEB"_s});
        profile.tls.clientCertificates = ClientCertificateMode::Ask;
        const auto source = sourceOf(profile);
        QVERIFY(source.has_value());
        QCOMPARE(source->files.furtherCertificates.size(), std::size_t{1});
        QVERIFY(sentWith(source->files.certificate).front() == m_leaf.certificate);
        QVERIFY(sentWith(source->files.furtherCertificates.front()).front() == rsa.certificate);
        QVERIFY(notesAbout(*source, ExportNote::AuthoritiesInNoFile).isEmpty()); // the system's count
        const auto config = productionConfig(ExportTarget::Nginx, source->profile, source->files);
        QVERIFY2(config.has_value(),
                 config ? "" : qPrintable(errorName(config.error().code) + config.error().values.join(u' ')));

        static_cast<void>(made(applications.change(u"ACME_WEB"_s, [&](ApplicationDefinition &application) {
            return setTrusted(application, std::vector{m_root.certificate});
        })));
        const auto trusting = sourceOf(profile);
        QVERIFY(trusting.has_value());
        QCOMPARE(notesAbout(*trusting, ExportNote::AuthoritiesInNoFile), QStringList{u"ACME_WEB"_s});
        const auto refused = productionConfig(ExportTarget::Nginx, trusting->profile, trusting->files);
        QVERIFY(refused.has_value());
        QVERIFY(refused->text.isEmpty()); // rather nothing than a server that lets everybody in
        QVERIFY(refused->notExpressed.back().code == ExportNote::AuthoritiesMissing);
    }

    void otherFormsAreSaid()
    {
        const QByteArray der = m_leaf.certificate.der();
        const CertificateReference reference{
            .by = IdentifyBy::Name, .id = {}, .file = write(u"leaf.cer"_s, der), .keyFile = leafKey(), .chainFile = {}};
        const auto source = sourceOf(profileWith(reference));
        QVERIFY(source.has_value());
        QCOMPARE(notesAbout(*source, ExportNote::FileNotPem), QStringList{path(u"leaf.cer"_s)});
    }

    void aTokenIsAskedForItsCertificate()
    {
        const QString uri = u"pkcs11:token=card;object=it's"_s;
        const auto source = sourceOf(profileWith({.by = IdentifyBy::Name, .id = uri}));
        QVERIFY(source.has_value());
        QCOMPARE(source->files.certificate.key, uri);
        QCOMPARE(source->files.filesToMake.size(), std::size_t{1});
        QVERIFY(source->files.filesToMake.front().command.contains(
            u"p11tool --export 'pkcs11:token=card;object=it'\\''s' > "_s));
    }

    void whatIsMissingIsAnError_data()
    {
        QTest::addColumn<CertificateReference>("reference");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no such certificate")
            << CertificateReference{.by = IdentifyBy::Name, .id = u"nobody"_s} << ErrorCode::CertificateNotFound;
        QTest::newRow("no such application") << CertificateReference{.by = IdentifyBy::Application, .id = u"NOBODY"_s}
                                             << ErrorCode::ApplicationNotRegistered;
        QTest::newRow("no such file") << CertificateReference{.by = IdentifyBy::Name,
                                                              .id = {},
                                                              .file = u"/nowhere.pem"_s,
                                                              .keyFile = {},
                                                              .chainFile = {}}
                                      << ErrorCode::FileNotFound;
        QTest::newRow("no key") << CertificateReference{.by = IdentifyBy::Name, .id = u"leaf.test"_s}
                                << ErrorCode::NoPrivateKey;
    }
    void whatIsMissingIsAnError()
    {
        QFETCH(const CertificateReference, reference);
        static_cast<void>(made(store().add(m_leaf.certificate)));
        const auto source = sourceOf(profileWith(reference));
        QVERIFY(!source.has_value());
        QTEST(source.error().code, "code");
    }

    void aPlainServerNeedsNoFiles()
    {
        ServerProfile profile = profileWith({});
        profile.opening = Opening::plain();
        const auto source = sourceOf(profile);
        QVERIFY(source.has_value());
        for (const ExportTarget target : allExportTargets) {
            const auto config = productionConfig(target, source->profile, source->files);
            QVERIFY(config.has_value());
            QVERIFY(config->text.isEmpty());
            QVERIFY(config->notExpressed.back().code == ExportNote::PlainServer);
        }
    }
};

QTEST_GUILESS_MAIN(TestExportSource)
#include "tst_export_source.moc"
