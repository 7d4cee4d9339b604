#include <documents/pdf.h>
#include <modules/customers/api.h>
#include <modules/deals/api.h>
#include <modules/delivery/farewell/farewell_paper.h>
#include <modules/vehicles/api.h>
#include <services/access/api.h>
#include <services/files/api.h>

namespace forecourt::delivery {
namespace {

FarewellHead head_of(const Context& context, const DeliveryRow& delivery, const std::string& number) {
    auto& db = context.db();
    const auto store = access::store_facts(db, context.store_id());
    const auto car = vehicles::find_car(db, store.id, delivery.car_id);
    const auto deal = deals::find_deal(db, store.id, delivery.deal_id);
    ensure(car && deal);
    return {.store_name = store.legal_name,
            .store_lines = {store.address, "电话 " + store.phone},
            .number = number,
            .delivery_number = delivery.number,
            .contract_number = deal->number,
            .customer_name = customers::customer_name(db, store.id, delivery.customer_id),
            .car_title = deal->car_title,
            .vin = car->vin.text,
            .colour = car->colour,
            .handed_over_by = context.actor().name,
            .at = context.now()};
}

documents::Document begin(const FarewellHead& head, const std::string& title, const std::string& qr_text) {
    documents::Document document({.letterhead = {.store_name = head.store_name, .lines = head.store_lines},
                                  .title = title,
                                  .number = head.number,
                                  .head_facts = {{"编号", head.number},
                                                 {"交车编号", head.delivery_number},
                                                 {"合同", head.contract_number}},
                                  .qr_text = qr_text,
                                  .footer = head.store_name,
                                  .created = head.at});
    document.facts({{.label = "客户", .value = head.customer_name},
                    {.label = "车型", .value = head.car_title},
                    {.label = "车架号", .value = documents::bold(head.vin)},
                    {.label = "颜色", .value = head.colour}});
    return document;
}

void sign(documents::Document& document, const FarewellHead& head, const FileHash& signature) {
    const std::string day = to_text(local_date(head.at));
    document.signatures({{.role = "交车人",
                          .name = head.handed_over_by,
                          .line_label = "签字：",
                          .date = day,
                          .date_label = "日期："},
                         {.role = "客户",
                          .name = head.customer_name,
                          .picture = files::file_bytes(signature),
                          .line_label = "签字：",
                          .date = day,
                          .date_label = "日期："}});
}

std::string draw_explanation(const ExplanationPaper& paper) {
    auto document = begin(paper.head, "交车讲解确认单", paper.head.delivery_number);
    documents::Table table{.columns = {{.title = "讲解内容", .width = 5},
                                       {.title = "结果", .width = 1.2},
                                       {.title = "备注", .width = 3}},
                           .rows = {}};
    for (const auto& item : paper.items)
        table.rows.push_back({.cells = {item.text, item.done ? "已讲解" : "不适用", item.note}});
    document.table(std::move(table));
    document.paragraph(
        "以上内容已由交车人逐项讲解并演示，本人已了解首次保养时间、三包与保修范围及求助方式。");
    sign(document, paper.head, paper.signature);
    return document.pdf();
}

std::string draw_items(const ItemsPaper& paper) {
    auto document = begin(paper.head, "随车文件与钥匙交接单", paper.head.delivery_number);
    documents::Table table{.columns = {{.title = "名称", .width = 5},
                                       {.title = "数量", .width = 1, .align = documents::Align::right},
                                       {.title = "编号", .width = 3}},
                           .rows = {}};
    for (const auto& item : paper.items)
        table.rows.push_back({.cells = {item.title, std::to_string(item.pieces), item.number}});
    document.table(std::move(table));
    document.paragraph("上列文件、钥匙与物品已当面点清并交给客户。");
    sign(document, paper.head, paper.signature);
    return document.pdf();
}

}  // namespace

ExplanationPaper explanation_paper(const Context& context, const DeliveryRow& delivery,
                                   const std::vector<checklists::ItemAnswer>& answers,
                                   const FileHash& signature) {
    ExplanationPaper paper{.head = head_of(context, delivery, delivery.number), .signature = signature};
    const auto used =
        checklists::list_at(context.db(), context.store_id(), "delivery_explanation", delivery.created_at);
    ensure(used.has_value());
    for (const auto& item : used->list.items) {
        for (const auto& answer : answers) {
            if (answer.item != item.name) continue;
            paper.items.push_back({item.text.zh, answer.verdict == checklists::Verdict::ok,
                                   checklists::note_of(used->list, answer)});
        }
    }
    return paper;
}

ItemsPaper items_paper(const Context& context, const DeliveryRow& delivery,
                       const std::vector<HandedItemRow>& items, const FileHash& signature) {
    ItemsPaper paper{.head = head_of(context, delivery, delivery.number), .signature = signature};
    for (const auto& item : items) paper.items.push_back({item.title, item.pieces, item.number});
    return paper;
}

std::string gate_pass_paper(const Context& context, const DeliveryRow& delivery, const GatePassRow& pass) {
    const auto car = vehicles::find_car(context.db(), context.store_id(), delivery.car_id);
    auto document = begin(head_of(context, delivery, pass.number), "车辆放行单", "/gate/" + pass.code);
    document.callout(documents::bold("车款付清、车辆与文件已交接，准予放行一次"),
                     documents::bold(car->plate ? car->plate->text : "临时号牌"));
    document.facts(
        {{.label = "签发时间", .value = local_text(pass.issued_at)},
         {.label = "签发人", .value = access::user_name(context.db(), context.store_id(), pass.issued_by)}});
    document.note("门岗扫描二维码核对车架号与车牌后放行；本单只能使用一次。");
    return document.pdf();
}

const Paper<ExplanationPaper> explanation{
    {.name = "delivery.explanation", .sealed = true, .draw = draw_explanation}};
const Paper<ItemsPaper> handed_items{{.name = "delivery.items", .sealed = true, .draw = draw_items}};

}  // namespace forecourt::delivery
