#include "ui/further_certificates_form.h"

#include "model/text/formatting.h"
#include "ui/certificate_line.h"
#include "ui/choice_or_file.h"
#include "ui/field_note.h"
#include "ui/hint_table.h"
#include "ui/icons.h"
#include "ui/message_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace sealport {
namespace {

enum Column { For, CertificateName, ColumnCount };

constexpr std::size_t mostForKeys = 3; ///< with the main one as many as OpenSSL has types of keys
constexpr int shownRows = 3;

QString writtenNames(const QStringList &names)
{
    return names.join(QStringLiteral(", "));
}

QStringList addressesAmong(const QStringList &names)
{
    QStringList addresses;
    for (const QString &name : names)
        if (QHostAddress address; address.setAddress(name))
            addresses.append(name);
    return addresses;
}

} // namespace

FurtherCertificatesForm::FurtherCertificatesForm(QWidget *parent)
    : QWidget(parent)
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_table(new HintTable(this))
    , m_undo(new MessageBar(this))
    , m_namesLabel(new QLabel(tr("As&ked for as"), this))
    , m_names(new QLineEdit(this))
    , m_certificateLabel(new QLabel(tr("Cert&ificate"), this))
    , m_certificate(new CertificateLine(this))
    , m_note(new FieldNote(m_certificate->editor(), this))
    , m_refusesOtherNames(new QCheckBox(tr("refuse clients that ask for other na&mes"), this))
    , m_chain(new QComboBox(this))
    , m_ocsp(new ChoiceOrFile(
          QStringLiteral("ocsp"), tr("OCSP response"),
          {{tr("not sent"), QString()}, {tr("made by the issuer in the store"), QStringLiteral("made")}}, this))
{
    buildList();
    buildFields();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setColumnStretch(1, 1);
    auto *list = new QHBoxLayout;
    list->addWidget(m_table, 1);
    list->addWidget(buildButtons());
    grid->addLayout(list, 0, 0, 1, 2);
    grid->addWidget(m_undo, 1, 0, 1, 2);
    grid->addWidget(m_namesLabel, 2, 0);
    grid->addWidget(m_names, 2, 1);
    grid->addWidget(m_certificateLabel, 3, 0);
    grid->addWidget(m_certificate, 3, 1);
    grid->addWidget(m_note, 4, 1);
    grid->addWidget(m_refusesOtherNames, 5, 1);
    auto *chainLabel = new QLabel(tr("Chain (si&gners)"), this);
    chainLabel->setBuddy(m_chain);
    grid->addWidget(chainLabel, 6, 0);
    grid->addWidget(m_chain, 6, 1, Qt::AlignLeft);
    auto *ocspLabel = new QLabel(tr("OCSP, on re&quest"), this);
    ocspLabel->setBuddy(m_ocsp->choice());
    grid->addWidget(ocspLabel, 7, 0);
    grid->addWidget(m_ocsp, 7, 1);
    connectFields();
    showRows(std::nullopt);
}

