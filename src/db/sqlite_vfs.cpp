#include <db/page_checksum.h>
#include <db/sqlite_log.h>
#include <db/sqlite_vfs.h>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <new>
#include <optional>
#include <utility>
#include <vector>

namespace forecourt::db {
namespace {

std::mutex mutex;
sqlite3_vfs* below = nullptr;
std::function<void(const DamagedPage&)> tell_of;
std::vector<DamagedPage> told;
thread_local std::optional<DamagedPage> last_met;
// SQLite does not expect its pages to be changed while they are written.
thread_local std::array<char, 65536> scratch;

// What SQLite holds of a database's file or of its write-ahead log. The system's own file lies behind it.
struct File {
    sqlite3_file base;
    const char* name;
    PageForm form;
    bool is_behind_first;          // pages were written before the first one said what they are like
    std::optional<SqliteLog> log;  // where it is one
    File* partner;                 // the database's log, and the log's database, of the same connection

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    const sqlite3_io_methods& calls() { return *real()->pMethods; }
    bool is_page(int size, sqlite3_int64 at) const {
        return static_cast<std::size_t>(size) == form.size && at % size == 0;
    }
};

File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }

int damaged(const File& file, std::int64_t number) {
    last_met = DamagedPage{.file = file.name, .number = number};
    const std::lock_guard guard(mutex);
    if (std::find(told.begin(), told.end(), *last_met) == told.end()) {
        told.push_back(*last_met);
        if (tell_of) tell_of(*last_met);
    }
    return SQLITE_IOERR_DATA;
}

void look_at_head(File& file) {
    char head[database_head_size];
    if (file.calls().xRead(file.real(), head, sizeof head, 0) == SQLITE_OK) {
        file.form = page_form_of({head, sizeof head});
    }
}

int read_file(sqlite3_file* base, void* to, int size, sqlite3_int64 at) {
    auto& file = of(base);
    const int code = file.calls().xRead(file.real(), to, size, at);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return code;
    auto* bytes = static_cast<char*>(to);
    const std::string_view page(bytes, static_cast<std::size_t>(size));
    if (at == 0) {
        if (const auto form = page_form_of(page); form.size != 0) file.form = form;
    }
    if (!file.is_page(size, at)) return code;
    if (!file.form.has_checksums) return at == 0 && hides_its_checksum(page) ? damaged(file, 1) : code;
    // No page with a checksum is ever left to be zeros, so a file that ends too early is damaged as well.
    if (!page_checksum_fits(page, at / size + 1)) return damaged(file, at / size + 1);
    std::memset(bytes + size - page_checksum_size, 0, page_checksum_size);
    return code;
}

int write_page(File& file, const void* bytes, int size, sqlite3_int64 at) {
    if (bytes != scratch.data()) std::memcpy(scratch.data(), bytes, static_cast<std::size_t>(size));
    put_page_checksum({scratch.data(), static_cast<std::size_t>(size)}, at / size + 1);
    return file.calls().xWrite(file.real(), scratch.data(), size, at);
}

// A large transaction in a new file writes pages before the first one, when its memory is full.
int catch_up(File& file) {
    const auto size = static_cast<int>(file.form.size);
    sqlite3_int64 end = 0;
    int code = file.calls().xFileSize(file.real(), &end);
    for (sqlite3_int64 at = size; code == SQLITE_OK && at + size <= end; at += size) {
        code = file.calls().xRead(file.real(), scratch.data(), size, at);
        if (code == SQLITE_OK) code = write_page(file, scratch.data(), size, at);
    }
    return code;
}

int write_file(sqlite3_file* base, const void* bytes, int size, sqlite3_int64 at) {
    auto& file = of(base);
    if (at == 0) {
        const auto form = page_form_of({static_cast<const char*>(bytes), static_cast<std::size_t>(size)});
        if (form.size != 0) file.form = form;
    } else if (!file.form.has_checksums) {
        look_at_head(file);
        file.is_behind_first |= file.form.size == 0;
    }
    if (!file.form.has_checksums || !file.is_page(size, at)) {
        return file.calls().xWrite(file.real(), bytes, size, at);
    }
    const int code = write_page(file, bytes, size, at);
    const bool catches_up = code == SQLITE_OK && at == 0 && std::exchange(file.is_behind_first, false);
    return catches_up ? catch_up(file) : code;
}

int read_log(sqlite3_file* base, void* to, int size, sqlite3_int64 at) {
    auto& file = of(base);
    const int code = file.log->read(to, size, at);
    return code == SQLITE_IOERR_DATA ? damaged(file, file.log->damaged_page()) : code;
}
int write_log(sqlite3_file* base, const void* bytes, int size, sqlite3_int64 at) {
    return of(base).log->write(bytes, size, at);
}
// Before anything else is done with a log.
int write_gathered(File& file) { return file.log ? file.log->write_gathered() : SQLITE_OK; }

// The rest is passed on.
int close_file(sqlite3_file* base) {
    auto& file = of(base);
    if (file.partner != nullptr) file.partner->partner = nullptr;
    const int code = file.calls().xClose(file.real());
    file.~File();
    return code;
}
int cut_file(sqlite3_file* file, sqlite3_int64 size) {
    if (const int code = write_gathered(of(file)); code != SQLITE_OK) return code;
    return of(file).calls().xTruncate(of(file).real(), size);
}
int sync_file(sqlite3_file* file, int flags) {
    if (const int code = write_gathered(of(file)); code != SQLITE_OK) return code;
    return of(file).calls().xSync(of(file).real(), flags);
}
int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
    if (const int code = write_gathered(of(file)); code != SQLITE_OK) return code;
    return of(file).calls().xFileSize(of(file).real(), size);
}
int lock_file(sqlite3_file* file, int how) { return of(file).calls().xLock(of(file).real(), how); }
int unlock_file(sqlite3_file* file, int how) { return of(file).calls().xUnlock(of(file).real(), how); }
int is_reserved(sqlite3_file* file, int* answer) {
    return of(file).calls().xCheckReservedLock(of(file).real(), answer);
}
int control_file(sqlite3_file* file, int what, void* with) {
    return of(file).calls().xFileControl(of(file).real(), what, with);
}
int sector_of_file(sqlite3_file* file) { return of(file).calls().xSectorSize(of(file).real()); }
int promises_of_file(sqlite3_file* file) { return of(file).calls().xDeviceCharacteristics(of(file).real()); }
int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** to) {
    return of(file).calls().xShmMap(of(file).real(), region, size, extend, to);
}
// The first of the locks is the writer's: without it others may write where a transaction was undone.
int lock_shared(sqlite3_file* file, int at, int count, int flags) {
    if (at == 0 && (flags & SQLITE_SHM_UNLOCK) != 0 && of(file).partner != nullptr)
        of(file).partner->log->forget_gathered();
    return of(file).calls().xShmLock(of(file).real(), at, count, flags);
}
void fence_shared(sqlite3_file* file) { of(file).calls().xShmBarrier(of(file).real()); }
int unmap_shared(sqlite3_file* file, int also_delete) {
    return of(file).calls().xShmUnmap(of(file).real(), also_delete);
}

