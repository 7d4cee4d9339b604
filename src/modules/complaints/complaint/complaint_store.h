#pragma once
#include <modules/complaints/complaint/complaint_rules.h>

namespace forecourt::complaints {

std::optional<ComplaintRow> load_complaint(db::Connection& db, Id<Store> store, Id<Complaint> id);
void insert_complaint(Tx& tx, const ComplaintRow& complaint);
/// Throws StaleRow when somebody else was faster.
void update_complaint(Tx& tx, const ComplaintRow& complaint);

}  // namespace forecourt::complaints
