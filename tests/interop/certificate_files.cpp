#include "tests/interop/certificate_files.h"

#include "tests/support/child_process.h"

namespace sealport::test {

using namespace Qt::StringLiterals;

bool runTool(const QString &program, const QStringList &arguments)
{
    const ProgramRun run = runProgram(program, arguments);
    if (run.exitCode == 0)
        return true;
    qWarning("%s %s: %s", qUtf8Printable(program), qUtf8Printable(arguments.join(u' ')), run.output.constData());
    return false;
}

bool CertificateFiles::makeAuthority(const QString &name) const
{
    return runTool(u"openssl"_s,
                   {u"req"_s, u"-x509"_s, u"-nodes"_s, u"-days"_s, u"30"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                    u"ec_paramgen_curve:P-256"_s, u"-subj"_s, u"/CN="_s + name, u"-addext"_s,
                    u"basicConstraints=critical,CA:TRUE"_s, u"-addext"_s, u"keyUsage=critical,keyCertSign,cRLSign"_s,
                    u"-keyout"_s, key(name), u"-out"_s, certificate(name)});
}

bool CertificateFiles::make(const QString &name, const QStringList &keyWords, const QString &authority,
                            const QString &commonName) const
{
    QStringList words{u"req"_s,
                      u"-x509"_s,
                      u"-nodes"_s,
                      u"-days"_s,
                      u"30"_s,
                      u"-subj"_s,
                      u"/CN="_s + commonName,
                      u"-addext"_s,
                      u"basicConstraints=critical,CA:FALSE"_s,
                      u"-addext"_s,
                      u"subjectAltName=DNS:localhost,DNS:*.interop.test,IP:127.0.0.1"_s,
                      u"-addext"_s,
                      u"extendedKeyUsage=serverAuth,clientAuth"_s,
                      u"-keyout"_s,
                      key(name),
                      u"-out"_s,
                      certificate(name)};
    if (!authority.isEmpty())
        words += {u"-CA"_s, certificate(authority), u"-CAkey"_s, key(authority)};
    words += u"-newkey"_s;
    return runTool(u"openssl"_s, words + keyWords);
}

QStringList CertificateFiles::options(const QString &name) const
{
    return {u"--cert-file"_s, certificate(name), u"--key-file"_s, key(name)};
}

} // namespace sealport::test
