#include "ui/certificate_dialog.h"

#include "model/certificates/certificate_file.h"
#include "model/tables/table_icons.h"
#include "model/text/error_text.h"
#include "ui/certificate_form.h"
#include "ui/form_area.h"
#include "ui/message_bar.h"

#include <QCloseEvent>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace sealport {
namespace {

int heightOf(const QLayout &layout, int width)
{
    return layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
}

QWidget *makeProgress(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *bar = new QProgressBar(box);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(CertificateDialog::tr("Making the key"));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(CertificateDialog::tr("Making the key…"), box));
    row->addWidget(bar, 1);
    return box;
}

} // namespace

CertificateDialog::CertificateDialog(StoreEditor &editor, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_form(new CertificateForm(this))
    , m_area(new FormArea(*m_form, this))
    , m_progress(makeProgress(this))
    , m_message(new MessageBar(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("New certificate"));
    setModal(false);
    m_create = m_buttons->addButton(tr("C&reate"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(QStringLiteral("createCertificate"));
    m_create->setDefault(true);
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancelCertificate"));
    m_progress->setObjectName(QStringLiteral("makingKey"));

    m_area->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_area, 1);
    column->addWidget(m_message);
    column->addWidget(m_progress);
    column->addWidget(m_buttons);
    m_form->layout()->setContentsMargins(4, 4, 4, 4);
    m_form->installEventFilter(this);

    connect(m_form, &CertificateForm::changed, this, &CertificateDialog::check);
    connect(m_form, &CertificateForm::rearranged, this, [this] {
        if (isVisible())
            QMetaObject::invokeMethod(this, [this] { makeRoom(Room::Exactly); }, Qt::QueuedConnection);
        else // at once: to be resized while it is being shown would cost it its place on X11
            makeRoom(Room::Exactly);
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &CertificateDialog::create);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &CertificateDialog::reject);
    setBusy(false);
    check();
    makeRoom(Room::Exactly);
}

CertificateDialog::~CertificateDialog()
{
    if (m_making)
        m_making->request_stop();
}

void CertificateDialog::setCertificates(const std::vector<StoredCertificate> &certificates)
{
    m_form->setCertificates(certificates);
}

void CertificateDialog::check()
{
    const std::vector<Error> errors = m_form->check();
    QStringList reasons;
    for (const Error &error : errors)
        reasons.append(describe(error));
    m_create->setEnabled(errors.empty() && !m_making);
    m_create->setToolTip(reasons.isEmpty() ? QString() : plainToolTip(reasons.join(u'\n')));
    m_create->setAccessibleDescription(reasons.join(u'\n'));
}

void CertificateDialog::create()
{
    m_message->clear();
    const CertificateOrder order = m_form->order();
    if (m_form->isRequest()) {
        m_making = m_editor.request(order, this, [this](const Result<StoredRequest> &made) {
            finish(made ? std::nullopt : std::optional(made.error()));
            if (made)
                Q_EMIT requested(*made);
        });
    } else {
        m_making = m_editor.make(order, this, [this](const Result<StoredCertificate> &made) {
            finish(made ? std::nullopt : std::optional(made.error()));
            if (made)
                Q_EMIT created(*made);
        });
    }
    setBusy(true);
}

void CertificateDialog::finish(const std::optional<Error> &error)
{
    const bool wasStopped = m_making && m_making->stop_requested();
    m_making.reset();
    setBusy(false);
    if (!error)
        return accept();
    m_create->setFocus();
    if (wasStopped)
        return;
    m_message->showMessage(MessageBar::Level::Error, describe(*error));
    if (isAboutPassphrase(*error))
        m_form->focusPassphrase();
    makeRoom(Room::AtLeast);
}

void CertificateDialog::reject()
{
    if (m_making)
        m_making->request_stop();
    else
        QDialog::reject();
}

void CertificateDialog::closeEvent(QCloseEvent *event)
{
    if (m_making)
        m_making->request_stop();
    m_making.reset();
    QDialog::closeEvent(event);
}

void CertificateDialog::setBusy(bool isBusy)
{
    m_form->setDisabled(isBusy);
    m_progress->setVisible(isBusy);
    if (isBusy)
        m_buttons->button(QDialogButtonBox::Cancel)->setFocus();
    check();
    makeRoom(Room::AtLeast);
}

void CertificateDialog::makeRoom(Room room)
{
    // Counted from what everything needs, not from the sizes of this moment: those come from the window system, later.
    const QMargins margins = layout()->contentsMargins();
    const int width = isVisible() ? m_area->viewport()->width() : m_form->sizeHint().width();
    int wanted = margins.top() + margins.bottom() - layout()->spacing();
    for (int i = 0; i < layout()->count(); ++i) {
        QLayoutItem *item = layout()->itemAt(i);
        if (item->isEmpty())
            continue;
        const bool isForm = item->widget() == m_area;
        const int own = item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
        wanted += layout()->spacing() + (isForm ? heightOf(*m_form->layout(), width) : own);
    }
    constexpr int frame = 60; // of the window manager, and some air
    wanted = std::min(wanted, screen()->availableGeometry().height() - frame);
    const int least = m_area->sizeHint().width() + margins.left() + margins.right();
    if (room == Room::Exactly ? wanted != height() : wanted > height())
        resize(std::max(size().width(), least), wanted);
}

bool CertificateDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_form && event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, [this] { makeRoom(Room::AtLeast); }, Qt::QueuedConnection);
    return QDialog::eventFilter(watched, event);
}

} // namespace sealport
