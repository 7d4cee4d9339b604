#include <anchors/anchor.h>
#include <backup/packing.h>
#include <backup/shipper.h>
#include <core/durable.h>
#include <db/sqlite.h>
#include <files/blob_store.h>
#include <secrets/digest.h>

#include <algorithm>
#include <chrono>

namespace forecourt::backup {
namespace {

namespace disk = std::filesystem;

// What may wait for a folder that can not be written. Beyond, a new base is cheaper.
constexpr std::size_t most_waiting_bytes = std::size_t{256} << 20;
// Files are sent before the rows that speak of them, but a first shipment of many may not hold up the rows.
constexpr auto longest_for_files = std::chrono::seconds(10);

// A base that could not be written is not tried again at once: it costs a copy of the database.
constexpr Duration patience_after_failure = seconds(30);

constexpr db::Sql begin_snapshot{"backup.begin_snapshot", "select count(*) from sqlite_schema"};

bool belongs_to_base(const std::string& name) {
    return !name.starts_with("files/") && !name.starts_with("anchors/");
}

}  // namespace

Shipper::Shipper(db::Database& database, db::LogCopy& log_copy, ShipSettings settings)
    : database_(database), log_copy_(log_copy), settings_(std::move(settings)), thread_([this] { loop(); }) {}

Shipper::~Shipper() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

ShipFigures Shipper::figures() const {
    const std::lock_guard guard(mutex_);
    return figures_;
}

std::string Shipper::path_of(const Generation& generation, const std::string& name) const {
    return settings_.folder + "/" + generation.name + "/" + name;
}

void Shipper::loop() {
    for (bool last = false; !last;) {
        std::string trouble;
        {
            const std::lock_guard guard(mutex_);
            last = stopping_;
        }
        try {
            round(last);
        } catch (const std::exception& error) {
            trouble = error.what();
        }
        bool changed = false;
        {
            std::unique_lock lock(mutex_);
            if (!trouble.empty()) ++figures_.failures;
            changed = trouble != figures_.trouble;
            figures_.trouble = trouble;
        }
        if (changed && settings_.trouble) settings_.trouble(trouble);
        std::unique_lock lock(mutex_);
        // The coming base is looked for more often than segments are sent.
        const auto patience = std::chrono::milliseconds(coming_ && !current_ ? 50 : settings_.every.ms);
        if (!last) wake_.wait_for(lock, patience, [&] { return stopping_; });
    }
    if (base_.valid()) base_.wait();
}

void Shipper::round(bool last) {
    claim_folder();
    // All that is committed by now has been told to the copy.
    const Instant now = settings_.clock();
    const auto taken = log_copy_.take();
    if (!taken) {
        // What follows could not be proved to follow: only a new base can tell.
        current_.reset();
        if (base_.valid()) base_.wait();
        base_ = {};
        coming_.reset();
    } else {
        if (current_) keep_for(*current_, *taken);
        if (coming_) keep_for(*coming_, *taken);
    }
    const bool is_old = current_ && now - current_->begun >= settings_.base_every;
    if (!coming_ && (!current_ || is_old)) begin_generation(now);
    send_anchors();
    send_files();
    if (current_) send(*current_, now);
    finish_generation(last);
}

// The folder must be there: a mount that is gone must not be filled up beneath.
void Shipper::claim_folder() {
    if (!disk::is_directory(settings_.folder)) throw std::runtime_error(settings_.folder + " is not there");
    if (claimed_) return;
    const std::string path = settings_.folder + "/owner";
    const auto mark = owner_mark(settings_.key);
    if (!disk::exists(path)) write_durably(path, mark);
    if (bytes_of_file(path) != mark) {
        throw std::runtime_error(settings_.folder + " holds another store's shipments");
    }
    for (const auto& name : begun_generations_in(settings_.folder))
        disk::remove_all(settings_.folder + "/" + name);
    claimed_ = true;
}

void Shipper::keep_for(Generation& generation, const std::vector<db::CommittedPages>& commits) {
    for (const auto& commit : commits) {
        generation.waiting_bytes += commit.pages.size();
        generation.waiting.push_back(commit);
    }
}

// The snapshot is taken while the writer holds still, so that it ends where the segments begin.
void Shipper::begin_generation(Instant now) {
    if (now < no_base_before_) return;
    no_base_before_ = now + patience_after_failure;
    Generation next;
    std::shared_ptr<db::Connection> reader = database_.connect(true);
    std::vector<db::CommittedPages> until_here;
    std::exception_ptr failed;
    std::promise<db::Outcome> done;
    const auto hold_still = [&](db::Connection&) {
        try {
            auto taken = log_copy_.take();
            if (taken) {
                std::move(taken->begin(), taken->end(), std::back_inserter(until_here));
            } else {
                current_.reset();
                log_copy_.begin_here();
            }
            reader->begin_read();
            reader->query(begin_snapshot, {}, [](const db::Row&) {});
            next.begun = settings_.clock();
            next.name = new_generation_name(next.begun);
        } catch (...) {
            failed = std::current_exception();
        }
        return true;
    };
    if (!database_.submit(
            {.store = 0, .run = hold_still, .done = [&](db::Outcome o) { done.set_value(o); }})) {
        throw std::runtime_error("the writer takes no work");
    }
    const auto outcome = done.get_future().get();
    if (current_) keep_for(*current_, until_here);
    if (failed) std::rethrow_exception(failed);
    if (outcome != db::Outcome::committed) throw std::runtime_error("the writer did not hold still");
    coming_ = next;
    base_ = std::async(std::launch::async, [this, next, reader] { return make_base(next, *reader); });
}

std::string Shipper::make_base(const Generation& generation, db::Connection& reader) {
    const std::string snapshot = settings_.data_folder + "/" + database_name + ".base";
    const Undo no_snapshot(snapshot);
    disk::remove(snapshot);
    db::copy_sqlite_pages(reader, snapshot);
    reader.commit();
    const std::string folder = path_of(generation, "");
    disk::create_directory(folder);
    Undo no_folder(folder);
    const std::string facts = folder + base_facts_name;
    write_durably(facts, to_text(BaseFacts{.generation = generation.name, .at = generation.begun}));
    const std::string part = folder + base_name + ".part";
    secrets::SealedFileWriter sealed(part, settings_.passphrase);
    Packer packer(sealed);
    packer.add(snapshot, database_name);
    packer.add(facts, base_facts_name);
    for (const auto& [path, name] : files_of(settings_.data_folder)) {
        if (belongs_to_base(name)) packer.add(path, name);
    }
    packer.finish();
    sealed.finish();
    disk::remove(facts);
    const auto hash = sha256_of_file(part);
    write_durably(folder + "latest", seal_latest(settings_.key, generation.name,
                                                 {.sequence = 0, .hash = hash, .until = generation.begun}));
    disk::rename(part, folder + base_name);
    sync_folder(folder);
    sync_folder(settings_.folder);
    no_folder.keep();
    return hash;
}

void Shipper::finish_generation(bool wait) {
    if (!coming_) return;
    if (!wait && base_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        if (coming_->waiting_bytes > most_waiting_bytes) finish_generation(true);
        return;
    }
    auto next = std::move(*coming_);
    coming_.reset();
    next.hash = base_.get();
    no_base_before_ = {};
    {
        const std::lock_guard guard(mutex_);
        ++figures_.generations;
    }
    const Instant now = settings_.clock();
    if (const auto taken = log_copy_.take()) {
        keep_for(next, *taken);
        send_files();
        current_ = std::move(next);
        send(*current_, now);
    }
    throw_away_old(now);
}

void Shipper::send(Generation& generation, Instant until) {
    if (generation.waiting_bytes > most_waiting_bytes) {
        current_.reset();
        throw std::runtime_error("too much waits: a new base is made");
    }
    std::size_t bytes = 0;
    if (!generation.waiting.empty()) {
        Segment segment{.sequence = generation.sequence + 1,
                        .before = generation.hash,
                        .page_size = log_copy_.page_size(),
                        .commits = {}};
        segment.commits.swap(generation.waiting);
        const auto sealed = seal_segment(settings_.key, generation.name, segment);
        segment.commits.swap(generation.waiting);
        const auto path = path_of(generation, segment_name(segment.sequence));
        if (disk::exists(path)) {
            // Somebody else writes here, or its name came to the disk and the answer did not.
            current_.reset();
            throw std::runtime_error(path + " is there already: a new base is made");
        }
        write_durably(path, sealed);
        generation.sequence = segment.sequence;
        generation.hash = secrets::sha256_hex(sealed);
        generation.waiting.clear();
        generation.waiting_bytes = 0;
        bytes = sealed.size();
    }
    write_durably(path_of(generation, "latest"),
                  seal_latest(settings_.key, generation.name,
                              {.sequence = generation.sequence, .hash = generation.hash, .until = until}));
    const std::lock_guard guard(mutex_);
    figures_.until = until;
    figures_.segments += bytes > 0 ? 1 : 0;
    figures_.bytes += bytes;
}

// A folder of files that has not changed since it was looked through holds nothing new.
void Shipper::send_files() {
    const std::string from = settings_.data_folder + "/files";
    if (!disk::exists(from)) return;
    if (!sent_files_) {
        sent_files_.emplace();
        const std::string to = settings_.folder + "/files";
        disk::create_directory(to);
        for (auto& hash : files::BlobStore(to).all()) sent_files_->insert(std::move(hash));
    }
    const auto until = std::chrono::steady_clock::now() + longest_for_files;
    for (const auto& folder : disk::directory_iterator(from)) {
        if (!folder.is_directory()) continue;
        const auto name = folder.path().filename().string();
        const auto changed = disk::last_write_time(folder.path());
        const auto seen = seen_folders_.find(name);
        if (seen != seen_folders_.end() && seen->second == changed) continue;
        // Two changes in one tick of the clock look like one.
        const bool is_settled = disk::file_time_type::clock::now() - changed > std::chrono::seconds(2);
        for (const auto& file : disk::directory_iterator(folder.path())) {
            const auto hash = file.path().filename().string();
            if (files::is_hash(hash) && !sent_files_->contains(hash)) send_file(hash);
            if (std::chrono::steady_clock::now() > until) return;
        }
        if (is_settled) seen_folders_[name] = changed;
    }
}

void Shipper::send_file(const std::string& hash) {
    const files::BlobStore store(settings_.data_folder + "/files");
    const auto bytes = store.get(hash);
    if (!bytes) return;
    const std::string folder = settings_.folder + "/files/" + hash.substr(0, 2);
    if (disk::create_directory(folder)) sync_folder(settings_.folder + "/files");
    write_durably(folder + "/" + hash, seal_file(settings_.key, hash, *bytes));
    sent_files_->insert(hash);
}

// How much of the anchors lies there already. Those of another history (a store that was brought back from a
// moment goes on from there) are put aside: they stay a witness.
std::size_t Shipper::same_anchors() {
    const std::string to = settings_.folder + "/anchors/" + anchors::file_name;
    disk::create_directory(settings_.folder + "/anchors");
    if (!disk::exists(to)) return 0;
    const auto there = bytes_of_file(to);
    if (bytes_of_file(settings_.anchor_file).starts_with(there)) return there.size();
    disk::rename(to, to + ".until-" + new_generation_name(settings_.clock()));
    return 0;
}

void Shipper::send_anchors() {
    if (settings_.anchor_file.empty() || !disk::exists(settings_.anchor_file)) return;
    if (!sent_anchors_) {
        sent_anchors_ = same_anchors();
        const auto key = disk::path(settings_.anchor_file).parent_path() / anchors::key_name;
        write_durably(settings_.folder + "/anchors/" + anchors::key_name, bytes_of_file(key));
    }
    if (disk::file_size(settings_.anchor_file) <= *sent_anchors_) return;
    const auto bytes = bytes_of_file(settings_.anchor_file);
    const auto sent = std::exchange(sent_anchors_, std::nullopt);
    append_durably(settings_.folder + "/anchors/" + anchors::file_name,
                   std::string_view(bytes).substr(*sent));
    sent_anchors_ = bytes.size();
}

// A generation is needed until the one after it is older than what is kept.
void Shipper::throw_away_old(Instant now) {
    const auto names = generations_in(settings_.folder);
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        if (now - time_of_generation(names[i + 1]) > settings_.keep) {
            disk::remove_all(settings_.folder + "/" + names[i]);
        }
    }
}

}  // namespace forecourt::backup
