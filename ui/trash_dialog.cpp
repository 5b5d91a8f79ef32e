#include "ui/trash_dialog.h"

#include "model/certificates/display_text.h"
#include "model/sockets/store_editor.h"
#include "model/tables/table_icons.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "ui/message_bar.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace sealport {
namespace {

enum Column { When, Files, Folder };

} // namespace

TrashDialog::TrashDialog(const Trash &trash, JobRunner &jobs, StoreEditor &editor, QWidget *parent)
    : QDialog(parent)
    , m_trash(trash)
    , m_jobs(jobs)
    , m_editor(editor)
    , m_list(new QTreeWidget(this))
    , m_explanation(new QLabel(this))
    , m_message(new MessageBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Deleted and overwritten files"));
    m_explanation->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("trash"));
    m_list->setAccessibleName(tr("Deleted and overwritten files"));
    m_list->setHeaderLabels({tr("When"), tr("Files"), tr("Folder")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setUniformRowHeights(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_bringBack = buttons->addButton(tr("&Bring back"), QDialogButtonBox::ActionRole);
    m_bringBack->setObjectName(QStringLiteral("bringBack"));
    m_bringBack->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_explanation);
    column->addWidget(m_list, 1);
    column->addWidget(m_message);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 22);

    connect(buttons, &QDialogButtonBox::rejected, this, &TrashDialog::reject);
    connect(m_bringBack, &QPushButton::clicked, this, &TrashDialog::bringBack);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, &TrashDialog::bringBack);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &TrashDialog::updateButton);
    updateButton();
    read();
}

void TrashDialog::reject()
{
    if (!m_isBusy)
        QDialog::reject();
}

QString TrashDialog::namesOf(const Trash::Item &item)
{
    constexpr int mostNames = 4;
    QStringList names;
    for (const QString &file : item.origins)
        names.append(displayText(QFileInfo(file).fileName().left(100)));
    return spokenList(names, mostNames, 0);
}

void TrashDialog::read()
{
    m_isRead = false;
    m_jobs.run([trash = m_trash] { return trash.items(); }, this,
               [this](std::vector<Trash::Item> items) { showItems(std::move(items)); });
}

void TrashDialog::showItems(std::vector<Trash::Item> items)
{
    const bool isFirst = m_items.empty();
    const std::optional<Trash::Item> before = selected();
    m_isRead = true;
    m_list->clear();
    m_items = std::move(items);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Trash::Item &item : m_items) {
        const QString folder = displayText(QFileInfo(item.origins.front()).path());
        auto *row = new QTreeWidgetItem(m_list, {relativeDate(item.when, now), namesOf(item), folder});
        row->setToolTip(When, exactDate(item.when));
        row->setToolTip(Files, plainToolTip(item.origins.join(u'\n')));
        row->setToolTip(Folder, plainToolTip(folder));
        if (before == item)
            m_list->setCurrentItem(row);
    }
    for (const Column column : {When, Files})
        m_list->resizeColumnToContents(column);
    if (isFirst) // later, another Return would bring back another item
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_explanation->setText(m_items.empty()
                               ? tr("Nothing was deleted or overwritten in the last %1 days.").arg(Trash::days)
                               : tr("They are kept for %1 days. What stands in their places now is kept when they are "
                                    "brought back.")
                                     .arg(Trash::days));
    updateButton();
}

void TrashDialog::bringBack()
{
    const std::optional<Trash::Item> item = selected();
    if (m_isBusy || !m_isRead || !item)
        return;
    m_isBusy = true;
    m_list->setFocus(); // the button would pass it on to Close
    updateButton();
    m_message->clear();
    m_editor.restore(*item, this, [this, item = *item](const Result<void> &done) { finish(item, done); });
}

void TrashDialog::finish(const Trash::Item &item, const Result<void> &done)
{
    m_isBusy = false;
    read(); // what stood in the way is in it now
    if (!done)
        return m_message->showMessage(MessageBar::Level::Error, describe(done.error()));
    m_message->showMessage(MessageBar::Level::Information, tr("Brought back: %1.").arg(namesOf(item)));
    Q_EMIT restored(item);
}

void TrashDialog::updateButton()
{
    m_bringBack->setEnabled(!m_isBusy && m_isRead && selected());
}

std::optional<Trash::Item> TrashDialog::selected() const
{
    const QList<QTreeWidgetItem *> rows = m_list->selectedItems();
    if (rows.isEmpty())
        return std::nullopt;
    return m_items.at(static_cast<std::size_t>(m_list->indexOfTopLevelItem(rows.front())));
}

} // namespace sealport
