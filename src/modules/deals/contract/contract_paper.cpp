#include <documents/chinese_money.h>
#include <documents/pdf.h>
#include <modules/deals/contract/contract_text.h>
#include <modules/deals/quote/deal_rules.h>
#include <services/files/api.h>

namespace forecourt::deals {
namespace {

documents::Letterhead letterhead_of(const access::StoreFacts& store) {
    return {.store_name = store.legal_name,
            .lines = {store.address, "电话 " + store.phone, "统一社会信用代码 " + store.tax_number}};
}

constexpr const char* digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

const char* group_of(DealLineKind kind) {
    switch (kind) {
        case DealLineKind::car:
        case DealLineKind::option:
        case DealLineKind::discount:
            return "车辆";
        case DealLineKind::accessory:
        case DealLineKind::gift:
            return "精品与赠品";
        case DealLineKind::purchase_tax:
        case DealLineKind::vehicle_tax:
        case DealLineKind::compulsory_insurance:
        case DealLineKind::insurance:
        case DealLineKind::registration:
            return "税费与代办（代收代付，以票据为准）";
        case DealLineKind::fee:
            return "本店服务";
        case DealLineKind::trade_in:
            return "旧车抵价";
    }
    return "";
}

// Every line with the one sentence that explains it: nothing else is charged.
documents::Table table_of(const std::vector<DealLine>& lines, Money total) {
    documents::Table table{
        .columns = {{.title = "项目", .width = 3},
                    {.title = "说明", .width = 5},
                    {.title = "金额（元）", .width = 1.6, .align = documents::Align::right}}};
    std::string_view group;
    int groups = 0;
    for (const auto& line : lines) {
        if (line.kind == DealLineKind::discount && line.amount == Money{0}) continue;
        if (group != group_of(line.kind)) {
            group = group_of(line.kind);
            table.rows.push_back({.cells = {std::string(digits[++groups]) + "、" + group_of(line.kind)},
                                  .kind = documents::RowKind::group});
        }
        std::string explanation = line.explanation;
        if (line.kind == DealLineKind::gift) explanation += "，价值 " + to_text(line.worth);
        table.rows.push_back({.cells = {line.title, documents::quiet(explanation), to_text(line.amount)}});
    }
    table.rows.push_back({.cells = {"合计", "", to_text(total)}, .kind = documents::RowKind::total});
    return table;
}

std::string clause_label(int number) {
    std::string text = "第";
    if (number >= 20) text += digits[number / 10];
    if (number >= 10) text += "十";
    return text + digits[number % 10] + "条";
}

}  // namespace

ContractPaper contract_paper_of(const ContractText& text, const Contract& contract, Instant created) {
    return {.title = text.version.title,
            .number = contract.number,
            .revision = contract.revision,
            .contents_hash = contract.contents_hash,
            .store = text.store,
            .clauses = text.clauses,
            .lines = text.lines,
            .total = contract.total,
            .buyer_name = contract.signed_name.value_or(text.customer.name),
            .signature = contract.signature,
            .signed_at = contract.signed_at,
            .created = created};
}

std::string draw_contract(const ContractPaper& paper) {
    const bool is_signed = paper.signed_at.has_value();
    const std::string signature = paper.signature ? files::file_bytes(*paper.signature) : "";
    documents::Document document(
        {.letterhead = letterhead_of(paper.store),
         .title = paper.title,
         .number = paper.number,
         .head_facts = {{"合同编号", paper.number},
                        {"版本", "第 " + std::to_string(paper.revision) + " 版"},
                        {"签订日期", is_signed ? to_text(local_date(*paper.signed_at)) : ""}},
         .qr_text = paper.number + " " + paper.contents_hash,
         .footer = "内容校验 " + paper.contents_hash.substr(0, 16),
         .watermark = is_signed ? "" : "草稿",
         .created = paper.created});
    int number = 0;
    for (const auto& clause : paper.clauses) {
        document.clause(clause_label(++number), documents::bold(clause.title));
        const bool stands_out = clause.conspicuous.value_or(false);
        document.paragraph(stands_out ? documents::bold(clause.text) : documents::Text(clause.text),
                           {.indent_first = true});
        if (clause.text_en) document.paragraph(documents::quiet(*clause.text_en), {.size = 8.5});
    }
    document.heading("附：购车明细");
    document.table(table_of(paper.lines, paper.total));
    document.signatures({{.role = "出卖人（盖章）",
                          .name = paper.store.legal_name,
                          .line_label = "盖章：",
                          .date = is_signed ? to_text(local_date(*paper.signed_at)) : "",
                          .date_label = "日期："},
                         {.role = "买受人",
                          .name = paper.buyer_name,
                          .picture = signature,
                          .line_label = "签字：",
                          .date = is_signed ? local_text(*paper.signed_at) : "",
                          .date_label = "日期："}});
    document.note("合同内容 SHA-256：" + paper.contents_hash);
    return document.pdf();
}

const Paper<ContractPaper> contract_paper{{.name = "deals.contract", .sealed = true, .draw = draw_contract}};

std::string plan_pdf_of(const PlanPaper& paper) {
    const auto& deal = paper.deal;
    documents::Document document(
        {.letterhead = letterhead_of(paper.store),
         .title = "购车方案",
         .subtitle = deal.car_title,
         .number = deal.number,
         .head_facts = {{"方案编号", deal.number},
                        {"日期", to_text(local_date(paper.created))},
                        {"有效期至", deal.valid_until ? to_text(*deal.valid_until) : "以本店确认为准"}},
         .qr_text = deal.number,
         .footer = "本方案列出购车的全部费用",
         .created = paper.created});
    document.facts(
        {{.label = "客户", .value = paper.customer_name},
         {.label = "销售顾问", .value = paper.consultant_name},
         {.label = "车辆", .value = paper.car_facts.empty() ? "待选现车" : paper.car_facts, .wide = true}});
    document.table(table_of(paper.lines, deal.total));
    document.callout(documents::bold("客户应付（大写）" + documents::chinese_money(deal.total)),
                     documents::bold("¥ " + to_text(deal.total)));
    document.note(
        "以上项目之外本店不收取任何费用。保险、上牌、装饰由客户自愿选择，可自行办理。"
        "购置税和车船税按 " +
        to_text(deal.bought_on) + " 有效的规定计算，以税务机关核定为准。");
    return document.pdf();
}

}  // namespace forecourt::deals
