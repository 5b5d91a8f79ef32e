#pragma once

#include <QDateTime>
#include <QWidget>

namespace sealport {

/// The time for which a certificate is valid as a bar, with a mark where now is. Says the same to a screen reader. GUI
/// thread.
class ValidityBar final : public QWidget {
    Q_OBJECT
public:
    explicit ValidityBar(QWidget *parent = nullptr);

    void setValidity(const QDateTime &from, const QDateTime &until, const QDateTime &now);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QDateTime m_from;
    QDateTime m_until;
    QDateTime m_now;
};

} // namespace sealport
