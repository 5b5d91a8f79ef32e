#include "ui/preset_button.h"

#include "model/text/formatting.h"
#include "model/text/tls_preset_text.h"

#include <QAction>
#include <QMenu>

namespace sealport {
namespace {

/// What Everything is here would have to be asked for first.
QString labelOf(TlsPreset preset)
{
    const QString label = tlsPresetLabel(preset);
    if (preset == TlsPreset::Everything)
        return label;
    return PresetButton::tr("%1: %2", "preset, its protocols")
        .arg(label, protocolList(publishedSettings(preset).protocols));
}

} // namespace

PresetButton::PresetButton(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(QStringLiteral("presets"));
    setText(tr("P&resets"));
    setAccessibleName(tr("Presets"));
    setToolTip(tr("Well-known protocols, algorithms and security levels"));
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    for (const TlsPreset preset : allTlsPresets) {
        QAction *action = menu->addAction(labelOf(preset));
        action->setToolTip(tlsPresetHint(preset));
        action->setCheckable(true);
        action->setData(static_cast<int>(preset));
        connect(action, &QAction::triggered, this, [this, preset] { Q_EMIT chosen(preset); });
    }
    connect(menu, &QMenu::aboutToShow, this, &PresetButton::markCurrent);
    setMenu(menu);
}

/// Only when somebody looks: to know what every preset means here takes a moment the first time.
void PresetButton::markCurrent()
{
    const auto current = presetOf(m_shown.protocols, m_shown.algorithms);
    for (QAction *action : menu()->actions())
        action->setChecked(current && action->data().toInt() == static_cast<int>(*current));
}

} // namespace sealport
