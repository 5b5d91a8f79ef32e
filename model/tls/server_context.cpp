#include "model/tls/server_context.h"

#include "model/certificates/openssl_error.h"
#include "model/tls/capture.h"
#include "model/tls/certificate_selection.h"
#include "model/tls/context_settings.h"

#include <openssl/err.h>
#include <openssl/sslerr.h>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

Error contextError(ErrorCode code, const QString &subject, const QStringList &values = {})
{
    Error error = takeOpenSslError(code, subject);
    error.values = values;
    return error;
}

Error tooWeak(SSL_CTX &context, const Certificate &certificate)
{
    return contextError(ErrorCode::KeyTooWeak, certificate.name(),
                        {certificate.keyType(), QString::number(certificate.keyBits()),
                         QString::number(SSL_CTX_get_security_level(&context))});
}

Result<void> useIdentity(SSL_CTX &context, const Identity &identity)
{
    const Certificate &certificate = identity.certificate;
    if (identity.key.isNull())
        return std::unexpected(contextError(ErrorCode::NoPrivateKey, certificate.name()));
    if (!identity.key.matches(certificate))
        return std::unexpected(contextError(ErrorCode::KeyMismatch, certificate.name()));
    if (SSL_CTX_use_certificate(&context, certificate.handle()) != 1) {
        const int reason = ERR_GET_REASON(ERR_peek_last_error());
        const bool weak =
            reason == SSL_R_EE_KEY_TOO_SMALL || reason == SSL_R_CA_KEY_TOO_SMALL || reason == SSL_R_CA_MD_TOO_WEAK;
        return std::unexpected(weak ? tooWeak(context, certificate)
                                    : contextError(ErrorCode::MalformedCertificate, certificate.name()));
    }
    if (SSL_CTX_use_PrivateKey(&context, identity.key.handle()) != 1 || SSL_CTX_check_private_key(&context) != 1)
        return std::unexpected(contextError(ErrorCode::KeyMismatch, certificate.name()));
    for (const Certificate &issuer : identity.chain)
        if (SSL_CTX_add1_chain_cert(&context, issuer.handle()) != 1)
            return std::unexpected(tooWeak(context, issuer));
    return {};
}

/// OpenSSL has one place for each (ssl_local.h, SSL_PKEY_NUM): all curves share theirs.
Result<void> mustDiffer(const std::vector<Identity> &identities)
{
    for (auto one = identities.begin(); one != identities.end(); ++one) {
        const auto isSame = [one](const Identity &other) {
            return other.certificate.keyType() == one->certificate.keyType();
        };
        if (const auto twin = std::find_if(identities.begin(), one, isSame); twin != one)
            return std::unexpected(Error{.code = ErrorCode::SameKeyType,
                                         .subject = one->certificate.name(),
                                         .values = {one->certificate.keyType(), twin->certificate.name()},
                                         .causes = {}});
    }
    return {};
}

/// What the user chose that keeps a key from all of these protocols; nothing where it is the key itself.
std::optional<Error> choiceToBlame(const TlsPolicy &policy, const ServerOffer &offer)
{
    const std::vector<Protocol> protocols = policy.protocols.toVector();
    const auto isOld = [](Protocol version) { return version < Protocol::Tls1_2; };
    if (offer.shutOutByLevel() == policy.protocols)
        return Error{.code = ErrorCode::BadCipherString,
                     .subject = QString::number(offer.securityLevel),
                     .values = QStringList{QStringLiteral("securityLevel")} + protocolLabels(policy.protocols),
                     .causes = {}};
    const QString &list = policy.algorithms.signatureAlgorithms;
    if (!list.trimmed().isEmpty() && offer.signatureAlgorithms.empty() && std::ranges::none_of(protocols, isOld))
        return Error{.code = ErrorCode::BadCipherString,
                     .subject = list,
                     .values = {QStringLiteral("signaturesOfKey"), offer.keyName()},
                     .causes = {}};
    return std::nullopt;
}

/// Of several certificates, it is enough that one of them serves.
Result<void> mustReachSomebody(const TlsPolicy &policy, const Certificate &certificate,
                               const std::vector<ServerOffer> &offers)
{
    const auto reachesNobody = [&policy](const ServerOffer &offer) { return offer.unreachable == policy.protocols; };
    if (!std::ranges::all_of(offers, reachesNobody))
        return {};
    const ServerOffer &offer = offers.front();
    const auto isForbidden = [&offer](Protocol version) { return offer.usageForbids(version); };
    const bool isUsageToBlame = std::ranges::all_of(policy.protocols.toVector(), isForbidden);
    if (const std::optional<Error> choice = choiceToBlame(policy, offer); choice && !isUsageToBlame)
        return std::unexpected(*choice);
    return std::unexpected(
        Error{.code = isUsageToBlame ? ErrorCode::KeyUsageForbidsSigning : ErrorCode::CertificateUnusable,
              .subject = certificate.name(),
              .values = QStringList{offer.keyName()} + protocolLabels(policy.protocols),
              .causes = {}});
}

