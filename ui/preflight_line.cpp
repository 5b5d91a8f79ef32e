#include "ui/preflight_line.h"

#include "model/sockets/workspace.h"
#include "model/text/error_text.h"
#include "model/text/listen_text.h"
#include "model/text/preflight_text.h"
#include "model/text/warning_text.h"
#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStringList>
#include <QStyle>

#include <algorithm>
#include <chrono>

namespace sealport {

PreflightLine::PreflightLine(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_throttle(std::chrono::milliseconds(200))
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    setAccessibleName(tr("Check before start"));
    m_text->setObjectName(QStringLiteral("preflight"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1, Qt::AlignTop);
    connect(&m_throttle, &Throttle::fired, this, [this] {
        if (m_wanted)
            m_workspace.check(m_profile, m_own, this, [this, asked = m_profile](const Preflight &result) {
                if (asked == m_profile) // another server may be shown by now
                    showResult(result);
            });
    });
}

void PreflightLine::check(const ServerProfile &profile, const std::optional<Endpoint> &own)
{
    m_profile = profile;
    m_own = own;
    m_wanted = true;
    m_throttle.request();
}

void PreflightLine::showListening(const ServerEntry &server)
{
    stopChecking();
    QStringList lines{tr("Listening on %1 with %2.")
                          .arg(server.endpoint.toString(),
                               server.certificate ? server.certificate->name() : server.profile.certificate.id)};
    for (const Warning &warning : server.warnings)
        lines.append(describe(warning));
    show(server.warnings.empty() ? QStringLiteral("listening") : QStringLiteral("warning"),
         lines.join(QLatin1Char(' ')));
}

void PreflightLine::showError(const Error &error)
{
    stopChecking();
    show(QStringLiteral("error"), describe(error));
}

void PreflightLine::clear()
{
    stopChecking();
    show({}, {});
}

QString PreflightLine::text() const
{
    return m_text->text();
}

void PreflightLine::showResult(const Preflight &result)
{
    if (!m_wanted)
        return;
    Q_EMIT resolved(result.resolved.isEmpty() ? QString()
                                              : resolvedAddresses(result.resolved, result.address.toString()));
    const auto has = [&result](CheckOutcome outcome) {
        return std::ranges::find(result.checks, outcome, &Check::outcome) != result.checks.end();
    };
    show(result.hasErrors()           ? QStringLiteral("error")
         : result.isLocked()          ? QStringLiteral("locked")
         : has(CheckOutcome::Warning) ? QStringLiteral("warning")
                                      : QStringLiteral("ok"),
         summary(result));
    Q_EMIT checked(result.checks);
}

void PreflightLine::stopChecking()
{
    m_wanted = false;
    Q_EMIT checked({});
}

void PreflightLine::show(const QString &icon, const QString &text)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(icon.isEmpty() ? QPixmap() : themedIcon(icon).pixmap(size, size));
    m_text->setText(text);
    setAccessibleDescription(text);
}

} // namespace sealport
