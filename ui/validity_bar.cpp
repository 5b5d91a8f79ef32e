#include "ui/validity_bar.h"

#include "model/text/formatting.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace sealport {

ValidityBar::ValidityBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Validity"));
}

void ValidityBar::setValidity(const QDateTime &from, const QDateTime &until, const QDateTime &now)
{
    m_from = from;
    m_until = until;
    m_now = now;
    const QString text = tr("%1 to %2", "two dates").arg(exactDate(from), exactDate(until));
    setAccessibleDescription(text);
    setToolTip(text);
    update();
}

QSize ValidityBar::sizeHint() const
{
    return {200, fontMetrics().height() * 2 + 14};
}

void ValidityBar::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_from.isValid() || !m_until.isValid())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(0.5, 2.5, width() - 1.0, 8);
    const double whole = double(m_from.secsTo(m_until));
    const double share = whole > 0 ? std::clamp(double(m_from.secsTo(m_now)) / whole, 0.0, 1.0) : 1.0;
    const bool isValid = m_now >= m_from && m_now <= m_until;

    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(bar, 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isValid ? palette().color(QPalette::Highlight) : palette().color(QPalette::Mid));
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 3, 3);

    painter.setPen(palette().color(QPalette::WindowText));
    const QRect texts(0, 14, width(), fontMetrics().height());
    const auto day = [](const QDateTime &time) { return time.date().toString(Qt::ISODate); };
    painter.drawText(texts, Qt::AlignLeft | Qt::AlignVCenter, day(m_from));
    painter.drawText(texts, Qt::AlignRight | Qt::AlignVCenter, day(m_until));
    QString middle;
    if (m_now < m_from)
        middle = tr("valid %1").arg(relativeDate(m_from, m_now));
    else if (m_now > m_until)
        middle = tr("expired %1").arg(relativeDate(m_until, m_now));
    else
        middle = tr("expires %1").arg(relativeDate(m_until, m_now));
    painter.drawText(texts, Qt::AlignCenter, middle);
}

} // namespace sealport
