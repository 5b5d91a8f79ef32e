#pragma once

#include <QDateTime>
#include <QObject>

#include <functional>

class QWidget;

namespace sealport {

class TimeChoice;

/// From when until when a certificate is valid: any two moments, with the usual ones at hand. The form places the two
/// fields and owns them. GUI thread.
class ValidityFields final : public QObject {
    Q_OBJECT
public:
    explicit ValidityFields(QWidget *form);

    [[nodiscard]] TimeChoice *from() const { return m_from; }
    [[nodiscard]] TimeChoice *until() const { return m_until; }

    struct Validity {
        QDateTime notBefore;
        QDateTime notAfter;
    };
    /// What "now" and all that is counted from it mean at this moment.
    [[nodiscard]] Validity validity(const QDateTime &now) const;
    /// Shows what the choices come to.
    void update(const QDateTime &now);

    /// Proposes what is usual, and no end after that of the issuer, unless the user has chosen an end.
    void setAuthority(bool isAuthority);
    void setIssuerEnd(const QDateTime &end); ///< invalid: it signs itself
    /// Proposes an end that is none of the usual ones, for example that of the certificate before.
    void setProposedEnd(const QString &text, std::function<QDateTime(const QDateTime &notBefore)> end);

    /// What is worth knowing about an end that is allowed: the issuer's is before it. Empty: nothing.
    [[nodiscard]] QString remarkOn(const QDateTime &notAfter) const;

Q_SIGNALS:
    void changed();

private:
    void propose();
    void beginInThePast(int until);

    TimeChoice *m_from;
    TimeChoice *m_until;
    QDateTime m_issuerEnd;
    bool m_isAuthority = false;
    bool m_hasProposedEnd = false;
};

} // namespace sealport
