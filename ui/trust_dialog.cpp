#include "ui/trust_dialog.h"

#include "model/tables/table_icons.h"
#include "model/text/error_text.h"
#include "ui/height_keeper.h"
#include "ui/message_bar.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sealport {
namespace {

QString placeName(const TrustStore &store)
{
    const QString name = QFileInfo(store.folder).fileName();
    if (store.kind == TrustStore::Kind::System)
        return TrustDialog::tr("Programs of this system, such as curl (asks for the administrator)");
    if (store.folder.contains(QStringLiteral("firefox")))
        return TrustDialog::tr("Firefox, profile %1").arg(name);
    if (store.folder.contains(QStringLiteral("thunderbird")))
        return TrustDialog::tr("Thunderbird, profile %1").arg(name);
    return TrustDialog::tr("Chromium and Chrome");
}

} // namespace

TrustDialog::TrustDialog(Certificate authority, JobRunner &jobs, QWidget *parent)
    : QDialog(parent)
    , m_authority(std::move(authority))
    , m_jobs(jobs)
    , m_boxes(new QVBoxLayout)
    , m_message(new MessageBar(this))
{
    setWindowTitle(plainTitle(tr("Trust %1").arg(m_authority.name().left(100))));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *warning = new QLabel(tr("Whoever has the private key of this authority can pretend to be any host towards "
                                  "programs that trust it. Tick places for authorities that you made for tests, and "
                                  "take the ticks away after them."),
                               this);
    warning->setWordWrap(true);
    warning->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_apply = buttons->addButton(tr("&Apply"), QDialogButtonBox::ApplyRole);
    m_apply->setObjectName(QStringLiteral("applyTrust"));

    auto *column = new QVBoxLayout(this);
    column->addWidget(warning);
    column->addSpacing(fontMetrics().height() / 2);
    column->addLayout(m_boxes);
    column->addSpacing(fontMetrics().height() / 2);
    column->addWidget(m_message);
    column->addStretch(1);
    column->addWidget(buttons);
    new HeightKeeper(*this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &TrustDialog::apply);
    setBusy(true);
    read();
}

TrustDialog::~TrustDialog()
{
    m_job.request_stop();
}

void TrustDialog::read()
{
    m_job = m_jobs.runApart(
        [authority = m_authority](const std::stop_token &stop) {
            std::vector<Place> places;
            for (TrustStore &store : trustStores()) {
                const bool isTrusted = isTrustedIn(store, authority, stop);
                places.push_back({.store = std::move(store), .isTrusted = isTrusted});
            }
            return places;
        },
        this, [this](std::vector<Place> places) { showPlaces(std::move(places)); });
}

void TrustDialog::showPlaces(std::vector<Place> places)
{
    const auto isSame = [](const Place &a, const Place &b) { return a.store == b.store; };
    if (m_places.empty() || !std::ranges::equal(places, m_places, isSame)) {
        for (const Place &place : m_places)
            delete place.box;
        for (Place &place : places) {
            place.box = new QCheckBox(placeName(place.store), this);
            place.box->setToolTip(place.store.folder);
            m_boxes->addWidget(place.box);
            place.box->show(); // now, so that there is room for it
            connect(place.box, &QCheckBox::toggled, this, &TrustDialog::updateApply);
        }
    } else {
        for (std::size_t i = 0; i < places.size(); ++i)
            places[i].box = m_places[i].box;
    }
    m_places = std::move(places);
    for (const Place &place : m_places)
        place.box->setChecked(place.isTrusted);
    if (m_places.empty())
        m_message->showMessage(MessageBar::Level::Information,
                               tr("No list of trusted authorities was found that one can add to."));
    setBusy(false);
}

void TrustDialog::apply()
{
    struct Change {
        TrustStore store;
        bool isWanted = false;
    };
    std::vector<Change> changes;
    for (const Place &place : m_places) {
        if (place.box->isChecked() != place.isTrusted)
            changes.push_back({.store = place.store, .isWanted = place.box->isChecked()});
    }
    m_message->clear();
    setBusy(true);
    m_job = m_jobs.runApart(
        [authority = m_authority, changes](const std::stop_token &stop) {
            std::vector<Error> problems;
            for (const Change &change : changes) {
                const auto changed =
                    change.isWanted ? trust(change.store, authority, stop) : distrust(change.store, authority, stop);
                if (!changed)
                    problems.push_back(changed.error());
            }
            return problems;
        },
        this,
        [this](const std::vector<Error> &problems) {
            QStringList sentences;
            for (const Error &problem : problems)
                sentences.append(describe(problem));
            if (!sentences.isEmpty())
                m_message->showMessage(MessageBar::Level::Error, sentences.join(u' '));
            else
                m_message->showMessage(MessageBar::Level::Information,
                                       tr("Done. Programs that are running learn of it when they are started again."));
            read();
        });
}

void TrustDialog::setBusy(bool isBusy)
{
    for (const Place &place : m_places)
        place.box->setEnabled(!isBusy);
    if (isBusy)
        m_apply->setEnabled(false);
    else
        updateApply();
}

void TrustDialog::updateApply()
{
    m_apply->setEnabled(
        std::ranges::any_of(m_places, [](const Place &place) { return place.box->isChecked() != place.isTrusted; }));
}

} // namespace sealport
