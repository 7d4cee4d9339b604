#include <action/action.h>

namespace forecourt {

void allow(std::vector<AllowedAction>& list, const Context& context, const ActionBase& action,
           const MaybeRefused& refused) {
    if (!context.actor().may(action.needs)) return;
    AllowedAction allowed{.name = std::string(action.name), .refused_because = {}, .refused_details = {}};
    if (refused) {
        allowed.refused_because = std::string(refused->name());
        if (!refused->details.empty()) allowed.refused_details.emplace();
        for (const auto& [name, value] : refused->details) allowed.refused_details->push_back({name, value});
    }
    list.push_back(std::move(allowed));
}

}  // namespace forecourt
