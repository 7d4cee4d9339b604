#include <files/blob_store.h>
#include <services/files/upload.h>
#include <testing/engine_test.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

namespace forecourt::files {
namespace {

using testing::refusal_of;

// A picture of 2 x 2 pixels, as far as its head says.
std::string png(unsigned char width = 2) {
    std::string bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\2\0\0\0\2\x08\6\0\0\0", 29);
    bytes[19] = static_cast<char>(width);
    return bytes + std::string(8, 'x');
}

const BlobStore& folder_store() { return dynamic_cast<const BlobStore&>(file_store()); }

class UploadsTest : public testing::EngineTest {
  protected:
    Result<FileHash> upload(std::string_view type, const std::string& bytes) {
        return test.run([&](Tx& tx) { return store_upload(tx, type, bytes); });
    }
};
FORECOURT_ON_EVERY_ENGINE(UploadsTest);

TEST_P(UploadsTest, an_uploaded_file_comes_back) {
    const auto hash = upload("image/png", png());
    ASSERT_TRUE(hash);
    EXPECT_TRUE(file_exists(test.db(), test.store(), *hash));
    EXPECT_EQ(file_bytes(*hash), png());
    const auto download = test.view(get, {*hash});
    ASSERT_TRUE(download);
    EXPECT_EQ(download->body, png());
    EXPECT_EQ(download->content_type, "image/png");
    EXPECT_EQ(download->file_name, hash->text.substr(0, 12) + ".png");
    test.act_as_customer(5);
    EXPECT_TRUE(test.view(get, {*hash}));
}

TEST_P(UploadsTest, the_same_file_twice_is_one) {
    const auto first = upload("", png());
    const auto second = upload("", png());
    EXPECT_EQ(first->text, second->text);
}

// security 36
TEST_P(UploadsTest, what_is_not_a_picture_or_pdf_is_refused) {
    EXPECT_EQ(refusal_of(upload("image/png", "MZ this is a program")), "file_type_not_allowed");
    EXPECT_EQ(refusal_of(upload("text/csv", "姓名,手机\n王芳,13800138000\n")), "");
    EXPECT_EQ(refusal_of(upload("", "<html>,<script>\n")), "file_type_not_allowed");
    EXPECT_EQ(refusal_of(upload("", std::string("PK\x03\x04 broken, zip"))), "file_type_not_allowed");
    EXPECT_EQ(refusal_of(upload("image/png", "")), "file_type_not_allowed");
    EXPECT_EQ(refusal_of(upload("image/jpeg", png())), "file_type_not_allowed");
}

TEST_P(UploadsTest, twenty_megabytes_are_enough) {
    auto bytes = png();
    bytes.resize(20U << 20, 'x');
    EXPECT_EQ(refusal_of(upload("image/png", bytes)), "");
    bytes += 'x';
    EXPECT_EQ(refusal_of(upload("image/png", bytes)), "file_too_large");
}

// security 56
TEST_P(UploadsTest, another_store_does_not_have_it) {
    const auto hash = upload("image/png", png());
    test.act_as({9}, {Role::gm}, {2});
    EXPECT_FALSE(file_exists(test.db(), test.store(), *hash));
    EXPECT_EQ(refusal_of(test.view(get, {*hash})), "file_not_found");
}

TEST_P(UploadsTest, the_check_finds_changed_and_missing_files) {
    const auto changed = upload("image/png", png(3));
    const auto missing = upload("image/png", png(4));
    EXPECT_TRUE(check_files(test.db(), test.store()).empty());
    const auto path = folder_store().path_of(changed->text);
    ::chmod(path.c_str(), 0600);
    std::FILE* file = std::fopen(path.c_str(), "r+");
    ASSERT_NE(file, nullptr);
    std::fputc('X', file);
    std::fclose(file);
    ::unlink(folder_store().path_of(missing->text).c_str());
    EXPECT_EQ(check_files(test.db(), test.store()).size(), 2U);
    EXPECT_THROW(file_bytes(*missing), std::runtime_error);
    ::unlink(path.c_str());
}

}  // namespace
}  // namespace forecourt::files
