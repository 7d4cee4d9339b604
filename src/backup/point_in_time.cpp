#include <anchors/anchor.h>
#include <backup/packing.h>
#include <backup/point_in_time.h>
#include <backup/shipment.h>
#include <core/durable.h>
#include <db/page_checksum.h>
#include <db/wal_format.h>
#include <files/blob_store.h>
#include <secrets/digest.h>
#include <secrets/keys.h>

#include <fcntl.h>
#include <unistd.h>

#include <fstream>

namespace forecourt::backup {
namespace {

namespace disk = std::filesystem;

std::string chosen_generation(const Depot& depot, std::optional<Instant> at) {
    const auto names = generations_in(depot).whole;
    if (names.empty()) throw std::runtime_error("nothing was shipped to " + depot.where());
    if (!at) return names.back();
    std::string chosen;
    for (const auto& name : names) {
        if (time_of_generation(name) <= *at) chosen = name;
    }
    if (chosen.empty()) {
        throw std::runtime_error(forecourt::to_text(*at) + " lies before the first base of " +
                                 forecourt::to_text(time_of_generation(names.front())));
    }
    return chosen;
}

/// Puts pages into the database file of a base, as SQLite would have.
class Pages {
  public:
    explicit Pages(std::string path)
        : path_(std::move(path)), file_(::open(path_.c_str(), O_RDWR | O_CLOEXEC)) {
        if (file_ < 0) throw std::runtime_error("cannot open " + path_);
        char head[db::database_head_size];
        if (::pread(file_, head, sizeof head, 0) != sizeof head) throw ShipmentBroken("the base is empty");
        const auto form = db::page_form_of({head, sizeof head});
        if (form.size == 0) throw ShipmentBroken("the base holds no database");
        size_ = static_cast<std::int64_t>(form.size);
        has_checksums_ = form.has_checksums;
    }
    ~Pages() { ::close(file_); }
    Pages(const Pages&) = delete;
    Pages& operator=(const Pages&) = delete;
    std::int64_t size() const { return size_; }

    void put(const db::CommittedPages& commit) const {
        const char* at = commit.pages.data();
        for (std::uint32_t i = 0; i < commit.count; ++i, at += 4 + size_) {
            const std::int64_t number = db::wal::big_endian(at);
            std::string page(at + 4, static_cast<std::size_t>(size_));
            // In SQLite's log pages have none: they get it on their way into the file.
            if (has_checksums_) db::put_page_checksum(page, number);
            if (::pwrite(file_, page.data(), page.size(), (number - 1) * size_) != size_) {
                throw std::runtime_error("cannot write " + path_);
            }
        }
        if (::ftruncate(file_, commit.database_pages * size_) != 0)
            throw std::runtime_error("cannot write " + path_);
    }

