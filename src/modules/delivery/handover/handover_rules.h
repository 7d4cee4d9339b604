#pragma once
#include <modules/delivery/handover/handover.h>
#include <modules/vehicles/api.h>
#include <services/ledger/api.h>

namespace forecourt::delivery {

/// What the guards look at.
struct Situation {
    DeliveryRow delivery;
    int open_faults{};
    bool paid_up{};
    std::int64_t open_fittings{};  // accessories and gifts of the contract
    Money open;                    // of the deal's due: what neither the customer nor a lender has paid
    std::optional<Date> insurance_expected_on;  // while a policy that is ours to buy is not written
    MaybeRefused papers;                        // certificate_with_bank, while a bank keeps one
};

MaybeRefused may_inspect(const Situation& now);
MaybeRefused may_prepare(const Situation& now);
MaybeRefused may_appoint(const Situation& now);
/// The customer is shown a car that is inspected, without a fault and prepared.
MaybeRefused may_accept(const Situation& now);
/// The law of this module: no key leaves the store for a car with a fault, unsigned, unpaid or not insured.
MaybeRefused may_deliver(const Situation& now);

/// A new car has the way from the factory and the yard behind it, not a journey; a used car has both.
MaybeRefused check_mileage(std::int64_t mileage_km, bool used);

/// Which list a car is inspected by before it is handed over.
std::string_view inspection_for(vehicles::Fuel fuel);

/// A preparation counts when every item is done or does not apply.
MaybeRefused is_complete(const std::vector<checklists::ItemAnswer>& answers);
/// The delivery when its contract is signed again: the customer accepts anew, and another car is looked at
/// anew.
DeliveryRow taken_up(DeliveryRow delivery, Id<vehicles::Car> car);

bool has_fault(const std::vector<checklists::ItemAnswer>& answers);

/// The amounts of a deal that the hand-over books.
struct Amounts {
    std::int64_t customer_id{};
    Money car_price;    // with VAT
    Money accessories;  // with VAT
    Money fees;         // with VAT, a service
    Money passed_on;
    Money trade_in;
    Money car_cost;
    Money overpaid;  // came in beyond the price: the contract became cheaper after it was paid for
    std::int64_t car_vat_basis_points{};    // as the deal's dated tables say
    std::int64_t goods_vat_basis_points{};  // of accessories
    std::int64_t services_vat_basis_points{};
};
/// The supply is made: the customer's deposits become revenue and output tax, what is beyond the price waits
/// as his to be paid back, what was collected for others is owed to them, the traded-in car comes into stock,
/// and the sold one leaves it at its cost. Sums to zero.
std::vector<ledger::Posting> postings_of(const Amounts& amounts);

}  // namespace forecourt::delivery
