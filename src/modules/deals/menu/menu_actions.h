#pragma once
#include <action/view.h>
#include <modules/deals/menu/menu.h>
#include <modules/deals/quote/deal_views.h>

namespace forecourt::deals {

extern const Action<AnswerMenu, DealChanged> answer_menu;

/// An offer as the customer reads it; what it costs us is not in it.
struct MenuLine {
    std::string offer;
    std::string title;
    std::string explanation;
    Money price;
    std::optional<bool> accepted;
};
FORECOURT_STRUCT(MenuLine, offer, title, explanation, price, accepted)
struct DealMenu {
    std::vector<MenuLine> lines;
    std::string signed_name;
    std::optional<Instant> answered_at;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(DealMenu, lines, signed_name, answered_at, allowed_actions)

extern const View<DealIn, DealMenu> deal_menu;

}  // namespace forecourt::deals
