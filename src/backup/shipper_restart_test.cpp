#include <testing/shipping_setting.h>

#include <fstream>

namespace forecourt::backup {
namespace {

class ShipperRestartTest : public ShippingSetting {};
INSTANTIATE_TEST_SUITE_P(into, ShipperRestartTest, ::testing::Values(Place::folder, Place::bucket),
                         name_of_place);

TEST_P(ShipperRestartTest, goes_on_after_a_restart_with_what_was_committed_meanwhile) {
    note(1);
    start();
    wait_until_shipped();
    for (std::int64_t bit = 2; bit < 64; bit *= 4) {
        // The last ones are committed when nothing is shipped any more.
        note(bit);
        shipper_.reset();
        note(bit * 2);
        stop();
        open();
        start();
        wait_until_shipped();
        EXPECT_EQ(shipper_->figures().generations, 0U);
    }
    // Through checkpoints too: the log begins anew each time.
    for (int i = 0; i < 500; ++i) note(1, 3000);
    stop();
    open();
    start();
    wait_until_shipped();
    stop();
    EXPECT_EQ(restored_sum(), 127 + 500);
    EXPECT_EQ(generations_in(*depot()).whole.size(), 1U);
}

TEST_P(ShipperRestartTest, goes_on_after_the_program_was_killed) {
    start();
    wait_until_shipped();
    note(1);
    wait_until_shipped();
    shipper_.reset();
    note(2);
    // As it lies there at this moment: nobody closes it.
    disk::copy(store(), root_ + "/killed", disk::copy_options::recursive);
    stop();
    disk::remove_all(store());
    disk::rename(root_ + "/killed", store());
    open();
    start();
    wait_until_shipped();
    note(4);
    stop();
    EXPECT_EQ(restored_sum(), 7);
    EXPECT_EQ(generations_in(*depot()).whole.size(), 1U);
}

TEST_P(ShipperRestartTest, makes_a_new_base_after_a_restart_where_nothing_proves_what_came_between) {
    const std::string file = store() + "/forecourt.sqlite";
    struct Case {
        const char* what;
        std::function<void()> meanwhile;
    };
    const std::vector<Case> cases{
        {"another program wrote and closed the log",
         [&] { db::open_sqlite(file, db::Access::read_write)->script("insert into noted values (1, '')"); }},
        {"the disk has lost a commit",
         [&] { disk::resize_file(file + "-wal", disk::file_size(file + "-wal") - 1); }},
        {"where it was left is not known", [&] { disk::remove(file + ".shipped"); }},
        {"or makes no sense", [&] { std::ofstream(file + ".shipped") << "?"; }},
        {"another has shipped on there",
         [&] {
             const auto there = depot();
             const auto latest = generations_in(*there).whole.back() + "/latest";
             there->put(latest, seal_latest(key_, generations_in(*there).whole.back(),
                                            {.sequence = 1000, .hash = "", .until = now()}));
         }},
        {"what says how far it had come was changed",
         [&] { depot()->put(generations_in(*depot()).whole.back() + "/latest", "?"); }},
        {"its base was thrown away",
         [&] { depot()->remove(generations_in(*depot()).whole.back() + "/" + base_name); }},
    };
    start();
    wait_until_shipped();
    std::int64_t expected = 0;
    for (const auto& [what, meanwhile] : cases) {
        SCOPED_TRACE(what);
        note(1);
        note(1);
        wait_until_shipped();
        stop();
        meanwhile();
        open();
        expected = sum_in(store());
        start();
        wait_until_shipped();
        EXPECT_EQ(shipper_->figures().generations, 1U);
    }
    EXPECT_EQ(expected, 2 * 7 + 1 - 1);
    stop();
    EXPECT_EQ(restored_sum(), expected);
}

TEST_P(ShipperRestartTest, goes_on_after_a_restart_when_the_place_was_away) {
    start();
    wait_until_shipped();
    note(1);
    wait_until_shipped();
    stop();
    open();
    go_away();
    start();
    note(2);
    wait_for_trouble();
    come_back();
    wait_until_shipped();
    stop();
    EXPECT_EQ(restored_sum(), 3);
    EXPECT_EQ(generations_in(*depot()).whole.size(), 1U);
}

}  // namespace
}  // namespace forecourt::backup
