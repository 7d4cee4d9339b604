#include <simulator/care.h>
#include <simulator/custody.h>
#include <simulator/leads.h>
#include <simulator/sale.h>
#include <simulator/service.h>
#include <simulator/showroom.h>
#include <simulator/used_cars.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {
namespace {

using demo::items_at;
using demo::number_at;
using demo::text_at;

std::string see(Life& life, std::size_t store, const char* view, const char* parameter, RecordId id) {
    return life.program.see(life.program.actor_of(store, "gm"), view, {{parameter, std::to_string(id)}},
                            life.now);
}

void look_at_deal(Life& life, std::size_t store) {
    const auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr) return;
    const auto seen = see(life, store, "deals.deal_record", "deal_id", deal->id);
    const std::string name = "deal " + std::to_string(deal->id) + ": ";
    expect_equal(name + "state", deal->state, text_at(seen, "deal.state"));
    expect_equal(name + "version", deal->version, number_at(seen, "deal.version"));
    expect_equal(name + "discount", deal->discount, number_at(seen, "deal.discount"));
    expect_equal(name + "concession granted", deal->concession_granted,
                 number_at(seen, "deal.concession_granted"));
    expect_equal(name + "total", deal->total, number_at(seen, "deal.total"));
    expect_equal(name + "car", deal->car, number_at(seen, "deal.car_id"));
    Fen sum = 0;
    for (const auto& line : items_at(seen, "lines")) sum += number_at(line, "amount");
    expect_equal(name + "sum of its lines", deal->total, sum);
    if (deal->insurance.id == 0) return;
    const auto cases = see(life, store, "deals.cases_of_deal", "deal_id", deal->id);
    for (const auto& one : items_at(cases, "cases")) {
        if (number_at(one, "agency_case.id") != deal->insurance.id) continue;
        expect_equal(name + "its insurance", deal->insurance.state, text_at(one, "agency_case.state"));
        expect_equal(name + "collected for its insurance", deal->insurance.collected,
                     number_at(one, "agency_case.collected"));
        expect_equal(name + "version of its insurance", deal->insurance.version,
                     number_at(one, "agency_case.version"));
    }
}

void look_at_due(Life& life, std::size_t store) {
    auto& model = life.at(store);
    const auto* due = model.dues.pick(life.dice);
    if (due == nullptr) return;
    const auto seen = see(life, store, "payments.due_record", "due_id", due->id);
    const std::string name = "due " + std::to_string(due->id) + ": ";
    expect_equal(name + "kind", due->kind, text_at(seen, "due.kind"));
    expect_equal(name + "amount", due->amount, number_at(seen, "due.amount"));
    expect_equal(name + "paid", due->paid, number_at(seen, "due.paid"));
    expect_equal(name + "open", due->open(), number_at(seen, "due.open"));
    Fen paid = 0;
    for (const auto& line : items_at(seen, "payments")) {
        const auto& payment = model.payments.at(number_at(line, "payment.id"));
        expect_equal(name + "a payment", payment.amount, number_at(line, "payment.amount"));
        expect_equal(name + "refunded of it", payment.refunded, number_at(line, "payment.refunded"));
        expect_equal(name + "refundable of it", std::min(payment.left(), due->refundable()),
                     number_at(line, "refundable"));
        paid += payment.amount - payment.refunded;
    }
    expect_equal(name + "sum of its payments", due->paid, paid);
}

void look_at_car(Life& life, std::size_t store) {
    const auto* car = life.at(store).cars.pick(life.dice);
    if (car == nullptr) return;
    const auto seen = see(life, store, "vehicles.car_record", "car_id", car->id);
    const std::string name = "car " + std::to_string(car->id) + ": ";
    expect_equal(name + "state", car->state, text_at(seen, "car.state"));
    expect_equal(name + "deal", car->deal, number_at(seen, "car.deal_id"));
    expect_equal(name + "customer", car->customer, number_at(seen, "car.customer_id"));
    expect_equal(name + "mileage", car->mileage_km, number_at(seen, "car.mileage_km"));
    expect_equal(name + "version", car->version, number_at(seen, "car.version"));
    expect_equal(name + "where it stands", car->location, text_at(seen, "car.location"));
    expect_equal(name + "goes to the other store", car->leaves ? 1 : 0,
                 std::min<std::int64_t>(1, number_at(seen, "car.leaves_by_transfer_id")));
    expect_equal(name + "is in these books", car->has_left ? "false" : "true",
                 text_at(seen, "car.removed_at") == "null" ? "true" : "false");
    // At most one contract holds it, and it knows which.
    for (const auto& deal : life.at(store).deals.all()) {
        if (deal.car != car->id || deal.state != "contract_signed") continue;
        expect_equal(name + "the contract that holds it", deal.id, number_at(seen, "car.deal_id"));
    }
}

