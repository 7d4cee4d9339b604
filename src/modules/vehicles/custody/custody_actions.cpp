#include <db/send.h>
#include <modules/vehicles/car/car_rules.h>
#include <modules/vehicles/car/car_store.h>
#include <modules/vehicles/custody/custody_actions.h>
#include <modules/vehicles/custody/vehicles_custody.sql.h>

#include <algorithm>

namespace forecourt::vehicles {
namespace {

namespace statements = sql::vehicles_custody;

struct ItemEvent {
    ItemKind kind{};
    std::string label;
    std::string who;
    std::string purpose;
};
FORECOURT_STRUCT(ItemEvent, kind, label, who, purpose)

void record_move(Tx& tx, const ItemRow& item, const std::string& who, const std::string& purpose) {
    db::send(tx.db(), statements::insert_move,
             {{"id", tx.new_number()},
              {"store_id", tx.store_id()},
              {"item_id", item.id},
              {"state", item.state},
              {"who", who},
              {"purpose", purpose},
              {"at", tx.now()},
              {"by_name", tx.actor().name}});
}

void insert_item(Tx& tx, const ItemRow& item) {
    db::send(tx.db(), statements::insert_item, db::Params::of(item, {{"store_id", tx.store_id()}}));
    record_move(tx, item, item.holder, "");
}

void store(Tx& tx, ItemRow& item, const std::string& who, const std::string& purpose) {
    item.since = tx.now();
    db::execute_one(tx.db(), statements::update_item, db::Params::of(item, {{"store_id", tx.store_id()}}));
    record_move(tx, item, who, purpose);
}

bool is_known(Tx& tx, Id<Car> car, ItemKind kind, const std::string& label) {
    return db::number(tx.db(), statements::count_same,
                      {{"store_id", tx.store_id()}, {"car_id", car}, {"kind", kind}, {"label", label}}) != 0;
}

std::optional<ItemRow> load_item(db::Connection& db, Id<Store> store, Id<Item> id) {
    return db::first<ItemRow>(db, statements::find_item, {{"store_id", store}, {"id", id}});
}

Result<Id<Item>> register_one(Tx& tx, const CarRow& car, const NewItem& in) {
    const bool at_bank = in.at_bank.value_or(false);
    if (at_bank && in.kind == ItemKind::key) return only_papers_lie_at_bank;
    if (is_known(tx, car.id, in.kind, in.label.text)) return with(item_known_already, "label", in.label.text);
    const ItemRow item{.id = tx.new_id<Item>(),
                       .car_id = car.id,
                       .kind = in.kind,
                       .label = in.label.text,
                       .state = at_bank ? ItemState::at_bank : ItemState::here,
                       .place = in.place.text,
                       .holder = {},
                       .since = tx.now()};
    insert_item(tx, item);
    tx.emit("vehicles.item_registered", {{"car", car.id}}, ItemEvent{item.kind, item.label, item.place, ""});
    return item.id;
}

Result<ItemsRegistered> run_register_items(Tx& tx, const RegisterItems& in) {
    const auto car = load_car(tx.db(), tx.store_id(), in.car_id);
    if (!car) return car_not_found;
    if (in.items.empty()) return no_item_named;
    ItemsRegistered registered;
    for (const auto& item : in.items) {
        const auto id = register_one(tx, *car, item);
        if (!id) return id.refused();
        registered.ids.push_back(*id);
    }
    return registered;
}

Result<Nothing> run_issue_item(Tx& tx, const IssueItem& in) {
    auto item = load_item(tx.db(), tx.store_id(), in.item_id);
    if (!item) return item_not_found;
    if (auto no = may_issue(*item)) return *no;
    item->version = in.version;
    item->state = ItemState::out;
    item->holder = in.to_whom.text;
    item->due_at = in.due_at.value_or(std::max(tx.now(), local_instant(local_date(tx.now()), 18)));
    store(tx, *item, in.to_whom.text, in.purpose.text);
    tx.emit("vehicles.item_issued", {{"car", item->car_id}},
            ItemEvent{item->kind, item->label, in.to_whom.text, in.purpose.text});
    return Nothing{};
}

Result<Nothing> run_return_item(Tx& tx, const ReturnItem& in) {
    auto item = load_item(tx.db(), tx.store_id(), in.item_id);
    if (!item) return item_not_found;
    if (auto no = may_return(*item)) return *no;
    const std::string who = item->state == ItemState::at_bank ? item->place : item->holder;
    item->version = in.version;
    item->state = ItemState::here;
    item->holder.clear();
    item->due_at.reset();
    if (in.place && !trimmed(*in.place).empty()) item->place = trimmed(*in.place);
    store(tx, *item, who, "");
    tx.emit("vehicles.item_returned", {{"car", item->car_id}}, ItemEvent{item->kind, item->label, who, ""});
    return Nothing{};
}

Result<Page<ItemOut>> run_items_out(Context& context, const ItemsOutIn& in) {
    return list_page<ItemOut>(context, statements::list_out, in, "since");
}

Result<ItemMoves> run_item_moves(Context& context, const ItemIn& in) {
    if (!load_item(context.db(), context.store_id(), in.item_id)) return item_not_found;
    return ItemMoves{db::all<ItemMove>(context.db(), statements::moves_of_item,
                                       {{"store_id", context.store_id()}, {"item_id", in.item_id}})};
}

}  // namespace

std::vector<ItemRow> items_of_car(db::Connection& db, Id<Store> store, Id<Car> car) {
    return db::all<ItemRow>(db, statements::items_of_car, {{"store_id", store}, {"car_id", car}});
}

bool has_keys(db::Connection& db, Id<Store> store, Id<Car> car) {
    const auto items = items_of_car(db, store, car);
    return std::any_of(items.begin(), items.end(),
                       [](const ItemRow& item) { return item.kind == ItemKind::key; });
}

void register_keys(Tx& tx, const CarRow& car, std::int64_t keys) {
    for (std::int64_t n = 1; n <= keys; ++n) {
        const std::string label =
            (car.key_number.empty() ? vin_tail(car.vin) : car.key_number) + "-" + std::to_string(n);
        if (is_known(tx, car.id, ItemKind::key, label)) continue;
        insert_item(tx, {.id = tx.new_id<Item>(),
                         .car_id = car.id,
                         .kind = ItemKind::key,
                         .label = label,
                         .state = ItemState::here,
                         .place = car.key_number,
                         .holder = {},
                         .since = tx.now()});
    }
}

MaybeRefused check_papers_of(db::Connection& db, Id<Store> store, Id<Car> car) {
    return check_papers(items_of_car(db, store, car));
}

MaybeRefused hand_over_items(Tx& tx, const CarRow& car) {
    auto items = items_of_car(tx.db(), tx.store_id(), car.id);
    if (auto no = check_papers(items)) return no;
    for (auto& item : items) {
        if (item.state == ItemState::handed_over) continue;
        item.state = ItemState::handed_over;
        item.holder.clear();
        item.due_at.reset();
        store(tx, item, "", "");
    }
    return std::nullopt;
}

MaybeRefused issue_car_key(Tx& tx, const KeyIssue& issue) {
    MaybeRefused refused;
    auto items = items_of_car(tx.db(), tx.store_id(), issue.car_id);
    for (auto& item : items) {
        if (item.kind != ItemKind::key) continue;
        refused = may_issue(item);
        if (refused) continue;
        item.state = ItemState::out;
        item.holder = issue.to_whom;
        item.due_at = issue.due_at;
        store(tx, item, issue.to_whom, issue.purpose);
        return std::nullopt;
    }
    return refused;
}

void return_car_keys(Tx& tx, Id<Car> car, const std::string& who) {
    auto items = items_of_car(tx.db(), tx.store_id(), car);
    for (auto& item : items) {
        if (item.kind != ItemKind::key || item.state != ItemState::out || item.holder != who) continue;
        item.state = ItemState::here;
        item.holder.clear();
        item.due_at.reset();
        store(tx, item, who, "");
    }
}

void move_items(Tx& there, const std::vector<ItemRow>& items, Id<Car> new_car) {
    for (auto item : items) {
        if (item.state == ItemState::handed_over) continue;
        item.id = there.new_id<Item>();
        item.car_id = new_car;
        if (item.state == ItemState::out) item.state = ItemState::here;
        item.holder.clear();
        item.due_at.reset();
        item.since = there.now();
        insert_item(there, item);
    }
}

const Action<RegisterItems, ItemsRegistered> register_items{
    {.name = "vehicles.register_items",
     .needs = key_write,
     .refuses = {car_not_found, no_item_named, only_papers_lie_at_bank, item_known_already},
     .run = run_register_items}};

const Action<IssueItem, Nothing> issue_item{
    {.name = "vehicles.issue_item",
     .needs = key_write,
     .refuses = {item_not_found, item_is_out, item_is_at_bank, item_is_handed_over},
     .run = run_issue_item}};

const Action<ReturnItem, Nothing> return_item{{.name = "vehicles.return_item",
                                               .needs = key_write,
                                               .refuses = {item_not_found, item_is_here, item_is_handed_over},
                                               .run = run_return_item}};

const View<ItemsOutIn, Page<ItemOut>> items_out{{.name = "vehicles.items_out",
                                                 .needs = stock_read,
                                                 .refuses = {cursor_not_understood, sort_not_offered},
                                                 .run = run_items_out}};
const View<ItemIn, ItemMoves> item_moves{
    {.name = "vehicles.item_moves", .needs = stock_read, .refuses = {item_not_found}, .run = run_item_moves}};

}  // namespace forecourt::vehicles
