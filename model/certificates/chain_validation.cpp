#include "model/certificates/chain_validation.h"

#include "model/certificates/chain_fault.h"
#include "model/certificates/ip_address.h"
#include "model/certificates/list_precedence.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/revocation.h"

#include <QUrl>

#include <algorithm>

namespace sealport {

namespace {

using StorePtr = Handle<X509_STORE, X509_STORE_free>;
using ContextPtr = Handle<X509_STORE_CTX, X509_STORE_CTX_free>;
void freeStack(STACK_OF(X509) * stack)
{
    sk_X509_free(stack);
}
using StackPtr = Handle<STACK_OF(X509), freeStack>;

/// What OpenSSL complained about, and how far above the leaf.
struct Complaint {
    int code = X509_V_OK;
    int depth = 0;
};

/// OpenSSL stops at the first complaint unless it is told to go on.
int collect(int isFine, X509_STORE_CTX *context)
{
    auto *complaints =
        static_cast<std::vector<Complaint> *>(X509_STORE_CTX_get_ex_data(context, 0)); // slot 0 is the application's
    if (isFine == 0)
        complaints->push_back({X509_STORE_CTX_get_error(context), X509_STORE_CTX_get_error_depth(context)});
    return 1;
}

int purposeOf(ChainPurpose purpose)
{
    switch (purpose) {
    case ChainPurpose::TlsServer:
        return X509_PURPOSE_SSL_SERVER;
    case ChainPurpose::TlsClient:
        return X509_PURPOSE_SSL_CLIENT;
    case ChainPurpose::Authority:
    case ChainPurpose::Any:
        return X509_PURPOSE_ANY;
    }
    Q_UNREACHABLE();
}

struct SignedList {
    RevocationList list;
    QByteArray signer{}; ///< SHA-256 of the public key; empty: nobody known
};

QByteArray signerOf(const RevocationList &list, const ChainQuestion &question)
{
    for (const std::vector<Certificate> *authorities : {&question.trusted, &question.intermediates})
        for (const Certificate &authority : *authorities)
            if (isMadeBy(list, authority))
                return authority.publicKeySha256();
    return {};
}

std::vector<SignedList> listsOf(const ChainQuestion &question)
{
    std::vector<SignedList> lists;
    for (const QByteArray &der : question.revocationLists) {
        if (const auto list = RevocationList::fromDer(std::as_bytes(std::span(der))))
            lists.push_back({.list = *list});
    }
    for (SignedList &one : lists) { // a signature takes time, and a list without a rival needs none
        const auto isRival = [&one](const SignedList &other) { return other.list.issuer() == one.list.issuer(); };
        if (std::ranges::count_if(lists, isRival) > 1)
            one.signer = signerOf(one.list, question);
    }
    return lists;
}

/// Whether `newer`, about the same as `older` and by the same authority, is to be believed in its place. OpenSSL would
/// rather take an older list that still runs than a newer one whose time is over, and forget what that one revoked.
bool replaces(const SignedList &newer, const SignedList &older, const QDateTime &time)
{
    return !newer.signer.isEmpty() && newer.signer == older.signer && newer.list.thisUpdate() != older.list.thisUpdate()
           && newer.list.issuer() == older.list.issuer() && speaksForItself(newer.list) && speaksForItself(older.list)
           && scopeOf(newer.list) == scopeOf(older.list) && isPreferred(newer.list, older.list, time);
}

StorePtr storeOf(const ChainQuestion &question)
{
    StorePtr store(X509_STORE_new());
    for (const Certificate &certificate : question.trusted)
        X509_STORE_add_cert(store.get(), certificate.handle());
    const std::vector<SignedList> lists = listsOf(question);
    const QDateTime time = question.time.isValid() ? question.time : QDate(9999, 12, 31).endOfDay(Qt::UTC);
    for (const SignedList &one : lists)
        if (std::ranges::none_of(lists, [&](const SignedList &other) { return replaces(other, one, time); }))
            X509_STORE_add_crl(store.get(), one.list.handle());
    return store;
}

/// In the form in which certificates hold host names (RFC 5280 section 7.2). What is none matches nothing: OpenSSL
/// would take a leading dot for any subdomain, and an empty name for no question at all.
QByteArray comparableHost(const QString &host)
{
    const QString whole = host.endsWith(u'.') ? host.chopped(1) : host;
    const QByteArray ascii = QUrl::toAce(whole);
    const bool isName = !ascii.isEmpty() && !ascii.startsWith('.') && !ascii.contains('*') && !ascii.contains('\0');
    return isName ? ascii : QByteArrayLiteral("host.invalid");
}

void ask(X509_VERIFY_PARAM &parameters, const ChainQuestion &question)
{
    unsigned long flags = X509_V_FLAG_TRUSTED_FIRST | X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_CHECK_SS_SIGNATURE;
    if (!question.time.isValid())
        flags |= X509_V_FLAG_NO_CHECK_TIME;
    else
        X509_VERIFY_PARAM_set_time(&parameters, static_cast<time_t>(question.time.toSecsSinceEpoch()));
    if (!question.revocationLists.empty())
        flags |= X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL;
    X509_VERIFY_PARAM_set_flags(&parameters, flags);
    X509_VERIFY_PARAM_set_purpose(&parameters, purposeOf(question.purpose));
    X509_VERIFY_PARAM_set_auth_level(&parameters, question.securityLevel);
    if (question.host.isEmpty())
        return;
    if (const auto octets = ipOctets(question.host)) {
        X509_VERIFY_PARAM_set1_ip(&parameters, reinterpret_cast<const unsigned char *>(octets->constData()),
                                  static_cast<std::size_t>(octets->size()));
        return;
    }
    // As browsers compare: no common name, and a wildcard for one whole label (RFC 6125 section 6.4).
    X509_VERIFY_PARAM_set_hostflags(&parameters,
                                    X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    const QByteArray host = comparableHost(question.host);
    X509_VERIFY_PARAM_set1_host(&parameters, host.constData(), static_cast<std::size_t>(host.size()));
}

bool isTrusted(const Certificate &certificate, const ChainQuestion &question)
{
    return std::ranges::find(question.trusted, certificate) != question.trusted.end();
}

/// Nearest first, as OpenSSL numbers them; the leaf alone where it gave up before it had a chain.
std::vector<ChainLink> chainOf(X509_STORE_CTX &context, const Certificate &leaf, const ChainQuestion &question)
{
    std::vector<ChainLink> links{{.certificate = leaf, .isTrusted = isTrusted(leaf, question)}};
    const STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(&context);
    for (int i = 1; chain && i < sk_X509_num(chain); ++i) {
        const Certificate certificate = Certificate::fromX509(share(*sk_X509_value(chain, i)));
        links.push_back({.certificate = certificate, .isTrusted = isTrusted(certificate, question)});
    }
    return links;
}

void add(ChainLink &link, ChainFinding finding)
{
    const bool isKnown = std::ranges::any_of(
        link.findings, [&finding](const ChainFinding &known) { return known.fault == finding.fault; });
    if (!isKnown)
        link.findings.push_back(std::move(finding));
}

} // namespace

bool isWorse(ChainFault a, ChainFault b)
{
    const auto rank = [](ChainFault fault) {
        switch (fault) {
        case ChainFault::Revoked: // what a list that is too old says, it says all the same
            return 0;
        case ChainFault::Expired:
        case ChainFault::NotYetValid:
            return 1;
        case ChainFault::RevocationListUnusable:
            return 3;
        default:
            return 2;
        }
    };
    return rank(a) < rank(b);
}

bool ChainValidation::isValid() const
{
    return std::ranges::all_of(path, [](const ChainLink &link) { return link.findings.empty(); });
}

ChainValidation validateChain(const Certificate &leaf, const ChainQuestion &question)
{
    const IgnoreOpenSslErrors ignore; // its complaints are the answer
    const StorePtr store = storeOf(question);
    const StackPtr untrusted(sk_X509_new_null());
    for (const Certificate &certificate : question.intermediates)
        sk_X509_push(untrusted.get(), certificate.handle());

    std::vector<Complaint> complaints;
    const ContextPtr context(X509_STORE_CTX_new());
    bool hasRun = X509_STORE_CTX_init(context.get(), store.get(), leaf.handle(), untrusted.get()) == 1
                  && X509_STORE_CTX_set_ex_data(context.get(), 0, &complaints) == 1;
    if (hasRun) {
        X509_STORE_CTX_set_verify_cb(context.get(), collect);
        ask(*X509_STORE_CTX_get0_param(context.get()), question);
        hasRun = X509_verify_cert(context.get()) > 0;
    }
    if (!hasRun)
        complaints.push_back({X509_STORE_CTX_get_error(context.get()), 0});

    std::vector<ChainLink> links = chainOf(*context, leaf, question);
    for (const Complaint &complaint : complaints) {
        const auto at =
            std::clamp<std::size_t>(static_cast<std::size_t>(std::max(0, complaint.depth)), 0, links.size() - 1);
        if (auto finding = chainFinding(complaint.code, links[at].certificate, at == 0, question))
            add(links[at], std::move(*finding));
    }
    for (ChainLink &link : links) // OpenSSL does not mind those of a trusted certificate
        if ((X509_get_extension_flags(link.certificate.handle()) & EXFLAG_INVALID) != 0)
            add(link, {.fault = ChainFault::InvalidExtension});
    if (question.purpose == ChainPurpose::Authority && !leaf.isCa())
        add(links.front(), {.fault = ChainFault::NotAnAuthority});
    for (ChainLink &link : links)
        std::ranges::stable_sort(link.findings, isWorse, &ChainFinding::fault);
    std::ranges::reverse(links);
    return {.path = std::move(links)};
}

} // namespace sealport
