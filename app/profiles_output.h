#pragma once

#include "app/profiles_options.h"
#include "model/base/error.h"
#include "model/base/trash.h"
#include "model/sockets/server_profile.h"

#include <QByteArray>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTextStream>

#include <cstdint>

namespace sealport {

/// Where `sealport profiles` writes, as text for people or one JSON object a line, and what its exit code will be.
class ProfilesOutput {
public:
    ProfilesOutput(OutputFormat format, QTextStream &out, QTextStream &err)
        : m_format(format)
        , m_out(out)
        , m_err(err)
    {
    }

    enum class Detail : std::uint8_t {
        Short,
        Settings, ///< with all that is not as in a new server
        Full,     ///< and with what is wrong with it
    };
    /// In text `note` stands in front; JSON is always full and gets `member` at its end, under that name.
    void profile(const ServerProfile &profile, Detail detail, const QString &note = {}, const QString &memberName = {},
                 const QJsonObject &member = {});
    /// "    label        value"; nothing in JSON.
    void field(const QString &label, const QString &value);
    /// Text for people; nothing in JSON.
    void line(const QString &line);
    void object(const QJsonObject &object);
    /// As it is, in either format.
    void content(const QByteArray &utf8);
    enum class Loss : std::uint8_t { Removed, Replaced };
    /// In text: what the trash keeps, and how to get these servers back out of it.
    void kept(const Trash::Item &item, const QStringList &names, Loss loss);

    /// On standard error, in JSON on standard output too, about `subject` under the name `kind` ("name", "file"); exit
    /// code 1. What was said once is not said again. `option`: what helps, said in text.
    void fail(const char *kind, const QString &subject, const Error &error, const QString &option = {});
    /// The same, for what is no Error.
    void fail(const char *kind, const QString &subject, const QString &code, const QString &sentence);
    void warn(const QString &sentence);
    /// What was asked for cannot be: exit code 2.
    void refuse(const QString &sentence);

    [[nodiscard]] bool isJson() const { return m_format == OutputFormat::Json; }
    [[nodiscard]] int exitCode() const { return m_isUsageWrong ? 2 : m_hasFailed ? 1 : 0; }

private:
    void settings(const ServerProfile &profile);

    const OutputFormat m_format;
    QTextStream &m_out;
    QTextStream &m_err;
    QSet<QString> m_said;
    bool m_hasFailed = false;
    bool m_isUsageWrong = false;
};

/// What JSON says of an item of the trash.
[[nodiscard]] QJsonObject trashJson(const Trash::Item &item);

} // namespace sealport
