#include "model/text/wlanguage_text.h"

#include "model/certificates/display_text.h"
#include "model/certificates/thumbprint.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "model/text/thumbprint_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace sealport {

namespace {

/// The context of this file's translatable texts.
struct WLanguage {
    Q_DECLARE_TR_FUNCTIONS(WLanguage)
};

constexpr int mostNames = 5;
constexpr qsizetype longestShown = 200;

/// What the page of SocketCréeSSL calls it.
QString parameterName(WLanguageParameter parameter)
{
    switch (parameter) {
    case WLanguageParameter::Name:
        return WLanguage::tr("the name of the socket");
    case WLanguageParameter::Port:
        return WLanguage::tr("the port");
    case WLanguageParameter::Certificate:
        return WLanguage::tr("the certificate");
    case WLanguageParameter::Options:
        return WLanguage::tr("the options");
    case WLanguageParameter::Address:
        return WLanguage::tr("the address");
    case WLanguageParameter::Store:
        return WLanguage::tr("the name of the certificate store");
    }
    Q_UNREACHABLE();
}

/// What is wrong with it as a thumbprint, or what was passed over in it.
QString thumbprintNote(const QString &text)
{
    const auto thumbprint = parseThumbprint(text);
    if (!thumbprint) {
        Error error = thumbprint.error();
        error.subject.truncate(longestShown);
        return describe(error) + u' ' + WLanguage::tr("It was kept as it is.");
    }
    return WLanguage::tr("About the thumbprint “%1”: %2")
        .arg(displayText(text.left(longestShown)), readingNotes(readThumbprint(text)).join(u' '));
}

} // namespace

QString describe(const WLanguageNote &note)
{
    using Code = WLanguageNote::Code;
    QStringList values;
    for (const QString &value : note.values)
        values.append(displayText(value.left(longestShown)));
    const QString first = values.value(0);
    const QString parameter = parameterName(note.parameter);
    switch (note.code) { // no default: a new code without a sentence does not compile
    case Code::NoCall:
        return WLanguage::tr("There is no call of SocketCréeSSL or SocketCreateSSL in it.");
    case Code::OtherCall:
        return WLanguage::tr("%1 makes no server with TLS. What is looked for is SocketCréeSSL or SocketCreateSSL.")
            .arg(first);
    case Code::TextTooLong:
        return WLanguage::tr("The text is longer than %1 and was not read. Take less of the code, around the call.")
            .arg(byteSize(std::uint64_t{longestWLanguageText}));
    case Code::TooManyCalls:
        return WLanguage::tr("There are more calls: the first %1 were read.").arg(first);
    case Code::UnfinishedComment:
        return WLanguage::tr("A comment that begins with /* has no end: what follows it was not read.");
    case Code::UnfinishedCall:
        return WLanguage::tr("The parenthesis of the call is not closed. Check what was taken from it.");
    case Code::UnfinishedString:
        return WLanguage::tr("For %1, the closing quotation mark is missing: the text was taken up to the end of the "
                             "line.")
            .arg(parameter);
    case Code::TypographicQuotes:
        return WLanguage::tr("For %1, typographic quotation marks were taken for straight ones. WinDev takes none but "
                             "those.")
            .arg(parameter);
    case Code::MultilineString:
        return WLanguage::tr("For %1, a text over several lines, in brackets, was taken without the blanks around it. "
                             "Check it.")
            .arg(parameter);
    case Code::Interpolation:
        return WLanguage::tr("For %1, the text holds [%…%], which WinDev may fill in; it was kept as it is.")
            .arg(parameter);
    case Code::NotUnderstood:
        return WLanguage::tr("For %1, “%2” was not understood.").arg(parameter, first);
    case Code::UnknownVariable:
        return WLanguage::tr("For %1, the text gives no value to %2.").arg(parameter, spokenList(values, mostNames, 0));
    case Code::ParameterMissing:
        return WLanguage::tr("The call lacks %1.").arg(parameter);
    case Code::ParametersLeftOver:
        return WLanguage::tr("The call has more parameters than SocketCréeSSL, which were not used: %1.")
            .arg(spokenList(values, mostNames, 0));
    case Code::NameFromVariable:
        return WLanguage::tr("The text gives no value to %1, so the server was given that name.").arg(first);
    case Code::PortOutsideRange:
        return WLanguage::tr("SocketCréeSSL takes ports from 5000 to 65000. This server may use port %1 nevertheless.")
            .arg(first);
    case Code::PortOfSystem:
        return WLanguage::tr("The port is 0: the system will choose one at each start.");
    case Code::PortImpossible:
        return WLanguage::tr("“%1” is no port. Give a number from 5000 to 65000.").arg(first);
    case Code::UnknownConstant:
        return WLanguage::tr("“%1” is no option of SocketCréeSSL that is known here; it was not used.").arg(first);
    case Code::HashAndName:
        return WLanguage::tr("The options name the certificate both by its hash and by its name: the hash was taken.");
    case Code::NoProtocol:
        return WLanguage::tr("The options name no protocol: TLS 1.0, 1.1 and 1.2 were taken, as if there were no "
                             "options.");
    case Code::ThumbprintDoubtful:
        return thumbprintNote(note.values.value(0));
    case Code::ThumbprintNotSha1:
        return WLanguage::tr("The thumbprint has %1 digits. Sealport finds the certificate by it, but SocketCréeSSL "
                             "takes SHA-1, with 40 digits.")
            .arg(first);
    case Code::NameIsThumbprint:
        return WLanguage::tr("The certificate is given by its name, which is a thumbprint. Perhaps HashCertificat "
                             "(CertificateHash) is missing among the options.");
    case Code::NoAddress:
        return WLanguage::tr("The call chooses no address: this server takes connections at %1 alone.").arg(first);
    case Code::StoreNotUsed:
        return WLanguage::tr("The name of a certificate store, “%1”, was not used: Sealport looks in its own store.")
            .arg(first);
    case Code::SettingsRead:
        return WLanguage::tr("The comments above the call also set: %1.").arg(spokenList(values));
    case Code::SettingsNotRead:
        return WLanguage::tr("The comments above the call hold settings that cannot be used: %1.")
            .arg(spokenList(values, mostNames, 0));
    case Code::SocketOptionUnknown:
        return WLanguage::tr("“%1” is not known here; only SocketAdresseUnique (SocketUniqueAddress) is.").arg(first);
    }
    Q_UNREACHABLE();
}

QStringList noteTexts(const std::vector<WLanguageNote> &notes)
{
    const bool hasLines = std::ranges::any_of(notes, [](const WLanguageNote &note) { return note.line > 1; });
    QStringList texts;
    for (const WLanguageNote &note : notes) {
        const QString sentence = describe(note);
        texts.append(hasLines && note.line > 0 ? WLanguage::tr("Line %1: %2").arg(note.line).arg(sentence) : sentence);
    }
    return texts;
}

} // namespace sealport
