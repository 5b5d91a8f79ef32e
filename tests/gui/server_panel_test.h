#pragma once

#include "tests/gui/fresh_window.h"

#include <QLabel>
#include <QMap>

namespace sealport::test {

/// What tests of the servers' panel read and press in it.
class ServerPanelTest : public QObject {
protected:
    [[nodiscard]] QString message() const
    {
        const auto texts = m_run->window->findChildren<QLabel *>(QStringLiteral("messageText"));
        QStringList visible;
        for (const QLabel *label : texts) {
            if (label->isVisible())
                visible.append(label->text());
        }
        return visible.join(QLatin1Char('\n'));
    }
    /// What was found, top down: what is wrong comes first.
    [[nodiscard]] QStringList findings() const
    {
        QMultiMap<int, QString> byPlace;
        for (const QLabel *label : m_run->window->findChildren<QLabel *>(QStringLiteral("check")))
            if (label->isVisible())
                byPlace.insert(label->mapTo(label->window(), QPoint()).y(), label->text());
        return byPlace.values();
    }
    [[nodiscard]] QPushButton *mend(const QString &beginning) const
    {
        for (QPushButton *button : m_run->window->findChildren<QPushButton *>(QStringLiteral("mend")))
            if (button->isVisible() && button->text().startsWith(beginning))
                return button;
        return nullptr;
    }
    /// Apply now or Restart, where one of them is offered.
    [[nodiscard]] QPushButton *apply() const
    {
        auto *button = m_run->find<QPushButton>("apply");
        return button->isVisible() ? button : nullptr;
    }
    [[nodiscard]] QString line() const { return m_run->find<QLabel>("preflight")->text(); }
    void start() const
    {
        m_run->useAnyPort();
        QTest::mouseClick(m_run->find<QPushButton>("start"), Qt::LeftButton);
        QTRY_VERIFY(m_run->listens());
    }
    [[nodiscard]] QPushButton *messageButton() const
    {
        const auto buttons = m_run->window->findChildren<QPushButton *>(QStringLiteral("messageAction"));
        for (QPushButton *button : buttons) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    }

    FreshWindow m_run;
};

} // namespace sealport::test
