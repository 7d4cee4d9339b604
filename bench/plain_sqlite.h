#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <string>

namespace forecourt::bench {

/// SQLite with nothing around it, for making data and for floors. A failing call throws std::runtime_error.
class PlainDb {
  public:
    enum class Use { write, read };
    PlainDb(const std::string& file, Use use);
    ~PlainDb();
    PlainDb(const PlainDb&) = delete;
    PlainDb& operator=(const PlainDb&) = delete;

    void exec(const std::string& text);
    std::int64_t number(const std::string& text);
    sqlite3_stmt* prepare(const std::string& text);
    sqlite3* handle() { return db_; }
    [[noreturn]] void fail(const std::string& what);

  private:
    sqlite3* db_ = nullptr;
};

}  // namespace forecourt::bench
