#include <db/send.h>
#include <modules/parts/part/part_actions.h>
#include <modules/parts/part/part_store.h>
#include <modules/parts/receipt/parts_receipt.sql.h>
#include <modules/parts/receipt/receipt_actions.h>
#include <modules/parts/stock/stock_rules.h>
#include <modules/parts/stock/stock_store.h>
#include <services/ledger/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::parts {
namespace {

// Parts are bought with VAT of 13 %, which is set off against what we owe for our own sales.
constexpr std::int64_t input_tax_basis_points = 1300;

struct ReceiptSaid {
    std::string number;
    std::string supplier_name;
    std::int64_t lines{};
    Money net;
};
FORECOURT_STRUCT(ReceiptSaid, number, supplier_name, lines, net)

struct LineRow {
    std::int64_t id{};
    Id<Receipt> receipt_id;
    Id<Part> part_id;
    std::string bin;
    Quantity quantity;
    Money unit_cost;
    Money amount;
};
FORECOURT_STRUCT(LineRow, id, receipt_id, part_id, bin, quantity, unit_cost, amount)

void put_away(Tx& tx, const LineRow& line, std::string_view supplier) {
    write_move(tx, {.kind = MoveKind::received,
                    .part_id = line.part_id,
                    .from = place_of(tx, PlaceKind::supplier, supplier),
                    .to = place_of(tx, PlaceKind::bin, line.bin),
                    .to_is_bin = true,
                    .quantity = line.quantity,
                    .value = line.amount,
                    .about = {"receipt", line.receipt_id},
                    .line_id = line.id,
                    .reason = {}});
    save_stock(tx, received(find_stock(tx.db(), tx.store_id(), line.part_id), line.quantity, line.amount));
    db::send(tx.db(), sql::parts_receipt::insert_receipt_line,
             db::Params::of(line, {{"store_id", tx.store_id()}}));
    lay_aside_for_waiting(tx, line.part_id);
    tasks::close_tasks(tx, {"part", line.part_id}, "task.parts_shortage");
}

Result<GoodsReceived> run_receive_goods(Tx& tx, const ReceiveGoods& in) {
    if (const auto no = may_receive(in)) return *no;
    std::vector<LineRow> lines;
    GoodsReceived out{.receipt_id = tx.new_id<Receipt>(), .number = {}, .net = {}, .tax = {}};
    for (const auto& line : in.lines) {
        const auto part = find_part_row(tx.db(), tx.store_id(), line.part_id);
        if (!part) return part_not_found;
        if (part->withdrawn_at) return part_is_withdrawn;
        lines.push_back({.id = tx.new_number(),
                         .receipt_id = out.receipt_id,
                         .part_id = line.part_id,
                         .bin = line.bin.value_or(part->bin),
                         .quantity = line.quantity,
                         .unit_cost = line.unit_cost,
                         .amount = price_of_half_up(line.unit_cost, line.quantity)});
        out.net += lines.back().amount;
    }
    out.tax = share_half_up(out.net, input_tax_basis_points);
    out.number = numbering::next_number(tx, "GR");
    db::send(tx.db(), sql::parts_receipt::insert_receipt,
             {{"id", out.receipt_id},
              {"store_id", tx.store_id()},
              {"number", out.number},
              {"supplier_name", in.supplier_name},
              {"delivery_note", in.delivery_note.value_or("")},
              {"received_at", tx.now()},
              {"received_by", tx.actor().user_id},
              {"net", out.net},
              {"tax", out.tax}});
    for (const auto& line : lines) put_away(tx, line, in.supplier_name.text);
    ledger::post(tx, "parts.goods_received", {"receipt", out.receipt_id},
                 {{ledger::Account::parts_stock, out.net},
                  {ledger::Account::output_tax, out.tax},
                  {ledger::Account::supplier_payable, -(out.net + out.tax)}});
    tx.emit("parts.goods_received", {{"receipt", out.receipt_id}},
            ReceiptSaid{out.number, in.supplier_name.text, static_cast<std::int64_t>(lines.size()), out.net});
    return out;
}

Result<Page<ReceiptRow>> run_receipt_list(Context& context, const ReceiptListInput& in) {
    return list_page<ReceiptRow>(context, sql::parts_receipt::list_receipts, in, "-received_at");
}

}  // namespace

MaybeRefused may_receive(const ReceiveGoods& in) {
    if (in.lines.empty()) return receipt_is_empty;
    for (const auto& line : in.lines) {
        if (line.quantity <= Quantity{0}) return quantity_not_positive;
        if (line.unit_cost < Money{0}) return receipt_cost_negative;
    }
    return std::nullopt;
}

const Action<ReceiveGoods, GoodsReceived> receive_goods{
    {.name = "parts.receive_goods",
     .needs = parts_write,
     .refuses = {receipt_is_empty, quantity_not_positive, receipt_cost_negative, part_not_found,
                 part_is_withdrawn},
     .run = run_receive_goods}};
const View<ReceiptListInput, Page<ReceiptRow>> receipt_list{
    {.name = "parts.receipt_list", .needs = parts_read, .refuses = {}, .run = run_receipt_list}};

}  // namespace forecourt::parts
