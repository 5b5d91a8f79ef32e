#include "ui/alternative_names_field.h"

#include "model/certificates/alternative_name.h"
#include "model/text/formatting.h"
#include "ui/field_note.h"

#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QStringBuilder>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace sealport {
namespace {

constexpr int shownLines = 3;
constexpr int mostListed = 5; ///< of wrong or international names in one note

bool hasPrefix(const QString &name)
{
    for (const char *prefix : {"DNS:", "IP:", "email:", "URI:"})
        if (name.startsWith(QLatin1String(prefix), Qt::CaseInsensitive))
            return true;
    return false;
}

QString withPrefix(const QString &name)
{
    if (hasPrefix(name))
        return name;
    if (name.contains(QStringLiteral("://")))
        return QStringLiteral("URI:") % name;
    return name.contains(u'@') ? QStringLiteral("email:") % name : name;
}

/// Empty where it is written as it was typed.
QString writtenForm(const QString &name)
{
    const bool isAscii = std::ranges::all_of(name, [](QChar c) { return c.unicode() < 0x80; });
    const auto parsed = isAscii ? std::nullopt : parseAlternativeName(name);
    const bool isText = parsed && parsed->kind != AlternativeName::Kind::Ip;
    return isText ? QString::fromLatin1(parsed->value) : QString();
}

} // namespace

AlternativeNamesField::AlternativeNamesField(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_problem(new FieldNote(m_text, this))
    , m_written(new FieldNote(nullptr, this))
{
    m_text->setObjectName(QStringLiteral("alternativeNames"));
    m_text->setAccessibleName(tr("Alternative names"));
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("host names, IP addresses, e-mail addresses and URIs; commas or new lines between"));
    m_text->setToolTip(tr("The names and addresses by which clients reach the server, for example localhost, "
                          "*.example.org, 127.0.0.1, me@example.org or https://example.org/"));
    const auto margins = 2 * (m_text->document()->documentMargin() + m_text->frameWidth());
    m_text->setFixedHeight(shownLines * m_text->fontMetrics().lineSpacing() + static_cast<int>(std::ceil(margins)));
    m_problem->setObjectName(QStringLiteral("alternativeNamesProblem"));
    m_written->setObjectName(QStringLiteral("alternativeNamesWritten"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_text);
    column->addWidget(m_problem);
    column->addWidget(m_written);
    setFocusProxy(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_isTouched = true;
        showWrittenForms();
        Q_EMIT changed();
    });
}

QStringList AlternativeNamesField::names() const
{
    static const QRegularExpression separators(QStringLiteral("[,;\\n]"));
    QStringList names;
    for (const QString &part : m_text->toPlainText().split(separators)) {
        if (const QString name = part.trimmed(); !name.isEmpty())
            names.append(withPrefix(name));
    }
    names.removeDuplicates();
    return names;
}

void AlternativeNamesField::setNames(const QStringList &names)
{
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(names.join(QStringLiteral(", ")));
    showWrittenForms();
}

void AlternativeNamesField::showErrors(const std::vector<Error> &errors)
{
    QStringList wrong;
    for (const Error &error : errors)
        if (error.code == ErrorCode::InvalidAlternativeName)
            wrong.append(error.subject);
    QString text;
    if (!wrong.isEmpty())
        text = tr("No host name, IP address, e-mail address or URI: %1.").arg(spokenList(wrong, mostListed, 0));
    m_problem->showNote(FieldNote::Level::Error, text);
}

QWidget *AlternativeNamesField::editor() const
{
    return m_text;
}

void AlternativeNamesField::showWrittenForms()
{
    QStringList forms;
    for (const QString &name : names())
        if (const QString form = writtenForm(name); !form.isEmpty())
            forms.append(form);
    QString text;
    if (!forms.isEmpty())
        text = tr("Written in the certificate as: %1.").arg(spokenList(forms, mostListed, 0));
    m_written->showNote(FieldNote::Level::Information, text);
}

} // namespace sealport
