#include <simulator/simulation.h>

#include <chrono>
#include <sstream>

namespace forecourt::simulator {
namespace {

/// What was done under which key, to ask again.
struct Kept {
    std::size_t store = 0;
    Actor actor;
    std::string action;
    std::string input;
    std::string key;
    std::string answer;
};

std::string told(const program::Answer& answer) {
    switch (answer.ending) {
        case program::Ending::done:
            return "done: " + answer.output;
        case program::Ending::refused:
            return "refused: " + std::string(answer.refused->name());
        case program::Ending::malformed:
            return "malformed: " + answer.errors.front().path + " " + answer.errors.front().code;
        case program::Ending::failed:
            return "failed, incident " + answer.incident;
        case program::Ending::unknown:
            return "outcome unknown";
        case program::Ending::unavailable:
            return "unavailable";
    }
    return "";
}

std::string told(const std::set<std::string>& reasons) {
    if (reasons.empty()) return "done";
    std::string text = "refused:";
    for (const auto& reason : reasons) text += " " + reason;
    return text;
}

class Simulation {
  public:
    explicit Simulation(const Settings& settings)
        : settings_(settings),
          program_(settings.postgresql, "simulator_" + std::to_string(settings.seed), opening()),
          life_(program_, settings.seed, opening()) {
        for (const auto& some :
             {sale_inventions(),        contract_inventions(),  payment_inventions(),  delivery_inventions(),
              car_inventions(),         parts_inventions(),     plan_inventions(),     work_inventions(),
              bill_inventions(),        loan_inventions(),      qr_inventions(),       insurance_inventions(),
              used_car_inventions(),    used_sale_inventions(), transfer_inventions(), count_inventions(),
              appointment_inventions(), drive_inventions(),     visit_inventions(),    lead_inventions(),
              lead_entry_inventions(),  need_inventions(),      duty_inventions(),     custody_inventions(),
              archive_inventions(),     care_inventions(),      complaint_inventions()}) {
            inventions_.insert(inventions_.end(), some.begin(), some.end());
        }
        for (const auto& one : inventions_) weights_ += one.weight;
    }
    Outcome run();

  private:
    static Instant opening() { return local_instant(date_of({2026, 3, 2}), 8, 30); }
    void step(std::int64_t number);
    Attempt invent();
    bool twist(Attempt& attempt);
    void ask(const Attempt& attempt, bool malformed);
    void judge(const Attempt& attempt, bool malformed, const program::Answer& answer);
    void ask_again();
    program::Answer say(const Actor& actor, const Attempt& attempt, const std::string& key);
    void expect_nothing_changed();
    void expect_balances(std::size_t store);
    void move_clock();
    void expect_verified();

