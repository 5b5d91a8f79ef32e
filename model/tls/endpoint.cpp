#include "model/tls/endpoint.h"

#include <QStringBuilder>

namespace sealport {

QString Endpoint::toString() const
{
    if (address.isNull())
        return QStringLiteral("unknown"); // a peer that was gone before it was accepted
    bool isMapped = false;
    const quint32 four = address.toIPv4Address(&isMapped);
    const bool isAnySix = address == QHostAddress::Any || address == QHostAddress::AnyIPv6; // Qt maps these to 0.0.0.0
    if (isMapped && !isAnySix)
        return QHostAddress(four).toString() % u':' % QString::number(port);
    return u'[' % address.toString() % u"]:" % QString::number(port);
}

} // namespace sealport
