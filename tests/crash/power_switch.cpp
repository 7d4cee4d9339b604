#include <crash/power_switch.h>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <thread>

namespace forecourt::crash {
namespace {

namespace disk = std::filesystem;
constexpr unsigned long shut_down = _IOR('X', 125, std::uint32_t);  // of ext4 and XFS
constexpr std::uint32_t without_flushing = 2;

bool runs(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

/// A file with a file system in it, mounted while it lives.
class Disk {
  public:
    explicit Disk(const std::string& file_system)
        : image_(disk::temp_directory_path() / ("forecourt_disk_" + std::to_string(::getpid()))),
          folder_(image_ + ".mounted") {
        disk::create_directories(folder_);
        can_be_used_ = ::geteuid() == 0 && runs("truncate -s 512M " + image_) &&
                       runs("mkfs." + file_system + " -q " + image_) && mount();
    }
    ~Disk() {
        if (is_mounted_) unmount();
        std::error_code ignored;
        disk::remove_all(folder_, ignored);
        disk::remove(image_, ignored);
    }
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    bool can_be_used() const { return can_be_used_; }
    const std::string& folder() const { return folder_; }

    void cut_power() const {
        const int open_folder = ::open(folder_.c_str(), O_RDONLY | O_CLOEXEC);
        std::uint32_t how = without_flushing;
        const int answer = ::ioctl(open_folder, shut_down, &how);
        ::close(open_folder);
        if (answer != 0) throw std::runtime_error("the file system can not be shut down");
    }
    void switch_on() {
        unmount();
        if (!mount()) throw std::runtime_error("the file system can not be mounted again");
    }

  private:
    bool mount() { return is_mounted_ = runs("mount -o loop " + image_ + " " + folder_); }
    void unmount() {
        // The killed program's files are closed in a moment.
        for (int i = 0; i < 50 && ::umount(folder_.c_str()) != 0; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        is_mounted_ = false;
    }

    std::string image_;
    std::string folder_;
    bool is_mounted_ = false;
    bool can_be_used_ = false;
};

/// New places are made below this folder while it lives.
class PlacesIn {
  public:
    explicit PlacesIn(const std::string& folder) { ::setenv("TMPDIR", folder.c_str(), 1); }
    ~PlacesIn() { ::unsetenv("TMPDIR"); }
};

// ext4 takes two milliseconds to go down, and in these it may tell a sync as done that is not: every answer
// that was seen to be lost (in 5 of 300 cuts) was given within them. A machine without power answers nobody.
void cut_under_load(Ledger& ledger, const Disk& disk, std::chrono::milliseconds wait) {
    Served served(ledger.folder());
    std::atomic<bool> is_dark{false};
    Instant cut_at;
    ledger.load(
        served, [&] { return is_dark.load(); },
        [&] {
            std::this_thread::sleep_for(wait);
            is_dark = true;
            cut_at = program::system_clock();
            disk.cut_power();
            served.kill_now();
        });
    ledger.doubt_answers_since(cut_at);
}

}  // namespace

Count power_switch(std::mt19937& random, const std::string& file_system, int cuts, std::string& skipped) {
    Disk disk(file_system);
    Count count;
    if (!disk.can_be_used()) {
        skipped = "needs root, loop devices and mkfs." + file_system;
        return count;
    }
    const PlacesIn places(disk.folder());
    Ledger ledger("switch");
    ::sync();
    for (int i = 0; i < cuts; ++i) {
        const std::chrono::milliseconds wait(std::uniform_int_distribution<int>(50, 500)(random));
        cut_under_load(ledger, disk, wait);
        disk.switch_on();
    }
    count.acknowledged = ledger.answered();
    count.unknown = ledger.sent() - ledger.answered();
    {
        Served served(ledger.folder());
        ledger.ask_again(served, count);
    }
    ledger.look(count);
    return count;
}

}  // namespace forecourt::crash
