#pragma once
#include <action/action.h>
#include <modules/customers/api.h>
#include <modules/deals/api.h>
#include <modules/deals/tax/tax.h>
#include <modules/leads/api.h>

namespace forecourt::deals {

struct DealLine;
struct Discount;

struct Deal {
    Id<Deal> id;
    std::string number;
    DealState state{};
    Id<customers::Customer> customer_id;
    std::optional<Id<leads::Lead>> lead_id;
    Id<User> consultant_id;
    Id<vehicles::Model> model_id;
    std::optional<Id<vehicles::Car>> car_id;
    std::string car_title;
    bool used{};  // a used car: this very one, at its own price
    UsedBy used_by{};
    Date bought_on;  // says which tax tables are valid
    Money list_price;
    Money discount;
    std::string discount_reason;
    Money concession_granted;  // how far reductions and gifts may go without asking again
    Money total;
    Id<User> created_by;
    Instant created_at;
    std::optional<Id<User>> offered_by;
    std::optional<Instant> offered_at;
    std::optional<Date> valid_until;
    std::optional<Instant> delivered_at;
    std::optional<Id<User>> cancelled_by;
    std::optional<Instant> cancelled_at;
    std::optional<std::string> cancel_reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(Deal, id, number, state, customer_id, lead_id, consultant_id, model_id, car_id, car_title,
                 used, used_by, bought_on, list_price, discount, discount_reason, concession_granted, total,
                 created_by, created_at, offered_by, offered_at, valid_until, delivered_at, cancelled_by,
                 cancelled_at, cancel_reason, version)

/// A line of the purchase plan. Amounts contain VAT; what the customer gets for nothing has a worth instead.
struct DealLine {
    Id<DealLine> id;
    DealLineKind kind{};
    std::string title;
    std::string explanation;  // one line that says what it is for
    Money amount;
    Money worth;
    Money cost;  // what it costs us; 0 for those who may not see the margin
    std::optional<Id<vehicles::ModelOption>> option_id;
};
FORECOURT_STRUCT(DealLine, id, kind, title, explanation, amount, worth, cost, option_id)

/// `given`: within the limit of who set it. The others were asked of somebody.
enum class DiscountState { given, asked, granted, declined, withdrawn };
FORECOURT_ENUM(DiscountState, given, asked, granted, declined, withdrawn)

struct Discount {
    Id<Discount> id;
    DiscountState state{};
    Money amount;
    Money concession;  // with the gifts there were
    std::string reason;
    Id<User> set_by;
    Instant set_at;
    std::optional<std::string> decided_by_name;
    std::optional<Instant> decided_at;
    std::optional<std::string> decided_note;
    std::int64_t step{};  // how many have granted it on its way up
};
FORECOURT_STRUCT(Discount, id, state, amount, concession, reason, set_by, set_at, decided_by_name, decided_at,
                 decided_note, step)

struct StartQuote {
    Id<customers::Customer> customer_id;
    std::optional<Id<leads::Lead>> lead_id;
    std::optional<Id<vehicles::Model>> model_id;  // or a car of it
    std::optional<Id<vehicles::Car>> car_id;
    std::optional<Date> bought_on;  // today when not said
};
FORECOURT_STRUCT(StartQuote, customer_id, lead_id, model_id, car_id, bought_on)

struct QuoteStarted {
    Id<Deal> id;
    std::string number;
    Money total;
    std::int64_t version{};
};
FORECOURT_STRUCT(QuoteStarted, id, number, total, version)

struct AddLine {
    Id<Deal> deal_id;
    std::int64_t version{};
    DealLineKind kind{};
    std::string title;        // of an option and of what the state takes: filled in by itself
    std::string explanation;  // of insurance, plates and fees: must be said
    Money amount;             // of a gift its worth, of a trade-in what we pay; computed for taxes
    std::optional<Id<vehicles::ModelOption>> option_id;
    std::optional<Money> cost;  // of an accessory or gift: what fitting it will cost us
};
FORECOURT_STRUCT(AddLine, deal_id, version, kind, title, explanation, amount, option_id, cost)

struct RemoveLine {
    Id<Deal> deal_id;
    std::int64_t version{};
    Id<DealLine> line_id;
};
FORECOURT_STRUCT(RemoveLine, deal_id, version, line_id)

struct ChooseCar {
    Id<Deal> deal_id;
    std::int64_t version{};
    Id<vehicles::Car> car_id;
};
FORECOURT_STRUCT(ChooseCar, deal_id, version, car_id)

struct SetBoughtOn {
    Id<Deal> deal_id;
    std::int64_t version{};
    Date bought_on;
};
FORECOURT_STRUCT(SetBoughtOn, deal_id, version, bought_on)

struct SetDiscount {
    Id<Deal> deal_id;
    std::int64_t version{};
    Money amount;
    FilledText reason;
};
FORECOURT_STRUCT(SetDiscount, deal_id, version, amount, reason)

/// Offers the quote to the customer, or takes back what was asked or drafted.
struct DealAtVersion {
    Id<Deal> deal_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(DealAtVersion, deal_id, version)

struct OfferQuote {
    Id<Deal> deal_id;
    std::int64_t version{};
    std::optional<Date> valid_until;  // in a week when not said
};
FORECOURT_STRUCT(OfferQuote, deal_id, version, valid_until)

struct CancelDeal {
    Id<Deal> deal_id;
    std::int64_t version{};
    FilledText reason;
};
FORECOURT_STRUCT(CancelDeal, deal_id, version, reason)

struct DealChanged {
    Id<Deal> id;
    DealState state{};
    Money total;
    std::int64_t version{};
};
FORECOURT_STRUCT(DealChanged, id, state, total, version)

struct LineAdded {
    Id<DealLine> line_id;
    DealState state{};
    Money total;
    std::int64_t version{};
};
FORECOURT_STRUCT(LineAdded, line_id, state, total, version)

inline constexpr Refusal deal_not_found{"deal_not_found", RefusalKind::not_found};
inline constexpr Refusal car_or_model_needed{"car_or_model_needed", RefusalKind::unprocessable};
inline constexpr Refusal model_not_on_offer{"model_not_on_offer"};
inline constexpr Refusal car_is_other_model{"car_is_other_model"};
/// The used car is not for sale (yet): it is being prepared.
inline constexpr Refusal used_car_has_no_price{"used_car_has_no_price"};
/// There is no second one like it: a quote on a used car stays with this car.
inline constexpr Refusal used_car_needs_own_quote{"used_car_needs_own_quote"};
/// The purchase tax was paid when the car was new.
inline constexpr Refusal used_car_pays_no_purchase_tax{"used_car_pays_no_purchase_tax"};
inline constexpr Refusal line_not_found{"line_not_found", RefusalKind::not_found};
/// The car and the discount are not lines that are added or removed.
inline constexpr Refusal line_kind_not_allowed{"line_kind_not_allowed", RefusalKind::unprocessable};
inline constexpr Refusal line_needs_title{"line_needs_title", RefusalKind::unprocessable};
/// Insurance, plates and fees: the customer must be able to read what it is for.
inline constexpr Refusal line_needs_explanation{"line_needs_explanation", RefusalKind::unprocessable};
/// Only accessories and gifts have a cost of their own, and none below nothing.
inline constexpr Refusal line_cost_wrong{"line_cost_wrong", RefusalKind::unprocessable};
inline constexpr Refusal line_amount_wrong{"line_amount_wrong", RefusalKind::unprocessable};
/// One purchase tax, one compulsory insurance, one vehicle tax, an option once.
inline constexpr Refusal line_is_there{"line_is_there"};
inline constexpr Refusal option_of_other_model{"option_of_other_model", RefusalKind::unprocessable};
/// Reductions and gifts together go beyond what may be given; the detail `limit` says how far.
inline constexpr Refusal gift_beyond_limit{"gift_beyond_limit"};
inline constexpr Refusal discount_negative{"discount_negative", RefusalKind::unprocessable};
inline constexpr Refusal discount_over_price{"discount_over_price", RefusalKind::unprocessable};
/// The old car would be worth more than all that is bought.
inline constexpr Refusal total_negative{"total_negative"};
inline constexpr Refusal discount_is_waiting{"discount_is_waiting"};
inline constexpr Refusal discount_not_waiting{"discount_not_waiting"};
inline constexpr Refusal contract_is_drafted{"contract_is_drafted"};
inline constexpr Refusal contract_is_signed{"contract_is_signed"};
inline constexpr Refusal deal_is_delivered{"deal_is_delivered"};
inline constexpr Refusal deal_is_cancelled{"deal_is_cancelled"};
inline constexpr Refusal quote_is_offered{"quote_is_offered"};
inline constexpr Refusal valid_until_past{"valid_until_past", RefusalKind::unprocessable};

}  // namespace forecourt::deals
