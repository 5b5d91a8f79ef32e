#include "ui/application_form.h"

#include "model/certificates/display_text.h"
#include "model/certificates/thumbprint.h"
#include "model/sockets/application_certificates.h"
#include "model/tables/table_icons.h"
#include "model/text/application_text.h"
#include "model/text/formatting.h"
#include "ui/wheel_guard.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sealport {
namespace {

enum AssignedColumn { Name, Key, Expires, State };

constexpr int shownRows = 4; ///< as many certificates as an application may have

QTreeWidget *makeList(const QString &objectName, const QString &name, const QStringList &headers, QWidget *parent)
{
    auto *list = new QTreeWidget(parent);
    list->setObjectName(objectName);
    list->setAccessibleName(name);
    list->setHeaderLabels(headers);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAlternatingRowColors(true);
    const int row = list->fontMetrics().height() + 6;
    list->setFixedHeight((1 + shownRows) * row + 2 * list->frameWidth()); // with the header
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // both lists are of one width
    return list;
}

void fitColumns(QTreeWidget &list)
{
    for (int column = 0; column + 1 < list.columnCount(); ++column)
        list.resizeColumnToContents(column);
}

/// The row, or the last one where there are fewer: Tab and another press go on from there.
void selectRow(QTreeWidget &list, int row)
{
    if (row >= 0 && list.topLevelItemCount() > 0)
        list.setCurrentItem(list.topLevelItem(std::min(row, list.topLevelItemCount() - 1)));
}

} // namespace

ApplicationForm::ApplicationForm(JobRunner &jobs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_title(new QLabel(this))
    , m_description(new QLineEdit(this))
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_description->setObjectName(QStringLiteral("applicationDescription"));
    m_description->setAccessibleName(tr("Description"));

    auto *label = new QLabel(tr("Descri&ption"), this);
    label->setBuddy(m_description);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(fontMetrics().averageCharWidth() * 2);
    auto *description = new QHBoxLayout;
    description->addWidget(label);
    description->addSpacing(fontMetrics().averageCharWidth());
    description->addWidget(m_description, 1);
    grid->addWidget(m_title, 0, 0);
    grid->addLayout(description, 0, 1);
    grid->addWidget(buildCertificates(), 1, 0);
    grid->addWidget(buildTrust(), 1, 1);
    constexpr int widthOfList = 72;
    grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * widthOfList);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(m_description, &QLineEdit::editingFinished, this, [this] {
        if (m_application && m_description->text() != m_application->description)
            describeAs(m_description->text());
    });
    const std::initializer_list<QWidget *> order{m_description, m_assign, m_unassign, m_assigned,
                                                 m_trust,       m_add,    m_remove,   m_authorities};
    for (auto next = order.begin() + 1; next != order.end(); ++next)
        setTabOrder(*(next - 1), *next);
    new WheelGuard(*this);
    setApplication(std::nullopt);
}

QToolButton *ApplicationForm::addButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

QWidget *ApplicationForm::buildCertificates()
{
    auto *box = new QWidget(this);
    m_assigned = makeList(QStringLiteral("assigned"), tr("Assigned certificates"),
                          {tr("Certificate"), tr("Key"), tr("Valid until"), tr("State")}, box);
    m_assigned->setToolTip(
        tr("One to four. Of several with a key of the same kind the first one is presented; clients are given the "
           "one whose kind of key they can use."));
    m_assign = addButton(QStringLiteral("assign"), tr("&Assign"), box);
    m_assignMenu = new QMenu(m_assign);
    m_assign->setMenu(m_assignMenu);
    m_unassign = addButton(QStringLiteral("unassign"), tr("&Unassign"), box);
    auto *label = new QLabel(tr("C&ertificates"), box);
    label->setBuddy(m_assigned);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(label, 1);
    buttons->addWidget(m_assign);
    buttons->addWidget(m_unassign);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(buttons);
    column->addWidget(m_assigned);
    connect(m_assignMenu, &QMenu::aboutToShow, this, &ApplicationForm::fillAssignMenu);
    connect(m_unassign, &QToolButton::clicked, this, &ApplicationForm::unassignSelected);
    connect(m_assigned, &QTreeWidget::itemSelectionChanged, this, &ApplicationForm::updateButtons);
    return box;
}

QWidget *ApplicationForm::buildTrust()
{
    auto *box = new QWidget(this);
    m_trust = new QComboBox(box);
    m_trust->setObjectName(QStringLiteral("applicationTrust"));
    m_trust->addItems({tr("the authorities of the system"), tr("these alone")});
    m_authorities =
        makeList(QStringLiteral("trustedAuthorities"), tr("Trusted authorities"), {tr("Authority"), tr("SHA-1")}, box);
    m_add = addButton(QStringLiteral("addAuthority"), tr("A&dd"), box);
    m_addMenu = new QMenu(m_add);
    m_add->setMenu(m_addMenu);
    m_remove = addButton(QStringLiteral("removeAuthority"), tr("Take a&way"), box);
    m_trustLabel = new QLabel(box);
    m_trustLabel->setBuddy(m_trust);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_trustLabel);
    buttons->addWidget(m_trust);
    buttons->addStretch(1);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(buttons);
    column->addWidget(m_authorities);
    connect(m_trust, &QComboBox::activated, this, &ApplicationForm::chooseTrust);
    connect(m_addMenu, &QMenu::aboutToShow, this, &ApplicationForm::fillTrustMenu);
    connect(m_remove, &QToolButton::clicked, this, &ApplicationForm::distrustSelected);
    connect(m_authorities, &QTreeWidget::itemSelectionChanged, this, &ApplicationForm::updateButtons);
    return box;
}

