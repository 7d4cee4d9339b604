#pragma once
#include <simulator/life.h>

/// What the inventions about money that comes and goes share.
namespace forecourt::simulator {

/// The refund went out of this account.
void paid_back(StoreModel& store, Refund& refund, const std::string& account);

}  // namespace forecourt::simulator
