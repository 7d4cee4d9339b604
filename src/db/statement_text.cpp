#include <core/checked_text.h>
#include <core/ensure.h>
#include <db/statement_text.h>

namespace forecourt::db {
namespace {

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

}  // namespace

StatementText::StatementText(const Sql& sql) {
    std::string_view rest = sql.text;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        int option = -1;
        if (const auto mark = line.find("--? "); mark != std::string_view::npos) {
            const auto name = trimmed(line.substr(mark + 4));
            option = static_cast<int>(options_.size());
            for (std::size_t i = 0; i < options_.size(); ++i) {
                if (options_[i] == name) option = static_cast<int>(i);
            }
            if (option == static_cast<int>(options_.size())) options_.push_back(name);
            line = line.substr(0, mark);
        } else if (const auto comment = line.find("-- "); comment != std::string_view::npos) {
            line = line.substr(0, comment);
        }
        lines_.push_back({.text = line, .option = option});
    }
    ensure(options_.size() < 60);
}

std::uint64_t StatementText::variant(const Params& params) const {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < options_.size(); ++i) {
        if (params.has_option(options_[i])) bits |= std::uint64_t{1} << i;
    }
    return bits;
}

std::vector<std::uint64_t> StatementText::variants_to_prove() const {
    std::uint64_t common = 0;
    std::vector<std::uint64_t> sorted;
    for (std::size_t i = 0; i < options_.size(); ++i) {
        const auto bit = std::uint64_t{1} << i;
        if (options_[i].starts_with("sort_")) {
            const std::string after = "after_" + std::string(options_[i].substr(5));
            std::uint64_t way = bit;
            for (std::size_t j = 0; j < options_.size(); ++j) {
                if (options_[j] == after) way |= std::uint64_t{1} << j;
            }
            sorted.push_back(way);
        } else if (!options_[i].starts_with("after_")) {
            common |= bit;
        }
    }
    if (sorted.empty()) return {0, common};
    std::vector<std::uint64_t> variants;
    for (const auto way : sorted) {
        variants.push_back(way);
        variants.push_back(way | common);
    }
    return variants;
}

StatementText::Rendered StatementText::render(std::uint64_t variant) const {
    Rendered rendered;
    bool quoted = false;
    for (const auto& line : lines_) {
        if (line.option >= 0 && (variant >> line.option & 1) == 0) continue;
        for (std::size_t i = 0; i < line.text.size(); ++i) {
            const char c = line.text[i];
            if (c == '\'') quoted = !quoted;
            if (quoted || c != ':') {
                rendered.text += c;
                continue;
            }
            std::size_t end = i + 1;
            while (end < line.text.size() && is_name(line.text[end])) ++end;
            const auto name = line.text.substr(i + 1, end - i - 1);
            std::size_t at = 0;
            while (at < rendered.names.size() && rendered.names[at] != name) ++at;
            if (at == rendered.names.size()) rendered.names.push_back(name);
            rendered.text += "$" + std::to_string(at + 1);
            i = end - 1;
        }
        rendered.text += '\n';
    }
    return rendered;
}

}  // namespace forecourt::db
