#pragma once
#include <bench/player.h>

#include <vector>

namespace forecourt::bench {

class SqlitePlayer final : public Player {
  public:
    SqlitePlayer(const std::string& file, const Recording& recording, PlainDb::Use use);
    ~SqlitePlayer() override;
    SqlitePlayer(const SqlitePlayer&) = delete;
    SqlitePlayer& operator=(const SqlitePlayer&) = delete;

    void begin() override;
    void play(std::size_t group, std::string* json) override;
    void commit() override;
    void checkpoint() override;

    void step(const Recording::Step& step, std::string* json);
    PlainDb& db() { return db_; }

  private:
    void run(sqlite3_stmt* statement);
    void bind(const Recording::Step& step, sqlite3_stmt* handle);
    static void write_row(sqlite3_stmt* handle, std::string& json);

    PlainDb db_;
    const Recording& recording_;
    sqlite3_stmt* begin_;
    sqlite3_stmt* commit_;
    std::vector<sqlite3_stmt*> prepared_;
};

}  // namespace forecourt::bench
