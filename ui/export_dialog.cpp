#include "ui/export_dialog.h"

#include "model/tables/table_icons.h"
#include "model/text/error_text.h"
#include "ui/field_note.h"
#include "ui/height_keeper.h"
#include "ui/message_bar.h"
#include "ui/secret_field.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringBuilder>
#include <QVBoxLayout>

#include <chrono>

namespace sealport {
namespace {

QString formatText(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Pem:
        return ExportDialog::tr("PEM: the certificate alone");
    case ExportFormat::PemChain:
        return ExportDialog::tr("PEM: with its issuers");
    case ExportFormat::PemWithKey:
        return ExportDialog::tr("PEM: with its issuers and the private key");
    case ExportFormat::Der:
        return ExportDialog::tr("DER: the certificate alone, binary");
    case ExportFormat::Pkcs7:
        return ExportDialog::tr("PKCS #7: with its issuers");
    case ExportFormat::Pkcs12:
        return ExportDialog::tr("PKCS #12: with its issuers and the private key");
    case ExportFormat::Pkcs12ForOldDevices:
        return ExportDialog::tr("PKCS #12 for old devices");
    case ExportFormat::PublicKey:
        return ExportDialog::tr("public key, PEM");
    case ExportFormat::OpenSshPublicKey:
        return ExportDialog::tr("public key, OpenSSH");
    }
    Q_UNREACHABLE();
}

/// How the name of its file ends. A public key goes beside the certificate, not in its place; ssh looks for .pub.
QString endingOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Pem:
    case ExportFormat::PemChain:
    case ExportFormat::PemWithKey:
        return QStringLiteral(".pem");
    case ExportFormat::PublicKey:
        return QStringLiteral("-public.pem");
    case ExportFormat::Der:
        return QStringLiteral(".cer");
    case ExportFormat::Pkcs7:
        return QStringLiteral(".p7b");
    case ExportFormat::Pkcs12:
    case ExportFormat::Pkcs12ForOldDevices:
        return QStringLiteral(".p12");
    case ExportFormat::OpenSshPublicKey:
        return QStringLiteral(".pub");
    }
    Q_UNREACHABLE();
}

/// The same name for another form; a name that ends like none of them is the user's own.
QString renamedFor(ExportFormat format, const QString &file)
{
    QString ending;
    for (const ExportFormat one : allExportFormats)
        if (file.endsWith(endingOf(one)) && endingOf(one).size() > ending.size())
            ending = endingOf(one);
    return ending.isEmpty() ? file : file.chopped(ending.size()) % endingOf(format);
}

QString fileNameFor(const QString &name)
{
    QString safe = name.left(60);
    for (QChar &character : safe) {
        if (!character.isLetterOrNumber() && character != u'.' && character != u'-')
            character = u'_';
    }
    return safe.isEmpty() ? QStringLiteral("certificate") : safe;
}

} // namespace

ExportDialog::ExportDialog(const StoredCertificate &stored, std::shared_ptr<const CertificateSource> source,
                           StoreEditor &editor, QWidget *parent)
    : QDialog(parent)
    , m_stored(stored)
    , m_source(std::move(source))
    , m_editor(editor)
    , m_fields(new QWidget(this))
    , m_form(new QFormLayout(m_fields))
    , m_format(new QComboBox(this))
    , m_protection(new QLabel(this))
    , m_keyPassphrase(new SecretField(QStringLiteral("exportKeyPassphrase"), this))
    , m_passphrase(new SecretField(QStringLiteral("exportPassphrase"), this))
    , m_again(new SecretField(QStringLiteral("exportPassphraseAgain"), this))
    , m_passphraseNote(new FieldNote(m_again, this))
    , m_file(new QLineEdit(this))
    , m_fileNote(new FieldNote(m_file, this))
    , m_message(new MessageBar(this))
    , m_fileChanged(std::chrono::milliseconds(100))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(plainTitle(tr("Export %1").arg(stored.certificate.name().left(100))));
    setMinimumWidth(fontMetrics().averageCharWidth() * 80);
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_file->setObjectName(QStringLiteral("exportFile"));
    m_passphraseNote->setObjectName(QStringLiteral("exportPassphraseNote"));
    m_fileNote->setObjectName(QStringLiteral("exportFileNote"));
    m_form->setContentsMargins(0, 0, 0, 0);
    m_protection->setWordWrap(true);
    fillFormats();

    auto *place = new QWidget(this);
    auto *browseButton = new QPushButton(tr("&Browse…"), place);
    auto *placeRow = new QHBoxLayout(place);
    placeRow->setContentsMargins(0, 0, 0, 0);
    placeRow->addWidget(m_file, 1);
    placeRow->addWidget(browseButton);
    place->setFocusProxy(m_file);
    place->setFocusPolicy(Qt::StrongFocus); // else the access key of its label does nothing
    m_form->addRow(tr("&Form"), m_format);
    m_form->addRow(QString(), m_protection);
    m_form->addRow(tr("Pass phrase of the &key"), m_keyPassphrase);
    m_form->addRow(tr("&Pass phrase"), m_passphrase);
    m_form->addRow(tr("A&gain"), m_again);
    m_form->addRow(QString(), m_passphraseNote);
    m_form->addRow(tr("Fi&le"), place);
    m_form->addRow(QString(), m_fileNote);
    m_file->setAccessibleName(tr("File"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_write = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    m_write->setObjectName(QStringLiteral("export"));
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_fields);
    column->addWidget(m_message);
    column->addWidget(buttons);
    new HeightKeeper(*this);

    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        m_file->setText(renamedFor(format(), m_file->text()));
        updateFields();
    });
    for (const QLineEdit *field : std::initializer_list<QLineEdit *>{m_keyPassphrase, m_passphrase, m_again, m_file})
        connect(field, &QLineEdit::textChanged, this, &ExportDialog::updateFields);
    connect(m_file, &QLineEdit::textChanged, this, [this] {
        m_asked.request_stop(); // it was about another file
        m_fileNote->clear();
        m_fileChanged.request();
    });
    connect(&m_fileChanged, &Throttle::fired, this, &ExportDialog::findFile);
    m_file->setText(QDir::homePath() % u'/' % fileNameFor(stored.certificate.name()) % endingOf(format()));
    updateFields();
}

