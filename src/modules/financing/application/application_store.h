#pragma once
#include <modules/financing/application/application.h>

namespace forecourt::financing {

std::optional<LoanApplication> load_application(db::Connection& db, Id<Store> store, Id<LoanApplication> id);
/// All of a deal, the first one first.
std::vector<LoanApplication> applications_of(db::Connection& db, Id<Store> store, Id<deals::Deal> deal);
/// What nobody has paid of a deal yet.
Money open_of(db::Connection& db, Id<Store> store, const deals::DealFacts& deal);
void insert_application(Tx& tx, const LoanApplication& application);
/// Where the version is the application's own; counts it up.
void update_application(Tx& tx, LoanApplication& application);
std::vector<PaperHandedIn> papers_of(db::Connection& db, Id<Store> store, Id<LoanApplication> application);
void insert_paper(Tx& tx, Id<LoanApplication> application, const PaperHandedIn& paper);

}  // namespace forecourt::financing
