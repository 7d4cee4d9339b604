#pragma once
#include <action/action.h>
#include <action/view.h>
#include <core/checked_text.h>
#include <modules/parts/api.h>

namespace forecourt::parts {

struct Receipt;

struct ReceiptLine {
    Id<Part> part_id;
    Quantity quantity;
    Money unit_cost;                 // without tax
    std::optional<std::string> bin;  // without it the part's own
};
FORECOURT_STRUCT(ReceiptLine, part_id, quantity, unit_cost, bin)

struct ReceiveGoods {
    FilledText supplier_name;
    std::optional<std::string> delivery_note;
    std::vector<ReceiptLine> lines;
};
FORECOURT_STRUCT(ReceiveGoods, supplier_name, delivery_note, lines)

struct GoodsReceived {
    Id<Receipt> receipt_id;
    std::string number;
    Money net;
    Money tax;
};
FORECOURT_STRUCT(GoodsReceived, receipt_id, number, net, tax)

inline constexpr Refusal receipt_is_empty{"receipt_is_empty", RefusalKind::unprocessable};
inline constexpr Refusal receipt_cost_negative{"receipt_cost_negative", RefusalKind::unprocessable};

/// Every line says how much and not less than nothing for it.
MaybeRefused may_receive(const ReceiveGoods& in);

struct ReceiptListInput {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
};
FORECOURT_STRUCT(ReceiptListInput, limit, after, sort)

struct ReceiptRow {
    Id<Receipt> id;
    std::string number;
    std::string supplier_name;
    std::string delivery_note;
    Instant received_at;
    std::string received_by_name;
    Money net;
    Money tax;
};
FORECOURT_STRUCT(ReceiptRow, id, number, supplier_name, delivery_note, received_at, received_by_name, net,
                 tax)

extern const Action<ReceiveGoods, GoodsReceived> receive_goods;
extern const View<ReceiptListInput, Page<ReceiptRow>> receipt_list;

}  // namespace forecourt::parts
