#include <bench/player.h>
#include <reflect/json.h>

#include <libpq-fe.h>

#include <charconv>
#include <stdexcept>
#include <vector>

namespace forecourt::bench {
namespace {

class PostgresPlayer final : public Player {
  public:
    PostgresPlayer(const std::string& url, const Recording& recording)
        : recording_(recording), link_(PQconnectdb(url.c_str())), numbers_(recording.statements.size()) {
        if (PQstatus(link_) != CONNECTION_OK) fail("connect");
        for (std::size_t i = 0; i < recording.statements.size(); ++i) prepare(i);
    }
    ~PostgresPlayer() override { PQfinish(link_); }
    PostgresPlayer(const PostgresPlayer&) = delete;
    PostgresPlayer& operator=(const PostgresPlayer&) = delete;

    void begin() override { clear(PQexec(link_, "begin"), "begin"); }
    void commit() override { clear(PQexec(link_, "commit"), "commit"); }

    void play(std::size_t group, std::string* json) override {
        for (auto i = recording_.begin_of(group); i < recording_.group_ends[group]; ++i) {
            step(recording_.steps[i], json);
        }
    }

  private:
    static std::string name_of(std::size_t statement) { return "p" + std::to_string(statement); }

    // Which parameter each placeholder of the text is.
    void prepare(std::size_t i) {
        const auto& text = recording_.statements[i].text;
        bool quoted = false;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '\'') quoted = !quoted;
            if (quoted || text[at] != '$') continue;
            int number = 0;
            std::from_chars(text.data() + at + 1, text.data() + text.size(), number);
            numbers_[i].push_back(number - 1);
        }
        clear(PQprepare(link_, name_of(i).c_str(), text.c_str(), 0, nullptr), text);
    }

    void step(const Recording::Step& step, std::string* json) {
        const auto& numbers = numbers_[step.statement];
        std::vector<std::string> texts;
        std::vector<const char*> values;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto place = static_cast<std::size_t>(numbers[i]);
            if (place >= texts.size()) texts.resize(place + 1);
            const auto& param = recording_.params[step.first_param + i];
            if (param.kind == Recording::Param::Kind::number) texts[place] = std::to_string(param.number);
            if (param.kind == Recording::Param::Kind::text) {
                texts[place] = recording_.texts.substr(static_cast<std::size_t>(param.number), param.length);
            }
        }
        values.resize(texts.size());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto place = static_cast<std::size_t>(numbers[i]);
            const bool null = recording_.params[step.first_param + i].kind == Recording::Param::Kind::null;
            values[place] = null ? nullptr : texts[place].c_str();
        }
        auto* result = PQexecPrepared(link_, name_of(step.statement).c_str(), static_cast<int>(values.size()),
                                      values.data(), nullptr, nullptr, 0);
        if (json != nullptr) write_rows(result, *json);
        clear(result, recording_.statements[step.statement].text);
    }

    static void write_rows(const PGresult* result, std::string& json) {
        for (int row = 0; row < PQntuples(result); ++row) {
            char separator = '{';
            for (int i = 0; i < PQnfields(result); ++i) {
                json += separator;
                json += '"';
                json += PQfname(result, i);
                json += "\":";
                separator = ',';
                constexpr Oid int8 = 20, int4 = 23;
                const std::string_view text(PQgetvalue(result, row, i),
                                            static_cast<std::size_t>(PQgetlength(result, row, i)));
                if (PQgetisnull(result, row, i) == 1) {
                    json += "null";
                } else if (PQftype(result, i) == int8 || PQftype(result, i) == int4) {
                    json += text;
                } else {
                    reflect::append_json_string(json, text);
                }
            }
            json += "},";
        }
    }

    void clear(PGresult* result, const std::string& what) {
        const auto status = PQresultStatus(result);
        PQclear(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(what);
    }

    [[noreturn]] void fail(const std::string& what) {
        throw std::runtime_error("bench: " + what.substr(0, 200) + ": " + PQerrorMessage(link_));
    }

    const Recording& recording_;
    PGconn* link_;
    std::vector<std::vector<int>> numbers_;
};

}  // namespace

std::unique_ptr<Player> postgresql_player(const std::string& url, const Recording& recording) {
    return std::make_unique<PostgresPlayer>(url, recording);
}

}  // namespace forecourt::bench
