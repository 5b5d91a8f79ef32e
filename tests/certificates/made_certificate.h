#pragma once

#include "tests/certificates/fixture_files.h"

#include <QFile>
#include <QTemporaryDir>

namespace sealport::test {

/// What `openssl req` is told to make: a certificate that says odd things.
struct Recipe {
    QByteArray extensions{};                           ///< lines of the section [ext] and sections after it
    QString subject = QStringLiteral("/CN=made.test"); ///< "/" for none
    /// Words after -newkey; empty: further words name a key.
    QStringList key{QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256")};
    QStringList words{}; ///< further words for req
    QString issuer{};    ///< name of a certificate made before
};

/// Makes certificates with the openssl command line, an implementation of somebody else, in a folder of its own.
class CertificateMaker {
public:
    /// An empty result and a failed test when openssl refuses.
    std::vector<Certificate> make(const QString &name, const Recipe &recipe)
    {
        QFile config(path(name, "cnf"));
        if (!config.open(QIODevice::WriteOnly))
            return {};
        config.write("[req]\nstring_mask=utf8only\nprompt=no\ndistinguished_name=dn\n[dn]\n[ext]\n"
                     + recipe.extensions);
        config.close();
        QStringList words{QStringLiteral("req"),     QStringLiteral("-x509"), QStringLiteral("-nodes"),
                          QStringLiteral("-utf8"),   QStringLiteral("-subj"), recipe.subject,
                          QStringLiteral("-config"), path(name, "cnf"),       QStringLiteral("-extensions"),
                          QStringLiteral("ext"),     QStringLiteral("-out"),  path(name, "pem"),
                          QStringLiteral("-keyout"), path(name, "key")};
        if (!recipe.issuer.isEmpty())
            words += {QStringLiteral("-CA"), path(recipe.issuer, "pem"), QStringLiteral("-CAkey"),
                      path(recipe.issuer, "key")};
        words += recipe.words;
        if (!recipe.words.contains(QStringLiteral("-days")))
            words += {QStringLiteral("-days"), QStringLiteral("30")};
        if (!recipe.key.isEmpty())
            words += QStringLiteral("-newkey");
        openssl(words + recipe.key);
        return readCertificateFileLeniently(path(name, "pem")).contents.certificates;
    }

    [[nodiscard]] QString path(const QString &name, const char *suffix) const
    {
        return m_folder.filePath(name + QLatin1Char('.') + QLatin1String(suffix));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace sealport::test
