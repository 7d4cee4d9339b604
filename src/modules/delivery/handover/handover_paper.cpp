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
        case checklists::Verdict::ok: return "合格";
        case checklists::Verdict::fault: return "不合格";
        case checklists::Verdict::not_applicable: return "不适用";
    }
    return {};
}

}  // namespace

std::string acceptance_paper(Tx& tx, const DeliveryRow& delivery,
                             const std::vector<checklists::ItemAnswer>& answers) {
    const auto store = access::store_facts(tx.db(), tx.store_id());
    const auto car = vehicles::find_car(tx.db(), tx.store_id(), delivery.car_id);
    const auto deal = deals::find_deal(tx.db(), tx.store_id(), delivery.deal_id);
    ensure(car && deal);
    const std::string customer = customers::customer_name(tx.db(), tx.store_id(), delivery.customer_id);
    documents::Document document({.letterhead = {.store_name = store.name,
                                                 .lines = {store.legal_name, store.address, store.phone},
                                                 .mark = "前庭"},
                                  .title = "新车交车验收单",
                                  .number = delivery.number,
                                  .head_facts = {{"交车编号", delivery.number}, {"合同编号", deal->number}},
                                  .footer = store.legal_name,
                                  .created = tx.now()});
    document.heading("车辆");
    document.facts({{.label = "车型", .value = car->model_name, .wide = true},
                    {.label = "车架号", .value = car->vin.text},
                    {.label = "颜色", .value = car->colour},
                    {.label = "客户", .value = customer},
                    {.label = "钥匙号", .value = car->key_number}});
    document.heading("验收项目");
    documents::Table table{.columns = {{.title = "项目", .width = 5}, {.title = "结果", .width = 1.2},
                                       {.title = "说明", .width = 2.5}},
                           .rows = {}};
    const auto* definition = checklists::find_definition("delivery_acceptance");
    ensure(definition != nullptr);
    for (const auto& item : definition->items) {
        for (const auto& answer : answers) {
            if (answer.item != item.name) continue;
            table.rows.push_back({.cells = {item.text.zh, verdict_text(answer.verdict), answer.note}});
        }
    }
    document.table(std::move(table));
    document.paragraph("客户已会同销售方逐项查验车辆，确认车辆外观、内饰、功能、随车文件与物品与上表一致。");
    document.signatures({{.role = "交车人", .name = tx.actor().name, .line_label = "签字：",
                          .date = to_text(local_date(tx.now())), .date_label = "日期："},
                         {.role = "客户", .name = customer,
                          .picture = files::file_bytes(FileHash{delivery.acceptance_signature}),
                          .line_label = "签字：", .date = to_text(local_date(tx.now())), .date_label = "日期："}});
    return document.pdf();
}

}  // namespace forecourt::delivery
