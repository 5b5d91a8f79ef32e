#include "model/text/alert_text.h"

#include <QCoreApplication>

namespace sealport {

QString alertMeaning(std::uint8_t alert)
{
    switch (alert) {
    case 0:
        return QCoreApplication::translate("Verdict", "it closed the connection before TLS was set up.");
    case 10:
        return QCoreApplication::translate("Verdict", "it did not expect the message that this server sent.");
    case 20:
        return QCoreApplication::translate("Verdict", "what reached it was damaged or encrypted with the wrong key.");
    case 22:
        return QCoreApplication::translate("Verdict", "a record that reached it was too long.");
    case 40:
        return QCoreApplication::translate("Verdict", "it does not accept the settings that this server chose.");
    case 47:
        return QCoreApplication::translate("Verdict", "it considers a value that this server sent as forbidden.");
    case 49:
        return QCoreApplication::translate("Verdict", "it knows this server's certificate but denies the access.");
    case 50:
        return QCoreApplication::translate("Verdict", "it could not read a message of this server.");
    case 51:
        return QCoreApplication::translate("Verdict", "a signature or key of this server did not check out.");
    case 71:
        return QCoreApplication::translate("Verdict", "it wants stronger security than this server offers.");
    case 80:
        return QCoreApplication::translate("Verdict", "something went wrong inside the client itself.");
    case 90:
        return QCoreApplication::translate("Verdict", "its user or program cancelled.");
    case 109:
        return QCoreApplication::translate("Verdict", "it misses a part of this server's answer.");
    case 110:
        return QCoreApplication::translate("Verdict",
                                           "this server answered with an extension that it had not asked for.");
    case 112:
        return QCoreApplication::translate("Verdict", "it does not recognise the server name.");
    case 116:
        return QCoreApplication::translate("Verdict", "it wants a certificate.");
    case 120:
        return QCoreApplication::translate("Verdict", "no application protocol (ALPN) suits it.");
    default:
        return {};
    }
}

} // namespace sealport
