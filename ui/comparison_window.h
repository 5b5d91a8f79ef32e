#pragma once

#include "model/certificates/certificate.h"

#include <QWidget>

namespace sealport {

/// Two certificates side by side, with what differs marked. GUI thread.
class ComparisonWindow final : public QWidget {
    Q_OBJECT
public:
    ComparisonWindow(const Certificate &left, const Certificate &right, QWidget *parent = nullptr);
};

} // namespace sealport
