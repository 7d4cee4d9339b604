#include <assets/assets.h>
#include <core/ensure.h>
#include <reflect/json.h>
#include <templates/contract_template.h>

#include <algorithm>
#include <map>

namespace forecourt::templates {
namespace {

constexpr std::string_view folder = "standards/contract_templates/";
constexpr std::string_view line_to_write_on = "________";

std::map<std::string, ContractTemplate, std::less<>> load_all() {
    std::map<std::string, ContractTemplate, std::less<>> all;
    for (const auto& asset : assets::under(folder)) {
        ContractTemplate contract;
        // The files are part of the program, so a mistake in one is a mistake of ours.
        ensure(reflect::from_json(contract, asset.body).empty());
        ensure(!contract.versions.empty());
        all.emplace(contract.name, std::move(contract));
    }
    return all;
}

const std::map<std::string, ContractTemplate, std::less<>>& every_template() {
    static const auto all = load_all();
    return all;
}

const std::string* find_value(const Values& values, std::string_view name) {
    for (const auto& [key, value] : values) {
        if (key == name) return &value;
    }
    return nullptr;
}

std::string filled(std::string_view text, const Values& values) {
    std::string out;
    while (true) {
        const auto begin = text.find("{{");
        const auto end = begin == std::string_view::npos ? begin : text.find("}}", begin);
        if (end == std::string_view::npos) break;
        out += text.substr(0, begin);
        const auto* value = find_value(values, text.substr(begin + 2, end - begin - 2));
        out += value == nullptr || value->empty() ? line_to_write_on : std::string_view(*value);
        text.remove_prefix(end + 2);
    }
    out += text;
    return out;
}

}  // namespace

const ContractTemplate* find_template(std::string_view name) {
    const auto at = every_template().find(name);
    return at == every_template().end() ? nullptr : &at->second;
}

std::vector<std::string_view> template_names() {
    std::vector<std::string_view> names;
    for (const auto& [name, contract] : every_template()) names.push_back(name);
    return names;
}

const TemplateVersion* version_on(const ContractTemplate& contract, Date day) {
    const TemplateVersion* newest = nullptr;
    for (const auto& version : contract.versions) {
        if (version.valid_from > day) continue;
        if (newest == nullptr || version.valid_from >= newest->valid_from) newest = &version;
    }
    return newest;
}

const TemplateVersion* version_numbered(const ContractTemplate& contract, std::int64_t number) {
    for (const auto& version : contract.versions) {
        if (version.version == number) return &version;
    }
    return nullptr;
}

std::vector<std::string> missing_values(const TemplateVersion& version, const Values& values) {
    std::vector<std::string> missing;
    for (const auto& name : version.needs) {
        const auto* value = find_value(values, name);
        if (value == nullptr || value->empty()) missing.push_back(name);
    }
    return missing;
}

std::vector<Clause> filled_clauses(const TemplateVersion& version, const Values& values) {
    std::vector<Clause> clauses = version.clauses;
    for (auto& clause : clauses) {
        clause.text = filled(clause.text, values);
        if (clause.text_en) clause.text_en = filled(*clause.text_en, values);
    }
    return clauses;
}

std::string plain_text(const TemplateVersion& version, const std::vector<Clause>& clauses) {
    std::string text = version.title + "\n";
    for (const auto& clause : clauses) {
        text += clause.title + "\n" + clause.text + "\n";
        if (clause.text_en) text += clause.title_en.value_or("") + "\n" + *clause.text_en + "\n";
    }
    return text;
}

std::optional<std::vector<std::string>> placeholders_of(std::string_view text) {
    std::vector<std::string> names;
    while (true) {
        const auto begin = text.find("{{");
        if (begin == std::string_view::npos) return names;
        const auto end = text.find("}}", begin);
        if (end == std::string_view::npos) return std::nullopt;
        names.emplace_back(text.substr(begin + 2, end - begin - 2));
        text.remove_prefix(end + 2);
    }
}

std::vector<std::string> needed_values(const std::vector<TemplateValue>& values,
                                       const std::vector<Clause>& clauses) {
    std::vector<std::string> needed;
    for (const auto& value : values) {
        const std::string mark = "{{" + value.name + "}}";
        const bool used = std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
            return clause.text.find(mark) != std::string::npos;
        });
        if (value.needed && used) needed.push_back(value.name);
    }
    return needed;
}

Values examples_of(const std::vector<TemplateValue>& values) {
    Values examples;
    for (const auto& value : values) examples.emplace_back(value.name, value.example);
    return examples;
}

}  // namespace forecourt::templates
