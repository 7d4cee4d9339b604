#pragma once
#include <action/action.h>
#include <core/checked_text.h>
#include <modules/parts/stock/stock.h>

namespace forecourt::parts {

struct MoveStock {
    Id<Part> part_id;
    FilledText from_bin;
    FilledText to_bin;
    Quantity quantity;
};
FORECOURT_STRUCT(MoveStock, part_id, from_bin, to_bin, quantity)

struct CountStock {
    Id<Part> part_id;
    FilledText bin;
    Quantity counted;
    FilledText reason;
};
FORECOURT_STRUCT(CountStock, part_id, bin, counted, reason)

struct StockCounted {
    Quantity difference;
    Money value;
};
FORECOURT_STRUCT(StockCounted, difference, value)

extern const Action<MoveStock, Nothing> move_stock;
extern const Action<CountStock, StockCounted> count_stock;

}  // namespace forecourt::parts
