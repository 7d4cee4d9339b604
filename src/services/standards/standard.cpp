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
    return value && *value != "null" && *value != "\"\"" && *value != "[]" && *value != "0" && *value != "false";
}

bool has_role(const Milestone& milestone, const std::vector<Role>& roles) {
    if (milestone.roles.empty()) return true;
    for (const auto role : roles) {
        if (role == Role::system) return true;  // what happens by itself is nobody's wrong role
        if (std::find(milestone.roles.begin(), milestone.roles.end(), role) != milestone.roles.end()) return true;
    }
    return false;
}

}  // namespace

Verdict judge(const Milestone& milestone, const std::vector<Progress>& progress, const Event& event) {
    for (const auto& needed : milestone.needs) {
        if (!is_reached(progress, needed)) return Verdict::out_of_order;
    }
    if (!has_role(milestone, event.roles)) return Verdict::wrong_role;
    for (const auto& member : milestone.evidence) {
        if (!says_something(event.data, member)) return Verdict::without_evidence;
    }
    const auto* row = find(progress, milestone.name);
    if (row == nullptr) return Verdict::on_time;
    if (row->not_before && event.at < *row->not_before) return Verdict::too_early;
    if (row->due_at && event.at > *row->due_at) return Verdict::too_late;
    return Verdict::on_time;
}

bool stops(const Milestone& milestone, Verdict verdict) {
    if (milestone.on_miss != OnMiss::block) return false;
    switch (verdict) {
        case Verdict::out_of_order:
        case Verdict::wrong_role:
        case Verdict::without_evidence: return true;
        case Verdict::on_time:
        case Verdict::too_early:
        case Verdict::too_late: return false;
    }
    return false;
}

reflect::FieldErrors problems_of(const Standard& standard) {
    reflect::FieldErrors errors;
    if (standard.milestones.empty()) errors.push_back({"/milestones", "standard_needs_milestones"});
    std::vector<std::string> known;
    for (std::size_t i = 0; i < standard.milestones.size(); ++i) {
        const auto& milestone = standard.milestones[i];
        const std::string path = "/milestones/" + std::to_string(i);
        const auto is_known = [&](const std::string& name) {
            return std::find(known.begin(), known.end(), name) != known.end();
        };
        if (milestone.name.empty()) errors.push_back({path + "/name", "must_not_be_blank"});
        if (is_known(milestone.name)) errors.push_back({path + "/name", "milestone_name_is_taken"});
        if (milestone.title.zh.empty()) errors.push_back({path + "/title/zh", "must_not_be_blank"});
        if (milestone.event.empty()) errors.push_back({path + "/event", "must_not_be_blank"});
        if (milestone.after && !is_known(*milestone.after)) {
            errors.push_back({path + "/after", "milestone_must_come_before"});
        }
        if ((milestone.within_s || milestone.not_before_s) && !milestone.after) {
            errors.push_back({path + "/after", "times_need_a_start"});
        }
        if (milestone.within_s && *milestone.within_s <= 0) errors.push_back({path + "/within_s", "must_be_positive"});
        if (milestone.within_s && milestone.not_before_s && *milestone.not_before_s >= *milestone.within_s) {
            errors.push_back({path + "/not_before_s", "lower_side_must_be_under_the_upper"});
        }
        for (std::size_t k = 0; k < milestone.needs.size(); ++k) {
            if (!is_known(milestone.needs[k])) {
                errors.push_back({path + "/needs/" + std::to_string(k), "milestone_must_come_before"});
            }
        }
        known.push_back(milestone.name);
    }
    return errors;
}

}  // namespace forecourt::standards
