#pragma once
#include <action/action.h>
#include <action/view.h>
#include <modules/reception/duty/duty.h>

/// Who is to be on the floor, in which order visitors are shared out, who knows which series, and how
/// everybody looked.
namespace forecourt::reception {

struct Shift;
struct EtiquetteCheck;

/// To plan the floor and to look at people's appearance.
inline constexpr Right rota_write{"reception.rota_write"};

enum class ShiftKind { whole, early, late, off };
FORECOURT_ENUM(ShiftKind, whole, early, late, off)

struct PlannedShift {
    Id<User> user_id;
    ShiftKind kind{};
};
FORECOURT_STRUCT(PlannedShift, user_id, kind)

/// The whole day, in the order of the rotation; it takes the place of what was planned before.
struct PlanDay {
    Date on_date;
    std::vector<PlannedShift> shifts;
};
FORECOURT_STRUCT(PlanDay, on_date, shifts)

/// The seven days from one Monday as the seven from another.
struct CopyWeek {
    Date from_monday;
    Date to_monday;
};
FORECOURT_STRUCT(CopyWeek, from_monday, to_monday)

struct WeekCopied {
    std::int64_t shifts{};
};
FORECOURT_STRUCT(WeekCopied, shifts)

struct SetKnowledge {
    Id<User> user_id;
    std::vector<std::string> series;
};
FORECOURT_STRUCT(SetKnowledge, user_id, series)

struct CheckEtiquette {
    Id<User> user_id;
    std::vector<checklists::ItemAnswer> answers;
    std::optional<std::string> note;
};
FORECOURT_STRUCT(CheckEtiquette, user_id, answers, note)

struct EtiquetteChecked {
    Id<EtiquetteCheck> id;
    std::int64_t faults{};
};
FORECOURT_STRUCT(EtiquetteChecked, id, faults)

inline constexpr Refusal not_of_the_sales_team{"not_of_the_sales_team", RefusalKind::unprocessable};
inline constexpr Refusal planned_twice{"planned_twice", RefusalKind::unprocessable};
inline constexpr Refusal day_is_past{"day_is_past", RefusalKind::unprocessable};
inline constexpr Refusal not_a_monday{"not_a_monday", RefusalKind::unprocessable};
inline constexpr Refusal week_not_planned{"week_not_planned"};
inline constexpr Refusal series_unknown{"series_unknown", RefusalKind::unprocessable};

/// Each person of the team once, not for a day that is over. Refuses day_is_past, planned_twice,
/// not_of_the_sales_team.
MaybeRefused check_plan(const PlanDay& plan, Date today, const std::vector<Id<User>>& team);
bool is_monday(Date date);

struct ShiftRow {
    Id<User> user_id;
    Date on_date;
    ShiftKind kind{};
    std::int64_t position{};
};
FORECOURT_STRUCT(ShiftRow, user_id, on_date, kind, position)

std::vector<ShiftRow> shifts_between(db::Connection& db, Id<Store> store, Date from, Date to);

struct RotaIn {
    std::optional<Date> monday;  // this week's without it
};
FORECOURT_STRUCT(RotaIn, monday)

struct RotaPerson {
    Id<User> user_id;
    std::string name;
    std::vector<std::string> series;
};
FORECOURT_STRUCT(RotaPerson, user_id, name, series)

struct Rota {
    Date monday;
    std::vector<RotaPerson> people;
    std::vector<ShiftRow> shifts;             // of the seven days, by day and order
    std::vector<std::string> series_offered;  // of the catalogue
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(Rota, monday, people, shifts, series_offered, allowed_actions)

struct AppearanceIn {
    std::optional<Date> from_date;
    std::optional<Date> to_date;
    std::optional<Id<User>> user_id;
};
FORECOURT_STRUCT(AppearanceIn, from_date, to_date, user_id)

/// One look at one person: their own before the day begins, or somebody else's during it.
struct AppearanceRow {
    std::int64_t id{};
    Date on_date;
    Id<User> user_id;
    std::string name;
    Instant checked_at;
    std::string checked_by;  // empty: the person's own
    Id<checklists::Checklist> checklist_id;
    std::int64_t faults{};
    std::string note;
};
FORECOURT_STRUCT(AppearanceRow, id, on_date, user_id, name, checked_at, checked_by, checklist_id, faults,
                 note)

struct Appearance {
    Date from_date;
    Date to_date;
    std::vector<RotaPerson> people;
    std::vector<ShiftRow> shifts;
    std::vector<AppearanceRow> rows;  // the newest first
};
FORECOURT_STRUCT(Appearance, from_date, to_date, people, shifts, rows)

extern const Action<PlanDay, Nothing> plan_day;
extern const Action<CopyWeek, WeekCopied> copy_week;
extern const Action<SetKnowledge, Nothing> set_knowledge;
extern const Action<CheckEtiquette, EtiquetteChecked> check_etiquette;
extern const View<RotaIn, Rota> rota;
extern const View<AppearanceIn, Appearance> appearance;

}  // namespace forecourt::reception