void tellKeys(const SSL *connection, const char *line)
{
    const auto *policy = static_cast<const TlsPolicy *>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(connection)));
    if (policy->keyLog)
        policy->keyLog->add(line);
    if (policy->secretsInto)
        policy->secretsInto->addSecrets(line);
}

/// RFC 7301 section 3.1. Names of more than 255 octets have been refused by then.
QByteArray onTheWire(const QStringList &protocols)
{
    QByteArray octets;
    for (const QString &protocol : protocols) {
        const QByteArray name = protocol.toUtf8();
        octets += static_cast<char>(name.size());
        octets += name;
    }
    return octets;
}

} // namespace

Result<ServerContext::Choice> ServerContext::choiceOf(const TlsPolicy &policy, const std::vector<Identity> &identities)
{
    if (identities.empty())
        return std::unexpected(Error{.code = ErrorCode::NoCertificate, .subject = {}, .values = {}, .causes = {}});
    if (const auto differ = mustDiffer(identities); !differ)
        return std::unexpected(differ.error());
    Choice choice{.context = SslContextPtr(SSL_CTX_new(TLS_server_method())),
                  .meant = {},
                  .certificates = {},
                  .responses = {},
                  .offers = {}};
    if (!choice.context)
        return std::unexpected(contextError(ErrorCode::Internal, QStringLiteral("SSL_CTX_new")));
    SSL_CTX &context = *choice.context;
    if (const auto applied = applyPolicy(context, policy); !applied)
        return std::unexpected(applied.error());
    // Without it OpenSSL would search a trust store for the rest of the chain.
    SSL_CTX_set_mode(&context, SSL_MODE_NO_AUTO_CHAIN);
    for (const Identity &identity : identities) {
        if (const auto used = useIdentity(context, identity); !used)
            return std::unexpected(used.error());
        choice.certificates.push_back(identity.certificate);
        choice.responses.push_back(identity.ocspResponse);
    }
    choice.offers = offersOf(context, policy, choice.certificates);
    if (const auto reached = mustReachSomebody(policy, choice.certificates.front(), choice.offers); !reached)
        return std::unexpected(reached.error());
    if (const auto applied = applyClientRule(context, policy.clientCertificates); !applied)
        return std::unexpected(applied.error());
    return choice;
}

Result<std::shared_ptr<const ServerContext>> ServerContext::make(const TlsPolicy &policy,
                                                                 const ServerIdentities &identities)
{
    const std::shared_ptr<ServerContext> made(new ServerContext);
    made->m_policy = policy;
    made->m_alpn = onTheWire(policy.alpn);
    made->m_refusesOtherNames = identities.refusesOtherNames;
    auto usual = choiceOf(made->m_policy, identities.usual);
    if (!usual)
        return std::unexpected(usual.error());
    made->m_choices.push_back(std::move(*usual));
    for (const NamedIdentities &named : identities.named) {
        auto choice = choiceOf(made->m_policy, named.identities);
        if (!choice)
            return std::unexpected(choice.error());
        choice->meant = {.names = named.names,
                         .identities = {{.certificate = choice->certificates.front(), .key = {}, .chain = {}}}};
        made->m_choices.push_back(std::move(*choice));
    }
    const QStringList names = made->serverNames();
    for (Choice &choice : made->m_choices) {
        for (ServerOffer &offer : choice.offers) {
            offer.serverNames = names;
            offer.takesTls13WithAnyKey = made->looksAtNames() || policy.sharedSecrets;
        }
    }
    // A client may come back to any of them with its session, whichever it began with.
    const QByteArray session = made->certificate().sha256().left(SSL_MAX_SID_CTX_LENGTH);
    for (const Choice &choice : made->m_choices) {
        SSL_CTX_set_session_id_context(choice.context.get(),
                                       reinterpret_cast<const unsigned char *>(session.constData()),
                                       static_cast<unsigned int>(session.size()));
        if (!made->m_alpn.isEmpty())
            SSL_CTX_set_alpn_select_cb(choice.context.get(), chooseProtocol, made.get());
        if (made->m_policy.keyLog
            || made->m_policy.secretsInto) // not before: nobody wants the keys of the handshakes that were tried out
            SSL_CTX_set_keylog_callback(choice.context.get(), tellKeys);
        SSL_CTX_callback_ctrl(choice.context.get(), SSL_CTRL_SET_TLSEXT_STATUS_REQ_CB,
                              reinterpret_cast<void (*)()>(staple));
        SSL_CTX_set_tlsext_status_arg(choice.context.get(), made.get());
    }
    if (made->looksAtNames()) { // not else: OpenSSL takes it for a promise that some certificate is fit for TLS 1.3
        SSL_CTX *first = made->m_choices.front().context.get();
        SSL_CTX_callback_ctrl(first, SSL_CTRL_SET_TLSEXT_SERVERNAME_CB, reinterpret_cast<void (*)()>(chooseByName));
        SSL_CTX_set_tlsext_servername_arg(first, made.get());
    }
    ERR_clear_error();
    return made;
}

