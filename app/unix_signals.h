#pragma once

#include <QObject>

class QSocketNotifier;

namespace sealport {

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal of the thread that made it; a second one ends the program at once.
/// A SIGHUP that was ignored when the program began (nohup) stays so. One at a time.
class UnixSignals final : public QObject {
    Q_OBJECT
public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

    /// Also after this object is gone: the program ends by itself within seconds.
    void ignoreFromNowOn();

Q_SIGNALS:
    void stopRequested();

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace sealport
