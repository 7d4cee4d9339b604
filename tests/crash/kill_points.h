#pragma once
#include <crash/ledger.h>

namespace forecourt::crash {

/// R1 at every point: the program dies in its N-th write or sync of the database under load, a write after
/// half of its bytes, for every `step`-th N up to two hundred; nothing that was answered is lost.
Count kill_points(int step);

}  // namespace forecourt::crash
