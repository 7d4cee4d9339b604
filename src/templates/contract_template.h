#pragma once
#include <core/time.h>
#include <reflect/type.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Contracts as data: standards/contract_templates/<name>.json holds the versions of a contract's clauses the
/// program ships with, with the day from which each is used, and the values that may stand in them. A signed
/// contract keeps the words it was signed with.
namespace forecourt::templates {

/// One clause; `{{buyer_name}}` in its text is a value to fill in. A conspicuous clause limits the customer's
/// rights or the dealer's duties, so the law wants it to stand out.
struct Clause {
    std::string name;
    std::string title;
    std::string text;
    std::optional<bool> conspicuous;
    std::optional<std::string> title_en = {};  // a translation to read; the Chinese words are what holds
    std::optional<std::string> text_en = {};
};
FORECOURT_STRUCT(Clause, name, title, text, conspicuous, title_en, text_en)

struct TemplateVersion {
    std::int64_t version{};
    Date valid_from;
    std::string title;
    std::vector<std::string> needs;  // the values without which it is not complete
    std::vector<Clause> clauses;
};
FORECOURT_STRUCT(TemplateVersion, version, valid_from, title, needs, clauses)

struct ValueTitle {
    std::string zh;
    std::string en;
};
FORECOURT_STRUCT(ValueTitle, zh, en)

/// A value that may stand in the clauses, with an example of it.
struct TemplateValue {
    std::string name;
    ValueTitle title;
    std::string example;
    bool needed{};  // where it stands, the contract is not complete without it
    bool always{};  // without it no contract says what it must: parties, thing, price
};
FORECOURT_STRUCT(TemplateValue, name, title, example, needed, always)

struct ContractTemplate {
    std::string name;
    std::vector<TemplateValue> values;
    std::vector<TemplateVersion> versions;
};
FORECOURT_STRUCT(ContractTemplate, name, values, versions)

/// A value by its name in the template.
using Values = std::vector<std::pair<std::string, std::string>>;

/// The names of all templates of the program, sorted.
std::vector<std::string_view> template_names();
/// All versions; null when there is no template of this name.
const ContractTemplate* find_template(std::string_view name);
/// The version in use on a day; null before the first one.
const TemplateVersion* version_on(const ContractTemplate& contract, Date day);
/// The version with this number; null when there is none.
const TemplateVersion* version_numbered(const ContractTemplate& contract, std::int64_t version);

/// The needed values that are empty or not there, in the template's order.
std::vector<std::string> missing_values(const TemplateVersion& version, const Values& values);
/// The clauses with their values; one that is not known stays a line to write on.
std::vector<Clause> filled_clauses(const TemplateVersion& version, const Values& values);
/// The placeholders of a text, in order; nothing when one is not closed.
std::optional<std::vector<std::string>> placeholders_of(std::string_view text);
/// Which of the values the clauses use and cannot do without.
std::vector<std::string> needed_values(const std::vector<TemplateValue>& values,
                                       const std::vector<Clause>& clauses);
/// The examples of all values.
Values examples_of(const std::vector<TemplateValue>& values);
/// The contract as plain text: what a hash of it covers.
std::string plain_text(const TemplateVersion& version, const std::vector<Clause>& clauses);

}  // namespace forecourt::templates
