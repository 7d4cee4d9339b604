#pragma once
#include <crash/ledger.h>

namespace forecourt::crash {

/// R9: the wall clock jumps 400 days ahead, then 30 days behind and an hour behind what it should be, while
/// people work. Sessions and links of another time let nobody in, timed jobs go on, and in the end numbers
/// have no gap and the log is whole.
Count clock_jumps();

}  // namespace forecourt::crash
