#include <simulator/service.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {

using demo::items_at;
using demo::number_at;
using demo::text_at;

namespace {

// The workshop receives cars from half past eight, every half hour, and is done at half past five. One bay is
// kept for those who come without asking; each advisor receives one car at a time.
constexpr std::int64_t bays_kept = 1;
constexpr int days_ahead = 30;
Instant opens_on(Date day) { return local_instant(day, 8, 30); }
Instant closes_on(Date day) { return local_instant(day, 17, 30); }
constexpr Duration slot = minutes(30);

std::vector<RecordId> advisors(Life& life, std::size_t store) {
    std::vector<RecordId> ids;
    for (const auto* login : {"advisor1", "advisor2"})
        ids.push_back(life.program.actor_of(store, login).user_id.value);
    return ids;
}

// What else is booked or has come, beside the one that is moved.
template <class Meets>
bool is_taken(StoreModel& model, RecordId moved, Meets meets) {
    return std::any_of(
        model.appointments.all().begin(), model.appointments.all().end(), [&](const Appointment& one) {
            return one.id != moved && (one.state == "booked" || one.state == "arrived") && meets(one);
        });
}

bool bay_is_free(StoreModel& model, RecordId bay, const Appointment& wanted) {
    return !is_taken(model, wanted.id, [&](const Appointment& one) {
        return one.bay == bay && one.starts < wanted.ends && wanted.starts < one.ends;
    });
}

bool advisor_is_free(StoreModel& model, RecordId advisor, const Appointment& wanted) {
    return !is_taken(model, wanted.id, [&](const Appointment& one) {
        return one.advisor == advisor && one.starts == wanted.starts;
    });
}

std::int64_t received_that_day(StoreModel& model, RecordId advisor, const Appointment& wanted) {
    std::int64_t count = 0;
    is_taken(model, wanted.id, [&](const Appointment& one) {
        if (one.advisor == advisor && local_date(one.starts) == local_date(wanted.starts)) ++count;
        return false;
    });
    return count;
}

}  // namespace

std::int64_t free_places(Life& life, std::size_t store, const Appointment& wanted, RecordId advisor) {
    auto& model = life.at(store);
    const auto bays = std::count_if(model.bays.begin(), model.bays.end(),
                                    [&](auto bay) { return bay_is_free(model, bay, wanted); });
    const auto people = advisors(life, store);
    const auto free = std::count_if(people.begin(), people.end(), [&](auto person) {
        return (advisor == 0 || advisor == person) && advisor_is_free(model, person, wanted);
    });
    return std::max<std::int64_t>(0, std::min<std::int64_t>(bays - bays_kept, free));
}

std::vector<Instant> slots_of(const Life& life, Date day, Duration length) {
    std::vector<Instant> slots;
    if (day > life.today() + days_ahead) return slots;
    for (Instant at = opens_on(day); at + length <= closes_on(day); at = at + slot) {
        if (at > life.now) slots.push_back(at);
    }
    return slots;
}

