#include <program/witness.h>

#include <anchors/witness_file.h>
#include <core/durable.h>
#include <http/server.h>
#include <mail/webhook.h>
#include <program/application.h>
#include <program/problem.h>
#include <reflect/json.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <semaphore>

namespace forecourt::program {
namespace {

constexpr std::size_t most_in_one_call = 64 * 1024;
constexpr std::chrono::seconds usual_look{5};
constexpr std::chrono::seconds longest_pause{300};
constexpr Duration clocks_differ_by = minutes(5);

struct Anchored {
    std::string lines;  // as they stand in the file
};
FORECOURT_STRUCT(Anchored, lines)

std::string told_file(const std::string& anchor_file) { return anchor_file + ".told"; }

http::Response answer(int status, std::string_view what) {
    return json_response("{\"witness\":\"" + std::string(what) + "\"}", status);
}

http::Response take(anchors::WitnessFile& file, const WitnessSettings& settings,
                    const http::Request& request) {
    if (request.method != http::Method::post) return answer(405, "only what is told by POST is taken");
    if (!mail::webhook_signature_is_valid(request.header("forecourt-signature"), settings.secret,
                                          request.body, system_clock(), clocks_differ_by)) {
        return answer(401, "this is not signed with the shared secret");
    }
    Anchored anchored;
    if (!reflect::from_json(anchored, request.body).empty()) return answer(400, "these are no anchors");
    switch (file.add(anchored.lines)) {
        case anchors::WitnessFile::Added::yes:
            return answer(200, "kept");
        case anchors::WitnessFile::Added::known_already:
            return answer(200, "known");
        case anchors::WitnessFile::Added::does_not_follow:
            spdlog::critical("anchors came that do not follow number {}: somebody rewrote them",
                             file.last_number());
            return answer(409, "these do not follow what is known");
    }
    return answer(500, "");
}

std::binary_semaphore witness_ends{0};
void end_witness(int) { witness_ends.release(); }

}  // namespace

WitnessTeller::WitnessTeller(Settings settings, std::string anchor_file)
    : settings_(std::move(settings)), anchor_file_(std::move(anchor_file)) {
    thread_ = std::thread([this] { loop(); });
}

WitnessTeller::~WitnessTeller() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

std::uint64_t WitnessTeller::told_bytes() const {
    std::ifstream in(told_file(anchor_file_));
    std::uint64_t bytes = 0;
    in >> bytes;
    return bytes;
}

WitnessTeller::Figures WitnessTeller::figures() const {
    std::error_code none;
    const auto size = std::filesystem::file_size(anchor_file_, none);
    const auto told = told_bytes();
    const std::lock_guard guard(mutex_);
    return {.bytes_to_tell = none || size < told ? 0 : size - told, .failures = failures_};
}

bool WitnessTeller::tell_next() {
    const auto told = told_bytes();
    std::ifstream in(anchor_file_, std::ios::binary);
    in.seekg(0, std::ios::end);
    const auto size = static_cast<std::uint64_t>(std::max<std::streamoff>(in.tellg(), 0));
    if (size < told) throw std::runtime_error("the anchors are shorter than what the witness was told");
    std::string lines(std::min<std::size_t>(size - told, most_in_one_call), '\0');
    in.seekg(static_cast<std::streamoff>(told));
    in.read(lines.data(), static_cast<std::streamsize>(lines.size()));
    lines.resize(lines.rfind('\n') + 1);  // a line that is being written comes with the next call
    if (lines.empty()) return false;
    const auto outcome = mail::post_webhook(
        {.url = settings_.url, .secret = settings_.secret, .allow_private_addresses = true},
        {.event_id = "anchors-" + std::to_string(told),
         .body = reflect::to_json(Anchored{lines}),
         .at = system_clock()});
    if (outcome.state != mail::Outcome::State::sent) {
        throw std::runtime_error("the witness did not take them: " + std::to_string(outcome.code) + " " +
                                 outcome.detail);
    }
    write_durably(told_file(anchor_file_), std::to_string(told + lines.size()));
    return told + lines.size() < size;
}

void WitnessTeller::loop() {
    auto pause = usual_look;
    for (bool last = false;;) {
        try {
            while (tell_next()) {
            }
            pause = usual_look;
        } catch (const std::exception& error) {
            spdlog::error("witness: {}", error.what());
            pause = std::min(2 * pause, longest_pause);
            const std::lock_guard guard(mutex_);
            ++failures_;
        }
        if (last) return;
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, pause, [&] { return stopping_; });
        // Once more, for what was anchored when the program ended.
        last = stopping_;
    }
}

int serve_witness(const WitnessSettings& settings) {
    anchors::WitnessFile file(settings.file);
    std::mutex mutex;
    http::Server server(
        {.address = settings.address, .port = static_cast<std::uint16_t>(settings.port), .max_body = 1 << 20},
        [&](http::Request&& request, http::Responder responder) {
            if (request.path == "/healthz" || request.path == "/readyz") return responder(answer(200, "ok"));
            const std::lock_guard guard(mutex);
            responder(take(file, settings, request));
        });
    std::signal(SIGTERM, end_witness);
    std::signal(SIGINT, end_witness);
    server.start();
    std::printf("a witness on %s:%d, anchor %lld is the last it knows\n", settings.address.c_str(),
                static_cast<int>(server.port()), static_cast<long long>(file.last_number()));
    std::fflush(stdout);
    witness_ends.acquire();
    return 0;
}

}  // namespace forecourt::program
