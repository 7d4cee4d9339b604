#include <backup/shipment.h>

#include <files/blob_store.h>
#include <reflect/json.h>
#include <secrets/digest.h>
#include <secrets/sealed_bytes.h>

#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <unordered_map>

namespace forecourt::backup {

FORECOURT_STRUCT(BaseFacts, generation, at)
FORECOURT_STRUCT(Latest, sequence, hash, until)

namespace {

struct SegmentHead {
    std::int64_t sequence{};
    std::string before;
    std::int64_t page_size{};
    std::int64_t commits{};
};
FORECOURT_STRUCT(SegmentHead, sequence, before, page_size, commits)

void append_number(std::string& to, std::uint64_t number, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) to += static_cast<char>(number >> (8 * i));
}

/// Takes numbers and bytes from the front; what is too short is broken.
class Cursor {
  public:
    explicit Cursor(std::string_view rest) : rest_(rest) {}
    std::string_view bytes(std::size_t count) {
        if (count > rest_.size()) throw ShipmentBroken("a segment is shorter than it says");
        const auto taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }
    std::uint64_t number(int count) {
        std::uint64_t number = 0;
        for (const char c : bytes(static_cast<std::size_t>(count)))
            number = number << 8 | static_cast<unsigned char>(c);
        return number;
    }
    std::string_view line() {
        const auto end = rest_.find('\n');
        if (end == std::string_view::npos) throw ShipmentBroken("a segment has no head");
        const auto taken = bytes(end);
        bytes(1);
        return taken;
    }
    bool empty() const { return rest_.empty(); }

  private:
    std::string_view rest_;
};

// Eight bytes of length, then zlib. The quickest level: pages are mostly text and shrink well anyway.
std::string deflated(std::string_view plain) {
    auto size = compressBound(plain.size());
    std::string packed;
    append_number(packed, plain.size(), 8);
    packed.resize(8 + size);
    if (compress2(reinterpret_cast<Bytef*>(packed.data()) + 8, &size,
                  reinterpret_cast<const Bytef*>(plain.data()), plain.size(), 1) != Z_OK) {
        throw std::runtime_error("a segment could not be compressed");
    }
    packed.resize(8 + size);
    return packed;
}

std::string inflated(std::string_view packed) {
    Cursor cursor(packed);
    auto size = static_cast<uLongf>(cursor.number(8));
    std::string plain(size, '\0');
    const auto rest = packed.substr(8);
    if (uncompress(reinterpret_cast<Bytef*>(plain.data()), &size, reinterpret_cast<const Bytef*>(rest.data()),
                   rest.size()) != Z_OK ||
        size != plain.size()) {
        throw ShipmentBroken("a segment can not be unpacked");
    }
    return plain;
}

/// A page that stands in a segment for the second time is written as what differs from the first (XOR): most
/// of it is zeros then, which is quick to pack. Applied twice, it gives the page back.
class Differences {
  public:
    explicit Differences(std::size_t page_size) : page_size_(page_size) {}
    /// `page` is as it was given; what is written or read instead is answered.
    std::string turned(std::string_view number, std::string_view page, bool given_is_plain) {
        std::string turned(page);
        auto& before = before_[std::string(number)];
        if (!before.empty()) {
            for (std::size_t i = 0; i < page_size_; ++i) turned[i] = static_cast<char>(turned[i] ^ before[i]);
        }
        before = given_is_plain ? std::string(page) : turned;
        return turned;
    }
    std::string turn_all(const db::CommittedPages& commit, bool given_is_plain) {
        std::string result;
        result.reserve(commit.pages.size());
        std::string_view rest = commit.pages;
        for (std::uint32_t i = 0; i < commit.count; ++i, rest.remove_prefix(4 + page_size_)) {
            result += rest.substr(0, 4);
            result += turned(rest.substr(0, 4), rest.substr(4, page_size_), given_is_plain);
        }
        return result;
    }

  private:
    std::size_t page_size_;
    std::unordered_map<std::string, std::string> before_;
};

template <class T>
T from_text(std::string_view text, const char* what) {
    T value;
    if (!reflect::from_json(value, text).empty())
        throw ShipmentBroken(std::string(what) + " can not be read");
    return value;
}

std::string opened(const secrets::Key& key, const std::string& about, std::string_view sealed,
                   const std::string& what) {
    auto plain = secrets::open_bytes(key, about, sealed);
    if (!plain) throw ShipmentBroken(what + " was changed or belongs elsewhere");
    return std::move(*plain);
}

std::optional<Instant> moment_in(const std::string& generation) {
    auto text = generation.substr(0, generation.rfind('-'));
    if (text.size() > 16 && text[13] == '-' && text[16] == '-') text[13] = text[16] = ':';
    return parse_instant(text);
}

std::string about_segment(const std::string& generation, std::int64_t sequence) {
    return "segment " + generation + " " + std::to_string(sequence);
}

}  // namespace

