#include "model/certificates/trust_store.h"

#include "model/base/file_safety.h"
#include "model/certificates/store_names.h"
#include "model/certificates/token_modules.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QStringBuilder>
#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <span>

namespace sealport {
namespace {

struct Outcome {
    int exitCode = -1; ///< -1: it did not end by itself
    QByteArray output{};
    QString said{}; ///< on both of its streams
};

/// As short as a name that tells two authorities of one name apart can be.
QString mark(const Certificate &authority)
{
    constexpr qsizetype octets = 8;
    return QString::fromLatin1(authority.sha256().left(octets).toHex());
}

QString systemFile(const TrustStore &store, const Certificate &authority)
{
    return store.folder % QStringLiteral("/sealport-") % safeBaseName(authority.name()) % u'-' % mark(authority)
           % store.suffix;
}

QString nickname(const Certificate &authority)
{
    return QStringLiteral("Sealport ") % safeBaseName(authority.name()) % u' ' % mark(authority);
}

Outcome run(const QStringList &command, const QByteArray &input, const std::stop_token &stop)
{
    using namespace std::chrono_literals;
    if (stop.stop_requested())
        return {};
    QProcess process;
    QEventLoop loop; // of this job's thread
    QTimer lookAtStop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, [&loop](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) // after any other, it goes on to its end
            loop.quit();
    });
    QObject::connect(&lookAtStop, &QTimer::timeout, &process, [&process, &stop] {
        if (stop.stop_requested())
            process.kill();
    });
    lookAtStop.start(100ms);
    process.start(command.first(), command.mid(1));
    process.write(input);
    process.closeWriteChannel();
    if (process.state() != QProcess::NotRunning)
        loop.exec();
    Outcome outcome;
    if (process.error() != QProcess::FailedToStart && process.exitStatus() == QProcess::NormalExit)
        outcome.exitCode = process.exitCode();
    outcome.output = process.readAllStandardOutput();
    outcome.said = QString::fromUtf8(outcome.output + process.readAllStandardError()).trimmed();
    return outcome;
}

Result<void> changed(const TrustStore &store, const Outcome &outcome)
{
    if (outcome.exitCode == 0)
        return {};
    return std::unexpected(
        Error{.code = ErrorCode::TrustNotChanged, .subject = store.folder, .values = {}, .causes = {outcome.said}});
}

/// All or nothing: a list that could not be made anew does not get the file at some later time.
constexpr auto addScript = R"(umask 022; f=$1; pem=$2; shift 2; had=; [ ! -e "$f" ] || had=1
trap 'rm -f -- "$f.new"' EXIT
printf '%s' "$pem" > "$f.new" && mv -f -- "$f.new" "$f" || exit 1
"$@" || { [ "$had" ] || rm -f -- "$f"; exit 1; })";
/// The file stays where the list still holds it.
constexpr auto removeScript = R"(umask 022; f=$1; shift; old=$(cat -- "$f") && rm -f -- "$f" || exit 1
"$@" || { printf '%s\n' "$old" > "$f"; exit 1; })";

/// The shell's commands get every path as a parameter of its own: nothing in a name is ever read as a command.
Result<void> runAsAdministrator(const TrustStore &store, const QString &script, const QStringList &words,
                                const std::stop_token &stop)
{
    QStringList command{QStringLiteral("/bin/sh"), QStringLiteral("-c"), script, QStringLiteral("sh")};
    command += words + store.command;
    if (!QFileInfo(store.folder).isWritable()) {
        const QString pkexec = QStandardPaths::findExecutable(QStringLiteral("pkexec"));
        if (pkexec.isEmpty())
            return std::unexpected(
                Error{.code = ErrorCode::AdministratorNeeded, .subject = store.folder, .values = {}, .causes = {}});
        command.prepend(pkexec);
    }
    return changed(store, run(command, {}, stop));
}

Result<QString> certutil()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("certutil"));
    if (program.isEmpty())
        return std::unexpected(Error{.code = ErrorCode::ProgramMissing,
                                     .subject = QStringLiteral("certutil"),
                                     .values = {QStringLiteral("libnss3-tools")},
                                     .causes = {}});
    return program;
}

