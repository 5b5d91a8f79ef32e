// The octets of a file that a stranger made. Whatever they are: no harm, nothing in OpenSSL's error queue for the next
// one to trip over, and all that would be shown is fit to be shown. The first octet of an input chooses the pass
// phrase.

#include "model/certificates/content_reader.h"
#include "tests/fuzz/fuzz_require.h"

#include <openssl/err.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace sealport;
using namespace sealport::fuzz;

namespace {

/// A derivation of a key takes a thousand times as long as everything else, so that only one size of input in eight gets
/// more rounds than OpenSSL's usual 2048: as many as the seeds ask for, a few hundredths of a second.
std::uint64_t mostRounds(std::size_t size)
{
    return size % 8 == 0 ? 30'000 : 2'048;
}

void look(const Certificate &certificate)
{
    for (const QString &text : {certificate.subject(), certificate.issuer(), certificate.name(), certificate.serial(),
                                certificate.keyType(), certificate.signatureAlgorithm()})
        requireShowable(text);
    requireShowable(certificate.subjectAltNames());
    require(certificate.handle() != nullptr && !certificate.der().isEmpty());
    require(certificate.publicKeySha256().size() == 32 && certificate.keyIdentifier().size() == 20);
}

void look(const CertificateRequest &request)
{
    for (const QString &text : {request.subject(), request.name(), request.keyType(), request.signatureAlgorithm()})
        requireShowable(text);
    requireShowable(request.subjectAltNames());
    require(request.pem().startsWith("-----BEGIN CERTIFICATE REQUEST-----\n"));
}

void look(const RevocationList &list)
{
    for (const QString &text : {list.issuer(), list.number(), list.signatureAlgorithm()})
        requireShowable(text);
    const std::vector<RevokedCertificate> entries = list.entries(0, 100);
    require(entries.size() == std::min<std::size_t>(list.count(), 100));
    for (const RevokedCertificate &entry : entries) {
        requireShowable(entry.serial);
        requireShowable(entry.reason);
    }
}

void check(std::span<const std::byte> bytes, const SecretBytes *passphrase)
{
    const FileReading reading = readCertificateBytes(bytes, passphrase, mostRounds(bytes.size()));
    require(!reading.contents.isEmpty() || !reading.problems.empty());
    for (const Certificate &certificate : reading.contents.certificates) {
        look(certificate);
        for (const PrivateKey &key : reading.contents.keys)
            static_cast<void>(key.matches(certificate));
    }
    for (const CertificateRequest &request : reading.contents.requests)
        look(request);
    for (const RevocationList &list : reading.contents.revocationLists)
        look(list);
    for (const Error &problem : reading.problems)
        require(problem.code != ErrorCode::Internal && problem.subject.isEmpty());
    require(ERR_peek_error() == 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace std::string_view_literals;
    static constexpr std::array passphrases{""sv, "secret"sv, "secret1"sv, "p\xC3\xA2te"sv};
    if (size < 2)
        return 0;
    const std::span<const std::byte> bytes = std::as_bytes(std::span(data, size)).subspan(1);
    const std::size_t choice = data[0] % (passphrases.size() + 1);
    if (choice == passphrases.size()) {
        check(bytes, nullptr);
        return 0;
    }
    const SecretBytes passphrase(std::as_bytes(std::span(passphrases[choice])));
    check(bytes, &passphrase);
    return 0;
}
