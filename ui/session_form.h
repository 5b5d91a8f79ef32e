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

/// How clients of a server may come back, whether they may begin anew in the middle, the size of records, and what is
/// written down of it all. GUI thread.
class SessionForm final : public QWidget {
    Q_OBJECT
public:
    struct Settings {
        ResumptionRule resumption{};
        Renegotiation renegotiation = Renegotiation::Refused;
        int largestRecord = TlsPolicy().largestRecord;
        int earlyData = 0; ///< octets
        QString keyLog{};  ///< file
        QString capture{}; ///< file
        bool capturesSecrets = false;
        friend bool operator==(const Settings &, const Settings &) = default;
    };

    explicit SessionForm(QWidget *parent = nullptr);

    [[nodiscard]] Settings settings() const;
    void setSettings(const Settings &settings); ///< without changed()

Q_SIGNALS:
    void changed(); ///< by the user

private:
    void buildFields();
    void buildRows();
    void updateNotes();
    [[nodiscard]] static QString earlyDataNote(const Settings &shown);

    QSpinBox *m_tickets;
    FieldNote *m_ticketsNote;
    QCheckBox *m_keepsSessions;
    QComboBox *m_renegotiation;
    FieldNote *m_renegotiationNote;
    QSpinBox *m_largestRecord; ///< octets
    QSpinBox *m_earlyData;     ///< octets
    FieldNote *m_earlyDataNote;
    FileField *m_keyLog;
    FieldNote *m_keyLogNote;
    FileField *m_capture;
    QCheckBox *m_capturesSecrets;
    FieldNote *m_captureNote;
};

} // namespace sealport
