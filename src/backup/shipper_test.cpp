#include <anchors/anchor.h>
#include <backup/bucket_depot.h>
#include <backup/folder_depot.h>
#include <backup/point_in_time.h>
#include <backup/shipper.h>
#include <db/sqlite.h>
#include <files/blob_store.h>
#include <secrets/keys.h>
#include <testing/relay.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

// Into a folder, and into a bucket where there is a server to test with (tools/test_s3).
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

enum class Place { folder, bucket };

class ShipperTest : public ::testing::TestWithParam<Place> {
  protected:
    ShipperTest() {
        std::string pattern = (disk::temp_directory_path() / "forecourt-shipper-XXXXXX").string();
        root_ = mkdtemp(pattern.data());
        disk::create_directories(store() + "/files");
        disk::create_directories(ship());
        key_ = secrets::KeyRing::load_or_create(store()).lasting_key(secrets::Purpose::shipping);
        open();
        database_->connect()->script("create table noted (number bigint not null, filler text not null)");
    }
    void SetUp() override {
        const char* url = std::getenv("FORECOURT_TEST_S3");
        if (GetParam() == Place::folder) return;
        if (url == nullptr) GTEST_SKIP() << "no S3 server to test with";
        relay_ = std::make_unique<testing::Relay>(url);
    }
    ~ShipperTest() override {
        shipper_.reset();
        database_.reset();
        disk::remove_all(root_);
    }
    std::string store() const { return root_ + "/store"; }
    std::string ship() const { return root_ + "/ship"; }
    std::string back() const { return root_ + "/back"; }
    // Buckets keep what earlier runs put into them, so each test has a folder of its own. Names come in small
    // pages, and a base in small pieces.
    std::unique_ptr<Depot> depot() const {
        if (GetParam() == Place::folder) return std::make_unique<FolderDepot>(ship());
        files::S3Settings settings;
        settings.url = relay_->url();
        settings.bucket = "forecourt";
        settings.prefix = disk::path(root_).filename().string() + "/ship";
        settings.access_key = settings.secret_key = "S3RVER";
        settings.patience = std::chrono::milliseconds(300);
        settings.page = 5;
        return std::make_unique<BucketDepot>(settings, 1000);
    }
    void go_away() const { relay_ ? relay_->shut() : disk::rename(ship(), ship() + ".away"); }
    void come_back() const { relay_ ? relay_->open() : disk::rename(ship() + ".away", ship()); }
    void wait_for_trouble() const {
        for (int i = 0; i < 1000 && shipper_->figures().failures == 0; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
    /// Of all that lies in a folder of the depot.
    std::vector<std::string> all_names(const std::string& folder = "") const {
        std::vector<std::string> all;
        const auto there = depot();
        for (const auto& name : there->names_in(folder)) {
            const auto whole = folder.empty() ? name : folder + "/" + name;
            const auto below = all_names(whole);
            if (below.empty()) all.push_back(whole);
            all.insert(all.end(), below.begin(), below.end());
        }
        return all;
    }

    void open() {
        copy_ = std::make_unique<db::LogCopy>(store() + "/forecourt.sqlite", now, 64 << 20);
        database_ = std::make_unique<db::Database>(db::Settings{
            .sqlite_file = store() + "/forecourt.sqlite", .postgresql_url = {}, .log_copy = copy_.get()});
        database_->start();
    }
    /// Not in the middle of anything.
    void stop() {
        shipper_.reset();
        database_.reset();
        copy_.reset();
    }
    void start() {
        shipper_ = std::make_unique<Shipper>(*database_, *copy_,
                                             ShipSettings{.depot = depot(),
                                                          .passphrase = passphrase,
                                                          .data_folder = store(),
                                                          .anchor_file = anchor_file_,
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
        restore_shipped(*depot(), back(), passphrase, at);
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
    std::string anchor_file_;
    std::unique_ptr<testing::Relay> relay_;
    std::unique_ptr<db::LogCopy> copy_;
    std::unique_ptr<db::Database> database_;
    std::unique_ptr<Shipper> shipper_;
};

TEST_P(ShipperTest, brings_back_what_was_committed_before_and_after_the_base_through_many_checkpoints) {
    note(1);
    start();
    wait_until_shipped();
    // The writer makes a checkpoint each 200 groups, and the log begins anew.
    for (int i = 0; i < 1000; ++i) note(10, static_cast<std::size_t>(i) * 7 % 9000);
    shipper_.reset();
    EXPECT_EQ(restored_sum(), 10'001);
    EXPECT_EQ(generations_in(*depot()).whole.size(), 1U);
}

TEST_P(ShipperTest, goes_back_to_a_moment_commit_by_commit) {
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

TEST_P(ShipperTest, a_new_base_takes_over_without_a_gap_and_the_store_can_go_back_before_it) {
    base_every_ = {1};
    start();
    note_until_made(2);
    std::this_thread::sleep_for(std::chrono::milliseconds(db::longest_together.ms));
    const Instant in_the_middle = now();
    const auto noted_then = noted_;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    note_until_made(4);
    shipper_.reset();
    EXPECT_EQ(restored_sum(), noted_);
    EXPECT_EQ(restored_sum(in_the_middle), noted_then);
}

TEST_P(ShipperTest, goes_on_after_a_restart_with_what_was_committed_meanwhile) {
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

TEST_P(ShipperTest, goes_on_after_the_program_was_killed) {
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

TEST_P(ShipperTest, makes_a_new_base_after_a_restart_where_nothing_proves_what_came_between) {
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
    EXPECT_EQ(expected, 2 * 6 + 1 - 1);
    stop();
    EXPECT_EQ(restored_sum(), expected);
}

TEST_P(ShipperTest, goes_on_after_a_restart_when_the_place_was_away) {
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

TEST_P(ShipperTest, when_another_program_moves_the_log_on_a_new_base_is_made) {
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

TEST_P(ShipperTest, works_on_while_the_place_is_away_and_sends_what_waited) {
    start();
    wait_until_shipped();
    go_away();
    note(1);
    wait_for_trouble();
    EXPECT_NE(shipper_->figures().trouble.find(depot()->where()), std::string::npos);
    note(2);
    come_back();
    wait_until_shipped();
    EXPECT_EQ(shipper_->figures().trouble, "");
    shipper_.reset();
    EXPECT_EQ(restored_sum(), 3);
}

TEST_P(ShipperTest, a_place_that_comes_back_empty_is_not_filled) {
    start();
    wait_until_shipped();
    depot()->remove(owner_name);
    wait_for_trouble();
    EXPECT_NE(shipper_->figures().trouble.find("has lost what was shipped"), std::string::npos);
    EXPECT_FALSE(depot()->exists(owner_name));
}

TEST_P(ShipperTest, sends_files_sealed_and_keys_only_inside_the_base) {
    const files::BlobStore files(store() + "/files");
    const auto before = files.put("a photo from before");
    start();
    wait_until_shipped();
    const auto after = files.put("a photo from after");
    note(1, 5000);
    shipper_.reset();
    std::string everything;
    for (const auto& name : all_names()) everything += depot()->get(name).value();
    EXPECT_GT(everything.size(), 1000U);
    for (const auto* clear : {"a photo from", "forecourt keys", "ffffffff", "SQLite format"}) {
        EXPECT_EQ(everything.find(clear), std::string::npos) << clear;
    }
    EXPECT_EQ(restored_sum(), 1);
    const files::BlobStore restored(back() + "/files");
    EXPECT_EQ(restored.verify(before), files::BlobStore::Verdict::intact);
    EXPECT_EQ(restored.verify(after), files::BlobStore::Verdict::intact);
}

TEST_P(ShipperTest, what_is_missing_or_changed_is_told_and_leaves_nothing) {
    start();
    wait_until_shipped();
    for (int i = 0; i < 3; ++i) {
        note(1);
        wait_until_shipped();
    }
    shipper_.reset();
    const auto there = depot();
    const std::string generation = generations_in(*there).whole.front() + "/";
    const auto expect = [&](const std::string& file, const std::string& bytes, const std::string& told) {
        const auto whole = there->get(generation + file).value();
        if (bytes.empty()) {
            there->remove(generation + file);
        } else {
            there->put(generation + file, bytes);
        }
        EXPECT_NE(refusal().find(told), std::string::npos) << file;
        there->put(generation + file, whole);
    };
    expect("000000002", "", "segment 2 of ");
    expect("000000003", "", "segment 3 of ");
    expect("000000002", there->get(generation + "000000001").value(), "belongs elsewhere");
    auto bytes = there->get(generation + "000000003").value();
    bytes[bytes.size() / 2] ^= 1;
    expect("000000003", bytes, "segment 3 of ");
    expect("latest", "", "latest");
    expect(base_name, "", "nothing was shipped");
    const std::string of_base =
        GetParam() == Place::folder ? base_name : base_name + std::string(".000000001");
    bytes = there->get(generation + of_base).value();
    bytes[bytes.size() / 2] ^= 1;
    expect(of_base, bytes, "damaged");
    EXPECT_EQ(refusal(), "");
}

TEST_P(ShipperTest, generations_that_are_no_longer_needed_are_thrown_away_whole) {
    base_every_ = {1};
    keep_ = {1};
    start();
    note_until_made(4);
    shipper_.reset();
    EXPECT_LE(generations_in(*depot()).whole.size(), 3U);
    EXPECT_TRUE(generations_in(*depot()).begun.empty());
    EXPECT_EQ(restored_sum(), noted_);
}

TEST_P(ShipperTest, what_a_base_that_was_cut_short_has_left_is_cleared_away) {
    const std::string half = new_generation_name(now());
    depot()->put(half + "/base.sealed.000000001", "half");
    depot()->put(half + "/latest", "half");
    start();
    wait_until_shipped();
    shipper_.reset();
    const auto left = depot()->names_in("");
    EXPECT_EQ(std::count(left.begin(), left.end(), half), 0);
    EXPECT_TRUE(depot()->exists(owner_name));
}

TEST_P(ShipperTest, another_stores_place_is_left_alone) {
    depot()->put(owner_name, "somebody else\n");
    start();
    wait_for_trouble();
    EXPECT_NE(shipper_->figures().trouble.find("another store's"), std::string::npos);
    EXPECT_TRUE(generations_in(*depot()).whole.empty());
}

TEST_P(ShipperTest, anchors_grow_there_and_another_history_is_put_aside) {
    const auto anchors_of = [&](const std::string& folder) {
        return bytes_of_file(folder + "/anchors/log.anchors");
    };
    const auto append = [](anchors::AnchorFile& file, std::int64_t from, std::int64_t until) {
        std::vector<anchors::End> ends;
        for (auto i = from; i < until; ++i)
            ends.push_back({.store = i, .seq = i, .hash = std::string(64, 'a')});
        file.append(ends, now());
    };
    const secrets::Signer signer(secrets::random_key());
    anchors::AnchorFile first(store() + "/anchors", signer);
    anchor_file_ = first.path();
    // More than one piece of a bucket.
    append(first, 1, 1000);
    start();
    wait_until_shipped();
    const auto at = now();
    const auto then = anchors_of(store());
    std::this_thread::sleep_for(std::chrono::milliseconds(3));
    append(first, 1000, 2000);
    note(1);
    wait_until_shipped();
    append(first, 2000, 2001);
    note(1);
    wait_until_shipped();
    EXPECT_EQ(restored_sum(), 2);
    EXPECT_GT(anchors_of(back()).size(), std::size_t{512} << 10);
    EXPECT_EQ(anchors_of(back()), anchors_of(store()));
    restored_sum(at);
    EXPECT_EQ(anchors_of(back()), then);
    shipper_.reset();

    const auto before = anchors_of(store());
    disk::remove(first.path());
    anchors::AnchorFile second(store() + "/anchors", signer);
    append(second, 1, 3);
    start();
    wait_until_shipped();
    shipper_.reset();
    restored_sum();
    EXPECT_EQ(anchors_of(back()), anchors_of(store()));
    std::vector<std::string> aside;
    for (const auto& name : depot()->names_in("anchors")) {
        if (name.find(".until-") != std::string::npos) aside.push_back(name);
    }
    ASSERT_FALSE(aside.empty());
    EXPECT_EQ(bytes_of_file(depot()->fetch("anchors/" + aside.front(), root_ + "/aside")), before);
}

INSTANTIATE_TEST_SUITE_P(into, ShipperTest, ::testing::Values(Place::folder, Place::bucket),
                         [](const auto& place) {
                             return std::string(place.param == Place::folder ? "a_folder" : "a_bucket");
                         });

}  // namespace
}  // namespace forecourt::backup
