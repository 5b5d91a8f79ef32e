#include "ui/applications_window.h"

#include "model/certificates/display_text.h"
#include "model/sockets/application_certificates.h"
#include "model/sockets/applications.h"
#include "model/sockets/certificate_use.h"
#include "model/tables/table_icons.h"
#include "model/text/application_text.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "ui/application_form.h"
#include "ui/field_note.h"
#include "ui/message_bar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <utility>

namespace sealport {
namespace {

enum Column { Id, Kind, Certificates, Servers };

QString namesOf(const ApplicationDefinition &application)
{
    QStringList names;
    for (const AssignedCertificate &assigned : application.certificates)
        names.append(displayText(assigned.name));
    return names.join(QStringLiteral(", "));
}

} // namespace

ApplicationsWindow::ApplicationsWindow(Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Applications"));
    auto *explanation = new QLabel(tr("A server that names an application presents the certificates that are assigned "
                                      "to it: a renewed certificate is assigned once, and every such server follows "
                                      "(IBM i: Digital Certificate Manager)."),
                                   this);
    explanation->setWordWrap(true);
    // Made in the order in which they stand, which is Tab's.
    QWidget *fresh = buildNew();
    buildList();
    m_message = new MessageBar(this);
    m_message->setFocusHome(m_list);
    m_form = new ApplicationForm(workspace.jobs(), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_remove = buttons->addButton(tr("&Remove application"), QDialogButtonBox::ActionRole);
    m_remove->setObjectName(QStringLiteral("removeApplication"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(explanation);
    column->addWidget(fresh);
    column->addWidget(m_list, 1);
    column->addWidget(m_message); // the list makes room for it, and the form stays where it is
    column->addSpacing(fontMetrics().height() / 2);
    column->addWidget(m_form);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 160, fontMetrics().height() * 32);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &ApplicationsWindow::removeCurrent);
    connect(m_form, &ApplicationForm::changeRequested, this, &ApplicationsWindow::change);
    connect(m_form, &ApplicationForm::failed, this, &ApplicationsWindow::fail);
    connect(&m_workspace.applications(), &Applications::changed, this, &ApplicationsWindow::showList);
    for (const auto signal : {&Workspace::serverAdded, &Workspace::serverRemoved, &Workspace::serverChanged})
        connect(&m_workspace, signal, this, &ApplicationsWindow::showServers);
    connect(&m_workspace, &Workspace::certificatesChanged, this,
            [this] { m_form->setCertificates(m_workspace.certificates()); });
    m_form->setCertificates(m_workspace.certificates());
    showList();
    (m_currentId.isEmpty() ? static_cast<QWidget *>(m_id) : m_list)->setFocus();
}

ApplicationsWindow::~ApplicationsWindow()
{
    m_form->disconnect(this); // a field that loses the focus on the way says what was typed
    m_list->disconnect(this);
}

QWidget *ApplicationsWindow::buildNew()
{
    auto *box = new QWidget(this);
    m_id = new QLineEdit(box);
    m_id->setObjectName(QStringLiteral("applicationId"));
    m_id->setPlaceholderText(QStringLiteral("ACME_ORDERS_SERVER"));
    m_id->setMaxLength(200);
    m_type = new QComboBox(box);
    m_type->setObjectName(QStringLiteral("applicationType"));
    m_type->setToolTip(tr("It is fixed once the application is defined. Servers use those of type server."));
    for (const ApplicationType type : {ApplicationType::Server, ApplicationType::Client})
        m_type->addItem(applicationTypeLabel(type), static_cast<int>(type));
    m_define = new QPushButton(tr("De&fine"), box);
    m_define->setObjectName(QStringLiteral("defineApplication"));
    m_define->setDefault(true);
    m_note = new FieldNote(m_id, box);
    auto *label = new QLabel(tr("&New application"), box);
    label->setBuddy(m_id);
    auto *typeLabel = new QLabel(tr("&Type"), box);
    typeLabel->setBuddy(m_type);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_id, 1);
    row->addWidget(typeLabel);
    row->addWidget(m_type);
    row->addWidget(m_define);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_note);
    connect(m_id, &QLineEdit::textChanged, this, &ApplicationsWindow::checkId);
    connect(m_id, &QLineEdit::returnPressed, this, &ApplicationsWindow::define);
    connect(m_define, &QPushButton::clicked, this, &ApplicationsWindow::define);
    return box;
}

void ApplicationsWindow::buildList()
{
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("applications"));
    m_list->setAccessibleName(tr("Applications"));
    m_list->setHeaderLabels({tr("ID"), tr("Type"), tr("Certificates"), tr("Servers")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        m_currentId = item ? item->text(Id) : QString();
        showCurrent();
    });
}

void ApplicationsWindow::keyPressEvent(QKeyEvent *event)
{
    // Return belongs to the field or button that has the focus; the dialog would press another one.
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

void ApplicationsWindow::showApplication(const QString &id)
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row)
        if (m_list->topLevelItem(row)->text(Id) == id)
            return m_list->setCurrentItem(m_list->topLevelItem(row));
    m_id->setText(id);
    m_id->setFocus();
}

const ApplicationDefinition *ApplicationsWindow::current() const
{
    return m_workspace.applications().find(m_currentId);
}

