#include "ui/desktop_keyring.h"

#include <qt6keychain/keychain.h>

#include <QByteArray>

#include <cstddef>
#include <cstring>
#include <span>
#include <utility>

namespace sealport {

namespace {

const QString &service()
{
    static const QString name = QStringLiteral("sealport");
    return name;
}

/// The octets that all copies of the array share, the job's own too: fill() would cleanse a copy.
void cleanse(const QByteArray &shared)
{
    explicit_bzero(const_cast<char *>(shared.constData()), // NOLINT: nothing of it is const, only shared
                   static_cast<std::size_t>(shared.size()));
}

Error errorOf(const QKeychain::Job &job)
{
    const bool isRefused = job.error() == QKeychain::AccessDeniedByUser || job.error() == QKeychain::AccessDenied;
    return {.code = isRefused ? ErrorCode::KeyringRefused : ErrorCode::KeyringUnavailable,
            .subject = {},
            .values = {},
            .causes = {job.errorString()}};
}

Result<void> resultOf(const QKeychain::Job &job)
{
    if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
        return std::unexpected(errorOf(job));
    return {};
}

} // namespace

void DesktopKeyring::read(const QString &name, QObject *context, Found done)
{
    auto *job = new QKeychain::ReadPasswordJob(service(), this); // deletes itself when it is finished
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        if (const auto result = resultOf(*job); !result)
            return done(std::unexpected(result.error()));
        if (job->error() == QKeychain::EntryNotFound)
            return done(nullptr);
        const QByteArray octets = job->binaryData();
        const auto size = static_cast<std::size_t>(octets.size());
        const auto secret = std::make_shared<const SecretBytes>(std::as_bytes(std::span(octets.constData(), size)));
        cleanse(octets);
        done(secret);
    });
    job->start();
}

void DesktopKeyring::write(const QString &name, std::shared_ptr<const SecretBytes> passphrase, QObject *context,
                           Done done)
{
    const auto octets = passphrase->bytes();
    const QByteArray copy(reinterpret_cast<const char *>(octets.data()), static_cast<qsizetype>(octets.size()));
    auto *job = new QKeychain::WritePasswordJob(service(), this);
    job->setKey(name);
    job->setBinaryData(copy);
    connect(job, &QKeychain::Job::finished, this, [copy] { cleanse(copy); });
    connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] { done(resultOf(*job)); });
    job->start();
}

void DesktopKeyring::forget(const QString &name, QObject *context, Done done)
{
    auto *job = new QKeychain::DeletePasswordJob(service(), this);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] { done(resultOf(*job)); });
    job->start();
}

} // namespace sealport
