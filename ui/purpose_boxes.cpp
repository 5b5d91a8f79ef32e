#include "ui/purpose_boxes.h"

#include "model/text/certificate_text.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace sealport {
namespace {

constexpr std::array allPurposes{KeyPurpose::ServerAuth,      KeyPurpose::ClientAuth,   KeyPurpose::CodeSigning,
                                 KeyPurpose::EmailProtection, KeyPurpose::TimeStamping, KeyPurpose::OcspSigning};
constexpr int columns = 3;

struct PurposeName {
    DetailTerm term;
    QLatin1StringView name;
};

PurposeName nameOf(KeyPurpose purpose)
{
    switch (purpose) {
    case KeyPurpose::ServerAuth:
        return {DetailTerm::TlsServer, QLatin1StringView("serverAuth")};
    case KeyPurpose::ClientAuth:
        return {DetailTerm::TlsClient, QLatin1StringView("clientAuth")};
    case KeyPurpose::CodeSigning:
        return {DetailTerm::CodeSigning, QLatin1StringView("codeSigning")};
    case KeyPurpose::EmailProtection:
        return {DetailTerm::EmailProtection, QLatin1StringView("emailProtection")};
    case KeyPurpose::TimeStamping:
        return {DetailTerm::TimeStamping, QLatin1StringView("timeStamping")};
    case KeyPurpose::OcspSigning:
        return {DetailTerm::OcspSigning, QLatin1StringView("OCSPSigning")};
    }
    Q_UNREACHABLE();
}

} // namespace

PurposeBoxes::PurposeBoxes(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(18);
    for (const KeyPurpose purpose : allPurposes) {
        const PurposeName name = nameOf(purpose);
        auto *box = new QCheckBox(termText(name.term), this);
        box->setObjectName(name.name);
        box->setAccessibleName(tr("Purpose: %1").arg(termText(name.term)));
        box->setToolTip(name.name); // as RFC 5280 and configuration files call it
        const auto index = static_cast<int>(m_boxes.size());
        grid->addWidget(box, index / columns, index % columns);
        m_boxes.emplace_back(purpose, box);
        connect(box, &QCheckBox::toggled, this, &PurposeBoxes::changed);
    }
    grid->setColumnStretch(columns, 1);
}

std::vector<KeyPurpose> PurposeBoxes::purposes() const
{
    std::vector<KeyPurpose> purposes;
    for (const auto &[purpose, box] : m_boxes)
        if (box->isChecked())
            purposes.push_back(purpose);
    return purposes;
}

void PurposeBoxes::setPurposes(const std::vector<KeyPurpose> &purposes)
{
    for (const auto &[purpose, box] : m_boxes) {
        const QSignalBlocker quiet(box);
        box->setChecked(std::ranges::find(purposes, purpose) != purposes.end());
    }
    Q_EMIT changed();
}

QWidget *PurposeBoxes::first() const
{
    return m_boxes.front().second;
}

} // namespace sealport
