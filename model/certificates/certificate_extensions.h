#pragma once

#include "model/certificates/certificate_spec.h"
#include "model/certificates/openssl_handle.h"

#include <optional>

namespace sealport {

inline void freeExtensions(STACK_OF(X509_EXTENSION) * extensions)
{
    sk_X509_EXTENSION_pop_free(extensions, X509_EXTENSION_free);
}
using ExtensionsPtr = Handle<STACK_OF(X509_EXTENSION), freeExtensions>;

/// The attribute of a request that X509_REQ_get_extensions() reads the first value of: RFC 2985's, else Microsoft's;
/// -1: it has none. Whatever further ones ask for is not read by anybody.
[[nodiscard]] int extensionsAttribute(const X509_REQ &request);

/// Whether the alternative names are all that names the holder: they are critical then (RFC 5280 section 4.2.1.6).
enum class SubjectIs { Given, Empty };

/// The extensions that a valid `spec` asks for, for certificates and requests alike, but for those that name keys.
/// Built from OpenSSL's structures: text of users never reaches its configuration syntax. Null where OpenSSL refuses.
[[nodiscard]] ExtensionsPtr extensionsOf(const CertificateSpec &spec, const EVP_PKEY &key, SubjectIs subject);

/// The purpose that an extended key usage stands for; nothing for one that we do not write.
[[nodiscard]] std::optional<KeyPurpose> purposeOf(const ASN1_OBJECT *usage);

/// Subject and authority key identifier (RFC 5280 sections 4.2.1.1 and 4.2.1.2); `signer` may be the certificate
/// itself.
[[nodiscard]] bool addKeyIdentifiers(X509 &certificate, const X509 &signer);
/// What `signer` calls its key: what it says itself, else SHA-1 of the key's bit string (section 4.2.1.2, method 1).
[[nodiscard]] Handle<AUTHORITY_KEYID, AUTHORITY_KEYID_free> authorityKeyIdentifier(const X509 &signer);

} // namespace sealport
