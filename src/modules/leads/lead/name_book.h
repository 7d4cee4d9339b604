#pragma once
#include <modules/vehicles/api.h>
#include <services/access/api.h>

#include <map>

namespace forecourt::leads {

/// Looks each name up once per answer.
class NameBook {
  public:
    explicit NameBook(Context& context) : context_(context) {}

    const std::string& person(Id<User> id) {
        const auto [at, is_new] = people_.try_emplace(id);
        if (is_new) at->second = access::user_name(context_.db(), context_.store_id(), id);
        return at->second;
    }
    std::string model(const std::optional<Id<vehicles::Model>>& id) {
        if (!id) return {};
        const auto [at, is_new] = models_.try_emplace(*id);
        if (is_new) {
            if (const auto found = vehicles::find_model(context_.db(), context_.store_id(), *id)) {
                at->second = found->name;
            }
        }
        return at->second;
    }

  private:
    Context& context_;
    std::map<Id<User>, std::string> people_;
    std::map<Id<vehicles::Model>, std::string> models_;
};

}  // namespace forecourt::leads