void FurtherCertificatesForm::buildList()
{
    m_model->setHorizontalHeaderLabels({tr("For"), tr("Certificate")});
    m_table->setObjectName(QStringLiteral("furtherCertificates"));
    m_table->setAccessibleName(tr("Further certificates"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHint(tr("The certificate above is for all clients. Others can be added: with a key of another type, or "
                        "for server names."));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->resizeSection(For, fontMetrics().averageCharWidth() * 28);
    const int height = m_table->horizontalHeader()->sizeHint().height()
                       + shownRows * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth();
    m_table->setFixedHeight(height);
    connect(m_table, &QWidget::customContextMenuRequested, m_table, &HintTable::showCopyMenu);
}

QToolButton *FurtherCertificatesForm::addButton(const QString &name, const QString &text, QWidget *box)
{
    auto *button = new QToolButton(box);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    return button;
}

QWidget *FurtherCertificatesForm::buildButtons()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    auto *add = addButton(QStringLiteral("addCertificate"), tr("Add a further certificate"), box);
    add->setText(tr("Add e&xtra"));
    add->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(add);
    m_addForKey = menu->addAction(tr("With a key of another type"), this, [this] { this->add(false); });
    m_addForKey->setObjectName(QStringLiteral("addForKey"));
    menu->addAction(tr("For server names"), this, [this] { this->add(true); })
        ->setObjectName(QStringLiteral("addForNames"));
    menu->setToolTipsVisible(true);
    add->setMenu(menu);
    m_remove = addButton(QStringLiteral("removeCertificate"), tr("Remove this certificate (Del)"), box);
    m_remove->setText(tr("Remove"));
    m_up = addButton(QStringLiteral("certificateUp"), tr("Move up (Ctrl+Up)"), box);
    m_up->setArrowType(Qt::UpArrow);
    m_down = addButton(QStringLiteral("certificateDown"), tr("Move down (Ctrl+Down)"), box);
    m_down->setArrowType(Qt::DownArrow);
    grid->addWidget(add, 0, 0, 1, 2);
    grid->addWidget(m_remove, 1, 0, 1, 2);
    grid->addWidget(m_up, 2, 0);
    grid->addWidget(m_down, 2, 1);
    grid->setRowStretch(3, 1);
    QWidget *before = m_table;
    for (QToolButton *button : {add, m_remove, m_up, m_down}) {
        setTabOrder(before, button);
        before = button;
    }
    connect(m_remove, &QToolButton::clicked, this, &FurtherCertificatesForm::remove);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    return box;
}

void FurtherCertificatesForm::buildFields()
{
    m_namesLabel->setBuddy(m_names);
    m_names->setObjectName(QStringLiteral("serverNames"));
    m_names->setAccessibleName(tr("Server names"));
    m_names->setMinimumWidth(80);
    m_names->setPlaceholderText(tr("the names that the certificate holds"));
    m_names->setToolTip(tr("Clients that ask for one of these names (SNI) are shown this certificate: www.example.org, "
                           "*.example.org; commas between"));
    m_certificateLabel->setBuddy(m_certificate->editor());
    m_note->setObjectName(QStringLiteral("furtherCertificateNote"));
    m_refusesOtherNames->setObjectName(QStringLiteral("refusesOtherNames"));
    m_refusesOtherNames->setAccessibleName(tr("Refuse clients that ask for other names"));
    m_refusesOtherNames->setToolTip(tr("No certificate is for the name that the client asks for: unrecognized_name "
                                       "instead of the main certificate"));
    m_chain->setObjectName(QStringLiteral("chain"));
    m_chain->setAccessibleName(tr("Chain that is sent"));
    const auto add = [this](const QString &text, ChainForm form) { m_chain->addItem(text, static_cast<int>(form)); };
    add(tr("issuers up to the root, without it"), ChainForm::Automatic);
    add(tr("exactly what the files hold"), ChainForm::Exact);
    add(tr("issuers and the root"), ChainForm::WithRoot);
    add(tr("none: the certificate alone"), ChainForm::LeafOnly);
    add(tr("issuers and the root, in the wrong order"), ChainForm::Reversed);
    m_ocsp->setToolTip(tr("Whether a certificate is revoked, said by its issuer and sent along with it to clients that "
                          "ask (stapling)"));
    m_chain->setToolTip(
        tr("Which issuers follow each certificate of this server; the last three are what misconfigured "
           "servers do"));
}

void FurtherCertificatesForm::connectFields()
{
    const auto bind = [this](const QKeySequence &keys, auto run) {
        auto *shortcut = new QShortcut(keys, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    bind(Qt::Key_Delete, [this] { remove(); });
    bind(Qt::CTRL | Qt::Key_Up, [this] { move(-1); });
    bind(Qt::CTRL | Qt::Key_Down, [this] { move(1); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FurtherCertificatesForm::showSelected);
    connect(m_names, &QLineEdit::textChanged, this, &FurtherCertificatesForm::takeFields);
    connect(m_certificate, &CertificateLine::changed, this, &FurtherCertificatesForm::takeFields);
    connect(m_refusesOtherNames, &QCheckBox::toggled, this, &FurtherCertificatesForm::changed);
    connect(m_chain, &QComboBox::currentIndexChanged, this, &FurtherCertificatesForm::changed);
    connect(m_ocsp, &ChoiceOrFile::changed, this, &FurtherCertificatesForm::changed);
}

FurtherCertificatesForm::Settings FurtherCertificatesForm::settings() const
{
    Settings settings{.refusesOtherNames = m_refusesOtherNames->isChecked(),
                      .chain = static_cast<ChainForm>(m_chain->currentData().toInt()),
                      .ocsp = m_ocsp->value()};
    for (const Row &row : m_rows) {
        if (row.isForNames)
            settings.named.push_back(row.value);
        else
            settings.further.push_back(row.value.certificate);
    }
    return settings;
}

void FurtherCertificatesForm::setSettings(const Settings &newSettings)
{
    if (newSettings == settings())
        return; // the selection stays, and where the cursor is
    const QSignalBlocker quiet(this);
    m_refusesOtherNames->setChecked(newSettings.refusesOtherNames);
    m_chain->setCurrentIndex(m_chain->findData(static_cast<int>(newSettings.chain)));
    m_ocsp->setValue(newSettings.ocsp);
    m_rows.clear();
    for (const CertificateReference &reference : newSettings.further)
        m_rows.push_back({.isForNames = false, .value = {.names = {}, .certificate = reference}});
    for (const NamedCertificate &named : newSettings.named)
        m_rows.push_back({.isForNames = true, .value = named});
    m_undo->clear();
    showRows(m_rows.empty() ? std::nullopt : std::optional<std::size_t>(0));
}

void FurtherCertificatesForm::setCertificates(const std::vector<StoredCertificate> &certificates)
{
    m_certificate->setCertificates(certificates);
}

void FurtherCertificatesForm::chooseMissing()
{
    const auto row = std::ranges::find_if(m_rows, [](const Row &one) { return one.value.certificate.isEmpty(); });
    if (row == m_rows.end())
        return;
    m_table->selectOnly(static_cast<int>(row - m_rows.begin()));
    m_certificate->editor()->setFocus(Qt::OtherFocusReason);
    m_certificate->openMenu();
}

std::optional<std::size_t> FurtherCertificatesForm::selected() const
{
    const QList<int> rows = m_table->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(static_cast<std::size_t>(rows.front()));
}

void FurtherCertificatesForm::add(bool isForNames)
{
    m_undo->clear();
    insert(m_rows.size(), {.isForNames = isForNames});
    (isForNames ? m_names : m_certificate->editor())->setFocus(Qt::OtherFocusReason);
}

void FurtherCertificatesForm::insert(std::size_t place, Row row)
{
    place = std::min(place, m_rows.size());
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(place), std::move(row));
    showRows(place);
    Q_EMIT changed();
}

void FurtherCertificatesForm::remove()
{
    const auto place = selected();
    if (!place)
        return;
    const Row row = m_rows.at(*place);
    m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(*place));
    showRows(m_rows.empty() ? std::nullopt : std::optional(std::min(*place, m_rows.size() - 1)));
    m_table->setFocus(Qt::OtherFocusReason); // the button may be out of use now
    constexpr int widest = 160;              // a long name must not make the form wider
    const QString name =
        fontMetrics().elidedText(CertificateLine::labelOf(row.value.certificate), Qt::ElideRight, widest);
    m_undo->showMessage(MessageBar::Level::Information, tr("Removed: %1.").arg(name), tr("Undo"),
                        [this, place = *place, row] { insert(place, row); });
    Q_EMIT changed();
}

void FurtherCertificatesForm::move(int step)
{
    const auto place = selected();
    const auto target = place ? static_cast<std::ptrdiff_t>(*place) + step : -1;
    if (target < 0 || target >= std::ssize(m_rows))
        return;
    std::swap(m_rows.at(*place), m_rows.at(static_cast<std::size_t>(target)));
    showRows(static_cast<std::size_t>(target));
    Q_EMIT changed();
}

void FurtherCertificatesForm::showRows(std::optional<std::size_t> newlySelected)
{
    m_model->setRowCount(0);
    m_model->setRowCount(static_cast<int>(m_rows.size()));
    for (std::size_t place = 0; place < m_rows.size(); ++place)
        updateRow(place);
    if (newlySelected)
        m_table->selectOnly(static_cast<int>(*newlySelected));
    showSelected();
}

void FurtherCertificatesForm::updateRow(std::size_t place)
{
    const Row &row = m_rows.at(place);
    const QString names = row.value.names.isEmpty() ? tr("the names in it") : nameList(row.value.names);
    const QString purpose = row.isForNames ? names : tr("another type of key");
    const auto show = [&](Column column, const QString &text) {
        m_model->setData(m_model->index(static_cast<int>(place), column), text);
    };
    show(For, purpose);
    show(CertificateName, CertificateLine::labelOf(row.value.certificate));
}

void FurtherCertificatesForm::showSelected()
{
    const auto place = selected();
    const Row row = place ? m_rows.at(*place) : Row{};
    const QSignalBlocker quietNames(m_names);
    if (namesTyped(row.value.names) != row.value.names)
        m_names->setText(writtenNames(row.value.names));
    m_certificate->setReference(row.value.certificate);
    const bool isForNames = place && row.isForNames;
    m_namesLabel->setVisible(isForNames);
    m_names->setVisible(isForNames);
    m_certificateLabel->setVisible(place.has_value());
    m_certificate->setVisible(place.has_value());
    const QStringList addresses = addressesAmong(row.value.names);
    if (place && row.value.certificate.isEmpty())
        m_note->showNote(FieldNote::Level::Error, tr("Choose the certificate, or remove the row."));
    else if (isForNames && !addresses.isEmpty())
        m_note->showNote(
            FieldNote::Level::Warning,
            tr("No client asks for an IP address by name (RFC 6066): %1 has no effect.").arg(spokenList(addresses)));
    else
        m_note->clear();
    updateButtons();
}

/// A name of the profile may hold what separates names here: it stays as it is until the text is changed.
QStringList FurtherCertificatesForm::namesTyped(const QStringList &given) const
{
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    const QString text = m_names->text();
    return text == writtenNames(given) ? given : text.split(separators, Qt::SkipEmptyParts);
}

void FurtherCertificatesForm::takeFields()
{
    const auto place = selected();
    if (!place)
        return;
    Row &row = m_rows.at(*place);
    const Row before = row;
    if (row.isForNames)
        row.value.names = namesTyped(row.value.names);
    row.value.certificate = m_certificate->reference();
    if (row == before)
        return;
    updateRow(*place);
    showSelected();
    Q_EMIT changed();
}

void FurtherCertificatesForm::updateButtons()
{
    const auto place = selected();
    m_remove->setEnabled(place.has_value());
    m_up->setEnabled(place && *place > 0);
    m_down->setEnabled(place && *place + 1 < m_rows.size());
    const auto forKeys = static_cast<std::size_t>(std::ranges::count(m_rows, false, &Row::isForNames));
    m_addForKey->setEnabled(forKeys < mostForKeys);
    m_addForKey->setToolTip(forKeys < mostForKeys ? QString() : tr("There can be three of them."));
}

} // namespace sealport
