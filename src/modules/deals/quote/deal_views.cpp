#include <modules/deals/agency/agency_store.h>
#include <modules/deals/contract/contract_actions.h>
#include <modules/deals/contract/contract_rules.h>
#include <modules/deals/contract/contract_store.h>
#include <modules/deals/contract/contract_text.h>
#include <modules/deals/extras/extras_actions.h>
#include <modules/deals/ordered/ordered_actions.h>
#include <modules/deals/quote/deal_actions.h>
#include <modules/deals/quote/deal_store.h>
#include <modules/deals/quote/deal_views.h>
#include <modules/deals/quote/deals_deal.sql.h>

#include <algorithm>
#include <map>

namespace forecourt::deals {
namespace {

Result<Page<DealListLine>> run_deal_list(Context& context, const DealListIn& asked) {
    DealListIn in = asked;
    if (context.actor().is_customer()) in.customer_id = Id<customers::Customer>{context.actor().customer_id};
    const auto rows = list_page<DealListRow>(context, sql::deals_deal::list_deals, in, "-created_at");
    if (!rows) return rows.refused();
    auto& db = context.db();
    const auto store = context.store_id();
    const customers::CustomerNames customers(context, rows->rows);
    std::vector<std::int64_t> deals;
    std::map<Id<User>, std::string> consultants;  // each has many of them
    for (const auto& row : rows->rows) {
        deals.push_back(row.id.value);
        const auto [at, is_new] = consultants.try_emplace(row.consultant_id);
        if (is_new) at->second = access::user_name(db, store, row.consultant_id);
    }
    auto paid = payments::paid_for(db, store, "deal", deals);
    Page<DealListLine> page{.rows = {}, .next = rows->next};
    for (const auto& row : rows->rows) {
        page.rows.push_back({.id = row.id,
                             .number = row.number,
                             .state = row.state,
                             .customer_id = row.customer_id,
                             .customer_name = customers.of(row.customer_id),
                             .consultant_id = row.consultant_id,
                             .consultant_name = consultants.at(row.consultant_id),
                             .car_title = row.car_title,
                             .total = row.total,
                             .paid = paid[row.id.value],
                             .created_at = row.created_at,
                             .valid_until = row.valid_until});
    }
    return page;
}

Result<Deal> load(const Context& context, Id<Deal> id) {
    auto deal = load_deal(context.db(), context.store_id(), id);
    const auto& actor = context.actor();
    if (!deal || (actor.is_customer() && deal->customer_id.value != actor.customer_id)) return deal_not_found;
    return *deal;
}

std::vector<DealLine> sorted_lines(const Context& context, const Deal& deal) {
    auto lines = lines_of(context.db(), context.store_id(), deal.id);
    // A reduction that was taken back again is no line of the plan.
    std::erase_if(lines, [](const DealLine& line) {
        return line.kind == DealLineKind::discount && line.amount == Money{0};
    });
    std::stable_sort(lines.begin(), lines.end(), [](const DealLine& a, const DealLine& b) {
        return section_of(a.kind) < section_of(b.kind);
    });
    return lines;
}

void add_actions(DealRecord& record, const Context& context) {
    const auto& deal = record.deal;
    auto& list = record.allowed_actions;
    const auto changeable = may_change_quote(deal);
    MaybeRefused sign = may_sign(deal);
    if (!sign && !record.missing.empty()) sign = contract_incomplete;
    // Another contract may have been quicker: said before the customer reads and signs.
    if (!sign && deal.car_id)
        sign = vehicles::may_lock_car(context.db(), context.store_id(), *deal.car_id, deal.id);
    allow(list, context, add_line, changeable);
    allow(list, context, remove_quote_line, changeable);
    allow(list, context, set_discount, changeable);
    allow(list, context, choose_car, may_choose_car(deal));
    if (!deal.used) allow(list, context, order_from_factory, may_order(deal, record.factory_order));
    if (record.factory_order) allow(list, context, give_up_order, may_give_up(deal, record.factory_order));
    allow(list, context, set_bought_on, changeable);
    allow(list, context, withdraw_discount, may_withdraw_discount(deal));
    allow(list, context, offer_quote, may_offer(deal));
    allow(list, context, draft_contract, may_draft(deal));
    allow(list, context, withdraw_contract_draft, may_withdraw_draft(deal));
    allow(list, context, sign_contract, sign);
    allow(list, context, amend_contract, may_amend(deal));
    allow(list, context, cancel_contract, may_cancel_contract(deal));
    allow(list, context, cancel_deal, may_cancel_deal(deal));
}

void add_car(DealRecord& record, const Context& context) {
    const auto store = context.store_id();
    if (const auto model = vehicles::find_model(context.db(), store, record.deal.model_id)) {
        record.fuel = model->fuel;
        record.gearbox = model->gearbox;
    }
    if (!record.deal.car_id) return;
    const auto car = vehicles::find_car(context.db(), store, *record.deal.car_id);
    if (car) record.car = DealCar{car->id, car->vin, car->colour, car->state, car->location};
}

std::optional<IfCancelled> if_cancelled(const Context& context, const DealRecord& record) {
    if (!record.contract || may_cancel_contract(record.deal) || !context.actor().may(contract_change))
        return std::nullopt;
    const ObjectRef about("deal", record.deal.id);
    const Money left = payments::not_asked_back(context.db(), context.store_id(), about);
    const Money spent = spent_on_cases(context.db(), context.store_id(), record.deal.id);
    return IfCancelled{.paid = payments::paid_for(context.db(), context.store_id(), about),
                       .spent_on_services = spent,
                       .most_kept = most_kept(*record.contract, left, spent)};
}

Result<DealRecord> run_deal_record(Context& context, const DealIn& in) {
    const auto deal = load(context, in.deal_id);
    if (!deal) return deal.refused();
    auto& db = context.db();
    const auto store = context.store_id();
    DealRecord record{.deal = *deal};
    if (const auto customer = customers::find_customer(db, store, deal->customer_id)) {
        record.customer_name = customer->name;
        record.phone_masked = customer->phone_masked;
    }
    record.consultant_name = access::user_name(db, store, deal->consultant_id);
    add_car(record, context);
    record.factory_order = vehicles::order_of_deal(db, store, deal->id);
    record.lines = sorted_lines(context, *deal);
    record.sums = sums_of(record.lines);
    if (!context.actor().may(margin_read)) {
        for (auto& line : record.lines) line.cost = Money{0};
    }
    record.my_limit = discount_limit_of(limits::in_force(context, discount_limits), context.actor().roles,
                                        deal->list_price);
    record.discounts = discounts_of(db, store, deal->id);
    // How far we might have gone is none of the customer's business.
    if (context.actor().is_customer()) {
        record.discounts.clear();
        record.deal.concession_granted = Money{0};
    }
    record.contracts = contracts_of(db, store, deal->id);
    record.contract = contract_of(db, store, deal->id);
    if (record.contract && !record.contract->signed_at) {
        record.missing = compose(context, *deal, *record.contract).missing;
    }
    record.due = payments::find_due(db, store, {"deal", deal->id});
    record.if_cancelled = if_cancelled(context, record);
    record.documents = documents::documents_of(db, store, {"deal", deal->id});
    add_actions(record, context);
    return record;
}

struct Drafted {
    Deal deal;
    Contract contract;
    ContractText text;
};
Result<Drafted> load_draft(const Context& context, Id<Deal> id) {
    const auto deal = load(context, id);
    if (!deal) return deal.refused();
    const auto contract = contract_of(context.db(), context.store_id(), id);
    if (!contract) return contract_not_drafted;
    return Drafted{*deal, *contract, compose(context, *deal, *contract)};
}

Result<ContractToRead> run_contract_to_read(Context& context, const DealIn& in) {
    const auto draft = load_draft(context, in.deal_id);
    if (!draft) return draft.refused();
    const auto& text = draft->text;
    ContractToRead to_read{.title = text.version.title,
                           .number = draft->contract.number,
                           .revision = draft->contract.revision,
                           .lines = text.lines,
                           .total = draft->contract.total,
                           .contents_hash = draft->contract.contents_hash,
                           .text_changed = text.hash != draft->contract.contents_hash,
                           .missing = text.missing};
    for (auto& line : to_read.lines) line.cost = Money{0};
    for (const auto& clause : text.masked) {
        to_read.clauses.push_back(
            {clause.title, clause.text, clause.conspicuous.value_or(false), clause.title_en, clause.text_en});
    }
    return to_read;
}

Result<Download> run_contract_draft_pdf(Context& context, const DealIn& in) {
    const auto draft = load_draft(context, in.deal_id);
    if (!draft) return draft.refused();
    // The signed contract is the one in the archive and no other.
    if (draft->contract.signed_at) return contract_is_signed;
    return Download{"application/pdf", draft->contract.number + ".pdf",
                    draw_contract(contract_paper_of(draft->text, draft->contract, context.now()))};
}

Result<Download> run_plan_pdf(Context& context, const DealIn& in) {
    const auto deal = load(context, in.deal_id);
    if (!deal) return deal.refused();
    auto& db = context.db();
    const auto store = context.store_id();
    std::string car_facts;
    if (deal->car_id) {
        if (const auto car = vehicles::find_car(db, store, *deal->car_id)) {
            car_facts = car->colour + "　车架号 " + car->vin.text;
        }
    }
    return Download{"application/pdf", deal->number + ".pdf",
                    plan_pdf_of({.deal = *deal,
                                 .lines = sorted_lines(context, *deal),
                                 .customer_name = customers::customer_name(db, store, deal->customer_id),
                                 .consultant_name = access::user_name(db, store, deal->consultant_id),
                                 .car_facts = car_facts,
                                 .store = access::store_facts(db, store),
                                 .created = context.now()})};
}

Result<TaxPreview> run_tax_preview(Context& context, const TaxPreviewIn& in) {
    const auto model = vehicles::find_model(context.db(), context.store_id(), in.model_id);
    if (!model) return vehicles::model_not_found;
    const TaxedCar car{.fuel = model->fuel,
                       .displacement_ml = model->displacement_ml,
                       .seats = model->seats,
                       .used_by = in.used_by.value_or(UsedBy::family),
                       .bought_on = in.bought_on.value_or(local_date(context.now()))};
    TaxPreview preview{.price = in.price.value_or(model->price)};
    const auto tax = purchase_tax(tax_tables(), car, preview.price);
    if (!tax) return tax.refused();
    const auto insurance = compulsory_insurance(tax_tables(), car);
    if (!insurance) return insurance.refused();
    const auto yearly = vehicle_tax(tax_tables(), car);
    if (!yearly) return yearly.refused();
    preview.purchase_tax = *tax;
    preview.compulsory_insurance = *insurance;
    preview.vehicle_tax = *yearly;
    preview.total = preview.price + tax->amount + insurance->amount + yearly->amount;
    return preview;
}

}  // namespace

const View<DealListIn, Page<DealListLine>> deal_list{{.name = "deals.deal_list",
                                                      .needs = deal_list_read,
                                                      .refuses = {cursor_not_understood, sort_not_offered},
                                                      .run = run_deal_list}};
const View<DealIn, DealRecord> deal_record{
    {.name = "deals.deal_record", .needs = deal_read, .refuses = {deal_not_found}, .run = run_deal_record}};
const View<DealIn, ContractToRead> contract_to_read{{.name = "deals.contract_to_read",
                                                     .needs = deal_read,
                                                     .refuses = {deal_not_found, contract_not_drafted},
                                                     .run = run_contract_to_read}};
const View<DealIn, Download> plan_pdf{
    {.name = "deals.plan_pdf", .needs = deal_read, .refuses = {deal_not_found}, .run = run_plan_pdf}};
const View<DealIn, Download> contract_draft_pdf{
    {.name = "deals.contract_draft_pdf",
     .needs = deal_read,
     .refuses = {deal_not_found, contract_not_drafted, contract_is_signed},
     .run = run_contract_draft_pdf}};
const View<TaxPreviewIn, TaxPreview> tax_preview{{.name = "deals.tax_preview",
                                                  .needs = deal_list_read,
                                                  .refuses = {vehicles::model_not_found, tax_table_not_valid},
                                                  .run = run_tax_preview}};

}  // namespace forecourt::deals
