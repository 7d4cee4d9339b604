#include <core/ensure.h>
#include <db/postgresql.h>
#include <db/send.h>
#include <db/slow.h>
#include <db/statement_text.h>

#include <libpq-fe.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>
#include <unordered_map>
#include <utility>

namespace forecourt::db {
namespace {

Failure failure_of(std::string_view state) {
    if (state == "23505") return Failure::unique;
    if (state.starts_with("23")) return Failure::constraint;
    if (state == "40001" || state == "40P01" || state == "55P03") return Failure::conflict;
    if (state.empty() || state.starts_with("08") || state.starts_with("57P") || state.starts_with("53") ||
        state == "25006") {
        return Failure::unavailable;
    }
    return Failure::other;
}

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultHandle = std::unique_ptr<PGresult, ClearResult>;

struct Prepared {
    std::string handle;
    std::vector<std::string_view> names;
};

struct Entry {
    StatementText text;
    std::unordered_map<std::uint64_t, Prepared> variants;
    explicit Entry(const Sql& sql) : text(sql) {}
};

class PostgresRow final : public Row {
  public:
    PostgresRow(PGresult* result, int row) : result_(result), row_(row) {}
    int columns() const override { return PQnfields(result_); }
    std::string_view column_name(int i) const override { return PQfname(result_, i); }
    bool is_null(int i) const override { return PQgetisnull(result_, row_, i) == 1; }
    std::int64_t number(int i) const override {
        const auto digits = text(i);
        std::int64_t value = 0;
        const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        ensure(failed == std::errc{} && end == digits.data() + digits.size());
        return value;
    }
    std::string_view text(int i) const override {
        return {PQgetvalue(result_, row_, i), static_cast<std::size_t>(PQgetlength(result_, row_, i))};
    }

  private:
    PGresult* result_;
    int row_;
};

class PostgresConnection final : public Connection {
  public:
    explicit PostgresConnection(const std::string& url) : link_(PQconnectdb(url.c_str())) {
        if (PQstatus(link_) != CONNECTION_OK) {
            const std::string message = PQerrorMessage(link_);
            PQfinish(link_);
            throw Error(Failure::unavailable, "connect", message);
        }
        // A message's details quote what was given, and messages come into the log.
        PQsetErrorVerbosity(link_, PQERRORS_TERSE);
        PQsetNoticeReceiver(link_, &PostgresConnection::on_notice, this);
        script(
            "set client_min_messages = warning; set timezone = 'UTC'; set standard_conforming_strings = on");
    }
    ~PostgresConnection() override { PQfinish(link_); }

    Engine engine() const override { return Engine::postgresql; }

    std::int64_t execute(const Sql& sql, const Params& params) override {
        StatementTimer timer(sql.name);
        const auto result = run(sql, prepared_for(sql, params), params);
        const char* touched = PQcmdTuples(result.get());
        const std::int64_t rows = *touched == '\0' ? 0 : std::strtoll(touched, nullptr, 10);
        timer.count_rows(rows);
        return rows;
    }

    void query(const Sql& sql, const Params& params, const std::function<void(const Row&)>& each) override {
        StatementTimer timer(sql.name);
        const auto result = run(sql, prepared_for(sql, params), params);
        timer.count_rows(PQntuples(result.get()));
        for (int i = 0; i < PQntuples(result.get()); ++i) each(PostgresRow(result.get(), i));
    }

    void send(const Sql& sql, const Params& params) {
        auto& prepared = prepared_for(sql, params);
        if (sent_.empty()) ensure(PQenterPipelineMode(link_) == 1);
        send_prepared(sql, prepared, params);
        if (sent_.size() >= most_sent) settle();
    }

    void settle() {
        if (!sent_.empty()) collect_sent();
    }

    void script(std::string_view text) override {
        const std::string owned(text);
        if (owned.starts_with("rollback")) {
            forget_sent();
        } else {
            settle();
        }
        check(ResultHandle(PQexec(link_, owned.c_str())), owned.substr(0, 200));
    }

    void prepare(const Sql& sql) override {
        auto& entry = entry_of(sql);
        for (const auto variant : entry.text.variants_to_prove()) prepared_variant(sql, entry, variant);
    }

    // One store's actions run one after the other (lock_stores), so each statement may see the latest
    // commits; what crosses stores is guarded by versions and unique keys.
    void begin() override { script("begin isolation level read committed"); }
    void begin_read() override { script("begin isolation level repeatable read read only"); }

    // A COMMIT that comes back with a warning waited in vain for a standby: what became of it is not known.
    void commit() override {
        const StatementTimer timer("commit");
        warned_ = false;
        script("commit");
        if (warned_) throw Error(Failure::unavailable, "commit", "committed with a warning");
    }
    void rollback() noexcept override {
        forget_sent();
        if (PQtransactionStatus(link_) != PQTRANS_IDLE) PQclear(PQexec(link_, "rollback"));
    }

  private:
    static void on_notice(void* self, const PGresult*) {
        static_cast<PostgresConnection*>(self)->warned_ = true;
    }