  private:
    std::string path_;
    int file_;
    std::int64_t size_ = 0;
    bool has_checksums_ = false;
};

struct Shipment {
    const Depot& depot;
    std::string generation;
    std::string base_hash;
    secrets::Key key;
    std::string name_of(const std::string& name) const { return generation + "/" + name; }
    std::string needed(const std::string& name) const {
        auto bytes = depot.get(name);
        if (!bytes) throw ShipmentBroken(name + " is missing");
        return std::move(*bytes);
    }
};

[[noreturn]] void segment_is_missing(const Shipment& shipment, std::int64_t sequence, Instant good) {
    throw ShipmentBroken("segment " + std::to_string(sequence) + " of " + shipment.generation +
                         " is missing; what was shipped before it ends at " + forecourt::to_text(good));
}

/// Puts on what was committed up to the moment; the state's own moment is noted.
void put_segments(const Shipment& shipment, const Pages& pages, std::optional<Instant> at,
                  PointInTime& point) {
    const auto latest =
        open_latest(shipment.key, shipment.generation, shipment.needed(shipment.name_of(latest_name)));
    std::string before = shipment.base_hash;
    for (std::int64_t sequence = 1;; ++sequence) {
        const auto sealed = shipment.depot.get(shipment.name_of(segment_name(sequence)));
        if (!sealed) {
            const bool more = sequence <= latest.sequence ||
                              shipment.depot.exists(shipment.name_of(segment_name(sequence + 1)));
            if (more) segment_is_missing(shipment, sequence, point.at);
            break;
        }
        const auto segment = open_segment(shipment.key, shipment.generation, sequence, *sealed);
        if (segment.before != before || segment.page_size != pages.size()) {
            throw ShipmentBroken("segment " + std::to_string(sequence) + " of " + shipment.generation +
                                 " does not follow the one before it");
        }
        before = secrets::sha256_hex(*sealed);
        ++point.segments;
        for (const auto& commit : segment.commits) {
            if (at && commit.at > *at) {
                point.at = *at;
                return;
            }
            pages.put(commit);
            point.at = std::max(point.at, commit.at);
            ++point.commits;
        }
    }
    point.at = std::max(point.at, latest.until);
    if (at) point.at = std::min(point.at, *at);
}

void bring_files(const Shipment& shipment, const std::string& data_folder, Counted& counted) {
    const files::BlobStore files(data_folder + "/files");
    for (const auto& hash : files_in(shipment.depot)) {
        const auto bytes = open_file(shipment.key, hash, shipment.needed(file_name(hash)));
        const auto path = files.path_of(hash);
        disk::create_directories(disk::path(path).parent_path());
        std::ofstream out(path, std::ios::binary);
        out << bytes;
        if (!out.flush()) throw std::runtime_error("cannot write " + path);
        disk::permissions(path, disk::perms::owner_read);
        ++counted.files;
        counted.bytes += static_cast<std::int64_t>(bytes.size());
    }
}

// Younger anchors speak of what this state does not hold. They stay where they are, as a witness.
void bring_anchors(const Shipment& shipment, const std::string& data_folder, Instant at) {
    const std::string folder = "anchors/";
    if (!shipment.depot.exists(folder + anchors::file_name)) return;
    const std::string to = data_folder + "/" + folder;
    const std::string scratch = to + "shipped";
    disk::create_directories(to);
    const auto all = bytes_of_file(shipment.depot.fetch(folder + anchors::file_name, scratch));
    disk::remove(scratch);
    write_durably(to + anchors::file_name, anchors::lines_until(all, at));
    if (const auto key = shipment.depot.get(folder + anchors::key_name)) {
        write_durably(to + anchors::key_name, *key);
    }
}

}  // namespace

PointInTime restore_shipped(const Depot& depot, const std::string& data_folder, std::string_view passphrase,
                            std::optional<Instant> at) {
    if (disk::exists(data_folder)) throw std::runtime_error(data_folder + " is there already");
    PointInTime point{.counted = {}, .generation = chosen_generation(depot, at), .at = {}};
    const std::string making = data_folder + ".part";
    disk::remove_all(making);
    disk::create_directories(making);
    Undo nothing_made(making);
    const std::string scratch = making + "/" + base_name;
    const auto base = depot.fetch(point.generation + "/" + base_name, scratch);
    secrets::SealedFileReader sealed(base, passphrase);
    point.counted = unpack(sealed, making);
    const auto base_hash = sha256_of_file(base);
    disk::remove(scratch);
    make_private(making);
    const auto facts = base_facts_of(bytes_of_file(making + "/" + base_facts_name));
    disk::remove(making + "/" + base_facts_name);
    if (facts.generation != point.generation) throw ShipmentBroken("the base is of " + facts.generation);
    point.at = facts.at;
    const Shipment shipment{
        .depot = depot,
        .generation = point.generation,
        .base_hash = base_hash,
        .key = secrets::KeyRing::load_or_create(making).lasting_key(secrets::Purpose::shipping)};
    put_segments(shipment, Pages(making + "/" + database_name), at, point);
    bring_files(shipment, making, point.counted);
    bring_anchors(shipment, making, point.at);
    ::sync();
    disk::rename(making, data_folder);
    ::sync();
    nothing_made.keep();
    return point;
}

}  // namespace forecourt::backup
