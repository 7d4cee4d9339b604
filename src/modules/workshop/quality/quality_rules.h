#pragma once
#include <modules/workshop/quality/quality.h>

namespace forecourt::workshop {

/// All that speaks for and against a check, loaded before.
struct CheckFacts {
    const OrderRow& order;
    const std::vector<LineRow>& lines;
    const std::vector<parts::LineParts>& parts;
    const std::vector<Id<User>>& workers;  // who clocked on the order
};

/// The work is done, its parts are issued, nothing waits for the customer, and the level is the next one:
/// self by somebody who did the work (by anyone where nobody clocked: outside work only), peer and final by
/// somebody who did not, final by an inspector.
MaybeRefused may_check(const CheckFacts& facts, CheckLevel level, const Actor& actor);
/// A failed check names the jobs that go back, each with its cause; a passed one names none.
MaybeRefused may_record(const CheckFacts& facts, const RecordCheck& in);

/// The level that comes next, nothing when all three have passed.
std::optional<CheckLevel> next_check(const OrderRow& order);
std::string_view checklist_of(CheckLevel level);

/// The order after a check: one level further, or all three anew.
OrderRow after_check(OrderRow order, bool passed, Instant now, Id<User> inspector);

}  // namespace forecourt::workshop
