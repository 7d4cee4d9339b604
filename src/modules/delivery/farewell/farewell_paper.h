#pragma once
#include <action/paper.h>
#include <modules/delivery/farewell/farewell.h>

namespace forecourt::delivery {

/// What the papers of the handing over say of the car and the people.
struct FarewellHead {
    std::string store_name;
    std::vector<std::string> store_lines;
    std::string number;
    std::string delivery_number;
    std::string contract_number;
    std::string customer_name;
    std::string car_title;
    std::string vin;
    std::string colour;
    std::string handed_over_by;
    Instant at;
};
FORECOURT_STRUCT(FarewellHead, store_name, store_lines, number, delivery_number, contract_number,
                 customer_name, car_title, vin, colour, handed_over_by, at)

struct ExplainedItem {
    std::string text;
    bool done{};
    std::string note;
};
FORECOURT_STRUCT(ExplainedItem, text, done, note)

/// What was explained, as the customer signed it.
struct ExplanationPaper {
    FarewellHead head;
    std::vector<ExplainedItem> items;
    FileHash signature;
};
FORECOURT_STRUCT(ExplanationPaper, head, items, signature)

struct ItemOnPaper {
    std::string title;
    std::int64_t pieces{};
    std::string number;
};
FORECOURT_STRUCT(ItemOnPaper, title, pieces, number)

/// Papers and keys that went into the customer's hands.
struct ItemsPaper {
    FarewellHead head;
    std::vector<ItemOnPaper> items;
    FileHash signature;
};
FORECOURT_STRUCT(ItemsPaper, head, items, signature)

ExplanationPaper explanation_paper(const Context& context, const DeliveryRow& delivery,
                                   const std::vector<checklists::ItemAnswer>& answers,
                                   const FileHash& signature);
ItemsPaper items_paper(const Context& context, const DeliveryRow& delivery,
                       const std::vector<HandedItemRow>& items, const FileHash& signature);

extern const Paper<ExplanationPaper> explanation;
extern const Paper<ItemsPaper> handed_items;

/// The paper for the gate, with the code to scan.
std::string gate_pass_paper(const Context& context, const DeliveryRow& delivery, const GatePassRow& pass);

}  // namespace forecourt::delivery
