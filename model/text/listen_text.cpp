#include "model/text/listen_text.h"

#include "model/certificates/display_text.h"
#include "model/text/formatting.h"
#include "model/tls/port_holder.h"

#include <QCoreApplication>

#include <algorithm>

namespace sealport {

namespace {

constexpr std::size_t mostHolders = 3; ///< that are named
constexpr int mostAddresses = 4;

QString translated(const char *text)
{
    return QCoreApplication::translate("Error", text);
}

QString nameOf(const PortHolder &holder)
{
    if (holder.isThisProgram())
        return QCoreApplication::translate("Error", "Sealport itself");
    if (!holder.program.isEmpty())
        return QCoreApplication::translate("Error", "%1 (process %2)")
            .arg(displayText(holder.program), QString::number(holder.process));
    if (!holder.user.isEmpty())
        return QCoreApplication::translate("Error", "a program of the user %1 (the system does not say which)")
            .arg(displayText(holder.user));
    return QCoreApplication::translate("Error", "another program or server");
}

/// How it is in the way of what the sentence begins with.
QString clauseOf(const PortHolder &holder)
{
    const auto clause = [&holder](const char *text) { return translated(text).arg(nameOf(holder), holder.at); };
    switch (holder.overlap) {
    case Overlap::Same:
        return translated(QT_TRANSLATE_NOOP("Error", "%1 listens there")).arg(nameOf(holder));
    case Overlap::Wider:
        return clause(QT_TRANSLATE_NOOP("Error", "%1 listens on %2, which covers this address"));
    case Overlap::BothFamilies:
        return clause(QT_TRANSLATE_NOOP("Error", "%1 listens on %2, which takes IPv4 connections as well"));
    case Overlap::Narrower:
        return clause(QT_TRANSLATE_NOOP("Error", "%1 listens on %2, which is one of these addresses"));
    case Overlap::Connection:
        return translated(QT_TRANSLATE_NOOP("Error", "%1 uses it for a connection")).arg(nameOf(holder));
    case Overlap::Closed:
        return QCoreApplication::translate(
            "Error", "the system keeps it for about a minute, for a connection that has just ended");
    }
    Q_UNREACHABLE();
}

/// What would make the port free.
QString remedyFor(const std::vector<PortHolder> &holders)
{
    if (holders.front().overlap == Overlap::Closed)
        return QCoreApplication::translate("Error", "wait a minute");
    if (holders.size() > 1)
        return QCoreApplication::translate("Error", "stop those programs");
    if (holders.front().isThisProgram() && holders.front().listens())
        return QCoreApplication::translate("Error", "stop that server");
    return QCoreApplication::translate("Error", "stop that program");
}

QString portInUse(const QString &endpoint, const QStringList &values)
{
    std::vector<PortHolder> holders = holdersFrom(values.mid(1));
    if (holders.empty())
        holders.push_back({}); // the system does not tell: somebody it must be
    QStringList clauses;
    for (const PortHolder &holder : holders)
        clauses.append(clauseOf(holder));
    if (holders.size() > mostHolders)
        clauses = clauses.mid(0, mostHolders) << QCoreApplication::translate("Error", "so do others");
    const QString freePort = values.value(0);
    const QString advice =
        freePort.isEmpty() ? QCoreApplication::translate("Error", "Choose another port, or %1.").arg(remedyFor(holders))
                           : QCoreApplication::translate("Error", "Choose port %1, which is free, or %2.")
                                 .arg(freePort, remedyFor(holders));
    return QCoreApplication::translate("Error", "%1 is in use: %2. %3")
        .arg(endpoint, clauses.join(QStringLiteral("; ")), advice);
}

QString notLocal(const QString &subject, const QStringList &addresses)
{
    if (addresses.isEmpty())
        return QCoreApplication::translate(
                   "Error", "%1 is not an address of this computer, so a server cannot listen on it. Choose one of "
                            "its own; 127.0.0.1 is always there.")
            .arg(subject);
    return QCoreApplication::translate("Error",
                                       "The host name '%1' leads to %2 and not to this computer, so a server cannot "
                                       "listen there. Choose one of its own addresses; 127.0.0.1 is always there.")
        .arg(subject, spokenList(addresses, mostAddresses, 0));
}

} // namespace

QString listenError(ErrorCode code, const QString &subject, const QStringList &values)
{
    const auto about = [&subject](const char *text) { return translated(text).arg(subject); };
    switch (code) {
    case ErrorCode::InvalidPort:
        if (values.value(1) == u"65535")
            return QCoreApplication::translate("Error", "Port %1 is outside %2 to %3. Choose one inside it.")
                .arg(subject, values.value(0), values.value(1));
        return QCoreApplication::translate("Error", "Port %1 is outside %2 to %3, the range of SocketCreateSSL. Choose "
                                                    "one inside it, or allow any port.")
            .arg(subject, values.value(0), values.value(1));
    case ErrorCode::AddressNotFound:
        return subject.isEmpty()
                   ? QCoreApplication::translate(
                         "Error",
                         "The address to listen on is missing. Give an IP address or a host name; 127.0.0.1 is this "
                         "computer alone.")
                   : about(QT_TRANSLATE_NOOP(
                         "Error", "The host name '%1' leads to no address. Check the spelling, or give an IP "
                                  "address."));
    case ErrorCode::AddressNotLocal:
        return notLocal(subject, values);
    case ErrorCode::PortInUse:
        return portInUse(subject, values);
    case ErrorCode::PortNotPermitted:
        return about(QT_TRANSLATE_NOOP(
            "Error", "The system reserves the port of %1 for the administrator. Choose one of 1024 or "
                     "more."));
    default:
        return about(
            QT_TRANSLATE_NOOP("Error", "The system does not let a server listen on %1. Try another address or port."));
    }
}

QString sharedPort(const QStringList &values)
{
    const QString ours = values.value(0);
    std::vector<PortHolder> holders = holdersFrom(values.mid(1));
    if (holders.empty())
        holders.push_back({.at = ours});
    QStringList sentences;
    for (const PortHolder &holder : holders) {
        const auto sentence = [&](const char *text) {
            const QString said = QCoreApplication::translate("Warning", text);
            sentences.append(said.contains(u"%3") ? said.arg(nameOf(holder), holder.at, ours)
                                                  : said.arg(nameOf(holder), holder.at));
        };
        switch (holder.overlap) {
        case Overlap::Same:
            sentence(QT_TRANSLATE_NOOP(
                "Warning", "Shared port: %1 listens on %2 as well, and each gets a part of the connections."));
            break;
        case Overlap::Wider:
        case Overlap::BothFamilies:
            sentence(QT_TRANSLATE_NOOP("Warning", "Shared port: %1 listens on %2 as well; connections to %3 come to "
                                                  "this server, all others go there."));
            break;
        case Overlap::Narrower:
            sentence(QT_TRANSLATE_NOOP("Warning", "Shared port: %1 listens on %2 as well, and connections to that "
                                                  "address go there."));
            break;
        case Overlap::Connection:
        case Overlap::Closed:
            break; // takes no connections away
        }
    }
    return sentences.mid(0, mostHolders).join(u' ');
}

QString resolvedAddresses(const QStringList &addresses, const QString &used)
{
    QStringList marked = addresses;
    if (addresses.size() > 1) {
        const qsizetype at = addresses.indexOf(used);
        if (at >= 0)
            marked[at] = QCoreApplication::translate("Address", "%1 (used)").arg(used);
    }
    return QCoreApplication::translate("Address", "Leads to %1.").arg(spokenList(marked));
}

} // namespace sealport
