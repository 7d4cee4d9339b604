#include <bench/bulk.h>
#include <bench/data_set.h>
#include <bench/plain_sqlite.h>
#include <bench/postgresql_copy.h>
#include <demo/people.h>
#include <program/application.h>
#include <secrets/digest.h>
#include <secrets/keys.h>
#include <secrets/sealing.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>

namespace forecourt::bench {
namespace {

namespace files = std::filesystem;
constexpr std::int64_t ready_orders = 12'000;
const std::string root = "build/bench-data";

// The data fit only the schema and the statements they were made with.
std::string fingerprint() {
    std::string text;
    for (const auto& migration : db::all_migrations()) text += migration.text;
    for (const auto statement : bulk_statements()) text += statement;
    return secrets::sha256_hex(text).substr(0, 12);
}

void make_store(const std::string& folder) {
    program::Application application({.data_folder = folder, .postgresql_url = {}});
    const auto pepper = application.keys().lasting_key(secrets::Purpose::password_pepper);
    const auto answer = application.runner().run_work_and_wait(
        program::system_actor({0}), program::system_clock(), [&](Tx& tx) -> MaybeRefused {
            demo::make_store(tx, pepper);
            return std::nullopt;
        });
    ensure(answer.ending == program::Ending::done);
    application.install_standards(program::system_clock());
}

// Phones are sealed for the row they stand in, so each has to be made.
void add_customers(PlainDb& db, const std::string& folder, std::int64_t store, std::int64_t count) {
    const auto keys = secrets::KeyRing::load_or_create(folder);
    const auto blind = keys.lasting_key(secrets::Purpose::blind_index);
    auto* insert = db.prepare(
        "insert into customers_customer (id, store_id, name, name_sort, company, gender, phone_sealed, "
        "phone_blind, "
        "email, address, note, source, created_at, created_by) values ($1, $2, $3, $4, 0, 'male', $5, $6, "
        "'', "
        "'浙江省杭州市滨江区江陵路', '', 'service', $7, '张伟')");
    const auto text = [&](int slot, const std::string& value) {
        sqlite3_bind_text(insert, slot, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    };
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t id = 1'000'000'000'000 + i;
        const std::string phone = std::to_string(13'800'000'000 + i);
        const std::string name = "客户" + std::to_string(i);
        sqlite3_bind_int64(insert, 1, id);
        sqlite3_bind_int64(insert, 2, store);
        text(3, name);
        text(4, "kehu" + std::to_string(i));
        text(5, secrets::seal_field(
                    keys, {.table = "customers_customer", .column = "phone_sealed", .row_id = id}, phone));
        text(6, secrets::blind_index(blind, phone));
        sqlite3_bind_int64(insert, 7, i);
        if (sqlite3_step(insert) != SQLITE_DONE) db.fail("customers");
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
}

std::string filled(std::string_view statement, const std::map<std::string, std::string>& values) {
    std::string text(statement);
    for (const auto& [name, value] : values) {
        const std::string mark = "{" + name + "}";
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
            text.replace(at, mark.size(), value);
        }
    }
    return text;
}

void fill(const std::string& folder, std::int64_t orders) {
    PlainDb db(folder + "/forecourt.sqlite", PlainDb::Use::write);
    db.exec(
        "pragma foreign_keys = off; pragma synchronous = off; pragma journal_mode = off;"
        "pragma cache_size = -6000000");
    const std::int64_t customers = std::max<std::int64_t>(2'000, orders / 5);
    const std::int64_t store = db.number("select id from access_store");
    const auto user = [&](const char* login) {
        return std::to_string(
            db.number("select id from access_user where login = '" + std::string(login) + "'"));
    };
    const std::int64_t six_years = 189'000'000'000;
    const std::map<std::string, std::string> values{
        {"all", std::to_string(orders + ready_orders)},
        {"orders", std::to_string(orders)},
        {"customers", std::to_string(customers)},
        {"store", std::to_string(store)},
        {"now", std::to_string(program::system_clock().ms)},
        {"step", std::to_string(six_years / orders)},
        {"advisor", user("advisor1")},
        {"technician", user("tech1")},
        {"inspector", user("inspector")},
        {"sales", user("sales1")},
        {"midnight", std::to_string(local_instant(local_date(program::system_clock())).ms)},
        {"seq", std::to_string(db.number("select coalesce(max(seq), 0) from log_event"))},
        {"hash", std::string(64, '0')},
    };
    db.exec("begin");
    add_customers(db, folder, store, customers);
    for (const auto statement : bulk_statements()) db.exec(filled(statement, values));
    db.exec("insert or ignore into log_head (store_id, seq, hash) values (" + std::to_string(store) + ", " +
            values.at("seq") + " + " + values.at("all") + ", '" + values.at("hash") + "')");
    db.exec("commit; pragma journal_mode = wal");
}

}  // namespace

namespace {

const char* server_url() {
    const char* url = std::getenv("FORECOURT_BENCH_PG");
    return url != nullptr && *url != '\0' ? url : nullptr;
}

}  // namespace

std::int64_t DataSet::order_id(std::int64_t number) const { return 3'000'000'000'000 + number; }

std::int64_t DataSet::customer_id(std::int64_t number) const { return 1'000'000'000'000 + number; }
std::int64_t DataSet::open_lead_id(std::int64_t number) const { return 8'800'000'000'000 + number; }
std::int64_t DataSet::deal_id(std::int64_t number) const { return 8'900'000'000'000 + number; }
std::int64_t DataSet::model_id() const { return 900'000'000'000; }

DataSet prepared_data(std::int64_t orders) {
    const std::string folder = root + "/" + std::to_string(orders) + "-" + fingerprint();
    const DataSet data{.folder = folder, .orders = orders, .ready = ready_orders};
    if (files::exists(folder)) return data;
    files::create_directories(root);
    // What another schema left.
    for (const auto& entry : files::directory_iterator(root)) {
        if (entry.path().filename().string().starts_with(std::to_string(orders) + "-"))
            files::remove_all(entry.path());
    }
    std::fprintf(stderr, "bench: making %lld repair orders\n", static_cast<long long>(orders));
    const std::string making = root + "/making";
    files::remove_all(making);
    make_store(making);
    fill(making, orders);
    files::rename(making, folder);
    return data;
}

std::string working_copy(const DataSet& data, const std::string& name) {
    const std::string folder = root + "/" + name;
    files::remove_all(folder);
    files::copy(data.folder, folder, files::copy_options::recursive);
    return folder;
}

Place the_data_itself(const DataSet& data, const std::string& name) {
    Place place{.folder = root + "/" + name, .postgresql_url = {}};
    files::remove_all(place.folder);
    files::rename(data.folder, place.folder);
    return place;
}

bool has_postgresql() { return server_url() != nullptr; }

Place working_place(const DataSet& data, const std::string& name, Engine engine) {
    Place place{.folder = working_copy(data, name), .postgresql_url = {}};
    if (engine == Engine::sqlite) return place;
    const std::string full = "bench_" + std::to_string(data.orders) + "_" + fingerprint();
    ensure(has_postgresql());
    place.postgresql_url = copy_to_postgresql({.server_url = server_url(),
                                               .data_folder = data.folder,
                                               .kept_as = full,
                                               .copy_as = "bench_" + name});
    return place;
}

}  // namespace forecourt::bench
