#pragma once
#include <crash/ledger.h>

#include <random>

namespace forecourt::crash {

/// R4: the store lies on a file system of its own, which is shut down under load as a power switch would:
/// what was not flushed is gone. `file_system` is ext4 or xfs. `skipped` says why that can not be done here
/// (it needs root, loop devices and what makes the file system); the count is empty then.
Count power_switch(std::mt19937& random, const std::string& file_system, int cuts, std::string& skipped);

}  // namespace forecourt::crash