void ExportDialog::fillFormats()
{
    for (const ExportFormat one : allExportFormats) {
        if (m_stored.hasKey || !holdsPrivateKey(one))
            m_format->addItem(formatText(one), int(one));
    }
}

ExportFormat ExportDialog::format() const
{
    return static_cast<ExportFormat>(m_format->currentData().toInt());
}

void ExportDialog::updateFields()
{
    const bool holdsKey = holdsPrivateKey(format());
    const bool isNeeded = format() == ExportFormat::Pkcs12 || format() == ExportFormat::Pkcs12ForOldDevices;
    const QString passphrase = m_passphrase->text();
    m_form->setRowVisible(m_keyPassphrase, holdsKey && m_stored.isKeyLocked);
    m_form->setRowVisible(m_passphrase, holdsKey);
    m_form->setRowVisible(m_again, holdsKey);
    const QString protection = exportProtection(format(), !passphrase.isEmpty());
    if (holdsKey && protection.isEmpty())
        m_protection->setText(tr("The private key is written without protection: whoever reads the file has it."));
    else
        m_protection->setText(protection.isEmpty() ? QString() : tr("Protected with %1.").arg(protection));
    m_form->setRowVisible(m_protection, !m_protection->text().isEmpty());
    const bool canBeOpened = !holdsKey || !m_stored.isKeyLocked || !m_keyPassphrase->text().isEmpty();
    const bool isMissing = holdsKey && isNeeded && passphrase.isEmpty();
    const bool areDifferent = holdsKey && passphrase != m_again->text();
    const bool isFileNamed = !m_file->text().trimmed().isEmpty();
    m_write->setEnabled(!m_isBusy && !isMissing && !areDifferent && canBeOpened && isFileNamed);
    if (areDifferent)
        m_passphraseNote->showNote(
            FieldNote::Level::Error,
            describe(Error{.code = ErrorCode::PassphrasesDiffer, .subject = {}, .values = {}, .causes = {}}));
    else
        m_passphraseNote->showNote(FieldNote::Level::Information,
                                   isMissing ? tr("This form needs a pass phrase.") : QString());
}

void ExportDialog::findFile()
{
    m_asked.request_stop();
    m_asked = m_editor.findFile(m_file->text().trimmed(), this, [this](bool isThere) {
        m_fileNote->showNote(FieldNote::Level::Warning,
                             isThere ? tr("This file exists already and will be replaced. The one before is kept in "
                                          "the trash; the message that follows offers Undo.")
                                     : QString());
        Q_EMIT fileNoted();
    });
}

void ExportDialog::browse()
{
    auto *chooser = new QFileDialog(this, tr("Export to"), m_file->text());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setOption(QFileDialog::DontConfirmOverwrite); // it can be undone
    connect(chooser, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    chooser->open();
}

void ExportDialog::write()
{
    const bool holdsKey = holdsPrivateKey(format());
    const auto passphrase = holdsKey ? m_passphrase->secret() : nullptr;
    const auto keyPassphrase = holdsKey ? m_keyPassphrase->secret() : nullptr;
    setBusy(true);
    const QString file = m_file->text().trimmed();
    m_editor.exportTo({.file = file, .format = format(), .passphrase = passphrase, .keyPassphrase = keyPassphrase},
                      m_stored, m_source, this, [this, file](const Result<std::optional<Trash::Item>> &written) {
                          setBusy(false);
                          if (!written)
                              return m_message->showMessage(MessageBar::Level::Error, describe(written.error()));
                          Q_EMIT exported(file, *written);
                          close();
                      });
}

void ExportDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_fields->setDisabled(isBusy);
    m_cancel->setDisabled(isBusy);
    if (!isBusy)
        m_format->setFocus(); // nothing has it once all was disabled
    updateFields();
}

void ExportDialog::reject()
{
    if (!m_isBusy)
        QDialog::reject();
}

void ExportDialog::closeEvent(QCloseEvent *event)
{
    if (m_isBusy)
        event->ignore();
    else
        QDialog::closeEvent(event);
}

} // namespace sealport
