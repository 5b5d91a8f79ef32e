#pragma once

#include "model/certificates/certificate_store.h"
#include "model/certificates/chain_form.h"
#include "model/sockets/server_profile.h"

#include <QWidget>

#include <optional>
#include <vector>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QStandardItemModel;
class QToolButton;

namespace sealport {

class CertificateLine;
class ChoiceOrFile;
class FieldNote;
class HintTable;
class MessageBar;

/// What a server presents besides its main certificate: others with keys of other types, others for the names that
/// clients ask for, and which issuers go with them. One list; the fields below it show the selected row. GUI thread.
class FurtherCertificatesForm final : public QWidget {
    Q_OBJECT
public:
    struct Settings {
        std::vector<CertificateReference> further{};
        std::vector<NamedCertificate> named{};
        bool refusesOtherNames = false;
        ChainForm chain = ChainForm::Automatic;
        QString ocsp{}; ///< as in TlsSettings
        friend bool operator==(const Settings &, const Settings &) = default;
    };

    explicit FurtherCertificatesForm(QWidget *parent = nullptr);

    [[nodiscard]] Settings settings() const;
    void setSettings(const Settings &settings); ///< without changed()
    void setCertificates(const std::vector<StoredCertificate> &certificates);
    void chooseMissing(); ///< opens the menu of the first row without a certificate

Q_SIGNALS:
    void changed(); ///< by the user

private:
    struct Row {
        bool isForNames = false; ///< else for clients that need another type of key
        NamedCertificate value{};
        friend bool operator==(const Row &, const Row &) = default;
    };
    void buildList();
    QWidget *buildButtons();
    void buildFields();
    void connectFields();
    QToolButton *addButton(const QString &name, const QString &text, QWidget *box);

    void add(bool isForNames);
    void remove();
    void move(int step);
    void insert(std::size_t place, Row row);
    void showRows(std::optional<std::size_t> selected);
    void showSelected();
    void takeFields();
    void updateRow(std::size_t place);
    void updateButtons();
    [[nodiscard]] std::optional<std::size_t> selected() const;
    [[nodiscard]] QStringList namesTyped(const QStringList &given) const;

    std::vector<Row> m_rows; ///< one for each row of the table
    QStandardItemModel *m_model;
    HintTable *m_table;
    QAction *m_addForKey = nullptr;
    QToolButton *m_remove = nullptr;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
    MessageBar *m_undo;
    QLabel *m_namesLabel;
    QLineEdit *m_names;
    QLabel *m_certificateLabel;
    CertificateLine *m_certificate;
    FieldNote *m_note;
    QCheckBox *m_refusesOtherNames;
    QComboBox *m_chain;
    ChoiceOrFile *m_ocsp;
};

} // namespace sealport
