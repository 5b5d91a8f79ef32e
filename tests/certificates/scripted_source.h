#pragma once

#include "model/certificates/certificate_source.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace sealport::test {

/// A source whose reading goes as far as the test lets it.
class ScriptedSource final : public CertificateSource {
public:
    explicit ScriptedSource(QString place, SourceKind kind = SourceKind::Opened)
        : m_kind(kind)
        , m_place(std::move(place))
    {
    }
    [[nodiscard]] SourceKind kind() const override { return m_kind; }
    [[nodiscard]] QString location() const override { return m_place; }
    /// Tells `done` of 10, then waits for release(), or for a stop, with which it has read only half.
    [[nodiscard]] FoundCertificates list(const std::stop_token &stop, const SearchProgress &progress) const override
    {
        std::unique_lock lock(m_mutex);
        ++m_readings;
        if (progress)
            progress(4, 10);
        const bool isWhole = m_wake.wait(lock, stop, [this] { return m_isReleased; });
        FoundCertificates found;
        found.problems.assign(isWhole ? 2 : 1, {.code = ErrorCode::FileNotReadable, .subject = m_place});
        return found;
    }
    void release()
    {
        const std::lock_guard lock(m_mutex);
        m_isReleased = true;
        m_wake.notify_all();
    }
    [[nodiscard]] int readings() const
    {
        const std::lock_guard lock(m_mutex);
        return m_readings;
    }

private:
    const SourceKind m_kind;
    const QString m_place;
    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_wake;
    mutable int m_readings = 0;
    bool m_isReleased = false;
};

} // namespace sealport::test
