#include <program/serve.h>

#include <backup/shipper.h>
#include <documents/fonts.h>
#include <http/server.h>
#include <program/anchoring.h>
#include <program/api.h>
#include <program/current_call.h>
#include <program/log_follower.h>
#include <program/outbox.h>
#include <program/pages.h>
#include <program/papers.h>
#include <program/payment_gateway.h>
#include <program/resealing.h>
#include <program/ship_place.h>
#include <program/witness.h>
#include <secrets/keys.h>

#include <spdlog/spdlog.h>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <semaphore>

namespace forecourt::program {
namespace {

std::binary_semaphore stop_asked{0};
std::atomic<bool> database_failed{false};

void ask_to_stop(int) { stop_asked.release(); }

std::int64_t seconds_since(Instant at) { return (system_clock() - at).ms / 1000; }

http::Response health(const backup::Shipper* shipper) {
    http::Response response;
    response.content_type = "text/plain; charset=utf-8";
    std::string text = "ok\n";
    if (shipper != nullptr) {
        const auto figures = shipper->figures();
        text += figures.until ? "shipped " + std::to_string(seconds_since(*figures.until)) + " s ago\n"
                              : "nothing shipped yet\n";
        if (!figures.trouble.empty()) text += "shipping: " + figures.trouble + "\n";
    }
    response.body = std::move(text);
    return response;
}

std::string metric(const char* name, const char* help, const char* kind, std::uint64_t value) {
    return std::string("# HELP ") + name + " " + help + "\n# TYPE " + name + " " + kind + "\n" + name + " " +
           std::to_string(value) + "\n";
}

struct ProcessFigures {
    std::uint64_t resident_bytes{};
    std::uint64_t open_files{};
};

// As Linux tells it in /proc; zeros elsewhere.
ProcessFigures process_figures() {
    ProcessFigures figures;
    std::uint64_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages >> pages;  // the second number
    figures.resident_bytes = pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    std::error_code none;
    for (std::filesystem::directory_iterator one("/proc/self/fd", none), end; one != end; one.increment(none))
        ++figures.open_files;
    return figures;
}

std::string shipping_metrics(const backup::Shipper& shipper) {
    const auto figures = shipper.figures();
    std::string text;
    if (figures.until) {
        text += metric("forecourt_ship_lag_seconds", "What would be lost with the machine now.", "gauge",
                       static_cast<std::uint64_t>(std::max<std::int64_t>(seconds_since(*figures.until), 0)));
    }
    return text +
           metric("forecourt_ship_generations_total", "Bases shipped.", "counter", figures.generations) +
           metric("forecourt_ship_segments_total", "Segments shipped.", "counter", figures.segments) +
           metric("forecourt_ship_bytes_total", "Bytes of segments shipped.", "counter", figures.bytes) +
           metric("forecourt_ship_failures_total", "Attempts that failed.", "counter", figures.failures);
}

std::string witness_metrics(const WitnessTeller& witness) {
    const auto figures = witness.figures();
    return metric("forecourt_witness_bytes_to_tell", "Anchors that the witness does not have yet.", "gauge",
                  figures.bytes_to_tell) +
           metric("forecourt_witness_failures_total", "Attempts to tell it that failed.", "counter",
                  figures.failures);
}

http::Response metrics(Application& application, http::Server& server, Api& api,
                       const backup::Shipper* shipper, const WitnessTeller* witness) {
    const auto writer = application.database().stats();
    const auto http = server.stats();
    std::string text;
    const auto add = [&](const char* name, const char* help, const char* kind, std::uint64_t value) {
        text += metric(name, help, kind, value);
    };
    add("forecourt_actions_total", "Transactions given to the writer.", "counter", writer.jobs);
    add("forecourt_commit_groups_total", "Commits, each of one group of transactions.", "counter",
        writer.groups);
    add("forecourt_actions_waiting", "Transactions waiting for the writer.", "gauge", writer.waiting);
    add("forecourt_actions_turned_away_total", "Transactions answered 503 because too many were waiting.",
        "counter", writer.turned_away);
    add("forecourt_job_looks_total", "How often the timed jobs were looked through.", "counter",
        application.job_looks());
    add("forecourt_http_requests_total", "Requests answered.", "counter", http.requests);
    add("forecourt_http_refused_total", "Requests refused by the server itself.", "counter", http.refused);
    add("forecourt_http_connections", "Open connections.", "gauge", http.connections);
    add("forecourt_live_streams", "Open live streams.", "gauge", api.live().subscribers());
    const auto process = process_figures();
    add("process_resident_memory_bytes", "Memory of the program.", "gauge", process.resident_bytes);
    add("process_open_fds", "Open files and connections.", "gauge", process.open_files);
    std::vector<const Histogram<9>*> groups;
    std::vector<const TimeHistogram*> commits;
    for (const auto* writer : application.database().figures()) {
        groups.push_back(&writer->group_size);
        commits.push_back(&writer->commit_us);
    }
    text +=
        "# HELP forecourt_commit_group_size Transactions a commit.\n"
        "# TYPE forecourt_commit_group_size histogram\n" +
        histogram_text<9>("forecourt_commit_group_size", "", groups, 1) +
        "# HELP forecourt_commit_seconds What a COMMIT took; on SQLite the disk's sync.\n"
        "# TYPE forecourt_commit_seconds histogram\n" +
        histogram_text<13>("forecourt_commit_seconds", "", commits, 1e6) + api.figures().text();
    if (shipper != nullptr) text += shipping_metrics(*shipper);
    if (witness != nullptr) text += witness_metrics(*witness);
    http::Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = std::move(text);
    return response;
}

std::vector<http::Header> common_headers(bool encrypted) {
    std::vector<http::Header> headers{{"X-Content-Type-Options", "nosniff"},
                                      {"Cache-Control", "no-store"},
                                      {"Referrer-Policy", "same-origin"},
                                      {"X-Frame-Options", "DENY"},
                                      {"Cross-Origin-Opener-Policy", "same-origin"},
                                      {"Cross-Origin-Resource-Policy", "same-origin"},
                                      {"Permissions-Policy", "camera=(self), geolocation=(), microphone=()"}};
    if (encrypted) {
        headers.push_back({"Strict-Transport-Security", "max-age=31536000; includeSubDomains"});
    }
    return headers;
}

// A store on PostgreSQL is shipped by PostgreSQL's own tools.
std::unique_ptr<db::LogCopy> log_copy_for(const Place& place, const ServeSettings& settings) {
    if (settings.ship_to.empty()) return nullptr;
    if (!place.postgresql_url.empty()) throw std::runtime_error("--ship is for a store on SQLite");
    return std::make_unique<db::LogCopy>(place.data_folder + "/forecourt.sqlite", system_clock,
                                         std::size_t{256} << 20);
}

std::string anchor_folder(const Place& place, const ServeSettings& settings) {
    return settings.anchor_folder.empty() ? usual_anchor_folder(place) : settings.anchor_folder;
}

std::unique_ptr<backup::Shipper> start_shipping(Application& application, db::LogCopy* log_copy,
                                                const ServeSettings& settings) {
    if (log_copy == nullptr) return nullptr;
    return std::make_unique<backup::Shipper>(
        application.database(), *log_copy,
        backup::ShipSettings{
            .depot = open_depot(settings.ship_to),
            .passphrase = settings.ship_passphrase,
            .data_folder = application.place().data_folder,
            .anchor_file = anchor_folder(application.place(), settings) + "/" + anchors::file_name,
            .key = application.keys().lasting_key(secrets::Purpose::shipping),
            .every = seconds(settings.ship_every_s),
            .base_every = hours(settings.ship_base_every_h),
            .keep = days(settings.ship_keep_days),
            .clock = system_clock,
            .trouble = [](const std::string& what) {
                if (what.empty()) return spdlog::info("shipping: goes on");
                spdlog::error("shipping: {}", what);
            }});
}

// What was begun first ends last: the log's own thread.
struct RunningLog {
    explicit RunningLog(const ServeSettings& settings) {
        begin_running_log(settings.log);
        if (settings.slow_statement_ms == 0) return;
        db::tell_slow_statements(std::chrono::milliseconds(settings.slow_statement_ms), log_slow_statement);
    }
    ~RunningLog() { end_running_log(); }
    RunningLog(const RunningLog&) = delete;
    RunningLog& operator=(const RunningLog&) = delete;
};

// Every browser that listens holds a connection: as many as the system lets us have.
void allow_many_connections() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

int serve(const Place& place, const ServeSettings& settings) {
    const RunningLog running_log(settings);
    allow_many_connections();
    const auto log_copy = log_copy_for(place, settings);
    Application application(place, {.failed =
                                        [] {
                                            database_failed = true;
                                            stop_asked.release();
                                        },
                                    // A group's answers wake each io thread once.
                                    .answer_group =
                                        [](const std::function<void()>& answer_all) {
                                            const http::ResponseBatch batch;
                                            answer_all();
                                        },
                                    .log_copy = log_copy.get(),
                                    .longest_queue = settings.longest_queue});
    application.install_standards(system_clock());
    documents::use_own_fonts();
    // Before all that works, so that it goes last and sends what they left.
    const auto shipper = start_shipping(application, log_copy.get(), settings);
    // It hears of the last anchor too.
    std::optional<WitnessTeller> witness;
    if (!settings.witness_url.empty()) {
        witness.emplace(WitnessTeller::Settings{settings.witness_url, settings.witness_secret},
                        anchor_folder(place, settings) + "/" + anchors::file_name);
    }
    Anchoring anchoring(application, anchor_folder(place, settings));
    application.runner().on_incident = [](const std::string& incident, const std::string& what) {
        log_incident(incident, current_call().name, what);
    };
    Workers workers(2);
    Api api(application.runner(), workers,
            {.password_pepper = application.keys().lasting_key(secrets::Purpose::password_pepper),
             .secure_cookie = !settings.certificate_file.empty(),
             .clock = system_clock});
    // On PostgreSQL other copies write the log too, so that what is told comes out of it.
    std::unique_ptr<LogFollower> follower;
    if (application.database().engine() == db::Engine::postgresql) {
        follower = std::make_unique<LogFollower>(
            application.database(), [&](const std::vector<Event>& events) { api.publish(events); });
    }
    const auto drawer = make_drawer(application, system_clock);
    application.runner().on_committed = [&](const std::vector<Event>& events) {
        follower ? follower->wake() : api.publish(events);
        anchoring.notice(events.size());
        drawer->notice(events);
    };

    http::Server* running = nullptr;
    http::Options options;
    options.address = settings.address;
    options.port = static_cast<std::uint16_t>(settings.port);
    options.io_threads = settings.io_threads;
    options.common_headers = common_headers(!settings.certificate_file.empty());
    options.certificate_file = settings.certificate_file;
    options.private_key_file = settings.private_key_file;
    options.trusted_proxies = settings.trusted_proxies;
    options.body_limit = [](const http::Request& request) -> std::size_t {
        return request.path == "/api/files/upload" ? 25 << 20 : 2 << 20;
    };
    http::Server server(std::move(options), [&](http::Request&& request, http::Responder responder) {
        if (request.path.starts_with("/api/")) return api.handle(std::move(request), std::move(responder));
        if (request.path == "/healthz" || request.path == "/readyz") return responder(health(shipper.get()));
        if (request.path == "/metrics") {
            return responder(
                metrics(application, *running, api, shipper.get(), witness ? &*witness : nullptr));
        }
        responder(page_file(request));
    });
    running = &server;
    std::signal(SIGTERM, ask_to_stop);
    std::signal(SIGINT, ask_to_stop);
    server.start();
    drawer->start();
    Scheduler scheduler(application, system_clock);
    const Resealing resealing(application);
    const auto outbox = start_outbox(application);
    const std::string own_address = settings.address == "0.0.0.0" ? "127.0.0.1" : settings.address;
    const PaymentCompany payment_company(application,
                                         "http://" + own_address + ":" + std::to_string(server.port()));
    spdlog::info("forecourt listens on http://{}:{}", settings.address, server.port());
    stop_asked.acquire();
    spdlog::info("stopping");
    server.stop_gracefully(std::chrono::seconds(10));
    if (database_failed) spdlog::critical("a commit failed; start again to recover");
    return database_failed ? 3 : 0;
}

}  // namespace forecourt::program
