#pragma once
#include <action/context.h>
#include <templates/contract_template.h>

/// The contracts' words as a store uses them.
namespace forecourt::contract_templates {

inline constexpr Refusal template_not_found{"template_not_found", RefusalKind::not_found};

/// The version in force at a time; nothing when there is no template of this name.
std::optional<templates::TemplateVersion> in_force(db::Connection& db, Id<Store> store, std::string_view name,
                                                   Instant at);
/// The version a contract was drafted by.
std::optional<templates::TemplateVersion> numbered(db::Connection& db, Id<Store> store, std::string_view name,
                                                   std::int64_t number);

/// Gives a store the templates the program ships with, each it has none of.
void install(Tx& tx);

}  // namespace forecourt::contract_templates
