#include <gtest/gtest.h>
#include <modules/used_cars/car/used_car_rules.h>
#include <modules/used_cars/job/job_rules.h>
#include <modules/used_cars/photo/photo_rules.h>

namespace forecourt::used_cars {
namespace {

std::string told(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "free"; }
Date day(const char* text) { return *parse_date(text); }
const Date today = date_of({2026, 4, 20});

BuyUsedCar purchase() {
    return {.customer_id = {5},
            .first_registered = day("2019-05-01"),
            .market_price = yuan(65'000),
            .repair_estimate = yuan(5'000),
            .price = yuan(60'000)};
}

TEST(UsedPurchase, pays_no_more_than_the_car_is_worth) {
    struct Row {
        Money market, repair, price;
        Date registered;
        const char* wanted;
    };
    const Row rows[] = {
        {yuan(65'000), yuan(5'000), yuan(60'000), today, "free"},
        {yuan(65'000), yuan(5'000), {6'000'001}, today, "used_price_over_value"},
        {yuan(5'000), yuan(6'000), {1}, today, "used_price_over_value"},
        {yuan(65'000), yuan(5'000), yuan(60'000), today + 1, "used_first_registration_wrong"},
        {yuan(0), yuan(0), yuan(1), today, "used_price_wrong"},
        {yuan(65'000), {-1}, yuan(1), today, "used_price_wrong"},
        {yuan(65'000), yuan(0), yuan(0), today, "used_price_wrong"},
    };
    for (const auto& row : rows) {
        auto in = purchase();
        in.market_price = row.market;
        in.repair_estimate = row.repair;
        in.price = row.price;
        in.first_registered = row.registered;
        EXPECT_EQ(told(check_purchase(in, today)), row.wanted) << row.price.fen;
    }
}

TEST(UsedTradeIn, costs_what_its_deal_gave) {
    using deals::DealState;
    const deals::DealFacts given{.state = DealState::delivered, .customer_id = {5}, .trade_in = yuan(60'000)};
    EXPECT_EQ(told(check_trade_in(given, purchase())), "free");
    EXPECT_EQ(told(check_trade_in({}, purchase())), "trade_in_deal_not_found");
    auto open = given;
    open.state = DealState::contract_signed;
    EXPECT_EQ(told(check_trade_in(open, purchase())), "deal_has_no_trade_in");
    auto none = given;
    none.trade_in = Money{0};
    EXPECT_EQ(told(check_trade_in(none, purchase())), "deal_has_no_trade_in");
    auto anothers = given;
    anothers.customer_id = {6};
    EXPECT_EQ(told(check_trade_in(anothers, purchase())), "deal_has_no_trade_in");
    auto dearer = given;
    dearer.trade_in = Money{6'000'001};
    EXPECT_EQ(told(check_trade_in(dearer, purchase())), "trade_in_has_other_price");
}

UsedCarNow ready() {
    UsedCarNow now{.car = {.source = UsedSource::purchase,
                           .price = yuan(60'000),
                           .asking_price = yuan(70'000),
                           .described_at = Instant{1},
                           .step = UsedStep::photos},
                   .papers = {},
                   .jobs = {{.step = ReconditioningStep::inspection, .state = ReconditioningState::done}}};
    for (const auto kind : {UsedPaper::purchase_contract, UsedPaper::registration_certificate,
                            UsedPaper::vehicle_licence, UsedPaper::seller_identity})
        now.papers.push_back({.kind = kind});
    for (const auto place : {PhotoPlace::front, PhotoPlace::rear, PhotoPlace::left_side,
                             PhotoPlace::right_side, PhotoPlace::front_seats, PhotoPlace::dashboard})
        now.photos.push_back({.place = place});
    return now;
}

void lose(UsedCarNow& now, UsedPaper kind) {
    std::erase_if(now.papers, [&](const PaperRow& paper) { return paper.kind == kind; });
}

TEST(UsedCar, stands_for_sale_with_everything_it_needs) {
    EXPECT_EQ(told(may_enter(ready(), UsedStep::for_sale)), "free");
    auto now = ready();
    now.jobs.push_back({.step = ReconditioningStep::mechanical, .state = ReconditioningState::planned});
    EXPECT_EQ(told(may_enter(now, UsedStep::for_sale)), "used_jobs_are_open");
    now.jobs.clear();
    EXPECT_EQ(told(may_enter(now, UsedStep::for_sale)), "used_car_not_inspected");
    for (const auto kind : {UsedPaper::registration_certificate, UsedPaper::vehicle_licence}) {
        now = ready();
        lose(now, kind);
        EXPECT_EQ(told(may_enter(now, UsedStep::for_sale)), "seller_papers_missing");
    }
    now = ready();
    now.car.described_at.reset();
    EXPECT_EQ(told(may_enter(now, UsedStep::for_sale)), "used_car_not_described");
    for (std::size_t i = 0; i < ready().photos.size(); ++i) {
        now = ready();
        // A second view of another place does not stand for it.
        now.photos[i].place = PhotoPlace::defects;
        EXPECT_EQ(told(may_enter(now, UsedStep::for_sale)), "used_photos_missing") << i;
    }
    now = ready();
    now.car.asking_price.reset();
    EXPECT_EQ(told(may_enter(now, UsedStep::for_sale)), "asking_price_missing");
}

TEST(UsedCar, leaves_a_step_when_its_work_is_over) {
    auto now = ready();
    EXPECT_EQ(told(may_enter(now, UsedStep::photos)), "used_car_is_there");
    EXPECT_EQ(told(may_enter(now, UsedStep::arrived)), "used_step_not_chosen");
    EXPECT_EQ(told(may_enter(now, UsedStep::sold)), "used_step_not_chosen");
    // Back again, for what was found late.
    EXPECT_EQ(told(may_enter(now, UsedStep::body_paint)), "free");
    now.jobs.push_back({.step = ReconditioningStep::photos, .state = ReconditioningState::planned});
    EXPECT_EQ(told(may_enter(now, UsedStep::body_paint)), "used_jobs_are_open");
    now.jobs.back().step = ReconditioningStep::cleaning;
    EXPECT_EQ(told(may_enter(now, UsedStep::body_paint)), "free");
    now.promised = true;
    EXPECT_EQ(told(may_enter(now, UsedStep::body_paint)), "used_car_is_promised");
    EXPECT_EQ(told(may_describe(now)), "used_car_is_promised");
    now.car.sold_at = Instant{1};
    EXPECT_EQ(told(may_enter(now, UsedStep::body_paint)), "used_car_is_sold");
    EXPECT_EQ(told(may_describe(now)), "used_car_is_sold");
    EXPECT_EQ(told(may_receive_paper(now.car)), "used_car_is_sold");
    EXPECT_EQ(told(may_set_photos(now.car)), "used_car_is_sold");
    EXPECT_EQ(told(check_asking_price(now.car, yuan(1))), "used_car_is_sold");
    EXPECT_EQ(told(check_asking_price(ready().car, yuan(0))), "used_price_wrong");
}

TEST(UsedSeller, is_paid_once_the_papers_are_here) {
    EXPECT_EQ(told(check_payment(ready(), yuan(60'000))), "free");
    EXPECT_EQ(told(check_payment(ready(), {6'000'001})), "seller_payment_wrong");
    EXPECT_EQ(told(check_payment(ready(), yuan(0))), "seller_payment_wrong");
    for (const auto kind :
         {UsedPaper::purchase_contract, UsedPaper::registration_certificate, UsedPaper::seller_identity}) {
        auto now = ready();
        lose(now, kind);
        EXPECT_EQ(told(check_payment(now, yuan(1))), "seller_papers_missing");
    }
    auto part = ready();
    part.car.paid = yuan(50'000);
    EXPECT_EQ(told(check_payment(part, yuan(10'000))), "free");
    EXPECT_EQ(told(check_payment(part, {1'000'001})), "seller_payment_wrong");
    part.car.paid = part.car.price;
    EXPECT_EQ(told(may_pay_seller(part)), "seller_payment_wrong");
    auto traded = ready();
    traded.car.source = UsedSource::trade_in;
    EXPECT_EQ(told(may_pay_seller(traded)), "trade_in_is_netted");
}

TEST(UsedTransfer, comes_after_the_sale_and_once) {
    UsedCarRow car{.taken_at = local_instant(day("2026-04-01"))};
    const RecordTransfer in{.invoice_number = {"26330000000012345678"}, .transferred_on = today};
    EXPECT_EQ(told(check_transfer(car, in, today)), "used_car_is_not_sold");
    car.sold_at = local_instant(day("2026-04-18"));
    EXPECT_EQ(told(check_transfer(car, in, today)), "free");
    EXPECT_EQ(told(check_transfer(car, in, today + -1)), "transfer_day_wrong");
    auto wrong = in;
    wrong.transferred_on = day("2026-03-31");
    EXPECT_EQ(told(check_transfer(car, wrong, today)), "transfer_day_wrong");
    wrong = in;
    wrong.invoice_number = {"2633000000001234567X"};
    EXPECT_EQ(told(check_transfer(car, wrong, today)), "used_invoice_number_wrong");
    car.transferred_on = today;
    EXPECT_EQ(told(check_transfer(car, in, today)), "transfer_is_recorded");
}

TEST(ReconditioningJob, ends_once_with_a_cost_and_who_did_it) {
    const UsedCarRow car{};
    const JobRow job{.state = ReconditioningState::planned};
    EXPECT_EQ(told(check_plan(car, {.planned_cost = yuan(0)})), "free");
    EXPECT_EQ(told(check_plan(car, {.planned_cost = {-1}})), "reconditioning_cost_wrong");
    EXPECT_EQ(told(check_finish(car, job, {.cost = yuan(0), .done_by = ReconditionedBy::own_workshop})),
              "free");
    EXPECT_EQ(told(check_finish(car, job, {.cost = {-1}})), "reconditioning_cost_wrong");
    EXPECT_EQ(told(check_finish(car, job, {.done_by = ReconditionedBy::supplier, .supplier = " "})),
              "supplier_missing");
    EXPECT_EQ(told(check_finish(car, job, {.done_by = ReconditionedBy::supplier, .supplier = "顺达"})),
              "free");
    for (const auto state : {ReconditioningState::done, ReconditioningState::dropped})
        EXPECT_EQ(told(may_end_job(car, {.state = state})), "reconditioning_job_is_over");
    const UsedCarRow sold{.sold_at = Instant{1}};
    EXPECT_EQ(told(may_end_job(sold, job)), "used_car_is_sold");
    EXPECT_EQ(told(check_plan(sold, {})), "used_car_is_sold");
}

TEST(UsedMoney, is_booked_in_two_places) {
    const std::vector<ledger::Posting> entries[] = {postings_of_purchase(yuan(60'000), {5}),
                                                    postings_of_seller_payment(yuan(60'000), {5}),
                                                    postings_of_job(yuan(800), ReconditionedBy::own_workshop),
                                                    postings_of_job(yuan(1'500), ReconditionedBy::supplier)};
    Money stock;
    for (const auto& postings : entries) {
        Money sum;
        for (const auto& posting : postings) {
            sum += posting.amount;
            if (posting.account == ledger::Account::vehicle_stock) stock += posting.amount;
        }
        EXPECT_EQ(sum.fen, 0);
    }
    // Price and reconditioning are in the stock's value, and nothing else is.
    EXPECT_EQ(stock, yuan(62'300));
    EXPECT_EQ(entries[2][1].account, ledger::Account::internal_cost);
    EXPECT_EQ(entries[3][1].account, ledger::Account::supplier_payable);
}

TEST(UsedMoney, counts_each_part_from_the_day_it_was_spent) {
    const UsedCarRow car{
        .price = yuan(60'000), .spent = yuan(2'000), .taken_at = local_instant(day("2026-04-01"), 10)};
    const std::vector<JobRow> jobs{
        {.cost = yuan(2'000),
         .state = ReconditioningState::done,
         .ended_at = local_instant(day("2026-04-11"), 16)},
        {.planned_cost = yuan(500), .state = ReconditioningState::planned},
        {.planned_cost = yuan(900), .state = ReconditioningState::dropped, .ended_at = Instant{1}}};
    const auto money = money_of({.car = car,
                                 .jobs = jobs,
                                 .gross = yuan(70'350),
                                 .vat_basis_points = 50,
                                 .today = day("2026-05-01")});
    EXPECT_EQ(money.cost, yuan(62'000));
    EXPECT_EQ(money.planned, yuan(500));
    // 5.1 % of 360 days: thirty days of 60,000 and twenty of 2,000.
    EXPECT_EQ(money.capital_cost, Money{25'500 + 567});
    EXPECT_EQ(money.daily_cost, Money{878});
    EXPECT_EQ(money.net, yuan(70'000));
    EXPECT_EQ(money.margin, yuan(70'000) - yuan(62'000) - Money{26'067});
    auto sold = car;
    sold.sold_at = local_instant(day("2026-04-11"), 17);
    const auto at_sale = money_of({.car = sold, .jobs = jobs, .gross = {}, .today = day("2026-05-01")});
    EXPECT_EQ(at_sale.capital_cost, Money{8'500});
    EXPECT_EQ(at_sale.daily_cost, Money{0});
    EXPECT_FALSE(at_sale.margin);
}

}  // namespace
}  // namespace forecourt::used_cars
