#include <db/migrate.h>
#include <db/postgresql.h>
#include <db/rows.h>
#include <db/send.h>
#include <db/turn.h>
#include <program/modules.h>
#include <testing/place.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <future>
#include <thread>

// A server that hangs, warns, goes away, or is shared with another copy of the program.
namespace forecourt::db {
namespace {

using namespace std::chrono_literals;

constexpr Sql count_rows{"test.count_rows", "select count(*) from deed"};
constexpr Sql insert_row{"test.insert_row", "insert into deed (id) values (1)"};
constexpr Sql sleep_long{"test.sleep_long", "select pg_sleep(3)"};
constexpr Sql wal_position{"test.wal_position",
                           "select cast(pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as bigint)"};
constexpr Sql open_transactions{"test.open_transactions",
                                "select count(*) from pg_stat_activity where datname = current_database() "
                                "and state = 'idle in transaction'"};
constexpr Patience short_patience{.statement = 300ms, .commit = 300ms};

class PostgresTest : public ::testing::Test {
  protected:
    void SetUp() override {
        if (std::getenv("FORECOURT_TEST_PG") == nullptr) GTEST_SKIP() << "no PostgreSQL to test with";
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        place_ = testing::make_place(true, std::string("pg_") + std::to_string(test->line()));
        plain_ = open_postgresql(url());
        plain_->script("create table deed (id bigint not null primary key)");
    }
    const std::string& url() const { return place_.postgresql_url; }
    std::int64_t rows() { return number(*plain_, count_rows).value_or(-1); }
    /// What each COMMIT of a deed does before it is one.
    void at_commit(const std::string& deed) {
        plain_->script("create function at_commit() returns trigger language plpgsql as $$ begin " + deed +
                       "; return null; end $$; create constraint trigger at_commit after insert on deed "
                       "deferrable initially deferred for each row execute function at_commit()");
    }
    /// And waits until they have ended: told to, they end a moment later.
    void end_all_links() {
        plain_->script(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity "
            "where datname = current_database() and pid <> pg_backend_pid()");
    }

    program::Place place_;
    std::unique_ptr<Connection> plain_;
};

Failure failure(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.failure;
    }
    ADD_FAILURE() << "nothing failed";
    return Failure::other;
}

Outcome run(Writer& writer) {
    std::promise<Outcome> outcome;
    writer.submit({.store = 1,
                   .run =
                       [](Connection& db) {
                           db.execute(insert_row);
                           return true;
                       },
                   .done = [&](Outcome what) { outcome.set_value(what); }});
    return outcome.get_future().get();
}

TEST_F(PostgresTest, a_statement_that_does_not_answer_is_given_up_and_its_link_too) {
    const auto connection = open_postgresql(url(), short_patience);
    const auto began = std::chrono::steady_clock::now();
    connection->begin();
    EXPECT_EQ(failure([&] { connection->execute(sleep_long); }), Failure::unavailable);
    connection->rollback();
    EXPECT_EQ(failure([&] { connection->begin(); }), Failure::unavailable);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 2s);
}

TEST_F(PostgresTest, a_commit_that_does_not_answer_is_unknown_and_the_writer_goes_on) {
    at_commit("perform pg_sleep(1)");
    Writer writer([&] { return open_postgresql(url(), short_patience); }, {});
    EXPECT_EQ(run(writer), Outcome::unknown);
    EXPECT_EQ(rows(), 0);
    std::this_thread::sleep_for(1500ms);
    EXPECT_EQ(rows(), 1);  // it was not nothing
    plain_->script("drop trigger at_commit on deed; delete from deed");
    EXPECT_EQ(run(writer), Outcome::committed);
}

TEST_F(PostgresTest, tells_whether_pages_have_checksums) { EXPECT_TRUE(has_page_checksums(*plain_)); }

TEST_F(PostgresTest, a_commit_that_warns_is_unknown) {
    at_commit("raise warning 'the transaction has already committed locally'");
    Writer writer([&] { return open_postgresql(url()); }, {});
    EXPECT_EQ(run(writer), Outcome::unknown);
    EXPECT_EQ(rows(), 1);
}

