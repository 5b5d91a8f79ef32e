#pragma once

#include <QString>

#include <optional>

namespace sealport {

/// How a value of the user becomes one word in the syntax of each target, whatever it holds. Nothing when there is no
/// safe way: control characters, and what the syntax has no escape for. Any thread.
using Quoting = std::optional<QString> (*)(const QString &value);

/// A variable of nginx cannot be escaped: values with "$" are refused.
[[nodiscard]] std::optional<QString> nginxQuoted(const QString &value);
/// The same where variables are welcome: "$" becomes this one, line breaks stay. Its definition: nginxDollarDefinition.
[[nodiscard]] std::optional<QString> nginxTextQuoted(const QString &text);
inline constexpr QStringView nginxDollarDefinition = u"geo $sealport_dollar { default \"$\"; }";

[[nodiscard]] std::optional<QString> apacheQuoted(const QString &value);  ///< "${" would be a variable
[[nodiscard]] std::optional<QString> haproxyQuoted(const QString &value); ///< line breaks and tabs stay
[[nodiscard]] std::optional<QString> caddyQuoted(const QString &value);   ///< braces would be placeholders
[[nodiscard]] std::optional<QString> stunnelQuoted(const QString &value); ///< knows no quotes: blanks at the ends go
[[nodiscard]] std::optional<QString> shellQuoted(const QString &value);   ///< POSIX

/// A format for printf(1) as one word without blanks and quotes, for programs that split at blanks; line breaks stay.
[[nodiscard]] QString printfFormat(const QString &text);

/// Letters, digits and hyphens of ASCII: "sSocketSSL", "my-server"; "server" when nothing of the name remains.
[[nodiscard]] QString plainName(const QString &name);

} // namespace sealport
