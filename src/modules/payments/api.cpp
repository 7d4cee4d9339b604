#include <modules/payments/due/due_store.h>
#include <modules/payments/refund/refund_store.h>

namespace forecourt::payments {

void set_due(Tx& tx, const ObjectRef& about, Id<customers::Customer> customer_id, Money amount,
             std::string_view title, DueKind kind, Money deposit) {
    ensure(amount >= Money{0});
    const auto object_type = reflect::value_named<PaidObject>(about.type);
    ensure(object_type.has_value());
    auto due = load_due_of(tx.db(), tx.store_id(), about);
    const bool is_new = !due;
    const bool was_paid_up = due && due->paid >= due->amount;
    if (is_new) {
        due = Due{.id = tx.new_id<Due>(), .object_type = *object_type, .object_id = about.id, .version = 1};
    }
    due->customer_id = customer_id;
    due->kind = kind;
    due->title = title;
    due->amount = amount;
    due->deposit = deposit;
    due->set_at = tx.now();
    due->set_by.reset();
    if (tx.actor().user_id) due->set_by = tx.actor().user_id;
    if (is_new) {
        insert_due(tx, *due);
    } else {
        update_due(tx, *due);
    }
    const DueEvent data{due->title, due->amount, open_of(*due)};
    tx.emit("payments.due_set", {object_of(*due), {"customer", customer_id}}, data);
    if (due->paid >= due->amount && !was_paid_up) {
        tx.emit("payments.paid_up", {object_of(*due), {"customer", customer_id}}, data);
    }
}

void keep(Tx& tx, const ObjectRef& about, Money kept) {
    auto due = load_due_of(tx.db(), tx.store_id(), about);
    ensure(Money{0} < kept && due && kept <= not_asked_back(tx.db(), tx.store_id(), about));
    due->kept = kept;
    update_due(tx, *due);
}

std::optional<DueFacts> find_due(db::Connection& db, Id<Store> store, const ObjectRef& about) {
    const auto due = load_due_of(db, store, about);
    if (!due) return std::nullopt;
    return DueFacts{.id = due->id,
                    .object_type = std::string(name_of(due->object_type)),
                    .object_id = due->object_id,
                    .customer_id = due->customer_id,
                    .kind = due->kind,
                    .amount = due->amount,
                    .paid = due->paid};
}

Money paid_for(db::Connection& db, Id<Store> store, const ObjectRef& about) {
    const auto due = load_due_of(db, store, about);
    return due ? due->paid : Money{0};
}

std::map<std::int64_t, Money> paid_for(db::Connection& db, Id<Store> store, std::string_view object_type,
                                       const std::vector<std::int64_t>& ids) {
    return load_paid(db, store, object_type, ids);
}

Money not_asked_back(db::Connection& db, Id<Store> store, const ObjectRef& about) {
    const auto due = load_due_of(db, store, about);
    return due ? due->paid - refunds_waiting_of(db, store, due->id) : Money{0};
}

bool is_paid_up(db::Connection& db, Id<Store> store, const ObjectRef& about) {
    return is_paid_up(find_due(db, store, about));
}

}  // namespace forecourt::payments
