#include <services/standards/api.h>

#include <map>
#include <set>

namespace forecourt::standards {
namespace {

/// Collects what is wrong, each with the place where it stands.
class Problems {
  public:
    void add(const std::string& path, const Refusal& refusal) {
        errors_.push_back({path, std::string(refusal.name)});
    }
    reflect::FieldErrors take() { return std::move(errors_); }

  private:
    reflect::FieldErrors errors_;
};

template <class Name>
bool holds(const std::vector<Name>& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

void check_names(const Standard& standard, const Vocabulary& vocabulary, Problems& problems) {
    std::set<std::string> known;
    for (std::size_t i = 0; i < standard.milestones.size(); ++i) {
        const auto& milestone = standard.milestones[i];
        const std::string path = "/milestones/" + std::to_string(i);
        if (milestone.name.empty() || milestone.title.zh.empty())
            problems.add(path + "/name", milestone_needs_name);
        if (!known.insert(milestone.name).second) problems.add(path + "/name", milestone_twice);
        const bool event_known = vocabulary.events.empty() || holds(vocabulary.events, milestone.event);
        if (milestone.event.empty() || !event_known) problems.add(path + "/event", event_unknown);
        if (milestone.lifted_by && !vocabulary.events.empty() &&
            !holds(vocabulary.events, *milestone.lifted_by)) {
            problems.add(path + "/lifted_by", event_unknown);
        }
        if (milestone.checklist && !vocabulary.checklists.empty() &&
            !holds(vocabulary.checklists, *milestone.checklist)) {
            problems.add(path + "/checklist", checklist_of_standard_unknown);
        }
    }
    for (std::size_t i = 0; i < standard.ended_by.size(); ++i) {
        if (vocabulary.events.empty() || holds(vocabulary.events, standard.ended_by[i])) continue;
        problems.add("/ended_by/" + std::to_string(i), event_unknown);
    }
}

void check_times(const Milestone& milestone, const std::string& path, Problems& problems) {
    if ((milestone.within_s || milestone.not_before_s) && !milestone.after) {
        problems.add(path + "/after", times_need_a_start);
    }
    if (milestone.within_s && *milestone.within_s <= 0) problems.add(path + "/within_s", target_not_positive);
    if (milestone.not_before_s && *milestone.not_before_s <= 0) {
        problems.add(path + "/not_before_s", target_not_positive);
    }
    if (milestone.lifted_by && !milestone.not_before_s) {
        problems.add(path + "/lifted_by", nothing_to_lift);
    }
    if (milestone.within_s && milestone.not_before_s && *milestone.not_before_s >= *milestone.within_s) {
        problems.add(path + "/not_before_s", lower_over_upper);
    }
}

std::vector<std::string> waits_for(const Milestone& milestone) {
    auto names = milestone.needs;
    if (milestone.after) names.push_back(*milestone.after);
    return names;
}

// Takes away, again and again, what waits for nothing that is left; what then remains waits for itself.
std::set<std::string> in_a_circle(const Standard& standard) {
    std::map<std::string, std::vector<std::string>> left;
    for (const auto& milestone : standard.milestones) left[milestone.name] = waits_for(milestone);
    for (bool changed = true; changed;) {
        changed = false;
        for (auto at = left.begin(); at != left.end();) {
            const bool waits = std::any_of(at->second.begin(), at->second.end(),
                                           [&](const std::string& name) { return left.contains(name); });
            if (waits) {
                ++at;
                continue;
            }
            at = left.erase(at);
            changed = true;
        }
    }
    std::set<std::string> names;
    for (const auto& [name, waiting] : left) names.insert(name);
    return names;
}

}  // namespace

reflect::FieldErrors problems_of(const Standard& standard, const Vocabulary& vocabulary) {
    Problems problems;
    if (standard.milestones.empty()) {
        problems.add("/milestones", standard_needs_milestones);
        return problems.take();
    }
    check_names(standard, vocabulary, problems);
    std::set<std::string> names;
    for (const auto& milestone : standard.milestones) names.insert(milestone.name);
    if (!waits_for(standard.milestones.front()).empty())
        problems.add("/milestones/0/needs", first_milestone_waits);
    const auto circle = in_a_circle(standard);
    for (std::size_t i = 0; i < standard.milestones.size(); ++i) {
        const auto& milestone = standard.milestones[i];
        const std::string path = "/milestones/" + std::to_string(i);
        if (milestone.after && !names.contains(*milestone.after))
            problems.add(path + "/after", milestone_unknown);
        for (std::size_t k = 0; k < milestone.needs.size(); ++k) {
            if (names.contains(milestone.needs[k])) continue;
            problems.add(path + "/needs/" + std::to_string(k), milestone_unknown);
        }
        if (circle.contains(milestone.name)) problems.add(path + "/after", milestones_in_a_circle);
        check_times(milestone, path, problems);
    }
    return problems.take();
}

}  // namespace forecourt::standards
