#pragma once

#include "model/certificates/certificate_spec.h"

#include <QWidget>

#include <utility>
#include <vector>

class QCheckBox;

namespace sealport {

/// What a certificate may be used for, a box each. GUI thread.
class PurposeBoxes final : public QWidget {
    Q_OBJECT
public:
    explicit PurposeBoxes(QWidget *parent);

    [[nodiscard]] std::vector<KeyPurpose> purposes() const;
    void setPurposes(const std::vector<KeyPurpose> &purposes);
    [[nodiscard]] QWidget *first() const; ///< for a label's access key

Q_SIGNALS:
    void changed();

private:
    std::vector<std::pair<KeyPurpose, QCheckBox *>> m_boxes;
};

} // namespace sealport
