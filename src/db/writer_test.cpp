#include <db/postgresql.h>
#include <db/rows.h>
#include <db/send.h>
#include <db/sqlite.h>
#include <db/writer.h>
#include <testing/engine_test.h>
#include <testing/place.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <semaphore>
#include <vector>

namespace forecourt::db {
namespace {

Writer::Open in_memory() {
    return [] { return open_sqlite(":memory:", Access::read_write); };
}

// The disk is slow: the first group does not end until it may, so the others wait.
// security 74
TEST(Writer, who_finds_the_queue_full_is_turned_away_and_the_others_are_served) {
    std::counting_semaphore<> begun{0}, may_end{0}, answered{0};
    std::atomic<int> done{0};
    Writer writer(in_memory(), {}, {}, 3);
    const auto job = [&](bool slow) {
        return Job{.store = 1,
                   .run =
                       [&, slow](Connection&) {
                           begun.release();
                           if (slow) may_end.acquire();
                           return true;
                       },
                   .done =
                       [&](Outcome outcome) {
                           done += outcome == Outcome::committed;
                           answered.release();
                       }};
    };
    ASSERT_TRUE(writer.submit(job(true)));
    begun.acquire();
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(writer.submit(job(false))) << i;
    EXPECT_FALSE(writer.submit(job(false)));
    EXPECT_EQ(writer.stats().waiting, 3u);
    EXPECT_EQ(writer.stats().turned_away, 1u);
    may_end.release();
    for (int i = 0; i < 4; ++i) answered.acquire();
    EXPECT_EQ(done, 4);
    EXPECT_EQ(writer.stats().groups, 2u);
    EXPECT_TRUE(writer.submit(job(false)));
    answered.acquire();
}

TEST(Writer, who_meets_a_damaged_page_is_told_and_the_others_of_the_group_are_served) {
    std::counting_semaphore<> begun{0}, may_end{0}, answered{0};
    std::vector<Outcome> outcomes(4, Outcome::unknown);
    Writer writer(in_memory(), {});
    const auto submit = [&](std::size_t i, const std::function<void()>& work) {
        ASSERT_TRUE(writer.submit({.store = 1,
                                   .run =
                                       [work](Connection&) {
                                           work();
                                           return true;
                                       },
                                   .done =
                                       [&, i](Outcome outcome) {
                                           outcomes[i] = outcome;
                                           answered.release();
                                       }}));
    };
    submit(0, [&] {
        begun.release();
        may_end.acquire();
    });
    begun.acquire();
    submit(1, [] {});
    submit(2, [] { throw Error(Failure::damaged, "test", "page 7 is damaged"); });
    submit(3, [] {});
    may_end.release();
    for (int i = 0; i < 4; ++i) answered.acquire();
    EXPECT_EQ(outcomes, (std::vector<Outcome>{Outcome::committed, Outcome::committed, Outcome::damaged,
                                              Outcome::committed}));
}

constexpr Sql insert_deed{"test.insert_deed", "insert into deed (id) values (:id)"};
constexpr Sql insert_told{"test.insert_told", "insert into deed (id) values (:id) returning id"};
constexpr Sql find_deed{"test.find_deed", "select id from deed where id = :id"};
constexpr Sql all_deeds{"test.all_deeds", "select id from deed order by id"};

class WriterOnEngine : public ::testing::TestWithParam<Engine> {
  protected:
    void SetUp() override {
        std::filesystem::create_directories(place_.data_folder);
        open()->script("create table deed (id bigint not null primary key);");
    }
    void TearDown() override { std::filesystem::remove_all(place_.data_folder); }
    std::unique_ptr<Connection> open() const {
        if (GetParam() == Engine::postgresql) return open_postgresql(place_.postgresql_url);
        return open_sqlite(place_.data_folder + "/deeds.sqlite", Access::read_write);
    }

    /// Jobs that come together as one group; what came of each, and how often each was run.
    struct Together {
        std::vector<Outcome> outcomes;
        std::vector<int> runs;
    };
    Together run_together(const std::vector<std::function<bool(Connection&)>>& jobs) const {
        std::counting_semaphore<> begun{0}, may_end{0}, answered{0};
        Together together{std::vector<Outcome>(jobs.size()), std::vector<int>(jobs.size())};
        Writer writer([this] { return open(); }, {});
        const auto hold = [&](Connection&) {
            begun.release();
            may_end.acquire();
            return true;
        };
        EXPECT_TRUE(writer.submit({.store = 1, .run = hold, .done = [](Outcome) {}}));
        begun.acquire();
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            const auto run = [&, i](Connection& db) {
                ++together.runs[i];
                return jobs[i](db);
            };
            const auto done = [&, i](Outcome outcome) {
                together.outcomes[i] = outcome;
                answered.release();
            };
            EXPECT_TRUE(writer.submit({.store = 1, .run = run, .done = done}));
        }
        may_end.release();
        for (std::size_t i = 0; i < jobs.size(); ++i) answered.acquire();
        return together;
    }
    std::vector<std::int64_t> deeds() const {
        std::vector<std::int64_t> ids;
        open()->query(all_deeds, {}, [&](const Row& row) { ids.push_back(row.number(0)); });
        return ids;
    }

  private:
    std::string name_ = [] {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        return "writer_" + std::to_string(test->line()) + (GetParam() == Engine::postgresql ? "_pg" : "");
    }();
    program::Place place_ = testing::make_place(GetParam() == Engine::postgresql, name_);
};
INSTANTIATE_TEST_SUITE_P(, WriterOnEngine, ::testing::ValuesIn(testing::engines()), testing::engine_name);

std::function<bool(Connection&)> does(std::int64_t id, bool keep) {
    return [=](Connection& db) {
        send(db, insert_deed, {{"id", id}});
        return keep;
    };
}

// The first and the last of each group do one deed and keep it.
TEST_P(WriterOnEngine, who_says_no_leaves_nothing_and_takes_nothing_of_the_others) {
    const auto caught = [](const std::function<void(Connection&)>& fails) {
        return [=](Connection& db) {
            try {
                fails(db);
            } catch (const Error&) {
            }
            return false;
        };
    };
    // SQLite takes back by itself what a failed statement had changed.
    const bool on_postgresql = GetParam() == Engine::postgresql;
    struct Case {
        const char* what;
        std::function<bool(Connection&)> says_no;
        bool again;  // whether the group has to be run once more
    };
    const std::vector<Case> cases{
        {"before anything", [](Connection&) { return false; }, false},
        {"after reading",
         [](Connection& db) {
             return number(db, find_deed, {{"id", 7}}).has_value();
         },
         false},
        {"after a change", does(5, false), true},
        {"after a change it was told of",
         [](Connection& db) {
             return number(db, insert_told, {{"id", 5}}) == 6;
         },
         true},
        {"after a failure", caught([](Connection& db) {
             db.execute(insert_deed, {{"id", 1}});
         }),
         on_postgresql},
    };
    for (const auto& [what, says_no, again] : cases) {
        SCOPED_TRACE(what);
        open()->script("delete from deed;");
        const auto together = run_together({does(1, true), says_no, does(3, true)});
        EXPECT_EQ(together.outcomes,
                  (std::vector<Outcome>{Outcome::committed, Outcome::rolled_back, Outcome::committed}));
        EXPECT_EQ(deeds(), (std::vector<std::int64_t>{1, 3}));
        EXPECT_EQ(together.runs[0], again ? 2 : 1);
        EXPECT_EQ(together.runs[1], again ? 2 : 1);
        EXPECT_EQ(together.runs[2], 1);
    }
}

}  // namespace
}  // namespace forecourt::db
