#pragma once
#include <action/action.h>
#include <modules/customers/api.h>
#include <modules/leads/api.h>
#include <modules/showroom/api.h>
#include <modules/showroom/licence/licence.h>
#include <modules/vehicles/api.h>

namespace forecourt::documents {
struct ArchivedDocument;
}

namespace forecourt::showroom {

struct Incident;

/// `mixed` is partly a motorway.
enum class TestDriveRoute { city, motorway, mixed };
FORECOURT_ENUM(TestDriveRoute, city, motorway, mixed)

struct TestDrive {
    Id<TestDrive> id;
    std::string number;
    TestDriveState state{};
    Id<customers::Customer> customer_id;
    std::optional<Id<leads::Lead>> lead_id;
    Id<vehicles::Car> car_id;
    Id<User> consultant_id;
    Instant starts_at;  // [starts_at, ends_at): the next drive may begin at ends_at
    Instant ends_at;
    TestDriveRoute route{};
    std::optional<Id<User>> booked_by;  // missing when the customer booked by link
    Instant booked_at;
    std::optional<Id<Licence>> licence_id;  // the licence as it was when the agreement was signed
    std::optional<std::string> signed_name;
    std::optional<FileHash> signature;
    std::optional<Instant> signed_at;
    std::optional<Id<documents::ArchivedDocument>> document_id;
    std::optional<std::int64_t> mileage_out_km;
    std::optional<std::int64_t> fuel_out_percent;  // of tank or battery
    std::optional<Instant> started_at;
    std::optional<Id<User>> started_by;
    std::optional<std::int64_t> mileage_in_km;
    std::optional<std::int64_t> fuel_in_percent;
    std::optional<std::string> damage;
    std::optional<Instant> finished_at;
    std::optional<Id<User>> finished_by;
    std::optional<Instant> cancelled_at;
    std::optional<Id<User>> cancelled_by;  // missing when the customer did it by link
    std::optional<std::string> cancel_reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(TestDrive, id, number, state, customer_id, lead_id, car_id, consultant_id, starts_at,
                 ends_at, route, booked_by, booked_at, licence_id, signed_name, signature, signed_at,
                 document_id, mileage_out_km, fuel_out_percent, started_at, started_by, mileage_in_km,
                 fuel_in_percent, damage, finished_at, finished_by, cancelled_at, cancelled_by, cancel_reason,
                 version)

struct BookTestDrive {
    Id<customers::Customer> customer_id;
    std::optional<Id<leads::Lead>> lead_id;
    Id<vehicles::Car> car_id;
    Instant starts_at;
    std::optional<Instant> ends_at;  // an hour later when not said
    TestDriveRoute route{};
    std::optional<Id<User>> consultant_id;  // a free one when not said
};
FORECOURT_STRUCT(BookTestDrive, customer_id, lead_id, car_id, starts_at, ends_at, route, consultant_id)

struct TestDriveBooked {
    Id<TestDrive> id;
    std::string number;
    Id<User> consultant_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(TestDriveBooked, id, number, consultant_id, version)

struct MoveTestDrive {
    Id<TestDrive> test_drive_id;
    std::int64_t version{};
    Id<vehicles::Car> car_id;
    Instant starts_at;
    Instant ends_at;
    Id<User> consultant_id;
};
FORECOURT_STRUCT(MoveTestDrive, test_drive_id, version, car_id, starts_at, ends_at, consultant_id)

struct CancelTestDrive {
    Id<TestDrive> test_drive_id;
    std::int64_t version{};
    FilledText reason;
};
FORECOURT_STRUCT(CancelTestDrive, test_drive_id, version, reason)

struct SignAgreement {
    Id<TestDrive> test_drive_id;
    std::int64_t version{};
    FilledText signed_name;
    FileHash signature;
    std::optional<Date> companion_licensed_on;  // asked for on a motorway in the licence's first year
};
FORECOURT_STRUCT(SignAgreement, test_drive_id, version, signed_name, signature, companion_licensed_on)

struct StartTestDrive {
    Id<TestDrive> test_drive_id;
    std::int64_t version{};
    std::int64_t mileage_km{};
    std::int64_t fuel_percent{};
};
FORECOURT_STRUCT(StartTestDrive, test_drive_id, version, mileage_km, fuel_percent)

struct FinishTestDrive {
    Id<TestDrive> test_drive_id;
    std::int64_t version{};
    std::int64_t mileage_km{};
    std::int64_t fuel_percent{};
    std::string damage;            // empty: none
    std::vector<FileHash> photos;  // of the damage
};
FORECOURT_STRUCT(FinishTestDrive, test_drive_id, version, mileage_km, fuel_percent, damage, photos)

/// What the customer thinks of buying after the drive.
enum class BuyingIntent { will_buy, thinking, will_not };
FORECOURT_ENUM(BuyingIntent, will_buy, thinking, will_not)

struct RecordFeedback {
    Id<TestDrive> test_drive_id;
    std::int64_t comfort{};  // 1 to 5, as the next three
    std::int64_t power{};
    std::int64_t handling{};
    std::int64_t space{};
    BuyingIntent intent{};
    std::string words;
};
FORECOURT_STRUCT(RecordFeedback, test_drive_id, comfort, power, handling, space, intent, words)

struct ReportIncident {
    Id<TestDrive> test_drive_id;
    FilledText words;
    bool somebody_hurt{};
    std::vector<FileHash> photos;
};
FORECOURT_STRUCT(ReportIncident, test_drive_id, words, somebody_hurt, photos)

struct IncidentReported {
    Id<Incident> id;
};
FORECOURT_STRUCT(IncidentReported, id)

struct TestDriveChanged {
    Id<TestDrive> id;
    TestDriveState state{};
    std::int64_t version{};
};
FORECOURT_STRUCT(TestDriveChanged, id, state, version)

inline constexpr Refusal test_drive_not_found{"test_drive_not_found", RefusalKind::not_found};
inline constexpr Refusal car_is_not_demo{"car_is_not_demo"};
inline constexpr Refusal drive_time_wrong{"drive_time_wrong", RefusalKind::unprocessable};
inline constexpr Refusal drive_in_the_past{"drive_in_the_past", RefusalKind::unprocessable};
inline constexpr Refusal drive_outside_opening_hours{"drive_outside_opening_hours"};
/// Two drives may touch but not overlap: the details say when the other one is.
inline constexpr Refusal car_already_booked{"car_already_booked"};
inline constexpr Refusal consultant_already_booked{"consultant_already_booked"};
inline constexpr Refusal customer_already_booked{"customer_already_booked"};
inline constexpr Refusal no_consultant_free{"no_consultant_free"};
/// The person is not a sales consultant of this store.
inline constexpr Refusal consultant_not_found{"consultant_not_found", RefusalKind::not_found};
inline constexpr Refusal test_drive_is_over{"test_drive_is_over"};
inline constexpr Refusal test_drive_has_started{"test_drive_has_started"};
inline constexpr Refusal agreement_is_signed{"agreement_is_signed"};
inline constexpr Refusal agreement_not_signed{"agreement_not_signed"};
inline constexpr Refusal test_drive_not_started{"test_drive_not_started"};
inline constexpr Refusal test_drive_not_finished{"test_drive_not_finished"};
inline constexpr Refusal car_is_out{"car_is_out"};
/// Less time than the route takes; the detail `minutes` says how much it takes.
inline constexpr Refusal drive_too_short_for_route{"drive_too_short_for_route", RefusalKind::unprocessable};
/// New damage opens a case, and a case wants to be seen.
inline constexpr Refusal return_damage_needs_photo{"return_damage_needs_photo", RefusalKind::unprocessable};
inline constexpr Refusal fuel_percent_wrong{"fuel_percent_wrong", RefusalKind::unprocessable};
/// More than a test drive can be: a slip of the finger.
inline constexpr Refusal mileage_not_plausible{"mileage_not_plausible", RefusalKind::unprocessable};
inline constexpr Refusal score_out_of_range{"score_out_of_range", RefusalKind::unprocessable};
inline constexpr Refusal feedback_is_recorded{"feedback_is_recorded"};

}  // namespace forecourt::showroom