std::string new_generation_name(Instant at) {
    auto name = forecourt::to_text(at);
    std::replace(name.begin(), name.end(), ':', '-');
    return name + "-" + secrets::to_hex(secrets::random_bytes(4));
}

Instant time_of_generation(const std::string& name) {
    const auto at = moment_in(name);
    if (!at) throw ShipmentBroken(name + " is no generation");
    return *at;
}

Generations generations_in(const Depot& depot) {
    Generations found;
    for (const auto& name : depot.names_in("")) {
        // Files and anchors lie beside the generations.
        if (!moment_in(name)) continue;
        (depot.exists(name + "/" + base_name) ? found.whole : found.begun).push_back(name);
    }
    return found;
}

std::string segment_name(std::int64_t sequence) {
    char text[24];
    std::snprintf(text, sizeof text, "%09lld", static_cast<long long>(sequence));
    return text;
}

std::string file_name(const std::string& hash) { return "files/" + hash.substr(0, 2) + "/" + hash; }

std::vector<std::string> files_in(const Depot& depot) {
    std::vector<std::string> hashes;
    for (const auto& folder : depot.names_in("files")) {
        for (auto& name : depot.names_in("files/" + folder)) {
            if (files::is_hash(name)) hashes.push_back(std::move(name));
        }
    }
    return hashes;
}

std::string to_text(const BaseFacts& facts) { return reflect::to_json(facts); }

BaseFacts base_facts_of(std::string_view text) { return from_text<BaseFacts>(text, base_facts_name); }

std::string seal_segment(const secrets::Key& key, const std::string& generation, const Segment& segment) {
    const SegmentHead head{.sequence = segment.sequence,
                           .before = segment.before,
                           .page_size = segment.page_size,
                           .commits = static_cast<std::int64_t>(segment.commits.size())};
    std::string plain = reflect::to_json(head) + "\n";
    Differences differences(static_cast<std::size_t>(segment.page_size));
    for (const auto& commit : segment.commits) {
        append_number(plain, static_cast<std::uint64_t>(commit.at.ms), 8);
        append_number(plain, commit.database_pages, 4);
        append_number(plain, commit.count, 4);
        plain += differences.turn_all(commit, true);
    }
    return secrets::seal_bytes(key, about_segment(generation, segment.sequence), deflated(plain));
}

Segment open_segment(const secrets::Key& key, const std::string& generation, std::int64_t sequence,
                     std::string_view sealed) {
    const auto plain = inflated(opened(key, about_segment(generation, sequence), sealed,
                                       "segment " + std::to_string(sequence) + " of " + generation));
    Cursor cursor(plain);
    auto head = from_text<SegmentHead>(cursor.line(), "a segment's head");
    Segment segment{.sequence = head.sequence,
                    .before = std::move(head.before),
                    .page_size = head.page_size,
                    .commits = {}};
    Differences differences(static_cast<std::size_t>(head.page_size));
    for (std::int64_t i = 0; i < head.commits; ++i) {
        db::CommittedPages commit;
        commit.at.ms = static_cast<std::int64_t>(cursor.number(8));
        commit.database_pages = static_cast<std::uint32_t>(cursor.number(4));
        commit.count = static_cast<std::uint32_t>(cursor.number(4));
        commit.pages = cursor.bytes(commit.count * (4 + static_cast<std::size_t>(head.page_size)));
        commit.pages = differences.turn_all(commit, false);
        segment.commits.push_back(std::move(commit));
    }
    if (!cursor.empty()) throw ShipmentBroken("a segment is longer than it says");
    return segment;
}

std::string seal_latest(const secrets::Key& key, const std::string& generation, const Latest& latest) {
    return secrets::seal_bytes(key, "latest " + generation, reflect::to_json(latest));
}

Latest open_latest(const secrets::Key& key, const std::string& generation, std::string_view sealed) {
    return from_text<Latest>(opened(key, "latest " + generation, sealed, generation + "/latest"), "latest");
}

std::string seal_file(const secrets::Key& key, const std::string& hash, std::string_view bytes) {
    return secrets::seal_bytes(key, "file " + hash, bytes);
}

std::string open_file(const secrets::Key& key, const std::string& hash, std::string_view sealed) {
    auto bytes = opened(key, "file " + hash, sealed, "file " + hash);
    if (secrets::sha256_hex(bytes) != hash) throw ShipmentBroken("file " + hash + " has another's name");
    return bytes;
}

std::string owner_mark(const secrets::Key& key) {
    return secrets::hmac_sha256_hex({reinterpret_cast<const char*>(key.data()), key.size()}, "owner") + "\n";
}

std::string sha256_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    secrets::Sha256 sum;
    std::string buffer(1 << 20, '\0');
    while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), file.gcount() > 0) {
        sum.add({buffer.data(), static_cast<std::size_t>(file.gcount())});
    }
    return sum.hex();
}

std::string bytes_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace forecourt::backup
