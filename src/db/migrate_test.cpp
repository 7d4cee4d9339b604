#include <db/migrate.h>
#include <db/rows.h>
#include <db/sqlite.h>

#include <gtest/gtest.h>

#include <filesystem>

namespace forecourt::db {
namespace {

constexpr Sql count_tables{"test.count_tables",
                           "select count(*) from sqlite_schema where name in ('one', 'two', 'three')"};
constexpr Migration first{"test", 1, "one", "create table one (id bigint not null primary key);"};
constexpr Migration second{"test", 2, "two", "create table two (id bigint not null primary key);"};
constexpr Migration third{"test", 3, "three", "create table three (id bigint not null primary key);"};
constexpr Migration broken{"test", 3, "three", "create table three (id bigint not null no such word);"};

std::string refusal(Connection& connection, std::vector<Migration> steps) {
    try {
        run_migrations(connection, steps);
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

TEST(Migrate, an_upgrade_happens_whole_or_not_at_all) {
    const auto connection = open_sqlite(":memory:", Access::read_write);
    EXPECT_EQ(refusal(*connection, {first}), "");
    EXPECT_NE(refusal(*connection, {first, second, broken}), "");
    EXPECT_EQ(number(*connection, count_tables), 1);
    EXPECT_EQ(refusal(*connection, {first, second, third}), "");
    EXPECT_EQ(number(*connection, count_tables), 3);
}

TEST(Migrate, an_older_program_is_told_both_schemas_and_the_step) {
    const auto connection = open_sqlite(":memory:", Access::read_write);
    EXPECT_EQ(refusal(*connection, {first, second}), "");
    const auto why = refusal(*connection, {first});
    EXPECT_NE(why.find("the data has schema 2, this program knows schema 1"), std::string::npos) << why;
    EXPECT_NE(why.find("step 2 of test (two) was made by a newer program"), std::string::npos) << why;
}

TEST(Migrate, a_step_whose_text_changed_is_refused) {
    const auto connection = open_sqlite(":memory:", Access::read_write);
    EXPECT_EQ(refusal(*connection, {third}), "");
    const auto why = refusal(*connection, {broken});
    EXPECT_NE(why.find("step 3 of test (three) had another text"), std::string::npos) << why;
}

TEST(Migrate, a_copy_has_its_name_only_when_it_is_whole) {
    const auto folder = std::filesystem::temp_directory_path() / "forecourt_migrate_test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto connection = open_sqlite((folder / "a").string(), Access::read_write);
    connection->script(first.text);
    const auto copy = (folder / "copy").string();
    // Twice: what an upgrade that was cut short has left makes room for the new copy.
    for (int i = 0; i < 2; ++i) keep_sqlite_copy(*connection, copy);
    EXPECT_FALSE(std::filesystem::exists(copy + ".part"));
    EXPECT_EQ(number(*open_sqlite(copy, Access::read_only), count_tables), 1);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace forecourt::db
