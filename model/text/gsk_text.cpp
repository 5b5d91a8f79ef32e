#include "model/text/gsk_text.h"

#include "model/certificates/key_store_mark.h"

#include <QStringBuilder>

namespace sealport {

namespace {

QString nameOf(int code)
{
    switch (code) {
    case 107:
        return QStringLiteral("GSK_KEYFILE_CERT_EXPIRED");
    case 202:
        return QStringLiteral("GSK_KEYRING_OPEN_ERROR");
    case 402:
        return QStringLiteral("GSK_ERROR_NO_CIPHERS");
    case 403:
        return QStringLiteral("GSK_ERROR_NO_CERTIFICATE");
    case 404:
        return QStringLiteral("GSK_ERROR_BAD_CERTIFICATE");
    case 405:
        return QStringLiteral("GSK_ERROR_UNSUPPORTED_CERTIFICATE_TYPE");
    case 406:
        return QStringLiteral("GSK_ERROR_IO");
    case 407:
        return QStringLiteral("GSK_ERROR_BAD_KEYFILE_LABEL");
    case 408:
        return QStringLiteral("GSK_ERROR_BAD_KEYFILE_PASSWORD");
    case 410:
        return QStringLiteral("GSK_ERROR_BAD_MESSAGE");
    case 411:
        return QStringLiteral("GSK_ERROR_BAD_MAC");
    case 414:
        return QStringLiteral("GSK_ERROR_BAD_CERT");
    case 415:
        return QStringLiteral("GSK_ERROR_BAD_PEER");
    case 417:
        return QStringLiteral("GSK_ERROR_SELF_SIGNED");
    case 420:
        return QStringLiteral("GSK_ERROR_SOCKET_CLOSED");
    case 428:
        return QStringLiteral("GSK_ERROR_NO_PRIVATE_KEY");
    case 6000:
        return QStringLiteral("GSK_OS400_ERROR_NOT_TRUSTED_ROOT");
    case 6002:
        return QStringLiteral("GSK_OS400_ERROR_NOT_REGISTERED");
    case 6003:
        return QStringLiteral("GSK_OS400_ERROR_NO_ACCESS");
    case 6005:
        return QStringLiteral("GSK_OS400_ERROR_NO_CERTIFICATE_AUTHORITIES");
    default:
        return {};
    }
}

} // namespace

int gskCode(const Error &error)
{
    const bool isAboutAnyFile = error.code == ErrorCode::FileNotFound || error.code == ErrorCode::EmptyFile;
    return isAboutAnyFile && !error.values.contains(keyStore) ? 0 : gskCode(error.code);
}

QString gskText(int code)
{
    if (code == 0)
        return {};
    const QString name = nameOf(code);
    const QString number = QString::number(code);
    return name.isEmpty() ? number : QString(name % QStringLiteral(", ") % number);
}

QString withGsk(const QString &sentence, int code)
{
    const QString gsk = gskText(code);
    return gsk.isEmpty() ? sentence : QString(sentence % QStringLiteral(" (") % gsk % u')');
}

} // namespace sealport
