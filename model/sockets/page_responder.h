#pragma once

#include "model/sockets/http_responder.h"

namespace sealport {

/// Answers every HTTP request with what was negotiated: a page for browsers, JSON for programs that ask for it.
class PageResponder final : public HttpResponder {
private:
    void answer(TlsSession &session, const HttpRequest &request) override;

    QByteArray m_htmlPage; ///< made at the first request for it: nothing in it changes, and a client may ask a
    QByteArray m_jsonPage; ///< thousand times in one go
};

} // namespace sealport
