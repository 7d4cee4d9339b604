#include <modules/deals/agency/agency_rules.h>
#include <modules/deals/agency/agency_store.h>
#include <modules/deals/contract/contract_store.h>
#include <modules/deals/extras/extras_rules.h>
#include <modules/deals/extras/extras_store.h>
#include <modules/deals/purchase/deals_purchase.sql.h>
#include <modules/deals/purchase/purchase_views.h>
#include <modules/deals/quote/deal_rules.h>
#include <modules/deals/quote/deal_store.h>
#include <modules/payments/api.h>
#include <services/access/api.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

MyCase case_of(const Context& context, const AgencyCase& one) {
    auto& db = context.db();
    const auto store = context.store_id();
    const bool open = one.state == CaseState::collecting || one.state == CaseState::with_authority;
    MyCase mine{.case_id = one.id,
                .kind = one.kind,
                .state = one.state,
                .owner_name = access::user_name(db, store, one.owner_id),
                .expected_on = one.expected_on,
                .is_late = open && one.expected_on < local_date(context.now()),
                .sent_at = one.sent_at,
                .done_at = one.done_at,
                .collected = one.collected,
                .paid = one.paid,
                .rest = one.state == CaseState::done ? rest_of(one) : Money{0},
                .rest_returned_at = one.rest_returned_at,
                .result = one.result,
                .receipt_number = one.receipt_number,
                .insurer = {},
                .policy_number = {},
                .insured_until = {},
                .missing_papers = {}};
    if (const auto chosen = chosen_insurance(db, store, one.id)) mine.insurer = chosen->insurer;
    const auto policies = policies_of(db, store, one.id);
    if (!policies.empty()) {
        mine.insurer = policies.back().insurer;
        mine.policy_number = policies.back().policy_number;
        mine.insured_until = policies.back().ends_on;
    }
    if (one.state != CaseState::collecting) return mine;
    const auto missing = missing_papers(one.kind, papers_of(db, store, one.id));
    for (const auto& paper : norm_of(one.kind).papers) {
        if (std::find(missing.begin(), missing.end(), paper.name) != missing.end())
            mine.missing_papers.push_back(paper.text);
    }
    return mine;
}

MyPromise promise_of(const Context& context, const Deal& deal, const Promise& promise) {
    MyPromise mine{.title = promise.title,
                   .times = promise.times,
                   .used = promise.used,
                   .left = promise.times - promise.used,
                   .valid_months = promise.valid_months,
                   .ends_on = promise_ends_on(promise, deal.delivered_at),
                   .drawn_at = {}};
    for (const auto& draw : draws_of(context.db(), context.store_id(), promise.id)) {
        mine.drawn_at.push_back(draw.drawn_at);
    }
    return mine;
}

void add_car(MyPurchase& purchase, const Context& context, const Deal& deal) {
    if (!deal.car_id) return;
    const auto car = vehicles::find_car(context.db(), context.store_id(), *deal.car_id);
    if (!car) return;
    purchase.colour = car->colour;
    if (car->plate) purchase.plate = car->plate->text;
}

void add_lines(MyPurchase& purchase, const Context& context, const Deal& deal) {
    auto lines = lines_of(context.db(), context.store_id(), deal.id);
    std::stable_sort(lines.begin(), lines.end(), [](const DealLine& a, const DealLine& b) {
        return section_of(a.kind) < section_of(b.kind);
    });
    for (const auto& line : lines) {
        if (line.kind == DealLineKind::discount && line.amount == Money{0}) continue;
        purchase.lines.push_back({line.kind, line.title, line.explanation, line.amount, line.worth});
    }
}

MyPurchase purchase_of(const Context& context, const Deal& deal) {
    auto& db = context.db();
    const auto store = context.store_id();
    MyPurchase purchase{.deal_id = deal.id,
                        .state = deal.state,
                        .contract_number = {},
                        .car_title = deal.car_title,
                        .colour = {},
                        .plate = {},
                        .consultant_name = access::user_name(db, store, deal.consultant_id),
                        .total = deal.total,
                        .paid = payments::paid_for(db, store, {"deal", deal.id}),
                        .deliver_on = {},
                        .delivered_at = deal.delivered_at,
                        .lines = {},
                        .fittings = {},
                        .cases = {},
                        .promises = {}};
    if (const auto contract = contract_of(db, store, deal.id)) {
        purchase.contract_number = contract->number;
        purchase.deliver_on = contract->deliver_on;
    }
    add_car(purchase, context, deal);
    add_lines(purchase, context, deal);
    for (const auto& fitting : fittings_of(db, store, deal.id)) {
        if (fitting.state == FittingState::dropped) continue;
        purchase.fittings.push_back({fitting.title, fitting.state, fitting.fitted_at});
    }
    for (const auto& one : cases_of(db, store, deal.id)) {
        if (one.state != CaseState::cancelled) purchase.cases.push_back(case_of(context, one));
    }
    for (const auto& promise : promises_of_deal(db, store, deal.id)) {
        if (line_stands(db, store, promise.line_id))
            purchase.promises.push_back(promise_of(context, deal, promise));
    }
    return purchase;
}

/// What the customer who asks has bought, and where everything that was to be done for it stands.
Result<MyPurchases> run_my_purchases(Context& context, const Nothing&) {
    std::vector<std::int64_t> ids;
    context.db().query(sql::deals_purchase::purchases_of_customer,
                       {{"store_id", context.store_id()}, {"customer_id", context.actor().customer_id}},
                       [&](const db::Row& row) { ids.push_back(row.number(0)); });
    MyPurchases mine;
    for (const auto id : ids) {
        const auto deal = load_deal(context.db(), context.store_id(), Id<Deal>{id});
        ensure(deal.has_value());
        mine.purchases.push_back(purchase_of(context, *deal));
    }
    return mine;
}

}  // namespace

const View<Nothing, MyPurchases> my_purchases{
    {.name = "deals.my_purchases", .needs = own_purchases_read, .refuses = {}, .run = run_my_purchases}};

}  // namespace forecourt::deals
