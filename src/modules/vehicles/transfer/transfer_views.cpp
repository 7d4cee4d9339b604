#include <db/send.h>
#include <modules/vehicles/car/car_rules.h>
#include <modules/vehicles/car/car_store.h>
#include <modules/vehicles/stock/ageing_rules.h>
#include <modules/vehicles/transfer/transfer_actions.h>
#include <modules/vehicles/transfer/transfer_rules.h>
#include <modules/vehicles/transfer/transfer_store.h>
#include <modules/vehicles/transfer/vehicles_transfer.sql.h>
#include <services/access/api.h>

namespace forecourt::vehicles {

namespace statements = sql::vehicles_transfer;

std::optional<Transfer> load_transfer(db::Connection& db, Id<Store> store, Id<Transfer> id) {
    return db::first<Transfer>(db, statements::find_transfer, {{"store_id", store}, {"id", id}});
}

bool has_open_transfer(db::Connection& db, Id<Store> from, Id<Car> car) {
    return db::number(db, statements::count_open_of_car, {{"store_id", from}, {"car_id", car}}) != 0;
}

void insert_transfer(Tx& tx, const Transfer& transfer) {
    db::send(tx.db(), statements::insert_transfer, db::Params::of(transfer));
}

void update_transfer(Tx& tx, const Transfer& transfer) {
    db::execute_one(tx.db(), statements::update_transfer, db::Params::of(transfer));
}

namespace {

TransferLine line_of(const Context& context, const Transfer& transfer) {
    const bool incoming = transfer.to_store_id == context.store_id();
    const auto other = incoming ? transfer.store_id : transfer.to_store_id;
    TransferLine line{.id = transfer.id,
                      .number = transfer.number,
                      .incoming = incoming,
                      .other_store = access::store_facts(context.db(), other).name,
                      .model_name = transfer.model_name,
                      .colour = transfer.colour,
                      .vin_tail = vin_tail(transfer.vin),
                      .state = transfer.state,
                      .reason = transfer.reason,
                      .requested_at = transfer.requested_at,
                      .requested_by = transfer.requested_by,
                      .expected_on = transfer.expected_on,
                      .own_car_id = transfer.arriving_car_id};
    if (!incoming) line.own_car_id = transfer.car_id;
    return line;
}

Result<Page<TransferLine>> run_transfer_list(Context& context, const TransferListIn& in) {
    auto stored = list_page<Transfer>(context, statements::list_transfers, in, "-requested_at");
    if (!stored) return stored.refused();
    Page<TransferLine> page{.rows = {}, .next = stored->next};
    for (const auto& transfer : stored->rows) page.rows.push_back(line_of(context, transfer));
    return page;
}

std::optional<SwapCar> swap_car_of(const Context& context, const Transfer& transfer) {
    if (!transfer.swap_car_id) return std::nullopt;
    const auto car = load_car(context.db(), transfer.to_store_id, *transfer.swap_car_id);
    if (!car) return std::nullopt;
    return SwapCar{car->model_name, car->colour, car->vin, days_standing(car->stock_since, context.now())};
}

Result<TransferRecord> run_transfer_record(Context& context, const TransferIn& in) {
    const auto transfer = load_transfer(context.db(), context.store_id(), in.transfer_id);
    if (!transfer) return transfer_not_found;
    const auto decider = transfer->asked_by_receiver ? transfer->store_id : transfer->to_store_id;
    TransferRecord record{
        .transfer = line_of(context, *transfer),
        .vin = transfer->vin,
        .price = {},
        .from_store = access::store_facts(context.db(), transfer->store_id).name,
        .to_store = access::store_facts(context.db(), transfer->to_store_id).name,
        .ours_to_decide = transfer->state == TransferState::requested && decider == context.store_id(),
        .swap_car = swap_car_of(context, *transfer),
        .swap_id = transfer->swap_id,
        .decided_at = transfer->decided_at,
        .decided_by = transfer->decided_by,
        .decided_note = transfer->decided_note,
        .sent_at = transfer->sent_at,
        .sent_by = transfer->sent_by,
        .carrier = transfer->carrier,
        .arrived_at = transfer->arrived_at,
        .arrived_by = transfer->arrived_by,
        .version = transfer->version,
        .allowed_actions = {}};
    if (context.actor().may(stock_cost_read)) record.price = transfer->price;
    allow(record.allowed_actions, context, send_car, may_send(*transfer, context.store_id()));
    allow(record.allowed_actions, context, withdraw_transfer, may_withdraw(*transfer));
    return record;
}

Result<OtherStores> run_other_stores(Context& context, const Nothing&) {
    OtherStores stores;
    for (const auto& store : access::every_store(context.db())) {
        if (store.id != context.store_id()) stores.rows.push_back({store.id, store.name});
    }
    return stores;
}

}  // namespace

const View<TransferListIn, Page<TransferLine>> transfer_list{
    {.name = "vehicles.transfer_list",
     .needs = stock_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_transfer_list}};
const View<TransferIn, TransferRecord> transfer_record{{.name = "vehicles.transfer_record",
                                                        .needs = stock_read,
                                                        .refuses = {transfer_not_found},
                                                        .run = run_transfer_record}};
const View<Nothing, OtherStores> other_stores{
    {.name = "vehicles.other_stores", .needs = stock_read, .refuses = {}, .run = run_other_stores}};

}  // namespace forecourt::vehicles
