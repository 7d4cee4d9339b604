#include <services/contract_templates/draft/template_draft.h>

namespace forecourt::contract_templates {
namespace {

/// What the events of a draft tell.
struct TemplateDraftEvent {
    std::string template_name;
    std::string title;
    int base_number{};
};
FORECOURT_STRUCT(TemplateDraftEvent, template_name, title, base_number)

versions::Key key_of(const std::string& name) { return {kind_of_text, name}; }

void emit_draft(Tx& tx, std::string_view event, const versions::Draft& draft, const TemplateText& text) {
    tx.emit(event, {{"contract_template_draft", draft.id}},
            TemplateDraftEvent{
                .template_name = draft.name, .title = text.title, .base_number = draft.base_number});
}

std::size_t changes_of(const Tx& tx, const versions::Draft& draft) {
    const auto base = versions::latest(tx.db(), tx.store_id(), key_of(draft.name));
    ensure(base.has_value());
    return clause_differences(text_of(base->body), text_of(draft.body)).size();
}

/// A draft begins as the last version that was published, whether it is in force yet or not.
Result<TemplateDraftAnswer> run_open_draft(Tx& tx, const OpenTemplateDraft& in) {
    if (templates::find_template(in.template_name.text) == nullptr) return template_not_found;
    if (!versions::latest(tx.db(), tx.store_id(), key_of(in.template_name.text))) install(tx);
    const auto draft = versions::open_draft(tx, key_of(in.template_name.text));
    if (!draft) return draft.refused();
    emit_draft(tx, "contract_templates.draft_opened", *draft, text_of(draft->body));
    return TemplateDraftAnswer{.template_name = draft->name, .version = draft->version, .changes = 0};
}

Result<TemplateDraftAnswer> run_change_draft(Tx& tx, const ChangeTemplateDraft& in) {
    auto draft = versions::draft_of(tx.db(), tx.store_id(), key_of(in.template_name.text));
    if (!draft) return versions::draft_not_found;
    const TemplateText text{.title = in.title, .clauses = in.clauses};
    if (const auto no = may_hold(text, templates::find_template(draft->name)->values)) return *no;
    draft->body = reflect::to_json(text);
    versions::change_draft(tx, key_of(draft->name), in.version, draft->body);
    emit_draft(tx, "contract_templates.draft_changed", *draft, text);
    return TemplateDraftAnswer{.template_name = draft->name,
                               .version = in.version + 1,
                               .changes = static_cast<int>(changes_of(tx, *draft))};
}

Result<Nothing> run_discard_draft(Tx& tx, const TemplateDraftAtVersion& in) {
    const auto draft = versions::draft_of(tx.db(), tx.store_id(), key_of(in.template_name.text));
    if (!draft) return versions::draft_not_found;
    versions::discard_draft(tx, key_of(draft->name), in.version);
    emit_draft(tx, "contract_templates.draft_discarded", *draft, text_of(draft->body));
    return Nothing{};
}

/// New contracts are drafted by it; those that are drafted or signed keep their words.
Result<TemplatePublished> run_publish(Tx& tx, const PublishTemplate& in) {
    const auto draft = versions::draft_of(tx.db(), tx.store_id(), key_of(in.template_name.text));
    if (!draft) return versions::draft_not_found;
    const auto version = versions::publish(tx, key_of(draft->name),
                                           {.version = in.version,
                                            .reason = in.reason.text,
                                            .valid_from = in.valid_from,
                                            .changes = changes_of(tx, *draft)});
    if (!version) return version.refused();
    const TemplatePublished published{.template_name = version->name,
                                      .title = text_of(version->body).title,
                                      .number = version->number,
                                      .reason = version->reason,
                                      .valid_from = version->valid_from};
    tx.emit("contract_templates.version_published", {{"contract_template_draft", draft->id}}, published);
    return published;
}

}  // namespace

const Action<OpenTemplateDraft, TemplateDraftAnswer> open_draft{
    {.name = "contract_templates.open_draft",
     .needs = template_write,
     .refuses = {template_not_found, versions::draft_is_open},
     .run = run_open_draft}};
const Action<ChangeTemplateDraft, TemplateDraftAnswer> change_draft{
    {.name = "contract_templates.change_draft",
     .needs = template_write,
     .refuses = {versions::draft_not_found, template_needs_title, template_needs_clauses, clause_needs_text,
                 clause_twice, placeholder_not_closed, placeholder_unknown, contract_value_left_out},
     .run = run_change_draft}};
const Action<TemplateDraftAtVersion, Nothing> discard_draft{{.name = "contract_templates.discard_draft",
                                                             .needs = template_write,
                                                             .refuses = {versions::draft_not_found},
                                                             .run = run_discard_draft}};
const Action<PublishTemplate, TemplatePublished> publish{
    {.name = "contract_templates.publish",
     .needs = template_write,
     .refuses = {versions::draft_not_found, versions::draft_changes_nothing, versions::draft_is_outdated,
                 versions::start_date_past, versions::starts_before_the_last_version},
     .run = run_publish}};

}  // namespace forecourt::contract_templates
