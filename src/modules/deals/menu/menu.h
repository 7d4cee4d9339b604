#pragma once
#include <action/paper.h>
#include <modules/deals/quote/deal.h>

namespace forecourt::documents {
struct ArchivedDocument;
}

namespace forecourt::deals {

struct MenuAnswer;

// standards/menu_offers.json: what is offered beside the car.
struct MenuOffer {
    std::string name;
    std::string title;
    std::string explanation;
    Money price;
    Money cost;
};
FORECOURT_STRUCT(MenuOffer, name, title, explanation, price, cost)
struct MenuOffers {
    std::vector<MenuOffer> offers;
};
FORECOURT_STRUCT(MenuOffers, offers)

struct MenuAnswerRow {
    Id<MenuAnswer> id;
    Id<Deal> deal_id;
    std::string offer;
    std::string title;
    Money price;
    bool accepted{};
    std::string signed_name;
    Id<documents::ArchivedDocument> document_id;
    Instant answered_at;
};
FORECOURT_STRUCT(MenuAnswerRow, id, deal_id, offer, title, price, accepted, signed_name, document_id,
                 answered_at)

struct OfferAnswer {
    std::string offer;
    bool accepted{};
};
FORECOURT_STRUCT(OfferAnswer, offer, accepted)

struct AnswerMenu {
    Id<Deal> deal_id;
    std::int64_t version{};
    std::vector<OfferAnswer> answers;
    FilledText signed_name;
    FileHash signature;
};
FORECOURT_STRUCT(AnswerMenu, deal_id, version, answers, signed_name, signature)

struct OfferOnPaper {
    std::string title;
    std::string explanation;
    Money price;
    bool accepted{};
};
FORECOURT_STRUCT(OfferOnPaper, title, explanation, price, accepted)

/// What the customer signed: every offer with yes or no.
struct MenuPaper {
    std::string seller_name;
    std::vector<std::string> store_lines;
    std::string number;
    std::string car_title;
    std::vector<OfferOnPaper> offers;
    std::string signed_name;
    FileHash signature;
    Instant at;
};
FORECOURT_STRUCT(MenuPaper, seller_name, store_lines, number, car_title, offers, signed_name, signature, at)

extern const Paper<MenuPaper> menu_paper;

/// Each offer is answered, yes or no; the detail `offer` names the one that is not, or not on the menu.
inline constexpr Refusal menu_incomplete{"menu_incomplete", RefusalKind::unprocessable};
inline constexpr Refusal menu_is_answered{"menu_is_answered"};

const MenuOffers& menu_offers();
MaybeRefused may_answer_menu(const Deal& deal, bool answered);
MaybeRefused check_menu(const MenuOffers& menu, const std::vector<OfferAnswer>& answers);

}  // namespace forecourt::deals
