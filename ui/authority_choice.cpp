#include "ui/authority_choice.h"

#include "model/certificates/display_text.h"
#include "ui/icons.h"

#include <QLocale>
#include <QSignalBlocker>

namespace sealport {

AuthorityChoice::AuthorityChoice(SelfSigning selfSigning, QWidget *parent)
    : QComboBox(parent)
    , m_selfSigning(selfSigning)
{
    setObjectName(QStringLiteral("signedBy"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // names may be of any length
    setMinimumContentsLength(24);
    setCertificates({});
}

void AuthorityChoice::setCertificates(const std::vector<StoredCertificate> &certificates)
{
    const std::optional<StoredCertificate> chosen = authority();
    const bool isItselfChosen = !m_authorities.empty() && !chosen;
    m_authorities.clear();
    for (const StoredCertificate &stored : certificates)
        if (stored.hasKey && stored.certificate.isCa())
            m_authorities.push_back(stored);

    QSignalBlocker quiet(this); // told once, at the end
    clear();
    int index = 0;
    for (const StoredCertificate &stored : m_authorities) {
        const QString end =
            QLocale().toString(stored.certificate.notAfter().toLocalTime().date(), QLocale::ShortFormat);
        if (chosen && chosen->certificate == stored.certificate)
            index = count();
        addItem(themedIcon(QStringLiteral("ca")),
                tr("%1 (until %2)").arg(displayText(stored.certificate.name().left(100)), end));
    }
    if (m_selfSigning == SelfSigning::Possible)
        addItem(themedIcon(QStringLiteral("certificate")), tr("itself (self-signed)"));
    setCurrentIndex(isItselfChosen ? count() - 1 : index);
    quiet.unblock();
    Q_EMIT currentIndexChanged(currentIndex());
}

std::optional<StoredCertificate> AuthorityChoice::authority() const
{
    const auto index = static_cast<std::size_t>(currentIndex());
    return currentIndex() >= 0 && index < m_authorities.size() ? std::optional(m_authorities[index]) : std::nullopt;
}

} // namespace sealport
