#include "ui/protocol_boxes.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace sealport {
namespace {

/// "TLS 1.&2": Alt+2. SSL 2.0 and 3.0 would collide with it and are absent nearly everywhere.
QString labelWithMnemonic(Protocol protocol)
{
    QString label = protocolLabel(protocol);
    if (protocol >= Protocol::Tls1_0)
        label.insert(label.size() - 1, QLatin1Char('&'));
    return label;
}

} // namespace

ProtocolBoxes::ProtocolBoxes(ProtocolSet available, QWidget *parent)
    : QWidget(parent)
    , m_available(available)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        auto *box = new QCheckBox(labelWithMnemonic(allProtocols[i]), this);
        box->setAccessibleName(protocolLabel(allProtocols[i]));
        box->setObjectName(protocolOption(allProtocols[i]));
        connect(box, &QCheckBox::toggled, this, [this] {
            updateAvailability();
            Q_EMIT changed();
        });
        m_boxes.at(i) = box;
        row->addWidget(box);
    }
    updateAvailability();
}

ProtocolSet ProtocolBoxes::protocols() const
{
    ProtocolSet set;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes.at(i)->isChecked())
            set.insert(allProtocols[i]);
    }
    return set;
}

void ProtocolBoxes::setProtocols(ProtocolSet set)
{
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const QSignalBlocker quiet(m_boxes.at(i));
        m_boxes.at(i)->setChecked(set.contains(allProtocols[i]));
    }
    updateAvailability();
}

void ProtocolBoxes::updateAvailability()
{
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        auto *box = m_boxes.at(i);
        const bool available = m_available.contains(allProtocols[i]);
        // A profile from another machine may hold one that is missing here: it must be possible to untick it.
        box->setEnabled(available || box->isChecked());
        const QString reason =
            available ? QString()
            : allProtocols[i] == Protocol::Ssl2
                ? tr("SSL 2.0 exists in no OpenSSL since 1.1.0: it is broken beyond repair.")
                : tr("The OpenSSL of this machine was built without %1.").arg(protocolLabel(allProtocols[i]));
        box->setToolTip(reason);
        box->setAccessibleDescription(reason);
    }
}

} // namespace sealport
