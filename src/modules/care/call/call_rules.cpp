#include <modules/care/call/call_rules.h>

namespace forecourt::care {

Date due_day(const PlannedCall& plan, Date event_day) {
    return add_months(event_day, plan.months.value_or(0)) + plan.days;
}

MaybeRefused may_record(const CallRow& call) {
    if (call.state != CallState::planned) return call_is_done;
    return std::nullopt;
}

Result<CallRow> decide_call(CallRow call, const RecordCall& in, const CarePlans& plans, Instant now) {
    if (auto no = may_record(call)) return *no;
    if (in.satisfaction && (*in.satisfaction < 1 || *in.satisfaction > 10)) return satisfaction_out_of_range;
    ++call.tries;
    call.words = in.words;
    switch (in.result) {
        case CallResult::not_reached:
            if (call.tries < plans.most_tries) {
                call.due_on = local_date(now) + 1;
                return call;
            }
            call.state = CallState::given_up;
            break;
        case CallResult::refused:
            call.state = CallState::refused;
            break;
        case CallResult::reached:
            if (!in.satisfaction) return satisfaction_is_missing;
            // What made the customer unhappy must be known, in the customer's own words.
            if (*in.satisfaction <= plans.low_satisfaction && trimmed(in.words).empty())
                return words_are_missing;
            call.state = CallState::reached;
            call.satisfaction = in.satisfaction;
            break;
    }
    call.done_at = now;
    return call;
}

bool is_complaint(const CallRow& call, const CarePlans& plans) {
    return call.state == CallState::reached && call.satisfaction &&
           *call.satisfaction <= plans.low_satisfaction;
}

Result<CallRow> decide_postponing(CallRow call, const PostponeCall& in, Instant now) {
    if (auto no = may_record(call)) return *no;
    if (in.due_on < local_date(now)) return call_day_is_past;
    call.due_on = in.due_on;
    return call;
}

}  // namespace forecourt::care
