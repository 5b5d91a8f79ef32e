#include "ui/reading_bar.h"

#include "model/text/source_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace sealport {

ReadingBar::ReadingBar(CertificateCatalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_text(new QLabel(this))
{
    auto *stop = new QPushButton(tr("Stop reading"), this);
    stop->setObjectName(QStringLiteral("stopReading"));
    m_text->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(stop);
    hide();
    connect(&m_catalogue, &CertificateCatalogue::progressed, this, &ReadingBar::update);
    connect(stop, &QPushButton::clicked, this, [this] {
        for (const SourceId id : m_sources)
            m_catalogue.cancel(id);
    });
}

void ReadingBar::setSources(std::vector<SourceId> sources)
{
    m_sources = std::move(sources);
    update();
}

void ReadingBar::update()
{
    QStringList texts;
    for (const SourceId id : m_sources) {
        const auto *entry = m_catalogue.entry(id);
        if (entry && entry->isListing() && entry->total > 0)
            texts.append(tr("%1: %2 of %3 files")
                             .arg(sourceTitle(*entry->source), QLocale().toString(qulonglong(entry->done)),
                                  QLocale().toString(qulonglong(entry->total))));
    }
    m_text->setText(texts.join(QStringLiteral(", ")));
    setVisible(!texts.isEmpty());
}

} // namespace sealport
