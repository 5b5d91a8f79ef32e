#pragma once

#include "tests/interop/raw_client.h"
#include "tests/interop/serve_process.h"
#include "tests/interop/tls_client.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace sealport::test {

/// A server under test that knows how many connections were made to it.
class ServeTarget {
public:
    ServeTarget(const QString &home, const QStringList &options)
        : m_process(home, options)
    {
    }

    [[nodiscard]] ServeProcess &process() { return m_process; }
    [[nodiscard]] std::unique_ptr<RawClient> connect();
    /// A TLS session that echoes and is closed properly by both sides.
    [[nodiscard]] bool servesAnHonestClient(const TlsOffer &offer = {});
    [[nodiscard]] int connectionsMade() const { return m_made; }

    /// Stops it; empty when each connection ended exactly once and the last counts add up, else what is wrong.
    [[nodiscard]] QString stopAndAudit(int signal = SIGTERM);

private:
    ServeProcess m_process;
    int m_made = 0;
};

/// Servers by their options, started when first asked for.
class ServePool {
public:
    explicit ServePool(const QString &home)
        : m_home(home)
    {
    }
    /// Null when it does not start.
    [[nodiscard]] ServeTarget *with(const QStringList &options);
    /// stopAndAudit() of all.
    [[nodiscard]] QStringList stopAndAudit();

private:
    struct Entry {
        QStringList options;
        std::unique_ptr<ServeTarget> target;
    };
    const QString m_home;
    std::vector<Entry> m_entries;
};

} // namespace sealport::test
