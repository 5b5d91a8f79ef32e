#include "ui/handover_window.h"

#include "model/certificates/display_text.h"
#include "model/sockets/applications.h"
#include "model/sockets/export_source.h"
#include "model/sockets/profile_files.h"
#include "model/sockets/workspace.h"
#include "model/tables/table_icons.h"
#include "model/text/error_text.h"
#include "model/text/production_text.h"
#include "ui/exact_text.h"
#include "ui/icons.h"
#include "ui/message_bar.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <utility>

namespace sealport {
namespace {

/// As each program expects it, or as people name such files.
QString endingOf(ExportTarget target)
{
    switch (target) {
    case ExportTarget::Nginx:
    case ExportTarget::Apache:
    case ExportTarget::Stunnel:
        return QStringLiteral(".conf");
    case ExportTarget::HAProxy:
        return QStringLiteral(".cfg");
    case ExportTarget::Caddy:
        return QStringLiteral(".caddyfile");
    case ExportTarget::OpenSslServer:
    case ExportTarget::GnuTlsServer:
        return QStringLiteral(".sh");
    }
    Q_UNREACHABLE();
}

QString documents()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return folder.isEmpty() ? QDir::homePath() : folder;
}

} // namespace

HandoverWindow::HandoverWindow(Workspace &workspace, ServerProfile profile, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_workspace(workspace)
    , m_profile(std::move(profile))
    , m_target(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_notesTitle(new QLabel(tr("What it does &otherwise, and what it needs"), this))
    , m_notes(new QListWidget(this))
    , m_message(new MessageBar(this))
    , m_copy(new QPushButton(themedIcon(QStringLiteral("copy")), tr("&Copy"), this))
    , m_save(new QPushButton(tr("&Save…"), this))
    , m_folder(documents())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(plainTitle(tr("Hand over %1").arg(m_profile.name.left(60))));
    build();
    connect(m_target, &QComboBox::currentIndexChanged, this, &HandoverWindow::refresh);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(exactText(*m_text)); });
    connect(m_save, &QPushButton::clicked, this, &HandoverWindow::chooseFile);
    refresh();
}

void HandoverWindow::build()
{
    m_target->setObjectName(QStringLiteral("handoverTarget"));
    for (const ExportTarget target : allExportTargets)
        m_target->addItem(exportTargetName(target), static_cast<int>(target));
    auto *targetTitle = new QLabel(tr("&Program"), this);
    targetTitle->setBuddy(m_target);
    m_target->setAccessibleName(tr("Program"));

    m_text->setObjectName(QStringLiteral("handoverText"));
    m_text->setAccessibleName(tr("Configuration"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    m_notes->setObjectName(QStringLiteral("handoverNotes"));
    m_notes->setAccessibleName(tr("What it does otherwise, and what it needs"));
    m_notes->setWordWrap(true);
    m_notes->setAlternatingRowColors(true); // some are longer than a line
    m_notes->setResizeMode(QListView::Adjust);
    m_notesTitle->setBuddy(m_notes);
    m_copy->setObjectName(QStringLiteral("handoverCopy"));
    m_save->setObjectName(QStringLiteral("handoverSave"));

    auto *top = new QHBoxLayout;
    top->addWidget(targetTitle);
    top->addWidget(m_target);
    top->addStretch(1);
    auto *notes = new QWidget(this);
    auto *notesColumn = new QVBoxLayout(notes);
    notesColumn->setContentsMargins(0, 0, 0, 0);
    notesColumn->addWidget(m_notesTitle);
    notesColumn->addWidget(m_notes, 1);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_text);
    parts->addWidget(notes);
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 1);
    parts->setChildrenCollapsible(false);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_message, 1);
    bottom->addStretch();
    bottom->addWidget(m_copy);
    bottom->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(parts, 1);
    column->addLayout(bottom);
    resize(860, 680);
}

Result<HandoverWindow::Written> HandoverWindow::write(const Place &place, const ServerProfile &profile,
                                                      ExportTarget target)
{
    const auto source = exportSourceOf(profile, place.store, place.applications, place.folder);
    if (!source)
        return std::unexpected(source.error());
    auto config = productionConfig(target, source->profile, source->files);
    if (!config)
        return std::unexpected(config.error());
    const QString text = config->text.isEmpty() ? QString() : annotated(*config, target);
    return Written{.config = std::move(*config), .text = text};
}

void HandoverWindow::refresh()
{
    m_message->clear();
    const std::uint64_t request = ++m_requests;
    const ExportTarget wanted = target();
    m_workspace.jobs().run([place = place(), profile = m_profile, wanted] { return write(place, profile, wanted); },
                           this,
                           [this, request, wanted](const Result<Written> &written) {
                               if (request == m_requests)
                                   take(written, wanted);
                           });
}

void HandoverWindow::take(const Result<Written> &written, ExportTarget target)
{
    m_notes->clear();
    m_text->setPlainText(written ? written->text : QString());
    const bool isWritten = written && !written->text.isEmpty();
    m_copy->setEnabled(isWritten);
    m_save->setEnabled(isWritten);
    if (!written)
        return m_message->showMessage(MessageBar::Level::Error, describe(written.error()));
    for (const NotExpressed &note : written->config.notExpressed)
        m_notes->addItem(describe(note, target));
}

void HandoverWindow::chooseFile()
{
    auto *chooser = new QFileDialog(this, tr("Save the configuration"), m_folder);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setOption(QFileDialog::DontConfirmOverwrite); // the trash keeps what was there
    chooser->selectFile(fileName());
    connect(chooser, &QFileDialog::fileSelected, this, &HandoverWindow::saveTo);
    chooser->open();
}

void HandoverWindow::saveTo(const QString &file)
{
    m_folder = QFileInfo(file).absolutePath();
    m_message->clear();
    const std::uint64_t request = ++m_requests;
    const ExportTarget wanted = target();
    m_workspace.jobs().run(
        [place = place(), profile = m_profile, file, wanted,
         trash = m_workspace.dataFolder().trash()]() -> Result<Written> {
            auto written = write(place, profile, wanted);
            if (!written)
                return written;
            const auto saved = writeProfileFile(file, written->text.toUtf8(), ExistingFile::Replace, trash);
            if (!saved)
                return std::unexpected(saved.error());
            written->replaced = saved->has_value();
            return written;
        },
        this,
        [this, request, file, wanted](const Result<Written> &written) {
            if (!written)
                return m_message->showMessage(MessageBar::Level::Error, describe(written.error()));
            if (request == m_requests)
                take(written, wanted);
            QString text = tr("Saved: %1").arg(displayText(file));
            if (written->replaced)
                text += u' ' + tr("The trash keeps what was there before.");
            m_message->showMessage(MessageBar::Level::Information, text);
        });
}

HandoverWindow::Place HandoverWindow::place() const
{
    return {.store = m_workspace.store(), .applications = m_workspace.applications().store(), .folder = m_folder};
}

ExportTarget HandoverWindow::target() const
{
    return static_cast<ExportTarget>(m_target->currentData().toInt());
}

QString HandoverWindow::fileName() const
{
    QString safe = m_profile.name.left(60);
    for (QChar &character : safe)
        if (!character.isLetterOrNumber() && character != u'-')
            character = u'_';
    return safe + u'-' + exportTargetWord(target()) + endingOf(target());
}

/// Not a shortcut, which would take the key from a list that is open.
void HandoverWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sealport
