#pragma once

#include "model/certificates/certificate_store.h"

#include <QComboBox>

#include <optional>
#include <vector>

namespace sealport {

/// Who signs: an authority of the store that has its key, or, where that is possible, the certificate itself. GUI
/// thread.
class AuthorityChoice final : public QComboBox {
    Q_OBJECT
public:
    enum class SelfSigning { Possible, Impossible };
    AuthorityChoice(SelfSigning selfSigning, QWidget *parent);

    /// Keeps the choice. None is chosen when it is no longer there, and it is again when it comes back; the first
    /// authority is proposed at the beginning only.
    void setCertificates(const std::vector<StoredCertificate> &certificates);
    /// None: itself, there is no authority, or the one that was chosen is missing().
    [[nodiscard]] std::optional<StoredCertificate> authority() const;

    /// The name of the chosen authority while it is not there, else empty.
    [[nodiscard]] QString missing() const;

private:
    const SelfSigning m_selfSigning;
    std::vector<StoredCertificate> m_authorities;
    bool m_isItselfWanted = false;
    std::optional<Certificate> m_wanted; ///< what was chosen when they were set
};

} // namespace sealport
