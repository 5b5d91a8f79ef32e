#include "ui/validity_bar.h"

#include "model/text/formatting.h"

#include <QPainter>

namespace sealport {
namespace {

constexpr int markHeight = 6; ///< over the bar
constexpr int markWidth = 10;
constexpr int barHeight = 8;
constexpr int textTop = markHeight + barHeight + 5;

/// As the icons ok, warning and error have them, which stand out on light and on dark.
QColor statusColor(CertificateStatus status)
{
    switch (status) {
    case CertificateStatus::Valid:
        return {0x2f, 0x9e, 0x55};
    case CertificateStatus::ExpiresSoon:
        return {0xc7, 0x7d, 0x0a};
    case CertificateStatus::Expired:
    case CertificateStatus::NotYetValid:
    case CertificateStatus::OnHold:
    case CertificateStatus::Revoked:
        return {0xd9, 0x45, 0x3d};
    }
    Q_UNREACHABLE();
}

QString day(const QDateTime &time)
{
    return time.toLocalTime().date().toString(Qt::ISODate); // as exactDate() has it
}

} // namespace

ValidityBar::ValidityBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Validity"));
}

void ValidityBar::setValidity(const QDateTime &from, const QDateTime &until, const QDateTime &now, int soonDays)
{
    m_from = from;
    m_until = until;
    m_now = now;
    m_span = validitySpan(from, until, {.now = now, .soonDays = soonDays});
    tell();
}

void ValidityBar::setRevoked()
{
    m_span.status = CertificateStatus::Revoked;
    tell();
}

void ValidityBar::tell()
{
    const QString text = tr("%1 to %2", "two dates").arg(exactDate(m_from), exactDate(m_until)) + u'\n' + stateText();
    setAccessibleDescription(text);
    setToolTip(text);
    update();
}

QSize ValidityBar::sizeHint() const
{
    return {200, textTop + fontMetrics().height() + 2};
}

QString ValidityBar::stateText() const
{
    if (m_span.status == CertificateStatus::Revoked)
        return tr("revoked");
    if (m_span.status == CertificateStatus::NotYetValid)
        return tr("valid %1").arg(relativeDate(m_from, m_now));
    if (m_span.status == CertificateStatus::Expired)
        return tr("expired %1").arg(relativeDate(m_until, m_now));
    return tr("expires %1").arg(relativeDate(m_until, m_now));
}

void ValidityBar::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_from.isValid() || !m_until.isValid())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBar(painter);
    drawMark(painter);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect texts(0, textTop, width(), fontMetrics().height());
    painter.drawText(texts, Qt::AlignLeft | Qt::AlignVCenter, day(m_from));
    painter.drawText(texts, Qt::AlignRight | Qt::AlignVCenter, day(m_until));
    painter.drawText(texts, Qt::AlignCenter, stateText());
}

/// Pale as a whole, so that the colour is seen where no time has passed yet.
void ValidityBar::drawBar(QPainter &painter) const
{
    const QRectF bar(0.5, markHeight + 0.5, width() - 1.0, barHeight);
    const QColor color = statusColor(m_span.status);
    QColor pale = color;
    pale.setAlphaF(0.25F);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(bar, 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pale);
    painter.drawRoundedRect(bar, 3, 3);
    painter.setBrush(color);
    const bool isInside = m_span.share > 0 && m_span.share < 1;
    const double passed = isInside ? markPlace() : bar.width() * m_span.share;
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), passed, bar.height()), 3, 3);
}

/// The mark is wholly in sight at either end.
double ValidityBar::markPlace() const
{
    return markWidth / 2.0 + (width() - markWidth) * m_span.share;
}

/// A triangle whose tip goes on as a line through the bar.
void ValidityBar::drawMark(QPainter &painter) const
{
    constexpr double half = markWidth / 2.0;
    const double at = markPlace();
    const QColor color = palette().color(QPalette::WindowText);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Window)); // an edge of its own on whatever colour the bar has
    painter.drawRect(QRectF(at - 2, markHeight, 4, barHeight + 2));
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({{at - half, 0.0}, {at + half, 0.0}, {at, double(markHeight)}}));
    painter.drawRect(QRectF(at - 1, markHeight - 1, 2, barHeight + 3));
}

} // namespace sealport
