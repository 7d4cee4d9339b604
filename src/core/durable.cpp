#include <core/durable.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <stdexcept>

namespace forecourt {
namespace {

class Opened {
  public:
    Opened(const std::string& path, int how, mode_t mode = 0)
        : path_(path), number_(::open(path.c_str(), how | O_CLOEXEC, mode)) {
        if (number_ < 0) fail("open");
    }
    ~Opened() { ::close(number_); }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) fail("write");
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void sync() const {
        if (::fsync(number_) != 0) fail("sync");
    }

  private:
    [[noreturn]] void fail(const char* what) const {
        throw std::runtime_error(std::string("cannot ") + what + " " + path_ + ": " + std::strerror(errno));
    }

    std::string path_;
    int number_;
};

void write_and_sync(const std::string& path, int how, std::string_view bytes, mode_t mode) {
    const Opened file(path, O_WRONLY | O_CREAT | how, mode);
    file.write(bytes);
    file.sync();
}

}  // namespace

void sync_folder(const std::string& folder) { Opened(folder, O_RDONLY | O_DIRECTORY).sync(); }

void write_durably(const std::string& path, std::string_view bytes, mode_t mode) {
    const std::string fresh = path + ".part";
    write_and_sync(fresh, O_TRUNC, bytes, mode);
    std::filesystem::rename(fresh, path);
    sync_folder(std::filesystem::absolute(path).parent_path().string());
}

void append_durably(const std::string& path, std::string_view bytes, mode_t mode) {
    write_and_sync(path, O_APPEND, bytes, mode);
}

}  // namespace forecourt
