#pragma once

#include "model/certificates/certificate_details.h"
#include "model/certificates/openssl_handle.h"

#include <QByteArrayView>

#include <optional>

namespace sealport {

// Rows of the details, for those who write them.

constexpr int mostDetailRows = 500; ///< of one list; a hostile certificate may hold a million names

[[nodiscard]] Detail detail(DetailField field, const QString &value);
[[nodiscard]] Detail detail(DetailField field, DetailTerm term);
[[nodiscard]] Detail detail(DetailField field, std::vector<Detail> parts);
[[nodiscard]] Detail detail(DetailField field, const ASN1_OBJECT *object, const QString &value = {});

[[nodiscard]] QByteArrayView octetsOf(const ASN1_STRING *string);
[[nodiscard]] QString hexOf(const ASN1_STRING *string); ///< cut where it is long
[[nodiscard]] QString hexOf(QByteArrayView octets);
[[nodiscard]] QString momentText(const ASN1_TIME *time); ///< as it stands there, where it is no time
[[nodiscard]] QString numberText(const ASN1_INTEGER *number);

/// Adds what `row` makes of each of `count` things, at most mostDetailRows of them.
template <class Row>
void addRows(std::vector<Detail> &rows, int count, Row row)
{
    for (int i = 0; i < count; ++i) {
        if (i == mostDetailRows) {
            rows.push_back(detail(DetailField::LeftOut, QString::number(count - i)));
            return;
        }
        rows.push_back(row(i));
    }
}

/// The type, size and numbers of a public key.
[[nodiscard]] Detail publicKeyDetail(X509_PUBKEY &key);
/// The algorithm with its parameters (RSA-PSS: RFC 4055 section 3.1).
[[nodiscard]] Detail algorithmDetail(DetailField field, const X509_ALGOR &algorithm);
/// One row for each attribute, under the name in one line.
[[nodiscard]] Detail nameDetail(DetailField field, const X509_NAME *name);

/// What an extension says, one row with parts.
[[nodiscard]] Detail extensionDetail(X509_EXTENSION &extension);

/// Whether an extension could be read.
enum class ExtensionReading : std::uint8_t { Done, Damaged, NotMine };
/// What the extensions of RFC 5280 say, those of revocation lists, those about policies, and the others.
[[nodiscard]] ExtensionReading readStandardExtension(int nid, X509_EXTENSION &extension, std::vector<Detail> &rows);
[[nodiscard]] ExtensionReading readListExtension(int nid, X509_EXTENSION &extension, std::vector<Detail> &rows);
[[nodiscard]] ExtensionReading readPolicyExtension(int nid, X509_EXTENSION &extension, std::vector<Detail> &rows);
[[nodiscard]] ExtensionReading readOtherExtension(int nid, X509_EXTENSION &extension, std::vector<Detail> &rows);
/// Certificate policies, which Microsoft's application policies are written like.
[[nodiscard]] ExtensionReading readPolicies(X509_EXTENSION &extension, std::vector<Detail> &rows);

/// The content as the structure that OpenSSL has for the extension `nid`, nothing behind it; null where it is something
/// else. Untyped: the caller knows the type of the extension that it names.
[[nodiscard]] void *decodedContent(X509_EXTENSION &extension, int nid);

template <class T, auto Free>
[[nodiscard]] Handle<T, Free> decoded(X509_EXTENSION &extension, int nid)
{
    return Handle<T, Free>(static_cast<T *>(decodedContent(extension, nid)));
}

/// An extended key usage, under its term where it has one.
[[nodiscard]] Detail purposeDetail(const ASN1_OBJECT *purpose);
/// The term for an extended key usage; nothing for one that has no word.
[[nodiscard]] std::optional<DetailTerm> purposeTerm(const ASN1_OBJECT *purpose);

} // namespace sealport
