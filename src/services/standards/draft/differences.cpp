#include <services/standards/draft/differences.h>

namespace forecourt::standards {
namespace {

const Milestone* find(const Standard& standard, const std::string& name) {
    for (const auto& milestone : standard.milestones) {
        if (milestone.name == name) return &milestone;
    }
    return nullptr;
}

TwoWords title_of(const Standard& standard, const std::string& name) {
    const auto* milestone = find(standard, name);
    return milestone != nullptr ? milestone->title : TwoWords{.zh = name, .en = name};
}

std::vector<TwoWords> titles_of(const Standard& standard, const std::vector<std::string>& names) {
    std::vector<TwoWords> titles;
    for (const auto& name : names) titles.push_back(title_of(standard, name));
    return titles;
}

std::vector<std::string> role_names(const Milestone& milestone) {
    std::vector<std::string> names;
    for (const auto role : milestone.roles) names.emplace_back(name_of(role));
    return names;
}

std::vector<std::string> one(const std::optional<std::string>& name) {
    return name ? std::vector<std::string>{*name} : std::vector<std::string>{};
}

std::vector<std::string> yes_or_no(const std::optional<bool>& answer) {
    return {answer.value_or(false) ? "yes" : "no"};
}

/// Says of one milestone what has become different.
class MilestoneChanges {
  public:
    MilestoneChanges(const Standard& before, const Standard& after, std::vector<Difference>& list)
        : before_(before), after_(after), list_(list) {}

    void compare(const Milestone& was, const Milestone& is) {
        add(is, ChangeKind::milestone_title, {.words = {was.title}}, {.words = {is.title}});
        add(is, ChangeKind::event, {.names = {was.event}}, {.names = {is.event}});
        add(is, ChangeKind::roles, {.names = role_names(was)}, {.names = role_names(is)});
        add(is, ChangeKind::start, {.words = titles_of(before_, one(was.after))},
            {.words = titles_of(after_, one(is.after))});
        add(is, ChangeKind::within, {.seconds = was.within_s}, {.seconds = is.within_s});
        add(is, ChangeKind::not_before, {.seconds = was.not_before_s}, {.seconds = is.not_before_s});
        add(is, ChangeKind::lifted_by, {.names = one(was.lifted_by)}, {.names = one(is.lifted_by)});
        if (was.needs != is.needs) {
            add(is, ChangeKind::needs, {.words = titles_of(before_, was.needs)},
                {.words = titles_of(after_, is.needs)});
        }
        add(is, ChangeKind::evidence, {.names = was.evidence}, {.names = is.evidence});
        add(is, ChangeKind::checklist, {.names = one(was.checklist)}, {.names = one(is.checklist)});
        add(is, ChangeKind::on_miss, {.names = {std::string(name_of(was.on_miss))}},
            {.names = {std::string(name_of(is.on_miss))}});
        add(is, ChangeKind::optional, {.names = yes_or_no(was.optional)}, {.names = yes_or_no(is.optional)});
        add(is, ChangeKind::ends, {.names = yes_or_no(was.ends)}, {.names = yes_or_no(is.ends)});
    }

  private:
    void add(const Milestone& of, ChangeKind kind, ChangeSide before, ChangeSide after) {
        if (before == after) return;
        list_.push_back({.kind = kind,
                         .milestone = of.name,
                         .milestone_title = of.title,
                         .before = std::move(before),
                         .after = std::move(after)});
    }

    const Standard& before_;
    const Standard& after_;
    std::vector<Difference>& list_;
};

// The names both versions have, in the order of one of them.
std::vector<std::string> shared_names(const Standard& standard, const Standard& other) {
    std::vector<std::string> names;
    for (const auto& milestone : standard.milestones) {
        if (find(other, milestone.name) != nullptr) names.push_back(milestone.name);
    }
    return names;
}

Difference whole(ChangeKind kind, ChangeSide before, ChangeSide after) {
    return {.kind = kind,
            .milestone = {},
            .milestone_title = {},
            .before = std::move(before),
            .after = std::move(after)};
}

Difference about(ChangeKind kind, const Milestone& milestone) {
    return {.kind = kind,
            .milestone = milestone.name,
            .milestone_title = milestone.title,
            .before = {},
            .after = {}};
}

}  // namespace

std::vector<Difference> differences(const Standard& before, const Standard& after) {
    std::vector<Difference> list;
    if (!(before.title == after.title)) {
        list.push_back(whole(ChangeKind::title, {.words = {before.title}}, {.words = {after.title}}));
    }
    if (before.ended_by != after.ended_by) {
        list.push_back(whole(ChangeKind::ended_by, {.names = before.ended_by}, {.names = after.ended_by}));
    }
    const auto order_before = shared_names(before, after);
    const auto order_after = shared_names(after, before);
    MilestoneChanges changes(before, after, list);
    std::size_t shared = 0;
    for (const auto& milestone : after.milestones) {
        const auto* was = find(before, milestone.name);
        if (was == nullptr) {
            list.push_back(about(ChangeKind::milestone_added, milestone));
            continue;
        }
        if (order_before[shared] != order_after[shared])
            list.push_back(about(ChangeKind::milestone_moved, milestone));
        ++shared;
        changes.compare(*was, milestone);
    }
    for (const auto& milestone : before.milestones) {
        if (find(after, milestone.name) == nullptr)
            list.push_back(about(ChangeKind::milestone_removed, milestone));
    }
    return list;
}

}  // namespace forecourt::standards
