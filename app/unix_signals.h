#pragma once

#include <QObject>

class QSocketNotifier;

namespace sealport {

/// Turns SIGINT and SIGTERM into a Qt signal of the thread that made it; a second one ends the program at once.
/// One at a time; restores the defaults when it goes.
class UnixSignals final : public QObject {
    Q_OBJECT
public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void stopRequested();

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace sealport
