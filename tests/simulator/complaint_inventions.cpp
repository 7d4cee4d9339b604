#include <simulator/care.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {
namespace {

using demo::number_at;
using demo::text_at;

constexpr Fen owner_may_promise = 50'000;

constexpr db::Sql newest_approval{
    "simulator.newest_approval",
    "select max(id) from approvals_approval where store_id = :store_id and object_id = :id"};
// How many are open of each kind, as the digits of one number.
constexpr db::Sql complaint_tasks{
    "simulator.complaint_tasks",
    "select sum(case title_key when 'task.complaints.review' then 1 when 'task.complaints.propose' then 10 "
    "when 'task.complaints.carry_out' then 100 when 'task.complaints.ask_verdict' then 1000 else 0 end) "
    "from tasks_task where store_id = :store_id and object_type = 'complaint' and object_id = :id "
    "and closed_at is null"};

std::int64_t digit_of(const std::string& task) {
    static const std::map<std::string, std::int64_t> digits{
        {"", 0}, {"review", 1}, {"propose", 10}, {"carry_out", 100}, {"ask_verdict", 1000}};
    return digits.at(task);
}

std::string some_owner(Life& life) {
    static const std::vector<std::string> others{"gm", "sales_manager", "advisor1", "advisor2"};
    return life.dice.chance(70) ? "care" : life.dice.one_of(others);
}

std::string some_category(Life& life) {
    static const std::vector<std::string> categories{"service", "product", "price", "other"};
    return life.dice.one_of(categories);
}

std::string some_severity(Life& life) {
    static const std::vector<std::string> severities{"minor", "general", "major"};
    return life.dice.one_of(severities);
}

std::optional<Attempt> open_one(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    const auto* customer = model.customers.pick(life.dice);
    if (customer == nullptr || (model.complaints.running() > 15 && life.dice.chance(85))) return std::nullopt;
    static const std::vector<std::string> channels{"showroom", "workshop", "phone", "customer_page", "media"};
    Complaint wanted{.customer = customer->id,
                     .channel = life.dice.one_of(channels),
                     .category = some_category(life),
                     .severity = some_severity(life)};
    Attempt attempt{.store = store, .who = some_owner(life), .action = "complaints.open"};
    attempt.record = "customer_id";
    attempt.missing = "complaint_customer_not_found";
    attempt.input.number("customer_id", wanted.customer).text("channel", wanted.channel);
    attempt.input.text("category", wanted.category).text("severity", wanted.severity);
    attempt.input.text("words", "说好的时间没有兑现");
    attempt.then = [&life, store, wanted](const std::string& answer) mutable {
        wanted.id = number_at(answer, "complaint_id");
        wanted.clocks_since = life.now;
        life.at(store).complaints.add(wanted);
        expect_complaint(life, store, wanted);
    };
    return attempt;
}

Attempt about_complaint(Life& life, std::size_t store, const std::string& action,
                        const Complaint& complaint) {
    Attempt attempt{.store = store, .who = some_owner(life), .action = action};
    attempt.record = "complaint_id";
    attempt.missing = "complaint_not_found";
    attempt.input.number("complaint_id", complaint.id).number("version", complaint.version);
    return attempt;
}

// What is done to it, and what the answer says of it then.
std::function<void(const std::string&)> becomes(Life& life, std::size_t store, RecordId id,
                                                std::function<void(Complaint&)> change) {
    return [&life, store, id, change = std::move(change)](const std::string& answer) {
        auto& now = life.at(store).complaints.at(id);
        change(now);
        ++now.version;
        expect_equal("state of the complaint", now.state, text_at(answer, "state"));
        expect_complaint(life, store, now);
    };
}

// The one that it must be done to, mostly.
Complaint* some_complaint(Life& life, std::size_t store, const std::string& state) {
    Complaint* complaint = nullptr;
    for (int tries = 0; tries < 5; ++tries) {
        complaint = life.at(store).complaints.pick(life.dice);
        if (complaint == nullptr || complaint->state == state) break;
    }
    return complaint;
}

std::optional<Attempt> review(Life& life) {
    const auto store = life.some_store();
    const auto* complaint = some_complaint(life, store, "received");
    if (complaint == nullptr) return std::nullopt;
    const bool valid = life.dice.chance(85);
    const auto category = some_category(life), severity = some_severity(life);
    auto attempt = about_complaint(life, store, "complaints.review", *complaint);
    attempt.input.flag("valid", valid).text("category", category).text("severity", severity);
    attempt.input.text("note", "已核实");
    attempt.must_not(complaint->state != "received", "complaint_is_reviewed");
    attempt.then = becomes(life, store, complaint->id, [=](Complaint& now) {
        now.category = category;
        now.severity = severity;
        now.state = valid ? "reviewed" : "dismissed";
    });
    return attempt;
}

std::optional<Attempt> propose(Life& life) {
    const auto store = life.some_store();
    const auto* complaint = some_complaint(life, store, "reviewed");
    if (complaint == nullptr) return std::nullopt;
    const auto cost = life.around(owner_may_promise);
    auto attempt = about_complaint(life, store, "complaints.propose_solution", *complaint);
    attempt.input.text("solution", "赠送保养一次").number("cost", cost);
    const auto& state = complaint->state;
    attempt.must_not(state == "received", "complaint_is_not_reviewed");
    attempt.must_not(state == "awaiting_approval", "solution_waits_for_approval");
    attempt.must_not(complaint->is_over() || state == "carried_out", "complaint_is_over");
    attempt.must_not(cost < 0, "solution_cost_is_negative");
    attempt.then =
        becomes(life, store, complaint->id, [&life, store, cost, who = attempt.who](Complaint& now) {
            now.cost = cost;
            now.state = cost > owner_may_promise ? "awaiting_approval" : "agreed";
            if (now.state == "agreed") return;
            now.approval = life.program.number(newest_approval, store, now.id);
            life.at(store).approvals.add({.id = now.approval,
                                          .kind = "complaints.solution",
                                          .about = now.id,
                                          .decider = "gm",
                                          .asked_by = who});
        });
    return attempt;
}

std::optional<Attempt> carry_out(Life& life) {
    const auto store = life.some_store();
    const auto* complaint = some_complaint(life, store, "agreed");
    if (complaint == nullptr) return std::nullopt;
    auto attempt = about_complaint(life, store, "complaints.carry_out", *complaint);
    attempt.input.text("done", "保养券已送达");
    attempt.must_not(complaint->is_over(), "complaint_is_over");
    attempt.must_not(!complaint->is_over() && complaint->state != "agreed", "solution_is_not_agreed");
    attempt.then = becomes(life, store, complaint->id, [](Complaint& now) { now.state = "carried_out"; });
    return attempt;
}

void a_new_solution_is_wanted(Complaint& complaint) {
    complaint.state = "reviewed";
    complaint.cost = 0;
    ++complaint.times_reopened;
}

std::optional<Attempt> record_verdict(Life& life) {
    const auto store = life.some_store();
    const auto* complaint = some_complaint(life, store, "carried_out");
    if (complaint == nullptr) return std::nullopt;
    const bool satisfied = life.dice.chance(70);
    auto attempt = about_complaint(life, store, "complaints.record_verdict", *complaint);
    attempt.input.flag("satisfied", satisfied).text("words", satisfied ? "可以" : "还是不行");
    attempt.must_not(complaint->is_over(), "complaint_is_over");
    attempt.must_not(!complaint->is_over() && complaint->state != "carried_out",
                     "solution_is_not_carried_out");
    attempt.then = becomes(life, store, complaint->id, [satisfied](Complaint& now) {
        if (satisfied) {
            now.state = "closed";
        } else {
            a_new_solution_is_wanted(now);
        }
    });
    return attempt;
}

std::optional<Attempt> name_cause(Life& life) {
    const auto store = life.some_store();
    const auto* complaint = life.at(store).complaints.pick(life.dice);
    if (complaint == nullptr) return std::nullopt;
    auto attempt = about_complaint(life, store, "complaints.name_cause", *complaint);
    const std::string cause = life.dice.chance(50) ? "派工过满" : "配件未到";
    attempt.input.text("cause", cause).text("prevention", "预约时核对");
    attempt.must_not(complaint->state == "received", "complaint_is_not_reviewed");
    attempt.then = becomes(life, store, complaint->id, [cause](Complaint& now) { now.cause = cause; });
    return attempt;
}

std::optional<Attempt> reopen(Life& life) {
    const auto store = life.some_store();
    auto& complaints = life.at(store).complaints;
    if (complaints.size() == 0) return std::nullopt;
    const auto& complaint = life.dice.one_of(complaints.all());
    auto attempt = about_complaint(life, store, "complaints.reopen", complaint);
    attempt.input.text("reason", "客户又来电");
    attempt.must_not(!complaint.is_over(), "complaint_is_open");
    attempt.then = becomes(life, store, complaint.id, [&life, store](Complaint& now) {
        a_new_solution_is_wanted(now);
        now.clocks_since = life.now;
        life.at(store).complaints.runs_again(now.id);
    });
    return attempt;
}

Duration longest(const std::string& severity, std::int64_t major, std::int64_t general, std::int64_t minor) {
    return minutes(severity == "major" ? major : severity == "general" ? general : minor);
}

}  // namespace

