#include "ui/preflight_line.h"

#include "model/sockets/preparation.h"
#include "model/sockets/workspace.h"
#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "model/text/listen_text.h"
#include "model/text/warning_text.h"
#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStringList>
#include <QStyle>

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
            m_workspace.check(m_profile, this, [this](const Result<PreparedServer> &result) { showResult(result); });
    });
}

void PreflightLine::check(const ServerProfile &profile)
{
    m_profile = profile;
    m_wanted = true;
    m_throttle.request();
}

void PreflightLine::showListening(const ServerEntry &server)
{
    m_wanted = false;
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
    m_wanted = false;
    show(QStringLiteral("error"), describe(error));
}

void PreflightLine::clear()
{
    m_wanted = false;
    show({}, {});
}

QString PreflightLine::text() const
{
    return m_text->text();
}

void PreflightLine::showResult(const Result<PreparedServer> &result)
{
    if (!m_wanted)
        return;
    Q_EMIT resolved(result && !result->resolved.isEmpty()
                        ? resolvedAddresses(result->resolved, result->address.toString())
                        : QString());
    if (!result && result.error().code == ErrorCode::PassphraseNeeded)
        return show(QStringLiteral("locked"), tr("The key is locked: Start asks for its pass phrase."));
    if (!result) {
        show(QStringLiteral("error"), describe(result.error()));
        return;
    }
    QStringList lines{result->context
                          ? tr("Ready: %1 with %2.")
                                .arg(protocolList(result->profile.protocols), result->context->certificate().name())
                          : tr("Ready: plain TCP, without TLS.")};
    for (const Warning &warning : result->warnings)
        if (warning.code != WarningCode::AddressChosen) // resolved() says it at its place
            lines.append(describe(warning));
    show(lines.size() == 1 ? QStringLiteral("ok") : QStringLiteral("warning"), lines.join(QLatin1Char(' ')));
}

void PreflightLine::show(const QString &icon, const QString &text)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(icon.isEmpty() ? QPixmap() : themedIcon(icon).pixmap(size, size));
    m_text->setText(text);
    setAccessibleDescription(text);
}

} // namespace sealport
