#include "model/tls/capture.h"

#include "model/tls/capture_place.h"
#include "model/tls/capture_writer.h"

namespace sealport {

Result<void> Capture::open(CaptureWriter &writer, const Capture *before)
{
    auto file = writer.fileAt(m_path, m_limit, before ? before->m_file.get() : nullptr);
    if (!file)
        return std::unexpected(file.error());
    m_file = std::move(*file);
    return {};
}

Result<void> Capture::mayOpen(CaptureWriter *writer) const
{
    if (writer)
        return writer->mayOpen(m_path);
    const auto place = lookAtCapturePlace(m_path);
    if (!place)
        return std::unexpected(place.error());
    return *place ? mayReplace(m_path, **place, false) : Result<void>();
}

void Capture::add(CapturedSegment segment)
{
    if (m_file)
        m_file->add({.segment = std::move(segment)});
}

void Capture::addSecrets(const char *line)
{
    if (m_file)
        m_file->add({.segment = {}, .secrets = QByteArray(line) + '\n'});
}

Capture::Facts Capture::facts() const
{
    return m_file ? m_file->facts() : Facts{};
}

void Capture::settle(const std::stop_token &stop) const
{
    if (m_file)
        m_file->settle(stop);
}

} // namespace sealport
