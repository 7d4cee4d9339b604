#include <db/send.h>
#include <modules/payments/api.h>
#include <modules/workshop/appointment/appointment.sql.h>
#include <modules/workshop/appointment/appointment_store.h>
#include <modules/workshop/board/board_views.h>
#include <modules/workshop/board/forecast.h>
#include <modules/workshop/consent/consent.sql.h>
#include <modules/workshop/consent/consent_actions.h>
#include <modules/workshop/jobs/work_actions.h>
#include <modules/workshop/jobs/work_clock.sql.h>
#include <modules/workshop/line/line_store.h>
#include <modules/workshop/line/order_line.sql.h>
#include <modules/workshop/order/order_store.h>
#include <modules/workshop/order/repair_order.sql.h>
#include <services/access/api.h>
#include <services/tasks/api.h>

#include <algorithm>

namespace forecourt::workshop {
namespace {

std::vector<BoardForecast> forecasts_now(const Context& context, const std::vector<BoardOrder>& orders) {
    const db::Params here{{"store_id", context.store_id()}};
    return forecasts_of(orders, db::all<OpenWork>(context.db(), sql::repair_order::open_work, here),
                        db::all<ClockedTime>(context.db(), sql::repair_order::clocked_on_open_work, here),
                        context.now());
}

Result<Board> run_board(Context& context, const BoardInput& in) {
    auto& db = context.db();
    const Date day = in.day.value_or(local_date(context.now()));
    const db::Params here{{"store_id", context.store_id()}};
    const db::Params of_day{{"store_id", context.store_id()},
                            {"day_begins", local_instant(day)},
                            {"day_ends", local_instant(day + 1)}};
    Board board{.day = day,
                .now = context.now(),
                .capacity = capacity_of(db, context.store_id()),
                .bays = db::all<BayRow>(db, sql::appointment::open_bays, here),
                .orders = db::all<BoardOrder>(db, sql::repair_order::open_orders, here),
                .forecasts = {},
                .planned = db::all<PlannedJob>(db, sql::work_clock::planned_of_day, of_day),
                .worked = db::all<WorkedTime>(db, sql::work_clock::clocks_of_day, of_day)};
    board.forecasts = forecasts_now(context, board.orders);
    return board;
}

Result<MyWork> run_my_work(Context& context, const Nothing&) {
    const db::Params mine{{"store_id", context.store_id()}, {"user_id", context.actor().user_id}};
    return MyWork{db::all<MyJob>(context.db(), sql::work_clock::work_of_technician, mine),
                  db::first<ClockRow>(context.db(), sql::work_clock::running_clock, mine)};
}

Result<MyService> run_my_service(Context& context, const Nothing&) {
    const Id<customers::Customer> me{context.actor().customer_id};
    MyService mine;
    if (!me) return mine;
    for (const auto& car : vehicles::cars_of_customer(context.db(), context.store_id(), me)) {
        mine.cars.push_back(
            {car.id, car.plate ? car.plate->text : std::string{}, car.model_name, car.mileage_km});
    }
    const db::Params of_me{{"store_id", context.store_id()}, {"customer_id", me}};
    mine.orders = db::all<MyOrderRow>(context.db(), sql::repair_order::orders_of_customer, of_me);
    db::Params coming{{"store_id", context.store_id()},
                      {"customer_id", me},
                      {"state", AppointmentState::booked},
                      {"limit", std::int64_t{20}}};
    coming.option("sort_starts_at_asc");
    mine.appointments =
        db::all<AppointmentListRow>(context.db(), sql::appointment::list_appointments, coming);
    return mine;
}

std::vector<ProgressStep> steps_of(OrderState state) {
    std::vector<ProgressStep> steps;
    for (const auto step :
         {OrderState::received, OrderState::awaiting_consent, OrderState::approved, OrderState::in_work,
          OrderState::quality_check, OrderState::ready, OrderState::settled, OrderState::handed_back}) {
        const bool reached = state != OrderState::cancelled && step <= state;
        steps.push_back({.state = step, .reached = reached, .now = step == state});
    }
    return steps;
}

MyLine my_line_of(const LineRow& line) {
    return {.id = line.id,
            .kind = line.kind,
            .name = line.name,
            .quantity = line.quantity,
            .unit = line.unit,
            .unit_price = line.unit_price,
            .discount = line.discount,
            .amount = line.amount,
            .payer = line.payer,
            .state = line.state,
            .work = line.work,
            .finding_id = line.finding_id};
}

void add_open_consent(Context& context, MyOrder& mine) {
    const auto open = db::first<ConsentRow>(context.db(), sql::consent::open_consent_of_order,
                                            {{"store_id", context.store_id()}, {"order_id", mine.id}});
    if (open) {
        mine.open_consent_id = open->id;
        mine.asked_amount = open->asked_amount;
    }
    allow(mine.allowed_actions, context, answer_consent,
          open ? MaybeRefused{} : MaybeRefused{consent_is_over});
}

Result<MyOrder> run_my_order(Context& context, const OrderInput& in) {
    const auto order = find_order_for_actor(context, in.order_id);
    if (!order) return order_not_found;
    auto& db = context.db();
    const auto car = vehicles::find_car(db, context.store_id(), order->car_id);
    MyOrder mine{.id = order->id,
                 .number = order->number,
                 .state = order->state,
                 .plate = car && car->plate ? car->plate->text : std::string{},
                 .model_name = car ? car->model_name : std::string{},
                 .words = order->words,
                 .advisor_name = access::user_name(db, context.store_id(), order->advisor_id),
                 .opened_at = order->opened_at,
                 .first_promised_at = order->first_promised_at,
                 .promised_at = order->promised_at,
                 .mileage_km = order->mileage_km,
                 .planned_total = order->planned_total,
                 .approved_total = order->approved_total,
                 .customer_total = order->customer_total,
                 .paid = payments::paid_for(db, context.store_id(), {"repair_order", order->id}),
                 .has_settlement = order->settled_at.has_value(),
                 .has_certificate = order->passed_at.has_value(),
                 .steps = steps_of(order->state),
                 .findings = findings_of(db, context.store_id(), order->id),
                 .photos = files_of(order->photos)};
    for (const auto& line : lines_of_order(db, context.store_id(), order->id)) {
        // What is still being planned is not shown before it is asked.
        if (line.state != LineState::removed && line.state != LineState::planned)
            mine.lines.push_back(my_line_of(line));
    }
    add_open_consent(context, mine);
    return mine;
}

struct DelaySaid {
    std::string number;
    std::string plate;
    Instant promised_at;
    Instant expected_at;
};
FORECOURT_STRUCT(DelaySaid, number, plate, promised_at, expected_at)

}  // namespace

void predict_delays(Tx& tx) {
    const auto orders =
        db::all<BoardOrder>(tx.db(), sql::repair_order::open_orders, {{"store_id", tx.store_id()}});
    const auto forecasts = forecasts_now(tx, orders);
    for (std::size_t i = 0; i < orders.size(); ++i) {
        const auto& order = orders[i];
        if (!forecasts[i].late || order.delay_warned_at) continue;
        db::send(tx.db(), sql::repair_order::mark_delay_warned,
                 {{"store_id", tx.store_id()}, {"id", order.id}, {"now", tx.now()}});
        const DelaySaid said{order.number, order.plate, order.promised_at, forecasts[i].expected_at};
        tx.emit("workshop.delay_predicted",
                {{"repair_order", order.id}, {"customer", order.customer_id}, {"car", order.car_id}}, said);
        tasks::alert(tx, {.title_key = "alert.workshop.delay_predicted",
                          .params_json = reflect::to_json(said),
                          .user_id = order.advisor_id,
                          .role = {},
                          .link = order_link(order.id),
                          .about = {"repair_order", order.id},
                          .level = tasks::AlertLevel::warning});
    }
}

const View<BoardInput, Board> board{
    {.name = "workshop.board", .needs = order_read, .refuses = {}, .run = run_board}};
const View<Nothing, MyWork> my_work{
    {.name = "workshop.my_work", .needs = work_clock, .refuses = {}, .run = run_my_work}};
const View<Nothing, MyService> my_service{
    {.name = "workshop.my_service", .needs = own_service_read, .refuses = {}, .run = run_my_service}};
const View<OrderInput, MyOrder> my_order{{.name = "workshop.my_order",
                                          .needs = own_service_read,
                                          .refuses = {order_not_found},
                                          .run = run_my_order}};

}  // namespace forecourt::workshop
