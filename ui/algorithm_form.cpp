#include "ui/algorithm_form.h"

#include "model/tls/available_algorithms.h"
#include "model/tls/list_meaning.h"
#include "ui/algorithm_list_field.h"
#include "ui/algorithm_picker.h"
#include "ui/choice_or_file.h"
#include "ui/field_note.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringBuilder>

#include <chrono>

namespace sealport {
namespace {

constexpr int automaticLevel = -1;

struct ListRow {
    AlgorithmList list;
    QString label; ///< with its access key
    QString name;
    QString toolTip;
};

std::array<ListRow, 4> listRows()
{
    return {{{AlgorithmList::Ciphers, AlgorithmForm::tr("Cipher strin&g"), AlgorithmForm::tr("Cipher string"),
              AlgorithmForm::tr("Cipher suites of TLS 1.2 and older, as OpenSSL writes them (ciphers(1)): "
                                "ECDHE+AESGCM:!aNULL")},
             {AlgorithmList::CipherSuites, AlgorithmForm::tr("TLS 1.3 su&ites"), AlgorithmForm::tr("TLS 1.3 suites"),
              AlgorithmForm::tr("Cipher suites of TLS 1.3, with colons between")},
             {AlgorithmList::Groups, AlgorithmForm::tr("Key e&xchange"), AlgorithmForm::tr("Key exchange groups"),
              AlgorithmForm::tr("Groups for the key exchange, with colons between: X25519:P-256")},
             {AlgorithmList::SignatureAlgorithms, AlgorithmForm::tr("Signature algorith&ms"),
              AlgorithmForm::tr("Signature algorithms"),
              AlgorithmForm::tr("Signature algorithms of the handshake, with colons between: "
                                "rsa_pss_rsae_sha256:ed25519")}}};
}

QString levelText(int level)
{
    switch (level) {
    case 0:
        return AlgorithmForm::tr("0: everything");
    case 1:
        return AlgorithmForm::tr("1: 80 bits and more");
    case 2:
        return AlgorithmForm::tr("2: 112 bits and more");
    case 3:
        return AlgorithmForm::tr("3: 128 bits, forward secret");
    case 4:
        return AlgorithmForm::tr("4: 192 bits");
    default:
        return AlgorithmForm::tr("5: 256 bits");
    }
}

} // namespace

AlgorithmForm::AlgorithmForm(QWidget *parent)
    : QWidget(parent)
    , m_throttle(std::chrono::milliseconds(150))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setColumnStretch(1, 1);
    buildLists(*grid);
    buildLevel(*grid);
    connect(&m_throttle, &Throttle::fired, this, &AlgorithmForm::check);
}

void AlgorithmForm::buildLists(QGridLayout &grid)
{
    int row = 0;
    for (const ListRow &text : listRows()) {
        auto *field = new AlgorithmListField(text.list, text.name, this);
        field->editor()->setToolTip(text.toolTip);
        auto *label = new QLabel(text.label, this);
        label->setBuddy(field->editor());
        label->setMinimumHeight(field->editor()->sizeHint().height()); // level with the text, not with a note below it
        grid.addWidget(label, row, 0, Qt::AlignTop);
        grid.addWidget(field, row, 1);
        m_lists.at(static_cast<std::size_t>(row)) = field;
        ++row;
        connect(field, &AlgorithmListField::changed, this, &AlgorithmForm::noteChange);
        connect(field, &AlgorithmListField::pickRequested, this, [this, field] { pick(*field); });
    }
}

void AlgorithmForm::buildLevel(QGridLayout &grid)
{
    m_level = new QComboBox(this); // now, so that Tab comes to it after the lists
    m_levelNote = new FieldNote(m_level, this);
    m_serverOrder = new QCheckBox(tr("ta&ke suites in the server's order"), this);
    m_dh =
        new ChoiceOrFile(QStringLiteral("dhParameters"), tr("DHE parameters"),
                         {{tr("as the certificate's key"), QString()}, {tr("no DHE"), QStringLiteral("none")}}, this);
    m_dh->setToolTip(tr("Finite field Diffie-Hellman of TLS 1.2 and older; a file is one that openssl dhparam made"));
    m_level->setObjectName(QStringLiteral("securityLevel"));
    m_level->setAccessibleName(tr("Security level"));
    m_level->setToolTip(
        tr("What OpenSSL allows at all (SSL_CTX_set_security_level): by itself 0 where TLS 1.1 or older "
           "is ticked, which do not work above it, else 2"));
    m_level->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_level->addItem(tr("as the protocols need it"), automaticLevel);
    for (int level = 0; level <= highestSecurityLevel; ++level)
        m_level->addItem(levelText(level), level);
    m_serverOrder->setObjectName(QStringLiteral("serverOrder"));
    m_serverOrder->setAccessibleName(tr("Take suites in the server's order"));
    m_serverOrder->setToolTip(tr("Of the suites that both sides have: the server's first one; else the client's"));
    m_levelNote->setObjectName(QStringLiteral("levelNote"));
    auto *label = new QLabel(tr("Security level (0–&5)"), this);
    label->setBuddy(m_level);
    auto *line = new QHBoxLayout;
    line->addWidget(m_level);
    line->addStretch(1);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addLayout(line, row, 1);
    grid.addWidget(m_levelNote, row + 1, 1);
    grid.addWidget(m_serverOrder, row + 2, 1);
    auto *dhLabel = new QLabel(tr("DHE si&ze"), this);
    dhLabel->setBuddy(m_dh->choice());
    grid.addWidget(dhLabel, row + 3, 0);
    grid.addWidget(m_dh, row + 3, 1);
    connect(m_dh, &ChoiceOrFile::changed, this, &AlgorithmForm::changed);
    connect(m_level, &QComboBox::currentIndexChanged, this, &AlgorithmForm::noteChange);
    connect(m_serverOrder, &QCheckBox::toggled, this, &AlgorithmForm::noteChange);
}

