#include <modules/parts/part/part_actions.h>
#include <modules/parts/part/part_rules.h>
#include <modules/parts/part/part_store.h>
#include <modules/parts/part/part_views.h>
#include <modules/parts/part/parts_part.sql.h>
#include <modules/parts/receipt/receipt_actions.h>
#include <modules/parts/stock/parts_stock.sql.h>
#include <modules/parts/stock/stock_actions.h>
#include <modules/parts/stock/stock_rules.h>
#include <modules/parts/stock/stock_store.h>

namespace forecourt::parts {
namespace {

Result<Page<PartListRow>> run_part_list(Context& context, const PartListInput& in) {
    auto asked = in;
    // Only a ticked box switches the filter on.
    if (asked.low && !*asked.low) asked.low.reset();
    if (asked.q && asked.q->empty()) asked.q.reset();
    const std::string pattern = "%" + asked.q.value_or("") + "%";
    return list_page<PartListRow>(context, sql::parts_part::list_parts, asked, "number",
                                  {{"pattern", pattern}});
}

Result<PartRecord> run_part_record(Context& context, const PartInput& in) {
    const auto part = find_part_row(context.db(), context.store_id(), in.part_id);
    if (!part) return part_not_found;
    const auto stock = find_stock(context.db(), context.store_id(), in.part_id);
    PartRecord record{.id = part->id,
                      .number = part->number,
                      .name = part->name,
                      .brand = part->brand,
                      .unit = part->unit,
                      .origin = part->origin,
                      .category = part->category,
                      .fits = part->fits,
                      .price = part->price,
                      .average_cost = average_cost(stock),
                      .value = stock.value,
                      .reorder_point = part->reorder_point,
                      .bin = part->bin,
                      .on_hand = stock.on_hand,
                      .reserved = stock.reserved,
                      .available = free_of(stock),
                      .withdrawn_at = part->withdrawn_at,
                      .version = part->version,
                      .bins = bins_of(context.db(), context.store_id(), part->id),
                      .moves = db::all<MoveRow>(context.db(), sql::parts_stock::moves_of_part,
                                                {{"store_id", context.store_id()}, {"part_id", part->id}}),
                      .allowed_actions = {}};
    allow(record.allowed_actions, context, receive_goods, may_change(*part));
    allow(record.allowed_actions, context, move_stock, std::nullopt);
    allow(record.allowed_actions, context, count_stock, std::nullopt);
    allow(record.allowed_actions, context, change_part, may_change(*part));
    allow(record.allowed_actions, context, withdraw_part, may_withdraw(*part, stock));
    return record;
}

Result<PartsDesk> run_parts_desk(Context& context, const Nothing&) {
    const db::Params here{{"store_id", context.store_id()}};
    return PartsDesk{.to_pick = db::all<PickRow>(context.db(), sql::parts_stock::list_to_pick, here),
                     .shortages = db::all<ShortageRow>(context.db(), sql::parts_stock::list_shortages, here)};
}

}  // namespace

const View<PartListInput, Page<PartListRow>> part_list{
    {.name = "parts.part_list", .needs = parts_read, .refuses = {}, .run = run_part_list}};
const View<PartInput, PartRecord> part_record{
    {.name = "parts.part", .needs = parts_read, .refuses = {part_not_found}, .run = run_part_record}};
const View<Nothing, PartsDesk> parts_desk{
    {.name = "parts.desk", .needs = parts_read, .refuses = {}, .run = run_parts_desk}};

}  // namespace forecourt::parts
