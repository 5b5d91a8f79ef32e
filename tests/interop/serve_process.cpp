#include "tests/interop/serve_process.h"

#include <QJsonDocument>
#include <QTest>

#include <utility>

#include <sys/types.h>

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
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { readLines(); });
}

ServeProcess::~ServeProcess()
{
    m_process.disconnect();
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void ServeProcess::launch()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SEALPORT_HOME"_s, m_home);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_process.setProcessEnvironment(environment);
    QStringList words = m_prefix + serveCommand();
    if (!m_options.contains(u"--format"_s))
        words += {u"--format"_s, u"json"_s};
    words += m_options;
    const QString program = words.takeFirst();
    m_process.start(program, words);
}

bool ServeProcess::start()
{
    launch();
    return waitFor([this] { return !m_output.isEmpty() || !isRunning(); }) && !m_output.isEmpty() && isRunning();
}

bool ServeProcess::runToEnd()
{
    launch();
    const bool ended = waitFor([this] { return !isRunning(); });
    readLines();
    return ended && m_process.exitStatus() == QProcess::NormalExit;
}

QJsonObject ServeProcess::stop(int signal)
{
    if (isRunning())
        ::kill(static_cast<pid_t>(processId()), signal);
    if (!waitFor([this] { return !isRunning(); }))
        return {};
    readLines();
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

QJsonObject ServeProcess::endOf(const QString &peer)
{
    QJsonObject end;
    const bool came = waitFor([&] {
        const QList<QJsonObject> events = eventsOf(peer);
        if (!events.isEmpty() && isFinal(events.last()))
            end = events.last();
        return !end.isEmpty();
    });
    return came ? end : QJsonObject{};
}

bool ServeProcess::waitFor(const Condition &condition, std::chrono::milliseconds time)
{
    return QTest::qWaitFor(condition, static_cast<int>(time.count()));
}

QString ServeProcess::errors()
{
    m_errors += QString::fromUtf8(m_process.readAllStandardError());
    return m_errors;
}

void ServeProcess::readLines()
{
    const QByteArray arrived = m_process.readAllStandardOutput();
    m_output += QString::fromUtf8(arrived);
    m_partialLine += arrived;
    qsizetype end = m_partialLine.indexOf('\n');
    for (; end >= 0; end = m_partialLine.indexOf('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(m_partialLine.left(end)).object();
        if (!event.isEmpty())
            m_events.append(event);
        m_partialLine.remove(0, end + 1);
    }
}

} // namespace sealport::test
