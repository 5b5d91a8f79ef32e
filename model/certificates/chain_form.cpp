#include "model/certificates/chain_form.h"

#include "model/certificates/chain.h"

#include <algorithm>

namespace sealport {

namespace {

std::vector<Certificate> withRoot(const Identity &identity, const std::vector<Certificate> &known)
{
    std::vector<Certificate> pool = identity.chain;
    pool.insert(pool.end(), identity.standingWith.begin(), identity.standingWith.end());
    pool.insert(pool.end(), known.begin(), known.end());
    return authoritiesAbove(identity.certificate, pool);
}

} // namespace

std::vector<Certificate> chainToSend(const Identity &identity, ChainForm form, const std::vector<Certificate> &known)
{
    switch (form) {
    case ChainForm::Automatic:
        return identity.chain;
    case ChainForm::Exact:
        return identity.standingWith;
    case ChainForm::WithRoot:
        return withRoot(identity, known);
    case ChainForm::LeafOnly:
        return {};
    case ChainForm::Reversed: {
        std::vector<Certificate> chain = withRoot(identity, known);
        std::ranges::reverse(chain);
        return chain;
    }
    }
    Q_UNREACHABLE();
}

} // namespace sealport
