#include "ui/hand_panel.h"

#include "model/text/hand_text.h"
#include "ui/field_note.h"
#include "ui/transcript_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sealport {
namespace {

enum class InputForm { Text, Hex };

QComboBox *combo(QWidget *parent, const QString &objectName, const QString &accessibleName)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // its place is narrow
    box->setMinimumContentsLength(7);
    return box;
}

QPushButton *button(QWidget *parent, const QString &text, const QString &objectName, const QString &toolTip)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(objectName);
    made->setAccessibleName(text);
    made->setToolTip(toolTip);
    made->setAutoDefault(true); // Enter presses it as well as Space
    return made;
}

} // namespace

HandPanel::HandPanel(HandExchange &exchange, QWidget *parent)
    : QWidget(parent)
    , m_exchange(exchange)
    , m_stage(new QLabel(this))
    , m_admit(button(this, tr("Let in"), QStringLiteral("admit"), tr("Begin with this client (SocketAccept)")))
    , m_deny(button(this, tr("Deny"), QStringLiteral("deny"), tr("Turn this client away (SocketDeny)")))
    , m_secure(button(this, tr("Begin TLS"), QStringLiteral("secureByHand"),
                      tr("From here on this connection is encrypted: tell the client to begin its handshake "
                         "(Ctrl+Shift+B)")))
    , m_form(combo(this, QStringLiteral("transcriptForm"), tr("Show what was said as")))
    , m_transcript(new TranscriptView(this))
    , m_input(new QLineEdit(this))
    , m_send(button(this, tr("Send"), QStringLiteral("send"), tr("Send what is written here (Enter)")))
    , m_inputForm(combo(this, QStringLiteral("inputForm"), tr("What is written here")))
    , m_end(combo(this, QStringLiteral("inputEnd"), tr("End of what is sent")))
    , m_tag(new QLineEdit(QStringLiteral("0d 0a"), this))
    , m_close(button(this, tr("Close"), QStringLiteral("closeClient"), tr("Say goodbye (close_notify) and end it")))
    , m_fault(new FieldNote(m_input, this))
{
    m_stage->setObjectName(QStringLiteral("handStage"));
    m_stage->setWordWrap(true);
    m_secure->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)); // as beside the verdict: one of them is seen
    m_form->addItem(tr("text"), int(TranscriptView::Form::Text));
    m_form->addItem(tr("hexadecimal"), int(TranscriptView::Form::Hex));
    m_transcript->setObjectName(QStringLiteral("transcript"));
    m_transcript->setAccessibleName(tr("What was said"));
    m_input->setObjectName(QStringLiteral("handInput"));
    m_input->setAccessibleName(tr("To be sent"));
    m_inputForm->addItem(tr("text"), int(InputForm::Text));
    m_inputForm->addItem(tr("hexadecimal"), int(InputForm::Hex));
    const auto addEnd = [this](End end, const QString &text, const QString &toolTip) {
        m_end->addItem(text, int(end));
        m_end->setItemData(m_end->count() - 1, toolTip, Qt::ToolTipRole);
    };
    addEnd(End::CrLf, tr("then CR LF"), tr("Ends lines in HTTP, SMTP and on Windows"));
    addEnd(End::Lf, tr("then LF"), tr("Ends lines on Linux"));
    addEnd(End::Cr, tr("then CR"), tr("Ends lines on some devices"));
    addEnd(End::Nul, tr("then a zero byte"), tr("Ends strings in C"));
    addEnd(End::Nothing, tr("as it is"), tr("Nothing is added"));
    addEnd(End::WinDevTag, tr("then WinDev's end tag"),
           tr("As SocketWrite does it with an end tag: the bytes beside this field. What the client says is shown "
              "message by message"));
    addEnd(End::WinDevLength, tr("with WinDev's length in front"),
           tr("As SocketWrite does it by default: the length, CR LF, the message. What the client says is shown "
              "message by message"));
    m_tag->setObjectName(QStringLiteral("endTag"));
    m_tag->setAccessibleName(tr("End tag in hexadecimal"));
    m_tag->setToolTip(m_tag->accessibleName());
    m_tag->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
    m_fault->setObjectName(QStringLiteral("handFault"));
    build();
    connectFields();
    updateInput();
    refresh();
}

void HandPanel::build()
{
    const auto rowOf = [](std::initializer_list<QWidget *> widgets, QWidget *wide) {
        auto *row = new QHBoxLayout;
        for (QWidget *widget : widgets)
            row->addWidget(widget, widget == wide ? 1 : 0);
        return row;
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 0, 0);
    column->addLayout(rowOf({m_stage, m_admit, m_deny, m_secure, m_form}, m_stage));
    column->addWidget(m_transcript, 1);
    column->addLayout(rowOf({m_input, m_send}, m_input));
    column->addWidget(m_fault);
    column->addLayout(rowOf({m_inputForm, m_end, m_tag, m_close}, m_end));
}