AlgorithmForm::Settings AlgorithmForm::settings() const
{
    return {.lists = lists(), .dhParameters = m_dh->value()};
}

void AlgorithmForm::setSettings(const Settings &settings)
{
    m_dh->setValue(settings.dhParameters);
    setLists(settings.lists);
}

AlgorithmChoice AlgorithmForm::lists() const
{
    AlgorithmChoice choice;
    for (const AlgorithmListField *field : m_lists)
        setTextOf(field->list(), choice, field->text());
    if (const int level = m_level->currentData().toInt(); level != automaticLevel)
        choice.securityLevel = level;
    choice.prefersServerOrder = m_serverOrder->isChecked();
    return choice;
}

void AlgorithmForm::setLists(const AlgorithmChoice &lists)
{
    const QSignalBlocker quiet(this);
    for (AlgorithmListField *field : m_lists)
        field->setText(textOf(field->list(), lists));
    m_level->setCurrentIndex(m_level->findData(lists.securityLevel.value_or(automaticLevel)));
    m_serverOrder->setChecked(lists.prefersServerOrder);
    m_throttle.request();
}

void AlgorithmForm::setContext(ProtocolSet protocols, bool hasSharedSecrets)
{
    m_protocols = protocols;
    m_hasSharedSecrets = hasSharedSecrets;
    m_throttle.request();
}

void AlgorithmForm::closePicker()
{
    if (m_picker)
        m_picker->close();
}

void AlgorithmForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_throttle.request();
}

void AlgorithmForm::noteChange()
{
    m_throttle.request();
    Q_EMIT changed();
}

void AlgorithmForm::check()
{
    if (!isVisible())
        return; // when it is shown
    const AlgorithmChoice choice = lists();
    for (AlgorithmListField *field : m_lists)
        field->showFindings(findingsIn(field->list(), choice));
    AlgorithmChoice withoutLevel = choice;
    withoutLevel.securityLevel.reset();
    withoutLevel.ciphers.clear();
    m_level->setItemText(0, tr("as the protocols need it: %1").arg(securityLevelOf(m_protocols, withoutLevel)));
    const auto commanded = securityLevelIn(choice.ciphers);
    m_levelNote->showNote(FieldNote::Level::Information,
                          commanded ? tr("The list of ciphers sets level %1.").arg(*commanded) : QString());
}

/// Suites with a shared secret are of use to a server that has one.
std::vector<ListFinding> AlgorithmForm::findingsIn(AlgorithmList list, const AlgorithmChoice &choice) const
{
    std::vector<ListFinding> findings = findingsOf(list, m_protocols, choice);
    if (m_hasSharedSecrets)
        std::erase_if(findings,
                      [](const ListFinding &finding) { return finding.kind == ListFinding::Kind::NeedsSharedSecret; });
    return findings;
}

void AlgorithmForm::pick(const AlgorithmListField &field)
{
    closePicker();
    const AlgorithmChoice choice = lists();
    const ListUse use{.protocols = m_protocols, .securityLevel = securityLevelOf(m_protocols, choice)};
    m_picker =
        new AlgorithmPicker(field.editor()->accessibleName(), algorithmRows(field.list(), use, m_hasSharedSecrets),
                            namesMeant(field.list(), m_protocols, choice), this);
    auto *target = m_lists.at(static_cast<std::size_t>(field.list()));
    connect(m_picker, &AlgorithmPicker::picked, this,
            [this, target](const QStringList &names) { write(*target, names); });
    m_picker->show();
}

/// A level that the list of ciphers sets stays: it is no algorithm, so the picker does not show it.
void AlgorithmForm::write(AlgorithmListField &field, const QStringList &names)
{
    QString text = names.join(u':');
    const auto level = field.list() == AlgorithmList::Ciphers ? securityLevelIn(field.text()) : std::nullopt;
    if (level && !names.isEmpty())
        text = text % QStringLiteral(":@SECLEVEL=") % QString::number(*level);
    field.replaceText(text);
    field.editor()->setFocus(Qt::OtherFocusReason);
}

} // namespace sealport
