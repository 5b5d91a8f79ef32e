#pragma once

#include "model/tls/cipher_names.h"

#include <QStringView>

#include <vector>

namespace sealport {

/// One element of a cipher list for TLS 1.2 and older. Views into the list.
struct CipherElement {
    enum class Rule {
        StartWithDefault, ///< DEFAULT at the beginning
        SuiteB,           ///< SUITEB128 and its like at the beginning; nothing after it counts
        Add,
        TakeAway,  ///< "-": may come back
        Exclude,   ///< "!": for good
        MoveToEnd, ///< "+"
        SortByStrength,
        SetLevel, ///< level
        UnknownCommand,
        Incomplete,
        IllegalCharacter,
    };

    Rule rule = Rule::Add;
    qsizetype position = 0;
    qsizetype length = 0;
    QStringView body{};               ///< names joined by "+", without the operator
    std::vector<QStringView> names{}; ///< those of the body
    int level = 0;
};

/// The elements of a list as ssl_create_cipher_list() of OpenSSL reads it, its oddities included: "ALL!RC4" are two
/// elements, "DEFAULTx" is DEFAULT and x, and what follows an unknown name up to the next separator is lost.
[[nodiscard]] std::vector<CipherElement> readCipherList(QStringView list, const CipherSelector &selector);

} // namespace sealport
