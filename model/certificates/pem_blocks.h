#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"

#include <QByteArray>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sealport {

/// One "-----BEGIN label-----" … "-----END label-----" of a text; borrows from that text.
struct PemBlock {
    std::string_view label;
    std::string_view text;   ///< from BEGIN to END, both included
    int line = 0;            ///< of BEGIN, 1-based
    bool isComplete = false; ///< its END was found
    bool isCutShort = false; ///< nothing stands between it and the text's end, neither its END nor another block
};

/// All blocks in file order; what stands around them is skipped (RFC 7468 section 2), before BEGIN and behind END in
/// their lines too: files are put together without a line end between them, put into tar, quoted in mails.
[[nodiscard]] std::vector<PemBlock> findPemBlocks(std::string_view text);

/// The text with its lines as they were, where somebody made one line of it: with "\n" spelt out, as JSON and the
/// variables of containers have it, with nothing, with blanks, or with the carriage returns of old Macs. Nothing where
/// lines are lines.
[[nodiscard]] std::optional<SecretBytes> unflattenedPem(std::string_view text);

/// What a block holds once its Base64 is undone.
struct PemObject {
    std::string header; ///< "Proc-Type" and "DEK-Info" lines (RFC 1421), mostly empty
    SecretBytes der;
};

/// Lines may have any length, be indented, as in YAML, or quoted, as in mails; empty ones, as mail programs double
/// them, are skipped. Errors: MalformedPem (values: the first line that is wrong), TruncatedFile (values: the line of
/// BEGIN).
[[nodiscard]] Result<PemObject> decodePem(const PemBlock &block);

/// What a text holds that is nothing but Base64, its BEGIN and END lost on the way; nothing where it is anything else
/// than one object of DER.
[[nodiscard]] std::optional<SecretBytes> bareBase64(std::string_view text);

/// One PEM block with lines of 64 characters (RFC 7468 section 2). Not for private keys: it leaves copies in memory.
[[nodiscard]] QByteArray pemBlock(const QByteArray &label, const QByteArray &der);

} // namespace sealport
