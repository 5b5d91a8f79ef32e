#include "ui/url_fields.h"

#include "model/text/error_text.h"
#include "ui/field_note.h"

#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace sealport {

UrlFields::UrlFields(QWidget *form)
    : QObject(form)
{
    struct Kind {
        const char *name;
        QString text;
        QString example;
    };
    for (const Kind &kind : {
             Kind{"crl", tr("Re&vocation list at"), QStringLiteral("http://ca.example.org/ca.crl")},
             Kind{"ocsp", tr("OCSP ans&wers at"), QStringLiteral("http://ocsp.example.org/")},
             Kind{"ca-issuers", tr("Aut&hority's certificate at"), QStringLiteral("http://ca.example.org/ca.cer")},
         }) {
        const QString name = QString::fromLatin1(kind.name);
        auto *label = new QLabel(kind.text, form);
        auto *field = new QLineEdit(form);
        field->setObjectName(QStringLiteral("url-") + name);
        field->setPlaceholderText(kind.example);
        field->setAccessibleName(QString(kind.text).remove(u'&'));
        label->setBuddy(field);
        m_rows.push_back({.kind = name, .label = label, .field = field, .note = new FieldNote(field, form)});
        connect(field, &QLineEdit::textChanged, this, &UrlFields::changed);
    }
}

void UrlFields::fill(CertificateSpec &spec) const
{
    spec.revocationListUrl = urlOf(QStringLiteral("crl"));
    spec.ocspUrl = urlOf(QStringLiteral("ocsp"));
    spec.issuerUrl = urlOf(QStringLiteral("ca-issuers"));
}

QString UrlFields::urlOf(const QString &kind) const
{
    return std::ranges::find(m_rows, kind, &Row::kind)->field->text().trimmed();
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
