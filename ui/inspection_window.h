#pragma once

#include "model/certificates/asn1_view.h"
#include "model/certificates/certificate_catalogue.h"
#include "model/certificates/certificate_details.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QTabWidget;
class QVBoxLayout;

namespace sealport {

class ValueTree;

/// A window of its own about one object, not in the way of the others: lines that say what matters, then pages, of
/// which its fields, the tree of ASN.1 and PEM are always there. Escape closes it. GUI thread.
class InspectionWindow : public QWidget {
    Q_OBJECT
protected:
    /// `icon`: one of ":/icons".
    InspectionWindow(const QString &title, const QString &icon, const QString &pem, QWidget *parent);

    /// Above the pages; the first one in bold.
    QLabel *addLine(const QString &objectName);
    void addAbove(QWidget *widget);
    /// Between the fields and the tree of ASN.1.
    void addPage(QWidget *page, const QString &title);
    void showPage(QWidget *page);
    /// The first time; the object does not change.
    void showContent(const std::vector<Detail> &details, const Asn1View &asn1);

    /// Has `ask` called whenever a source was read: there may be an issuer, or a list of one, that was not there
    /// before.
    void askAgainAfter(CertificateCatalogue &catalogue, const std::function<void()> &ask);

    void keyPressEvent(QKeyEvent *event) override;

private:
    void showAsn1(); ///< once somebody looks at it: a large list takes a while

    QVBoxLayout *m_column;
    QTabWidget *m_tabs;
    ValueTree *m_details;
    ValueTree *m_asn1;
    QPlainTextEdit *m_encoded;
    Asn1View m_tree; ///< until it is shown
    int m_lines = 0;
};

} // namespace sealport
