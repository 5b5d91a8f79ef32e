// What the search box asks of the panel of certificates.

#include "ui/certificate_panel.h"

#include "model/certificates/thumbprint.h"
#include "model/text/source_text.h"
#include "model/text/thumbprint_text.h"
#include "ui/message_bar.h"
#include "ui/source_tree.h"

#include <algorithm>

namespace sealport {

bool CertificatePanel::isAnyWaiting() const
{
    return std::ranges::any_of(m_catalogue.entries(), [](const CertificateCatalogue::Entry &entry) {
        return !entry.listing && !entry.isListing() && entry.source->waitsToBeAsked();
    });
}

QString CertificatePanel::waitingSentence()
{
    return tr("NSS databases and tokens are searched too once they have been chosen above.");
}

bool CertificatePanel::find(const QString &text)
{
    m_message->clear();
    m_wanted = nullptr;
    m_sought = looksLikeThumbprint(text) ? text : QString();
    m_text = m_sought.isEmpty() ? text.trimmed() : QString();
    m_isFound = false;
    if (!m_text.isEmpty() || !m_sought.isEmpty())
        m_catalogue.listMissing();
    m_model->setFilter(m_text);
    showSources();
    if (m_sought.isEmpty())
        return false;
    findSought();
    return true;
}

void CertificatePanel::findSought()
{
    m_workspace.findThumbprint(m_sought, this, [this, text = m_sought](const ThumbprintSearch &search) {
        if (text == m_sought)
            showFound(search);
    });
}

void CertificatePanel::showFound(const ThumbprintSearch &search)
{
    const std::vector<ThumbprintFinding> &findings = search.diagnosis.findings;
    QStringList sentences = readingNotes(search.diagnosis.reading);
    if (findings.empty()) {
        const bool isAnyBeingRead = std::ranges::any_of(m_catalogue.entries(), &CertificateCatalogue::Entry::isListing);
        sentences.prepend(nothingFound(search.diagnosis.reading));
        if (isAnyBeingRead)
            sentences.append(tr("Some sources are still being read."));
        if (isAnyWaiting())
            sentences.append(waitingSentence());
        return m_message->showMessage(MessageBar::Level::Warning, sentences.join(u' '));
    }
    const ThumbprintFinding &first = findings.front();
    const StoredCertificate &found = search.certificates.at(first.certificate);
    const SourceId source = search.sources.at(first.certificate);
    const bool isExact = first.kind == ThumbprintFinding::Kind::Exact;
    const bool isMine = source == m_catalogue.myCertificates();
    m_isFound = isExact;
    select(source, found.certificate);
    const bool isPlain = isMine && isExact && first.object == HashedObject::Certificate;
    if (isPlain && sentences.isEmpty())
        return; // the selected row says it all
    sentences.prepend(describe(first, found.certificate.name()));
    if (const auto *entry = m_catalogue.entry(source); entry && !isMine)
        sentences.append(tr("It is in: %1.").arg(sourceTitle(*entry->source)));
    m_message->showMessage(isExact ? MessageBar::Level::Information : MessageBar::Level::Warning, sentences.join(u' '));
}

} // namespace sealport
