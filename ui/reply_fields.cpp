#include "ui/reply_fields.h"

#include "model/sockets/dialogue.h"
#include "model/text/dialogue_text.h"
#include "ui/exact_text.h"
#include "ui/field_note.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTextBlock>
#include <QVBoxLayout>

namespace sealport {
namespace {

constexpr int scriptLines = 7;

/// The pages of the row, one for each thing that a reply may need.
enum Page { NothingPage, TextPage, PathPage, AskPage };

} // namespace

ReplyFields::ReplyFields(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_path(new QLineEdit(this))
    , m_asksFirst(new QCheckBox(tr("ask before a client is let in"), this))
    , m_script(new QPlainTextEdit(this))
    , m_fault(new FieldNote(m_script, this))
    , m_fields(new QStackedWidget(this))
{
    m_text->setMaxLength(ReplySpec::longestText); // it cuts at 32,767 by itself
    m_kind->setObjectName(QStringLiteral("reply"));
    m_kind->setAccessibleName(tr("Reply"));
    fillKinds();
    m_text->setObjectName(QStringLiteral("replyText"));
    m_text->setAccessibleName(tr("Reply text"));
    m_text->setPlaceholderText(tr("sent for every message"));
    m_asksFirst->setObjectName(QStringLiteral("asksFirst"));
    m_asksFirst->setAccessibleName(m_asksFirst->text());
    m_asksFirst->setToolTip(tr("Nothing is read from a client before you let it in, as with SocketAccept and "
                               "SocketDeny; it waits as long as a handshake may take"));
    m_script->setObjectName(QStringLiteral("script"));
    m_script->setAccessibleName(tr("Dialogue"));
    m_script->setPlaceholderText(
        QStringLiteral("send \"220 ready\\r\\n\"\nwait /^EHLO .*\\r\\n/\nsend \"250 hello\\r\\n\"\n"
                       "delay 200 ms\nclose"));
    m_script->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_script->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_script->setTabChangesFocus(true);
    m_script->setFixedHeight(m_script->fontMetrics().lineSpacing() * scriptLines + 2 * m_script->frameWidth() + 10);
    m_script->setToolTip(
        tr("One step a line: wait, send, delay, close, reset, repeat, on. The manual page says more."));
    m_fault->setObjectName(QStringLiteral("scriptFault"));

    m_fields->insertWidget(NothingPage, new QWidget(this));
    m_fields->insertWidget(TextPage, m_text);
    m_fields->insertWidget(PathPage, buildPath());
    m_fields->insertWidget(AskPage, m_asksFirst);
    m_fields->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout;
    row->addWidget(m_kind);
    row->addWidget(m_fields, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_script);
    column->addWidget(m_fault);
    connectFields();
    updateFields();
}

void ReplyFields::fillKinds()
{
    const auto add = [this](Kind kind, const QString &text) { m_kind->addItem(text, int(kind)); };
    add(Kind::Echo, tr("echo what arrives"));
    add(Kind::Discard, tr("discard what arrives"));
    add(Kind::Text, tr("a text"));
    add(Kind::Http, tr("HTTP page"));
    add(Kind::Files, tr("a file or folder over HTTP"));
    add(Kind::Dialogue, tr("a dialogue"));
    add(Kind::DialogueFile, tr("a dialogue in a file"));
    add(Kind::ByHand, tr("by hand"));
    add(Kind::Protocol, tr("the protocol of STARTTLS"));
    m_kind->setItemData(
        m_kind->count() - 1,
        tr("What mail programs and the like expect inside TLS; anybody may log in, and nothing is kept"),
        Qt::ToolTipRole);
}

QWidget *ReplyFields::buildPath()
{
    auto *box = new QWidget(this);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    m_path->setObjectName(QStringLiteral("replyPath"));
    const auto button = [&](const QString &text, const QString &name, bool folder) {
        auto *made = new QPushButton(text, box);
        made->setObjectName(name);
        made->setAccessibleName(text);
        connect(made, &QPushButton::clicked, this, [this, folder] { choosePath(folder); });
        return made;
    };
    line->addWidget(m_path, 1);
    line->addWidget(button(tr("File…"), QStringLiteral("replyFile"), false));
    m_chooseFolder = button(tr("Folder…"), QStringLiteral("replyFolder"), true);
    line->addWidget(m_chooseFolder);
    return box;
}

void ReplyFields::connectFields()
{
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        updateFields();
        noteEdit();
    });
    connect(m_text, &QLineEdit::textChanged, this, &ReplyFields::noteEdit);
    connect(m_path, &QLineEdit::textEdited, this, [this](const QString &path) {
        (kind() == Kind::Files ? m_files : m_dialogueFile) = path;
        noteEdit();
    });
    connect(m_asksFirst, &QCheckBox::toggled, this, &ReplyFields::noteEdit);
    connect(m_script, &QPlainTextEdit::textChanged, this, [this] {
        checkScript();
        noteEdit();
    });
}

