#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace sealport {

/// Stateless deleter: sizeof(Handle<X509, X509_free>) == sizeof(X509 *).
template <auto FreeFunction>
struct FreeWith {
    template <class T>
    void operator()(T *object) const noexcept
    {
        FreeFunction(object);
    }
};

/// Sole owner of one OpenSSL object; share() makes a second owner explicit.
template <class T, auto FreeFunction>
using Handle = std::unique_ptr<T, FreeWith<FreeFunction>>;

using X509Ptr = Handle<X509, X509_free>;
using PkeyPtr = Handle<EVP_PKEY, EVP_PKEY_free>;
using PkeyContextPtr = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using BioPtr = Handle<BIO, BIO_free_all>;

/// A second owner of a reference-counted object.
[[nodiscard]] inline PkeyPtr share(EVP_PKEY &key)
{
    EVP_PKEY_up_ref(&key);
    return PkeyPtr(&key);
}

[[nodiscard]] inline X509Ptr share(X509 &certificate)
{
    X509_up_ref(&certificate);
    return X509Ptr(&certificate);
}

} // namespace sealport
