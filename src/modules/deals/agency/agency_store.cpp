#include <db/send.h>
#include <modules/deals/agency/agency_store.h>
#include <modules/deals/agency/deals_agency.sql.h>

namespace forecourt::deals {

namespace statements = sql::deals_agency;

namespace {

struct PaperName {
    std::string paper;
};
FORECOURT_STRUCT(PaperName, paper)

}  // namespace

std::optional<AgencyCase> load_case(db::Connection& db, Id<Store> store, Id<AgencyCase> id) {
    return db::first<AgencyCase>(db, statements::find_case, {{"store_id", store}, {"id", id}});
}

std::vector<AgencyCase> cases_of(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    return db::all<AgencyCase>(db, statements::cases_of_deal, {{"store_id", store}, {"deal_id", deal}});
}

Money spent_on_cases(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    Money spent;
    for (const auto& one : cases_of(db, store, deal)) {
        if (one.state == CaseState::done) spent += one.collected;
    }
    return spent;
}

void insert_case(Tx& tx, const AgencyCase& one) {
    db::send(tx.db(), statements::insert_case, db::Params::of(one, {{"store_id", tx.store_id()}}));
}

void update_case(Tx& tx, AgencyCase& one) {
    db::execute_one(tx.db(), statements::update_case, db::Params::of(one, {{"store_id", tx.store_id()}}));
    ++one.version;
}

std::vector<std::string> papers_of(db::Connection& db, Id<Store> store, Id<AgencyCase> id) {
    std::vector<std::string> names;
    for (auto& row :
         db::all<PaperName>(db, statements::papers_of_case, {{"store_id", store}, {"case_id", id}})) {
        names.push_back(std::move(row.paper));
    }
    return names;
}

void insert_case_paper(Tx& tx, Id<AgencyCase> id, const std::string& paper) {
    db::send(tx.db(), statements::insert_case_paper,
             {{"id", tx.new_number()},
              {"store_id", tx.store_id()},
              {"case_id", id},
              {"paper", paper},
              {"received_at", tx.now()},
              {"received_by", tx.actor().user_id}});
}

std::optional<Date> insurance_expected_on(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    for (const auto& one : cases_of(db, store, deal)) {
        const bool open = one.state == CaseState::collecting || one.state == CaseState::with_authority;
        if (one.kind == CaseKind::insurance && open) return one.expected_on;
    }
    return std::nullopt;
}

std::vector<InsuranceQuote> insurance_quotes_of(db::Connection& db, Id<Store> store, Id<AgencyCase> id) {
    return db::all<InsuranceQuote>(db, statements::insurance_quotes_of_case,
                                   {{"store_id", store}, {"case_id", id}});
}

std::optional<InsuranceQuote> load_insurance_quote(db::Connection& db, Id<Store> store,
                                                   Id<InsuranceQuote> id) {
    return db::first<InsuranceQuote>(db, statements::find_insurance_quote, {{"store_id", store}, {"id", id}});
}

std::optional<InsuranceQuote> chosen_insurance(db::Connection& db, Id<Store> store, Id<AgencyCase> id) {
    for (const auto& quote : insurance_quotes_of(db, store, id)) {
        if (quote.chosen_at) return quote;
    }
    return std::nullopt;
}

void insert_insurance_quote(Tx& tx, const InsuranceQuote& quote) {
    db::send(tx.db(), statements::insert_insurance_quote,
             db::Params::of(quote, {{"store_id", tx.store_id()}}));
}

void choose(Tx& tx, const InsuranceQuote& quote) {
    db::send(tx.db(), statements::unchoose_insurance,
             {{"store_id", tx.store_id()}, {"case_id", quote.case_id}});
    db::execute_one(tx.db(), statements::choose_insurance,
                    {{"store_id", tx.store_id()}, {"id", quote.id}, {"chosen_at", tx.now()}});
}

std::vector<Policy> policies_of(db::Connection& db, Id<Store> store, Id<AgencyCase> id) {
    return db::all<Policy>(db, statements::policies_of_case, {{"store_id", store}, {"case_id", id}});
}

bool policy_exists(db::Connection& db, Id<Store> store, const std::string& number) {
    return db::number(db, statements::policy_numbered, {{"store_id", store}, {"policy_number", number}})
        .has_value();
}

std::optional<Policy> load_policy(db::Connection& db, Id<Store> store, Id<Policy> id) {
    return db::first<Policy>(db, statements::find_policy, {{"store_id", store}, {"id", id}});
}

bool receive_commission_of(Tx& tx, Id<Policy> id, const std::string& reference) {
    return tx.db().execute(
               statements::receive_commission,
               {{"store_id", tx.store_id()}, {"id", id}, {"at", tx.now()}, {"reference", reference}}) == 1;
}

void insert_policy(Tx& tx, const Policy& policy) {
    db::send(tx.db(), statements::insert_policy, db::Params::of(policy, {{"store_id", tx.store_id()}}));
}

Money insurance_commission(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    return {
        db::number(db, statements::commission_of_deal, {{"store_id", store}, {"deal_id", deal}}).value_or(0)};
}

}  // namespace forecourt::deals
