#pragma once

#include "model/sockets/workspace.h"

#include <QSettings>
#include <QWidget>

#include <optional>

class QSplitter;

namespace sealport {

class CertificateDetails;
class CertificateFilter;
class CertificateModel;
class HintTable;
class MessageBar;
class TableLayout;

/// The certificates of the store and what the selected one says. GUI thread.
class CertificatePanel final : public QWidget {
    Q_OBJECT
public:
    CertificatePanel(Workspace &workspace, QSettings &settings, QWidget *parent = nullptr);

    void restore();
    void save();

    /// Shows what contains the text; what looks like a thumbprint is looked for as one instead, and what was found, or
    /// is wrong with it, is said a moment later. True: it looks like one.
    bool find(const QString &text);
    void selectCertificate(const Certificate &certificate);
    [[nodiscard]] HintTable &table() const { return *m_table; }
    [[nodiscard]] std::optional<StoredCertificate> current() const;

Q_SIGNALS:
    void useRequested(const sealport::Certificate &certificate);
    void newRequested();

private:
    void reload();
    void showFound(const ThumbprintSearch &search);
    void selectSomething();
    void showContextMenu(const QPoint &position);
    void useCurrent();
    void copyThumbprint();

    Workspace &m_workspace;
    QSettings &m_settings;
    CertificateModel *m_model;
    CertificateFilter *m_filter;
    HintTable *m_table;
    TableLayout *m_layout;
    CertificateDetails *m_details;
    MessageBar *m_message;
    QSplitter *m_splitter;
    QString m_sought;                    ///< the thumbprint that is being looked for
    std::optional<Certificate> m_wanted; ///< to be selected as soon as the store lists it
};

} // namespace sealport
