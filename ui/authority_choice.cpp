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
    connect(this, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_isItselfWanted = m_selfSigning == SelfSigning::Possible && !m_authorities.empty() && index == count() - 1;
    });
    setCertificates({});
}

void AuthorityChoice::setCertificates(const std::vector<StoredCertificate> &certificates)
{
    if (const auto chosen = authority())
        m_wanted = chosen->certificate;
    else if (currentIndex() >= 0)
        m_wanted.reset();
    m_authorities.clear();
    for (const StoredCertificate &stored : certificates)
        if (stored.hasKey && stored.certificate.isCa())
            m_authorities.push_back(stored);

    QSignalBlocker quiet(this); // told once, at the end
    clear();
    int index = m_wanted ? -1 : 0;
    for (const StoredCertificate &stored : m_authorities) {
        const QString end =
            QLocale().toString(stored.certificate.notAfter().toLocalTime().date(), QLocale::ShortFormat);
        if (m_wanted == stored.certificate)
            index = count();
        addItem(themedIcon(QStringLiteral("ca")),
                tr("%1 (until %2)").arg(displayText(stored.certificate.name().left(100)), end));
    }
    if (m_selfSigning == SelfSigning::Possible)
        addItem(themedIcon(QStringLiteral("certificate")), tr("itself (self-signed)"));
    setPlaceholderText(m_wanted ? tr("%1 is gone: choose another").arg(displayText(m_wanted->name().left(100)))
                                : QString());
    setAccessibleDescription(placeholderText());
    setCurrentIndex(m_isItselfWanted ? count() - 1 : index);
    quiet.unblock();
    Q_EMIT currentIndexChanged(currentIndex());
}

QString AuthorityChoice::missing() const
{
    return m_wanted && currentIndex() < 0 ? m_wanted->name() : QString();
}

std::optional<StoredCertificate> AuthorityChoice::authority() const
{
    const auto index = static_cast<std::size_t>(currentIndex());
    return currentIndex() >= 0 && index < m_authorities.size() ? std::optional(m_authorities[index]) : std::nullopt;
}

} // namespace sealport
