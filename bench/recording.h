#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::bench {

/// Statements with their values, as the program executed them, in groups: one for each transaction or
/// request.
struct Recording {
    struct Param {
        enum class Kind : std::uint8_t { null, number, text } kind{};
        std::int64_t number{};  // or the place in `texts`
        std::uint32_t length{};
    };
    struct Step {
        std::uint32_t statement{};
        std::uint32_t first_param{};
    };
    struct Statement {
        std::string text;
        std::vector<int> slots;  // the bind slot of each placeholder, in the order they stand in the text
    };
    std::vector<Statement> statements;
    std::vector<Step> steps;
    std::vector<Param> params;
    std::string texts;
    std::vector<std::uint32_t> group_ends;  // in steps

    std::size_t groups() const { return group_ends.size(); }
    std::uint32_t begin_of(std::size_t group) const { return group == 0 ? 0 : group_ends[group - 1]; }
};

/// From here on every SQLite connection that this process opens is listened to. Call it before opening any.
void listen_to_sqlite();

/// Records what is executed in this process between start and stop. Each BEGIN starts a group; BEGIN and
/// COMMIT themselves are left out.
void start_recording();
Recording stop_recording();

}  // namespace forecourt::bench
