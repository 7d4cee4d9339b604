#include <crash/power.h>
#include <crash/recorder.h>

#include <db/rows.h>
#include <db/sqlite.h>
#include <modules/payments/qr/gateway.h>
#include <program/verify.h>
#include <testing/place.h>
#include <testing/story.h>

#include <spdlog/spdlog.h>

#include <filesystem>
#include <fstream>

namespace forecourt::crash {
namespace {

namespace disk = std::filesystem;
constexpr db::Sql count_events{"crash.count_events", "select count(*) from log_event"};

constexpr std::size_t faults_enough = 10;

/// Cuts the power at syncs and answers, and looks at what is left.
class PowerCuts {
  public:
    PowerCuts(std::string folder, std::mt19937& random, int every)
        : image_(std::move(folder)), random_(random), every_(every) {}

    void at_sync(const RecordedFiles& files) {
        ++syncs;
        cut_in_turn(files);
    }
    void at_answer(const RecordedFiles& files, std::size_t events) {
        told_events_ += static_cast<std::int64_t>(events);
        cut_in_turn(files);
    }

    Instant now;
    int syncs = 0;
    int images = 0;
    std::vector<std::string> faults;

  private:
    void cut_in_turn(const RecordedFiles& files) {
        if (++moments_ % every_ != 0 || faults.size() >= faults_enough) return;
        look(files, Kept::nothing, "nothing");
        look(files, Kept::everything, "everything");
        for (int i = 0; i < 2; ++i) look(files, Kept::some, "some");
    }

    void look(const RecordedFiles& files, Kept kept, const char* what) {
        disk::remove_all(image_);
        disk::create_directories(image_);
        for (const auto& [name, file] : files) {
            std::ofstream(disk::path(image_) / disk::path(name).filename(), std::ios::binary)
                << after_power_cut(file, kept, random_);
        }
        ++images;
        const auto add = [&](const std::string& fault) {
            faults.push_back("sync " + std::to_string(syncs) + ", " + what + " kept: " + fault);
        };
        try {
            const auto connection = db::open_sqlite(image_ + "/forecourt.sqlite", db::Access::read_write);
            for (const auto& finding : program::verify(*connection, now)) add(finding);
            const auto events = db::number(*connection, count_events).value_or(0);
            if (events < told_events_) add(std::to_string(told_events_ - events) + " told events are lost");
        } catch (const std::exception& error) {
            add(error.what());
        }
    }

    std::string image_;
    std::mt19937& random_;
    int every_;
    int moments_ = 0;
    std::int64_t told_events_ = 0;  // answered to somebody, so they must be there
};

/// Plays the story with the power cut now and then; the store exists before, so that each image has a schema.
void play(PowerCuts& cuts, bool forgets_syncs) {
    const auto place = testing::make_place(false, "crash_power");
    disk::remove_all(place.data_folder);
    const auto opening = local_instant(date_of({2026, 3, 1}), 9);
    // A paper whose order came through is drawn when the program starts again: in an image nothing is late.
    cuts.now = opening;
    testing::TwoStores stores;
    bool begun = false;
    const Recorder recorder(
        place.data_folder,
        [&](const RecordedFiles& files) {
            if (begun) cuts.at_sync(files);
        },
        forgets_syncs);
    {
        program::Application application(place);
        application.runner().on_committed = [&](const std::vector<Event>& events) {
            recorder.show([&](const RecordedFiles& files) { cuts.at_answer(files, events.size()); });
        };
        stores = testing::open_two_stores(application, opening);
        begun = true;
        testing::Story story(application, stores.first, stores.second);
        story.play(FORECOURT_SOURCE_FOLDER "/stories/one_customer.story");
    }
    disk::remove_all(place.data_folder);
}

}  // namespace

std::vector<std::string> power_cuts(std::mt19937& random, int every, std::string& told) {
    payments::configure_gateway(payments::http_gateway({.url = "https://pay.test",
                                                        .secret = testing::story_gateway_secret,
                                                        .notify_url = "https://dms.test/api/gateway"}));
    const std::string image = disk::temp_directory_path() / "forecourt_crash_power_image";
    PowerCuts cuts(image, random, every);
    play(cuts, false);
    told = " syncs " + std::to_string(cuts.syncs) + " images " + std::to_string(cuts.images);
    // What is found there should be, and need not be told.
    const auto level = spdlog::get_level();
    spdlog::set_level(spdlog::level::off);
    PowerCuts unsynced(image, random, every);
    play(unsynced, true);
    spdlog::set_level(level);
    disk::remove_all(image);
    if (unsynced.faults.empty()) cuts.faults.push_back("a disk that does not sync is not found out");
    if (cuts.images == 0) cuts.faults.push_back("the power was never cut");
    return cuts.faults;
}

}  // namespace forecourt::crash
