#pragma once

#include "model/base/secret_bytes.h"
#include "model/certificates/certificate.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/private_key.h"
#include "tests/support/child_process.h"

#include <openssl/err.h>

#include <QString>
#include <QTest>

#include <span>

namespace sealport::test {

inline QString fixture(const QString &name)
{
    return QStringLiteral(SEALPORT_CERTIFICATES "/") + name;
}

/// The first certificate of a fixture that holds one.
inline Certificate certificateOf(const QString &name)
{
    return readCertificateFileLeniently(fixture(name)).contents.certificates.at(0);
}

/// The first key of a fixture that holds one.
inline PrivateKey keyOf(const QString &name)
{
    return readCertificateFileLeniently(fixture(name)).contents.keys.at(0);
}

inline SecretBytes secret(const QByteArray &text)
{
    return SecretBytes(std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(text.size()))));
}

/// Of a key that was encrypted just now: one wrong pass phrase in 256 leaves what may as well be damage.
inline bool saysWrongPassphrase(const Error &error)
{
    return error.code == ErrorCode::WrongPassphrase || error.code == ErrorCode::WrongPassphraseOrDamaged;
}

/// What OpenSSL's command line, an implementation of somebody else, says; empty and a failed test when it fails.
inline QByteArray openssl(const QStringList &arguments, const QByteArray &input = {})
{
    const ProgramRun run = runProgram(QStringLiteral("openssl"), arguments, {}, input, ChildProcess::Errors::Apart);
    if (run.exitCode != 0) {
        QTest::qFail(run.errors.constData(), __FILE__, __LINE__);
        return {};
    }
    return run.output.trimmed();
}

/// A stale entry would surface later as somebody else's error.
inline bool isErrorQueueEmpty()
{
    return ERR_peek_error() == 0;
}

} // namespace sealport::test
