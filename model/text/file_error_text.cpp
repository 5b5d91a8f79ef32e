#include "model/text/file_error_text.h"

#include "model/text/formatting.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Error", text);
}

/// The names of foreignKind() and of what else has no place here; PEM labels and the like stay as they are.
QString kindName(const QString &kind)
{
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("Error", "ZIP archive"),         QT_TRANSLATE_NOOP("Error", "gzip archive"),
        QT_TRANSLATE_NOOP("Error", "bzip2 archive"),       QT_TRANSLATE_NOOP("Error", "xz archive"),
        QT_TRANSLATE_NOOP("Error", "Zstandard archive"),   QT_TRANSLATE_NOOP("Error", "7-Zip archive"),
        QT_TRANSLATE_NOOP("Error", "RAR archive"),         QT_TRANSLATE_NOOP("Error", "tar archive"),
        QT_TRANSLATE_NOOP("Error", "PDF document"),        QT_TRANSLATE_NOOP("Error", "RTF document"),
        QT_TRANSLATE_NOOP("Error", "XML document"),        QT_TRANSLATE_NOOP("Error", "Microsoft Office document"),
        QT_TRANSLATE_NOOP("Error", "HTML page"),           QT_TRANSLATE_NOOP("Error", "PNG image"),
        QT_TRANSLATE_NOOP("Error", "JPEG image"),          QT_TRANSLATE_NOOP("Error", "GIF image"),
        QT_TRANSLATE_NOOP("Error", "ELF program"),         QT_TRANSLATE_NOOP("Error", "Windows program"),
        QT_TRANSLATE_NOOP("Error", "SQLite database"),     QT_TRANSLATE_NOOP("Error", "Berkeley database"),
        QT_TRANSLATE_NOOP("Error", "OpenPGP data"),        QT_TRANSLATE_NOOP("Error", "SSH public key"),
        QT_TRANSLATE_NOOP("Error", "OpenSSH public key"),  QT_TRANSLATE_NOOP("Error", "key parameters"),
        QT_TRANSLATE_NOOP("Error", "PKCS #7 container"),   QT_TRANSLATE_NOOP("Error", "empty PKCS #12 container"),
        QT_TRANSLATE_NOOP("Error", "empty Java keystore"),
    };
    const auto known = std::ranges::find_if(names, [&](const char *name) { return kind == QLatin1String(name); });
    return known == names.end() ? kind : translated(*known);
}

} // namespace

QString notACertificateFile(const QString &file, const QStringList &kinds)
{
    const auto found = [&](const char *text) { return translated(text).arg(file); };
    const QString kind = kinds.value(0);
    if (kind == QStringLiteral("private key"))
        return found(QT_TRANSLATE_NOOP(
            "Error", "%1 holds a private key and no certificate. Choose the certificate's file, which "
                     "begins with BEGIN CERTIFICATE."));
    if (kind == QStringLiteral("certificate request"))
        return found(QT_TRANSLATE_NOOP("Error",
                                       "%1 holds a certificate request, not a certificate. Send it to a certificate "
                                       "authority and use what comes back."));
    if (kind == QStringLiteral("public key"))
        return found(QT_TRANSLATE_NOOP(
            "Error", "%1 holds a public key and no certificate. Choose the file of the certificate."));
    if (kind == QStringLiteral("certificate revocation list"))
        return found(QT_TRANSLATE_NOOP(
            "Error", "%1 holds a certificate revocation list and no certificate. Choose the file of the "
                     "certificate."));
    if (kind == QStringLiteral("OpenSSH private key"))
        return found(QT_TRANSLATE_NOOP("Error",
                                       "%1 holds an OpenSSH private key, in a form that only SSH programs read, and no "
                                       "certificate. Export it as PEM (PKCS #8), or choose another file."));
    if (kind == QStringLiteral("PuTTY private key"))
        return found(QT_TRANSLATE_NOOP("Error", "%1 holds a PuTTY private key, in a form that only PuTTY reads, and no "
                                                "certificate. Export it as PEM (PKCS #8), or choose another file."));
    if (kind.isEmpty())
        return found(QT_TRANSLATE_NOOP(
            "Error", "%1 holds no certificate. PEM, DER, PKCS #7, PKCS #12 and Java keystore files can be read."));
    QStringList names;
    for (const QString &one : kinds)
        names.append(kindName(one));
    return QCoreApplication::translate(
               "Error", "%1 holds no certificate that can be read here, but this: %2. Choose another file, or "
                        "export the certificate as PEM, DER or PKCS #12.")
        .arg(file, spokenList(names));
}

