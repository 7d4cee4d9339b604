#include <db/send.h>
#include <modules/showroom/licence/licence_store.h>
#include <modules/showroom/licence/showroom_licence.sql.h>

namespace forecourt::showroom {

std::optional<Licence> licence_of(db::Connection& db, Id<Store> store, Id<customers::Customer> customer) {
    return db::first<Licence>(db, sql::showroom_licence::licence_of_customer,
                              {{"store_id", store}, {"customer_id", customer}});
}

void insert_licence(Tx& tx, const Licence& licence) {
    db::send(tx.db(), sql::showroom_licence::insert_licence,
             db::Params::of(licence, {{"store_id", tx.store_id()}}));
}

}  // namespace forecourt::showroom
