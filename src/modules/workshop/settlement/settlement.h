#pragma once
#include <modules/workshop/line/line.h>
#include <services/ledger/api.h>

namespace forecourt::workshop {

struct Settlement;

/// To what the customer's sum is rounded down; the difference is let go.
enum class RoundTo { fen, jiao, yuan };
FORECOURT_ENUM(RoundTo, fen, jiao, yuan)

/// The sums of a bill. They contain VAT, except what we pay ourselves.
struct Bill {
    Money labour_total;
    Money parts_total;
    Money outside_total;
    Money discount;
    Money rounding_off;
    Money tax;
    Money customer_total;  // after discount and rounding off
    Money warranty_total;
    Money insurer_total;
    Money internal_total;  // without VAT: nobody outside is charged
    Money labour_net;      // with outside work
    Money parts_net;
    Money discount_net;
    bool operator==(const Bill&) const = default;
};

struct SettlementRow {
    Id<Settlement> id;
    Id<RepairOrder> order_id;
    std::string number;
    Instant settled_at;
    Id<User> settled_by;
    Money labour_total;
    Money parts_total;
    Money outside_total;
    Money discount;
    std::string discount_reason;
    Money rounding_off;
    Money tax;
    Money customer_total;
    Money warranty_total;
    Money insurer_total;
    Money internal_total;
    Money deposit;
    std::int64_t guarantee_km{};
    std::int64_t guarantee_days{};
};
FORECOURT_STRUCT(SettlementRow, id, order_id, number, settled_at, settled_by, labour_total, parts_total,
                 outside_total, discount, discount_reason, rounding_off, tax, customer_total, warranty_total,
                 insurer_total, internal_total, deposit, guarantee_km, guarantee_days)

enum class OldParts { none, given_to_customer, kept_by_shop };
FORECOURT_ENUM(OldParts, none, given_to_customer, kept_by_shop)

inline constexpr Refusal quality_not_passed{"quality_not_passed"};
inline constexpr Refusal order_is_settled{"order_is_settled"};
inline constexpr Refusal order_not_settled{"order_not_settled"};
inline constexpr Refusal order_not_paid{"order_not_paid"};
inline constexpr Refusal order_has_payment{"order_has_payment"};
inline constexpr Refusal mileage_out_below_in{"mileage_out_below_in", RefusalKind::unprocessable};
inline constexpr Refusal bill_beyond_consent{"bill_beyond_consent"};
inline constexpr Refusal settlement_not_found{"settlement_not_found", RefusalKind::not_found};
inline constexpr Refusal discount_needs_reason{"discount_needs_reason", RefusalKind::unprocessable};
inline constexpr Refusal deposit_not_positive{"deposit_not_positive", RefusalKind::unprocessable};

}  // namespace forecourt::workshop
