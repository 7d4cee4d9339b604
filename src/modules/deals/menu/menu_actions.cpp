#include <db/send.h>
#include <documents/pdf.h>
#include <modules/deals/menu/deals_menu.sql.h>
#include <modules/deals/menu/menu_actions.h>
#include <modules/deals/quote/deal_actions.h>
#include <modules/deals/quote/deal_events.h>
#include <modules/deals/quote/deal_store.h>
#include <services/access/api.h>
#include <services/documents/api.h>
#include <services/files/api.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

namespace statements = sql::deals_menu;

struct MenuEvent {
    std::string number;
    std::int64_t offers_taken{};
    std::int64_t offers_declined{};
    std::string signed_name;
};
FORECOURT_STRUCT(MenuEvent, number, offers_taken, offers_declined, signed_name)

std::vector<MenuAnswerRow> answers_of(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    return db::all<MenuAnswerRow>(db, statements::answers_of_deal, {{"store_id", store}, {"deal_id", deal}});
}

bool is_accepted(const AnswerMenu& in, const MenuOffer& offer) {
    return std::any_of(in.answers.begin(), in.answers.end(),
                       [&](const OfferAnswer& one) { return one.offer == offer.name && one.accepted; });
}

std::string draw_menu(const MenuPaper& paper) {
    const std::string day = to_text(local_date(paper.at));
    documents::Document document({.letterhead = {.store_name = paper.seller_name, .lines = paper.store_lines},
                                  .title = "增值服务选购确认单",
                                  .subtitle = paper.car_title,
                                  .number = paper.number,
                                  .head_facts = {{"购车编号", paper.number}, {"日期", day}},
                                  .qr_text = paper.number,
                                  .footer = "以下项目由客户自愿选购，不选购不影响购车",
                                  .created = paper.at});
    documents::Table table{
        .columns = {{.title = "项目", .width = 2.4},
                    {.title = "说明", .width = 4},
                    {.title = "价格（元）", .width = 1.4, .align = documents::Align::right},
                    {.title = "客户选择", .width = 1.8}},
        .rows = {}};
    for (const auto& offer : paper.offers) {
        table.rows.push_back(
            {.cells = {offer.title, documents::quiet(offer.explanation), to_text(offer.price),
                       documents::tick(offer.accepted, "选购") + " " +
                           documents::tick(!offer.accepted, "不选购")}});
    }
    document.table(std::move(table));
    document.paragraph("以上项目均已向本人逐项说明，选购与否出于自愿。");
    document.signatures({{.role = "销售方（盖章）",
                          .name = paper.seller_name,
                          .line_label = "盖章：",
                          .date = day,
                          .date_label = "日期："},
                         {.role = "客户",
                          .name = paper.signed_name,
                          .picture = files::file_bytes(paper.signature),
                          .line_label = "签字：",
                          .date = day,
                          .date_label = "日期："}});
    return document.pdf();
}

MenuPaper menu_paper_of(const Context& context, const Deal& deal, const AnswerMenu& in) {
    const auto store = access::store_facts(context.db(), context.store_id());
    MenuPaper paper{.seller_name = store.legal_name,
                    .store_lines = {store.address, "电话 " + store.phone},
                    .number = deal.number,
                    .car_title = deal.car_title,
                    .signed_name = in.signed_name.text,
                    .signature = in.signature,
                    .at = context.now()};
    for (const auto& offer : menu_offers().offers)
        paper.offers.push_back({offer.title, offer.explanation, offer.price, is_accepted(in, offer)});
    return paper;
}

Result<DealChanged> run_answer_menu(Tx& tx, const AnswerMenu& in) {
    const auto deal = load_deal(tx.db(), tx.store_id(), in.deal_id);
    if (!deal) return deal_not_found;
    const bool answered = !answers_of(tx.db(), tx.store_id(), deal->id).empty();
    if (auto no = may_answer_menu(*deal, answered)) return *no;
    if (auto no = check_menu(menu_offers(), in.answers)) return *no;
    if (!files::file_exists(tx.db(), tx.store_id(), in.signature)) return files::file_not_found;
    const auto document = documents::order(tx, menu_paper,
                                           {.about = {"deal", deal->id},
                                            .customer_id = deal->customer_id.value,
                                            .number = deal->number,
                                            .title = "增值服务选购确认单 " + deal->number},
                                           menu_paper_of(tx, *deal, in));
    MenuEvent said{.number = deal->number, .signed_name = in.signed_name.text};
    std::int64_t version = in.version;
    for (const auto& offer : menu_offers().offers) {
        const bool yes = is_accepted(in, offer);
        (yes ? said.offers_taken : said.offers_declined) += 1;
        const MenuAnswerRow row{.id = tx.new_id<MenuAnswer>(),
                                .deal_id = deal->id,
                                .offer = offer.name,
                                .title = offer.title,
                                .price = offer.price,
                                .accepted = yes,
                                .signed_name = in.signed_name.text,
                                .document_id = document,
                                .answered_at = tx.now()};
        db::send(tx.db(), statements::insert_answer, db::Params::of(row, {{"store_id", tx.store_id()}}));
        if (!yes) continue;
        const auto added = add_line.run(tx, {.deal_id = deal->id,
                                             .version = version,
                                             .kind = DealLineKind::fee,
                                             .title = offer.title,
                                             .explanation = offer.explanation,
                                             .amount = offer.price});
        if (!added) return added.refused();
        version = added->version;
    }
    if (said.offers_taken == 0) {
        // Nothing was added to the plan, but the deal must still be the one that was seen.
        Deal same = *deal;
        same.version = in.version;
        update_deal(tx, same);
    }
    const auto changed = load_deal(tx.db(), tx.store_id(), deal->id);
    emit_deal(tx, "deals.menu_answered", *changed, said, ObjectRef("document", document));
    return DealChanged{changed->id, changed->state, changed->total, changed->version};
}

Result<DealMenu> run_deal_menu(Context& context, const DealIn& in) {
    const auto deal = load_deal(context.db(), context.store_id(), in.deal_id);
    const auto& actor = context.actor();
    if (!deal || (actor.is_customer() && deal->customer_id.value != actor.customer_id)) return deal_not_found;
    const auto answers = answers_of(context.db(), context.store_id(), deal->id);
    DealMenu menu;
    for (const auto& answer : answers) {
        menu.lines.push_back({answer.offer, answer.title, "", answer.price, answer.accepted});
        menu.signed_name = answer.signed_name;
        menu.answered_at = answer.answered_at;
    }
    if (answers.empty()) {
        for (const auto& offer : menu_offers().offers)
            menu.lines.push_back({offer.name, offer.title, offer.explanation, offer.price, std::nullopt});
    }
    allow(menu.allowed_actions, context, answer_menu, may_answer_menu(*deal, !answers.empty()));
    return menu;
}

}  // namespace

const Action<AnswerMenu, DealChanged> answer_menu{
    {.name = "deals.answer_menu",
     .needs = deal_write,
     .refuses = {deal_not_found, menu_is_answered, menu_incomplete, discount_is_waiting, contract_is_drafted,
                 contract_is_signed, deal_is_delivered, deal_is_cancelled, files::file_not_found,
                 tax_table_not_valid, total_negative},
     .run = run_answer_menu}};
const View<DealIn, DealMenu> deal_menu{
    {.name = "deals.deal_menu", .needs = deal_read, .refuses = {deal_not_found}, .run = run_deal_menu}};

const Paper<MenuPaper> menu_paper{{.name = "deals.menu", .sealed = true, .draw = draw_menu}};

}  // namespace forecourt::deals
