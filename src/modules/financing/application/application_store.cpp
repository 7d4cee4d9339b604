#include <db/send.h>
#include <modules/financing/application/application_store.h>
#include <modules/financing/application/financing_application.sql.h>
#include <modules/payments/api.h>

#include <algorithm>

namespace forecourt::financing {

namespace statements = sql::financing_application;

std::optional<LoanApplication> load_application(db::Connection& db, Id<Store> store, Id<LoanApplication> id) {
    return db::first<LoanApplication>(db, statements::find_application, {{"store_id", store}, {"id", id}});
}

std::vector<LoanApplication> applications_of(db::Connection& db, Id<Store> store, Id<deals::Deal> deal) {
    return db::all<LoanApplication>(db, statements::applications_of_deal,
                                    {{"store_id", store}, {"deal_id", deal}});
}

Money open_of(db::Connection& db, Id<Store> store, const deals::DealFacts& deal) {
    // Before the contract nothing is due, and nothing can be paid.
    const auto due = payments::find_due(db, store, {"deal", deal.id});
    return due ? std::max(Money{0}, due->amount - due->paid) : deal.total;
}

void insert_application(Tx& tx, const LoanApplication& application) {
    db::send(tx.db(), statements::insert_application,
             db::Params::of(application, {{"store_id", tx.store_id()}}));
}

void update_application(Tx& tx, LoanApplication& application) {
    db::execute_one(tx.db(), statements::update_application,
                    db::Params::of(application, {{"store_id", tx.store_id()}}));
    ++application.version;
}

std::vector<PaperHandedIn> papers_of(db::Connection& db, Id<Store> store, Id<LoanApplication> application) {
    return db::all<PaperHandedIn>(db, statements::papers_of_application,
                                  {{"store_id", store}, {"application_id", application}});
}

void insert_paper(Tx& tx, Id<LoanApplication> application, const PaperHandedIn& paper) {
    db::send(
        tx.db(), statements::insert_paper,
        db::Params::of(
            paper, {{"id", tx.new_number()}, {"store_id", tx.store_id()}, {"application_id", application}}));
}

Money loan_expected(db::Connection& db, Id<Store> store, Id<deals::Deal> deal) {
    return {db::number(db, statements::loan_expected, {{"store_id", store}, {"deal_id", deal}}).value_or(0)};
}

}  // namespace forecourt::financing
