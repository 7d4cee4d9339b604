#include <secrets/keys.h>

#include <core/durable.h>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <stdexcept>

namespace forecourt::secrets {
namespace {

constexpr std::string_view first_line = "forecourt keys 1";
constexpr std::string_view lasting_word = "lasting ";
constexpr char derivation_context[] = "forecour";  // the library wants exactly eight characters

[[noreturn]] void fail(const std::string& path, const std::string& what) {
    throw std::runtime_error("key file " + path + ": " + what);
}

struct Descriptor {
    int number = -1;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

std::string read_private_file(const std::string& path, int descriptor) {
    struct stat facts {};
    if (::fstat(descriptor, &facts) != 0) fail(path, std::strerror(errno));
    if ((facts.st_mode & 077) != 0) fail(path, "can be read by others; run chmod 0400 on it");
    std::string text(static_cast<std::size_t>(facts.st_size), '\0');
    const ssize_t got = ::read(descriptor, text.data(), text.size());
    if (got != static_cast<ssize_t>(text.size())) fail(path, "cannot be read");
    return text;
}

void write_private_file(const std::string& path, const std::string& text) {
    const Descriptor descriptor{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400)};
    if (descriptor.number < 0) fail(path, std::strerror(errno));
    const bool written =
        ::write(descriptor.number, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    if (!written || ::fsync(descriptor.number) != 0) fail(path, std::strerror(errno));
}

/// Written to a new name and linked into place, so that the file is there whole or not at all, and two
/// programs starting together agree on the first one's key.
void create_file(const std::string& folder, const std::string& path, const std::string& text) {
    const std::string fresh = path + "." + std::to_string(::getpid()) + ".new";
    write_private_file(fresh, text);
    const bool linked = ::link(fresh.c_str(), path.c_str()) == 0;
    const int error = errno;
    ::unlink(fresh.c_str());
    if (!linked && error != EEXIST) fail(path, std::strerror(error));
    sync_folder(folder);
}

struct KeyFile {
    std::map<std::uint32_t, Key> masters;
    std::map<Purpose, Key> lasting;
};

// After the first line, "NUMBER HEX" for each master key and "lasting PURPOSE HEX" for each key that outlived
// its own.
KeyFile parse(const std::string& path, std::string_view text) {
    KeyFile file;
    bool first = true;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (first) {
            if (line != first_line) fail(path, "is not a key file of this program");
            first = false;
            continue;
        }
        if (line.empty()) continue;
        const bool lasts = line.starts_with(lasting_word);
        const std::string_view rest_of_line = lasts ? line.substr(lasting_word.size()) : line;
        std::uint32_t number = 0;
        const auto [rest, problem] =
            std::from_chars(rest_of_line.data(), rest_of_line.data() + rest_of_line.size(), number);
        const auto bytes = from_hex(
            rest_of_line.substr(std::min<std::size_t>(rest_of_line.size(), rest - rest_of_line.data() + 1)));
        if (problem != std::errc{} || number == 0 || !bytes || bytes->size() != sizeof(Key))
            fail(path, "has a damaged line");
        Key key;
        std::memcpy(key.data(), bytes->data(), key.size());
        const bool is_new = lasts ? file.lasting.emplace(static_cast<Purpose>(number), key).second
                                  : file.masters.emplace(number, key).second;
        if (!is_new) fail(path, "names a key twice");
    }
    if (file.masters.empty()) fail(path, "holds no key");
    return file;
}

std::string hex_of(const Key& key) { return to_hex({reinterpret_cast<const char*>(key.data()), key.size()}); }

// The file is the old one or the new one, whole, whenever the machine stops.
void replace_file(const std::string& folder, const std::string& path, const std::string& text) {
    const std::string fresh = path + "." + std::to_string(::getpid()) + ".new";
    write_private_file(fresh, text);
    if (::rename(fresh.c_str(), path.c_str()) != 0) fail(path, std::strerror(errno));
    sync_folder(folder);
}

}  // namespace

KeyRing KeyRing::load_or_create(const std::string& folder) {
    const std::string path = folder + "/keys";
    for (int attempt = 0; attempt < 2; ++attempt) {
        const Descriptor descriptor{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
        if (descriptor.number >= 0) {
            KeyRing ring;
            auto file = parse(path, read_private_file(path, descriptor.number));
            ring.masters_ = std::move(file.masters);
            ring.lasting_ = std::move(file.lasting);
            return ring;
        }
        if (errno != ENOENT) fail(path, std::strerror(errno));
        const Key master = random_key();
        create_file(folder, path, from_master(master).text());
    }
    fail(path, "vanished while it was read");
}

KeyRing KeyRing::from_master(const Key& master) {
    KeyRing ring;
    ring.masters_[1] = master;
    return ring;
}

std::uint32_t KeyRing::newest() const { return masters_.rbegin()->first; }

bool KeyRing::has(std::uint32_t number) const { return masters_.contains(number); }

Key KeyRing::key(Purpose purpose, std::uint32_t number) const {
    start_library();
    const auto found = masters_.find(number);
    if (found == masters_.end())
        throw std::runtime_error("no master key with number " + std::to_string(number));
    Key derived;
    crypto_kdf_derive_from_key(derived.data(), derived.size(), static_cast<std::uint64_t>(purpose),
                               derivation_context, found->second.data());
    return derived;
}

std::optional<std::uint32_t> KeyRing::old() const {
    if (masters_.size() < 2) return std::nullopt;
    return masters_.begin()->first;
}

Key KeyRing::lasting_key(Purpose purpose) const {
    const auto kept = lasting_.find(purpose);
    return kept != lasting_.end() ? kept->second : key(purpose, masters_.begin()->first);
}

std::string KeyRing::text() const {
    std::string text = std::string(first_line) + "\n";
    for (const auto& [number, master] : masters_)
        text += std::to_string(number) + " " + hex_of(master) + "\n";
    for (const auto& [purpose, key] : lasting_) {
        text += std::string(lasting_word) + std::to_string(static_cast<std::uint64_t>(purpose)) + " " +
                hex_of(key) + "\n";
    }
    return text;
}

void add_master_key(const std::string& folder) {
    auto ring = KeyRing::load_or_create(folder);
    const std::string path = folder + "/keys";
    if (ring.old()) fail(path, "holds a new key already; finish its change first");
    ring.masters_[ring.newest() + 1] = random_key();
    replace_file(folder, path, ring.text());
}

std::string drop_old_master_key(const std::string& folder) {
    auto ring = KeyRing::load_or_create(folder);
    const std::string path = folder + "/keys";
    const auto old = ring.old();
    if (!old) fail(path, "holds one key only");
    const std::string kept = path + ".before-" + std::to_string(ring.newest());
    ::unlink(kept.c_str());
    write_private_file(kept, ring.text());
    for (const auto purpose : lasting_purposes) ring.lasting_.emplace(purpose, ring.lasting_key(purpose));
    const Key newest = ring.masters_.rbegin()->second;
    ring.masters_ = {{ring.newest(), newest}};
    replace_file(folder, path, ring.text());
    return kept;
}

}  // namespace forecourt::secrets
