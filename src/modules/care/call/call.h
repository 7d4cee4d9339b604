#pragma once
#include <core/checked_text.h>
#include <modules/care/api.h>
#include <modules/complaints/api.h>

namespace forecourt::care {

/// What a call is about; the plans in standards/care_plans.json use these names.
enum class CallKind { delivery_day_3, delivery_day_7, delivery_day_30, first_service, service_day_3 };
FORECOURT_ENUM(CallKind, delivery_day_3, delivery_day_7, delivery_day_30, first_service, service_day_3)

enum class CallState { planned, reached, given_up, refused };
FORECOURT_ENUM(CallState, planned, reached, given_up, refused)

enum class CallResult { reached, not_reached, refused };
FORECOURT_ENUM(CallResult, reached, not_reached, refused)

struct CallRow {
    Id<CareCall> id;
    CallKind kind{};
    Id<customers::Customer> customer_id;
    std::optional<std::int64_t> car_id;
    std::string about_type;
    std::int64_t about_id{};
    Date due_on;
    CallState state{};
    int tries{};
    Instant planned_at;
    std::optional<Instant> done_at;
    std::optional<Id<User>> done_by;
    std::optional<int> satisfaction;
    std::string words;
    std::optional<Id<complaints::Complaint>> complaint_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(CallRow, id, kind, customer_id, car_id, about_type, about_id, due_on, state, tries,
                 planned_at, done_at, done_by, satisfaction, words, complaint_id, version)

struct RecordCall {
    Id<CareCall> call_id;
    CallResult result{};
    std::optional<int> satisfaction;  // 1 to 10, asked when the customer was reached
    std::string words;
    std::int64_t version{};
};
FORECOURT_STRUCT(RecordCall, call_id, result, satisfaction, words, version)

struct PostponeCall {
    Id<CareCall> call_id;
    Date due_on;
    std::int64_t version{};
};
FORECOURT_STRUCT(PostponeCall, call_id, due_on, version)

struct OptOut {
    Id<customers::Customer> customer_id;
    FilledText reason;
};
FORECOURT_STRUCT(OptOut, customer_id, reason)

struct CallAnswer {
    Id<CareCall> call_id;
    CallState state{};
    std::optional<Id<complaints::Complaint>> complaint_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(CallAnswer, call_id, state, complaint_id, version)

inline constexpr Refusal call_not_found{"call_not_found", RefusalKind::not_found};
inline constexpr Refusal call_is_done{"call_is_done"};
inline constexpr Refusal satisfaction_is_missing{"satisfaction_is_missing", RefusalKind::unprocessable};
inline constexpr Refusal satisfaction_out_of_range{"satisfaction_out_of_range", RefusalKind::unprocessable};
inline constexpr Refusal words_are_missing{"words_are_missing", RefusalKind::unprocessable};
inline constexpr Refusal call_day_is_past{"call_day_is_past", RefusalKind::unprocessable};
inline constexpr Refusal opted_out_already{"opted_out_already"};
inline constexpr Refusal care_customer_not_found{"care_customer_not_found", RefusalKind::not_found};

}  // namespace forecourt::care
