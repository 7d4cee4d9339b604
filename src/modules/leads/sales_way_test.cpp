#include <modules/customers/customer/customer_actions.h>
#include <modules/leads/lead/lead_actions.h>
#include <modules/leads/lead/lead_views.h>
#include <modules/leads/needs/questionnaire.h>
#include <modules/reception/duty/duty_actions.h>
#include <modules/reception/visit/visit_actions.h>
#include <modules/reception/visit/visit_views.h>
#include <modules/vehicles/car/car_actions.h>
#include <modules/vehicles/car/car_views.h>
#include <modules/vehicles/model/model_actions.h>
#include <modules/vehicles/model/model_views.h>
#include <modules/vehicles/stock/stock_views.h>
#include <services/access/api.h>
#include <services/approvals/actions.h>
#include <testing/engine_test.h>

// From the showroom's door to a lead that is won or lost, through the actions, on both engines.
namespace forecourt {
namespace {

using testing::refusal_of;
using namespace customers;

class SalesWayTest : public testing::EngineTest {
  protected:
    SalesWayTest() {
        home = test.run([](Tx& tx) { return access::add_store(tx, {.name = "星驰测试店"}); });
        test.act_as({7}, {Role::gm}, home);
        li = person("li", Role::sales);
        wang = person("wang", Role::sales);
        host = person("host", Role::host);
        manager = person("manager", Role::sales_manager);
    }
    Id<User> person(const std::string& login, Role role) {
        return test.run([&](Tx& tx) {
            return access::add_user(tx, tx.store_id(),
                                    {.login = login, .name = login, .password_hash = "x", .roles = {role}});
        });
    }
    void as(Id<User> user, Role role) { test.act_as(user, {role}, home); }

