#pragma once
#include <action/action.h>
#include <modules/customers/api.h>
#include <modules/reception/api.h>
#include <modules/reception/duty/duty_rules.h>

namespace forecourt::reception {

inline constexpr Right arrival_write{"reception.arrival_write"};
inline constexpr Right visit_write{"reception.visit_write"};

enum class VisitChannel { walk_in, invited, appointment, web, referral, event };
FORECOURT_ENUM(VisitChannel, walk_in, invited, appointment, web, referral, event)

enum class VisitOutcome {
    interested,
    wants_time,
    test_driven,
    quoted,
    signed_contract,
    collected,
    served,
    no_interest,
    left_unseen,
    entered_by_mistake,
};
FORECOURT_ENUM(VisitOutcome, interested, wants_time, test_driven, quoted, signed_contract, collected, served,
               no_interest, left_unseen, entered_by_mistake)

/// A visit as it is stored.
struct VisitRow {
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
    std::optional<Instant> assigned_at;
    std::optional<std::string> assigned_by;
    std::optional<AssignedBecause> assigned_because;
    Instant arrived_at;
    std::string arrived_by;
    std::optional<Instant> greeted_at;
    std::optional<std::string> greeted_by;
    std::optional<Instant> ended_at;
    std::optional<std::string> ended_by;
    std::optional<VisitOutcome> outcome;
    std::string next_step;
    std::string note;
    std::string series;                    // what the visitor wants to see, empty when it was not said
    bool knows_series{};                   // the consultant was chosen for knowing it
    std::optional<Instant> help_asked_at;  // the visitor wants to be spoken to
    std::int64_t version{};
};
FORECOURT_STRUCT(VisitRow, id, number, state, customer_id, visitor_name, plate, party_size, purpose, channel,
                 consultant_id, assigned_at, assigned_by, assigned_because, arrived_at, arrived_by,
                 greeted_at, greeted_by, ended_at, ended_by, outcome, next_step, note, series, knows_series,
                 help_asked_at, version)

/// Three answers are enough; everything else can come later.
struct RegisterArrival {
    std::int64_t party_size{};
    VisitPurpose purpose{};
    VisitChannel channel{};
    std::optional<std::string> name;
    std::optional<Phone> phone;
    std::optional<customers::Gender> gender;
    std::optional<Plate> plate;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Id<User>> asked_for_id;
    std::optional<bool> leave_unassigned;
    std::optional<std::string> series;  // what the visitor wants to see
};
FORECOURT_STRUCT(RegisterArrival, party_size, purpose, channel, name, phone, gender, plate, customer_id,
                 asked_for_id, leave_unassigned, series)

struct ArrivalRegistered {
    Id<Visit> visit_id;
    std::string number;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Id<User>> consultant_id;
    std::string consultant_name;
    std::optional<AssignedBecause> assigned_because;
};
FORECOURT_STRUCT(ArrivalRegistered, visit_id, number, customer_id, consultant_id, consultant_name,
                 assigned_because)

/// Without a consultant the rotation decides.
struct AssignVisit {
    Id<Visit> visit_id;
    std::optional<Id<User>> consultant_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(AssignVisit, visit_id, consultant_id, version)

struct VisitAssigned {
    Id<User> consultant_id;
    std::string consultant_name;
    AssignedBecause because{};
};
FORECOURT_STRUCT(VisitAssigned, consultant_id, consultant_name, because)

struct GreetVisitor {
    Id<Visit> visit_id;
};
FORECOURT_STRUCT(GreetVisitor, visit_id)

/// The visitor, who looked around alone, wants to be spoken to: nobody keeps away from here on.
struct AskForHelp {
    Id<Visit> visit_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(AskForHelp, visit_id, version)

/// Either a customer we know, or a name and phone.
struct IdentifyVisitor {
    Id<Visit> visit_id;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<std::string> name;
    std::optional<Phone> phone;
    std::optional<customers::Gender> gender;
};
FORECOURT_STRUCT(IdentifyVisitor, visit_id, customer_id, name, phone, gender)

struct VisitorIdentified {
    Id<customers::Customer> customer_id;
    std::string name;
};
FORECOURT_STRUCT(VisitorIdentified, customer_id, name)

struct EndVisit {
    Id<Visit> visit_id;
    VisitOutcome outcome{};
    std::optional<std::string> next_step;
    std::optional<std::string> note;
};
FORECOURT_STRUCT(EndVisit, visit_id, outcome, next_step, note)

inline constexpr Refusal visit_is_over{"visit_is_over"};
inline constexpr Refusal visitor_came_another_day{"visitor_came_another_day"};
inline constexpr Refusal visitor_greeted_already{"visitor_greeted_already"};
inline constexpr Refusal visitor_not_greeted{"visitor_not_greeted"};
inline constexpr Refusal help_is_asked{"help_is_asked"};
inline constexpr Refusal party_size_out_of_range{"party_size_out_of_range", RefusalKind::unprocessable};
inline constexpr Refusal consultant_not_present{"consultant_not_present"};
inline constexpr Refusal no_consultant_free{"no_consultant_free"};
inline constexpr Refusal next_step_missing{"next_step_missing", RefusalKind::unprocessable};
inline constexpr Refusal customer_is_here_already{"customer_is_here_already"};

}  // namespace forecourt::reception
