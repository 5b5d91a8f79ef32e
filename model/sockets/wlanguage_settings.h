#pragma once

#include "model/sockets/server_profile.h"
#include "model/sockets/wlanguage_parameters.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace sealport::wlanguage {

// Settings that SocketCréeSSL has no parameter for, in comments above its call: `// sealport: reply = "http"`. Their
// names and values are those of toJson(), so that a new one needs nothing here.

/// What the comments above one call say.
class CommentSettings {
public:
    /// `setting`: what follows `sealport:`.
    void add(const QString &setting);
    [[nodiscard]] QStringList names() const { return m_values.keys(); }
    /// Changes the profile by them, and notes which ones. Neither name nor port, which the call has.
    void applyTo(CallMeaning &meaning) const;

private:
    QJsonObject m_values;
    QStringList m_broken;
};

/// The settings of `profile` that differ from those of `expressible`.
[[nodiscard]] QJsonObject settingsBeside(const ServerProfile &profile, const ServerProfile &expressible);
/// A comment for each.
[[nodiscard]] QStringList settingComments(const QJsonObject &settings);

} // namespace sealport::wlanguage
