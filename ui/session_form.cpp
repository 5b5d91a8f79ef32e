#include "ui/session_form.h"

#include "model/sockets/tls_settings.h"
#include "ui/field_note.h"
#include "ui/file_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace sealport {

SessionForm::SessionForm(QWidget *parent)
    : QWidget(parent)
    , m_tickets(new QSpinBox(this))
    , m_ticketsNote(new FieldNote(m_tickets, this))
    , m_keepsSessions(new QCheckBox(tr("keep sessions in me&mory"), this))
    , m_renegotiation(new QComboBox(this))
    , m_renegotiationNote(new FieldNote(m_renegotiation, this))
    , m_largestRecord(new QSpinBox(this))
    , m_earlyData(new QSpinBox(this))
    , m_earlyDataNote(new FieldNote(m_earlyData, this))
    , m_keyLog(new FileField(QStringLiteral("keyLog"), tr("Key log"), FileField::Purpose::Appending, this))
    , m_keyLogNote(new FieldNote(m_keyLog->editor(), this))
    , m_capture(new FileField(QStringLiteral("capture"), tr("Capture"), FileField::Purpose::Appending, this))
    , m_capturesSecrets(new QCheckBox(tr("with the keys inside"), this))
    , m_captureNote(new FieldNote(m_capture->editor(), this))
{
    buildFields();
    buildRows();
    for (QSpinBox *field : {m_tickets, m_largestRecord, m_earlyData})
        connect(field, &QSpinBox::valueChanged, this, &SessionForm::changed);
    for (QCheckBox *field : {m_keepsSessions, m_capturesSecrets})
        connect(field, &QCheckBox::toggled, this, &SessionForm::changed);
    for (FileField *field : {m_keyLog, m_capture})
        connect(field, &FileField::changed, this, &SessionForm::changed);
    connect(m_renegotiation, &QComboBox::currentIndexChanged, this, &SessionForm::changed);
    connect(this, &SessionForm::changed, this, &SessionForm::updateNotes);
    setSettings({});
}

void SessionForm::buildFields()
{
    m_tickets->setObjectName(QStringLiteral("tickets"));
    m_tickets->setAccessibleName(tr("Session tickets"));
    m_tickets->setRange(0, 10);
    m_tickets->setSpecialValueText(tr("none"));
    m_tickets->setToolTip(
        tr("Sent after a handshake of TLS 1.3, so that the client comes back faster; below TLS 1.3 one "
           "is sent unless it is none"));
    m_ticketsNote->setObjectName(QStringLiteral("ticketsNote"));
    m_keepsSessions->setObjectName(QStringLiteral("keepsSessions"));
    m_keepsSessions->setAccessibleName(tr("Keep sessions in memory"));
    m_keepsSessions->setToolTip(tr("For clients of TLS 1.2 and older that know no tickets (session identifiers)"));
    m_renegotiation->setObjectName(QStringLiteral("renegotiation"));
    m_renegotiation->setAccessibleName(tr("Renegotiation"));
    m_renegotiation->setToolTip(tr("A client of TLS 1.2 or older begins a handshake in the middle of a connection"));
    m_renegotiation->addItem(tr("refused"), static_cast<int>(Renegotiation::Refused));
    m_renegotiation->addItem(tr("for clients that know RFC 5746"), static_cast<int>(Renegotiation::Secure));
    m_renegotiation->addItem(tr("for every client, unsafe"), static_cast<int>(Renegotiation::Unsafe));
    m_renegotiationNote->setObjectName(QStringLiteral("renegotiationNote"));
    m_largestRecord->setObjectName(QStringLiteral("largestRecord"));
    m_largestRecord->setAccessibleName(tr("Bytes in a record at most"));
    m_largestRecord->setRange(512, TlsPolicy().largestRecord);
    m_largestRecord->setSuffix(tr(" B", "bytes"));
    m_largestRecord->setToolTip(tr("What the server sends is cut into records of 512 to 16384 bytes; small ones show "
                                   "whether a client puts them together"));

    m_keyLog->editor()->setPlaceholderText(tr("nobody gets them"));
    m_keyLog->editor()->setToolTip(tr("What decrypts the connections, for Wireshark and its like (NSS key log format); "
                                      "added to the end of the file"));
    m_keyLogNote->setObjectName(QStringLiteral("keyLogNote"));
    m_earlyData->setObjectName(QStringLiteral("earlyData"));
    m_earlyData->setAccessibleName(tr("Early data"));
    m_earlyData->setRange(0, mostEarlyData);
    m_earlyData->setSingleStep(16384);
    m_earlyData->setSpecialValueText(tr("none is taken"));
    m_earlyData->setSuffix(tr(" B", "bytes"));
    m_earlyData->setToolTip(
        tr("What a client of TLS 1.3 that comes back may send before the handshake is done (0-RTT), "
           "at most"));
    m_earlyDataNote->setObjectName(QStringLiteral("earlyDataNote"));
    m_capture->editor()->setPlaceholderText(tr("nothing is captured"));
    m_capture->editor()->setToolTip(
        tr("All that passes, as a file for Wireshark and its like (pcapng); written anew at "
           "each start"));
    m_capturesSecrets->setObjectName(QStringLiteral("capturesSecrets"));
    m_capturesSecrets->setToolTip(tr("The file then opens decrypted"));
    m_captureNote->setObjectName(QStringLiteral("captureNote"));
}

