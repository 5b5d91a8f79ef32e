#include "model/certificates/thumbprint.h"
#include "model/sockets/wlanguage_names.h"
#include "model/sockets/wlanguage_parameters.h"

namespace sealport::wlanguage {

namespace {

using Code = WLanguageNote::Code;
using Parameters = CallParameters;

constexpr std::uint64_t lowestPort = 5000; ///< SocketCréeSSL: 5000 to 65000 (doc.windev.com 1000017041)
constexpr std::uint64_t highestPort = 65000;
constexpr qsizetype longestName = 100; ///< that validate() allows

/// Reads one parameter after the other into a profile.
class Interpreter {
public:
    Interpreter(const Parameters &parameters, const QStringList &settings)
        : m_parameters(parameters)
        , m_settings(settings)
    {
        m_meaning.line = parameters.line;
    }

    CallMeaning run()
    {
        readName();
        readPort();
        const QString text = textOf(WLanguageParameter::Certificate).value_or(QString());
        const Identifier identifier{.by = readOptions(), .text = text};
        setIdentifier(m_meaning.profile, identifier);
        examine(identifier);
        readAddress();
        readStore();
        return std::move(m_meaning);
    }

private:
    void note(Code code, WLanguageParameter parameter, const QStringList &values = {})
    {
        const Parameter *given = m_parameters.at(parameter);
        m_meaning.notes.push_back(
            {.code = code, .line = given ? given->line : m_meaning.line, .parameter = parameter, .values = values});
    }

    void noteTraits(WLanguageParameter parameter, const Value &value)
    {
        if ((value.traits & Token::Typographic) != 0)
            note(Code::TypographicQuotes, parameter);
        if ((value.traits & Token::Multiline) != 0)
            note(Code::MultilineString, parameter);
        if ((value.traits & Token::Unfinished) != 0)
            note(Code::UnfinishedString, parameter);
        if ((value.traits & Token::Interpolated) != 0)
            note(Code::Interpolation, parameter);
    }

    /// What a parameter says. Null, and said why, where that is not known, or where it must be given and is not.
    const Value *valueOf(WLanguageParameter parameter)
    {
        const Parameter *given = m_parameters.at(parameter);
        const bool isNeeded = parameter <= WLanguageParameter::Certificate;
        if (given == nullptr) {
            if (isNeeded)
                note(Code::ParameterMissing, parameter);
            return nullptr;
        }
        if (!given->value || (given->value->kind == Value::Kind::Unknown && given->value->names.isEmpty())) {
            note(Code::NotUnderstood, parameter, {given->code});
            return nullptr;
        }
        noteTraits(parameter, *given->value);
        return &*given->value;
    }

    /// The same of those that are texts; a number is one too.
    std::optional<QString> textOf(WLanguageParameter parameter)
    {
        const Value *value = valueOf(parameter);
        if (value == nullptr)
            return std::nullopt;
        if (value->kind == Value::Kind::Number)
            return QString::number(value->number);
        if (value->kind == Value::Kind::Text)
            return value->text;
        note(Code::UnknownVariable, parameter, value->names);
        return std::nullopt;
    }

    void readName()
    {
        ServerProfile &profile = m_meaning.profile;
        const Parameter *given = m_parameters.at(WLanguageParameter::Name);
        const bool isVariable =
            given && given->value && given->value->kind == Value::Kind::Names && given->value->names.size() == 1;
        if (isVariable) {
            profile.name = given->value->names.constFirst().left(longestName);
            return note(Code::NameFromVariable, WLanguageParameter::Name, {profile.name});
        }
        profile.name = textOf(WLanguageParameter::Name).value_or(QString());
        m_meaning.hasName = !profile.name.trimmed().isEmpty();
        if (!m_meaning.hasName)
            profile.name = QStringLiteral("sSocketSSL"); // what WinDev's page calls it
    }