void ApplicationForm::setApplication(const std::optional<ApplicationDefinition> &application)
{
    const bool isOther = !application || !m_application || application->id != m_application->id;
    if (isOther) {
        m_assigned->clear(); // no row of it is selected in the next one
        m_authorities->clear();
    }
    m_application = application;
    setEnabled(application.has_value());
    m_title->setText(
        application ? QString(application->id % QStringLiteral(" (") % applicationTypeLabel(application->type) % u')')
                    : QString());
    const QString description = application ? application->description : QString();
    if (isOther || !m_description->hasFocus()) // what is being typed stays
        m_description->setText(description);
    showCertificates();
    showTrust();
}

void ApplicationForm::setCertificates(std::vector<StoredCertificate> certificates)
{
    m_certificates = std::move(certificates);
    showCertificates();
}

void ApplicationForm::showCertificates()
{
    const int selected = selectedRow(*m_assigned);
    m_assigned->clear();
    const TableIcons icons;
    QStringList kinds;
    for (const AssignedCertificate &assigned :
         m_application ? m_application->certificates : std::vector<AssignedCertificate>()) {
        auto *row = new QTreeWidgetItem(m_assigned, {displayText(assigned.name)});
        const StoredCertificate *stored = findStored(assigned, m_certificates);
        QString state;
        if (!stored) {
            state = tr("not in your store");
        } else {
            const Certificate &certificate = stored->certificate;
            row->setText(Key, certificate.keyType() % u' ' % QString::number(certificate.keyBits()));
            row->setText(Expires, relativeDate(certificate.notAfter(), QDateTime::currentDateTimeUtc()));
            row->setToolTip(Expires, exactDate(certificate.notAfter()));
            row->setToolTip(Name, formatThumbprint(certificate.sha1(), ThumbprintFormat::Windows));
            if (!stored->hasKey)
                state = tr("no private key");
            else if (kinds.contains(certificate.keyType()))
                state = tr("not presented");
            kinds.append(certificate.keyType());
        }
        row->setIcon(Name, icons.icon(QStringLiteral("certificate")));
        row->setText(State, state);
        row->setToolTip(State, state);
        if (!stored || !stored->hasKey)
            row->setIcon(State, icons.icon(QStringLiteral("warning")));
    }
    fitColumns(*m_assigned);
    selectRow(*m_assigned, selected);
    updateButtons();
}

void ApplicationForm::showTrust()
{
    const bool isList = m_application && m_application->trusted;
    const bool isForServers = !m_application || m_application->type == ApplicationType::Server;
    m_trustLabel->setText(isForServers ? tr("Clients are vouched for &by") : tr("Servers are vouched for by"));
    m_trust->setCurrentIndex(isList ? TheseAlone : OfSystem);
    const int selected = selectedRow(*m_authorities);
    m_authorities->clear();
    if (isList) {
        const TableIcons icons;
        for (const Certificate &authority : *m_application->trusted) {
            auto *row =
                new QTreeWidgetItem(m_authorities, {displayText(authority.name()),
                                                    formatThumbprint(authority.sha1(), ThumbprintFormat::Windows)});
            row->setIcon(0, icons.icon(QStringLiteral("ca")));
        }
        if (m_application->trusted->empty()) {
            auto *row =
                new QTreeWidgetItem(m_authorities, {isForServers ? tr("Nobody: no certificate of a client is good.")
                                                                 : tr("Nobody: no certificate of a server is good.")});
            row->setFlags(Qt::NoItemFlags);
            row->setFirstColumnSpanned(true);
        }
    }
    fitColumns(*m_authorities);
    selectRow(*m_authorities, selected);
    updateButtons();
}

int ApplicationForm::selectedRow(const QTreeWidget &list)
{
    const QList<QTreeWidgetItem *> rows = list.selectedItems();
    return rows.isEmpty() ? -1 : list.indexOfTopLevelItem(rows.front());
}

void ApplicationForm::updateButtons()
{
    const bool isList = m_application && m_application->trusted;
    const bool hasRow = selectedRow(*m_assigned) >= 0;
    const bool hasAuthority = isList && selectedRow(*m_authorities) >= 0;
    if (m_unassign->hasFocus() && !hasRow)
        m_assigned->setFocus(); // Qt would hand it on to a choice that the next key changes
    if (m_remove->hasFocus() && !hasAuthority)
        m_trust->setFocus();
    m_assign->setEnabled(m_application && m_application->certificates.size() < ApplicationDefinition::mostCertificates);
    m_unassign->setEnabled(hasRow);
    m_authorities->setEnabled(isList);
    m_add->setEnabled(isList);
    m_remove->setEnabled(hasAuthority);
}

} // namespace sealport
