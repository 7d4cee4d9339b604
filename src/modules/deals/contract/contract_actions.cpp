#include <modules/deals/agency/agency_store.h>
#include <modules/deals/contract/contract_actions.h>
#include <modules/deals/contract/contract_rules.h>
#include <modules/deals/contract/contract_store.h>
#include <modules/deals/contract/contract_text.h>
#include <modules/deals/custody/custody_actions.h>
#include <modules/deals/quote/deal_actions.h>
#include <modules/deals/quote/deal_change.h>
#include <modules/deals/quote/deal_events.h>
#include <modules/deals/quote/deal_store.h>
#include <modules/payments/api.h>
#include <modules/vehicles/used/api.h>
#include <services/documents/api.h>
#include <services/files/api.h>
#include <services/ledger/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::deals {
namespace {

struct ContractEvent {
    std::string number;  // of the contract
    std::int64_t revision{};
    std::string car_title;
    Money total;
    Money deposit;
    Date deliver_on;
};
FORECOURT_STRUCT(ContractEvent, number, revision, car_title, total, deposit, deliver_on)

struct ContractSignedEvent {
    std::string number;
    std::int64_t revision{};
    std::string car_title;
    Money total;
    Money deposit;
    Date deliver_on;
    std::string signed_name;
    std::string contents_hash;
};
FORECOURT_STRUCT(ContractSignedEvent, number, revision, car_title, total, deposit, deliver_on, signed_name,
                 contents_hash)

struct ContractEndedEvent {
    std::string number;
    std::string reason;
    Money kept;
    Money to_refund;
};
FORECOURT_STRUCT(ContractEndedEvent, number, reason, kept, to_refund)

struct RefundTaskParams {
    std::string number;
    std::string customer_name;
    Money amount;
};
FORECOURT_STRUCT(RefundTaskParams, number, customer_name, amount)

DealChanged changed(const Deal& deal) { return {deal.id, deal.state, deal.total, deal.version}; }

Result<Deal> load(Tx& tx, Id<Deal> id, std::int64_t version) {
    auto deal = load_deal(tx.db(), tx.store_id(), id);
    if (!deal) return deal_not_found;
    if (tx.actor().is_customer() && deal->customer_id.value != tx.actor().customer_id) return deal_not_found;
    deal->version = version;
    return *deal;
}

Contract current_contract(Tx& tx, const Deal& deal) {
    const auto contract = contract_of(tx.db(), tx.store_id(), deal.id);
    ensure(contract.has_value());
    return *contract;
}

ContractEvent event_of(const Deal& deal, const Contract& contract) {
    return {contract.number, contract.revision, deal.car_title,
            contract.total,  contract.deposit,  contract.deliver_on};
}

// The number stays the same through all versions of a deal's contract.
void number_contract(Tx& tx, Contract& contract) {
    const auto before = contracts_of(tx.db(), tx.store_id(), contract.deal_id);
    contract.revision = static_cast<std::int64_t>(before.size()) + 1;
    contract.number = before.empty() ? numbering::next_number(tx, "CT") : before.front().number;
}

/// Taxes are those of the day of the purchase, which is not before the day of the contract.
MaybeRefused bring_up_to_date(Tx& tx, Deal& deal) {
    deal.bought_on = std::max(deal.bought_on, local_date(tx.now()));
    const auto before = lines_of(tx.db(), tx.store_id(), deal.id);
    auto lines = before;
    return write_plan(tx, deal, before, lines);
}

Result<ContractDrafted> run_draft_contract(Tx& tx, const DraftContract& in) {
    auto deal = load(tx, in.deal_id, in.version);
    if (!deal) return deal.refused();
    const Date today = local_date(tx.now());
    if (auto no = check_draft(*deal, in, today)) return *no;
    const auto template_name = in.template_name.value_or(deal->used ? "used_car_sale" : "car_sale");
    const auto words = contract_templates::in_force(tx.db(), tx.store_id(), template_name, tx.now());
    if (!words) return template_not_found;
    if (in.buyer_identity || !in.buyer_address.empty()) {
        if (auto no =
                customers::complete_customer(tx, deal->customer_id, in.buyer_identity, in.buyer_address)) {
            return *no;
        }
    }
    end_contract(tx, *deal, "重新起草");
    deal->state = DealState::contract_drafted;
    if (auto no = bring_up_to_date(tx, *deal)) return *no;
    // Of what is signed, not of what the quote came to under another day's taxes.
    if (auto no = check_deposit(in.deposit, deal->total)) return *no;
    Contract contract{.id = tx.new_id<Contract>(),
                      .deal_id = deal->id,
                      .template_name = template_name,
                      .template_version = words->version,
                      .total = deal->total,
                      .deposit = in.deposit,
                      .pay_by = in.pay_by,
                      .deliver_on = in.deliver_on,
                      .drafted_by = tx.actor().user_id,
                      .drafted_at = tx.now(),
                      .version = 1};
    number_contract(tx, contract);
    const auto text = compose(tx, *deal, contract);
    contract.contents_hash = text.hash;
    insert_contract(tx, contract);
    emit_deal(tx, "deals.contract_drafted", *deal, event_of(*deal, contract));
    return ContractDrafted{deal->id, contract.number, text.hash, text.missing, deal->total, deal->version};
}

Result<DealChanged> run_withdraw_contract_draft(Tx& tx, const DealAtVersion& in) {
    auto deal = load(tx, in.deal_id, in.version);
    if (!deal) return deal.refused();
    if (auto no = may_withdraw_draft(*deal)) return *no;
    const auto contract = current_contract(tx, *deal);
    end_contract(tx, *deal, "退回修改");
    deal->state = DealState::draft;
    update_deal(tx, *deal);
    emit_deal(tx, "deals.contract_draft_withdrawn", *deal, event_of(*deal, contract));
    return changed(*deal);
}

Id<documents::ArchivedDocument> order_contract_paper(Tx& tx, const Deal& deal, const Contract& contract,
                                                     const ContractText& text) {
    return documents::order(tx, contract_paper,
                            {.about = {"deal", deal.id},
                             .customer_id = deal.customer_id.value,
                             .number = contract.number + "-" + std::to_string(contract.revision),
                             .title = text.version.title + " " + contract.number},
                            contract_paper_of(text, contract, tx.now()));
}

Result<ContractSigned> run_sign_contract(Tx& tx, const SignContract& in) {
    auto deal = load(tx, in.deal_id, in.version);
    if (!deal) return deal.refused();
    if (auto no = may_sign(*deal)) return *no;
    Contract contract = current_contract(tx, *deal);
    const auto text = compose(tx, *deal, contract);
    if (auto no = check_sign(contract, text.missing, text.hash, in.contents_hash)) return *no;
    if (!files::file_exists(tx.db(), tx.store_id(), in.signature)) return files::file_not_found;
    // It may have gone back to the workshop since it was quoted.
    const auto used = vehicles::used_facts(tx.db(), tx.store_id(), *deal->car_id);
    if (used && !used->asking_price) return used_car_has_no_price;
    if (auto no = vehicles::lock_car(tx, *deal->car_id, deal->id)) return *no;
    contract.signed_name = in.signed_name.text;
    contract.signature = in.signature;
    if (tx.actor().user_id) contract.signed_by = tx.actor().user_id;
    contract.signed_at = tx.now();
    const auto document = order_contract_paper(tx, *deal, contract, text);
    contract.document_id = document;
    update_contract(tx, contract);
    deal->state = DealState::contract_signed;
    update_deal(tx, *deal);
    payments::set_due(tx, {"deal", deal->id}, deal->customer_id, contract.total,
                      "购车合同 " + contract.number, payments::DueKind::prepayment, contract.deposit);
    leads::mark_won(tx, deal->customer_id, deal->lead_id, deal->id);
    ask_to_file(tx, *deal);
    emit_deal(tx, "deals.contract_signed", *deal,
              ContractSignedEvent{contract.number, contract.revision, deal->car_title, contract.total,
                                  contract.deposit, contract.deliver_on, in.signed_name.text,
                                  contract.contents_hash},
              ObjectRef("document", document));
    return ContractSigned{deal->id, document, deal->state, deal->version};
}

Result<DealChanged> run_amend_contract(Tx& tx, const AmendContract& in) {
    auto deal = load(tx, in.deal_id, in.version);
    if (!deal) return deal.refused();
    if (auto no = may_amend(*deal)) return *no;
    const auto contract = current_contract(tx, *deal);
    end_contract(tx, *deal, in.reason.text);
    // The car stays promised to who has signed for it, until another one is chosen.
    deal->state = DealState::draft;
    update_deal(tx, *deal);
    emit_deal(tx, "deals.contract_amended", *deal,
              ContractEndedEvent{contract.number, in.reason.text, Money{0}, Money{0}});
    return changed(*deal);
}

void ask_for_refund(Tx& tx, const Deal& deal, const Contract& contract, Money amount) {
    const RefundTaskParams params{contract.number,
                                  customers::customer_name(tx.db(), tx.store_id(), deal.customer_id), amount};
    tasks::add_task(tx, {.title_key = "task.deals.refund_after_cancellation",
                         .params_json = reflect::to_json(params),
                         .user_id = deal.consultant_id,
                         .due_at = tx.now() + days(1),
                         .about = {"deal", deal.id},
                         .customer_id = deal.customer_id.value,
                         .link = link_of(deal)});
}

Result<DealChanged> run_cancel_contract(Tx& tx, const CancelContract& in) {
    auto deal = load(tx, in.deal_id, in.version);
    if (!deal) return deal.refused();
    if (auto no = may_cancel_contract(*deal)) return *no;
    const auto contract = current_contract(tx, *deal);
    const auto sums = settlement_of(tx, *deal, in.kept);
    if (auto no = check_kept(contract, sums.left, sums.spent, in.kept)) return *no;
    end_contract(tx, *deal, in.reason.text);
    vehicles::release_car(tx, *deal->car_id, deal->id);
    deal->state = DealState::cancelled;
    deal->cancelled_by = tx.actor().user_id;
    deal->cancelled_at = tx.now();
    deal->cancel_reason = in.reason.text;
    update_deal(tx, *deal);
    const Money back = std::max(Money{0}, sums.paid - sums.stays());
    // The case ends before its money is settled: a deposit that is kept is no car that is paid up.
    emit_deal(tx, "deals.contract_cancelled", *deal,
              ContractEndedEvent{contract.number, in.reason.text, in.kept, back});
    settle(tx, *deal, sums, "购车合同 " + contract.number + "（已解除）");
    if (back > Money{0}) ask_for_refund(tx, *deal, contract, back);
    return changed(*deal);
}

}  // namespace

