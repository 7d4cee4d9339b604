#include <modules/complaints/complaint/complaint_store.h>

#include <assets/assets.h>
#include <modules/complaints/complaint/complaint.sql.h>

namespace forecourt::complaints {

std::optional<ComplaintRow> load_complaint(db::Connection& db, Id<Store> store, Id<Complaint> id) {
    return db::first<ComplaintRow>(db, sql::complaint::find_complaint,
                                   {{"complaint_id", id}, {"store_id", store}});
}

void insert_complaint(Tx& tx, const ComplaintRow& complaint) {
    tx.db().execute(sql::complaint::insert_complaint,
                    db::Params::of(complaint, {{"store_id", tx.store_id()}}));
}

void update_complaint(Tx& tx, const ComplaintRow& complaint) {
    db::execute_one(tx.db(), sql::complaint::update_complaint,
                    db::Params::of(complaint, {{"store_id", tx.store_id()}}));
}

const ComplaintLimits& limits() {
    static const ComplaintLimits limits = [] {
        ComplaintLimits read;
        const auto* asset = assets::find("standards/complaint_limits.json");
        ensure(asset != nullptr && reflect::from_json(read, asset->body).empty());
        return read;
    }();
    return limits;
}

}  // namespace forecourt::complaints
