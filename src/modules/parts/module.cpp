#include <modules/parts/module.h>
#include <modules/parts/part/part_actions.h>
#include <modules/parts/part/part_views.h>
#include <modules/parts/receipt/receipt_actions.h>
#include <modules/parts/stock/stock_actions.h>

namespace forecourt::parts {

const Module parts_module{
    .name = "parts",
    .needs = {"log", "access", "numbering", "tasks", "ledger", "search"},
    .actions = {&add_part, &change_part, &withdraw_part, &receive_goods, &move_stock, &count_stock},
    .views = {&part_list, &part_record, &parts_desk, &receipt_list},
    .grants = {{parts_read,
                {Role::gm, Role::parts, Role::advisor, Role::foreman, Role::technician, Role::inspector,
                 Role::finance}},
               {parts_write, {Role::gm, Role::parts}}},
    .events = {"parts.part_added", "parts.part_changed", "parts.part_withdrawn", "parts.goods_received",
               "parts.stock_moved", "parts.stock_counted", "parts.part_reserved", "parts.part_released",
               "parts.part_issued", "parts.part_returned", "parts.shortage_found", "parts.shortage_filled"},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::parts
