#pragma once
#include <modules/deals/quote/deal.h>

namespace forecourt::deals {

/// The data of most events of a deal.
struct DealEvent {
    std::string number;
    std::string car_title;
    Money total;
};
FORECOURT_STRUCT(DealEvent, number, car_title, total)

/// Says what happened to a deal, with all the records it is about.
template <class T>
void emit_deal(Tx& tx, std::string_view name, const Deal& deal, const T& data,
               const ObjectRef& also = ObjectRef("deal", 0)) {
    tx.emit(name,
            {{"deal", deal.id},
             {"customer", deal.customer_id},
             {"car", deal.car_id.value_or(Id<vehicles::Car>{})},
             {"lead", deal.lead_id.value_or(Id<leads::Lead>{})},
             also},
            data);
}
inline DealEvent event_of(const Deal& deal) { return {deal.number, deal.car_title, deal.total}; }
inline std::string link_of(const Deal& deal) { return "/deals/" + std::to_string(deal.id.value); }

}  // namespace forecourt::deals
