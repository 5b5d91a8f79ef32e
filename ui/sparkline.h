#pragma once

#include <QWidget>

#include <array>
#include <cstddef>

namespace sealport {

/// The last minute of a number, one value a second, as a small curve. GUI thread.
class Sparkline final : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t samples = 60;

    explicit Sparkline(QWidget *parent = nullptr);

    void append(double value);         ///< the oldest one drops out
    [[nodiscard]] bool isFlat() const; ///< nothing but zeros
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<double, samples> m_values{};
};

} // namespace sealport
