#include <simulator/program.h>

#include <program/payment_gateway.h>
#include <program/verify.h>
#include <services/files/api.h>
#include <testing/one_pixel.h>

#include <filesystem>
#include <map>
#include <set>

namespace forecourt::simulator {
namespace {

constexpr db::Sql store_balances{
    "simulator.store_balances",
    "select account, balance from ledger_balance where store_id = :store_id and customer_id = :id"};
constexpr db::Sql log_head{"simulator.log_head", "select seq from log_head where store_id = :store_id"};
constexpr db::Sql log_head_hash{"simulator.log_head_hash",
                                "select hash from log_head where store_id = :store_id"};

// Every number that was given, of each kind of record; a contract keeps its number through its revisions.
constexpr db::Sql every_number{
    "simulator.every_number",
    "select number from deals_deal where store_id = :store_id union all "
    "select distinct number from deals_contract where store_id = :store_id union all "
    "select number from payments_payment where store_id = :store_id union all "
    "select number from payments_refund where store_id = :store_id union all "
    "select number from payments_closing where store_id = :store_id union all "
    "select number from delivery_delivery where store_id = :store_id union all "
    "select number from workshop_order where store_id = :store_id union all "
    "select number from workshop_settlement where store_id = :store_id union all "
    "select number from parts_receipt where store_id = :store_id union all "
    "select number from financing_application where store_id = :store_id union all "
    "select number from payments_qr_order where store_id = :store_id union all "
    "select number from used_cars_car where store_id = :store_id union all "
    "select number from vehicles_transfer where store_id = :store_id union all "
    "select number from vehicles_count where store_id = :store_id union all "
    "select number from workshop_appointment where store_id = :store_id union all "
    "select number from showroom_test_drive where store_id = :store_id union all "
    "select number from reception_visit where store_id = :store_id union all "
    "select number from leads_lead where store_id = :store_id"};

// "RC260302-0007": each prefix and day counts from one.
void find_gaps(db::Connection& db, Id<Store> store, std::vector<std::string>& findings) {
    std::map<std::string, std::set<std::int64_t>> given;
    db.query(every_number, {{"store_id", store}}, [&](const db::Row& row) {
        const std::string number(row.text(0));
        const auto dash = number.find('-');
        if (!given[number.substr(0, dash)].insert(std::stoll(number.substr(dash + 1))).second)
            findings.push_back("number " + number + " was given twice");
    });
    for (const auto& [series, numbers] : given) {
        if (*numbers.rbegin() != static_cast<std::int64_t>(numbers.size()))
            findings.push_back("numbers " + series + " have a gap");
    }
}

}  // namespace

Program::Program(bool postgresql, const std::string& name, Instant opening)
    : place_(testing::make_place(postgresql, name)) {
    place_.in_the_making = true;  // nothing here outlives the process
    application_ = std::make_unique<program::Application>(place_);
    application_->runner().on_incident = [this](const std::string& incident, const std::string& what) {
        incidents_ += "incident " + incident + ": " + what + "\n";
    };
    payments::configure_gateway(company_);
    stores_ = testing::open_two_stores(*application_, opening);
    for (const std::size_t store : {0, 1}) {
        const auto answer = application_->runner().run_work_and_wait(
            actor_of(store, "gm"), opening, [&](Tx& tx) -> MaybeRefused {
                signatures_.push_back(files::store_upload(tx, "image/png", testing::one_pixel_png())->text);
                return std::nullopt;
            });
        ensure(answer.ending == program::Ending::done);
    }
}

Program::~Program() {
    payments::configure_gateway(nullptr);
    application_.reset();
    std::filesystem::remove_all(place_.data_folder);
}

program::Answer Program::act(const Actor& actor, const std::string& action, const std::string& input,
                             const std::string& key, Instant now) {
    const auto* found = application_->runner().modules().find_action(action);
    if (found == nullptr) throw std::logic_error("no action " + action);
    return application_->runner().run_and_wait(
        {.action = found, .actor = actor, .input = input, .idempotency_key = key, .now = now});
}

std::string Program::see(const Actor& actor, const std::string& view,
                         const std::vector<std::pair<std::string, std::string>>& parameters, Instant now) {
    const auto* found = application_->runner().modules().find_view(view);
    if (found == nullptr) throw std::logic_error("no view " + view);
    ViewBase::Done done;
    application_->database().read([&](db::Connection& db) {
        Context context(db, actor, now);
        done = found->run_query(context, parameters);
    });
    if (done.refused) throw Mismatch(view + " was refused: " + std::string(done.refused->name()));
    if (!done.errors.empty()) throw Mismatch(view + " did not understand " + done.errors.front().path);
    return done.output;
}

void Program::run_jobs(Instant from, Instant to) { program::run_due_jobs(*application_, from, to); }

std::vector<PaymentCompany::Asked> Program::send_refunds(Instant now) {
    program::send_refunds(*application_, now);
    return company_->take_asked();
}

Actor Program::actor_of(std::size_t store, const std::string& login) const {
    if (login == "system") {
        auto actor = program::system_actor(store_id(store));
        actor.rights = application_->runner().modules().rights_of(actor.roles);
        return actor;
    }
    const std::string own = store == 0 ? login : login + "_2";
    for (const auto& person : people_of(store).people) {
        if (person.login != own) continue;
        Actor actor;
        actor.user_id = person.user_id;
        actor.store_id = people_of(store).store_id;
        actor.name = person.name;
        actor.roles = person.roles;
        actor.rights = application_->runner().modules().rights_of(person.roles);
        return actor;
    }
    throw std::logic_error("nobody is called " + login);
}

Actor Program::customer_of(std::size_t store, RecordId customer) const {
    Actor actor;
    actor.store_id = people_of(store).store_id;
    actor.name = "customer";
    actor.customer_id = customer;
    actor.roles = {Role::customer};
    actor.rights = application_->runner().modules().rights_of(actor.roles);
    return actor;
}

Balances Program::balances(std::size_t store) { return customer_balances(store, 0); }

Balances Program::customer_balances(std::size_t store, RecordId customer) {
    Balances balances;
    application_->database().read([&](db::Connection& db) {
        db.query(store_balances, {{"store_id", store_id(store)}, {"id", customer}}, [&](const db::Row& row) {
            if (row.number(1) != 0) balances[std::string(row.text(0))] = row.number(1);
        });
    });
    return balances;
}

std::int64_t Program::log_length(std::size_t store) {
    std::int64_t length = 0;
    application_->database().read([&](db::Connection& db) {
        length = db::number(db, log_head, {{"store_id", store_id(store)}}).value_or(0);
    });
    return length;
}

std::string Program::log_hash(std::size_t store) {
    std::string hash;
    application_->database().read([&](db::Connection& db) {
        hash = db::text(db, log_head_hash, {{"store_id", store_id(store)}}).value_or("");
    });
    return hash;
}

std::int64_t Program::number(const db::Sql& sql, std::size_t store, RecordId id) {
    const auto all = numbers(sql, store, id);
    return all.empty() ? 0 : all.front();
}

std::vector<std::int64_t> Program::numbers(const db::Sql& sql, std::size_t store, RecordId id) {
    std::vector<std::int64_t> all;
    application_->database().read([&](db::Connection& db) {
        db.query(sql, {{"store_id", store_id(store)}, {"id", id}},
                 [&](const db::Row& row) { all.push_back(row.number(0)); });
    });
    return all;
}

std::vector<std::string> Program::verify(Instant now) {
    std::vector<std::string> findings;
    application_->database().read([&](db::Connection& db) {
        findings = program::verify(db, now);
        for (const std::size_t store : {0, 1}) find_gaps(db, store_id(store), findings);
    });
    return findings;
}

void Program::tamper(const std::string& statement) {
    application_->runner().run_work_and_wait(program::system_actor(store_id(0)), {}, [&](Tx& tx) {
        tx.db().script(statement);
        return MaybeRefused{};
    });
}

}  // namespace forecourt::simulator
