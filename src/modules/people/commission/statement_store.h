#pragma once
#include <modules/people/commission/commission_rules.h>

namespace forecourt::people {

std::optional<StatementRow> load_statement(db::Connection& db, Id<Store> store, Id<CommissionStatement> id);
std::optional<StatementRow> statement_of(db::Connection& db, Id<Store> store, Id<User> user, Date month);
std::vector<StatementRow> statements_of_month(db::Connection& db, Id<Store> store, Date month);
void insert_statement(Tx& tx, const StatementRow& statement);
void update_statement(Tx& tx, const StatementRow& statement);

std::vector<StatementLineRow> lines_of(db::Connection& db, Id<Store> store,
                                       Id<CommissionStatement> statement);
void insert_line(Tx& tx, Id<CommissionStatement> statement, const StatementLineRow& line);

std::vector<DisputeRow> disputes_of(db::Connection& db, Id<Store> store, Id<CommissionStatement> statement);
void insert_dispute(Tx& tx, const DisputeRow& dispute);
void update_dispute(Tx& tx, const DisputeRow& dispute);

/// What a person's deliveries of a month brought in.
Earned earned_in(db::Connection& db, Id<Store> store, Id<User> user, Date month);

/// For verify: every statement's lines sum to its total.
void add_statement_findings(db::Connection& db, Id<Store> store, std::vector<std::string>& findings);

}  // namespace forecourt::people
