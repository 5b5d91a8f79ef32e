#include "ui/limits_form.h"

#include <QComboBox>
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

void fillOpenings(QComboBox &box)
{
    const auto add = [&box](const QString &text, const Opening &opening, const QString &toolTip) {
        box.addItem(text, opening.toWord());
        box.setItemData(box.count() - 1, toolTip, Qt::ToolTipRole);
    };
    add(LimitsForm::tr("at once"), {}, LimitsForm::tr("The client begins with its ClientHello"));
    add(LimitsForm::tr("never: plain TCP"), Opening::plain(),
        LimitsForm::tr("To see what a client says, and whether it is TLS that fails; nothing is encrypted"));
    add(LimitsForm::tr("when you ask for it"), Opening::onRequest(),
        LimitsForm::tr("Plain until you press Begin TLS beside the connection"));
    for (const PlainProtocol protocol : allPlainProtocols)
        add(LimitsForm::tr("after %1 in %2", "command, protocol")
                .arg(tlsRequestName(protocol), plainProtocolLabel(protocol)),
            Opening::startTls(protocol), LimitsForm::tr("Plain until the client asks for TLS"));
}

} // namespace

LimitsForm::LimitsForm(QWidget *parent)
    : QWidget(parent)
    , m_opening(new QComboBox(this))
    , m_handshake(secondsBox(this, 3600))
    , m_idle(secondsBox(this, 86'400))
    , m_connections(new QSpinBox(this))
    , m_held(new QSpinBox(this))
{
    m_opening->setObjectName(QStringLiteral("opening"));
    m_opening->setAccessibleName(tr("When TLS begins"));
    m_opening->setToolTip(tr("With TLS from the first byte, without it, or as STARTTLS does"));
    fillOpenings(*m_opening);
    m_handshake->setObjectName(QStringLiteral("handshakeTimeout"));
    m_handshake->setAccessibleName(tr("Handshake time-out"));
    m_handshake->setToolTip(tr("A client that has not finished its handshake by then is disconnected; 0: never"));
    m_idle->setObjectName(QStringLiteral("idleTimeout"));
    m_idle->setAccessibleName(tr("Idle time-out"));
    m_idle->setToolTip(tr("A connection on which nothing was said for this long is closed; 0: never"));
    m_connections->setObjectName(QStringLiteral("maxConnections"));
    m_connections->setRange(1, 100'000);
    m_connections->setAccessibleName(tr("Connections at most"));
    m_connections->setToolTip(tr("Connections over this number are refused, each with a row that says so"));
    m_held->setObjectName(QStringLiteral("maxHeldBytes"));
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
    auto *openingLabel = new QLabel(tr("TLS co&mes"), this);
    openingLabel->setBuddy(m_opening);
    grid->addWidget(openingLabel, 0, 0);
    grid->addWidget(m_opening, 0, 1, 1, 4, Qt::AlignLeft);
    place(1, 0, tr("Handsha&ke time-out"), m_handshake);
    place(1, 2, tr("&Idle time-out"), m_idle);
    place(2, 0, tr("Connections at ma&x."), m_connections);
    place(2, 2, tr("Bytes waitin&g at max."), m_held);
    grid->setColumnStretch(4, 1);
    grid->setHorizontalSpacing(10);

    connect(m_opening, &QComboBox::currentIndexChanged, this, &LimitsForm::changed);
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

Opening LimitsForm::opening() const
{
    return Opening::parse(m_opening->currentData().toString()).value_or(Opening());
}

void LimitsForm::setOpening(const Opening &opening)
{
    const QSignalBlocker quiet(this);
    m_opening->setCurrentIndex(m_opening->findData(opening.toWord()));
}

} // namespace sealport
