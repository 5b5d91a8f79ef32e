#pragma once

#include <QFile>
#include <QString>

#include <sys/fsuid.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace sealport::test {

/// While it lives, this thread and those that it makes may not write into `folder`, which others may look into; not
/// even where root runs the tests.
class WithoutRights {
public:
    explicit WithoutRights(const QString &folder)
        : m_folder(folder)
        , m_permissions(QFile::permissions(folder))
    {
        constexpr uid_t nobody = 65534;
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup
                                          | QFile::ReadOther | QFile::ExeOther);
        if (::geteuid() == 0)
            ::setfsuid(nobody);
    }
    WithoutRights(const WithoutRights &) = delete;
    WithoutRights &operator=(const WithoutRights &) = delete;
    ~WithoutRights()
    {
        ::setfsuid(::geteuid());
        ::prctl(PR_SET_DUMPABLE, 1); // as before: the leak sanitizer looks into the process at its end
        QFile::setPermissions(m_folder, m_permissions);
    }

private:
    const QString m_folder;
    const QFile::Permissions m_permissions;
};

} // namespace sealport::test
