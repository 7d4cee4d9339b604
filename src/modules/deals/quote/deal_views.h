#pragma once
#include <action/view.h>
#include <modules/deals/contract/contract.h>
#include <modules/deals/quote/deal_rules.h>
#include <modules/payments/api.h>
#include <modules/vehicles/order/api.h>
#include <services/documents/api.h>

namespace forecourt::deals {

struct DealListIn {
    std::optional<DealState> state;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Id<User>> consultant_id;
    std::optional<Id<vehicles::Model>> model_id;
    std::optional<Id<vehicles::Car>> car_id;
    std::optional<std::string> number;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -created_at (default), created_at
};
FORECOURT_STRUCT(DealListIn, state, customer_id, consultant_id, model_id, car_id, number, limit, after, sort)

/// A row of deal_list as the query gives it.
struct DealListRow {
    Id<Deal> id;
    std::string number;
    DealState state{};
    Id<customers::Customer> customer_id;
    Id<User> consultant_id;
    Id<vehicles::Model> model_id;
    std::optional<Id<vehicles::Car>> car_id;
    std::string car_title;
    Money total;
    Instant created_at;
    std::optional<Date> valid_until;
    std::int64_t version{};
};
FORECOURT_STRUCT(DealListRow, id, number, state, customer_id, consultant_id, model_id, car_id, car_title,
                 total, created_at, valid_until, version)

struct DealListLine {
    Id<Deal> id;
    std::string number;
    DealState state{};
    Id<customers::Customer> customer_id;
    std::string customer_name;
    Id<User> consultant_id;
    std::string consultant_name;
    std::string car_title;
    Money total;
    Money paid;
    Instant created_at;
    std::optional<Date> valid_until;
};
FORECOURT_STRUCT(DealListLine, id, number, state, customer_id, customer_name, consultant_id, consultant_name,
                 car_title, total, paid, created_at, valid_until)

struct DealIn {
    Id<Deal> deal_id;
};
FORECOURT_STRUCT(DealIn, deal_id)

/// The car of a deal, as its page shows it.
struct DealCar {
    Id<vehicles::Car> id;
    Vin vin;
    std::string colour;
    vehicles::CarState state{};
    std::string location;
};
FORECOURT_STRUCT(DealCar, id, vin, colour, state, location)

/// What a cancellation of the contract would do with the money, for those who may cancel it.
struct IfCancelled {
    Money paid;
    Money spent_on_services;  // that are done
    Money most_kept;          // of the deposit
};
FORECOURT_STRUCT(IfCancelled, paid, spent_on_services, most_kept)

struct DealRecord {
    Deal deal;
    std::string customer_name;
    std::string phone_masked;
    std::string consultant_name;
    vehicles::Fuel fuel{};
    vehicles::Gearbox gearbox{};
    std::optional<DealCar> car;
    std::optional<vehicles::OrderOfDeal> factory_order;  // of the car that is built for it
    std::vector<DealLine> lines;                         // in the order of the plan
    PlanSums sums;
    Money my_limit;  // how far the person who looks may go with reductions and gifts
    std::vector<Discount> discounts;
    std::vector<Contract> contracts;        // all versions
    std::optional<Contract> contract;       // the one in force or being drafted
    std::vector<std::string> missing;       // what keeps the contract from being signed
    std::optional<payments::DueFacts> due;  // from the signing on
    std::optional<IfCancelled> if_cancelled;
    std::vector<documents::ArchivedFacts> documents;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(DealRecord, deal, customer_name, phone_masked, consultant_name, fuel, gearbox, car,
                 factory_order, lines, sums, my_limit, discounts, contracts, contract, missing, due,
                 if_cancelled, documents, allowed_actions)

/// The contract to read before it is signed; its hash is given back with the signature.
struct ContractClause {
    std::string title;
    std::string text;
    bool conspicuous{};
    std::optional<std::string> title_en;
    std::optional<std::string> text_en;
};
FORECOURT_STRUCT(ContractClause, title, text, conspicuous, title_en, text_en)
struct ContractToRead {
    std::string title;
    std::string number;
    std::int64_t revision{};
    std::vector<ContractClause> clauses;  // the identity number is masked
    std::vector<DealLine> lines;
    Money total;
    std::string contents_hash;
    bool text_changed{};  // since it was drafted: draft it anew
    std::vector<std::string> missing;
};
FORECOURT_STRUCT(ContractToRead, title, number, revision, clauses, lines, total, contents_hash, text_changed,
                 missing)

struct TaxPreviewIn {
    Id<vehicles::Model> model_id;
    std::optional<Money> price;  // what the car's invoice will say; the list price when not said
    std::optional<Date> bought_on;
    std::optional<UsedBy> used_by;
};
FORECOURT_STRUCT(TaxPreviewIn, model_id, price, bought_on, used_by)
struct TaxPreview {
    Money price;
    ExplainedAmount purchase_tax;
    ExplainedAmount compulsory_insurance;
    ExplainedAmount vehicle_tax;
    Money total;
};
FORECOURT_STRUCT(TaxPreview, price, purchase_tax, compulsory_insurance, vehicle_tax, total)

inline constexpr Right deal_read{"deals.deal_read"};
inline constexpr Right deal_list_read{"deals.deal_list_read"};

extern const View<DealListIn, Page<DealListLine>> deal_list;
extern const View<DealIn, DealRecord> deal_record;
extern const View<DealIn, ContractToRead> contract_to_read;
extern const View<DealIn, Download> plan_pdf;
extern const View<DealIn, Download> contract_draft_pdf;
extern const View<TaxPreviewIn, TaxPreview> tax_preview;

}  // namespace forecourt::deals
