#pragma once
#include <modules/customers/api.h>
#include <modules/payments/api.h>

namespace forecourt::payments {

/// The records that somebody pays for. Their names are the objects of events, so they are literals of the
/// program.
enum class PaidObject { deal, repair_order, parts_sale };
FORECOURT_ENUM(PaidObject, deal, repair_order, parts_sale)

struct Due {
    Id<Due> id;
    PaidObject object_type{};
    std::int64_t object_id{};
    Id<customers::Customer> customer_id;
    DueKind kind{};
    std::string title;
    Money amount;
    Money paid;
    Money deposit;  // of a prepayment: what was agreed to come first
    Money kept;     // of an advance, after a cancellation: the store's own
    Instant set_at;
    std::optional<Id<User>> set_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(Due, id, object_type, object_id, customer_id, kind, title, amount, paid, deposit, kept,
                 set_at, set_by, version)

inline ObjectRef object_of(const Due& due) { return {name_of(due.object_type), due.object_id}; }
/// What is still to come in; 0 when too much came in.
inline Money open_of(const Due& due) { return std::max(Money{0}, due.amount - due.paid); }
/// What came in beyond what is due, after a cancellation for instance.
inline Money overpaid_of(const Due& due) { return std::max(Money{0}, due.paid - due.amount); }

inline constexpr Refusal due_not_found{"due_not_found", RefusalKind::not_found};

}  // namespace forecourt::payments
