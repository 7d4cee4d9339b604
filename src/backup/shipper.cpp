#include <anchors/anchor.h>
#include <backup/packing.h>
#include <backup/shipper.h>
#include <core/durable.h>
#include <db/sqlite.h>
#include <files/blob_store.h>
#include <reflect/json.h>
#include <secrets/digest.h>

#include <algorithm>
#include <chrono>

namespace forecourt::backup {
namespace {

namespace disk = std::filesystem;

// What may wait for a depot that can not be reached. Beyond, a new base is cheaper.
constexpr std::size_t most_waiting_bytes = std::size_t{256} << 20;
// Files are sent before the rows that speak of them, but a first shipment of many may not hold up the rows.
constexpr auto longest_for_files = std::chrono::seconds(10);
// A bucket takes each name alone, and a day leaves thousands.
constexpr auto longest_for_litter = std::chrono::seconds(1);

// A base that could not be written is not tried again at once: it costs a copy of the database.
constexpr Duration patience_after_failure = seconds(30);

const std::string anchors_name = std::string("anchors/") + anchors::file_name;

constexpr db::Sql begin_snapshot{"backup.begin_snapshot", "select count(*) from sqlite_schema"};

// How far the shipment has come, for the program that is started next. Beside the database, and no part of a
// backup: it says nothing of another place.
struct LeftAt {
    std::string generation;
    Instant begun;
    std::int64_t sequence{};
    std::string hash;
    std::vector<std::int64_t> salt;  // two words each
    std::vector<std::int64_t> sum;
    std::int64_t frames{};
};
FORECOURT_STRUCT(LeftAt, generation, begun, sequence, hash, salt, sum, frames)

std::string left_at_file(const std::string& data_folder) {
    return data_folder + "/" + database_name + ".shipped";
}

std::vector<std::int64_t> words_of(const db::wal::Sums& sums) { return {sums.first, sums.second}; }
db::wal::Sums sums_of(const std::vector<std::int64_t>& words) {
    if (words.size() != 2) return {};
    return {static_cast<std::uint32_t>(words[0]), static_cast<std::uint32_t>(words[1])};
}

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

// At once, also when the depot is away: later the log may have been begun anew.
void Shipper::go_on() {
    went_on_ = true;
    const auto file = left_at_file(settings_.data_folder);
    LeftAt left;
    if (!disk::exists(file) || !reflect::from_json(left, bytes_of_file(file)).empty()) return;
    const db::LogPlace place{.salt = sums_of(left.salt), .sum = sums_of(left.sum), .frames = left.frames};
    bool goes_on = false;
    while_nobody_commits([&] { goes_on = log_copy_.go_on_from(place); });
    if (!goes_on) return;
    is_as_left_ = false;
    current_ = Generation{
        .name = left.generation, .begun = left.begun, .sequence = left.sequence, .hash = left.hash};
}

// Somebody else may have shipped here meanwhile, or thrown away, or changed what says how far it had come.
void Shipper::look_where_it_was_left() {
    auto& depot = *settings_.depot;
    const auto whole = generations_in(depot).whole;
    const auto latest = depot.get(current_->name + "/" + latest_name);
    bool as_left = latest && !whole.empty() && whole.back() == current_->name;
    try {
        if (as_left) {
            const auto there = open_latest(settings_.key, current_->name, *latest);
            as_left = there.sequence == current_->sequence && there.hash == current_->hash;
        }
    } catch (const ShipmentBroken&) {
        as_left = false;
    }
    is_as_left_ = true;
    if (!as_left) current_.reset();
}

void Shipper::note_where_it_is_left(const Generation& generation) {
    const auto place = log_copy_.place();
    auto left = reflect::to_json(LeftAt{.generation = generation.name,
                                        .begun = generation.begun,
                                        .sequence = generation.sequence,
                                        .hash = generation.hash,
                                        .salt = words_of(place.salt),
                                        .sum = words_of(place.sum),
                                        .frames = place.frames});
    if (left == noted_) return;
    write_durably(left_at_file(settings_.data_folder), left);
    noted_ = std::move(left);
}

void Shipper::round(bool last) {
    if (!went_on_) go_on();
    claim();
    if (!is_as_left_) look_where_it_was_left();
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
    clear_away();
}

// Each round, because a mount that is gone may leave an empty folder, which must not be filled up beneath.
void Shipper::claim() {
    auto& depot = *settings_.depot;
    const auto mark = owner_mark(settings_.key);
    const auto there = depot.get(owner_name);
    if (there && *there != mark) throw std::runtime_error(depot.where() + " holds another store's shipments");
    if (!there && claimed_) throw std::runtime_error(depot.where() + " has lost what was shipped to it");
    if (!there) depot.put(owner_name, mark);
    claimed_ = true;
}

void Shipper::keep_for(Generation& generation, const std::vector<db::CommittedPages>& commits) {
    for (const auto& commit : commits) {
        generation.waiting_bytes += commit.pages.size();
        generation.waiting.push_back(commit);
    }
}

// Runs it on the writer's thread; it may be run twice.
void Shipper::while_nobody_commits(const std::function<void()>& work) {
    std::exception_ptr failed;
    std::promise<db::Outcome> done;
    const auto hold_still = [&](db::Connection&) {
        failed = nullptr;
        try {
            work();
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
    if (failed) std::rethrow_exception(failed);
    if (outcome != db::Outcome::committed) throw std::runtime_error("the writer did not hold still");
}

// The snapshot ends where the segments begin.
void Shipper::begin_generation(Instant now) {
    if (now < no_base_before_) return;
    no_base_before_ = now + patience_after_failure;
    Generation next;
    std::shared_ptr<db::Connection> reader = database_.connect(true);
    while_nobody_commits([&] {
        reader->rollback();
        if (const auto taken = log_copy_.take()) {
            if (current_) keep_for(*current_, *taken);
        } else {
            current_.reset();
            log_copy_.begin_here();
        }
        reader->begin_read();
        reader->query(begin_snapshot, {}, [](const db::Row&) {});
        next.begun = settings_.clock();
        next.name = new_generation_name(next.begun);
    });
    coming_ = next;
    base_ = std::async(std::launch::async, [this, next, reader] { return make_base(next, *reader); });
}

std::string Shipper::make_base(const Generation& generation, db::Connection& reader) {
    const std::string snapshot = settings_.data_folder + "/" + database_name + ".base";
    const std::string facts = snapshot + ".facts";
    const std::string file = snapshot + ".sealed";
    for (const auto& left : {snapshot, facts, file}) disk::remove(left);
    const Undo no_snapshot(snapshot);
    const Undo no_facts(facts);
    const Undo no_file(file);
    db::copy_sqlite_pages(reader, snapshot);
    reader.commit();
    write_durably(facts, to_text(BaseFacts{.generation = generation.name, .at = generation.begun}));
    {
        secrets::SealedFileWriter sealed(file, settings_.passphrase);
        Packer packer(sealed);
        packer.add(snapshot, database_name);
        packer.add(facts, base_facts_name);
        for (const auto& [path, name] : files_of(settings_.data_folder)) {
            if (belongs_to_base(name)) packer.add(path, name);
        }
        packer.finish();
        sealed.finish();
    }
    disk::remove(snapshot);
    const auto hash = sha256_of_file(file);
    auto& depot = *settings_.depot;
    depot.put(generation.name + "/" + latest_name,
              seal_latest(settings_.key, generation.name,
                          {.sequence = 0, .hash = hash, .until = generation.begun}));
    depot.put_file(generation.name + "/" + base_name, file);
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
        const auto name = generation.name + "/" + segment_name(segment.sequence);
        if (settings_.depot->exists(name)) {
            // Somebody else writes here, or it came there and the answer did not come back.
            current_.reset();
            throw std::runtime_error(name + " is there already: a new base is made");
        }
        settings_.depot->put(name, sealed);
        generation.sequence = segment.sequence;
        generation.hash = secrets::sha256_hex(sealed);
        generation.waiting.clear();
        generation.waiting_bytes = 0;
        bytes = sealed.size();
    }
    settings_.depot->put(
        generation.name + "/" + latest_name,
        seal_latest(settings_.key, generation.name,
                    {.sequence = generation.sequence, .hash = generation.hash, .until = until}));
    note_where_it_is_left(generation);
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
        const auto there = files_in(*settings_.depot);
        sent_files_.emplace(there.begin(), there.end());
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
    settings_.depot->put(file_name(hash), seal_file(settings_.key, hash, *bytes));
    sent_files_->insert(hash);
}

// How much of the anchors lies there already. Those of another history (a store that was brought back from a
// moment goes on from there) are put aside: they stay a witness.
std::size_t Shipper::same_anchors() {
    auto& depot = *settings_.depot;
    if (!depot.exists(anchors_name)) return 0;
    const std::string scratch = settings_.data_folder + "/" + database_name + ".anchors";
    const Undo no_scratch(scratch);
    const auto there = bytes_of_file(depot.fetch(anchors_name, scratch));
    if (bytes_of_file(settings_.anchor_file).starts_with(there)) return there.size();
    depot.lengthen(anchors_name + ".until-" + new_generation_name(settings_.clock()), there, 0);
    return 0;
}

void Shipper::send_anchors() {
    if (settings_.anchor_file.empty() || !disk::exists(settings_.anchor_file)) return;
    if (!sent_anchors_) {
        sent_anchors_ = same_anchors();
        const auto key = disk::path(settings_.anchor_file).parent_path() / anchors::key_name;
        settings_.depot->put(std::string("anchors/") + anchors::key_name, bytes_of_file(key));
    }
    if (disk::file_size(settings_.anchor_file) <= *sent_anchors_) return;
    const auto bytes = bytes_of_file(settings_.anchor_file);
    const auto sent = std::exchange(sent_anchors_, std::nullopt);
    settings_.depot->lengthen(anchors_name, bytes, *sent);
    sent_anchors_ = bytes.size();
}

// A generation is needed until the one after it is older than what is kept. Without its base it is none, and
// what lies in it is litter, as is what a base that failed has left.
void Shipper::throw_away_old(Instant now) {
    auto& depot = *settings_.depot;
    auto [whole, litter] = generations_in(depot);
    for (std::size_t i = 0; i + 1 < whole.size(); ++i) {
        if (now - time_of_generation(whole[i + 1]) <= settings_.keep) continue;
        depot.remove(whole[i] + "/" + base_name);
        litter.push_back(whole[i]);
    }
    litter_.clear();
    for (const auto& generation : litter) {
        litter_.push_back(generation);
        for (const auto& name : depot.names_in(generation)) litter_.push_back(generation + "/" + name);
    }
}

// A little at a time, so that it does not hold up what is committed.
void Shipper::clear_away() {
    const auto until = std::chrono::steady_clock::now() + longest_for_litter;
    for (; !litter_.empty() && std::chrono::steady_clock::now() < until; litter_.pop_back()) {
        settings_.depot->remove(litter_.back());
    }
}

}  // namespace forecourt::backup
