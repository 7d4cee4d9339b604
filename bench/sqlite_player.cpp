#include <bench/player.h>
#include <bench/sqlite_player.h>
#include <reflect/json.h>

namespace forecourt::bench {

SqlitePlayer::SqlitePlayer(const std::string& file, const Recording& recording, PlainDb::Use use)
    : db_(file, use),
      recording_(recording),
      begin_(db_.prepare(use == PlainDb::Use::write ? "begin immediate" : "begin")),
      commit_(db_.prepare("commit")) {
    for (const auto& statement : recording.statements) prepared_.push_back(db_.prepare(statement.text));
}

SqlitePlayer::~SqlitePlayer() {
    for (auto* statement : prepared_) sqlite3_finalize(statement);
    sqlite3_finalize(begin_);
    sqlite3_finalize(commit_);
}

void SqlitePlayer::begin() { run(begin_); }
void SqlitePlayer::commit() { run(commit_); }

void SqlitePlayer::run(sqlite3_stmt* statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) db_.fail(sqlite3_sql(statement));
    sqlite3_reset(statement);
}

void SqlitePlayer::checkpoint() {
    sqlite3_wal_checkpoint_v2(db_.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

void SqlitePlayer::play(std::size_t group, std::string* json) {
    for (auto i = recording_.begin_of(group); i < recording_.group_ends[group]; ++i) {
        step(recording_.steps[i], json);
    }
}

void SqlitePlayer::step(const Recording::Step& step, std::string* json) {
    auto* handle = prepared_[step.statement];
    bind(step, handle);
    int code = 0;
    while ((code = sqlite3_step(handle)) == SQLITE_ROW) {
        if (json != nullptr) write_row(handle, *json);
    }
    if (code != SQLITE_DONE) db_.fail(recording_.statements[step.statement].text);
    sqlite3_reset(handle);
}

void SqlitePlayer::bind(const Recording::Step& step, sqlite3_stmt* handle) {
    const auto& slots = recording_.statements[step.statement].slots;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const auto& param = recording_.params[step.first_param + i];
        switch (param.kind) {
            case Recording::Param::Kind::null:
                sqlite3_bind_null(handle, slots[i]);
                break;
            case Recording::Param::Kind::number:
                sqlite3_bind_int64(handle, slots[i], param.number);
                break;
            case Recording::Param::Kind::text:
                sqlite3_bind_text(handle, slots[i], recording_.texts.data() + param.number,
                                  static_cast<int>(param.length), SQLITE_STATIC);
        }
    }
}

void SqlitePlayer::write_row(sqlite3_stmt* handle, std::string& json) {
    const int columns = sqlite3_column_count(handle);
    char separator = '{';
    for (int i = 0; i < columns; ++i) {
        json += separator;
        json += '"';
        json += sqlite3_column_name(handle, i);
        json += "\":";
        separator = ',';
        switch (sqlite3_column_type(handle, i)) {
            case SQLITE_NULL:
                json += "null";
                break;
            case SQLITE_INTEGER:
                json += std::to_string(sqlite3_column_int64(handle, i));
                break;
            default:
                reflect::append_json_string(json,
                                            {reinterpret_cast<const char*>(sqlite3_column_text(handle, i)),
                                             static_cast<std::size_t>(sqlite3_column_bytes(handle, i))});
        }
    }
    json += "},";
}

std::unique_ptr<Player> sqlite_player(const std::string& file, const Recording& recording, PlainDb::Use use) {
    return std::make_unique<SqlitePlayer>(file, recording, use);
}

}  // namespace forecourt::bench
