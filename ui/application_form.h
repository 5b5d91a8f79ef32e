#pragma once

#include "model/base/job_runner.h"
#include "model/certificates/certificate_store.h"
#include "model/sockets/application_store.h"

#include <QElapsedTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;
class QTreeWidget;

namespace sealport {

/// What one application definition has: description, certificates and the authorities that vouch for clients. Shows;
/// every change is a wish that somebody else fulfils. GUI thread; files of authorities are read in a job thread.
class ApplicationForm final : public QWidget {
    Q_OBJECT
public:
    /// `jobs` must outlive the form.
    ApplicationForm(JobRunner &jobs, QWidget *parent);

    /// Nothing: no application is chosen.
    void setApplication(const std::optional<ApplicationDefinition> &application);
    void setCertificates(std::vector<StoredCertificate> certificates);

Q_SIGNALS:
    /// Of the application `id`; `sentence` says what was done, once it is.
    void changeRequested(const QString &id, const sealport::ApplicationStore::Change &change, const QString &sentence);
    void failed(const sealport::Error &error); ///< a file of authorities could not be read

private:
    enum Trust { OfSystem, TheseAlone };
    QWidget *buildCertificates();
    QWidget *buildTrust();
    QToolButton *addButton(const QString &name, const QString &text, QWidget *parent);
    static int selectedRow(const QTreeWidget &list); ///< -1: none
    void showCertificates();
    void showTrust();
    void updateButtons();
    void fillAssignMenu();
    void fillTrustMenu();
    void request(const ApplicationStore::Change &change, const QString &sentence);
    void describeAs(const QString &description);
    void assignOne(const Certificate &certificate);
    void unassignSelected();
    void chooseTrust();
    void trustAlso(const QString &id, const std::vector<Certificate> &authorities);
    void chooseFile();
    void trustFile(const QString &id, const QString &file);
    void distrustSelected();
    /// Whether a click is the second half of a double click, which would take the next row as well.
    [[nodiscard]] bool isDoubled();

    JobRunner &m_jobs;
    QLabel *m_title;
    QLineEdit *m_description;
    QTreeWidget *m_assigned;
    QToolButton *m_assign;
    QToolButton *m_unassign;
    QMenu *m_assignMenu;
    QLabel *m_trustLabel;
    QComboBox *m_trust;
    QTreeWidget *m_authorities;
    QToolButton *m_add;
    QToolButton *m_remove;
    QMenu *m_addMenu;
    QElapsedTimer m_sinceTaken; ///< since a row was taken away
    std::optional<ApplicationDefinition> m_application;
    std::vector<StoredCertificate> m_certificates;
};

} // namespace sealport
