#include <documents/pdf.h>
#include <services/access/api.h>
#include <services/contract_templates/draft/template_draft.h>

namespace forecourt::contract_templates {

std::string draw_preview(const Context& context, const std::string& template_name, const TemplateText& text) {
    const auto store = access::store_facts(context.db(), context.store_id());
    const auto* shipped = templates::find_template(template_name);
    ensure(shipped != nullptr);
    const templates::TemplateVersion version{.version = 0,
                                             .valid_from = local_date(context.now()),
                                             .title = text.title,
                                             .needs = {},
                                             .clauses = text.clauses};
    documents::Document document({.letterhead = {.store_name = store.legal_name,
                                                 .lines = {store.address, "电话 " + store.phone,
                                                           "统一社会信用代码 " + store.tax_number}},
                                  .title = text.title,
                                  .number = "样张",
                                  .head_facts = {{"编号", "样张"}, {"说明", "按示例数据填写"}},
                                  .footer = "样张，不具有合同效力",
                                  .watermark = "样张",
                                  .created = context.now()});
    int number = 0;
    for (const auto& clause : templates::filled_clauses(version, templates::examples_of(shipped->values))) {
        document.clause(std::to_string(++number) + ".", documents::bold(clause.title));
        const bool stands_out = clause.conspicuous.value_or(false);
        document.paragraph(stands_out ? documents::bold(clause.text) : documents::Text(clause.text),
                           {.indent_first = true});
        if (clause.text_en) document.paragraph(documents::quiet(*clause.text_en), {.size = 8.5});
    }
    document.signatures(
        {{.role = "本店（盖章）",
          .name = store.legal_name,
          .line_label = "盖章：",
          .date = {},
          .date_label = "日期："},
         {.role = "客户", .name = {}, .line_label = "签字：", .date = {}, .date_label = "日期："}});
    return document.pdf();
}

}  // namespace forecourt::contract_templates
