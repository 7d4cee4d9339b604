#include <modules/deals/agency/agency_actions.h>
#include <modules/deals/agency/agency_rules.h>
#include <modules/deals/agency/agency_store.h>
#include <modules/deals/quote/deal_events.h>
#include <modules/deals/quote/deal_store.h>
#include <services/files/api.h>
#include <services/tasks/api.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

struct CaseEvent {
    std::string deal_number;
    CaseKind kind{};
    Money amount;
    Date expected_on;
    std::string text;
};
FORECOURT_STRUCT(CaseEvent, deal_number, kind, amount, expected_on, text)

struct CaseTaskParams {
    std::string deal_number;
    std::string customer_name;
    CaseKind kind{};
};
FORECOURT_STRUCT(CaseTaskParams, deal_number, customer_name, kind)

void emit_case(Tx& tx, std::string_view name, const AgencyCase& one, Money amount, std::string text = "") {
    const auto deal = load_deal(tx.db(), tx.store_id(), one.deal_id);
    ensure(deal.has_value());
    tx.emit(name, {{"agency_case", one.id}, {"deal", one.deal_id}, {"customer", one.customer_id}},
            CaseEvent{deal->number, one.kind, amount, one.expected_on, std::move(text)});
}

CaseChanged changed(const AgencyCase& one) { return {one.id, one.state, one.version}; }

Result<AgencyCase> load(Tx& tx, Id<AgencyCase> id, std::int64_t version) {
    auto one = load_case(tx.db(), tx.store_id(), id);
    if (!one) return case_not_found;
    one->version = version;
    return *one;
}

Instant end_of(Date day) { return local_instant(day, 18); }

void add_task(Tx& tx, const AgencyCase& one) {
    const auto deal = load_deal(tx.db(), tx.store_id(), one.deal_id);
    const CaseTaskParams params{deal->number,
                                customers::customer_name(tx.db(), tx.store_id(), one.customer_id), one.kind};
    tasks::add_task(tx, {.title_key = "task.deals.finish_case",
                         .params_json = reflect::to_json(params),
                         .user_id = one.owner_id,
                         .due_at = end_of(one.expected_on),
                         .about = {"agency_case", one.id},
                         .customer_id = one.customer_id.value,
                         .link = link_of(*deal)});
}

Result<CaseChanged> run_plan_case(Tx& tx, const PlanCase& in) {
    auto one = load(tx, in.case_id, in.version);
    if (!one) return one.refused();
    if (auto no = check_plan(*one, in, local_date(tx.now()))) return *no;
    one->expected_on = in.expected_on;
    one->note = in.note;
    if (in.owner_id) one->owner_id = *in.owner_id;
    update_case(tx, *one);
    tasks::close_every_task(tx, {"agency_case", one->id});
    add_task(tx, *one);
    emit_case(tx, "deals.case_planned", *one, one->collected, in.note);
    return changed(*one);
}

Result<Nothing> run_receive_case_paper(Tx& tx, const ReceiveCasePaper& in) {
    const auto one = load_case(tx.db(), tx.store_id(), in.case_id);
    if (!one) return case_not_found;
    if (auto no = check_paper(*one, in.paper)) return *no;
    insert_case_paper(tx, one->id, in.paper);
    for (const auto& paper : norm_of(one->kind).papers) {
        if (paper.name == in.paper)
            emit_case(tx, "deals.case_paper_received", *one, one->collected, paper.text.zh);
    }
    return Nothing{};
}

Result<CaseChanged> run_send_case(Tx& tx, const CaseAtVersion& in) {
    auto one = load(tx, in.case_id, in.version);
    if (!one) return one.refused();
    const auto missing = missing_papers(one->kind, papers_of(tx.db(), tx.store_id(), one->id));
    if (auto no = may_send(*one, missing)) return *no;
    one->state = CaseState::with_authority;
    one->sent_at = tx.now();
    update_case(tx, *one);
    emit_case(tx, "deals.case_sent", *one, one->collected);
    return changed(*one);
}

