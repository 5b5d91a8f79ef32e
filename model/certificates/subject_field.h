#pragma once

#include "model/base/error.h"

#include <QString>
#include <QStringList>

#include <openssl/x509.h>

#include <vector>

namespace sealport {

/// One field of a subject beside the common name.
struct SubjectField {
    QString type{};  ///< one of subjectFieldTypes(); case does not matter
    QString value{}; ///< as people write it

    friend bool operator==(const SubjectField &, const SubjectField &) = default;
};

/// "C", "ST", "L", "O", "OU", "emailAddress".
[[nodiscard]] QStringList subjectFieldTypes();
/// Of a known type, visible, and not longer than RFC 5280 appendix A.1 lets it be.
[[nodiscard]] bool isValid(const SubjectField &field);

/// Reads "O=Example\, Inc.,C=FR": a backslash takes a comma, an equals sign or a backslash as it is. Errors:
/// InvalidSubjectField (subject: the part that is none).
[[nodiscard]] Result<std::vector<SubjectField>> parseSubjectFields(const QString &text);

/// False where OpenSSL refuses. `field` must be valid.
[[nodiscard]] bool addSubjectField(X509_NAME &name, const SubjectField &field);

} // namespace sealport
