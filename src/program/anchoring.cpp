#include <program/anchoring.h>

#include <db/send.h>
#include <secrets/keys.h>
#include <services/log/api.h>
#include <spdlog/spdlog.h>

#include <fstream>
#include <iterator>

namespace forecourt::program {
namespace {

constexpr auto longest_between = std::chrono::seconds(60);
constexpr std::size_t most_between = 1000;
// A commit can be seen a moment before its time is noted for shipping. An anchor is dated later than both, so
// that the state of a moment holds all that is anchored up to it.
constexpr auto seen_before_noted = std::chrono::milliseconds(100);
constexpr std::size_t most_findings = 20;

}  // namespace

std::string usual_anchor_folder(const Place& place) { return place.data_folder + "/anchors"; }

// The first master key's, so that one public key checks all anchors of a store's life.
secrets::Signer anchor_signer(const secrets::KeyRing& keys) {
    return secrets::Signer(keys.lasting_key(secrets::Purpose::anchor_signing));
}

Anchoring::Anchoring(Application& application, const std::string& folder)
    : application_(application), file_(folder, anchor_signer(application.keys())) {
    file_.append(ends(), system_clock());
    thread_ = std::thread([this] { loop(); });
}

Anchoring::~Anchoring() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void Anchoring::notice(std::size_t entries) {
    const std::lock_guard guard(mutex_);
    entries_ += entries;
    if (entries_ >= most_between) wake_.notify_all();
}

std::vector<anchors::End> Anchoring::ends() {
    std::vector<anchors::End> ends;
    application_.database().read([&](db::Connection& db) {
        for (const auto& head : log::every_head(db)) {
            ends.push_back({.store = head.store_id.value, .seq = head.seq, .hash = head.hash});
        }
        db::confirm(db);
    });
    return ends;
}

void Anchoring::loop() {
    for (bool last = false; !last;) {
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, longest_between, [&] { return stopping_ || entries_ >= most_between; });
            last = stopping_;
            entries_ = 0;
        }
        try {
            const auto found = ends();
            std::this_thread::sleep_for(seen_before_noted);
            file_.append(found, system_clock());
        } catch (const std::exception& error) {
            spdlog::error("anchors: {}", error.what());
        }
    }
}

anchors::ReadAnchors anchors_in(const std::string& file, const std::string& public_key_hex) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return {.anchors = {}, .findings = {"the anchors " + file + " can not be read"}};
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    return anchors::read_anchors(bytes, public_key_hex);
}

std::vector<std::string> check_anchors(db::Connection& db, anchors::ReadAnchors read) {
    auto& findings = read.findings;
    for (const auto& anchor : read.anchors) {
        if (findings.size() >= most_findings) break;
        const auto hash = log::hash_at(db, {anchor.store}, anchor.seq);
        const std::string which = "store " + std::to_string(anchor.store) + ": entry " +
                                  std::to_string(anchor.seq) + ", anchored at " + to_text(anchor.at) + ", ";
        if (!hash) {
            findings.push_back(which + "is missing: the log was cut off");
        } else if (*hash != anchor.hash) {
            findings.push_back(which + "is another one now: the log was written anew");
        }
    }
    return findings;
}

}  // namespace forecourt::program
