#pragma once

#include "model/base/throttle.h"
#include "model/sockets/store_editor.h"
#include "model/sockets/workspace.h"
#include "model/tables/certificate_model.h"

#include <QSettings>
#include <QWidget>

#include <functional>
#include <optional>

class QMenu;
class QSplitter;

namespace sealport {

class CertificateActions;
class CertificateDetails;
struct CertificateSelection;
class HintTable;
class MessageBar;
class ReadingBar;
class SourceTree;
class TableLayout;

/// The sources of certificates, what the chosen ones hold, and what the selected certificate says. GUI thread.
class CertificatePanel final : public QWidget {
    Q_OBJECT
public:
    /// `editor` changes the store of `workspace`; both must outlive the panel.
    CertificatePanel(Workspace &workspace, StoreEditor &editor, QSettings &settings, QWidget *parent = nullptr);

    void restore();
    void save();

    /// Shows what contains the text, of all sources; what looks like a thumbprint is looked for as one instead, and
    /// what was found, or is wrong with it, is said a moment later. True: it looks like one.
    bool find(const QString &text);
    /// Shows files and folders beside the other sources; nothing is imported.
    void open(const QStringList &paths);
    void open(std::shared_ptr<const CertificateSource> source);
    /// Shows text that holds certificates, requests or keys in PEM; nothing is imported. False: it holds none.
    bool paste(const QString &text);
    [[nodiscard]] CertificateActions &actions() const { return *m_actions; }
    /// A certificate of the store; what is looked for is forgotten.
    void selectCertificate(const Certificate &certificate);
    /// What a file of the store holds; the same.
    void selectFile(const QString &file);
    [[nodiscard]] HintTable &table() const { return *m_table; }
    [[nodiscard]] SourceTree &sources() const { return *m_sources; }
    [[nodiscard]] std::optional<StoredCertificate> current() const;
    [[nodiscard]] CertificateSelection selection() const;

Q_SIGNALS:
    void useRequested(const sealport::StoredCertificate &certificate);
    void newRequested();
    void openRequested();
    /// What is to be shown now may not contain what is looked for.
    void searchInTheWay();

private:
    void buildTable();
    void showSources();
    /// `near`: a row beside which to go on where nothing of it is left; -1: none.
    void selectAgain(const std::vector<RowIdentity> &kept, int scrolled, int near);
    [[nodiscard]] bool isAnswered() const;
    void showUnlocked();
    /// Whether sources that are only read when somebody asks for them have not been.
    [[nodiscard]] bool isAnyWaiting() const;
    [[nodiscard]] static QString waitingSentence();
    void showCurrent();
    void findRevoked();
    [[nodiscard]] std::vector<SourceId> shownSources() const;
    [[nodiscard]] QString hint() const;
    void select(SourceId source, const Certificate &certificate);
    void select(SourceId source, std::function<int()> rowOf);
    bool selectRow(int row);
    void selectSomething();
    void findSought();
    void showFound(const ThumbprintSearch &search);
    void restoreSoonDays();
    void setSoonDays(int days);
    void addSoonMenu(QMenu &menu);
    void showContextMenu(const QPoint &position);
    [[nodiscard]] bool isMine(int row) const { return m_model->sourceAt(row) == m_catalogue.myCertificates(); }
    void showDetails();
    void activateCurrent();
    void useCurrent();
    void importSelected();
    [[nodiscard]] std::vector<StoredCertificate> selectedCertificates() const;
    void removeSelected();
    void unlockCurrent(const std::shared_ptr<const SecretBytes> &passphrase);
    [[nodiscard]] std::vector<ListedItem> selectedOfStore() const;

    Workspace &m_workspace;
    CertificateCatalogue &m_catalogue;
    QSettings &m_settings;
    CertificateModel *m_model;
    SourceTree *m_sources;
    HintTable *m_table;
    TableLayout *m_layout = nullptr;
    CertificateDetails *m_details;
    MessageBar *m_message;
    ReadingBar *m_reading;
    QSplitter *m_splitter;
    CertificateActions *m_actions;
    Throttle m_listingsChanged;      ///< a hundred files may be opened at once
    std::stop_source m_revokedAsked; ///< the search for what is revoked
    int m_pasted = 0;
    int m_openings = 0;     ///< so far
    QString m_text;         ///< what the rows must contain; empty: the chosen sources are shown whole
    bool m_isFound = false; ///< exactly what is sought
    QString m_sought;       ///< the thumbprint that is being looked for
    std::vector<SourceId> m_shownBefore;
    struct Unlocking {
        SourceId source;
        QString file;
    };
    std::optional<Unlocking> m_unlocking; ///< whose pass phrase was given, until the answer is here
    std::function<int()> m_wanted;        ///< the row to be selected as soon as a shown source lists it; -1 until then
};

} // namespace sealport
