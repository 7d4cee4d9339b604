#include <anchors/anchor.h>
#include <anchors/witness_file.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace forecourt::anchors {
namespace {

namespace disk = std::filesystem;
using Added = WitnessFile::Added;
const secrets::Signer signer(secrets::Key{7});
constexpr Instant morning{1'764'000'000'000};

class WitnessFileTest : public ::testing::Test {
  protected:
    WitnessFileTest() {
        std::string pattern = (disk::temp_directory_path() / "forecourt-witness-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
    }
    ~WitnessFileTest() override { disk::remove_all(folder_); }
    static std::string bytes_of(const std::string& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    // So many anchors of a log whose hashes begin so, as the program's file has them.
    std::string anchors(int count, const std::string& hash) const {
        const std::string folder = folder_ + "/" + hash;
        disk::remove_all(folder);
        AnchorFile file(folder, signer);
        for (int i = 1; i <= count; ++i)
            file.append({{.store = 1, .seq = i, .hash = hash + std::to_string(i)}}, morning + seconds(i));
        return bytes_of(file.path());
    }
    static std::string line(const std::string& file, int number) {
        std::size_t from = 0;
        for (int i = 1; i < number; ++i) from = file.find('\n', from) + 1;
        return file.substr(from, file.find('\n', from) + 1 - from);
    }
    std::string kept() const { return folder_ + "/kept"; }
    std::string folder_;
};

TEST_F(WitnessFileTest, keeps_lines_as_they_came_and_once) {
    const auto told = anchors(3, "a");
    WitnessFile file(kept());
    EXPECT_EQ(file.add(line(told, 1) + line(told, 2)), Added::yes);
    EXPECT_EQ(file.add(line(told, 1) + line(told, 2)), Added::known_already);
    EXPECT_EQ(file.add(line(told, 2) + line(told, 3)), Added::yes);
    EXPECT_EQ(bytes_of(kept()), told);
    EXPECT_EQ(read_anchors(bytes_of(kept()), signer.public_key_hex()).findings, std::vector<std::string>{});
}

TEST_F(WitnessFileTest, takes_nothing_that_does_not_follow) {
    const auto told = anchors(4, "a");
    WitnessFile file(kept());
    ASSERT_EQ(file.add(line(told, 1) + line(told, 2)), Added::yes);
    const struct {
        const char* what;
        std::string lines;
    } cases[]{
        {"a gap", line(told, 4)},
        {"the last one, written anew", line(anchors(2, "b"), 2)},
        {"behind another one", line(anchors(3, "b"), 3)},
        {"no anchor", "something\n"},
        {"one that follows and one that does not", line(told, 3) + line(anchors(4, "b"), 4)},
    };
    for (const auto& one : cases) EXPECT_EQ(file.add(one.lines), Added::does_not_follow) << one.what;
    EXPECT_EQ(bytes_of(kept()), line(told, 1) + line(told, 2));
    EXPECT_EQ(file.add(line(told, 3)), Added::yes);
}

TEST_F(WitnessFileTest, goes_on_after_a_restart_without_half_a_line) {
    const auto told = anchors(3, "a");
    EXPECT_EQ(WitnessFile(kept()).add(line(told, 1) + line(told, 2)), Added::yes);
    std::ofstream(kept(), std::ios::app) << line(told, 3).substr(0, 20);
    WitnessFile file(kept());
    EXPECT_EQ(file.last_number(), 2);
    EXPECT_EQ(file.add(line(told, 3)), Added::yes);
    EXPECT_EQ(bytes_of(kept()), told);
}

TEST_F(WitnessFileTest, may_begin_in_the_middle) {
    const auto told = anchors(3, "a");
    WitnessFile file(kept());
    EXPECT_EQ(file.add(line(told, 2)), Added::yes);
    EXPECT_EQ(file.add(line(told, 3)), Added::yes);
}

}  // namespace
}  // namespace forecourt::anchors