void look_at_delivery(Life& life, std::size_t store) {
    const auto* delivery = life.at(store).deliveries.pick(life.dice);
    if (delivery == nullptr) return;
    const auto seen = see(life, store, "delivery.delivery_record", "delivery_id", delivery->id);
    const std::string name = "delivery " + std::to_string(delivery->id) + ": ";
    expect_equal(name + "state", delivery->state, text_at(seen, "delivery.state"));
    expect_equal(name + "version", delivery->version, number_at(seen, "delivery.version"));
    expect_equal(name + "car", delivery->car, number_at(seen, "delivery.car_id"));
}

void look_at_part(Life& life, std::size_t store) {
    const auto* part = life.at(store).parts.pick(life.dice);
    if (part == nullptr) return;
    const auto seen = see(life, store, "parts.part", "part_id", part->id);
    const std::string name = "part " + std::to_string(part->id) + ": ";
    expect_equal(name + "on hand", part->on_hand(), number_at(seen, "on_hand"));
    expect_equal(name + "reserved", part->reserved, number_at(seen, "reserved"));
    expect_equal(name + "value", part->value, number_at(seen, "value"));
    for (const auto& bin : items_at(seen, "bins")) {
        const auto found = part->bins.find(text_at(bin, "name"));
        expect_equal(name + "in bin " + text_at(bin, "name"), found == part->bins.end() ? 0 : found->second,
                     number_at(bin, "quantity"));
    }
    if (part->reserved > part->on_hand() || part->reserved < 0 || part->value < 0)
        throw Mismatch(name + "more is laid aside than there is, or it is worth less than nothing");
}

void look_at_order(Life& life, std::size_t store) {
    auto* order = life.at(store).orders.pick(life.dice);
    if (order == nullptr) return;
    const auto seen = see(life, store, "workshop.order", "order_id", order->id);
    const std::string name = "order " + std::to_string(order->id) + ": ";
    expect_equal(name + "state", order->state(), text_at(seen, "order.state"));
    expect_equal(name + "version", order->version, number_at(seen, "order.version"));
    expect_equal(name + "planned", order->planned_total(), number_at(seen, "order.planned_total"));
    for (const auto& row : items_at(seen, "lines")) {
        const auto& line = order->line(number_at(row, "id"));
        const std::string of = name + "line " + std::to_string(line.id) + " ";
        expect_equal(of + "state", line.state, text_at(row, "state"));
        expect_equal(of + "work", line.work, text_at(row, "work"));
        expect_equal(of + "amount", line.amount(), number_at(row, "amount"));
        expect_equal(of + "version", line.version, number_at(row, "version"));
        if (line.part == 0) continue;
        for (const auto& wanted : life.at(store).parts.at(line.part).wanted) {
            if (wanted.line != line.id) continue;
            expect_equal(of + "reserved", wanted.reserved, number_at(row, "reserved"));
            expect_equal(of + "issued", wanted.issued, number_at(row, "issued"));
            expect_equal(of + "missing", wanted.missing(), number_at(row, "missing"));
        }
    }
}

void look_at_loan(Life& life, std::size_t store) {
    auto& model = life.at(store);
    const auto* loan = model.loans.pick(life.dice);
    if (loan == nullptr) return;
    const auto seen = see(life, store, "financing.application_record", "application_id", loan->id);
    const std::string name = "loan " + std::to_string(loan->id) + ": ";
    expect_equal(name + "state", loan->state, text_at(seen, "application.state"));
    expect_equal(name + "principal", loan->principal, number_at(seen, "application.principal"));
    expect_equal(name + "version", loan->version, number_at(seen, "application.version"));
    expect_equal(name + "what it costs", cost_of(model.loan_terms.at(loan->term).facts, loan->principal),
                 number_at(seen, "plan.cost.total_cost"));
    Fen paid_back = 0;
    for (const auto& month : items_at(seen, "plan.instalments")) paid_back += number_at(month, "principal");
    expect_equal(name + "what is paid back", loan->principal, paid_back);
}