void ReplyFields::choosePath(bool folder)
{
    auto *dialog = new QFileDialog(this, folder ? tr("Answer with the files of a folder") : tr("Answer with a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (!m_path->text().isEmpty())
        dialog->selectFile(m_path->text());
    connect(dialog, &QFileDialog::fileSelected, this, [this, kind = kind()](const QString &path) {
        (kind == Kind::Files ? m_files : m_dialogueFile) = path;
        updateFields();
        noteEdit();
    });
    dialog->open();
}

void ReplyFields::noteEdit()
{
    if (!m_loading)
        Q_EMIT changed();
}

ReplyFields::Kind ReplyFields::kind() const
{
    return Kind(m_kind->currentData().toInt());
}

ReplyFields::Kind ReplyFields::kindOf(const ReplySpec &reply)
{
    switch (reply.mode) { // no default: a new mode without a field does not compile
    case ReplyMode::Echo:
        return Kind::Echo;
    case ReplyMode::Discard:
        return Kind::Discard;
    case ReplyMode::Text:
        return Kind::Text;
    case ReplyMode::Http:
        return Kind::Http;
    case ReplyMode::File:
        return Kind::Files;
    case ReplyMode::Dialogue:
        return reply.path.isEmpty() ? Kind::Dialogue : Kind::DialogueFile;
    case ReplyMode::ByHand:
        return Kind::ByHand;
    case ReplyMode::Protocol:
        return Kind::Protocol;
    }
    Q_UNREACHABLE();
}

ReplySpec ReplyFields::reply() const
{
    switch (kind()) {
    case Kind::Echo:
        return {.mode = ReplyMode::Echo};
    case Kind::Discard:
        return {.mode = ReplyMode::Discard};
    case Kind::Text:
        return {.mode = ReplyMode::Text, .text = m_text->text()};
    case Kind::Http:
        return {.mode = ReplyMode::Http};
    case Kind::Files:
        return {.mode = ReplyMode::File, .path = m_files};
    case Kind::Dialogue:
        return {.mode = ReplyMode::Dialogue, .text = exactText(*m_script)};
    case Kind::DialogueFile:
        return {.mode = ReplyMode::Dialogue, .path = m_dialogueFile};
    case Kind::ByHand:
        return {.mode = ReplyMode::ByHand, .asksFirst = m_asksFirst->isChecked()};
    case Kind::Protocol:
        return {.mode = ReplyMode::Protocol};
    }
    Q_UNREACHABLE();
}

void ReplyFields::setReply(const ReplySpec &reply, bool isOfAnother)
{
    if (!isOfAnother && reply == this->reply())
        return;
    const QScopedValueRollback loading(m_loading, true);
    const Kind given = kindOf(reply);
    const auto ofKind = [&](Kind kind, const QString &mine, const QString &now) {
        return given == kind ? mine : isOfAnother ? QString() : now;
    };
    m_text->setText(ofKind(Kind::Text, reply.text, m_text->text()));
    m_files = ofKind(Kind::Files, reply.path, m_files);
    m_dialogueFile = ofKind(Kind::DialogueFile, reply.path, m_dialogueFile);
    if (const QString script = ofKind(Kind::Dialogue, reply.text, exactText(*m_script)); script != exactText(*m_script))
        m_script->setPlainText(script);
    if (given == Kind::ByHand || isOfAnother)
        m_asksFirst->setChecked(reply.asksFirst);
    m_kind->setCurrentIndex(m_kind->findData(int(given)));
    updateFields();
}

void ReplyFields::updateFields()
{
    const Kind now = kind();
    const bool isPath = now == Kind::Files || now == Kind::DialogueFile;
    m_fields->setCurrentIndex(now == Kind::Text     ? TextPage
                              : isPath              ? PathPage
                              : now == Kind::ByHand ? AskPage
                                                    : NothingPage);
    if (isPath) {
        const QString &path = now == Kind::Files ? m_files : m_dialogueFile;
        if (m_path->text() != path)
            m_path->setText(path);
        m_path->setAccessibleName(now == Kind::Files ? tr("File or folder") : tr("File of the dialogue"));
        m_path->setPlaceholderText(now == Kind::Files ? tr("a file for every request, or a folder with its files")
                                                      : tr("a text file with one step a line"));
        m_chooseFolder->setVisible(now == Kind::Files);
    }
    m_script->setVisible(now == Kind::Dialogue);
    checkScript();
}

void ReplyFields::checkScript()
{
    if (kind() != Kind::Dialogue)
        return m_fault->clear();
    const auto dialogue = parseDialogue(exactText(*m_script));
    if (dialogue) {
        markLine(0);
        return m_fault->clear();
    }
    const ScriptFault &fault = dialogue.error();
    const bool isEmpty = fault.kind == ScriptFault::Kind::Empty;
    markLine(isEmpty ? 0 : fault.line);
    m_fault->showNote(isEmpty ? FieldNote::Level::Information : FieldNote::Level::Error,
                      isEmpty ? describe(fault)
                              : tr("Line %1, column %2: %3").arg(fault.line).arg(fault.column).arg(describe(fault)));
}

/// Counted from 1; 0: none.
void ReplyFields::markLine(int line)
{
    QList<QTextEdit::ExtraSelection> marks;
    if (const QTextBlock block = m_script->document()->findBlockByNumber(line - 1); line > 0 && block.isValid()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.select(QTextCursor::LineUnderCursor);
        mark.format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
        mark.format.setUnderlineColor(Qt::red);
        marks.append(mark);
    }
    m_script->setExtraSelections(marks);
}

} // namespace sealport
