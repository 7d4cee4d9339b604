#include <crash/recorder.h>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <new>
#include <stdexcept>

namespace forecourt::crash {
namespace {

constexpr std::size_t sector = 512;

struct Recording {
    std::string folder;
    std::function<void(const RecordedFiles&)> before_sync;
    bool forgets_syncs = false;
    RecordedFiles files;
    std::recursive_mutex mutex;
};
Recording* recording = nullptr;

void apply(std::string& bytes, const Pending& write) {
    const auto end = static_cast<std::size_t>(write.at) + write.bytes.size();
    if (write.is_cut || bytes.size() < end) bytes.resize(end);
    std::copy(write.bytes.begin(), write.bytes.end(), bytes.begin() + write.at);
}

// What SQLite holds of a file: the system's own behind it.
struct File {
    sqlite3_file base;
    sqlite3_file* real;
    std::string* name;  // null where nothing is recorded
};

File* of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
sqlite3_file* real_of(sqlite3_file* file) { return of(file)->real; }

void remember(sqlite3_file* file, Pending write) {
    if (of(file)->name == nullptr) return;
    const std::lock_guard guard(recording->mutex);
    recording->files[*of(file)->name].pending.push_back(std::move(write));
}

int close_file(sqlite3_file* file) {
    const int code = real_of(file)->pMethods->xClose(real_of(file));
    ::operator delete(of(file)->real);
    delete of(file)->name;
    return code;
}
int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    return real_of(file)->pMethods->xRead(real_of(file), to, size, at);
}
int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    const int code = real_of(file)->pMethods->xWrite(real_of(file), bytes, size, at);
    if (code == SQLITE_OK) {
        remember(file,
                 {.at = at, .bytes = {static_cast<const char*>(bytes), static_cast<std::size_t>(size)}});
    }
    return code;
}
int cut_file(sqlite3_file* file, sqlite3_int64 size) {
    const int code = real_of(file)->pMethods->xTruncate(real_of(file), size);
    if (code == SQLITE_OK) remember(file, {.at = size, .bytes = {}, .is_cut = true});
    return code;
}
int sync_file(sqlite3_file* file, int flags) {
    if (of(file)->name != nullptr) {
        const std::lock_guard guard(recording->mutex);
        recording->before_sync(recording->files);
        if (recording->forgets_syncs && of(file)->name->ends_with("-wal")) return SQLITE_OK;
        auto& recorded = recording->files[*of(file)->name];
        for (const auto& write : recorded.pending) apply(recorded.durable, write);
        recorded.pending.clear();
    }
    return real_of(file)->pMethods->xSync(real_of(file), flags);
}
int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}
int lock_file(sqlite3_file* file, int how) { return real_of(file)->pMethods->xLock(real_of(file), how); }
int unlock_file(sqlite3_file* file, int how) { return real_of(file)->pMethods->xUnlock(real_of(file), how); }
int is_reserved(sqlite3_file* file, int* answer) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), answer);
}
int control_file(sqlite3_file* file, int what, void* with) {
    return real_of(file)->pMethods->xFileControl(real_of(file), what, with);
}
int sector_of_file(sqlite3_file* file) { return real_of(file)->pMethods->xSectorSize(real_of(file)); }
// No promise about the disk but that a sync is one.
int promises_of_file(sqlite3_file*) { return 0; }
int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** to) {
    return real_of(file)->pMethods->xShmMap(real_of(file), region, size, extend, to);
}
int lock_shared(sqlite3_file* file, int at, int count, int flags) {
    return real_of(file)->pMethods->xShmLock(real_of(file), at, count, flags);
}
void fence_shared(sqlite3_file* file) { real_of(file)->pMethods->xShmBarrier(real_of(file)); }
int unmap_shared(sqlite3_file* file, int also_delete) {
    return real_of(file)->pMethods->xShmUnmap(real_of(file), also_delete);
}

constexpr sqlite3_io_methods methods{
    2,           close_file,   read_file,    write_file,   cut_file,       sync_file,        size_of_file,
    lock_file,   unlock_file,  is_reserved,  control_file, sector_of_file, promises_of_file, map_shared,
    lock_shared, fence_shared, unmap_shared, nullptr,      nullptr};

sqlite3_vfs* system_vfs() {
    static sqlite3_vfs* vfs = sqlite3_vfs_find("unix");
    return vfs;
}

bool is_recorded(const char* name) {
    return recording != nullptr && name != nullptr && std::string_view(name).starts_with(recording->folder);
}

int open_file(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* flags_out) {
    auto* real = static_cast<sqlite3_file*>(::operator new(static_cast<std::size_t>(system_vfs()->szOsFile)));
    std::memset(real, 0, static_cast<std::size_t>(system_vfs()->szOsFile));
    const int code = system_vfs()->xOpen(system_vfs(), name, real, flags, flags_out);
    if (code != SQLITE_OK) {
        ::operator delete(real);
        file->pMethods = nullptr;
        return code;
    }
    of(file)->real = real;
    of(file)->name = is_recorded(name) ? new std::string(name) : nullptr;
    file->pMethods = &methods;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char* name, int sync_folder) {
    if (is_recorded(name)) {
        const std::lock_guard guard(recording->mutex);
        recording->files.erase(name);
    }
    return system_vfs()->xDelete(system_vfs(), name, sync_folder);
}

sqlite3_vfs& recording_vfs() {
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs own = *system_vfs();
        own.szOsFile = sizeof(File);
        own.zName = "recording";
        own.pNext = nullptr;
        own.xOpen = open_file;
        own.xDelete = delete_file;
        return own;
    }();
    return vfs;
}

}  // namespace

std::string after_power_cut(const Recorded& file, Kept kept, std::mt19937& random) {
    std::string bytes = file.durable;
    if (kept == Kept::nothing) return bytes;
    for (const auto& write : file.pending) {
        if (kept == Kept::everything || write.is_cut) {
            if (kept == Kept::everything || random() % 2 == 0) apply(bytes, write);
            continue;
        }
        for (std::size_t i = 0; i < write.bytes.size();) {
            const auto at = static_cast<std::size_t>(write.at) + i;
            const auto size = std::min(sector - at % sector, write.bytes.size() - i);
            if (random() % 2 == 0) {
                apply(bytes, {.at = static_cast<std::int64_t>(at), .bytes = write.bytes.substr(i, size)});
            }
            i += size;
        }
    }
    return bytes;
}

Recorder::Recorder(std::string folder, std::function<void(const RecordedFiles&)> before_sync,
                   bool forgets_syncs) {
    if (recording != nullptr) throw std::logic_error("one recorder at a time");
    recording = new Recording{
        .folder = std::move(folder), .before_sync = std::move(before_sync), .forgets_syncs = forgets_syncs};
    sqlite3_vfs_register(&recording_vfs(), 1);
}

void Recorder::show(const std::function<void(const RecordedFiles&)>& see) const {
    const std::lock_guard guard(recording->mutex);
    see(recording->files);
}

Recorder::~Recorder() {
    sqlite3_vfs_register(system_vfs(), 1);
    delete recording;
    recording = nullptr;
}

}  // namespace forecourt::crash
