#include <assets/assets.h>
#include <modules/deals/menu/menu.h>
#include <modules/deals/quote/deal_rules.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

MenuOffers load_menu() {
    const auto* asset = assets::find("standards/menu_offers.json");
    ensure(asset != nullptr);
    MenuOffers menu;
    ensure(reflect::from_json(menu, asset->body).empty());
    return menu;
}

}  // namespace

const MenuOffers& menu_offers() {
    static const MenuOffers menu = load_menu();
    return menu;
}

MaybeRefused may_answer_menu(const Deal& deal, bool answered) {
    if (auto no = may_change_quote(deal)) return no;
    if (answered) return menu_is_answered;
    return std::nullopt;
}

MaybeRefused check_menu(const MenuOffers& menu, const std::vector<OfferAnswer>& answers) {
    for (const auto& offer : menu.offers) {
        const auto times = std::count_if(answers.begin(), answers.end(),
                                         [&](const OfferAnswer& one) { return one.offer == offer.name; });
        if (times != 1) return with(menu_incomplete, "offer", offer.title);
    }
    for (const auto& one : answers) {
        const bool known = std::any_of(menu.offers.begin(), menu.offers.end(),
                                       [&](const MenuOffer& offer) { return offer.name == one.offer; });
        if (!known) return with(menu_incomplete, "offer", one.offer);
    }
    return std::nullopt;
}

}  // namespace forecourt::deals
