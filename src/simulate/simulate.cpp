#include <simulate/simulate.h>

#include <demo/days.h>
#include <demo/reading_limits.h>
#include <demo/workshop_floor.h>
#include <program/application.h>
#include <program/modules.h>
#include <reflect/json_scan.h>
#include <reflect/type.h>
#include <simulate/http_desk.h>
#include <simulate/listeners.h>

#include <array>
#include <cstdio>
#include <stdexcept>
#include <thread>

namespace forecourt::simulate {
namespace {

using Clock = std::chrono::steady_clock;

// The worst hour of a large store's year, twice a usual day's 18 %: 26,000 service visits and 7,500 leads in
// 350 days. Eight technicians can not do that many cars hour after hour: while the workshop is full no more
// come, or its board would grow without end.
constexpr int visitors_an_hour = 8;
constexpr int cars_an_hour = 9;
constexpr int bookings_an_hour = 12;
constexpr int questions_an_hour = 6;
constexpr Duration longest_wait = hours(1);

struct Run {
    const Settings& settings;
    const ScreensByModule screens = screens_of(program::every_module());
    Tally tally;
    std::string key_prefix;
    Listeners* listeners = nullptr;
    Instant end;
    std::atomic<int> stores_at_work{0};
};

// The people as the store's own list has them: who they are is not the same in each.
demo::DemoStore people_of(HttpDesk& desk, int number) {
    demo::DemoStore store;
    const auto list = desk.see("gm", "access.staff", {}, {});
    const std::string tail = number == 1 ? "" : "_" + std::to_string(number);
    for (const auto& row : demo::items_at(list, "rows")) {
        std::string login = demo::text_at(row, "login");
        if (!login.ends_with(tail)) continue;
        login.resize(login.size() - tail.size());
        demo::DemoStore::Person person{.login = std::move(login),
                                       .user_id = {demo::number_at(row, "user_id")},
                                       .name = demo::text_at(row, "name"),
                                       .roles = {}};
        for (const auto& role : demo::items_at(row, "roles")) {
            if (const auto known = reflect::value_named<Role>(reflect::JsonScanner(role).string()))
                person.roles.push_back(*known);
        }
        store.people.push_back(std::move(person));
    }
    if (store.people.empty()) throw std::runtime_error("store " + std::to_string(number) + " has no people");
    return store;
}

// One thing again and again, so many times an hour, at moments of chance.
void come(demo::Player& player, double an_hour, const std::function<void()>& what) {
    const auto wait = minutes(1).ms * 60.0 / an_hour * player.between(1, 200) / 100.0;
    player.after(Duration{static_cast<std::int64_t>(wait)}, [&player, an_hour, what] {
        come(player, an_hour, what);
        what();
    });
}

void live(Run& run, int number) {
    HttpDesk desk({.url = run.settings.url,
                   .store = number,
                   .seed = run.settings.seed * 1000 + static_cast<unsigned>(number),
                   .key_prefix = run.key_prefix},
                  run.screens, run.tally, [&](const std::string& token) {
                      if (run.listeners != nullptr) run.listeners->listen(token);
                  });
    if (run.settings.speed > 1) demo::may_read_all_day_long(desk);
    const auto people = people_of(desk, number);
    const Instant began = program::system_clock();
    demo::Pace pace{
        .keeps_hours = false, .speed = run.settings.speed, .longest_wait = longest_wait, .on_mishap = {}};
    pace.on_mishap = [&](const std::exception& mishap) {
        run.tally.failed("the demo's people:", mishap.what());
    };
    demo::Player player(desk, people, began, run.end,
                        run.settings.seed * 7919 + static_cast<unsigned>(number), pace);
    const Date today = local_date(began);
    demo::Dealership store{.player = player,
                           .first_day = today,
                           .last_day = today,
                           .until = run.end + days(1),
                           .next_serial = 1 + number * 5000,
                           .next_service_serial = 1 + player.between(0, 990'000)};
    demo::know_the_showroom(store);
    const auto floor = demo::know_the_workshop(store);
    const demo::Workshop workshop(&store, floor);
    demo::consultants_come(store);
    // Everybody's browser is open, also of those who wait for work.
    for (const auto& person : people.people) desk.signed_in(person.login);
    run.stores_at_work.fetch_add(1);
    come(player, visitors_an_hour, [&] { demo::visitor_arrives(store); });
    come(player, cars_an_hour, [&] {
        if (!workshop.is_full()) workshop.walk_in();
    });
    come(player, bookings_an_hour, [&] {
        if (!workshop.is_full()) workshop.book(today + player.between(1, 6));
    });
    come(player, questions_an_hour, [&] { demo::somebody_asks(store); });
    come(player, 1, [&] { workshop.restock(); });
    come(player, 1, [&] { demo::follow_up_leads(store); });
    come(player, 1, [&] { demo::read_everybodys_alerts(store); });
    come(player, 0.5, [&] { demo::make_due_calls(store); });
    come(player, 0.5, [&] { demo::order_what_sold(store); });
    player.play();
}

double metric(const std::string& text, const std::string& name) {
    const auto at = text.find("\n" + name + " ");
    return at == std::string::npos ? 0 : std::stod(text.substr(at + name.size() + 2));
}

// What the program says of itself.
std::string server_line(const std::string& url) {
    std::string text;
    const auto handle = mail::new_curl_handle();
    curl_easy_setopt(handle.get(), CURLOPT_URL, (url + "/metrics").c_str());
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, 5'000L);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &text);
    curl_easy_setopt(
        handle.get(), CURLOPT_WRITEFUNCTION, +[](char* bytes, std::size_t size, std::size_t count, void* to) {
            static_cast<std::string*>(to)->append(bytes, size * count);
            return size * count;
        });
    if (curl_easy_perform(handle.get()) != CURLE_OK) return "no figures of the program";
    std::array<char, 120> line{};
    std::snprintf(line.data(), line.size(), "program %.0f MB, %.0f files, %.0f streams, %.0f waiting",
                  metric(text, "process_resident_memory_bytes") / 1e6, metric(text, "process_open_fds"),
                  metric(text, "forecourt_live_streams"), metric(text, "forecourt_actions_waiting"));
    return line.data();
}

double seconds_since(Clock::time_point began) {
    return std::chrono::duration<double>(Clock::now() - began).count();
}

}  // namespace

int simulate(const Settings& settings) {
    Run run{.settings = settings,
            .tally = {},
            .key_prefix = std::to_string(program::system_clock().ms),
            .end = program::system_clock() + Duration{static_cast<std::int64_t>(settings.minutes * 60'000)}};
    std::optional<Listeners> listeners;
    if (settings.listens) run.listeners = &listeners.emplace(settings.url, run.tally);
    const auto began = Clock::now();
    std::atomic<int> living{settings.stores};
    std::vector<std::thread> stores;
    for (int number = 1; number <= settings.stores; ++number) {
        stores.emplace_back([&run, &living, number] {
            try {
                live(run, number);
            } catch (const std::exception& problem) {
                run.tally.failed("store " + std::to_string(number) + ":", problem.what());
            }
            living.fetch_sub(1);
        });
    }
    auto last = began;
    while (living.load() > 0) {
        std::this_thread::sleep_for(std::chrono::seconds(living.load() == settings.stores ? 1 : 0) +
                                    std::chrono::milliseconds(200));
        if (seconds_since(last) < 10) continue;
        const double since = seconds_since(last);
        last = Clock::now();
        std::printf("%6.0f s  %d of %d stores at work  %s  %s\n", seconds_since(began),
                    run.stores_at_work.load(), settings.stores, run.tally.line(since).c_str(),
                    server_line(settings.url).c_str());
        std::fflush(stdout);
    }
    for (auto& store : stores) store.join();
    const double all = seconds_since(began);
    std::printf("\n%d stores, speed %g, %.0f s\n%s%s\n", settings.stores, settings.speed, all,
                run.tally.summary(all).c_str(), server_line(settings.url).c_str());
    return run.tally.failures() == 0 ? 0 : 1;
}

}  // namespace forecourt::simulate
