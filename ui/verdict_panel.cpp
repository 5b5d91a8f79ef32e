#include "ui/verdict_panel.h"

#include "model/sockets/workspace.h"
#include "model/text/formatting.h"
#include "model/text/verdict_text.h"
#include "ui/connection_report.h"
#include "ui/icons.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStringBuilder>
#include <QStyle>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace sealport {
namespace {

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // sentences hold values from the network
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::ClickFocus);
    return label;
}

} // namespace

VerdictPanel::VerdictPanel(QWidget *parent)
    : QWidget(parent)
    , m_available(availableProtocols())
    , m_icon(new QLabel(this))
    , m_title(textLabel(this))
    , m_sentence(textLabel(this))
    , m_advice(textLabel(this))
    , m_allow(new QPushButton(this))
    , m_secure(new QPushButton(tr("Begin TLS"), this))
    , m_disconnect(new QPushButton(tr("Disconnect"), this))
    , m_why(new QToolButton(this))
    , m_report(new QTextBrowser(this))
{
    setAccessibleName(tr("Verdict"));
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setObjectName(QStringLiteral("verdictTitle"));
    m_sentence->setObjectName(QStringLiteral("verdictSentence"));
    m_advice->setObjectName(QStringLiteral("verdictAdvice"));

    m_allow->setObjectName(QStringLiteral("allow"));
    m_allow->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    m_secure->setObjectName(QStringLiteral("secure"));
    m_secure->setAccessibleName(tr("Begin TLS"));
    m_secure->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
    m_secure->setToolTip(tr("From here on this connection is encrypted: tell the client to begin its handshake "
                            "(Ctrl+Shift+B)"));
    m_disconnect->setObjectName(QStringLiteral("disconnect"));
    m_disconnect->setAccessibleName(tr("Disconnect"));
    m_disconnect->setToolTip(tr("End this connection now"));
    m_why->setObjectName(QStringLiteral("why"));
    m_why->setText(tr("&Why?"));
    m_why->setAccessibleName(tr("Why?"));
    m_why->setToolTip(tr("Show the evidence, what was negotiated and what the client offers"));
    m_why->setCheckable(true);
    m_why->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_why->setArrowType(Qt::RightArrow);
    m_why->setFocusPolicy(Qt::StrongFocus);
    m_report->setAccessibleName(tr("Evidence"));
    m_report->setOpenLinks(false);
    m_report->setObjectName(QStringLiteral("report"));

    auto *head = new QHBoxLayout;
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_allow);
    buttons->addWidget(m_secure);
    buttons->addWidget(m_disconnect);
    buttons->addWidget(m_why);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 0, 0);
    column->addLayout(head);
    column->addWidget(m_sentence);
    column->addWidget(m_advice);
    column->addLayout(buttons);
    column->addWidget(m_report, 1);
    column->addStretch(0);
    setMinimumWidth(fontMetrics().averageCharWidth() * 34);

    connect(m_why, &QToolButton::toggled, this, &VerdictPanel::setEvidenceShown);
    connect(m_allow, &QPushButton::clicked, this, [this] {
        if (m_record && m_record->verdict)
            Q_EMIT allowRequested(m_record->server, m_record->verdict->fixProtocols);
    });
    connect(m_secure, &QPushButton::clicked, this, [this] {
        if (m_record)
            Q_EMIT secureRequested(m_record->id);
    });
    connect(m_disconnect, &QPushButton::clicked, this, [this] {
        if (m_record)
            Q_EMIT disconnectRequested(m_record->id);
    });
    setEvidenceShown(false);
    showNothing(0);
}

void VerdictPanel::setIcon(const QString &name)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setVisible(!name.isEmpty());
    m_icon->setPixmap(name.isEmpty() ? QPixmap() : themedIcon(name).pixmap(size, size));
}

void VerdictPanel::showNothing(int selectedRows)
{
    m_record.reset();
    setIcon({});
    m_title->setText(selectedRows > 1 ? tr("%n connections selected", nullptr, selectedRows)
                                      : tr("No connection selected"));
    m_sentence->setText(selectedRows > 1 ? tr("Ctrl+C copies them as text.")
                                         : tr("Select a row to see in plain words how the connection went."));
    m_advice->hide();
    m_allow->hide();
    m_secure->hide();
    m_disconnect->hide();
    m_why->hide();
    m_report->hide();
}