using Read = decltype(sqlite3_io_methods::xRead);
using Write = decltype(sqlite3_io_methods::xWrite);
// Of version 2: pages are not mapped into memory, past the checksums.
constexpr sqlite3_io_methods methods_of(Read read, Write write) {
    return {
        2,           close_file,   read,         write,        cut_file,       sync_file,        size_of_file,
        lock_file,   unlock_file,  is_reserved,  control_file, sector_of_file, promises_of_file, map_shared,
        lock_shared, fence_shared, unmap_shared, nullptr,      nullptr};
}
constexpr auto database_methods = methods_of(read_file, write_file);
constexpr auto log_methods = methods_of(read_log, write_log);

int open_file(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* base, int flags, int* flags_out) {
    const bool is_log = (flags & SQLITE_OPEN_WAL) != 0;
    if (!is_log && (flags & SQLITE_OPEN_MAIN_DB) == 0) {
        return below->xOpen(below, name, base, flags, flags_out);
    }
    auto& file = *new (base) File{};
    file.name = name;
    file.real()->pMethods = nullptr;
    const int code = below->xOpen(below, name, file.real(), flags, flags_out);
    // What has methods is closed, also where it could not be opened.
    if (file.real()->pMethods != nullptr) file.base.pMethods = is_log ? &log_methods : &database_methods;
    if (code != SQLITE_OK) return code;
    if (is_log) {
        file.log.emplace(file.real());
        file.partner = &of(sqlite3_database_file_object(name));
        file.partner->partner = &file;
    } else {
        look_at_head(file);
    }
    return code;
}

sqlite3_vfs own;

}  // namespace

void use_page_checksums() {
    const std::lock_guard guard(mutex);
    auto* usual = sqlite3_vfs_find(nullptr);
    if (usual == &own) return;
    sqlite3_vfs_unregister(&own);
    below = usual;
    // All that is not about open files is done by the functions of the one below.
    own = *below;
    own.szOsFile = static_cast<int>(sizeof(File)) + below->szOsFile;
    own.zName = "forecourt";
    own.pNext = nullptr;
    own.xOpen = open_file;
    sqlite3_vfs_register(&own, 1);
}

void tell_damaged_pages(std::function<void(const DamagedPage&)> tell) {
    const std::lock_guard guard(mutex);
    tell_of = std::move(tell);
}

std::optional<DamagedPage> take_damaged_page() { return std::exchange(last_met, std::nullopt); }

}  // namespace forecourt::db
