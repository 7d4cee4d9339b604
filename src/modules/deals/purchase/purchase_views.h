#pragma once
#include <action/view.h>
#include <modules/deals/agency/agency.h>
#include <modules/deals/extras/extras.h>

namespace forecourt::deals {

inline constexpr Right own_purchases_read{"deals.own_purchases_read"};

/// What is done for the customer with others, as far as it concerns her: no word of ours, no commission.
struct MyCase {
    Id<AgencyCase> case_id;
    CaseKind kind{};
    CaseState state{};
    std::string owner_name;
    Date expected_on;
    bool is_late{};
    std::optional<Instant> sent_at;
    std::optional<Instant> done_at;
    Money collected;
    Money paid;
    Money rest;  // of what was collected; hers
    std::optional<Instant> rest_returned_at;
    std::string result;  // the plate, the tax receipt's number
    std::string receipt_number;
    std::string insurer;
    std::string policy_number;
    std::optional<Date> insured_until;
    std::vector<CaseText> missing_papers;  // what she still has to bring
};
FORECOURT_STRUCT(MyCase, case_id, kind, state, owner_name, expected_on, is_late, sent_at, done_at, collected,
                 paid, rest, rest_returned_at, result, receipt_number, insurer, policy_number, insured_until,
                 missing_papers)

struct MyPromise {
    std::string title;
    std::int64_t times{};
    std::int64_t used{};
    std::int64_t left{};
    std::int64_t valid_months{};
    std::optional<Date> ends_on;  // known once the car is handed over
    std::vector<Instant> drawn_at;
};
FORECOURT_STRUCT(MyPromise, title, times, used, left, valid_months, ends_on, drawn_at)

struct MyLine {
    DealLineKind kind{};
    std::string title;
    std::string explanation;
    Money amount;
    Money worth;
};
FORECOURT_STRUCT(MyLine, kind, title, explanation, amount, worth)

struct MyFitting {
    std::string title;
    FittingState state{};
    std::optional<Instant> fitted_at;
};
FORECOURT_STRUCT(MyFitting, title, state, fitted_at)

struct MyPurchase {
    Id<Deal> deal_id;
    DealState state{};
    std::string contract_number;
    std::string car_title;
    std::string colour;
    std::string plate;
    std::string consultant_name;
    Money total;
    Money paid;
    std::optional<Date> deliver_on;  // by the contract
    std::optional<Instant> delivered_at;
    std::vector<MyLine> lines;
    std::vector<MyFitting> fittings;
    std::vector<MyCase> cases;
    std::vector<MyPromise> promises;
};
FORECOURT_STRUCT(MyPurchase, deal_id, state, contract_number, car_title, colour, plate, consultant_name,
                 total, paid, deliver_on, delivered_at, lines, fittings, cases, promises)

struct MyPurchases {
    std::vector<MyPurchase> purchases;  // the newest first
};
FORECOURT_STRUCT(MyPurchases, purchases)

extern const View<Nothing, MyPurchases> my_purchases;

}  // namespace forecourt::deals