TEST_F(PostgresTest, a_commit_of_what_has_failed_is_none) {
    const auto connection = open_postgresql(url());
    connection->begin();
    connection->execute(insert_row);
    EXPECT_EQ(failure([&] { connection->execute(insert_row); }), Failure::unique);
    EXPECT_EQ(failure([&] { connection->commit(); }), Failure::conflict);
    EXPECT_EQ(rows(), 0);
}

// Its COMMIT is sent and its answer taken later: the server must not be left inside of it, and the next
// transaction sees what came since.
TEST_F(PostgresTest, a_transaction_that_only_reads_ends_at_once) {
    const auto reader = open_postgresql(url());
    reader->begin_read();
    EXPECT_EQ(number(*reader, count_rows), 0);
    plain_->execute(insert_row);
    EXPECT_EQ(number(*reader, count_rows), 0);
    reader->commit();
    const auto until = std::chrono::steady_clock::now() + 5s;
    while (number(*plain_, open_transactions) != 0 && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(5ms);
    EXPECT_EQ(number(*plain_, open_transactions), 0);
    reader->begin_read();
    EXPECT_EQ(number(*reader, count_rows), 1);
    reader->commit();
    reader->begin();
    EXPECT_EQ(number(*reader, count_rows), 1);
    reader->rollback();
}

TEST_F(PostgresTest, readers_and_writers_find_the_database_again) {
    Database database({.sqlite_file = {}, .postgresql_url = url()});
    database.start();
    std::int64_t seen = 0;
    const auto look = [&](Connection& db) { seen = number(db, count_rows).value_or(-1); };
    // Two readers at one time leave two links.
    database.read([&](Connection&) { database.read(look); });
    end_all_links();
    seen = -1;
    database.read(look);
    EXPECT_EQ(seen, 0);
    end_all_links();
    std::promise<Outcome> outcome;
    database.submit({.store = 1,
                     .run = [](Connection& db) { return db.execute(insert_row) == 1; },
                     .done = [&](Outcome what) { outcome.set_value(what); }});
    EXPECT_EQ(outcome.get_future().get(), Outcome::committed);
    EXPECT_EQ(rows(), 1);
}

TEST_F(PostgresTest, copies_that_start_together_bring_the_schema_up_to_date_once) {
    const auto modules = program::every_module().names();
    for (int round = 0; round < 5; ++round) {
        plain_->script("drop schema public cascade; create schema public");
        std::vector<std::future<void>> copies;
        for (int i = 0; i < 4; ++i) {
            copies.push_back(std::async(std::launch::async, [&] {
                Database({.sqlite_file = {}, .postgresql_url = url()}).migrate(modules);
            }));
        }
        for (auto& copy : copies) EXPECT_NO_THROW(copy.get());
    }
}

TEST_F(PostgresTest, one_copy_at_a_time_has_the_turn_and_another_takes_it_over) {
    Database database({.sqlite_file = {}, .postgresql_url = url()});
    Turn first(database), second(database);
    EXPECT_TRUE(first.is_ours());
    EXPECT_TRUE(first.is_ours());
    EXPECT_FALSE(second.is_ours());
    end_all_links();
    EXPECT_FALSE(second.is_ours());  // finds its link gone, and so does the first
    EXPECT_FALSE(first.is_ours());
    EXPECT_TRUE(second.is_ours());
    EXPECT_FALSE(first.is_ours());
}

// A transaction that writes nothing would be told as done before any standby has what it read.
TEST_F(PostgresTest, what_was_confirmed_waits_for_the_standby) {
    const auto moved = [&](bool confirmed) {
        const auto before = number(*plain_, wal_position);
        const auto connection = open_postgresql(url());
        connection->begin();
        number(*connection, count_rows);
        if (confirmed) confirm(*connection);
        connection->commit();
        return number(*plain_, wal_position) != before;
    };
    EXPECT_TRUE(moved(true));
}

}  // namespace
}  // namespace forecourt::db
