#include <simulator/custody.h>
#include <simulator/showroom.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {
namespace {

using demo::number_at;
using demo::text_at;

std::string some_host(Life& life) {
    switch (life.dice.between(0, 9)) {
        case 0:
            return "sales_manager";
        case 1:
            return "gm";
        case 2:
            return "host";
        default:
            return life.seller();
    }
}

std::optional<Attempt> check_licence(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    const auto* customer = model.customers.pick(life.dice);
    if (customer == nullptr || (model.licences.contains(customer->id) && life.dice.chance(60)))
        return std::nullopt;
    struct Class {
        const char* name;
        const char* covers;
    };
    static const std::vector<Class> classes{{"C1", "all"},       {"C1", "all"}, {"B2", "all"}, {"A1", "all"},
                                            {"C2", "automatic"}, {"C5", "no"},  {"E", "no"}};
    const auto& one = life.dice.one_of(classes);
    const bool young = life.dice.chance(40);
    const auto issued_on =
        life.today() + -static_cast<int>(young ? life.dice.between(-1, 300) : life.dice.between(500, 3000));
    Licence licence{.covers = one.covers, .is_young = young, .issued_on = issued_on, .until = {}};
    if (life.dice.chance(40)) licence.until = life.today() + static_cast<int>(life.dice.between(-1, 3));
    const bool lost = life.dice.chance(4);
    Attempt attempt{.store = store, .who = some_host(life), .action = "showroom.check_licence"};
    attempt.record = "customer_id";
    attempt.missing = "customer_not_found";
    attempt.input.number("customer_id", customer->id).text("licence_class", one.name);
    attempt.input.text("issued_on", to_text(issued_on));
    if (licence.until) attempt.input.text("valid_until", to_text(*licence.until));
    attempt.input.text("photo", lost ? std::string(64, 'e') : life.program.signature(store));
    attempt.must_not(issued_on > life.today() || (licence.until && *licence.until <= issued_on),
                     "licence_dates_wrong");
    attempt.must_not(licence.until && *licence.until < life.today(), "licence_expired");
    attempt.must_not(lost, "file_not_found");
    attempt.then = [&life, store, id = customer->id, licence](const std::string&) {
        life.at(store).licences.insert_or_assign(id, licence);
    };
    return attempt;
}

void must_cover(Life& life, std::size_t store, Attempt& attempt, const TestDrive& drive) {
    auto& model = life.at(store);
    const auto found = model.licences.find(drive.customer);
    if (found == model.licences.end()) return;
    const auto& licence = found->second;
    const auto& car = model.cars.at(drive.car);
    attempt.must_not(licence.covers == "no", "licence_not_for_cars");
    attempt.must_not(licence.covers == "automatic" && car.model != 0 && model.model(car.model).facts.manual,
                     "licence_automatic_only");
    attempt.must_not(licence.until && *licence.until < local_date(drive.starts), "licence_expired");
}

template <class Same>
bool collides(StoreModel& model, const TestDrive& drive, Same same) {
    return std::any_of(model.drives.all().begin(), model.drives.all().end(), [&](const TestDrive& other) {
        return other.id != drive.id && !other.is_over() && other.starts < drive.ends &&
               drive.starts < other.ends && same(other);
    });
}

bool is_free(StoreModel& model, const TestDrive& drive, RecordId consultant) {
    return !collides(model, drive, [&](const TestDrive& other) { return other.consultant == consultant; });
}

std::int64_t minutes_of(const std::string& route) {
    return route == "city" ? 30 : route == "motorway" ? 45 : 60;
}

// A demo car, at a time when the store is open, that neither car nor people have for another drive.
void must_be_possible(Life& life, std::size_t store, Attempt& attempt, const TestDrive& drive) {
    auto& model = life.at(store);
    const auto& car = model.cars.at(drive.car);
    // Of a used car that nobody has described yet it is not known who may drive it.
    attempt.must_not(car.state != "demo" || car.model == 0, "car_is_not_demo");
    const auto length = drive.ends - drive.starts;
    const auto day = local_date(drive.starts);
    attempt.must_not(length < minutes(15) || length > hours(4), "drive_time_wrong");
    attempt.must_not(drive.starts < life.now - minutes(10), "drive_in_the_past");
    attempt.must_not(drive.starts < local_instant(day, 8, 30) || drive.ends > local_instant(day, 18),
                     "drive_outside_opening_hours");
    attempt.must_not(length < minutes(minutes_of(drive.route)), "drive_too_short_for_route");
    must_cover(life, store, attempt, drive);
    attempt.must_not(collides(model, drive, [&](const auto& other) { return other.car == drive.car; }),
                     "car_already_booked");
    attempt.must_not(
        collides(model, drive, [&](const auto& other) { return other.customer == drive.customer; }),
        "customer_already_booked");
    if (drive.consultant == 0) {
        const auto people = consultants(life, store);
        attempt.must_not(std::none_of(people.begin(), people.end(),
                                      [&](auto person) { return is_free(model, drive, person); }),
                         "no_consultant_free");
        return;
    }
    attempt.must_not(!is_free(model, drive, drive.consultant), "consultant_already_booked");
    const auto people = consultants(life, store);
    attempt.must_not(std::find(people.begin(), people.end(), drive.consultant) == people.end(),
                     "consultant_not_found");
}

const Car* some_demo_car(Life& life, std::size_t store) {
    const Car* car = nullptr;
    for (int tries = 0; tries < 30; ++tries) {
        car = life.at(store).cars.pick(life.dice);
        if (car == nullptr || car->state == "demo" || life.dice.chance(2)) break;
    }
    return car;
}

void choose_time(Life& life, TestDrive& drive) {
    const auto ahead = life.dice.chance(70) ? life.dice.between(-12, 120) : life.dice.between(-60, 3000);
    const auto length = life.dice.chance(80) ? life.dice.between(4, 6) * 15 : life.dice.between(1, 25) * 10;
    drive.starts = life.now + minutes(ahead);
    drive.ends = drive.starts + minutes(length);
}

RecordId some_consultant(Life& life, std::size_t store) {
    return user_of(life, store, life.dice.chance(94) ? life.seller() : "cashier");
}

std::optional<Attempt> book_drive(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    const auto* customer = model.customers.pick(life.dice);
    const auto* car = some_demo_car(life, store);
    if (customer == nullptr || car == nullptr) return std::nullopt;
    if (car->state != "demo" && life.dice.chance(80)) return std::nullopt;
    if (!model.licences.contains(customer->id) && life.dice.chance(60)) return std::nullopt;
    static const std::vector<std::string> routes{"city", "city", "motorway", "mixed"};
    TestDrive drive{.customer = customer->id, .car = car->id, .route = life.dice.one_of(routes)};
    choose_time(life, drive);
    if (life.dice.chance(40)) drive.consultant = some_consultant(life, store);
    const auto who = some_host(life);
    Attempt attempt{.store = store, .who = who, .action = "showroom.book_test_drive"};
    attempt.record = "customer_id";
    attempt.missing = "customer_not_found";
    if (life.dice.chance(15)) attempt.customer = customer->id;
    attempt.input.number("customer_id", drive.customer).number("car_id", drive.car);
    attempt.input.text("starts_at", to_text(drive.starts)).text("ends_at", to_text(drive.ends));
    attempt.input.text("route", drive.route);
    if (drive.consultant != 0) attempt.input.number("consultant_id", drive.consultant);
    must_be_possible(life, store, attempt, drive);
    // Who books it drives along, when free.
    const bool by_consultant = attempt.customer == 0 && role_of(who) == "sales" && drive.consultant == 0;
    const auto own = by_consultant ? user_of(life, store, who) : 0;
    attempt.then = [&life, store, drive, own](const std::string& answer) mutable {
        auto& model = life.at(store);
        const auto consultant = number_at(answer, "consultant_id");
        if (!is_free(model, drive, consultant)) throw Mismatch("the drive's consultant is not free");
        if (drive.consultant != 0) expect_equal("the drive's consultant", drive.consultant, consultant);
        if (own != 0 && is_free(model, drive, own)) expect_equal("the drive's consultant", own, consultant);
        drive.id = number_at(answer, "id");
        drive.consultant = consultant;
        model.drives.add(drive);
    };
    return attempt;
}

struct Chosen {
    std::size_t store = 0;
    TestDrive* drive = nullptr;
};
Chosen some_drive(Life& life, const char* state) {
    Chosen chosen{.store = life.some_store()};
    for (int tries = 0; tries < 6; ++tries) {
        chosen.drive = life.at(chosen.store).drives.pick(life.dice);
        if (chosen.drive == nullptr || chosen.drive->state == state || life.dice.chance(10)) break;
    }
    return chosen;
}

Attempt about_drive(Life& life, const Chosen& chosen, const std::string& action) {
    Attempt attempt{.store = chosen.store, .who = some_host(life), .action = action};
    attempt.record = "test_drive_id";
    attempt.missing = "test_drive_not_found";
    attempt.input.number("test_drive_id", chosen.drive->id);
    return attempt;
}

Attempt change_drive(Life& life, const Chosen& chosen, const std::string& action) {
    auto attempt = about_drive(life, chosen, action);
    attempt.input.number("version", chosen.drive->version);
    attempt.must_not(chosen.drive->is_over(), "test_drive_is_over");
    return attempt;
}

std::function<void(const std::string&)> became(Life& life, const Chosen& chosen, const char* state,
                                               std::function<void(TestDrive&)> change = {}) {
    return [&life, store = chosen.store, id = chosen.drive->id, state, change](const std::string& answer) {
        auto& now = life.at(store).drives.at(id);
        now.state = state;
        ++now.version;
        if (change) change(now);
        expect_equal("state of the drive", now.state, text_at(answer, "state"));
        expect_equal("version of the drive", now.version, number_at(answer, "version"));
    };
}

std::optional<Attempt> move_drive(Life& life) {
    const auto chosen = some_drive(life, "booked");
    if (chosen.drive == nullptr) return std::nullopt;
    auto attempt = change_drive(life, chosen, "showroom.move_test_drive");
    TestDrive moved = *chosen.drive;
    if (life.dice.chance(40)) moved.car = some_demo_car(life, chosen.store)->id;
    choose_time(life, moved);
    moved.consultant = some_consultant(life, chosen.store);
    attempt.input.number("car_id", moved.car).text("starts_at", to_text(moved.starts));
    attempt.input.text("ends_at", to_text(moved.ends)).number("consultant_id", moved.consultant);
    attempt.must_not(moved.state == "agreed", "agreement_is_signed");
    attempt.must_not(moved.state == "driving", "test_drive_has_started");
    must_be_possible(life, chosen.store, attempt, moved);
    attempt.then = became(life, chosen, "booked", [moved](TestDrive& now) {
        now.car = moved.car;
        now.consultant = moved.consultant;
        now.starts = moved.starts;
        now.ends = moved.ends;
    });
    return attempt;
}

std::optional<Attempt> cancel_drive(Life& life) {
    const auto chosen = some_drive(life, "booked");
    if (chosen.drive == nullptr) return std::nullopt;
    auto attempt = change_drive(life, chosen, "showroom.cancel_test_drive");
    attempt.input.text("reason", "客户没有时间");
    if (life.dice.chance(15)) attempt.customer = chosen.drive->customer;
    attempt.must_not(chosen.drive->state == "driving", "test_drive_has_started");
    attempt.then = became(life, chosen, "cancelled");
    return attempt;
}

// No agreement without a licence that was seen and covers the car; a beginner has company on a motorway.
std::optional<Attempt> sign_agreement(Life& life) {
    const auto chosen = some_drive(life, "booked");
    if (chosen.drive == nullptr) return std::nullopt;
    auto& model = life.at(chosen.store);
    const auto& drive = *chosen.drive;
    if (!model.licences.contains(drive.customer) && life.dice.chance(70)) return std::nullopt;
    auto attempt = change_drive(life, chosen, "showroom.sign_agreement");
    const bool lost = life.dice.chance(4);
    const auto company = life.dice.between(0, 2);
    attempt.input.text("signed_name", "顾客");
    attempt.input.text("signature", lost ? std::string(64, 'e') : life.program.signature(chosen.store));
    if (company > 0) {
        const auto since = life.today() + (company == 1 ? -1500 : -800);
        attempt.input.text("companion_licensed_on", to_text(since));
    }
    attempt.must_not(drive.state == "agreed", "agreement_is_signed");
    attempt.must_not(drive.state == "driving", "test_drive_has_started");
    attempt.must_not(!model.licences.contains(drive.customer), "licence_not_checked");
    attempt.must_not(model.cars.at(drive.car).state != "demo", "car_is_not_demo");
    must_cover(life, chosen.store, attempt, drive);
    if (model.licences.contains(drive.customer)) {
        attempt.must_not(model.licences.at(drive.customer).is_young && drive.route != "city" && company != 1,
                         "companion_needed");
    }
    attempt.must_not(lost, "file_not_found");
    attempt.then = became(life, chosen, "agreed");
    return attempt;
}

std::int64_t some_fuel(Life& life) {
    return life.dice.chance(95) ? life.dice.between(0, 100) : life.around(100);
}

std::optional<Attempt> start_drive(Life& life) {
    const auto chosen = some_drive(life, "agreed");
    if (chosen.drive == nullptr) return std::nullopt;
    auto& model = life.at(chosen.store);
    const auto& car = model.cars.at(chosen.drive->car);
    const auto mileage =
        life.dice.chance(92) ? car.mileage_km + life.dice.between(0, 2) : life.around(car.mileage_km);
    const auto fuel = some_fuel(life);
    auto attempt = change_drive(life, chosen, "showroom.start_drive");
    attempt.input.number("mileage_km", mileage).number("fuel_percent", fuel);
    attempt.must_not(chosen.drive->state == "booked", "agreement_not_signed");
    attempt.must_not(chosen.drive->state == "driving", "test_drive_has_started");
    attempt.must_not(fuel < 0 || fuel > 100, "fuel_percent_wrong");
    attempt.must_not(car.state != "demo", "car_is_not_demo");
    for (const auto& other : model.drives.all()) {
        attempt.must_not(other.car == car.id && other.state == "driving", "car_is_out");
    }
    attempt.must_not(mileage < 0 || mileage > 2'000'000, "mileage_out_of_range");
    attempt.must_not(mileage < car.mileage_km, "mileage_goes_backwards");
    attempt.must_not(every_key_is_out(model, car.id), "item_is_out");
    attempt.then = became(life, chosen, "driving", [&life, store = chosen.store, mileage](TestDrive& now) {
        auto& car = life.at(store).cars.at(now.car);
        car.mileage_km = now.mileage_out_km = mileage;
        ++car.version;
        now.has_started = true;
        key_is_taken(life, store, car.id, {.who = name_of(life, store, now.consultant), .due = now.ends});
    });
    return attempt;
}

std::optional<Attempt> finish_drive(Life& life) {
    const auto chosen = some_drive(life, "driving");
    if (chosen.drive == nullptr) return std::nullopt;
    auto& model = life.at(chosen.store);
    const auto& car = model.cars.at(chosen.drive->car);
    const auto out = chosen.drive->mileage_out_km;
    const auto mileage = life.dice.chance(85) ? out + life.dice.between(1, 40) : life.around(out + 300);
    const auto fuel = some_fuel(life);
    const bool damaged = life.dice.chance(10), seen = life.dice.chance(70);
    auto attempt = change_drive(life, chosen, "showroom.finish_drive");
    attempt.input.number("mileage_km", mileage).number("fuel_percent", fuel);
    attempt.input.text("damage", damaged ? "右后视镜刮擦" : "");
    attempt.input.json("photos",
                       seen ? "[" + demo::quoted(life.program.signature(chosen.store)) + "]" : "[]");
    attempt.must_not(chosen.drive->state == "booked" || chosen.drive->state == "agreed",
                     "test_drive_not_started");
    attempt.must_not(fuel < 0 || fuel > 100, "fuel_percent_wrong");
    attempt.must_not(mileage < out || mileage < car.mileage_km, "mileage_goes_backwards");
    attempt.must_not(mileage > out + 300, "mileage_not_plausible");
    attempt.must_not(mileage > 2'000'000, "mileage_out_of_range");
    attempt.must_not(damaged && !seen, "return_damage_needs_photo");
    attempt.then = became(life, chosen, "finished", [&life, store = chosen.store, mileage](TestDrive& now) {
        auto& car = life.at(store).cars.at(now.car);
        car.mileage_km = mileage;
        ++car.version;
        keys_are_back(life, store, car.id, name_of(life, store, now.consultant));
    });
    return attempt;
}

std::optional<Attempt> record_feedback(Life& life) {
    const auto chosen = some_drive(life, "finished");
    if (chosen.drive == nullptr) return std::nullopt;
    const auto score = life.dice.chance(90) ? life.dice.between(1, 5) : life.dice.chance(50) ? 0 : 6;
    auto attempt = about_drive(life, chosen, "showroom.record_feedback");
    attempt.input.number("comfort", 4).number("power", 5).number("handling", score).number("space", 3);
    attempt.input.text("intent", "thinking").text("words", "");
    attempt.must_not(chosen.drive->state != "finished", "test_drive_not_finished");
    attempt.must_not(chosen.drive->has_feedback, "feedback_is_recorded");
    attempt.must_not(score < 1 || score > 5, "score_out_of_range");
    attempt.then = [&life, store = chosen.store, id = chosen.drive->id](const std::string&) {
        life.at(store).drives.at(id).has_feedback = true;
    };
    return attempt;
}

std::optional<Attempt> report_incident(Life& life) {
    const auto chosen = some_drive(life, "driving");
    if (chosen.drive == nullptr) return std::nullopt;
    auto attempt = about_drive(life, chosen, "showroom.report_incident");
    attempt.input.text("words", "剐蹭").flag("somebody_hurt", false).json("photos", "[]");
    attempt.must_not(!chosen.drive->has_started, "test_drive_not_started");
    attempt.then = [&life, store = chosen.store, id = chosen.drive->id](const std::string&) {
        ++life.at(store).drives.at(id).incidents;
    };
    return attempt;
}

}  // namespace

std::vector<Invention> drive_inventions() {
    return {{"showroom.check_licence", 6, check_licence},    {"showroom.book_test_drive", 14, book_drive},
            {"showroom.move_test_drive", 2, move_drive},     {"showroom.cancel_test_drive", 1, cancel_drive},
            {"showroom.sign_agreement", 6, sign_agreement},  {"showroom.start_drive", 6, start_drive},
            {"showroom.finish_drive", 6, finish_drive},      {"showroom.record_feedback", 2, record_feedback},
            {"showroom.report_incident", 1, report_incident}};
}

}  // namespace forecourt::simulator
