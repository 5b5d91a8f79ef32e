#include "model/text/profile_setting_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

struct Setting {
    const char *member;
    const char *name;
};

constexpr std::array settings{
    Setting{"address", QT_TRANSLATE_NOOP("ProfileSetting", "address")},
    Setting{"addressUse", QT_TRANSLATE_NOOP("ProfileSetting", "use of the address")},
    Setting{"anyPort", QT_TRANSLATE_NOOP("ProfileSetting", "any port")},
    Setting{"autoStart", QT_TRANSLATE_NOOP("ProfileSetting", "start with Sealport")},
    Setting{"certificate", QT_TRANSLATE_NOOP("ProfileSetting", "certificate")},
    Setting{"certificateFile", QT_TRANSLATE_NOOP("ProfileSetting", "file of the certificate")},
    Setting{"chainFile", QT_TRANSLATE_NOOP("ProfileSetting", "file of the chain")},
    Setting{"furtherCertificates", QT_TRANSLATE_NOOP("ProfileSetting", "further certificates")},
    Setting{"handshakeTimeoutMs", QT_TRANSLATE_NOOP("ProfileSetting", "time-out of the handshake")},
    Setting{"identifyBy", QT_TRANSLATE_NOOP("ProfileSetting", "certificate by application")},
    Setting{"idleTimeoutMs", QT_TRANSLATE_NOOP("ProfileSetting", "time-out of idle connections")},
    Setting{"keyFile", QT_TRANSLATE_NOOP("ProfileSetting", "file of the key")},
    Setting{"maxConnections", QT_TRANSLATE_NOOP("ProfileSetting", "number of connections")},
    Setting{"maxHeldBytes", QT_TRANSLATE_NOOP("ProfileSetting", "octets that are held back")},
    Setting{"namedCertificates", QT_TRANSLATE_NOOP("ProfileSetting", "certificates by server name")},
    Setting{"opening", QT_TRANSLATE_NOOP("ProfileSetting", "plain connections and STARTTLS")},
    Setting{"protocols", QT_TRANSLATE_NOOP("ProfileSetting", "protocols")},
    Setting{"refusesOtherNames", QT_TRANSLATE_NOOP("ProfileSetting", "refusal of other server names")},
    Setting{"reply", QT_TRANSLATE_NOOP("ProfileSetting", "reply")},
    Setting{"tls", QT_TRANSLATE_NOOP("ProfileSetting", "further settings of TLS")},
};

} // namespace

QString profileSettingName(const QString &member)
{
    const auto known = std::ranges::find_if(
        settings, [&member](const Setting &setting) { return member == QLatin1StringView(setting.member); });
    return known == settings.end() ? member : QCoreApplication::translate("ProfileSetting", known->name);
}

} // namespace sealport
