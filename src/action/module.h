#pragma once
#include <action/action.h>
#include <action/paper.h>
#include <action/view.h>

#include <string_view>
#include <vector>

namespace forecourt {

/// Which roles have a right from the start.
struct Grant {
    Right right;
    std::vector<Role> roles;
};

/// Runs after the event's action, in the same transaction. A refusal stops the whole action.
struct EventHandler {
    std::string_view event;
    MaybeRefused (*run)(Tx&, const Event&);
};

/// Work that comes with time and not with a person: run for every store, each run a transaction of its own.
struct TimedJob {
    std::string_view name;
    Duration every;
    void (*run)(Tx&);
};

/// All that the program knows of a module or service: written in its module.cpp, the only registration.
struct Module {
    std::string_view name;
    std::vector<std::string_view> needs;  // whose tables it refers to and whose api.h it uses
    std::vector<const ActionBase*> actions;
    std::vector<const ViewBase*> views;
    std::vector<Grant> grants;
    std::vector<std::string_view> events;
    std::vector<EventHandler> handlers;
    std::vector<TimedJob> jobs;
    std::vector<const PaperBase*> papers = {};
};

/// Every module, those that are needed before those that need them.
class Modules {
  public:
    explicit Modules(std::vector<const Module*> all);

    const std::vector<const Module*>& all() const { return all_; }
    const ActionBase* find_action(std::string_view name) const;
    const ViewBase* find_view(std::string_view name) const;
    const PaperBase* find_paper(std::string_view name) const;
    bool knows_event(std::string_view name) const;
    std::vector<std::string_view> rights_of(const std::vector<Role>& roles) const;  // sorted
    std::vector<std::string_view> names() const;
    std::vector<const EventHandler*> handlers_of(std::string_view event) const;

  private:
    std::vector<const Module*> all_;
    std::vector<const ActionBase*> actions_;  // sorted by name
    std::vector<const ViewBase*> views_;
    std::vector<const PaperBase*> papers_;
    std::vector<std::string_view> events_;
};

}  // namespace forecourt
