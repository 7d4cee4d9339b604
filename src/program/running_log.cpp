#include <program/running_log.h>

#include <core/time.h>
#include <program/current_call.h>
#include <reflect/json.h>

#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include <unistd.h>
#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace forecourt::program {
namespace {

// What may wait for a reader; beyond, lines are dropped and no request waits.
constexpr std::size_t most_unwritten = std::size_t{4} << 20;
// Waking a thread for each line cost a third of what cheap answers take. What a killed program has not
// written yet is so long at most; incidents are written at once.
constexpr std::chrono::milliseconds longest_unwritten{200};
// Lines of this logger bring their members along; those of others are one text.
constexpr std::string_view structured = "structured";

void append_member(std::string& json, std::string_view name, std::string_view text) {
    if (!json.empty()) json += ',';
    json += "\"" + std::string(name) + "\":";
    reflect::append_json_string(json, text);
}

void append_member(std::string& json, std::string_view name, std::int64_t number) {
    json += ",\"" + std::string(name) + "\":" + std::to_string(number);
}

Instant instant_of(spdlog::log_clock::time_point time) {
    return {std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count()};
}

class JsonFormatter final : public spdlog::formatter {
  public:
    void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& to) override {
        const std::string_view payload(message.payload.data(), message.payload.size());
        const auto level = spdlog::level::to_string_view(message.level);
        std::string line;
        append_member(line, "time", to_text(instant_of(message.time)));
        append_member(line, "level", std::string_view(level.data(), level.size()));
        if (std::string_view(message.logger_name.data(), message.logger_name.size()) == structured) {
            line += ',' + std::string(payload);
        } else {
            append_member(line, "what", payload);
        }
        line = "{" + line + "}\n";
        to.append(line.data(), line.data() + line.size());
    }
    std::unique_ptr<spdlog::formatter> clone() const override { return std::make_unique<JsonFormatter>(); }
};

void write_all(std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(STDERR_FILENO, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        // Nobody reads: the lines are lost, the program goes on.
        if (written <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

// Gathers lines, and writes them together from a thread of its own.
class GatheringSink final : public spdlog::sinks::base_sink<std::mutex> {
  public:
    GatheringSink() : writer_([this] { write_lines(); }) {}
    ~GatheringSink() override {
        {
            const std::lock_guard guard(mutex_);
            ends_ = true;
        }
        hurry_.notify_one();
        writer_.join();
    }

  protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        spdlog::memory_buf_t line;
        formatter_->format(message, line);
        if (gathered_.size() + line.size() <= most_unwritten) gathered_.append(line.data(), line.size());
    }
    void flush_() override { hurry_.notify_one(); }

  private:
    void write_lines() {
        std::string lines;
        for (bool last = false; !last;) {
            {
                std::unique_lock lock(mutex_);
                if (!ends_) hurry_.wait_for(lock, longest_unwritten);
                last = ends_;
                lines.swap(gathered_);
            }
            write_all(lines);
            lines.clear();
        }
    }

    std::condition_variable hurry_;
    std::string gathered_;
    bool ends_ = false;
    std::thread writer_;
};

// Made before anything runs; none in programs that do not serve.
std::shared_ptr<spdlog::logger> structured_lines;

bool wants(spdlog::level::level_enum level) {
    return structured_lines && structured_lines->should_log(level);
}

double ms_since(std::chrono::steady_clock::time_point began) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

void append_ms(std::string& json, double ms) {
    char text[32];
    std::snprintf(text, sizeof text, ",\"ms\":%.3f", ms);
    json += text;
}

const char* ending_of(int status) { return status < 400 ? "done" : status < 500 ? "refused" : "failed"; }

}  // namespace

void begin_running_log(const LogSettings& settings) {
    const bool as_json =
        settings.format == LogFormat::json || (settings.format == LogFormat::automatic && ::isatty(2) == 0);
    spdlog::shutdown();
    const auto sink = std::make_shared<GatheringSink>();
    const auto level = spdlog::level::from_str(settings.level);
    for (const auto& name : {std::string("forecourt"), std::string(structured)}) {
        auto logger = std::make_shared<spdlog::logger>(name, sink);
        logger->set_level(level);
        logger->flush_on(spdlog::level::err);
        spdlog::register_logger(logger);
        if (name == structured) {
            structured_lines = logger;
        } else {
            spdlog::set_default_logger(logger);
        }
    }
    if (as_json) {
        sink->set_formatter(std::make_unique<JsonFormatter>());
    } else {
        sink->set_pattern("%Y-%m-%d %H:%M:%S.%e %l %v");
    }
}

void end_running_log() {
    structured_lines.reset();
    spdlog::shutdown();
}

void log_call(const AnsweredCall& call) {
    const auto level = call.status >= 500 ? spdlog::level::warn : spdlog::level::info;
    if (!wants(level)) return;
    std::string line;
    append_member(line, "what", "call");
    append_member(line, "request", call.request_id);
    append_member(line, call.kind, call.name);
    append_member(line, "ending", ending_of(call.status));
    append_member(line, "status", std::int64_t{call.status});
    append_ms(line, ms_since(call.began));
    if (call.store_id != 0) append_member(line, "store", call.store_id);
    if (call.user_id != 0) append_member(line, "person", call.user_id);
    if (call.customer_id != 0) append_member(line, "customer", call.customer_id);
    structured_lines->log(level, "{}", line);
}

void log_incident(std::string_view incident, std::string_view name, std::string_view what) {
    if (!wants(spdlog::level::err)) return;
    std::string line;
    append_member(line, "what", "incident");
    append_member(line, "incident", incident);
    append_member(line, "call", name);
    append_member(line, "why", what);
    structured_lines->log(spdlog::level::err, "{}", line);
}

void log_bulk_reading(const BulkReading& reading) {
    if (!wants(spdlog::level::warn)) return;
    std::string line;
    append_member(line, "what", "read in bulk");
    append_member(line, "request", current_call().request_id);
    append_member(line, "customers", reading.customers);
    append_member(line, "store", reading.store_id);
    append_member(line, "person", reading.user_id);
    structured_lines->log(spdlog::level::warn, "{}", line);
}

void log_slow_statement(const db::SlowStatement& statement) {
    if (!wants(spdlog::level::warn)) return;
    const auto& call = current_call();
    std::string line;
    append_member(line, "what", "slow statement");
    append_member(line, "statement", statement.name);
    append_ms(line, static_cast<double>(statement.us) / 1000);
    append_member(line, "rows", statement.rows);
    append_member(line, "call", call.name);
    append_member(line, "request", call.request_id);
    structured_lines->log(spdlog::level::warn, "{}", line);
}

}  // namespace forecourt::program
