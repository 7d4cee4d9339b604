#include <program/application.h>

#include <db/postgresql.h>
#include <db/sqlite_vfs.h>
#include <modules/consultation/api.h>
#include <modules/customers/api.h>
#include <program/file_place.h>
#include <program/modules.h>
#include <secrets/keys.h>
#include <services/access/api.h>
#include <services/access/second_factor.h>
#include <services/checklists/api.h>
#include <services/contract_templates/api.h>
#include <services/documents/api.h>
#include <services/files/api.h>
#include <services/messages/api.h>
#include <services/search/api.h>
#include <services/standards/api.h>

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

namespace forecourt::program {

Instant system_clock() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

namespace {

void tell_of(const db::Upgrade& upgrade) {
    if (upgrade.from != upgrade.to) {
        spdlog::info("the data came from schema {} to schema {}; as it was before: {}", upgrade.from,
                     upgrade.to, upgrade.copy.empty() ? "only in your backup" : upgrade.copy);
    }
    if (upgrade.got_page_checksums) {
        spdlog::info("the database was written anew: each of its pages has a checksum now");
    }
}

void tell_of_damage(const db::DamagedPage& page) {
    spdlog::critical("page {} of {} is damaged: bring a backup back (forecourt restore)", page.number,
                     page.file);
}

}  // namespace

Application::Application(const Place& place, WriterHooks hooks) : place_(place) {
    std::filesystem::create_directories(place.data_folder);
    std::filesystem::create_directories(place.data_folder + "/files");
    keys_ = std::make_unique<secrets::KeyRing>(secrets::KeyRing::load_or_create(place.data_folder));
    customers::configure(*keys_);
    consultation::configure(*keys_);
    messages::configure(*keys_);
    access::configure_second_factor(*keys_);
    search::configure(*keys_);
    documents::configure(*keys_);
    files::configure(file_settings(place));
    documents::configure_seal(
        {.folder = place.data_folder + "/seal", .name = "Forecourt", .now = system_clock()});
    std::vector<std::string_view> events;
    for (const auto* module : every_module().all()) {
        events.insert(events.end(), module->events.begin(), module->events.end());
    }
    std::sort(events.begin(), events.end());
    standards::know_events(std::move(events));
    database_ =
        std::make_unique<db::Database>(db::Settings{.sqlite_file = place.data_folder + "/forecourt.sqlite",
                                                    .postgresql_url = place.postgresql_url,
                                                    .unsynced = place.in_the_making,
                                                    .writers = 4,
                                                    .failed = std::move(hooks.failed),
                                                    .longest_queue = hooks.longest_queue,
                                                    .answer_group = std::move(hooks.answer_group),
                                                    .log_copy = hooks.log_copy});
    db::tell_damaged_pages(tell_of_damage);
    if (const auto upgrade = database_->migrate(every_module().names())) tell_of(*upgrade);
    if (database_->engine() == db::Engine::postgresql && !db::has_page_checksums(*database_->connect())) {
        spdlog::warn(
            "this PostgreSQL does not notice a byte that changes in its files: pg_checksums --enable");
    }
    turn_ = std::make_unique<db::Turn>(*database_);
    ids_ = std::make_unique<BlockIds>(*database_);
    ids_->start();
    database_->start();
    runner_ = std::make_unique<Runner>(*database_, every_module(), *ids_);
}

Application::~Application() = default;

void Application::install_standards(Instant now) {
    std::vector<access::StoreFacts> stores;
    database_->read([&](db::Connection& db) { stores = access::every_store(db); });
    for (const auto& store : stores) {
        const auto answer =
            runner_->run_work_and_wait(system_actor(store.id), now, [](Tx& tx) -> MaybeRefused {
                checklists::install(tx);
                contract_templates::install(tx);
                standards::install(tx);
                return std::nullopt;
            });
        ensure(answer.ending == Ending::done);
    }
}

std::vector<Id<Store>> stores_of(Application& application) {
    std::vector<Id<Store>> stores;
    application.database().read([&](db::Connection& db) {
        for (const auto& store : access::every_store(db)) stores.push_back(store.id);
    });
    return stores;
}

namespace {

void run_job(Application& application, const TimedJob& job, Instant now,
             const std::vector<Id<Store>>& stores) {
    for (const auto store : stores) {
        application.runner().run_work_and_wait(system_actor(store), now, [&](Tx& tx) -> MaybeRefused {
            job.run(tx);
            return std::nullopt;
        });
    }
}

}  // namespace

void run_due_jobs(Application& application, Instant from, Instant to) {
    const auto stores = stores_of(application);
    for (const auto* module : application.runner().modules().all()) {
        for (const auto& job : module->jobs) {
            if (from.ms / job.every.ms != to.ms / job.every.ms) run_job(application, job, to, stores);
        }
    }
}

Scheduler::Scheduler(Application& application, std::function<Instant()> clock)
    : application_(application), clock_(std::move(clock)), thread_([this] { loop(); }) {}

Scheduler::~Scheduler() {
    stopping_ = true;
    thread_.join();
}

void Scheduler::loop() {
    // Paced by the steady clock: where the other one is set back, jobs do not wait until it is there again.
    using Steady = std::chrono::steady_clock;
    Instant last = clock_();
    bool was_ours = true;
    auto last_look = Steady::now();
    while (!stopping_) {
        std::this_thread::sleep_for(std::chrono::milliseconds(250));
        if (Steady::now() - last_look < std::chrono::seconds(1)) continue;
        last_look = Steady::now();
        const Instant now = clock_();
        application_.note_job_look();
        // Who takes the turn over runs every job: some may have been due while nobody had it. A job that has
        // nothing left to do does nothing.
        const bool is_ours = application_.turn().is_ours();
        if (is_ours && !was_ours) last = {};
        was_ours = is_ours;
        if (!is_ours) continue;
        try {
            run_due_jobs(application_, last, now);
        } catch (const std::exception&) {
            // The database is away; the jobs look again in a second.
        }
        last = now;
    }
}

}  // namespace forecourt::program
