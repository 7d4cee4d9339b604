#pragma once
#include <db/database.h>

#include <memory>
#include <mutex>

namespace forecourt::db {

/// Of several copies of the program on one PostgreSQL, one at a time has the turn to do what is to be done
/// once: timed jobs, refunds. It goes to another when its copy dies or loses its link. For a moment both may
/// think they have it (the old one until it looks again), so what is done must bear being done twice. On
/// SQLite there is one program, and it is always its turn.
class Turn {
  public:
    explicit Turn(const Database& database) : database_(database) {}
    /// Looks at the database; false too when that is away.
    bool is_ours();

  private:
    const Database& database_;
    std::mutex mutex_;
    std::unique_ptr<Connection> connection_;
};

}  // namespace forecourt::db
