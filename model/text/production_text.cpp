#include "model/text/production_text.h"

#include "model/certificates/display_text.h"
#include "model/text/production_sentences.h"

#include <QCoreApplication>

namespace sealport {

namespace {

/// The context of this file's translatable texts.
struct Production {
    Q_DECLARE_TR_FUNCTIONS(Production)
};

constexpr qsizetype lineLength = 100;
constexpr QLatin1StringView commandComment("#   "); ///< how a command for a shell stands in a configuration

/// Lines of a comment, no longer than people read; a word that is longer stays whole.
QStringList commentLines(const QString &sentence)
{
    QStringList lines{QStringLiteral("# -")};
    for (const QString &word : displayText(sentence).split(u' ')) { // no value of the user ends the comment
        if (lines.last().size() + word.size() >= lineLength)
            lines.append(QStringLiteral("#  "));
        lines.last() += u' ' + word;
    }
    return lines;
}

} // namespace

QString describe(const NotExpressed &note, ExportTarget target)
{
    const QString name = exportTargetName(target);
    switch (note.code) { // no default: a new note without a sentence does not compile
    case ExportNote::ProtocolsMissing:
    case ExportNote::ProtocolsWithHole:
    case ExportNote::NothingLeft:
    case ExportNote::PlainServer:
    case ExportNote::StartTlsLeftOut:
    case ExportNote::OnRequestLeftOut:
    case ExportNote::SuitesMissing:
    case ExportNote::SuitesAdded:
    case ExportNote::SuiteOrder:
    case ExportNote::Tls13SuitesFixed:
    case ExportNote::GroupsMissing:
    case ExportNote::GroupsFixed:
    case ExportNote::SignaturesMissing:
    case ExportNote::SignaturesFixed:
    case ExportNote::SecurityLevelFixed:
    case ExportNote::ServerOrderAlways:
    case ExportNote::DhGroupFixed:
    case ExportNote::DhParametersLeftOut:
        return algorithmSentence(note, name);
    case ExportNote::KeyNeeds:
    case ExportNote::FileNotPem:
    case ExportNote::ChainInNoFile:
    case ExportNote::ChainMayGrow:
    case ExportNote::ChainSorted:
    case ExportNote::ChainLeftOut:
    case ExportNote::FurtherCertificates:
    case ExportNote::FurtherByName:
    case ExportNote::NamedLeftOut:
    case ExportNote::NamesUnknown:
    case ExportNote::NamesOfCertificate:
    case ExportNote::WildcardIsDeeper:
    case ExportNote::OtherNamesServed:
    case ExportNote::NamelessRefused:
    case ExportNote::OtherNamesRefused:
    case ExportNote::TokenKeyRefused:
    case ExportNote::TokenKeyNeedsEngine:
    case ExportNote::OcspLeftOut:
    case ExportNote::KeyNeedsPassphrase:
        return certificateSentence(note, target);
    case ExportNote::AlpnFixed:
    case ExportNote::AlpnLeftOut:
    case ExportNote::AlpnAdded:
    case ExportNote::AlpnByClient:
    case ExportNote::AlpnRequired:
    case ExportNote::AlpnNotRequired:
    case ExportNote::ClientsRefusedLater:
    case ExportNote::ClientsNotAsked:
    case ExportNote::AuthoritiesMissing:
    case ExportNote::AuthoritiesInNoFile:
    case ExportNote::ClientsPartlyTaken:
    case ExportNote::AuthorityMustBeRoot:
    case ExportNote::FirstAuthorityOnly:
    case ExportNote::SharedSecretsLeftOut:
    case ExportNote::TicketCount:
    case ExportNote::SessionCacheFixed:
    case ExportNote::RenegotiationNever:
    case ExportNote::RenegotiationAlways:
    case ExportNote::RecordSizeFixed:
    case ExportNote::KeyLogLeftOut:
        return handshakeSentence(note, name);
    case ExportNote::EveryAddress:
    case ExportNote::AddressNotShared:
    case ExportNote::AddressShared:
    case ExportNote::PortChosen:
    case ExportNote::ReplyElsewhere:
    case ExportNote::ReplyNearest:
    case ExportNote::HandshakeTimeFixed:
    case ExportNote::HandshakeWithMore:
    case ExportNote::IdleTimeFixed:
    case ExportNote::EndlessIsLong:
    case ExportNote::TimeRounded:
    case ExportNote::MostConnections:
    case ExportNote::OneAtATime:
    case ExportNote::HeldBytes:
    case ExportNote::ValueRefused:
    case ExportNote::ValueTooLong:
    case ExportNote::LaterSettings:
        return socketSentence(note, name);
    }
    Q_UNREACHABLE();
}

QString annotated(const ProductionConfig &config, ExportTarget target)
{
    QStringList lines = config.text.split(u'\n');
    // The commands of a script stand in it; those for a configuration follow its heading.
    if (lines.value(1).startsWith(commandComment))
        lines.insert(1, QStringLiteral("# ")
                            + Production::tr("It needs files that are made like this, before it starts:"));
    qsizetype at = 0;
    while (at < lines.size() && lines.at(at).startsWith(u'#'))
        ++at;
    QStringList comments;
    for (const NotExpressed &note : config.notExpressed)
        comments += commentLines(describe(note, target));
    if (!comments.isEmpty())
        comments.prepend(QStringLiteral("# ") + Production::tr("What it does otherwise, and what it needs:"));
    return (lines.mid(0, at) + comments + lines.mid(at)).join(u'\n');
}

} // namespace sealport
