#include "model/text/dialogue_text.h"

#include "model/certificates/display_text.h"
#include "model/text/formatting.h"

#include <QCoreApplication>

namespace sealport {

namespace {

constexpr qsizetype longestDetail = 60;

QString shown(const QString &detail)
{
    const QString text = displayText(detail);
    return text.size() > longestDetail ? text.left(longestDetail) + QChar(0x2026) : text;
}

QString textSample()
{
    return QStringLiteral("\"hello\\r\\n\"");
}

QString badHex(const QString &detail)
{
    if (detail.isEmpty())
        return QCoreApplication::translate(
            "Dialogue", "Hexadecimal digits are missing here. Write two for each octet, as in 0d 0a.");
    return QCoreApplication::translate(
               "Dialogue", "'%1' is no hexadecimal digit. Write two of 0 to 9 and a to f for each octet, as in 0d 0a.")
        .arg(detail);
}

QString badTime(const QString &detail)
{
    if (detail.isEmpty())
        return QCoreApplication::translate("Dialogue", "Say how long, with its unit: 200 ms, or 1.5 s.");
    return QCoreApplication::translate("Dialogue",
                                       "'%1' is no time up to one hour. Write it with its unit: 200 ms, or 1.5 s.")
        .arg(detail);
}

QString badCount(const QString &detail)
{
    if (detail.isEmpty())
        return QCoreApplication::translate("Dialogue", "Say how many bytes, as in: wait 4 bytes.");
    return QCoreApplication::translate("Dialogue",
                                       "'%1' is no number of bytes. Write a whole number, as in: wait 4 bytes.")
        .arg(detail);
}

QString unknownEscape(const QString &detail)
{
    const QString known = QStringLiteral("\\r \\n \\t \\0 \\\\ \\\" \\x0d");
    if (detail.isEmpty())
        return QCoreApplication::translate("Dialogue", "A backslash stands alone. These have a meaning: %1").arg(known);
    return QCoreApplication::translate("Dialogue", "'\\%1' has no meaning. These have one: %2").arg(detail, known);
}

} // namespace

QString describe(const ScriptFault &fault)
{
    using Kind = ScriptFault::Kind;
    const QString detail = shown(fault.detail);
    switch (fault.kind) { // no default: a new fault without a sentence does not compile
    case Kind::UnknownStep:
        return QCoreApplication::translate(
                   "Dialogue", "'%1' is no step. The steps are: wait, send, delay, close, reset, repeat, on.")
            .arg(detail);
    case Kind::NothingToSend:
        return QCoreApplication::translate("Dialogue",
                                           "Say what is to be sent: a text in quotes, as in %1, or hex 0d 0a.")
            .arg(textSample());
    case Kind::NothingToWait:
        return QCoreApplication::translate("Dialogue", "Say what is waited for: a text in quotes, as in %1, hex 0d 0a, "
                                                       "or a pattern, as in %2.")
            .arg(textSample(), QStringLiteral("/^QUIT/"));
    case Kind::UnfinishedText:
        return QCoreApplication::translate(
                   "Dialogue",
                   "The text that begins here has no end. Close it with a quote; a quote inside is written %1.")
            .arg(QStringLiteral("\\\""));
    case Kind::UnfinishedRegex:
        return QCoreApplication::translate(
                   "Dialogue",
                   "The pattern that begins here has no end. Close it with a slash; a slash inside is written %1.")
            .arg(QStringLiteral("\\/"));
    case Kind::BadRegex:
        return QCoreApplication::translate("Dialogue", "The pattern cannot be understood: %1.").arg(detail);
    case Kind::EmptyRegex:
        return QCoreApplication::translate("Dialogue",
                                           "The pattern is found even where nothing has come. Change it so "
                                           "that it needs a character at least, + instead of * for example.");
    case Kind::UnknownFlag:
        return QCoreApplication::translate(
                   "Dialogue", "'%1' behind a pattern has no meaning. Only i does: upper and lower case are the same.")
            .arg(detail);
    case Kind::UnknownEscape:
        return unknownEscape(detail);
    case Kind::BadHex:
        return badHex(detail);
    case Kind::HalfOctet:
        return QCoreApplication::translate(
            "Dialogue", "A hexadecimal digit stands alone. Write two for each octet, 0d instead of d.");
    case Kind::TextTooLong:
        return QCoreApplication::translate("Dialogue",
                                           "This is longer than what can be waited for: %1 bytes. Shorten it.")
            .arg(detail);
    case Kind::BadCount:
        return badCount(detail);
    case Kind::BadTime:
        return badTime(detail);
    case Kind::MissingAction:
        return QCoreApplication::translate("Dialogue",
                                           "Say what is to be done when this comes: send and what, close, or reset.");
    case Kind::BytesInRule:
        return QCoreApplication::translate("Dialogue",
                                           "Bytes can be counted by wait alone. Give a text in quotes, or a pattern.");
    case Kind::Surplus:
        return QCoreApplication::translate("Dialogue", "'%1' is more than this step takes. Write one step a line.")
            .arg(detail);
    case Kind::TooManyLines:
        return QCoreApplication::translate("Dialogue", "A dialogue has %1 lines at most. Shorten it.").arg(detail);
    case Kind::TooManyRules:
        return QCoreApplication::translate("Dialogue", "A dialogue has %1 lines with on at most. Leave some out.")
            .arg(detail);
    case Kind::TooLarge:
        return QCoreApplication::translate("Dialogue", "A dialogue has %1 at most. Shorten it.")
            .arg(byteSize(detail.toULongLong()));
    case Kind::Unreachable:
        return QCoreApplication::translate(
                   "Dialogue", "No client ever comes to this step: it stands behind %1. Move it up, or take it out.")
            .arg(detail);
    case Kind::NothingToRepeat:
        return QCoreApplication::translate(
            "Dialogue", "There is nothing to repeat: no step in front of it sends anything or waits for the client. "
                        "Rules with on stay in force without it.");
    case Kind::Empty:
        return QCoreApplication::translate("Dialogue", "The dialogue has no step. Write one a line, for example: %1")
            .arg(QStringLiteral("send ") + textSample());
    }
    Q_UNREACHABLE();
}

QString describe(const ScriptFault &fault, const QString &file)
{
    if (fault.kind == ScriptFault::Kind::Empty)
        return describe(fault);
    if (file.isEmpty())
        return QCoreApplication::translate("Dialogue", "Dialogue, line %1, column %2: %3")
            .arg(QString::number(fault.line), QString::number(fault.column), describe(fault));
    return QCoreApplication::translate("Dialogue", "%1, line %2, column %3: %4")
        .arg(file, QString::number(fault.line), QString::number(fault.column), describe(fault));
}

} // namespace sealport
