#pragma once

#include "model/sockets/preflight.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QToolButton;

namespace sealport {

/// The checks of a pre-flight, one a line: how it went, a sentence, and a button where something would help. What is
/// in order is shown when it is asked for. GUI thread.
class CheckListView final : public QWidget {
    Q_OBJECT
public:
    explicit CheckListView(QWidget *parent = nullptr);

    void showChecks(const std::vector<Check> &checks); ///< none: nothing is shown
    void setAllShown(bool shown);
    [[nodiscard]] bool areAllShown() const;
    [[nodiscard]] QSize sizeHint() const override; ///< as high as the sentences are at this width

Q_SIGNALS:
    void mendRequested(const sealport::Mend &mend);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Line {
        CheckOutcome outcome{};
        QString text{};
        std::optional<Mend> mend{};
        friend bool operator==(const Line &, const Line &) = default;
    };
    void build();
    void addLine(const Line &line);

    std::vector<Line> m_lines;
    QGridLayout *m_grid;
    QWidget *m_rows = nullptr; ///< made anew for every other list
    QToolButton *m_all;
};

} // namespace sealport
