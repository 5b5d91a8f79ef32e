#include "ui/server_transfer.h"

#include "model/certificates/display_text.h"
#include "model/sockets/profile_files.h"
#include "model/sockets/profile_formats.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "model/text/profile_setting_text.h"
#include "model/text/wlanguage_text.h"
#include "ui/handover_window.h"
#include "ui/message_bar.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

constexpr std::size_t mostServers = 200; ///< of one file or text
constexpr int mostRemarks = 6;           ///< the bar must leave room for the window
constexpr int mostNames = 8;

WLanguageDialect dialectOfUser()
{
    return QLocale().language() == QLocale::French ? WLanguageDialect::French : WLanguageDialect::English;
}

/// What a file dialog offers, in the order of the formats that can be written.
QString filterOf(const ProfileFormat &format)
{
    return QLatin1String(format.name) == u"json" ? ServerTransfer::tr("Servers of Sealport (*.json)")
                                                 : ServerTransfer::tr("Code of WinDev (*.wl *.txt)");
}

QString suffixOf(const ProfileFormat &format)
{
    return QLatin1String(format.name) == u"json" ? QStringLiteral("json") : QStringLiteral("wl");
}

bool isNameless(const ServerProfile &profile)
{
    return profile.name.trimmed().isEmpty();
}

} // namespace

