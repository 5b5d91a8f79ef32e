#include "model/tls/certificate_selection.h"

#include <openssl/x509v3.h>

#include <algorithm>

namespace sealport {

namespace {

bool isMeantBy(const QByteArray &pattern, const QByteArray &name, NameMatch match)
{
    if (match == NameMatch::Exact || !pattern.startsWith("*."))
        return name == pattern;
    const qsizetype dot = name.indexOf('.');
    return dot > 0 && name.mid(dot) == pattern.mid(1);
}

} // namespace

bool isFor(const NamedIdentities &identities, const QByteArray &name, NameMatch match)
{
    if (identities.names.isEmpty())
        return isFor(identities.identities.front().certificate, name, match);
    return std::ranges::any_of(identities.names, [asked = name.toLower(), match](const QString &pattern) {
        return isMeantBy(pattern.toLatin1().toLower(), asked, match);
    });
}

bool isFor(const Certificate &certificate, const QByteArray &name, NameMatch match)
{
    const unsigned flags = X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS
                           | (match == NameMatch::Exact ? X509_CHECK_FLAG_NO_WILDCARDS : 0U);
    return !name.isEmpty()
           && X509_check_host(certificate.handle(), name.constData(), static_cast<std::size_t>(name.size()), flags,
                              nullptr)
                  == 1;
}

} // namespace sealport
