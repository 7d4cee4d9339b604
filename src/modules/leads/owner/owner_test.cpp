#include <gtest/gtest.h>
#include <modules/leads/owner/owner.h>

namespace forecourt::leads {
namespace {

Candidate one(std::int64_t id, bool present, bool knows, std::optional<Instant> last, std::int64_t open) {
    return {
        .user_id = {id}, .present = present, .knows_model = knows, .last_given_at = last, .open_leads = open};
}

TEST(LeadOwner, is_chosen_by_presence_knowledge_and_turn) {
    using enum OwnerBecause;
    struct Case {
        const char* what;
        std::vector<Candidate> candidates;
        std::optional<OwnerChoice> chosen;
    };
    const Case cases[] = {
        {"nobody", {}, std::nullopt},
        {"the longest without one",
         {one(1, true, false, Instant{20}, 0), one(2, true, false, Instant{10}, 9)},
         OwnerChoice{{2}, rotation}},
        {"never had one comes first",
         {one(1, true, false, Instant{1}, 0), one(2, true, false, std::nullopt, 9)},
         OwnerChoice{{2}, rotation}},
        {"of two the one with fewer open",
         {one(1, true, false, Instant{5}, 4), one(2, true, false, Instant{5}, 3)},
         OwnerChoice{{2}, rotation}},
        {"else the one who joined first",
         {one(2, true, false, Instant{5}, 3), one(1, true, false, Instant{5}, 3)},
         OwnerChoice{{1}, rotation}},
        {"presence before the turn",
         {one(1, false, false, Instant{1}, 0), one(2, true, false, Instant{90}, 9)},
         OwnerChoice{{2}, rotation}},
        {"knowledge before the turn",
         {one(1, true, false, Instant{1}, 0), one(2, true, true, Instant{90}, 9)},
         OwnerChoice{{2}, knows_model}},
        {"presence before knowledge",
         {one(1, true, false, Instant{90}, 0), one(2, false, true, Instant{1}, 0)},
         OwnerChoice{{1}, rotation}},
        {"nobody present: knowledge still counts",
         {one(1, false, false, Instant{1}, 0), one(2, false, true, Instant{90}, 0)},
         OwnerChoice{{2}, knows_model}},
    };
    for (const auto& each : cases) EXPECT_EQ(choose_owner(each.candidates), each.chosen) << each.what;
}

}  // namespace
}  // namespace forecourt::leads
