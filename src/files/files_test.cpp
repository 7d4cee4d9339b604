#include <files/blob_store.h>
#include <files/image_facts.h>
#include <secrets/digest.h>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace forecourt::files {
namespace {

std::string new_folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "forecourt-files-XXXXXX").string();
    return mkdtemp(pattern.data());
}

std::string four_bytes(std::uint32_t number) {
    return {static_cast<char>(number >> 24), static_cast<char>(number >> 16), static_cast<char>(number >> 8),
            static_cast<char>(number)};
}

std::string png(std::uint32_t width, std::uint32_t height) {
    return std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + four_bytes(width) + four_bytes(height) +
           std::string("\x08\x06\0\0\0\1\2\3\4", 9);
}

/// A JPEG head with an EXIF part before the frame, as cameras write it.
std::string jpeg(std::uint16_t width, std::uint16_t height, const std::string& frame = "\xc0") {
    std::string text = "\xff\xd8";
    text += std::string("\xff\xe1\x00\x08", 4) + "Exif\0";
    text.resize(2 + 2 + 8, '\0');
    text += "\xff\xff";  // a fill byte
    text +=
        frame + std::string("\x00\x11\x08", 3) + four_bytes(height).substr(2) + four_bytes(width).substr(2);
    return text + std::string(20, '\1');
}

const std::string small_pdf = "%PDF-1.4\n" + std::string(80, ' ') + "\n%%EOF\n";

}  // namespace

TEST(ImageFacts, reads_kind_and_size_from_the_head) {
    const auto p = sniff(png(640, 480));
    ASSERT_TRUE(p);
    EXPECT_EQ(p->kind, FileKind::png);
    EXPECT_EQ(p->width_px, 640u);
    EXPECT_EQ(p->height_px, 480u);
    for (const char* frame : {"\xc0", "\xc2"}) {
        const auto j = sniff(jpeg(4032, 3024, frame));
        ASSERT_TRUE(j);
        EXPECT_EQ(j->kind, FileKind::jpeg);
        EXPECT_EQ(j->width_px, 4032u);
        EXPECT_EQ(j->height_px, 3024u);
    }
    ASSERT_TRUE(sniff(small_pdf));
    EXPECT_EQ(sniff(small_pdf)->kind, FileKind::pdf);
}

// security 36
TEST(ImageFacts, takes_nothing_else) {
    const std::string cases[] = {"",
                                 "GIF89a" + std::string(100, 'x'),
                                 "<svg xmlns='http://www.w3.org/2000/svg'/>",
                                 "%PDF-1.4\n" + std::string(200, ' '),
                                 png(0, 5),
                                 png(5, 0),
                                 jpeg(0, 9),
                                 std::string("\xff\xd8\xff\xda\x00\x08", 6) + std::string(90, 'x'),
                                 std::string("\xff\xd8\xff\xe1\x00\x00", 6),
                                 "PK\x03\x04" + std::string(90, 'x'),
                                 "RIFF\x10\x20\x30\x40WEBPVP8 " + std::string(90, 'x')};
    for (const std::string& bytes : cases) EXPECT_FALSE(sniff(bytes)) << bytes.substr(0, 12);
}

TEST(ImageFacts, a_cut_off_head_is_refused_at_every_length) {
    const std::string p = png(3, 3);
    for (std::size_t length = 0; length < p.size(); ++length)
        EXPECT_FALSE(sniff(p.substr(0, length))) << length;
    const std::string j = jpeg(3, 3).substr(0, 22);  // up to the last byte of the width
    ASSERT_TRUE(sniff(j));
    for (std::size_t length = 0; length < j.size(); ++length)
        EXPECT_FALSE(sniff(j.substr(0, length))) << length;
}

