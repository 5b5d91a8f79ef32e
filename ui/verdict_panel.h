#pragma once

#include "model/sockets/connection_record.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTextBrowser;
class QToolButton;

namespace sealport {

struct ServerEntry;

/// Why the selected connection is as it is: a title, one sentence, what to do, and the evidence on request. GUI thread.
class VerdictPanel final : public QWidget {
    Q_OBJECT
public:
    explicit VerdictPanel(QWidget *parent = nullptr);

    /// `server` is the one of the record as it is now, null when it was removed: a change to it may be offered.
    void showRecord(const ConnectionRecord &record, const ServerEntry *server);
    /// How many rows are selected when it is not exactly one.
    void showNothing(int selectedRows);

    [[nodiscard]] bool isEvidenceShown() const;
    void setEvidenceShown(bool shown);

Q_SIGNALS:
    void allowRequested(sealport::ServerId server, sealport::ProtocolSet protocols);
    void disconnectRequested(sealport::ConnectionId connection);
    void secureRequested(sealport::ConnectionId connection); ///< of one that is plain until the user asks for TLS

private:
    void showVerdict(const ConnectionRecord &record);
    void offerFix(const ConnectionRecord &record, const ServerEntry *server);
    static QString stageOf(const ConnectionRecord &record);
    void showUnended(const ConnectionRecord &record);
    void setIcon(const QString &name);
    void updateReport();

    std::optional<ConnectionRecord> m_record;
    ProtocolSet m_available;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_advice;
    QPushButton *m_allow;
    QPushButton *m_secure;
    QPushButton *m_disconnect;
    QToolButton *m_why;
    QTextBrowser *m_report;
};

} // namespace sealport
