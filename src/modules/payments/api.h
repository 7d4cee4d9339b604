#pragma once
#include <action/context.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace forecourt::customers {
struct Customer;
}

namespace forecourt::payments {

struct Payment;
struct Refund;
struct Due;

enum class PaymentMeans { cash, card, transfer, qr };
FORECOURT_ENUM(PaymentMeans, cash, card, transfer, qr)

/// What money is paid for. Until a supply is made money is a liability (customer_deposits); for a supply that
/// was made and posted (a settled repair order) it lowers customer_receivable.
enum class DueKind { prepayment, settlement };
FORECOURT_ENUM(DueKind, prepayment, settlement)

/// What somebody has to pay for a record, and what came in. One row per record; the cashier sees the open
/// ones.
struct DueFacts {
    Id<Due> id;
    std::string object_type;
    std::int64_t object_id{};
    Id<customers::Customer> customer_id;
    DueKind kind{};
    Money amount;
    Money paid;  // received less refunded
};
FORECOURT_STRUCT(DueFacts, id, object_type, object_id, customer_id, kind, amount, paid)

/// Says what is to be paid for a record, or says it anew (the last amount counts). `title` is what the
/// cashier reads: "合同 DC261122-0003". Type and id of `about` name the record, "deal" or "repair_order".
/// `deposit`: what was agreed to come first of a prepayment, 0 for none.
void set_due(Tx& tx, const ObjectRef& about, Id<customers::Customer> customer_id, Money amount,
             std::string_view title, DueKind kind = DueKind::settlement, Money deposit = {});

/// All of what was due has come in; a due of 0 is paid up at once.
inline bool is_paid_up(const std::optional<DueFacts>& due) { return due && due->paid >= due->amount; }

/// The store keeps a part of what was advanced for a record that comes to nothing: it is its own from now on
/// and does not go back. No more than what came in and is not asked back (`not_asked_back`).
void keep(Tx& tx, const ObjectRef& about, Money kept);

std::optional<DueFacts> find_due(db::Connection& db, Id<Store> store, const ObjectRef& about);

/// What a lender transfers for a record.
struct LenderPayment {
    std::string payer;
    Money amount;
    std::string reference;
};
/// Books a lender's money for a record as a transfer in the lender's name. Refuses nothing_is_due,
/// payment_over_due, also when nothing was ever due.
Result<Id<Payment>> receive_from_lender(Tx& tx, const ObjectRef& about, const LenderPayment& money);

/// More than is still open; the detail `open` says how much that is.
inline constexpr Refusal payment_over_due{"payment_over_due"};
inline constexpr Refusal nothing_is_due{"nothing_is_due"};

/// Received less refunded for a record; 0 when nothing was due.
Money paid_for(db::Connection& db, Id<Store> store, const ObjectRef& about);
/// The same of all the records of one type that a list shows, by their ids, read together; without those for
/// which nothing was due.
std::map<std::int64_t, Money> paid_for(db::Connection& db, Id<Store> store, std::string_view object_type,
                                       const std::vector<std::int64_t>& ids);

/// What was received for one record, less what is asked back or granted and still waits for the cashier.
Money not_asked_back(db::Connection& db, Id<Store> store, const ObjectRef& about);

/// `is_paid_up`, for a record that is not at hand.
bool is_paid_up(db::Connection& db, Id<Store> store, const ObjectRef& about);

// Events for handlers: payments.payment_received and payments.paid_up (nothing is open any more for the
// record), both with the objects customer, payment and the record; payments.refund_paid with refund instead
// of payment.

}  // namespace forecourt::payments
