#pragma once
#include <action/context.h>

#include <string>
#include <vector>

/// The sales team as people: what each of them did, should do, earned.
namespace forecourt::people {

/// For `forecourt verify`: the counters equal the cases behind them, both equal what the log says, and every
/// statement's lines sum to its total. A sentence for each fault.
std::vector<std::string> check_people(db::Connection& db, Id<Store> store);

}  // namespace forecourt::people
