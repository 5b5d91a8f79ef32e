#include "model/certificates/foreign_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace sealport {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t offset = 0;
    std::string_view octets;
    const char *kind = nullptr;
};

constexpr std::array signatures{
    Signature{0, "PK\x03\x04"sv, "ZIP archive"},
    Signature{0, "PK\x05\x06"sv, "ZIP archive"},
    Signature{0, "\x1F\x8B"sv, "gzip archive"},
    Signature{0, "BZh"sv, "bzip2 archive"},
    Signature{0,
              "\xFD"
              "7zXZ\0"sv,
              "xz archive"},
    Signature{0, "\x28\xB5\x2F\xFD"sv, "Zstandard archive"},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, "7-Zip archive"},
    Signature{0, "Rar!\x1A\x07"sv, "RAR archive"},
    Signature{257, "ustar"sv, "tar archive"},
    Signature{0, "%PDF-"sv, "PDF document"},
    Signature{0, "{\\rtf"sv, "RTF document"},
    Signature{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "Microsoft Office document"},
    Signature{0, "\x89PNG\r\n\x1A\n"sv, "PNG image"},
    Signature{0, "\xFF\xD8\xFF"sv, "JPEG image"},
    Signature{0, "GIF8"sv, "GIF image"},
    Signature{0,
              "\x7F"
              "ELF"sv,
              "ELF program"},
    Signature{0, "MZ"sv, "Windows program"},
    Signature{0, "SQLite format 3\0"sv, "SQLite database"},
    Signature{0, "\x00\x06\x15\x61"sv, "Berkeley database"},
    Signature{0, "PuTTY-User-Key-File-"sv, "PuTTY private key"},
    Signature{0, "SSH PRIVATE KEY FILE FORMAT 1.1\n\0"sv, "SSH 1 private key"},
    Signature{0, "---- BEGIN SSH2 PUBLIC KEY"sv, "SSH public key"},
    Signature{0, "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY"sv, "SSH private key"},
    Signature{0, "ssh-rsa "sv, "OpenSSH public key"},
    Signature{0, "ssh-dss "sv, "OpenSSH public key"},
    Signature{0, "ssh-ed25519 "sv, "OpenSSH public key"},
    Signature{0, "ecdsa-sha2-nistp"sv, "OpenSSH public key"},
    Signature{0, "sk-ssh-ed25519@openssh.com "sv, "OpenSSH public key"},
    Signature{0, "sk-ecdsa-sha2-nistp256@openssh.com "sv, "OpenSSH public key"},
};

bool startsWithWord(std::string_view text, std::string_view lowerCase)
{
    return text.size() >= lowerCase.size()
           && std::ranges::equal(text.substr(0, lowerCase.size()), lowerCase, {},
                                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
}

QString markupKind(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (startsWithWord(text, "<!doctype html") || startsWithWord(text, "<html"))
        return QStringLiteral("HTML page");
    if (startsWithWord(text, "<?xml"))
        return QStringLiteral("XML document");
    return {};
}

} // namespace

QString foreignKind(std::span<const std::byte> bytes)
{
    const std::string_view text{reinterpret_cast<const char *>(bytes.data()), bytes.size()};
    const auto known = std::ranges::find_if(signatures, [text](const Signature &signature) {
        return text.size() >= signature.offset && text.substr(signature.offset).starts_with(signature.octets);
    });
    return known == signatures.end() ? markupKind(text) : QString::fromLatin1(known->kind);
}

} // namespace sealport
