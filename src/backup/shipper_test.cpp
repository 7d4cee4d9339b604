#include <backup/point_in_time.h>
#include <backup/shipper.h>
#include <db/sqlite.h>
#include <files/blob_store.h>
#include <secrets/keys.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace forecourt::backup {
namespace {

namespace disk = std::filesystem;
constexpr const char* passphrase = "correct horse battery";
constexpr db::Sql insert_number{"test.insert_number",
                                "insert into noted (number, filler) values (:number, :filler)"};
constexpr db::Sql sum_numbers{"test.sum_numbers", "select coalesce(sum(number), 0) from noted"};

Instant now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

class ShipperTest : public ::testing::Test {
  protected:
    ShipperTest() {
        std::string pattern = (disk::temp_directory_path() / "forecourt-shipper-XXXXXX").string();
        root_ = mkdtemp(pattern.data());
        disk::create_directories(store() + "/files");
        disk::create_directories(ship());
        key_ = secrets::KeyRing::load_or_create(store()).lasting_key(secrets::Purpose::shipping);
        copy_ = std::make_unique<db::LogCopy>(store() + "/forecourt.sqlite", now, 64 << 20);
        database_ = std::make_unique<db::Database>(db::Settings{
            .sqlite_file = store() + "/forecourt.sqlite", .postgresql_url = {}, .log_copy = copy_.get()});
        database_->connect()->script("create table noted (number bigint not null, filler text not null)");
        database_->start();
    }
    ~ShipperTest() override {
        shipper_.reset();
        database_.reset();
        disk::remove_all(root_);
    }
    std::string store() const { return root_ + "/store"; }
    std::string ship() const { return root_ + "/ship"; }
    std::string back() const { return root_ + "/back"; }

