#pragma once

#include "ui/keyring.h"

#include <QByteArray>
#include <QHash>
#include <QTimer>

#include <optional>
#include <span>
#include <utility>

namespace sealport::test {

/// A keyring that tests can look into, and that fails or keeps silent as they want.
class FakeKeyring final : public Keyring {
public:
    QHash<QString, QByteArray> entries;
    std::optional<ErrorCode> failure;
    bool isSilent = false;

    void read(const QString &name, QObject *context, Found done) override
    {
        answer(context, [this, name, done = std::move(done)] {
            if (failure)
                return done(std::unexpected(Error{.code = *failure}));
            if (!entries.contains(name))
                return done(nullptr);
            const QByteArray octets = entries.value(name);
            done(std::make_shared<const SecretBytes>(
                std::as_bytes(std::span(octets.constData(), static_cast<std::size_t>(octets.size())))));
        });
    }
    void write(const QString &name, std::shared_ptr<const SecretBytes> passphrase, QObject *context, Done done) override
    {
        const auto octets = passphrase->bytes();
        const QByteArray text(reinterpret_cast<const char *>(octets.data()), static_cast<qsizetype>(octets.size()));
        answer(context, [this, name, text, done = std::move(done)] {
            if (failure)
                return done(std::unexpected(Error{.code = *failure}));
            entries.insert(name, text);
            done({});
        });
    }
    void forget(const QString &name, QObject *context, Done done) override
    {
        entries.remove(name);
        answer(context, [done = std::move(done)] { done({}); });
    }

private:
    template <class Answer>
    void answer(QObject *context, Answer answer) const
    {
        if (!isSilent)
            QTimer::singleShot(0, context, std::move(answer));
    }
};

} // namespace sealport::test
