#pragma once
#include <action/view.h>
#include <modules/reception/visit/visit.h>

namespace forecourt::reception {

/// Somebody who is in the house.
struct VisitorHere {
    Id<Visit> id;
    std::string number;
    VisitState state{};
    std::optional<Id<customers::Customer>> customer_id;
    std::string visitor_name;
    std::optional<Plate> plate;
    std::int64_t party_size{};
    VisitPurpose purpose{};
    VisitChannel channel{};
    std::optional<Id<User>> consultant_id;
    std::optional<AssignedBecause> assigned_because;
    Instant arrived_at;
    std::optional<Instant> assigned_at;
    std::optional<Instant> greeted_at;
    std::string series;
    bool knows_series{};
    std::optional<Instant> help_asked_at;
    std::int64_t version{};
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(VisitorHere, id, number, state, customer_id, visitor_name, plate, party_size, purpose,
                 channel, consultant_id, assigned_because, arrived_at, assigned_at, greeted_at, series,
                 knows_series, help_asked_at, version, allowed_actions)

struct ShowroomNow {
    Instant now;
    std::vector<VisitorHere> visitors;   // who came first stands first
    std::vector<VisitorHere> not_ended;  // of earlier days, the latest first, 20 at most
    std::vector<Consultant> consultants;
    std::optional<Id<User>> next_consultant_id;  // whose turn it is
};
FORECOURT_STRUCT(ShowroomNow, now, visitors, not_ended, consultants, next_consultant_id)

struct VisitListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<VisitState> state;
    std::optional<VisitPurpose> purpose;
    std::optional<VisitChannel> channel;
    std::optional<VisitOutcome> outcome;
    std::optional<Id<User>> consultant_id;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Instant> arrived_from;
    std::optional<Instant> arrived_before;
};
FORECOURT_STRUCT(VisitListIn, limit, after, sort, state, purpose, channel, outcome, consultant_id,
                 customer_id, arrived_from, arrived_before)

struct VisitListRow {
    Id<Visit> id;
    std::string number;
    VisitState state{};
    std::optional<Id<customers::Customer>> customer_id;
    std::string visitor_name;
    std::int64_t party_size{};
    VisitPurpose purpose{};
    VisitChannel channel{};
    std::optional<Id<User>> consultant_id;
    Instant arrived_at;
    std::optional<Instant> greeted_at;
    std::optional<Instant> ended_at;
    std::optional<VisitOutcome> outcome;
    std::string next_step;
};
FORECOURT_STRUCT(VisitListRow, id, number, state, customer_id, visitor_name, party_size, purpose, channel,
                 consultant_id, arrived_at, greeted_at, ended_at, outcome, next_step)

struct VisitRecordIn {
    Id<Visit> visit_id;
};
FORECOURT_STRUCT(VisitRecordIn, visit_id)

struct VisitRecord {
    VisitRow visit;
    std::string consultant_name;
    std::string phone_masked;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(VisitRecord, visit, consultant_name, phone_masked, allowed_actions)

/// The acting person's own day on the floor.
struct MyDuty {
    bool started{};
    std::optional<Instant> started_at;
    std::int64_t faults{};
    std::optional<Instant> away_since;
    std::string away_reason;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(MyDuty, started, started_at, faults, away_since, away_reason, allowed_actions)

extern const View<Nothing, ShowroomNow> showroom_now;
extern const View<VisitListIn, Page<VisitListRow>> visit_list;
extern const View<VisitRecordIn, VisitRecord> visit_record;
extern const View<Nothing, MyDuty> my_duty;

}  // namespace forecourt::reception
