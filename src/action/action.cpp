#include <action/action.h>

namespace forecourt {

void allow(std::vector<AllowedAction>& list, const Context& context, const ActionBase& action,
           const MaybeRefused& refused) {
    if (!context.actor().may(action.needs)) return;
    AllowedAction allowed{.name = std::string(action.name), .refused_because = {}};
    if (refused) allowed.refused_because = std::string(refused->name());
    list.push_back(std::move(allowed));
}

}  // namespace forecourt
