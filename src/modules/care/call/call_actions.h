#pragma once
#include <action/action.h>
#include <modules/care/call/call.h>

namespace forecourt::care {

inline constexpr Right call_read{"care.call_read"};
inline constexpr Right call_write{"care.call_write"};

extern const Action<RecordCall, CallAnswer> record_call;
extern const Action<PostponeCall, CallAnswer> postpone_call;
extern const Action<OptOut, Nothing> opt_out;

/// Plans the calls that follow an event of a customer's car: a delivery, a service.
MaybeRefused plan_calls(Tx& tx, const Event& event);

}  // namespace forecourt::care
