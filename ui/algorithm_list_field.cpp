#include "ui/algorithm_list_field.h"

#include "model/tables/table_icons.h"
#include "model/text/algorithm_list_text.h"
#include "model/tls/list_meaning.h"
#include "ui/field_note.h"
#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sealport {
namespace {

constexpr std::size_t mostShown = 3;  ///< findings in one note
constexpr qsizetype longestWord = 40; ///< no line breaks inside, and the form must not become wider for it

QString objectNameOf(AlgorithmList list)
{
    switch (list) {
    case AlgorithmList::Ciphers:
        return QStringLiteral("ciphers");
    case AlgorithmList::CipherSuites:
        return QStringLiteral("cipherSuites");
    case AlgorithmList::Groups:
        return QStringLiteral("groups");
    case AlgorithmList::SignatureAlgorithms:
        return QStringLiteral("signatureAlgorithms");
    }
    Q_UNREACHABLE();
}

QString shortened(const QString &text)
{
    return text.size() <= longestWord ? text : text.left(longestWord - 1) + QChar(0x2026);
}

/// What keeps the server from starting comes first.
QString noteOf(std::vector<ListFinding> findings)
{
    std::ranges::stable_partition(findings, &ListFinding::isError);
    QStringList lines;
    for (std::size_t i = 0; i < std::min(mostShown, findings.size()); ++i) {
        ListFinding &finding = findings[i];
        finding.element = shortened(finding.element);
        finding.suggestion = shortened(finding.suggestion);
        lines.append(describe(finding));
    }
    if (findings.size() > mostShown)
        lines.append(AlgorithmListField::tr("And %1 more.").arg(findings.size() - mostShown));
    return lines.join(u'\n');
}

} // namespace

AlgorithmListField::AlgorithmListField(AlgorithmList list, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_edit(new QLineEdit(this))
    , m_note(new FieldNote(m_edit, this))
    , m_correct(new QPushButton(tr("Correct"), this))
{
    m_edit->setObjectName(objectNameOf(list));
    m_edit->setAccessibleName(name);
    m_edit->setPlaceholderText(tr("Sealport's own"));
    m_edit->setMinimumWidth(100);
    m_note->setObjectName(objectNameOf(list) + QLatin1String("Note"));
    m_note->setMinimumWidth(100);
    m_correct->setObjectName(objectNameOf(list) + QLatin1String("Correct"));
    m_correct->setAccessibleName(tr("Correct: %1").arg(name));
    m_correct->setAutoDefault(true); // Enter presses it as well as Space
    m_correct->hide();
    auto *pick = new QToolButton(this);
    pick->setObjectName(objectNameOf(list) + QLatin1String("Pick"));
    pick->setIcon(themedIcon(QStringLiteral("choose")));
    pick->setAccessibleName(tr("Pick: %1").arg(name));
    pick->setToolTip(tr("Pick from what the OpenSSL of this machine has (Alt+Down)"));
    pick->setFocusPolicy(Qt::StrongFocus);
    auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Down), m_edit);
    shortcut->setContext(Qt::WidgetShortcut);

    auto *row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(pick);
    auto *findings = new QHBoxLayout;
    findings->addWidget(m_note, 1);
    findings->addWidget(m_correct, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addLayout(findings);
    setFocusProxy(m_edit);
    setTabOrder(m_edit, pick);
    setTabOrder(pick, m_correct);

    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_corrected.reset(); // it was about another text
        Q_EMIT changed();
    });
    connect(pick, &QToolButton::clicked, this, &AlgorithmListField::pickRequested);
    connect(shortcut, &QShortcut::activated, this, &AlgorithmListField::pickRequested);
    connect(m_correct, &QPushButton::clicked, this, &AlgorithmListField::correct);
}

QString AlgorithmListField::text() const
{
    return m_edit->text();
}

void AlgorithmListField::setText(const QString &text)
{
    if (text == m_edit->text())
        return;
    const QSignalBlocker quiet(this);
    m_edit->setText(text);
    m_edit->setCursorPosition(0);
}

void AlgorithmListField::replaceText(const QString &text)
{
    if (text == m_edit->text())
        return;
    m_edit->selectAll();
    m_edit->insert(text);
    m_edit->setCursorPosition(0);
}

void AlgorithmListField::showFindings(const std::vector<ListFinding> &findings)
{
    m_note->showNote(hasError(findings) ? FieldNote::Level::Error : FieldNote::Level::Warning, noteOf(findings));
    m_corrected.reset();
    for (const ListFinding &finding : findings) {
        if (m_corrected)
            break;
        m_corrected = corrected(text(), finding);
        if (m_corrected)
            m_correct->setToolTip(plainToolTip(tr("Write %1").arg(finding.suggestion)));
    }
    if (!m_corrected && m_correct->hasFocus())
        m_edit->setFocus(Qt::OtherFocusReason); // or the focus would go somewhere else with the button
    m_correct->setVisible(m_corrected.has_value());
}

void AlgorithmListField::correct()
{
    if (m_corrected)
        replaceText(*m_corrected);
}

} // namespace sealport
