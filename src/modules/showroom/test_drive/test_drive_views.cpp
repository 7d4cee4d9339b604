#include <modules/showroom/licence/licence_actions.h>
#include <modules/showroom/licence/licence_rules.h>
#include <modules/showroom/licence/licence_store.h>
#include <modules/showroom/test_drive/showroom_test_drive.sql.h>
#include <modules/showroom/test_drive/test_drive_actions.h>
#include <modules/showroom/test_drive/test_drive_booking.h>
#include <modules/showroom/test_drive/test_drive_views.h>
#include <services/access/api.h>

#include <map>

namespace forecourt::showroom {
namespace {

namespace statements = sql::showroom_test_drive;

// A store has a few cars to drive and a few consultants: each is read once.
std::vector<TestDriveLine> lines_of(const Context& context, const std::vector<TestDriveListRow>& rows) {
    auto& db = context.db();
    const auto store = context.store_id();
    const customers::CustomerNames customers(context, rows);
    std::map<Id<vehicles::Car>, std::optional<vehicles::CarFacts>> cars;
    std::map<Id<User>, std::string> people;
    std::vector<TestDriveLine> lines;
    for (const auto& row : rows) {
        const auto [car, car_is_new] = cars.try_emplace(row.car_id);
        if (car_is_new) car->second = vehicles::find_car(db, store, row.car_id);
        const auto [person, person_is_new] = people.try_emplace(row.consultant_id);
        if (person_is_new) person->second = access::user_name(db, store, row.consultant_id);
        lines.push_back({.id = row.id,
                         .number = row.number,
                         .state = row.state,
                         .customer_id = row.customer_id,
                         .customer_name = customers.of(row.customer_id),
                         .car_id = row.car_id,
                         .car_title = car->second ? car->second->model_name : "",
                         .plate = car->second && car->second->plate ? car->second->plate->text : "",
                         .consultant_id = row.consultant_id,
                         .consultant_name = person->second,
                         .starts_at = row.starts_at,
                         .ends_at = row.ends_at,
                         .route = row.route,
                         .version = row.version});
    }
    return lines;
}

Result<Page<TestDriveLine>> run_test_drive_list(Context& context, const TestDriveListIn& asked) {
    TestDriveListIn in = asked;
    // A customer sees own drives, whatever was asked for.
    if (context.actor().is_customer()) in.customer_id = Id<customers::Customer>{context.actor().customer_id};
    auto rows = list_page<TestDriveListRow>(context, statements::list_test_drives, in, "-starts_at");
    if (!rows) return rows.refused();
    return Page<TestDriveLine>{.rows = lines_of(context, rows->rows), .next = rows->next};
}

Result<TestDrive> load(const Context& context, Id<TestDrive> id) {
    auto drive = load_test_drive(context.db(), context.store_id(), id);
    if (!drive) return test_drive_not_found;
    const auto& actor = context.actor();
    if (actor.is_customer() && drive->customer_id.value != actor.customer_id) return test_drive_not_found;
    return *drive;
}

void add_actions(TestDriveRecord& record, const Context& context) {
    const auto& drive = record.test_drive;
    auto& list = record.allowed_actions;
    allow(list, context, sign_agreement, may_sign_agreement(drive));
    allow(list, context, start_drive, may_start(drive));
    allow(list, context, finish_drive, may_finish(drive));
    allow(list, context, record_feedback, may_record_feedback(drive, record.feedback.has_value()));
    allow(list, context, check_licence, may_cancel(drive));
    allow(list, context, move_test_drive, may_move(drive));
    allow(list, context, report_incident, may_report_incident(drive));
    allow(list, context, cancel_test_drive, may_cancel(drive));
}

Result<TestDriveRecord> run_test_drive_record(Context& context, const TestDriveIn& in) {
    const auto drive = load(context, in.test_drive_id);
    if (!drive) return drive.refused();
    auto& db = context.db();
    const auto store = context.store_id();
    TestDriveRecord record{.test_drive = *drive};
    if (const auto customer = customers::find_customer(db, store, drive->customer_id)) {
        record.customer_name = customer->name;
        record.phone_masked = customer->phone_masked;
    }
    if (const auto car = vehicles::find_car(db, store, drive->car_id)) {
        record.car_title = car->model_name;
        if (car->plate) record.plate = car->plate->text;
        const auto model = car->model_id ? vehicles::find_model(db, store, *car->model_id) : std::nullopt;
        if (model) record.gearbox = model->gearbox;
    }
    record.consultant_name = access::user_name(db, store, drive->consultant_id);
    record.licence = licence_of(db, store, drive->customer_id);
    const Date on = local_date(drive->starts_at);
    MaybeRefused refused = licence_not_checked;
    if (record.licence) {
        refused = may_drive(*record.licence, record.gearbox, on);
        record.companion_needed =
            check_companion(*record.licence, touches_motorway(drive->route), std::nullopt, on).has_value();
    }
    if (record.licence && on < probation_end(*record.licence))
        record.probation_until = probation_end(*record.licence);
    if (refused) record.licence_refused_because = std::string(refused->name());
    record.feedback = feedback_of(db, store, drive->id);
    record.incidents = incidents_of(db, store, drive->id);
    add_actions(record, context);
    return record;
}

Result<AgreementText> run_agreement_text(Context& context, const TestDriveIn& in) {
    const auto drive = load(context, in.test_drive_id);
    if (!drive) return drive.refused();
    const auto licence = licence_of(context.db(), context.store_id(), drive->customer_id);
    return AgreementText{agreement_clauses(agreement_paper(context, *drive, licence ? &*licence : nullptr))};
}

Result<TestDriveCalendar> run_test_drive_calendar(Context& context, const CalendarIn& in) {
    auto& db = context.db();
    const auto hours = access::store_facts(db, context.store_id());
    TestDriveCalendar calendar{
        .date = in.date, .opens_minute = hours.opens_minute, .closes_minute = hours.closes_minute};
    for (const auto& car : vehicles::demo_cars(db, context.store_id())) {
        const auto model =
            car.model_id ? vehicles::find_model(db, context.store_id(), *car.model_id) : std::nullopt;
        calendar.cars.push_back({.id = car.id,
                                 .title = car.model_name,
                                 .plate = car.plate ? car.plate->text : "",
                                 .gearbox = model ? model->gearbox : vehicles::Gearbox::automatic});
    }
    for (const auto& person : access::users_with_role(db, context.store_id(), Role::sales)) {
        calendar.consultants.push_back({person.id, person.name});
    }
    const auto rows = db::all<TestDriveListRow>(db, statements::test_drives_between,
                                                {{"store_id", context.store_id()},
                                                 {"from", local_instant(in.date)},
                                                 {"until", local_instant(in.date + 1)}});
    calendar.drives = lines_of(context, rows);
    return calendar;
}

Result<FreeTimes> run_free_times(Context& context, const FreeTimesIn& in) {
    auto& db = context.db();
    const auto store = access::store_facts(db, context.store_id());
    std::vector<Id<User>> people;
    for (const auto& person : access::users_with_role(db, context.store_id(), Role::sales))
        people.push_back(person.id);
    const auto taken =
        taken_times(db, context.store_id(), {local_instant(in.date), local_instant(in.date + 1)});
    FreeTimes free;
    for (const auto& car : vehicles::demo_cars(db, context.store_id())) {
        if (in.model_id && car.model_id != in.model_id) continue;
        for (const auto& time : free_times(in.date, {store.opens_minute, store.closes_minute}, car.id, people,
                                           taken, context.now())) {
            free.rows.push_back({car.id, car.model_name, time.from, time.until});
        }
    }
    return free;
}

}  // namespace

const View<TestDriveListIn, Page<TestDriveLine>> test_drive_list{
    {.name = "showroom.test_drive_list",
     .needs = test_drive_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_test_drive_list}};

const View<TestDriveIn, TestDriveRecord> test_drive_record{{.name = "showroom.test_drive_record",
                                                            .needs = test_drive_read,
                                                            .refuses = {test_drive_not_found},
                                                            .run = run_test_drive_record}};

const View<TestDriveIn, AgreementText> agreement_text{{.name = "showroom.agreement_text",
                                                       .needs = test_drive_read,
                                                       .refuses = {test_drive_not_found},
                                                       .run = run_agreement_text}};

const View<CalendarIn, TestDriveCalendar> test_drive_calendar{{.name = "showroom.test_drive_calendar",
                                                               .needs = test_drive_write,
                                                               .refuses = {},
                                                               .run = run_test_drive_calendar}};

const View<FreeTimesIn, FreeTimes> free_test_drive_times{{.name = "showroom.free_test_drive_times",
                                                          .needs = test_drive_book,
                                                          .refuses = {},
                                                          .run = run_free_times}};

}  // namespace forecourt::showroom
