// What the user can change of an application: the wishes of ApplicationForm.
#include "ui/application_form.h"

#include "model/certificates/certificate_file.h"
#include "model/certificates/display_text.h"
#include "model/text/application_text.h"
#include "model/text/formatting.h"
#include "ui/certificate_menu.h"
#include "ui/icons.h"

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QMenu>
#include <QTreeWidget>

#include <algorithm>

namespace sealport {

void ApplicationForm::request(const ApplicationStore::Change &change, const QString &sentence)
{
    Q_EMIT changeRequested(m_application->id, change, sentence);
}

void ApplicationForm::describeAs(const QString &description)
{
    const auto change = [description](ApplicationDefinition &application) -> Result<void> {
        application.description = description;
        return {};
    };
    request(change, tr("The description of %1 has changed.").arg(m_application->id));
}

void ApplicationForm::fillAssignMenu()
{
    std::vector<StoredCertificate> others = m_certificates;
    const auto isThere = [this](const StoredCertificate &stored) {
        return stored.hasKey && m_application && isAssigned(*m_application, stored.certificate);
    };
    const bool hasSome = std::erase_if(others, isThere) > 0;
    if (hasSome && std::ranges::none_of(others, &StoredCertificate::hasKey)) {
        m_assignMenu->clear();
        m_assignMenu->addAction(tr("All of yours with a private key are assigned already"))->setEnabled(false);
        return;
    }
    fillCertificateMenu(*m_assignMenu, others, [this](const Certificate &certificate) { assignOne(certificate); });
}

void ApplicationForm::assignOne(const Certificate &certificate)
{
    if (!m_application)
        return;
    const AssignedCertificate one = AssignedCertificate::of(certificate);
    request([one](ApplicationDefinition &application) { return assignFurther(application, {one}); },
            describeAssignment(*m_application, one, m_certificates));
}

void ApplicationForm::unassignSelected()
{
    const int row = selectedRow(*m_assigned);
    if (row < 0 || !m_application || isDoubled())
        return;
    const AssignedCertificate one = m_application->certificates.at(static_cast<std::size_t>(row));
    request([one](ApplicationDefinition &application) { return unassign(application, one); },
            tr("%1 does not have %2 any more.").arg(m_application->id, displayText(one.name)));
}

bool ApplicationForm::isDoubled()
{
    const bool isOne = m_sinceTaken.isValid() && m_sinceTaken.elapsed() < QApplication::doubleClickInterval();
    m_sinceTaken.start();
    return isOne;
}

void ApplicationForm::chooseTrust()
{
    if (!m_application)
        return;
    const bool isList = m_trust->currentIndex() == TheseAlone;
    if (isList == m_application->trusted.has_value())
        return;
    std::optional<std::vector<Certificate>> authorities;
    if (isList)
        authorities.emplace();
    request([authorities](ApplicationDefinition &application) { return setTrusted(application, authorities); },
            isList ? tr("%1 trusts nobody until you add authorities.").arg(m_application->id)
                   : tr("%1 trusts the authorities of the system.").arg(m_application->id));
}

void ApplicationForm::fillTrustMenu()
{
    m_addMenu->clear();
    for (const StoredCertificate &stored : m_certificates) {
        if (!stored.certificate.isCa())
            continue;
        QString text = displayText(stored.certificate.name());
        text.replace(u'&', QStringLiteral("&&"));
        m_addMenu->addAction(themedIcon(QStringLiteral("ca")), text, this, [this, authority = stored.certificate] {
            if (m_application)
                trustAlso(m_application->id, {authority});
        });
    }
    if (!m_addMenu->isEmpty())
        m_addMenu->addSeparator();
    m_addMenu->addAction(tr("From a file…"), this, &ApplicationForm::chooseFile);
}

void ApplicationForm::trustAlso(const QString &id, const std::vector<Certificate> &authorities)
{
    QStringList names;
    for (const Certificate &authority : authorities)
        names.append(displayText(authority.name()));
    const auto change = [authorities](ApplicationDefinition &application) {
        std::vector<Certificate> all = application.trusted.value_or(std::vector<Certificate>());
        all.insert(all.end(), authorities.begin(), authorities.end());
        return setTrusted(application, all);
    };
    Q_EMIT changeRequested(id, change, tr("%1 trusts %2.").arg(id, spokenList(names, 3, 0)));
}

void ApplicationForm::chooseFile()
{
    if (!m_application)
        return;
    auto *chooser = new QFileDialog(this, tr("Authorities"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, id = m_application->id](const QString &file) { trustFile(id, file); });
    chooser->open();
}

void ApplicationForm::trustFile(const QString &id, const QString &file)
{
    const auto take = [this, id, file](const Result<FileContents> &read) {
        if (!read)
            Q_EMIT failed(read.error());
        else if (read->certificates.empty())
            Q_EMIT failed(Error{.code = ErrorCode::NoCertificateInFile, .subject = file, .values = {}, .causes = {}});
        else
            trustAlso(id, read->certificates);
    };
    m_jobs.runApart([file](const std::stop_token & /*stop*/) { return readCertificateFile(file); }, this, take);
}

void ApplicationForm::distrustSelected()
{
    const int row = selectedRow(*m_authorities);
    if (row < 0 || !m_application || !m_application->trusted || isDoubled())
        return;
    const Certificate gone = m_application->trusted->at(static_cast<std::size_t>(row));
    const auto change = [gone](ApplicationDefinition &application) {
        std::vector<Certificate> left = application.trusted.value_or(std::vector<Certificate>());
        std::erase(left, gone);
        return setTrusted(application, left);
    };
    request(change, tr("%1 does not trust %2 any more.").arg(m_application->id, displayText(gone.name())));
}

} // namespace sealport
