#include <modules/deals/api.h>
#include <modules/workshop/line/line_actions.h>
#include <modules/workshop/line/line_rules.h>
#include <modules/workshop/line/line_store.h>
#include <modules/workshop/order/order_rules.h>
#include <modules/workshop/order/order_store.h>

#include <algorithm>

namespace forecourt::workshop {
namespace {

struct PromiseSaid {
    std::string number;
    std::string plate;
    std::string name;
    Money amount;
};
FORECOURT_STRUCT(PromiseSaid, number, plate, name, amount)

Result<std::vector<LineRow>> lines_to_draw(Tx& tx, const UsePromise& in) {
    std::vector<LineRow> lines;
    for (const auto id : in.line_ids) {
        auto line = find_line(tx.db(), tx.store_id(), id);
        if (!line || line->order_id != in.order_id) return line_not_found;
        if (const auto no = may_be_promised(*line)) return Refused(*no).with("line", line->name);
        const bool twice =
            std::any_of(lines.begin(), lines.end(), [&](const LineRow& one) { return one.id == id; });
        if (!twice) lines.push_back(std::move(*line));
    }
    if (lines.empty()) return no_line_chosen;
    return lines;
}

Result<PromiseUsed> run_use_promise(Tx& tx, const UsePromise& in) {
    auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    if (const auto no = may_change_bill(*order)) return *no;
    auto lines = lines_to_draw(tx, in);
    if (!lines) return lines.refused();
    if (const auto no = deals::draw_promise(tx, {.promise_id = in.promise_id,
                                                 .customer_id = order->customer_id,
                                                 .version = in.promise_version,
                                                 .about = {"repair_order", order->id},
                                                 .note = in.note.value_or("")})) {
        return *no;
    }
    PromiseUsed used;
    std::string names;
    for (auto& line : *lines) {
        used.free_of_charge += line.amount;
        names += (names.empty() ? "" : "、") + line.name;
        line.payer = Payer::internal;
        save_line(tx, line);
    }
    refresh_order(tx, *order);
    emit_for(tx, *order, "workshop.promise_used",
             PromiseSaid{order->number, plate_of(tx.db(), tx.store_id(), order->car_id), names,
                         used.free_of_charge});
    used.planned_total = order->planned_total;
    used.approved_total = order->approved_total;
    return used;
}

}  // namespace

const Action<UsePromise, PromiseUsed> use_promise{
    {.name = "workshop.use_promise",
     .needs = order_write,
     .refuses = {order_not_found, order_is_over, order_is_past_work, line_not_found, line_is_gone,
                 line_is_not_customers, no_line_chosen, deals::promise_not_found, deals::promise_not_in_force,
                 deals::promise_used_up, deals::promise_run_out, changed_by_someone_else},
     .run = run_use_promise}};

}  // namespace forecourt::workshop
