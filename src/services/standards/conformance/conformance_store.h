#pragma once
#include <services/standards/conformance/period.h>
#include <services/standards/conformance/timing.h>

namespace forecourt::standards {

/// When the cases that began in these days reached their milestones.
std::vector<CasePath> paths_of(Context& context, const std::string& process, const Days& days);

struct MilestoneFaults {
    std::string process;
    std::string milestone;
    std::string kind;
    std::int64_t times{};
};
FORECOURT_STRUCT(MilestoneFaults, process, milestone, kind, times)

struct Whose {
    std::optional<std::string> process;
    std::optional<std::int64_t> user_id;
};
FORECOURT_STRUCT(Whose, process, user_id)

std::vector<MilestoneFaults> deviations_in_period(Context& context, const Whose& whose, const Days& days);

}  // namespace forecourt::standards
