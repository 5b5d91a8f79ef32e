#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <utility>

namespace sealport {

/// One value of an enumeration as it stands in files.
template <class Enum>
using JsonName = std::pair<Enum, const char *>;

template <class Enum, std::size_t size>
[[nodiscard]] QString jsonName(const JsonName<Enum> (&names)[size], Enum value)
{
    for (const auto &[known, name] : names)
        if (known == value)
            return QLatin1String(name);
    return {};
}

/// Reads the members of an object into values that keep what they hold where a member is missing. A member that does
/// not fit leaves its value alone, and the first of them is remembered; so are those that nobody asked for.
class JsonReader {
public:
    explicit JsonReader(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    void read(const QString &key, QString &value);
    void read(const QString &key, QStringList &value); ///< an array of strings
    void read(const QString &key, bool &value);
    /// Whole numbers only, and only those of the range; a double would round in silence.
    void read(const QString &key, std::int64_t &value, std::int64_t lowest, std::int64_t highest);
    template <std::integral Number>
    void read(const QString &key, Number &value, std::int64_t lowest = 0,
              std::int64_t highest = std::numeric_limits<Number>::max())
    {
        std::int64_t number = value;
        read(key, number, lowest, highest);
        value = static_cast<Number>(number);
    }
    void read(const QString &key, std::chrono::milliseconds &value);
    template <class Enum, std::size_t size>
    void read(const QString &key, const JsonName<Enum> (&names)[size], Enum &value)
    {
        QString text = jsonName(names, value);
        read(key, text);
        for (const auto &[known, name] : names) {
            if (text == QLatin1String(name)) {
                value = known;
                return;
            }
        }
        refuse(key);
    }
    void readObject(const QString &key, const std::function<void(JsonReader &)> &take);
    /// Each element of an array of objects.
    void readEach(const QString &key, const std::function<void(JsonReader &)> &take);

    /// For what has a form of its own: whether the member is there, and that it does not fit.
    [[nodiscard]] bool has(const QString &key);
    void refuse(const QString &key);

    [[nodiscard]] const QString &firstWrong() const { return m_wrong; } ///< its key; empty: all fit
    [[nodiscard]] QJsonObject unread() const;

private:
    void readInner(const QString &key, const QJsonObject &inner, const std::function<void(JsonReader &)> &take);

    const QJsonObject m_object;
    QSet<QString> m_read;
    QString m_wrong;
};

} // namespace sealport
