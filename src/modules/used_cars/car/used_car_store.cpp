#include <db/send.h>
#include <modules/used_cars/car/used_car_store.h>
#include <modules/used_cars/car/used_cars_car.sql.h>
#include <modules/used_cars/days/used_cars_days.sql.h>
#include <modules/used_cars/job/used_cars_job.sql.h>
#include <modules/used_cars/photo/used_cars_photo.sql.h>
#include <services/search/api.h>
#include <text/search_terms.h>

namespace forecourt::used_cars {

namespace statements = sql::used_cars_car;

namespace {

void index(Tx& tx, const UsedCarRow& car) {
    auto terms = text::terms_of(text::FieldKind::number, car.number);
    const auto more = text::terms_of(text::FieldKind::free_text, car.model_text);
    terms.insert(terms.end(), more.begin(), more.end());
    search::index_object(tx, {.object_type = "used_car",
                              .object_id = car.id.value,
                              .title = car.number,
                              .subtitle = car.model_text,
                              .link = link_of(car.id),
                              .terms = std::move(terms)});
}

db::Params of_car(Id<Store> store, Id<UsedCar> id) { return {{"store_id", store}, {"used_car_id", id}}; }

}  // namespace

std::optional<UsedCarRow> load_used_car(db::Connection& db, Id<Store> store, Id<UsedCar> id) {
    return db::first<UsedCarRow>(db, statements::find_used_car, {{"store_id", store}, {"id", id}});
}

std::optional<UsedCarRow> load_used_car_of(db::Connection& db, Id<Store> store, Id<vehicles::Car> car) {
    return db::first<UsedCarRow>(db, statements::find_used_car, {{"store_id", store}, {"car_id", car}});
}

std::optional<UsedCarRow> load_trade_in(db::Connection& db, Id<Store> store, Id<deals::Deal> deal) {
    return db::first<UsedCarRow>(db, statements::find_used_car, {{"store_id", store}, {"deal_id", deal}});
}

std::optional<UsedCarNow> load_now(db::Connection& db, Id<Store> store, Id<UsedCar> id) {
    const auto car = load_used_car(db, store, id);
    if (!car) return std::nullopt;
    const auto stock = vehicles::find_car(db, store, car->car_id);
    ensure(stock.has_value());
    return UsedCarNow{.car = *car,
                      .papers = papers_of(db, store, id),
                      .jobs = jobs_of(db, store, id),
                      .photos = db::all<PhotoRow>(db, sql::used_cars_photo::photos_of_car, of_car(store, id)),
                      .promised = stock->state == vehicles::CarState::locked};
}

void insert_used_car(Tx& tx, const UsedCarRow& car) {
    db::send(tx.db(), statements::insert_used_car, db::Params::of(car, {{"store_id", tx.store_id()}}));
    index(tx, car);
}

void update_used_car(Tx& tx, UsedCarRow& car) {
    db::execute_one(tx.db(), statements::update_used_car, db::Params::of(car, {{"store_id", tx.store_id()}}));
    ++car.version;
    index(tx, car);
}

std::vector<PaperRow> papers_of(db::Connection& db, Id<Store> store, Id<UsedCar> id) {
    return db::all<PaperRow>(db, statements::papers_of_car, of_car(store, id));
}

std::vector<PaymentRow> payments_of(db::Connection& db, Id<Store> store, Id<UsedCar> id) {
    return db::all<PaymentRow>(db, statements::payments_of_car, of_car(store, id));
}

std::vector<PriceRow> prices_of(db::Connection& db, Id<Store> store, Id<UsedCar> id) {
    return db::all<PriceRow>(db, statements::prices_of_car, of_car(store, id));
}

std::vector<JobRow> jobs_of(db::Connection& db, Id<Store> store, Id<UsedCar> id) {
    return db::all<JobRow>(db, sql::used_cars_job::jobs_of_car, of_car(store, id));
}

std::vector<StayRow> stays_of(db::Connection& db, Id<Store> store, Id<UsedCar> id) {
    return db::all<StayRow>(db, sql::used_cars_days::stays_of_car, of_car(store, id));
}

void change_step(Tx& tx, UsedCarRow& car, UsedStep step) {
    db::send(tx.db(), sql::used_cars_days::leave_stay,
             {{"store_id", tx.store_id()}, {"used_car_id", car.id}, {"left_at", tx.now()}});
    car.step = step;
    car.step_since = tx.now();
    if (step == UsedStep::sold) return;
    const StayRow stay{.id = tx.new_id<Stay>(),
                       .step = step,
                       .entered_at = tx.now(),
                       .entered_by = tx.actor().name,
                       .left_at = {}};
    db::send(tx.db(), sql::used_cars_days::enter_stay,
             db::Params::of(stay, {{"store_id", tx.store_id()}, {"used_car_id", car.id}}));
}

void emit_used_car(Tx& tx, std::string_view name, const UsedCarRow& car, const std::string& text) {
    tx.emit(name, {{"used_car", car.id}, {"car", car.car_id}},
            UsedCarEvent{car.number, car.model_text, text});
}

}  // namespace forecourt::used_cars
