#include <db/send.h>
#include <modules/deals/quote/deal_actions.h>
#include <modules/deals/quote/deal_events.h>
#include <modules/deals/quote/deal_rules.h>
#include <modules/deals/quote/deal_store.h>
#include <modules/deals/tradein/appraisal_actions.h>
#include <modules/deals/tradein/appraisal_rules.h>
#include <modules/deals/tradein/deals_appraisal.sql.h>
#include <modules/deals/used/api.h>

namespace forecourt::deals {
namespace {

namespace statements = sql::deals_appraisal;

struct AppraisalEvent {
    std::string number;
    std::string model_text;
    Money offered;
};
FORECOURT_STRUCT(AppraisalEvent, number, model_text, offered)

std::optional<Appraisal> load_appraisal(db::Connection& db, Id<Store> store, Id<Appraisal> id) {
    return db::first<Appraisal>(db, statements::find_appraisal, {{"store_id", store}, {"id", id}});
}

Result<AppraisalMade> run_appraise(Tx& tx, const AppraiseTradeIn& in) {
    const auto deal = load_deal(tx.db(), tx.store_id(), in.deal_id);
    if (!deal) return deal_not_found;
    if (auto no = may_change_quote(*deal)) return *no;
    if (auto no = check_appraisal(in, local_date(tx.now()))) return *no;
    const Appraisal appraisal{.id = tx.new_id<Appraisal>(),
                              .deal_id = deal->id,
                              .vin = in.vin,
                              .plate = in.plate ? in.plate->text : "",
                              .model_text = in.model_text.text,
                              .first_registered = in.first_registered,
                              .mileage_km = in.mileage_km,
                              .condition = in.condition.text,
                              .market_price = in.market_price,
                              .repair_estimate = in.repair_estimate,
                              .offered = in.offered,
                              .valid_until = in.valid_until,
                              .appraised_by = tx.actor().user_id,
                              .appraised_at = tx.now()};
    db::send(tx.db(), statements::insert_appraisal, db::Params::of(appraisal, {{"store_id", tx.store_id()}}));
    emit_deal(tx, "deals.trade_in_appraised", *deal,
              AppraisalEvent{deal->number, appraisal.model_text, appraisal.offered});
    return AppraisalMade{appraisal.id};
}

// The old car is a line of the same plan: what is offered for it is taken off what the customer pays.
Result<DealChanged> run_accept(Tx& tx, const AcceptTradeIn& in) {
    const auto appraisal = load_appraisal(tx.db(), tx.store_id(), in.appraisal_id);
    if (!appraisal) return appraisal_not_found;
    const auto lines = lines_of(tx.db(), tx.store_id(), appraisal->deal_id);
    if (auto no = may_accept_trade_in(*appraisal, lines, local_date(tx.now()))) return *no;
    const auto added = add_line.run(tx, {.deal_id = appraisal->deal_id,
                                         .version = in.version,
                                         .kind = DealLineKind::trade_in,
                                         .title = trade_in_title(*appraisal),
                                         .explanation = "",
                                         .amount = appraisal->offered});
    if (!added) return added.refused();
    db::send(tx.db(), statements::accept_appraisal,
             {{"store_id", tx.store_id()}, {"id", appraisal->id}, {"accepted_at", tx.now()}});
    const auto deal = load_deal(tx.db(), tx.store_id(), appraisal->deal_id);
    emit_deal(tx, "deals.trade_in_accepted", *deal,
              AppraisalEvent{deal->number, appraisal->model_text, appraisal->offered});
    return DealChanged{deal->id, deal->state, deal->total, deal->version};
}

Result<DealAppraisals> run_deal_appraisals(Context& context, const DealIn& in) {
    const auto deal = load_deal(context.db(), context.store_id(), in.deal_id);
    const auto& actor = context.actor();
    if (!deal || (actor.is_customer() && deal->customer_id.value != actor.customer_id)) return deal_not_found;
    const auto lines = lines_of(context.db(), context.store_id(), deal->id);
    DealAppraisals answer;
    for (auto& appraisal : db::all<Appraisal>(context.db(), statements::appraisals_of_deal,
                                              {{"store_id", context.store_id()}, {"deal_id", deal->id}})) {
        AppraisalLine line{.appraisal = appraisal, .allowed_actions = {}};
        MaybeRefused no = may_change_quote(*deal);
        if (!no) no = may_accept_trade_in(appraisal, lines, local_date(context.now()));
        allow(line.allowed_actions, context, accept_trade_in, no);
        answer.appraisals.push_back(std::move(line));
    }
    allow(answer.allowed_actions, context, appraise_trade_in, may_change_quote(*deal));
    return answer;
}

}  // namespace

std::optional<TradeInFacts> trade_in_of(db::Connection& db, Id<Store> store, Id<Deal> id) {
    const auto lines = lines_of(db, store, id);
    const auto appraisal =
        db::first<Appraisal>(db, statements::accepted_appraisal, {{"store_id", store}, {"deal_id", id}});
    // The line may have been taken out again, or another written in by hand.
    if (!appraisal || sums_of(lines).trade_in != appraisal->offered) return std::nullopt;
    return TradeInFacts{.vin = appraisal->vin,
                        .plate = appraisal->plate,
                        .model_text = appraisal->model_text,
                        .first_registered = appraisal->first_registered,
                        .mileage_km = appraisal->mileage_km,
                        .condition = appraisal->condition,
                        .market_price = appraisal->market_price,
                        .repair_estimate = appraisal->repair_estimate,
                        .offered = appraisal->offered};
}

const Action<AppraiseTradeIn, AppraisalMade> appraise_trade_in{
    {.name = "deals.appraise_trade_in",
     .needs = deal_write,
     .refuses = {deal_not_found, discount_is_waiting, contract_is_drafted, contract_is_signed,
                 deal_is_delivered, deal_is_cancelled, appraisal_wrong, appraisal_over_value, appraisal_past},
     .run = run_appraise}};
const Action<AcceptTradeIn, DealChanged> accept_trade_in{
    {.name = "deals.accept_trade_in",
     .needs = deal_write,
     .refuses = {appraisal_not_found, appraisal_is_accepted, appraisal_past, trade_in_is_there,
                 deal_not_found, discount_is_waiting, contract_is_drafted, contract_is_signed,
                 deal_is_delivered, deal_is_cancelled, tax_table_not_valid, total_negative},
     .run = run_accept}};
const View<DealIn, DealAppraisals> deal_appraisals{{.name = "deals.deal_appraisals",
                                                    .needs = deal_read,
                                                    .refuses = {deal_not_found},
                                                    .run = run_deal_appraisals}};

}  // namespace forecourt::deals