void SessionForm::buildRows()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setColumnStretch(2, 1);
    const auto labelFor = [this](const QString &text, QWidget *field) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        return label;
    };
    grid->addWidget(labelFor(tr("Session tic&kets"), m_tickets), 0, 0);
    grid->addWidget(m_tickets, 0, 1);
    grid->addWidget(m_keepsSessions, 0, 2);
    grid->addWidget(m_ticketsNote, 1, 1, 1, 2);
    grid->addWidget(labelFor(tr("Rene&gotiation"), m_renegotiation), 2, 0);
    grid->addWidget(m_renegotiation, 2, 1, 1, 2, Qt::AlignLeft);
    grid->addWidget(m_renegotiationNote, 3, 1, 1, 2);
    grid->addWidget(labelFor(tr("Record at ma&x."), m_largestRecord), 4, 0);
    grid->addWidget(m_largestRecord, 4, 1);

    grid->addWidget(labelFor(tr("&Early data"), m_earlyData), 5, 0);
    grid->addWidget(m_earlyData, 5, 1);
    grid->addWidget(m_earlyDataNote, 6, 1, 1, 2);
    grid->addWidget(labelFor(tr("Wr&ite keys to"), m_keyLog->editor()), 7, 0);
    grid->addWidget(m_keyLog, 7, 1, 1, 2);
    grid->addWidget(m_keyLogNote, 8, 1, 1, 2);
    grid->addWidget(labelFor(tr("Ca&pture to"), m_capture->editor()), 9, 0);
    grid->addWidget(m_capture, 9, 1, 1, 2);
    grid->addWidget(m_capturesSecrets, 10, 1, 1, 2);
    grid->addWidget(m_captureNote, 11, 1, 1, 2);
}

SessionForm::Settings SessionForm::settings() const
{
    return {.resumption = {.tickets = m_tickets->value(), .keepsSessions = m_keepsSessions->isChecked()},
            .renegotiation = static_cast<Renegotiation>(m_renegotiation->currentData().toInt()),
            .largestRecord = m_largestRecord->value(),
            .earlyData = m_earlyData->value(),
            .keyLog = m_keyLog->path(),
            .capture = m_capture->path(),
            .capturesSecrets = m_capturesSecrets->isChecked()};
}

void SessionForm::setSettings(const Settings &settings)
{
    const QSignalBlocker quiet(this);
    m_tickets->setValue(settings.resumption.tickets);
    m_keepsSessions->setChecked(settings.resumption.keepsSessions);
    m_renegotiation->setCurrentIndex(m_renegotiation->findData(static_cast<int>(settings.renegotiation)));
    m_largestRecord->setValue(settings.largestRecord);
    m_earlyData->setValue(settings.earlyData);
    m_keyLog->setPath(settings.keyLog);
    m_capture->setPath(settings.capture);
    m_capturesSecrets->setChecked(settings.capturesSecrets);
    updateNotes();
}

void SessionForm::updateNotes()
{
    const Settings shown = settings();
    const bool isNeverResumed = shown.resumption.tickets == 0 && !shown.resumption.keepsSessions;
    m_ticketsNote->showNote(FieldNote::Level::Information,
                            isNeverResumed ? tr("Every connection needs a full handshake.") : QString());
    m_renegotiationNote->showNote(FieldNote::Level::Warning,
                                  shown.renegotiation == Renegotiation::Unsafe
                                      ? tr("Whoever stands in between can put words in front of a client's own "
                                           "(CVE-2009-3555). For tests only.")
                                      : QString());
    m_keyLogNote->showNote(FieldNote::Level::Warning, shown.keyLog.isEmpty()
                                                          ? QString()
                                                          : tr("Whoever can read this file can read the connections."));
    m_earlyDataNote->showNote(FieldNote::Level::Warning, earlyDataNote(shown));
    m_capturesSecrets->setEnabled(!shown.capture.isEmpty());
    const bool isReadable = shown.capturesSecrets || !shown.keyLog.isEmpty();
    m_captureNote->showNote(FieldNote::Level::Warning,
                            shown.capture.isEmpty() ? QString()
                            : isReadable            ? tr("Whoever can read this file can read the connections.")
                                         : tr("All that passes is written down, what is not encrypted in plain."));
}

QString SessionForm::earlyDataNote(const Settings &shown)
{
    if (shown.earlyData == 0)
        return {};
    if (shown.resumption.tickets == 0)
        return tr("Nobody can send any: it takes a session ticket to come back with.");
    return tr("Each ticket is taken once; a client that repeats what it lost may still be heard twice "
              "(RFC 8446 section 8).");
}

} // namespace sealport
