#include <simulator/care.h>
#include <simulator/custody.h>
#include <simulator/sale.h>
#include <simulator/service.h>

#include <demo/days.h>
#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {
namespace {

using demo::number_at;
using demo::text_at;

constexpr db::Sql new_faults{"simulator.new_faults",
                             "select id from delivery_fault where store_id = :store_id and "
                             "delivery_id = :id order by id desc"};
constexpr db::Sql order_of_fault{
    "simulator.order_of_fault",
    "select order_id from delivery_fault where store_id = :store_id and id = :id"};
constexpr db::Sql line_of_fault{"simulator.line_of_fault",
                                "select line_id from delivery_fault where store_id = :store_id and id = :id"};

Attempt about_delivery(std::size_t store, const std::string& action, const Delivery& delivery) {
    Attempt attempt{.store = store, .who = "delivery", .action = action};
    attempt.record = "delivery_id";
    attempt.missing = "delivery_not_found";
    attempt.input.number("delivery_id", delivery.id).number("version", delivery.version);
    attempt.must_not(delivery.state != "preparing", "delivery_is_over");
    return attempt;
}

void changed(Delivery& delivery, const std::string& answer) {
    ++delivery.version;
    expect_equal("state of the delivery", delivery.state, text_at(answer, "state"));
    expect_equal("open faults", delivery.open_faults(), number_at(answer, "open_faults"));
    expect_equal("version of the delivery", delivery.version, number_at(answer, "version"));
}

// The fault becomes a line of an order that the store pays for; one order for a delivery and its car, as long
// as its plan can grow.
void found(Life& life, std::size_t store, Delivery& delivery) {
    auto& model = life.at(store);
    InspectionFault fault{.id = life.program.number(new_faults, store, delivery.id)};
    fault.order = life.program.number(order_of_fault, store, fault.id);
    fault.line = life.program.number(line_of_fault, store, fault.id);
    RecordId expected = 0;
    for (const auto& order : model.orders.all()) {
        if (order.delivery == delivery.id && order.car == delivery.car && order.plan_can_grow())
            expected = order.id;
    }
    if (expected != 0) {
        expect_equal("the order the fault is mended in", expected, fault.order);
    } else {
        expect_equal("the order is another than all before", 0, model.orders.has(fault.order));
        model.orders.add({.id = fault.order,
                          .customer = model.deals.at(delivery.deal).customer,
                          .car = delivery.car,
                          .mileage_km = model.cars.at(delivery.car).mileage_km,
                          .delivery = delivery.id});
    }
    auto& order = model.orders.at(fault.order);
    order.lines.push_back({.id = fault.line,
                           .kind = "labour",
                           .state = "approved",
                           .quantity = 1000,
                           .unit_price = labour_price,
                           .payer = "internal",
                           .version = 2});
    ++order.version;
    delivery.faults.push_back(fault);
}

std::optional<Attempt> inspect(Life& life) {
    const auto store = life.some_store();
    auto* delivery = life.at(store).deliveries.pick(life.dice);
    if (delivery == nullptr || (delivery->inspected && life.dice.chance(80))) return std::nullopt;
    const auto& deal = life.at(store).deals.at(delivery->deal);
    const bool electric = life.at(store).model(deal.model).facts.electric;
    auto attempt = about_delivery(store, "delivery.record_inspection", *delivery);
    const bool faulty = life.dice.chance(25);
    const bool complete = life.dice.chance(92);
    const std::string list = electric ? "pre_delivery_inspection_electric" : "pre_delivery_inspection";
    attempt.input.json("answers",
                       complete ? demo::checklist_answers(list, faulty ? std::vector<std::string>{"paint"}
                                                                       : std::vector<std::string>{})
                                : "[]");
    attempt.must_not(!complete, "checklist_incomplete");
    attempt.then = [&life, store, id = delivery->id, faulty](const std::string& answer) {
        auto& now = life.at(store).deliveries.at(id);
        now.inspected = true;
        if (faulty) found(life, store, now);
        changed(now, answer);
    };
    return attempt;
}

// Mended by hand it is no job for the workshop any more; an order without a job left is over.
void withdrawn(StoreModel& model, const InspectionFault& fault) {
    if (fault.line == 0) return;
    auto& order = model.orders.at(fault.order);
    auto& line = order.line(fault.line);
    if (line.state != "approved") return;
    line.state = "removed";
    ++line.version;
    ++order.version;
    const bool any_left = std::any_of(order.lines.begin(), order.lines.end(), [](const auto& one) {
        return one.state != "removed" && one.state != "declined";
    });
    if (any_left || order.started) return;
    order.cancelled = true;
    ++order.version;
    follow(model, order);
}

std::optional<Attempt> mend_fault(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    auto* delivery = model.deliveries.pick(life.dice);
    for (int tries = 0; tries < 8 && delivery != nullptr && delivery->open_faults() == 0; ++tries) {
        delivery = model.deliveries.pick(life.dice);
    }
    if (delivery == nullptr || delivery->faults.empty()) return std::nullopt;
    Attempt attempt{.store = store, .who = "tech1", .action = "delivery.mend_fault"};
    attempt.record = "fault_id";
    attempt.missing = "fault_not_found";
    const auto fault = life.dice.one_of(delivery->faults);
    attempt.input.number("fault_id", fault.id).text("how", "抛光");
    attempt.must_not(fault.mended, "fault_is_mended");
    if (fault.line != 0) {
        auto& order = model.orders.at(fault.order);
        const auto& line = order.line(fault.line);
        attempt.must_not(line.state == "approved" && (!order.plan_can_grow() || line.work != "waiting"),
                         "fault_is_in_work");
    }
    attempt.then = [&life, store, id = delivery->id, fault](const std::string& answer) {
        auto& model = life.at(store);
        withdrawn(model, fault);
        auto& now = model.deliveries.at(id);
        for (auto& one : now.faults) {
            if (one.id == fault.id) one.mended = true;
        }
        --now.version;  // a mended fault does not change the delivery itself
        changed(now, answer);
    };
    return attempt;
}

std::optional<Attempt> prepare(Life& life) {
    const auto store = life.some_store();
    auto* delivery = life.at(store).deliveries.pick(life.dice);
    if (delivery == nullptr || (delivery->prepared && life.dice.chance(80))) return std::nullopt;
    auto attempt = about_delivery(store, "delivery.prepare", *delivery);
    const bool complete = life.dice.chance(92);
    attempt.input.json("answers", complete ? demo::checklist_answers("delivery_preparation") : "[]");
    attempt.must_not(!delivery->inspected, "car_is_not_inspected");
    attempt.must_not(!complete, "checklist_incomplete");
    attempt.then = [&life, store, id = delivery->id](const std::string& answer) {
        auto& now = life.at(store).deliveries.at(id);
        now.prepared = true;
        changed(now, answer);
    };
    return attempt;
}

std::optional<Attempt> appoint(Life& life) {
    const auto store = life.some_store();
    auto* delivery = life.at(store).deliveries.pick(life.dice);
    if (delivery == nullptr) return std::nullopt;
    auto attempt = about_delivery(store, "delivery.appoint", *delivery);
    const auto minutes_on = life.dice.between(-30, 4000);
    attempt.input.text("appointed_at", to_text(life.now + minutes(minutes_on)));
    attempt.must_not(minutes_on < 0, "appointment_is_past");
    attempt.then = [&life, store, id = delivery->id](const std::string& answer) {
        changed(life.at(store).deliveries.at(id), answer);
    };
    return attempt;
}

void must_be_ready(Attempt& attempt, const Delivery& delivery) {
    attempt.must_not(!delivery.inspected, "car_is_not_inspected");
    attempt.must_not(delivery.open_faults() > 0, "faults_are_open");
    attempt.must_not(!delivery.prepared, "delivery_is_not_prepared");
}

std::optional<Attempt> accept(Life& life) {
    const auto store = life.some_store();
    auto* delivery = life.at(store).deliveries.pick(life.dice);
    if (delivery == nullptr || (delivery->accepted && life.dice.chance(80))) return std::nullopt;
    auto attempt = about_delivery(store, "delivery.accept", *delivery);
    const bool unsigned_paper = life.dice.chance(5);
    attempt.input.json("answers", demo::checklist_answers("delivery_acceptance"));
    attempt.input.text("signature", unsigned_paper ? std::string(64, 'e') : life.program.signature(store));
    must_be_ready(attempt, *delivery);
    attempt.must_not(unsigned_paper, "signature_not_found");
    attempt.then = [&life, store, id = delivery->id](const std::string& answer) {
        auto& now = life.at(store).deliveries.at(id);
        now.accepted = true;
        changed(now, answer);
    };
    return attempt;
}

// The supply: the whole advance is used, revenue without VAT, what was collected for others, the car's cost.
void supplied(StoreModel& model, const Deal& deal, const Due& due, const Car& car) {
    Fen accessories = 0, fees = 0, passed_on = 0, trade_in = 0;
    for (const auto& line : deal.lines) {
        if (line.kind == "accessory") accessories += line.amount;
        if (line.kind == "fee") fees += line.amount;
        if (line.kind == "insurance" || line.kind == "registration") passed_on += line.amount;
        if (line.kind == "trade_in") trade_in -= line.amount;
    }
    const auto& facts = model.model(deal.model).facts;
    const Fen price = deal.list_price - deal.discount;
    if (!deal.used)
        passed_on += purchase_tax(facts, price) + compulsory_insurance + vehicle_tax(facts, deal.bought_on);
    const Fen net = net_of(price, deal.used ? used_car_vat : goods_vat);
    const Fen extras = net_of(accessories, goods_vat) + net_of(fees, services_vat);
    model.post({{"customer_deposits", due.paid, deal.customer},
                {"customer_receivable", deal.total - due.paid, deal.customer},
                {"vehicle_stock", trade_in - car.cost},
                {"vehicle_revenue", -net},
                {"accessory_revenue", -extras},
                {"output_tax", -(price + accessories + fees - net - extras)},
                {"agency_payable", -passed_on},
                {"vehicle_cost", car.cost}});
}

std::optional<Attempt> deliver_car(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    auto* delivery = model.deliveries.pick(life.dice);
    if (delivery == nullptr || (!delivery->accepted && life.dice.chance(75))) return std::nullopt;
    const auto& deal = model.deals.at(delivery->deal);
    const auto& car = model.cars.at(delivery->car);
    const auto& due = model.dues.at(deal.due);
    const auto mileage = life.dice.chance(85) ? car.mileage_km + life.dice.between(0, 5)
                                              : life.around(life.dice.chance(50) ? 1000 : car.mileage_km);
    auto attempt = about_delivery(store, "delivery.deliver_car", *delivery);
    attempt.input.number("mileage_km", mileage);
    must_be_ready(attempt, *delivery);
    attempt.must_not(!delivery->accepted, "customer_has_not_accepted");
    attempt.must_not(due.open() > 0, "deal_is_not_paid");
    attempt.must_not(deal.insurance.is_awaited(), "car_is_not_insured");
    attempt.must_not(mileage < 0 || (!deal.used && mileage > 1000), "delivery_mileage_out_of_range");
    attempt.must_not(mileage < car.mileage_km, "mileage_goes_backwards");
    attempt.must_not(!car.arrived, "car_not_available");
    attempt.must_not(certificate_lies_at_bank(model, car.id), "certificate_with_bank");
    for (const auto& fitting : deal.fittings) {
        attempt.must_not(fitting.state == "planned", "fittings_are_open");
    }
    attempt.then = [&life, store, id = delivery->id, mileage](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.deliveries.at(id);
        auto& deal = model.deals.at(now.deal);
        auto& car = model.cars.at(now.car);
        auto& due = model.dues.at(deal.due);
        now.state = "delivered";
        changed(now, answer);
        supplied(model, deal, due, car);
        deal.state = "delivered";
        ++deal.version;
        due.kind = "settlement";
        car.state = "sold";
        car.location.clear();
        car.customer = deal.customer;
        car.mileage_km = mileage;
        model.driven_cars.push_back(car.id);
        car.version += 2;  // sold, and its mileage read
        if (deal.used) used_car_is_sold(life, store, deal);
        items_go_along(model, car.id);
        expect_items(life, store, car.id);
        delivery_calls_are_planned(life, store, deal.customer, deal.id);
    };
    return attempt;
}

}  // namespace

std::vector<Invention> delivery_inventions() {
    return {{"delivery.record_inspection", 8, inspect},
            {"delivery.mend_fault", 6, mend_fault},
            {"delivery.prepare", 8, prepare},
            {"delivery.appoint", 2, appoint},
            {"delivery.accept", 10, accept},
            {"delivery.deliver_car", 12, deliver_car}};
}

}  // namespace forecourt::simulator
