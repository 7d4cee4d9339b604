#include <db/rows.h>
#include <db/sqlite.h>

#include <gtest/gtest.h>

namespace forecourt::db {
namespace {

constexpr Sql lines_of_owner{"test.lines_of_owner",
                             "explain query plan select l.id from owner o join line l "
                             "on l.store_id = o.store_id and l.owner_id = o.id "
                             "where o.store_id = :store_id and o.asked_by = :asked_by order by l.id"};

std::string plan(Connection& connection) {
    std::string text;
    connection.query(lines_of_owner, {{"store_id", std::int64_t{1}}, {"asked_by", std::int64_t{2}}},
                     [&](const Row& row) { text += std::string(row.text(3)) + "; "; });
    return text;
}

// Seen in a settlement: it read every line of the store, because the store was taken for a narrow choice.
TEST(Planner, a_join_goes_by_more_than_the_store) {
    const auto connection = open_sqlite(":memory:", Access::read_write);
    connection->script(
        "create table owner (id bigint not null primary key, store_id bigint not null, asked_by bigint not "
        "null);"
        "create index owner_asked on owner (store_id, asked_by, id);"
        "create table line (store_id bigint not null, owner_id bigint not null, id bigint not null,"
        " primary key (store_id, owner_id, id)\n);");
    EXPECT_EQ(plan(*connection).find("SEARCH l USING COVERING INDEX sqlite_autoindex_line_1 (store_id=?);"),
              0u)
        << "without figures SQLite plans well by itself now: " << plan(*connection);
    tell_planner(*connection);
    EXPECT_EQ(plan(*connection).find("SEARCH o USING COVERING INDEX owner_asked (store_id=? AND asked_by=?)"),
              0u)
        << plan(*connection);
}

}  // namespace
}  // namespace forecourt::db
