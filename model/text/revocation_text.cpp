#include "model/text/revocation_text.h"

#include "model/certificates/display_text.h"
#include "model/text/formatting.h"

#include <QCoreApplication>

namespace sealport {

namespace {

/// The context of this file's translatable texts.
struct RevocationText {
    Q_DECLARE_TR_FUNCTIONS(RevocationText)
};

QString shown(const QString &name)
{
    return displayText(name.left(100));
}

} // namespace

QString describe(RevocationReason reason)
{
    switch (reason) {
    case RevocationReason::Unspecified:
        return RevocationText::tr("no reason given");
    case RevocationReason::KeyCompromise:
        return RevocationText::tr("somebody else may have the key");
    case RevocationReason::CaCompromise:
        return RevocationText::tr("somebody else may have the authority's key");
    case RevocationReason::AffiliationChanged:
        return RevocationText::tr("names in it are not right any more");
    case RevocationReason::Superseded:
        return RevocationText::tr("another certificate has taken its place");
    case RevocationReason::CessationOfOperation:
        return RevocationText::tr("not needed any more");
    case RevocationReason::CertificateHold:
        return RevocationText::tr("on hold for a while");
    case RevocationReason::PrivilegeWithdrawn:
        return RevocationText::tr("its holder may not use it any more");
    case RevocationReason::AaCompromise:
        return RevocationText::tr("somebody else may have the attribute authority's key");
    }
    Q_UNREACHABLE();
}

QString reasonText(const RevokedCertificate &revoked)
{
    if (revoked.reason.isEmpty())
        return describe(RevocationReason::Unspecified);
    const bool isLifted = revoked.reason == u"removeFromCRL"; // nobody gives that for a reason
    const auto reason = revocationReasonNamed(revoked.reason);
    if (!reason && !isLifted)
        return revoked.reason;
    const QString words = isLifted ? RevocationText::tr("revoked no more") : describe(*reason);
    return RevocationText::tr("%1 (%2)", "a reason in words, its name").arg(words, revoked.reason);
}

QString summary(const RevocationList &list, const RevocationListReport &report, const QDateTime &now)
{
    using Signature = RevocationListReport::Signature;
    QString text;
    switch (report.signature) {
    case Signature::Right:
        text = RevocationText::tr("Signed by its issuer.");
        break;
    case Signature::Wrong:
        text = RevocationText::tr("Not signed by the certificate that is here under the name of its issuer: do not "
                                  "trust it.");
        break;
    case Signature::IssuerUnknown:
        text = RevocationText::tr("Nobody can tell who signed it: the certificate of its issuer is in no source that "
                                  "was read. Open it to have the signature checked.");
        break;
    }
    if (list.thisUpdate() > now)
        text +=
            u' ' % RevocationText::tr("It is not valid yet: it begins %1.").arg(relativeDate(list.thisUpdate(), now));
    else if (list.nextUpdate().isValid() && list.nextUpdate() < now)
        text += u' '
                % RevocationText::tr("It is too old: the next one was due %1. Get that.")
                      .arg(relativeDate(list.nextUpdate(), now));
    return text;
}

QString summary(const CertificateRequest &request, const RequestReport &report)
{
    if (!request.isSignatureValid())
        return RevocationText::tr("It is not signed with its own key: no authority will accept it. Make a new one.");
    if (report.answers.empty())
        return RevocationText::tr("Signed with its own key. No certificate for this key is in a source that was read.");
    const Certificate &answer = report.answers.front();
    return RevocationText::tr("Signed with its own key. There is a certificate for this key: %1, until %2.")
        .arg(shown(answer.name()), exactDate(answer.notAfter()));
}

} // namespace sealport
