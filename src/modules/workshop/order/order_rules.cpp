#include <modules/workshop/order/order_rules.h>

#include <algorithm>

namespace forecourt::workshop {

MaybeRefused may_touch(const OrderRow& order) {
    if (order.handed_back_at || order.cancelled_at) return order_is_over;
    return std::nullopt;
}

MaybeRefused may_mark(const std::vector<OutlineMark>& marks) {
    for (const auto& mark : marks) {
        if (mark.x < 0 || mark.x > 1000 || mark.y < 0 || mark.y > 1000) return mark_beside_the_car;
    }
    return std::nullopt;
}

MaybeRefused may_change_plan(const OrderRow& order) {
    if (const auto no = may_touch(order)) return no;
    if (order.passed_at || order.settled_at) return order_is_past_work;
    return std::nullopt;
}

MaybeRefused may_change_bill(const OrderRow& order) {
    if (const auto no = may_touch(order)) return no;
    if (order.settled_at) return order_is_past_work;
    return std::nullopt;
}

MaybeRefused may_promise(const OrderRow& order, Instant promised_at, Instant now) {
    if (const auto no = may_touch(order)) return no;
    if (promised_at <= now) return promise_in_the_past;
    return std::nullopt;
}

MaybeRefused may_wash(const OrderRow& order, const std::vector<LineRow>& lines) {
    if (const auto no = may_touch(order)) return no;
    if (!work_is_done(lines)) return work_not_done;
    return std::nullopt;
}

MaybeRefused may_cancel(const OrderRow& order, const std::vector<LineRow>& lines,
                        const std::vector<parts::LineParts>& parts) {
    if (const auto no = may_touch(order)) return no;
    if (order.settled_at) return order_is_past_work;
    const bool worked = std::any_of(lines.begin(), lines.end(), [](const auto& line) {
        return line.state == LineState::approved && line.work != Work::waiting;
    });
    const bool issued =
        std::any_of(parts.begin(), parts.end(), [](const auto& p) { return p.issued > Quantity{0}; });
    if (order.started_at || worked || issued) return order_has_work;
    return std::nullopt;
}

OrderTotals totals_of(const std::vector<LineRow>& lines) {
    OrderTotals totals;
    for (const auto& line : lines) {
        if (line.state == LineState::declined || line.state == LineState::removed) continue;
        totals.planned += line.amount;
        if (line.state == LineState::approved) totals.approved += line.amount;
    }
    return totals;
}

bool work_is_done(const std::vector<LineRow>& lines) {
    bool any = false;
    for (const auto& line : lines) {
        if (line.state != LineState::approved) continue;
        any = true;
        if (line.kind != LineKind::part && line.work != Work::done) return false;
    }
    return any;
}

OrderState state_of(const OrderRow& order, const std::vector<LineRow>& lines) {
    if (order.cancelled_at) return OrderState::cancelled;
    if (order.handed_back_at) return OrderState::handed_back;
    if (order.settled_at) return OrderState::settled;
    if (order.passed_at) return OrderState::ready;
    const auto has = [&](LineState state) {
        return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.state == state; });
    };
    if (!has(LineState::approved))
        return has(LineState::asked) ? OrderState::awaiting_consent : OrderState::received;
    if (work_is_done(lines)) return OrderState::quality_check;
    return order.started_at ? OrderState::in_work : OrderState::approved;
}

Guarantee guarantee_of(RepairClass repair_class) {
    switch (repair_class) {
        case RepairClass::whole_repair:
        case RepairClass::assembly_repair:
            return {.km = 20'000, .days = 100};
        case RepairClass::second_service:
            return {.km = 5'000, .days = 30};
        case RepairClass::minor_repair:
        case RepairClass::first_service:
        case RepairClass::special_repair:
            break;
    }
    return {.km = 2'000, .days = 10};
}

Instant expected_at(const Remaining& remaining, Instant now) {
    // One thousandth of an hour is 3.6 s.
    const Duration open{remaining.hours_open.thousandths * 3600};
    // Work that has taken longer than the standard is not done in no time: count a tenth of it as still open.
    const Duration least{open.ms / 10};
    const Duration left{std::max(open.ms - remaining.clocked.ms, least.ms)};
    const auto people = std::max<std::int64_t>(1, remaining.people);
    const Duration checks = remaining.checks_open ? minutes(20) : Duration{0};
    return now + Duration{left.ms / people} + checks;
}

}  // namespace forecourt::workshop
