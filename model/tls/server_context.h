#pragma once

#include "model/base/error.h"
#include "model/tls/server_identities.h"
#include "model/tls/server_offer.h"
#include "model/tls/ssl_handle.h"
#include "model/tls/tls_policy.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace sealport {

/// The SSL_CTXs that all connections of a server share, built and checked before anything listens: one for the usual
/// certificates, and one for each set that is chosen by server name. Immutable once made, safe in any thread.
class ServerContext {
public:
    /// The only place that turns a policy and certificates into what OpenSSL does.
    /// Errors: those of applyPolicy() and applyClientRule(), NoCertificate, NoPrivateKey, KeyMismatch, KeyTooWeak,
    /// SameKeyType, CertificateUnusable, KeyUsageForbidsSigning, Internal.
    static Result<std::shared_ptr<const ServerContext>> make(const TlsPolicy &policy,
                                                             const ServerIdentities &identities);
    static Result<std::shared_ptr<const ServerContext>> make(const TlsPolicy &policy, const Identity &identity);

    [[nodiscard]] const TlsPolicy &policy() const { return m_policy; }
    /// What a client that asks for this server name, or for none, meets: one offer for each certificate.
    [[nodiscard]] const std::vector<ServerOffer> &offersFor(const QByteArray &serverName) const;
    /// That of the main certificate.
    [[nodiscard]] const ServerOffer &offer() const { return m_choices.front().offers.front(); }
    /// The main one.
    [[nodiscard]] const Certificate &certificate() const { return m_choices.front().certificates.front(); }
    /// The one with this SHA-256, or the main one.
    [[nodiscard]] const Certificate &presented(const QByteArray &sha256) const;
    /// A new connection's state. Errors: Internal.
    [[nodiscard]] Result<SslPtr> newConnection() const;

private:
    /// What is presented for some server names.
    struct Choice {
        SslContextPtr context;
        NamedIdentities meant; ///< without the keys; of the usual certificates: unused
        std::vector<Certificate> certificates;
        std::vector<QByteArray> responses; ///< to be stapled, one for each of them; DER
        std::vector<ServerOffer> offers;
    };
    ServerContext() = default;
    static Result<Choice> choiceOf(const TlsPolicy &policy, const std::vector<Identity> &identities);
    [[nodiscard]] bool looksAtNames() const { return m_choices.size() > 1 || m_refusesOtherNames; }
    [[nodiscard]] QStringList serverNames() const;
    [[nodiscard]] const Choice *choiceFor(const QByteArray &serverName) const; ///< null: it is to be refused
    static int chooseByName(SSL *connection, int *alert, void *self);
    static int staple(SSL *connection, void *self);
    static int chooseProtocol(SSL *connection, const unsigned char **chosen, unsigned char *size,
                              const unsigned char *offered, unsigned int offeredSize, void *self);

    TlsPolicy m_policy;
    std::vector<Choice> m_choices; ///< the usual one first
    QByteArray m_alpn;             ///< as it stands on the wire
    bool m_refusesOtherNames = false;
};

} // namespace sealport
