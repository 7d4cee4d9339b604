#pragma once
#include <action/action.h>
#include <modules/workshop/settlement/settlement.h>

namespace forecourt::workshop {

inline constexpr Right settle_right{"workshop.settle"};

struct AskDeposit {
    Id<RepairOrder> order_id;
    Money amount;
};
FORECOURT_STRUCT(AskDeposit, order_id, amount)

struct SettleOrder {
    Id<RepairOrder> order_id;
    std::int64_t version{};
    std::optional<Money> discount;  // on the customer's part
    std::optional<std::string> discount_reason;
    std::optional<RoundTo> round_to;  // fen without it
};
FORECOURT_STRUCT(SettleOrder, order_id, version, discount, discount_reason, round_to)
struct OrderSettled {
    Id<Settlement> settlement_id;
    std::string number;
    Money customer_total;
    Money open;  // still to be paid by the customer
    std::int64_t version{};
};
FORECOURT_STRUCT(OrderSettled, settlement_id, number, customer_total, open, version)

struct CancelSettlement {
    Id<RepairOrder> order_id;
    std::int64_t version{};
    FilledText reason;
};
FORECOURT_STRUCT(CancelSettlement, order_id, version, reason)

struct HandBack {
    Id<RepairOrder> order_id;
    std::int64_t version{};
    std::int64_t mileage_out_km{};
    FileHash signature;
    bool explained{};  // every line of the list was gone through with the customer
    OldParts old_parts{};
    std::optional<std::string> received_by;  // when it is not the owner
    std::optional<Date> next_service_on;
    std::optional<std::int64_t> next_service_km;
};
FORECOURT_STRUCT(HandBack, order_id, version, mileage_out_km, signature, explained, old_parts, received_by,
                 next_service_on, next_service_km)

struct OrderAdvanced {
    OrderState state{};
    std::int64_t version{};
};
FORECOURT_STRUCT(OrderAdvanced, state, version)

extern const Action<AskDeposit, Nothing> ask_deposit;
extern const Action<SettleOrder, OrderSettled> settle_order;
extern const Action<CancelSettlement, OrderAdvanced> cancel_settlement;
extern const Action<HandBack, OrderAdvanced> hand_back;

}  // namespace forecourt::workshop
