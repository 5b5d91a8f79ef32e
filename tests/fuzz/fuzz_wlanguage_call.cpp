// Any text may be pasted as a call of SocketCréeSSL, and any file imported. Whatever is read from it must come back
// from what is written, in both languages, and everything that is said about it must be fit to be shown.

#include "model/certificates/thumbprint.h"
#include "model/sockets/profile_exchange.h"
#include "model/sockets/wlanguage_names.h"
#include "model/text/error_text.h"
#include "model/text/wlanguage_text.h"
#include "tests/fuzz/fuzz_require.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace sealport;
using namespace sealport::fuzz;

namespace {

/// As it is written: without a PIN, a thumbprint as certmgr.msc shows it.
ServerProfile asWritten(const ServerProfile &profile)
{
    const auto stored = profileFromJson(toJson(profile));
    require(stored.has_value());
    ServerProfile written = *stored;
    wlanguage::Identifier identifier = wlanguage::identifierOf(written);
    const auto thumbprint = parseThumbprint(identifier.text);
    if (identifier.by == IdentifyBy::Thumbprint && thumbprint)
        identifier.text = formatThumbprint(thumbprint->octets, ThumbprintFormat::Windows);
    wlanguage::setIdentifier(written, identifier);
    written.ofLaterVersions = {};
    return written;
}

void checkRoundTrip(const ServerProfile &profile)
{
    require(!profile.name.trimmed().isEmpty());
    const ServerProfile written = asWritten(profile);
    for (const auto dialect : {WLanguageDialect::French, WLanguageDialect::English}) {
        const WLanguageReading again = readWLanguageCall(wLanguageCall(profile, dialect));
        require(again.profiles.size() == 1 && again.profiles.front() == written);
    }
    const ImportedProfiles imported = importProfiles(profileAsJson(profile), QStringLiteral("file"));
    require(imported.problems.empty() && imported.profiles.size() == 1);
    require(asWritten(imported.profiles.front()) == written);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const WLanguageReading reading = readWLanguageCall(QString::fromUtf8(octets));
    require(!reading.profiles.empty() || !reading.notes.empty());
    requireShowable(noteTexts(reading.notes));
    for (std::size_t i = 0; i < std::min<std::size_t>(reading.profiles.size(), 5); ++i)
        checkRoundTrip(reading.profiles[i]);

    const ImportedProfiles imported = importProfiles(octets, QStringLiteral("file"));
    require(!imported.profiles.empty() || !imported.problems.empty());
    for (const Error &problem : imported.problems)
        requireShowable(describe(problem));
    for (std::size_t i = 0; i < std::min<std::size_t>(imported.profiles.size(), 5); ++i)
        static_cast<void>(wLanguageCall(imported.profiles[i], WLanguageDialect::French));
    return 0;
}
