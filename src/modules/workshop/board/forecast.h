#pragma once
#include <modules/workshop/board/board_views.h>

namespace forecourt::workshop {

struct OpenWork {
    Id<RepairOrder> order_id;
    Id<OrderLine> line_id;
    Quantity quantity;
    Work work{};
};
FORECOURT_STRUCT(OpenWork, order_id, line_id, quantity, work)

struct ClockedTime {
    Id<RepairOrder> order_id;
    Id<OrderLine> line_id;
    Id<User> user_id;
    Instant started_at;
    std::optional<Instant> ended_at;
};
FORECOURT_STRUCT(ClockedTime, order_id, line_id, user_id, started_at, ended_at)

/// When each car in the house will be done if nothing changes; one entry per order, in the same order.
std::vector<BoardForecast> forecasts_of(const std::vector<BoardOrder>& orders,
                                        const std::vector<OpenWork>& work,
                                        const std::vector<ClockedTime>& clocks, Instant now);

}  // namespace forecourt::workshop
