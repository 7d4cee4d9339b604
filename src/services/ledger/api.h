#pragma once
#include <action/context.h>

#include <string>
#include <string_view>
#include <vector>

/// Double entry for money. Entries are never changed; what was wrong is posted back.
namespace forecourt::ledger {

struct Entry;

enum class Account {
    cash,
    card_clearing,
    bank,
    qr_clearing,
    customer_deposits,
    customer_receivable,
    insurer_receivable,
    manufacturer_receivable,
    internal_cost,
    vehicle_stock,
    parts_stock,
    vehicle_revenue,
    accessory_revenue,
    commission_revenue,
    other_income,
    agency_payable,
    labour_revenue,
    parts_revenue,
    service_discounts,
    vehicle_cost,
    parts_cost,
    output_tax,
    refunds_payable,
    rounding,
    supplier_payable,
    opening,
};
FORECOURT_ENUM(Account, cash, card_clearing, bank, qr_clearing, customer_deposits, customer_receivable,
               insurer_receivable, manufacturer_receivable, internal_cost, vehicle_stock, parts_stock,
               vehicle_revenue, accessory_revenue, commission_revenue, other_income, agency_payable,
               labour_revenue, parts_revenue, service_discounts, vehicle_cost, parts_cost, output_tax,
               refunds_payable, rounding, supplier_payable, opening)

/// Debit is positive, credit negative. The customer whose account it is, 0 for the store's own.
struct Posting {
    Account account{};
    Money amount;
    std::int64_t customer_id = 0;
};

/// Writes one entry. The postings must sum to zero (else the program is wrong); those of nothing are left
/// out, and where none is left, a bill of nothing or a sample, nothing is booked (id 0). `kind` says what
/// happened: "payments.deposit_received".
Id<Entry> post(Tx& tx, std::string_view kind, const ObjectRef& about, std::vector<Posting> postings);

/// What stands on an account now: of one customer, or with 0 the whole account. Kept with every posting, so
/// it costs one row.
Money balance(db::Connection& db, Id<Store> store, Account account, std::int64_t customer_id = 0);

/// What went in (debit) and out (credit, also positive) from one instant until before another.
struct Turnover {
    Money debit;
    Money credit;
};
FORECOURT_STRUCT(Turnover, debit, credit)
Turnover turnover(db::Connection& db, Id<Store> store, Account account, Instant from, Instant until);

/// For `forecourt verify`: every entry sums to zero and every balance is the sum of its postings. A sentence
/// for each fault, empty when all is well.
std::vector<std::string> check_ledger(db::Connection& db, Id<Store> store);

}  // namespace forecourt::ledger