void look_at_used_car(Life& life, std::size_t store) {
    auto& cars = life.at(store).used_cars;
    if (cars.size() == 0) return;
    expect_used_car(life, store, life.dice.chance(30) ? life.dice.one_of(cars.all()) : *cars.pick(life.dice));
}

// Both stores see the same way of the same car, each with its own record of it; and each has its list of what
// is open.
void look_at_transfer(Life& life, std::size_t store) {
    auto& model = life.model;
    if (const auto* transfer = model.transfers.pick(life.dice)) {
        const auto seen = see(life, store, "vehicles.transfer_record", "transfer_id", transfer->id);
        const std::string name = "transfer of a car " + std::to_string(transfer->id) + ": ";
        const bool incoming = transfer->to == store;
        expect_equal(name + "state", transfer->state, text_at(seen, "transfer.state"));
        expect_equal(name + "version", transfer->version, number_at(seen, "version"));
        expect_equal(name + "comes in", incoming ? "true" : "false", text_at(seen, "transfer.incoming"));
        expect_equal(name + "own car", incoming ? transfer->arriving : transfer->car,
                     number_at(seen, "transfer.own_car_id"));
        expect_equal(name + "swap", transfer->swap, number_at(seen, "swap_id"));
        expect_equal(name + "price", life.at(transfer->from).cars.at(transfer->car).cost,
                     number_at(seen, "price"));
        const auto decides = transfer->state == "requested" && transfer->decider() == store;
        expect_equal(name + "is decided here", decides ? "true" : "false", text_at(seen, "ours_to_decide"));
    }
    for (const auto* state : {"requested", "approved", "sent"}) {
        const auto list = life.program.see(life.program.actor_of(store, "gm"), "vehicles.transfer_list",
                                           {{"state", state}, {"limit", "200"}}, life.now);
        const auto listed = static_cast<std::int64_t>(items_at(list, "rows").size());
        const auto expected = std::count_if(model.transfers.all().begin(), model.transfers.all().end(),
                                            [&](const auto& one) { return one.state == state; });
        expect_equal(std::string("list of transfers that are ") + state, expected, listed);
    }
}

void look_at_count(Life& life, std::size_t store) {
    const auto* count = life.at(store).counts.pick(life.dice);
    if (count == nullptr) return;
    const auto seen = see(life, store, "vehicles.count_record", "count_id", count->id);
    const std::string name = "count of cars " + std::to_string(count->id) + ": ";
    expect_equal(name + "state", count->state, text_at(seen, "count.state"));
    expect_equal(name + "version", count->version, number_at(seen, "count.version"));
    expect_equal(name + "expected", count->expected, number_at(seen, "count.expected"));
    expect_equal(name + "found", count->with("found"), number_at(seen, "found"));
    expect_equal(name + "missing", count->with("missing"), number_at(seen, "missing"));
    expect_equal(name + "unexpected", count->with("unexpected"), number_at(seen, "unexpected"));
    expect_equal(name + "without a reason", count->unexplained(), number_at(seen, "unexplained"));
    for (const auto& line : items_at(seen, "lines")) {
        const auto vin = text_at(line, "vin");
        const auto found = count->cars.find(vin);
        if (found == count->cars.end()) throw Mismatch(name + "has " + vin + ", which nobody scanned");
        expect_equal(name + vin, found->second.result, text_at(line, "result"));
    }
}

