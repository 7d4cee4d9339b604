#pragma once
#include <modules/parts/api.h>
#include <modules/workshop/order/order.h>

namespace forecourt::workshop {

struct Finding;

enum class LineKind { labour, part, outside };
FORECOURT_ENUM(LineKind, labour, part, outside)

enum class Payer { customer, warranty, insurer, internal };
FORECOURT_ENUM(Payer, customer, warranty, insurer, internal)

/// Whether the customer wants it. Only an answered consent makes a line approved or declined.
enum class LineState { planned, asked, approved, declined, removed };
FORECOURT_ENUM(LineState, planned, asked, approved, declined, removed)

enum class Work { waiting, working, paused, rework, done };
FORECOURT_ENUM(Work, waiting, working, paused, rework, done)

/// One line of the plan and later of the bill. Prices contain VAT.
struct LineRow {
    Id<OrderLine> id;
    Id<RepairOrder> order_id;
    std::int64_t position{};
    LineKind kind{};
    std::optional<Id<Operation>> operation_id;
    std::optional<Id<parts::Part>> part_id;
    std::optional<Id<OrderLine>> job_line_id;  // the labour a part belongs to
    std::optional<Id<Finding>> finding_id;
    std::string code;
    std::string name;
    std::string brand;
    std::string origin;  // of a part: literal of parts::PartOrigin; else empty
    std::string unit;
    bool customer_supplied{};
    Quantity quantity;  // hours of labour, pieces of a part
    Money unit_price;
    Money discount;
    Money amount;  // quantity x unit_price less discount
    Payer payer{};
    LineState state{};
    std::optional<Id<Consent>> consent_id;
    Work work{};
    std::optional<Id<User>> technician_id;
    std::optional<Id<Bay>> bay_id;
    std::optional<Instant> planned_start;
    std::optional<Instant> planned_end;
    std::optional<Instant> started_at;
    std::optional<Instant> done_at;
    std::optional<Id<User>> done_by;
    Instant added_at;
    Id<User> added_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(LineRow, id, order_id, position, kind, operation_id, part_id, job_line_id, finding_id, code,
                 name, brand, origin, unit, customer_supplied, quantity, unit_price, discount, amount, payer,
                 state, consent_id, work, technician_id, bay_id, planned_start, planned_end, started_at,
                 done_at, done_by, added_at, added_by, version)

inline constexpr Refusal line_not_found{"line_not_found", RefusalKind::not_found};
inline constexpr Refusal operation_not_found{"operation_not_found", RefusalKind::not_found};
inline constexpr Refusal operation_is_withdrawn{"operation_is_withdrawn"};
inline constexpr Refusal line_price_negative{"line_price_negative", RefusalKind::unprocessable};
inline constexpr Refusal price_above_list{"price_above_list"};
inline constexpr Refusal line_is_approved{"line_is_approved"};
inline constexpr Refusal line_is_asked{"line_is_asked"};
inline constexpr Refusal line_is_gone{"line_is_gone"};
/// Somebody else than the customer pays it already.
inline constexpr Refusal line_is_not_customers{"line_is_not_customers"};
inline constexpr Refusal no_line_chosen{"no_line_chosen", RefusalKind::unprocessable};
inline constexpr Refusal line_has_work{"line_has_work"};
inline constexpr Refusal line_not_approved{"line_not_approved"};
inline constexpr Refusal line_is_not_labour{"line_is_not_labour"};
inline constexpr Refusal line_is_not_outside{"line_is_not_outside"};
inline constexpr Refusal line_is_not_part{"line_is_not_part"};
inline constexpr Refusal part_is_customers_own{"part_is_customers_own"};
inline constexpr Refusal service_discount_beyond_limit{"service_discount_beyond_limit"};
inline constexpr Refusal discount_beyond_amount{"discount_beyond_amount", RefusalKind::unprocessable};

}  // namespace forecourt::workshop
