#include <modules/workshop/quality/quality_rules.h>

#include <gtest/gtest.h>

namespace forecourt::workshop {
namespace {

Actor person(std::int64_t id, Role role) {
    Actor actor;
    actor.user_id = {id};
    actor.roles = {role};
    return actor;
}
const Actor worker = person(1, Role::technician);
const Actor colleague = person(2, Role::technician);
const Actor inspector = person(3, Role::inspector);

struct World {
    OrderRow order;
    std::vector<LineRow> lines;
    std::vector<parts::LineParts> parts;
    std::vector<Id<User>> workers{{1}};

    World() {
        LineRow job;
        job.id = {10};
        job.kind = LineKind::labour;
        job.state = LineState::approved;
        job.work = Work::done;
        lines.push_back(job);
        order.quality_round = 1;
    }
    CheckFacts facts() const { return {order, lines, parts, workers}; }
    std::string_view check(CheckLevel level, const Actor& actor) const {
        const auto no = may_check(facts(), level, actor);
        return no ? no->name() : "allowed";
    }
    std::string_view record(bool passed, std::vector<ReworkFault> faults) const {
        RecordCheck in;
        in.passed = passed;
        in.faults = std::move(faults);
        const auto no = may_record(facts(), in);
        return no ? no->name() : "allowed";
    }
};

TEST(workshop_quality, looks_three_times_in_order) {
    World world;
    EXPECT_EQ(world.check(CheckLevel::self, worker), "allowed");
    EXPECT_EQ(world.check(CheckLevel::peer, colleague), "check_out_of_order");
    EXPECT_EQ(world.check(CheckLevel::final, inspector), "check_out_of_order");
    world.order.checks_passed = 1;
    EXPECT_EQ(world.check(CheckLevel::self, worker), "check_out_of_order");
    EXPECT_EQ(world.check(CheckLevel::peer, colleague), "allowed");
    world.order.checks_passed = 2;
    EXPECT_EQ(world.check(CheckLevel::final, inspector), "allowed");
    world.order.checks_passed = 3;
    EXPECT_EQ(world.check(CheckLevel::final, inspector), "check_out_of_order");
    EXPECT_FALSE(next_check(world.order));
}

TEST(workshop_quality, is_looked_at_by_the_right_person) {
    World world;
    EXPECT_EQ(world.check(CheckLevel::self, colleague), "self_check_by_other");
    world.order.checks_passed = 1;
    EXPECT_EQ(world.check(CheckLevel::peer, worker), "check_of_own_work");
    world.order.checks_passed = 2;
    EXPECT_EQ(world.check(CheckLevel::final, colleague), "final_check_needs_inspector");
    EXPECT_EQ(world.check(CheckLevel::final, person(1, Role::inspector)), "check_of_own_work");
    World outside_only;
    outside_only.workers.clear();
    EXPECT_EQ(outside_only.check(CheckLevel::self, colleague), "allowed");
}

TEST(workshop_quality, waits_for_work_parts_and_answers) {
    World world;
    world.lines[0].work = Work::rework;
    EXPECT_EQ(world.check(CheckLevel::self, worker), "work_not_done");
    world.lines[0].work = Work::done;
    LineRow part;
    part.id = {11};
    part.kind = LineKind::part;
    part.state = LineState::approved;
    part.quantity = pieces(2);
    world.lines.push_back(part);
    EXPECT_EQ(world.check(CheckLevel::self, worker), "parts_not_issued");
    parts::LineParts stands;
    stands.line_id = 11;
    stands.issued = {1999};
    world.parts = {stands};
    EXPECT_EQ(world.check(CheckLevel::self, worker), "parts_not_issued");
    world.parts[0].issued = {2000};
    EXPECT_EQ(world.check(CheckLevel::self, worker), "allowed");
    world.parts.clear();
    world.lines[1].customer_supplied = true;
    EXPECT_EQ(world.check(CheckLevel::self, worker), "allowed");
    world.lines[1].state = LineState::asked;
    EXPECT_EQ(world.check(CheckLevel::self, worker), "consent_is_open");
    world.order.passed_at = Instant{1};
    EXPECT_EQ(world.check(CheckLevel::self, worker), "order_is_past_work");
}

TEST(workshop_quality, names_the_cause_of_what_goes_back) {
    World world;
    const ReworkFault fault{
        .line_id = {10}, .cause = ReworkCause::workmanship, .words = {"螺栓未按力矩拧紧"}};
    EXPECT_EQ(world.record(true, {}), "allowed");
    EXPECT_EQ(world.record(true, {fault}), "passed_with_faults");
    EXPECT_EQ(world.record(false, {}), "rework_without_cause");
    EXPECT_EQ(world.record(false, {fault}), "allowed");
    auto unknown = fault;
    unknown.line_id = {99};
    EXPECT_EQ(world.record(false, {unknown}), "line_not_found");
    world.lines[0].state = LineState::declined;
    EXPECT_EQ(world.record(false, {fault}), "line_not_worked_on");
}

TEST(workshop_quality, begins_anew_after_a_fault_and_ends_with_the_third_yes) {
    OrderRow order;
    order.quality_round = 1;
    order.checks_passed = 2;
    const auto failed = after_check(order, false, {5}, {3});
    EXPECT_EQ(failed.checks_passed, 0);
    EXPECT_EQ(failed.quality_round, 2);
    EXPECT_FALSE(failed.passed_at);
    const auto passed = after_check(order, true, {5}, {3});
    EXPECT_EQ(passed.checks_passed, 3);
    EXPECT_EQ(passed.passed_at, Instant{5});
    EXPECT_EQ(passed.passed_by, Id<User>{3});
    order.checks_passed = 1;
    EXPECT_FALSE(after_check(order, true, {5}, {3}).passed_at);
    EXPECT_EQ(checklist_of(CheckLevel::self), "quality_self");
    EXPECT_EQ(checklist_of(CheckLevel::final), "quality_final");
}

}  // namespace
}  // namespace forecourt::workshop
