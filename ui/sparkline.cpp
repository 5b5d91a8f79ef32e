#include "ui/sparkline.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace sealport {

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Handshakes per second in the last minute"));
    setToolTip(tr("Handshakes per second in the last minute"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Sparkline::append(double value)
{
    std::ranges::rotate(m_values, m_values.begin() + 1);
    m_values.back() = value;
    update();
}

bool Sparkline::isFlat() const
{
    return std::ranges::none_of(m_values, [](double value) { return value > 0; });
}

QSize Sparkline::sizeHint() const
{
    return {int(samples) * 2, fontMetrics().height()};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
    QColor baseline = palette().color(QPalette::WindowText);
    baseline.setAlphaF(0.25F);
    painter.setPen(baseline);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (isFlat())
        return;

    const double highest = std::max(1.0, std::ranges::max(m_values));
    const double step = area.width() / double(samples - 1);
    QPainterPath curve(area.bottomLeft());
    for (std::size_t i = 0; i < samples; ++i)
        curve.lineTo(area.left() + step * double(i), area.bottom() - area.height() * m_values.at(i) / highest);
    QPainterPath filled = curve;
    filled.lineTo(area.bottomRight());
    QColor fill = palette().color(QPalette::Highlight);
    fill.setAlphaF(0.25F);
    painter.fillPath(filled, fill);
    painter.strokePath(curve, QPen(palette().color(QPalette::Highlight), 1.2));
}

} // namespace sealport
