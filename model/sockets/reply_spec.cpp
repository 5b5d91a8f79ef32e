#include "model/sockets/reply_spec.h"

namespace sealport {

namespace {

Error replyError(const char *field, const QStringList &values = {})
{
    return Error{.code = ErrorCode::InvalidProfile,
                 .subject = QStringLiteral("reply"),
                 .values = QStringList{QLatin1String(field)} + values,
                 .causes = {}};
}

/// "file:a" begins with "file:"; gives the rest.
bool readPrefix(const QString &option, const char *prefix, QString &rest)
{
    const QLatin1String start(prefix);
    if (!option.startsWith(start))
        return false;
    rest = option.mid(start.size());
    return true;
}

} // namespace

Result<ReplySpec> ReplySpec::parse(const QString &option)
{
    if (option == u"echo")
        return ReplySpec{.mode = ReplyMode::Echo};
    if (option == u"discard")
        return ReplySpec{.mode = ReplyMode::Discard};
    if (option == u"http" || option == u"page")
        return ReplySpec{.mode = ReplyMode::Http};
    if (option == u"by-hand" || option == u"by-hand:ask")
        return ReplySpec{.mode = ReplyMode::ByHand, .asksFirst = option.endsWith(u":ask")};
    if (option == u"protocol")
        return ReplySpec{.mode = ReplyMode::Protocol};
    QString rest;
    if (readPrefix(option, "text:", rest))
        return ReplySpec{.mode = ReplyMode::Text, .text = rest};
    if (readPrefix(option, "file:", rest))
        return ReplySpec{.mode = ReplyMode::File, .path = rest};
    if (readPrefix(option, "dialogue:", rest))
        return ReplySpec{.mode = ReplyMode::Dialogue, .path = rest};
    if (readPrefix(option, "dialogue-text:", rest))
        return ReplySpec{.mode = ReplyMode::Dialogue, .text = rest};
    return std::unexpected(Error{
        .code = ErrorCode::InvalidOption,
        .subject = QStringLiteral("--reply"),
        .values = {option, QStringLiteral("echo, discard, http, page, file:PATH, text:STRING, dialogue:FILE, by-hand, "
                                          "protocol")},
        .causes = {}});
}

QString ReplySpec::toOption() const
{
    switch (mode) {
    case ReplyMode::Echo:
        return QStringLiteral("echo");
    case ReplyMode::Discard:
        return QStringLiteral("discard");
    case ReplyMode::Http:
        return QStringLiteral("http");
    case ReplyMode::Text:
        return QStringLiteral("text:") + text;
    case ReplyMode::File:
        return QStringLiteral("file:") + path;
    case ReplyMode::Dialogue:
        return path.isEmpty() ? QStringLiteral("dialogue-text:") + text : QStringLiteral("dialogue:") + path;
    case ReplyMode::ByHand:
        return asksFirst ? QStringLiteral("by-hand:ask") : QStringLiteral("by-hand");
    case ReplyMode::Protocol:
        return QStringLiteral("protocol");
    }
    Q_UNREACHABLE();
}

ReplyMode usualReply(const Opening &opening)
{
    return opening.mode == Opening::Mode::StartTls ? ReplyMode::Protocol : ReplyMode::Echo;
}

std::vector<Error> validateReply(const ReplySpec &reply)
{
    std::vector<Error> refused;
    if (reply.text.size() > ReplySpec::longestText)
        refused.push_back(
            replyError("reply", {QString::number(reply.text.size()), QString::number(ReplySpec::longestText)}));
    if (reply.mode == ReplyMode::File && reply.path.isEmpty())
        refused.push_back(replyError("replyFile"));
    if (reply.mode == ReplyMode::Dialogue && reply.path.isEmpty() && reply.text.trimmed().isEmpty())
        refused.push_back(replyError("replyDialogue"));
    return refused;
}

} // namespace sealport
