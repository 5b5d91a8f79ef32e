#include "model/certificates/certificate_import.h"

#include "model/certificates/certificate_file.h"
#include "model/certificates/key_halves.h"
#include "model/certificates/key_protection.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

using Outcome = ImportedCertificate::Outcome;

struct FoundKey {
    PrivateKey key;
    QString file;
    bool isUsed = false;
};

class Importer {
public:
    explicit Importer(const CertificateStore &store, Passphrases passphrases = {},
                      const SecretBytes *protection = nullptr)
        : m_store(store)
        , m_passphrases(std::move(passphrases))
        , m_protection(protection)
        , m_known(store.list().certificates)
    {
    }

    ImportResult import(const QStringList &files)
    {
        for (const QString &file : files)
            read(file);
        return putAll();
    }
    ImportResult import(std::vector<Certificate> certificates, std::vector<PrivateKey> keys)
    {
        m_certificates = std::move(certificates);
        for (PrivateKey &key : keys)
            m_keys.push_back({.key = std::move(key), .file = {}});
        return putAll();
    }

private:
    ImportResult putAll()
    {
        refuseDamagedKeys();
        for (const Certificate &certificate : m_certificates)
            put(certificate);
        for (const FoundKey &found : m_keys)
            if (!found.isUsed)
                join(found);
        putRevocationLists();
        return std::move(m_result);
    }
    void read(const QString &file);
    void refuseDamagedKeys();
    void put(const Certificate &certificate);
    void putRevocationLists();
    void join(const FoundKey &found);
    void note(Result<StoredCertificate> stored, Outcome outcome);
    void noteAlreadyThere(StoredCertificate stored);
    [[nodiscard]] bool hasThisKey(const StoredCertificate &stored, const FoundKey &found) const;
    FoundKey *keyOf(const Certificate &certificate);

    const CertificateStore &m_store;
    Passphrases m_passphrases;       ///< of files, and most likely of what was exported to them
    const SecretBytes *m_protection; ///< of keys that are added; null: none
    std::vector<StoredCertificate> m_known;
    std::vector<Certificate> m_certificates;
    std::vector<FoundKey> m_keys;
    std::vector<RevocationList> m_revocationLists;
    QSet<QByteArray> m_listsSeen; ///< SHA-256
    ImportResult m_result;
};

void Importer::read(const QString &file)
{
    FileReading reading = readCertificateFileLeniently(file, m_passphrases.of(file));
    const FileContents &contents = reading.contents;
    if (contents.certificates.empty() && contents.keys.empty() && contents.revocationLists.empty()
        && reading.problems.empty())
        reading.problems.push_back(noCertificateIn(reading, file));
    std::ranges::move(reading.problems, std::back_inserter(m_result.problems));
    for (Certificate &certificate : reading.contents.certificates)
        if (std::ranges::find(m_certificates, certificate) == m_certificates.end())
            m_certificates.push_back(std::move(certificate));
    for (RevocationList &list : reading.contents.revocationLists) {
        if (!m_listsSeen.contains(list.sha256())) {
            m_listsSeen.insert(list.sha256());
            m_revocationLists.push_back(std::move(list));
        }
    }
    for (PrivateKey &key : reading.contents.keys)
        m_keys.push_back({.key = std::move(key), .file = file});
}

void Importer::refuseDamagedKeys()
{
    std::erase_if(m_keys, [this](const FoundKey &found) {
        if (halvesBelongTogether(found.key))
            return false;
        const auto owner = std::ranges::find_if(
            m_certificates, [&found](const Certificate &certificate) { return found.key.matches(certificate); });
        const bool isNamedByFile = !found.file.isEmpty() || owner == m_certificates.end();
        m_result.problems.push_back(halvesDiffer(isNamedByFile ? found.file : owner->name()));
        return true;
    });
}

FoundKey *Importer::keyOf(const Certificate &certificate)
{
    FoundKey *fitting = nullptr;
    for (FoundKey &found : m_keys) {
        if (!found.key.matches(certificate))
            continue;
        found.isUsed = true; // twice the same key is no key without a certificate
        fitting = &found;
    }
    return fitting;
}

void Importer::put(const Certificate &certificate)
{
    const FoundKey *found = keyOf(certificate);
    const auto known = std::ranges::find(m_known, certificate, &StoredCertificate::certificate);
    if (known == m_known.end())
        note(found ? m_store.add(certificate, found->key, m_protection) : m_store.add(certificate), Outcome::Added);
    else if (found && !hasThisKey(*known, *found))
        note(m_store.addKey(*known, found->key, m_protection), Outcome::KeyAdded);
    else if (found)
        noteAlreadyThere(*known);
    else
        note(*known, Outcome::AlreadyThere);
}

void Importer::putRevocationLists()
{
    if (m_revocationLists.empty())
        return;
    RevocationListImport imported = importRevocationLists(m_revocationLists, m_store);
    m_result.revocationLists = std::move(imported.lists);
    std::ranges::move(imported.problems, std::back_inserter(m_result.problems));
}

void Importer::join(const FoundKey &found)
{
    bool isAtHome = false;
    for (const StoredCertificate &stored : m_known) {
        if (!found.key.matches(stored.certificate))
            continue;
        isAtHome = true;
        if (hasThisKey(stored, found))
            noteAlreadyThere(stored);
        else
            note(m_store.addKey(stored, found.key, m_protection), Outcome::KeyAdded);
    }
    if (!isAtHome)
        m_result.problems.push_back(
            {.code = ErrorCode::KeyWithoutCertificate, .subject = found.file, .values = {}, .causes = {}});
}

/// A locked key may be somebody else's: who brings one that is open has it added, unless what protects it is known.
bool Importer::hasThisKey(const StoredCertificate &stored, const FoundKey &found) const
{
    const auto opens = [&](const SecretBytes *given) { return given && m_store.identity(stored, given); };
    return stored.hasKey && (!stored.isKeyLocked || opens(m_passphrases.of(found.file)) || opens(m_protection));
}

void Importer::noteAlreadyThere(StoredCertificate stored)
{
    if (m_protection && stored.hasKey && !stored.isKeyLocked) {
        const auto written = protectKey(m_store, stored, nullptr, m_protection);
        const bool isDone = !written && written.error().code == ErrorCode::PassphraseNeeded; // with one that shares it
        if (!written && !isDone)
            return m_result.problems.push_back(written.error());
        stored.isKeyLocked = true;
    }
    note(std::move(stored), Outcome::AlreadyThere);
}

void Importer::note(Result<StoredCertificate> stored, Outcome outcome)
{
    if (stored)
        m_result.certificates.push_back({.stored = std::move(*stored), .outcome = outcome});
    else
        m_result.problems.push_back(std::move(stored.error()));
}

} // namespace

ImportResult importCertificates(const CertificateStore &store, std::vector<Certificate> certificates,
                                std::vector<PrivateKey> keys)
{
    return Importer(store).import(std::move(certificates), std::move(keys));
}

ImportResult importFiles(const CertificateStore &store, const QStringList &files, const Passphrases &passphrases,
                         const SecretBytes *protection)
{
    return Importer(store, passphrases, protection).import(files);
}

} // namespace sealport
