#pragma once

#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>

namespace sealport::test {

/// While it lives, root may no more in this thread than anybody else: not read what is forbidden, not take a port below
/// 1024. Nothing changes for anybody else.
class WithoutRoot {
public:
    WithoutRoot()
    {
        ::syscall(SYS_capget, &m_header, m_before.data());
        auto none = m_before;
        for (__user_cap_data_struct &half : none)
            half.effective = 0;
        ::syscall(SYS_capset, &m_header, none.data());
    }
    ~WithoutRoot() { ::syscall(SYS_capset, &m_header, m_before.data()); }
    WithoutRoot(const WithoutRoot &) = delete;
    WithoutRoot &operator=(const WithoutRoot &) = delete;

private:
    __user_cap_header_struct m_header{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> m_before{};
};

} // namespace sealport::test