namespace {

void must_have_place(Life& life, std::size_t store, Attempt& attempt, const Appointment& wanted,
                     RecordId advisor) {
    const auto length = wanted.ends - wanted.starts;
    const auto day = local_date(wanted.starts);
    attempt.must_not(length < minutes(15) || length > hours(8), "appointment_minutes_out_of_range");
    const bool on_grid = (wanted.starts - opens_on(day)).ms % slot.ms == 0;
    attempt.must_not(!on_grid || wanted.starts < opens_on(day) || wanted.ends > closes_on(day) ||
                         wanted.starts <= life.now,
                     "slot_not_offered");
    attempt.must_not(day > life.today() + days_ahead, "slot_too_far_ahead");
    attempt.must_not(free_places(life, store, wanted, advisor) == 0, "slot_is_full");
}

// The list says which bay and whose it became: free ones, and of the advisors who has the least to do.
void placed(Life& life, std::size_t store, Appointment& now, RecordId asked_for) {
    auto& model = life.at(store);
    const auto list = life.program.see(life.program.actor_of(store, "gm"), "workshop.appointment_list",
                                       {{"day", to_text(local_date(now.starts))},
                                        {"customer_id", std::to_string(now.customer)},
                                        {"state", "booked"}},
                                       life.now);
    for (const auto& row : items_at(list, "rows")) {
        if (number_at(row, "id") != now.id) continue;
        const auto bay = number_at(row, "bay_id"), advisor = number_at(row, "advisor_id");
        const bool is_bay = std::find(model.bays.begin(), model.bays.end(), bay) != model.bays.end();
        if (!is_bay || !bay_is_free(model, bay, now)) throw Mismatch("the appointment's bay is not free");
        if (!advisor_is_free(model, advisor, now)) throw Mismatch("the appointment's advisor is not free");
        if (asked_for != 0) expect_equal("the appointment's advisor", asked_for, advisor);
        for (const auto other : advisors(life, store)) {
            if (asked_for == 0 && advisor_is_free(model, other, now) &&
                received_that_day(model, other, now) < received_that_day(model, advisor, now))
                throw Mismatch("the appointment's advisor has more to do than another");
        }
        now.bay = bay;
        now.advisor = advisor;
        return;
    }
    throw Mismatch("the appointment is not in the list of its day");
}

std::string some_booker(Life& life) {
    static const std::vector<std::string> people{"advisor1", "advisor2", "care", "host", "gm"};
    return life.dice.one_of(people);
}

// Mostly early in the next days, where places become scarce; now and then off the grid, past or far ahead.
Instant some_start(Life& life) {
    const auto day = life.today() + static_cast<int>(life.dice.between(0, 2));
    switch (life.dice.between(0, 19)) {
        case 0:
            return life.now + minutes(life.dice.between(-300, 300));
        case 1:
            return opens_on(life.today() + static_cast<int>(life.dice.between(29, 32)));
        case 2:
            return closes_on(day) - minutes(life.dice.between(0, 2) * 30);
        default:
            return opens_on(day) + minutes(life.dice.between(0, 3) * 30);
    }
}

std::optional<Attempt> book_appointment(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    if (model.driven_cars.empty()) return std::nullopt;
    const auto& car = model.cars.at(life.dice.one_of(model.driven_cars));
    const bool by_link = life.dice.chance(25);
    const bool by_another = !by_link && life.dice.chance(5);
    const auto length = life.dice.chance(93) ? life.dice.between(1, 4) * 30 : life.around(480);
    const auto starts = some_start(life);
    Appointment wanted{.customer = by_another ? model.customers.pick(life.dice)->id : car.customer,
                       .car = car.id,
                       .starts = starts,
                       .ends = starts + minutes(length)};
    const auto advisor = life.dice.chance(30) ? life.dice.one_of(advisors(life, store)) : 0;
    Attempt attempt{.store = store, .who = some_booker(life), .action = "workshop.book_appointment"};
    if (by_link) {
        attempt.customer = car.customer;
    } else {
        attempt.record = "customer_id";
        attempt.missing = "customer_not_found";
        attempt.input.number("customer_id", wanted.customer);
    }
    attempt.input.number("car_id", car.id).text("starts_at", to_text(starts)).number("minutes", length);
    attempt.input.text("words", "保养");
    if (advisor != 0) attempt.input.number("advisor_id", advisor);
    attempt.must_not(wanted.customer != car.customer, "car_is_not_the_customers");
    for (const auto& one : model.appointments.all()) {
        attempt.must_not(one.car == car.id && one.customer == wanted.customer && one.state == "booked" &&
                             one.starts > life.now,
                         "car_has_appointment");
    }
    must_have_place(life, store, attempt, wanted, advisor);
    attempt.then = [&life, store, wanted, advisor](const std::string& answer) mutable {
        wanted.id = number_at(answer, "appointment_id");
        expect_equal("time of the appointment", to_text(wanted.starts), text_at(answer, "starts_at"));
        placed(life, store, wanted, advisor);
        life.at(store).appointments.add(wanted);
    };
    return attempt;
}

std::optional<Attempt> about_appointment(Life& life, const std::string& who, const std::string& action,
                                         RecordId& id) {
    const auto store = life.some_store();
    const auto* appointment = life.at(store).appointments.pick(life.dice);
    if (appointment == nullptr) return std::nullopt;
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.record = "appointment_id";
    attempt.missing = "appointment_not_found";
    attempt.input.number("appointment_id", appointment->id).number("version", appointment->version);
    attempt.must_not(appointment->is_over(), "appointment_is_over");
    id = appointment->id;
    return attempt;
}

std::optional<Attempt> move_appointment(Life& life) {
    RecordId id = 0;
    auto attempt = about_appointment(life, some_booker(life), "workshop.move_appointment", id);
    if (!attempt) return std::nullopt;
    const auto store = attempt->store;
    auto wanted = life.at(store).appointments.at(id);
    const auto length = wanted.ends - wanted.starts;
    wanted.starts = some_start(life);
    wanted.ends = wanted.starts + length;
    if (life.dice.chance(20)) attempt->customer = wanted.customer;
    attempt->input.text("starts_at", to_text(wanted.starts));
    must_have_place(life, store, *attempt, wanted, 0);
    attempt->then = [&life, store, wanted](const std::string& answer) mutable {
        expect_equal("time of the appointment", to_text(wanted.starts), text_at(answer, "starts_at"));
        placed(life, store, wanted, 0);
        ++wanted.version;
        life.at(store).appointments.at(wanted.id) = wanted;
    };
    return attempt;
}

std::function<void(const std::string&)> ended(Life& life, std::size_t store, RecordId id, const char* state) {
    return [&life, store, id, state](const std::string&) {
        auto& now = life.at(store).appointments.at(id);
        now.state = state;
        ++now.version;
    };
}

std::optional<Attempt> cancel_appointment(Life& life) {
    RecordId id = 0;
    auto attempt = about_appointment(life, some_booker(life), "workshop.cancel_appointment", id);
    if (!attempt) return std::nullopt;
    if (life.dice.chance(30)) attempt->customer = life.at(attempt->store).appointments.at(id).customer;
    attempt->then = ended(life, attempt->store, id, "cancelled");
    return attempt;
}

std::optional<Attempt> mark_missed(Life& life) {
    RecordId id = 0;
    auto attempt = about_appointment(life, some_advisor(life), "workshop.mark_appointment_missed", id);
    if (!attempt) return std::nullopt;
    const auto& appointment = life.at(attempt->store).appointments.at(id);
    attempt->must_not(life.now < appointment.starts + minutes(30), "appointment_not_missed_yet");
    attempt->then = ended(life, attempt->store, id, "missed");
    return attempt;
}

}  // namespace

void appointments_were_missed(Life& life) {
    for (const std::size_t store : {0, 1}) {
        for (auto& one : life.at(store).appointments.all()) {
            if (one.state != "booked" || local_date(one.starts) >= life.today()) continue;
            one.state = "missed";
            ++one.version;
        }
    }
}

std::vector<Invention> appointment_inventions() {
    return {{"workshop.book_appointment", 8, book_appointment},
            {"workshop.move_appointment", 3, move_appointment},
            {"workshop.cancel_appointment", 1, cancel_appointment},
            {"workshop.mark_appointment_missed", 2, mark_missed}};
}

}  // namespace forecourt::simulator
