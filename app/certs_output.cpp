#include "app/certs_output.h"

#include "model/certificates/certificate_details.h"
#include "model/certificates/thumbprint.h"
#include "model/text/certificate_text.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "model/text/thumbprint_text.h"

#include <QCoreApplication>
#include <QFileDevice>

#include <unistd.h>

#include <utility>

namespace sealport {

namespace {

/// "EC P-256, 256 bits"
template <class Object>
QString keyText(const Object &object)
{
    const QString curve = curveOf(object);
    const QString type = curve.isEmpty() ? object.keyType() : QString(object.keyType() % u' ' % curve);
    if (object.keyBits() <= 0)
        return type;
    return QCoreApplication::translate("CommandLine", "%1, %2 bits").arg(type).arg(object.keyBits());
}

/// Of the private key.
QString presence(const CertificateOrigin &origin)
{
    if (origin.isKeyLocked)
        return QCoreApplication::translate("CommandLine", ", private key present, locked with a pass phrase");
    return origin.hasKey ? QCoreApplication::translate("CommandLine", ", private key present") : QString();
}

QString moment(const QDateTime &time)
{
    return time.toString(Qt::ISODate);
}

bool leadsToTerminal(const QTextStream &stream)
{
    const auto *file = qobject_cast<QFileDevice *>(stream.device());
    return file && ::isatty(file->handle()) == 1;
}

} // namespace

void CertsOutput::field(const QString &label, const QString &value)
{
    if (!isJson() && !value.isEmpty())
        m_out << "    " << label.leftJustified(12) << ' ' << value << '\n';
}

void CertsOutput::octets(std::span<const std::byte> bytes)
{
    const auto *const text = reinterpret_cast<const char *>(bytes.data());
    const auto size = static_cast<qsizetype>(bytes.size());
    m_out.flush();
    QIODevice *device = m_out.device();
    if (!device) {
        m_out << QString::fromUtf8(text, size);
        return;
    }
    auto *file = qobject_cast<QFileDevice *>(device); // a stream that has nothing of its own does not flush it
    if (device->write(text, size) != size || (file && !file->flush())) {
        warn(QCoreApplication::translate("CommandLine", "The output could not be written."));
        setFailed();
    }
}

bool CertsOutput::isTerminal() const
{
    return leadsToTerminal(m_out);
}

bool CertsOutput::canAsk() const
{
    return !isJson() && leadsToTerminal(m_err) && ::isatty(STDIN_FILENO) == 1;
}

void CertsOutput::lines(const QStringList &lines)
{
    if (!isJson())
        for (const QString &line : lines)
            m_out << line << '\n';
    m_out << Qt::flush;
}

void CertsOutput::object(const JsonLine &object)
{
    if (isJson())
        m_out << object.toByteArray() << Qt::endl;
}

void CertsOutput::fail(const QString &file, const Error &error)
{
    report(file, error);
    m_hasFailed = true;
}

void CertsOutput::report(const QString &file, const Error &error)
{
    if (isJson())
        m_out << errorJson(file, error).toByteArray() << Qt::endl;
    warn(describe(error));
    const QString option = hint(error.code);
    if (!isJson() && !option.isEmpty() && std::exchange(m_lastHint, option) != option) // once for a whole folder
        warn(option);
}

/// Sentences about errors are the window's too: they name no options.
QString CertsOutput::hint(ErrorCode code) const
{
    using Action = CertsOptions::Action;
    switch (code) {
    case ErrorCode::PassphraseNeeded:
    case ErrorCode::PinNeeded:
    case ErrorCode::ExportNeedsPassphrase:
        if (m_action == Action::Create || m_action == Action::Renew)
            return QCoreApplication::translate("CommandLine",
                                               "Its option: --pass-file FILE, whose first line it is (- for standard "
                                               "input), or --issuer-pass-file FILE for the issuer's key.");
        if (takesPassphraseFile(m_action))
            return QCoreApplication::translate(
                "CommandLine", "Its option: --pass-file FILE, whose first line it is (- for standard input).");
        return {};
    case ErrorCode::AlreadyExists:
        if (m_action == Action::Export)
            return QCoreApplication::translate("CommandLine",
                                               "Or overwrite it with --force; the trash keeps what was there.");
        if (m_action == Action::Restore)
            return QCoreApplication::translate("CommandLine",
                                               "Or put it back with --force; the trash keeps what is there now.");
        return {};
    default:
        return {};
    }
}

void CertsOutput::refuse(const std::vector<Error> &wrong)
{
    QStringList sentences;
    for (const Error &error : wrong)
        sentences.append(describe(error));
    refuse(sentences.join(u' '));
}

void CertsOutput::refuse(const QString &sentence)
{
    warn(sentence % u' ' % QCoreApplication::translate("CommandLine", "See sealport certs --help."));
    m_isUsageWrong = true;
}

void CertsOutput::line(JsonLine line, const Members &members)
{
    for (const auto &[key, value] : members)
        line.object(key, value);
    m_out << line.toByteArray() << Qt::endl;
}

void CertsOutput::certificate(const Certificate &certificate, const CertificateOrigin &origin, Detail detail,
                              const QString &note, const Members &members)
{
    if (isJson())
        return line(certificateJson(certificate, origin), members);
    if (!note.isEmpty())
        m_out << note << '\n';
    const bool isFull = detail == Detail::Full;
    m_out << certificate.name() << '\n';
    field(QStringLiteral("SHA-1"), formatThumbprint(certificate.sha1(), ThumbprintFormat::Windows));
    if (isFull) {
        for (const auto algorithm : {ThumbprintAlgorithm::Sha256, ThumbprintAlgorithm::Sha384,
                                     ThumbprintAlgorithm::Sha512, ThumbprintAlgorithm::Md5})
            field(thumbprintAlgorithmLabel(algorithm),
                  formatThumbprint(certificate.thumbprint(algorithm), ThumbprintFormat::OpenSsl));
        field(QCoreApplication::translate("CommandLine", "public key"),
              QStringLiteral("SHA-256 ") % formatThumbprint(certificate.publicKeySha256(), ThumbprintFormat::OpenSsl));
        field(QCoreApplication::translate("CommandLine", "subject"), certificate.subject());
        field(QCoreApplication::translate("CommandLine", "issuer"), certificate.issuer());
        field(QCoreApplication::translate("CommandLine", "names"), nameList(certificate.subjectAltNames()));
        field(QCoreApplication::translate("CommandLine", "serial"), certificate.serial());
        field(QCoreApplication::translate("CommandLine", "valid from"), moment(certificate.notBefore()));
    }
    const QString end = isFull ? moment(certificate.notAfter()) : certificate.notAfter().date().toString(Qt::ISODate);
    field(QCoreApplication::translate("CommandLine", "valid until"),
          end % QStringLiteral(" (") % relativeDate(certificate.notAfter(), m_now) % u')');
    field(QCoreApplication::translate("CommandLine", "key"), keyText(certificate) % presence(origin));
    if (isFull) {
        field(QCoreApplication::translate("CommandLine", "signature"), certificate.signatureAlgorithm());
        field(QCoreApplication::translate("CommandLine", "purposes"),
              termTexts(purposesOf(certificate)).join(QStringLiteral(", ")));
        if (certificate.isCa())
            field(QCoreApplication::translate("CommandLine", "authority"),
                  QCoreApplication::translate("CommandLine", "yes"));
    }
    field(QCoreApplication::translate("CommandLine", "file"), origin.file);
    m_out << Qt::flush;
}

void CertsOutput::request(const CertificateRequest &request, const CertificateOrigin &origin, const Members &members)
{
    if (isJson())
        return line(requestJson(request, origin), members);
    m_out << QCoreApplication::translate("CommandLine", "Certificate request: %1").arg(request.name()) << '\n';
    field(QCoreApplication::translate("CommandLine", "subject"), request.subject());
    field(QCoreApplication::translate("CommandLine", "names"), nameList(request.subjectAltNames()));
    field(QCoreApplication::translate("CommandLine", "key"), keyText(request));
    field(QCoreApplication::translate("CommandLine", "public key"),
          QStringLiteral("SHA-256 ") % formatThumbprint(request.publicKeySha256(), ThumbprintFormat::OpenSsl));
    QString signature = request.signatureAlgorithm();
    if (!request.isSignatureValid())
        signature += QCoreApplication::translate("CommandLine", ", not made by this key");
    field(QCoreApplication::translate("CommandLine", "signature"), signature);
    field(QStringLiteral("SHA-256"), formatThumbprint(request.sha256(), ThumbprintFormat::OpenSsl));
    field(QCoreApplication::translate("CommandLine", "file"), origin.file);
    m_out << Qt::flush;
}

void CertsOutput::revocationList(const RevocationList &list, const CertificateOrigin &origin, const Members &members,
                                 Detail detail)
{
    constexpr std::size_t mostInJson = 100'000;
    constexpr std::size_t mostInText = 50;
    if (isJson())
        return line(revocationListJson(list, origin, mostInJson), members);
    m_out << QCoreApplication::translate("CommandLine", "Certificate revocation list of %1").arg(list.issuer()) << '\n';
    field(QCoreApplication::translate("CommandLine", "number"), list.number());
    field(QCoreApplication::translate("CommandLine", "valid from"), moment(list.thisUpdate()));
    if (list.nextUpdate().isValid())
        field(QCoreApplication::translate("CommandLine", "valid until"),
              moment(list.nextUpdate()) % QStringLiteral(" (") % relativeDate(list.nextUpdate(), m_now) % u')');
    field(QCoreApplication::translate("CommandLine", "signature"), list.signatureAlgorithm());
    field(QStringLiteral("SHA-256"), formatThumbprint(list.sha256(), ThumbprintFormat::OpenSsl));
    field(QCoreApplication::translate("CommandLine", "file"), origin.file);
    field(QCoreApplication::translate("CommandLine", "revoked"), QString::number(list.count()));
    const bool isFull = detail == Detail::Full;
    for (const RevokedCertificate &entry : list.entries(0, isFull ? mostInText : 0))
        m_out << QStringLiteral("        ") << entry.serial << QStringLiteral("  ") << moment(entry.date)
              << (entry.reason.isEmpty() ? QString() : QStringLiteral("  ") % entry.reason) << '\n';
    if (isFull && list.count() > mostInText)
        m_out << QStringLiteral("        …") << '\n';
    m_out << Qt::flush;
}

} // namespace sealport
