#include <modules/used_cars/car/used_car_rules.h>
#include <modules/used_cars/job/job_rules.h>
#include <modules/used_cars/photo/photo_rules.h>

#include <algorithm>

namespace forecourt::used_cars {
namespace {

constexpr UsedPaper needed_for_payment[] = {UsedPaper::purchase_contract, UsedPaper::registration_certificate,
                                            UsedPaper::seller_identity};
constexpr UsedPaper needed_for_sale[] = {UsedPaper::registration_certificate, UsedPaper::vehicle_licence};

bool has_all(std::span<const PaperRow> papers, std::span<const UsedPaper> wanted) {
    return std::all_of(wanted.begin(), wanted.end(), [&](UsedPaper kind) { return has_paper(papers, kind); });
}

MaybeRefused may_stand_for_sale(const UsedCarNow& now) {
    if (const auto open = open_jobs(now.jobs); open > 0)
        return with(used_jobs_are_open, "count", std::to_string(open));
    if (!is_inspected(now.jobs)) return used_car_not_inspected;
    if (!has_all(now.papers, needed_for_sale)) return seller_papers_missing;
    if (!now.car.described_at) return used_car_not_described;
    if (const auto missing = missing_photos(now.photos); !missing.empty())
        return with(used_photos_missing, "count", std::to_string(missing.size()));
    if (!now.car.asking_price) return asking_price_missing;
    return std::nullopt;
}

bool is_invoice_number(const std::string& number) {
    return number.size() == 20 &&
           std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

MaybeRefused check_purchase(const BuyUsedCar& in, Date today) {
    if (in.first_registered > today) return used_first_registration_wrong;
    if (in.market_price <= Money{0} || in.repair_estimate < Money{0} || in.price <= Money{0})
        return used_price_wrong;
    const Money limit = in.market_price - in.repair_estimate;
    if (in.price > limit) return with(used_price_over_value, "limit", to_text(std::max(Money{0}, limit)));
    return std::nullopt;
}

MaybeRefused check_trade_in(const std::optional<deals::DealFacts>& deal, const BuyUsedCar& in) {
    if (!deal) return trade_in_deal_not_found;
    const bool is_taken_in = deal->state == deals::DealState::delivered && deal->trade_in > Money{0};
    if (!is_taken_in || deal->customer_id != in.customer_id) return deal_has_no_trade_in;
    if (in.price != deal->trade_in) return with(trade_in_has_other_price, "price", to_text(deal->trade_in));
    return std::nullopt;
}

MaybeRefused may_receive_paper(const UsedCarRow& car) {
    if (car.sold_at) return used_car_is_sold;
    return std::nullopt;
}

bool has_paper(std::span<const PaperRow> papers, UsedPaper kind) {
    return std::any_of(papers.begin(), papers.end(), [&](const PaperRow& one) { return one.kind == kind; });
}

MaybeRefused may_pay_seller(const UsedCarNow& now) {
    if (now.car.source == UsedSource::trade_in) return trade_in_is_netted;
    if (!has_all(now.papers, needed_for_payment)) return seller_papers_missing;
    if (now.car.paid == now.car.price) return with(seller_payment_wrong, "open", to_text(Money{0}));
    return std::nullopt;
}

MaybeRefused check_payment(const UsedCarNow& now, Money amount) {
    if (auto no = may_pay_seller(now)) return no;
    const Money open = now.car.price - now.car.paid;
    if (amount <= Money{0} || amount > open) return with(seller_payment_wrong, "open", to_text(open));
    return std::nullopt;
}

MaybeRefused may_describe(const UsedCarNow& now) {
    if (now.car.sold_at) return used_car_is_sold;
    // The contract says what is sold.
    if (now.promised) return used_car_is_promised;
    return std::nullopt;
}

MaybeRefused may_set_price(const UsedCarRow& car) {
    if (car.sold_at) return used_car_is_sold;
    return std::nullopt;
}

MaybeRefused check_asking_price(const UsedCarRow& car, Money price) {
    if (auto no = may_set_price(car)) return no;
    if (price <= Money{0}) return used_price_wrong;
    return std::nullopt;
}

MaybeRefused may_move_on(const UsedCarNow& now) {
    if (now.car.sold_at) return used_car_is_sold;
    if (now.promised) return used_car_is_promised;
    return std::nullopt;
}

MaybeRefused may_enter(const UsedCarNow& now, UsedStep step) {
    if (auto no = may_move_on(now)) return no;
    switch (step) {
        case UsedStep::arrived:
        case UsedStep::sold:
            return used_step_not_chosen;
        case UsedStep::inspection:
        case UsedStep::mechanical:
        case UsedStep::body_paint:
        case UsedStep::cleaning:
        case UsedStep::photos:
        case UsedStep::for_sale:
            break;
    }
    if (step == now.car.step) return used_car_is_there;
    if (const auto open = open_jobs(now.jobs, now.car.step); open > 0)
        return with(used_jobs_are_open, "count", std::to_string(open));
    if (step == UsedStep::for_sale) return may_stand_for_sale(now);
    return std::nullopt;
}

MaybeRefused may_record_transfer(const UsedCarRow& car) {
    if (!car.sold_at) return used_car_is_not_sold;
    if (car.transferred_on) return transfer_is_recorded;
    return std::nullopt;
}

MaybeRefused check_transfer(const UsedCarRow& car, const RecordTransfer& in, Date today) {
    if (auto no = may_record_transfer(car)) return no;
    if (!is_invoice_number(in.invoice_number.text)) return used_invoice_number_wrong;
    if (in.transferred_on > today || in.transferred_on < local_date(car.taken_at)) return transfer_day_wrong;
    return std::nullopt;
}

std::vector<ledger::Posting> postings_of_purchase(Money price, Id<customers::Customer> seller) {
    using ledger::Account;
    return {{Account::vehicle_stock, price}, {Account::supplier_payable, -price, seller.value}};
}

std::vector<ledger::Posting> postings_of_seller_payment(Money amount, Id<customers::Customer> seller) {
    using ledger::Account;
    return {{Account::supplier_payable, amount, seller.value}, {Account::bank, -amount}};
}

UsedMoney money_of(const UsedMoneyIn& in) {
    const Date until = in.car.sold_at ? local_date(*in.car.sold_at) : in.today;
    UsedMoney money{
        .price = in.car.price,
        .spent = in.car.spent,
        .planned = planned_of_open(in.jobs),
        .cost = in.car.price + in.car.spent,
        .capital_cost = vehicles::capital_cost_between(in.car.price, local_date(in.car.taken_at), until),
        .daily_cost = {},
        .net = {},
        .margin = {}};
    for (const auto& job : in.jobs) {
        if (job.state != ReconditioningState::done || !job.ended_at) continue;
        money.capital_cost += vehicles::capital_cost_between(job.cost, local_date(*job.ended_at), until);
    }
    if (!in.car.sold_at) money.daily_cost = vehicles::capital_cost_between(money.cost, until, until + 1);
    if (!in.gross) return money;
    money.net = split_tax_half_up(*in.gross, in.vat_basis_points).net;
    money.margin = *money.net - money.cost - money.capital_cost;
    return money;
}

}  // namespace forecourt::used_cars
