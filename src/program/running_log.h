#pragma once
#include <action/actor.h>
#include <db/slow.h>

#include <chrono>
#include <string>
#include <string_view>

namespace forecourt::program {

enum class LogFormat { automatic, json, text };

struct LogSettings {
    std::string level = "info";  // debug, info, warning, error
    LogFormat format = LogFormat::automatic;
};

/// What the program says while it runs, on stderr: a JSON object a line, or text for a terminal. Lines are
/// gathered and written by a thread of their own; when nobody reads them they are dropped, and no request
/// waits. Nothing that a person entered is ever part of one: names of actions, numbers of people, times.
void begin_running_log(const LogSettings& settings);
/// Writes what waits.
void end_running_log();

/// A call that was answered.
struct AnsweredCall {
    std::string_view request_id;
    std::string_view kind;  // action, view, or what else was asked for
    std::string_view name;
    int status{};
    std::chrono::steady_clock::time_point began;
    std::int64_t store_id{};
    std::int64_t user_id{};      // 0: not one of the store's people
    std::int64_t customer_id{};  // 0: no customer
};
void log_call(const AnsweredCall& call);
/// Something broke while a call ran; `what` names no values.
void log_incident(std::string_view incident, std::string_view name, std::string_view what);
/// Somebody has read of more customers in an hour than work needs.
struct BulkReading {
    std::int64_t store_id{};
    std::int64_t user_id{};
    std::int64_t customers{};  // how many
};
void log_bulk_reading(const BulkReading& reading);
void log_slow_statement(const db::SlowStatement& statement);

}  // namespace forecourt::program
