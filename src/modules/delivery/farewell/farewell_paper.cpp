#include <documents/pdf.h>
#include <modules/customers/api.h>
#include <modules/deals/api.h>
#include <modules/delivery/farewell/farewell_paper.h>
#include <modules/vehicles/api.h>
#include <services/access/api.h>
#include <services/files/api.h>

namespace forecourt::delivery {
namespace {

struct Head {
    access::StoreFacts store;
    vehicles::CarFacts car;
    deals::DealFacts deal;
    std::string customer;
};

Head head_of(const Context& context, const DeliveryRow& delivery) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto car = vehicles::find_car(db, store, delivery.car_id);
    const auto deal = deals::find_deal(db, store, delivery.deal_id);
    ensure(car && deal);
    return {access::store_facts(db, store), *car, *deal,
            customers::customer_name(db, store, delivery.customer_id)};
}

documents::Document begin(const Context& context, const DeliveryRow& delivery, const Head& head,
                          const std::string& title, const std::string& number, const std::string& qr_text) {
    documents::Document document(
        {.letterhead = {.store_name = head.store.legal_name,
                        .lines = {head.store.address, "电话 " + head.store.phone}},
         .title = title,
         .number = number,
         .head_facts = {{"编号", number}, {"交车编号", delivery.number}, {"合同", head.deal.number}},
         .qr_text = qr_text,
         .footer = head.store.legal_name,
         .created = context.now()});
    document.facts({{.label = "客户", .value = head.customer},
                    {.label = "车型", .value = head.deal.car_title},
                    {.label = "车架号", .value = documents::bold(head.car.vin.text)},
                    {.label = "颜色", .value = head.car.colour}});
    return document;
}

void sign(documents::Document& document, const Context& context, const Head& head,
          const FileHash& signature) {
    const std::string day = to_text(local_date(context.now()));
    document.signatures({{.role = "交车人",
                          .name = context.actor().name,
                          .line_label = "签字：",
                          .date = day,
                          .date_label = "日期："},
                         {.role = "客户",
                          .name = head.customer,
                          .picture = files::file_bytes(signature),
                          .line_label = "签字：",
                          .date = day,
                          .date_label = "日期："}});
}

}  // namespace

std::string explanation_paper(const Context& context, const DeliveryRow& delivery,
                              const std::vector<checklists::ItemAnswer>& answers, const FileHash& signature) {
    const auto head = head_of(context, delivery);
    auto document = begin(context, delivery, head, "交车讲解确认单", delivery.number, delivery.number);
    documents::Table table{.columns = {{.title = "讲解内容", .width = 5},
                                       {.title = "结果", .width = 1.2},
                                       {.title = "备注", .width = 3}},
                           .rows = {}};
    const auto* definition = checklists::find_definition("delivery_explanation");
    ensure(definition != nullptr);
    for (const auto& item : definition->items) {
        for (const auto& answer : answers) {
            if (answer.item != item.name) continue;
            const bool done = answer.verdict == checklists::Verdict::ok;
            table.rows.push_back({.cells = {item.text.zh, done ? "已讲解" : "不适用", answer.note}});
        }
    }
    document.table(std::move(table));
    document.paragraph(
        "以上内容已由交车人逐项讲解并演示，本人已了解首次保养时间、三包与保修范围及求助方式。");
    sign(document, context, head, signature);
    return document.pdf();
}

std::string items_paper(const Context& context, const DeliveryRow& delivery,
                        const std::vector<HandedItemRow>& items, const FileHash& signature) {
    const auto head = head_of(context, delivery);
    auto document = begin(context, delivery, head, "随车文件与钥匙交接单", delivery.number, delivery.number);
    documents::Table table{.columns = {{.title = "名称", .width = 5},
                                       {.title = "数量", .width = 1, .align = documents::Align::right},
                                       {.title = "编号", .width = 3}},
                           .rows = {}};
    for (const auto& item : items)
        table.rows.push_back({.cells = {item.title, std::to_string(item.pieces), item.number}});
    document.table(std::move(table));
    document.paragraph("上列文件、钥匙与物品已当面点清并交给客户。");
    sign(document, context, head, signature);
    return document.pdf();
}

std::string gate_pass_paper(const Context& context, const DeliveryRow& delivery, const GatePassRow& pass) {
    const auto head = head_of(context, delivery);
    auto document = begin(context, delivery, head, "车辆放行单", pass.number, "/gate/" + pass.code);
    document.callout(documents::bold("车款付清、车辆与文件已交接，准予放行一次"),
                     documents::bold(head.car.plate ? head.car.plate->text : "临时号牌"));
    document.facts(
        {{.label = "签发时间", .value = local_text(pass.issued_at)},
         {.label = "签发人", .value = access::user_name(context.db(), context.store_id(), pass.issued_by)}});
    document.note("门岗扫描二维码核对车架号与车牌后放行；本单只能使用一次。");
    return document.pdf();
}

}  // namespace forecourt::delivery
