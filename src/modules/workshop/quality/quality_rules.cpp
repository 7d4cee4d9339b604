#include <modules/workshop/order/order_rules.h>
#include <modules/workshop/quality/quality_rules.h>

#include <algorithm>

namespace forecourt::workshop {
namespace {

bool worked_on_it(const CheckFacts& facts, Id<User> user) {
    return std::find(facts.workers.begin(), facts.workers.end(), user) != facts.workers.end();
}

bool parts_are_issued(const CheckFacts& facts) {
    for (const auto& line : facts.lines) {
        if (line.kind != LineKind::part || line.state != LineState::approved || line.customer_supplied)
            continue;
        const auto stands = std::find_if(facts.parts.begin(), facts.parts.end(),
                                         [&](const auto& row) { return row.line_id == line.id.value; });
        if (stands == facts.parts.end() || stands->issued < line.quantity) return false;
    }
    return true;
}

MaybeRefused may_look(const CheckFacts& facts, CheckLevel level, const Actor& actor) {
    switch (level) {
        case CheckLevel::self:
            if (!facts.workers.empty() && !worked_on_it(facts, actor.user_id)) return self_check_by_other;
            return std::nullopt;
        case CheckLevel::peer:
            if (worked_on_it(facts, actor.user_id)) return check_of_own_work;
            return std::nullopt;
        case CheckLevel::final:
            break;
    }
    if (!actor.is(Role::inspector)) return final_check_needs_inspector;
    if (worked_on_it(facts, actor.user_id)) return check_of_own_work;
    return std::nullopt;
}

}  // namespace

std::optional<CheckLevel> next_check(const OrderRow& order) {
    if (order.checks_passed >= 3) return std::nullopt;
    return static_cast<CheckLevel>(order.checks_passed);
}

std::string_view checklist_of(CheckLevel level) {
    switch (level) {
        case CheckLevel::self:
            return "quality_self";
        case CheckLevel::peer:
            return "quality_peer";
        case CheckLevel::final:
            break;
    }
    return "quality_final";
}

MaybeRefused may_check(const CheckFacts& facts, CheckLevel level, const Actor& actor) {
    if (const auto no = may_change_plan(facts.order)) return no;
    const bool asked = std::any_of(facts.lines.begin(), facts.lines.end(),
                                   [](const auto& line) { return line.state == LineState::asked; });
    if (asked) return consent_is_open;
    if (!work_is_done(facts.lines)) return work_not_done;
    if (!parts_are_issued(facts)) return parts_not_issued;
    if (next_check(facts.order) != level) return check_out_of_order;
    return may_look(facts, level, actor);
}

MaybeRefused may_record(const CheckFacts& facts, const RecordCheck& in) {
    if (in.passed && !in.faults.empty()) return passed_with_faults;
    if (!in.passed && in.faults.empty()) return rework_without_cause;
    for (const auto& fault : in.faults) {
        const auto line = std::find_if(facts.lines.begin(), facts.lines.end(),
                                       [&](const auto& row) { return row.id == fault.line_id; });
        if (line == facts.lines.end()) return line_not_found;
        if (line->kind == LineKind::part || line->state != LineState::approved) return line_not_worked_on;
    }
    return std::nullopt;
}

OrderRow after_check(OrderRow order, bool passed, Instant now, Id<User> inspector) {
    if (!passed) {
        order.checks_passed = 0;
        ++order.quality_round;
        return order;
    }
    ++order.checks_passed;
    if (order.checks_passed == 3) {
        order.passed_at = now;
        order.passed_by = inspector;
    }
    return order;
}

}  // namespace forecourt::workshop
