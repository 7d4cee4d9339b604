#pragma once
#include <action/action.h>
#include <action/view.h>
#include <modules/care/call/call.h>

namespace forecourt::care {

struct CallListInput {
    std::optional<int> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<CallState> state;
    std::optional<CallKind> kind;
    std::optional<std::int64_t> customer_id;
    std::optional<Date> due_until;
};
FORECOURT_STRUCT(CallListInput, limit, after, sort, state, kind, customer_id, due_until)

struct CallListRow {
    Id<CareCall> id;
    CallKind kind{};
    Id<customers::Customer> customer_id;
    std::string customer_name;
    std::optional<std::int64_t> car_id;
    Date due_on;
    CallState state{};
    int tries{};
    std::optional<Instant> done_at;
    std::optional<int> satisfaction;
    std::string words;
    std::optional<Id<complaints::Complaint>> complaint_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(CallListRow, id, kind, customer_id, customer_name, car_id, due_on, state, tries, done_at,
                 satisfaction, words, complaint_id, version)

struct CallRecordInput {
    Id<CareCall> call_id;
};
FORECOURT_STRUCT(CallRecordInput, call_id)

struct CallRecord {
    CallRow call;
    std::string customer_name;
    std::string phone_masked;
    std::string done_by_name;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(CallRecord, call, customer_name, phone_masked, done_by_name, allowed_actions)

extern const View<CallListInput, Page<CallListRow>> call_list;
extern const View<CallRecordInput, CallRecord> call_record;

}  // namespace forecourt::care