Result<std::shared_ptr<const ServerContext>> ServerContext::make(const TlsPolicy &policy, const Identity &identity)
{
    return make(policy, ServerIdentities{.usual = {identity}});
}

const ServerContext::Choice *ServerContext::choiceFor(const QByteArray &serverName) const
{
    const Choice &usual = m_choices.front();
    if (serverName.isEmpty())
        return &usual;
    for (const NameMatch match : {NameMatch::Exact, NameMatch::Pattern}) {
        for (auto choice = m_choices.begin() + 1; choice != m_choices.end(); ++choice)
            if (isFor(choice->meant, serverName, match))
                return &*choice;
    }
    const auto isForIt = [&serverName](const Certificate &certificate) {
        return isFor(certificate, serverName, NameMatch::Pattern);
    };
    return m_refusesOtherNames && std::ranges::none_of(usual.certificates, isForIt) ? nullptr : &usual;
}

QStringList ServerContext::serverNames() const
{
    QStringList all;
    for (const Choice &choice : m_choices) {
        all += choice.meant.names;
        for (const Certificate &certificate : choice.certificates)
            for (const QString &name : certificate.subjectAltNames())
                if (name.startsWith(u"DNS:") && choice.meant.names.isEmpty())
                    all += name.mid(4);
    }
    all.removeDuplicates();
    return all;
}

const std::vector<ServerOffer> &ServerContext::offersFor(const QByteArray &serverName) const
{
    const Choice *choice = choiceFor(serverName);
    return choice ? choice->offers : m_choices.front().offers;
}

int ServerContext::chooseByName(SSL *connection, int *alert, void *self)
{
    const auto &context = *static_cast<const ServerContext *>(self);
    const char *name = SSL_get_servername(connection, TLSEXT_NAMETYPE_host_name);
    const Choice *choice = context.choiceFor(name);
    if (!choice) {
        *alert = SSL_AD_UNRECOGNIZED_NAME;
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    if (name == nullptr)
        return SSL_TLSEXT_ERR_NOACK;
    SSL_set_SSL_CTX(connection, choice->context.get());
    return SSL_TLSEXT_ERR_OK;
}

int ServerContext::chooseProtocol(SSL *, const unsigned char **chosen, unsigned char *size,
                                  const unsigned char *offered, unsigned int offeredSize, void *self)
{
    const auto &context = *static_cast<const ServerContext *>(self);
    unsigned char *selected = nullptr;
    const auto *own = reinterpret_cast<const unsigned char *>(context.m_alpn.constData());
    const int found = SSL_select_next_proto(&selected, size, own, static_cast<unsigned int>(context.m_alpn.size()),
                                            offered, offeredSize);
    *chosen = selected;
    if (found == OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_OK;
    return context.m_policy.requiresAlpn ? SSL_TLSEXT_ERR_ALERT_FATAL : SSL_TLSEXT_ERR_NOACK;
}

int ServerContext::staple(SSL *connection, void *self)
{
    const auto &context = *static_cast<const ServerContext *>(self);
    const X509 *presented = SSL_get_certificate(connection);
    for (const Choice &choice : context.m_choices) {
        for (std::size_t i = 0; i < choice.certificates.size(); ++i) {
            const QByteArray &response = choice.responses[i];
            if (choice.certificates[i].handle() != presented || response.isEmpty())
                continue;
            void *copy = OPENSSL_memdup(response.constData(), static_cast<std::size_t>(response.size()));
            SSL_set_tlsext_status_ocsp_resp(connection, copy, response.size()); // the connection's now
            return SSL_TLSEXT_ERR_OK;
        }
    }
    return SSL_TLSEXT_ERR_NOACK;
}

const Certificate &ServerContext::presented(const QByteArray &sha256) const
{
    for (const Choice &choice : m_choices)
        for (const Certificate &certificate : choice.certificates)
            if (certificate.sha256() == sha256)
                return certificate;
    return certificate();
}

Result<SslPtr> ServerContext::newConnection() const
{
    SslPtr connection(SSL_new(m_choices.front().context.get()));
    if (!connection)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("SSL_new")));
    SSL_set_accept_state(connection.get());
    return connection;
}

} // namespace sealport
