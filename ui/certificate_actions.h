#pragma once

#include "model/certificates/certificate_import.h"
#include "model/certificates/revoked_certificates.h"
#include "model/sockets/store_editor.h"
#include "model/sockets/workspace.h"
#include "model/tables/certificate_status.h"

#include <QObject>

#include <optional>
#include <variant>
#include <vector>

class QMenu;
class QWidget;

namespace sealport {

class IssuingActions;
class Keyring;
class MessageBar;

/// What is selected in the list.
struct CertificateSelection {
    SourceId source; ///< of the current one
    std::optional<StoredCertificate> current{};
    std::vector<StoredCertificate> all{};
    std::vector<ListedItem> ofStore{}; ///< what is the user's own, also requests and revocation lists
    std::optional<ListedItem> item{};  ///< the current one, whatever it is
    RevocationState revocation = RevocationState::NotRevoked; ///< of the current one
};

/// What can be done with certificates of the list beyond looking at them: details, import, export, pass phrases,
/// renewal, revocation, trust, delete and undo. Says in the message bar what was done and what went wrong. GUI thread;
/// the work is done in job threads.
class CertificateActions final : public QObject {
    Q_OBJECT
public:
    /// All must outlive this object; `window` is the parent of what it opens.
    CertificateActions(Workspace &workspace, StoreEditor &editor, MessageBar &message, QWidget &window);

    /// Where pass phrases may be remembered; must outlive this object. Before that there is none.
    void setKeyring(Keyring *keyring) { m_keyring = keyring; }
    /// As of Calendar, for the details.
    void setSoonDays(int days) { m_soonDays = days; }
    /// What was selected when the menu opened is meant, whatever changes on disk meanwhile.
    void addTo(QMenu &menu, const CertificateSelection &selection);
    /// Of anything but what could not be read.
    void showDetails(const ListedItem &item);
    void showDetails(const Certificate &certificate);
    /// Where programs of this machine trust it; changes that where the user asks for it.
    void showTrust(const Certificate &authority);
    void showComparison(const Certificate &left, const Certificate &right);
    /// Copies certificates of another source into the store, with their keys.
    void importCertificates(SourceId source, const std::vector<StoredCertificate> &certificates);
    void exportCertificate(SourceId source, const StoredCertificate &stored);
    /// Protects the key of a certificate of the store, or lays it open.
    void changePassphrase(const StoredCertificate &stored);
    /// Of the store; where there are none, says that others cannot be deleted here, if they are meant.
    void remove(const std::vector<ListedItem> &items, bool areOthersMeant);
    /// Brings back what was deleted or overwritten last.
    void undo();
    /// What was deleted or overwritten in the last days, to be brought back.
    void showTrash();
    [[nodiscard]] IssuingActions &issuing() const { return *m_issuing; }

Q_SIGNALS:
    /// Is in the store now.
    void arrived(const sealport::Certificate &certificate);
    /// A request or revocation list is in the store now, in this file.
    void stored(const QString &file);

private:
    void addApplications(QMenu &menu, const CertificateSelection &selection);
    void assignTo(const ApplicationDefinition &application, const AssignedCertificate &certificate);
    void addIssuing(QMenu &menu, const CertificateSelection &selection);
    void imported(const ImportResult &result);
    /// `uses`: who will miss it.
    void removed(const Trash::Item &kept, const std::vector<ListedItem> &items, const QString &uses);
    /// Came back without undo().
    void forget(const Trash::Item &item);

    Workspace &m_workspace;
    StoreEditor &m_editor;
    MessageBar &m_message;
    QWidget &m_window;
    IssuingActions *m_issuing;
    Keyring *m_keyring = nullptr;
    int m_soonDays = Calendar().soonDays;
    /// What undo() can take back: files that were deleted or overwritten, or a list that was.
    using Change = std::variant<Trash::Item, Revocation>;
    std::vector<Change> m_changes; ///< the last one last
    bool m_isUndoing = false;
};

} // namespace sealport
