#include <modules/deals/contract/contract_store.h>
#include <modules/deals/quote/deal_events.h>
#include <modules/deals/quote/deal_store.h>

#include <algorithm>

namespace forecourt::deals {

std::optional<DealFacts> find_deal(db::Connection& db, Id<Store> store, Id<Deal> id) {
    const auto deal = load_deal(db, store, id);
    if (!deal) return std::nullopt;
    const PlanSums sums = sums_of(lines_of(db, store, id));
    DealFacts facts{.id = deal->id,
                    .number = deal->number,
                    .state = deal->state,
                    .customer_id = deal->customer_id,
                    .consultant_id = deal->consultant_id,
                    .model_id = deal->model_id,
                    .car_id = deal->car_id,
                    .car_title = deal->car_title,
                    .total = sums.total,
                    .car_price = sums.car_price,
                    .accessories = sums.accessories,
                    .fees = sums.fees,
                    .passed_on = sums.passed_on,
                    .trade_in = sums.trade_in,
                    .version = deal->version};
    const auto vat = vat_on(tax_tables(), deal->bought_on);
    ensure(vat.ok());  // the quote was computed with it
    facts.goods_vat_basis_points = vat->goods_basis_points;
    facts.services_vat_basis_points = vat->services_basis_points;
    if (const auto contract = contract_of(db, store, id)) facts.deliver_on = contract->deliver_on;
    return facts;
}

std::vector<LineSum> line_sums_of(db::Connection& db, Id<Store> store, Id<Deal> id) {
    std::vector<LineSum> sums;
    for (const auto& line : lines_of(db, store, id)) {
        const auto found =
            std::find_if(sums.begin(), sums.end(), [&](const LineSum& sum) { return sum.kind == line.kind; });
        if (found == sums.end()) {
            sums.push_back({line.kind, line.amount});
        } else {
            found->amount += line.amount;
        }
    }
    return sums;
}

Money deal_total(db::Connection& db, Id<Store> store, Id<Deal> id) {
    const auto deal = load_deal(db, store, id);
    return deal ? deal->total : Money{0};
}

std::vector<Gift> gifts_of(db::Connection& db, Id<Store> store, Id<Deal> id) {
    std::vector<Gift> gifts;
    for (const auto& line : lines_of(db, store, id)) {
        if (line.kind != DealLineKind::gift) continue;
        gifts.push_back({.line_id = line.id.value, .title = line.title, .worth = line.worth});
    }
    return gifts;
}

void mark_delivered(Tx& tx, Id<Deal> id) {
    auto deal = load_deal(tx.db(), tx.store_id(), id);
    ensure(deal && deal->state == DealState::contract_signed);
    deal->state = DealState::delivered;
    deal->delivered_at = tx.now();
    update_deal(tx, *deal);
    emit_deal(tx, "deals.deal_delivered", *deal, event_of(*deal));
}

}  // namespace forecourt::deals
