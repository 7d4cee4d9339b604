#include <db/cache_size.h>
#include <db/sqlite.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace forecourt::db {
namespace {

TEST(CacheSize, a_reader_keeps_a_64th_of_the_memory) {
    EXPECT_EQ(reader_cache_kb(64'000'000'000), 1'000'000);
    EXPECT_EQ(reader_cache_kb(16'000'000'000), 250'000);
    EXPECT_EQ(reader_cache_kb(1'000'000'000), 48'000) << "at least";
    EXPECT_EQ(reader_cache_kb(0), 48'000) << "nobody knows how much there is";
    EXPECT_EQ(reader_cache_kb(512'000'000'000), 1'000'000) << "at most";
    EXPECT_GE(reader_cache_kb(), 48'000);
}

TEST(CacheSize, the_lowest_limit_on_the_way_up_holds) {
    const auto root = std::filesystem::temp_directory_path() / "forecourt_cache_size_test";
    std::filesystem::remove_all(root);
    std::filesystem::create_directories(root / "system.slice" / "forecourt.service");
    const auto limit = [&](const std::filesystem::path& group, const char* text) {
        std::ofstream(root / group / "memory.max") << text << "\n";
    };
    const auto found = [&] { return memory_limit(root.string(), "/system.slice/forecourt.service"); };
    EXPECT_EQ(found(), 0);
    limit("system.slice/forecourt.service", "max");
    EXPECT_EQ(found(), 0);
    limit("system.slice", "4000000000");
    EXPECT_EQ(found(), 4'000'000'000);
    limit("system.slice/forecourt.service", "2000000000");
    EXPECT_EQ(found(), 2'000'000'000);
    limit("", "1000000000");
    EXPECT_EQ(found(), 1'000'000'000);
    std::filesystem::remove_all(root);
}

TEST(CacheSize, a_reader_has_the_pages_it_was_given) {
    const auto file = (std::filesystem::temp_directory_path() / "forecourt_cache_size_test.sqlite").string();
    std::filesystem::remove(file);
    open_sqlite(file, Access::read_write)->script("create table one (id bigint not null primary key);");
    const auto reader = open_sqlite(file, Access::read_only, 250'000);
    std::int64_t kept = 0;
    reader->query(Sql{"test.cache_size", "pragma cache_size"}, {},
                  [&](const Row& row) { kept = row.number(0); });
    EXPECT_EQ(kept, -250'000);
    std::filesystem::remove(file);
}

}  // namespace
}  // namespace forecourt::db
