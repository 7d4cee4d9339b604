#pragma once
#include <modules/used_cars/job/job.h>
#include <modules/used_cars/photo/photo.h>
#include <services/ledger/api.h>

#include <span>

namespace forecourt::used_cars {

/// What the guards look at.
struct UsedCarNow {
    UsedCarRow car;
    std::vector<PaperRow> papers;
    std::vector<JobRow> jobs;
    std::vector<PhotoRow> photos;
    bool promised{};  // locked by a signed contract
};

MaybeRefused check_purchase(const BuyUsedCar& in, Date today);
/// The old car of a deal: delivered, from this customer, at the price that the deal gave. `deal` may be
/// nothing.
MaybeRefused check_trade_in(const std::optional<deals::DealFacts>& deal, const BuyUsedCar& in);

MaybeRefused may_receive_paper(const UsedCarRow& car);
bool has_paper(std::span<const PaperRow> papers, UsedPaper kind);
MaybeRefused may_pay_seller(const UsedCarNow& now);
MaybeRefused check_payment(const UsedCarNow& now, Money amount);

MaybeRefused may_describe(const UsedCarNow& now);
MaybeRefused may_set_price(const UsedCarRow& car);
MaybeRefused check_asking_price(const UsedCarRow& car, Money price);

/// Whether the car is in somebody's hands, whatever step is asked for.
MaybeRefused may_move_on(const UsedCarNow& now);
/// The rule of the way: a step is left when its work is over, and a car stands for sale inspected, described,
/// photographed, with its papers and a price.
MaybeRefused may_enter(const UsedCarNow& now, UsedStep step);

MaybeRefused may_record_transfer(const UsedCarRow& car);
MaybeRefused check_transfer(const UsedCarRow& car, const RecordTransfer& in, Date today);

/// The car comes into stock and its seller is owed the price. Sums to zero.
std::vector<ledger::Posting> postings_of_purchase(Money price, Id<customers::Customer> seller);
/// The seller is paid by the bank. Sums to zero.
std::vector<ledger::Posting> postings_of_seller_payment(Money amount, Id<customers::Customer> seller);

/// What a car has cost and what is left of it.
struct UsedMoney {
    Money price;
    Money spent;         // on reconditioning
    Money planned;       // work that is still open
    Money cost;          // price and reconditioning
    Money capital_cost;  // of the days it stood
    Money daily_cost;
    std::optional<Money> net;     // of the sale, or of the asking price, without VAT
    std::optional<Money> margin;  // net less cost and capital cost
};
FORECOURT_STRUCT(UsedMoney, price, spent, planned, cost, capital_cost, daily_cost, net, margin)
struct UsedMoneyIn {
    UsedCarRow car;
    std::span<const JobRow> jobs;
    std::optional<Money> gross;  // what the customer pays or is asked for, with VAT
    std::int64_t vat_basis_points{};
    Date today;
};
/// The money lies in the car from the day it was spent until the day of the sale.
UsedMoney money_of(const UsedMoneyIn& in);

}  // namespace forecourt::used_cars
