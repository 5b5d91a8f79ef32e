#include "model/text/algorithm_list_text.h"

#include "model/text/formatting.h"

#include <QCoreApplication>

namespace sealport {

namespace {

/// In a list of groups or signatures one wrong element costs the whole list, in the others OpenSSL passes over it.
QString consequence(const ListFinding &finding)
{
    return finding.isError
               ? QCoreApplication::translate("AlgorithmList", "OpenSSL refuses the whole list because of it.")
               : QCoreApplication::translate("AlgorithmList", "OpenSSL passes over it.");
}

QString shortened(const QString &list)
{
    constexpr qsizetype longest = 120;
    return list.size() <= longest ? list : list.first(longest) + QStringLiteral("…");
}

/// "Perhaps …", if there is something near.
QString withGuess(const QString &sentences, const ListFinding &finding)
{
    if (finding.suggestion.isEmpty())
        return sentences;
    return sentences + QLatin1Char(' ')
           + QCoreApplication::translate("AlgorithmList", "Perhaps %1 is meant.").arg(finding.suggestion);
}

QString alreadyThere(const ListFinding &finding)
{
    if (!finding.isError)
        return QCoreApplication::translate("AlgorithmList", "“%1” adds nothing: all of it is in the list already.")
            .arg(finding.element);
    return QCoreApplication::translate("AlgorithmList",
                                       "“%1” is in the list already, perhaps under another name, and OpenSSL refuses "
                                       "such a list. Take one of them out.")
        .arg(finding.element);
}

QString nothingLeft(const ListFinding &finding)
{
    if (finding.list == AlgorithmList::CipherSuites)
        return QCoreApplication::translate("AlgorithmList", "No suite of TLS 1.3 that this OpenSSL has is in the list. "
                                                            "Add one, or leave the list empty for Sealport's own.");
    if (finding.suggestion.isEmpty())
        return QCoreApplication::translate("AlgorithmList", "The list selects no cipher suite. Add one, or leave the "
                                                            "list empty for Sealport's own.");
    return QCoreApplication::translate(
               "AlgorithmList", "The list selects no cipher suite: it only takes away or commands. Begin it with what "
                                "it shall take away from: %1")
        .arg(shortened(finding.suggestion));
}

QString levelLeavesNothing(const ListFinding &finding)
{
    if (finding.list == AlgorithmList::Ciphers)
        return QCoreApplication::translate(
                   "AlgorithmList", "Security level %1 leaves no cipher suite of the list for %2: nobody can connect "
                                    "with it. Lower the level, or add stronger suites.")
            .arg(QString::number(finding.level), protocolList(finding.protocols));
    return QCoreApplication::translate(
               "AlgorithmList", "Security level %1 leaves nothing of the list for %2: the server would refuse all "
                                "clients that offer it. Lower the level, or add what is stronger.")
        .arg(QString::number(finding.level), protocolList(finding.protocols));
}

QString nothingForProtocols(const ListFinding &finding)
{
    const QString protocols = protocolList(finding.protocols);
    switch (finding.list) {
    case AlgorithmList::Ciphers:
    case AlgorithmList::CipherSuites:
        return QCoreApplication::translate("AlgorithmList", "The list has no cipher suite for %1: nobody can connect "
                                                            "with it. Add one, or leave %1 out.")
            .arg(protocols);
    case AlgorithmList::Groups:
        return QCoreApplication::translate(
                   "AlgorithmList", "The list has no group of %1: the server would refuse all clients that offer %1. "
                                    "Add one (X25519, P-256), or leave %1 out.")
            .arg(protocols);
    case AlgorithmList::SignatureAlgorithms:
        return QCoreApplication::translate(
                   "AlgorithmList", "The list has no signature algorithm of %1: the server would refuse all clients "
                                    "that offer %1. Add one (rsa_pss_rsae_sha256, ecdsa_secp256r1_sha256), or leave "
                                    "%1 out.")
            .arg(protocols);
    }
    Q_UNREACHABLE();
}

QString incomplete(const ListFinding &finding)
{
    if (finding.element.isEmpty())
        return QCoreApplication::translate("AlgorithmList", "A colon has no name before or after it, and OpenSSL "
                                                            "refuses such a list. Take the colon out.");
    return QCoreApplication::translate("AlgorithmList", "“%1” lacks a name, and OpenSSL refuses such a list. Complete "
                                                        "it, or take it out.")
        .arg(finding.element);
}

} // namespace

QString describe(const ListFinding &finding)
{
    const QString &element = finding.element;
    const QString &suggestion = finding.suggestion;
    switch (finding.kind) { // no default: a new kind without a sentence does not compile
    case ListFinding::Kind::TooLong:
        return QCoreApplication::translate("AlgorithmList", "The list has more than %1 characters. Shorten it.")
            .arg(wholeNumber(longestAlgorithmList));
    case ListFinding::Kind::IllegalCharacter:
        return QCoreApplication::translate("AlgorithmList", "“%1” has no place in this list. Take it out.")
            .arg(element);
    case ListFinding::Kind::Incomplete:
        return incomplete(finding);
    case ListFinding::Kind::WrongSeparator:
        return QCoreApplication::translate("AlgorithmList", "In this list colons stand between the names: %1")
            .arg(shortened(suggestion));
    case ListFinding::Kind::UnknownCommand:
        return QCoreApplication::translate(
                   "AlgorithmList", "“%1” is no command: there are @STRENGTH and @SECLEVEL=0 to @SECLEVEL=5. OpenSSL "
                                    "refuses the whole list because of it.")
            .arg(element);
    case ListFinding::Kind::UnknownName:
        return withGuess(
            QCoreApplication::translate("AlgorithmList", "“%1” is unknown here. %2").arg(element, consequence(finding)),
            finding);
    case ListFinding::Kind::IanaName:
        return QCoreApplication::translate("AlgorithmList", "OpenSSL knows “%1” only as %2. %3")
            .arg(element, suggestion, consequence(finding));
    case ListFinding::Kind::Tls13Suite:
        return QCoreApplication::translate("AlgorithmList", "“%1” is a suite of TLS 1.3 and has a list of its own. %2")
            .arg(element, consequence(finding));
    case ListFinding::Kind::OlderSuite:
        return QCoreApplication::translate(
                   "AlgorithmList", "“%1” is a suite of TLS 1.2 or older. Move it to the list for these; it is called "
                                    "%2 there.")
            .arg(element, suggestion);
    case ListFinding::Kind::NotAvailable:
        return withGuess(QCoreApplication::translate("AlgorithmList", "This OpenSSL has nothing for “%1”. %2")
                             .arg(element, consequence(finding)),
                         finding);
    case ListFinding::Kind::EmptyCombination:
        return QCoreApplication::translate("AlgorithmList", "No cipher suite is all of “%1” at once. %2")
            .arg(element, consequence(finding));
    case ListFinding::Kind::NotAtBeginning:
        return QCoreApplication::translate("AlgorithmList", "“%1” counts at the very beginning alone. %2")
            .arg(element, consequence(finding));
    case ListFinding::Kind::OverridesOthers:
        return QCoreApplication::translate(
                   "AlgorithmList", "“%1” would decide the groups and signature algorithms too, whatever their lists "
                                    "say. Write %2 instead.")
            .arg(element, suggestion);
    case ListFinding::Kind::NeedsSharedSecret:
        return QCoreApplication::translate(
                   "AlgorithmList", "“%1” stands for suites with a shared secret (PSK, SRP). A server that has only a "
                                    "certificate cannot use them.")
            .arg(element);
    case ListFinding::Kind::AlreadyThere:
        return alreadyThere(finding);
    case ListFinding::Kind::ExcludedBefore:
        return QCoreApplication::translate("AlgorithmList",
                                           "“%1” adds nothing: what stands before it has excluded all of it for good.")
            .arg(element);
    case ListFinding::Kind::LevelForbids:
        return QCoreApplication::translate("AlgorithmList", "Security level %2 forbids “%1”: no client gets it.")
            .arg(element, QString::number(finding.level));
    case ListFinding::Kind::NothingLeft:
        return nothingLeft(finding);
    case ListFinding::Kind::LevelLeavesNothing:
        return levelLeavesNothing(finding);
    case ListFinding::Kind::NothingForProtocols:
        return nothingForProtocols(finding);
    case ListFinding::Kind::RefusedByOpenSsl:
        return QCoreApplication::translate("AlgorithmList",
                                           "OpenSSL refuses this list and does not say why. Take out one name after "
                                           "the other to find the one that it means.");
    }
    Q_UNREACHABLE();
}

QString describe(SuiteWeakness weakness)
{
    switch (weakness) { // no default: a new weakness without a sentence does not compile
    case SuiteWeakness::None:
        return {};
    case SuiteWeakness::NoEncryption:
        return QCoreApplication::translate("AlgorithmList",
                                           "It does not encrypt: everybody on the way can read along.");
    case SuiteWeakness::NoAuthentication:
        return QCoreApplication::translate("AlgorithmList", "It uses no certificate: everybody on the way can pretend "
                                                            "to be the server.");
    case SuiteWeakness::BrokenCipher:
        return QCoreApplication::translate("AlgorithmList", "Its cipher is broken (RFC 7465).");
    case SuiteWeakness::ShortKey:
        return QCoreApplication::translate("AlgorithmList", "Its key is short enough to be guessed.");
    case SuiteWeakness::SmallBlock:
        return QCoreApplication::translate("AlgorithmList", "Its blocks of 64 bits give away contents after some "
                                                            "gigabytes (Sweet32).");
    case SuiteWeakness::ShortTag:
        return QCoreApplication::translate("AlgorithmList", "It protects records with 64 bits instead of 128 against "
                                                            "being changed.");
    case SuiteWeakness::Md5:
        return QCoreApplication::translate("AlgorithmList", "It protects records with MD5 against being changed.");
    }
    Q_UNREACHABLE();
}

} // namespace sealport
