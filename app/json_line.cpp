#include "app/json_line.h"

namespace sealport {

namespace {

constexpr char hexDigits[] = "0123456789abcdef";

} // namespace

void JsonLine::key(std::string_view key)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text += '"';
    m_text.append(key.data(), static_cast<qsizetype>(key.size()));
    m_text += "\":";
}

void JsonLine::quote(QStringView value)
{
    m_text.reserve(m_text.size() + value.size() + 2);
    m_text += '"';
    for (const QChar character : value) {
        const char16_t unit = character.unicode();
        if (unit == u'"' || unit == u'\\') {
            m_text += '\\';
            m_text += static_cast<char>(unit);
        } else if (unit >= 0x20 && unit < 0x7f) {
            m_text += static_cast<char>(unit);
        } else {
            const char escaped[] = {'\\',
                                    'u',
                                    hexDigits[unit >> 12],
                                    hexDigits[unit >> 8 & 15],
                                    hexDigits[unit >> 4 & 15],
                                    hexDigits[unit & 15]};
            m_text.append(escaped, sizeof escaped);
        }
    }
    m_text += '"';
}

JsonLine &JsonLine::text(std::string_view name, QStringView value)
{
    key(name);
    quote(value);
    return *this;
}

JsonLine &JsonLine::textOrNull(std::string_view name, QStringView value)
{
    return value.isEmpty() ? null(name) : text(name, value);
}

JsonLine &JsonLine::number(std::string_view name, std::int64_t value)
{
    key(name);
    m_text += QByteArray::number(static_cast<qlonglong>(value));
    return *this;
}

JsonLine &JsonLine::tenths(std::string_view name, double value)
{
    key(name);
    const auto rounded = static_cast<std::int64_t>(value * 10 + 0.5);
    m_text += QByteArray::number(static_cast<qlonglong>(rounded / 10));
    m_text += '.';
    m_text += static_cast<char>('0' + rounded % 10);
    return *this;
}

JsonLine &JsonLine::boolean(std::string_view name, bool value)
{
    key(name);
    m_text += value ? "true" : "false";
    return *this;
}

JsonLine &JsonLine::null(std::string_view name)
{
    key(name);
    m_text += "null";
    return *this;
}

JsonLine &JsonLine::texts(std::string_view name, const QStringList &values)
{
    key(name);
    m_text += '[';
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (i > 0)
            m_text += ',';
        quote(values.at(i));
    }
    m_text += ']';
    return *this;
}

JsonLine &JsonLine::object(std::string_view name, const JsonLine &value)
{
    key(name);
    m_text += value.toByteArray();
    return *this;
}

JsonLine &JsonLine::objects(std::string_view name, const std::vector<JsonLine> &values)
{
    key(name);
    m_text += '[';
    for (const JsonLine &value : values) {
        if (&value != &values.front())
            m_text += ',';
        m_text += value.toByteArray();
    }
    m_text += ']';
    return *this;
}

} // namespace sealport
