#pragma once

#include "model/certificates/certificate_catalogue.h"

#include <QTreeView>

#include <vector>

namespace sealport {

class SourceModel;

/// The tree of sources: the selected ones are what the table of certificates shows. GUI thread.
class SourceTree final : public QTreeView {
    Q_OBJECT
public:
    explicit SourceTree(CertificateCatalogue &catalogue, QWidget *parent = nullptr);

    [[nodiscard]] std::vector<SourceId> chosen() const;
    void choose(SourceId id);
    /// All that the user has opened.
    void chooseOpened();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosenChanged();
    void openRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void selectOnly(const QModelIndex &index);
    void showContextMenu(const QPoint &position);
    void closeCurrent();

    CertificateCatalogue &m_catalogue;
    SourceModel *m_model;
};

/// What to do where these sources hold nothing.
[[nodiscard]] QString emptyHint(const CertificateCatalogue &catalogue, const std::vector<SourceId> &sources);

} // namespace sealport
