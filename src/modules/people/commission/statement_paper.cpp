#include <modules/people/commission/statement_paper.h>

#include <documents/chinese_money.h>
#include <documents/pdf.h>

namespace forecourt::people {
namespace {

std::string percent(std::int64_t basis_points) {
    return to_text(Quantity{basis_points * 10}) + "%";  // thousandths of a percent
}

std::string title_of(const StatementLineRow& line) {
    switch (line.kind) {
        case LineKind::per_car:
            return "单车提成（第" + std::to_string(line.rule_from) + "台起档）";
        case LineKind::model_bonus:
            return "车型奖励";
        case LineKind::accessories_share:
            return "精品提成";
        case LineKind::services_share:
            return "服务费提成";
        case LineKind::insurance_share:
            return "保险提成";
        case LineKind::insurance_commission_share:
            return "保险佣金提成";
        case LineKind::loan_bonus:
            return "金融贷款奖励";
        case LineKind::quality_factor:
            return "质量系数（" + to_text(Quantity{line.rule_from * 10}) + "分起）";
        case LineKind::correction:
            return "更正：" + line.words;
    }
    return {};
}

std::string basis_of(const StatementLineRow& line) {
    switch (line.kind) {
        case LineKind::per_car:
        case LineKind::model_bonus:
            return std::to_string(line.basis) + "台 × ¥" + to_text(Money{line.rate});
        case LineKind::loan_bonus:
            return std::to_string(line.basis) + "单 × ¥" + to_text(Money{line.rate});
        case LineKind::accessories_share:
        case LineKind::services_share:
        case LineKind::insurance_share:
        case LineKind::insurance_commission_share:
        case LineKind::quality_factor:
            return "¥" + to_text(Money{line.basis}) + " × " + percent(line.rate);
        case LineKind::correction:
            return "—";
    }
    return {};
}

documents::Table table_of(const StatementPaper& paper) {
    using documents::Align;
    documents::Table table;
    table.columns = {{.title = "序号", .width = 0.6},
                     {.title = "合同", .width = 1.7},
                     {.title = "车型", .width = 2.6},
                     {.title = "项目", .width = 2.3},
                     {.title = "计算", .width = 2.2, .align = Align::right},
                     {.title = "金额（元）", .width = 1.3, .align = Align::right}};
    for (std::size_t i = 0; i < paper.lines.size(); ++i) {
        const auto& line = paper.lines[i];
        table.rows.push_back({.cells = {std::to_string(line.line_no), line.deal_number, paper.models[i],
                                        title_of(line), basis_of(line), to_text(line.amount)}});
    }
    table.rows.push_back({.cells = {"合计", "", "", "", "", to_text(paper.statement.total)},
                          .kind = documents::RowKind::total});
    return table;
}

std::string draw_statement(const StatementPaper& paper) {
    const auto& statement = paper.statement;
    const std::string month = to_text(statement.month).substr(0, 7);
    documents::Document document(
        {.letterhead = {.store_name = paper.store.name, .lines = {paper.store.address, paper.store.phone}},
         .title = "提成结算单",
         .subtitle = month,
         .number = statement.number,
         .head_facts = {{"单号", statement.number}, {"月份", month}, {"姓名", paper.person}},
         .qr_text = statement.number,
         .footer = "每行金额四舍五入到分",
         .created = paper.at});
    std::vector<documents::Fact> facts{{.label = "交付台数", .value = std::to_string(statement.cars)}};
    if (statement.score_hundredths) {
        facts.push_back({.label = "当月评分", .value = to_text(Quantity{*statement.score_hundredths * 10})});
    }
    facts.push_back(
        {.label = "本人确认",
         .value = statement.confirmed_at ? local_text(*statement.confirmed_at) : "逾期未提出异议"});
    facts.push_back({.label = "签发", .value = paper.issued_by + "　" + local_text(paper.at)});
    document.facts(facts);
    document.table(table_of(paper));
    document.callout(documents::bold("人民币（大写）" + documents::chinese_money(statement.total)),
                     documents::bold("¥ " + to_text(statement.total)));
    document.signatures(
        {{.role = "签发单位（盖章）",
          .name = paper.store.name,
          .line_label = "经办：",
          .date = to_text(local_date(paper.at)),
          .date_label = "日期："},
         {.role = "领取人", .name = paper.person, .line_label = "签字：", .date_label = "日期："}});
    return document.pdf();
}

}  // namespace

const Paper<StatementPaper> statement_of_commission{
    {.name = "people.statement", .sealed = true, .draw = draw_statement}};

}  // namespace forecourt::people
