#include <program/commands.h>

#include <backup/backup.h>
#include <backup/point_in_time.h>
#include <program/account.h>
#include <program/application.h>
#include <program/init.h>
#include <program/modules.h>
#include <program/openapi.h>
#include <program/resealing.h>
#include <program/serve.h>
#include <program/ship_place.h>
#include <program/verify.h>
#include <program/witness.h>
#include <simulate/simulate.h>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace forecourt::program {
namespace {

struct CommandLine {
    Place place;
    ServeSettings serve;
    InitSettings init;
    std::string listen = "127.0.0.1:8080";
    std::string backup_file;
    std::string passphrase_file;
    std::string at;
    std::string anchor_file;
    AccountSettings account;
    RotationSettings rotation;
    std::string witness_listen = "127.0.0.1:8090";
    std::string witness_secret_file;
    WitnessSettings witness;
    simulate::Settings simulation;
};

constexpr std::size_t shortest_passphrase = 12;
constexpr const char* way_back =
    "What was can be brought back from a backup: forecourt restore --from FILE --data NEW_DIR "
    "--passphrase-file F";

struct BackupOption {
    const char* name;
    const char* what;
};

void add_backup(CLI::App* command, CommandLine& line, const BackupOption& file, const char* what) {
    command->add_option("--data", line.place.data_folder, what)->required();
    command->add_option(file.name, line.backup_file, file.what)->required();
    command->add_option("--passphrase-file", line.passphrase_file, "File whose first line opens the backup")
        ->required();
}

void add_log(CLI::App* command, ServeSettings& serve) {
    command->add_option("--log-level", serve.log.level, "What is said on stderr")
        ->check(CLI::IsMember({"debug", "info", "warning", "error"}))
        ->capture_default_str();
    const std::map<std::string, LogFormat> formats{
        {"automatic", LogFormat::automatic}, {"json", LogFormat::json}, {"text", LogFormat::text}};
    command
        ->add_option("--log-format", serve.log.format, "automatic: text for a terminal, else a JSON a line")
        ->transform(CLI::CheckedTransformer(formats));
    command
        ->add_option("--slow-statement-ms", serve.slow_statement_ms,
                     "Statements that take longer are told in the log; 0 tells none")
        ->check(CLI::Range(0, 600'000))
        ->capture_default_str();
}

void add_shipping(CLI::App* command, CommandLine& line) {
    auto* place = command->add_option(
        "--ship", line.serve.ship_to,
        "Folder, best on another machine, or s3:FILE of a bucket, to send what is written to (SQLite)");
    auto* passphrase =
        command->add_option("--passphrase-file", line.passphrase_file, "File whose first line opens it");
    place->needs(passphrase);
    command->add_option("--ship-every", line.serve.ship_every_s, "Seconds between two shipments")
        ->check(CLI::Range(1, 60))
        ->capture_default_str();
    command->add_option("--ship-base-every", line.serve.ship_base_every_h, "Hours between two bases")
        ->check(CLI::Range(1, 24 * 31))
        ->capture_default_str();
    command->add_option("--ship-keep", line.serve.ship_keep_days, "Days that can be gone back to")
        ->check(CLI::Range(1, 3650))
        ->capture_default_str();
}

std::string first_line_of(const std::string& path, const char* what) {
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line)) throw std::runtime_error("cannot read " + path);
    if (line.size() < shortest_passphrase) {
        throw std::runtime_error(std::string(what) + " has at least " + std::to_string(shortest_passphrase) +
                                 " bytes");
    }
    return line;
}

std::string passphrase_of(const CommandLine& line) {
    return first_line_of(line.passphrase_file, "a passphrase");
}

void set_address(const std::string& listen, std::string& address, int& port) {
    const auto colon = listen.rfind(':');
    if (colon == std::string::npos) throw CLI::ValidationError("--listen", "must be ADDRESS:PORT");
    address = listen.substr(0, colon);
    port = std::stoi(listen.substr(colon + 1));
}

void tell(const char* done, const backup::Counted& counted) {
    std::printf("%s: %lld files, %.1f MB\n", done, static_cast<long long>(counted.files),
                static_cast<double>(counted.bytes) / 1e6);
}

int run_backup(const CommandLine& line) {
    tell("backed up", backup::make_backup(line.place.data_folder, line.backup_file, passphrase_of(line)));
    return 0;
}

void add_place(CLI::App* command, Place& place) {
    command->add_option("--data", place.data_folder, "Folder of keys, files and the SQLite database")
        ->required();
    command->add_option("--database", place.postgresql_url, "postgresql:// address instead of SQLite");
}

int run_serve(CommandLine& line) {
    set_address(line.listen, line.serve.address, line.serve.port);
    if (!line.serve.witness_url.empty())
        line.serve.witness_secret = first_line_of(line.witness_secret_file, "a witness's secret");
    if (!line.serve.ship_to.empty()) line.serve.ship_passphrase = passphrase_of(line);
    return serve(line.place, line.serve);
}

int run_witness(CommandLine& line) {
    set_address(line.witness_listen, line.witness.address, line.witness.port);
    line.witness.secret = first_line_of(line.witness_secret_file, "a witness's secret");
    return serve_witness(line.witness);
}

// What can not even be read is a finding too.
std::vector<std::string> findings_of(const Place& place, const std::string& anchor_file) {
    try {
        return verify(place, anchor_file);
    } catch (const db::Error& error) {
        return {error.what()};
    }
}

int run_verify(const CommandLine& line) {
    const auto findings = findings_of(line.place, line.anchor_file);
    for (const auto& finding : findings) std::printf("%s\n", finding.c_str());
    std::printf("verify: %zu findings\n", findings.size());
    if (!findings.empty()) std::printf("%s\n", way_back);
    return findings.empty() ? 0 : 1;
}

// "2026-11-27T03:45:00Z", or as the store's clock shows it: "2026-11-27 11:45:00".
std::optional<Instant> moment_of(const std::string& text) {
    if (text.empty()) return std::nullopt;
    if (const auto at = parse_instant(text)) return at;
    const auto day = parse_date(text.substr(0, 10));
    int hour = 0, minute = 0, second = 0;
    if (day && text.size() > 10 &&
        std::sscanf(text.c_str() + 10, "%*[ T]%2d:%2d:%2d", &hour, &minute, &second) >= 2) {
        return local_instant(*day, hour, minute) + seconds(second);
    }
    throw std::runtime_error("--at: a time is written 2026-11-27T03:45:00Z or \"2026-11-27 11:45:00\"");
}

int restore_moment(const CommandLine& line) {
    const auto point = backup::restore_shipped(*open_depot(line.backup_file), line.place.data_folder,
                                               passphrase_of(line), moment_of(line.at));
    tell("restored", point.counted);
    std::printf("the state of %s (%s here): %lld commits after the base %s\n", to_text(point.at).c_str(),
                local_text(point.at).c_str(), static_cast<long long>(point.commits),
                point.generation.c_str());
    return run_verify(line);
}

// What was brought back is proved before anybody works with it.
int run_restore(const CommandLine& line) {
    if (is_ship_place(line.backup_file)) return restore_moment(line);
    if (!line.at.empty())
        throw std::runtime_error("--at needs a folder or bucket that a store was shipped to");
    tell("restored", backup::restore_backup(line.backup_file, line.place.data_folder, passphrase_of(line)));
    return run_verify(line);
}

}  // namespace

