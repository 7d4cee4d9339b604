#include <assets/assets.h>
#include <gtest/gtest.h>
#include <services/checklists/api.h>
#include <services/standards/api.h>

namespace forecourt {
namespace {

TEST(SalesStandards, hang_together) {
    for (const char* path : {"standards/reception.json", "standards/lead_follow_up.json"}) {
        const auto* asset = assets::find(path);
        ASSERT_NE(asset, nullptr) << path;
        standards::Standard standard;
        const auto errors = reflect::from_json(standard, asset->body);
        ASSERT_TRUE(errors.empty()) << path << errors.front().path << " " << errors.front().code;
        const auto problems = standards::problems_of(standard);
        EXPECT_TRUE(problems.empty()) << path << problems.front().path << " " << problems.front().code;
    }
    ASSERT_NE(checklists::find_definition("appearance"), nullptr);
}

}  // namespace
}  // namespace forecourt