/// /dev/null as the file of passwords: a database that has one is an error, not a question on some terminal.
QStringList onDatabase(const QString &program, const TrustStore &store, const QStringList &words)
{
    return QStringList{program} + words
           + QStringList{QStringLiteral("-d"), QStringLiteral("sql:") + store.folder, QStringLiteral("-f"),
                         QStringLiteral("/dev/null")};
}

QByteArray derIn(const TrustStore &store, const QString &program, const QString &name, const std::stop_token &stop)
{
    const Outcome listed = run(
        onDatabase(program, store, {QStringLiteral("-L"), QStringLiteral("-r"), QStringLiteral("-n"), name}), {}, stop);
    return listed.exitCode == 0 ? listed.output : QByteArray();
}

} // namespace

std::vector<TrustStore> trustStores()
{
    std::vector<TrustStore> stores;
    const QString debian = QStringLiteral("update-ca-certificates");
    const std::array systems{TrustStore{.folder = QStringLiteral("/usr/local/share/ca-certificates"),
                                        .suffix = QStringLiteral(".crt"),
                                        .command = {debian}},
                             TrustStore{.folder = QStringLiteral("/etc/pki/ca-trust/source/anchors"),
                                        .suffix = QStringLiteral(".pem"),
                                        .command = {QStringLiteral("update-ca-trust")}},
                             TrustStore{.folder = QStringLiteral("/etc/pki/trust/anchors"),
                                        .suffix = QStringLiteral(".pem"),
                                        .command = {debian}},
                             TrustStore{.folder = QStringLiteral("/etc/ca-certificates/trust-source/anchors"),
                                        .suffix = QStringLiteral(".crt"),
                                        .command = {QStringLiteral("trust"), QStringLiteral("extract-compat")}}};
    const auto system =
        std::ranges::find_if(systems, [](const TrustStore &store) { return QFileInfo(store.folder).isDir(); });
    if (system != systems.end())
        stores.push_back(*system);
    for (const QString &database : knownNssDatabases())
        stores.push_back({.kind = TrustStore::Kind::NssDatabase, .folder = database});
    return stores;
}

bool isTrustedIn(const TrustStore &store, const Certificate &authority, const std::stop_token &stop)
{
    if (store.kind == TrustStore::Kind::System) {
        constexpr std::size_t largest = 1U << 20U;
        const auto file = readFile(systemFile(store, authority), largest);
        const QByteArray pem = authority.pem();
        return file && std::ranges::equal(file->bytes(), std::as_bytes(std::span(pem)));
    }
    const auto program = certutil();
    return program && derIn(store, *program, nickname(authority), stop) == authority.der();
}

Result<void> trust(const TrustStore &store, const Certificate &authority, const std::stop_token &stop)
{
    if (!authority.isCa())
        return std::unexpected(
            Error{.code = ErrorCode::NotAnAuthority, .subject = authority.name(), .values = {}, .causes = {}});
    if (store.kind == TrustStore::Kind::System)
        return runAsAdministrator(store, QString::fromLatin1(addScript),
                                  {systemFile(store, authority), QString::fromLatin1(authority.pem())}, stop);
    const auto program = certutil();
    if (!program)
        return std::unexpected(program.error());
    return changed(store, run(onDatabase(*program, store,
                                         {QStringLiteral("-A"), QStringLiteral("-a"), QStringLiteral("-t"),
                                          QStringLiteral("C,,"), QStringLiteral("-n"), nickname(authority)}),
                              authority.pem(), stop));
}

Result<void> distrust(const TrustStore &store, const Certificate &authority, const std::stop_token &stop)
{
    if (store.kind == TrustStore::Kind::System) {
        const QString file = systemFile(store, authority);
        if (!QFileInfo::exists(file))
            return {};
        TrustStore cleared = store;
        if (store.command == QStringList{QStringLiteral("update-ca-certificates")})
            cleared.command.append(QStringLiteral("--fresh")); // or the link to the file stays
        return runAsAdministrator(cleared, QString::fromLatin1(removeScript), {file}, stop);
    }
    const auto program = certutil();
    if (!program)
        return std::unexpected(program.error());
    if (derIn(store, *program, nickname(authority), stop).isEmpty())
        return {};
    return changed(
        store,
        run(onDatabase(*program, store, {QStringLiteral("-D"), QStringLiteral("-n"), nickname(authority)}), {}, stop));
}

} // namespace sealport
