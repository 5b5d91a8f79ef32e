#pragma once

#include "model/base/throttle.h"
#include "model/tls/algorithm_choice.h"
#include "model/tls/algorithm_lists.h"
#include "model/tls/protocol.h"

#include <QPointer>
#include <QWidget>

#include <array>
#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;

namespace sealport {

class AlgorithmListField;
class AlgorithmPicker;
class ChoiceOrFile;
class FieldNote;

/// Which algorithms a server takes, in which order, and the security level. The lists are checked while they are typed;
/// the checks take milliseconds. GUI thread.
class AlgorithmForm final : public QWidget {
    Q_OBJECT
public:
    struct Settings {
        AlgorithmChoice lists{};
        QString dhParameters{}; ///< as in TlsSettings
        friend bool operator==(const Settings &, const Settings &) = default;
    };

    explicit AlgorithmForm(QWidget *parent = nullptr);

    [[nodiscard]] Settings settings() const;
    void setSettings(const Settings &settings); ///< without changed()
    [[nodiscard]] AlgorithmChoice lists() const;
    void setLists(const AlgorithmChoice &lists); ///< without changed()
    /// What else the lists are judged by: the protocols that are ticked, and whether there are shared secrets.
    void setContext(ProtocolSet protocols, bool hasSharedSecrets);
    void closePicker(); ///< the form shows another server now

Q_SIGNALS:
    void changed(); ///< by the user

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildLists(QGridLayout &grid);
    void buildLevel(QGridLayout &grid);
    void noteChange();
    void check();
    void pick(const AlgorithmListField &field);
    [[nodiscard]] std::vector<ListFinding> findingsIn(AlgorithmList list, const AlgorithmChoice &choice) const;
    void write(AlgorithmListField &field, const QStringList &names);

    std::array<AlgorithmListField *, 4> m_lists{};
    QComboBox *m_level = nullptr;
    FieldNote *m_levelNote = nullptr;
    QCheckBox *m_serverOrder = nullptr;
    ChoiceOrFile *m_dh = nullptr;
    Throttle m_throttle;
    ProtocolSet m_protocols;
    bool m_hasSharedSecrets = false;
    QPointer<AlgorithmPicker> m_picker;
};

} // namespace sealport
