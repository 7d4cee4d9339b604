#include <testing/test_database.h>

#include <db/migrate.h>
#include <db/postgresql.h>
#include <db/send.h>
#include <db/sqlite.h>
#include <modules/consultation/api.h>
#include <modules/customers/api.h>
#include <program/modules.h>
#include <secrets/keys.h>
#include <services/access/second_factor.h>
#include <services/documents/api.h>
#include <services/files/api.h>
#include <services/messages/api.h>
#include <services/search/api.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace forecourt::testing {
namespace {

const char* postgresql_url() {
    const char* url = std::getenv("FORECOURT_TEST_PG");
    return url != nullptr && *url != '\0' ? url : nullptr;
}

void migrate(db::Connection& connection) {
    db::run_migrations(connection,
                       db::in_module_order(db::all_migrations(), program::every_module().names()));
}

// The schema of one process, gone with it.
class ProcessSchema {
  public:
    ProcessSchema()
        : name_("test_" + std::to_string(getpid())), connection_(db::open_postgresql(postgresql_url())) {
        connection_->script("drop schema if exists " + name_ + " cascade; create schema " + name_ +
                            "; set search_path to " + name_);
        migrate(*connection_);
    }
    ~ProcessSchema() {
        try {
            connection_->script("drop schema if exists " + name_ + " cascade");
        } catch (const db::Error&) {
            // The server went away before us, and the schema with it.
        }
    }
    db::Connection& connection() { return *connection_; }

  private:
    std::string name_;
    std::unique_ptr<db::Connection> connection_;
};

// A folder of its own for the files of one process, gone with it.
class ProcessFolder {
  public:
    ProcessFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "forecourt-test-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make " + pattern);
        path_ = pattern;
    }
    ~ProcessFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

// For each test anew: one that opens a whole program leaves the services with that program's keys and folder.
void configure_services(Instant now) {
    static const ProcessFolder folder;
    const auto keys = secrets::KeyRing::from_master({1, 2, 3});
    search::configure(keys);
    messages::configure(keys);
    customers::configure(keys);
    access::configure_second_factor(keys);
    consultation::configure(keys);
    documents::configure(keys);
    files::configure({.folder = folder.path() + "/files"});
    documents::configure_seal({.folder = folder.path() + "/seal", .name = "测试门店", .now = now});
}

db::Connection& migrated(db::Engine engine) {
    if (engine == db::Engine::postgresql) {
        static ProcessSchema schema;
        return schema.connection();
    }
    static const auto connection = [] {
        auto opened = db::open_sqlite(":memory:", db::Access::read_write);
        migrate(*opened);
        return opened;
    }();
    return *connection;
}

}  // namespace

std::vector<db::Engine> engines() {
    std::vector<db::Engine> engines{db::Engine::sqlite};
    if (postgresql_url() != nullptr) engines.push_back(db::Engine::postgresql);
    return engines;
}

TestDatabase::TestDatabase(db::Engine engine)
    : now(local_instant(date_of({2026, 11, 22}), 10)), connection_(migrated(engine)) {
    configure_services(now);
    connection_.begin();
    act_as(Id<User>{7}, {Role::gm});
}

TestDatabase::~TestDatabase() { connection_.rollback(); }

void TestDatabase::act_as(Id<User> user, std::vector<Role> roles, Id<Store> store) {
    actor = {};
    actor.user_id = user;
    actor.store_id = store;
    actor.name = "user " + std::to_string(user.value);
    actor.rights = program::every_module().rights_of(roles);
    actor.roles = std::move(roles);
}

void TestDatabase::act_as_customer(std::int64_t customer_id, Id<Store> store) {
    act_as({}, {Role::customer}, store);
    actor.name = "customer " + std::to_string(customer_id);
    actor.customer_id = customer_id;
}

const Event* TestDatabase::last_event(std::string_view name) const {
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (event->name == name) return &*event;
    }
    return nullptr;
}

MaybeRefused TestDatabase::handle(Tx& tx) {
    const auto& modules = program::every_module();
    for (std::size_t i = 0; i < tx.events().size(); ++i) {
        const Event event = tx.events()[i];
        if (!modules.knows_event(event.name)) {
            throw BrokenInvariant("event " + std::string(event.name) + " is not declared");
        }
        for (const auto* handler : modules.handlers_of(event.name)) {
            if (auto no = handler->run(tx, event)) return no;
        }
    }
    return std::nullopt;
}

TestDatabase::Savepoint::Savepoint(TestDatabase& test) : test_(test) {
    test_.connection_.script("savepoint test");
}

TestDatabase::Savepoint::~Savepoint() {
    if (!kept_) test_.connection_.script("rollback to savepoint test");
    test_.connection_.script("release savepoint test");
}

void TestDatabase::Savepoint::keep(Tx& tx) {
    db::settle(test_.connection_);
    kept_ = true;
    for (auto& event : tx.events()) test_.events.push_back(std::move(event));
}

}  // namespace forecourt::testing