    Id<vehicles::Model> model() {
        test.act_as({7}, {Role::gm}, home);
        vehicles::AddModel model{.code = {"S7-HEV"},
                                 .brand = {"星驰"},
                                 .series = {"S7"},
                                 .trim = {"1.5T 混动豪华版"},
                                 .year = 2026,
                                 .fuel = vehicles::Fuel::hybrid,
                                 .gearbox = vehicles::Gearbox::automatic,
                                 .displacement_ml = 1498,
                                 .seats = 5,
                                 .price = yuan(179'800),
                                 .specs = JsonText{R"({"body":"suv"})"}};
        model.colours = {{.name = {"雪域白"}, .hex = "#ffffff", .price = {}}};
        model.options = {{.code = {"PANO"}, .name = {"全景天窗"}, .price = yuan(6'000)}};
        const auto added = test.action(vehicles::add_model, model);
        ensure(added.ok());
        return added->id;
    }
    reception::ArrivalRegistered arrival(std::optional<Phone> phone = {}) {
        as(host, Role::host);
        const auto done =
            test.action(reception::register_arrival, {.party_size = 2,
                                                      .purpose = reception::VisitPurpose::look_at_cars,
                                                      .channel = reception::VisitChannel::walk_in,
                                                      .name = "王芳",
                                                      .phone = phone});
        ensure(done.ok());
        return *done;
    }
    std::vector<leads::NeedsAnswer> answers() {
        return {{.question = "timing", .choices = {"within_week"}, .text = {}},
                {.question = "use", .choices = {"family"}, .text = {}},
                {.question = "family", .choices = {"three_to_five"}, .text = {}},
                {.question = "budget", .choices = {"from_150k_to_200k"}, .text = {}},
                {.question = "drive", .choices = {"hybrid"}, .text = {}},
                {.question = "decision", .choices = {"alone"}, .text = {}}};
    }
    leads::LeadOpened lead_of_visitor() {
        const auto visit = arrival(Phone{"13800138000"});
        as(li, Role::sales);
        const auto opened = test.action(leads::open_lead, {.visit_id = visit.visit_id});
        ensure(opened.ok());
        return *opened;
    }
    std::int64_t version_of(Id<leads::Lead> id) {
        return leads::find_lead(test.db(), test.store(), id)->version;
    }

    Id<Store> home;
    Id<User> li, wang, host, manager;
};
FORECOURT_ON_EVERY_ENGINE(SalesWayTest);

TEST_P(SalesWayTest, visitors_are_shared_out_by_rotation) {
    const auto first = arrival();
    EXPECT_EQ(first.consultant_id, li);
    EXPECT_EQ(first.assigned_because, reception::AssignedBecause::longest_free);
    ASSERT_NE(test.last_event("tasks.alert_raised"), nullptr);
    EXPECT_EQ(arrival().consultant_id, wang);
    const auto third = arrival();
    EXPECT_FALSE(third.consultant_id);
    const auto now = test.view(reception::showroom_now, {});
    ASSERT_TRUE(now);
    EXPECT_EQ(now->visitors.size(), 3U);
    EXPECT_EQ(now->consultants.size(), 2U);
    EXPECT_FALSE(now->next_consultant_id);

    as(host, Role::host);
    EXPECT_EQ(
        refusal_of(test.action(reception::assign_consultant, {.visit_id = third.visit_id, .version = 1})),
        "no_consultant_free");
    EXPECT_EQ(refusal_of(test.action(reception::greet_visitor, {.visit_id = first.visit_id})), "not_allowed");
    as(li, Role::sales);
    test.now = test.now + seconds(40);
    ASSERT_TRUE(test.action(reception::greet_visitor, {.visit_id = first.visit_id}));
    EXPECT_EQ(test.last_event("reception.visitor_greeted")->number("waited_s"), 40);
    EXPECT_EQ(refusal_of(test.action(reception::greet_visitor, {.visit_id = first.visit_id})),
              "visitor_greeted_already");
    EXPECT_EQ(refusal_of(test.action(reception::end_visit, {.visit_id = first.visit_id,
                                                            .outcome = reception::VisitOutcome::interested})),
              "next_step_missing");
    ASSERT_TRUE(test.action(reception::end_visit, {.visit_id = first.visit_id,
                                                   .outcome = reception::VisitOutcome::interested,
                                                   .next_step = "周六试驾"}));
    // Who has become free gets the visitor who waits.
    const auto waiting = test.view(reception::visit_record, {.visit_id = third.visit_id});
    ASSERT_TRUE(waiting);
    EXPECT_EQ(waiting->visit.consultant_id, li);
    EXPECT_EQ(
        refusal_of(test.action(reception::end_visit, {.visit_id = first.visit_id,
                                                      .outcome = reception::VisitOutcome::no_interest})),
        "visit_is_over");
    EXPECT_EQ(test.view(reception::visit_list, {.state = reception::VisitState::ended})->rows.size(), 1U);
}

TEST_P(SalesWayTest, a_customer_comes_to_the_own_consultant) {
    const auto visit = arrival(Phone{"13800138000"});
    ASSERT_TRUE(visit.customer_id);
    EXPECT_EQ(visit.consultant_id, li);
    as(host, Role::host);
    EXPECT_EQ(
        refusal_of(test.action(reception::register_arrival, {.party_size = 1,
                                                             .purpose = reception::VisitPurpose::look_at_cars,
                                                             .channel = reception::VisitChannel::walk_in,
                                                             .customer_id = visit.customer_id})),
        "customer_is_here_already");
    ASSERT_TRUE(test.action(reception::end_visit,
                            {.visit_id = visit.visit_id, .outcome = reception::VisitOutcome::no_interest}));
    as(manager, Role::sales_manager);
    ASSERT_TRUE(
        test.action(customers::assign_consultant, {.customer_id = *visit.customer_id, .consultant_id = li}));
    EXPECT_EQ(refusal_of(test.action(customers::assign_consultant,
                                     {.customer_id = *visit.customer_id, .consultant_id = host})),
              "consultant_not_found");
    test.now = test.now + minutes(5);
    const auto again = arrival(Phone{"13800138000"});
    EXPECT_EQ(again.consultant_id, li);
    EXPECT_EQ(again.assigned_because, reception::AssignedBecause::own_customer);
    EXPECT_EQ(again.customer_id, visit.customer_id);
}

TEST_P(SalesWayTest, the_host_may_choose_and_a_visitor_gets_a_name) {
    const auto visit = arrival();
    as(host, Role::host);
    EXPECT_EQ(refusal_of(test.action(reception::assign_consultant,
                                     {.visit_id = visit.visit_id, .consultant_id = manager, .version = 2})),
              "consultant_not_present");
    const auto assigned = test.action(reception::assign_consultant,
                                      {.visit_id = visit.visit_id, .consultant_id = wang, .version = 2});
    ASSERT_TRUE(assigned);
    EXPECT_EQ(assigned->because, reception::AssignedBecause::chosen_by_host);
    EXPECT_EQ(refusal_of(test.action(reception::identify_visitor,
                                     {.visit_id = visit.visit_id, .name = "", .phone = {}})),
              "customer_needs_name_or_phone");
    const auto known =
        test.action(reception::identify_visitor, {.visit_id = visit.visit_id, .phone = Phone{"13900139000"}});
    ASSERT_TRUE(known);
    EXPECT_EQ(known->name, "王芳");
    EXPECT_EQ(
        refusal_of(test.action(reception::register_arrival, {.party_size = 0,
                                                             .purpose = reception::VisitPurpose::look_at_cars,
                                                             .channel = reception::VisitChannel::walk_in})),
        "party_size_out_of_range");
    EXPECT_EQ(refusal_of(test.view(reception::visit_record, {.visit_id = {1}})), "visit_not_found");
}

TEST_P(SalesWayTest, a_visitor_for_the_workshop_is_announced_to_the_advisors) {
    as(host, Role::host);
    const auto done = test.action(reception::register_arrival, {.party_size = 1,
                                                                .purpose = reception::VisitPurpose::service,
                                                                .channel = reception::VisitChannel::walk_in,
                                                                .plate = Plate{"京A12345"}});
    ASSERT_TRUE(done);
    EXPECT_FALSE(done->consultant_id);
    EXPECT_NE(test.last_event("reception.service_visitor_announced"), nullptr);
    EXPECT_EQ(test.last_event("reception.arrival_registered"), nullptr);
}

TEST_P(SalesWayTest, the_day_on_the_floor_begins_with_the_self_check) {
    as(li, Role::sales);
    EXPECT_EQ(refusal_of(test.action(reception::start_duty, {})), "checklist_incomplete");
    const auto* list = checklists::find_definition("appearance");
    ASSERT_NE(list, nullptr);
    reception::StartDuty start;
    for (const auto& item : list->items) {
        start.answers.push_back(
            {.item = item.name, .verdict = checklists::Verdict::ok, .note = "", .photos = {}});
    }
    start.answers.back().verdict = checklists::Verdict::fault;
    const auto started = test.action(reception::start_duty, start);
    ASSERT_TRUE(started) << refusal_of(started);
    EXPECT_EQ(started->faults, 1);
    EXPECT_EQ(refusal_of(test.action(reception::start_duty, start)), "duty_started_already");
    // From the first duty on, only who is on the floor gets visitors.
    const auto visit = arrival();
    EXPECT_EQ(visit.consultant_id, li);
    as(li, Role::sales);
    EXPECT_EQ(refusal_of(test.action(reception::leave_desk, {.reason = {"午餐"}})), "still_with_customer");
    EXPECT_EQ(refusal_of(test.action(reception::end_duty, {})), "still_with_customer");
    EXPECT_EQ(refusal_of(test.action(reception::return_to_desk, {})), "not_away");
    ASSERT_TRUE(test.action(reception::end_visit,
                            {.visit_id = visit.visit_id, .outcome = reception::VisitOutcome::no_interest}));
    ASSERT_TRUE(test.action(reception::leave_desk, {.reason = {"午餐"}}));
    EXPECT_EQ(refusal_of(test.action(reception::leave_desk, {.reason = {"午餐"}})), "away_already");
    const auto second = arrival();
    EXPECT_FALSE(second.consultant_id);
    as(li, Role::sales);
    ASSERT_TRUE(test.action(reception::return_to_desk, {}));
    EXPECT_EQ(test.view(reception::visit_record, {.visit_id = second.visit_id})->visit.consultant_id, li);
    EXPECT_TRUE(test.view(reception::my_duty, {})->started);
    ASSERT_TRUE(test.action(reception::end_visit,
                            {.visit_id = second.visit_id, .outcome = reception::VisitOutcome::no_interest}));
    ASSERT_TRUE(test.action(reception::end_duty, {}));
    EXPECT_EQ(refusal_of(test.action(reception::leave_desk, {.reason = {"x"}})), "duty_not_started");
    EXPECT_TRUE(test.action(reception::start_duty, start));
}

TEST_P(SalesWayTest, needs_make_a_grade_a_plan_and_proposals) {
    const auto wanted = model();
    const auto opened = lead_of_visitor();
    EXPECT_FALSE(opened.was_open);
    EXPECT_NE(test.last_event("leads.opened")->object("visit"), 0);
    EXPECT_TRUE(
        test.action(leads::open_lead,
                    {.customer_id = leads::find_lead(test.db(), test.store(), opened.lead_id)->customer_id})
            ->was_open);
    const auto id = opened.lead_id;
    EXPECT_EQ(refusal_of(test.action(leads::record_needs, {.lead_id = id, .answers = {}, .version = 1})),
              "answer_missing");
    EXPECT_EQ(refusal_of(test.action(leads::record_needs,
                                     {.lead_id = id, .answers = {{"x", {}, {}}}, .version = 1})),
              "answer_not_understood");
    const auto needs =
        test.action(leads::record_needs, {.lead_id = id, .answers = answers(), .version = version_of(id)});
    ASSERT_TRUE(needs) << refusal_of(needs);
    EXPECT_EQ(needs->grade, leads::LeadGrade::A);
    EXPECT_EQ(local_date(needs->next_contact_at), local_date(test.now + days(4)));
    ASSERT_EQ(needs->proposals.size(), 1U);
    EXPECT_EQ(needs->proposals[0].model_id, wanted);
    const auto record = test.view(leads::lead_record, {.lead_id = id});
    ASSERT_TRUE(record);
    EXPECT_EQ(record->lead.model_id, wanted);
    EXPECT_EQ(record->answers.size(), 6U);
    EXPECT_EQ(record->proposals.size(), 1U);
    EXPECT_EQ(record->customer_name, "王芳");
    EXPECT_EQ(test.view(leads::lead_list, {.grade = leads::LeadGrade::A})->rows.size(), 1U);
    EXPECT_EQ(test.view(leads::lead_overview, {})->grades.size(), 1U);
    EXPECT_GE(test.view(leads::questionnaire, {})->questions.size(), 8U);
}

TEST_P(SalesWayTest, a_lead_always_has_a_next_contact) {
    const auto id = lead_of_visitor().lead_id;
    EXPECT_EQ(refusal_of(test.action(leads::plan_contact, {.lead_id = id,
                                                           .at = test.now,
                                                           .channel = leads::ContactChannel::phone_call,
                                                           .version = version_of(id)})),
              "contact_in_the_past");
    EXPECT_EQ(refusal_of(test.action(leads::plan_contact, {.lead_id = id,
                                                           .at = test.now + days(2),
                                                           .channel = leads::ContactChannel::phone_call,
                                                           .version = version_of(id)})),
              "contact_too_late");
    ASSERT_TRUE(test.action(leads::plan_contact, {.lead_id = id,
                                                  .at = test.now + hours(5),
                                                  .channel = leads::ContactChannel::chat,
                                                  .plan = "发送配置表",
                                                  .version = version_of(id)}));
    test.now = test.now + days(1);
    const auto done = test.action(leads::record_contact, {.lead_id = id,
                                                          .channel = leads::ContactChannel::phone_call,
                                                          .result = leads::ContactResult::reached,
                                                          .words = {"周末带家人来"},
                                                          .version = version_of(id)});
    ASSERT_TRUE(done) << refusal_of(done);
    EXPECT_TRUE(done->late);
    EXPECT_EQ(local_date(done->next_contact_at), local_date(test.now + days(1)));
    EXPECT_EQ(test.view(leads::lead_record, {.lead_id = id})->contacts.size(), 1U);
    EXPECT_EQ(test.view(leads::lead_list, {.due_before = test.now + days(2)})->rows.size(), 1U);
    EXPECT_EQ(refusal_of(test.action(leads::plan_contact, {.lead_id = {1}, .at = test.now, .version = 1})),
              "lead_not_found");
}

TEST_P(SalesWayTest, giving_a_lead_up_is_the_managers_word) {
    const auto id = lead_of_visitor().lead_id;
    EXPECT_EQ(refusal_of(test.action(leads::lose_lead, {.lead_id = id,
                                                        .because = leads::LostBecause::competitor,
                                                        .words = {"价格更低"},
                                                        .version = version_of(id)})),
              "competitor_missing");
    const auto asked = test.action(leads::lose_lead, {.lead_id = id,
                                                      .because = leads::LostBecause::competitor,
                                                      .words = {"价格更低"},
                                                      .competitor_model = "某品牌 SUV",
                                                      .version = version_of(id)});
    ASSERT_TRUE(asked) << refusal_of(asked);
    EXPECT_TRUE(asked->waits_for_approval);
    EXPECT_EQ(refusal_of(test.action(leads::lose_lead, {.lead_id = id,
                                                        .because = leads::LostBecause::price,
                                                        .words = {"x"},
                                                        .version = version_of(id)})),
              "loss_waits_for_approval");
    const auto decide = [&](bool granted) {
        const auto approval = test.last_event("approvals.requested")->object("approval");
        as(manager, Role::sales_manager);
        const auto done =
            test.action(approvals::decide,
                        {.approval_id = {approval}, .granted = granted, .note = std::string("再约一次")});
        ASSERT_TRUE(done) << refusal_of(done);
    };
    decide(false);
    EXPECT_EQ(leads::find_lead(test.db(), test.store(), id)->state, leads::LeadState::open);
    as(li, Role::sales);
    ASSERT_TRUE(test.action(leads::lose_lead, {.lead_id = id,
                                               .because = leads::LostBecause::unreachable,
                                               .words = {"多次未接"},
                                               .version = version_of(id)}));
    decide(true);
    EXPECT_EQ(leads::find_lead(test.db(), test.store(), id)->state, leads::LeadState::lost);
    EXPECT_EQ(refusal_of(test.action(leads::choose_model, {.lead_id = id, .model_id = {1}, .version = 1})),
              "lead_is_closed");
    ASSERT_TRUE(
        test.action(leads::revive_lead, {.lead_id = id, .reason = {"客户来电"}, .version = version_of(id)}));
    EXPECT_EQ(refusal_of(test.action(leads::revive_lead,
                                     {.lead_id = id, .reason = {"x"}, .version = version_of(id)})),
              "lead_not_lost");
    EXPECT_EQ(refusal_of(test.action(
                  leads::reassign_lead,
                  {.lead_id = id, .consultant_id = host, .reason = {"x"}, .version = version_of(id)})),
              "not_a_consultant");
    ASSERT_TRUE(test.action(
        leads::reassign_lead,
        {.lead_id = id, .consultant_id = wang, .reason = {"李强休假"}, .version = version_of(id)}));
    EXPECT_EQ(leads::find_lead(test.db(), test.store(), id)->consultant_id, wang);
    // A manager gives up without asking, and a sale closes the lead.
    const auto customer = leads::find_lead(test.db(), test.store(), id)->customer_id;
    test.run([&](Tx& tx) { leads::mark_won(tx, customer, std::nullopt, {55}); });
    EXPECT_EQ(leads::find_lead(test.db(), test.store(), id)->state, leads::LeadState::won);
    EXPECT_EQ(test.last_event("leads.won")->object("deal"), 55);
}

TEST_P(SalesWayTest, a_lead_needs_somebody) {
    const auto visit = arrival();
    as(li, Role::sales);
    EXPECT_EQ(refusal_of(test.action(leads::open_lead, {.visit_id = visit.visit_id})),
              "visit_has_no_customer");
    EXPECT_EQ(refusal_of(test.action(leads::open_lead, {})), "lead_needs_customer");
    EXPECT_EQ(refusal_of(test.action(leads::open_lead, {.customer_id = Id<Customer>{1}})),
              "customer_not_found");
    EXPECT_EQ(refusal_of(test.action(leads::open_lead, {.visit_id = Id<reception::Visit>{1}})),
              "visit_not_found");
}

TEST_P(SalesWayTest, merging_customers_keeps_one_open_lead) {
    const auto id = lead_of_visitor().lead_id;
    const auto wang_fang = leads::find_lead(test.db(), test.store(), id)->customer_id;
    const auto again = test.action(register_action, {.name = "王芳"});
    ASSERT_TRUE(again);
    const auto second = test.action(leads::open_lead, {.customer_id = again->id});
    ASSERT_TRUE(second);
    as(manager, Role::sales_manager);
    ASSERT_TRUE(test.action(merge, {.from_id = again->id, .into_id = wang_fang, .reason = {"重复登记"}}));
    EXPECT_EQ(leads::find_lead(test.db(), test.store(), second->lead_id)->state, leads::LeadState::lost);
    EXPECT_EQ(leads::find_lead(test.db(), test.store(), second->lead_id)->customer_id, wang_fang);
    EXPECT_EQ(leads::lead_of_customer(test.db(), test.store(), wang_fang)->id, id);
    EXPECT_EQ(refusal_of(test.action(
                  leads::revive_lead,
                  {.lead_id = second->lead_id, .reason = {"x"}, .version = version_of(second->lead_id)})),
              "lead_merged_already");
}

TEST_P(SalesWayTest, a_record_that_is_not_there_is_refused) {
    using namespace vehicles;
    const auto known = model();
    EXPECT_EQ(refusal_of(test.action(accept_arrival, {.car_id = {1}, .location = {"A"}, .version = 1})),
              "car_not_found");
    EXPECT_EQ(refusal_of(test.action(move_car, {.car_id = {1}, .location = {"A"}, .version = 1})),
              "car_not_found");
    EXPECT_EQ(refusal_of(test.action(record_mileage, {.car_id = {1}, .mileage_km = 1})), "car_not_found");
    EXPECT_EQ(refusal_of(test.action(change_plate, {.car_id = {1}, .plate = {"京A12345"}})), "car_not_found");
    EXPECT_EQ(refusal_of(test.action(change_model_option, {.option_id = {1}, .price = {}, .version = 1})),
              "option_not_found");
    EXPECT_EQ(refusal_of(test.action(set_model_price, {.model_id = {1}, .price = {1}, .reason = {"x"}})),
              "model_not_found");
    EXPECT_EQ(refusal_of(test.action(set_model_price, {.model_id = known, .price = {0}, .reason = {"x"}})),
              "model_price_not_positive");
    EXPECT_EQ(refusal_of(test.action(add_model_option,
                                     {.model_id = known, .code = {"PANO"}, .name = {"天窗"}, .price = {1}})),
              "option_code_taken");
    EXPECT_EQ(
        refusal_of(test.action(
            order_car, {.vin = {"LATPAB071W1005301"}, .model_id = known, .colour = {"白"}, .cost = {-1}})),
        "car_cost_negative");
    AddModel again;
    again.code = {"S7-HEV"};
    again.brand = {"星驰"};
    again.series = {"S7"};
    again.trim = {"x"};
    again.year = 2026;
    again.fuel = Fuel::electric;
    again.gearbox = Gearbox::automatic;
    again.seats = 5;
    again.price = yuan(1);
    EXPECT_EQ(refusal_of(test.action(add_model, again)), "model_code_taken");
    EXPECT_EQ(refusal_of(test.view(leads::lead_record, {.lead_id = {1}})), "lead_not_found");
}

TEST_P(SalesWayTest, a_car_goes_from_the_maker_to_the_customer) {
    using namespace vehicles;
    const auto wanted = model();
    const OrderCar order{
        .vin = {"LATPAB071W1005301"}, .model_id = wanted, .colour = {"雪域白"}, .cost = yuan(160'000)};
    const auto car = test.action(order_car, order);
    ASSERT_TRUE(car) << refusal_of(car);
    EXPECT_EQ(refusal_of(test.action(order_car, order)), "vin_known_already");
    EXPECT_EQ(refusal_of(test.action(make_demo_car, {.car_id = car->id, .version = 1})), "car_not_in_stock");
    EXPECT_EQ(test.run([&](Tx& tx) { return lock_car(tx, car->id, {5}); }), std::nullopt);
    EXPECT_EQ(test.run([&](Tx& tx) { return lock_car(tx, car->id, {6}); })->name(), "car_not_available");
    AcceptArrival arrived{
        .car_id = car->id, .location = {"A-03"}, .mileage_km = 12, .damage = "划痕", .version = 2};
    EXPECT_EQ(refusal_of(test.action(accept_arrival, arrived)), "arrival_damage_needs_photo");
    arrived.damage.reset();
    ASSERT_TRUE(test.action(accept_arrival, arrived));
    EXPECT_EQ(refusal_of(test.action(accept_arrival, arrived)), "car_has_arrived");
    EXPECT_EQ(find_car(test.db(), test.store(), car->id)->state, CarState::locked);
    EXPECT_EQ(test.view(stock_list, {.state = CarState::locked})->rows.size(), 1U);
    test.run([&](Tx& tx) { release_car(tx, car->id, {5}); });
    EXPECT_EQ(find_car(test.db(), test.store(), car->id)->state, CarState::in_stock);
    EXPECT_EQ(test.view(model_record, {.model_id = wanted})->in_stock, 1);
    ASSERT_TRUE(test.action(make_demo_car, {.car_id = car->id, .plate = Plate{"京A12345"}, .version = 4}));
    EXPECT_EQ(test.view(demo_car_list, {})->rows.size(), 1U);
    ASSERT_TRUE(test.action(end_demo_use, {.car_id = car->id, .version = 5}));
    EXPECT_EQ(refusal_of(test.action(end_demo_use, {.car_id = car->id, .version = 6})), "car_is_not_demo");
    ASSERT_TRUE(test.action(move_car, {.car_id = car->id, .location = {"展厅 2"}, .version = 6}));
    EXPECT_EQ(refusal_of(test.action(record_mileage, {.car_id = car->id, .mileage_km = 11})),
              "mileage_goes_backwards");
    const auto customer = test.action(register_action, {.name = "王芳", .phone = Phone{"13800138000"}});
    ASSERT_TRUE(customer);
    const auto today = local_date(test.now);
    EXPECT_EQ(test.run([&](Tx& tx) { return sell_car(tx, car->id, customer->id, today, std::nullopt); }),
              std::nullopt);
    EXPECT_EQ(
        test.run([&](Tx& tx) { return sell_car(tx, car->id, customer->id, today, std::nullopt); })->name(),
        "car_not_available");
    EXPECT_EQ(cars_of_customer(test.db(), test.store(), customer->id).size(), 1U);
    EXPECT_EQ(refusal_of(test.action(move_car, {.car_id = car->id, .location = {"A"}, .version = 8})),
              "car_not_in_house");
    test.act_as_customer(customer->id.value, home);
    EXPECT_EQ(test.view(my_cars, {})->rows.size(), 1U);
    EXPECT_EQ(refusal_of(test.view(car_record, {.car_id = car->id})), "not_allowed");
}

}  // namespace
}  // namespace forecourt
