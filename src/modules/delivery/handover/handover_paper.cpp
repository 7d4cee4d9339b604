#include <modules/delivery/handover/handover_paper.h>

#include <documents/pdf.h>
#include <modules/customers/api.h>
#include <modules/deals/api.h>
#include <modules/vehicles/api.h>
#include <services/access/api.h>
#include <services/files/api.h>

namespace forecourt::delivery {
namespace {

std::string verdict_text(checklists::Verdict verdict) {
    switch (verdict) {
        case checklists::Verdict::ok:
            return "合格";
        case checklists::Verdict::fault:
            return "不合格";
        case checklists::Verdict::not_applicable:
            return "不适用";
    }
    return {};
}

std::string draw_acceptance(const AcceptancePaper& paper) {
    const std::string day = to_text(local_date(paper.accepted_at));
    documents::Document document(
        {.letterhead = {.store_name = paper.store_name, .lines = paper.store_lines, .mark = "前庭"},
         .title = "新车交车验收单",
         .number = paper.number,
         .head_facts = {{"交车编号", paper.number}, {"合同编号", paper.contract_number}},
         .footer = paper.seller_name,
         .created = paper.accepted_at});
    document.heading("车辆");
    document.facts({{.label = "车型", .value = paper.model_name, .wide = true},
                    {.label = "车架号", .value = paper.vin},
                    {.label = "颜色", .value = paper.colour},
                    {.label = "客户", .value = paper.customer_name},
                    {.label = "钥匙号", .value = paper.key_number}});
    document.heading("验收项目");
    documents::Table table{.columns = {{.title = "项目", .width = 5},
                                       {.title = "结果", .width = 1.2},
                                       {.title = "说明", .width = 2.5}},
                           .rows = {}};
    for (const auto& item : paper.items)
        table.rows.push_back({.cells = {item.text, item.verdict, item.note}});
    document.table(std::move(table));
    document.paragraph("客户已会同销售方逐项查验车辆，确认车辆外观、内饰、功能、随车文件与物品与上表一致。");
    document.signatures({{.role = "交车人",
                          .name = paper.handed_over_by,
                          .line_label = "签字：",
                          .date = day,
                          .date_label = "日期："},
                         {.role = "客户",
                          .name = paper.customer_name,
                          .picture = files::file_bytes(paper.signature),
                          .line_label = "签字：",
                          .date = day,
                          .date_label = "日期："}});
    return document.pdf();
}

}  // namespace

AcceptancePaper acceptance_paper(const Context& context, const DeliveryRow& delivery,
                                 const std::vector<checklists::ItemAnswer>& answers) {
    auto& db = context.db();
    const auto store = access::store_facts(db, context.store_id());
    const auto car = vehicles::find_car(db, store.id, delivery.car_id);
    const auto deal = deals::find_deal(db, store.id, delivery.deal_id);
    const auto used = checklists::list_at(db, store.id, "delivery_acceptance", delivery.created_at);
    ensure(car && deal && used);
    AcceptancePaper paper{.store_name = store.name,
                          .store_lines = {store.legal_name, store.address, store.phone},
                          .seller_name = store.legal_name,
                          .number = delivery.number,
                          .contract_number = deal->number,
                          .model_name = car->model_name,
                          .vin = car->vin.text,
                          .colour = car->colour,
                          .key_number = car->key_number,
                          .customer_name = customers::customer_name(db, store.id, delivery.customer_id),
                          .handed_over_by = context.actor().name,
                          .signature = {delivery.acceptance_signature},
                          .accepted_at = context.now()};
    for (const auto& item : used->list.items) {
        for (const auto& answer : answers) {
            if (answer.item != item.name) continue;
            paper.items.push_back(
                {item.text.zh, verdict_text(answer.verdict), checklists::note_of(used->list, answer)});
        }
    }
    return paper;
}

const Paper<AcceptancePaper> acceptance{
    {.name = "delivery.acceptance", .sealed = true, .draw = draw_acceptance}};

}  // namespace forecourt::delivery
