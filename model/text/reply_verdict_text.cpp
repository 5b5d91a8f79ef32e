#include "model/text/reply_verdict_text.h"

#include "model/text/formatting.h"

#include <QCoreApplication>

namespace sealport {

namespace {

QString notAdmitted(const Verdict &verdict)
{
    if (verdict.detail.isEmpty())
        return QCoreApplication::translate("Verdict", "The client waited to be let in, and nobody answered.");
    return QCoreApplication::translate("Verdict", "The client waited %1 to be let in, and nobody answered.")
        .arg(spokenDuration(verdict.detail.toLongLong()));
}

QString dialogueStuck(const Verdict &verdict)
{
    if (verdict.detail.isEmpty())
        return QCoreApplication::translate(
            "Verdict", "The dialogue could not go on: one of its patterns takes too long to look for.");
    return QCoreApplication::translate(
               "Verdict", "The dialogue could not go on: the pattern in its line %1 takes too long to look for.")
        .arg(verdict.detail);
}

} // namespace

QString replySentence(const Verdict &verdict)
{
    if (verdict.reason == VerdictReason::DeniedByUser)
        return QCoreApplication::translate("Verdict", "You denied the client before anything was read from it.");
    if (verdict.reason == VerdictReason::NotAdmitted)
        return notAdmitted(verdict);
    if (verdict.reason == VerdictReason::LeftBeforeAdmission)
        return QCoreApplication::translate("Verdict", "The client left before it was let in.");
    if (verdict.reason == VerdictReason::DialogueStuck)
        return dialogueStuck(verdict);
    return QCoreApplication::translate("Verdict",
                                       "This server reset the connection (TCP reset), as its dialogue says.");
}

} // namespace sealport
