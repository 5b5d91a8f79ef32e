#include "model/certificates/chain.h"

#include "model/certificates/openssl_error.h"

#include <algorithm>

namespace sealport {

namespace {

constexpr std::size_t longestChain = 10; // as many as common TLS libraries verify by default

} // namespace

bool hasIssued(const Certificate &issuer, const Certificate &certificate)
{
    const IgnoreOpenSslErrors ignore; // a signature that does not fit is an answer
    EVP_PKEY *key = X509_get0_pubkey(issuer.handle());
    return key && X509_check_issued(issuer.handle(), certificate.handle()) == X509_V_OK
           && X509_verify(certificate.handle(), key) == 1;
}

bool leavesRoomForAuthority(const std::vector<Certificate> &path)
{
    long below = 1;
    for (const Certificate &authority : path) {
        const long most = X509_get_pathlen(authority.handle()); // -1: it names none
        if (most >= 0 && most < below)
            return false;
        if (!authority.isSelfIssued())
            ++below;
    }
    return true;
}

std::vector<Certificate> authoritiesAbove(const Certificate &certificate, const std::vector<Certificate> &pool)
{
    std::vector<Certificate> chain;
    Certificate last = certificate;
    while (!last.isSelfIssued() && chain.size() < longestChain) {
        const Certificate *next = nullptr;
        for (const Certificate &candidate : pool) {
            const bool isUsed = candidate == certificate || std::ranges::find(chain, candidate) != chain.end();
            if (!isUsed && (!next || candidate.notAfter() > next->notAfter()) && hasIssued(candidate, last))
                next = &candidate;
        }
        if (!next)
            break;
        chain.push_back(*next);
        last = *next;
    }
    return chain;
}

std::vector<Certificate> issuersOf(const Certificate &certificate, const std::vector<Certificate> &pool)
{
    std::vector<Certificate> chain = authoritiesAbove(certificate, pool);
    if (!chain.empty() && chain.back().isSelfIssued())
        chain.pop_back();
    return chain;
}

} // namespace sealport
