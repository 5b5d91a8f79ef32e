#include "model/sockets/profile_files.h"

#include <QFileInfo>

#include <span>
#include <utility>

namespace sealport {

namespace {

constexpr std::size_t largestFile = 16 << 20;

} // namespace

Result<ImportedProfiles> readProfileFile(const QString &file, const QString &source)
{
    const auto content = readFile(file, largestFile);
    if (!content && content.error().code == ErrorCode::FileTooLarge) // whose sentence speaks of certificates
        return std::unexpected(Error{
            .code = ErrorCode::InvalidProfile, .subject = source, .values = {QStringLiteral("file")}, .causes = {}});
    if (!content)
        return std::unexpected(content.error());
    const auto octets = content->bytes();
    return importProfiles(
        QByteArray(reinterpret_cast<const char *>(octets.data()), static_cast<qsizetype>(octets.size())), source);
}

Result<std::optional<Trash::Item>> writeProfileFile(const QString &file, const QByteArray &content,
                                                    ExistingFile existing, const Trash &trash)
{
    std::optional<Trash::Item> before;
    if (existing == ExistingFile::Replace && QFileInfo(file).isFile()) {
        auto kept = trash.keep({file});
        if (!kept)
            return std::unexpected(kept.error()); // never an overwrite without undo
        before = std::move(*kept);
    }
    const auto written = writeFileAtomically(file, std::as_bytes(std::span(content)), FileAccess::Readable, existing);
    if (!written) {
        if (before)
            trash.discard(*before);
        return std::unexpected(written.error());
    }
    return before;
}

} // namespace sealport
