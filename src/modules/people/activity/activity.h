#pragma once
#include <action/action.h>
#include <modules/vehicles/api.h>

namespace forecourt::people {

/// A consultant sees the own figures and the ranking.
inline constexpr Right own_read{"people.own_read"};
/// All figures of the team.
inline constexpr Right team_read{"people.team_read"};
/// Targets, teams and opening days.
inline constexpr Right target_write{"people.target_write"};

/// What is counted for a person. Amounts of money are fen and contain VAT, the others are pieces.
enum class Measure {
    visitors_greeted,
    leads_opened,
    contacts_made,
    contacts_late,
    leads_lost,  // less those that were revived
    needs_asked,
    test_drives,
    quotes,
    orders,  // contracts signed less those cancelled
    cars_delivered,
    revenue,               // the price of the cars delivered: list price and options less discount
    accessories,           // of the cars delivered
    services,              // our own services on the deals delivered
    insurance,             // premiums on the deals delivered
    insurance_commission,  // what insurers owe us, from the policy on
    loans,                 // deals whose lender has paid
    satisfaction_answers,
    satisfaction_points,  // the sum of the answers, each 1 to 10
    complaints,
};
FORECOURT_ENUM(Measure, visitors_greeted, leads_opened, contacts_made, contacts_late, leads_lost, needs_asked,
               test_drives, quotes, orders, cars_delivered, revenue, accessories, services, insurance,
               insurance_commission, loans, satisfaction_answers, satisfaction_points, complaints)

bool is_money(Measure measure);
/// Whether somebody can be given a target for it.
bool may_be_target(Measure measure);
/// The measures of boards and targets, in their order.
const std::vector<Measure>& target_measures();

struct Case;

/// A case as it is stored.
struct CaseRow {
    Id<Case> id;
    Instant at;
    Date day;
    Id<User> user_id;
    std::int64_t model_id{};  // 0: none
    Measure measure{};
    std::int64_t amount{};
    std::string object_type;
    std::int64_t object_id{};
    std::int64_t customer_id{};
    std::string number;
};
FORECOURT_STRUCT(CaseRow, id, at, day, user_id, model_id, measure, amount, object_type, object_id,
                 customer_id, number)

/// How much of a measure came together for a person and a model.
struct PersonSum {
    Id<User> user_id;
    std::int64_t model_id{};
    Measure measure{};
    std::int64_t amount{};
};
FORECOURT_STRUCT(PersonSum, user_id, model_id, measure, amount)

struct PersonCount {
    Measure measure{};
    std::int64_t amount{};
};
FORECOURT_STRUCT(PersonCount, measure, amount)

struct DaySum {
    Date day;
    Measure measure{};
    std::int64_t amount{};
};
FORECOURT_STRUCT(DaySum, day, measure, amount)

/// From a day on, up to and without another.
struct Days {
    Date from;
    Date until;
};
/// The first day of a day's month, and all of its days.
Date month_of(Date day);
Days days_of_month(Date month);

inline constexpr Refusal person_not_found{"person_not_found", RefusalKind::not_found};

}  // namespace forecourt::people
