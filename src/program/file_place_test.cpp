#include <backup/bucket_depot.h>
#include <backup/folder_depot.h>
#include <program/file_place.h>
#include <program/ship_place.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace forecourt::program {
namespace {

namespace disk = std::filesystem;

class FilePlaceTest : public ::testing::Test {
  protected:
    FilePlaceTest() {
        std::string pattern = (disk::temp_directory_path() / "forecourt-place-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
    }
    ~FilePlaceTest() override { disk::remove_all(folder_); }

    std::string write(const std::string& json, disk::perms perms = disk::perms::owner_read) const {
        const auto path = folder_ + "/files.json";
        disk::remove(path);
        std::ofstream(path) << json;
        disk::permissions(path, perms);
        return path;
    }
    /// Without the name of the file.
    std::string refusal(const std::string& json, disk::perms perms = disk::perms::owner_read) const {
        const auto path = write(json, perms);
        try {
            open_depot("s3:" + path);
            return "";
        } catch (const std::runtime_error& error) {
            const std::string told = error.what();
            return told.starts_with(path) ? told.substr(path.size()) : told;
        }
    }

    std::string folder_;
};

std::string with(const std::string& field, const std::string& value) {
    std::string json = R"({"s3":{)";
    for (const auto& [name, usual] : {std::pair{"url", "https://s3.example.com"},
                                      {"bucket", "forecourt"},
                                      {"prefix", "north/one"},
                                      {"region", "cn-east-1"},
                                      {"access_key", "who"},
                                      {"secret_key", "what"}}) {
        json += std::string(json.back() == '{' ? "" : ",") + "\"" + name + "\":\"" +
                (name == field ? value : usual) + "\"";
    }
    return json + "}}";
}

TEST_F(FilePlaceTest, a_bucket_is_read_with_all_its_fields) {
    const auto bucket = bucket_of_file(write(with("url", "https://s3.example.com:9000//"))).value();
    EXPECT_EQ(bucket.url, "https://s3.example.com:9000");
    EXPECT_EQ(bucket.bucket, "forecourt");
    EXPECT_EQ(bucket.prefix, "north/one");
    EXPECT_EQ(bucket.region, "cn-east-1");
    EXPECT_EQ(bucket.access_key, "who");
    EXPECT_EQ(bucket.secret_key, "what");
    EXPECT_EQ(bucket_of_file(folder_ + "/none"), std::nullopt);
    EXPECT_EQ(bucket_of_file(write("{}")), std::nullopt);
}

TEST_F(FilePlaceTest, what_is_wrong_is_told_with_its_field) {
    EXPECT_EQ(refusal(with("", "")), "");
    EXPECT_EQ(refusal(with("url", "s3.example.com")), ": /s3/url: an address begins with https://");
    for (const auto* bucket : {"", "a/b", "a b"}) {
        EXPECT_EQ(refusal(with("bucket", bucket)), ": /s3/bucket: letters, digits and - . _") << bucket;
    }
    for (const auto* prefix : {"", "/a", "a/", "a//b", "..", "a/../b", "a/./b", "a?b", "a%2F"}) {
        EXPECT_EQ(refusal(with("prefix", prefix)), ": /s3/prefix: a folder is written a/b") << prefix;
    }
    EXPECT_EQ(refusal(with("region", "")), ": /s3/region: letters, digits and - . _");
    EXPECT_EQ(refusal(with("access_key", "")), ": /s3/access_key: there is none");
    EXPECT_EQ(refusal(with("secret_key", "")), ": /s3/secret_key: there is none");
    EXPECT_EQ(refusal(R"({"s3":{"url":"https://s3.example.com"}})"), ": /s3/bucket: required");
    EXPECT_EQ(refusal(R"({"s3":{"bukket":"b"}})").substr(0, 13), ": /s3/bukket:");
    EXPECT_EQ(refusal("{}"), " names no bucket");
}

TEST_F(FilePlaceTest, a_secret_that_others_can_read_is_refused) {
    for (const auto others : {disk::perms::group_read, disk::perms::others_read}) {
        EXPECT_EQ(refusal(with("", ""), disk::perms::owner_read | others),
                  ": can be read by others; run chmod 0600 on it");
    }
}

TEST_F(FilePlaceTest, a_place_to_ship_to_is_a_folder_or_the_file_of_a_bucket) {
    EXPECT_EQ(open_depot(folder_)->where(), folder_);
    EXPECT_EQ(open_depot("s3:" + write(with("", "")))->where(), "bucket forecourt at https://s3.example.com");
    EXPECT_THROW(open_depot("s3:" + folder_ + "/none"), std::runtime_error);
    EXPECT_TRUE(is_ship_place("s3:" + folder_ + "/none"));
    EXPECT_TRUE(is_ship_place(folder_));
    EXPECT_FALSE(is_ship_place(write("{}")));
}

TEST_F(FilePlaceTest, files_of_a_store_on_sqlite_lie_in_no_bucket) {
    write(with("", ""));
    EXPECT_THROW(file_settings({.data_folder = folder_}), std::runtime_error);
    EXPECT_EQ(file_settings({.data_folder = folder_, .postgresql_url = "postgresql://x"}).s3->bucket,
              "forecourt");
    disk::remove(folder_ + "/files.json");
    EXPECT_EQ(file_settings({.data_folder = folder_}).s3, std::nullopt);
}

}  // namespace
}  // namespace forecourt::program
