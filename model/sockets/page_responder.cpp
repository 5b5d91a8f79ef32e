#include "model/sockets/page_responder.h"

#include "model/sockets/negotiated_page.h"

namespace sealport {

void PageResponder::answer(TlsSession &session, const HttpRequest &request)
{
    const bool isJson = request.wantsJson();
    QByteArray &page = isJson ? m_jsonPage : m_htmlPage;
    if (page.isEmpty()) {
        const std::optional<Negotiated> &negotiated = session.evidence().negotiated;
        const NegotiatedFacts facts{.peer = session.peer(),
                                    .evidence = session.evidence(),
                                    .certificate =
                                        negotiated ? &session.context().presented(negotiated->certificate) : nullptr};
        page = isJson ? negotiatedJson(facts) : negotiatedHtml(facts);
    }
    send(session,
         {.contentType = isJson ? "application/json" : "text/html; charset=utf-8",
          .fields = "Cache-Control: no-store\r\nVary: Accept\r\n"},
         page);
}

} // namespace sealport
