#include <db/send.h>
#include <modules/showroom/display/display.h>
#include <modules/showroom/display/showroom_display.sql.h>
#include <services/tasks/api.h>

#include <map>

namespace forecourt::showroom {
namespace {

namespace statements = sql::showroom_display;

constexpr std::string_view checklist = "display_check";
constexpr std::string_view fault_task = "task.showroom.display_fault";

struct PositionEvent {
    std::string position;
    std::string car_title;
};
FORECOURT_STRUCT(PositionEvent, position, car_title)

struct DisplayCheckEvent {
    std::string position;
    std::string car_title;
    std::int64_t faults{};
};
FORECOURT_STRUCT(DisplayCheckEvent, position, car_title, faults)

struct DisplayFaultEvent {
    std::string position;
    std::string item;
    std::string note;
};
FORECOURT_STRUCT(DisplayFaultEvent, position, item, note)

std::optional<Position> find_position(db::Connection& db, Id<Store> store, const db::Param& by) {
    db::Params params{{"store_id", store}};
    params.add(by);
    return db::first<Position>(db, statements::find_position, params);
}

Result<Position> load(Tx& tx, Id<Position> id, std::int64_t version) {
    auto position = find_position(tx.db(), tx.store_id(), {"id", id});
    if (!position) return position_not_found;
    if (version != 0) position->version = version;
    return *position;
}

void store(Tx& tx, const Position& position) {
    db::execute_one(tx.db(), statements::update_position,
                    db::Params::of(position, {{"store_id", tx.store_id()}}));
}

std::string title_of(Tx& tx, Id<vehicles::Car> id) {
    const auto car = vehicles::find_car(tx.db(), tx.store_id(), id);
    return car ? car->model_name + " " + car->colour : "";
}

Result<PositionAdded> run_add_position(Tx& tx, const AddPosition& in) {
    if (auto no = check_place(in.x, in.y)) return *no;
    if (find_position(tx.db(), tx.store_id(), {"name", in.name})) return position_name_taken;
    const auto id = tx.new_id<Position>();
    db::send(tx.db(), statements::insert_position,
             db::Params::of(in, {{"id", id}, {"store_id", tx.store_id()}}));
    tx.emit("showroom.position_added", {{"position", id}}, PositionEvent{in.name.text, ""});
    return PositionAdded{id};
}

Result<Nothing> run_move_position(Tx& tx, const MovePosition& in) {
    auto position = load(tx, in.position_id, in.version);
    if (!position) return position.refused();
    if (auto no = check_place(in.x, in.y)) return *no;
    position->x = in.x;
    position->y = in.y;
    store(tx, *position);
    return Nothing{};
}

Result<Nothing> run_remove_position(Tx& tx, const RemovePosition& in) {
    auto position = load(tx, in.position_id, in.version);
    if (!position) return position.refused();
    if (auto no = may_remove(*position)) return *no;
    position->removed_at = tx.now();
    store(tx, *position);
    tx.emit("showroom.position_removed", {{"position", position->id}}, PositionEvent{position->name, ""});
    return Nothing{};
}

Result<Nothing> run_display_car(Tx& tx, const DisplayCar& in) {
    auto position = load(tx, in.position_id, in.version);
    if (!position) return position.refused();
    if (auto no = may_display(*position)) return *no;
    if (const auto other = find_position(tx.db(), tx.store_id(), {"car_id", in.car_id}))
        return with(car_is_on_display, "position", other->name);
    if (auto no = vehicles::set_location(tx, in.car_id, position->name)) return *no;
    position->car_id = in.car_id;
    position->car_since = tx.now();
    position->checked_at.reset();
    store(tx, *position);
    tx.emit("showroom.car_displayed", {{"position", position->id}, {"car", in.car_id}},
            PositionEvent{position->name, title_of(tx, in.car_id)});
    return Nothing{};
}

void empty(Tx& tx, Position& position) {
    const auto car = *position.car_id;
    position.car_id.reset();
    position.car_since.reset();
    position.checked_at.reset();
    store(tx, position);
    tx.emit("showroom.position_cleared", {{"position", position.id}, {"car", car}},
            PositionEvent{position.name, title_of(tx, car)});
}

Result<Nothing> run_clear_position(Tx& tx, const ClearPosition& in) {
    auto position = load(tx, in.position_id, in.version);
    if (!position) return position.refused();
    if (auto no = may_check(*position)) return *no;
    if (auto no = vehicles::set_location(tx, *position->car_id, in.location.text)) return *no;
    empty(tx, *position);
    return Nothing{};
}

void raise_fault(Tx& tx, const Position& position, const checklists::ItemAnswer& answer) {
    const auto id = tx.new_id<DisplayFault>();
    db::send(tx.db(), statements::insert_fault,
             {{"id", id},
              {"store_id", tx.store_id()},
              {"position_id", position.id},
              {"car_id", *position.car_id},
              {"item", answer.item},
              {"note", answer.note},
              {"photos", JsonText{reflect::to_json(answer.photos)}},
              {"raised_at", tx.now()},
              {"raised_by", tx.actor().name}});
    const DisplayFaultEvent event{position.name, answer.item, answer.note};
    tasks::add_task(tx, {.title_key = fault_task,
                         .params_json = reflect::to_json(event),
                         .role = Role::sales_manager,
                         .due_at = tx.now() + hours(4),
                         .about = {"display_fault", id},
                         .link = "/showroom/display"});
    tx.emit("showroom.display_fault_raised",
            {{"display_fault", id}, {"position", position.id}, {"car", *position.car_id}}, event);
}

Result<DisplayChecked> run_check_display(Tx& tx, const CheckDisplay& in) {
    auto position = load(tx, in.position_id, 0);
    if (!position) return position.refused();
    if (auto no = may_check(*position)) return *no;
    const auto filled = checklists::fill(tx, checklist, {"position", position->id}, in.answers);
    if (!filled) return filled.refused();
    db::send(tx.db(), statements::insert_check,
             {{"id", tx.new_number()},
              {"store_id", tx.store_id()},
              {"position_id", position->id},
              {"car_id", *position->car_id},
              {"checklist_id", filled->id},
              {"faults", static_cast<std::int64_t>(filled->faults)},
              {"checked_at", tx.now()},
              {"checked_by", tx.actor().name}});
    std::map<std::string, bool> open;
    for (const auto& fault :
         db::all<PlanFault>(tx.db(), statements::open_faults,
                            {{"store_id", tx.store_id()}, {"position_id", position->id}})) {
        open[fault.item] = true;
    }
    for (const auto& answer : in.answers) {
        // What is open already is not raised a second time.
        if (answer.verdict == checklists::Verdict::fault && !open[answer.item])
            raise_fault(tx, *position, answer);
    }
    position->checked_at = tx.now();
    store(tx, *position);
    tx.emit("showroom.display_checked", {{"position", position->id}, {"car", *position->car_id}},
            DisplayCheckEvent{position->name, title_of(tx, *position->car_id), filled->faults});
    return DisplayChecked{filled->faults};
}

Result<Nothing> run_close_display_fault(Tx& tx, const CloseDisplayFault& in) {
    const db::Params which{{"store_id", tx.store_id()}, {"id", in.fault_id}};
    const auto fault = db::first<PlanFault>(tx.db(), statements::find_fault, which);
    if (!fault) return display_fault_not_found;
    if (db::number(tx.db(), statements::count_closed, which) != 0) return display_fault_is_closed;
    db::execute_one(tx.db(), statements::close_fault,
                    {{"store_id", tx.store_id()},
                     {"id", in.fault_id},
                     {"version", in.version},
                     {"closed_at", tx.now()},
                     {"closed_by", tx.actor().name},
                     {"remedy", in.remedy}});
    tasks::close_every_task(tx, {"display_fault", in.fault_id});
    const auto position = find_position(tx.db(), tx.store_id(), {"id", fault->position_id});
    tx.emit("showroom.display_fault_closed",
            {{"display_fault", in.fault_id}, {"position", fault->position_id}},
            DisplayFaultEvent{position ? position->name : "", fault->item, in.remedy.text});
    return Nothing{};
}

DisplayedCar shown_car(Context& context, const vehicles::CarFacts& car) {
    DisplayedCar shown{.id = car.id,
                       .title = car.model_name,
                       .colour = car.colour,
                       .vin_tail = car.vin.text.substr(11),
                       .state = car.state,
                       .list_price = {}};
    if (car.model_id)
        shown.list_price =
            vehicles::price_on(context.db(), context.store_id(), *car.model_id, local_date(context.now()));
    return shown;
}

Result<DisplayPlan> run_display_plan(Context& context, const Nothing&) {
    auto& db = context.db();
    const auto store = context.store_id();
    DisplayPlan plan;
    const auto faults = db::all<PlanFault>(db, statements::open_faults, {{"store_id", store}});
    plan.open_faults = static_cast<std::int64_t>(faults.size());
    for (const auto& position : db::all<Position>(db, statements::every_position, {{"store_id", store}})) {
        PlanPosition shown{.id = position.id,
                           .name = position.name,
                           .x = position.x,
                           .y = position.y,
                           .car = {},
                           .car_since = position.car_since,
                           .checked_at = position.checked_at,
                           .checked_today = position.checked_at &&
                                            local_date(*position.checked_at) == local_date(context.now()),
                           .faults = {},
                           .version = position.version,
                           .allowed_actions = {}};
        if (position.car_id) {
            if (const auto car = vehicles::find_car(db, store, *position.car_id))
                shown.car = shown_car(context, *car);
            ++(shown.checked_today ? plan.checked : plan.to_check);
        }
        for (const auto& fault : faults) {
            if (fault.position_id == position.id) shown.faults.push_back(fault);
        }
        auto& list = shown.allowed_actions;
        allow(list, context, display_car, may_display(position));
        allow(list, context, check_display, may_check(position));
        allow(list, context, clear_position, may_check(position));
        allow(list, context, remove_position, may_remove(position));
        plan.positions.push_back(std::move(shown));
    }
    return plan;
}

Result<DisplayChecks> run_display_checks(Context& context, const DisplayChecksIn& in) {
    if (!find_position(context.db(), context.store_id(), {"id", in.position_id})) return position_not_found;
    return DisplayChecks{
        db::all<DisplayCheck>(context.db(), statements::checks_of_position,
                              {{"store_id", context.store_id()}, {"position_id", in.position_id}})};
}

}  // namespace

MaybeRefused on_car_gone(Tx& tx, const Event& event) {
    auto position = find_position(tx.db(), tx.store_id(), {"car_id", Id<vehicles::Car>{event.object("car")}});
    if (position) empty(tx, *position);
    return std::nullopt;
}

const Action<AddPosition, PositionAdded> add_position{
    {.name = "showroom.add_position",
     .needs = display_write,
     .refuses = {position_outside_plan, position_name_taken},
     .run = run_add_position}};
const Action<MovePosition, Nothing> move_position{{.name = "showroom.move_position",
                                                   .needs = display_write,
                                                   .refuses = {position_not_found, position_outside_plan},
                                                   .run = run_move_position}};
const Action<RemovePosition, Nothing> remove_position{{.name = "showroom.remove_position",
                                                       .needs = display_write,
                                                       .refuses = {position_not_found, position_is_taken},
                                                       .run = run_remove_position}};
const Action<DisplayCar, Nothing> display_car{
    {.name = "showroom.display_car",
     .needs = display_check_write,
     .refuses = {position_not_found, position_is_taken, car_is_on_display, vehicles::car_not_found,
                 vehicles::car_not_in_house, vehicles::car_has_left},
     .run = run_display_car}};
const Action<ClearPosition, Nothing> clear_position{
    {.name = "showroom.clear_position",
     .needs = display_check_write,
     .refuses = {position_not_found, position_is_empty, vehicles::car_not_in_house, vehicles::car_has_left},
     .run = run_clear_position}};
const Action<CheckDisplay, DisplayChecked> check_display{
    {.name = "showroom.check_display",
     .needs = display_check_write,
     .refuses = {position_not_found, position_is_empty, checklists::checklist_incomplete,
                 checklists::checklist_photo_missing, checklists::checklist_measure_missing,
                 checklists::checklist_measure_beyond_limits},
     .run = run_check_display}};
const Action<CloseDisplayFault, Nothing> close_display_fault{
    {.name = "showroom.close_display_fault",
     .needs = display_check_write,
     .refuses = {display_fault_not_found, display_fault_is_closed},
     .run = run_close_display_fault}};

const View<Nothing, DisplayPlan> display_plan{
    {.name = "showroom.display_plan", .needs = display_read, .refuses = {}, .run = run_display_plan}};
const View<DisplayChecksIn, DisplayChecks> display_checks{{.name = "showroom.display_checks",
                                                           .needs = display_read,
                                                           .refuses = {position_not_found},
                                                           .run = run_display_checks}};

}  // namespace forecourt::showroom
