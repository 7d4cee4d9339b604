#pragma once
#include <action/action.h>
#include <action/view.h>
#include <modules/vehicles/api.h>
#include <services/checklists/api.h>

namespace forecourt::showroom {

struct DisplayFault;

/// A place on the showroom floor and the car that stands there.
struct Position {
    Id<Position> id;
    std::string name;
    std::int64_t x{};  // thousandths of the plan's width
    std::int64_t y{};
    std::optional<Id<vehicles::Car>> car_id;
    std::optional<Instant> car_since;
    std::optional<Instant> checked_at;
    std::optional<Instant> removed_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(Position, id, name, x, y, car_id, car_since, checked_at, removed_at, version)

struct AddPosition {
    FilledText name;
    std::int64_t x{};
    std::int64_t y{};
};
FORECOURT_STRUCT(AddPosition, name, x, y)

struct PositionAdded {
    Id<Position> id;
};
FORECOURT_STRUCT(PositionAdded, id)

struct MovePosition {
    Id<Position> position_id;
    std::int64_t x{};
    std::int64_t y{};
    std::int64_t version{};
};
FORECOURT_STRUCT(MovePosition, position_id, x, y, version)

/// Only an empty place can go.
struct RemovePosition {
    Id<Position> position_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(RemovePosition, position_id, version)

struct DisplayCar {
    Id<Position> position_id;
    Id<vehicles::Car> car_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(DisplayCar, position_id, car_id, version)

struct ClearPosition {
    Id<Position> position_id;
    FilledText location;  // where the car goes
    std::int64_t version{};
};
FORECOURT_STRUCT(ClearPosition, position_id, location, version)

struct CheckDisplay {
    Id<Position> position_id;
    std::vector<checklists::ItemAnswer> answers;
};
FORECOURT_STRUCT(CheckDisplay, position_id, answers)

struct DisplayChecked {
    std::int64_t faults{};
};
FORECOURT_STRUCT(DisplayChecked, faults)

struct CloseDisplayFault {
    Id<DisplayFault> fault_id;
    FilledText remedy;
    std::int64_t version{};
};
FORECOURT_STRUCT(CloseDisplayFault, fault_id, remedy, version)

inline constexpr Right display_write{"showroom.display_write"};
inline constexpr Right display_check_write{"showroom.display_check_write"};
inline constexpr Right display_read{"showroom.display_read"};

inline constexpr Refusal position_not_found{"position_not_found", RefusalKind::not_found};
inline constexpr Refusal position_name_taken{"position_name_taken"};
inline constexpr Refusal position_outside_plan{"position_outside_plan", RefusalKind::unprocessable};
inline constexpr Refusal position_is_taken{"position_is_taken"};
inline constexpr Refusal position_is_empty{"position_is_empty"};
/// The car stands on another place; the detail `position` names it.
inline constexpr Refusal car_is_on_display{"car_is_on_display"};
inline constexpr Refusal display_fault_not_found{"display_fault_not_found", RefusalKind::not_found};
inline constexpr Refusal display_fault_is_closed{"display_fault_is_closed"};

// Guards.
MaybeRefused check_place(std::int64_t x, std::int64_t y);
MaybeRefused may_display(const Position& position);
MaybeRefused may_check(const Position& position);
MaybeRefused may_remove(const Position& position);

/// A handler: a car that was sold or went away stands nowhere in the showroom any more.
MaybeRefused on_car_gone(Tx& tx, const Event& event);

struct DisplayedCar {
    Id<vehicles::Car> id;
    std::string title;
    std::string colour;
    std::string vin_tail;
    vehicles::CarState state{};
    std::optional<Money> list_price;
};
FORECOURT_STRUCT(DisplayedCar, id, title, colour, vin_tail, state, list_price)

struct PlanFault {
    Id<DisplayFault> id;
    Id<Position> position_id;
    std::string item;
    std::string note;
    JsonText photos;
    Instant raised_at;
    std::string raised_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(PlanFault, id, position_id, item, note, photos, raised_at, raised_by, version)

struct PlanPosition {
    Id<Position> id;
    std::string name;
    std::int64_t x{};
    std::int64_t y{};
    std::optional<DisplayedCar> car;
    std::optional<Instant> car_since;
    std::optional<Instant> checked_at;
    bool checked_today{};
    std::vector<PlanFault> faults;
    std::int64_t version{};
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(PlanPosition, id, name, x, y, car, car_since, checked_at, checked_today, faults, version,
                 allowed_actions)

struct DisplayPlan {
    std::vector<PlanPosition> positions;
    std::int64_t checked{};
    std::int64_t to_check{};
    std::int64_t open_faults{};
};
FORECOURT_STRUCT(DisplayPlan, positions, checked, to_check, open_faults)

struct DisplayChecksIn {
    Id<Position> position_id;
};
FORECOURT_STRUCT(DisplayChecksIn, position_id)

struct DisplayCheck {
    Instant checked_at;
    std::string checked_by;
    std::int64_t faults{};
};
FORECOURT_STRUCT(DisplayCheck, checked_at, checked_by, faults)

struct DisplayChecks {
    std::vector<DisplayCheck> rows;
};
FORECOURT_STRUCT(DisplayChecks, rows)

extern const Action<AddPosition, PositionAdded> add_position;
extern const Action<MovePosition, Nothing> move_position;
extern const Action<RemovePosition, Nothing> remove_position;
extern const Action<DisplayCar, Nothing> display_car;
extern const Action<ClearPosition, Nothing> clear_position;
extern const Action<CheckDisplay, DisplayChecked> check_display;
extern const Action<CloseDisplayFault, Nothing> close_display_fault;
extern const View<Nothing, DisplayPlan> display_plan;
extern const View<DisplayChecksIn, DisplayChecks> display_checks;

}  // namespace forecourt::showroom
