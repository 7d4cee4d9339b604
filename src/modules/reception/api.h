#pragma once
#include <action/context.h>
#include <core/result.h>

#include <optional>
#include <string>
#include <vector>

namespace forecourt::customers {
struct Customer;
}

/// Who comes to the showroom, who looks after them, and how it ends.
namespace forecourt::reception {

struct Visit;

enum class VisitPurpose { look_at_cars, test_drive, sign_contract, collect_car, service, complaint, other };
FORECOURT_ENUM(VisitPurpose, look_at_cars, test_drive, sign_contract, collect_car, service, complaint, other)

enum class VisitState { waiting, assigned, greeted, ended };
FORECOURT_ENUM(VisitState, waiting, assigned, greeted, ended)

struct VisitFacts {
    Id<Visit> id;
    VisitState state{};
    std::optional<Id<customers::Customer>> customer_id;
    std::string visitor_name;
    std::optional<Id<User>> consultant_id;
    Instant arrived_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(VisitFacts, id, state, customer_id, visitor_name, consultant_id, arrived_at, version)

inline constexpr Refusal visit_not_found{"visit_not_found", RefusalKind::not_found};

std::optional<VisitFacts> find_visit(db::Connection& db, Id<Store> store, Id<Visit> id);
/// The visit of a customer who is in the house now.
std::optional<VisitFacts> open_visit_of(const Context& context, Id<customers::Customer> customer);

/// The consultants on the floor now, those with a customer too.
std::vector<Id<User>> present_consultants(const Context& context);
/// Who knows this series by heart.
std::vector<Id<User>> who_knows(db::Connection& db, Id<Store> store, const std::string& series);

}  // namespace forecourt::reception
