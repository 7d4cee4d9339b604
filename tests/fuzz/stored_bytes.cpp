#include <anchors/anchor.h>
#include <db/wal_check.h>
#include <files/image_facts.h>
#include <files/picture_privacy.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

// security 9
// Whatever lies in a file that the program opens: an upload, SQLite's log beside a database, a file of
// anchors. The first byte of the input chooses which.

namespace {

using namespace forecourt;

void look_at_upload(std::string_view bytes) {
    const auto checked = files::check_upload(bytes);
    const auto clean = files::without_camera_data(bytes);
    if (clean.size() > 2 * bytes.size()) std::abort();
    if (files::without_camera_data(clean) != clean) std::abort();
    if (checked.facts.has_value() == checked.problem.has_value()) std::abort();
    if (checked.facts && std::uint64_t{checked.facts->width_px} * checked.facts->height_px > 64'000'000) {
        std::abort();
    }
}

void look_at_wal(std::string_view bytes) {
    static const std::string database = "/dev/shm/forecourt-fuzz-" + std::to_string(getpid());
    std::ofstream(database + "-wal", std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const auto state = db::read_wal(database);
    if (state.last_commit_at > bytes.size() || state.frames > bytes.size() / 536) std::abort();
    std::filesystem::remove(database + "-wal");
}

void look_at_anchors(std::string_view bytes) {
    const std::string key(64, 'a');
    const auto read = anchors::read_anchors(bytes, key);
    // Nobody signed with that key.
    if (!read.anchors.empty() && read.findings.empty()) std::abort();
    if (anchors::lines_until(bytes, {.ms = 1'800'000'000'000}).size() > bytes.size()) std::abort();
}

constexpr void (*look_at[])(std::string_view) = {look_at_upload, look_at_wal, look_at_anchors};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    look_at[bytes[0] % std::size(look_at)]({reinterpret_cast<const char*>(bytes) + 1, size - 1});
    return 0;
}
