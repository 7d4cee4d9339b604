#pragma once
#include <action/action.h>
#include <action/view.h>
#include <modules/complaints/complaint/complaint.h>

namespace forecourt::complaints {

struct ComplaintListInput {
    std::optional<int> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<ComplaintState> state;
    std::optional<ComplaintCategory> category;
    std::optional<Severity> severity;
    std::optional<std::int64_t> customer_id;
    std::optional<bool> open_only;
};
FORECOURT_STRUCT(ComplaintListInput, limit, after, sort, state, category, severity, customer_id, open_only)

struct ComplaintListRow {
    Id<Complaint> id;
    std::string number;
    ComplaintState state{};
    ComplaintCategory category{};
    Severity severity{};
    std::string words;
    Id<customers::Customer> customer_id;
    std::string customer_name;
    std::optional<std::string> owner_name;
    Instant opened_at;
    Instant answer_due_at;
    Instant plan_due_at;
    std::optional<Instant> reviewed_at;
    std::optional<Instant> proposed_at;
    std::optional<Instant> closed_at;
};
FORECOURT_STRUCT(ComplaintListRow, id, number, state, category, severity, words, customer_id, customer_name,
                 owner_name, opened_at, answer_due_at, plan_due_at, reviewed_at, proposed_at, closed_at)

struct ComplaintRecordInput {
    Id<Complaint> complaint_id;
};
FORECOURT_STRUCT(ComplaintRecordInput, complaint_id)

struct ComplaintRecord {
    ComplaintRow complaint;
    std::string customer_name;
    std::string owner_name;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ComplaintRecord, complaint, customer_name, owner_name, allowed_actions)

extern const View<ComplaintListInput, Page<ComplaintListRow>> complaint_list;
extern const View<ComplaintRecordInput, ComplaintRecord> complaint_record;

}  // namespace forecourt::complaints
