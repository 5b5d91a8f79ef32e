#pragma once

#include <QObject>

class QSocketNotifier;

namespace sealport {

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal of the thread that made it; one that comes some tenths of a second
/// later ends the program at once. A SIGHUP that was ignored before (nohup) stays so. One object at a time; restores
/// the defaults when it goes.
class UnixSignals final : public QObject {
    Q_OBJECT
public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

    /// Also after this object is gone: the program is about to end. A signal still says that it may not be held up for
    /// more than ten seconds.
    void ignoreFromNowOn();

Q_SIGNALS:
    void stopRequested();

private:
    QSocketNotifier *m_notifier = nullptr;
    bool m_isHangupIgnored = false;
};

} // namespace sealport
