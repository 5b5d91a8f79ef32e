// The context menu of the list of certificates, and what it is about.

#include "ui/certificate_panel.h"

#include "ui/certificate_actions.h"
#include "ui/hint_table.h"
#include "ui/icons.h"
#include "ui/table_layout.h"
#include "ui/thumbprint_menu.h"

#include <QMenu>

#include <algorithm>

namespace sealport {
namespace {

constexpr QLatin1StringView soonDaysSetting("certificates/expireSoonDays");

} // namespace

void CertificatePanel::restoreSoonDays()
{
    const int days = m_settings.value(soonDaysSetting, Calendar().soonDays).toInt();
    setSoonDays(std::clamp(days, 1, 3650));
}

void CertificatePanel::setSoonDays(int days)
{
    m_model->setCalendar({.soonDays = days});
    m_actions->setSoonDays(days);
}

void CertificatePanel::addSoonMenu(QMenu &menu)
{
    auto *soon = menu.addMenu(tr("Mark those that expire within"));
    for (const int days : {7, 14, 30, 60, 90, 180}) {
        auto *action = soon->addAction(tr("%n day(s)", nullptr, days));
        action->setCheckable(true);
        action->setChecked(days == m_model->calendar().soonDays);
        connect(action, &QAction::triggered, this, [this, days] {
            m_settings.setValue(soonDaysSetting, days);
            setSoonDays(days);
        });
    }
}

std::vector<ListedItem> CertificatePanel::selectedOfStore() const
{
    std::vector<ListedItem> selected;
    for (const int row : m_table->selectedRows()) {
        if (isMine(row) && !m_model->itemAt(row).problem())
            selected.push_back(m_model->itemAt(row));
    }
    return selected;
}

std::vector<StoredCertificate> CertificatePanel::selectedCertificates() const
{
    std::vector<StoredCertificate> selected;
    for (const int row : m_table->selectedRows()) {
        if (m_model->itemAt(row).certificate())
            selected.push_back(m_model->itemAt(row).stored());
    }
    return selected;
}

CertificateSelection CertificatePanel::selection() const
{
    const int row = m_table->currentIndex().row();
    return {.source = row < 0 ? SourceId() : m_model->sourceAt(row),
            .current = current(),
            .all = selectedCertificates(),
            .ofStore = selectedOfStore(),
            .item = row < 0 ? std::nullopt : std::optional(m_model->itemAt(row)),
            .revocation = row < 0 ? RevocationState::NotRevoked : m_model->revocationAt(row)};
}

void CertificatePanel::showContextMenu(const QPoint &position)
{
    const auto stored = current();
    const int row = m_table->currentIndex().row();
    const auto icon = [](const char *name) { return themedIcon(QString::fromLatin1(name)); };
    QMenu menu(this);
    auto *use = menu.addAction(icon("choose"), tr("Use for this server"), this, &CertificatePanel::useCurrent);
    use->setEnabled(stored && stored->hasKey);
    if (stored && stored->hasKey && isMine(row))
        menu.setDefaultAction(use);
    m_actions->addTo(menu, selection());
    menu.addSeparator();
    if (stored)
        addThumbprints(*menu.addMenu(icon("copy"), tr("Copy thumbprint as")), stored->certificate);
    menu.addAction(icon("copy"), tr("Copy row"), m_table, &HintTable::copySelection)->setEnabled(row >= 0);
    menu.addSeparator();
    menu.addAction(icon("certificate"), tr("New certificate"), this, &CertificatePanel::newRequested);
    addSoonMenu(menu);
    m_layout->fillMenu(*menu.addMenu(tr("Columns")));
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

} // namespace sealport
