#pragma once

#include "model/certificates/openssl_handle.h"

#include <openssl/ssl.h>

namespace sealport {

using SslContextPtr = Handle<SSL_CTX, SSL_CTX_free>;
using SslPtr = Handle<SSL, SSL_free>;

} // namespace sealport
