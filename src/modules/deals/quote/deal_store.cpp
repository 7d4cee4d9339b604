#include <db/send.h>
#include <modules/deals/quote/deal_store.h>
#include <modules/deals/quote/deals_deal.sql.h>
#include <services/search/api.h>
#include <text/search_terms.h>

namespace forecourt::deals {

namespace statements = sql::deals_deal;

namespace {

void index_deal(Tx& tx, const Deal& deal) {
    const std::string customer = customers::customer_name(tx.db(), tx.store_id(), deal.customer_id);
    search::index_object(tx, {.object_type = "deal",
                              .object_id = deal.id.value,
                              .title = deal.number,
                              .subtitle = customer + " · " + deal.car_title,
                              .link = "/deals/" + std::to_string(deal.id.value),
                              .terms = text::terms_of(text::FieldKind::number, deal.number)});
}

}  // namespace

std::optional<Deal> load_deal(db::Connection& db, Id<Store> store, Id<Deal> id) {
    return db::first<Deal>(db, statements::find_deal, {{"store_id", store}, {"id", id}});
}

std::vector<Deal> deals_of_lead(db::Connection& db, Id<Store> store, Id<customers::Customer> customer,
                                Id<leads::Lead> lead) {
    return db::all<Deal>(db, statements::deals_of_lead,
                         {{"store_id", store}, {"customer_id", customer}, {"lead_id", lead}});
}

std::vector<DealLine> lines_of(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    return db::all<DealLine>(db, statements::lines_of_deal, {{"store_id", store}, {"deal_id", deal}});
}

std::vector<Discount> discounts_of(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    return db::all<Discount>(db, statements::discounts_of_deal, {{"store_id", store}, {"deal_id", deal}});
}

std::optional<Discount> asked_discount(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    for (const auto& discount : discounts_of(db, store, deal)) {
        if (discount.state == DiscountState::asked) return discount;
    }
    return std::nullopt;
}

void insert_deal(Tx& tx, const Deal& deal) {
    db::send(tx.db(), statements::insert_deal, db::Params::of(deal, {{"store_id", tx.store_id()}}));
    index_deal(tx, deal);
}

void update_deal(Tx& tx, Deal& deal) {
    db::execute_one(tx.db(), statements::update_deal, db::Params::of(deal, {{"store_id", tx.store_id()}}));
    ++deal.version;
}

void write_lines(Tx& tx, Id<Deal> deal, const std::vector<DealLine>& before, std::vector<DealLine>& lines) {
    for (auto& line : lines) {
        if (!line.id) {
            line.id = tx.new_id<DealLine>();
            db::send(tx.db(), statements::insert_line,
                     db::Params::of(line, {{"store_id", tx.store_id()}, {"deal_id", deal}}));
            continue;
        }
        for (const auto& old : before) {
            if (old.id != line.id) continue;
            if (old.amount == line.amount && old.title == line.title && old.explanation == line.explanation)
                continue;
            db::send(tx.db(), statements::update_line, db::Params::of(line, {{"store_id", tx.store_id()}}));
        }
    }
}

void remove_line(Tx& tx, Id<DealLine> line) {
    db::send(tx.db(), statements::remove_line,
             {{"id", line},
              {"store_id", tx.store_id()},
              {"removed_by", tx.actor().user_id},
              {"removed_at", tx.now()}});
}

void insert_discount(Tx& tx, Id<Deal> deal, const Discount& discount) {
    db::send(tx.db(), statements::insert_discount,
             db::Params::of(discount, {{"store_id", tx.store_id()}, {"deal_id", deal}}));
}

void decide_discount_row(Tx& tx, const Discount& discount) {
    db::execute_one(tx.db(), statements::decide_discount,
                    db::Params::of(discount, {{"store_id", tx.store_id()}}));
}

TaxedCar taxed_car(db::Connection& db, Id<Store> store, const Deal& deal) {
    const auto model = vehicles::find_model(db, store, deal.model_id);
    ensure(model.has_value());
    return {.fuel = model->fuel,
            .displacement_ml = model->displacement_ml,
            .seats = model->seats,
            .used_by = deal.used_by,
            .bought_on = deal.bought_on};
}

}  // namespace forecourt::deals
