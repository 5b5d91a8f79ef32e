#pragma once

#include <QPlainTextEdit>
#include <QTextDocument>

namespace sealport {

/// What an editor holds, to the character: QPlainTextEdit::toPlainText() makes blanks of no-break spaces and line ends
/// of U+2028. GUI thread.
[[nodiscard]] inline QString exactText(const QPlainTextEdit &editor)
{
    return editor.document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

} // namespace sealport
