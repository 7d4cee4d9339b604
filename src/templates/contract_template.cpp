#include <assets/assets.h>
#include <core/ensure.h>
#include <reflect/json.h>
#include <templates/contract_template.h>

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
    static const auto all = load_all();
    const auto at = all.find(name);
    return at == all.end() ? nullptr : &at->second;
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
    for (auto& clause : clauses) clause.text = filled(clause.text, values);
    return clauses;
}

std::string plain_text(const TemplateVersion& version, const std::vector<Clause>& clauses) {
    std::string text = version.title + "\n";
    for (const auto& clause : clauses) text += clause.title + "\n" + clause.text + "\n";
    return text;
}

}  // namespace forecourt::templates
