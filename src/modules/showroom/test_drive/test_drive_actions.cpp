#include <modules/showroom/licence/licence_actions.h>
#include <modules/showroom/test_drive/test_drive_actions.h>
#include <modules/showroom/test_drive/test_drive_booking.h>
#include <modules/showroom/test_drive/test_drive_store.h>
#include <services/access/api.h>
#include <services/files/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

#include <algorithm>

namespace forecourt::showroom {
namespace {

struct DriveEvent {
    std::string number;
    std::string car_title;
    std::string consultant_name;
    Instant starts_at;
    Instant ends_at;
};
FORECOURT_STRUCT(DriveEvent, number, car_title, consultant_name, starts_at, ends_at)

struct DriveCancelledEvent {
    std::string number;
    std::string reason;
};
FORECOURT_STRUCT(DriveCancelledEvent, number, reason)

struct DriveReadingEvent {
    std::string number;
    std::int64_t mileage_km{};
    std::int64_t fuel_percent{};
};
FORECOURT_STRUCT(DriveReadingEvent, number, mileage_km, fuel_percent)

struct DriveFinishedEvent {
    std::string number;
    std::int64_t driven_km{};
    std::int64_t mileage_km{};
    std::int64_t fuel_percent{};
    std::string damage;
};
FORECOURT_STRUCT(DriveFinishedEvent, number, driven_km, mileage_km, fuel_percent, damage)

struct FeedbackEvent {
    std::string number;
    BuyingIntent intent{};
    std::int64_t score{};  // of 20
};
FORECOURT_STRUCT(FeedbackEvent, number, intent, score)

struct IncidentEvent {
    std::string number;
    bool somebody_hurt{};
    std::string words;
};
FORECOURT_STRUCT(IncidentEvent, number, somebody_hurt, words)

struct DriveTaskParams {
    std::string number;
    std::string customer_name;
    std::string time;
};
FORECOURT_STRUCT(DriveTaskParams, number, customer_name, time)

std::string link_of(const TestDrive& drive) { return "/test_drives/" + std::to_string(drive.id.value); }

std::string consultant_of(Tx& tx, const TestDrive& drive) {
    return access::user_name(tx.db(), tx.store_id(), drive.consultant_id);
}

DriveEvent event_of(Tx& tx, const TestDrive& drive) {
    const auto car = vehicles::find_car(tx.db(), tx.store_id(), drive.car_id);
    return {.number = drive.number,
            .car_title = car ? car->model_name : "",
            .consultant_name = access::user_name(tx.db(), tx.store_id(), drive.consultant_id),
            .starts_at = drive.starts_at,
            .ends_at = drive.ends_at};
}

void plan_preparation(Tx& tx, const TestDrive& drive) {
    const DriveTaskParams params{drive.number,
                                 customers::customer_name(tx.db(), tx.store_id(), drive.customer_id),
                                 local_text(drive.starts_at)};
    const std::string params_json = reflect::to_json(params);
    tasks::add_task(tx, {.title_key = "task.showroom.prepare_test_drive",
                         .params_json = params_json,
                         .user_id = drive.consultant_id,
                         .due_at = std::max(tx.now(), drive.starts_at - minutes(15)),
                         .about = {"test_drive", drive.id},
                         .customer_id = drive.customer_id.value,
                         .link = link_of(drive)});
    if (drive.consultant_id == tx.actor().user_id) return;
    tasks::alert(tx, {.title_key = "alert.showroom.test_drive_booked",
                      .params_json = params_json,
                      .user_id = drive.consultant_id,
                      .link = link_of(drive),
                      .about = {"test_drive", drive.id}});
}

Result<TestDriveBooked> run_book_test_drive(Tx& tx, const BookTestDrive& in) {
    auto drive = plan_booking(tx, in);
    if (!drive) return drive.refused();
    drive->id = tx.new_id<TestDrive>();
    drive->number = numbering::next_number(tx, "TD");
    insert_test_drive(tx, *drive);
    plan_preparation(tx, *drive);
    tx.emit("showroom.test_drive_booked",
            {{"test_drive", drive->id},
             {"customer", drive->customer_id},
             {"car", drive->car_id},
             {"lead", drive->lead_id.value_or(Id<leads::Lead>{})}},
            event_of(tx, *drive));
    return TestDriveBooked{drive->id, drive->number, drive->consultant_id, 1};
}

/// The drive at the version the person saw; a customer sees own drives only.
Result<TestDrive> load(Tx& tx, Id<TestDrive> id, std::int64_t version) {
    auto drive = load_test_drive(tx.db(), tx.store_id(), id);
    if (!drive) return test_drive_not_found;
    if (tx.actor().is_customer() && drive->customer_id.value != tx.actor().customer_id)
        return test_drive_not_found;
    drive->version = version;
    return *drive;
}

TestDriveChanged changed(const TestDrive& drive) { return {drive.id, drive.state, drive.version + 1}; }

Result<TestDriveChanged> run_move_test_drive(Tx& tx, const MoveTestDrive& in) {
    auto drive = load(tx, in.test_drive_id, in.version);
    if (!drive) return drive.refused();
    if (auto no = may_move(*drive)) return *no;
    drive->car_id = in.car_id;
    drive->consultant_id = in.consultant_id;
    drive->starts_at = in.starts_at;
    drive->ends_at = in.ends_at;
    if (auto no = check_moved(tx, *drive)) return *no;
    update_test_drive(tx, *drive);
    tasks::close_tasks(tx, {"test_drive", drive->id}, "task.showroom.prepare_test_drive");
    plan_preparation(tx, *drive);
    tx.emit("showroom.test_drive_moved",
            {{"test_drive", drive->id}, {"customer", drive->customer_id}, {"car", drive->car_id}},
            event_of(tx, *drive));
    return changed(*drive);
}

Result<TestDriveChanged> run_cancel_test_drive(Tx& tx, const CancelTestDrive& in) {
    auto drive = load(tx, in.test_drive_id, in.version);
    if (!drive) return drive.refused();
    if (auto no = may_cancel(*drive)) return *no;
    drive->state = TestDriveState::cancelled;
    drive->cancelled_at = tx.now();
    if (tx.actor().user_id) drive->cancelled_by = tx.actor().user_id;
    drive->cancel_reason = in.reason.text;
    update_test_drive(tx, *drive);
    tasks::close_every_task(tx, {"test_drive", drive->id});
    tx.emit("showroom.test_drive_cancelled",
            {{"test_drive", drive->id}, {"customer", drive->customer_id}, {"car", drive->car_id}},
            DriveCancelledEvent{drive->number, in.reason.text});
    return changed(*drive);
}

Result<TestDriveChanged> run_sign_agreement(Tx& tx, const SignAgreement& in) {
    auto drive = load(tx, in.test_drive_id, in.version);
    if (!drive) return drive.refused();
    if (auto no = may_sign_agreement(*drive)) return *no;
    const auto licence = check_driver(tx, *drive, in.companion_licensed_on);
    if (!licence) return licence.refused();
    if (!files::file_exists(tx.db(), tx.store_id(), in.signature)) return files::file_not_found;
    drive->state = TestDriveState::agreed;
    drive->licence_id = licence->id;
    drive->signed_name = in.signed_name.text;
    drive->signature = in.signature;
    drive->signed_at = tx.now();
    drive->document_id = order_agreement(tx, *drive, *licence);
    update_test_drive(tx, *drive);
    tx.emit("showroom.agreement_signed",
            {{"test_drive", drive->id},
             {"customer", drive->customer_id},
             {"car", drive->car_id},
             {"document", *drive->document_id}},
            event_of(tx, *drive));
    return changed(*drive);
}

Result<TestDriveChanged> run_start_drive(Tx& tx, const StartTestDrive& in) {
    auto drive = load(tx, in.test_drive_id, in.version);
    if (!drive) return drive.refused();
    if (auto no = may_start(*drive)) return *no;
    if (auto no = check_fuel(in.fuel_percent)) return *no;
    // Since the agreement was signed it may have been taken out of the fleet, and sold.
    const auto car = vehicles::find_car(tx.db(), tx.store_id(), drive->car_id);
    if (!car || car->state != vehicles::CarState::demo) return car_is_not_demo;
    if (is_car_out(tx.db(), tx.store_id(), drive->car_id)) return car_is_out;
    if (auto no = vehicles::set_mileage(tx, drive->car_id, in.mileage_km)) return *no;
    drive->state = TestDriveState::driving;
    // No key without a licence that was seen and an agreement that was signed: both come before this point.
    if (auto no = vehicles::issue_car_key(tx, {.car_id = drive->car_id,
                                               .to_whom = consultant_of(tx, *drive),
                                               .purpose = "试驾 " + drive->number,
                                               .due_at = drive->ends_at})) {
        return *no;
    }
    drive->mileage_out_km = in.mileage_km;
    drive->fuel_out_percent = in.fuel_percent;
    drive->started_at = tx.now();
    drive->started_by = tx.actor().user_id;
    update_test_drive(tx, *drive);
    tasks::close_tasks(tx, {"test_drive", drive->id}, "task.showroom.prepare_test_drive");
    tx.emit("showroom.test_drive_started",
            {{"test_drive", drive->id}, {"customer", drive->customer_id}, {"car", drive->car_id}},
            DriveReadingEvent{drive->number, in.mileage_km, in.fuel_percent});
    return changed(*drive);
}

Result<TestDriveChanged> run_finish_drive(Tx& tx, const FinishTestDrive& in) {
    auto drive = load(tx, in.test_drive_id, in.version);
    if (!drive) return drive.refused();
    if (auto no = may_finish(*drive)) return *no;
    if (auto no = check_fuel(in.fuel_percent)) return *no;
    if (auto no = check_way(*drive->mileage_out_km, in.mileage_km)) return *no;
    if (auto no = check_return(in)) return *no;
    for (const auto& photo : in.photos) {
        if (!files::file_exists(tx.db(), tx.store_id(), photo)) return files::file_not_found;
    }
    if (auto no = vehicles::set_mileage(tx, drive->car_id, in.mileage_km)) return *no;
    drive->state = TestDriveState::finished;
    drive->mileage_in_km = in.mileage_km;
    drive->fuel_in_percent = in.fuel_percent;
    drive->damage = in.damage;
    drive->finished_at = tx.now();
    drive->finished_by = tx.actor().user_id;
    update_test_drive(tx, *drive);
    vehicles::return_car_keys(tx, drive->car_id, consultant_of(tx, *drive));
    if (const std::string damage(trimmed(in.damage)); !damage.empty()) {
        vehicles::open_damage_case(tx, drive->car_id, damage + "（试驾 " + drive->number + "）", in.photos);
    }
    const DriveTaskParams params{drive->number,
                                 customers::customer_name(tx.db(), tx.store_id(), drive->customer_id),
                                 local_text(tx.now())};
    tasks::add_task(tx, {.title_key = "task.showroom.record_feedback",
                         .params_json = reflect::to_json(params),
                         .user_id = drive->consultant_id,
                         .due_at = tx.now() + minutes(30),
                         .about = {"test_drive", drive->id},
                         .customer_id = drive->customer_id.value,
                         .link = link_of(*drive)});
    tx.emit("showroom.test_drive_finished",
            {{"test_drive", drive->id}, {"customer", drive->customer_id}, {"car", drive->car_id}},
            DriveFinishedEvent{drive->number, in.mileage_km - *drive->mileage_out_km, in.mileage_km,
                               in.fuel_percent, in.damage});
    return changed(*drive);
}

Result<Nothing> run_record_feedback(Tx& tx, const RecordFeedback& in) {
    const auto drive = load(tx, in.test_drive_id, 0);
    if (!drive) return drive.refused();
    const bool has_feedback = feedback_of(tx.db(), tx.store_id(), drive->id).has_value();
    if (auto no = may_record_feedback(*drive, has_feedback)) return *no;
    if (auto no = check_scores(in)) return *no;
    insert_feedback(tx, in);
    tasks::close_tasks(tx, {"test_drive", drive->id}, "task.showroom.record_feedback");
    tx.emit("showroom.feedback_recorded",
            {{"test_drive", drive->id},
             {"customer", drive->customer_id},
             {"car", drive->car_id},
             {"lead", drive->lead_id.value_or(Id<leads::Lead>{})}},
            FeedbackEvent{drive->number, in.intent, in.comfort + in.power + in.handling + in.space});
    return Nothing{};
}

Result<IncidentReported> run_report_incident(Tx& tx, const ReportIncident& in) {
    const auto drive = load(tx, in.test_drive_id, 0);
    if (!drive) return drive.refused();
    if (auto no = may_report_incident(*drive)) return *no;
    for (const auto& photo : in.photos) {
        if (!files::file_exists(tx.db(), tx.store_id(), photo)) return files::file_not_found;
    }
    const auto id = insert_incident(tx, in);
    const DriveTaskParams params{drive->number,
                                 customers::customer_name(tx.db(), tx.store_id(), drive->customer_id),
                                 local_text(tx.now())};
    tasks::alert(tx, {.title_key = "alert.showroom.incident",
                      .params_json = reflect::to_json(params),
                      .role = Role::sales_manager,
                      .link = link_of(*drive),
                      .about = {"test_drive", drive->id},
                      .level = in.somebody_hurt ? tasks::AlertLevel::urgent : tasks::AlertLevel::warning});
    tx.emit("showroom.incident_reported",
            {{"test_drive", drive->id}, {"customer", drive->customer_id}, {"car", drive->car_id}},
            IncidentEvent{drive->number, in.somebody_hurt, in.words.text});
    return IncidentReported{id};
}

}  // namespace

const Action<BookTestDrive, TestDriveBooked> book_test_drive{
    {.name = "showroom.book_test_drive",
     .needs = test_drive_book,
     .refuses = {customers::customer_not_found, leads::lead_not_found, vehicles::car_not_found,
                 car_is_not_demo, consultant_not_found, drive_time_wrong, drive_in_the_past,
                 drive_outside_opening_hours, drive_too_short_for_route, car_already_booked,
                 consultant_already_booked, customer_already_booked, no_consultant_free, licence_not_for_cars,
                 licence_automatic_only, licence_expired},
     .run = run_book_test_drive}};

const Action<MoveTestDrive, TestDriveChanged> move_test_drive{
    {.name = "showroom.move_test_drive",
     .needs = test_drive_write,
     .refuses = {test_drive_not_found, test_drive_has_started, test_drive_is_over, vehicles::car_not_found,
                 car_is_not_demo, consultant_not_found, drive_time_wrong, drive_in_the_past,
                 drive_outside_opening_hours, drive_too_short_for_route, car_already_booked,
                 consultant_already_booked, customer_already_booked, licence_not_for_cars,
                 licence_automatic_only, licence_expired, agreement_is_signed},
     .run = run_move_test_drive}};

const Action<CancelTestDrive, TestDriveChanged> cancel_test_drive{
    {.name = "showroom.cancel_test_drive",
     .needs = test_drive_book,
     .refuses = {test_drive_not_found, test_drive_has_started, test_drive_is_over},
     .run = run_cancel_test_drive}};

const Action<SignAgreement, TestDriveChanged> sign_agreement{
    {.name = "showroom.sign_agreement",
     .needs = test_drive_write,
     .refuses = {test_drive_not_found, agreement_is_signed, test_drive_has_started, test_drive_is_over,
                 licence_not_checked, licence_not_for_cars, licence_automatic_only, licence_expired,
                 companion_needed, vehicles::car_not_found, car_is_not_demo, files::file_not_found},
     .run = run_sign_agreement}};

const Action<StartTestDrive, TestDriveChanged> start_drive{
    {.name = "showroom.start_drive",
     .needs = test_drive_write,
     .refuses = {test_drive_not_found, agreement_not_signed, test_drive_has_started, test_drive_is_over,
                 fuel_percent_wrong, car_is_not_demo, car_is_out, vehicles::mileage_out_of_range,
                 vehicles::mileage_goes_backwards, vehicles::item_is_out},
     .run = run_start_drive}};

const Action<FinishTestDrive, TestDriveChanged> finish_drive{
    {.name = "showroom.finish_drive",
     .needs = test_drive_write,
     .refuses = {test_drive_not_found, test_drive_not_started, test_drive_is_over, fuel_percent_wrong,
                 vehicles::mileage_goes_backwards, vehicles::mileage_out_of_range, mileage_not_plausible,
                 vehicles::car_not_found, return_damage_needs_photo, files::file_not_found},
     .run = run_finish_drive}};

const Action<RecordFeedback, Nothing> record_feedback{
    {.name = "showroom.record_feedback",
     .needs = test_drive_write,
     .refuses = {test_drive_not_found, test_drive_not_finished, feedback_is_recorded, score_out_of_range},
     .run = run_record_feedback}};

const Action<ReportIncident, IncidentReported> report_incident{
    {.name = "showroom.report_incident",
     .needs = test_drive_write,
     .refuses = {test_drive_not_found, test_drive_not_started, files::file_not_found},
     .run = run_report_incident}};

}  // namespace forecourt::showroom
