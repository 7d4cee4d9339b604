#pragma once
#include <modules/customers/consent/consent.h>

namespace forecourt::customers {

std::optional<ConsentRow> load_consent(db::Connection& db, Id<Store> store, Id<Consent> id);
std::optional<ConsentRow> open_consent(db::Connection& db, Id<Store> store, Id<Customer> customer,
                                       ConsentPurpose purpose);
std::vector<ConsentRow> consents_of_customer(db::Connection& db, Id<Store> store, Id<Customer> customer);
void insert_consent(Tx& tx, const ConsentRow& consent);
void store_withdrawal(Tx& tx, const ConsentRow& consent);
/// All consents of one customer to another, except an open one for a purpose the other has an open one for.
void move_consents(Tx& tx, Id<Customer> from, Id<Customer> to);

}  // namespace forecourt::customers
