#include <db/send.h>
#include <modules/delivery/handover/handover_rules.h>
#include <modules/delivery/inspection/inspection.h>
#include <modules/delivery/inspection/inspection.sql.h>

namespace forecourt::delivery {
namespace {

namespace q = sql::inspection;

struct ChosenList {
    std::string checklist;
    Instant set_at;
    std::string set_by_name;
};
FORECOURT_STRUCT(ChosenList, checklist, set_at, set_by_name)

struct ModelRow {
    Id<vehicles::Model> model_id;
    std::string model_name;
    vehicles::Fuel fuel{};
};
FORECOURT_STRUCT(ModelRow, model_id, model_name, fuel)

std::optional<ChosenList> chosen_for(db::Connection& db, Id<Store> store, Id<vehicles::Model> model,
                                     Instant at) {
    auto chosen = db::first<ChosenList>(db, q::inspection_list_of_model,
                                        {{"store_id", store}, {"model_id", model}, {"at", at}});
    if (chosen && chosen->checklist.empty()) return std::nullopt;
    return chosen;
}

Result<InspectionListSaid> run_set_inspection_list(Tx& tx, const SetInspectionList& in) {
    const auto model = vehicles::find_model(tx.db(), tx.store_id(), in.model_id);
    if (!model) return vehicles::model_not_found;
    const auto wanted = in.checklist.value_or(std::string(inspection_for(model->fuel)));
    const auto list = checklists::list_at(tx.db(), tx.store_id(), wanted, tx.now());
    if (!list) return with(checklists::checklist_unknown, "checklist", wanted);
    if (!is_inspection(list->list)) return list_is_no_inspection;
    db::send(tx.db(), q::insert_inspection_list,
             {{"id", tx.new_number()},
              {"store_id", tx.store_id()},
              {"model_id", in.model_id},
              {"checklist", in.checklist.value_or("")},
              {"set_at", tx.now()},
              {"set_by_name", tx.actor().name}});
    const InspectionListSaid said{.model_name = model->name, .checklist = wanted, .title = list->list.title};
    tx.emit("delivery.inspection_list_set", {{"model", in.model_id}}, said);
    return said;
}

InspectionModel line_of(Context& context, const ModelRow& model) {
    const auto chosen = chosen_for(context.db(), context.store_id(), model.model_id, context.now());
    InspectionModel line{.model_id = model.model_id,
                         .model_name = model.model_name,
                         .fuel = model.fuel,
                         .checklist = chosen ? chosen->checklist : std::string(inspection_for(model.fuel)),
                         .title = {},
                         .items_count = 0,
                         .is_own = chosen.has_value(),
                         .set_at = {},
                         .set_by_name = {}};
    if (chosen) {
        line.set_at = chosen->set_at;
        line.set_by_name = chosen->set_by_name;
    }
    const auto list = checklists::list_at(context.db(), context.store_id(), line.checklist, context.now());
    ensure(list.has_value());
    line.title = list->list.title;
    line.items_count = static_cast<std::int64_t>(list->list.items.size());
    return line;
}

Result<InspectionLists> run_inspection_lists(Context& context, const Nothing&) {
    InspectionLists lists;
    for (const auto& model :
         db::all<ModelRow>(context.db(), q::models_to_inspect, {{"store_id", context.store_id()}})) {
        lists.models.push_back(line_of(context, model));
    }
    for (const auto& version : checklists::lists_at(context.db(), context.store_id(), context.now())) {
        if (is_inspection(version.list)) {
            lists.offered.push_back({.checklist = version.list.name, .title = version.list.title});
        }
    }
    allow(lists.allowed_actions, context, set_inspection_list, std::nullopt);
    return lists;
}

}  // namespace

std::string inspection_of(db::Connection& db, Id<Store> store, const DeliveryRow& delivery) {
    const auto car = vehicles::find_car(db, store, delivery.car_id);
    if (!car || !car->model_id) return std::string(inspection_for(vehicles::Fuel::petrol));
    if (const auto chosen = chosen_for(db, store, *car->model_id, delivery.created_at)) {
        return chosen->checklist;
    }
    const auto model = vehicles::find_model(db, store, *car->model_id);
    return std::string(inspection_for(model ? model->fuel : vehicles::Fuel::petrol));
}

const Action<SetInspectionList, InspectionListSaid> set_inspection_list{
    {.name = "delivery.set_inspection_list",
     .needs = inspection_write,
     .refuses = {vehicles::model_not_found, checklists::checklist_unknown, list_is_no_inspection},
     .run = run_set_inspection_list}};
const View<Nothing, InspectionLists> inspection_lists{{.name = "delivery.inspection_lists",
                                                       .needs = inspection_read,
                                                       .refuses = {},
                                                       .run = run_inspection_lists}};

}  // namespace forecourt::delivery
