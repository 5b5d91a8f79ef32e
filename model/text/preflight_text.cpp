#include "model/text/preflight_text.h"

#include "model/base/error.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/display_text.h"
#include "model/text/algorithm_list_text.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "model/text/gsk_text.h"
#include "model/text/warning_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace sealport {

namespace {

constexpr int shownNames = 4;

QString translated(const char *text)
{
    return QCoreApplication::translate("Preflight", text);
}

/// "TLS 1.2: 15, TLS 1.3: 3".
QString suiteCounts(const QStringList &values)
{
    QStringList counts;
    for (qsizetype i = 0; i + 1 < values.size(); i += 2)
        counts.append(
            QCoreApplication::translate("Preflight", "%1: %2", "protocol, number").arg(values.at(i), values.at(i + 1)));
    return counts.join(QStringLiteral(", "));
}

QString sentAuthorities(int count)
{
    return count == 0 ? translated(QT_TRANSLATE_NOOP("Preflight", "The chain is complete: its issuer is a root, which "
                                                                  "is not sent."))
                      : QCoreApplication::translate("Preflight", "The chain is complete: %n issuers are sent.", nullptr,
                                                    count);
}

QString clientAuthorities(int count) // lupdate does not end where an expression stands in place of the number
{
    return QCoreApplication::translate("Preflight", "Certificates of clients may come from %n authorities.", nullptr,
                                       count);
}

QString fileNames(const QStringList &files)
{
    QStringList names;
    for (const QString &file : files)
        names.append(displayText(QFileInfo(file).fileName()));
    return spokenList(names);
}

QString day(const QString &isoDate)
{
    return QLocale().toString(QDateTime::fromString(isoDate, Qt::ISODate).toLocalTime().date(), QLocale::LongFormat);
}

QString passed(const Check &check)
{
    const QStringList &values = check.values;
    switch (check.code) { // no default: a new check without a sentence does not compile
    case CheckCode::Settings:
        return translated(QT_TRANSLATE_NOOP("Preflight", "Name and limits are in order."));
    case CheckCode::Certificate:
        return QCoreApplication::translate("Preflight", "The certificate “%1” is there.").arg(values.value(0));
    case CheckCode::Key:
        return translated(QT_TRANSLATE_NOOP("Preflight", "Its private key is there and belongs to it."));
    case CheckCode::KeyStrength:
        return QCoreApplication::translate("Preflight", "The key (%1) is strong enough for security level %2.")
            .arg(values.value(0), values.value(1));
    case CheckCode::Validity:
        return QCoreApplication::translate("Preflight", "The certificate is valid until %1.").arg(day(values.value(0)));
    case CheckCode::HostNames:
        return values.isEmpty()
                   ? translated(QT_TRANSLATE_NOOP("Preflight", "The certificate names no host, and none is asked for."))
                   : QCoreApplication::translate("Preflight", "The certificate is for %1.")
                         .arg(spokenList(values, shownNames, 0));
    case CheckCode::Purpose:
        return translated(QT_TRANSLATE_NOOP("Preflight", "The certificate may be used by servers (serverAuth)."));
    case CheckCode::Chain:
        return values.isEmpty() ? translated(QT_TRANSLATE_NOOP(
                                      "Preflight", "The certificate is self-signed: nobody stands above it."))
                                : sentAuthorities(values.value(0).toInt());
    case CheckCode::Protocols:
        return QCoreApplication::translate("Preflight", "This OpenSSL has %1.").arg(spokenList(values));
    case CheckCode::Suites:
        return QCoreApplication::translate("Preflight", "Cipher suites that go with the key: %1.")
            .arg(suiteCounts(values));
    case CheckCode::Algorithms:
        return translated(QT_TRANSLATE_NOOP("Preflight", "OpenSSL takes the lists of algorithms."));
    case CheckCode::ClientAuthorities:
        return clientAuthorities(values.value(0).toInt());
    case CheckCode::Files:
        return QCoreApplication::translate("Preflight", "The files are in reach: %1.").arg(fileNames(values));
    case CheckCode::Secrecy:
        return translated(QT_TRANSLATE_NOOP("Preflight", "Nobody else gets what decrypts the connections."));
    case CheckCode::Address:
        return QCoreApplication::translate("Preflight", "%1 is an address of this machine.").arg(values.value(0));
    case CheckCode::Port:
        return values.value(0) == u"0"
                   ? translated(QT_TRANSLATE_NOOP("Preflight", "The system chooses a free port."))
                   : QCoreApplication::translate("Preflight", "Port %1 is free.").arg(values.value(0));
    }
    Q_UNREACHABLE();
}

QString refused(const Error &error)
{
    if (isAboutPassphrase(error) || isAboutPin(error))
        return translated(QT_TRANSLATE_NOOP("Preflight", "The key is locked: Start asks for its pass phrase."));
    return describe(error);
}

QString refused(const ListFinding &finding)
{
    const QString sentence = describe(finding);
    return finding.isError ? withGsk(sentence, gskCode(ErrorCode::BadCipherString)) : sentence;
}

QString protocolsOf(const QString &options)
{
    return protocolList(parseProtocols(options).value_or(ProtocolSet()));
}

} // namespace

