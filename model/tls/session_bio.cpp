#include "model/tls/session_bio.h"

namespace sealport {

namespace {

using MethodPtr = Handle<BIO_METHOD, BIO_meth_free>;

ByteTransport &transportOf(BIO *bio)
{
    return *static_cast<ByteTransport *>(BIO_get_data(bio));
}

int bioRead(BIO *bio, char *data, std::size_t capacity, std::size_t *got)
{
    BIO_clear_retry_flags(bio);
    if (transportOf(bio).readBytes({reinterpret_cast<std::byte *>(data), capacity}, *got) == ByteTransport::Got::Data)
        return 1;
    *got = 0;
    BIO_set_retry_read(bio);
    return 0;
}

int bioWrite(BIO *bio, const char *data, std::size_t size, std::size_t *written)
{
    BIO_clear_retry_flags(bio);
    transportOf(bio).writeBytes({reinterpret_cast<const std::byte *>(data), size});
    *written = size;
    return 1;
}

long bioControl(BIO *, int command, long, void *)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

int bioCreate(BIO *bio)
{
    BIO_set_init(bio, 1);
    return 1;
}

MethodPtr makeMethod()
{
    MethodPtr method(BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "sealport transport"));
    if (method) {
        BIO_meth_set_read_ex(method.get(), bioRead);
        BIO_meth_set_write_ex(method.get(), bioWrite);
        BIO_meth_set_ctrl(method.get(), bioControl);
        BIO_meth_set_create(method.get(), bioCreate);
    }
    return method;
}

} // namespace

BioPtr makeTransportBio(ByteTransport &transport)
{
    static const MethodPtr method = makeMethod();
    BioPtr bio(method ? BIO_new(method.get()) : nullptr);
    if (bio)
        BIO_set_data(bio.get(), &transport);
    return bio;
}

} // namespace sealport
