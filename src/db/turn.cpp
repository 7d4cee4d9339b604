#include <db/postgresql.h>
#include <db/turn.h>

namespace forecourt::db {

bool Turn::is_ours() {
    if (database_.engine() == Engine::sqlite) return true;
    const std::lock_guard guard(mutex_);
    try {
        if (!connection_) connection_ = database_.connect();
        return try_turn(*connection_);
    } catch (const Error&) {
        connection_.reset();
        return false;
    }
}

}  // namespace forecourt::db
