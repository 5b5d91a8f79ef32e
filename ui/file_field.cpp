#include "ui/file_field.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>

namespace sealport {

FileField::FileField(const QString &objectName, const QString &name, Purpose purpose, QWidget *parent)
    : QWidget(parent)
    , m_purpose(purpose)
    , m_edit(new QLineEdit(this))
{
    constexpr int narrowest = 60;
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(name);
    m_edit->setMinimumWidth(narrowest);
    auto *button = new QToolButton(this);
    button->setObjectName(objectName + QLatin1String("Choose"));
    button->setText(tr("Choose…"));
    button->setAccessibleName(tr("Choose: %1").arg(name));
    button->setToolTip(tr("Choose the file (Alt+Down)"));
    button->setFocusPolicy(Qt::StrongFocus);
    auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Down), m_edit);
    shortcut->setContext(Qt::WidgetShortcut);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_edit, 1);
    row->addWidget(button);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &FileField::changed);
    connect(button, &QToolButton::clicked, this, &FileField::browse);
    connect(shortcut, &QShortcut::activated, this, &FileField::browse);
}

QString FileField::path() const
{
    return m_edit->text().trimmed();
}

void FileField::setPath(const QString &newPath)
{
    if (newPath == path())
        return;
    const QSignalBlocker quiet(this);
    m_edit->setText(newPath);
}

void FileField::browse()
{
    auto *chooser = new QFileDialog(this, m_edit->accessibleName(), path());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    if (m_purpose == Purpose::Appending) {
        chooser->setAcceptMode(QFileDialog::AcceptSave);
        chooser->setOption(QFileDialog::DontConfirmOverwrite); // nothing is
    } else {
        chooser->setFileMode(QFileDialog::ExistingFile);
    }
    connect(chooser, &QFileDialog::fileSelected, m_edit, &QLineEdit::setText);
    chooser->open();
}

} // namespace sealport