void end_contract(Tx& tx, const Deal& deal, const std::string& reason) {
    auto contract = contract_of(tx.db(), tx.store_id(), deal.id);
    if (!contract) return;
    contract->ended_by = tx.actor().user_id;
    contract->ended_at = tx.now();
    contract->end_reason = reason;
    update_contract(tx, *contract);
}

Settlement settlement_of(Tx& tx, const Deal& deal, Money kept) {
    const ObjectRef about("deal", deal.id);
    return {.paid = payments::paid_for(tx.db(), tx.store_id(), about),
            .left = payments::not_asked_back(tx.db(), tx.store_id(), about),
            .kept = kept,
            .spent = spent_on_cases(tx.db(), tx.store_id(), deal.id)};
}

void settle(Tx& tx, const Deal& deal, const Settlement& sums, const std::string& title) {
    const ObjectRef about("deal", deal.id);
    payments::set_due(tx, about, deal.customer_id, sums.stays(), title, payments::DueKind::prepayment);
    if (const Money there = std::min(sums.stays(), sums.left); there > Money{0})
        payments::keep(tx, about, there);
    if (sums.kept > Money{0}) {
        ledger::post(tx, "deals.deposit_kept", about,
                     {{ledger::Account::customer_deposits, sums.kept, deal.customer_id.value},
                      {ledger::Account::other_income, -sums.kept}});
    }
    if (sums.spent > Money{0}) {
        ledger::post(tx, "deals.services_charged", about,
                     {{ledger::Account::customer_deposits, sums.spent, deal.customer_id.value},
                      {ledger::Account::agency_payable, -sums.spent}});
    }
}

