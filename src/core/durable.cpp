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
    /// The next bytes, none at the end.
    std::string_view read(std::string& buffer) const {
        for (;;) {
            const auto got = ::read(number_, buffer.data(), buffer.size());
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail("read");
            return std::string_view(buffer).substr(0, static_cast<std::size_t>(got));
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

void give_name(const std::string& fresh, const std::string& path) {
    std::filesystem::rename(fresh, path);
    sync_folder(std::filesystem::absolute(path).parent_path().string());
}

}  // namespace

void sync_folder(const std::string& folder) { Opened(folder, O_RDONLY | O_DIRECTORY).sync(); }

void write_durably(const std::string& path, std::string_view bytes, mode_t mode) {
    const std::string fresh = path + ".part";
    write_and_sync(fresh, O_TRUNC, bytes, mode);
    give_name(fresh, path);
}

void copy_durably(const Copied& files, mode_t mode) {
    const std::string fresh = files.to + ".part";
    {
        const Opened from(files.from, O_RDONLY);
        const Opened to(fresh, O_WRONLY | O_CREAT | O_TRUNC, mode);
        std::string buffer(1 << 20, '\0');
        for (auto bytes = from.read(buffer); !bytes.empty(); bytes = from.read(buffer)) to.write(bytes);
        to.sync();
    }
    give_name(fresh, files.to);
}

void append_durably(const std::string& path, std::string_view bytes, mode_t mode) {
    write_and_sync(path, O_APPEND, bytes, mode);
}

}  // namespace forecourt
