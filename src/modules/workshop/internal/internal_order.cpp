#include <db/send.h>
#include <modules/workshop/consent/consent.h>
#include <modules/workshop/consent/consent.sql.h>
#include <modules/workshop/internal/internal_order.h>
#include <modules/workshop/internal/internal_order.sql.h>
#include <modules/workshop/line/line_rules.h>
#include <modules/workshop/line/line_store.h>
#include <modules/workshop/order/order_rules.h>
#include <modules/workshop/order/order_store.h>
#include <services/access/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

#include <algorithm>

namespace forecourt::workshop {
namespace {

namespace q = sql::internal_order;

// Until somebody plans it otherwise a fault counts as an hour, at the lowest price the workshop asks for one.
constexpr Quantity hours_of_a_fault = pieces(1);

struct InternalSaid {
    std::string number;
    std::string plate;
    std::string source_number;
    std::string words;
    std::int64_t lines{};
};
FORECOURT_STRUCT(InternalSaid, number, plate, source_number, words, lines)

// An advisor settles the order in the end; without one whoever asked for it is the one to turn to.
Id<User> advisor_for(const Tx& tx) {
    const auto advisors = access::users_with_role(tx.db(), tx.store_id(), Role::advisor);
    return advisors.empty() ? tx.actor().user_id : Id<User>{advisors.front().id.value};
}

OrderRow new_order(Tx& tx, const InternalOrder& in) {
    const auto car = vehicles::find_car(tx.db(), tx.store_id(), in.car_id);
    ensure(car.has_value());
    OrderRow order;
    order.id = tx.new_id<RepairOrder>();
    order.number = numbering::next_number(tx, "RO");
    order.state = OrderState::received;
    order.customer_id = in.customer_id;
    order.car_id = in.car_id;
    order.advisor_id = advisor_for(tx);
    order.repair_class = RepairClass::minor_repair;
    order.mileage_km = car->mileage_km;
    order.words = in.words;
    order.marks = {"[]"};
    order.photos = {"[]"};
    order.opened_at = tx.now();
    order.opened_by = tx.actor().user_id;
    order.first_promised_at = order.promised_at = tx.now() + days(1);
    order.quality_round = 1;
    order.source_type = std::string(in.source.type);
    order.source_id = in.source.id;
    order.source_number = in.source_number;
    order.version = 1;
    insert_order(tx, order);
    return order;
}

LineRow line_of(Tx& tx, const OrderRow& order, const std::string& name) {
    auto line = new_line(tx, order.id, LineKind::labour);
    line.name = name;
    line.unit = "h";
    line.quantity = hours_of_a_fault;
    line.unit_price = {
        db::number(tx.db(), q::lowest_hourly_price, {{"store_id", tx.store_id()}}).value_or(0)};
    line.amount = amount_of(line.quantity, line.unit_price, {});
    line.payer = Payer::internal;
    insert_line(tx, line);
    approve_for_store(tx, order, line);
    return line;
}

JobFacts facts_of(const LineRow& line) {
    return {.line_id = line.id,
            .done = line.state == LineState::approved && line.work == Work::done,
            .gone = line.state != LineState::approved};
}

// An order without work left in it ends by itself.
void end_without_work(Tx& tx, OrderRow& order, const std::string& reason) {
    const auto lines = lines_of_order(tx.db(), tx.store_id(), order.id);
    const bool any = std::any_of(lines.begin(), lines.end(), [](const LineRow& line) {
        return line.state != LineState::removed && line.state != LineState::declined;
    });
    if (any || order.started_at) return;
    order.cancelled_at = tx.now();
    order.state = OrderState::cancelled;
    save_order(tx, order);
    tasks::close_every_task(tx, {"repair_order", order.id});
    emit_for(tx, order, "workshop.order_cancelled",
             OrderSaid{order.number, plate_of(tx.db(), tx.store_id(), order.car_id), reason, {}});
}

}  // namespace

bool is_internal(const OrderRow& order) { return order.source_id != 0; }

void approve_for_store(Tx& tx, const OrderRow& order, LineRow line) {
    ConsentRow consent;
    consent.id = tx.new_id<Consent>();
    consent.order_id = order.id;
    consent.state = ConsentState::answered;
    consent.asked_at = tx.now();
    consent.asked_by = tx.actor().user_id;
    consent.asked_amount = line.amount;
    consent.promised_at = order.promised_at;
    consent.answered_at = tx.now();
    consent.channel = ConsentChannel::store;
    consent.answered_by = tx.actor().name;
    consent.recorded_by = tx.actor().user_id;
    consent.approved_amount = line.amount;
    consent.version = 1;
    const db::Params of_line{{"store_id", tx.store_id()},
                             {"consent_id", consent.id},
                             {"line_id", line.id},
                             {"amount", line.amount},
                             {"approved", true}};
    db::send(tx.db(), sql::consent::insert_consent, db::Params::of(consent, {{"store_id", tx.store_id()}}));
    db::send(tx.db(), sql::consent::insert_consent_line, of_line);
    db::send(tx.db(), sql::consent::answer_consent_line, of_line);
    line.state = LineState::approved;
    line.consent_id = consent.id;
    save_line(tx, line);
    if (line.kind != LineKind::part || line.customer_supplied) return;
    const auto reserved = parts::reserve(tx, {.part_id = *line.part_id,
                                              .quantity = line.quantity,
                                              .line = {"order_line", line.id},
                                              .order = {"repair_order", order.id},
                                              .note = order.number + " " + order.source_number});
    ensure(static_cast<bool>(reserved));
}

InternalOpened open_internal_order(Tx& tx, const InternalOrder& in) {
    const auto known = db::number(tx.db(), q::plan_open_for_source,
                                  {{"store_id", tx.store_id()},
                                   {"source_type", in.source.type},
                                   {"source_id", in.source.id},
                                   {"car_id", in.car_id}});
    auto order = known ? *find_order_row(tx.db(), tx.store_id(), {*known}) : new_order(tx, in);
    InternalOpened opened{.order_id = order.id, .number = order.number, .line_ids = {}};
    for (const auto& job : in.jobs) opened.line_ids.push_back(line_of(tx, order, job).id);
    refresh_order(tx, order);
    emit_for(tx, order, "workshop.internal_order_opened",
             InternalSaid{.number = order.number,
                          .plate = plate_of(tx.db(), tx.store_id(), order.car_id),
                          .source_number = order.source_number,
                          .words = in.words,
                          .lines = static_cast<std::int64_t>(in.jobs.size())});
    return opened;
}

std::vector<JobFacts> jobs_of_order(db::Connection& db, Id<Store> store, Id<RepairOrder> order) {
    std::vector<JobFacts> jobs;
    for (const auto& line : lines_of_order(db, store, order)) jobs.push_back(facts_of(line));
    return jobs;
}

bool withdraw_job(Tx& tx, Id<OrderLine> id, const std::string& reason) {
    auto line = find_line(tx.db(), tx.store_id(), id);
    if (!line || line->state != LineState::approved) return true;
    auto order = find_order_row(tx.db(), tx.store_id(), line->order_id);
    ensure(order.has_value());
    if (may_change_plan(*order) || line->work != Work::waiting) return false;
    line->state = LineState::removed;
    save_line(tx, *line);
    refresh_order(tx, *order);
    end_without_work(tx, *order, reason);
    return true;
}

}  // namespace forecourt::workshop
