#pragma once

#include "tests/gui/window_fixture.h"

#include <openssl/err.h>

namespace sealport::test {

/// A window of its own for each row of a test, in an empty folder. A warning, or an OpenSSL error that is left behind,
/// is a failure.
class FreshWindow {
public:
    void open() ///< in init()
    {
        QTest::failOnWarning(realWarnings());
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        openAgain();
    }
    void close() ///< in cleanup()
    {
        m_run.reset();
        QCOMPARE(ERR_peek_error(), 0UL);
    }
    /// With what it has stored, as if the program was ended and begun again.
    void openAgain()
    {
        m_run.reset();
        m_run = std::make_unique<WindowFixture>(m_folder->path());
        QVERIFY(m_run->isOpen);
    }
    WindowFixture *operator->() const { return m_run.get(); }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_run;
};

} // namespace sealport::test
