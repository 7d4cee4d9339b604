#pragma once
#include <action/context.h>

#include <optional>
#include <string>
#include <vector>

namespace forecourt::customers {
struct Customer;
}
namespace forecourt::vehicles {
struct Car;
struct Model;
}  // namespace forecourt::vehicles

namespace forecourt::deals {

struct Deal;
struct Promise;

/// A deal is one sale from the first quote to the key: the quote, the contract and the car belong to it.
enum class DealState {
    draft,
    awaiting_approval,
    offered,
    contract_drafted,
    contract_signed,
    delivered,
    cancelled
};
FORECOURT_ENUM(DealState, draft, awaiting_approval, offered, contract_drafted, contract_signed, delivered,
               cancelled)

/// What a line of the purchase plan is for; each kind has its own place in the ledger.
enum class DealLineKind {
    car,                   // the list price
    option,                // factory option of the car
    accessory,             // sold and fitted by us
    gift,                  // price 0, its worth is shown
    insurance,             // passed on to the insurer
    registration,          // passed on: plates
    purchase_tax,          // passed on to the tax office
    compulsory_insurance,  // passed on to the insurer
    vehicle_tax,           // passed on to the tax office by the insurer
    fee,                   // our own service, named and explained
    trade_in,              // negative: we take the old car in payment
    discount,              // negative: off the car's price
};
FORECOURT_ENUM(DealLineKind, car, option, accessory, gift, insurance, registration, purchase_tax,
               compulsory_insurance, vehicle_tax, fee, trade_in, discount)

/// What other modules may know of a deal. The sums contain VAT where VAT applies.
struct DealFacts {
    Id<Deal> id;
    std::string number;
    DealState state{};
    Id<customers::Customer> customer_id;
    Id<User> consultant_id;
    Id<vehicles::Model> model_id;
    std::optional<Id<vehicles::Car>> car_id;
    std::string car_title;
    Money total;        // what the customer pays in all
    Money car_price;    // list price and options less discount: what the car's invoice says
    Money accessories;  // sold and fitted by us, taxed as goods
    Money fees;         // our own services
    Money passed_on;    // insurance, taxes, plates: collected for others
    Money trade_in;     // what we owe for the old car, not negative
    std::int64_t goods_vat_basis_points{};     // on the day of the purchase
    std::int64_t services_vat_basis_points{};  // of our own services
    std::optional<Date> deliver_on;            // as the contract says
    std::int64_t version{};
};
FORECOURT_STRUCT(DealFacts, id, number, state, customer_id, consultant_id, model_id, car_id, car_title, total,
                 car_price, accessories, fees, passed_on, trade_in, goods_vat_basis_points,
                 services_vat_basis_points, deliver_on, version)

std::optional<DealFacts> find_deal(db::Connection& db, Id<Store> store, Id<Deal> id);

/// The lines of a deal, summed by what they are for; kinds without a line are not there.
struct LineSum {
    DealLineKind kind{};
    Money amount;
};
FORECOURT_STRUCT(LineSum, kind, amount)
std::vector<LineSum> line_sums_of(db::Connection& db, Id<Store> store, Id<Deal> id);

/// What the customer pays in all, 0 when there is no such deal.
Money deal_total(db::Connection& db, Id<Store> store, Id<Deal> id);

/// Accessories and gifts of the contract that are not fitted yet: the car stays until there are none.
std::int64_t open_fittings(db::Connection& db, Id<Store> store, Id<Deal> deal);

/// When the insurance that the contract leaves to us is expected, while no policy is written yet: until then
/// the car may not be on the road. Nothing when it is written, or is not ours to buy.
std::optional<Date> insurance_expected_on(db::Connection& db, Id<Store> store, Id<Deal> deal);

/// A promise of a contract that can be drawn now: "五次免费保养".
struct PromiseFacts {
    std::int64_t promise_id{};
    Id<Deal> deal_id;
    std::string car_title;
    std::string title;
    std::int64_t times{};
    std::int64_t used{};
    Date ends_on;
    std::int64_t version{};
};
FORECOURT_STRUCT(PromiseFacts, promise_id, deal_id, car_title, title, times, used, ends_on, version)
std::vector<PromiseFacts> open_promises(db::Connection& db, Id<Store> store, Id<customers::Customer> customer,
                                        Date today);

inline constexpr Refusal promise_not_found{"promise_not_found", RefusalKind::not_found};
/// The car is not handed over, or the promise was taken out of the contract.
inline constexpr Refusal promise_not_in_force{"promise_not_in_force"};
inline constexpr Refusal promise_used_up{"promise_used_up"};
/// The detail `until` says when it ended.
inline constexpr Refusal promise_run_out{"promise_run_out"};

/// Draws a promise once, for a repair order say. Refuses promise_not_found (also when it was made to somebody
/// else than `customer_id`), promise_not_in_force, promise_used_up, promise_run_out; at another version
/// changed_by_someone_else.
struct PromiseDraw {
    Id<Promise> promise_id;
    std::optional<Id<customers::Customer>> customer_id;
    std::int64_t version{};
    ObjectRef about;
    std::string note;
};
MaybeRefused draw_promise(Tx& tx, const PromiseDraw& draw);

/// What the customer was promised for nothing.
struct Gift {
    std::int64_t line_id{};
    std::string title;
    Money worth;
};
std::vector<Gift> gifts_of(db::Connection& db, Id<Store> store, Id<Deal> id);

/// The car is handed over: the deal is done. Ensures that its contract is signed.
void mark_delivered(Tx& tx, Id<Deal> id);

}  // namespace forecourt::deals
