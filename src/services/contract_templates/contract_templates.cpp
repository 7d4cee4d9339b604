#include <services/contract_templates/template_text.h>

namespace forecourt::contract_templates {
namespace {

templates::TemplateVersion version_of(const versions::Version& version) {
    const auto text = text_of(version.body);
    const auto* shipped = templates::find_template(version.name);
    ensure(shipped != nullptr);
    return {.version = version.number,
            .valid_from = local_date(version.valid_from),
            .title = text.title,
            .needs = templates::needed_values(shipped->values, text.clauses),
            .clauses = text.clauses};
}

}  // namespace

TemplateText text_of(const std::string& body) {
    TemplateText text;
    ensure(reflect::from_json(text, body).empty());
    return text;
}

std::optional<templates::TemplateVersion> in_force(db::Connection& db, Id<Store> store, std::string_view name,
                                                   Instant at) {
    if (const auto version = versions::in_force(db, store, {kind_of_text, name}, at)) {
        return version_of(*version);
    }
    // A store that was never given its templates works by those the program ships with.
    const auto* shipped = templates::find_template(name);
    if (shipped == nullptr) return std::nullopt;
    return shipped->versions.front();
}

std::optional<templates::TemplateVersion> numbered(db::Connection& db, Id<Store> store, std::string_view name,
                                                   std::int64_t number) {
    if (const auto version = versions::numbered(db, store, {kind_of_text, name}, static_cast<int>(number))) {
        return version_of(*version);
    }
    const auto* shipped = templates::find_template(name);
    const auto* version = shipped ? templates::version_numbered(*shipped, number) : nullptr;
    if (version == nullptr) return std::nullopt;
    return *version;
}

void install(Tx& tx) {
    for (const auto name : templates::template_names()) {
        const auto& first = templates::find_template(name)->versions.front();
        versions::install(tx, {kind_of_text, name},
                          reflect::to_json(TemplateText{.title = first.title, .clauses = first.clauses}));
    }
}

}  // namespace forecourt::contract_templates
