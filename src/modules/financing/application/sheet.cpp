#include <documents/chinese_money.h>
#include <documents/pdf.h>
#include <modules/financing/application/sheet.h>
#include <modules/financing/plan/plan_rules.h>
#include <modules/financing/product/product_rules.h>
#include <secrets/digest.h>
#include <services/files/api.h>

namespace forecourt::financing {
namespace {

const char* text_of(FeeTiming paid) {
    switch (paid) {
        case FeeTiming::at_signing:
            return "签约时一次付清";
        case FeeTiming::with_instalments:
            return "随月供分摊";
    }
    return "";
}

std::string hash_of(const Sheet& sheet) {
    const auto& a = sheet.application;
    std::string all = a.number + "\n" + sheet.terms.product.lender_name + "\n" + sheet.terms.product.name +
                      "\n" + to_text(sheet.plan.principal) + "\t" +
                      std::to_string(sheet.terms.term.annual_rate_ppm) + "\t" +
                      std::to_string(sheet.plan.cost.effective_rate_ppm) + "\n";
    for (const auto& fee : sheet.plan.fees)
        all += fee.title + "\t" + fee.explanation + "\t" + to_text(fee.amount) + "\n";
    for (const auto& one : sheet.plan.instalments) {
        all += std::to_string(one.number) + "\t" + to_text(one.principal) + "\t" + to_text(one.interest) +
               "\t" + to_text(one.fee) + "\n";
    }
    return secrets::sha256_hex(all);
}

documents::Table fees_table(const LoanPlan& plan) {
    documents::Table table{
        .columns = {{.title = "费用", .width = 2},
                    {.title = "说明", .width = 4},
                    {.title = "支付方式", .width = 2},
                    {.title = "金额（元）", .width = 1.6, .align = documents::Align::right}}};
    for (const auto& fee : plan.fees) {
        table.rows.push_back({.cells = {fee.title, documents::quiet(fee.explanation), text_of(fee.paid),
                                        to_text(fee.amount)}});
    }
    table.rows.push_back({.cells = {"利息合计", documents::quiet("按剩余本金逐月计算"), "随月供",
                                    to_text(plan.cost.total_interest)}});
    table.rows.push_back({.cells = {"借款总成本（利息与全部费用）", "", "", to_text(plan.cost.total_cost)},
                          .kind = documents::RowKind::total});
    return table;
}

documents::Table schedule_table(const LoanPlan& plan) {
    using documents::Align;
    documents::Table table{.columns = {{.title = "期数", .width = 1, .align = Align::centre},
                                       {.title = "本金", .width = 2, .align = Align::right},
                                       {.title = "利息", .width = 2, .align = Align::right},
                                       {.title = "费用", .width = 2, .align = Align::right},
                                       {.title = "当期应还", .width = 2, .align = Align::right},
                                       {.title = "剩余本金", .width = 2, .align = Align::right}}};
    for (const auto& one : plan.instalments) {
        table.rows.push_back(
            {.cells = {std::to_string(one.number), to_text(one.principal), to_text(one.interest),
                       to_text(one.fee), documents::bold(to_text(one.total)),
                       documents::quiet(to_text(one.balance))}});
    }
    const auto& cost = plan.cost;
    table.rows.push_back(
        {.cells = {"合计", to_text(plan.principal), to_text(cost.total_interest),
                   to_text(cost.fees_in_instalments), to_text(cost.total_paid - cost.fees_at_signing), ""},
         .kind = documents::RowKind::total});
    return table;
}

void add_facts(documents::Document& document, const Sheet& sheet) {
    const auto& cost = sheet.plan.cost;
    const auto& term = sheet.terms.term;
    std::vector<documents::Fact> facts{
        {.label = "借款人", .value = sheet.customer_name},
        {.label = "购车", .value = sheet.deal.car_title + "　" + sheet.deal.number},
        {.label = "贷款机构", .value = sheet.terms.product.lender_name},
        {.label = "产品", .value = sheet.terms.product.name},
        {.label = "还款方式", .value = text_of(sheet.terms.product.repayment)},
        {.label = "期限", .value = std::to_string(term.months) + " 个月"},
        {.label = "贷款本金", .value = documents::bold("¥ " + to_text(sheet.plan.principal))},
        {.label = "合同利率（年）", .value = percent_text(term.annual_rate_ppm)},
        {.label = "首期应还", .value = "¥ " + to_text(cost.first_instalment)},
        {.label = "末期应还", .value = "¥ " + to_text(cost.last_instalment)}};
    if (cost.balloon > Money{0}) {
        facts.push_back({.label = "尾款（与末期一并偿还）", .value = "¥ " + to_text(cost.balloon)});
    }
    facts.push_back(
        {.label = "年化利率（单利，含全部费用）", .value = percent_text(cost.annualised_rate_ppm)});
    facts.push_back({.label = "实际年利率（复利，含全部费用）",
                     .value = documents::bold(percent_text(cost.effective_rate_ppm))});
    document.facts(std::move(facts));
}

}  // namespace

const char* text_of(Repayment repayment) {
    switch (repayment) {
        case Repayment::equal_instalment:
            return "等额本息";
        case Repayment::equal_principal:
            return "等额本金";
        case Repayment::balloon:
            return "弹性尾款";
    }
    return "";
}

std::string percent_text(std::int64_t ppm) {
    std::string digits = std::to_string(ppm % 10'000);
    digits.insert(0, 4 - digits.size(), '0');
    while (digits.size() > 2 && digits.back() == '0') digits.pop_back();
    return std::to_string(ppm / 10'000) + "." + digits + " %";
}

Sheet compose_sheet(const Context& context, const LoanApplication& application) {
    auto& db = context.db();
    const auto store = context.store_id();
    auto terms = load_full_term(db, store, application.term_id);
    const auto deal = deals::find_deal(db, store, application.deal_id);
    ensure(terms && deal);
    auto plan = plan_of(loan_terms(terms->product, terms->term, terms->fees), application.principal);
    ensure(plan.ok());
    Sheet sheet{.application = application,
                .terms = std::move(*terms),
                .plan = std::move(*plan),
                .deal = *deal,
                .customer_name = customers::customer_name(db, store, application.customer_id),
                .store = access::store_facts(db, store),
                .hash = {},
                .signature = {},
                .created = context.now()};
    sheet.hash = hash_of(sheet);
    return sheet;
}

std::string sheet_pdf_of(const Sheet& sheet) {
    const auto& application = sheet.application;
    const bool is_signed = sheet.signature.has_value();
    const auto& store = sheet.store;
    const std::string day = to_text(local_date(sheet.created));
    documents::Document document(
        {.letterhead = {.store_name = store.legal_name,
                        .lines = {store.address, "电话 " + store.phone,
                                  "统一社会信用代码 " + store.tax_number}},
         .title = "购车贷款分期明细表",
         .subtitle = sheet.terms.product.lender_name + " " + sheet.terms.product.name,
         .number = application.number,
         .head_facts = {{"申请编号", application.number}, {"日期", day}},
         .qr_text = application.number + " " + sheet.hash,
         .footer = "内容校验 " + sheet.hash.substr(0, 16),
         .watermark = is_signed ? "" : "未签字",
         .created = sheet.created});
    add_facts(document, sheet);
    document.heading("借款的全部费用");
    document.table(fees_table(sheet.plan));
    document.callout(
        documents::bold("总共偿还（大写）" + documents::chinese_money(sheet.plan.cost.total_paid)),
        documents::bold("¥ " + to_text(sheet.plan.cost.total_paid)));
    document.note(
        "以上费用之外，本店与贷款机构不收取任何与本笔贷款有关的费用。最终以贷款机构放款合同为准；"
        "放款金额与本表不同时，须另行签署新的明细表。");
    document.heading("逐期还款");
    document.table(schedule_table(sheet.plan));
    document.paragraph("本人已逐项阅读以上费用、每期应还款额、总成本与实际年利率，并已就不明之处得到说明。");
    document.signatures({{.role = "经办（盖章）",
                          .name = store.legal_name,
                          .line_label = "盖章：",
                          .date = is_signed ? day : "",
                          .date_label = "日期："},
                         {.role = "借款人",
                          .name = is_signed ? application.sheet_signed_name : sheet.customer_name,
                          .picture = is_signed ? files::file_bytes(*sheet.signature) : std::string(),
                          .line_label = "签字：",
                          .date = is_signed ? day : "",
                          .date_label = "日期："}});
    document.note("内容 SHA-256：" + sheet.hash);
    return document.pdf();
}

const Paper<Sheet> sheet_paper{{.name = "financing.sheet", .sealed = true, .draw = sheet_pdf_of}};

}  // namespace forecourt::financing
