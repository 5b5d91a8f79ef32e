#include "model/sockets/preflight_checks.h"

#include <algorithm>
#include <utility>

namespace sealport {

CheckCode checkOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NoCertificate:
    case ErrorCode::CertificateNotFound:
    case ErrorCode::CertificateAmbiguous:
    case ErrorCode::NotAThumbprint:
    case ErrorCode::ThumbprintLength:
    case ErrorCode::ApplicationNotRegistered:
    case ErrorCode::ApplicationNotForServers:
    case ErrorCode::NoCertificateInFile:
    case ErrorCode::MalformedCertificate:
    case ErrorCode::MalformedPem:
    case ErrorCode::FileNotFound:
    case ErrorCode::FileNotReadable:
    case ErrorCode::EmptyFile:
        return CheckCode::Certificate;
    case ErrorCode::NoPrivateKey:
    case ErrorCode::NoPrivateKeyInFile:
    case ErrorCode::MalformedKey:
    case ErrorCode::KeyMismatch:
    case ErrorCode::SameKeyType:
        return CheckCode::Key;
    case ErrorCode::KeyTooWeak:
        return CheckCode::KeyStrength;
    case ErrorCode::ChainMismatch:
        return CheckCode::Chain;
    case ErrorCode::NoProtocol:
    case ErrorCode::ProtocolUnavailable:
        return CheckCode::Protocols;
    case ErrorCode::CertificateUnusable:
    case ErrorCode::KeyUsageForbidsSigning:
        return CheckCode::Suites;
    case ErrorCode::BadCipherString:
        return CheckCode::Algorithms;
    case ErrorCode::NoClientAuthority:
        return CheckCode::ClientAuthorities;
    case ErrorCode::BadDhParameters:
    case ErrorCode::FileNotWritable:
    case ErrorCode::IssuerNotFound:
        return CheckCode::Files;
    case ErrorCode::AddressNotFound:
    case ErrorCode::AddressNotLocal:
        return CheckCode::Address;
    case ErrorCode::InvalidPort:
    case ErrorCode::PortInUse:
    case ErrorCode::PortNotPermitted:
    case ErrorCode::ListenFailed:
    case ErrorCode::OutOfDescriptors:
        return CheckCode::Port;
    default:
        return CheckCode::Settings;
    }
}

CheckCode checkOf(WarningCode code)
{
    switch (code) { // no default: a new warning without a check does not compile
    case WarningCode::WithoutEffect:
        return CheckCode::Settings;
    case WarningCode::SecurityLevelLowered:
    case WarningCode::OutdatedProtocols:
        return CheckCode::Protocols;
    case WarningCode::ProtocolsUnreachable:
    case WarningCode::LevelShutsOut:
        return CheckCode::Suites;
    case WarningCode::KeyMayNotSign:
    case WarningCode::NotForServers:
        return CheckCode::Purpose;
    case WarningCode::WeakKey:
        return CheckCode::KeyStrength;
    case WarningCode::CertificateExpired:
    case WarningCode::CertificateNotYetValid:
    case WarningCode::CertificateExpiresSoon:
        return CheckCode::Validity;
    case WarningCode::ListensOnAllAddresses:
    case WarningCode::ReachableFromOutside:
    case WarningCode::AddressChosen:
        return CheckCode::Address;
    case WarningCode::KeysLogged:
    case WarningCode::TrafficCaptured:
    case WarningCode::CaptureIncomplete:
    case WarningCode::KeyLogIncomplete:
    case WarningCode::NotEncrypted:
        return CheckCode::Secrecy;
    case WarningCode::PortShared:
        return CheckCode::Port;
    case WarningCode::NameNotCovered:
        return CheckCode::HostNames;
    case WarningCode::ChainIncomplete:
    case WarningCode::ChainDisordered:
        return CheckCode::Chain;
    case WarningCode::NobodyTrusted:
        return CheckCode::ClientAuthorities;
    }
    Q_UNREACHABLE();
}

void CheckList::add(const Warning &warning, const std::optional<Mend> &mend)
{
    m_checks.push_back(
        {.code = checkOf(warning.code), .outcome = CheckOutcome::Warning, .fault = warning, .mend = mend});
}

void CheckList::add(const Error &error, const std::optional<Mend> &mend)
{
    add(checkOf(error.code), error, mend);
}

void CheckList::add(CheckCode code, const Error &error, const std::optional<Mend> &mend)
{
    m_checks.push_back({.code = code, .outcome = CheckOutcome::Error, .fault = error, .mend = mend});
}

void CheckList::add(CheckCode code, const ListFinding &finding, const std::optional<Mend> &mend)
{
    m_checks.push_back({.code = code,
                        .outcome = finding.isError ? CheckOutcome::Error : CheckOutcome::Warning,
                        .fault = finding,
                        .mend = mend});
}

void CheckList::addLocked(const Error &error)
{
    m_checks.push_back({.code = CheckCode::Key, .outcome = CheckOutcome::Warning, .fault = error});
}

void CheckList::pass(CheckCode code, const QStringList &values)
{
    if (!has(code))
        m_checks.push_back({.code = code, .values = values});
}

bool CheckList::has(CheckCode code) const
{
    return std::ranges::find(m_checks, code, &Check::code) != m_checks.end();
}

Check *CheckList::find(ErrorCode code)
{
    const auto isIt = [code](const Check &check) {
        const auto *error = std::get_if<Error>(&check.fault);
        return error && error->code == code;
    };
    const auto found = std::ranges::find_if(m_checks, isIt);
    return found == m_checks.end() ? nullptr : &*found;
}

std::vector<Check> CheckList::take()
{
    std::ranges::stable_sort(m_checks, {}, &Check::code);
    return std::exchange(m_checks, {});
}

} // namespace sealport
