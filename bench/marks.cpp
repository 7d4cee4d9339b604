#include <bench/client.h>
#include <bench/marks.h>
#include <bench/plain_sqlite.h>
#include <bench/served.h>
#include <bench/work.h>
#include <program/application.h>
#include <services/access/api.h>
#include <services/search/api.h>
#include <simulate/simulate.h>
#include <text/search_terms.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>

namespace forecourt::bench {
namespace {

constexpr std::int64_t found_customers = 100'000;
constexpr std::array surnames{"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周",
                              "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "罗", "高"};
constexpr std::array given{"建", "国", "志", "强", "海", "涛", "文", "博", "俊", "杰", "浩", "然", "子", "轩",
                           "宇", "航", "晓", "东", "家", "豪", "思", "远", "立", "新", "秀", "英", "雨", "桐",
                           "欣", "怡", "梓", "涵", "佳", "宜", "雅", "婷", "美", "玲", "诗", "若"};

std::string given_name(std::int64_t number) {
    return std::string(given[static_cast<std::size_t>(number) % given.size()]) +
           given[static_cast<std::size_t>(number / 40) % given.size()];
}
std::string name_of_customer(std::int64_t number) {
    return surnames[static_cast<std::size_t>(number / 1600) % surnames.size()] + given_name(number);
}
std::string phone_of(std::int64_t number) {
    return std::to_string(13'600'000'000 + number * 7919 % 99'999'989);
}

// Findable by name and phone, as customers are.
void name_customers(const Place& place) {
    program::Application application({.data_folder = place.folder, .postgresql_url = place.postgresql_url});
    Actor actor;
    application.database().read(
        [&](db::Connection& db) { actor = program::system_actor(access::every_store(db).front().id); });
    for (std::int64_t from = 0; from < found_customers; from += 1'000) {
        const auto answer = application.runner().run_work_and_wait(
            actor, program::system_clock(), [&](Tx& tx) -> MaybeRefused {
                for (auto i = from; i < from + 1'000; ++i) {
                    auto terms = text::terms_of(text::FieldKind::name, name_of_customer(i));
                    for (auto& term : search::phone_terms(Phone{phone_of(i)})) terms.push_back(term);
                    search::index_new_object(tx, {.object_type = "customer",
                                                  .object_id = 1'000'000'000'000 + i,
                                                  .title = name_of_customer(i),
                                                  .subtitle = "136****" + phone_of(i).substr(7),
                                                  .link = "/customers/" + std::to_string(i),
                                                  .terms = std::move(terms)});
                }
                return std::nullopt;
            });
        ensure(answer.ending == program::Ending::done);
    }
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const unsigned char byte : text) {
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

// A given name, a surname with the first character after it, the last four digits, the whole number.
Work search_customers() {
    return {.title = "search by part of a name or phone",
            .name = "search.find",
            .login = "gm",
            .is_action = false,
            .input = [](const DataSet&, std::size_t number) {
                const auto who = static_cast<std::int64_t>(number * 131 % found_customers);
                const auto name = name_of_customer(who);
                const std::array typed{given_name(who), name.substr(0, 6), phone_of(who).substr(7),
                                       phone_of(who)};
                return "q=" + percent_encoded(typed[number % typed.size()]);
            }};
}

struct Wanted {
    Work work;
    int callers{};
    double least_per_second{};
    double longest_p50_ms{};
};

// Each from fresh data; the first calls warm it up.
Mark measure(const Wanted& wanted, const DataSet& data, Engine engine, const Extent& extent) {
    std::vector<Figures> rounds;
    for (int round = 0; round < extent.rounds(); ++round) {
        const auto place = working_place(data, "served", engine);
        if (wanted.work.name == "search.find") name_customers(place);
        const Served served(place);
        const auto token = served.sign_in(wanted.work.login);
        const auto from = [&](std::size_t first) {
            return
                [&, first](std::size_t number) { return wanted.work.request(data, token, first + number); };
        };
        call({.port = served.port(), .callers = 8, .count = 200, .seconds = 0, .request = from(0)});
        const std::size_t count = !wanted.work.is_action ? 0 : wanted.callers == 1 ? 600 : 4'000;
        rounds.push_back(call({.port = served.port(),
                               .callers = wanted.callers,
                               .count = count,
                               .seconds = extent.seconds(),
                               .request = from(200)}));
    }
    return {.title = wanted.work.title,
            .callers = wanted.callers,
            .served = median_of(rounds),
            .least_per_second = wanted.least_per_second,
            .longest_p50_ms = wanted.longest_p50_ms};
}

// The data has a car in the house for each settlement that is to be measured; a store has some dozens. The
// others were fetched two days ago.
void fetch_the_cars(const Place& place, const DataSet& data) {
    constexpr std::int64_t in_the_house = 40;
    const auto first = std::to_string(data.order_id(data.orders + in_the_house));
    PlainDb db(place.folder + "/forecourt.sqlite", PlainDb::Use::write);
    db.exec(
        "update workshop_order set state = 'handed_back', opened_at = opened_at - 172800000,"
        " settled_at = passed_at - 172800000, handed_back_at = passed_at - 172800000"
        " where state = 'ready' and id >= " +
        first +
        "; update workshop_clock set started_at = started_at - 172800000, ended_at = ended_at - 172800000"
        " where order_id >= " +
        first);
}

}  // namespace

std::vector<Mark> measure_marks(const Extent& extent, Engine engine) {
    const auto data = prepared_data(few_orders);
    const std::vector<Wanted> all{
        {settle_order(), 1, 0, 2},
        {settle_order(), 32, engine == Engine::sqlite ? 5'000.0 : 1'500.0, 0},
        {order_list(), 64, 8'000, 0},
        {order_record(), 64, 10'000, 0},
        {search_customers(), 64, 4'000, 0},
    };
    std::vector<Mark> marks;
    for (const auto& wanted : all) {
        if (extent.wants(wanted.work.title)) marks.push_back(measure(wanted, data, engine, extent));
    }
    return marks;
}

void play_mix(const Extent& extent) {
    const auto data = prepared_data(many_orders);
    const auto place = working_place(data, "served", Engine::sqlite);
    fetch_the_cars(place, data);
    const Served served(place);
    std::printf("A store with a million repair orders behind it, %.0f MB, at work:\n\n",
                static_cast<double>(std::filesystem::file_size(place.folder + "/forecourt.sqlite")) / 1e6);
    std::fflush(stdout);
    simulate::simulate({.url = "http://127.0.0.1:" + std::to_string(served.port()),
                        .stores = 1,
                        .speed = 1'200,
                        .minutes = extent.quick ? 2.0 : 5.0});
}

}  // namespace forecourt::bench
