#include "model/certificates/comparison.h"

#include <algorithm>

namespace sealport {

namespace {

Detail alone(const Detail &detail)
{
    Detail row = detail;
    row.parts.clear();
    return row;
}

/// Elsewhere the object is the value, as of an algorithm.
bool isCalledByObject(DetailField field)
{
    switch (field) {
    case DetailField::Extension:
    case DetailField::NameEntry:
    case DetailField::AccessMethod:
    case DetailField::Statement:
    case DetailField::Policy:
    case DetailField::Purpose:
        return true;
    default:
        return false;
    }
}

bool isAboutTheSame(const Detail &a, const Detail &b)
{
    return a.field == b.field && (a.object == b.object || !isCalledByObject(a.field));
}

class Pairing {
public:
    void pair(const std::vector<Detail> &left, const std::vector<Detail> &right, int depth)
    {
        std::vector<bool> isTaken(right.size(), false);
        std::vector<bool> hasEqual;
        for (const Detail &other : right)
            hasEqual.push_back(std::ranges::find(left, other) != left.end());
        std::size_t next = 0; // of the right, in front of which nothing of the left is missing
        for (const Detail &one : left) {
            const std::optional<std::size_t> at = partnerOf(one, right, hasEqual, isTaken);
            if (!at) {
                add(&one, nullptr, depth);
                continue;
            }
            // What the right alone has stands where the right has it, as far as the left's order allows.
            for (; next < *at; ++next)
                if (!isTaken[next] && !hasPartner(right[next], left))
                    addRight(right, next, isTaken, depth);
            isTaken[*at] = true;
            next = std::max(next, *at + 1);
            add(&one, &right[*at], depth);
        }
        for (std::size_t i = 0; i < right.size(); ++i)
            if (!isTaken[i])
                addRight(right, i, isTaken, depth);
    }

    [[nodiscard]] std::vector<ComparisonRow> takeRows() { return std::move(m_rows); }

private:
    /// An equal one before one that is only about the same and has no equal itself.
    static std::optional<std::size_t> partnerOf(const Detail &one, const std::vector<Detail> &right,
                                                const std::vector<bool> &hasEqual, const std::vector<bool> &isTaken)
    {
        std::optional<std::size_t> similar;
        for (std::size_t i = 0; i < right.size(); ++i) {
            if (isTaken[i] || !isAboutTheSame(one, right[i]))
                continue;
            if (right[i] == one)
                return i;
            if (!similar && !hasEqual[i])
                similar = i;
        }
        return similar;
    }

    static bool hasPartner(const Detail &one, const std::vector<Detail> &others)
    {
        return std::ranges::any_of(others, [&one](const Detail &other) { return isAboutTheSame(one, other); });
    }

    void addRight(const std::vector<Detail> &right, std::size_t at, std::vector<bool> &isTaken, int depth)
    {
        isTaken[at] = true;
        add(nullptr, &right[at], depth);
    }

    void add(const Detail *left, const Detail *right, int depth)
    {
        ComparisonRow row{.depth = depth, .isSame = left && right && *left == *right};
        if (left)
            row.left = alone(*left);
        if (right)
            row.right = alone(*right);
        m_rows.push_back(std::move(row));
        static const std::vector<Detail> none;
        pair(left ? left->parts : none, right ? right->parts : none, depth + 1);
    }

    std::vector<ComparisonRow> m_rows;
};

Kinship kinshipOf(const Certificate &left, const Certificate &right)
{
    const bool isSameKey = left.publicKeySha256() == right.publicKeySha256();
    const bool isSameSubject = left.subject() == right.subject();
    if (left == right)
        return Kinship::Identical;
    if (isSameKey && isSameSubject)
        return left.issuer() == right.issuer() ? Kinship::Renewed : Kinship::Reissued;
    if (isSameSubject)
        return Kinship::Rekeyed;
    return isSameKey ? Kinship::SameKey : Kinship::Different;
}

} // namespace

Comparison compareCertificates(const Certificate &left, const Certificate &right)
{
    Pairing pairing;
    pairing.pair(detailsOf(left), detailsOf(right), 0);
    return {.kinship = kinshipOf(left, right), .rows = pairing.takeRows()};
}

QString kinshipName(Kinship kinship)
{
    switch (kinship) {
    case Kinship::Identical:
        return QStringLiteral("identical");
    case Kinship::Renewed:
        return QStringLiteral("renewed");
    case Kinship::Reissued:
        return QStringLiteral("reissued");
    case Kinship::Rekeyed:
        return QStringLiteral("rekeyed");
    case Kinship::SameKey:
        return QStringLiteral("same-key");
    case Kinship::Different:
        return QStringLiteral("different");
    }
    Q_UNREACHABLE();
}

} // namespace sealport
