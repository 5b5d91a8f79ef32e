#include "tests/interop/serve_target.h"

#include <QMap>

namespace sealport::test {

using namespace Qt::StringLiterals;

std::unique_ptr<RawClient> ServeTarget::connect()
{
    auto client = std::make_unique<RawClient>(m_process.port());
    if (client->isOpen())
        ++m_made;
    return client;
}

bool ServeTarget::servesAnHonestClient(const TlsOffer &offer)
{
    const std::unique_ptr<RawClient> tcp = connect();
    TlsClient client(*tcp, offer);
    if (!client.handshake() || !client.send("still here?") || client.receive(11) != "still here?")
        return false;
    client.sendCloseNotify();
    client.receiveAll();
    return client.closeNotifyReceived() && text(m_process.endOf(tcp->name()), u"state"_s) == u"closed";
}

QString ServeTarget::stopAndAudit(int signal)
{
    const QJsonObject last = m_process.stop(signal);
    if (text(last, u"event"_s) != u"stopped")
        return u"no stopped event: "_s + m_process.output() + m_process.errors();
    if (m_process.endSignal() != 0)
        return u"stopped, and then signal %1 killed it"_s.arg(m_process.endSignal());
    if (m_process.exitCode() != 0)
        return u"exit code %1: "_s.arg(m_process.exitCode()) + m_process.errors();

    QMap<int, int> ends;
    int secured = 0;
    int failed = 0;
    for (const QJsonObject &event : m_process.events()) {
        if (!isFinal(event))
            continue;
        ++ends[event[u"id"_s].toInt()];
        ++(text(event, u"state"_s) == u"closed" ? secured : failed);
    }
    for (auto end = ends.cbegin(); end != ends.cend(); ++end)
        if (end.value() != 1)
            return u"connection %1 ended %2 times"_s.arg(end.key()).arg(end.value());
    const QString counted = u"%1 accepted, %2 secured, %3 failed"_s.arg(m_made).arg(secured).arg(failed);
    const QString told = u"%1 accepted, %2 secured, %3 failed"_s.arg(last[u"accepted"_s].toInt())
                             .arg(last[u"secured"_s].toInt())
                             .arg(last[u"failed"_s].toInt());
    if (counted != told || m_made != secured + failed)
        return u"counted "_s + counted + u"; told "_s + told;
    return {};
}

ServeTarget *ServePool::with(const QStringList &options)
{
    for (const Entry &entry : m_entries)
        if (entry.options == options)
            return entry.target.get();
    auto target = std::make_unique<ServeTarget>(m_home, options);
    if (!target->process().start()) {
        qWarning("%s", qUtf8Printable(target->process().errors()));
        return nullptr;
    }
    m_entries.push_back({options, std::move(target)});
    return m_entries.back().target.get();
}

QStringList ServePool::stopAndAudit()
{
    QStringList complaints;
    for (const Entry &entry : m_entries)
        if (const QString complaint = entry.target->stopAndAudit(); !complaint.isEmpty())
            complaints.append(entry.options.join(u' ') + u": "_s + complaint);
    return complaints;
}

} // namespace sealport::test
