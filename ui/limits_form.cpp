#include "ui/limits_form.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace sealport {
namespace {

QDoubleSpinBox *secondsBox(QWidget *parent, double highest)
{
    auto *box = new QDoubleSpinBox(parent);
    box->setDecimals(1);
    box->setRange(0, highest);
    box->setSuffix(LimitsForm::tr(" s", "seconds"));
    box->setSpecialValueText(LimitsForm::tr("never"));
    return box;
}

/// The field shows tenths of a second; a finer value stays as it is until the user changes it.
std::chrono::milliseconds readSeconds(const QDoubleSpinBox &box, std::chrono::milliseconds given)
{
    const std::chrono::milliseconds shown(std::llround(box.value() * 1000));
    const auto difference = shown > given ? shown - given : given - shown;
    return difference <= std::chrono::milliseconds(50) && shown.count() != 0 ? given : shown;
}

} // namespace

LimitsForm::LimitsForm(QWidget *parent)
    : QWidget(parent)
    , m_handshake(secondsBox(this, 3600))
    , m_idle(secondsBox(this, 86'400))
    , m_connections(new QSpinBox(this))
    , m_held(new QSpinBox(this))
{
    m_handshake->setAccessibleName(tr("Handshake time-out"));
    m_handshake->setToolTip(tr("A client that has not finished its handshake by then is disconnected; 0: never"));
    m_idle->setAccessibleName(tr("Idle time-out"));
    m_idle->setToolTip(tr("A connection on which nothing was said for this long is closed; 0: never"));
    m_connections->setRange(1, 100'000);
    m_connections->setAccessibleName(tr("Connections at most"));
    m_connections->setToolTip(tr("Connections over this number are refused, each with a row that says so"));
    m_held->setRange(64, 65'536);
    m_held->setSuffix(tr(" KiB", "kibibytes"));
    m_held->setAccessibleName(tr("Bytes waiting at most"));
    m_held->setToolTip(tr("A client that does not read is disconnected when this much waits for it"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    const auto place = [this, grid](int row, int column, const QString &text, QWidget *field) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        grid->addWidget(label, row, column);
        grid->addWidget(field, row, column + 1);
    };
    place(0, 0, tr("Handsha&ke time-out"), m_handshake);
    place(0, 2, tr("&Idle time-out"), m_idle);
    place(1, 0, tr("Connections at ma&x."), m_connections);
    place(1, 2, tr("Bytes waitin&g at max."), m_held);
    grid->setColumnStretch(4, 1);
    grid->setHorizontalSpacing(10);

    connect(m_handshake, &QDoubleSpinBox::valueChanged, this, &LimitsForm::changed);
    connect(m_idle, &QDoubleSpinBox::valueChanged, this, &LimitsForm::changed);
    connect(m_connections, &QSpinBox::valueChanged, this, &LimitsForm::changed);
    connect(m_held, &QSpinBox::valueChanged, this, &LimitsForm::changed);
}

ServerLimits LimitsForm::limits() const
{
    ServerLimits limits = m_given;
    limits.handshakeTimeout = readSeconds(*m_handshake, m_given.handshakeTimeout);
    limits.idleTimeout = readSeconds(*m_idle, m_given.idleTimeout);
    limits.maxConnections = m_connections->value();
    const std::int64_t heldKiB = m_held->value();
    if (heldKiB != m_given.maxHeldBytes / 1024)
        limits.maxHeldBytes = heldKiB * 1024;
    return limits;
}

void LimitsForm::setLimits(const ServerLimits &limits)
{
    const QSignalBlocker quiet(this);
    m_given = limits;
    m_handshake->setValue(double(limits.handshakeTimeout.count()) / 1000);
    m_idle->setValue(double(limits.idleTimeout.count()) / 1000);
    m_connections->setValue(limits.maxConnections);
    m_held->setValue(int(limits.maxHeldBytes / 1024));
}

} // namespace sealport