void VerdictPanel::showRecord(const ConnectionRecord &record, const ServerEntry *server)
{
    m_record = record;
    if (record.verdict) {
        showVerdict(record);
        offerFix(record, server);
    } else {
        showUnended(record);
    }
    m_secure->setVisible(mayBeginTls(record));
    m_disconnect->setVisible(!hasEnded(record.state));
    m_why->show();
    m_report->setVisible(m_why->isChecked());
    updateReport();
}

void VerdictPanel::showVerdict(const ConnectionRecord &record)
{
    const Verdict &verdict = *record.verdict;
    const bool failed = record.state == ConnectionState::Failed;
    setIcon(failed                    ? QStringLiteral("error")
            : isFailure(verdict.code) ? QStringLiteral("warning")
                                      : QStringLiteral("ok"));
    m_title->setText(verdictTitle(verdict.code));
    m_sentence->setText(sentence(verdict));
    const QString todo = advice(verdict);
    m_advice->setText(todo);
    m_advice->setVisible(!todo.isEmpty());
}

void VerdictPanel::offerFix(const ConnectionRecord &record, const ServerEntry *server)
{
    const Verdict &verdict = *record.verdict;
    bool possible = server && verdict.fix == Fix::AllowProtocols && !verdict.fixProtocols.isEmpty();
    bool applied = server && server->state == ServerState::Listening;
    for (const Protocol protocol : verdict.fixProtocols.toVector()) {
        possible = possible && m_available.contains(protocol);
        applied = applied && server->applied.protocols.contains(protocol);
    }
    m_allow->setVisible(possible);
    if (!possible)
        return;
    const QString protocols = protocolList(verdict.fixProtocols);
    m_allow->setText(applied ? tr("Allowed") : tr("Allow %1").arg(protocols));
    m_allow->setAccessibleName(m_allow->text());
    m_allow->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)); // setText() takes it away
    m_allow->setToolTip(tr("Tick %1 on the server %2 and start it again. Its live connections end.")
                            .arg(protocols, server->profile.name));
    const bool isOnItsWay = server->state == ServerState::Starting || server->state == ServerState::Stopping;
    m_allow->setEnabled(!applied && !isOnItsWay);
    if (applied)
        m_advice->setText(tr("The server allows %1 now.").arg(protocols));
}

QString VerdictPanel::stageOf(const ConnectionRecord &record)
{
    if (record.state == ConnectionState::Waiting)
        return tr("The client waits to be let in.");
    if (record.state == ConnectionState::Accepted)
        return tr("The client is connected and has sent nothing yet.");
    if (record.state != ConnectionState::Plain)
        return tr("The handshake is under way.");
    if (!record.opening.mayBecomeTls())
        return tr("The connection is open and not encrypted.");
    return record.hello.isEmpty() ? tr("The connection is open and not encrypted yet.")
                                  : tr("The client has begun with TLS and waits for this side to do the same.");
}

void VerdictPanel::showUnended(const ConnectionRecord &record)
{
    m_advice->hide();
    m_allow->hide();
    if (record.negotiated) {
        m_title->setText(tr("Secured"));
        setIcon(QStringLiteral("live"));
        m_sentence->setText(
            tr("Secured with %1; the connection is open.").arg(protocolLabel(record.negotiated->protocol)));
    } else {
        m_title->setText(tr("Connected"));
        setIcon({});
        m_sentence->setText(stageOf(record));
    }
}

void VerdictPanel::updateReport()
{
    if (!m_record || !m_why->isChecked())
        return;
    const QString html = connectionReport(*m_record);
    if (m_report->property("html").toString() == html)
        return; // keeps the reader's place while counters of others change
    const int position = m_report->verticalScrollBar()->value();
    m_report->setHtml(html);
    m_report->setProperty("html", html);
    m_report->verticalScrollBar()->setValue(position);
}

bool VerdictPanel::isEvidenceShown() const
{
    return m_why->isChecked();
}

void VerdictPanel::setEvidenceShown(bool shown)
{
    m_why->setChecked(shown);
    m_why->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    m_report->setVisible(shown && m_record.has_value());
    updateReport();
}

} // namespace sealport
