#pragma once
#include <action/action.h>
#include <modules/workshop/quality/quality.h>

namespace forecourt::workshop {

inline constexpr Right quality_check{"workshop.quality_check"};

struct CheckRecorded {
    Id<Check> check_id;
    OrderState state{};
    std::optional<CheckLevel> next;
    std::string certificate_number;
    std::int64_t version{};
};
FORECOURT_STRUCT(CheckRecorded, check_id, state, next, certificate_number, version)

extern const Action<RecordCheck, CheckRecorded> record_check;

}  // namespace forecourt::workshop
