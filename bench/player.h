#pragma once
#include <bench/plain_sqlite.h>
#include <bench/recording.h>

#include <cstddef>
#include <memory>
#include <string>

namespace forecourt::bench {

/// Plays recorded statements on one connection with nothing around them.
class Player {
  public:
    virtual ~Player() = default;
    virtual void begin() = 0;
    /// The statements of one recorded transaction or request; rows are written as JSON when there is a place
    /// for it.
    virtual void play(std::size_t group, std::string* json) = 0;
    virtual void commit() = 0;
    virtual void checkpoint() {}
};

std::unique_ptr<Player> sqlite_player(const std::string& file, const Recording& recording, PlainDb::Use use);
/// The texts are the same for both engines, so what was recorded on SQLite is played on PostgreSQL, each
/// statement prepared and waited for.
std::unique_ptr<Player> postgresql_player(const std::string& url, const Recording& recording);

}  // namespace forecourt::bench
