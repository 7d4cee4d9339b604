#include <modules/customers/consent/consent_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/customers/consent/customers_consent.sql.h>

namespace forecourt::customers {

namespace statements = sql::customers_consent;

std::optional<ConsentRow> load_consent(db::Connection& db, Id<Store> store, Id<Consent> id) {
    return db::first<ConsentRow>(db, statements::find_consent, {{"store_id", store}, {"id", id}});
}

std::optional<ConsentRow> open_consent(db::Connection& db, Id<Store> store, Id<Customer> customer,
                                       ConsentPurpose purpose) {
    return db::first<ConsentRow>(db, statements::open_consent,
                                 {{"store_id", store}, {"customer_id", customer}, {"purpose", purpose}});
}

std::vector<ConsentRow> consents_of_customer(db::Connection& db, Id<Store> store, Id<Customer> customer) {
    return db::all<ConsentRow>(db, statements::consents_of_customer,
                               {{"store_id", store}, {"customer_id", customer}});
}

void insert_consent(Tx& tx, const ConsentRow& consent) {
    db::send(tx.db(), statements::insert_consent, db::Params::of(consent, {{"store_id", tx.store_id()}}));
}

void store_withdrawal(Tx& tx, const ConsentRow& consent) {
    db::execute_one(tx.db(), statements::withdraw_consent,
                    db::Params::of(consent, {{"store_id", tx.store_id()}}));
}

void move_consents(Tx& tx, Id<Customer> from, Id<Customer> to) {
    db::send(tx.db(), statements::move_consents,
             {{"store_id", tx.store_id()}, {"from_customer_id", from}, {"to_customer_id", to}});
}

}  // namespace forecourt::customers