    ResultHandle check(ResultHandle result, std::string_view what) {
        const auto status = PQresultStatus(result.get());
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
            return result;
        const char* state = result ? PQresultErrorField(result.get(), PG_DIAG_SQLSTATE) : nullptr;
        throw Error(failure_of(state ? state : ""), what, PQerrorMessage(link_));
    }

    Entry& entry_of(const Sql& sql) {
        const auto found = entries_.find(&sql);
        return found != entries_.end() ? found->second : entries_.emplace(&sql, Entry(sql)).first->second;
    }

    Prepared& prepared_variant(const Sql& sql, Entry& entry, std::uint64_t variant) {
        auto& prepared = entry.variants[variant];
        if (!prepared.handle.empty()) return prepared;
        settle();
        auto rendered = entry.text.render(variant);
        std::string handle = "s" + std::to_string(++prepared_count_);
        check(ResultHandle(PQprepare(link_, handle.c_str(), rendered.text.c_str(), 0, nullptr)), sql.name);
        prepared.handle = std::move(handle);
        prepared.names = std::move(rendered.names);
        return prepared;
    }

    Prepared& prepared_for(const Sql& sql, const Params& params) {
        auto& entry = entry_of(sql);
        return prepared_variant(sql, entry, entry.text.option_count() ? entry.text.variant(params) : 0);
    }

    /// The values as texts, which is how they travel; null where there is none.
    const std::vector<const char*>& values_of(const Prepared& prepared, const Params& params) {
        texts_.resize(std::max(texts_.size(), prepared.names.size()));
        values_.assign(prepared.names.size(), nullptr);
        for (std::size_t i = 0; i < prepared.names.size(); ++i) {
            Value value = params.value(prepared.names[i]);
            if (const auto* number = std::get_if<std::int64_t>(&value)) {
                char digits[24];
                texts_[i].assign(digits, std::to_chars(digits, digits + sizeof digits, *number).ptr);
            } else if (auto* text = std::get_if<std::string>(&value)) {
                texts_[i] = std::move(*text);
            } else {
                continue;
            }
            values_[i] = texts_[i].c_str();
        }
        return values_;
    }

    void send_prepared(const Sql& sql, const Prepared& prepared, const Params& params) {
        const auto& values = values_of(prepared, params);
        if (PQsendQueryPrepared(link_, prepared.handle.c_str(), static_cast<int>(values.size()),
                                values.data(), nullptr, nullptr, 0) != 1) {
            throw Error(Failure::unavailable, sql.name, PQerrorMessage(link_));
        }
        sent_.push_back(&sql);
    }

    /// Runs a statement; what was sent before goes in the same round trip.
    ResultHandle run(const Sql& sql, const Prepared& prepared, const Params& params) {
        if (!sent_.empty()) {
            send_prepared(sql, prepared, params);
            return collect_sent();
        }
        const auto& values = values_of(prepared, params);
        return check(
            ResultHandle(PQexecPrepared(link_, prepared.handle.c_str(), static_cast<int>(values.size()),
                                        values.data(), nullptr, nullptr, 0)),
            sql.name);
    }

    /// Waits for all that was sent and answers the last result; throws the first failure, when all are in.
    ResultHandle collect_sent() {
        const auto sent = std::exchange(sent_, {});
        std::optional<Error> failure;
        ResultHandle last;
        if (PQpipelineSync(link_) != 1) throw Error(Failure::unavailable, "pipeline", PQerrorMessage(link_));
        for (const auto* sql : sent) {
            ResultHandle result(PQgetResult(link_));
            if (result) PQclear(PQgetResult(link_));  // the mark behind each result
            if (failure) continue;                    // those behind a failure are not run
            try {
                last = check(std::move(result), sql->name);
            } catch (const Error& error) {
                failure = error;
            }
        }
        const ResultHandle sync(PQgetResult(link_));
        if (PQexitPipelineMode(link_) != 1 && !failure) {
            throw Error(Failure::unavailable, "pipeline", PQerrorMessage(link_));
        }
        if (failure) throw *failure;
        return last;
    }

    void forget_sent() noexcept {
        try {
            settle();
        } catch (const std::exception&) {
            // What failed is about to be rolled back.
        }
    }

    // Their answers must fit into the socket's buffer, because nobody reads them until all are sent.
    static constexpr std::size_t most_sent = 128;

    std::vector<const Sql*> sent_;
    std::vector<std::string> texts_;
    std::vector<const char*> values_;
    PGconn* link_;
    bool warned_ = false;
    int prepared_count_ = 0;
    std::unordered_map<const Sql*, Entry> entries_;
};

}  // namespace

std::unique_ptr<Connection> open_postgresql(const std::string& url) {
    return std::make_unique<PostgresConnection>(url);
}

void send(Connection& connection, const Sql& sql, const Params& params) {
    if (connection.engine() == Engine::postgresql) {
        static_cast<PostgresConnection&>(connection).send(sql, params);
    } else {
        connection.execute(sql, params);
    }
}

void settle(Connection& connection) {
    if (connection.engine() == Engine::postgresql) static_cast<PostgresConnection&>(connection).settle();
}

void lock_stores(Connection& connection, std::span<const std::int64_t> stores) {
    for (const auto store : stores) {
        connection.script("select pg_advisory_xact_lock(" + std::to_string(store) + ")");
    }
}

}  // namespace forecourt::db
