#include "tests/bench/serve_process.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

namespace sealport::bench {

ServeProcess::ServeProcess(const QString &executable, const QString &dataFolder, const QString &output,
                           const QStringList &options)
{
    m_process.setStandardOutputFile(output);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(executable, QStringList{QStringLiteral("--data-dir"), dataFolder, QStringLiteral("serve"),
                                            QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--format"),
                                            QStringLiteral("json")}
                                    + options);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 20'000 && m_port == 0) {
        QFile file(output);
        if (file.open(QIODevice::ReadOnly))
            m_port = static_cast<std::uint16_t>(
                QJsonDocument::fromJson(file.readLine()).object()[QStringLiteral("port")].toInt());
        QThread::msleep(20);
    }
}

ServeProcess::~ServeProcess()
{
    stop();
}

bool ServeProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return m_process.exitCode() == 0;
    m_process.terminate();
    return m_process.waitForFinished(10'000) && m_process.exitCode() == 0;
}

} // namespace sealport::bench
