#pragma once

#include "model/certificates/source_listing.h"
#include "model/tables/certificate_status.h"

#include <QString>

#include <cstdint>

namespace sealport {

/// What CertificateModel shows of one item, column by column. Pure functions of the item; the clock is given from
/// outside.
enum class CertificateColumn {
    Name,
    Key,
    Sha1,
    Sha256,
    Subject,
    Issuer,
    AlternativeNames,
    Expires,
    KeyType,
    Signature,
    Serial,
    Purposes,
    Source,
};
inline constexpr int certificateColumnCount = static_cast<int>(CertificateColumn::Source) + 1;

[[nodiscard]] QString certificateHeader(CertificateColumn column);
/// Of what is no certificate, it says where thumbprints stand what it is; of a file that could not be read, why. The
/// source's title is the caller's.
[[nodiscard]] QString cellText(const ListedItem &item, CertificateColumn column, const Calendar &calendar,
                               RevocationState revocation);
/// What a screen reader says where the text alone does not tell.
[[nodiscard]] QString accessibleText(const ListedItem &item, CertificateColumn column, const Calendar &calendar,
                                     RevocationState revocation);
[[nodiscard]] QString cellToolTip(const ListedItem &item, CertificateColumn column, const Calendar &calendar,
                                  RevocationState revocation);
/// ":/icons/<name>.svg"; empty for none.
[[nodiscard]] QString cellIconName(const ListedItem &item, CertificateColumn column, const Calendar &calendar,
                                   RevocationState revocation);

/// Words of the cells that ListedItem::searchText lacks, because they are the user's language: those that contain a
/// text (in lower case), and those of an item; one bit each. Quick: asked for each of a hundred thousand.
[[nodiscard]] std::uint32_t cellWordsContaining(const QString &text);
[[nodiscard]] std::uint32_t cellWordsOf(const ListedItem &item, RevocationState revocation);

/// What an item is sorted by in this column: octets whose order is the order of the true values, in any case of
/// letters. Nothing for the source.
[[nodiscard]] QByteArray sortKey(const ListedItem &item, CertificateColumn column);

} // namespace sealport
