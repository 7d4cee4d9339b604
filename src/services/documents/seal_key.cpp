#include <services/documents/api.h>
#include <services/documents/seal_key.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace forecourt::documents {
namespace {

struct Configured {
    SealKey key;
    std::string name;
};
std::optional<Configured>& configured() {
    static std::optional<Configured> settings;
    return settings;
}

std::optional<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

[[noreturn]] void fail(const std::string& path) {
    throw std::runtime_error("seal: cannot write " + path + ": " + std::strerror(errno));
}

// Readable by the owner alone, and never over a file that is there.
void write_file(const std::string& path, const std::string& text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400);
    if (file < 0) fail(path);
    const bool written =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!written) fail(path);
}

}  // namespace

void configure_seal(const SealSettings& settings) {
    if (::mkdir(settings.folder.c_str(), 0700) != 0 && errno != EEXIST) fail(settings.folder);
    const std::string certificate_path = settings.folder + "/seal_certificate.pem";
    const std::string key_path = settings.folder + "/seal_key.pem";
    auto certificate = read_file(certificate_path);
    auto key = read_file(key_path);
    if (certificate.has_value() != key.has_value()) {
        throw std::runtime_error("seal: " + key_path + " and " + certificate_path + " belong together");
    }
    if (!key) {
        auto made = make_self_signed(settings.name, settings.now);
        write_file(key_path, made.key_pem);
        write_file(certificate_path, made.certificate_pem);
        certificate = std::move(made.certificate_pem);
        key = std::move(made.key_pem);
    }
    configured() = Configured{.key = {.certificate_pem = std::move(*certificate), .key_pem = std::move(*key)},
                              .name = settings.name};
}

std::string sealed(std::string_view pdf, std::string_view reason, Instant at) {
    ensure(configured());
    return seal(pdf, configured()->key,
                {.reason = std::string(reason), .name = configured()->name, .location = {}, .at = at});
}

}  // namespace forecourt::documents
