#pragma once

#include "model/tables/certificate_status.h"

#include <QDateTime>
#include <QWidget>

namespace sealport {

/// The time for which a certificate is valid as a bar, with a mark where now is, or at the end that is nearer. Its
/// colours are those of the icons; words say the same, also to a screen reader. GUI thread.
class ValidityBar final : public QWidget {
    Q_OBJECT
public:
    explicit ValidityBar(QWidget *parent = nullptr);

    /// `soonDays`: as of Calendar; 0 for what lives only some days anyway.
    void setValidity(const QDateTime &from, const QDateTime &until, const QDateTime &now, int soonDays);
    /// Whatever the dates say.
    void setRevoked();
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();
    void drawBar(QPainter &painter) const;
    void drawMark(QPainter &painter) const;
    [[nodiscard]] double markPlace() const;
    [[nodiscard]] QString stateText() const;

    QDateTime m_from;
    QDateTime m_until;
    QDateTime m_now;
    ValiditySpan m_span;
};

} // namespace sealport
