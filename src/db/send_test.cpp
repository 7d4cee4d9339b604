#include <db/rows.h>
#include <db/send.h>
#include <testing/engine_test.h>

namespace forecourt::db {
namespace {

constexpr Sql insert{"test.insert_block", "insert into log_id_block (name, next) values (:name, :next)"};
constexpr Sql count{"test.count_blocks", "select count(*) from log_id_block where name like 'sent%'"};

class SendTest : public testing::EngineTest {
  protected:
    void send_one(int i) { send(test.db(), insert, {{"name", "sent " + std::to_string(i)}, {"next", i}}); }
};
FORECOURT_ON_EVERY_ENGINE(SendTest);

TEST_P(SendTest, what_was_sent_is_there_for_the_next_statement) {
    for (int i = 0; i < 300; ++i) send_one(i);
    EXPECT_EQ(number(test.db(), count), 300);
}

TEST_P(SendTest, a_failure_is_told_by_what_is_waited_for) {
    test.db().script("savepoint sending");
    const auto send_twice = [&] {
        send_one(1);
        send_one(1);
        send_one(2);
        settle(test.db());
    };
    EXPECT_THROW(send_twice(), Error);
    test.db().script("rollback to savepoint sending");
    EXPECT_EQ(number(test.db(), count), 0);
    send_one(3);
    EXPECT_EQ(number(test.db(), count), 1);
}

TEST_P(SendTest, what_failed_does_not_keep_a_rollback_from_happening) {
    test.db().script("savepoint sending");
    const auto send_twice = [&] {
        send_one(1);
        send_one(1);
    };
    try {
        send_twice();
    } catch (const Error&) {
        // SQLite tells at once; PostgreSQL has not been asked.
    }
    test.db().script("rollback to savepoint sending");
    EXPECT_EQ(number(test.db(), count), 0);
}

}  // namespace
}  // namespace forecourt::db
