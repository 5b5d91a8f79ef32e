#pragma once

#include "model/certificates/java_input.h"

namespace sealport {

/// Takes off what Java's ObjectOutputStream wrote of one object, as JCEKS has it for a secret key (a SealedObject): it
/// says nowhere how long it is. Only what such an object needs is understood: classes with plain fields, strings and
/// arrays of octets, at most eight deep. False for anything else; where `input` stands then means nothing.
[[nodiscard]] bool skipJavaObject(JavaInput &input);

} // namespace sealport
