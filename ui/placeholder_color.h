#pragma once

#include <QObject>

class QApplication;

namespace sealport {

/// Keeps the hints in empty fields readable under every theme: the text's colour, half of it. Qt 6.4's own theme for KDE
/// leaves them black, on black fields too. Owned by `application`. GUI thread.
class PlaceholderColor final : public QObject {
    Q_OBJECT
public:
    explicit PlaceholderColor(QApplication &application);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace sealport
