#include "model/sockets/preflight_tls.h"

#include "model/base/file_safety.h"
#include "model/certificates/certificate_file.h"
#include "model/certificates/key_store_mark.h"
#include "model/sockets/preflight_checks.h"
#include "model/sockets/preflight_presented.h"
#include "model/sockets/tls_preparation.h"
#include "model/tls/list_meaning.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sealport {

namespace {

constexpr std::array allLists{AlgorithmList::Ciphers, AlgorithmList::CipherSuites, AlgorithmList::Groups,
                              AlgorithmList::SignatureAlgorithms};

class TlsInspection {
public:
    TlsInspection(const ServerProfile &profile, const PreflightSources &sources,
                  const std::vector<StoredCertificate> &stored, const std::stop_token &stop, CheckList &list)
        : m_profile(profile)
        , m_half(profile)
        , m_sources(sources)
        , m_stored(stored)
        , m_stop(stop)
        , m_list(list)
    {
        m_half.name = QStringLiteral("pre-flight"); // what has been looked at elsewhere
        m_half.port = 0;
        m_half.address = QStringLiteral("127.0.0.1");
        m_half.limits = {};
        m_half.reply = {};
    }

    QString run()
    {
        lookAtProtocols();
        lookAtLists();
        lookAtFiles();
        leaveOutOtherFaults();
        const std::optional<PreparedServer> prepared = m_half.certificate.isEmpty() ? std::nullopt : prepare();
        if (!prepared)
            return {};
        lookAtOffer(*prepared);
        lookAtClients(*prepared);
        if (const auto presented = presentedBy(m_half, m_sources.store, m_sources.applications, nullptr))
            lookAtPresented(m_profile, *presented, m_stored, m_list);
        return prepared->context->certificate().name();
    }

private:
    void lookAtProtocols()
    {
        const ProtocolSet available = availableProtocols();
        const ProtocolSet missing = m_profile.protocols.without(available);
        const ProtocolSet rest = m_profile.protocols.without(missing);
        for (const Protocol protocol : missing.toVector())
            m_list.add(Error{.code = ErrorCode::ProtocolUnavailable,
                             .subject = protocolLabel(protocol),
                             .values = {openSslVersion()},
                             .causes = {}},
                       useProtocols(rest));
        m_half.protocols = rest.isEmpty() ? modernProtocols : rest;
    }

    void lookAtLists()
    {
        AlgorithmChoice &lists = m_half.tls.algorithms;
        const AlgorithmChoice given = lists;
        for (const AlgorithmList list : allLists) {
            bool isWrong = false;
            for (const ListFinding &finding : findingsOf(list, m_half.protocols, given)) {
                const bool leavesNothing = finding.kind == ListFinding::Kind::NothingForProtocols
                                           || finding.kind == ListFinding::Kind::LevelLeavesNothing;
                const bool isUseful =
                    finding.kind == ListFinding::Kind::NeedsSharedSecret && !m_half.tls.sharedSecrets.isEmpty();
                if (isUseful || (!finding.isError && !leavesNothing))
                    continue; // said below the list itself
                isWrong = isWrong || finding.isError;
                if (leavesNothing)
                    m_withoutSuites = withAll(m_withoutSuites, finding.protocols);
                m_list.add(leavesNothing ? CheckCode::Suites : CheckCode::Algorithms, finding,
                           Mend{.kind = Mend::Kind::UseList,
                                .value = corrected(textOf(list, given), finding).value_or(QString()),
                                .list = list});
            }
            if (isWrong)
                setTextOf(list, lists, {});
        }
        m_list.pass(CheckCode::Algorithms);
    }

    void lookAtFiles()
    {
        TlsSettings &settings = m_half.tls;
        QStringList files;
        const auto look = [&](QString &file, const QString &word) {
            if (file.isEmpty() || file == word)
                return;
            files.append(file);
            constexpr std::size_t largest = 64U << 20U;
            if (const auto content = readFile(file, largest); !content) {
                Error error = content.error();
                if (&file == &settings.clientAuthorities)
                    error.values.append(keyStore);
                m_list.add(CheckCode::Files, error, Mend{.kind = Mend::Kind::ForgetFile, .value = file});
                file.clear();
            }
        };
        look(settings.dhParameters, QStringLiteral("none"));
        look(settings.ocsp, QStringLiteral("made"));
        look(settings.sharedSecrets, {});
        if (settings.clientCertificates != ClientCertificateMode::DoNotAsk)
            look(settings.clientAuthorities, {});
        files += writtenFiles(m_profile);
        if (!files.isEmpty())
            m_list.pass(CheckCode::Files, files);
    }

