#include <services/checklists/checklist.h>
#include <services/standards/standard.h>

#include <cstdint>
#include <cstdlib>
#include <map>

// security 9
// Whatever is published as a norm or a checklist: it is read or refused, and a norm without problems names
// only milestones that are there, so that the engine which runs it finds what it looks for.

namespace {

using namespace forecourt;

void read_standard(std::string_view json) {
    standards::Standard standard;
    if (!reflect::from_json(standard, json).empty()) return;
    if (!standards::problems_of(standard).empty()) return;
    std::map<std::string, int> times;
    for (const auto& milestone : standard.milestones) ++times[milestone.name];
    for (const auto& milestone : standard.milestones) {
        if (times[milestone.name] != 1) std::abort();
        if (milestone.after && !times.contains(*milestone.after)) std::abort();
        for (const auto& needed : milestone.needs) {
            if (!times.contains(needed)) std::abort();
        }
    }
    standards::missing_milestones(standard, {});
}

void read_checklist(std::string_view json) {
    checklists::Definition list;
    if (checklists::read_definition(json, list)) return;
    if (list.items.empty()) std::abort();
    (void)checklists::may_hold(list);
    (void)checklists::may_fill(list, {{.item = list.items.front().name}},
                               [](const FileHash&) { return true; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view json(reinterpret_cast<const char*>(bytes), size);
    read_standard(json);
    read_checklist(json);
    return 0;
}
