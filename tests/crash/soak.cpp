#include <crash/served.h>
#include <crash/soak.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace forecourt::crash {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

// "35113 actions, 146.0 a second, ..." out of the summary.
std::string line_with(const std::string& text, const std::string& word) {
    const auto at = text.rfind(word);
    if (at == std::string::npos) return "no" + word;
    const auto begin = text.rfind('\n', at) + 1;
    return text.substr(begin, text.find('\n', at) - begin);
}

}  // namespace

std::vector<std::string> soak(int stores, double speed, double minutes, std::string& told) {
    const fs::path folder = fs::temp_directory_path() / "forecourt_crash_soak";
    fs::remove_all(folder);
    fs::create_directories(folder);
    const std::string data = (folder / "data").string(), log = (folder / "log").string();
    std::vector<std::string> faults;
    if (run_program({"init", "--data", data, "--demo", "people", "--stores", std::to_string(stores)}, log) !=
        0)
        return {"no stores were made, see " + log};
    {
        Served served(data, {}, {"--behind", "127.0.0.1"});
        const double files_before = metric(served.port(), "process_open_fds");
        const auto played = (folder / "simulate.log").string();
        const int code = run_program(
            {"simulate", "--url", "http://127.0.0.1:" + std::to_string(served.port()), "--stores",
             std::to_string(stores), "--speed", std::to_string(speed), "--minutes", std::to_string(minutes)},
            played);
        const std::string text = text_of(played);
        if (code != 0) faults.push_back("calls failed: " + text.substr(text.find("FAILED")));
        told = " " + line_with(text, " actions,") + "; " + line_with(text, " views,");
        // Streams that nobody listens to any more are closed when the next word is said on them.
        std::this_thread::sleep_for(std::chrono::seconds(2));
        const double files_after = metric(served.port(), "process_open_fds");
        if (files_before < 1) faults.push_back("the program does not tell its open files");
        if (files_after > files_before + 20) {
            faults.push_back("files are left open: " + std::to_string(files_after) + " of " +
                             std::to_string(files_before));
        }
        // Also what a sanitizer has to say comes with its end.
        served.ask_to_end();
        const auto end = served.wait_for_end(std::chrono::seconds(30));
        if (end != 0) faults.push_back("the program did not end well, see " + data + ".log");
    }
    if (run_program({"verify", "--data", data}, log) != 0) faults.push_back("verify: " + text_of(log));
    if (faults.empty()) fs::remove_all(folder);
    return faults;
}

}  // namespace forecourt::crash
