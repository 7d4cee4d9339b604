#include <crash/clock.h>

#include <program/verify.h>
#include <testing/json_value.h>

#include <algorithm>
#include <stdexcept>
#include <thread>

namespace forecourt::crash {
namespace {

using Clock = std::chrono::steady_clock;
constexpr db::Sql list_numbers{"crash.list_numbers", "select number from reception_visit"};

struct Jump {
    const char* what;
    std::chrono::hours ahead;
};
constexpr Jump jumps[] = {{"400 days ahead", std::chrono::hours(400 * 24)},
                          {"30 days behind", std::chrono::hours(-30 * 24)},
                          {"an hour behind", std::chrono::hours(-1)}};

std::string link_to_customer(int port) {
    Line line(port, sign_in(port, "advisor1"));
    const auto customer =
        line.post("/api/customers/register", "clock 1", R"({"name":"沈佳宜","phone":"13588012345"})");
    if (customer.status != 200) throw std::runtime_error(customer.body);
    const auto id = testing::parse_json(customer.body).member("id")->text;
    const auto made = line.post("/api/customers/make_link", "clock 2", "{\"customer_id\":" + id + "}");
    if (made.status != 200) throw std::runtime_error(made.body);
    const auto link = testing::parse_json(made.body).member("link")->text;
    return link.substr(link.find_last_of("/=#") + 1);
}

bool lets_in(int port, const std::string& token) {
    return Line(port, token).post("/api/reception/register_arrival", {}, "{}").status != 401;
}

bool link_lets_in(int port, const std::string& link) {
    return Line(port, {}).post("/api/link_sign_in", {}, "{\"token\":\"" + link + "\"}").status == 200;
}

void work(Ledger& ledger, Served& served) {
    const auto until = Clock::now() + std::chrono::milliseconds(300);
    ledger.load(
        served, [&] { return Clock::now() > until; }, [] {});
}

bool jobs_go_on(int port) {
    const auto before = metric(port, "forecourt_job_looks_total");
    for (int i = 0; i < 100; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        if (metric(port, "forecourt_job_looks_total") > before) return true;
    }
    return false;
}

/// Each series of numbers goes from one to its count.
void look_at_numbers(const Ledger& ledger, std::vector<std::string>& faults) {
    std::map<std::string, std::vector<int>> series;
    program::Application application(ledger.place());
    application.database().read([&](db::Connection& db) {
        db.query(list_numbers, {}, [&](const db::Row& row) {
            const std::string number(row.text(0));
            const auto dash = number.rfind('-');
            series[number.substr(0, dash)].push_back(std::stoi(number.substr(dash + 1)));
        });
    });
    for (auto& [name, numbers] : series) {
        std::sort(numbers.begin(), numbers.end());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (numbers[i] == static_cast<int>(i) + 1) continue;
            faults.push_back("the numbers " + name + " have a gap at " + std::to_string(i + 1));
            break;
        }
    }
}

}  // namespace

Count clock_jumps() {
    Ledger ledger("clock");
    Count count;
    {
        Served served(ledger.folder(), ledger.faults());
        const int port = served.port();
        std::string token = sign_in(port, "host");
        const auto link = link_to_customer(port);
        if (!lets_in(port, token) || !link_lets_in(port, link))
            count.faults.push_back("nobody gets in at all");
        work(ledger, served);
        for (const auto& [what, ahead] : jumps) {
            const std::string when = what;
            ledger.set_clock_ahead(ahead);
            // What was found of a session is believed for a second.
            std::this_thread::sleep_for(std::chrono::milliseconds(1100));
            if (lets_in(port, token)) count.faults.push_back(when + ": a session of another time lets in");
            if (ahead.count() > 0 && link_lets_in(port, link)) {
                count.faults.push_back(when + ": a link that is over lets in");
            }
            token = sign_in(port, "host");
            if (!lets_in(port, token)) count.faults.push_back(when + ": a new session does not let in");
            work(ledger, served);
            if (!jobs_go_on(port)) count.faults.push_back(when + ": timed jobs have stopped");
        }
        count.acknowledged = ledger.answered();
        count.unknown = ledger.sent() - ledger.answered();
        ledger.ask_again(served, count);
    }
    ledger.look(count);
    look_at_numbers(ledger, count.faults);
    return count;
}

}  // namespace forecourt::crash
