#include <modules/showroom/licence/licence_rules.h>
#include <modules/showroom/licence/licence_store.h>
#include <modules/showroom/test_drive/test_drive_booking.h>
#include <modules/showroom/test_drive/test_drive_paper.h>
#include <modules/showroom/test_drive/test_drive_store.h>
#include <services/access/api.h>
#include <services/contract_templates/api.h>
#include <services/documents/api.h>
#include <services/files/api.h>

#include <algorithm>

namespace forecourt::showroom {
namespace {

struct DemoCar {
    vehicles::CarFacts car;
    vehicles::Gearbox gearbox{};
};

Result<DemoCar> find_demo_car(Tx& tx, Id<vehicles::Car> id) {
    const auto car = vehicles::find_car(tx.db(), tx.store_id(), id);
    if (!car) return vehicles::car_not_found;
    if (car->state != vehicles::CarState::demo || !car->model_id) return car_is_not_demo;
    const auto model = vehicles::find_model(tx.db(), tx.store_id(), *car->model_id);
    ensure(model.has_value());
    return DemoCar{*car, model->gearbox};
}

std::vector<Id<User>> consultants(Tx& tx) {
    std::vector<Id<User>> ids;
    for (const auto& person : access::users_with_role(tx.db(), tx.store_id(), Role::sales))
        ids.push_back(person.id);
    return ids;
}

// Who looks after the drive when nobody is named: the one who books, else the customer's own consultant.
std::optional<Id<User>> preferred_consultant(const Tx& tx, const customers::CustomerFacts& customer) {
    if (tx.actor().is(Role::sales)) return tx.actor().user_id;
    return customer.consultant_id;
}

MaybeRefused check_known_licence(Tx& tx, Id<customers::Customer> customer, vehicles::Gearbox gearbox,
                                 Date on) {
    const auto licence = licence_of(tx.db(), tx.store_id(), customer);
    // Not seen yet: it is looked at before the agreement is signed.
    if (!licence) return std::nullopt;
    return may_drive(*licence, gearbox, on);
}

OpeningHours opening_hours(Tx& tx) {
    const auto store = access::store_facts(tx.db(), tx.store_id());
    return {store.opens_minute, store.closes_minute};
}

const char* route_text(TestDriveRoute route) {
    switch (route) {
        case TestDriveRoute::city:
            return "城市道路";
        case TestDriveRoute::motorway:
            return "高速公路";
        case TestDriveRoute::mixed:
            return "城市与高速综合路线";
    }
    return "";
}

}  // namespace

Result<TestDrive> plan_booking(Tx& tx, const BookTestDrive& in) {
    if (tx.actor().is_customer() && in.customer_id.value != tx.actor().customer_id) {
        return customers::customer_not_found;
    }
    const auto customer = customers::find_customer(tx.db(), tx.store_id(), in.customer_id);
    if (!customer) return customers::customer_not_found;
    if (in.lead_id && !leads::find_lead(tx.db(), tx.store_id(), *in.lead_id)) return leads::lead_not_found;
    const auto car = find_demo_car(tx, in.car_id);
    if (!car) return car.refused();
    const TimeSpan time{in.starts_at, in.ends_at.value_or(in.starts_at + usual_drive)};
    if (auto no = check_time(time, opening_hours(tx), tx.now())) return *no;
    if (auto no = check_route_time(time, in.route)) return *no;
    if (auto no = check_known_licence(tx, customer->id, car->gearbox, local_date(time.from))) return *no;
    const auto people = consultants(tx);
    if (in.consultant_id && std::find(people.begin(), people.end(), *in.consultant_id) == people.end()) {
        return consultant_not_found;
    }
    const auto before = taken_times(tx.db(), tx.store_id(), time);
    const auto consultant = in.consultant_id
                                ? in.consultant_id
                                : free_consultant(time, preferred_consultant(tx, *customer), people, before);
    if (!consultant) return no_consultant_free;
    count_booking(tx, in.car_id, *consultant);
    const auto taken = taken_times(tx.db(), tx.store_id(), time);
    if (auto no = check_double_booking({in.car_id, *consultant, customer->id, time, std::nullopt}, taken))
        return *no;
    TestDrive drive{.state = TestDriveState::booked,
                    .customer_id = customer->id,
                    .lead_id = in.lead_id,
                    .car_id = in.car_id,
                    .consultant_id = *consultant,
                    .starts_at = time.from,
                    .ends_at = time.until,
                    .route = in.route,
                    .booked_at = tx.now()};
    if (tx.actor().user_id) drive.booked_by = tx.actor().user_id;
    if (!drive.lead_id) {
        const auto lead = leads::lead_of_customer(tx.db(), tx.store_id(), customer->id);
        if (lead) drive.lead_id = lead->id;
    }
    return drive;
}

MaybeRefused check_moved(Tx& tx, const TestDrive& drive) {
    const auto car = find_demo_car(tx, drive.car_id);
    if (!car) return car.refused();
    const TimeSpan time{drive.starts_at, drive.ends_at};
    if (auto no = check_time(time, opening_hours(tx), tx.now())) return *no;
    if (auto no = check_route_time(time, drive.route)) return *no;
    if (auto no = check_known_licence(tx, drive.customer_id, car->gearbox, local_date(time.from))) return *no;
    const auto people = consultants(tx);
    if (std::find(people.begin(), people.end(), drive.consultant_id) == people.end())
        return consultant_not_found;
    count_booking(tx, drive.car_id, drive.consultant_id);
    const auto taken = taken_times(tx.db(), tx.store_id(), time);
    return check_double_booking({drive.car_id, drive.consultant_id, drive.customer_id, time, drive.id},
                                taken);
}

Result<Licence> check_driver(Tx& tx, const TestDrive& drive,
                             const std::optional<Date>& companion_licensed_on) {
    const auto licence = licence_of(tx.db(), tx.store_id(), drive.customer_id);
    if (!licence) return licence_not_checked;
    const auto car = find_demo_car(tx, drive.car_id);
    if (!car) return car.refused();
    const Date on = local_date(drive.starts_at);
    if (auto no = may_drive(*licence, car->gearbox, on)) return *no;
    if (auto no = check_companion(*licence, touches_motorway(drive.route), companion_licensed_on, on))
        return *no;
    return *licence;
}

AgreementPaper agreement_paper(const Context& context, const TestDrive& drive, const Licence* licence) {
    auto& db = context.db();
    const auto store = access::store_facts(db, context.store_id());
    const auto customer = customers::find_customer(db, context.store_id(), drive.customer_id);
    const auto car = vehicles::find_car(db, context.store_id(), drive.car_id);
    ensure(customer && car);
    return {.day = local_date(drive.starts_at),
            .created = context.now(),
            .number = drive.number,
            .store_name = store.legal_name,
            .store_phone = store.phone,
            .customer_name = customer->name,
            .phone_masked = customer->phone_masked,
            .licence_class = licence != nullptr ? std::string(name_of(licence->licence_class)) : "",
            .car_title = car->model_name,
            .vin = car->vin.text,
            .plate = car->plate ? car->plate->text : "",
            .time = local_text(drive.starts_at) + " 至 " + local_text(drive.ends_at),
            .route = route_text(drive.route),
            .consultant_name = access::user_name(db, context.store_id(), drive.consultant_id),
            .signed_name = drive.signed_name.value_or(""),
            .signed_at = drive.signed_at ? local_text(*drive.signed_at) : "",
            .signature = drive.signature,
            .words = contract_templates::in_force(db, context.store_id(), "test_drive_agreement",
                                                  drive.starts_at)};
}

Id<documents::ArchivedDocument> order_agreement(Tx& tx, const TestDrive& drive, const Licence& licence) {
    return documents::order(tx, agreement,
                            {.about = {"test_drive", drive.id},
                             .customer_id = drive.customer_id.value,
                             .number = drive.number,
                             .title = "试乘试驾协议 " + drive.number},
                            agreement_paper(tx, drive, &licence));
}

}  // namespace forecourt::showroom
