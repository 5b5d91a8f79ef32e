#pragma once

#include "app/certificate_json.h"
#include "app/certs_options.h"

#include <QDateTime>
#include <QTextStream>

#include <cstddef>
#include <span>
#include <vector>

namespace sealport {

/// Where `sealport certs` writes, as text for people or one JSON object a line, and what its exit code will be.
class CertsOutput {
public:
    CertsOutput(const CertsOptions &options, QTextStream &out, QTextStream &err)
        : m_format(options.format)
        , m_action(options.action)
        , m_out(out)
        , m_err(err)
    {
    }
    /// For commands about other things, which meet certificates.
    CertsOutput(OutputFormat format, QTextStream &out, QTextStream &err)
        : m_format(format)
        , m_action(CertsOptions::Action::Help)
        , m_out(out)
        , m_err(err)
    {
    }

    using Members = std::vector<std::pair<std::string_view, JsonLine>>;
    enum class Detail { Short, Full };
    /// In text `note` stands in front; JSON gets `members` at its end.
    void certificate(const Certificate &certificate, const CertificateOrigin &origin, Detail detail,
                     const QString &note = {}, const Members &members = {});
    void request(const CertificateRequest &request, const CertificateOrigin &origin, const Members &members = {});
    /// In full, with the first entries; how many there are is said. JSON is always full.
    void revocationList(const RevocationList &list, const CertificateOrigin &origin, const Members &members = {},
                        Detail detail = Detail::Full);
    /// "    label        value", of a certificate that was just written; nothing in JSON.
    void field(const QString &label, const QString &value);

    /// A file's octets instead of text, as they are.
    void octets(std::span<const std::byte> bytes);
    [[nodiscard]] bool isTerminal() const;
    /// Whether somebody can read a question on standard error and answer it.
    [[nodiscard]] bool canAsk() const;
    /// Text for people as it is; JSON as one line. Each is nothing in the other format.
    void lines(const QStringList &lines);
    void object(const JsonLine &object);

    /// On standard error, in JSON on standard output too; in text with the option that helps, where there is one.
    void report(const QString &file, const Error &error);
    /// The same, and exit code 1.
    void fail(const QString &file, const Error &error);
    /// What was asked for cannot be: exit code 2.
    void refuse(const std::vector<Error> &wrong);
    void refuse(const QString &sentence);
    void warn(const QString &sentence) { m_err << "sealport: " << sentence << Qt::endl; }
    void setFailed() { m_hasFailed = true; }

    [[nodiscard]] bool isJson() const { return m_format == OutputFormat::Json; }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    [[nodiscard]] int exitCode() const { return m_isUsageWrong ? 2 : m_hasFailed ? 1 : 0; }

private:
    void line(JsonLine line, const Members &members);
    [[nodiscard]] QString hint(ErrorCode code) const;

    const OutputFormat m_format;
    const CertsOptions::Action m_action;
    QTextStream &m_out;
    QTextStream &m_err;
    const QDateTime m_now = QDateTime::currentDateTimeUtc();
    QString m_lastHint;
    bool m_hasFailed = false;
    bool m_isUsageWrong = false;
};

} // namespace sealport