ServerTransfer::ServerTransfer(Workspace &workspace, MessageBar &message, QWidget *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_message(message)
    , m_window(parent)
{
}

bool ServerTransfer::looksLikeServer(const QString &text)
{
    static const QRegularExpression call(QStringLiteral("Socket(Cr[ée]e|Create)SSL"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QString begin = text.left(100).trimmed();
    return begin.startsWith(u'{') || begin.startsWith(u'[') || call.match(text.left(longestWLanguageText)).hasMatch();
}

QStringList ServerTransfer::importServersAmong(const QStringList &files)
{
    QStringList others;
    for (const QString &file : files) {
        const QString suffix = QFileInfo(file).suffix().toLower();
        const bool isOfServers = suffix == u"json" || suffix == u"wl"; // no certificate is called so
        if (isOfServers && m_workspace.isOpen())
            importFile(file);
        else
            others.append(file);
    }
    return others;
}

void ServerTransfer::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    const auto read = [text, source = tr("The clipboard")] { return importProfiles(text, source); };
    m_workspace.jobs().run(read, this, [this](ImportedProfiles imported) { take(std::move(imported)); });
}

void ServerTransfer::chooseImport()
{
    auto *dialog = new QFileDialog(m_window, tr("Import servers"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Servers of Sealport and code of WinDev (*.json *.wl *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ServerTransfer::importFile);
    dialog->open();
}

void ServerTransfer::importFile(const QString &file)
{
    m_workspace.jobs().run([file] { return readProfileFile(file, file); }, this,
                           [this](Result<ImportedProfiles> imported) {
                               if (imported)
                                   take(std::move(*imported));
                               else
                                   m_message.showMessage(MessageBar::Level::Error, describe(imported.error()));
                           });
}

void ServerTransfer::take(ImportedProfiles imported)
{
    QStringList remarks;
    for (const Error &problem : imported.problems)
        remarks.append(describe(problem));
    std::vector<ServerProfile> &profiles = imported.profiles;
    if (std::erase_if(profiles, isNameless) > 0)
        remarks.append(describe(Error{.code = ErrorCode::InvalidName, .subject = {}, .values = {}, .causes = {}}));
    if (profiles.size() > mostServers) {
        remarks.append(tr("Only the first %1 servers were taken.").arg(mostServers));
        profiles.resize(mostServers);
    }
    for (ServerProfile &profile : profiles)
        if (std::exchange(profile.autoStart, false)) // nobody but the user of this window decides that
            remarks.append(tr("The server %1 was to start with Sealport. If you want that, tick it in the menu of the "
                              "server.")
                               .arg(displayText(profile.name)));
    const std::vector<ServerId> ids = m_workspace.addServers(profiles);
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (const QString name = m_workspace.server(ids[i])->profile.name; name != profiles[i].name)
            remarks.append(tr("There is a server %1 already: the new one is called %2.")
                               .arg(displayText(profiles[i].name), displayText(name)));
    remarks += noteTexts(imported.notes);
    say(ids, remarks);
    if (!ids.empty())
        Q_EMIT added(ids.front());
}

void ServerTransfer::say(const std::vector<ServerId> &ids, const QStringList &remarks)
{
    QStringList lines;
    QStringList names;
    for (const ServerId id : ids)
        names.append(displayText(m_workspace.server(id)->profile.name));
    if (ids.size() == 1)
        lines.append(tr("The server %1 was added.").arg(names.front()));
    else if (!ids.empty())
        lines.append(tr("Servers were added: %1.").arg(spokenList(names, mostNames, 0)));
    lines += remarks.mid(0, mostRemarks);
    if (remarks.size() > mostRemarks)
        lines.append(tr("Further notes: %1.").arg(remarks.size() - mostRemarks));
    const QString text = lines.join(u'\n');
    if (ids.empty())
        return m_message.showMessage(MessageBar::Level::Error, text);
    const auto level = remarks.isEmpty() ? MessageBar::Level::Information : MessageBar::Level::Warning;
    m_message.showMessage(level, text, tr("Undo"), [this, ids] {
        for (const ServerId id : ids)
            m_workspace.removeServer(id);
    });
}

void ServerTransfer::copyAsCall(const ServerProfile &profile, WLanguageDialect dialect)
{
    QGuiApplication::clipboard()->setText(wLanguageCall(profile, dialect));
    QStringList names;
    for (const QString &setting : settingsBesideWLanguageCall(profile))
        names.append(profileSettingName(setting));
    QString text = tr("The clipboard holds the server %1 as a call.").arg(displayText(profile.name));
    if (!names.isEmpty())
        text +=
            u'\n' + tr("It has no parameters for these, which stand in comments above it: %1.").arg(spokenList(names));
    m_message.showMessage(MessageBar::Level::Information, text);
}

void ServerTransfer::copyAsJson(const ServerProfile &profile)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(profileAsJson(profile)));
    m_message.showMessage(MessageBar::Level::Information,
                          tr("The clipboard holds the server %1 as JSON.").arg(displayText(profile.name)));
}

void ServerTransfer::chooseExport(const ServerProfile &profile)
{
    std::vector<const ProfileFormat *> formats;
    QStringList filters;
    for (const ProfileFormat &format : profileFormats()) {
        if (format.write == nullptr)
            continue;
        formats.push_back(&format);
        filters.append(filterOf(format));
    }
    auto *dialog = new QFileDialog(m_window, tr("Export the server %1").arg(displayText(profile.name)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // the trash keeps what was there
    dialog->setNameFilters(filters);
    const auto chosen = [formats, filters](const QString &filter) -> const ProfileFormat & {
        return *formats.at(static_cast<std::size_t>(std::max(filters.indexOf(filter), qsizetype{0})));
    };
    dialog->setDefaultSuffix(suffixOf(*formats.front()));
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, chosen](const QString &filter) { dialog->setDefaultSuffix(suffixOf(chosen(filter))); });
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, profile, chosen](const QString &file) {
        exportTo(file, profile, chosen(dialog->selectedNameFilter()));
    });
    dialog->open();
}

void ServerTransfer::exportTo(const QString &file, const ServerProfile &profile, const ProfileFormat &format)
{
    const auto write = [file, content = format.write(profile, dialectOfUser()),
                        trash = m_workspace.dataFolder().trash()] {
        return writeProfileFile(file, content, ExistingFile::Replace, trash);
    };
    m_workspace.jobs().run(
        write, this, [this, file, name = profile.name](const Result<std::optional<Trash::Item>> &written) {
            if (!written)
                return m_message.showMessage(MessageBar::Level::Error, describe(written.error()));
            QString text = tr("The server %1 was written to %2.").arg(displayText(name), displayText(file));
            if (*written)
                text += u' ' + tr("The trash keeps what was there before.");
            m_message.showMessage(MessageBar::Level::Information, text);
        });
}

void ServerTransfer::handOver(const ServerProfile &profile)
{
    auto *window = new HandoverWindow(m_workspace, profile, m_window);
    window->show();
}

} // namespace sealport
