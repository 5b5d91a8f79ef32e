#include "model/certificates/java_object.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sealport {

namespace {

constexpr std::uint32_t streamMark = 0xACED0005; // STREAM_MAGIC and STREAM_VERSION
constexpr std::uint32_t firstHandle = 0x7E0000;
constexpr int deepest = 8;
constexpr std::size_t mostHandles = 64; // a SealedObject has twelve

/// Java Object Serialization Specification, section 6.4.2.
enum Mark : std::uint32_t {
    NullMark = 0x70,
    ReferenceMark = 0x71,
    ClassMark = 0x72,
    ObjectMark = 0x73,
    StringMark = 0x74,
    ArrayMark = 0x75,
    EndMark = 0x78,
};

struct JavaClass {
    std::string fields; ///< the letter of each one's type
    bool isOctetArray = false;
    std::optional<std::size_t> base; ///< among the handles
};

/// 0: an object, which stands there as one; nothing: no type.
std::optional<std::size_t> sizeOfField(char type)
{
    constexpr std::string_view types = "BZCSFIJDL[";
    constexpr std::array<std::size_t, types.size()> sizes{1, 1, 2, 2, 4, 4, 8, 8, 0, 0};
    const std::size_t at = types.find(type);
    return at == std::string_view::npos ? std::nullopt : std::optional(sizes.at(at));
}

class ObjectReader {
public:
    explicit ObjectReader(JavaInput &input)
        : m_input(input)
    {
    }
    bool read() { return m_input.word() == streamMark && skipContent(deepest) && !m_input.isCutShort(); }

private:
    bool skipContent(int depth);
    bool skipArray(int depth);
    bool skipObject(int depth);
    /// The outer one: whether a description stands here. The inner one: its handle; nothing for Java's null.
    std::optional<std::optional<std::size_t>> classDescription(int depth);
    std::optional<std::size_t> newClass(int depth);
    std::optional<std::size_t> knownHandle();
    bool addHandle(std::optional<JavaClass> described = {});

    JavaInput &m_input;
    std::vector<std::optional<JavaClass>> m_handles; ///< nothing: no class
};

bool ObjectReader::addHandle(std::optional<JavaClass> described)
{
    m_handles.push_back(std::move(described));
    return m_handles.size() <= mostHandles && !m_input.isCutShort();
}

std::optional<std::size_t> ObjectReader::knownHandle()
{
    const std::uint32_t handle = m_input.word();
    const bool isKnown = handle >= firstHandle && handle - firstHandle < m_handles.size();
    return isKnown ? std::optional<std::size_t>(handle - firstHandle) : std::nullopt;
}

bool ObjectReader::skipContent(int depth)
{
    if (depth == 0 || m_input.isCutShort())
        return false;
    switch (m_input.number(1)) {
    case NullMark:
        return true;
    case ReferenceMark:
        return knownHandle().has_value();
    case StringMark:
        m_input.text();
        return addHandle();
    case ArrayMark:
        return skipArray(depth);
    case ObjectMark:
        return skipObject(depth);
    default:
        return false;
    }
}

bool ObjectReader::skipArray(int depth)
{
    const auto described = classDescription(depth - 1);
    if (!described || !*described || !m_handles[**described]->isOctetArray)
        return false;
    m_input.block();
    return addHandle();
}

bool ObjectReader::skipObject(int depth)
{
    const auto described = classDescription(depth - 1);
    if (!described || !*described || !addHandle())
        return false;
    std::string fields; // those of the base first
    std::optional<std::size_t> one = *described;
    for (int i = 0; one && i < deepest; ++i) {
        fields.insert(0, m_handles[*one]->fields);
        one = m_handles[*one]->base;
    }
    return !one && std::ranges::all_of(fields, [this, depth](char type) {
        const std::size_t size = *sizeOfField(type);
        return size > 0 ? m_input.take(size).size() == size : skipContent(depth - 1);
    });
}

std::optional<std::optional<std::size_t>> ObjectReader::classDescription(int depth)
{
    if (depth <= 0 || m_input.isCutShort())
        return std::nullopt;
    std::optional<std::size_t> at;
    switch (m_input.number(1)) {
    case NullMark:
        return std::optional<std::size_t>();
    case ReferenceMark:
        at = knownHandle();
        break;
    case ClassMark:
        at = newClass(depth);
        break;
    default:
        break;
    }
    if (!at || !m_handles[*at])
        return std::nullopt;
    return at;
}

std::optional<std::size_t> ObjectReader::newClass(int depth)
{
    constexpr std::uint32_t plainFields = 0x02; // SC_SERIALIZABLE, and no writeObject() of its own
    constexpr std::size_t mostFields = 16;
    const auto name = m_input.text();
    const std::string_view text(reinterpret_cast<const char *>(name.data()), name.size());
    m_input.take(8); // serialVersionUID
    const std::size_t at = m_handles.size();
    if (!addHandle(JavaClass{.fields = {}, .isOctetArray = text == "[B", .base = {}})
        || m_input.number(1) != plainFields)
        return std::nullopt;
    const std::uint32_t count = m_input.number(2);
    std::string fields;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto type = static_cast<char>(m_input.number(1));
        const auto size = sizeOfField(type);
        m_input.text(); // its name
        if (count > mostFields || !size || (*size == 0 && !skipContent(depth - 1)))
            return std::nullopt;
        fields += type;
    }
    if (m_input.number(1) != EndMark)
        return std::nullopt;
    const auto base = classDescription(depth - 1);
    if (!base)
        return std::nullopt;
    m_handles[at]->fields = std::move(fields);
    m_handles[at]->base = *base;
    return at;
}

} // namespace

bool skipJavaObject(JavaInput &input)
{
    return ObjectReader(input).read();
}

} // namespace sealport