Instant Complaint::answer_due_at() const { return clocks_since + longest(severity, 120, 240, 480); }
Instant Complaint::plan_due_at() const { return clocks_since + longest(severity, 1440, 4320, 1440); }

std::string Complaint::task() const {
    if (state == "received") return "review";
    if (state == "reviewed") return "propose";
    if (state == "agreed") return "carry_out";
    if (state == "carried_out") return "ask_verdict";
    return "";
}

void solution_decided(StoreModel& model, RecordId id, bool granted) {
    auto& complaint = model.complaints.at(id);
    complaint.state = granted ? "agreed" : "reviewed";
    ++complaint.version;
}

void expect_complaint(Life& life, std::size_t store, const Complaint& complaint) {
    const auto seen = life.program.see(life.program.actor_of(store, "care"), "complaints.complaint_record",
                                       {{"complaint_id", std::to_string(complaint.id)}}, life.now);
    const std::string name = "complaint " + std::to_string(complaint.id) + ": ";
    expect_equal(name + "state", complaint.state, text_at(seen, "complaint.state"));
    expect_equal(name + "channel", complaint.channel, text_at(seen, "complaint.channel"));
    expect_equal(name + "category", complaint.category, text_at(seen, "complaint.category"));
    expect_equal(name + "severity", complaint.severity, text_at(seen, "complaint.severity"));
    expect_equal(name + "customer", complaint.customer, number_at(seen, "complaint.customer_id"));
    expect_equal(name + "an answer by", to_text(complaint.answer_due_at()),
                 text_at(seen, "complaint.answer_due_at"));
    expect_equal(name + "a plan by", to_text(complaint.plan_due_at()),
                 text_at(seen, "complaint.plan_due_at"));
    expect_equal(name + "cost", complaint.cost, number_at(seen, "complaint.cost"));
    expect_equal(name + "cause", complaint.cause, text_at(seen, "complaint.cause"));
    expect_equal(name + "times reopened", complaint.times_reopened,
                 number_at(seen, "complaint.times_reopened"));
    expect_equal(name + "version", complaint.version, number_at(seen, "complaint.version"));
    expect_equal(name + "tasks", digit_of(complaint.task()),
                 life.program.number(complaint_tasks, store, complaint.id));
}

std::vector<Invention> complaint_inventions() {
    return {{"complaints.open", 2, open_one},
            {"complaints.review", 3, review},
            {"complaints.propose_solution", 4, propose},
            {"complaints.carry_out", 3, carry_out},
            {"complaints.record_verdict", 3, record_verdict},
            {"complaints.name_cause", 1, name_cause},
            {"complaints.reopen", 1, reopen}};
}

}  // namespace forecourt::simulator
