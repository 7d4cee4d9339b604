#include <stories/story.h>

#include <program/verify.h>
#include <secrets/keys.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include <unistd.h>

using namespace forecourt;

namespace {

struct Options {
    bool postgresql = false;
    std::vector<std::string> files;
};

Options parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--engine") == 0 && i + 1 < argc) {
            options.postgresql = std::strcmp(argv[++i], "postgresql") == 0;
        } else if (std::filesystem::is_directory(argv[i])) {
            for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
                if (entry.path().extension() == ".story") options.files.push_back(entry.path());
            }
        } else {
            options.files.push_back(argv[i]);
        }
    }
    std::sort(options.files.begin(), options.files.end());
    return options;
}

// Each story gets an empty place of its own: a folder, and on PostgreSQL a database.
program::Place make_place(bool postgresql, int number) {
    const auto folder = std::filesystem::temp_directory_path() /
                        ("forecourt-story-" + std::to_string(::getpid()) + "-" + std::to_string(number));
    program::Place place{.data_folder = folder, .postgresql_url = {}};
    if (!postgresql) return place;
    const char* url = std::getenv("FORECOURT_TEST_PG");
    if (url == nullptr) throw std::runtime_error("FORECOURT_TEST_PG must hold the address of a PostgreSQL server");
    const std::string name = "story_" + std::to_string(::getpid()) + "_" + std::to_string(number);
    db::Database server({.sqlite_file = {}, .postgresql_url = url});
    server.connect()->script("create database " + name + " template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
    std::string own = url;
    const auto question = own.find('?');
    const std::string tail = question == std::string::npos ? "" : own.substr(question);
    own = own.substr(0, question);
    own = own.substr(0, own.rfind('/') + 1) + name + tail;
    place.postgresql_url = own;
    return place;
}

void play(const std::string& file, const program::Place& place) {
    program::Application application(place);
    std::string incidents;
    application.runner().on_incident = [&](const std::string& incident, const std::string& what) {
        incidents += "\n    incident " + incident + ": " + what;
    };
    const auto pepper = application.keys().lasting_key(secrets::Purpose::password_pepper);
    demo::DemoStore first, second;
    const Instant opening = local_instant(date_of({2026, 3, 1}), 9);
    application.runner().run_work_and_wait(program::system_actor({0}), opening, [&](Tx& tx) -> MaybeRefused {
        first = demo::make_store(tx, pepper, 1);
        second = demo::make_store(tx, pepper, 2);
        return std::nullopt;
    });
    application.install_standards(opening);
    try {
        stories::Story(application, first, second).play(file);
    } catch (const std::exception& error) {
        throw std::runtime_error(error.what() + incidents);
    }
    std::vector<std::string> findings;
    application.database().read([&](db::Connection& db) { findings = program::verify(db); });
    if (!findings.empty()) throw std::runtime_error("verify after the story: " + findings.front());
}

}  // namespace

int main(int argc, char** argv) {
    const auto options = parse(argc, argv);
    int passed = 0, failed = 0;
    for (const auto& file : options.files) {
        try {
            const auto place = make_place(options.postgresql, passed + failed);
            play(file, place);
            std::filesystem::remove_all(place.data_folder);
            std::printf("ok   %s\n", file.c_str());
            ++passed;
        } catch (const std::exception& error) {
            std::printf("FAIL %s\n", error.what());
            ++failed;
        }
    }
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 && passed > 0 ? 0 : 1;
}
