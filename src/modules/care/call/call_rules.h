#pragma once
#include <modules/care/call/call.h>

namespace forecourt::care {

/// One line of a plan: so many days after its event a call of this kind is due.
struct PlannedCall {
    CallKind kind{};
    std::string after;  // the event
    int days{};
    std::optional<int> months;
};
FORECOURT_STRUCT(PlannedCall, kind, after, days, months)

struct CarePlans {
    std::vector<PlannedCall> calls;
    int low_satisfaction = 6;  // this or less opens a complaint
    int most_tries = 3;        // then the call is given up
};
FORECOURT_STRUCT(CarePlans, calls, low_satisfaction, most_tries)

/// The day a planned call falls on, counted from the day of its event.
Date due_day(const PlannedCall& plan, Date event_day);

MaybeRefused may_record(const CallRow& call);
/// What a recorded call becomes: done, to be tried again tomorrow, or given up.
Result<CallRow> decide_call(CallRow call, const RecordCall& in, const CarePlans& plans, Instant now);
/// A dissatisfied customer is a complaint before he makes one.
bool is_complaint(const CallRow& call, const CarePlans& plans);
Result<CallRow> decide_postponing(CallRow call, const PostponeCall& in, Instant now);

}  // namespace forecourt::care
