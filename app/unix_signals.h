#pragma once

#include <QObject>

class QSocketNotifier;

namespace sealport {

/// Turns SIGINT, SIGTERM and SIGHUP into Qt signals of the thread that made it; one of the first two that comes some
/// tenths of a second later ends the program at once. SIGHUP says that the terminal is gone, or, where it is not, that
/// files are to be read anew, as to other servers. A SIGHUP that was ignored before (nohup) stays so. One object at a
/// time; restores the defaults when it goes.
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
    void rereadRequested();

private:
    void take();

    QSocketNotifier *m_notifier = nullptr;
    bool m_hadTerminal = false;
    bool m_isHangupIgnored = false;
};

} // namespace sealport
