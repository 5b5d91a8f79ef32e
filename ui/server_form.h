#pragma once

#include "model/sockets/application_definition.h"
#include "model/sockets/server_profile.h"
#include "model/tls/tls_preset.h"

#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;
class QToolButton;

namespace sealport {

class AddressBox;
class CertificateChoice;
class FieldNote;
class FurtherSettings;
class PresetButton;
class ProtocolBoxes;
class ReplyFields;

/// A server profile as fields. It has no OK button: edited() follows every change, and the owner stores it.
/// GUI thread.
class ServerForm final : public QWidget {
    Q_OBJECT
public:
    explicit ServerForm(QWidget *parent = nullptr);

    /// What the form shows; what it has no field for is as in the last setProfile().
    [[nodiscard]] ServerProfile profile() const;
    /// What a profile cannot hold and the fields can.
    [[nodiscard]] std::optional<Error> fault() const;
    void setProfile(const ServerProfile &profile); ///< without edited()

    void setCertificates(std::vector<StoredCertificate> certificates);
    void setApplications(std::vector<ApplicationDefinition> applications);
    void useThumbprintOf(const Certificate &certificate);
    void useCertificateAt(const QString &uri); ///< on a token
    /// Below the address, until that is changed; empty: nothing.
    void showResolved(const QString &addresses);
    void chooseMissingCertificate(); ///< the first of the further ones that is none yet
    void editName();                 ///< focus and select, for a server that was just made

    /// Ticks the protocols and writes the lists, as if the user did.
    void useSettings(const TlsPresetSettings &settings);

    [[nodiscard]] bool isMoreShown() const;
    void setMoreShown(bool shown);

Q_SIGNALS:
    void edited();       ///< by the user
    void enterPressed(); ///< in any field
    /// A preset has replaced lists that were the user's own.
    void listsReplaced(const sealport::TlsPresetSettings &before);
    void moreOpened(QWidget *settings);            ///< by the user
    void applicationsRequested(const QString &id); ///< to manage them

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildRows();
    QWidget *buildAddressUse();
    QWidget *buildProtocols();
    void buildMore(QGridLayout &grid, int row);
    void connectFields();
    void noteEdit();
    void noteOpening();
    void updateMore();
    void usePreset(TlsPreset preset);
    [[nodiscard]] TlsPresetSettings shownSettings() const;

    Opening m_opening; ///< as the fields showed it last
    ServerProfile m_given;
    bool m_loading = false;
    QLineEdit *m_name;
    QSpinBox *m_port;
    QCheckBox *m_anyPort;
    AddressBox *m_address;
    FieldNote *m_resolved;
    QRadioButton *m_shared;
    QRadioButton *m_unique;
    CertificateChoice *m_certificate;
    ProtocolBoxes *m_protocols;
    PresetButton *m_presets;
    ReplyFields *m_reply;
    QToolButton *m_more;
    QLabel *m_moreSummary; ///< what is in there, while it is closed
    FurtherSettings *m_further;
};

} // namespace sealport
