#include <core/durable.h>
#include <secrets/bytes.h>
#include <secrets/sealed_file.h>

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <vector>

namespace forecourt::secrets {
namespace {

constexpr std::string_view magic = "FORECOURT-SEALED-1\n";
constexpr std::size_t piece_size = 64 * 1024;
constexpr std::size_t sealed_size = piece_size + crypto_secretstream_xchacha20poly1305_ABYTES;
using Salt = std::array<unsigned char, crypto_pwhash_SALTBYTES>;
using Header = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES>;
using StreamKey = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES>;

StreamKey key_of(std::string_view passphrase, const Salt& salt) {
    StreamKey key;
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt.data(),
                      crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE,
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::runtime_error("no memory to derive a key from the passphrase");
    }
    return key;
}

[[noreturn]] void fail(const std::string& what, const std::string& path) {
    throw std::runtime_error(what + " " + path + ": " + std::strerror(errno));
}

}  // namespace

struct SealedFileWriter::State {
    std::string path;
    int file = -1;
    crypto_secretstream_xchacha20poly1305_state sealing{};
    std::string waiting;
    std::vector<unsigned char> sealed = std::vector<unsigned char>(sealed_size);

    ~State() {
        if (file >= 0) ::close(file);
    }
    void put(const void* bytes, std::size_t size) const {
        const auto* at = static_cast<const char*>(bytes);
        while (size > 0) {
            const auto written = ::write(file, at, size);
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) fail("cannot write", path);
            at += written;
            size -= static_cast<std::size_t>(written);
        }
    }
    void put_piece(std::string_view plain, unsigned char tag) {
        unsigned long long size = 0;
        crypto_secretstream_xchacha20poly1305_push(&sealing, sealed.data(), &size,
                                                   reinterpret_cast<const unsigned char*>(plain.data()),
                                                   plain.size(), nullptr, 0, tag);
        put(sealed.data(), static_cast<std::size_t>(size));
    }
};

SealedFileWriter::SealedFileWriter(const std::string& path, std::string_view passphrase)
    : state_(std::make_unique<State>()) {
    start_library();
    state_->path = path;
    state_->file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (state_->file < 0) fail("cannot make", path);
    Salt salt;
    randombytes_buf(salt.data(), salt.size());
    const auto key = key_of(passphrase, salt);
    Header header;
    crypto_secretstream_xchacha20poly1305_init_push(&state_->sealing, header.data(), key.data());
    state_->put(magic.data(), magic.size());
    state_->put(salt.data(), salt.size());
    state_->put(header.data(), header.size());
}

SealedFileWriter::~SealedFileWriter() = default;

// All pieces but the last have the same size, so a reader knows where each ends.
void SealedFileWriter::write(std::string_view bytes) {
    auto& waiting = state_->waiting;
    waiting += bytes;
    std::size_t done = 0;
    for (; waiting.size() - done > piece_size; done += piece_size) {
        state_->put_piece(std::string_view(waiting).substr(done, piece_size), 0);
    }
    waiting.erase(0, done);
}

void SealedFileWriter::finish() {
    state_->put_piece(state_->waiting, crypto_secretstream_xchacha20poly1305_TAG_FINAL);
    state_->waiting.clear();
    if (::fsync(state_->file) != 0) fail("cannot sync", state_->path);
    sync_folder(std::filesystem::absolute(state_->path).parent_path().string());
}

struct SealedFileReader::State {
    std::FILE* file = nullptr;
    crypto_secretstream_xchacha20poly1305_state opening{};
    std::vector<unsigned char> sealed = std::vector<unsigned char>(sealed_size);
    std::string plain;
    bool first = true;
    bool ended = false;

    ~State() {
        if (file != nullptr) std::fclose(file);
    }
    bool get(void* bytes, std::size_t size) const { return std::fread(bytes, 1, size, file) == size; }
};

SealedFileReader::SealedFileReader(const std::string& path, std::string_view passphrase)
    : state_(std::make_unique<State>()) {
    start_library();
    state_->file = std::fopen(path.c_str(), "rbe");
    if (state_->file == nullptr) fail("cannot open", path);
    std::string mark(magic.size(), '\0');
    Salt salt;
    Header header;
    if (!state_->get(mark.data(), mark.size()) || mark != magic || !state_->get(salt.data(), salt.size()) ||
        !state_->get(header.data(), header.size())) {
        throw SealedFileBroken(path + " is no sealed file of this program");
    }
    const auto key = key_of(passphrase, salt);
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state_->opening, header.data(), key.data()) != 0) {
        throw SealedFileBroken(path + " is no sealed file of this program");
    }
}

SealedFileReader::~SealedFileReader() = default;

std::string_view SealedFileReader::next() {
    if (state_->ended) {
        if (std::fgetc(state_->file) != EOF) throw SealedFileBroken("something was written behind its end");
        return {};
    }
    const auto size = std::fread(state_->sealed.data(), 1, sealed_size, state_->file);
    state_->plain.resize(piece_size);
    unsigned long long length = 0;
    unsigned char tag = 0;
    if (size < crypto_secretstream_xchacha20poly1305_ABYTES ||
        crypto_secretstream_xchacha20poly1305_pull(
            &state_->opening, reinterpret_cast<unsigned char*>(state_->plain.data()), &length, &tag,
            state_->sealed.data(), size, nullptr, 0) != 0) {
        throw SealedFileBroken(state_->first ? "the passphrase is another one, or the file is damaged"
                                             : "the file is damaged or cut off");
    }
    state_->first = false;
    state_->plain.resize(static_cast<std::size_t>(length));
    state_->ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (state_->plain.empty() && state_->ended) return next();
    return state_->plain;
}

}  // namespace forecourt::secrets
