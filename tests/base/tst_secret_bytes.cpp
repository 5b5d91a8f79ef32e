#include "model/base/secret_bytes.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <memory>
#include <type_traits>

using namespace sealport;

namespace {

std::span<const std::byte> octets(const char *text)
{
    return std::as_bytes(std::span(text, qstrlen(text)));
}

} // namespace

class TestSecretBytes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cannotBeCopied()
    {
        QVERIFY(!std::is_copy_constructible_v<SecretBytes>);
        QVERIFY(!std::is_copy_assignable_v<SecretBytes>);
    }

    void movingLeavesNothingBehind()
    {
        SecretBytes first(octets("secret"));
        const SecretBytes second(std::move(first));
        QVERIFY(first.isEmpty()); // NOLINT: that is what is tested
        QVERIFY(std::ranges::equal(second.bytes(), octets("secret")));
    }

    void assigningKeepsTheNewOne()
    {
        SecretBytes kept(octets("old"));
        kept = SecretBytes(octets("new"));
        QVERIFY(std::ranges::equal(kept.bytes(), octets("new")));
        SecretBytes &itself = kept;
        kept = std::move(itself);
        QVERIFY(std::ranges::equal(kept.bytes(), octets("new")));
    }

    void sizedOnesBeginAsZeros()
    {
        const SecretBytes zeros(std::size_t{16});
        QVERIFY(std::ranges::all_of(zeros.bytes(), [](std::byte b) { return b == std::byte{0}; }));
    }
};

QTEST_GUILESS_MAIN(TestSecretBytes)
#include "tst_secret_bytes.moc"
