#include <bench/recording.h>

#include <sqlite3.h>

#include <charconv>
#include <map>
#include <mutex>
#include <stdexcept>

namespace forecourt::bench {
namespace {

struct Recorder {
    std::mutex mutex;
    bool on = false;
    Recording recording;
    std::map<std::string, std::uint32_t, std::less<>> known;
};
Recorder& recorder() {
    static Recorder recorder;
    return recorder;
}

std::uint32_t statement_number(Recorder& to, sqlite3_stmt* handle) {
    const char* text = sqlite3_sql(handle);
    if (const auto found = to.known.find(std::string_view(text)); found != to.known.end())
        return found->second;
    Recording::Statement statement{.text = text, .slots = {}};
    bool quoted = false;
    for (const char* at = text; *at != 0; ++at) {
        if (*at == '\'') quoted = !quoted;
        if (quoted || *at != '$') continue;
        const char* end = at + 1;
        while (*end >= '0' && *end <= '9') ++end;
        statement.slots.push_back(sqlite3_bind_parameter_index(handle, std::string(at, end).c_str()));
    }
    const auto number = static_cast<std::uint32_t>(to.recording.statements.size());
    to.recording.statements.push_back(std::move(statement));
    return to.known[text] = number;
}

// One literal of an expanded statement; moves `at` behind it.
Recording::Param read_literal(Recorder& to, const char*& at) {
    Recording::Param param;
    if (*at == '\'') {
        param.kind = Recording::Param::Kind::text;
        param.number = static_cast<std::int64_t>(to.recording.texts.size());
        for (++at; *at != '\'' || at[1] == '\''; ++at) {
            if (*at == '\'') ++at;
            to.recording.texts += *at;
        }
        ++at;
        param.length =
            static_cast<std::uint32_t>(to.recording.texts.size() - static_cast<std::size_t>(param.number));
    } else if (*at == 'N') {
        at += 4;
    } else {
        param.kind = Recording::Param::Kind::number;
        const char* end = at + 1;
        while (*end >= '0' && *end <= '9') ++end;
        if (std::from_chars(at, end, param.number).ptr != end)
            throw std::runtime_error("recording: no number");
        at = end;
    }
    return param;
}

// The values are read out of the expanded text, beside the text with placeholders: SQLite has no call that
// tells what is bound.
void add_step(Recorder& to, sqlite3_stmt* handle) {
    const auto number = statement_number(to, handle);
    to.recording.steps.push_back(
        {.statement = number, .first_param = static_cast<std::uint32_t>(to.recording.params.size())});
    if (to.recording.statements[number].slots.empty()) return;
    char* expanded = sqlite3_expanded_sql(handle);
    const char* value = expanded;
    bool quoted = false;
    for (const char* at = to.recording.statements[number].text.c_str(); *at != 0;) {
        if (*at == '\'') quoted = !quoted;
        if (!quoted && *at == '$') {
            to.recording.params.push_back(read_literal(to, value));
            for (++at; *at >= '0' && *at <= '9';) ++at;
        } else {
            ++at;
            ++value;
        }
    }
    sqlite3_free(expanded);
}

int heard(unsigned, void*, void* statement, void* text) {
    auto& to = recorder();
    const std::lock_guard guard(to.mutex);
    if (!to.on) return 0;
    const std::string_view sql = static_cast<const char*>(text);
    if (sql == "commit" || sql.starts_with("--") || sql.starts_with("pragma")) return 0;
    if (sql == "begin" || sql == "begin immediate") {
        const auto steps = static_cast<std::uint32_t>(to.recording.steps.size());
        const bool first = to.recording.group_ends.empty() && steps == 0;
        if (!first) to.recording.group_ends.push_back(steps);
    } else {
        add_step(to, static_cast<sqlite3_stmt*>(statement));
    }
    return 0;
}

int listen(sqlite3* db, const char**, const struct sqlite3_api_routines*) {
    return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, heard, nullptr);
}

}  // namespace

void listen_to_sqlite() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(listen)); }

void start_recording() {
    auto& to = recorder();
    const std::lock_guard guard(to.mutex);
    to.recording = {};
    to.known.clear();
    to.on = true;
}

Recording stop_recording() {
    auto& to = recorder();
    const std::lock_guard guard(to.mutex);
    to.on = false;
    to.recording.group_ends.push_back(static_cast<std::uint32_t>(to.recording.steps.size()));
    return std::move(to.recording);
}

}  // namespace forecourt::bench
