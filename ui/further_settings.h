#pragma once

#include "model/certificates/certificate_store.h"
#include "model/sockets/server_profile.h"

#include <QStringList>
#include <QWidget>

#include <array>
#include <vector>

class QStackedWidget;
class QTabBar;

namespace sealport {

class AlgorithmForm;
class ClientCertificateForm;
class FurtherCertificatesForm;
class LimitsForm;
class SessionForm;

/// What a server may need beyond the first rows of its form: pages of which one is shown at a time, all of one
/// height. Pages that differ from what a new server has are marked. GUI thread.
class FurtherSettings final : public QWidget {
    Q_OBJECT
public:
    explicit FurtherSettings(QWidget *parent);

    /// Writes what is shown into `profile`.
    void fill(ServerProfile &profile) const;
    void setProfile(const ServerProfile &profile); ///< without changed()
    void setCertificates(const std::vector<StoredCertificate> &certificates);
    /// The boxes that are ticked: the lists of algorithms are judged by them.
    void setProtocols(ProtocolSet protocols);
    /// Whether the server is named by its application: that may say whom it trusts.
    void setByApplication(bool isByApplication);

    [[nodiscard]] Opening opening() const;
    [[nodiscard]] AlgorithmChoice algorithms() const;
    void setAlgorithms(const AlgorithmChoice &algorithms); ///< without changed()
    void chooseMissingCertificate();                       ///< on its page
    void closePicker();                                    ///< the form shows another server now

    [[nodiscard]] QStringList differingPages() const; ///< their titles

Q_SIGNALS:
    void changed(); ///< by the user

private:
    enum Page { Certificates, Algorithms, Clients, Sessions, Connections, PageCount };
    void addPage(Page page, const QString &title, QWidget *form);
    void stepPage(int step);
    void judgeLists();
    void updateMarks();
    [[nodiscard]] bool differs(Page page) const;

    QTabBar *m_tabs;
    FurtherCertificatesForm *m_certificates;
    AlgorithmForm *m_algorithms;
    ClientCertificateForm *m_clients;
    SessionForm *m_sessions;
    LimitsForm *m_limits;
    ProtocolSet m_protocols;
    QStackedWidget *m_pages;
    std::array<QString, PageCount> m_titles;
};

} // namespace sealport
