#pragma once
#include <db/params.h>
#include <db/sql.h>

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace forecourt::db {

enum class Engine { sqlite, postgresql };

enum class Failure {
    unique,       // a unique key exists already
    constraint,   // foreign key, check, not null: a mistake of ours
    conflict,     // serialization failure or deadlock: run the transaction again
    unavailable,  // the link is gone, the disk is full
    damaged,      // a page of the file is not as it was written: only a backup helps
    other,
};

/// The database said no. `constraint` is its own name for the key, if it told one.
struct Error : std::runtime_error {
    Error(Failure failure, std::string_view statement, const std::string& message)
        : std::runtime_error(std::string(statement) + ": " + message), failure(failure) {}
    Failure failure;
};

/// An update that named a version touched no row: someone else changed the record.
struct StaleRow : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// One row while a query runs.
class Row {
  public:
    virtual ~Row() = default;
    virtual int columns() const = 0;
    virtual std::string_view column_name(int column) const = 0;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t number(int column) const = 0;    // 0 when it is null
    virtual std::string_view text(int column) const = 0;  // valid until the next row; no data when it is null
};

/// One link to one database, used by one thread at a time. Statements are prepared once and kept.
class Connection {
  public:
    virtual ~Connection() = default;
    virtual Engine engine() const = 0;
    /// Grows when rows may have been changed, and when a transaction was spoilt by a failure: while it stands
    /// still, there is nothing to take back.
    virtual std::int64_t touches() const = 0;

    /// Runs a statement that changes rows; how many it touched.
    virtual std::int64_t execute(const Sql& sql, const Params& params = {}) = 0;
    /// Runs a query; the function sees each row in turn.
    virtual void query(const Sql& sql, const Params& params, const std::function<void(const Row&)>& each) = 0;
    /// Runs statements without parameters (migrations, transaction control).
    virtual void script(std::string_view text) = 0;
    /// Prepares a statement in variants that hold all its lines: for the test that walks all statements.
    virtual void prepare(const Sql& sql) = 0;

    virtual void begin() = 0;
    virtual void begin_read() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
};

}  // namespace forecourt::db
