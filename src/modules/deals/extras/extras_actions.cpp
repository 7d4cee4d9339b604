#include <modules/deals/extras/extras_actions.h>
#include <modules/deals/extras/extras_rules.h>
#include <modules/deals/extras/extras_store.h>
#include <modules/deals/quote/deal_actions.h>
#include <modules/deals/quote/deal_change.h>
#include <modules/deals/quote/deal_events.h>
#include <modules/deals/quote/deal_store.h>
#include <services/ledger/api.h>
#include <services/tasks/api.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

struct FittingEvent {
    std::string number;
    std::string title;
    Money cost;
};
FORECOURT_STRUCT(FittingEvent, number, title, cost)

struct FittingTaskParams {
    std::string number;
    std::string customer_name;
    std::int64_t count{};
};
FORECOURT_STRUCT(FittingTaskParams, number, customer_name, count)

struct PromiseEvent {
    std::string number;
    std::string title;
    std::int64_t times{};
    std::int64_t left{};
    std::string note;
};
FORECOURT_STRUCT(PromiseEvent, number, title, times, left, note)

Result<Nothing> run_finish_fitting(Tx& tx, const FinishFitting& in) {
    auto fitting = load_fitting(tx.db(), tx.store_id(), in.fitting_id);
    if (!fitting) return fitting_not_found;
    if (auto no = check_fitting(*fitting, in.cost)) return *no;
    const auto deal = load_deal(tx.db(), tx.store_id(), fitting->deal_id);
    ensure(deal.has_value());
    fitting->state = FittingState::fitted;
    fitting->fitted_at = tx.now();
    fitting->fitted_by = tx.actor().user_id;
    fitting->cost = in.cost;
    fitting->note = in.note;
    if (!finish_fitting_row(tx, *fitting)) return fitting_is_done;
    // Material and work from outside: what the sale costs, owed to who delivered it.
    if (in.cost > Money{0}) {
        ledger::post(
            tx, "deals.fitting_done", {"deal", deal->id},
            {{ledger::Account::vehicle_cost, in.cost}, {ledger::Account::supplier_payable, -in.cost}});
    }
    if (open_fittings(tx.db(), tx.store_id(), deal->id) == 0)
        tasks::close_tasks(tx, {"deal", deal->id}, "task.deals.fit_extras");
    emit_deal(tx, "deals.fitting_done", *deal, FittingEvent{deal->number, fitting->title, in.cost});
    return Nothing{};
}

Result<DealChanged> run_add_promise(Tx& tx, const AddPromise& in) {
    if (auto no = check_promise(in)) return *no;
    const auto added = add_line.run(tx, {.deal_id = in.deal_id,
                                         .version = in.version,
                                         .kind = DealLineKind::gift,
                                         .title = in.title.text,
                                         .explanation = promise_words(in.times, in.valid_months),
                                         .amount = in.worth,
                                         .cost = in.cost});
    if (!added) return added.refused();
    const auto deal = load_deal(tx.db(), tx.store_id(), in.deal_id);
    insert_promise(tx, {.id = tx.new_id<Promise>(),
                        .deal_id = deal->id,
                        .line_id = added->line_id,
                        .customer_id = deal->customer_id,
                        .title = in.title.text,
                        .times = in.times,
                        .valid_months = in.valid_months,
                        .made_by = tx.actor().user_id,
                        .made_at = tx.now()});
    emit_deal(tx, "deals.promise_made", *deal,
              PromiseEvent{deal->number, in.title.text, in.times, in.times, ""});
    return DealChanged{deal->id, deal->state, deal->total, deal->version};
}

Result<PromiseDrawn> run_draw_promise(Tx& tx, const DrawPromise& in) {
    const auto promise = load_promise(tx.db(), tx.store_id(), in.promise_id);
    if (!promise) return promise_not_found;
    if (auto no = draw_promise(tx, {.promise_id = promise->id,
                                    .customer_id = {},
                                    .version = in.version,
                                    .about = {"customer", promise->customer_id},
                                    .note = in.note})) {
        return *no;
    }
    return PromiseDrawn{promise->id, promise->times - promise->used - 1, in.version + 1};
}

Result<Nothing> run_set_rebate(Tx& tx, const SetRebate& in) {
    const auto deal = load_deal(tx.db(), tx.store_id(), in.deal_id);
    if (!deal) return deal_not_found;
    if (in.amount < Money{0}) return rebate_wrong;
    insert_rebate(tx, in);
    emit_deal(tx, "deals.rebate_set", *deal, FittingEvent{deal->number, in.reason.text, in.amount});
    return Nothing{};
}

bool is_promise(const std::vector<Promise>& promises, Id<DealLine> line) {
    return std::any_of(promises.begin(), promises.end(),
                       [&](const Promise& one) { return one.line_id == line; });
}

}  // namespace

