#include "ui/choice_or_file.h"

#include "ui/file_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace sealport {

ChoiceOrFile::ChoiceOrFile(const QString &objectName, const QString &name,
                           const std::vector<std::pair<QString, QString>> &choices, QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_file(new FileField(objectName + QLatin1String("File"), tr("%1: file").arg(name), FileField::Purpose::Reading,
                           this))
{
    m_choice->setObjectName(objectName);
    m_choice->setAccessibleName(name);
    for (const auto &[text, value] : choices)
        m_choice->addItem(text, value);
    m_choice->addItem(tr("from a file"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_choice);
    row->addWidget(m_file, 1);
    row->addStretch(0);
    setFocusProxy(m_choice);
    updateFile();
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        updateFile();
        Q_EMIT changed();
    });
    connect(m_file, &FileField::changed, this, &ChoiceOrFile::changed);
}

bool ChoiceOrFile::isFile() const
{
    return m_choice->currentIndex() == m_choice->count() - 1;
}

QString ChoiceOrFile::value() const
{
    return isFile() ? m_file->path() : m_choice->currentData().toString();
}

void ChoiceOrFile::setValue(const QString &newValue)
{
    if (newValue == value())
        return; // also a file that has no name yet
    const QSignalBlocker quiet(this);
    const int known = m_choice->findData(newValue);
    m_choice->setCurrentIndex(known < 0 ? m_choice->count() - 1 : known);
    m_file->setPath(known < 0 ? newValue : QString());
}

void ChoiceOrFile::updateFile()
{
    m_file->setVisible(isFile());
}

} // namespace sealport
