#pragma once
#include <action/action.h>
#include <action/view.h>
#include <modules/delivery/handover/handover_store.h>

namespace forecourt::delivery {

inline constexpr Right inspection_read{"delivery.inspection_read"};
inline constexpr Right inspection_write{"delivery.inspection_write"};

/// Only an inspection before delivery, or a copy of one, can stand in its place.
inline constexpr Refusal list_is_no_inspection{"list_is_no_inspection", RefusalKind::unprocessable};

/// Whether a list looks at what has to be looked at before delivery.
bool is_inspection(const checklists::Definition& list);

struct SetInspectionList {
    Id<vehicles::Model> model_id;
    std::optional<std::string> checklist;  // by the kind of drive when not said
};
FORECOURT_STRUCT(SetInspectionList, model_id, checklist)

struct InspectionListSaid {
    std::string model_name;
    std::string checklist;
    checklists::BothLanguages title;
};
FORECOURT_STRUCT(InspectionListSaid, model_name, checklist, title)

struct InspectionModel {
    Id<vehicles::Model> model_id;
    std::string model_name;
    vehicles::Fuel fuel{};
    std::string checklist;  // in use
    checklists::BothLanguages title;
    std::int64_t items_count{};
    bool is_own{};  // chosen for this model, not by its kind of drive
    std::optional<Instant> set_at;
    std::string set_by_name;
};
FORECOURT_STRUCT(InspectionModel, model_id, model_name, fuel, checklist, title, items_count, is_own, set_at,
                 set_by_name)

struct OfferedList {
    std::string checklist;
    checklists::BothLanguages title;
};
FORECOURT_STRUCT(OfferedList, checklist, title)

struct InspectionLists {
    std::vector<InspectionModel> models;
    std::vector<OfferedList> offered;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(InspectionLists, models, offered, allowed_actions)

extern const Action<SetInspectionList, InspectionListSaid> set_inspection_list;
extern const View<Nothing, InspectionLists> inspection_lists;

}  // namespace forecourt::delivery
