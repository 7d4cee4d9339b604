#include <db/send.h>
#include <modules/customers/api.h>
#include <modules/deals/contract/contract_store.h>
#include <modules/deals/custody/custody_actions.h>
#include <modules/deals/custody/deals_custody.sql.h>
#include <modules/deals/quote/deal_events.h>
#include <modules/deals/quote/deal_store.h>
#include <services/tasks/api.h>

namespace forecourt::deals {
namespace {

namespace statements = sql::deals_custody;

constexpr std::string_view file_task = "task.deals.file_paper";
constexpr std::string_view fetch_task = "task.deals.fetch_paper";

struct CustodyEvent {
    std::string number;  // of the contract
    std::string location;
    std::string text;
};
FORECOURT_STRUCT(CustodyEvent, number, location, text)

struct FilePaperParams {
    std::string number;
    std::string customer_name;
};
FORECOURT_STRUCT(FilePaperParams, number, customer_name)

struct FetchPaperParams {
    std::string number;
    std::string borrower;
};
FORECOURT_STRUCT(FetchPaperParams, number, borrower)

CustodyChanged changed(const Custody& custody) { return {custody.id, custody.state, custody.version}; }

bool is_filed(db::Connection& db, Id<Store> store, const Contract& contract) {
    return db::number(
               db, statements::custody_numbered,
               {{"store_id", store}, {"contract_number", contract.number}, {"revision", contract.revision}})
        .has_value();
}

// The paper that comes next on the shelf: the last one that was signed and is not there yet. One that was
// amended or cancelled is kept like every other.
Result<Contract> contract_to_file(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    const auto contracts = contracts_of(db, store, deal);
    bool any_signed = false;
    for (auto contract = contracts.rbegin(); contract != contracts.rend(); ++contract) {
        if (!contract->signed_at) continue;
        if (!is_filed(db, store, *contract)) return *contract;
        any_signed = true;
    }
    if (any_signed) return contract_is_filed;
    return contract_not_signed;
}

Result<Custody> load(Tx& tx, Id<Custody> id, std::int64_t version) {
    auto custody =
        db::first<Custody>(tx.db(), statements::find_custody, {{"store_id", tx.store_id()}, {"id", id}});
    if (!custody) return custody_not_found;
    custody->version = version;
    return *custody;
}

void note_move(Tx& tx, Id<Custody> id, CustodyMove what, const std::string& words) {
    db::send(tx.db(), statements::insert_move,
             {{"id", tx.new_number()},
              {"store_id", tx.store_id()},
              {"custody_id", id},
              {"what", name_of(what)},
              {"words", words},
              {"moved_at", tx.now()},
              {"moved_by", tx.actor().user_id}});
}

void save(Tx& tx, Custody& custody, CustodyMove what, std::string_view event, const std::string& words) {
    db::execute_one(tx.db(), statements::update_custody,
                    db::Params::of(custody, {{"store_id", tx.store_id()}}));
    ++custody.version;
    note_move(tx, custody.id, what, words);
    const auto deal = load_deal(tx.db(), tx.store_id(), custody.deal_id);
    ensure(deal.has_value());
    emit_deal(tx, event, *deal, CustodyEvent{custody.contract_number, custody.location, words});
}

// Whoever gave it out sees to it that it comes back.
void ask_to_fetch(Tx& tx, const Custody& custody) {
    const auto deal = load_deal(tx.db(), tx.store_id(), custody.deal_id);
    ensure(deal.has_value());
    const FetchPaperParams params{custody.contract_number, custody.borrower};
    tasks::add_task(tx, {.title_key = fetch_task,
                         .params_json = reflect::to_json(params),
                         .user_id = tx.actor().user_id,
                         .due_at = local_instant(*custody.back_by, 18),
                         .about = {"custody", custody.id},
                         .customer_id = deal->customer_id.value,
                         .link = link_of(*deal)});
}

Result<CustodyChanged> run_file(Tx& tx, const FileContract& in) {
    const auto deal = load_deal(tx.db(), tx.store_id(), in.deal_id);
    if (!deal) return deal_not_found;
    const auto contract = contract_to_file(tx.db(), tx.store_id(), deal->id);
    if (!contract) return contract.refused();
    const Custody custody{.id = tx.new_id<Custody>(),
                          .deal_id = deal->id,
                          .contract_number = contract->number,
                          .revision = contract->revision,
                          .contents_hash = contract->contents_hash,
                          .state = CustodyState::shelved,
                          .location = in.location.text,
                          .retain_until = retain_until(*contract->signed_at),
                          .filed_by = tx.actor().user_id,
                          .filed_at = tx.now(),
                          .version = 1};
    db::send(tx.db(), statements::insert_custody, db::Params::of(custody, {{"store_id", tx.store_id()}}));
    note_move(tx, custody.id, CustodyMove::filed, in.location.text);
    ask_to_file(tx, *deal);
    emit_deal(tx, "deals.contract_filed", *deal, CustodyEvent{custody.contract_number, custody.location, ""});
    return changed(custody);
}

Result<CustodyChanged> run_lend(Tx& tx, const LendContract& in) {
    auto custody = load(tx, in.custody_id, in.version);
    if (!custody) return custody.refused();
    if (auto no = check_lend(*custody, in, local_date(tx.now()))) return *no;
    custody->state = CustodyState::lent;
    custody->borrower = in.borrower.text;
    custody->reason = in.reason.text;
    custody->back_by = in.back_by;
    save(tx, *custody, CustodyMove::lent, "deals.contract_lent", in.borrower.text + "：" + in.reason.text);
    ask_to_fetch(tx, *custody);
    return changed(*custody);
}

Result<CustodyChanged> run_return(Tx& tx, const ReturnContract& in) {
    auto custody = load(tx, in.custody_id, in.version);
    if (!custody) return custody.refused();
    if (auto no = may_return(*custody)) return *no;
    custody->state = CustodyState::shelved;
    custody->location = in.location.text;
    custody->borrower.clear();
    custody->reason.clear();
    custody->back_by.reset();
    save(tx, *custody, CustodyMove::returned, "deals.contract_returned", in.location.text);
    tasks::close_tasks(tx, {"custody", custody->id}, fetch_task);
    return changed(*custody);
}

Result<CustodyChanged> run_destroy(Tx& tx, const DestroyContract& in) {
    auto custody = load(tx, in.custody_id, in.version);
    if (!custody) return custody.refused();
    if (auto no = may_destroy(*custody, local_date(tx.now()))) return *no;
    custody->state = CustodyState::destroyed;
    custody->reason = in.reason.text;
    save(tx, *custody, CustodyMove::destroyed, "deals.contract_destroyed", in.reason.text);
    return changed(*custody);
}

Result<DealCustody> run_deal_custody(Context& context, const DealIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    if (!load_deal(db, store, in.deal_id)) return deal_not_found;
    const Date today = local_date(context.now());
    DealCustody answer;
    for (const auto& custody :
         db::all<Custody>(db, statements::custody_of_deal, {{"store_id", store}, {"deal_id", in.deal_id}})) {
        CustodyLine line{.custody = custody,
                         .is_late = custody.back_by && *custody.back_by < today,
                         .moves = db::all<MoveRow>(db, statements::moves_of,
                                                   {{"store_id", store}, {"custody_id", custody.id}}),
                         .allowed_actions = {}};
        allow(line.allowed_actions, context, lend_contract, may_lend(custody));
        allow(line.allowed_actions, context, return_contract, may_return(custody));
        allow(line.allowed_actions, context, destroy_contract, may_destroy(custody, today));
        answer.papers.push_back(std::move(line));
    }
    const auto contract = contract_to_file(db, store, in.deal_id);
    MaybeRefused no;
    if (!contract) no = contract.refused();
    allow(answer.allowed_actions, context, file_contract, no);
    return answer;
}

Result<Page<CustodyListRow>> run_custody_list(Context& context, const CustodyListIn& in) {
    return list_page<CustodyListRow>(context, statements::list_custody, in, "-filed_at");
}

}  // namespace

void ask_to_file(Tx& tx, const Deal& deal) {
    tasks::close_tasks(tx, {"deal", deal.id}, file_task);
    const auto contract = contract_to_file(tx.db(), tx.store_id(), deal.id);
    if (!contract) return;
    const FilePaperParams params{contract->number,
                                 customers::customer_name(tx.db(), tx.store_id(), deal.customer_id)};
    tasks::add_task(tx, {.title_key = file_task,
                         .params_json = reflect::to_json(params),
                         .role = Role::finance,
                         .due_at = *contract->signed_at + days(3),
                         .about = {"deal", deal.id},
                         .customer_id = deal.customer_id.value,
                         .link = link_of(deal)});
}

const Action<FileContract, CustodyChanged> file_contract{
    {.name = "deals.file_contract",
     .needs = custody_write,
     .refuses = {deal_not_found, contract_not_signed, contract_is_filed},
     .run = run_file}};
const Action<LendContract, CustodyChanged> lend_contract{
    {.name = "deals.lend_contract",
     .needs = custody_write,
     .refuses = {custody_not_found, contract_is_lent, contract_is_destroyed, back_by_past},
     .run = run_lend}};
const Action<ReturnContract, CustodyChanged> return_contract{
    {.name = "deals.return_contract",
     .needs = custody_write,
     .refuses = {custody_not_found, contract_not_lent, contract_is_destroyed},
     .run = run_return}};
const Action<DestroyContract, CustodyChanged> destroy_contract{
    {.name = "deals.destroy_contract",
     .needs = custody_write,
     .refuses = {custody_not_found, contract_is_lent, contract_is_destroyed, contract_is_retained},
     .run = run_destroy}};
const View<DealIn, DealCustody> deal_custody{{.name = "deals.deal_custody",
                                              .needs = custody_write,
                                              .refuses = {deal_not_found},
                                              .run = run_deal_custody}};
const View<CustodyListIn, Page<CustodyListRow>> custody_list{
    {.name = "deals.custody_list",
     .needs = custody_write,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_custody_list}};

}  // namespace forecourt::deals