    const Settings& settings_;
    Program program_;
    Life life_;
    std::vector<Invention> inventions_;
    int weights_ = 0;
    Outcome outcome_;
    std::vector<Kept> kept_;
    std::array<std::int64_t, 2> log_length_{};
    Instant jobs_ran_ = opening();
    std::uint64_t digest_ = 1469598103934665603U;
    std::string last_said_, last_expected_, last_answer_, key_;
};

void digest(std::uint64_t& sum, const std::string& text) {
    for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211U;
}

Outcome Simulation::run() {
    const auto start = std::chrono::steady_clock::now();
    std::int64_t number = 0;
    try {
        open_stores(life_);
        for (const std::size_t store : {0, 1}) log_length_[store] = program_.log_length(store);
        for (number = 1; number <= settings_.actions; ++number) step(number);
        expect_verified();
    } catch (const std::exception& error) {
        std::ostringstream report;
        report << "seed " << settings_.seed << ", action " << number << " on "
               << (settings_.postgresql ? "postgresql" : "sqlite") << ", " << local_text(life_.now)
               << "\n     " << last_said_ << "\n     expected " << last_expected_ << "\n     answered "
               << last_answer_ << "\n     " << error.what();
        if (!program_.incidents().empty()) report << "\n     " << program_.incidents();
        outcome_.failure = report.str();
    }
    outcome_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    outcome_.days = life_.today() - local_date(opening());
    outcome_.transcript = std::to_string(digest_);
    outcome_.log_hash = program_.log_hash(0) + program_.log_hash(1);
    return outcome_;
}

void Simulation::step(std::int64_t number) {
    move_clock();
    key_ = "simulated " + std::to_string(number);
    if (settings_.before) settings_.before(life_, number);
    if (!kept_.empty() && life_.dice.chance(5)) return ask_again();
    auto attempt = invent();
    const bool malformed = twist(attempt);
    ask(attempt, malformed);
    if (life_.dice.chance(12)) look(life_);
    if (number % settings_.verify_every == 0) expect_verified();
}

Attempt Simulation::invent() {
    for (int tries = 0; tries < 1000; ++tries) {
        auto at = life_.dice.between(0, weights_ - 1);
        for (const auto& one : inventions_) {
            at -= one.weight;
            if (at >= 0) continue;
            if (auto attempt = one.invent(life_)) return *attempt;
            break;
        }
    }
    throw std::logic_error("nothing can be invented");
}

// What goes wrong between people and machines: the wrong person, another store's record, a record that is
// not there, an old page on the screen. Answers whether the input is no input at all.
bool Simulation::twist(Attempt& attempt) {
    auto& dice = life_.dice;
    const auto kind = dice.between(1, 100);
    if (attempt.customer != 0) return false;
    if (kind <= 3) {
        for (int tries = 0; tries < 20; ++tries) {
            const auto who = dice.one_of(every_login());
            if (may(role_of(who), attempt.action)) continue;
            attempt.who = who;
            attempt.reasons = {"not_allowed"};
            return false;
        }
    } else if (kind <= 5 && !attempt.record.empty() && !attempt.both_stores) {
        attempt.store = 1 - attempt.store;
        attempt.reasons = {attempt.missing};
    } else if (kind <= 7 && !attempt.record.empty()) {
        attempt.input.number(attempt.record, Life::nobody);
        attempt.reasons = {attempt.missing};
    } else if (kind <= 12 && attempt.input.has("version")) {
        const auto version = attempt.input.number_of("version");
        attempt.input.number("version", version + (dice.chance(60) ? -1 : dice.between(1, 3)));
        attempt.reasons.insert("changed_by_someone_else");
    } else if (kind <= 14 && !attempt.record.empty()) {
        attempt.input.text(attempt.record, "keine Zahl");
        return true;
    }
    return false;
}

program::Answer Simulation::say(const Actor& actor, const Attempt& attempt, const std::string& key) {
    const auto input = attempt.input.written();
    last_said_ = actor.name + " (" + attempt.who + (attempt.store == 0 ? "" : "_2") + ") " + attempt.action +
                 " " + input + " under " + key;
    auto answer = program_.act(actor, attempt.action, input, key, life_.now);
    if (settings_.falsify) settings_.falsify(attempt, answer);
    last_answer_ = told(answer);
    digest(digest_, last_said_);
    digest(digest_, last_answer_);
    return answer;
}

void Simulation::ask(const Attempt& attempt, bool malformed) {
    const auto actor = attempt.customer != 0 ? program_.customer_of(attempt.store, attempt.customer)
                                             : program_.actor_of(attempt.store, attempt.who);
    last_expected_ = malformed ? "malformed" : told(attempt.reasons);
    const auto answer = say(actor, attempt, key_);
    judge(attempt, malformed, answer);
    if (answer.ending != program::Ending::done) return expect_nothing_changed();
    if (attempt.then) attempt.then(answer.output);
    for (const std::size_t store : {0, 1}) {
        const auto length = program_.log_length(store);
        if (length < log_length_[store]) throw Mismatch("the log became shorter");
        log_length_[store] = length;
    }
    expect_balances(attempt.store);
    kept_.push_back({attempt.store, actor, attempt.action, attempt.input.written(), key_, answer.output});
    if (kept_.size() > 500) kept_.erase(kept_.begin(), kept_.begin() + 250);
}

void Simulation::judge(const Attempt& attempt, bool malformed, const program::Answer& answer) {
    auto& tried = outcome_.actions[attempt.action];
    if (malformed) {
        ++outcome_.malformed;
        if (answer.ending != program::Ending::malformed) throw Mismatch("it took what is no input");
        return;
    }
    if (attempt.reasons.empty()) {
        if (answer.ending != program::Ending::done) throw Mismatch("it was not done");
        ++tried.done;
        return;
    }
    if (answer.ending == program::Ending::done) throw Mismatch("it was not refused");
    if (answer.ending != program::Ending::refused) throw Mismatch("it ended otherwise");
    const std::string name(answer.refused->name());
    if (!attempt.reasons.contains(name)) throw Mismatch("it was refused for another reason");
    ++tried.refused;
    ++outcome_.refusals[name];
}

// Under a key that was used: the same answer to the same words, for good; and no other words.
void Simulation::ask_again() {
    const auto& kept = life_.dice.one_of(kept_);
    const auto& other = life_.dice.one_of(kept_);
    const bool same = life_.dice.chance(70) || other.input == kept.input;
    Attempt attempt{.store = kept.store, .who = "again", .action = kept.action};
    last_said_ =
        kept.actor.name + " again " + kept.action + " " + (same ? kept : other).input + " under " + kept.key;
    last_expected_ = same ? "done: " + kept.answer : "refused: idempotency_key_reused";
    auto answer = program_.act(kept.actor, kept.action, same ? kept.input : other.input, kept.key, life_.now);
    if (settings_.falsify) settings_.falsify(attempt, answer);
    last_answer_ = told(answer);
    if (last_answer_ != last_expected_) throw Mismatch("a key was used twice and the answers differ");
    ++outcome_.replayed;
    expect_nothing_changed();
    expect_balances(kept.store);
}

void Simulation::expect_nothing_changed() {
    for (const std::size_t store : {0, 1}) {
        expect_equal("events in the log after nothing was done", log_length_[store],
                     program_.log_length(store));
    }
}

void Simulation::expect_balances(std::size_t store) {
    const auto found = program_.balances(store);
    Fen sum = 0;
    for (const auto& [account, balance] : found) sum += balance;
    expect_equal("sum of all accounts", 0, sum);
    Balances expected = life_.at(store).accounts;
    std::erase_if(expected, [](const auto& account) { return account.second == 0; });
    for (const auto& [account, balance] : found) {
        expect_equal("account " + account, expected[account], balance);
        expected.erase(account);
    }
    if (!expected.empty()) expect_equal("account " + expected.begin()->first, expected.begin()->second, 0);
}

// People work from half past eight to half past six; the night is one step.
void Simulation::move_clock() {
    life_.now = life_.now + Duration{life_.dice.between(0, 240'000)};
    if (local_minute_of_day(life_.now) > 18 * 60 + 30) {
        life_.now = local_instant(life_.today() + 1, 8, static_cast<int>(life_.dice.between(30, 45)));
    }
    if (life_.now - jobs_ran_ < minutes(30)) return;
    program_.run_jobs(jobs_ran_, life_.now);
    if (jobs_ran_.ms / hours(1).ms != life_.now.ms / hours(1).ms) appointments_were_missed(life_);
    refunds_were_sent(life_, program_.send_refunds(life_.now));
    jobs_ran_ = life_.now;
    for (const std::size_t store : {0, 1}) log_length_[store] = program_.log_length(store);
}

// No paper is drawn here, and none is late at the hour of the opening: drawing is what the stories look at.
void Simulation::expect_verified() {
    const auto findings = program_.verify(opening());
    ++outcome_.verified;
    if (!findings.empty()) throw Mismatch("verify: " + findings.front());
}

}  // namespace

std::int64_t Outcome::total() const {
    std::int64_t total = replayed + malformed;
    for (const auto& [name, tried] : actions) total += tried.done + tried.refused;
    return total;
}

void Outcome::add(const Outcome& other) {
    for (const auto& [name, tried] : other.actions) {
        actions[name].done += tried.done;
        actions[name].refused += tried.refused;
    }
    for (const auto& [name, times] : other.refusals) refusals[name] += times;
    replayed += other.replayed;
    malformed += other.malformed;
    verified += other.verified;
    days += other.days;
    seconds += other.seconds;
}

Outcome simulate(const Settings& settings) { return Simulation(settings).run(); }

}  // namespace forecourt::simulator
