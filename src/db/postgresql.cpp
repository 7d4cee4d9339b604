#include <core/ensure.h>
#include <db/postgresql.h>
#include <db/rows.h>
#include <db/send.h>
#include <db/slow.h>
#include <db/statement_text.h>

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <charconv>
#include <chrono>
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
        std::int64_t value = 0;
        if (is_null(i)) return value;
        const auto digits = text(i);
        const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        ensure(failed == std::errc{} && end == digits.data() + digits.size());
        return value;
    }
    std::string_view text(int i) const override {
        if (is_null(i)) return {};
        return {PQgetvalue(result_, row_, i), static_cast<std::size_t>(PQgetlength(result_, row_, i))};
    }

  private:
    PGresult* result_;
    int row_;
};

using Clock = std::chrono::steady_clock;

// What the address says itself wins. A peer that lost its power is given up after seconds, not hours; what
// stands behind one address may for a moment be a standby, which can not take writes.
PGconn* connect(const std::string& url) {
    const char* names[] = {"connect_timeout",  "keepalives_idle",  "keepalives_interval",
                           "keepalives_count", "tcp_user_timeout", "target_session_attrs",
                           "application_name", "dbname",           nullptr};
    const char* values[] = {"5", "5", "2", "3", "10000", "primary", "forecourt", url.c_str(), nullptr};
    return PQconnectdbParams(names, values, 1);
}

// The locks of the program itself lie beside those of the stores: their numbers are pairs.
constexpr const char* lock_of_upgrades = "select pg_advisory_lock(1179602756, 1)";
constexpr Sql take_turn{"db.take_turn", "select cast(pg_try_advisory_lock(1179602756, 2) as int)"};
constexpr Sql show_checksums{"db.show_checksums", "select current_setting('data_checksums')"};
constexpr Sql make_commit_wait{"db.make_commit_wait",
                               "select pg_logical_emit_message(true, 'forecourt', '')"};

class PostgresConnection final : public Connection {
  public:
    PostgresConnection(const std::string& url, const Patience& patience)
        : link_(connect(url)), patience_(patience) {
        if (PQstatus(link_) != CONNECTION_OK) {
            const std::string message = PQerrorMessage(link_);
            PQfinish(link_);
            throw Error(Failure::unavailable, "connect", message);
        }
        // A message's details quote what was given, and messages come into the log.
        PQsetErrorVerbosity(link_, PQERRORS_TERSE);
        PQsetNoticeReceiver(link_, &PostgresConnection::on_notice, this);
        // Plans are kept. One that was made while a table was small would read all of it when it is large;
        // and what must read all of a table looks so dear then that it would be compiled first.
        script_within(
            patience_.statement,
            "set client_min_messages = warning; set timezone = 'UTC'; set standard_conforming_strings "
            "= on; set enable_seqscan = off; set jit = off");
    }
    ~PostgresConnection() override { PQfinish(link_); }

    Engine engine() const override { return Engine::postgresql; }
    std::int64_t touches() const override { return touches_; }

    std::int64_t execute(const Sql& sql, const Params& params) override {
        StatementTimer timer(sql.name);
        ++touches_;
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
        if (!std::string_view(PQcmdStatus(result.get())).starts_with("SELECT")) ++touches_;
        for (int i = 0; i < PQntuples(result.get()); ++i) each(PostgresRow(result.get(), i));
    }

    void send(const Sql& sql, const Params& params) {
        ++touches_;
        auto& prepared = prepared_for(sql, params);
        begin_pipeline();
        send_prepared(sql, prepared, params);
        if (sent_.size() >= most_sent) settle();
    }

    /// Control of the transaction: goes with the next statement that is waited for.
    void send_text(const std::string& text, std::chrono::milliseconds patience) {
        begin_pipeline();
        if (PQsendQueryParams(link_, text.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0) != 1) lost(text);
        sent_.push_back({text, patience});
    }

    void settle() {
        end_reading();
        if (!sent_.empty()) collect_sent();
    }

    /// An upgrade may take as long as it takes.
    void script(std::string_view text) override { script_within(std::nullopt, text); }

