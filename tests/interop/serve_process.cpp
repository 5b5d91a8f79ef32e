#include "tests/interop/serve_process.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

namespace sealport::test {

using namespace Qt::StringLiterals;

namespace {

QStringList serveCommand()
{
    const QString other = qEnvironmentVariable("SEALPORT_SERVE_COMMAND");
    return other.isEmpty() ? QStringList{QStringLiteral(SEALPORT_EXECUTABLE), u"serve"_s} : other.split(u' ');
}

} // namespace

QString text(const QJsonObject &event, const QString &member)
{
    return event.value(member).toString();
}

bool isFinal(const QJsonObject &event)
{
    const QString state = text(event, u"state"_s);
    return text(event, u"event"_s) == u"connection" && (state == u"failed" || state == u"closed");
}

ServeProcess::ServeProcess(const QString &home, const QStringList &options)
    : m_home(home)
    , m_options(options)
{
}

void ServeProcess::launch()
{
    QStringList words = m_prefix + serveCommand();
    if (!m_options.contains(u"--format"_s))
        words += {u"--format"_s, u"json"_s};
    words += m_options;
    const QString program = words.takeFirst();
    if (!m_process.start(program, words, {"SEALPORT_HOME=" + QFile::encodeName(m_home), "LC_ALL=C.UTF-8"},
                         ChildProcess::Errors::Apart))
        qWarning("%s could not be started", qUtf8Printable(program));
}

bool ServeProcess::start()
{
    launch();
    const auto hasSpoken = [this] { return m_process.output().contains('\n'); };
    const auto hasFailed = [this] { return m_process.output().startsWith("{\"event\":\"failed\""); };
    return waitFor([&] { return hasSpoken() || !isRunning(); }) && hasSpoken() && !hasFailed() && isRunning();
}

bool ServeProcess::runToEnd()
{
    launch();
    return waitFor([this] { return !isRunning(); }) && exitCode() >= 0;
}

QJsonObject ServeProcess::stop(int signal)
{
    m_process.send(signal);
    if (!waitFor([this] { return !isRunning(); }))
        return {};
    return m_events.isEmpty() ? QJsonObject{} : m_events.last();
}

quint16 ServeProcess::port() const
{
    return m_events.isEmpty() ? quint16{0} : static_cast<quint16>(m_events.first()[u"port"_s].toInt());
}

QList<QJsonObject> ServeProcess::eventsOf(const QString &peer) const
{
    QList<QJsonObject> found;
    for (const QJsonObject &event : m_events)
        if (text(event, u"peer"_s) == peer)
            found.append(event);
    return found;
}

bool ServeProcess::waitForEndOf(const QString &peer)
{
    const QJsonObject end = endOf(peer);
    m_told.remove(end[u"id"_s].toInt());
    return !end.isEmpty();
}

QJsonObject ServeProcess::endOf(const QString &peer)
{
    QJsonObject end;
    const bool came = waitFor([&] {
        for (const QJsonObject &event : eventsOf(peer))
            if (isFinal(event) && !m_told.contains(event[u"id"_s].toInt()))
                end = event;
        return !end.isEmpty();
    });
    m_told.insert(end[u"id"_s].toInt());
    return came ? end : QJsonObject{};
}

bool ServeProcess::waitFor(const Condition &condition, std::chrono::milliseconds time)
{
    const bool came = QTest::qWaitFor(
        [&] {
            readLines();
            return condition();
        },
        static_cast<int>(time.count()));
    readLines(); // what its end left behind
    return came;
}

void ServeProcess::readLines()
{
    const QByteArray &said = m_process.output();
    for (qsizetype end = said.indexOf('\n', m_read); end >= 0; end = said.indexOf('\n', m_read)) {
        const QJsonObject event = QJsonDocument::fromJson(said.mid(m_read, end - m_read)).object();
        if (!event.isEmpty())
            m_events.append(event);
        m_read = end + 1;
    }
}

} // namespace sealport::test
