#include <modules/payments/qr/gateway.h>
#include <program/verify.h>
#include <testing/place.h>
#include <testing/story.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>

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
            const std::string engine = argv[++i];
            if (engine != "sqlite" && engine != "postgresql")
                throw std::runtime_error("no engine is called " + engine + ": sqlite, postgresql");
            options.postgresql = engine == "postgresql";
        } else if (std::filesystem::is_directory(argv[i])) {
            for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
                if (entry.path().extension() == ".story") options.files.push_back(entry.path());
            }
        } else {
            options.files.push_back(argv[i]);
        }
    }
    if (options.files.empty()) throw std::runtime_error("no story is named");
    std::sort(options.files.begin(), options.files.end());
    return options;
}

// Each story gets an empty place of its own, and leaves data that `verify` finds no fault in.
void play(const std::string& file, const program::Place& place) {
    program::Application application(place);
    std::string incidents;
    application.runner().on_incident = [&](const std::string& incident, const std::string& what) {
        incidents += "\n    incident " + incident + ": " + what;
    };
    const auto stores = testing::open_two_stores(application, local_instant(date_of({2026, 3, 1}), 9));
    testing::Story story(application, stores.first, stores.second);
    try {
        story.play(file);
    } catch (const std::exception& error) {
        throw std::runtime_error(error.what() + incidents);
    }
    std::vector<std::string> findings;
    application.database().read([&](db::Connection& db) { findings = program::verify(db, story.now()); });
    if (!findings.empty()) throw std::runtime_error("verify after the story: " + findings.front());
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    try {
        options = parse(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "forecourt_stories: %s\n", error.what());
        return 2;
    }
    payments::configure_gateway(payments::http_gateway({.url = "https://pay.test",
                                                        .secret = testing::story_gateway_secret,
                                                        .notify_url = "https://dms.test/api/gateway"}));
    int passed = 0, failed = 0;
    for (const auto& file : options.files) {
        try {
            const auto place =
                testing::make_place(options.postgresql, "story_" + std::to_string(passed + failed));
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
