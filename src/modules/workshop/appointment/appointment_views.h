#pragma once
#include <action/action.h>
#include <action/view.h>
#include <modules/workshop/appointment/appointment_rules.h>

namespace forecourt::workshop {

struct FreeSlotsInput {
    Date day;
    std::optional<std::int64_t> minutes;  // 60 without it
};
FORECOURT_STRUCT(FreeSlotsInput, day, minutes)
struct FreeSlots {
    Date day;
    std::vector<FreeSlot> slots;
};
FORECOURT_STRUCT(FreeSlots, day, slots)

struct AppointmentListInput {
    std::optional<Date> day;
    std::optional<AppointmentState> state;
    std::optional<Id<User>> advisor_id;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
};
FORECOURT_STRUCT(AppointmentListInput, day, state, advisor_id, customer_id, limit, after, sort)

struct AppointmentListRow {
    Id<Appointment> id;
    std::string number;
    AppointmentState state{};
    Instant starts_at;
    Instant ends_at;
    Id<customers::Customer> customer_id;
    std::string customer_name;
    Id<vehicles::Car> car_id;
    std::string plate;
    std::string model_name;
    Id<Bay> bay_id;
    std::string bay_name;
    Id<User> advisor_id;
    std::string advisor_name;
    std::string words;
    bool by_customer{};
    std::int64_t version{};
};
FORECOURT_STRUCT(AppointmentListRow, id, number, state, starts_at, ends_at, customer_id, customer_name,
                 car_id, plate, model_name, bay_id, bay_name, advisor_id, advisor_name, words, by_customer,
                 version)

struct BayRow {
    Id<Bay> id;
    std::string name;
    BayKind kind{};
};
FORECOURT_STRUCT(BayRow, id, name, kind)
struct Bays {
    std::vector<BayRow> rows;
    Capacity capacity;
};
FORECOURT_STRUCT(Bays, rows, capacity)

extern const View<FreeSlotsInput, FreeSlots> free_slots_view;
extern const View<AppointmentListInput, Page<AppointmentListRow>> appointment_list;
extern const View<Nothing, Bays> bay_list;

}  // namespace forecourt::workshop
