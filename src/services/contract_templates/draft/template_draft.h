#pragma once
#include <action/action.h>
#include <action/view.h>
#include <core/checked_text.h>
#include <services/contract_templates/template_text.h>

namespace forecourt::contract_templates {

inline constexpr Right template_read{"contract_templates.template_read"};
inline constexpr Right template_write{"contract_templates.template_write"};

struct OpenTemplateDraft {
    FilledText template_name;
};
FORECOURT_STRUCT(OpenTemplateDraft, template_name)

struct ChangeTemplateDraft {
    FilledText template_name;
    std::int64_t version{};
    std::string title;
    std::vector<templates::Clause> clauses;
};
FORECOURT_STRUCT(ChangeTemplateDraft, template_name, version, title, clauses)

struct TemplateDraftAtVersion {
    FilledText template_name;
    std::int64_t version{};
};
FORECOURT_STRUCT(TemplateDraftAtVersion, template_name, version)

struct TemplateDraftAnswer {
    std::string template_name;
    std::int64_t version{};
    int changes{};  // against the version it was begun from
};
FORECOURT_STRUCT(TemplateDraftAnswer, template_name, version, changes)

struct PublishTemplate {
    FilledText template_name;
    std::int64_t version{};
    FilledText reason;
    std::optional<Date> valid_from;  // from now on when not said
};
FORECOURT_STRUCT(PublishTemplate, template_name, version, reason, valid_from)

struct TemplatePublished {
    std::string template_name;
    std::string title;
    int number{};
    std::string reason;
    Instant valid_from;
};
FORECOURT_STRUCT(TemplatePublished, template_name, title, number, reason, valid_from)

struct TemplateLine {
    std::string template_name;
    std::string title;
    int number{};
    Instant valid_from;
    std::int64_t clauses_count{};
    bool has_draft{};
    std::optional<int> next_number;  // published and not begun yet
    std::optional<Instant> next_from;
};
FORECOURT_STRUCT(TemplateLine, template_name, title, number, valid_from, clauses_count, has_draft,
                 next_number, next_from)
struct TemplateLines {
    std::vector<TemplateLine> rows;
};
FORECOURT_STRUCT(TemplateLines, rows)

struct TemplateInput {
    FilledText template_name;
};
FORECOURT_STRUCT(TemplateInput, template_name)

struct TemplateDraftShown {
    std::int64_t version{};
    int base_number{};
    Instant changed_at;
    std::string changed_by;
    TemplateText text;
    std::vector<ClauseDifference> differences;
};
FORECOURT_STRUCT(TemplateDraftShown, version, base_number, changed_at, changed_by, text, differences)

struct TemplateRecord {
    std::string template_name;
    TemplateText text;  // in force
    int number{};
    Instant valid_from;
    std::vector<templates::TemplateValue> values;
    std::optional<TemplateDraftShown> draft;
    std::vector<versions::PastVersion> history;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(TemplateRecord, template_name, text, number, valid_from, values, draft, history,
                 allowed_actions)

struct CompareTemplatesInput {
    FilledText template_name;
    int before{};
    int after{};
};
FORECOURT_STRUCT(CompareTemplatesInput, template_name, before, after)
struct TemplateComparison {
    std::vector<ClauseDifference> differences;
};
FORECOURT_STRUCT(TemplateComparison, differences)

struct PreviewInput {
    FilledText template_name;
    std::optional<int> number;  // the draft when not said, or what is in force when there is none
};
FORECOURT_STRUCT(PreviewInput, template_name, number)

extern const Action<OpenTemplateDraft, TemplateDraftAnswer> open_draft;
extern const Action<ChangeTemplateDraft, TemplateDraftAnswer> change_draft;
extern const Action<TemplateDraftAtVersion, Nothing> discard_draft;
extern const Action<PublishTemplate, TemplatePublished> publish;
extern const View<Nothing, TemplateLines> template_list;
extern const View<TemplateInput, TemplateRecord> template_record;
extern const View<CompareTemplatesInput, TemplateComparison> compare_templates;
extern const View<PreviewInput, Download> preview_pdf;

/// The contract with examples for its values, marked as a sample.
std::string draw_preview(const Context& context, const std::string& template_name, const TemplateText& text);

}  // namespace forecourt::contract_templates
