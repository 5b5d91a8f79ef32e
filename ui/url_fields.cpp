#include "ui/url_fields.h"

#include "model/text/error_text.h"
#include "ui/field_note.h"

#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace sealport {

UrlFields::UrlFields(QWidget *form)
    : QObject(form)
    , m_revocationList(addRow(QStringLiteral("crl"), tr("Re&vocation list at"),
                              QStringLiteral("http://ca.example.org/ca.crl"), form))
    , m_ocsp(addRow(QStringLiteral("ocsp"), tr("OCSP ans&wers at"), QStringLiteral("http://ocsp.example.org/"), form))
    , m_issuer(addRow(QStringLiteral("ca-issuers"), tr("Aut&hority's certificate at"),
                      QStringLiteral("http://ca.example.org/ca.cer"), form))
{
}

QLineEdit *UrlFields::addRow(const QString &kind, const QString &text, const QString &example, QWidget *form)
{
    auto *label = new QLabel(text, form);
    auto *field = new QLineEdit(form);
    field->setObjectName(QStringLiteral("url-") + kind);
    field->setPlaceholderText(example);
    field->setAccessibleName(QString(text).remove(u'&'));
    label->setBuddy(field);
    m_rows.push_back({.kind = kind, .label = label, .field = field, .note = new FieldNote(field, form)});
    connect(field, &QLineEdit::textChanged, this, &UrlFields::changed);
    return field;
}

void UrlFields::fill(CertificateSpec &spec) const
{
    spec.revocationListUrl = m_revocationList->text().trimmed();
    spec.ocspUrl = m_ocsp->text().trimmed();
    spec.issuerUrl = m_issuer->text().trimmed();
}

bool UrlFields::showErrors(const std::vector<Error> &errors)
{
    bool isAny = false;
    for (const Row &row : m_rows) {
        const auto wrong = std::ranges::find_if(errors, [&row](const Error &error) {
            return error.code == ErrorCode::InvalidUrl && error.values.contains(row.kind);
        });
        row.note->showNote(FieldNote::Level::Error, wrong == errors.end() ? QString() : describe(*wrong));
        isAny = isAny || wrong != errors.end();
    }
    return isAny;
}

} // namespace sealport