QString notARequestFile(const QString &file, const QStringList &count)
{
    if (count.isEmpty())
        return translated(QT_TRANSLATE_NOOP("Error",
                                            "%1 holds no certificate request. Choose the file that begins with "
                                            "BEGIN CERTIFICATE REQUEST, or its DER form."))
            .arg(file);
    return translated(QT_TRANSLATE_NOOP("Error", "%1 holds %2 certificate requests. Give each a file of its own."))
        .arg(file, count.first());
}

QString keyWithoutCertificate(const QString &file, const QStringList &place)
{
    if (place.contains(QStringLiteral("store")))
        return translated(QT_TRANSLATE_NOOP("Error", "No certificate stands beside the private key in %1. Import its "
                                                     "certificate, or delete the file if nothing needs it."))
            .arg(file);
    return translated(QT_TRANSLATE_NOOP("Error", "The private key in %1 belongs to none of the certificates here, so "
                                                 "it was not imported. Import its certificate too."))
        .arg(file);
}

QString wrongPassphrase(const QString &file, const QStringList &alias)
{
    if (!alias.isEmpty())
        return translated(QT_TRANSLATE_NOOP("Error", "The pass phrase opens %1, but not its key '%2', which has a pass "
                                                     "phrase of its own. Give that one."))
            .arg(file, alias.first());
    return translated(QT_TRANSLATE_NOOP(
                          "Error", "The pass phrase does not open %1. Check the keyboard layout and capital letters."))
        .arg(file);
}

QString wrongPassphraseOrDamaged(const QString &file, const QStringList &part)
{
    if (part.value(0) == u"key")
        return translated(QT_TRANSLATE_NOOP(
                              "Error", "The pass phrase opens a private key in %1, but not the file as a whole: either "
                                       "the key has a pass phrase of its own, or the file is damaged. Check what was "
                                       "read with the pass phrase of the file."))
            .arg(file);
    if (part.value(0) == u"content")
        return translated(
                   QT_TRANSLATE_NOOP("Error",
                                     "The pass phrase opens what is in %1, but its checksum (MAC) does not fit: either "
                                     "that has a pass phrase of its own, or the file is damaged. Check what was read, "
                                     "or have the file exported again."))
            .arg(file);
    return translated(QT_TRANSLATE_NOOP("Error", "%1 does not open: either the pass phrase is wrong or the file is "
                                                 "damaged, and nothing in it can tell which. Check the pass phrase, "
                                                 "then export or copy the file again."))
        .arg(file);
}

QString unsupportedAlgorithm(const QString &file, const QStringList &values)
{
    const QString algorithm = values.value(0);
    const QString kind = values.value(1);
    if (kind == u"key")
        return translated(QT_TRANSLATE_NOOP("Error",
                                            "The key in %1 is of a kind that this OpenSSL does not know: %2. Use "
                                            "one of RSA, EC (P-256, P-384, P-521), Ed25519 or Ed448."))
            .arg(file, algorithm);
    if (kind == u"ssh")
        return translated(QT_TRANSLATE_NOOP("Error",
                                            "OpenSSH has no form for the key of '%1', which is of the kind %2. It "
                                            "knows RSA, EC (P-256, P-384, P-521) and Ed25519: export the public key "
                                            "as PEM, or choose another certificate."))
            .arg(file, algorithm);
    if (kind == u"rounds")
        return translated(QT_TRANSLATE_NOOP(
                              "Error", "%1 asks for %2 rounds of key derivation (%3), and no more than %4 are done "
                                       "for a file. Export it again with fewer rounds."))
            .arg(file, values.value(2), algorithm, values.value(3));
    if (kind == u"memory")
        return translated(QT_TRANSLATE_NOOP("Error",
                                            "%1 asks for %2 MiB of memory for its key derivation (%3), and OpenSSL "
                                            "gives no more than %4. Export it again with PBKDF2."))
            .arg(file, values.value(2), algorithm, values.value(3));
    return translated(QT_TRANSLATE_NOOP("Error",
                                        "%1 needs an algorithm that this OpenSSL does not offer: %2. Export it "
                                        "again with AES-256."))
        .arg(file, algorithm);
}

QString truncatedFile(const QString &file, const QStringList &sizes)
{
    if (sizes.size() >= 2)
        return QCoreApplication::translate(
                   "Error", "%1 is cut short: it says that it has %2 bytes, and %3 are there. Export or copy it again.")
            .arg(file, sizes.value(0), sizes.value(1));
    if (!sizes.isEmpty())
        return QCoreApplication::translate(
                   "Error",
                   "%1 is cut short: the PEM block that begins in line %2 has no END. Copy it again as a whole.")
            .arg(file, sizes.value(0));
    return QCoreApplication::translate("Error", "%1 is cut short: it ends in the middle. Export or copy it again.")
        .arg(file);
}

} // namespace sealport
