#pragma once
#include <modules/workshop/line/line.h>

namespace forecourt::workshop {

/// Lines may be added and taken away until the final check has passed.
MaybeRefused may_change_plan(const OrderRow& order);
/// A mark lies on the outline it is drawn on.
MaybeRefused may_mark(const std::vector<OutlineMark>& marks);
/// The order is still alive: neither handed back nor cancelled.
MaybeRefused may_touch(const OrderRow& order);
/// The bill may still become smaller after the last check; the settlement fixes it.
MaybeRefused may_change_bill(const OrderRow& order);
MaybeRefused may_promise(const OrderRow& order, Instant promised_at, Instant now);
MaybeRefused may_wash(const OrderRow& order, const std::vector<LineRow>& lines);
/// An order ends without a bill only when nobody has worked on it and nothing was issued for it.
MaybeRefused may_cancel(const OrderRow& order, const std::vector<LineRow>& lines,
                        const std::vector<parts::LineParts>& parts);

struct OrderTotals {
    Money planned;
    Money approved;
};
OrderTotals totals_of(const std::vector<LineRow>& lines);

/// Every approved labour and outside line is done, and there is at least one approved line.
bool work_is_done(const std::vector<LineRow>& lines);

/// How far the order has come, out of its facts alone.
OrderState state_of(const OrderRow& order, const std::vector<LineRow>& lines);

/// What the repairer promises from the day the car goes out, whichever ends first: the minimum that the
/// repair rules demand for each class of repair.
struct Guarantee {
    std::int64_t km{};
    std::int64_t days{};
};
Guarantee guarantee_of(RepairClass repair_class);

/// When the work is likely to be done: the hours of approved work that are still open, less what is already
/// clocked on them, from now on, by as many people as are at work (at least one). Waiting consent and checks
/// count a little.
struct Remaining {
    Quantity hours_open;    // standard hours of approved lines that are not done
    Duration clocked;       // on those lines
    std::int64_t people{};  // clocked on now
    bool checks_open = false;
};
Instant expected_at(const Remaining& remaining, Instant now);

}  // namespace forecourt::workshop