void HandPanel::connectFields()
{
    connect(&m_exchange, &HandExchange::changed, this, [this](ConnectionId id) {
        if (m_id == id)
            refresh();
    });
    connect(&m_exchange, &HandExchange::forgotten, this, [this](ConnectionId id) {
        if (m_id == id)
            showConversation(std::nullopt);
    });
    connect(m_admit, &QPushButton::clicked, this, [this] { m_exchange.admit(m_id.value_or(ConnectionId())); });
    connect(m_deny, &QPushButton::clicked, this, [this] { m_exchange.deny(m_id.value_or(ConnectionId())); });
    connect(m_secure, &QPushButton::clicked, this, [this] { m_exchange.secure(m_id.value_or(ConnectionId())); });
    connect(m_close, &QPushButton::clicked, this, [this] { m_exchange.close(m_id.value_or(ConnectionId())); });
    connect(m_send, &QPushButton::clicked, this, &HandPanel::send);
    connect(m_input, &QLineEdit::returnPressed, this, &HandPanel::send);
    connect(m_input, &QLineEdit::textChanged, m_fault, &FieldNote::clear);
    connect(m_tag, &QLineEdit::textChanged, m_fault, &FieldNote::clear);
    connect(m_tag, &QLineEdit::textChanged, this, &HandPanel::updateFrame);
    connect(m_inputForm, &QComboBox::currentIndexChanged, this, &HandPanel::updateInput);
    connect(m_end, &QComboBox::currentIndexChanged, this, &HandPanel::updateInput);
    connect(m_form, &QComboBox::currentIndexChanged, this, [this] {
        m_transcript->setForm(TranscriptView::Form(m_form->currentData().toInt()));
        refresh();
    });
}

void HandPanel::showConversation(std::optional<ConnectionId> id)
{
    if (id != m_id) {
        if (m_id)
            m_drafts.insert(*m_id, m_input->text()); // meant for that one
        m_input->setText(id ? m_drafts.take(*id) : QString());
        m_fault->clear();
    }
    m_id = id;
    refresh();
}

void HandPanel::goToInput()
{
    m_input->setFocus(Qt::OtherFocusReason); // by a shortcut Qt would select what is there, for the next key to replace
}

const HandExchange::Conversation *HandPanel::shown() const
{
    return m_id ? m_exchange.conversation(*m_id) : nullptr;
}

QString HandPanel::stageOf(const ConnectionRecord &record)
{
    const QString peer = record.peer.toString();
    if (record.state == ConnectionState::Waiting)
        return tr("%1 waits to be let in.").arg(peer);
    if (takesData(record))
        return tr("%1 is connected: read and write.").arg(peer);
    return hasEnded(record.state) ? tr("The connection of %1 is over.").arg(peer) : tr("%1 is connecting.").arg(peer);
}

void HandPanel::refresh()
{
    const HandExchange::Conversation *conversation = shown();
    const bool isWaiting = conversation && conversation->record.state == ConnectionState::Waiting;
    const bool isOpen = conversation && takesData(conversation->record);
    m_admit->setVisible(isWaiting);
    m_deny->setVisible(isWaiting);
    m_form->setVisible(!isWaiting); // nothing was said yet, and the place is narrow
    m_secure->setVisible(conversation && mayBeginTls(conversation->record));
    m_stage->setText(conversation ? stageOf(conversation->record) : QString());
    for (QWidget *field : std::initializer_list<QWidget *>{m_input, m_inputForm, m_end, m_tag, m_send, m_close})
        field->setEnabled(isOpen);
    if (!conversation)
        m_transcript->showNothing();
    else if (isVisible()) // else it would cost time as fast as a client talks, for nobody
        m_transcript->showTranscript(*m_id, conversation->transcript);
}

void HandPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

HandPanel::End HandPanel::end() const
{
    return End(m_end->currentData().toInt());
}

LineEnding HandPanel::lineEnding() const
{
    switch (end()) {
    case End::Lf:
        return LineEnding::Lf;
    case End::CrLf:
        return LineEnding::CrLf;
    case End::Cr:
        return LineEnding::Cr;
    case End::Nul:
        return LineEnding::Nul;
    case End::Nothing:
    case End::WinDevLength:
    case End::WinDevTag:
        return LineEnding::None;
    }
    Q_UNREACHABLE();
}

void HandPanel::updateInput()
{
    const bool isHex = InputForm(m_inputForm->currentData().toInt()) == InputForm::Hex;
    m_input->setPlaceholderText(isHex ? tr("bytes, as in 0d 0a; Enter sends them") : tr("a text; Enter sends it"));
    m_tag->setVisible(end() == End::WinDevTag);
    m_fault->clear();
    updateFrame();
}

/// Both sides of WinDev's exchange do the same: what frames is sent also cuts what arrives.
void HandPanel::updateFrame()
{
    MessageFrame frame;
    if (end() == End::WinDevLength)
        frame.kind = MessageFrame::Kind::WinDevLength;
    if (const auto tag = parseHexOctets(m_tag->text()); tag && !tag->isEmpty() && end() == End::WinDevTag)
        frame = {.kind = MessageFrame::Kind::EndTag, .tag = *tag};
    m_transcript->setFrame(frame);
    refresh();
}

std::optional<QByteArray> HandPanel::octetsIn(const QLineEdit &field) const
{
    const auto octets = parseHexOctets(field.text());
    if (!octets) {
        m_fault->showNote(FieldNote::Level::Error, describe(octets.error()));
        return std::nullopt;
    }
    return *octets;
}

std::optional<QByteArray> HandPanel::octetsToSend() const
{
    const bool isHex = InputForm(m_inputForm->currentData().toInt()) == InputForm::Hex;
    const auto written = isHex ? octetsIn(*m_input) : std::optional(QByteArray());
    if (!written)
        return std::nullopt;
    const LineEnding ending = lineEnding();
    const QByteArray message =
        isHex ? *written + withLineEndings({}, ending) : withLineEndings(m_input->text(), ending);
    if (end() == End::WinDevLength)
        return framed(message, {.kind = MessageFrame::Kind::WinDevLength});
    if (end() != End::WinDevTag)
        return message;
    const auto tag = octetsIn(*m_tag);
    return tag ? std::optional(framed(message, {.kind = MessageFrame::Kind::EndTag, .tag = *tag})) : std::nullopt;
}

void HandPanel::send()
{
    const auto octets = octetsToSend();
    if (octets && m_id && m_exchange.send(*m_id, *octets))
        m_input->clear();
}

} // namespace sealport
