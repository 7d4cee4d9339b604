#include <backup/backup.h>

#include <db/database.h>
#include <secrets/sealed_file.h>

#include <archive.h>
#include <archive_entry.h>

#include <unistd.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <stdexcept>
#include <vector>

namespace forecourt::backup {
namespace {

namespace disk = std::filesystem;
constexpr const char* database_name = "forecourt.sqlite";

/// Removes what was begun unless it came to its end.
class Undo {
  public:
    explicit Undo(std::string path) : path_(std::move(path)) {}
    ~Undo() {
        std::error_code ignored;
        if (!path_.empty()) disk::remove_all(path_, ignored);
    }
    Undo(const Undo&) = delete;
    Undo& operator=(const Undo&) = delete;
    void keep() { path_.clear(); }

  private:
    std::string path_;
};

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

class Packer {
  public:
    explicit Packer(secrets::SealedFileWriter& file)
        : sink_{file, {}}, packed_(archive_write_new(), archive_write_free) {
        check(archive_write_set_format_pax_restricted(packed_.get()));
        check(archive_write_add_filter_zstd(packed_.get()));
        // No zeros behind the packed bytes: they would be read as one more frame.
        check(archive_write_set_bytes_in_last_block(packed_.get(), 1));
        check(archive_write_open(packed_.get(), &sink_, nullptr, put, nullptr));
    }

    void add(const disk::path& path, const std::string& name) {
        std::ifstream file(path, std::ios::binary);
        if (!file) throw std::runtime_error("cannot read " + path.string());
        const auto size = static_cast<std::int64_t>(disk::file_size(path));
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                             archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), size);
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        check(archive_write_header(packed_.get(), entry.get()));
        std::vector<char> buffer(1 << 20);
        for (std::int64_t left = size; left > 0;) {
            file.read(buffer.data(), std::min<std::int64_t>(left, static_cast<std::int64_t>(buffer.size())));
            const auto read = file.gcount();
            if (read <= 0) throw std::runtime_error(path.string() + " became shorter");
            if (archive_write_data(packed_.get(), buffer.data(), static_cast<std::size_t>(read)) != read) {
                fail(packed_.get(), sink_.thrown);
            }
            left -= read;
        }
        ++counted_.files;
        counted_.bytes += size;
    }

    Counted finish() {
        check(archive_write_close(packed_.get()));
        return counted_;
    }

  private:
    void check(int code) {
        if (code < ARCHIVE_WARN || sink_.thrown) fail(packed_.get(), sink_.thrown);
    }

    Sink sink_;
    Packed packed_;
    Counted counted_;
};

/// Every file of the folder with its name below it, but for the database, which has a snapshot instead.
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

/// Whether a name stays below the folder it is unpacked into.
bool stays_below(const disk::path& name) {
    if (name.empty() || name.is_absolute()) return false;
    return std::none_of(name.begin(), name.end(), [](const disk::path& part) { return part == ".."; });
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

std::string quoted(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
    return quoted + "'";
}

}  // namespace

Counted make_backup(const std::string& data_folder, const std::string& file, std::string_view passphrase) {
    const std::string database = data_folder + "/" + database_name;
    if (!disk::exists(database)) throw std::runtime_error("there is no store in " + data_folder);
    if (disk::exists(file)) throw std::runtime_error(file + " is there already");
    const std::string snapshot = data_folder + "/" + database_name + ".snapshot";
    const Undo no_snapshot(snapshot);
    disk::remove(snapshot);
    db::Database(db::Settings{.sqlite_file = database, .postgresql_url = {}})
        .connect(true)
        ->script("vacuum into " + quoted(snapshot));
    secrets::SealedFileWriter sealed(file, passphrase);
    Undo no_file(file);
    Packer packer(sealed);
    packer.add(snapshot, database_name);
    for (const auto& [path, name] : files_of(data_folder)) packer.add(path, name);
    const auto counted = packer.finish();
    sealed.finish();
    no_file.keep();
    return counted;
}

Counted restore_backup(const std::string& file, const std::string& data_folder, std::string_view passphrase) {
    if (disk::exists(data_folder)) throw std::runtime_error(data_folder + " is there already");
    secrets::SealedFileReader sealed(file, passphrase);
    const std::string making = data_folder + ".part";
    disk::remove_all(making);
    disk::create_directories(making);
    Undo nothing_made(making);
    const auto counted = unpack(sealed, making);
    // The program asks for keys that nobody else can read.
    for (const auto* only : {"keys", "seal/seal_certificate.pem", "seal/seal_key.pem"}) {
        const auto path = disk::path(making) / only;
        if (disk::exists(path)) disk::permissions(path, disk::perms::owner_read);
    }
    if (disk::exists(making + "/seal")) disk::permissions(making + "/seal", disk::perms::owner_all);
    ::sync();
    disk::rename(making, data_folder);
    ::sync();
    nothing_made.keep();
    return counted;
}

}  // namespace forecourt::backup