MaybeRefused write_policy(Tx& tx, const AgencyCase& one, const FinishCase& in, const InsuranceQuote& chosen) {
    const auto vat = vat_on(tax_tables(), local_date(tx.now()));
    if (!vat) return vat.refused();
    if (auto no = check_policy_number(policy_exists(tx.db(), tx.store_id(), *in.policy_number))) return no;
    const auto deal = load_deal(tx.db(), tx.store_id(), one.deal_id);
    ensure(deal && deal->car_id);
    insert_policy(tx, {.id = tx.new_id<Policy>(),
                       .case_id = one.id,
                       .customer_id = one.customer_id,
                       .car_id = *deal->car_id,
                       .insurer = chosen.insurer,
                       .coverage = chosen.coverage,
                       .policy_number = *in.policy_number,
                       .premium = in.paid,
                       .commission = chosen.commission,
                       .starts_on = *in.starts_on,
                       // A year, ending with the day before.
                       .ends_on = add_months(*in.starts_on, 12) + -1,
                       .commission_received_at = {},
                       .commission_reference = {}});
    if (chosen.commission > Money{0}) {
        ledger::post(tx, "deals.commission_earned", {"agency_case", one.id},
                     postings_of_commission(chosen.commission, vat->services_basis_points));
        emit_case(tx, "deals.commission_earned", one, chosen.commission, *in.policy_number);
    }
    return std::nullopt;
}

Result<CaseChanged> run_finish_case(Tx& tx, const FinishCase& in) {
    auto one = load(tx, in.case_id, in.version);
    if (!one) return one.refused();
    const auto chosen = chosen_insurance(tx.db(), tx.store_id(), one->id);
    if (auto no = check_finish(*one, in, chosen.has_value())) return *no;
    if (!files::file_exists(tx.db(), tx.store_id(), in.receipt_file)) return files::file_not_found;
    if (one->kind == CaseKind::insurance) {
        if (auto no = write_policy(tx, *one, in, *chosen)) return *no;
    }
    ledger::post(tx, "deals.case_done", {"agency_case", one->id}, postings_of_finish(*one, in.paid));
    one->state = CaseState::done;
    one->done_at = tx.now();
    one->paid = in.paid;
    one->receipt_number = in.receipt_number.text;
    one->receipt_file = in.receipt_file.text;
    one->result = in.policy_number.value_or(in.result);
    update_case(tx, *one);
    tasks::close_every_task(tx, {"agency_case", one->id});
    emit_case(tx, "deals.case_done", *one, in.paid, one->result);
    return changed(*one);
}

Result<Nothing> run_receive_commission(Tx& tx, const ReceiveCommission& in) {
    const auto policy = load_policy(tx.db(), tx.store_id(), in.policy_id);
    if (!policy) return policy_not_found;
    if (auto no = may_receive_commission(*policy)) return *no;
    if (!receive_commission_of(tx, policy->id, in.reference.text)) return commission_received_already;
    const auto one = load_case(tx.db(), tx.store_id(), policy->case_id);
    ensure(one.has_value());
    ledger::post(tx, "deals.commission_received", {"agency_case", one->id},
                 postings_of_receipt(policy->commission));
    emit_case(tx, "deals.commission_received", *one, policy->commission, in.reference.text);
    return Nothing{};
}

Result<CaseChanged> run_return_rest(Tx& tx, const ReturnRest& in) {
    auto one = load(tx, in.case_id, in.version);
    if (!one) return one.refused();
    if (auto no = may_return_rest(*one)) return *no;
    const Money rest = rest_of(*one);
    ledger::post(tx, "deals.rest_returned", {"agency_case", one->id}, postings_of_rest(*one));
    one->rest_returned_at = tx.now();
    one->rest_reference = in.reference.text;
    update_case(tx, *one);
    emit_case(tx, "deals.rest_returned", *one, rest, in.reference.text);
    return changed(*one);
}

Result<Nothing> run_quote_insurance(Tx& tx, const QuoteInsurance& in) {
    const auto one = load_case(tx.db(), tx.store_id(), in.case_id);
    if (!one) return case_not_found;
    if (auto no = check_quote(*one, in, local_date(tx.now()))) return *no;
    insert_insurance_quote(tx, {.id = tx.new_id<InsuranceQuote>(),
                                .case_id = one->id,
                                .insurer = in.insurer.text,
                                .coverage = in.coverage.text,
                                .premium = in.premium,
                                .commission = in.commission,
                                .valid_until = in.valid_until,
                                .quoted_by = tx.actor().user_id,
                                .quoted_at = tx.now()});
    emit_case(tx, "deals.insurance_quoted", *one, in.premium, in.insurer.text);
    return Nothing{};
}

Result<Nothing> run_choose_insurance(Tx& tx, const ChooseInsurance& in) {
    const auto quote = load_insurance_quote(tx.db(), tx.store_id(), in.quote_id);
    if (!quote) return insurance_quote_not_found;
    const auto one = load_case(tx.db(), tx.store_id(), quote->case_id);
    ensure(one.has_value());
    if (auto no = may_choose(*one, *quote, local_date(tx.now()))) return *no;
    choose(tx, *quote);
    emit_case(tx, "deals.insurance_chosen", *one, quote->premium, quote->insurer);
    return Nothing{};
}