    /// What validate() has told already.
    void leaveOutOtherFaults()
    {
        TlsSettings &settings = m_half.tls;
        if (!validate(settings).empty()) {
            const TlsSettings usual;
            settings.alpn = usual.alpn;
            settings.resumption = usual.resumption;
            settings.largestRecord = usual.largestRecord;
        }
        const bool asks = settings.clientCertificates == ClientCertificateMode::Ask
                          || settings.clientCertificates == ClientCertificateMode::Require;
        if (asks && settings.clientAuthorities.isEmpty() && m_half.certificate.by != IdentifyBy::Application)
            settings.clientCertificates = ClientCertificateMode::Report;
        std::erase_if(m_half.furtherCertificates, [](const CertificateReference &one) { return one.isEmpty(); });
        std::erase_if(m_half.namedCertificates, [](const NamedCertificate &one) { return one.certificate.isEmpty(); });
    }

    /// The main certificate first, so that a fault is known to be its own.
    std::optional<PreparedServer> prepare()
    {
        const std::vector<CertificateReference> further = std::exchange(m_half.furtherCertificates, {});
        const std::vector<NamedCertificate> named = std::exchange(m_half.namedCertificates, {});
        constexpr int mostFaults = 12;
        std::optional<PreparedServer> prepared;
        for (int fault = 0; fault < mostFaults && !prepared && !m_stop.stop_requested(); ++fault)
            if (Result<PreparedServer> result = tryHalf())
                prepared = std::move(*result);
            else if (!addFault(result.error()))
                break;
        if (!prepared || (further.empty() && named.empty()))
            return prepared;
        m_half.furtherCertificates = further;
        m_half.namedCertificates = named;
        Result<PreparedServer> all = tryHalf();
        if (all)
            return std::move(*all);
        if (isAboutPassphrase(all.error()) || isAboutPin(all.error()))
            m_list.addLocked(all.error());
        else
            m_list.add(all.error());
        m_half.furtherCertificates.clear();
        m_half.namedCertificates.clear();
        return prepared;
    }

    [[nodiscard]] Result<PreparedServer> tryHalf() const
    {
        return prepareServer(m_half, m_sources.store, m_stop, m_sources.resolver, nullptr, m_sources.applications);
    }

    /// Whether it is worth to try again, without the fault.
    bool addFault(const Error &error)
    {
        TlsSettings &settings = m_half.tls;
        if (isAboutPassphrase(error) || isAboutPin(error)) {
            m_list.addLocked(error);
            return false;
        }
        if (error.code == ErrorCode::KeyTooWeak) {
            const int level = error.values.value(2).toInt() - 1;
            if (level < 0) {
                m_list.add(error, otherCertificateFor(m_profile, m_stored, {}));
                return false;
            }
            const Mend lower{.kind = Mend::Kind::LowerLevel, .value = QString::number(level)};
            if (Check *known = m_list.find(error.code))
                known->mend = lower;
            else
                m_list.add(error, lower);
            m_half = mended(m_half, lower);
            return true;
        }
        const QString which = error.code == ErrorCode::BadCipherString ? error.values.value(0) : QString();
        if (which == u"securityLevel" || which == u"signaturesOfKey") {
            m_list.add(
                error,
                which == u"securityLevel"
                    ? Mend{.kind = Mend::Kind::LowerLevel, .value = QStringLiteral("0")}
                    : Mend{.kind = Mend::Kind::UseList, .value = {}, .list = AlgorithmList::SignatureAlgorithms});
            return false;
        }
        for (QString *file :
             {&settings.dhParameters, &settings.ocsp, &settings.sharedSecrets, &settings.clientAuthorities}) {
            const bool isMade = error.code == ErrorCode::IssuerNotFound && file == &settings.ocsp;
            if (file->isEmpty() || (*file != error.subject && !isMade))
                continue;
            m_list.add(CheckCode::Files, error, Mend{.kind = Mend::Kind::ForgetFile, .value = *file});
            file->clear();
            leaveOutOtherFaults();
            return true;
        }
        m_list.add(error, otherCertificateFor(m_profile, m_stored, {}));
        return false;
    }

