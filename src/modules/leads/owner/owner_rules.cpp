#include <modules/leads/owner/owner.h>

#include <algorithm>

namespace forecourt::leads {
namespace {

// Keeps those who meet a wish, unless that is nobody.
template <class Wish>
void prefer(std::vector<Candidate>& candidates, Wish wish) {
    if (std::none_of(candidates.begin(), candidates.end(), wish)) return;
    std::erase_if(candidates, [&](const Candidate& one) { return !wish(one); });
}

bool waits_longer(const Candidate& a, const Candidate& b) {
    if (a.last_given_at != b.last_given_at) return a.last_given_at < b.last_given_at;  // never comes first
    if (a.open_leads != b.open_leads) return a.open_leads < b.open_leads;
    return a.user_id < b.user_id;
}

}  // namespace

std::optional<OwnerChoice> choose_owner(const std::vector<Candidate>& candidates) {
    if (candidates.empty()) return std::nullopt;
    auto left = candidates;
    prefer(left, [](const Candidate& one) { return one.present; });
    prefer(left, [](const Candidate& one) { return one.knows_model; });
    const auto chosen = std::min_element(left.begin(), left.end(), waits_longer);
    return OwnerChoice{.user_id = chosen->user_id,
                       .because = chosen->knows_model ? OwnerBecause::knows_model : OwnerBecause::rotation};
}

}  // namespace forecourt::leads
