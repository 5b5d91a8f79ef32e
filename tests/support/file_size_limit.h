#pragma once

#include <csignal>

#include <sys/resource.h>

namespace sealport::test {

/// While it lives, no file of this process grows beyond so many octets: EFBIG, as ENOSPC of a disk that is full.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t octets)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = octets;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
};

} // namespace sealport::test