    void script_within(std::optional<std::chrono::milliseconds> patience, std::string_view text) {
        ++touches_;
        const std::string owned(text);
        if (owned.starts_with("rollback")) {
            forget_sent();
        } else {
            settle();
        }
        if (PQsendQuery(link_, owned.c_str()) != 1) lost(owned.substr(0, 200));
        last_result(patience, owned.substr(0, 200));
    }
    const Patience& patience() const { return patience_; }

    void prepare(const Sql& sql) override {
        auto& entry = entry_of(sql);
        for (const auto variant : entry.text.variants_to_prove()) prepared_variant(sql, entry, variant);
    }

    // One store's actions run one after the other (lock_stores), so each statement may see the latest
    // commits; what crosses stores is guarded by versions and unique keys.
    void begin() override {
        prove_open();
        send_text("begin isolation level read committed", patience_.statement);
    }
    void begin_read() override {
        prove_open();
        send_text("begin isolation level repeatable read read only", patience_.statement);
        reads_ = true;
    }

    // A COMMIT that comes back with a warning waited in vain for a standby, and one that does not come back
    // waits still: what became of it is not known. One that ends as a ROLLBACK had failed before.
    void commit() override {
        const StatementTimer timer("commit");
        settle();
        if (std::exchange(reads_, false)) return commit_reading();
        warned_ = false;
        if (PQsendQuery(link_, "commit") != 1) lost("commit");
        const auto result = last_result(patience_.commit, "commit");
        if (warned_) throw Error(Failure::unavailable, "commit", "committed with a warning");
        if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") {
            throw Error(Failure::conflict, "commit", "the transaction was rolled back");
        }
    }
    void rollback() noexcept override {
        forget_sent();
        reads_ = false;
        if (gave_up_ || PQtransactionStatus(link_) == PQTRANS_IDLE) return;
        try {
            if (PQsendQuery(link_, "rollback") == 1) last_result(patience_.statement, "rollback");
        } catch (const std::exception&) {
            // With the link goes the transaction.
        }
    }

  private:
    static void on_notice(void* self, const PGresult*) {
        static_cast<PostgresConnection*>(self)->warned_ = true;
    }

    struct Sent {
        std::string what;
        std::chrono::milliseconds patience;
    };

    void begin_pipeline() {
        end_reading();
        if (sent_.empty()) ensure(PQenterPipelineMode(link_) == 1);
    }

    /// A link that was closed meanwhile shows it before a transaction begins on it.
    void prove_open() {
        if (gave_up_) throw Error(Failure::unavailable, "begin", "an answer is still to come");
        end_reading();
        pollfd socket{.fd = PQsocket(link_), .events = POLLIN, .revents = 0};
        while (::poll(&socket, 1, 0) > 0) {
            if (PQconsumeInput(link_) != 1) lost("begin");
            PQisBusy(link_);  // takes in what was said
        }
    }

    /// Nothing hangs on how a transaction ends that only read: its answer is taken before the next one.
    void commit_reading() {
        ensure(PQenterPipelineMode(link_) == 1);
        if (PQsendQueryParams(link_, "commit", 0, nullptr, nullptr, nullptr, nullptr, 0) != 1 ||
            PQpipelineSync(link_) != 1) {
            lost("commit");
        }
        ends_reading_ = true;
    }
    void end_reading() {
        if (!std::exchange(ends_reading_, false)) return;
        const auto until = deadline(patience_.statement);
        const auto ended = next_result(until, "commit");
        if (ended) next_result(until, "commit");
        next_result(until, "commit");
        if (PQexitPipelineMode(link_) != 1) lost("commit");
    }

    [[noreturn]] void lost(std::string_view what) const {
        throw Error(Failure::unavailable, what, PQerrorMessage(link_));
    }

    /// The next answer, or null at the end of a statement's answers. An answer that does not come ends the
    /// link: a server that was paused, or whose standby is away, says nothing for as long as it likes.
    ResultHandle next_result(std::optional<Clock::time_point> until, std::string_view what) {
        while (PQisBusy(link_) == 1) {
            auto rest = std::chrono::milliseconds(1000);
            if (until) {
                const auto left =
                    std::chrono::duration_cast<std::chrono::milliseconds>(*until - Clock::now());
                if (gave_up_ || left.count() <= 0) {
                    gave_up_ = true;
                    throw Error(Failure::unavailable, what, "no answer in time");
                }
                rest = std::min(rest, left + std::chrono::milliseconds(1));
            }
            pollfd socket{.fd = PQsocket(link_), .events = POLLIN, .revents = 0};
            ::poll(&socket, 1, static_cast<int>(rest.count()));
            if (PQconsumeInput(link_) != 1) break;  // the answer that follows tells why
        }
        return ResultHandle(PQgetResult(link_));
    }

    static std::optional<Clock::time_point> deadline(std::optional<std::chrono::milliseconds> patience) {
        return patience ? std::optional(Clock::now() + *patience) : std::nullopt;
    }

    /// Waits for all answers of what was sent; the last one, or the first that says no.
    ResultHandle last_result(std::optional<std::chrono::milliseconds> patience, std::string_view what) {
        const auto until = deadline(patience);
        ResultHandle last;
        while (auto result = next_result(until, what)) last = std::move(result);
        return check(std::move(last), what);
    }

    ResultHandle check(ResultHandle result, std::string_view what) {
        const auto status = PQresultStatus(result.get());
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
            return result;
        ++touches_;
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
        if (PQsendPrepare(link_, handle.c_str(), rendered.text.c_str(), 0, nullptr) != 1) lost(sql.name);
        last_result(patience_.statement, sql.name);
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
            lost(sql.name);
        }
        sent_.push_back({std::string(sql.name), patience_.statement});
    }

    /// Runs a statement; what was sent before goes in the same round trip.
    ResultHandle run(const Sql& sql, const Prepared& prepared, const Params& params) {
        end_reading();
        if (!sent_.empty()) {
            send_prepared(sql, prepared, params);
            return collect_sent();
        }
        const auto& values = values_of(prepared, params);
        if (PQsendQueryPrepared(link_, prepared.handle.c_str(), static_cast<int>(values.size()),
                                values.data(), nullptr, nullptr, 0) != 1) {
            lost(sql.name);
        }
        return last_result(patience_.statement, sql.name);
    }

    /// Waits for all that was sent and answers the last result; throws the first failure, when all are in.
    ResultHandle collect_sent() {
        const auto sent = std::exchange(sent_, {});
        std::optional<Error> failure;
        ResultHandle last;
        if (PQpipelineSync(link_) != 1) lost("pipeline");
        for (const auto& one : sent) {
            const auto until = deadline(one.patience);
            auto result = next_result(until, one.what);
            if (result) next_result(until, one.what);  // the mark behind each result
            if (failure) continue;                     // those behind a failure are not run
            try {
                last = check(std::move(result), one.what);
            } catch (const Error& error) {
                failure = error;
            }
        }
        const auto sync = next_result(deadline(patience_.statement), "pipeline");
        if (PQexitPipelineMode(link_) != 1 && !failure) lost("pipeline");
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

    std::vector<Sent> sent_;
    std::vector<std::string> texts_;
    std::vector<const char*> values_;
    PGconn* link_;
    Patience patience_;
    bool warned_ = false;
    bool gave_up_ = false;  // an answer is still to come: nothing can be asked any more
    bool reads_ = false;
    bool ends_reading_ = false;  // its COMMIT was sent and not answered yet
    int prepared_count_ = 0;
    std::int64_t touches_ = 0;
    std::unordered_map<const Sql*, Entry> entries_;
};

}  // namespace

std::unique_ptr<Connection> open_postgresql(const std::string& url, const Patience& patience) {
    return std::make_unique<PostgresConnection>(url, patience);
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

void confirm(Connection& connection) {
    if (connection.engine() == Engine::postgresql) connection.query(make_commit_wait, {}, [](const Row&) {});
}

void lock_stores(Connection& connection, std::span<const std::int64_t> stores) {
    auto& link = static_cast<PostgresConnection&>(connection);
    for (const auto store : stores) {
        // Who holds the lock may wait for its COMMIT.
        link.send_text("select pg_advisory_xact_lock(" + std::to_string(store) + ")", link.patience().commit);
    }
}

void lock_upgrades(Connection& connection) { connection.script(lock_of_upgrades); }

bool has_page_checksums(Connection& connection) { return text(connection, show_checksums) == "on"; }

bool try_turn(Connection& connection) { return number(connection, take_turn) == 1; }

}  // namespace forecourt::db
