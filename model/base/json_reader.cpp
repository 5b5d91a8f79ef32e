#include "model/base/json_reader.h"

#include <algorithm>

namespace sealport {

bool JsonReader::has(const QString &key)
{
    m_read.insert(key);
    return m_object.contains(key);
}

void JsonReader::refuse(const QString &key)
{
    if (m_wrong.isEmpty())
        m_wrong = key;
}

void JsonReader::read(const QString &key, QString &value)
{
    if (!has(key))
        return;
    if (m_object[key].isString())
        value = m_object[key].toString();
    else
        refuse(key);
}

void JsonReader::read(const QString &key, QStringList &value)
{
    if (!has(key))
        return;
    const QJsonArray array = m_object[key].toArray();
    if (!m_object[key].isArray() || !std::ranges::all_of(array, [](const QJsonValue &one) { return one.isString(); }))
        return refuse(key);
    value.clear();
    for (const QJsonValue &one : array)
        value.append(one.toString());
}

void JsonReader::read(const QString &key, bool &value)
{
    if (!has(key))
        return;
    if (m_object[key].isBool())
        value = m_object[key].toBool();
    else
        refuse(key);
}

void JsonReader::read(const QString &key, std::int64_t &value, std::int64_t lowest, std::int64_t highest)
{
    if (!has(key))
        return;
    constexpr qint64 notANumber = std::numeric_limits<qint64>::min();
    const qint64 number = m_object[key].toInteger(notANumber);
    if (number == notANumber || number < lowest || number > highest)
        return refuse(key);
    value = number;
}

void JsonReader::read(const QString &key, std::chrono::milliseconds &value)
{
    std::int64_t number = value.count();
    read(key, number, 0, std::numeric_limits<int>::max());
    value = std::chrono::milliseconds(number);
}

void JsonReader::readEach(const QString &key, const std::function<void(JsonReader &)> &take)
{
    if (!has(key))
        return;
    const QJsonArray array = m_object[key].toArray();
    if (!m_object[key].isArray() || !std::ranges::all_of(array, [](const QJsonValue &one) { return one.isObject(); }))
        return refuse(key);
    for (const QJsonValue &one : array)
        readInner(key, one.toObject(), take);
}

void JsonReader::readObject(const QString &key, const std::function<void(JsonReader &)> &take)
{
    if (!has(key))
        return;
    if (m_object[key].isObject())
        readInner(key, m_object[key].toObject(), take);
    else
        refuse(key);
}

void JsonReader::readInner(const QString &key, const QJsonObject &inner, const std::function<void(JsonReader &)> &take)
{
    JsonReader reader(inner);
    take(reader);
    if (!reader.firstWrong().isEmpty())
        refuse(key + QLatin1Char('.') + reader.firstWrong());
}

QJsonObject JsonReader::unread() const
{
    QJsonObject others = m_object;
    for (const QString &key : m_read)
        others.remove(key);
    return others;
}

} // namespace sealport
