#pragma once

#include <QComboBox>

namespace sealport {

/// An address to listen on: typed, or picked from what this machine has, described in words. GUI thread.
class AddressBox final : public QComboBox {
    Q_OBJECT
public:
    explicit AddressBox(QWidget *parent = nullptr);

    [[nodiscard]] QString address() const;
    void setAddress(const QString &address); ///< without changed()

    void showPopup() override;

Q_SIGNALS:
    void changed(); ///< by the user

private:
    void fill();
};

} // namespace sealport