int run_command(int argc, char** argv) {
    CLI::App app{"Forecourt runs a car dealership's day", "forecourt"};
    app.set_version_flag("--version", FORECOURT_VERSION);
    app.require_subcommand(1);
    CommandLine line;
    auto* init_command = app.add_subcommand("init", "Make a new store, empty or with a demo dealership");
    add_place(init_command, line.place);
    init_command
        ->add_option("--demo", line.init.demo,
                     "small: a dealership with a history; people: stores to simulate, without one")
        ->check(CLI::IsMember({"small", "people"}));
    init_command->add_option("--stores", line.init.stores, "How many stores of people")
        ->check(CLI::Range(1, 2000));
    init_command->add_option("--store", line.init.store_name, "Name of the store");
    init_command->add_option("--admin", line.init.admin_login, "Login of the first person");
    init_command->add_option("--days", line.init.days, "Days of history of the demo")
        ->check(CLI::Range(0, 730));
    auto* serve_command = app.add_subcommand("serve", "Serve the page and the API");
    add_place(serve_command, line.place);
    serve_command->add_option("--listen", line.listen, "ADDRESS:PORT")->capture_default_str();
    serve_command->add_option("--threads", line.serve.io_threads, "Threads for the network")
        ->check(CLI::Range(1, 64));
    serve_command
        ->add_option("--longest-queue", line.serve.longest_queue,
                     "How many actions may wait for the disk; more are told to come again")
        ->check(CLI::Range(1, 1'000'000));
    serve_command->add_option("--certificate", line.serve.certificate_file,
                              "PEM file; with --private-key turns TLS on");
    serve_command->add_option("--private-key", line.serve.private_key_file, "PEM file");
    serve_command->add_option("--behind", line.serve.trusted_proxies,
                              "Address of a proxy in front; who it says the client is, is believed");
    serve_command->add_option("--anchors", line.serve.anchor_folder,
                              "Folder the anchors of the log are kept in (DATA/anchors)");
    serve_command->add_option("--witness", line.serve.witness_url,
                              "URL of a witness (forecourt witness) that is told of each anchor");
    serve_command->add_option("--witness-secret-file", line.witness_secret_file,
                              "File whose first line is shared with the witness");
    app.set_config("--config", "", "File of settings: [serve] and a line name = \"value\" for each");
    serve_command->fallthrough();
    add_log(serve_command, line.serve);
    add_shipping(serve_command, line);
    auto* verify_command =
        app.add_subcommand("verify", "Check the log, the ledger, the stock and the archive");
    add_place(verify_command, line.place);
    verify_command->add_option("--anchors", line.anchor_file,
                               "File of anchors the log must fit (DATA/anchors/log.anchors if it is there)");
    auto* backup_command = app.add_subcommand(
        "backup", "Put a store on SQLite, running or not, with its keys and files into one sealed file");
    add_backup(backup_command, line, {"--to", "The sealed file"}, "Folder of the store");
    auto* restore_command = app.add_subcommand(
        "restore", "Bring a backup or a shipped store back into a new folder, and verify it");
    add_backup(restore_command, line,
               {"--from", "The sealed file; or the folder, or s3:FILE of the bucket, it was shipped to"},
               "Folder to make; it must not be there");
    restore_command->add_option("--at", line.at,
                                "The moment to go back to, from where it was shipped (newest)");
    auto* account_command = app.add_subcommand(
        "account", "Help a person in who is locked out: for the only manager, whom nobody else can help");
    add_place(account_command, line.place);
    account_command->add_option("--login", line.account.login, "Whose account")->required();
    account_command->add_flag("--take-off-code", line.account.takes_off_code,
                              "The authenticator is lost: sign in without a code again");
    account_command->add_option("--password-file", line.account.password_file,
                                "File whose first line is the new password");
    auto* rotate_command = app.add_subcommand(
        "rotate-key", "Give the store a new master key; what the old one sealed is sealed anew at work");
    add_place(rotate_command, line.place);
    rotate_command->add_flag("--finish", line.rotation.finishes,
                             "Drop the old key, when everything is sealed with the new one");
    auto* witness_command = app.add_subcommand(
        "witness", "Keep the anchors of another machine's log, so that nobody there can take them back");
    witness_command->add_option("--listen", line.witness_listen, "ADDRESS:PORT")->capture_default_str();
    witness_command->add_option("--to", line.witness.file, "File the anchors are kept in")->required();
    witness_command
        ->add_option("--secret-file", line.witness_secret_file,
                     "File whose first line is shared with the program")
        ->required();
    auto* simulate_command = app.add_subcommand(
        "simulate", "Let the demo's people work over HTTP against a program that serves them");
    simulate_command->add_option("--url", line.simulation.url, "Where the program is")->capture_default_str();
    simulate_command->add_option("--stores", line.simulation.stores, "How many of its stores work")
        ->check(CLI::Range(1, 2000))
        ->capture_default_str();
    simulate_command->add_option("--speed", line.simulation.speed, "How much faster than the clock they live")
        ->check(CLI::Range(0.1, 10'000.0))
        ->capture_default_str();
    simulate_command->add_option("--minutes", line.simulation.minutes, "By the clock")
        ->check(CLI::Range(0.05, 100'000.0))
        ->capture_default_str();
    simulate_command->add_option("--seed", line.simulation.seed, "Of what happens")->capture_default_str();
    simulate_command->add_flag("!--no-streams", line.simulation.listens, "Without each person's live stream");
    auto* openapi_command = app.add_subcommand("openapi", "Print the description of the API");
    try {
        app.parse(argc, argv);
        if (*init_command) return init(line.place, line.init);
        if (*serve_command) return run_serve(line);
        if (*account_command) return help_in(line.place, line.account);
        if (*rotate_command) return rotate_key(line.place, line.rotation);
        if (*verify_command) return run_verify(line);
        if (*backup_command) return run_backup(line);
        if (*restore_command) return run_restore(line);
        if (*witness_command) return run_witness(line);
        if (*simulate_command) return simulate::simulate(line.simulation);
        if (*openapi_command) std::fputs(openapi_document(every_module()).c_str(), stdout);
        return 0;
    } catch (const CLI::ParseError& error) {
        return app.exit(error);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "forecourt: %s\n", error.what());
        return 2;
    }
}

}  // namespace forecourt::program
