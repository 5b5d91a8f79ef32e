#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace sealport {

/// One subject alternative name, checked and in the form in which certificates hold it (RFC 5280 section 4.2.1.6).
struct AlternativeName {
    enum class Kind { Dns, Ip, Email, Uri };
    Kind kind = Kind::Dns;
    QByteArray value; ///< ASCII; the 4 or 16 octets of an address

    friend bool operator==(const AlternativeName &, const AlternativeName &) = default;
};

/// Reads "localhost", "DNS:…", "127.0.0.1", "IP:::1", "email:…", "URI:…"; without a prefix an address is an address and
/// all else a host name. International host names become A-labels. Nothing when it is none of these: text of users
/// never reaches OpenSSL's own syntax for names, in which a comma would begin another one.
[[nodiscard]] std::optional<AlternativeName> parseAlternativeName(const QString &text);

} // namespace sealport