// A day's list, and how many more could come in each slot of it.
void look_at_appointments(Life& life, std::size_t store) {
    const auto day = life.today() + static_cast<int>(life.dice.between(0, 3));
    const auto seen = life.program.see(life.program.actor_of(store, "gm"), "workshop.free_slots",
                                       {{"day", to_text(day)}, {"minutes", "60"}}, life.now);
    const auto offered = items_at(seen, "slots");
    const auto expected = slots_of(life, day, hours(1));
    const std::string name = "appointments on " + to_text(day) + ": ";
    expect_equal(name + "slots", static_cast<std::int64_t>(expected.size()),
                 static_cast<std::int64_t>(offered.size()));
    for (std::size_t at = 0; at < expected.size(); ++at) {
        const Appointment wanted{.starts = expected[at], .ends = expected[at] + hours(1)};
        expect_equal(name + "a slot", to_text(expected[at]), text_at(offered[at], "starts_at"));
        expect_equal(name + "free at " + local_text(expected[at]), free_places(life, store, wanted),
                     number_at(offered[at], "free"));
    }
    const auto* appointment = life.at(store).appointments.pick(life.dice);
    if (appointment == nullptr) return;
    const auto list = life.program.see(
        life.program.actor_of(store, "gm"), "workshop.appointment_list",
        {{"day", to_text(local_date(appointment->starts))}, {"state", appointment->state}, {"limit", "200"}},
        life.now);
    for (const auto& row : items_at(list, "rows")) {
        if (number_at(row, "id") != appointment->id) continue;
        expect_equal(name + "version", appointment->version, number_at(row, "version"));
        expect_equal(name + "time", to_text(appointment->starts), text_at(row, "starts_at"));
        return;
    }
    throw Mismatch(name + "one that is " + appointment->state + " is not in the list");
}

void look_at_drive(Life& life, std::size_t store) {
    auto& drives = life.at(store).drives;
    const auto* drive = drives.pick(life.dice);
    if (drive == nullptr) return;
    const auto seen = see(life, store, "showroom.test_drive_record", "test_drive_id", drive->id);
    const std::string name = "test drive " + std::to_string(drive->id) + ": ";
    expect_equal(name + "state", drive->state, text_at(seen, "test_drive.state"));
    expect_equal(name + "version", drive->version, number_at(seen, "test_drive.version"));
    expect_equal(name + "car", drive->car, number_at(seen, "test_drive.car_id"));
    expect_equal(name + "consultant", drive->consultant, number_at(seen, "test_drive.consultant_id"));
    expect_equal(name + "begins", to_text(drive->starts), text_at(seen, "test_drive.starts_at"));
    expect_equal(name + "ends", to_text(drive->ends), text_at(seen, "test_drive.ends_at"));
    expect_equal(name + "has feedback", drive->has_feedback ? "true" : "false",
                 text_at(seen, "feedback") == "null" ? "false" : "true");
    expect_equal(name + "incidents", drive->incidents,
                 static_cast<std::int64_t>(items_at(seen, "incidents").size()));
    // Neither a car nor a person is in two drives at once.
    for (const auto& other : drives.all()) {
        if (other.id == drive->id || other.is_over() || drive->is_over()) continue;
        if (other.starts >= drive->ends || drive->starts >= other.ends) continue;
        if (other.car == drive->car || other.consultant == drive->consultant ||
            other.customer == drive->customer)
            throw Mismatch(name + "is at the same time as " + std::to_string(other.id));
    }
}

// One visitor's page, and who is in the showroom now.
void look_at_visit(Life& life, std::size_t store) {
    auto& visits = life.at(store).visits;
    const auto* visit = visits.pick(life.dice);
    if (visit == nullptr) return;
    const auto seen = see(life, store, "reception.visit_record", "visit_id", visit->id);
    const std::string name = "visit of the showroom " + std::to_string(visit->id) + ": ";
    expect_equal(name + "state", visit->state, text_at(seen, "visit.state"));
    expect_equal(name + "version", visit->version, number_at(seen, "visit.version"));
    expect_equal(name + "customer", visit->customer, number_at(seen, "visit.customer_id"));
    expect_equal(name + "consultant", visit->consultant, number_at(seen, "visit.consultant_id"));
    expect_equal(name + "why this consultant", visit->because.empty() ? "null" : visit->because,
                 text_at(seen, "visit.assigned_because"));
    expect_equal(name + "chosen for knowing the series", visit->by_knowledge ? "true" : "false",
                 text_at(seen, "visit.knows_series"));
    const auto now =
        life.program.see(life.program.actor_of(store, "gm"), "reception.showroom_now", {}, life.now);
    const auto here = std::count_if(visits.all().begin(), visits.all().end(),
                                    [&](const auto& one) { return is_here(life, one); });
    expect_equal("visitors in the showroom", here,
                 static_cast<std::int64_t>(items_at(now, "visitors").size()));
    for (const auto& row : items_at(now, "visitors")) {
        const auto& one = visits.at(number_at(row, "id"));
        expect_equal("visitor " + std::to_string(one.id), one.state, text_at(row, "state"));
    }
}

