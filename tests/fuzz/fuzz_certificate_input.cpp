// What a user types for a certificate that is to be made: alternative names, subject fields, the kind of key, the
// address of a key on a token. Whatever is accepted is written as it was meant, and nothing else with it.

#include "model/certificates/alternative_name.h"
#include "model/certificates/certificate_spec.h"
#include "model/certificates/issuer.h"
#include "model/certificates/pkcs11_uri.h"
#include "model/certificates/subject_field.h"
#include "tests/fuzz/fuzz_require.h"

#include <openssl/err.h>

#include <cstddef>
#include <cstdint>

using namespace sealport;
using namespace sealport::fuzz;

namespace {

void checkCertificate(const QStringList &lines)
{
    static const PrivateKey key = PrivateKey::generate(KeyKind{}).value();
    static const QDateTime now = QDateTime::currentDateTimeUtc();
    CertificateSpec spec;
    spec.commonName = lines.value(0);
    spec.alternativeNames = lines.mid(2, 5);
    if (const auto fields = parseSubjectFields(lines.value(1)))
        spec.subjectFields = *fields;
    spec.notBefore = now;
    spec.notAfter = now.addDays(1);
    const bool isRefused = !validate(spec).empty();
    const auto certificate = issue(spec, key);
    require(isRefused == !certificate.has_value());
    if (!certificate)
        return;
    require(certificate->subjectAltNames().size() <= spec.alternativeNames.size()); // doubles stand in it once
    requireShowable(certificate->subject());
    requireShowable(certificate->subjectAltNames());
    const auto again = Certificate::fromDer(
        std::as_bytes(std::span(certificate->der().constData(), static_cast<std::size_t>(certificate->der().size()))));
    require(again && *again == *certificate);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto name = parseAlternativeName(text)) {
        const auto length = name->value.size();
        require(name->kind != AlternativeName::Kind::Ip || length == 4 || length == 16);
        require(name->kind == AlternativeName::Kind::Ip
                || std::ranges::all_of(name->value, [](char c) { return c > ' ' && c <= '~'; }));
    }
    static_cast<void>(KeyKind::parse(text));
    if (const auto uri = Pkcs11Uri::parse(text)) {
        const auto again = Pkcs11Uri::parse(uri->toString());
        require(again && again->toString() == uri->toString());
    }
    checkCertificate(text.split(u'\n'));
    require(ERR_peek_error() == 0);
    return 0;
}