    void readPort()
    {
        const std::optional<QString> text = textOf(WLanguageParameter::Port);
        if (!text)
            return;
        bool isNumber = false;
        const std::uint64_t port = text->trimmed().toULongLong(&isNumber);
        if (!isNumber || port > 65535)
            return note(Code::PortImpossible, WLanguageParameter::Port, {*text});
        m_meaning.profile.port = static_cast<quint16>(port);
        const bool isUsual = port >= lowestPort && port <= highestPort;
        m_meaning.profile.anyPort = port != 0 && !isUsual;
        if (port == 0)
            note(Code::PortOfSystem, WLanguageParameter::Port);
        else if (!isUsual)
            note(Code::PortOutsideRange, WLanguageParameter::Port, {QString::number(port)});
    }

    IdentifyBy readOptions()
    {
        const Value *value = valueOf(WLanguageParameter::Options);
        if (value == nullptr)
            return IdentifyBy::Name;
        ProtocolSet protocols;
        bool hasHash = false;
        bool hasName = false;
        for (const QString &constant : namesOf(*value)) {
            const std::optional<SslOption> option = sslOptionNamed(constant);
            if (!option)
                note(Code::UnknownConstant, WLanguageParameter::Options, {constant});
            else if (const auto *protocol = std::get_if<Protocol>(&*option))
                protocols.insert(*protocol);
            else
                (std::get<IdentifyBy>(*option) == IdentifyBy::Thumbprint ? hasHash : hasName) = true;
        }
        if (hasHash && hasName)
            note(Code::HashAndName, WLanguageParameter::Options);
        if (!protocols.isEmpty())
            m_meaning.profile.protocols = protocols;
        else if (!isSet("protocols"))
            note(Code::NoProtocol, WLanguageParameter::Options);
        return hasHash ? IdentifyBy::Thumbprint : IdentifyBy::Name;
    }

    void examine(const Identifier &identifier)
    {
        if (identifier.text.isEmpty())
            return;
        const auto thumbprint = parseThumbprint(identifier.text);
        if (identifier.by == IdentifyBy::Name && thumbprint && !isSet("identifyBy"))
            note(Code::NameIsThumbprint, WLanguageParameter::Certificate);
        if (identifier.by != IdentifyBy::Thumbprint)
            return;
        if (!thumbprint || thumbprint->removedInvisible > 0)
            note(Code::ThumbprintDoubtful, WLanguageParameter::Certificate, {identifier.text});
        else if (thumbprint->algorithm != ThumbprintAlgorithm::Sha1)
            note(Code::ThumbprintNotSha1, WLanguageParameter::Certificate,
                 {QString::number(thumbprint->octets.size() * 2)});
    }

    void readAddress()
    {
        const bool isGiven = m_parameters.at(WLanguageParameter::Address) != nullptr;
        const std::optional<QString> address = textOf(WLanguageParameter::Address);
        if (address && !address->trimmed().isEmpty())
            m_meaning.profile.address = address->trimmed();
        else if ((address || !isGiven) && !isSet("address")) // what is not known has been said
            note(Code::NoAddress, WLanguageParameter::Address, {m_meaning.profile.address});
    }

    void readStore()
    {
        const std::optional<QString> store = textOf(WLanguageParameter::Store);
        if (store && !store->isEmpty())
            note(Code::StoreNotUsed, WLanguageParameter::Store, {*store});
        QStringList leftOver;
        for (std::size_t i = static_cast<std::size_t>(WLanguageParameter::Store) + 1; i < m_parameters.given.size();
             ++i)
            leftOver.append(m_parameters.given[i].code);
        if (!leftOver.isEmpty())
            note(Code::ParametersLeftOver, WLanguageParameter::Store, leftOver.mid(0, 10));
    }

    [[nodiscard]] static QStringList namesOf(const Value &value)
    {
        if (value.kind == Value::Kind::Text)
            return {value.text};
        return value.kind == Value::Kind::Number ? QStringList(QString::number(value.number)) : value.names;
    }
    /// Whether a comment above the call says it.
    [[nodiscard]] bool isSet(const char *setting) const { return m_settings.contains(QLatin1String(setting)); }

    const Parameters &m_parameters;
    const QStringList m_settings;
    CallMeaning m_meaning;
};

} // namespace

CallMeaning meaningOf(const CallParameters &parameters, const QStringList &settings)
{
    return Interpreter(parameters, settings).run();
}

} // namespace sealport::wlanguage
