#include "model/sockets/preflight_presented.h"

#include "model/certificates/certificate_file.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/chain.h"
#include "model/sockets/preflight_checks.h"

#include <algorithm>

namespace sealport {

namespace {

/// Those that clients may be expected to have: in the store, or trusted by this system. Read when they are needed.
class KnownRoots {
public:
    explicit KnownRoots(const std::vector<StoredCertificate> &stored)
        : m_stored(stored)
    {
    }
    bool haveIssued(const Certificate &certificate)
    {
        const auto isRoot = [&certificate](const Certificate &known) {
            return known.isSelfIssued() && known.subject() == certificate.issuer() && hasIssued(known, certificate);
        };
        const auto isStored = [&isRoot](const StoredCertificate &one) { return isRoot(one.certificate); };
        return std::ranges::any_of(m_stored, isStored) || std::ranges::any_of(ofSystem(), isRoot);
    }

private:
    const std::vector<Certificate> &ofSystem()
    {
        if (!m_ofSystem) {
            const QString file = systemRootsFile();
            m_ofSystem =
                file.isEmpty() ? std::vector<Certificate>() : readCertificateFileLeniently(file).contents.certificates;
        }
        return *m_ofSystem;
    }

    const std::vector<StoredCertificate> &m_stored;
    std::optional<std::vector<Certificate>> m_ofSystem;
};

void lookAtNames(const ServerProfile &profile, const Certificate &certificate,
                 const std::vector<StoredCertificate> &stored, CheckList &list)
{
    QStringList names;
    for (const QString &name : certificate.subjectAltNames())
        if (name.startsWith(u"DNS:") || name.startsWith(u"IP:"))
            names.append(name.section(u':', 1));
    const QString host = profile.address.trimmed();
    if (host.isEmpty() || isForHost(certificate, host))
        return list.pass(CheckCode::HostNames, names);
    list.add(Warning{.code = WarningCode::NameNotCovered, .values = QStringList{host} + names},
             otherCertificateFor(profile, stored, certificate.sha256(), true));
}

void lookAtChain(const ServerProfile &profile, const Identity &identity, KnownRoots &roots, CheckList &list)
{
    std::optional<Mend> usual;
    if (profile.tls.chain != ChainForm::Automatic)
        usual = Mend{.kind = Mend::Kind::SendUsualChain};
    const QString name = identity.certificate.name();
    const Certificate *last = &identity.certificate;
    for (const Certificate &issuer : identity.chain) {
        if (!hasIssued(issuer, *last))
            return list.add(
                Warning{.code = WarningCode::ChainDisordered, .values = {name, issuer.name(), last->name()}}, usual);
        last = &issuer;
    }
    if (!last->isSelfIssued() && !roots.haveIssued(*last))
        list.add(Warning{.code = WarningCode::ChainIncomplete, .values = {name, last->issuer()}}, usual);
}

} // namespace

void lookAtPresented(const ServerProfile &profile, const Presented &presented,
                     const std::vector<StoredCertificate> &stored, CheckList &list)
{
    const Identity &main = presented.identities.usual.front();
    const Certificate &certificate = main.certificate;
    list.pass(CheckCode::Certificate, {certificate.name()});
    list.pass(CheckCode::Key);
    list.pass(CheckCode::Validity, {certificate.notAfter().toString(Qt::ISODate)});
    list.pass(CheckCode::Purpose);
    lookAtNames(profile, certificate, stored, list);
    KnownRoots roots(stored);
    for (const Identity &identity : presented.identities.usual)
        lookAtChain(profile, identity, roots, list);
    for (const NamedIdentities &named : presented.identities.named)
        for (const Identity &identity : named.identities)
            lookAtChain(profile, identity, roots, list);
    list.pass(CheckCode::Chain,
              certificate.isSelfIssued() ? QStringList() : QStringList{QString::number(main.chain.size())});
}

std::optional<Mend> otherCertificateFor(const ServerProfile &profile, const std::vector<StoredCertificate> &stored,
                                        const QByteArray &sha256, bool mustFit)
{
    if (profile.certificate.by == IdentifyBy::Application)
        return std::nullopt;
    const QString host = profile.address.trimmed();
    std::vector<StoredCertificate> fit = stored;
    if (mustFit)
        std::erase_if(fit, [&host](const StoredCertificate &one) { return !isForHost(one.certificate, host); });
    return otherCertificate(fit, host, sha256);
}

} // namespace sealport
