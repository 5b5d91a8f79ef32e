#include "app/certs_command.h"

#include "app/certificate_json.h"
#include "app/certs_options.h"
#include "app/passphrase_file.h"
#include "model/certificates/alternative_name.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/issuer.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace sealport {

namespace {

enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2 };

QString storeSource()
{
    return QStringLiteral("My certificates");
}

QString fileSource()
{
    return QStringLiteral("Opened files");
}

class CertsCommand {
public:
    CertsCommand(CertsOptions options, const DataFolder &folder, QTextStream &out, QTextStream &err)
        : m_options(std::move(options))
        , m_folder(folder)
        , m_store(folder.certificates())
        , m_out(out)
        , m_err(err)
        , m_now(QDateTime::currentDateTimeUtc())
    {
    }

    int run();

private:
    void list();
    void show();
    void showItem(const QString &item, const SecretBytes *passphrase);
    void showFile(const QString &file, const SecretBytes *passphrase, bool isAskedFor);
    void create();

    CertificateStore::Listing openStore();
    [[nodiscard]] std::optional<Identity> issuer();
    void warnAbout(const CertificateSpec &spec, const Identity *issuer);
    void print(const Certificate &certificate, const CertificateOrigin &origin, bool isFull);
    void fail(const QString &file, const Error &error);
    void refuse(const std::vector<Error> &wrong);
    void warn(const QString &sentence) { m_err << "sealport: " << sentence << Qt::endl; }
    [[nodiscard]] bool isJson() const { return m_options.format == OutputFormat::Json; }

    const CertsOptions m_options;
    const DataFolder m_folder;
    const CertificateStore m_store;
    QTextStream &m_out;
    QTextStream &m_err;
    const QDateTime m_now;
    bool m_hasFailed = false;
    bool m_hasSpoken = false; ///< of a certificate, or why there is none
    bool m_isUsageWrong = false;
};

int CertsCommand::run()
{
    switch (m_options.action) {
    case CertsOptions::Action::Help:
        m_out << certsHelp();
        break;
    case CertsOptions::Action::List:
        list();
        break;
    case CertsOptions::Action::Show:
        show();
        break;
    case CertsOptions::Action::Create:
        create();
        break;
    }
    m_out.flush();
    if (m_isUsageWrong)
        return WrongUsage;
    return m_hasFailed ? Failed : Done;
}

void CertsCommand::fail(const QString &file, const Error &error)
{
    m_hasFailed = m_hasSpoken = true;
    if (isJson())
        m_out << errorJson(file, error).toByteArray() << Qt::endl;
    warn(describe(error));
}

/// What was asked for cannot be: the command line is wrong.
void CertsCommand::refuse(const std::vector<Error> &wrong)
{
    QStringList sentences;
    for (const Error &error : wrong)
        sentences.append(describe(error));
    sentences.append(QCoreApplication::translate("CommandLine", "See sealport certs --help."));
    warn(sentences.join(u' '));
    m_isUsageWrong = true;
}

QString keyText(const Certificate &certificate)
{
    return certificate.keyBits() > 0 ? QCoreApplication::translate("CommandLine", "%1, %2 bits")
                                           .arg(certificate.keyType())
                                           .arg(certificate.keyBits())
                                     : certificate.keyType();
}

void CertsCommand::print(const Certificate &certificate, const CertificateOrigin &origin, bool isFull)
{
    m_hasSpoken = true;
    if (isJson()) {
        m_out << certificateJson(certificate, origin).toByteArray() << Qt::endl;
        return;
    }
    const auto field = [this](const QString &label, const QString &value) {
        if (!value.isEmpty())
            m_out << "    " << label.leftJustified(12) << ' ' << value << '\n';
    };
    const auto moment = [](const QDateTime &time) { return time.toString(Qt::ISODate); };
    m_out << certificate.name() << '\n';
    field(QStringLiteral("SHA-1"), formatThumbprint(certificate.sha1(), ThumbprintFormat::Windows));
    if (isFull) {
        field(QStringLiteral("SHA-256"), formatThumbprint(certificate.sha256(), ThumbprintFormat::OpenSsl));
        field(QCoreApplication::translate("CommandLine", "subject"), certificate.subject());
        field(QCoreApplication::translate("CommandLine", "issuer"), certificate.issuer());
        field(QCoreApplication::translate("CommandLine", "names"),
              certificate.subjectAltNames().join(QStringLiteral(", ")));
        field(QCoreApplication::translate("CommandLine", "serial"), certificate.serial());
        field(QCoreApplication::translate("CommandLine", "valid from"), moment(certificate.notBefore()));
    }
    const QString end = isFull ? moment(certificate.notAfter()) : certificate.notAfter().date().toString(Qt::ISODate);
    field(QCoreApplication::translate("CommandLine", "valid until"),
          end % QStringLiteral(" (") % relativeDate(certificate.notAfter(), m_now) % u')');
    field(QCoreApplication::translate("CommandLine", "key"),
          keyText(certificate)
              % (origin.hasKey ? QCoreApplication::translate("CommandLine", ", private key present") : QString()));
    if (isFull) {
        field(QCoreApplication::translate("CommandLine", "signature"), certificate.signatureAlgorithm());
        if (certificate.isCa())
            field(QCoreApplication::translate("CommandLine", "authority"),
                  QCoreApplication::translate("CommandLine", "yes"));
    }
    field(QCoreApplication::translate("CommandLine", "file"), origin.file);
    m_out << Qt::flush;
}

