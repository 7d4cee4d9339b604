#include <crash/ledger.h>
#include <crash/races.h>

#include <program/verify.h>
#include <testing/json_value.h>

#include <latch>
#include <map>
#include <set>
#include <stdexcept>
#include <thread>

namespace forecourt::crash {
namespace {

constexpr int contenders = 200;

/// As somebody, an action that must succeed; its answer.
testing::JsonValue done(int port, const std::string& login, const std::string& path,
                        const std::string& body) {
    static int number = 0;
    Line line(port, sign_in(port, login));
    const auto reply = line.post("/api/" + path, "race setting " + std::to_string(++number), body);
    if (reply.status != 200) throw std::runtime_error(path + ": " + reply.body);
    return testing::parse_json(reply.body);
}

std::string text_of(const testing::JsonValue& answer, const char* name) {
    const auto* value = answer.member(name);
    if (value == nullptr) throw std::runtime_error(std::string("no ") + name + " in " + to_text(answer));
    return value->text;
}

std::string id_of(const testing::JsonValue& answer) { return text_of(answer, "id"); }

/// All ask at once; how often which answer came, by status and problem.
std::map<std::string, int> all_at_once(int port, const std::vector<std::string>& logins,
                                       const std::string& path, const std::string& body,
                                       std::vector<std::string>* answers = nullptr) {
    std::vector<std::string> tokens;
    for (const auto& login : logins) tokens.push_back(sign_in(port, login));
    std::latch start(contenders);
    std::mutex mutex;
    std::map<std::string, int> came;
    std::vector<std::thread> threads;
    for (int i = 0; i < contenders; ++i) {
        threads.emplace_back([&, i] {
            Line line(port, tokens[static_cast<std::size_t>(i) % tokens.size()]);
            start.arrive_and_wait();
            const auto reply = line.post("/api/" + path, path + " race " + std::to_string(i), body);
            const std::lock_guard guard(mutex);
            if (reply.status == 200) {
                ++came["200"];
                if (answers != nullptr) answers->push_back(reply.body);
                return;
            }
            const auto problem = testing::parse_json(reply.body.empty() ? "{}" : reply.body);
            const auto* code = problem.member("code");
            ++came[std::to_string(reply.status) + (code != nullptr ? " " + code->text : "")];
        });
    }
    for (auto& thread : threads) thread.join();
    return came;
}

void expect_one_winner(const std::map<std::string, int>& came, const std::string& race,
                       const std::string& others, std::vector<std::string>& faults) {
    for (const auto& [answer, times] : came) {
        const bool as_wanted = answer == "200" ? times == 1 : answer == others && times == contenders - 1;
        if (!as_wanted) faults.push_back(race + ": " + answer + " came " + std::to_string(times) + " times");
    }
    if (!came.contains("200")) faults.push_back(race + ": nobody won");
}

void greet_one_visitor(int port, std::vector<std::string>& faults) {
    const auto visit = done(port, "host", "reception/register_arrival",
                            R"({"party_size":1,"purpose":"look_at_cars","channel":"walk_in"})");
    const auto came = all_at_once(port, {"sales1", "sales2"}, "reception/greet_visitor",
                                  "{\"visit_id\":" + text_of(visit, "visit_id") + "}");
    expect_one_winner(came, "one visitor", "409 visitor_greeted_already", faults);
}

void book_one_hour(int port, std::vector<std::string>& faults) {
    const auto model = done(port, "gm", "vehicles/add_model",
                            R"({"code":"RACE","brand":"星驰","series":"A5","trim":"1.5T","year":2026,)"
                            R"("fuel":"petrol","gearbox":"automatic","displacement_ml":1498,"seats":5,)"
                            R"("price":14590000,"specs":{}})");
    std::string vin = "LSVAA4180E2100001";
    vin[8] = vin_check_digit(vin);
    const auto car = done(
        port, "gm", "vehicles/order_car",
        "{\"vin\":\"" + vin + "\",\"model_id\":" + id_of(model) + ",\"colour\":\"白\",\"cost\":11000000}");
    done(port, "gm", "vehicles/accept_arrival",
         "{\"car_id\":" + id_of(car) +
             ",\"location\":\"A1\",\"key_number\":\"K1\",\"keys\":2,\"mileage_km\":5,\"version\":1}");
    done(port, "gm", "vehicles/make_demo_car",
         "{\"car_id\":" + id_of(car) + ",\"plate\":\"浙A12345\",\"version\":2}");
    const auto customer =
        done(port, "sales1", "customers/register", R"({"name":"沈佳宜","phone":"13588012345"})");
    const auto tomorrow = program::system_clock() + days(1);
    const auto ten = local_instant(local_date(tomorrow)) + minutes(600);
    const auto came = all_at_once(port, {"sales1", "sales2"}, "showroom/book_test_drive",
                                  "{\"customer_id\":" + id_of(customer) + ",\"car_id\":" + id_of(car) +
                                      ",\"starts_at\":\"" + to_text(ten) + "\",\"route\":\"city\"}");
    expect_one_winner(came, "one hour of a car", "409 car_already_booked", faults);
}

void number_arrivals(int port, std::vector<std::string>& faults) {
    std::vector<std::string> answers;
    const auto came =
        all_at_once(port, {"host"}, "reception/register_arrival",
                    R"({"party_size":1,"purpose":"look_at_cars","channel":"walk_in"})", &answers);
    if (came.size() != 1 || !came.contains("200")) faults.push_back("an arrival was not registered");
    std::set<std::string> numbers;
    for (const auto& answer : answers) numbers.insert(text_of(testing::parse_json(answer), "number"));
    if (numbers.size() != contenders) faults.push_back("two arrivals have one number");
    const auto last = [](const std::string& number) {
        return std::stol(number.substr(number.rfind('-') + 1));
    };
    if (!numbers.empty() && last(*numbers.rbegin()) - last(*numbers.begin()) != contenders - 1) {
        faults.push_back("the numbers of arrivals have a gap");
    }
}

}  // namespace

std::vector<std::string> races() {
    const Ledger ledger("races");
    std::vector<std::string> faults;
    {
        const Served served(ledger.folder());
        greet_one_visitor(served.port(), faults);
        book_one_hour(served.port(), faults);
        number_arrivals(served.port(), faults);
    }
    for (auto& finding : program::verify(ledger.place())) faults.push_back("verify: " + finding);
    return faults;
}

}  // namespace forecourt::crash
