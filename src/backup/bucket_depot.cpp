#include <backup/bucket_depot.h>
#include <backup/shipment.h>
#include <reflect/json.h>
#include <secrets/digest.h>

#include <algorithm>
#include <fstream>

namespace forecourt::backup {
namespace {

struct Pieces {
    std::int64_t count{};
    std::int64_t bytes{};  // of all together
};
FORECOURT_STRUCT(Pieces, count, bytes)

std::string piece_name(const std::string& name, std::int64_t number) {
    return name + "." + segment_name(number);
}

}  // namespace

void BucketDepot::put(const std::string& name, std::string_view bytes) {
    client_.put({.key = name, .bytes = bytes, .sha256 = secrets::sha256_hex(bytes)});
}

void BucketDepot::put_file(const std::string& name, const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    Pieces pieces;
    std::string piece(piece_bytes_, '\0');
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())), file.gcount() > 0) {
        put(piece_name(name, ++pieces.count),
            std::string_view(piece).substr(0, static_cast<std::size_t>(file.gcount())));
        pieces.bytes += file.gcount();
    }
    if (!file.eof()) throw std::runtime_error("cannot read " + path);
    put(name, reflect::to_json(pieces));
}

// Only the last piece becomes longer. The ones before it are never looked at again, so this size may not
// change.
void BucketDepot::lengthen(const std::string& name, std::string_view whole, std::size_t there) {
    constexpr std::size_t size = std::size_t{256} << 10;
    for (auto at = there / size * size; at < whole.size(); at += size) {
        put(piece_name(name, static_cast<std::int64_t>(at / size) + 1), whole.substr(at, size));
    }
    put(name, reflect::to_json(Pieces{.count = static_cast<std::int64_t>((whole.size() + size - 1) / size),
                                      .bytes = static_cast<std::int64_t>(whole.size())}));
}

std::string BucketDepot::fetch(const std::string& name, const std::string& scratch) const {
    const auto head = get(name);
    if (!head) throw ShipmentBroken(name + " is missing");
    Pieces pieces;
    if (!reflect::from_json(pieces, *head).empty() || pieces.bytes < 0)
        throw ShipmentBroken(name + " can not be read");
    std::ofstream file(scratch, std::ios::binary | std::ios::trunc);
    auto left = pieces.bytes;
    for (std::int64_t number = 1; number <= pieces.count; ++number) {
        const auto piece = get(piece_name(name, number));
        if (!piece) throw ShipmentBroken(piece_name(name, number) + " is missing");
        // What grows may be longer than its name says yet.
        const auto taken = std::min(left, static_cast<std::int64_t>(piece->size()));
        file.write(piece->data(), static_cast<std::streamsize>(taken));
        left -= taken;
    }
    if (!file.flush()) throw std::runtime_error("cannot write " + scratch);
    if (left != 0) throw ShipmentBroken(name + " is shorter than it says");
    return scratch;
}

}  // namespace forecourt::backup
