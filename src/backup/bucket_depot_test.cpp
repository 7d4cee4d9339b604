#include <backup/bucket_depot.h>
#include <backup/shipment.h>
#include <secrets/bytes.h>
#include <testing/relay.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

// Against a server that speaks S3 (tools/test_s3).
namespace forecourt::backup {
namespace {

namespace disk = std::filesystem;

class BucketDepotTest : public ::testing::Test {
  protected:
    void SetUp() override {
        const char* url = std::getenv("FORECOURT_TEST_S3");
        if (url == nullptr) GTEST_SKIP() << "no S3 server to test with";
        std::string pattern = (disk::temp_directory_path() / "forecourt-bucket-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
        relay_ = std::make_unique<testing::Relay>(url);
        files::S3Settings settings;
        settings.url = relay_->url();
        settings.bucket = "forecourt";
        settings.prefix = disk::path(folder_).filename().string();
        settings.access_key = settings.secret_key = "S3RVER";
        settings.patience = std::chrono::milliseconds(300);
        depot_ = std::make_unique<BucketDepot>(settings, 64 * 1024);
    }
    ~BucketDepotTest() override {
        if (!folder_.empty()) disk::remove_all(folder_);
    }
    std::string write(const std::string& bytes) const {
        std::ofstream(folder_ + "/file", std::ios::binary) << bytes;
        return folder_ + "/file";
    }
    std::string fetched(const std::string& name) const {
        try {
            return bytes_of_file(depot_->fetch(name, folder_ + "/fetched"));
        } catch (const ShipmentBroken& broken) {
            return broken.what();
        }
    }

    std::string folder_;
    std::unique_ptr<testing::Relay> relay_;
    std::unique_ptr<BucketDepot> depot_;
};

TEST_F(BucketDepotTest, a_file_lies_in_pieces_and_comes_back_whole) {
    const auto bytes = secrets::random_bytes(200'000);
    depot_->put_file("g/base.sealed", write(bytes));
    EXPECT_EQ(depot_->names_in("g"),
              (std::vector<std::string>{"base.sealed", "base.sealed.000000001", "base.sealed.000000002",
                                        "base.sealed.000000003", "base.sealed.000000004"}));
    EXPECT_EQ(fetched("g/base.sealed"), bytes);
    for (const std::size_t size : {0U, 1U, 64U * 1024, 64U * 1024 + 1}) {
        depot_->put_file("edge", write(bytes.substr(0, size)));
        EXPECT_EQ(fetched("edge"), bytes.substr(0, size)) << size;
    }
}

TEST_F(BucketDepotTest, a_piece_that_is_missing_or_short_is_told) {
    const auto bytes = secrets::random_bytes(200'000);
    depot_->put_file("base", write(bytes));
    depot_->put("base.000000004", "short");
    EXPECT_EQ(fetched("base"), "base is shorter than it says");
    depot_->remove("base.000000002");
    EXPECT_EQ(fetched("base"), "base.000000002 is missing");
    for (const auto* head : {"", "{\"count\":1}", "{\"count\":1,\"bytes\":-5}"}) {
        depot_->put("base", head);
        EXPECT_EQ(fetched("base"), "base can not be read") << head;
    }
    depot_->remove("base");
    EXPECT_EQ(fetched("base"), "base is missing");
}

TEST_F(BucketDepotTest, what_was_cut_short_is_not_there) {
    const auto name = new_generation_name({1'700'000'000'000});
    const auto path = write(secrets::random_bytes(200'000));
    relay_->shut_after(150'000);
    EXPECT_THROW(depot_->put_file(name + "/" + base_name, path), std::runtime_error);
    relay_->open();
    EXPECT_TRUE(depot_->exists(name + "/" + base_name + ".000000001"));
    EXPECT_TRUE(generations_in(*depot_).whole.empty());
    EXPECT_EQ(generations_in(*depot_).begun, std::vector<std::string>{name});
    depot_->put_file(name + "/" + base_name, path);
    EXPECT_EQ(generations_in(*depot_).whole, std::vector<std::string>{name});
}

TEST_F(BucketDepotTest, what_grows_never_becomes_shorter) {
    const auto bytes = secrets::random_bytes(700'000);
    std::size_t there = 0;
    for (const std::size_t size : {100U, 200U, 262'144U, 262'145U, 600'000U}) {
        depot_->lengthen("grown", std::string_view(bytes).substr(0, size), there);
        there = size;
        EXPECT_EQ(fetched("grown"), bytes.substr(0, size)) << size;
    }
    EXPECT_EQ(depot_->names_in("").size(), 4U);
    // Its last piece comes there, the word that it does is cut off.
    relay_->shut_after(101'500);
    EXPECT_THROW(depot_->lengthen("grown", bytes, there), std::runtime_error);
    relay_->open();
    EXPECT_TRUE(fetched("grown") == bytes.substr(0, there) || fetched("grown") == bytes);
    depot_->lengthen("grown", bytes, there);
    EXPECT_EQ(fetched("grown"), bytes);
}

}  // namespace
}  // namespace forecourt::backup
