#pragma once
#include <crash/ledger.h>

namespace forecourt::crash {

/// R10: every sync takes 20 ms longer, and then 200: who waits shares a sync with the others, no more wait
/// than may, who comes then is told when to come again, and in the end everything is there once. How long
/// the answers took is told in syncs and judged by nobody: this machine may have other work.
Count slow_disk(std::string& told);

}  // namespace forecourt::crash
