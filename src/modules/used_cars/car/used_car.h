#pragma once
#include <action/action.h>
#include <modules/customers/api.h>
#include <modules/deals/used/api.h>
#include <modules/used_cars/api.h>
#include <modules/vehicles/used/api.h>

namespace forecourt::used_cars {

inline constexpr Right used_car_read{"used_cars.used_car_read"};
inline constexpr Right used_car_write{"used_cars.used_car_write"};
/// Moves cars from step to step and does the work on them.
inline constexpr Right reconditioning_write{"used_cars.reconditioning_write"};
inline constexpr Right seller_pay{"used_cars.seller_pay"};
/// What a car cost us and what is left of its sale.
inline constexpr Right used_cost_read{"used_cars.used_cost_read"};

/// `trade_in`: taken in payment for a car of ours, so its price is settled with that deal.
enum class UsedSource { purchase, trade_in };
FORECOURT_ENUM(UsedSource, purchase, trade_in)

struct UsedCarRow {
    Id<UsedCar> id;
    std::string number;
    Id<vehicles::Car> car_id;
    std::optional<Id<vehicles::Car>> car_before_id;
    UsedSource source{};
    Id<customers::Customer> seller_id;
    std::optional<Id<deals::Deal>> deal_id;  // whose old car it was
    std::string model_text;
    Vin vin;
    std::string plate;
    std::string colour;
    std::string condition;
    std::int64_t mileage_km{};
    Date first_registered;
    Money market_price;
    Money repair_estimate;
    Money price;  // what we owe or owed for it
    Money paid;
    Money spent;  // on reconditioning
    std::optional<Money> asking_price;
    std::optional<Instant> described_at;
    UsedStep step{};
    Instant step_since;
    Instant taken_at;
    std::string taken_by;
    std::optional<Instant> offered_at;  // when it stood for sale first
    std::optional<Instant> sold_at;
    std::optional<Id<deals::Deal>> sold_deal_id;
    std::string invoice_number;
    std::optional<Date> transferred_on;
    std::int64_t version{};
};
FORECOURT_STRUCT(UsedCarRow, id, number, car_id, car_before_id, source, seller_id, deal_id, model_text, vin,
                 plate, colour, condition, mileage_km, first_registered, market_price, repair_estimate, price,
                 paid, spent, asking_price, described_at, step, step_since, taken_at, taken_by, offered_at,
                 sold_at, sold_deal_id, invoice_number, transferred_on, version)

/// Bought from a customer; with `deal_id` the old car of a sale that was delivered and is not in stock yet.
struct BuyUsedCar {
    Id<customers::Customer> customer_id;
    Vin vin;
    std::optional<Plate> plate;
    FilledText model_text;
    Date first_registered;
    std::int64_t mileage_km{};
    FilledText condition;
    Money market_price;
    Money repair_estimate;
    Money price;
    FilledText location;
    std::optional<std::string> key_number;
    std::optional<std::int64_t> keys;  // how many the seller has given: one when nothing is said
    std::optional<Id<deals::Deal>> deal_id;
};
FORECOURT_STRUCT(BuyUsedCar, customer_id, vin, plate, model_text, first_registered, mileage_km, condition,
                 market_price, repair_estimate, price, location, key_number, keys, deal_id)

struct UsedCarBought {
    Id<UsedCar> id;
    std::string number;
    Id<vehicles::Car> car_id;
};
FORECOURT_STRUCT(UsedCarBought, id, number, car_id)

enum class UsedPaper {
    purchase_contract,
    registration_certificate,  // 机动车登记证书: who has it owns the car
    vehicle_licence,           // 行驶证
    seller_identity,
    compulsory_insurance,
    inspection_report,  // of an independent appraiser
};
FORECOURT_ENUM(UsedPaper, purchase_contract, registration_certificate, vehicle_licence, seller_identity,
               compulsory_insurance, inspection_report)

struct PaperRow {
    UsedPaper kind{};
    std::string number;
    std::string file;  // the hash of a scan; empty without one
    Instant received_at;
    std::string received_by;
};
FORECOURT_STRUCT(PaperRow, kind, number, file, received_at, received_by)

struct ReceivePaper {
    Id<UsedCar> used_car_id;
    UsedPaper kind{};
    std::optional<std::string> number;
    std::optional<FileHash> file;
};
FORECOURT_STRUCT(ReceivePaper, used_car_id, kind, number, file)

struct PaySeller {
    Id<UsedCar> used_car_id;
    Money amount;
    FilledText reference;  // of the bank transfer
    std::int64_t version{};
};
FORECOURT_STRUCT(PaySeller, used_car_id, amount, reference, version)

struct PaymentRow {
    Money amount;
    std::string reference;
    Instant paid_at;
    std::string paid_by;
};
FORECOURT_STRUCT(PaymentRow, amount, reference, paid_at, paid_by)

/// What the registration certificate says the car is.
struct DescribeUsedCar {
    Id<UsedCar> used_car_id;
    FilledText brand;
    FilledText series;
    FilledText trim;
    std::int64_t year{};
    vehicles::Fuel fuel{};
    vehicles::Gearbox gearbox{};
    std::int64_t displacement_ml{};
    std::int64_t seats{};
    FilledText colour;
    Money new_price;
    std::int64_t version{};
};
FORECOURT_STRUCT(DescribeUsedCar, used_car_id, brand, series, trim, year, fuel, gearbox, displacement_ml,
                 seats, colour, new_price, version)

struct EnterStep {
    Id<UsedCar> used_car_id;
    UsedStep step{};
    std::optional<std::string> location;
    std::int64_t version{};
};
FORECOURT_STRUCT(EnterStep, used_car_id, step, location, version)

struct SetAskingPrice {
    Id<UsedCar> used_car_id;
    Money price;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(SetAskingPrice, used_car_id, price, reason, version)

struct PriceRow {
    Money price;
    std::string reason;
    Instant set_at;
    std::string set_by;
};
FORECOURT_STRUCT(PriceRow, price, reason, set_at, set_by)

/// The registration office has written the buyer into the certificate.
struct RecordTransfer {
    Id<UsedCar> used_car_id;
    FilledText invoice_number;  // of the used car's invoice, twenty digits
    Date transferred_on;
    std::optional<Plate> plate;  // the buyer's; the old one goes back to the seller
    std::int64_t version{};
};
FORECOURT_STRUCT(RecordTransfer, used_car_id, invoice_number, transferred_on, plate, version)

struct UsedCarChanged {
    Id<UsedCar> id;
    UsedStep step{};
    std::int64_t version{};
};
FORECOURT_STRUCT(UsedCarChanged, id, step, version)

inline constexpr Refusal used_car_not_found{"used_car_not_found", RefusalKind::not_found};
inline constexpr Refusal used_car_is_sold{"used_car_is_sold"};
inline constexpr Refusal used_car_is_not_sold{"used_car_is_not_sold"};
/// A price, a market price or an estimate that cannot be.
inline constexpr Refusal used_price_wrong{"used_price_wrong", RefusalKind::unprocessable};
/// More is paid than the market gives less the repairs; the detail `limit` says how much that is.
inline constexpr Refusal used_price_over_value{"used_price_over_value"};
inline constexpr Refusal used_first_registration_wrong{"used_first_registration_wrong",
                                                       RefusalKind::unprocessable};
inline constexpr Refusal trade_in_deal_not_found{"trade_in_deal_not_found", RefusalKind::not_found};
/// The deal is not delivered yet, or nothing was taken in payment, or from somebody else.
inline constexpr Refusal deal_has_no_trade_in{"deal_has_no_trade_in"};
/// What the deal gave for the old car is what it costs; the detail `price` says it.
inline constexpr Refusal trade_in_has_other_price{"trade_in_has_other_price"};
inline constexpr Refusal trade_in_is_in_stock{"trade_in_is_in_stock"};
inline constexpr Refusal used_paper_is_there{"used_paper_is_there"};
/// Its price was taken off what the customer paid for the new car.
inline constexpr Refusal trade_in_is_netted{"trade_in_is_netted"};
/// Contract, identity and registration certificate first: who pays before has nothing in his hands.
inline constexpr Refusal seller_papers_missing{"seller_papers_missing"};
/// Nothing, or more than is still owed; the detail `open` says how much that is.
inline constexpr Refusal seller_payment_wrong{"seller_payment_wrong", RefusalKind::unprocessable};
inline constexpr Refusal used_step_not_chosen{"used_step_not_chosen", RefusalKind::unprocessable};
inline constexpr Refusal used_car_is_there{"used_car_is_there"};
/// Work of this step is planned and neither done nor dropped; the detail `count` says how much.
inline constexpr Refusal used_jobs_are_open{"used_jobs_are_open"};
inline constexpr Refusal used_car_not_inspected{"used_car_not_inspected"};
/// Nobody has written down yet what the car is.
inline constexpr Refusal used_car_not_described{"used_car_not_described"};
/// Places of the car that nobody has photographed; the detail `count` says how many.
inline constexpr Refusal used_photos_missing{"used_photos_missing"};
inline constexpr Refusal asking_price_missing{"asking_price_missing"};
/// A deal has it: it stays for sale until the deal is delivered or ended.
inline constexpr Refusal used_car_is_promised{"used_car_is_promised"};
inline constexpr Refusal used_invoice_number_wrong{"used_invoice_number_wrong", RefusalKind::unprocessable};
inline constexpr Refusal transfer_day_wrong{"transfer_day_wrong", RefusalKind::unprocessable};
inline constexpr Refusal transfer_is_recorded{"transfer_is_recorded"};

}  // namespace forecourt::used_cars
