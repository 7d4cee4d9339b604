import type { ViewAnswer } from "@/api/typed";

export type TemplateRecord = ViewAnswer<"contract_templates.template_record">;
export type TemplateDraft = NonNullable<TemplateRecord["draft"]>;
export type TemplateText = TemplateDraft["text"];
export type Clause = TemplateText["clauses"][number];
export type TemplateValue = TemplateRecord["values"][number];
export type ClauseDifference = TemplateDraft["differences"][number];
