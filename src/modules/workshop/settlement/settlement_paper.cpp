#include <documents/chinese_money.h>
#include <documents/pdf.h>
#include <modules/workshop/settlement/settlement_paper.h>

#include <algorithm>

namespace forecourt::workshop {
namespace {

using documents::Align;
using documents::RowKind;

documents::Letterhead letterhead_of(const OrderPaperFacts& facts) {
    return {.store_name = facts.store_name,
            .lines = {facts.store_address, "联系电话 " + facts.store_phone,
                      "统一社会信用代码 " + facts.store_tax_number},
            .mark = "修"};
}

std::string or_dash(std::string text) { return text.empty() ? "—" : std::move(text); }

std::string time_or_dash(const std::optional<Instant>& at) { return at ? local_text(*at) : "—"; }

const char* origin_text(std::string_view origin) {
    if (origin == "original") return "原厂";
    if (origin == "same_quality") return "同质";
    if (origin == "aftermarket") return "副厂";
    if (origin == "remanufactured") return "再制造";
    if (origin == "reused") return "回用";
    return "—";
}

const char* payer_text(Payer payer) {
    switch (payer) {
        case Payer::customer:
            return "客户";
        case Payer::warranty:
            return "厂家质保";
        case Payer::insurer:
            return "保险";
        case Payer::internal:
            return "店内";
    }
    return "";
}

const char* class_text(RepairClass repair_class) {
    switch (repair_class) {
        case RepairClass::minor_repair:
            return "小修";
        case RepairClass::first_service:
            return "一级维护";
        case RepairClass::second_service:
            return "二级维护";
        case RepairClass::special_repair:
            return "专项修理";
        case RepairClass::assembly_repair:
            return "总成修理";
        case RepairClass::whole_repair:
            return "整车修理";
    }
    return "";
}

const char* old_parts_text(const OrderPaperFacts& facts) {
    if (!facts.hand_back) return facts.order.wants_old_parts ? "托修方要求带走" : "由承修方处理";
    switch (facts.hand_back->old_parts) {
        case OldParts::none:
            return "无更换件";
        case OldParts::given_to_customer:
            return "已交托修方带走";
        case OldParts::kept_by_shop:
            return "已展示，由承修方处理";
    }
    return "";
}

std::vector<documents::Fact> car_facts(const OrderPaperFacts& facts) {
    const auto& order = facts.order;
    const std::string owner = facts.customer ? facts.customer->name : std::string{};
    return {{"托修方（车主）", or_dash(owner)},
            {"送修人", or_dash(order.sent_in_by.empty() ? owner : order.sent_in_by)},
            {"联系电话", or_dash(facts.customer ? facts.customer->phone : std::string{})},
            {"号牌号码", or_dash(facts.car.plate ? facts.car.plate->text : std::string{})},
            {"厂牌型号", or_dash(facts.car.model_name)},
            {"车辆识别代号", facts.car.vin.text},
            {"车辆类型", "小型汽车"},
            {"发动机（电机）号", "见行驶证"},
            {"进厂里程", std::to_string(order.mileage_km) + " km"},
            {"出厂里程", order.mileage_out_km ? std::to_string(*order.mileage_out_km) + " km" : "—"},
            {"进厂时间", local_text(order.opened_at)},
            {"出厂时间", time_or_dash(order.handed_back_at)}};
}

documents::Table labour_table(const OrderPaperFacts& facts, Money total) {
    documents::Table table{.columns = {{"维修项目", 4},
                                       {"工时", 1, Align::right},
                                       {"工时单价", 1.4, Align::right},
                                       {"优惠", 1.2, Align::right},
                                       {"金额（元）", 1.6, Align::right},
                                       {"承担方", 1.3}}};
    for (const auto& line : facts.lines) {
        if (line.kind != LineKind::labour || line.state != LineState::approved) continue;
        table.rows.push_back(
            {.cells = {line.name, to_text(line.quantity), to_text(line.unit_price), to_text(line.discount),
                       to_text(line.amount), payer_text(line.payer)}});
    }
    table.rows.push_back(
        {.cells = {"工时费小计", "", "", "", to_text(total), ""}, .kind = RowKind::subtotal});
    return table;
}

documents::Table material_table(const OrderPaperFacts& facts, Money total) {
    documents::Table table{.columns = {{"材料名称", 3},
                                       {"配件编码", 2.2},
                                       {"品牌", 1.3},
                                       {"属性", 1},
                                       {"自备", 0.8},
                                       {"数量", 1, Align::right},
                                       {"单价", 1.3, Align::right},
                                       {"优惠", 1.1, Align::right},
                                       {"金额（元）", 1.6, Align::right},
                                       {"承担方", 1.3}},
                           .size = 8};
    for (const auto& line : facts.lines) {
        if (line.kind != LineKind::part || line.state != LineState::approved) continue;
        table.rows.push_back(
            {.cells = {line.name, line.code, or_dash(line.brand), origin_text(line.origin),
                       line.customer_supplied ? "是" : "否", to_text(line.quantity) + line.unit,
                       to_text(line.unit_price), to_text(line.discount), to_text(line.amount),
                       payer_text(line.payer)}});
    }
    table.rows.push_back(
        {.cells = {"材料费小计", "", "", "", "", "", "", "", to_text(total), ""}, .kind = RowKind::subtotal});
    return table;
}

documents::Table outside_table(const OrderPaperFacts& facts, Money total) {
    documents::Table table{.columns = {{"其他费用（外协、救援、拖车等）", 6},
                                       {"优惠", 1.2, Align::right},
                                       {"金额（元）", 1.6, Align::right},
                                       {"承担方", 1.3}}};
    for (const auto& line : facts.lines) {
        if (line.kind != LineKind::outside || line.state != LineState::approved) continue;
        table.rows.push_back(
            {.cells = {line.name, to_text(line.discount), to_text(line.amount), payer_text(line.payer)}});
    }
    table.rows.push_back({.cells = {"其他费用小计", "", to_text(total), ""}, .kind = RowKind::subtotal});
    return table;
}

std::vector<documents::Fact> sums(const OrderPaperFacts& facts, const SettlementRow& bill) {
    const Money all = bill.labour_total + bill.parts_total + bill.outside_total;
    const Money open = std::max(Money{0}, bill.customer_total - facts.paid);
    return {{"费用合计", to_text(all)},
            {"其中税额", to_text(bill.tax)},
            {"整单优惠", to_text(bill.discount) +
                             (bill.discount_reason.empty() ? "" : "（" + bill.discount_reason + "）")},
            {"抹零", to_text(bill.rounding_off)},
            {"厂家质保承担", to_text(bill.warranty_total)},
            {"保险承担", to_text(bill.insurer_total)},
            {"店内承担（不含税）", to_text(bill.internal_total)},
            {"预付定金", to_text(bill.deposit)},
            {"客户应付", to_text(bill.customer_total)},
            {"已付", to_text(facts.paid)},
            {"待付", to_text(open)},
            {"旧件处理", old_parts_text(facts)}};
}

std::string guarantee_text(const SettlementRow& bill) {
    return "质量保证期：自竣工出厂之日起 " + std::to_string(bill.guarantee_km) + " 公里或者 " +
           std::to_string(bill.guarantee_days) +
           " 日，以先达到者为准。保证期内因维修质量造成故障的，承修方无偿返修；"
           "返修项目的保证期从返修出厂之日起重新计算。";
}

}  // namespace

std::string settlement_paper(const OrderPaperFacts& facts) {
    ensure(facts.settlement.has_value());
    const auto& bill = *facts.settlement;
    documents::Document paper({.letterhead = letterhead_of(facts),
                               .title = "机动车维修结算清单",
                               .number = bill.number,
                               .head_facts = {{"结算清单编号", bill.number},
                                              {"结算日期", to_text(local_date(bill.settled_at))},
                                              {"维修合同（工单）号", facts.order.number},
                                              {"竣工出厂合格证号", or_dash(facts.order.certificate_number)}},
                               .qr_text = bill.number,
                               .footer = "本清单一式两份，托修方、承修方各执一份",
                               .created = bill.settled_at});
    paper.facts(car_facts(facts), 2);
    paper.heading("一、工时费");
    paper.table(labour_table(facts, bill.labour_total));
    paper.heading("二、材料费");
    paper.table(material_table(facts, bill.parts_total));
    if (bill.outside_total > Money{0}) {
        paper.heading("三、其他费用");
        paper.table(outside_table(facts, bill.outside_total));
    }
    paper.space(6);
    paper.facts(sums(facts, bill), 3);
    paper.callout("客户应付（大写）：" + documents::chinese_money(bill.customer_total),
                  documents::bold("¥ " + to_text(bill.customer_total)));
    paper.paragraph(guarantee_text(bill));
    paper.note("工时标准：按本店公示的工时定额及单价执行。单价与金额均含增值税。发票号码：________________");
    paper.signatures(
        {{.role = "检验员", .name = facts.inspector_name, .line_label = "签字：", .date_label = "日期："},
         {.role = "结算员", .name = facts.cashier_name, .line_label = "签字：", .date_label = "日期："},
         {.role = "托修方",
          .name = facts.hand_back ? facts.hand_back->received_by : std::string{},
          .picture = facts.signature_picture,
          .line_label = "签字：",
          .date = facts.hand_back ? to_text(local_date(facts.hand_back->handed_at)) : std::string{},
          .date_label = "日期："}});
    return paper.pdf();
}

std::string certificate_paper(const OrderPaperFacts& facts) {
    ensure(facts.order.passed_at.has_value());
    const auto& order = facts.order;
    documents::Document paper({.letterhead = letterhead_of(facts),
                               .title = "机动车维修竣工出厂合格证",
                               .number = order.certificate_number,
                               .head_facts = {{"合格证编号", order.certificate_number},
                                              {"检验日期", to_text(local_date(*order.passed_at))},
                                              {"维修合同（工单）号", order.number},
                                              {"维修类别", class_text(order.repair_class)}},
                               .qr_text = order.certificate_number,
                               .footer = "一式两份：承修方存档，托修方留存",
                               .created = *order.passed_at});
    paper.facts(car_facts(facts), 2);
    paper.paragraph("该车按维修合同维修，经自检、互检、终检，竣工检验合格，准予出厂。",
                    {.size = 11, .indent_first = true});
    documents::Table work{.columns = {{"竣工项目", 5}, {"工时或数量", 1.5, Align::right}}};
    for (const auto& line : facts.lines) {
        if (line.state != LineState::approved) continue;
        work.rows.push_back(
            {.cells = {line.name, to_text(line.quantity) + (line.unit == "h" ? " 工时" : line.unit)}});
    }
    paper.table(std::move(work));
    if (facts.settlement) paper.paragraph(guarantee_text(*facts.settlement));
    paper.heading("质量保证卡：返修记录");
    paper.table({.columns = {{"返修日期", 1.5}, {"里程", 1.2}, {"返修项目", 4}, {"检验员", 1.3}},
                 .rows = {{.cells = {" ", "", "", ""}}, {.cells = {" ", "", "", ""}}}});
    paper.signatures({{.role = "质量检验员",
                       .name = facts.inspector_name,
                       .line_label = "签字：",
                       .date = to_text(local_date(*order.passed_at)),
                       .date_label = "日期："},
                      {.role = "承修单位（盖章）", .name = facts.store_name, .line_label = " "},
                      {.role = "接车人",
                       .name = facts.hand_back ? facts.hand_back->received_by : std::string{},
                       .picture = facts.signature_picture,
                       .line_label = "签字："}});
    return paper.pdf();
}

}  // namespace forecourt::workshop
