#pragma once

#include <chrono>

namespace sealport {

/// Ends the process with `exitCode` after `patience` if it has not ended by itself: a thread that waits for a dead
/// network drive cannot be stopped, and whatever was reported as saved is on the disk. Call it when nothing is left to
/// do but to clean up.
void endWithin(std::chrono::milliseconds patience, int exitCode);

} // namespace sealport
