#include <simulator/service.h>

#include <demo/player.h>

namespace forecourt::simulator {

using demo::number_at;
using demo::text_at;

std::string some_advisor(Life& life) {
    return life.dice.chance(90) ? "advisor" + std::to_string(life.dice.between(1, 2)) : "gm";
}

Attempt about_order(std::size_t store, const std::string& who, const std::string& action,
                    const Order& order) {
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.record = "order_id";
    attempt.missing = "order_not_found";
    attempt.input.number("order_id", order.id);
    return attempt;
}

Attempt about_line(std::size_t store, const std::string& who, const std::string& action,
                   const OrderLine& line) {
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.record = "line_id";
    attempt.missing = "line_not_found";
    attempt.input.number("line_id", line.id);
    return attempt;
}

void must_not_be_over(Attempt& attempt, const Order& order) {
    attempt.must_not(order.is_over(), "order_is_over");
}

void must_be_in_work(Attempt& attempt, const Order& order) {
    must_not_be_over(attempt, order);
    attempt.must_not(order.passed || order.settled, "order_is_past_work");
}

Wanted* wanted_by(StoreModel& store, const OrderLine& line) {
    if (line.part == 0) return nullptr;
    for (auto& wanted : store.parts.at(line.part).wanted) {
        if (wanted.line == line.id) return &wanted;
    }
    return nullptr;
}

void release(StoreModel& store, const OrderLine& line) {
    auto* wanted = wanted_by(store, line);
    if (wanted == nullptr || wanted->released) return;
    auto& part = store.parts.at(line.part);
    part.reserved -= wanted->reserved;
    wanted->reserved = 0;
    wanted->wanted = wanted->issued;
    wanted->released = true;
    store.lay_aside(part);
}

void follow(StoreModel& store, const Order& order) {
    if (order.delivery == 0) return;
    auto& delivery = store.deliveries.at(order.delivery);
    if (delivery.state == "delivered" || delivery.car != order.car) return;
    for (auto& fault : delivery.faults) {
        if (fault.order != order.id || fault.line == 0) continue;
        for (const auto& line : order.lines) {
            if (line.id != fault.line) continue;
            if (line.state != "approved") {
                if (!fault.mended) fault.order = fault.line = 0;
            } else if (line.work == "done") {
                if (!fault.mended) fault.mended = fault.in_workshop = true;
            } else if (fault.in_workshop) {
                fault.mended = fault.in_workshop = false;
            }
        }
    }
}

namespace {

std::optional<Attempt> add_car(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    auto* customer = model.customers.pick(life.dice);
    if (customer == nullptr || model.driven_cars.size() > 25) return std::nullopt;
    const auto vin = vin_of("LSVAA4182E2", model.cars.size());
    Attempt attempt{.store = store, .who = some_advisor(life), .action = "customers.add_car"};
    attempt.record = "customer_id";
    attempt.missing = "customer_not_found";
    attempt.input.number("customer_id", customer->id).text("vin", vin).text("model_text", "朗逸");
    attempt.input.number("mileage_km", 30'000);
    attempt.then = [&life, store, vin, owner = customer->id](const std::string& answer) {
        auto& model = life.at(store);
        const auto id = number_at(answer, "car_id");
        model.cars.add({.id = id, .vin = vin, .state = "customer", .customer = owner, .mileage_km = 30'000});
        model.driven_cars.push_back(id);
    };
    return attempt;
}

// Mostly that of the car; now and then another one, or one that is over.
const Appointment* some_booking(Life& life, std::size_t store, RecordId car) {
    auto& appointments = life.at(store).appointments;
    if (life.dice.chance(8)) return appointments.pick(life.dice);
    for (const auto& one : appointments.all()) {
        if (one.car == car && one.state == "booked") return &one;
    }
    return nullptr;
}

std::optional<Attempt> receive_car(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    if (model.driven_cars.empty() || (model.orders.running() > 25 && life.dice.chance(90)))
        return std::nullopt;
    const auto& car = model.cars.at(life.dice.one_of(model.driven_cars));
    const bool by_another = life.dice.chance(5);
    const auto customer = by_another ? model.customers.pick(life.dice)->id : car.customer;
    const auto mileage = car.mileage_km + life.dice.between(-2, 40);
    const auto fuel = life.dice.chance(95) ? life.dice.between(0, 100) : life.around(100);
    const auto promised_in = life.dice.between(life.dice.chance(5) ? -60 : 10, 600);
    Attempt attempt{.store = store, .who = some_advisor(life), .action = "workshop.receive_car"};
    attempt.record = "customer_id";
    attempt.missing = "customer_not_found";
    attempt.input.number("customer_id", customer).number("car_id", car.id).number("mileage_km", mileage);
    attempt.input.number("fuel_percent", fuel).text("words", "保养");
    attempt.input.text("promised_at", to_text(life.now + minutes(promised_in)));
    const auto* booking = life.dice.chance(70) ? some_booking(life, store, car.id) : nullptr;
    if (booking != nullptr) {
        attempt.input.number("appointment_id", booking->id);
        attempt.must_not(booking->car != car.id, "appointment_not_found");
        attempt.must_not(booking->is_over(), "appointment_is_over");
    }
    attempt.must_not(customer != car.customer, "car_is_not_the_customers");
    attempt.must_not(car.in_workshop, "car_is_in_workshop_already");
    attempt.must_not(fuel < 0 || fuel > 100, "fuel_percent_out_of_range");
    attempt.must_not(promised_in <= 0, "promise_in_the_past");
    attempt.must_not(mileage < car.mileage_km, "mileage_goes_backwards");
    attempt.must_not(mileage < 0 || mileage > 2'000'000, "mileage_out_of_range");
    attempt.then = [&life, store, id = car.id, mileage,
                    came_by = booking == nullptr ? 0 : booking->id](const std::string& answer) {
        auto& model = life.at(store);
        if (came_by != 0) {
            auto& appointment = model.appointments.at(came_by);
            appointment.state = "arrived";
            ++appointment.version;
        }
        auto& now = model.cars.at(id);
        now.mileage_km = mileage;
        now.in_workshop = true;
        ++now.version;
        model.orders.add({.id = number_at(answer, "order_id"),
                          .customer = now.customer,
                          .car = id,
                          .mileage_km = mileage});
    };
    return attempt;
}

// Approved parts are laid aside at once; what is missing waits in the order of asking.
void approved(StoreModel& store, const OrderLine& line) {
    if (line.kind != "part") return;
    auto& part = store.parts.at(line.part);
    part.wanted.push_back({.line = line.id, .part = part.id, .wanted = line.quantity});
    auto& wanted = part.wanted.back();
    wanted.reserved = std::max<std::int64_t>(0, std::min(wanted.wanted, part.free()));
    part.reserved += wanted.reserved;
}

std::string some_payer(Life& life) {
    static const std::vector<std::string> payers{"customer", "customer", "customer",
                                                 "warranty", "insurer",  "internal"};
    return life.dice.one_of(payers);
}

// The line stands in the plan, and the plan's sum in the answer.
std::function<void(const std::string&)> line_added(Life& life, std::size_t store, RecordId order,
                                                   OrderLine line) {
    return [&life, store, order, line](const std::string& answer) mutable {
        auto& now = life.at(store).orders.at(order);
        line.id = number_at(answer, "line_id");
        if (now.delivery != 0 && line.payer == "internal") {
            // The store's yes to its own work is given with the line.
            line.state = "approved";
            ++line.version;
            approved(life.at(store), line);
        }
        now.lines.push_back(line);
        ++now.version;
        expect_equal("amount of the line", line.amount(), number_at(answer, "amount"));
        expect_equal("planned total", now.planned_total(), number_at(answer, "planned_total"));
    };
}

bool has_enough(Life& life, const Order* order) {
    return order == nullptr || (order->lines.size() > 4 && life.dice.chance(85));
}

std::optional<Attempt> add_labour(Life& life) {
    const auto store = life.some_store();
    const auto* order = life.at(store).orders.pick(life.dice);
    if (has_enough(life, order)) return std::nullopt;
    const auto hours = life.around(life.dice.between(100, 3000));
    OrderLine line{
        .kind = "labour", .quantity = hours, .unit_price = labour_price, .payer = some_payer(life)};
    auto attempt = about_order(store, some_advisor(life), "workshop.add_labour", *order);
    attempt.input.number("operation_id", life.at(store).operation).number("hours", hours);
    attempt.input.text("payer", line.payer);
    must_be_in_work(attempt, *order);
    attempt.must_not(hours <= 0, "quantity_not_positive");
    attempt.then = line_added(life, store, order->id, line);
    return attempt;
}

std::optional<Attempt> add_part_line(Life& life) {
    const auto store = life.some_store();
    const auto* order = life.at(store).orders.pick(life.dice);
    const auto* part = life.at(store).parts.pick(life.dice);
    if (has_enough(life, order) || part == nullptr) return std::nullopt;
    const auto quantity = life.around(life.dice.between(1, 4) * 1000);
    const Fen price = life.dice.chance(60) ? part->price : life.around(part->price);
    OrderLine line{.kind = "part",
                   .quantity = quantity,
                   .unit_price = price,
                   .payer = some_payer(life),
                   .part = part->id};
    auto attempt = about_order(store, some_advisor(life), "workshop.add_part_line", *order);
    attempt.input.number("part_id", part->id).number("quantity", quantity).number("unit_price", price);
    attempt.input.text("payer", line.payer);
    must_be_in_work(attempt, *order);
    attempt.must_not(part->withdrawn, "part_is_withdrawn");
    attempt.must_not(quantity <= 0, "quantity_not_positive");
    attempt.must_not(price < 0, "line_price_negative");
    attempt.must_not(price > part->price, "price_above_list");
    attempt.then = line_added(life, store, order->id, line);
    return attempt;
}

std::optional<Attempt> add_outside_work(Life& life) {
    const auto store = life.some_store();
    const auto* order = life.at(store).orders.pick(life.dice);
    if (has_enough(life, order)) return std::nullopt;
    const Fen price = life.dice.chance(90) ? life.dice.between(0, 80'000) : -1;
    OrderLine line{.kind = "outside", .quantity = 1000, .unit_price = price, .payer = some_payer(life)};
    auto attempt = about_order(store, some_advisor(life), "workshop.add_outside_work", *order);
    attempt.input.text("name", "制动盘车削").number("price", price).text("payer", line.payer);
    must_be_in_work(attempt, *order);
    attempt.must_not(price < 0, "line_price_negative");
    attempt.then = line_added(life, store, order->id, line);
    return attempt;
}

/// An order and one of its lines.
struct Place {
    Order* order = nullptr;
    OrderLine* line = nullptr;
};
Place some_line(Life& life, std::size_t store) {
    auto* order = life.at(store).orders.pick(life.dice);
    if (order == nullptr || order->lines.empty()) return {};
    const auto index = life.dice.between(0, static_cast<std::int64_t>(order->lines.size()) - 1);
    return {order, &order->lines[static_cast<std::size_t>(index)]};
}

void must_stand(Attempt& attempt, const OrderLine& line) {
    attempt.must_not(line.state == "removed" || line.state == "declined", "line_is_gone");
    attempt.must_not(line.state == "asked", "line_is_asked");
}

std::optional<Attempt> set_line_discount(Life& life) {
    const auto store = life.some_store();
    const auto [order, line] = some_line(life, store);
    if (line == nullptr) return std::nullopt;
    const auto who = some_advisor(life);
    const Fen gross = line->amount() + line->discount;
    const Fen discount = life.around(service_discount_limit(role_of(who), gross));
    auto attempt = about_line(store, who, "workshop.set_line_discount", *line);
    attempt.input.number("version", line->version).number("discount", discount).text("reason", "老客户");
    must_not_be_over(attempt, *order);
    attempt.must_not(order->settled, "order_is_past_work");
    must_stand(attempt, *line);
    attempt.must_not(line->state == "approved" && discount < line->discount, "line_is_approved");
    attempt.must_not(discount < 0 || discount > gross, "discount_beyond_amount");
    attempt.must_not(discount > service_discount_limit(role_of(who), gross), "service_discount_beyond_limit");
    attempt.then = [&life, store, id = order->id, of = line->id, discount](const std::string& answer) {
        auto& now = life.at(store).orders.at(id);
        auto& line = now.line(of);
        line.discount = discount;
        ++line.version;
        ++now.version;
        expect_equal("planned total", now.planned_total(), number_at(answer, "planned_total"));
    };
    return attempt;
}

std::optional<Attempt> remove_line(Life& life) {
    const auto store = life.some_store();
    const auto [order, line] = some_line(life, store);
    if (line == nullptr) return std::nullopt;
    auto attempt = about_line(store, some_advisor(life), "workshop.remove_line", *line);
    attempt.input.number("version", line->version).text("reason", "误加");
    must_be_in_work(attempt, *order);
    must_stand(attempt, *line);
    const auto* wanted = wanted_by(life.at(store), *line);
    const bool has_work = line->work != "waiting" || (wanted != nullptr && wanted->issued > 0);
    attempt.must_not(line->state == "approved" && has_work, "line_has_work");
    attempt.then = [&life, store, id = order->id, of = line->id](const std::string& answer) {
        auto& now = life.at(store).orders.at(id);
        auto& line = now.line(of);
        line.state = "removed";
        ++line.version;
        ++now.version;
        release(life.at(store), line);
        follow(life.at(store), now);
        expect_equal("planned total", now.planned_total(), number_at(answer, "planned_total"));
    };
    return attempt;
}

std::optional<Attempt> request_consent(Life& life) {
    const auto store = life.some_store();
    auto* order = life.at(store).orders.pick(life.dice);
    if (order == nullptr || (!order->has("planned") && life.dice.chance(80))) return std::nullopt;
    auto attempt = about_order(store, some_advisor(life), "workshop.request_consent", *order);
    attempt.input.number("version", order->version).flag("send_link", false);
    must_be_in_work(attempt, *order);
    attempt.must_not(!order->has("planned") && !order->has("asked"), "nothing_to_ask");
    attempt.then = [&life, store, id = order->id](const std::string& answer) {
        auto& now = life.at(store).orders.at(id);
        Fen asked = 0;
        for (auto& line : now.lines) {
            if (line.state != "planned" && line.state != "asked") continue;
            line.state = "asked";
            ++line.version;
            asked += line.amount();
        }
        now.consent = number_at(answer, "consent_id");
        ++now.version;
        expect_equal("what is asked", asked, number_at(answer, "asked_amount"));
        expect_equal("version of the order", now.version, number_at(answer, "version"));
    };
    return attempt;
}

std::optional<Attempt> withdraw_consent(Life& life) {
    const auto store = life.some_store();
    auto* order = life.at(store).orders.pick(life.dice);
    if (order == nullptr || order->consent == 0) return std::nullopt;
    Attempt attempt{.store = store, .who = some_advisor(life), .action = "workshop.withdraw_consent"};
    attempt.record = "consent_id";
    attempt.missing = "consent_not_found";
    attempt.input.number("consent_id", order->consent);
    attempt.must_not(!order->has("asked") || order->is_over(), "consent_is_over");
    attempt.then = [&life, store, id = order->id](const std::string&) {
        auto& now = life.at(store).orders.at(id);
        for (auto& line : now.lines) {
            if (line.state != "asked") continue;
            line.state = "planned";
            ++line.version;
        }
        ++now.version;
    };
    return attempt;
}

std::optional<Attempt> answer_consent(Life& life) {
    const auto store = life.some_store();
    auto* order = life.at(store).orders.pick(life.dice);
    if (order == nullptr || order->consent == 0 || (!order->has("asked") && life.dice.chance(80)))
        return std::nullopt;
    // The customer is not told of the store's own work.
    const bool by_link = order->delivery == 0 && life.dice.chance(30);
    const bool signs = life.dice.chance(92);
    const bool forgets = life.dice.chance(5);
    std::map<RecordId, bool> answers;
    Attempt attempt{.store = store, .who = some_advisor(life), .action = "workshop.answer_consent"};
    std::string said;
    for (const auto& line : order->lines) {
        if (line.state != "asked") continue;
        const bool yes = life.dice.chance(85);
        answers[line.id] = yes;
        attempt.must_not(yes && line.part != 0 && life.at(store).parts.at(line.part).withdrawn,
                         "part_is_withdrawn");
        if (forgets && answers.size() == 1) continue;
        said += (said.empty() ? "" : ", ") + ("{\"line_id\": " + std::to_string(line.id)) +
                ", \"approved\": " + (yes ? "true}" : "false}");
    }
    attempt.record = "consent_id";
    attempt.missing = "consent_not_found";
    attempt.input.number("consent_id", order->consent).json("answers", "[" + said + "]");
    if (by_link) {
        attempt.customer = order->customer;
    } else {
        attempt.input.text("channel", "screen");
        if (signs) attempt.input.text("signature", life.program.signature(store));
    }
    attempt.must_not(answers.empty() || order->is_over(), "consent_is_over");
    attempt.must_not(!by_link && !signs, "consent_needs_signature");
    attempt.must_not(forgets && !answers.empty(), "consent_answer_missing");
    attempt.then = [&life, store, id = order->id, answers](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.orders.at(id);
        Fen amount = 0;
        std::int64_t missing = 0;
        for (const auto& [of, yes] : answers) {
            auto& line = now.line(of);
            line.state = yes ? "approved" : "declined";
            ++line.version;
            if (!yes) continue;
            amount += line.amount();
            approved(model, line);
            const auto* wanted = wanted_by(model, line);
            if (wanted != nullptr && wanted->missing() > 0) ++missing;
        }
        ++now.version;
        expect_equal("state of the order", now.state(), text_at(answer, "state"));
        expect_equal("what was approved", amount, number_at(answer, "approved_amount"));
        expect_equal("parts that are missing", missing, number_at(answer, "missing_parts"));
    };
    return attempt;
}

std::optional<Attempt> cancel_order(Life& life) {
    const auto store = life.some_store();
    auto* order = life.at(store).orders.pick(life.dice);
    if (order == nullptr) return std::nullopt;
    auto attempt = about_order(store, some_advisor(life), "workshop.cancel_order", *order);
    attempt.input.number("version", order->version).text("reason", "客户有事");
    must_not_be_over(attempt, *order);
    attempt.must_not(order->settled, "order_is_past_work");
    bool has_work = order->started;
    for (const auto& line : order->lines) {
        const auto* wanted = wanted_by(life.at(store), line);
        if (line.state == "approved" && line.work != "waiting") has_work = true;
        if (wanted != nullptr && wanted->issued > 0) has_work = true;
    }
    attempt.must_not(has_work, "order_has_work");
    attempt.then = [&life, store, id = order->id](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.orders.at(id);
        for (auto& line : now.lines) {
            release(model, line);
            if (line.state != "asked") continue;
            line.state = "planned";
            ++line.version;
        }
        now.cancelled = true;
        ++now.version;
        if (now.delivery == 0) model.cars.at(now.car).in_workshop = false;
        follow(model, now);
        expect_equal("state of the order", now.state(), text_at(answer, "state"));
        expect_equal("version of the order", now.version, number_at(answer, "version"));
    };
    return attempt;
}

}  // namespace

std::vector<Invention> plan_inventions() {
    return {{"customers.add_car", 2, add_car},
            {"workshop.receive_car", 6, receive_car},
            {"workshop.add_labour", 6, add_labour},
            {"workshop.add_part_line", 7, add_part_line},
            {"workshop.add_outside_work", 3, add_outside_work},
            {"workshop.set_line_discount", 3, set_line_discount},
            {"workshop.remove_line", 2, remove_line},
            {"workshop.request_consent", 10, request_consent},
            {"workshop.withdraw_consent", 1, withdraw_consent},
            {"workshop.answer_consent", 12, answer_consent},
            {"workshop.cancel_order", 1, cancel_order}};
}

}  // namespace forecourt::simulator