/// As the window and `serve` do it: the first time, the default certificate is made.
CertificateStore::Listing CertsCommand::openStore()
{
    DataFolderContents contents = openDataFolder(m_folder);
    for (const Error &problem : contents.problems) {
        if (problem.subject == m_folder.profiles())
            warn(describe(problem)); // nothing that was asked for is missing
        else
            fail(problem.subject, problem);
    }
    return std::move(contents.listing);
}

void CertsCommand::list()
{
    const auto listing = openStore();
    for (const StoredCertificate &stored : listing.certificates)
        print(stored.certificate, {.hasKey = stored.hasKey, .source = storeSource(), .file = stored.file}, false);
    for (const Error &problem : listing.problems)
        fail(problem.subject, problem);
    if (listing.certificates.empty() && !isJson() && !m_hasFailed)
        warn(QCoreApplication::translate("CommandLine",
                                         "There is no certificate in %1 yet. Make one: sealport certs create localhost")
                 .arg(m_store.folder()));
}

void CertsCommand::show()
{
    std::optional<SecretBytes> passphrase;
    if (!m_options.passphraseFile.isEmpty()) {
        auto read = readPassphrase(m_options.passphraseFile);
        if (!read) {
            fail(m_options.passphraseFile, read.error());
            return;
        }
        passphrase = std::move(*read);
    }
    for (const QString &item : m_options.items)
        showItem(item, passphrase ? &*passphrase : nullptr);
}

/// A name of the store goes before a file of the same name; `./name` is always the file. A look at a file leaves the
/// store alone.
void CertsCommand::showItem(const QString &item, const SecretBytes *passphrase)
{
    const QFileInfo info(item);
    const bool isPath = item.contains(u'/');
    const bool isFile = isPath || info.exists() || info.isSymLink();
    Result<std::vector<StoredCertificate>> known = std::unexpected(Error{});
    if (!isPath)
        known = certificatesKnownAs((isFile ? m_store.list() : openStore()).certificates, item);
    if (known) {
        for (const StoredCertificate &stored : *known)
            print(stored.certificate, {.hasKey = stored.hasKey, .source = storeSource(), .file = stored.file}, true);
    } else if (info.isDir()) {
        m_hasSpoken = false;
        for (const QString &name : QDir(item).entryList(QDir::Files, QDir::Name))
            showFile(QDir(item).filePath(name), passphrase, false);
        if (!m_hasSpoken)
            fail(item, {.code = info.isReadable() ? ErrorCode::NoCertificateInFile : ErrorCode::FileNotReadable,
                        .subject = item,
                        .values = {},
                        .causes = {}});
    } else if (isFile) {
        showFile(item, passphrase, true);
    } else {
        fail(item, known.error());
    }
}

void CertsCommand::showFile(const QString &file, const SecretBytes *passphrase, bool isAskedFor)
{
    const FileReading reading = readCertificateFileLeniently(file, passphrase);
    const std::vector<PrivateKey> &keys = reading.contents.keys;
    for (const Certificate &certificate : reading.contents.certificates) {
        const bool hasKey = std::ranges::any_of(keys, [&](const PrivateKey &key) { return key.matches(certificate); });
        print(certificate, {.hasKey = hasKey, .source = fileSource(), .file = file}, true);
    }
    for (const Error &problem : reading.problems) {
        const bool isOtherFile = problem.code == ErrorCode::NoCertificateInFile || problem.code == ErrorCode::EmptyFile;
        if (isAskedFor || !isOtherFile) // a folder may hold other things too
            fail(file, problem);
    }
    if (isAskedFor && reading.contents.certificates.empty() && reading.problems.empty())
        fail(file, {.code = ErrorCode::NoCertificateInFile,
                    .subject = file,
                    .values = {QStringLiteral("private key")},
                    .causes = {}});
}

