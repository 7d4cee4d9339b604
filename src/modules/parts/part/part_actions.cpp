#include <db/send.h>
#include <modules/parts/part/part_actions.h>
#include <modules/parts/part/part_rules.h>
#include <modules/parts/part/part_store.h>
#include <modules/parts/part/parts_part.sql.h>
#include <modules/parts/stock/stock_store.h>

namespace forecourt::parts {
namespace {

struct PartSaid {
    std::string number;
    std::string name;
    Money price;
    std::string reason;
};
FORECOURT_STRUCT(PartSaid, number, name, price, reason)

Result<PartAdded> run_add_part(Tx& tx, const AddPart& in) {
    if (const auto no = may_price(in.price)) return *no;
    if (in.reorder_point && *in.reorder_point < Quantity{0}) return quantity_not_positive;
    if (find_part_row_by_number(tx.db(), tx.store_id(), in.number.text)) return part_number_taken;
    const PartRow part{.id = tx.new_id<Part>(),
                       .number = in.number.text,
                       .name = in.name.text,
                       .brand = in.brand.value_or(""),
                       .unit = in.unit.text,
                       .origin = in.origin,
                       .category = in.category.value_or(""),
                       .fits = in.fits.value_or(""),
                       .price = in.price,
                       .reorder_point = in.reorder_point.value_or(Quantity{}),
                       .bin = in.bin.text,
                       .created_at = tx.now(),
                       .withdrawn_at = {},
                       .withdrawn_by = {},
                       .version = 1};
    insert_part(tx, part);
    index_part(tx, part);
    tx.emit("parts.part_added", {{"part", part.id}}, PartSaid{part.number, part.name, part.price, {}});
    return PartAdded{part.id};
}

Result<Nothing> run_change_part(Tx& tx, const ChangePart& in) {
    auto part = find_part_row(tx.db(), tx.store_id(), in.part_id);
    if (!part) return part_not_found;
    if (const auto no = may_change(*part)) return *no;
    if (in.price) {
        if (const auto no = may_price(*in.price)) return *no;
        part->price = *in.price;
    }
    if (in.reorder_point && *in.reorder_point < Quantity{0}) return quantity_not_positive;
    if (in.name) part->name = in.name->text;
    if (in.fits) part->fits = *in.fits;
    if (in.reorder_point) part->reorder_point = *in.reorder_point;
    if (in.bin) part->bin = in.bin->text;
    part->version = in.version;
    update_part(tx, *part);
    index_part(tx, *part);
    tx.emit("parts.part_changed", {{"part", part->id}}, PartSaid{part->number, part->name, part->price, {}});
    return Nothing{};
}

Result<Nothing> run_withdraw_part(Tx& tx, const WithdrawPart& in) {
    const auto part = find_part_row(tx.db(), tx.store_id(), in.part_id);
    if (!part) return part_not_found;
    if (const auto no = may_withdraw(*part, find_stock(tx.db(), tx.store_id(), part->id))) return *no;
    db::execute_one(tx.db(), sql::parts_part::withdraw_part,
                    {{"id", part->id},
                     {"store_id", tx.store_id()},
                     {"version", in.version},
                     {"withdrawn_at", tx.now()},
                     {"withdrawn_by", tx.actor().user_id}});
    tx.emit("parts.part_withdrawn", {{"part", part->id}},
            PartSaid{part->number, part->name, part->price, in.reason.text});
    return Nothing{};
}

}  // namespace

const Action<AddPart, PartAdded> add_part{
    {.name = "parts.add_part",
     .needs = parts_write,
     .refuses = {part_price_negative, quantity_not_positive, part_number_taken},
     .run = run_add_part}};
const Action<ChangePart, Nothing> change_part{
    {.name = "parts.change_part",
     .needs = parts_write,
     .refuses = {part_not_found, part_is_withdrawn, part_price_negative, quantity_not_positive,
                 changed_by_someone_else},
     .run = run_change_part}};
const Action<WithdrawPart, Nothing> withdraw_part{
    {.name = "parts.withdraw_part",
     .needs = parts_write,
     .refuses = {part_not_found, part_is_withdrawn, part_is_on_hand, changed_by_someone_else},
     .run = run_withdraw_part}};

}  // namespace forecourt::parts
