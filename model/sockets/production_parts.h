#pragma once

#include "model/sockets/production_draft.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <vector>

namespace sealport {

// What several targets ask of a draft in the same way. What does not fit is noted on the way.

/// A certificate that has names of its own.
struct ExportedName {
    QStringList names{}; ///< fit for every syntax: letters, digits, hyphens, dots, "*." at the beginning
    const ExportedIdentity *identity = nullptr;
};

/// Where a target listens.
struct ExportedAddress {
    QString host{};     ///< an IP address without brackets, or a name
    QString endpoint{}; ///< "127.0.0.1:5043", "[::1]:5043"
    bool isIpv6 = false;
};

enum class ScopeIds : std::uint8_t { Known, Unknown };
/// `port`: as portNumber() has it, or 0 where the target knows what that means.
[[nodiscard]] ExportedAddress exportedAddress(ExportDraft &draft, quint16 port, ScopeIds scopes = ScopeIds::Known);
/// For targets that need a number.
[[nodiscard]] quint16 portNumber(ExportDraft &draft);
/// For targets that take a range: what lies below a hole is left out, so that nothing comes in that was not ticked.
void keepNewestRange(ExportDraft &draft);

/// Without those that are no host names.
[[nodiscard]] QStringList fitNames(ExportDraft &draft, const QStringList &names);
/// The names of the main certificate; empty when nobody has said any.
[[nodiscard]] QStringList mainNames(ExportDraft &draft);
[[nodiscard]] std::vector<ExportedName> namedCertificates(ExportDraft &draft);
void noteDeepWildcards(ExportDraft &draft, const std::vector<ExportedName> &named);
/// That OpenSSL fills a missing chain up from the clients' authorities.
void noteGrowingChain(ExportDraft &draft);
void noteProtectedKeys(ExportDraft &draft);
[[nodiscard]] std::vector<const ExportedIdentity *> allIdentities(const ExportDraft &draft);
/// The form of a chain in the words of a profile, for the comment beside its files.
[[nodiscard]] QString chainComment(ChainForm form);

[[nodiscard]] QString clientAuthorities(const ExportDraft &draft);
[[nodiscard]] bool verifiesClients(const ExportDraft &draft); ///< and refuses some

[[nodiscard]] std::chrono::milliseconds finiteTime(ExportDraft &draft, std::chrono::milliseconds time);
[[nodiscard]] qint64 wholeSeconds(ExportDraft &draft, std::chrono::milliseconds time); ///< rounded up
/// ReplyElsewhere or ReplyNearest.
void noteReply(ExportDraft &draft, ExportNote code);

/// The lists as every OpenSSL reads them.
struct OpenSslLists {
    QString ciphers{}; ///< with @SECLEVEL
    QString cipherSuites{};
    QString groups{};
    QString signatureAlgorithms{};
};
[[nodiscard]] OpenSslLists openSslLists(const ExportDraft &draft);
[[nodiscard]] QStringList suiteNames(const std::vector<std::uint16_t> &numbers); ///< OpenSSL's
[[nodiscard]] QStringList groupNames(const std::vector<std::uint16_t> &numbers);
[[nodiscard]] QStringList signatureNames(const std::vector<std::uint16_t> &numbers);
[[nodiscard]] QStringList openSslProtocols(ProtocolSet protocols); ///< "TLSv1", "TLSv1.1", oldest first
/// Bits of finite field parameters that the security level takes; 0: the server has no suites for them, or no field is
/// large enough.
[[nodiscard]] int dheBits(const ExportDraft &draft);
/// Of the user's own parameters for them; empty: there are none.
[[nodiscard]] QString dhParametersFile(const ExportDraft &draft);
/// The response to staple; empty: nothing is, or nobody has it in a file.
[[nodiscard]] QString ocspFile(const ExportDraft &draft);

} // namespace sealport