// security 36
TEST(Upload, is_checked_against_the_limits) {
    const UploadLimits limits{.max_bytes = 200, .max_pixels = 100, .max_side_px = 50, .allow_pdf = false};
    struct {
        std::string bytes;
        std::optional<UploadProblem> problem;
    } const cases[] = {
        {"", UploadProblem::empty},
        {png(10, 10), std::nullopt},
        {png(10, 11), UploadProblem::too_many_pixels},
        {png(50, 2), std::nullopt},
        {png(51, 1), UploadProblem::too_many_pixels},
        {png(0xffffffff, 0xffffffff), UploadProblem::too_many_pixels},
        {png(1, 1) + std::string(200 - png(1, 1).size(), 'x'), std::nullopt},
        {png(1, 1) + std::string(201 - png(1, 1).size(), 'x'), UploadProblem::too_many_bytes},
        {small_pdf, UploadProblem::unknown_kind},
        {"hello", UploadProblem::unknown_kind},
    };
    for (const auto& c : cases) {
        const UploadCheck check = check_upload(c.bytes, limits);
        EXPECT_EQ(check.problem, c.problem) << c.bytes.size();
        EXPECT_EQ(check.facts.has_value(), !c.problem);
    }
    EXPECT_FALSE(check_upload(small_pdf).problem);
}

TEST(BlobStore, keeps_equal_bytes_once_and_gives_them_back) {
    const BlobStore store(new_folder() + "/blobs");
    const std::string bytes("photo\0of a car", 14);
    const std::string hash = store.put(bytes);
    EXPECT_EQ(hash, secrets::sha256_hex(bytes));
    EXPECT_EQ(store.put(bytes), hash);
    EXPECT_EQ(store.get(hash), bytes);
    EXPECT_EQ(store.size_of(hash), 14u);
    EXPECT_EQ(store.put(""), secrets::sha256_hex(""));
    EXPECT_EQ(store.get(secrets::sha256_hex("")), "");
    EXPECT_EQ(store.all().size(), 2u);
    EXPECT_EQ(store.verify(hash), BlobStore::Verdict::intact);
    struct stat facts {};
    ASSERT_EQ(stat(store.path_of(hash).c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777, 0400u);
}

TEST(BlobStore, sees_damage_and_mends_a_cut_off_file_when_it_comes_again) {
    const BlobStore store(new_folder());
    const std::string bytes(1'000'000, 'x');
    const std::string hash = store.put(bytes);
    std::filesystem::permissions(store.path_of(hash), std::filesystem::perms::owner_all);
    std::ofstream(store.path_of(hash), std::ios::in | std::ios::out) << 'y';
    EXPECT_EQ(store.verify(hash), BlobStore::Verdict::damaged);
    std::filesystem::resize_file(store.path_of(hash), 10);
    EXPECT_EQ(store.verify(hash), BlobStore::Verdict::damaged);
    EXPECT_EQ(store.put(bytes), hash);
    EXPECT_EQ(store.verify(hash), BlobStore::Verdict::intact);
    EXPECT_EQ(store.verify(secrets::sha256_hex("never stored")), BlobStore::Verdict::missing);
}

// security 37
TEST(BlobStore, only_hashes_reach_the_file_system) {
    const BlobStore store(new_folder());
    store.put("x");
    const std::string upper(64, 'A');
    for (const std::string& name :
         {std::string(), std::string("../../etc/passwd"), upper, std::string(63, 'a'), std::string(65, 'a'),
          std::string(60, 'a') + "/../"}) {
        EXPECT_FALSE(store.get(name)) << name;
        EXPECT_FALSE(store.exists(name)) << name;
        EXPECT_EQ(store.verify(name), BlobStore::Verdict::missing) << name;
        EXPECT_EQ(store.path_of(name), "") << name;
    }
}

TEST(BlobStore, threads_storing_the_same_file_agree) {
    const BlobStore store(new_folder());
    const std::string bytes(300'000, 'z');
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                for (int n = 0; n < 10; ++n) store.put(bytes + std::to_string(n));
            });
    }
    EXPECT_EQ(store.all().size(), 10u);
    for (const std::string& hash : store.all()) EXPECT_EQ(store.verify(hash), BlobStore::Verdict::intact);
}

TEST(BlobStore, a_disk_that_fails_is_an_exception_and_leaves_nothing) {
    EXPECT_THROW(BlobStore("/proc/forecourt-cannot-be-made"), std::runtime_error);
}

}  // namespace forecourt::files