    void lookAtOffer(const PreparedServer &prepared)
    {
        for (const Warning &warning : prepared.warnings)
            addWarning(warning, prepared.context->certificate());
        const std::vector<ServerOffer> &offers = prepared.context->offersFor({});
        const ServerOffer &main = offers.front();
        QStringList counts;
        for (const Protocol protocol : m_half.protocols.toVector()) {
            const auto isUsable = [protocol](const CipherOffer &cipher) {
                return cipher.fitsCertificate && cipher.oldest <= protocol && protocol <= cipher.newest;
            };
            qsizetype most = 0;
            for (const ServerOffer &offer : offers)
                most = std::max<qsizetype>(most, std::ranges::count_if(offer.ciphers, isUsable));
            counts += {protocolLabel(protocol), QString::number(most)};
        }
        m_list.pass(CheckCode::Protocols, protocolLabels(m_half.protocols));
        m_list.pass(CheckCode::Suites, counts);
        m_list.pass(CheckCode::KeyStrength, {main.keyName(), QString::number(main.securityLevel)});
    }

    void addWarning(const Warning &warning, const Certificate &certificate)
    {
        switch (warning.code) {
        case WarningCode::WithoutEffect: // said of the whole profile, see preflight()
            return;
        case WarningCode::OutdatedProtocols: {
            const ProtocolSet old{Protocol::Ssl2, Protocol::Ssl3, Protocol::Tls1_0, Protocol::Tls1_1};
            return m_list.add(warning, useProtocols(m_half.protocols.without(old)));
        }
        case WarningCode::ProtocolsUnreachable:
        case WarningCode::LevelShutsOut: {
            QStringList labels = warning.values;
            for (const QString &label : protocolLabels(m_withoutSuites))
                labels.removeAll(label); // it is the list that leaves nothing for it
            if (labels.size() > 1)
                m_list.add(Warning{.code = warning.code, .values = labels}, mendOfUnreachable(labels));
            return;
        }
        case WarningCode::KeysLogged:
        case WarningCode::TrafficCaptured:
            return m_list.add(warning, Mend{.kind = Mend::Kind::ForgetFile, .value = warning.values.value(0)});
        case WarningCode::KeyMayNotSign:
        case WarningCode::NotForServers:
        case WarningCode::WeakKey:
        case WarningCode::CertificateExpired:
        case WarningCode::CertificateNotYetValid:
            return m_list.add(warning, otherCertificateFor(m_profile, m_stored, certificate.sha256()));
        default:
            return m_list.add(warning);
        }
    }

    /// Where Sealport's own list has suites for the key, the user's is to blame.
    [[nodiscard]] Mend mendOfUnreachable(const QStringList &labels) const
    {
        ServerProfile usual = m_half;
        usual.tls.algorithms.ciphers.clear();
        if (usual != m_half) {
            const Result<PreparedServer> prepared =
                prepareServer(usual, m_sources.store, m_stop, m_sources.resolver, nullptr, m_sources.applications);
            if (prepared && prepared->context->offer().unreachable.isEmpty())
                return {.kind = Mend::Kind::UseList, .value = {}, .list = AlgorithmList::Ciphers};
        }
        return useProtocols(reached(labels));
    }

    void lookAtClients(const PreparedServer &prepared)
    {
        if (m_profile.tls.clientCertificates == ClientCertificateMode::DoNotAsk)
            return;
        const std::size_t trusted = prepared.context->policy().clientCertificates.authorities.size();
        if (trusted == 0 && !m_list.has(CheckCode::ClientAuthorities))
            m_list.add(Warning{.code = WarningCode::NobodyTrusted, .values = {}}, ownAuthority(m_stored));
        m_list.pass(CheckCode::ClientAuthorities, {QString::number(trusted)});
    }

    static Mend useProtocols(ProtocolSet protocols)
    {
        return {.kind = Mend::Kind::UseProtocols,
                .value = protocolOptions(protocols.isEmpty() ? modernProtocols : protocols)};
    }

    static ProtocolSet withAll(ProtocolSet protocols, ProtocolSet others)
    {
        for (const Protocol protocol : others.toVector())
            protocols.insert(protocol);
        return protocols;
    }

    [[nodiscard]] ProtocolSet reached(const QStringList &unreachable) const
    {
        ProtocolSet rest = m_half.protocols;
        for (const Protocol protocol : m_half.protocols.toVector())
            if (unreachable.contains(protocolLabel(protocol)))
                rest.remove(protocol);
        return rest;
    }

    const ServerProfile &m_profile;
    ServerProfile m_half; ///< without the faults that are known
    const PreflightSources &m_sources;
    const std::vector<StoredCertificate> &m_stored;
    const std::stop_token &m_stop;
    CheckList &m_list;
    ProtocolSet m_withoutSuites; ///< for which a list leaves nothing
};

} // namespace

QString lookAtTls(const ServerProfile &profile, const PreflightSources &sources,
                  const std::vector<StoredCertificate> &stored, const std::stop_token &stop, CheckList &list)
{
    return TlsInspection(profile, sources, stored, stop, list).run();
}

} // namespace sealport
