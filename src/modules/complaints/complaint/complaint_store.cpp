#include <modules/complaints/complaint/complaint_store.h>

#include <db/send.h>
#include <modules/complaints/complaint/complaint.sql.h>

namespace forecourt::complaints {

std::optional<ComplaintRow> load_complaint(db::Connection& db, Id<Store> store, Id<Complaint> id) {
    return db::first<ComplaintRow>(db, sql::complaint::find_complaint,
                                   {{"complaint_id", id}, {"store_id", store}});
}

void insert_complaint(Tx& tx, const ComplaintRow& complaint) {
    db::send(tx.db(), sql::complaint::insert_complaint,
             db::Params::of(complaint, {{"store_id", tx.store_id()}}));
}

void update_complaint(Tx& tx, const ComplaintRow& complaint) {
    db::execute_one(tx.db(), sql::complaint::update_complaint,
                    db::Params::of(complaint, {{"store_id", tx.store_id()}}));
}

}  // namespace forecourt::complaints