void open_case(Tx& tx, const Deal& deal, CaseKind kind, Money collected) {
    const AgencyCase one{.id = tx.new_id<AgencyCase>(),
                         .deal_id = deal.id,
                         .customer_id = deal.customer_id,
                         .kind = kind,
                         .state = CaseState::collecting,
                         .owner_id = deal.consultant_id,
                         .collected = collected,
                         .expected_on = local_date(tx.now()) + norm_of(kind).days,
                         .opened_at = tx.now(),
                         .version = 1};
    insert_case(tx, one);
    add_task(tx, one);
    emit_case(tx, "deals.case_opened", one, collected);
}

// The contract is signed again.
void take_up(Tx& tx, AgencyCase one) {
    const bool was_given_up = one.state == CaseState::cancelled;
    one.state = CaseState::collecting;
    one.sent_at.reset();
    update_case(tx, one);
    if (was_given_up) add_task(tx, one);
}

// Nobody works on it any more, and no car waits for it.
void give_up(Tx& tx, AgencyCase one) {
    if (one.state == CaseState::cancelled) return;
    one.state = CaseState::cancelled;
    update_case(tx, one);
    tasks::close_every_task(tx, {"agency_case", one.id});
}

}  // namespace

MaybeRefused on_contract_signed(Tx& tx, const Event& event) {
    const auto deal = load_deal(tx.db(), tx.store_id(), {event.object("deal")});
    ensure(deal.has_value());
    const auto lines = lines_of(tx.db(), tx.store_id(), deal->id);
    const auto before = cases_of(tx.db(), tx.store_id(), deal->id);
    for (const auto kind : {CaseKind::insurance, CaseKind::purchase_tax, CaseKind::registration}) {
        const Money collected = collected_for(kind, lines);
        const auto at = std::find_if(before.begin(), before.end(),
                                     [&](const AgencyCase& one) { return one.kind == kind; });
        if (at == before.end()) {
            if (collected > Money{0}) open_case(tx, *deal, kind, collected);
            continue;
        }
        if (at->state == CaseState::done) continue;
        AgencyCase one = *at;
        one.collected = collected;
        // Nothing is collected for it any more.
        if (collected == Money{0}) {
            give_up(tx, one);
        } else {
            take_up(tx, one);
        }
    }
    return std::nullopt;
}

MaybeRefused on_contract_ended(Tx& tx, const Event& event) {
    for (const auto& one : cases_of(tx.db(), tx.store_id(), {event.object("deal")})) {
        if (one.state != CaseState::done) give_up(tx, one);
    }
    return std::nullopt;
}

const Action<PlanCase, CaseChanged> plan_case{{.name = "deals.plan_case",
                                               .needs = case_write,
                                               .refuses = {case_not_found, case_is_over, case_date_past},
                                               .run = run_plan_case}};
const Action<ReceiveCasePaper, Nothing> receive_case_paper{
    {.name = "deals.receive_case_paper",
     .needs = case_write,
     .refuses = {case_not_found, case_is_over, case_paper_unknown},
     .run = run_receive_case_paper}};
const Action<CaseAtVersion, CaseChanged> send_case{
    {.name = "deals.send_case",
     .needs = case_write,
     .refuses = {case_not_found, case_is_over, case_is_sent, case_papers_missing},
     .run = run_send_case}};
const Action<FinishCase, CaseChanged> finish_case{
    {.name = "deals.finish_case",
     .needs = case_write,
     .refuses = {case_not_found, case_is_over, case_not_sent, paid_not_positive, paid_over_collected,
                 insurance_not_chosen, policy_incomplete, policy_is_there, files::file_not_found,
                 tax_table_not_valid},
     .run = run_finish_case}};
const Action<ReceiveCommission, Nothing> receive_commission{
    {.name = "deals.receive_commission",
     .needs = case_pay,
     .refuses = {policy_not_found, policy_earns_nothing, commission_received_already},
     .run = run_receive_commission}};
const Action<ReturnRest, CaseChanged> return_rest{
    {.name = "deals.return_rest",
     .needs = case_pay,
     .refuses = {case_not_found, case_not_done, rest_is_returned, nothing_to_return},
     .run = run_return_rest}};
const Action<QuoteInsurance, Nothing> quote_insurance{
    {.name = "deals.quote_insurance",
     .needs = case_write,
     .refuses = {case_not_found, case_is_no_insurance, case_is_over, paid_not_positive, insurance_quote_past},
     .run = run_quote_insurance}};
const Action<ChooseInsurance, Nothing> choose_insurance{
    {.name = "deals.choose_insurance",
     .needs = case_write,
     .refuses = {insurance_quote_not_found, case_is_over, insurance_quote_past,
                 insurance_quote_over_collected},
     .run = run_choose_insurance}};

}  // namespace forecourt::deals
