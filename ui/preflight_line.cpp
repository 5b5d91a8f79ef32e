#include "ui/preflight_line.h"

#include "model/certificates/certificate_file.h"
#include "model/text/error_text.h"
#include "model/text/listen_text.h"
#include "model/text/preflight_text.h"
#include "ui/icons.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include <algorithm>
#include <chrono>
#include <utility>

namespace sealport {
namespace {

constexpr int textLines = 2;

bool has(const Preflight &found, CheckOutcome outcome)
{
    return std::ranges::find(found.checks, outcome, &Check::outcome) != found.checks.end();
}

QString iconOf(const Preflight &found)
{
    if (found.hasErrors())
        return QStringLiteral("error");
    if (found.isLocked())
        return QStringLiteral("locked");
    return has(found, CheckOutcome::Warning) ? QStringLiteral("warning") : QStringLiteral("ok");
}

/// With what helps, as far as the error itself knows.
Check checkOf(const Error &error)
{
    Check check{.outcome = CheckOutcome::Error, .values = {}, .fault = error};
    if (error.code == ErrorCode::PortInUse && error.values.value(0).toUShort() != 0)
        check.mend = Mend{.kind = Mend::Kind::UsePort, .value = error.values.value(0)};
    return check;
}

} // namespace

PreflightLine::PreflightLine(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_throttle(std::chrono::milliseconds(200))
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    setAccessibleName(tr("Check before start"));
    m_text->setObjectName(QStringLiteral("preflight"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * textLines); // what is said must not move what is around it
    m_action->setObjectName(QStringLiteral("apply"));
    m_action->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where it was
    m_action->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1, Qt::AlignTop);
    row->addWidget(m_action, 0, Qt::AlignTop);
    connect(m_action, &QPushButton::clicked, this,
            [this] { m_offer == Offer::Restart ? Q_EMIT restartRequested() : Q_EMIT applyRequested(); });
    connect(&m_throttle, &Throttle::fired, this, [this] {
        if (!m_wanted)
            return;
        m_workspace.check(m_profile, m_own, this, [this, asked = m_profile](const Preflight &result) {
            if (asked != m_profile || !m_wanted) // another server may be shown by now
                return;
            m_found = result;
            Q_EMIT resolved(result.resolved.isEmpty() ? QString()
                                                      : resolvedAddresses(result.resolved, result.address.toString()));
            tell();
        });
    });
}

/// Nothing once the profile is another one than that which failed: what was mended is not complained about.
std::optional<Error> PreflightLine::failureOf(const ServerEntry &server)
{
    if (server.state == ServerState::Stopped) {
        const bool isSaidElsewhere = server.error && (isAboutPassphrase(*server.error) || isAboutPin(*server.error));
        return server.applied == server.profile && !isSaidElsewhere ? server.error : std::nullopt;
    }
    if (server.changeError != m_changeError || server.isApplying) {
        m_changeError = server.isApplying ? std::nullopt : server.changeError;
        m_failedProfile = server.profile;
    }
    return server.profile == m_failedProfile ? m_changeError : std::nullopt;
}

void PreflightLine::showServer(const ServerEntry &server)
{
    const bool listens = server.state == ServerState::Listening;
    if (server.isApplying || (!listens && server.state != ServerState::Stopped)) { // it takes a moment
        m_wanted = false;
        hideOffer();
        return show(QStringLiteral("stopped"), server.isApplying ? tr("The changes are being applied.")
                                               : server.state == ServerState::Starting ? tr("The server starts.")
                                                                                       : tr("The server stops."));
    }
    m_failure = failureOf(server);
    m_listens = listens && !needsRestart(server);
    if (m_listens)
        return showListening(server);
    m_offer = !listens                                         ? Offer::Nothing
              : needsNewSocket(server.applied, server.profile) ? Offer::Restart
                                                               : Offer::Apply;
    m_profile = server.profile;
    m_own = listens ? std::optional(server.endpoint) : std::nullopt;
    m_wanted = true;
    m_throttle.request();
    if (m_offer != Offer::Nothing || m_failure)
        tell(); // what is known already
    else
        hideOffer();
}

void PreflightLine::showListening(const ServerEntry &server)
{
    m_wanted = false;
    m_found = {};
    for (const Warning &warning : server.warnings)
        m_found.checks.push_back({.outcome = CheckOutcome::Warning, .values = {}, .fault = warning});
    m_offer = m_failure ? Offer::TryAgain : Offer::Nothing;
    m_own = server.endpoint;
    m_profile = server.profile;
    if (server.certificate) // plain servers present none
        m_found.certificate = server.certificate->name();
    tell();
}

void PreflightLine::tell()
{
    const bool isBlocked = m_found.hasErrors();
    std::vector<Check> checks = m_found.checks;
    if (m_failure && !isBlocked)
        checks.insert(checks.begin(), checkOf(*m_failure));
    Q_EMIT checked(checks);
    if (m_offer == Offer::Apply || m_offer == Offer::Restart) {
        const QString waiting = m_offer == Offer::Apply ? tr("Changes wait to be applied; live connections go on.")
                                                        : tr("Changes wait for a restart; live connections end.");
        show(isBlocked ? QStringLiteral("error") : QStringLiteral("warning"),
             isBlocked ? tr("Changes wait, and cannot be applied before the errors below are mended.") : waiting);
    } else if (m_listens) {
        show(m_failure                             ? QStringLiteral("error")
             : has(m_found, CheckOutcome::Warning) ? QStringLiteral("warning")
                                                   : QStringLiteral("listening"),
             m_found.certificate.isEmpty()
                 ? tr("Listening on %1.").arg(m_own->toString())
                 : tr("Listening on %1 with %2.").arg(m_own->toString(), m_found.certificate));
    } else if (m_failure && !isBlocked) {
        show(QStringLiteral("error"), tr("The newest Start failed."));
    } else {
        show(iconOf(m_found), summary(m_found));
    }
    showOffer(isBlocked);
}

void PreflightLine::showOffer(bool isBlocked)
{
    if (m_offer == Offer::Nothing)
        return hideOffer();
    m_action->setText(m_offer == Offer::Apply     ? tr("Apply now")
                      : m_offer == Offer::Restart ? tr("Restart")
                                                  : tr("Try again"));
    m_action->setAccessibleName(m_action->text());
    m_action->setEnabled(!isBlocked);
    m_action->setToolTip(isBlocked ? m_text->text() : QString());
    m_action->setAccessibleDescription(m_text->text());
    m_action->show();
}

/// Qt would hand the focus on to the next button, which stops the server.
void PreflightLine::hideOffer()
{
    m_offer = Offer::Nothing;
    if (m_action->hasFocus() && m_home)
        m_home->setFocus(Qt::OtherFocusReason);
    m_action->hide();
}

void PreflightLine::showError(const Error &error)
{
    m_wanted = false;
    m_listens = false;
    m_failure.reset();
    m_offer = Offer::Nothing;
    m_found = {};
    m_found.checks = {checkOf(error)};
    tell();
}

void PreflightLine::clear()
{
    m_wanted = false;
    m_listens = false;
    m_failure.reset();
    m_changeError.reset();
    m_found = {};
    hideOffer();
    show({}, {});
    Q_EMIT checked({});
}

QString PreflightLine::text() const
{
    return m_text->text();
}

void PreflightLine::show(const QString &icon, const QString &text)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(icon.isEmpty() ? QPixmap() : themedIcon(icon).pixmap(size, size));
    m_text->setText(text);
    m_text->setToolTip(text.toHtmlEscaped());
    setAccessibleDescription(text);
}

} // namespace sealport
