#pragma once

#include "model/certificates/certificate_catalogue.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace sealport {

/// How far the reading of the shown sources is, with a button that stops it; takes no space while nothing is read. GUI
/// thread.
class ReadingBar final : public QWidget {
    Q_OBJECT
public:
    explicit ReadingBar(CertificateCatalogue &catalogue, QWidget *parent = nullptr);

    void setSources(std::vector<SourceId> sources);

private:
    void update();

    CertificateCatalogue &m_catalogue;
    std::vector<SourceId> m_sources;
    QLabel *m_text;
};

} // namespace sealport
