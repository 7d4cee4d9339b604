#include <backup/backup.h>

#include <db/database.h>
#include <files/blob_store.h>
#include <secrets/sealed_file.h>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace forecourt::backup {
namespace {

namespace disk = std::filesystem;
constexpr const char* passphrase = "correct horse battery";

class BackupTest : public ::testing::Test {
  protected:
    BackupTest() {
        std::string pattern = (disk::temp_directory_path() / "forecourt-backup-XXXXXX").string();
        root_ = mkdtemp(pattern.data());
        disk::create_directories(store());
        std::ofstream(store() + "/keys") << "the keys";
        disk::permissions(store() + "/keys", disk::perms::owner_read);
        photo_ = files::BlobStore(store() + "/files").put(std::string(300'000, 'x') + "photo");
        database_ = std::make_unique<db::Database>(
            db::Settings{.sqlite_file = store() + "/forecourt.sqlite", .postgresql_url = {}});
        writer_ = database_->connect();
        writer_->script("create table paid (amount bigint not null); insert into paid values (100), (200)");
    }
    ~BackupTest() override {
        writer_.reset();
        database_.reset();
        disk::remove_all(root_);
    }
    std::string store() const { return root_ + "/store"; }
    std::string file() const { return root_ + "/backup.sealed"; }
    std::string back() const { return root_ + "/back"; }

    static std::string bytes_of(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void write_backup(const std::string& bytes) const { std::ofstream(file(), std::ios::binary) << bytes; }
    /// What restoring answers: "" when it is done.
    std::string restored(const char* with = passphrase) const {
        try {
            restore_backup(file(), back(), with);
            return "";
        } catch (const std::exception& error) {
            return error.what();
        }
    }

    std::string root_;
    std::string photo_;
    std::unique_ptr<db::Database> database_;
    std::unique_ptr<db::Connection> writer_;
};

TEST_F(BackupTest, brings_back_rows_that_only_the_log_held_with_keys_and_files) {
    const auto counted = make_backup(store(), file(), passphrase);
    EXPECT_EQ(counted.files, 3);
    EXPECT_FALSE(disk::exists(store() + "/forecourt.sqlite.snapshot"));
    writer_->script("insert into paid values (400)");
    ASSERT_EQ(restored(), "");
    std::int64_t sum = 0;
    db::Database(db::Settings{.sqlite_file = back() + "/forecourt.sqlite", .postgresql_url = {}})
        .connect(true)
        ->query(db::Sql{"test.sum", "select sum(amount) from paid"}, {},
                [&](const db::Row& row) { sum = row.number(0); });
    EXPECT_EQ(sum, 300);
    EXPECT_EQ(bytes_of(back() + "/keys"), "the keys");
    struct stat about {};
    ASSERT_EQ(::stat((back() + "/keys").c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0400U);
    EXPECT_EQ(files::BlobStore(back() + "/files").verify(photo_), files::BlobStore::Verdict::intact);
}

TEST_F(BackupTest, holds_nothing_that_can_be_read_without_the_passphrase) {
    make_backup(store(), file(), passphrase);
    const auto bytes = bytes_of(file());
    for (const auto* clear : {"the keys", "photo", "SQLite format", "create table"}) {
        EXPECT_EQ(bytes.find(clear), std::string::npos) << clear;
    }
    EXPECT_NE(restored("another horse battery"), "");
    EXPECT_FALSE(disk::exists(back()));
    EXPECT_FALSE(disk::exists(back() + ".part"));
}

TEST_F(BackupTest, a_changed_cut_or_longer_file_is_refused_and_leaves_nothing) {
    make_backup(store(), file(), passphrase);
    const auto whole = bytes_of(file());
    const auto flipped = [&](std::size_t at) {
        auto bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        return bytes;
    };
    const std::string broken[] = {flipped(0),
                                  flipped(25),  // salt
                                  flipped(50),  // header
                                  flipped(whole.size() / 2),
                                  flipped(whole.size() - 1),
                                  whole.substr(0, whole.size() - 1),
                                  whole.substr(0, whole.size() / 2),
                                  whole + "x",
                                  ""};
    for (const auto& bytes : broken) {
        write_backup(bytes);
        EXPECT_NE(restored(), "");
        EXPECT_FALSE(disk::exists(back()));
        EXPECT_FALSE(disk::exists(back() + ".part"));
    }
    write_backup(whole);
    EXPECT_EQ(restored(), "");
}

TEST_F(BackupTest, overwrites_neither_a_backup_nor_a_store) {
    make_backup(store(), file(), passphrase);
    EXPECT_THROW(make_backup(store(), file(), passphrase), std::runtime_error);
    disk::create_directories(back());
    EXPECT_NE(restored(), "");
    EXPECT_THROW(make_backup(root_ + "/nowhere", root_ + "/other", passphrase), std::runtime_error);
    EXPECT_FALSE(disk::exists(root_ + "/other"));
}

}  // namespace
}  // namespace forecourt::backup
