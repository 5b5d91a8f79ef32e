#include "model/text/source_text.h"

#include "model/certificates/display_text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace sealport {

QString sourceKindText(SourceKind kind)
{
    switch (kind) {
    case SourceKind::MyCertificates:
        return QCoreApplication::translate("Sources", "My certificates");
    case SourceKind::SystemRoots:
        return QCoreApplication::translate("Sources", "System roots");
    case SourceKind::NssDatabase:
        return QCoreApplication::translate("Sources", "NSS databases");
    case SourceKind::Token:
        return QCoreApplication::translate("Sources", "Tokens (PKCS#11)");
    case SourceKind::Opened:
        return QCoreApplication::translate("Sources", "Opened files");
    case SourceKind::Pasted:
        return QCoreApplication::translate("Sources", "Clipboard");
    }
    Q_UNREACHABLE();
}

QString sourceTitle(const CertificateSource &source)
{
    if (source.kind() == SourceKind::Pasted)
        return QCoreApplication::translate("Sources", "Clipboard %1").arg(source.location());
    if (source.kind() == SourceKind::MyCertificates || source.kind() == SourceKind::SystemRoots)
        return sourceKindText(source.kind());
    const QString name = QFileInfo(source.location()).fileName();
    return displayText(name.isEmpty() ? source.location() : name);
}

} // namespace sealport
