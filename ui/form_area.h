#pragma once

#include <QScrollArea>

namespace sealport {

/// Scrolls a form up and down when there is too little room, and takes no more room than the form needs. GUI thread.
class FormArea final : public QScrollArea {
    Q_OBJECT
public:
    explicit FormArea(QWidget &form, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    /// Scrolls to a part of the form that was just shown, as soon as it has its place.
    void revealSoon(QWidget *part);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace sealport
