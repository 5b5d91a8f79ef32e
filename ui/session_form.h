#pragma once

#include "model/tls/tls_policy.h"

#include <QString>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace sealport {

class FieldNote;
class FileField;

/// How clients of a server may come back, whether they may begin anew in the middle, and the size of records. GUI
/// thread.
class SessionForm final : public QWidget {
    Q_OBJECT
public:
    struct Settings {
        ResumptionRule resumption{};
        Renegotiation renegotiation = Renegotiation::Refused;
        int largestRecord = TlsPolicy().largestRecord;
        QString keyLog{}; ///< file
        friend bool operator==(const Settings &, const Settings &) = default;
    };

    explicit SessionForm(QWidget *parent = nullptr);

    [[nodiscard]] Settings settings() const;
    void setSettings(const Settings &settings); ///< without changed()

Q_SIGNALS:
    void changed(); ///< by the user

private:
    void updateNotes();

    QSpinBox *m_tickets;
    FieldNote *m_ticketsNote;
    QCheckBox *m_keepsSessions;
    QComboBox *m_renegotiation;
    FieldNote *m_renegotiationNote;
    QSpinBox *m_largestRecord; ///< octets
    FileField *m_keyLog;
    FieldNote *m_keyLogNote;
};

} // namespace sealport
