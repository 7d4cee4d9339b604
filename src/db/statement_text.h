#pragma once
#include <db/params.h>
#include <db/sql.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::db {

/// A statement's text cut into its fixed and optional lines, done once per statement.
class StatementText {
  public:
    explicit StatementText(const Sql& sql);

    /// Which optional lines these parameters switch on, as a bit per option.
    std::uint64_t variant(const Params& params) const;
    /// Variants that between them hold every line: without options, and with all of them, once for each way
    /// to sort (two of those never meet).
    std::vector<std::uint64_t> variants_to_prove() const;
    std::size_t option_count() const { return options_.size(); }

    struct Rendered {
        std::string text;                     // placeholders as $1, $2 ... (one number per name)
        std::vector<std::string_view> names;  // in that order
    };
    Rendered render(std::uint64_t variant) const;

  private:
    struct Line {
        std::string_view text;
        int option;  // -1: always
    };
    std::vector<Line> lines_;
    std::vector<std::string_view> options_;
};

}  // namespace forecourt::db
