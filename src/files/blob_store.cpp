#include <core/durable.h>
#include <files/blob_store.h>
#include <secrets/digest.h>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <stdexcept>

namespace forecourt::files {
namespace {

[[noreturn]] void fail(const std::string& path, const char* what) {
    throw std::runtime_error(std::string("file store: ") + what + " " + path + ": " + std::strerror(errno));
}

struct Descriptor {
    int number = -1;
    explicit Descriptor(int opened) : number(opened) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

/// True when the folder is new.
bool make_folder(const std::string& path) {
    if (::mkdir(path.c_str(), 0700) == 0) return true;
    if (errno != EEXIST) fail(path, "cannot make folder");
    return false;
}

void write_all(int descriptor, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(path, "cannot write");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// Hands the file's bytes over piece by piece; false when it is not there.
bool read_pieces(const std::string& path, const std::function<void(std::string_view)>& take) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number < 0) {
        if (errno == ENOENT) return false;
        fail(path, "cannot open");
    }
    std::string piece(256U << 10, '\0');
    for (;;) {
        const ssize_t got = ::read(file.number, piece.data(), piece.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(path, "cannot read");
        if (got == 0) return true;
        take({piece.data(), static_cast<std::size_t>(got)});
    }
}

std::vector<std::string> names_in(const std::string& path) {
    std::vector<std::string> names;
    DIR* folder = ::opendir(path.c_str());
    if (folder == nullptr) fail(path, "cannot list");
    while (const dirent* entry = ::readdir(folder)) names.emplace_back(entry->d_name);
    ::closedir(folder);
    return names;
}

}  // namespace

bool is_hash(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

BlobStore::BlobStore(std::string folder) : folder_(std::move(folder)) {
    if (make_folder(folder_)) {
        const std::size_t slash = folder_.find_last_of('/');
        sync_folder(slash == std::string::npos ? "." : folder_.substr(0, std::max<std::size_t>(slash, 1)));
    }
}

std::string BlobStore::path_of(std::string_view hash) const {
    if (!is_hash(hash)) return {};
    return folder_ + "/" + std::string(hash.substr(0, 2)) + "/" + std::string(hash);
}

std::string BlobStore::put(std::string_view bytes) const {
    std::string hash = secrets::sha256_hex(bytes);
    const std::string path = path_of(hash);
    // A file whose size is right was stored whole (the name appears only after its bytes are on the disk).
    const auto stored = size_of(hash);
    if (stored && *stored == bytes.size()) return hash;

    const std::string folder = folder_ + "/" + hash.substr(0, 2);
    if (make_folder(folder)) sync_folder(folder_);
    const std::string fresh = folder + "/.new-" + secrets::to_hex(secrets::random_bytes(8));
    {
        const Descriptor file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400));
        if (file.number < 0) fail(fresh, "cannot make");
        try {
            write_all(file.number, bytes, fresh);
            if (::fsync(file.number) != 0) fail(fresh, "cannot sync");
        } catch (...) {
            ::unlink(fresh.c_str());
            throw;
        }
    }
    if (::rename(fresh.c_str(), path.c_str()) != 0) {
        const int error = errno;
        ::unlink(fresh.c_str());
        errno = error;
        fail(path, "cannot name");
    }
    sync_folder(folder);
    return hash;
}

std::optional<std::string> BlobStore::get(std::string_view hash) const {
    const auto size = size_of(hash);
    if (!size) return std::nullopt;
    std::string bytes;
    bytes.reserve(*size);
    if (!read_pieces(path_of(hash), [&](std::string_view piece) { bytes += piece; })) return std::nullopt;
    return bytes;
}

bool BlobStore::exists(std::string_view hash) const { return size_of(hash).has_value(); }

std::optional<std::size_t> BlobStore::size_of(std::string_view hash) const {
    struct stat facts {};
    if (!is_hash(hash) || ::stat(path_of(hash).c_str(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return std::nullopt;
    return static_cast<std::size_t>(facts.st_size);
}

BlobStore::Verdict BlobStore::verify(std::string_view hash) const {
    if (!is_hash(hash)) return Verdict::missing;
    secrets::Sha256 sum;
    if (!read_pieces(path_of(hash), [&](std::string_view piece) { sum.add(piece); })) return Verdict::missing;
    return sum.hex() == hash ? Verdict::intact : Verdict::damaged;
}

std::vector<std::string> BlobStore::all() const {
    std::vector<std::string> hashes;
    for (const std::string& group : names_in(folder_)) {
        if (group.size() != 2 || group.find_first_not_of("0123456789abcdef") != std::string::npos) continue;
        for (std::string& name : names_in(folder_ + "/" + group))
            if (is_hash(name)) hashes.push_back(std::move(name));
    }
    std::sort(hashes.begin(), hashes.end());
    return hashes;
}

}  // namespace forecourt::files
