#pragma once
#include <modules/deals/agency/agency.h>

namespace forecourt::deals {

std::optional<AgencyCase> load_case(db::Connection& db, Id<Store> store, Id<AgencyCase> id);
std::vector<AgencyCase> cases_of(db::Connection& db, Id<Store> store, Id<Deal> deal);
/// What was collected for the cases that are done: passed on, or owed to the customer as what it did not
/// cost.
Money spent_on_cases(db::Connection& db, Id<Store> store, Id<Deal> deal);
void insert_case(Tx& tx, const AgencyCase& one);
void update_case(Tx& tx, AgencyCase& one);
std::vector<std::string> papers_of(db::Connection& db, Id<Store> store, Id<AgencyCase> id);
void insert_case_paper(Tx& tx, Id<AgencyCase> id, const std::string& paper);

std::vector<InsuranceQuote> insurance_quotes_of(db::Connection& db, Id<Store> store, Id<AgencyCase> id);
std::optional<InsuranceQuote> load_insurance_quote(db::Connection& db, Id<Store> store,
                                                   Id<InsuranceQuote> id);
std::optional<InsuranceQuote> chosen_insurance(db::Connection& db, Id<Store> store, Id<AgencyCase> id);
void insert_insurance_quote(Tx& tx, const InsuranceQuote& quote);
void choose(Tx& tx, const InsuranceQuote& quote);
std::vector<Policy> policies_of(db::Connection& db, Id<Store> store, Id<AgencyCase> id);
bool policy_exists(db::Connection& db, Id<Store> store, const std::string& number);
std::optional<Policy> load_policy(db::Connection& db, Id<Store> store, Id<Policy> id);
/// Whether it was still open.
bool receive_commission_of(Tx& tx, Id<Policy> id, const std::string& reference);
void insert_policy(Tx& tx, const Policy& policy);
/// What insurers pay us for the policies of a deal.
Money insurance_commission(db::Connection& db, Id<Store> store, Id<Deal> deal);

}  // namespace forecourt::deals
