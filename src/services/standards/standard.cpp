#include <services/standards/standard.h>

namespace forecourt::standards {
namespace {

const Progress* find(const std::vector<Progress>& progress, std::string_view name) {
    for (const auto& row : progress) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

bool is_reached(const std::vector<Progress>& progress, std::string_view name) {
    const auto* row = find(progress, name);
    return row != nullptr && row->reached_at.has_value();
}

bool says_something(const std::string& data, const std::string& member) {
    const auto value = reflect::json_member(data, member);
    return value && *value != "null" && *value != "\"\"" && *value != "[]" && *value != "0" &&
           *value != "false";
}

bool has_role(const Milestone& milestone, const std::vector<Role>& roles) {
    if (milestone.roles.empty()) return true;
    for (const auto role : roles) {
        if (role == Role::system) return true;  // what happens by itself is nobody's wrong role
        if (std::find(milestone.roles.begin(), milestone.roles.end(), role) != milestone.roles.end())
            return true;
    }
    return false;
}

}  // namespace

std::vector<Fault> faults_of(const Milestone& milestone, const std::vector<Progress>& progress,
                             const Event& event, Circumstances known) {
    std::vector<Fault> faults;
    const bool in_order =
        std::all_of(milestone.needs.begin(), milestone.needs.end(),
                    [&](const std::string& needed) { return is_reached(progress, needed); });
    if (!in_order) faults.push_back({Verdict::out_of_order, 0});
    if (!has_role(milestone, event.roles)) faults.push_back({Verdict::wrong_role, 0});
    const bool proved =
        std::all_of(milestone.evidence.begin(), milestone.evidence.end(),
                    [&](const std::string& member) { return says_something(event.data, member); });
    if (!proved || (milestone.checklist && !known.checklist_filled)) {
        faults.push_back({Verdict::without_evidence, 0});
    }
    const auto* row = find(progress, milestone.name);
    if (row == nullptr || row->reached_at) return faults;
    if (row->not_before && event.at < *row->not_before) {
        faults.push_back({Verdict::too_early, (*row->not_before - event.at).ms / 1000});
    } else if (row->due_at && event.at > *row->due_at) {
        faults.push_back({Verdict::too_late, (event.at - *row->due_at).ms / 1000});
    }
    return faults;
}

Verdict judge(const Milestone& milestone, const std::vector<Progress>& progress, const Event& event,
              Circumstances known) {
    const auto faults = faults_of(milestone, progress, event, known);
    return faults.empty() ? Verdict::on_time : faults.front().verdict;
}

std::vector<std::string> missing_milestones(const Standard& standard, const std::vector<Progress>& progress) {
    std::vector<std::string> missing;
    for (const auto& milestone : standard.milestones) {
        if (!milestone.optional.value_or(false) && !is_reached(progress, milestone.name)) {
            missing.push_back(milestone.name);
        }
    }
    return missing;
}

bool stops(const Milestone& milestone, Verdict verdict) {
    if (milestone.on_miss != OnMiss::block) return false;
    switch (verdict) {
        case Verdict::out_of_order:
        case Verdict::wrong_role:
        case Verdict::without_evidence:
            return true;
        case Verdict::on_time:
        case Verdict::too_early:
        case Verdict::too_late:
            return false;
    }
    return false;
}

}  // namespace forecourt::standards