QString describe(const Check &check)
{
    if (const auto *warning = std::get_if<Warning>(&check.fault))
        return describe(*warning);
    if (const auto *error = std::get_if<Error>(&check.fault))
        return refused(*error);
    if (const auto *finding = std::get_if<ListFinding>(&check.fault))
        return refused(*finding);
    return passed(check);
}

QString mendText(const Mend &mend)
{
    switch (mend.kind) { // no default: a new mend without a name does not compile
    case Mend::Kind::UsePort:
        return QCoreApplication::translate("Preflight", "Use port %1").arg(mend.value);
    case Mend::Kind::AllowAnyPort:
        return translated(QT_TRANSLATE_NOOP("Preflight", "Allow any port"));
    case Mend::Kind::UseAddress:
        return QCoreApplication::translate("Preflight", "Listen on %1").arg(mend.value);
    case Mend::Kind::LowerLevel:
        return QCoreApplication::translate("Preflight", "Lower the level to %1").arg(mend.value);
    case Mend::Kind::UseCertificate:
        return QCoreApplication::translate("Preflight", "Use “%1”").arg(displayText(mend.shown));
    case Mend::Kind::TrustAuthority:
        return QCoreApplication::translate("Preflight", "Trust “%1”").arg(displayText(mend.shown));
    case Mend::Kind::SendUsualChain:
        return translated(QT_TRANSLATE_NOOP("Preflight", "Send the usual chain"));
    case Mend::Kind::UseProtocols:
        return QCoreApplication::translate("Preflight", "Use %1").arg(protocolsOf(mend.value));
    case Mend::Kind::UseList:
        return mend.value.isEmpty() ? translated(QT_TRANSLATE_NOOP("Preflight", "Use Sealport's list"))
                                    : translated(QT_TRANSLATE_NOOP("Preflight", "Correct the list"));
    case Mend::Kind::ForgetFile:
        return translated(QT_TRANSLATE_NOOP("Preflight", "Do without it"));
    case Mend::Kind::ChooseFurther:
        return translated(QT_TRANSLATE_NOOP("Preflight", "Choose…"));
    }
    Q_UNREACHABLE();
}

QString summary(const Preflight &preflight)
{
    const auto errors = static_cast<int>(std::ranges::count(preflight.checks, CheckOutcome::Error, &Check::outcome));
    if (errors > 0)
        return QCoreApplication::translate("Preflight", "%n errors keep the server from starting.", nullptr, errors);
    if (preflight.isPlain)
        return translated(QT_TRANSLATE_NOOP("Preflight", "Ready: plain TCP, without TLS."));
    if (preflight.certificate.isEmpty()) // nobody can look at what is locked
        return QCoreApplication::translate("Preflight", "Ready, but for the pass phrase of the key: %1.")
            .arg(protocolList(preflight.protocols));
    return QCoreApplication::translate("Preflight", "Ready: %1 with %2.")
        .arg(protocolList(preflight.protocols), preflight.certificate);
}

} // namespace sealport
