#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate_store.h"
#include "model/sockets/application_store.h"
#include "model/sockets/host_lookup.h"
#include "model/sockets/preflight_mend.h"
#include "model/sockets/preparation.h"
#include "model/sockets/server_profile.h"
#include "model/tls/algorithm_lists.h"
#include "model/tls/endpoint.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

namespace sealport {

/// What is looked at before a server starts, in the order in which it is told. The comment says what the values of a
/// check hold that found no fault.
enum class CheckCode : std::uint8_t {
    Settings,          ///< the name, limits and whatever else only has to lie in a range
    Certificate,       ///< it is found; values: its name
    Key,               ///< it is there and belongs to the certificate
    KeyStrength,       ///< values: "RSA 2048", the security level
    Validity,          ///< values: the last day (ISO 8601, UTC)
    HostNames,         ///< the certificate is for the address; values: the names in it
    Purpose,           ///< it may serve
    Chain,             ///< it is complete and in order; values: how many issuers are sent; none of one that is self-signed
    Protocols,         ///< values: their labels
    Suites,            ///< protocol × list × key; values: the label of each protocol and how many suites it has
    Algorithms,        ///< the lists of algorithms
    ClientAuthorities, ///< values: how many are trusted; none where clients are not asked for a certificate
    Files,             ///< values: those that are read
    Secrecy,           ///< told only where there is a fault: nothing else would let others read along
    Address,           ///< values: it
    Port,              ///< values: it; "0" where the system chooses
};

enum class CheckOutcome : std::uint8_t {
    Ok,
    Warning, ///< the server starts
    Error,   ///< it does not
};

/// One check of the pre-flight, as a plain value; model/text has the sentences.
struct Check {
    CheckCode code{};
    CheckOutcome outcome = CheckOutcome::Ok;
    QStringList values{};                                              ///< of one without a fault
    std::variant<std::monostate, Warning, Error, ListFinding> fault{}; ///< an Error that is a warning: a locked key
    std::optional<Mend> mend{};                                        ///< what would help, where something would
};

/// What a Start would find.
struct Preflight {
    std::vector<Check> checks; ///< at least one of each code that could be looked at
    bool isPlain = false;      ///< a server without TLS
    ProtocolSet protocols{};
    QString certificate{};  ///< name of the main one; empty: not known
    QHostAddress address{}; ///< null: not known
    QStringList resolved{}; ///< all that the host name leads to; empty for an address
    [[nodiscard]] bool hasErrors() const;
    [[nodiscard]] bool isLocked() const; ///< Start has to ask for a pass phrase or a PIN
};

/// What a pre-flight reads besides the profile.
struct PreflightSources {
    const CertificateStore &store;
    ApplicationStore applications{};
    Resolver resolver = resolveHost;
    std::optional<Endpoint> own{};             ///< where the server listens already: no other one keeps it from there
    std::shared_ptr<CaptureWriter> captures{}; ///< of the servers that run; null: none does
};

/// Everything that Start checks and what clients would complain about, all of it and not only the first fault. Binds
/// the port for a moment, without listening. Files, a name look-up, the processes of the system: job thread only.
[[nodiscard]] Preflight preflight(const ServerProfile &profile, const PreflightSources &sources,
                                  const std::stop_token &stop = {});

} // namespace sealport
