#include <backup/packing.h>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <stdexcept>

namespace forecourt::backup {
namespace {

namespace disk = std::filesystem;

// What libarchive calls, in the middle of C: an exception waits until it has returned.
struct Sink {
    secrets::SealedFileWriter& file;
    std::exception_ptr thrown;
};
la_ssize_t put(archive*, void* data, const void* bytes, std::size_t size) {
    auto& sink = *static_cast<Sink*>(data);
    try {
        sink.file.write({static_cast<const char*>(bytes), size});
        return static_cast<la_ssize_t>(size);
    } catch (...) {
        sink.thrown = std::current_exception();
        return -1;
    }
}
struct Source {
    secrets::SealedFileReader& file;
    std::exception_ptr thrown;
};
la_ssize_t get(archive*, void* data, const void** bytes) {
    auto& source = *static_cast<Source*>(data);
    try {
        const auto piece = source.file.next();
        *bytes = piece.data();
        return static_cast<la_ssize_t>(piece.size());
    } catch (...) {
        source.thrown = std::current_exception();
        return -1;
    }
}

[[noreturn]] void fail(archive* packed, const std::exception_ptr& thrown) {
    if (thrown) std::rethrow_exception(thrown);
    const char* text = archive_error_string(packed);
    throw std::runtime_error(text != nullptr ? text : "the archive failed");
}

using Packed = std::unique_ptr<archive, int (*)(archive*)>;

/// Whether a name stays below the folder it is unpacked into.
bool stays_below(const disk::path& name) {
    if (name.empty() || name.is_absolute()) return false;
    return std::none_of(name.begin(), name.end(), [](const disk::path& part) { return part == ".."; });
}

}  // namespace

struct Packer::State {
    explicit State(secrets::SealedFileWriter& file)
        : sink{file, {}}, packed(archive_write_new(), archive_write_free) {}
    void check(int code) {
        if (code < ARCHIVE_WARN || sink.thrown) fail(packed.get(), sink.thrown);
    }
    Sink sink;
    Packed packed;
    Counted counted;
};

Packer::Packer(secrets::SealedFileWriter& file) : state_(std::make_unique<State>(file)) {
    auto* packed = state_->packed.get();
    state_->check(archive_write_set_format_pax_restricted(packed));
    state_->check(archive_write_add_filter_zstd(packed));
    // No zeros behind the packed bytes: they would be read as one more frame.
    state_->check(archive_write_set_bytes_in_last_block(packed, 1));
    state_->check(archive_write_open(packed, &state_->sink, nullptr, put, nullptr));
}

Packer::~Packer() = default;

void Packer::add(const disk::path& path, const std::string& name, std::int64_t size) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    if (size < 0) size = static_cast<std::int64_t>(disk::file_size(path));
    auto* packed = state_->packed.get();
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                         archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), size);
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    state_->check(archive_write_header(packed, entry.get()));
    std::vector<char> buffer(1 << 20);
    for (std::int64_t left = size; left > 0;) {
        file.read(buffer.data(), std::min<std::int64_t>(left, static_cast<std::int64_t>(buffer.size())));
        const auto read = file.gcount();
        if (read <= 0) throw std::runtime_error(path.string() + " became shorter");
        if (archive_write_data(packed, buffer.data(), static_cast<std::size_t>(read)) != read) {
            fail(packed, state_->sink.thrown);
        }
        left -= read;
    }
    ++state_->counted.files;
    state_->counted.bytes += size;
}

Counted Packer::finish() {
    state_->check(archive_write_close(state_->packed.get()));
    return state_->counted;
}

std::vector<std::pair<disk::path, std::string>> files_of(const disk::path& folder) {
    std::vector<std::pair<disk::path, std::string>> found;
    for (const auto& entry : disk::recursive_directory_iterator(folder)) {
        const auto name = disk::relative(entry.path(), folder).generic_string();
        if (entry.is_regular_file() && !name.starts_with(database_name))
            found.emplace_back(entry.path(), name);
    }
    std::sort(found.begin(), found.end());
    return found;
}

Counted unpack(secrets::SealedFileReader& file, const disk::path& folder) {
    Source source{file, {}};
    const Packed packed(archive_read_new(), archive_read_free);
    archive_read_support_format_tar(packed.get());
    archive_read_support_filter_zstd(packed.get());
    const auto check = [&](int code) {
        if (code < ARCHIVE_WARN || source.thrown) fail(packed.get(), source.thrown);
    };
    check(archive_read_open(packed.get(), &source, nullptr, get, nullptr));
    Counted counted;
    archive_entry* entry = nullptr;
    for (;;) {
        const int code = archive_read_next_header(packed.get(), &entry);
        if (code == ARCHIVE_EOF) break;
        check(code);
        const disk::path name = archive_entry_pathname(entry);
        if (!stays_below(name) || archive_entry_filetype(entry) != AE_IFREG) {
            throw std::runtime_error("the backup holds what no backup holds: " + name.string());
        }
        disk::create_directories((folder / name).parent_path());
        std::ofstream out(folder / name, std::ios::binary);
        const void* bytes = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        for (;;) {
            const int more = archive_read_data_block(packed.get(), &bytes, &size, &offset);
            if (more == ARCHIVE_EOF) break;
            check(more);
            out.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size));
            counted.bytes += static_cast<std::int64_t>(size);
        }
        if (!out.flush()) throw std::runtime_error("cannot write " + (folder / name).string());
        ++counted.files;
    }
    // The tar may end before the file does: whatever follows must be whole too.
    while (!file.next().empty()) {
    }
    return counted;
}

void make_private(const disk::path& folder) {
    for (const auto* only : {"keys", "seal/seal_certificate.pem", "seal/seal_key.pem"}) {
        const auto path = folder / only;
        if (disk::exists(path)) disk::permissions(path, disk::perms::owner_read);
    }
    if (disk::exists(folder / "seal")) disk::permissions(folder / "seal", disk::perms::owner_all);
}

}  // namespace forecourt::backup
