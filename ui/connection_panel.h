#pragma once

#include "model/sockets/workspace.h"
#include "ui/held_records.h"

#include <QSettings>
#include <QWidget>

#include <optional>
#include <vector>

class QLineEdit;
class QSplitter;
class QToolButton;

namespace sealport {

class AdmissionBar;
class ConnectionDetails;
class ConnectionFilter;
class ConnectionModel;
class HandExchange;
class HintTable;
class MessageBar;
class TableLayout;
class VerdictPanel;

/// Every connection as a row, and the verdict of the selected one. Keeps the selection and the place while rows arrive;
/// follows the newest one when it stands at the end. GUI thread.
class ConnectionPanel final : public QWidget {
    Q_OBJECT
public:
    ConnectionPanel(Workspace &workspace, QSettings &settings, QWidget *parent = nullptr);

    void restore();
    void save();

    void setFilterText(const QString &text);
    void clearFilters();
    void clearEnded(); ///< the live ones stay; with a way back
    void setPaused(bool paused);

    [[nodiscard]] HintTable &table() const { return *m_table; }
    [[nodiscard]] QLineEdit &filterField() const { return *m_filterField; }
    [[nodiscard]] ConnectionDetails &details() const { return *m_details; }

Q_SIGNALS:
    void allowRequested(sealport::ServerId server, sealport::ProtocolSet protocols);

private:
    QWidget *buildBar();
    void build();
    void onRecords(const std::vector<ConnectionRecord> &records);
    void onTraffic(const std::vector<TrafficUpdate> &updates);
    void showSelected();
    void showContextMenu(const QPoint &position);
    void updateCounts();
    void updateHint();
    void onServerChanged();
    template <class Change>
    void keepingPlace(Change change);
    template <class Change>
    void acrossReset(Change change);
    [[nodiscard]] const ConnectionRecord &recordAt(int row) const; ///< of the table
    [[nodiscard]] std::vector<ConnectionRecord> selectedRecords() const;

    Workspace &m_workspace;
    QSettings &m_settings;
    ConnectionModel *m_model;
    ConnectionFilter *m_filter;
    HandExchange *m_exchange;
    // in the order in which Tab visits them
    QToolButton *m_all;
    QToolButton *m_live;
    QToolButton *m_failed;
    QLineEdit *m_filterField;
    QToolButton *m_pause;
    QToolButton *m_clear;
    MessageBar *m_undo;
    AdmissionBar *m_admission;
    HintTable *m_table;
    VerdictPanel *m_verdict;
    ConnectionDetails *m_details;
    QSplitter *m_splitter;
    TableLayout *m_layout = nullptr;
    HeldRecords m_held;
};

} // namespace sealport
