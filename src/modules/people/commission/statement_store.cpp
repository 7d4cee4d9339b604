#include <modules/people/commission/statement_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/people/activity/activity_store.h>
#include <modules/people/commission/people_statement.sql.h>

#include <algorithm>

namespace forecourt::people {
namespace {

namespace statements = sql::people_statement;

}  // namespace

std::optional<StatementRow> load_statement(db::Connection& db, Id<Store> store, Id<CommissionStatement> id) {
    return db::first<StatementRow>(db, statements::find_statement, {{"store_id", store}, {"id", id}});
}

std::optional<StatementRow> statement_of(db::Connection& db, Id<Store> store, Id<User> user, Date month) {
    return db::first<StatementRow>(db, statements::find_statement,
                                   {{"store_id", store}, {"user_id", user}, {"month", month_of(month)}});
}

std::vector<StatementRow> statements_of_month(db::Connection& db, Id<Store> store, Date month) {
    return db::all<StatementRow>(db, statements::find_statement,
                                 {{"store_id", store}, {"month", month_of(month)}});
}

void insert_statement(Tx& tx, const StatementRow& statement) {
    db::send(tx.db(), statements::insert_statement, db::Params::of(statement, {{"store_id", tx.store_id()}}));
}

void update_statement(Tx& tx, const StatementRow& statement) {
    db::execute_one(tx.db(), statements::update_statement,
                    db::Params::of(statement, {{"store_id", tx.store_id()}}));
}

std::vector<StatementLineRow> lines_of(db::Connection& db, Id<Store> store,
                                       Id<CommissionStatement> statement) {
    return db::all<StatementLineRow>(db, statements::lines_of,
                                     {{"store_id", store}, {"statement_id", statement}});
}

void insert_line(Tx& tx, Id<CommissionStatement> statement, const StatementLineRow& line) {
    db::send(tx.db(), statements::insert_line,
             db::Params::of(line, {{"store_id", tx.store_id()}, {"statement_id", statement}}));
}

std::vector<DisputeRow> disputes_of(db::Connection& db, Id<Store> store, Id<CommissionStatement> statement) {
    return db::all<DisputeRow>(db, statements::disputes_of,
                               {{"store_id", store}, {"statement_id", statement}});
}

void insert_dispute(Tx& tx, const DisputeRow& dispute) {
    db::send(tx.db(), statements::insert_dispute, db::Params::of(dispute, {{"store_id", tx.store_id()}}));
}

void update_dispute(Tx& tx, const DisputeRow& dispute) {
    db::send(tx.db(), statements::answer_dispute, db::Params::of(dispute, {{"store_id", tx.store_id()}}));
}

Earned earned_in(db::Connection& db, Id<Store> store, Id<User> user, Date month) {
    Earned earned;
    for (const auto measure : {Measure::cars_delivered, Measure::accessories, Measure::services,
                               Measure::insurance, Measure::insurance_commission, Measure::loans}) {
        auto cases = cases_of(db, store, days_of_month(month), user, measure);
        std::move(cases.begin(), cases.end(), std::back_inserter(earned.cases));
    }
    // The lines of one deal stand together, the deals in the order of their deliveries.
    std::stable_sort(earned.cases.begin(), earned.cases.end(), [](const CaseRow& a, const CaseRow& b) {
        return std::pair(a.at, a.object_id) < std::pair(b.at, b.object_id);
    });
    return earned;
}

void add_statement_findings(db::Connection& db, Id<Store> store, std::vector<std::string>& findings) {
    db.query(statements::uneven_statements, {{"store_id", store}}, [&](const db::Row& row) {
        findings.push_back("people: the lines of statement " + std::string(row.text(0)) +
                           " do not sum to its total");
    });
}

}  // namespace forecourt::people
