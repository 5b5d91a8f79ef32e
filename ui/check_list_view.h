#pragma once

#include "model/sockets/preflight.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QToolButton;

namespace sealport {

/// What was found about a server, one a line: how bad it is, a sentence, and a button where something would help.
/// Errors come first, then warnings; what is in order is shown below them, when it is asked for. GUI thread.
class CheckListView final : public QWidget {
    Q_OBJECT
public:
    explicit CheckListView(QWidget *parent = nullptr);

    void showChecks(const std::vector<Check> &checks); ///< none: nothing is shown
    void setAllShown(bool shown);
    [[nodiscard]] bool areAllShown() const;
    [[nodiscard]] QSize sizeHint() const override; ///< as high as the sentences are at this width

Q_SIGNALS:
    void renewed(); ///< it says something else than before
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
    void replace(QWidget *&rows, bool isInOrder);
    void addLine(QGridLayout &grid, const Line &line);

    std::vector<Line> m_lines;
    QWidget *m_faults = nullptr;  ///< made anew for every other list
    QWidget *m_inOrder = nullptr; ///< the same
    QToolButton *m_all;
};

} // namespace sealport