void look_at_lead(Life& life, std::size_t store) {
    if (const auto* lead = life.at(store).leads.pick(life.dice)) expect_lead(life, store, *lead);
}

void look_at_item(Life& life, std::size_t store) {
    expect_items_out(life, store);
    const auto* item = life.at(store).items.pick(life.dice);
    if (item == nullptr) return;
    expect_items(life, store, item->car);
    expect_moves(life, store, *item);
}

void look_at_papers(Life& life, std::size_t store) {
    if (const auto* paper = life.at(store).papers.pick(life.dice)) expect_papers(life, store, paper->deal);
}

// What the ledger says of a customer is what his open sums say: an advance is owed to him until the supply,
// afterwards he owes what he has not paid.
void look_at_open_sums(Life& life, std::size_t store, RecordId customer) {
    auto& model = life.at(store);
    Fen deposits = 0, receivable = 0;
    for (const auto& due : model.dues.all()) {
        if (due.customer != customer) continue;
        if (due.kind == "settlement") {
            receivable += due.amount - due.paid;
            continue;
        }
        deposits -= due.paid;
        // Of a contract that was cancelled a part of the advance was kept.
        if (model.deals.has(due.about) && model.deals.at(due.about).state == "cancelled")
            deposits += due.amount;
    }
    auto& accounts = model.customer_accounts[customer];
    expect_equal("advances of customer " + std::to_string(customer), deposits, accounts["customer_deposits"]);
    expect_equal("what customer " + std::to_string(customer) + " owes", receivable,
                 accounts["customer_receivable"]);
}

void look_at_customer(Life& life, std::size_t store) {
    const auto* customer = life.at(store).customers.pick(life.dice);
    if (customer == nullptr) return;
    look_at_open_sums(life, store, customer->id);
    Balances expected = life.at(store).customer_accounts[customer->id];
    std::erase_if(expected, [](const auto& account) { return account.second == 0; });
    const auto seen = see(life, store, "ledger.trial_balance", "customer_id", customer->id);
    for (const auto& row : items_at(seen, "rows")) {
        const auto account = text_at(row, "account");
        expect_equal("account " + account + " of customer " + std::to_string(customer->id), expected[account],
                     number_at(row, "debit") - number_at(row, "credit"));
        expected.erase(account);
    }
    if (!expected.empty()) throw Mismatch("the ledger lacks " + expected.begin()->first + " of a customer");
}

void look_at_call(Life& life, std::size_t store) {
    if (const auto* call = life.at(store).calls.pick(life.dice)) expect_call(life, store, *call);
}

void look_at_complaint(Life& life, std::size_t store) {
    if (const auto* complaint = life.at(store).complaints.pick(life.dice))
        expect_complaint(life, store, *complaint);
}

}  // namespace

void look(Life& life) {
    const auto store = life.some_store();
    switch (life.dice.between(0, 19)) {
        case 0:
            return look_at_deal(life, store);
        case 1:
            return look_at_due(life, store);
        case 2:
            return look_at_car(life, store);
        case 3:
            return look_at_delivery(life, store);
        case 4:
            return look_at_part(life, store);
        case 5:
            return look_at_order(life, store);
        case 6:
            return look_at_loan(life, store);
        case 7:
            return look_at_used_car(life, store);
        case 8:
            return look_at_transfer(life, store);
        case 9:
            return look_at_count(life, store);
        case 10:
            return look_at_appointments(life, store);
        case 11:
            return look_at_drive(life, store);
        case 12:
            return look_at_visit(life, store);
        case 13:
            return look_at_lead(life, store);
        case 14:
            return look_at_item(life, store);
        case 15:
            return look_at_papers(life, store);
        case 16:
            return expect_floor(life, store);
        case 17:
            return look_at_call(life, store);
        case 18:
            return look_at_complaint(life, store);
        default:
            return look_at_customer(life, store);
    }
}

}  // namespace forecourt::simulator
