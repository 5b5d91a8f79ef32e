#include "ui/certificate_actions.h"

#include "model/certificates/display_text.h"
#include "model/certificates/thumbprint.h"
#include "model/sockets/applications.h"
#include "model/sockets/certificate_use.h"
#include "model/text/application_text.h"
#include "model/text/error_text.h"
#include "ui/certificate_window.h"
#include "ui/comparison_window.h"
#include "ui/export_dialog.h"
#include "ui/icons.h"
#include "ui/issuing_actions.h"
#include "ui/key_passphrase_dialog.h"
#include "ui/message_bar.h"
#include "ui/request_window.h"
#include "ui/revocation_list_window.h"
#include "ui/trash_dialog.h"
#include "ui/trust_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QStringBuilder>

#include <algorithm>

namespace sealport {
namespace {

QString shown(const QString &name)
{
    return displayText(name.left(150));
}

QString deletionOf(const ListedItem &item, bool isWithKey)
{
    if (const RevocationList *list = item.revocationList())
        return CertificateActions::tr("The revocation list of %1 was deleted.").arg(shown(list->name()));
    if (const CertificateRequest *request = item.request()) {
        const QString said = isWithKey ? CertificateActions::tr("The request of %1 was deleted with its private key.")
                                       : CertificateActions::tr("The request of %1 was deleted.");
        return said.arg(shown(request->name()));
    }
    const QString said = isWithKey ? CertificateActions::tr("The certificate %1 was deleted with its private key.")
                                   : CertificateActions::tr("The certificate %1 was deleted.");
    return said.arg(shown(item.certificate()->name()));
}

QString deletionOf(int count, bool isWithKeys)
{
    return isWithKeys ? CertificateActions::tr("%n object(s) were deleted, private keys included.", nullptr, count)
                      : CertificateActions::tr("%n object(s) were deleted.", nullptr, count);
}

} // namespace

CertificateActions::CertificateActions(Workspace &workspace, StoreEditor &editor, MessageBar &message, QWidget &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_editor(editor)
    , m_message(message)
    , m_window(window)
    , m_issuing(new IssuingActions(workspace, editor, message, window))
{
    connect(m_issuing, &IssuingActions::arrived, this, &CertificateActions::arrived);
    connect(m_issuing, &IssuingActions::stored, this, &CertificateActions::stored);
    connect(m_issuing, &IssuingActions::replaced, this,
            [this](const Revocation &revocation) { m_changes.emplace_back(revocation); });
}

void CertificateActions::addTo(QMenu &menu, const CertificateSelection &selection)
{
    const bool any = selection.current.has_value();
    const bool isMine = any && selection.source == m_workspace.catalogue().myCertificates();
    const auto enable = [](QAction *action, bool on) { action->setEnabled(on); };
    auto *details = menu.addAction(themedIcon(QStringLiteral("certificate")), tr("Details…"), this,
                                   [this, selection] { showDetails(*selection.item); });
    enable(details, selection.item && !selection.item->problem());
    if (!menu.defaultAction())
        menu.setDefaultAction(details);
    enable(menu.addAction(
               tr("Compare…"), this,
               [this, selection] { showComparison(selection.all.at(0).certificate, selection.all.at(1).certificate); }),
           selection.all.size() == 2);
    menu.addSeparator();
    enable(menu.addAction(themedIcon(QStringLiteral("copy")), tr("Copy thumbprint (SHA-1)"), this,
                          [selection] {
                              QGuiApplication::clipboard()->setText(
                                  formatThumbprint(selection.current->certificate.sha1(), ThumbprintFormat::Windows));
                          }),
           any);
    enable(menu.addAction(tr("Copy to my certificates"), this,
                          [this, selection] { importCertificates(selection.source, selection.all); }),
           any && !isMine);
    enable(menu.addAction(tr("Export…"), this,
                          [this, selection] { exportCertificate(selection.source, *selection.current); }),
           any);
    enable(menu.addAction(themedIcon(QStringLiteral("locked")), tr("Pass phrase of the key…"), this,
                          [this, selection] { changePassphrase(*selection.current); }),
           isMine && selection.current->hasKey);
    addIssuing(menu, selection);
    addApplications(*menu.addMenu(tr("Assign to application")), selection);
    enable(menu.addAction(tr("Trust on this computer…"), this,
                          [this, selection] { showTrust(selection.current->certificate); }),
           any && isMine && selection.current->certificate.isCa());
    menu.addSeparator();
    enable(menu.addAction(tr("Delete"), this, [this, selection] { remove(selection.ofStore, false); }),
           !selection.ofStore.empty());
}

void CertificateActions::addApplications(QMenu &menu, const CertificateSelection &selection)
{
    const bool isOwn = selection.current && selection.source == m_workspace.catalogue().myCertificates();
    for (const ApplicationDefinition &application : m_workspace.applications().list()) {
        auto *action = menu.addAction(application.id);
        const bool isAlready = isOwn && isAssigned(application, selection.current->certificate);
        action->setCheckable(isAlready);
        action->setChecked(isAlready);
        action->setEnabled(!isAlready && application.certificates.size() < ApplicationDefinition::mostCertificates);
        connect(action, &QAction::triggered, this, [this, application, certificate = selection.current] {
            assignTo(application, AssignedCertificate::of(certificate->certificate));
        });
    }
    menu.setEnabled(isOwn && selection.all.size() == 1 && selection.current->hasKey && !menu.isEmpty());
}

void CertificateActions::assignTo(const ApplicationDefinition &application, const AssignedCertificate &certificate)
{
    const QString sentence = describeAssignment(application, certificate, m_workspace.certificates());
    const auto assignIt = [certificate](ApplicationDefinition &one) { return assignFurther(one, {certificate}); };
    const auto fail = [this](const auto &changed) {
        if (!changed)
            m_message.showMessage(MessageBar::Level::Error, describe(changed.error()));
    };
    const auto say = [this, sentence, certificate, fail](const auto &changed) {
        if (!changed)
            return fail(changed);
        const auto takeBack = [certificate, after = *changed](ApplicationDefinition &one) -> Result<void> {
            if (one != after) // it may be all that the application has by now
                return std::unexpected(Error{.code = ErrorCode::ChangedMeanwhile,
                                             .subject = one.id,
                                             .values = {QStringLiteral("application")},
                                             .causes = {}});
            return unassign(one, certificate);
        };
        m_message.showMessage(
            MessageBar::Level::Information, sentence, tr("Undo"),
            [this, id = changed->id, takeBack, fail] { m_workspace.applications().change(id, takeBack, this, fail); });
    };
    m_workspace.applications().change(application.id, assignIt, this, say);
}

void CertificateActions::showTrust(const Certificate &authority)
{
    (new TrustDialog(authority, m_workspace.jobs(), &m_window))->show();
}

void CertificateActions::addIssuing(QMenu &menu, const CertificateSelection &selection)
{
    menu.addSeparator();
    const bool isOne = selection.current && selection.all.size() == 1;
    const Certificate *own = selection.ofStore.size() == 1 ? selection.ofStore.front().certificate() : nullptr;
    const bool isRenewable =
        isOne && own && *own == selection.current->certificate && (selection.current->hasKey || !own->isSelfIssued());
    const bool isRevocable =
        isOne && selection.current->certificate.subject() != selection.current->certificate.issuer();
    menu.addAction(tr("Renew…"), m_issuing, [this, selection] { m_issuing->renew(*selection.current); })
        ->setEnabled(isRenewable);
    const auto revoke = [this, selection] { m_issuing->revoke(*selection.current, selection.revocation); };
    menu.addAction(tr("Revoke…"), m_issuing, revoke)->setEnabled(isRevocable);
    const QIcon icon = themedIcon(QStringLiteral("request"));
    if (const CertificateRequest *request = selection.item ? selection.item->request() : nullptr)
        menu.addAction(icon, tr("Sign request…"), m_issuing, [this, request = *request] { m_issuing->sign(request); });
    else
        menu.addAction(icon, tr("Sign a request from a file…"), m_issuing, qOverload<>(&IssuingActions::signFile));
    menu.addSeparator();
}

void CertificateActions::showDetails(const ListedItem &item)
{
    CertificateCatalogue &catalogue = m_workspace.catalogue();
    if (const Certificate *certificate = item.certificate())
        showDetails(*certificate);
    else if (const CertificateRequest *request = item.request())
        (new RequestWindow(*request, catalogue, m_workspace.jobs(), &m_window))->show();
    else if (const RevocationList *list = item.revocationList())
        (new RevocationListWindow(*list, catalogue, m_workspace.jobs(), &m_window))->show();
}

void CertificateActions::showDetails(const Certificate &certificate)
{
    auto *details =
        new CertificateWindow(certificate, m_workspace.catalogue(), m_workspace.jobs(), m_soonDays, &m_window);
    connect(details, &CertificateWindow::opened, this,
            qOverload<const Certificate &>(&CertificateActions::showDetails));
    details->show();
}

void CertificateActions::showComparison(const Certificate &left, const Certificate &right)
{
    (new ComparisonWindow(left, right, &m_window))->show();
}

void CertificateActions::importCertificates(SourceId source, const std::vector<StoredCertificate> &certificates)
{
    const auto *entry = m_workspace.catalogue().entry(source);
    if (!entry || certificates.empty())
        return;
    m_editor.import(entry->source, certificates, this, [this](const ImportResult &result) { imported(result); });
}

void CertificateActions::imported(const ImportResult &result)
{
    m_workspace.reloadCertificates();
    if (!result.problems.empty())
        return m_message.showMessage(MessageBar::Level::Error, describe(result.problems.front()));
    if (!result.certificates.empty())
        Q_EMIT arrived(result.certificates.front().stored.certificate);
    using Outcome = ImportedCertificate::Outcome;
    const auto isNew = [](const ImportedCertificate &one) { return one.outcome != Outcome::AlreadyThere; };
    const auto hasOpenKey = [&](const ImportedCertificate &one) {
        return isNew(one) && one.stored.hasKey && !one.stored.isKeyLocked;
    };
    const auto count = static_cast<int>(std::ranges::count_if(result.certificates, isNew));
    const auto keys = static_cast<int>(std::ranges::count_if(result.certificates, hasOpenKey));
    QString said = count == 0 ? tr("It is among your certificates already.")
                              : tr("%n certificate(s) copied into your certificates.", nullptr, count);
    if (keys > 0) // whatever protected them where they come from
        said += u' ' % tr("%n private key(s) came along, without a pass phrase.", nullptr, keys);
    if (keys == 1)
        m_message.showMessage(MessageBar::Level::Information, said, tr("Protect it…"),
                              [this, stored = std::ranges::find_if(result.certificates, hasOpenKey)->stored] {
                                  changePassphrase(stored);
                              });
    else
        m_message.showMessage(MessageBar::Level::Information, said);
}

void CertificateActions::exportCertificate(SourceId source, const StoredCertificate &stored)
{
    const auto *entry = m_workspace.catalogue().entry(source);
    if (!entry)
        return;
    auto *dialog = new ExportDialog(stored, entry->source, m_editor, &m_window);
    connect(dialog, &ExportDialog::exported, this, [this](const QString &file, const std::optional<Trash::Item> &kept) {
        const QString text = tr("Written to %1, read back and compared.").arg(file);
        if (!kept)
            return m_message.showMessage(MessageBar::Level::Information, text);
        m_changes.emplace_back(*kept);
        m_message.showMessage(MessageBar::Level::Information,
                              text % u' ' % tr("What was there before is in the trash."), tr("Undo"),
                              [this] { undo(); });
    });
    dialog->show();
}

void CertificateActions::changePassphrase(const StoredCertificate &stored)
{
    auto *dialog = new KeyPassphraseDialog(stored, m_editor, m_keyring, &m_window);
    connect(dialog, &KeyPassphraseDialog::changed, this, [this](const QString &sentence) {
        m_workspace.reloadCertificates();
        m_message.showMessage(MessageBar::Level::Information, sentence);
    });
    dialog->show();
}

void CertificateActions::remove(const std::vector<ListedItem> &items, bool areOthersMeant)
{
    if (items.empty()) {
        if (areOthersMeant)
            m_message.showMessage(MessageBar::Level::Warning,
                                  tr("Only your own certificates can be deleted here; files are yours to delete."));
        return;
    }
    StoreRemoval going;
    for (const ListedItem &item : items) {
        if (const Certificate *certificate = item.certificate())
            going.certificates.push_back(*certificate);
        else if (const CertificateRequest *request = item.request())
            going.requests.push_back({.request = *request, .file = item.file});
        else if (const RevocationList *list = item.revocationList())
            going.revocationLists.push_back({.list = *list, .file = item.file});
    }
    QString uses;
    std::vector<ServerProfile> profiles;
    for (const ServerEntry &server : m_workspace.servers())
        profiles.push_back(server.profile);
    const std::vector<ApplicationDefinition> &applications = m_workspace.applications().list();
    for (const QString &application : applicationsUsing(going.certificates, applications)) {
        const QString use = items.size() == 1 ? tr("It is assigned to the application %1.")
                                              : tr("A certificate among them is assigned to the application %1.");
        uses += u' ' % use.arg(application);
    }
    for (const QString &server : serversUsing(going.certificates, profiles, m_workspace.certificates(), applications)) {
        const QString use =
            items.size() == 1 ? tr("The server %1 uses it.") : tr("The server %1 uses a certificate among them.");
        uses += u' ' % use.arg(server);
    }
    m_editor.remove(std::move(going), this, [this, items, uses](const Result<Trash::Item> &kept) {
        m_workspace.reloadCertificates();
        if (kept)
            removed(*kept, items, uses);
        else
            m_message.showMessage(MessageBar::Level::Error, describe(kept.error()));
    });
}

void CertificateActions::removed(const Trash::Item &kept, const std::vector<ListedItem> &items, const QString &uses)
{
    const auto losesKey = [&kept](const ListedItem &item) {
        return item.hasKey && (item.certificate() || kept.origins.contains(CertificateStore::keyFile(item.file)));
    };
    const bool isWithKey = std::ranges::any_of(items, losesKey);
    const QString said = items.size() == 1 ? deletionOf(items.front(), isWithKey)
                                           : deletionOf(static_cast<int>(items.size()), isWithKey);
    m_changes.emplace_back(kept);
    m_message.showMessage(MessageBar::Level::Information,
                          said % uses % u' ' % tr("What was deleted stays in the trash for %1 days.").arg(Trash::days),
                          tr("Undo"), [this] { undo(); });
}

void CertificateActions::showTrash()
{
    auto *dialog = new TrashDialog(m_workspace.dataFolder().trash(), m_workspace.jobs(), m_editor, &m_window);
    connect(dialog, &TrashDialog::restored, this, [this](const Trash::Item &item) {
        forget(item);
        m_workspace.reloadCertificates();
    });
    dialog->show();
}

void CertificateActions::forget(const Trash::Item &item)
{
    const auto isOfIt = [&item](const Change &change) {
        const auto *revocation = std::get_if<Revocation>(&change);
        return revocation ? revocation->before == item : std::get<Trash::Item>(change) == item;
    };
    if (std::erase_if(m_changes, isOfIt) > 0)
        m_message.clear(); // its button would undo the change before
}

void CertificateActions::undo()
{
    if (m_isUndoing)
        return;
    if (m_changes.empty())
        return m_message.showMessage(
            MessageBar::Level::Information,
            tr("There is nothing left to undo. What was deleted or overwritten earlier lies in %2 for %1 days.")
                .arg(Trash::days)
                .arg(m_workspace.dataFolder().trash().folder()),
            tr("Show it…"), [this] { showTrash(); });
    m_isUndoing = true;
    m_message.clear();
    const Change change = std::move(m_changes.back());
    m_changes.pop_back();
    const auto finish = [this, change](const Result<void> &undone, const QString &said) {
        m_isUndoing = false;
        m_workspace.reloadCertificates();
        const bool isGone = undone || undone.error().code == ErrorCode::ChangedMeanwhile
                            || undone.error().code == ErrorCode::FileNotFound; // it will not come back
        if (!isGone)
            m_changes.push_back(change);
        m_message.showMessage(undone ? MessageBar::Level::Information : MessageBar::Level::Error,
                              undone ? said : describe(undone.error()));
    };
    if (const auto *item = std::get_if<Trash::Item>(&change)) { // files
        const QString said = tr("Undone: %1.").arg(TrashDialog::namesOf(*item));
        m_editor.restore(*item, this, [finish, said](const Result<void> &undone) { finish(undone, said); });
    } else {
        const auto &revocation = std::get<Revocation>(change);
        const QString said = tr("The revocation was undone: %1 is as it was before.").arg(revocation.written.file);
        m_editor.takeBack(revocation, this, [finish, said](const Result<void> &undone) { finish(undone, said); });
    }
}

} // namespace sealport
