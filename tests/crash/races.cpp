#include <crash/ledger.h>
#include <crash/races.h>

#include <program/verify.h>
#include <testing/json_value.h>
#include <testing/one_pixel.h>

#include <latch>
#include <map>
#include <set>
#include <stdexcept>
#include <thread>

namespace forecourt::crash {
namespace {

constexpr int contenders = 200;

// Somebody signs in once, not for each thing that is done: too many in a minute are turned away.
const std::string& token_of(int port, const std::string& login) {
    static std::map<std::pair<int, std::string>, std::string> tokens;
    auto& token = tokens[{port, login}];
    if (token.empty()) token = sign_in(port, login);
    return token;
}

/// As somebody, an action that must succeed; its answer.
testing::JsonValue done(int port, const std::string& login, const std::string& path,
                        const std::string& body) {
    static int number = 0;
    Line line(port, token_of(port, login));
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

/// All ask at once, each one of the bodies in turn; how often which answer came, by status and problem.
std::map<std::string, int> all_at_once(int port, const std::vector<std::string>& logins,
                                       const std::string& path, const std::vector<std::string>& bodies,
                                       std::vector<std::string>* answers = nullptr) {
    std::vector<std::string> tokens;
    for (const auto& login : logins) tokens.push_back(token_of(port, login));
    std::latch start(contenders);
    std::mutex mutex;
    std::map<std::string, int> came;
    std::vector<std::thread> threads;
    for (int i = 0; i < contenders; ++i) {
        threads.emplace_back([&, i] {
            Line line(port, tokens[static_cast<std::size_t>(i) % tokens.size()]);
            const auto& body = bodies[static_cast<std::size_t>(i) % bodies.size()];
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
                                  {"{\"visit_id\":" + text_of(visit, "visit_id") + "}"});
    expect_one_winner(came, "one visitor", "409 visitor_greeted_already", faults);
}

struct Car {
    std::string id;
    std::string model_id;
};

Car car_in_stock(int port, const char* code, std::string vin) {
    const auto model = done(port, "gm", "vehicles/add_model",
                            std::string("{\"code\":\"") + code +
                                R"(","brand":"星驰","series":"A5","trim":"1.5T","year":2026,)"
                                R"("fuel":"petrol","gearbox":"automatic","displacement_ml":1498,"seats":5,)"
                                R"("price":14590000,"specs":{}})");
    vin[8] = vin_check_digit(vin);
    const auto car = done(
        port, "gm", "vehicles/order_car",
        "{\"vin\":\"" + vin + "\",\"model_id\":" + id_of(model) + ",\"colour\":\"白\",\"cost\":11000000}");
    done(port, "gm", "vehicles/accept_arrival",
         "{\"car_id\":" + id_of(car) +
             ",\"location\":\"A1\",\"key_number\":\"K1\",\"keys\":2,\"mileage_km\":5,\"version\":1}");
    return {.id = id_of(car), .model_id = id_of(model)};
}

void book_one_hour(int port, std::vector<std::string>& faults) {
    const auto car = car_in_stock(port, "RACE", "LSVAA4180E2100001");
    done(port, "gm", "vehicles/make_demo_car",
         "{\"car_id\":" + car.id + ",\"plate\":\"浙A12345\",\"version\":2}");
    const auto customer =
        done(port, "sales1", "customers/register", R"({"name":"沈佳宜","phone":"13588012345"})");
    const auto tomorrow = program::system_clock() + days(1);
    const auto ten = local_instant(local_date(tomorrow)) + minutes(600);
    const auto came = all_at_once(port, {"sales1", "sales2"}, "showroom/book_test_drive",
                                  {"{\"customer_id\":" + id_of(customer) + ",\"car_id\":" + car.id +
                                   ",\"starts_at\":\"" + to_text(ten) + "\",\"route\":\"city\"}"});
    expect_one_winner(came, "one hour of a car", "409 car_already_booked", faults);
}

/// The one piece of a part is taken from its bin.
void take_last_part(int port, std::vector<std::string>& faults) {
    const auto part = done(port, "parts", "parts/add_part",
                           R"({"number":"RACE-1","name":"机油滤清器","unit":"个","origin":"original",)"
                           R"("price":3800,"bin":"A-01-01"})");
    const auto id = text_of(part, "part_id");
    done(port, "parts", "parts/receive_goods",
         "{\"supplier_name\":\"星驰配件中心\",\"lines\":[{\"part_id\":" + id +
             ",\"quantity\":1000,\"unit_cost\":2000}]}");
    const auto came = all_at_once(
        port, {"parts"}, "parts/move_stock",
        {"{\"part_id\":" + id + ",\"from_bin\":\"A-01-01\",\"to_bin\":\"B-02-01\",\"quantity\":1000}"});
    expect_one_winner(came, "the last part", "409 bin_does_not_hold_it", faults);
}

std::string signature_of_customer(int port) {
    const std::string png = testing::one_pixel_png();
    const auto reply = Line(port, token_of(port, "sales1")).post("/api/files/upload", {}, png);
    if (reply.status != 200) throw std::runtime_error("upload: " + reply.body);
    return text_of(testing::parse_json(reply.body), "file");
}

/// A quote for the car, drafted as a contract; what signs it.
std::string contract_to_sign(int port, const Car& car, int buyer, const std::string& signature) {
    const auto customer =
        done(port, "sales1", "customers/register",
             "{\"name\":\"顾南\",\"phone\":\"" + std::to_string(13'700'137'000 + buyer) + "\"}");
    const auto deal = done(port, "sales1", "deals/start_quote",
                           "{\"customer_id\":" + id_of(customer) + ",\"car_id\":" + car.id + "}");
    const auto today = local_date(program::system_clock());
    const auto drafted =
        done(port, "sales1", "deals/draft_contract",
             "{\"deal_id\":" + id_of(deal) + ",\"version\":" + text_of(deal, "version") +
                 ",\"deposit\":1000000,\"pay_by\":\"" + to_text(today + 10) + "\",\"deliver_on\":\"" +
                 to_text(today + 20) + "\",\"buyer_identity\":\"11010519491231002X\"," +
                 "\"buyer_address\":\"杭州市西湖区文三路9号\"}");
    return "{\"deal_id\":" + id_of(deal) + ",\"version\":" + text_of(drafted, "version") +
           ",\"contents_hash\":\"" + text_of(drafted, "contents_hash") +
           "\",\"signed_name\":\"顾南\",\"signature\":\"" + signature + "\"}";
}

/// Twenty buyers have a contract for one car; each of them is asked by ten to sign it.
void sell_one_car(int port, std::vector<std::string>& faults) {
    const auto car = car_in_stock(port, "SALE", "LSVAA4180E2100002");
    const auto signature = signature_of_customer(port);
    std::vector<std::string> contracts;
    for (int buyer = 0; buyer < 20; ++buyer) {
        contracts.push_back(contract_to_sign(port, car, buyer, signature));
    }
    auto came = all_at_once(port, {"sales1", "sales2"}, "deals/sign_contract", contracts);
    // Who asks for the sold contract again is told so; the others have no car.
    const int others = came["409 contract_is_signed"] + came["409 car_not_available"];
    if (came["200"] != 1 || others != contenders - 1) {
        for (const auto& [answer, times] : came) {
            faults.push_back("one car: " + answer + " came " + std::to_string(times) + " times");
        }
    }
}

void number_arrivals(int port, std::vector<std::string>& faults) {
    std::vector<std::string> answers;
    const auto came =
        all_at_once(port, {"host"}, "reception/register_arrival",
                    {R"({"party_size":1,"purpose":"look_at_cars","channel":"walk_in"})"}, &answers);
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

// security 17, 76
std::vector<std::string> races() {
    const Ledger ledger("races");
    std::vector<std::string> faults;
    {
        const Served served(ledger.folder());
        greet_one_visitor(served.port(), faults);
        book_one_hour(served.port(), faults);
        number_arrivals(served.port(), faults);
        take_last_part(served.port(), faults);
        sell_one_car(served.port(), faults);
    }
    for (auto& finding : program::verify(ledger.place())) faults.push_back("verify: " + finding);
    return faults;
}

}  // namespace forecourt::crash
