#include <program/commands.h>

#include <backup/backup.h>
#include <program/application.h>
#include <program/init.h>
#include <program/modules.h>
#include <program/openapi.h>
#include <program/serve.h>
#include <program/verify.h>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace forecourt::program {
namespace {

struct CommandLine {
    Place place;
    ServeSettings serve;
    InitSettings init;
    std::string listen = "127.0.0.1:8080";
    std::string backup_file;
    std::string passphrase_file;
};

constexpr std::size_t shortest_passphrase = 12;
constexpr const char* way_back =
    "What was can be brought back from a backup: forecourt restore --from FILE --data NEW_DIR "
    "--passphrase-file F";

void add_backup(CLI::App* command, CommandLine& line, const char* option, const char* what) {
    command->add_option("--data", line.place.data_folder, what)->required();
    command->add_option(option, line.backup_file, "The sealed file")->required();
    command->add_option("--passphrase-file", line.passphrase_file, "File whose first line opens the backup")
        ->required();
}

std::string passphrase_of(const CommandLine& line) {
    std::ifstream file(line.passphrase_file);
    std::string passphrase;
    if (!std::getline(file, passphrase)) throw std::runtime_error("cannot read " + line.passphrase_file);
    if (passphrase.size() < shortest_passphrase) {
        throw std::runtime_error("a passphrase has at least " + std::to_string(shortest_passphrase) +
                                 " bytes");
    }
    return passphrase;
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
    const auto colon = line.listen.rfind(':');
    if (colon == std::string::npos) throw CLI::ValidationError("--listen", "must be ADDRESS:PORT");
    line.serve.address = line.listen.substr(0, colon);
    line.serve.port = std::stoi(line.listen.substr(colon + 1));
    return serve(line.place, line.serve);
}

// What can not even be read is a finding too.
std::vector<std::string> findings_of(const Place& place) {
    try {
        return verify(place);
    } catch (const db::Error& error) {
        return {error.what()};
    }
}

int run_verify(const CommandLine& line) {
    const auto findings = findings_of(line.place);
    for (const auto& finding : findings) std::printf("%s\n", finding.c_str());
    std::printf("verify: %zu findings\n", findings.size());
    if (!findings.empty()) std::printf("%s\n", way_back);
    return findings.empty() ? 0 : 1;
}

// What was brought back is proved before anybody works with it.
int run_restore(const CommandLine& line) {
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
    init_command->add_option("--demo", line.init.demo, "A dealership with a history: small")
        ->check(CLI::IsMember({"small", "large"}));
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
    auto* verify_command =
        app.add_subcommand("verify", "Check the log, the ledger, the stock and the archive");
    add_place(verify_command, line.place);
    auto* backup_command = app.add_subcommand(
        "backup", "Put a store on SQLite, running or not, with its keys and files into one sealed file");
    add_backup(backup_command, line, "--to", "Folder of the store");
    auto* restore_command =
        app.add_subcommand("restore", "Bring a backup back into a new folder, and verify it");
    add_backup(restore_command, line, "--from", "Folder to make; it must not be there");
    auto* openapi_command = app.add_subcommand("openapi", "Print the description of the API");
    try {
        app.parse(argc, argv);
        if (*init_command) return init(line.place, line.init);
        if (*serve_command) return run_serve(line);
        if (*verify_command) return run_verify(line);
        if (*backup_command) return run_backup(line);
        if (*restore_command) return run_restore(line);
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
