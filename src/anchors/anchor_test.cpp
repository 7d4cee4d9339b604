#include <anchors/anchor.h>
#include <secrets/digest.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace forecourt::anchors {
namespace {

namespace disk = std::filesystem;
const secrets::Signer signer(secrets::Key{7});
constexpr Instant morning{1'764'000'000'000};

class AnchorTest : public ::testing::Test {
  protected:
    AnchorTest() {
        std::string pattern = (disk::temp_directory_path() / "forecourt-anchors-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
    }
    ~AnchorTest() override { disk::remove_all(folder_); }
    std::string bytes() const {
        std::ifstream in(folder_ + "/" + file_name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void write(const std::string& bytes) const {
        std::ofstream(folder_ + "/" + file_name, std::ios::binary) << bytes;
    }
    std::string first_finding(const std::string& bytes) const {
        const auto read = read_anchors(bytes, signer.public_key_hex());
        return read.findings.empty() ? "" : read.findings.front();
    }
    std::string folder_;
};

TEST_F(AnchorTest, a_line_is_text_and_signature_and_follows_the_one_before) {
    AnchorFile file(folder_, signer);
    file.append({{.store = 17, .seq = 3, .hash = "ab"}}, morning);
    file.append({{.store = 17, .seq = 3, .hash = "ab"}}, morning + seconds(60));  // nothing new
    file.append({{.store = 17, .seq = 4, .hash = "cd"}}, morning + seconds(120));
    const auto text = bytes();
    const auto first = text.substr(0, text.find('\n'));
    EXPECT_EQ(first.substr(0, first.find(' ')), R"({"at":"2025-11-24T16:00:00.000Z","before":")" +
                                                    std::string(64, '0') +
                                                    R"(","hash":"ab","number":1,"seq":3,"store":17})");
    EXPECT_TRUE(secrets::signature_is_valid(signer.public_key_hex(), first.substr(0, first.find(' ')),
                                            first.substr(first.find(' ') + 1)));
    const auto read = read_anchors(text, signer.public_key_hex());
    EXPECT_TRUE(read.findings.empty());
    ASSERT_EQ(read.anchors.size(), 2U);
    EXPECT_EQ(read.anchors[1].before, secrets::sha256_hex(first));
}

TEST_F(AnchorTest, goes_on_after_a_restart_and_cuts_off_half_a_line) {
    AnchorFile(folder_, signer).append({{.store = 1, .seq = 1, .hash = "a"}}, morning);
    write(bytes() + "{\"at\":\"2025-1");
    AnchorFile file(folder_, signer);
    file.append({{.store = 1, .seq = 1, .hash = "a"}}, morning);
    file.append({{.store = 1, .seq = 2, .hash = "b"}}, morning);
    EXPECT_EQ(first_finding(bytes()), "");
    EXPECT_EQ(read_anchors(bytes(), signer.public_key_hex()).anchors.size(), 2U);
}

TEST_F(AnchorTest, a_changed_removed_or_foreign_line_is_found) {
    AnchorFile file(folder_, signer);
    for (int i = 1; i <= 3; ++i) file.append({{.store = 1, .seq = i, .hash = "a"}}, morning + seconds(i));
    const auto whole = bytes();
    auto changed = whole;
    changed[whole.find("\"seq\":2") + 6] = '9';
    EXPECT_EQ(first_finding(changed), "anchor 2 is not signed by this store's key");
    const auto second = whole.find('\n') + 1;
    const auto third = whole.find('\n', second) + 1;
    EXPECT_EQ(first_finding(whole.substr(0, second) + whole.substr(third)),
              "anchor 2 does not follow the one before it");
    EXPECT_EQ(first_finding("nonsense\n"), "anchor 1 can not be read");
    const secrets::Signer other(secrets::Key{8});
    EXPECT_FALSE(read_anchors(whole, other.public_key_hex()).findings.empty());
}

TEST_F(AnchorTest, the_lines_up_to_a_moment_are_the_files_beginning) {
    AnchorFile file(folder_, signer);
    for (int i = 1; i <= 3; ++i) file.append({{.store = 1, .seq = i, .hash = "a"}}, morning + seconds(i));
    const auto whole = bytes();
    const auto until = [&](std::int64_t s) {
        return read_anchors(lines_until(whole, morning + seconds(s)), signer.public_key_hex()).anchors.size();
    };
    EXPECT_EQ(until(0), 0U);
    EXPECT_EQ(until(2), 2U);
    EXPECT_EQ(until(9), 3U);
    EXPECT_EQ(lines_until(whole.substr(0, whole.size() - 1), morning + seconds(9)).size(),
              whole.rfind('\n', whole.size() - 2) + 1);
}

}  // namespace
}  // namespace forecourt::anchors