MaybeRefused draw_promise(Tx& tx, const PromiseDraw& draw) {
    auto promise = load_promise(tx.db(), tx.store_id(), draw.promise_id);
    if (!promise) return promise_not_found;
    if (draw.customer_id && promise->customer_id != *draw.customer_id) return promise_not_found;
    const auto deal = load_deal(tx.db(), tx.store_id(), promise->deal_id);
    ensure(deal.has_value());
    const bool stands = line_stands(tx.db(), tx.store_id(), promise->line_id);
    if (auto no = may_draw(*promise, deal->delivered_at, stands, local_date(tx.now()))) return no;
    promise->version = draw.version;
    use_promise(tx, *promise);
    insert_draw(tx, promise->id,
                {std::string(draw.about.type), draw.about.id, draw.note, tx.now(), tx.actor().user_id});
    const std::int64_t left = promise->times - promise->used - 1;
    emit_deal(tx, "deals.promise_drawn", *deal,
              PromiseEvent{deal->number, promise->title, promise->times, left, draw.note}, draw.about);
    return std::nullopt;
}

std::vector<PromiseFacts> open_promises(db::Connection& db, Id<Store> store, Id<customers::Customer> customer,
                                        Date today) {
    std::vector<PromiseFacts> open;
    for (const auto& promise : promises_of_customer(db, store, customer)) {
        const auto deal = load_deal(db, store, promise.deal_id);
        ensure(deal.has_value());
        if (may_draw(promise, deal->delivered_at, line_stands(db, store, promise.line_id), today)) continue;
        open.push_back({.promise_id = promise.id.value,
                        .deal_id = deal->id,
                        .car_title = deal->car_title,
                        .title = promise.title,
                        .times = promise.times,
                        .used = promise.used,
                        .ends_on = *promise_ends_on(promise, deal->delivered_at),
                        .version = promise.version});
    }
    return open;
}

MaybeRefused plan_fittings(Tx& tx, const Event& event) {
    const auto deal = load_deal(tx.db(), tx.store_id(), {event.object("deal")});
    ensure(deal.has_value());
    const auto promises = promises_of_deal(tx.db(), tx.store_id(), deal->id);
    const auto before = fittings_of(tx.db(), tx.store_id(), deal->id);
    std::int64_t planned = 0;
    for (const auto& line : lines_of(tx.db(), tx.store_id(), deal->id)) {
        if (line.kind != DealLineKind::accessory && line.kind != DealLineKind::gift) continue;
        if (is_promise(promises, line.id)) continue;
        const auto known = std::find_if(before.begin(), before.end(),
                                        [&](const Fitting& one) { return one.line_id == line.id; });
        if (known != before.end()) {
            // What an amendment dropped is fitted after all when its line is signed again.
            if (known->state == FittingState::dropped && plan_fitting_again(tx, *known)) ++planned;
            continue;
        }
        insert_fitting(tx, {.id = tx.new_id<Fitting>(),
                            .deal_id = deal->id,
                            .line_id = line.id,
                            .customer_id = deal->customer_id,
                            .title = line.title,
                            .expected_cost = line.cost,
                            .state = FittingState::planned,
                            .opened_at = tx.now()});
        ++planned;
    }
    if (planned == 0) return std::nullopt;
    const FittingTaskParams params{
        deal->number, customers::customer_name(tx.db(), tx.store_id(), deal->customer_id), planned};
    tasks::add_task(tx, {.title_key = "task.deals.fit_extras",
                         .params_json = reflect::to_json(params),
                         .role = Role::delivery,
                         .due_at = tx.now() + days(2),
                         .about = {"deal", deal->id},
                         .customer_id = deal->customer_id.value,
                         .link = link_of(*deal)});
    return std::nullopt;
}

MaybeRefused drop_fittings_of(Tx& tx, const Event& event) {
    const Id<Deal> deal{event.object("deal")};
    drop_fittings(tx, deal);
    tasks::close_tasks(tx, {"deal", deal}, "task.deals.fit_extras");
    return std::nullopt;
}

const Action<FinishFitting, Nothing> finish_fitting{
    {.name = "deals.finish_fitting",
     .needs = fitting_write,
     .refuses = {fitting_not_found, fitting_is_done, fitting_cost_wrong},
     .run = run_finish_fitting}};
const Action<AddPromise, DealChanged> add_promise{
    {.name = "deals.add_promise",
     .needs = deal_write,
     .refuses = {promise_out_of_range, deal_not_found, discount_is_waiting, contract_is_drafted,
                 contract_is_signed, deal_is_delivered, deal_is_cancelled, line_amount_wrong, line_cost_wrong,
                 gift_beyond_limit, tax_table_not_valid, total_negative},
     .run = run_add_promise}};
const Action<DrawPromise, PromiseDrawn> draw_promise_action{
    {.name = "deals.draw_promise",
     .needs = promise_draw,
     .refuses = {promise_not_found, promise_not_in_force, promise_used_up, promise_run_out},
     .run = run_draw_promise}};
const Action<SetRebate, Nothing> set_rebate{{.name = "deals.set_rebate",
                                             .needs = margin_read,
                                             .refuses = {deal_not_found, rebate_wrong},
                                             .run = run_set_rebate}};

}  // namespace forecourt::deals
