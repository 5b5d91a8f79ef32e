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

    /// Keeps the choice where it can; else the first authority is proposed.
    void setCertificates(const std::vector<StoredCertificate> &certificates);
    /// None: itself, or there is no authority.
    [[nodiscard]] std::optional<StoredCertificate> authority() const;

private:
    const SelfSigning m_selfSigning;
    std::vector<StoredCertificate> m_authorities;
};

} // namespace sealport
