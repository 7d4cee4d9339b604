#pragma once
#include <modules/workshop/line/line.h>
#include <services/checklists/api.h>

namespace forecourt::workshop {

struct Check;
struct Rework;

/// The three looks at finished work, in this order: who did it, a colleague, the inspector.
enum class CheckLevel { self, peer, final };
FORECOURT_ENUM(CheckLevel, self, peer, final)

enum class ReworkCause { workmanship, part, diagnosis, missing_information, equipment, cleanliness };
FORECOURT_ENUM(ReworkCause, workmanship, part, diagnosis, missing_information, equipment, cleanliness)

/// A job that a check sends back, and why.
struct ReworkFault {
    Id<OrderLine> line_id;
    ReworkCause cause{};
    FilledText words;
    std::optional<Id<User>> caused_by;
};
FORECOURT_STRUCT(ReworkFault, line_id, cause, words, caused_by)

struct RecordCheck {
    Id<RepairOrder> order_id;
    std::int64_t version{};
    CheckLevel level{};
    bool passed{};
    std::vector<checklists::ItemAnswer> answers;
    std::vector<ReworkFault> faults;
    std::optional<std::int64_t> road_test_km;
    std::optional<std::string> note;
};
FORECOURT_STRUCT(RecordCheck, order_id, version, level, passed, answers, faults, road_test_km, note)

inline constexpr Refusal check_out_of_order{"check_out_of_order"};
inline constexpr Refusal self_check_by_other{"self_check_by_other"};
inline constexpr Refusal check_of_own_work{"check_of_own_work"};
inline constexpr Refusal final_check_needs_inspector{"final_check_needs_inspector", RefusalKind::forbidden};
inline constexpr Refusal rework_without_cause{"rework_without_cause", RefusalKind::unprocessable};
inline constexpr Refusal passed_with_faults{"passed_with_faults", RefusalKind::unprocessable};
inline constexpr Refusal parts_not_issued{"parts_not_issued"};
inline constexpr Refusal line_not_worked_on{"line_not_worked_on"};
inline constexpr Refusal consent_is_open{"consent_is_open"};

}  // namespace forecourt::workshop
