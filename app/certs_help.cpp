#include "app/certs_options.h"

#include "app/action_table.h"

#include <QCoreApplication>

#include <array>

namespace sealport {
namespace {

using Row = ActionRow<CertsOptions::Action>;
constexpr auto rows = std::to_array<Row>({
    Row{CertsOptions::Action::List, "list",
        QT_TRANSLATE_NOOP("CommandLine", "sealport certs list\n"
                                         "    The certificates of your store; in text, its requests and "
                                         "revocation lists after them.\n"
                                         "    --source SOURCE    store (default), files (requests and revocation "
                                         "lists alone), system (the system's roots), all\n")},
    Row{CertsOptions::Action::Show, "show",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport certs show THUMBPRINT|NAME|FILE|FOLDER…\n"
                          "    Everything about certificates of the store, of files (PEM, DER, PKCS#7, PKCS#12, "
                          "Java keystores) and of folders;\n"
                          "    certificate requests and revocation lists in files, too. - is standard input.\n"
                          "    --details          every field and every extension in words\n"
                          "    --asn1             the tree of ASN.1\n"
                          "    --pass-file FILE   its first line is the pass phrase; - for standard input\n")},
    Row{CertsOptions::Action::Find, "find",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "sealport certs find THUMBPRINT\n"
            "    The certificates that have this thumbprint, under any algorithm and in any form; or what is wrong "
            "with it.\n"
            "    --in FILE|FOLDER   look there instead of in the store and the system's roots; may be repeated\n"
            "    --pass-file FILE   its first line is the pass phrase; - for standard input\n")},
    Row{CertsOptions::Action::Create, "create",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "sealport certs create NAME\n"
            "    Makes a key and a certificate and puts both into the store.\n"
            "    --san LIST         alternative names: "
            "localhost,127.0.0.1,IP:::1,email:me@example.org,URI:https://example.org/\n"
            "                       (default: NAME, where it is a host name or an address; an empty list means none)\n"
            "    --key KIND         ec:P-256 (default), ec:P-384, ec:P-521, rsa:2048 … rsa:8192, ed25519, ed448\n"
            "    --subject FIELDS   further fields of the subject: O=Example,OU=Tests,C=FR (C, ST, L, O, OU, "
            "emailAddress)\n"
            "    --template KIND    root-ca, intermediate (needs --issuer), server, client, server-client (default)\n"
            "    --days N           how long it is valid (default: as long as browsers accept, an authority 3650)\n"
            "    --from DATE --to DATE   the same by dates: 2027-01-31 or 2027-01-31T12:00:00Z\n"
            "    --ca               a certificate authority, which may sign others\n"
            "    --path-length N    how many authorities may stand below this one\n"
            "    --crl URL, --ocsp URL, --ca-issuers URL\n"
            "                       where clients fetch the revocation list, ask about it, fetch the issuer\n"
            "    --issuer ID        sign with this certificate of the store: thumbprint or name (default: signs "
            "itself)\n"
            "    --request          make a key and a certificate request (NAME.csr) instead; its issuer decides the "
            "dates\n"
            "    --out FOLDER       put both files there instead of into the store\n"
            "    --pass-file FILE   protect the key: its first line is the pass phrase; - for standard input\n"
            "    --issuer-pass-file FILE   opens the issuer's key (default: as --pass-file)\n")},
    Row{CertsOptions::Action::Sign, "sign",
        QT_TRANSLATE_NOOP("CommandLine", "sealport certs sign REQUEST-FILE --issuer ID\n"
                                         "    Answers a certificate request: its subject, alternative names and "
                                         "key are taken over, all else is what you say.\n"
                                         "    --san LIST         alternative names instead of the request's\n"
                                         "    --days, --from, --to, --ca, --template, --path-length, --crl, "
                                         "--ocsp, --ca-issuers, --out   as for create\n"
                                         "    --pass-file FILE   opens the issuer's key\n")},
    Row{CertsOptions::Action::Renew, "renew",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport certs renew THUMBPRINT|NAME\n"
                          "    The same certificate with a new serial number and new dates; the old one stays.\n"
                          "    --days N, --from DATE --to DATE   as for create (default: as long as the old one)\n"
                          "    --new-key          make a new key of the same kind\n"
                          "    --reassign         give it to the applications that have the old one\n"
                          "    --pass-file FILE   opens the key; where it is encrypted, the new file is too\n"
                          "    --issuer-pass-file FILE   opens the issuer's key (default: as --pass-file)\n")},
    Row{CertsOptions::Action::Revoke, "revoke",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "sealport certs revoke THUMBPRINT|NAME…\n"
            "    Puts certificates on the revocation list of who issued them, kept in the store as NAME.crl.\n"
            "    --reason REASON    unspecified (default), keyCompromise, cACompromise, affiliationChanged, "
            "superseded,\n"
            "                       cessationOfOperation, certificateHold, privilegeWithdrawn, aACompromise\n"
            "    --lift-hold        take certificates off the list again that are on it with certificateHold\n"
            "    --issuer ID        the authority; without a certificate its list is only renewed\n"
            "    --days N           how long the list is valid (default: 30)\n"
            "    --pass-file FILE   opens the authority's key\n")},
    Row{CertsOptions::Action::Protect, "protect",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport certs protect THUMBPRINT|NAME --pass-file FILE\n"
                          "    Encrypts the key of a certificate of the store with a pass phrase, the first line of "
                          "FILE; - for standard input.\n"
                          "    No copy is kept, and a pass phrase that is lost cannot be found again.\n"
                          "    --new-pass-file FILE   the pass phrase that it shall have instead\n"
                          "    --remove           take the pass phrase away; the file stays readable by you alone\n")},
    Row{CertsOptions::Action::Trust, "trust",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport certs trust THUMBPRINT|NAME|FILE\n"
                          "    Where programs of this machine trust an authority; changes nothing without these:\n"
                          "    --system           have the system's list trust it (curl, wget and most programs); asks "
                          "for the administrator\n"
                          "    --nss              have your NSS databases trust it (Firefox, Chromium)\n"
                          "    --remove           take it away there again\n"
                          "    --pass-file FILE   its first line is the pass phrase; - for standard input\n")},
    Row{CertsOptions::Action::Import, "import",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport certs import FILE…\n"
                          "    Puts the certificates of files into the store, with their keys, and revocation "
                          "lists. A key may come in a file\n"
                          "    of its own, and later than its certificate. - is standard input.\n"
                          "    --pass-file FILE   its first line is the pass phrase; - for standard input\n"
                          "    --new-pass-file FILE   protects the keys in the store; without it they are open "
                          "there\n")},
    Row{CertsOptions::Action::Export, "export",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "sealport certs export THUMBPRINT|NAME --out FILE\n"
            "    Writes a certificate of the store, reads it back and compares; an existing file is left alone.\n"
            "    --as FORMAT        pem (default), chain, pem-key, der, p7b, p12, p12-legacy, pubkey, ssh\n"
            "                       chain, pem-key, p7b, p12: with its issuers but the root; pem-key, p12: with "
            "its private "
            "key;\n"
            "                       p12: AES-256 and SHA-256; p12-legacy: triple DES and SHA-1, for old devices\n"
            "    --out FILE         - is standard output; a private key is not written to a terminal\n"
            "    --pass-file FILE   protects the private key (p12 needs it, pem-key may have it)\n"
            "    --force            overwrite FILE\n")},
    Row{CertsOptions::Action::Remove, "remove",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "sealport certs remove THUMBPRINT|NAME|FILE…\n"
            "    Takes certificates and their keys out of the store, and requests and revocation lists (NAME.csr, "
            "NAME.crl);\n"
            "    the trash keeps them for 30 days.\n")},
    Row{CertsOptions::Action::Restore, "restore",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport certs restore [ITEM]\n"
                          "    What was deleted or overwritten in the last 30 days; puts ITEM back where it was, "
                          "by its number or its name\n"
                          "    in this list.\n"
                          "    --force            also where other files stand now; the trash keeps those\n")},
    Row{CertsOptions::Action::Lint, "lint",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport certs lint THUMBPRINT|NAME|FILE|FOLDER…\n"
                          "    What is wrong with certificates, why, and what clients do; exit code 1 if an error "
                          "is among it. - is standard input.\n"
                          "    --pass-file FILE   its first line is the pass phrase; - for standard input\n")},
    Row{CertsOptions::Action::Verify, "verify",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport certs verify THUMBPRINT|NAME|FILE\n"
                          "    The path from a trusted certificate, and everything wrong with it; exit code 0 only "
                          "if valid. The authorities and\n"
                          "    revocation lists of your store count, and those in the file. - is standard input.\n"
                          "    --host NAME        the name or IP address that it must be for\n"
                          "    --time DATE        at this moment instead of now\n"
                          "    --purpose PURPOSE  server (default), client, authority, any\n"
                          "    --root FILE|FOLDER trust these instead of the system's roots and your store's "
                          "authorities; may be repeated\n"
                          "    --chain FILE       intermediate certificates; may be repeated\n"
                          "    --pass-file FILE   its first line is the pass phrase; - for standard input\n")},
    Row{CertsOptions::Action::Compare, "compare",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport certs compare A B\n"
                          "    Two certificates side by side; exit code 1 if they differ. - is standard input.\n"
                          "    --pass-file FILE   its first line is the pass phrase; - for standard input\n")},
});

} // namespace

std::optional<CertsOptions::Action> certsActionNamed(const QString &word)
{
    return actionNamed(rows, word);
}

QString certsActionNames()
{
    return actionWords(rows);
}

QString certsHelp(const std::optional<CertsOptions::Action> &action)
{
    return helpOf(rows, action,
                  QT_TRANSLATE_NOOP("CommandLine", "    --format text|json json: one object a line\n"
                                                   "    --help             this text\n"
                                                   "\n"
                                                   "A pass phrase or PIN that is needed and that no option "
                                                   "gives is asked for at a terminal, but for JSON.\n"
                                                   "Exit code: 0 done, 1 something failed (the reason is on "
                                                   "standard error), 2 the command line is wrong.\n"));
}

} // namespace sealport
