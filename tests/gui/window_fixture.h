#pragma once

#include "model/sockets/workspace.h"
#include "tests/support/child_process.h"
#include "ui/hint_table.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStringBuilder>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace sealport::test {

/// The offscreen platform prints this one at every window; anything else is a failure.
inline QRegularExpression realWarnings()
{
    return QRegularExpression(QStringLiteral("^(?!This plugin does not support)"));
}

/// A workspace in `folder` with its window, opened. Ends like the program: window first, then the servers.
class WindowFixture {
public:
    explicit WindowFixture(const QString &folder)
        : workspace(folder)
        , window(std::make_unique<MainWindow>(workspace))
    {
        QSignalSpy opened(&workspace, &Workspace::opened);
        window->resize(1280, 820);
        window->show();
        workspace.open();
        isOpen = opened.wait(20'000) && QTest::qWaitForWindowActive(window.get());
    }
    ~WindowFixture() { window->close(); }

    template <class T>
    [[nodiscard]] T *find(const char *name) const
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] const ServerEntry &server(std::size_t index = 0) const { return workspace.servers().at(index); }
    [[nodiscard]] bool listens() const { return server().state == ServerState::Listening; }
    [[nodiscard]] HintTable &connections() const { return *find<HintTable>("connections"); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return connections().model()->index(row, column).data().toString();
    }
    void useAnyPort() const { find<QSpinBox>("port")->setValue(0); }

    Workspace workspace;
    std::unique_ptr<MainWindow> window;
    bool isOpen = false;
};

/// `openssl s_client` against a listening server; stays connected until it goes.
class OpenSslClient {
public:
    OpenSslClient(const Endpoint &server, const QStringList &options)
        : hasStarted(process.start(
              QStringLiteral("openssl"),
              QStringList{QStringLiteral("s_client"), QStringLiteral("-connect"), server.toString()} + options))
    {
    }
    ChildProcess process;
    bool hasStarted;
};

} // namespace sealport::test