std::optional<Identity> CertsCommand::issuer()
{
    const auto found = findCertificate(openStore().certificates, IdentifyBy::Name, m_options.issuer);
    if (!found) {
        fail(m_options.issuer, found.error());
        return std::nullopt;
    }
    auto identity = m_store.identity(*found);
    if (!identity) {
        fail(found->file, identity.error());
        return std::nullopt;
    }
    return std::move(*identity);
}

void CertsCommand::warnAbout(const CertificateSpec &spec, const Identity *issuer)
{
    constexpr qint64 longestLeaf = 398; // CA/Browser Forum baseline 6.3.2, enforced by browsers
    constexpr qint64 secondsADay = 86'400;
    if (!spec.isCa && spec.notBefore.secsTo(spec.notAfter) > longestLeaf * secondsADay)
        warn(QCoreApplication::translate("CommandLine",
                                         "Warning: it is valid for more than 398 days; Apple's systems and browsers "
                                         "refuse such a certificate from a public authority."));
    if (!spec.isCa && spec.alternativeNames.isEmpty())
        warn(QCoreApplication::translate("CommandLine",
                                         "Warning: it has no alternative name, and clients of today compare no other. "
                                         "Give them with --san."));
    if (issuer && !issuer->certificate.isCa())
        warn(QCoreApplication::translate("CommandLine",
                                         "Warning: %1 is no certificate authority; clients will refuse what it signed.")
                 .arg(issuer->certificate.name()));
    if (issuer && spec.notAfter > issuer->certificate.notAfter())
        warn(QCoreApplication::translate("CommandLine", "Warning: %1, which signs it, expires earlier.")
                 .arg(issuer->certificate.name()));
}

void CertsCommand::create()
{
    CertificateSpec spec{.commonName = m_options.name,
                         .alternativeNames = m_options.alternatives.value_or(QStringList()),
                         .notBefore = m_options.notBefore,
                         .notAfter = m_options.notAfter,
                         .isCa = m_options.isCa};
    if (!m_options.alternatives && !spec.isCa && parseAlternativeName(spec.commonName))
        spec.alternativeNames = {spec.commonName};
    const std::vector<Error> refused = validate(spec);
    if (!refused.empty())
        return refuse(refused);

    std::optional<Identity> signer;
    if (!m_options.issuer.isEmpty()) {
        signer = issuer();
        if (!signer)
            return;
    }
    const auto key = PrivateKey::generate(m_options.key);
    if (!key) {
        fail(spec.commonName, key.error());
        return;
    }
    const auto certificate = issue(spec, *key, signer ? &*signer : nullptr);
    if (!certificate) {
        fail(spec.commonName, certificate.error());
        return;
    }
    const CertificateStore target(m_options.folder.isEmpty() ? m_store.folder() : m_options.folder);
    const auto added = target.add(*certificate, *key);
    if (!added) {
        fail(target.folder(), added.error());
        return;
    }
    warnAbout(spec, signer ? &*signer : nullptr);
    if (!isJson())
        m_out << QCoreApplication::translate("CommandLine", "Created:") << '\n';
    print(added->certificate,
          {.hasKey = true, .source = m_options.folder.isEmpty() ? storeSource() : fileSource(), .file = added->file},
          true);
    if (!isJson())
        m_out << "    " << QCoreApplication::translate("CommandLine", "private key").leftJustified(12) << ' '
              << CertificateStore::keyFile(added->file) << '\n';
}

} // namespace

int runCertsCommand(const QStringList &arguments, const DataFolder &folder, QTextStream &out, QTextStream &err)
{
    const auto options = parseCertsOptions(arguments, QDateTime::currentDateTimeUtc());
    if (!options) {
        err << "sealport: " << options.error().text << ' '
            << QCoreApplication::translate("CommandLine", "See sealport certs --help.") << Qt::endl;
        return WrongUsage;
    }
    return CertsCommand(*options, folder, out, err).run();
}

} // namespace sealport