const Action<DraftContract, ContractDrafted> draft_contract{
    {.name = "deals.draft_contract",
     .needs = deal_write,
     .refuses = {deal_not_found, discount_is_waiting, contract_is_signed, deal_is_delivered,
                 deal_is_cancelled, car_not_chosen, deposit_not_positive, deposit_over_limit,
                 contract_dates_wrong, template_not_found, customers::customer_not_found,
                 tax_table_not_valid},
     .run = run_draft_contract}};

const Action<DealAtVersion, DealChanged> withdraw_contract_draft{
    {.name = "deals.withdraw_contract_draft",
     .needs = deal_write,
     .refuses = {deal_not_found, contract_not_drafted, discount_is_waiting, contract_is_signed,
                 deal_is_delivered, deal_is_cancelled},
     .run = run_withdraw_contract_draft}};

const Action<SignContract, ContractSigned> sign_contract{
    {.name = "deals.sign_contract",
     .needs = contract_sign,
     .refuses = {deal_not_found, contract_not_drafted, discount_is_waiting, contract_is_signed,
                 deal_is_delivered, deal_is_cancelled, contract_incomplete, contract_text_changed,
                 files::file_not_found, used_car_has_no_price, vehicles::car_not_found,
                 vehicles::car_not_available},
     .run = run_sign_contract}};

const Action<AmendContract, DealChanged> amend_contract{
    {.name = "deals.amend_contract",
     .needs = contract_change,
     .refuses = {deal_not_found, contract_not_signed, deal_is_delivered, deal_is_cancelled},
     .run = run_amend_contract}};

const Action<CancelContract, DealChanged> cancel_contract{
    {.name = "deals.cancel_contract",
     .needs = contract_change,
     .refuses = {deal_not_found, contract_not_signed, deal_is_delivered, deal_is_cancelled, kept_over_limit},
     .run = run_cancel_contract}};

}  // namespace forecourt::deals
