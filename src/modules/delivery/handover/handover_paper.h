#pragma once
#include <action/paper.h>
#include <modules/delivery/handover/handover.h>

namespace forecourt::delivery {

struct AcceptanceItem {
    std::string text;
    std::string verdict;
    std::string note;
};
FORECOURT_STRUCT(AcceptanceItem, text, verdict, note)

/// What stands on the acceptance list: the car, every item and the signature.
struct AcceptancePaper {
    std::string store_name;
    std::vector<std::string> store_lines;
    std::string seller_name;
    std::string number;
    std::string contract_number;
    std::string model_name;
    std::string vin;
    std::string colour;
    std::string key_number;
    std::string customer_name;
    std::vector<AcceptanceItem> items;
    std::string handed_over_by;
    FileHash signature;
    Instant accepted_at;
};
FORECOURT_STRUCT(AcceptancePaper, store_name, store_lines, seller_name, number, contract_number, model_name,
                 vin, colour, key_number, customer_name, items, handed_over_by, signature, accepted_at)

AcceptancePaper acceptance_paper(const Context& context, const DeliveryRow& delivery,
                                 const std::vector<checklists::ItemAnswer>& answers);

extern const Paper<AcceptancePaper> acceptance;

}  // namespace forecourt::delivery
