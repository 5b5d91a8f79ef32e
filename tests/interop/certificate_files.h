#pragma once

#include <QString>
#include <QStringList>

namespace sealport::test {

/// Certificates made by the openssl command line, an implementation of somebody else, in a folder of the caller.
class CertificateFiles {
public:
    explicit CertificateFiles(const QString &folder)
        : m_folder(folder)
    {
    }

    /// NAME.pem and NAME.key: an authority of its own.
    [[nodiscard]] bool makeAuthority(const QString &name) const;
    /// NAME.pem and NAME.key, for localhost and *.interop.test. `key`: words after -newkey.
    /// `authority`: one made before; empty for self-signed.
    [[nodiscard]] bool make(const QString &name, const QStringList &key, const QString &authority = {},
                            const QString &commonName = QStringLiteral("localhost")) const;

    [[nodiscard]] QString certificate(const QString &name) const
    {
        return m_folder + QLatin1Char('/') + name + QLatin1String(".pem");
    }
    [[nodiscard]] QString key(const QString &name) const
    {
        return m_folder + QLatin1Char('/') + name + QLatin1String(".key");
    }
    /// The options of serve for it.
    [[nodiscard]] QStringList options(const QString &name) const;

private:
    const QString m_folder;
};

/// Runs a program to its end; false when it fails or is missing. What it said goes to the log then.
[[nodiscard]] bool runTool(const QString &program, const QStringList &arguments);

} // namespace sealport::test
