#include "model/text/production_sentences.h"

#include "model/text/formatting.h"

#include <QCoreApplication>

namespace sealport {

namespace {

/// The context of this file's translatable texts.
struct Production {
    Q_DECLARE_TR_FUNCTIONS(Production)
};

constexpr int shownNames = 8;

QString names(const QStringList &values)
{
    return spokenList(values, shownNames, 0);
}

/// Who reads the key, and what that takes. The first four start as root and give that up later.
QString keySentence(const QStringList &values, ExportTarget program)
{
    const QString target = exportTargetName(program);
    const auto value = [&values](qsizetype at) { return values.value(at); };
    switch (program) {
    case ExportTarget::Nginx:
    case ExportTarget::Apache:
    case ExportTarget::HAProxy:
    case ExportTarget::Stunnel:
        return Production::tr("The key stays where it is: %2 (owner %3, mode %4). %1 reads it as root when it starts; "
                              "nobody else needs to.")
            .arg(target, value(0), value(1), value(2));
    case ExportTarget::Caddy:
        return Production::tr(
                   "The key stays where it is: %2 (owner %3, mode %4). %1 runs as the user caddy, who must be "
                   "able to read it and its folders; nobody else needs to.")
            .arg(target, value(0), value(1), value(2));
    case ExportTarget::OpenSslServer:
    case ExportTarget::GnuTlsServer:
        return Production::tr("The key stays where it is: %2 (owner %3, mode %4). Start %1 as a user who may read it.")
            .arg(target, value(0), value(1), value(2));
    }
    Q_UNREACHABLE();
}

} // namespace

QString algorithmSentence(const NotExpressed &note, const QString &target)
{
    const auto value = [&note](qsizetype at) { return note.values.value(at); };
    switch (note.code) {
    case ExportNote::ProtocolsMissing:
        return Production::tr("%1 does not have %2: left out.").arg(target, spokenList(note.values));
    case ExportNote::ProtocolsWithHole:
        return Production::tr("%1 takes a range of protocols without holes; left out, so that nothing comes in that "
                              "this server does not allow: %2.")
            .arg(target, spokenList(note.values));
    case ExportNote::NothingLeft:
        return Production::tr("%1 has no protocol and cipher suite of this server: there is nothing to write.")
            .arg(target);
    case ExportNote::PlainServer:
        return Production::tr("This server speaks without TLS: there is nothing to write for %1.").arg(target);
    case ExportNote::StartTlsLeftOut:
        return Production::tr(
                   "%1 does not speak %2 before TLS: it begins with TLS at once, and waits for no %3. A server "
                   "made for %2 takes the same certificate and lists.")
            .arg(target, value(0), value(1));
    case ExportNote::OnRequestLeftOut:
        return Production::tr("%1 begins with TLS at once: nobody is there to ask for it later.").arg(target);
    case ExportNote::SuitesMissing:
        return Production::tr("%1 does not have these cipher suites: %2.").arg(target, names(note.values));
    case ExportNote::SuitesAdded:
        return Production::tr("The lists of %1 cannot leave out these cipher suites, which this server does not have: "
                              "%2.")
            .arg(target, names(note.values));
    case ExportNote::SuiteOrder:
        return Production::tr("%1 orders the cipher suites by itself, not as in this server's list.").arg(target);
    case ExportNote::Tls13SuitesFixed:
        return Production::tr("%1 lets nobody choose the cipher suites of TLS 1.3: it has %2.")
            .arg(target, names(note.values));
    case ExportNote::GroupsMissing:
        return Production::tr("%1 does not have these groups: %2.").arg(target, names(note.values));
    case ExportNote::GroupsFixed:
        return Production::tr("%1 has none of this server's groups (%2): it uses its own.")
            .arg(target, names(note.values));
    case ExportNote::SignaturesMissing:
        return Production::tr("%1 does not have these signature algorithms: %2.").arg(target, names(note.values));
    case ExportNote::SignaturesFixed:
        return Production::tr("%1 lets nobody choose signature algorithms; this server has %2.")
            .arg(target, names(note.values));
    case ExportNote::SecurityLevelFixed:
        return Production::tr("%1 has no security levels: what level %2 forbids is left out of its lists, but the "
                              "sizes of keys are not checked.")
            .arg(target, value(0));
    case ExportNote::ServerOrderAlways:
        return Production::tr("%1 always takes the cipher suite that it prefers, never the client's.").arg(target);
    case ExportNote::DhGroupFixed:
        return Production::tr("%1 uses a group of %2 bits for every DHE exchange; Sealport chooses one by the "
                              "certificate's key.")
            .arg(target, value(0));
    case ExportNote::DhParametersLeftOut:
        return Production::tr("%1 wants Diffie-Hellman parameters in the file of the certificate; left out: %2.")
            .arg(target, value(0));
    default:
        return {};
    }
}

QString certificateSentence(const NotExpressed &note, ExportTarget program)
{
    const QString target = exportTargetName(program);
    const auto value = [&note](qsizetype at) { return note.values.value(at); };
    switch (note.code) {
    case ExportNote::KeyNeeds:
        return keySentence(note.values, program);
    case ExportNote::FileNotPem:
        return Production::tr(
                   "%1 reads PEM files alone, and %2 is none: write it as one (sealport certs export --as chain, "
                   "and --as pem-key for the key), and name that.")
            .arg(target, value(0));
    case ExportNote::ChainInNoFile:
        return Production::tr("No PEM file here holds %2, which this server sends: the chain of %1 ends before it.")
            .arg(target, value(0));
    case ExportNote::ChainMayGrow:
        return Production::tr("Where a certificate has no chain file, %1 may send issuers that it finds among the "
                              "clients' authorities.")
            .arg(target);
    case ExportNote::ChainSorted:
        return Production::tr("%1 puts the chain into the right order before it sends it.").arg(target);
    case ExportNote::ChainLeftOut:
        return Production::tr("%1 sends no chain with the certificate for a server name: %2 is left out.")
            .arg(target, value(0));
    case ExportNote::FurtherCertificates:
        return Production::tr("%1 has no place for further certificates with other keys; left out: %2.")
            .arg(target, value(0));
    case ExportNote::FurtherByName:
        return Production::tr("%1 gives further certificates only to clients that ask for a name that they hold; "
                              "others get the first one.")
            .arg(target);
    case ExportNote::NamedLeftOut:
        return Production::tr("%1 has no place for the certificates of these server names: %2.")
            .arg(target, names(note.values));
    case ExportNote::NamesUnknown:
        return Production::tr("%1 must be told the names that %2 is for, and nobody has said any. Add server names to "
                              "this server.")
            .arg(target, value(0));
    case ExportNote::NamesOfCertificate:
        return Production::tr("%1 goes by the names that a certificate holds, not by these: %2.")
            .arg(target, names(note.values));
    case ExportNote::WildcardIsDeeper:
        return Production::tr("In %1, a “*” also stands for several labels, as in a.b.example.org: %2.")
            .arg(target, names(note.values));
    case ExportNote::OtherNamesServed:
        return Production::tr("%1 serves clients that ask for another name as well, with the usual certificate.")
            .arg(target);
    case ExportNote::NamelessRefused:
        return Production::tr("%1 also refuses clients that ask for no name at all.").arg(target);
    case ExportNote::OtherNamesRefused:
        return Production::tr("%1 refuses the names of the usual certificate too, because nobody has said them.")
            .arg(target);
    case ExportNote::TokenKeyRefused:
        return Production::tr("%1 cannot use the key of a token (%2): it needs a key file.").arg(target, value(0));
    case ExportNote::TokenKeyNeedsEngine:
        return Production::tr("For the key of a token, %1 needs OpenSSL's engine (package %2) and the PIN in its "
                              "configuration.")
            .arg(target, value(0));
    case ExportNote::OcspLeftOut:
        return value(0) == u"made"
                   ? Production::tr(
                         "%1 is not stapled an OCSP response: it would have to fetch one from its authority, "
                         "which Sealport only plays.")
                         .arg(target)
                   : Production::tr("%1 staples no OCSP response from a file; left out: %2.").arg(target, value(0));
    case ExportNote::KeyNeedsPassphrase:
        return Production::tr("%1 is protected: %2 asks for its pass phrase when it starts. Give it one in its own "
                              "way, or a key without.")
            .arg(value(0), target);
    default:
        return {};
    }
}

} // namespace sealport
