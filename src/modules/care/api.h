#pragma once
#include <action/context.h>

namespace forecourt::customers {
struct Customer;
}

/// What other modules may ask of customer care.
namespace forecourt::care {

struct CareCall;

/// Whether the customer wants no calls and messages of care any more.
bool has_opted_out(db::Connection& db, Id<Store> store, Id<customers::Customer> customer);

}  // namespace forecourt::care
