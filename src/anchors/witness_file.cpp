#include <anchors/lines.h>
#include <anchors/witness_file.h>
#include <core/durable.h>
#include <secrets/digest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace forecourt::anchors {

WitnessFile::WitnessFile(std::string path) : path_(std::move(path)), before_(first_before) {
    std::ifstream in(path_, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto whole = bytes.rfind('\n') + 1;  // none: 0
    // What a power cut left of a line was never confirmed.
    if (whole < bytes.size()) std::filesystem::resize_file(path_, whole);
    for (auto rest = std::string_view(bytes).substr(0, whole); !rest.empty();) {
        const auto line = next_line(rest);
        const auto anchor = anchor_of(line);
        if (!anchor) throw std::runtime_error(path_ + " holds a line that is no anchor");
        before_ = secrets::sha256_hex(line);
        number_ = anchor->number;
    }
}

WitnessFile::Added WitnessFile::add(std::string_view lines) {
    std::string added;
    auto before = before_;
    auto number = number_;
    while (!lines.empty()) {
        const auto line = next_line(lines);
        const auto anchor = anchor_of(line);
        if (!anchor) return Added::does_not_follow;
        // Asked again after a lost answer.
        if (anchor->number < number) continue;
        const auto hash = secrets::sha256_hex(line);
        if (anchor->number == number) {
            if (hash != before) return Added::does_not_follow;
            continue;
        }
        // Who begins to witness later begins in the middle.
        const bool is_first = number == 0;
        if (!is_first && (anchor->number != number + 1 || anchor->before != before))
            return Added::does_not_follow;
        before = hash;
        number = anchor->number;
        added.append(line).append("\n");
    }
    if (added.empty()) return Added::known_already;
    append_durably(path_, added, readable);
    before_ = before;
    number_ = number;
    return Added::yes;
}

}  // namespace forecourt::anchors
