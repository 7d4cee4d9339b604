#include <services/contract_templates/draft/template_draft.h>

namespace forecourt::contract_templates {
namespace {

TemplateText current(Context& context, std::string_view name, TemplateRecord& record) {
    const auto version = in_force(context.db(), context.store_id(), name, context.now());
    ensure(version.has_value());
    record.number = static_cast<int>(version->version);
    return {.title = version->title, .clauses = version->clauses};
}

Result<TemplateLines> run_template_list(Context& context, const Nothing&) {
    TemplateLines lines;
    for (const auto name : templates::template_names()) {
        const versions::Key key{kind_of_text, name};
        const auto version = in_force(context.db(), context.store_id(), name, context.now());
        ensure(version.has_value());
        TemplateLine line;
        line.template_name = std::string(name);
        line.title = version->title;
        line.number = static_cast<int>(version->version);
        line.clauses_count = static_cast<std::int64_t>(version->clauses.size());
        line.has_draft = versions::draft_of(context.db(), context.store_id(), key).has_value();
        for (const auto& past : versions::history(context.db(), context.store_id(), key, context.now())) {
            if (past.in_force) line.valid_from = past.valid_from;
            if (past.valid_from <= context.now() || line.next_number) continue;
            line.next_number = past.number;
            line.next_from = past.valid_from;
        }
        lines.rows.push_back(std::move(line));
    }
    return lines;
}

void allow_all(TemplateRecord& record, Context& context) {
    auto& list = record.allowed_actions;
    const bool drafted = record.draft.has_value();
    const MaybeRefused no_draft = drafted ? MaybeRefused() : MaybeRefused(versions::draft_not_found);
    allow(list, context, open_draft, drafted ? MaybeRefused(versions::draft_is_open) : MaybeRefused());
    allow(list, context, change_draft, no_draft);
    const bool says_nothing = drafted && record.draft->differences.empty();
    allow(list, context, publish, says_nothing ? MaybeRefused(versions::draft_changes_nothing) : no_draft);
    allow(list, context, discard_draft, no_draft);
}

Result<TemplateRecord> run_template_record(Context& context, const TemplateInput& in) {
    const auto* shipped = templates::find_template(in.template_name.text);
    if (shipped == nullptr) return template_not_found;
    const versions::Key key{kind_of_text, shipped->name};
    TemplateRecord record;
    record.template_name = shipped->name;
    record.text = current(context, shipped->name, record);
    record.values = shipped->values;
    record.history = versions::history(context.db(), context.store_id(), key, context.now());
    for (const auto& past : record.history) {
        if (past.in_force) record.valid_from = past.valid_from;
    }
    if (const auto draft = versions::draft_of(context.db(), context.store_id(), key)) {
        const auto base = versions::latest(context.db(), context.store_id(), key);
        ensure(base.has_value());
        auto text = text_of(draft->body);
        auto differences = clause_differences(text_of(base->body), text);
        record.draft = TemplateDraftShown{.version = draft->version,
                                          .base_number = draft->base_number,
                                          .changed_at = draft->changed_at,
                                          .changed_by = draft->changed_by,
                                          .text = std::move(text),
                                          .differences = std::move(differences)};
    }
    allow_all(record, context);
    return record;
}

Result<TemplateComparison> run_compare(Context& context, const CompareTemplatesInput& in) {
    const auto text = [&](int number) {
        return versions::numbered(context.db(), context.store_id(), {kind_of_text, in.template_name.text},
                                  number);
    };
    const auto before = text(in.before), after = text(in.after);
    if (!before || !after) return template_not_found;
    return TemplateComparison{clause_differences(text_of(before->body), text_of(after->body))};
}

Result<Download> run_preview(Context& context, const PreviewInput& in) {
    const auto& name = in.template_name.text;
    if (templates::find_template(name) == nullptr) return template_not_found;
    TemplateText text;
    const auto draft = versions::draft_of(context.db(), context.store_id(), {kind_of_text, name});
    if (!in.number && draft) {
        text = text_of(draft->body);
    } else {
        const auto version = in.number ? numbered(context.db(), context.store_id(), name, *in.number)
                                       : in_force(context.db(), context.store_id(), name, context.now());
        if (!version) return template_not_found;
        text = {.title = version->title, .clauses = version->clauses};
    }
    return Download{"application/pdf", name + ".pdf", draw_preview(context, name, text)};
}

}  // namespace

const View<Nothing, TemplateLines> template_list{{.name = "contract_templates.template_list",
                                                  .needs = template_read,
                                                  .refuses = {},
                                                  .run = run_template_list}};
const View<TemplateInput, TemplateRecord> template_record{{.name = "contract_templates.template_record",
                                                           .needs = template_read,
                                                           .refuses = {template_not_found},
                                                           .run = run_template_record}};
const View<CompareTemplatesInput, TemplateComparison> compare_templates{
    {.name = "contract_templates.compare_templates",
     .needs = template_read,
     .refuses = {template_not_found},
     .run = run_compare}};
const View<PreviewInput, Download> preview_pdf{{.name = "contract_templates.preview_pdf",
                                                .needs = template_read,
                                                .refuses = {template_not_found},
                                                .run = run_preview}};

}  // namespace forecourt::contract_templates
