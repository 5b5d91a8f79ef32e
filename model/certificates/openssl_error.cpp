#include "model/certificates/openssl_error.h"

#include <openssl/err.h>

#include <array>

namespace sealport {

Error takeOpenSslError(ErrorCode code, const QString &subject)
{
    Error error{.code = code, .subject = subject, .values = {}, .causes = {}};
    while (const unsigned long entry = ERR_get_error()) {
        std::array<char, 256> text{};
        ERR_error_string_n(entry, text.data(), text.size());
        error.causes.append(QString::fromLatin1(text.data()));
    }
    return error;
}

IgnoreOpenSslErrors::IgnoreOpenSslErrors()
{
    ERR_set_mark();
}

IgnoreOpenSslErrors::~IgnoreOpenSslErrors()
{
    ERR_pop_to_mark(); // without a mark (the queue was empty) this empties the queue
}

} // namespace sealport
