#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <string_view>
#include <vector>

namespace sealport {

/// Writes one JSON object on one line (RFC 8259), its members in the order in which they are added: people read these
/// lines too, and a server writes two of them for each connection. Text that is not printable ASCII is escaped, so that
/// no terminal obeys it.
class JsonLine {
public:
    JsonLine &text(std::string_view key, QStringView value);
    JsonLine &textOrNull(std::string_view key, QStringView value); ///< null when empty
    JsonLine &number(std::string_view key, std::int64_t value);
    JsonLine &tenths(std::string_view key, double value); ///< one decimal
    JsonLine &boolean(std::string_view key, bool value);
    JsonLine &null(std::string_view key);
    JsonLine &texts(std::string_view key, const QStringList &values);
    JsonLine &object(std::string_view key, const JsonLine &value);
    JsonLine &objects(std::string_view key, const std::vector<JsonLine> &values);

    [[nodiscard]] QByteArray toByteArray() const { return m_text + '}'; }

private:
    void key(std::string_view key);
    void quote(QStringView value);

    QByteArray m_text{"{"};
};

} // namespace sealport