void ApplicationsWindow::showList()
{
    const int before = m_list->indexOfTopLevelItem(m_list->currentItem());
    {
        const QSignalBlocker quiet(m_list); // on the way another one would be current, and its fields shown
        m_list->clear();
        QTreeWidgetItem *wanted = nullptr;
        for (const ApplicationDefinition &application : m_workspace.applications().list()) {
            auto *row = new QTreeWidgetItem(
                m_list, {application.id, applicationTypeLabel(application.type), namesOf(application), QString()});
            row->setToolTip(Id, plainToolTip(application.description));
            if (application.certificates.empty()) {
                row->setText(Certificates, tr("none"));
                row->setIcon(Certificates, TableIcons().icon(QStringLiteral("warning")));
            }
            if (application.id == m_currentId)
                wanted = row;
        }
        const int last = m_list->topLevelItemCount() - 1;
        m_list->setCurrentItem(wanted ? wanted : m_list->topLevelItem(std::clamp(before, 0, std::max(last, 0))));
        m_currentId = m_list->currentItem() ? m_list->currentItem()->text(Id) : QString();
    }
    for (const Column each : {Id, Kind, Certificates})
        m_list->resizeColumnToContents(each);
    showCurrent();
    showServers();
    checkId();
}

void ApplicationsWindow::showCurrent()
{
    m_form->setApplication(current() ? std::optional(*current()) : std::nullopt);
    m_remove->setEnabled(current() && !m_isRemoving);
}

void ApplicationsWindow::showServers()
{
    std::vector<ServerProfile> profiles;
    for (const ServerEntry &server : m_workspace.servers())
        profiles.push_back(server.profile);
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        item->setText(Servers, serversOf(item->text(Id), profiles).join(QStringLiteral(", ")));
    }
}

void ApplicationsWindow::checkId()
{
    const QString id = m_id->text().trimmed();
    const Result<void> checked = checkApplicationId(id);
    const bool isKnown = m_workspace.applications().find(id) != nullptr;
    m_define->setEnabled(checked && !isKnown && !m_isDefining);
    if (id.isEmpty())
        m_note->clear();
    else if (!checked)
        m_note->showNote(FieldNote::Level::Error, describe(checked.error()));
    else if (isKnown)
        m_note->showNote(FieldNote::Level::Information, tr("There is one already: it is in the list."));
    else
        m_note->showNote(FieldNote::Level::Warning, describe(adviceOn(id)));
}

void ApplicationsWindow::define()
{
    if (!m_define->isEnabled())
        return;
    const QString id = m_id->text().trimmed();
    const auto type = static_cast<ApplicationType>(m_type->currentData().toInt());
    const auto done = [this, id](const Result<ApplicationDefinition> &added) {
        m_isDefining = false;
        checkId();
        if (!added)
            return fail(added.error());
        if (m_id->text().trimmed() == id) { // nothing else is being typed
            m_id->clear();
            showApplication(id);
            m_list->setFocus();
        }
        const auto takeBack = [this, id] {
            m_workspace.applications().remove(id, this, [this](const Result<ApplicationDefinition> &removed) {
                if (!removed)
                    fail(removed.error());
            });
        };
        offerUndo(tr("%1 is defined. Assign a certificate to it.").arg(id), takeBack);
    };
    m_isDefining = true;
    m_define->setEnabled(false);
    m_workspace.applications().add({.id = id, .type = type}, this, done);
}

void ApplicationsWindow::change(const QString &id, const ApplicationStore::Change &change, const QString &sentence)
{
    const auto before = std::make_shared<ApplicationDefinition>(); // as it is in the file by then
    const auto remember = [change, before](ApplicationDefinition &application) {
        *before = application;
        return change(application);
    };
    m_workspace.applications().change(
        id, remember, this, [this, sentence, before](const Result<ApplicationDefinition> &changed) {
            if (changed)
                return offerUndo(sentence, [this, before, after = *changed] { putBack(*before, after); });
            fail(changed.error());
            showList(); // what the fields say is not so
        });
}

void ApplicationsWindow::putBack(const ApplicationDefinition &before, const ApplicationDefinition &after)
{
    const auto restore = [before, after](ApplicationDefinition &application) -> Result<void> {
        if (application != after) // it would undo what others have changed since
            return std::unexpected(Error{.code = ErrorCode::ChangedMeanwhile,
                                         .subject = application.id,
                                         .values = {QStringLiteral("application")},
                                         .causes = {}});
        application = before;
        return {};
    };
    m_workspace.applications().change(before.id, restore, this, [this](const Result<ApplicationDefinition> &restored) {
        if (!restored)
            fail(restored.error());
    });
}

void ApplicationsWindow::removeCurrent()
{
    if (!current() || m_isRemoving)
        return;
    m_isRemoving = true; // another click means the same one
    m_list->setFocus();  // the button would pass it on to Close
    m_remove->setEnabled(false);
    m_workspace.applications().remove(m_currentId, this, [this](const Result<ApplicationDefinition> &removed) {
        m_isRemoving = false;
        showCurrent();
        if (!removed)
            return fail(removed.error());
        offerUndo(tr("%1 was removed. Servers that name it cannot start any more.").arg(removed->id),
                  [this, gone = *removed] {
                      m_workspace.applications().add(gone, this, [this](const Result<ApplicationDefinition> &added) {
                          if (!added)
                              return fail(added.error());
                          showApplication(added->id);
                      });
                  });
    });
}

void ApplicationsWindow::fail(const Error &error)
{
    m_message->showMessage(MessageBar::Level::Error, describe(error));
}

void ApplicationsWindow::offerUndo(const QString &sentence, const std::function<void()> &undo)
{
    m_message->showMessage(MessageBar::Level::Information, sentence, tr("Undo"), undo);
}

} // namespace sealport
