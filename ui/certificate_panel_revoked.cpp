// Which certificates of the panel are revoked.

#include "ui/certificate_panel.h"

#include <utility>

namespace sealport {

void CertificatePanel::findRevoked()
{
    m_revokedAsked.request_stop();
    const auto show = [this](RevocationStates revoked) {
        m_model->setRevoked(std::move(revoked));
        showCurrent();
    };
    if (!holdAnyRevocationList(m_catalogue.entries()))
        return show({});
    m_revokedAsked =
        m_workspace.jobs().runApart([entries = m_catalogue.entries(), now = QDateTime::currentDateTimeUtc()](
                                        const std::stop_token &stop) { return revokedAmong(entries, now, stop); },
                                    this, show);
}

} // namespace sealport
