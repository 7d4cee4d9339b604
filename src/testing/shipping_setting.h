#pragma once
#include <backup/bucket_depot.h>
#include <backup/folder_depot.h>
#include <backup/point_in_time.h>
#include <backup/shipper.h>
#include <db/sqlite.h>
#include <secrets/keys.h>
#include <testing/relay.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

// Into a folder, and into a bucket where there is a server to test with (tools/test_s3).
namespace forecourt::backup {

namespace disk = std::filesystem;
inline constexpr const char* passphrase = "correct horse battery";
inline constexpr db::Sql insert_number{"test.insert_number",
                                       "insert into noted (number, filler) values (:number, :filler)"};
inline constexpr db::Sql sum_numbers{"test.sum_numbers", "select coalesce(sum(number), 0) from noted"};

inline Instant now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

enum class Place { folder, bucket };

class ShippingSetting : public ::testing::TestWithParam<Place> {
  protected:
    ShippingSetting() {
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
    ~ShippingSetting() override {
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

inline std::string name_of_place(const ::testing::TestParamInfo<Place>& place) {
    return place.param == Place::folder ? "a_folder" : "a_bucket";
}

}  // namespace forecourt::backup
