#include <db/id_list.h>

#include <gtest/gtest.h>

#include <set>

namespace forecourt::db {
namespace {

TEST(IdList, each_id_is_asked_for_and_every_place_is_filled) {
    const std::pair<std::size_t, std::size_t> cases[] = {{0, 0}, {1, 1}, {24, 1}, {25, 1}, {26, 2}, {60, 3}};
    for (const auto& [count, runs] : cases) {
        std::vector<std::int64_t> ids;
        for (std::size_t i = 0; i < count; ++i) ids.push_back(100 + static_cast<std::int64_t>(i));
        const auto all = params_of_ids(ids);
        EXPECT_EQ(all.size(), runs) << count;
        std::set<std::int64_t> asked;
        for (const auto& params : all) {
            for (int place = 1; place <= 25; ++place)
                asked.insert(std::get<std::int64_t>(params.value("id_" + std::to_string(place))));
        }
        EXPECT_EQ(asked, std::set<std::int64_t>(ids.begin(), ids.end())) << count;
    }
}

}  // namespace
}  // namespace forecourt::db
