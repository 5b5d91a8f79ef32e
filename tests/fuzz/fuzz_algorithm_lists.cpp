// Any text may be typed or pasted where a list of algorithms is expected. What OpenSSL refuses must have an error,
// every finding must lie inside the text and be fit to be shown, and what is suggested must itself be known. The first
// octet of an input chooses what the list is checked against.
#include "model/text/algorithm_list_text.h"
#include "model/tls/scratch_context.h"
#include "tests/fuzz/fuzz_require.h"

#include <openssl/err.h>

#include <algorithm>
#include <cstdint>

using namespace sealport;
using namespace sealport::fuzz;

namespace {

bool isTaken(AlgorithmList list, const QString &text)
{
    const SslContextPtr context = scratchContext();
    const QByteArray octets = text.toUtf8();
    bool taken = !octets.contains('\0'); // OpenSSL would see but the text up to a zero
    if (list == AlgorithmList::Ciphers)
        taken = taken && SSL_CTX_set_cipher_list(context.get(), octets.constData()) == 1;
    else if (list == AlgorithmList::CipherSuites)
        taken = taken && SSL_CTX_set_ciphersuites(context.get(), octets.constData()) == 1;
    else if (list == AlgorithmList::Groups)
        taken = taken && SSL_CTX_set1_groups_list(context.get(), octets.constData()) == 1;
    else
        taken = taken && SSL_CTX_set1_sigalgs_list(context.get(), octets.constData()) == 1;
    ERR_clear_error();
    return taken;
}

bool has(const std::vector<ListFinding> &findings, ListFinding::Kind kind)
{
    return std::ranges::find(findings, kind, &ListFinding::kind) != findings.end();
}

void inspect(const std::vector<ListFinding> &findings, AlgorithmList list, const QString &text)
{
    require(findings.size() <= 100 && ERR_peek_error() == 0);
    for (const ListFinding &finding : findings) {
        require(finding.list == list && finding.position >= 0 && finding.length >= 0
                && finding.position + finding.length <= text.size());
        requireShowable(finding.element);
        requireShowable(finding.suggestion);
        const QString sentence = describe(finding);
        require(!sentence.isEmpty() && sentence.size() < 1000);
        requireShowable(sentence);
    }
    if (!text.isEmpty() && !hasError(findings))
        require(isTaken(list, text));
    require(!has(findings, ListFinding::Kind::RefusedByOpenSsl)); // every reason is known
}

/// Correcting a slip must not end in another unknown name.
void followSuggestions(const std::vector<ListFinding> &findings)
{
    for (const ListFinding &finding : findings) {
        if (finding.suggestion.isEmpty() || finding.kind == ListFinding::Kind::WrongSeparator)
            continue;
        if (finding.list == AlgorithmList::Ciphers || finding.kind == ListFinding::Kind::OlderSuite) {
            require(!has(checkCiphers(finding.suggestion), ListFinding::Kind::UnknownName)
                    || finding.kind == ListFinding::Kind::NothingLeft);
        } else if (finding.list == AlgorithmList::Groups) {
            require(groupNumbersOf(finding.suggestion).size() == 1);
        } else if (finding.list == AlgorithmList::SignatureAlgorithms) {
            require(signatureNumbersOf(finding.suggestion).size() == 1);
        }
    }
}

void check(const QString &text, const ListUse &use)
{
    const auto ciphers = checkCiphers(text, use);
    const auto suites = checkCipherSuites(text, use);
    const auto groups = checkGroups(text, use);
    const auto signatures = checkSignatureAlgorithms(text, use);
    inspect(ciphers, AlgorithmList::Ciphers, text);
    inspect(suites, AlgorithmList::CipherSuites, text);
    inspect(groups, AlgorithmList::Groups, text);
    inspect(signatures, AlgorithmList::SignatureAlgorithms, text);
    for (const auto *findings : {&ciphers, &suites, &groups, &signatures})
        followSuggestions(*findings);
    const auto level = securityLevelIn(text);
    require(!level || (*level >= 0 && *level <= 5));
    require(groupNumbersOf(text, use.securityLevel).size() <= groupNumbersOf(text).size());
    require(signatureNumbersOf(text, use.securityLevel).size() <= signatureNumbersOf(text).size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    ListUse use{.protocols = {}, .securityLevel = (data[0] >> 4) % 6};
    constexpr Protocol versions[] = {Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3};
    for (unsigned i = 0; i < 4; ++i)
        if ((data[0] >> i & 1U) != 0)
            use.protocols.insert(versions[i]);
    check(QString::fromUtf8(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1), use);
    return 0;
}