    void start() {
        shipper_ = std::make_unique<Shipper>(*database_, *copy_,
                                             ShipSettings{.folder = ship(),
                                                          .passphrase = passphrase,
                                                          .data_folder = store(),
                                                          .key = key_,
                                                          .every = {20},
                                                          .base_every = base_every_,
                                                          .keep = keep_,
                                                          .clock = now,
                                                          .trouble = {}});
    }
    void wait_until_shipped() {
        const Instant asked = now();
        for (int i = 0; i < 1000 && shipper_->figures().until.value_or(Instant{}) <= asked; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        EXPECT_GT(shipper_->figures().until.value_or(Instant{}), asked) << shipper_->figures().trouble;
    }
    void note(std::int64_t number, std::size_t filler = 10) {
        std::promise<db::Outcome> done;
        database_->submit(
            {.store = 1,
             .run =
                 [&](db::Connection& db) {
                     db.execute(insert_number, {{"number", number}, {"filler", std::string(filler, 'f')}});
                     return true;
                 },
             .done = [&](db::Outcome outcome) { done.set_value(outcome); }});
        ASSERT_EQ(done.get_future().get(), db::Outcome::committed);
    }
    /// Ones, until so many bases were shipped.
    void note_until_made(std::uint64_t generations) {
        for (int i = 0; i < 20'000 && shipper_->figures().generations < generations; ++i) {
            note(1);
            ++noted_;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        EXPECT_GE(shipper_->figures().generations, generations) << shipper_->figures().trouble;
    }
    std::int64_t sum_in(const std::string& folder) const {
        std::int64_t sum = 0;
        const auto db = db::open_sqlite(folder + "/forecourt.sqlite", db::Access::read_write);
        std::string verdict;
        db->query(db::Sql{"test.check", "pragma integrity_check"}, {},
                  [&](const db::Row& row) { verdict = row.text(0); });
        EXPECT_EQ(verdict, "ok");
        db->query(sum_numbers, {}, [&](const db::Row& row) { sum = row.number(0); });
        return sum;
    }
    std::int64_t restored_sum(std::optional<Instant> at = std::nullopt) const {
        disk::remove_all(back());
        restore_shipped(ship(), back(), passphrase, at);
        return sum_in(back());
    }
    std::string refusal(std::optional<Instant> at = std::nullopt) const {
        try {
            restored_sum(at);
            return "";
        } catch (const std::exception& error) {
            EXPECT_FALSE(disk::exists(back()));
            return error.what();
        }
    }

    std::string root_;
    secrets::Key key_{};
    Duration base_every_ = hours(24);
    Duration keep_ = days(14);
    std::int64_t noted_ = 0;
    std::unique_ptr<db::LogCopy> copy_;
    std::unique_ptr<db::Database> database_;
    std::unique_ptr<Shipper> shipper_;
};

TEST_F(ShipperTest, brings_back_what_was_committed_before_and_after_the_base_through_many_checkpoints) {
    note(1);
    start();
    wait_until_shipped();
    // The writer makes a checkpoint each 200 groups, and the log begins anew.
    for (int i = 0; i < 1000; ++i) note(10, static_cast<std::size_t>(i) * 7 % 9000);
    shipper_.reset();
    EXPECT_EQ(restored_sum(), 10'001);
    EXPECT_EQ(generations_in(ship()).size(), 1U);
}

TEST_F(ShipperTest, goes_back_to_a_moment_commit_by_commit) {
    start();
    wait_until_shipped();
    std::vector<Instant> after;
    for (int i = 0; i < 5; ++i) {
        note(1);
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
        after.push_back(now());
        std::this_thread::sleep_for(std::chrono::milliseconds(db::longest_together.ms));
    }
    shipper_.reset();
    for (int i = 0; i < 5; ++i) EXPECT_EQ(restored_sum(after[i]), i + 1);
    EXPECT_NE(refusal(after[0] - hours(1)).find("before the first base"), std::string::npos);
}

TEST_F(ShipperTest, a_new_base_takes_over_without_a_gap_and_the_store_can_go_back_before_it) {
    base_every_ = {1};
    start();
    note_until_made(2);
    std::this_thread::sleep_for(std::chrono::milliseconds(db::longest_together.ms));
    const Instant in_the_middle = now();
    const auto noted_then = noted_;
    note_until_made(4);
    shipper_.reset();
    EXPECT_EQ(restored_sum(), noted_);
    EXPECT_EQ(restored_sum(in_the_middle), noted_then);
}

TEST_F(ShipperTest, when_another_program_moves_the_log_on_a_new_base_is_made) {
    start();
    wait_until_shipped();
    note(1);
    {
        const auto other = database_->connect();
        other->script("insert into noted values (2, '')");
        other->query(db::Sql{"test.checkpoint", "pragma wal_checkpoint(truncate)"}, {},
                     [](const db::Row&) {});
    }
    note(4);
    wait_until_shipped();
    shipper_.reset();
    EXPECT_EQ(restored_sum(), 7);
}

TEST_F(ShipperTest, works_on_while_the_folder_is_gone_and_sends_what_waited) {
    start();
    wait_until_shipped();
    disk::rename(ship(), ship() + ".away");
    note(1);
    for (int i = 0; i < 1000 && shipper_->figures().failures == 0; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    EXPECT_NE(shipper_->figures().trouble.find("is not there"), std::string::npos);
    note(2);
    disk::rename(ship() + ".away", ship());
    wait_until_shipped();
    EXPECT_EQ(shipper_->figures().trouble, "");
    shipper_.reset();
    EXPECT_EQ(restored_sum(), 3);
}

TEST_F(ShipperTest, sends_files_sealed_and_keys_only_inside_the_base) {
    const files::BlobStore files(store() + "/files");
    const auto before = files.put("a photo from before");
    start();
    wait_until_shipped();
    const auto after = files.put("a photo from after");
    note(1, 5000);
    shipper_.reset();
    std::string everything;
    for (const auto& entry : disk::recursive_directory_iterator(ship())) {
        if (entry.is_regular_file()) everything += bytes_of_file(entry.path());
    }
    for (const auto* clear : {"a photo from", "forecourt keys", "ffffffff", "SQLite format"}) {
        EXPECT_EQ(everything.find(clear), std::string::npos) << clear;
    }
    EXPECT_EQ(restored_sum(), 1);
    const files::BlobStore restored(back() + "/files");
    EXPECT_EQ(restored.verify(before), files::BlobStore::Verdict::intact);
    EXPECT_EQ(restored.verify(after), files::BlobStore::Verdict::intact);
}

TEST_F(ShipperTest, what_is_missing_or_changed_is_told_and_leaves_nothing) {
    start();
    wait_until_shipped();
    for (int i = 0; i < 3; ++i) {
        note(1);
        wait_until_shipped();
    }
    shipper_.reset();
    const std::string generation = ship() + "/" + generations_in(ship()).front() + "/";
    const auto expect = [&](const std::string& file, const std::string& bytes, const std::string& told) {
        const auto whole = bytes_of_file(generation + file);
        if (bytes.empty()) {
            disk::remove(generation + file);
        } else {
            std::ofstream(generation + file, std::ios::binary) << bytes;
        }
        EXPECT_NE(refusal().find(told), std::string::npos) << file;
        std::ofstream(generation + file, std::ios::binary) << whole;
    };
    expect("000000002", "", "segment 2 of ");
    expect("000000003", "", "segment 3 of ");
    expect("000000002", bytes_of_file(generation + "000000001"), "belongs elsewhere");
    auto bytes = bytes_of_file(generation + "000000003");
    bytes[bytes.size() / 2] ^= 1;
    expect("000000003", bytes, "segment 3 of ");
    expect("latest", "", "latest");
    EXPECT_EQ(refusal(), "");
}

TEST_F(ShipperTest, generations_that_are_no_longer_needed_are_thrown_away_whole) {
    base_every_ = {1};
    keep_ = {1};
    start();
    note_until_made(4);
    shipper_.reset();
    EXPECT_LE(generations_in(ship()).size(), 3U);
    EXPECT_EQ(restored_sum(), noted_);
}

TEST_F(ShipperTest, what_a_base_that_was_cut_short_has_left_is_cleared_away) {
    const std::string half = ship() + "/" + new_generation_name(now());
    disk::create_directory(half);
    std::ofstream(half + "/base.sealed.part") << "half";
    start();
    wait_until_shipped();
    EXPECT_FALSE(disk::exists(half));
    EXPECT_TRUE(disk::exists(ship() + "/files"));
}

TEST_F(ShipperTest, another_stores_folder_is_left_alone) {
    std::ofstream(ship() + "/owner") << "somebody else\n";
    start();
    for (int i = 0; i < 500 && shipper_->figures().failures == 0; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    EXPECT_NE(shipper_->figures().trouble.find("another store's"), std::string::npos);
    EXPECT_TRUE(generations_in(ship()).empty());
}

}  // namespace
}  // namespace forecourt::backup
