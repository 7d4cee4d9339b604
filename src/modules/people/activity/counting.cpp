#include <modules/people/activity/counting.h>

#include <modules/deals/api.h>
#include <modules/people/activity/activity_store.h>
#include <modules/showroom/api.h>
#include <services/log/api.h>

#include <algorithm>

namespace forecourt::people {
namespace {

constexpr std::size_t log_page = 1'000;

// The number that the event itself tells: "DC261122-0003".
std::string number_of(const Event& event) {
    struct Numbered {
        static std::string plain(std::string json) {
            return json.size() < 2 || json.front() != '"' ? std::string() : json.substr(1, json.size() - 2);
        }
    };
    return Numbered::plain(reflect::json_member(event.data, "number").value_or(""));
}

Count count_for(const Event& event, Measure measure, Id<User> user, ObjectRef object) {
    return {.measure = measure,
            .user_id = user,
            .model_id = 0,
            .amount = 1,
            .object_type = std::string(object.type),
            .object_id = object.id,
            .customer_id = event.object("customer"),
            .number = number_of(event),
            .settles = false};
}

std::vector<Count> of_lead(const Event& event) {
    const ObjectRef lead{"lead", event.object("lead")};
    if (event.name == "leads.needs_recorded") {
        auto count = count_for(event, Measure::needs_asked, {event.user_id}, lead);
        count.settles = true;
        return {count};
    }
    const Id<User> consultant{event.object("user")};
    if (event.name == "leads.lost" || event.name == "leads.revived") {
        auto count = count_for(event, Measure::leads_lost, consultant, lead);
        count.amount = event.name == "leads.lost" ? 1 : 0;
        count.settles = true;
        return {count};
    }
    if (event.name == "leads.opened") return {count_for(event, Measure::leads_opened, consultant, lead)};
    std::vector<Count> counts{count_for(event, Measure::contacts_made, consultant, lead)};
    if (reflect::json_member(event.data, "late") == "true") {
        counts.push_back(count_for(event, Measure::contacts_late, consultant, lead));
    }
    return counts;
}

std::vector<Count> of_test_drive(db::Connection& db, Id<Store> store, const Event& event) {
    const auto drive = showroom::find_test_drive(db, store, {event.object("test_drive")});
    if (!drive) return {};
    auto count = count_for(event, Measure::test_drives, drive->consultant_id, {"test_drive", drive->id});
    count.settles = true;
    count.number = drive->number;
    if (const auto car = vehicles::find_car(db, store, drive->car_id); car && car->model_id) {
        count.model_id = car->model_id->value;
    }
    return {count};
}

Count of_deal(const Event& event, const deals::DealFacts& deal, Measure measure, std::int64_t amount) {
    auto count = count_for(event, measure, deal.consultant_id, {"deal", deal.id});
    count.model_id = deal.model_id.value;
    count.amount = amount;
    count.customer_id = deal.customer_id.value;
    count.number = deal.number;
    count.settles = true;
    return count;
}

std::vector<Count> of_deal_event(db::Connection& db, Id<Store> store, const Event& event) {
    const auto deal = deals::find_deal(db, store, {event.object("deal")});
    if (!deal) return {};
    if (event.name == "deals.quote_offered") return {of_deal(event, *deal, Measure::quotes, 1)};
    if (event.name == "financing.disbursed") return {of_deal(event, *deal, Measure::loans, 1)};
    if (event.name == "deals.commission_earned") {
        auto earned = of_deal(event, *deal, Measure::insurance_commission, event.number("amount"));
        earned.settles = false;  // a deal may have several policies
        return {earned};
    }
    return {of_deal(event, *deal, Measure::orders, event.name == "deals.contract_signed" ? 1 : 0)};
}

std::vector<Count> of_delivery(db::Connection& db, Id<Store> store, const Event& event) {
    const auto deal = deals::find_deal(db, store, {event.object("deal")});
    if (!deal) return {};
    std::vector<Count> counts{of_deal(event, *deal, Measure::cars_delivered, 1),
                              of_deal(event, *deal, Measure::revenue, deal->car_price.fen),
                              of_deal(event, *deal, Measure::accessories, deal->accessories.fen),
                              of_deal(event, *deal, Measure::services, deal->fees.fen)};
    for (const auto& line : deals::line_sums_of(db, store, deal->id)) {
        if (line.kind == deals::DealLineKind::insurance) {
            counts.push_back(of_deal(event, *deal, Measure::insurance, line.amount.fen));
        }
    }
    return counts;
}

// What the customer said after the delivery counts for who sold the car.
std::vector<Count> of_call(db::Connection& db, Id<Store> store, const Event& event) {
    const auto points = event.number("satisfaction");
    if (points == 0) return {};
    const auto deal = deals::find_deal(db, store, {event.object("deal")});
    if (!deal) return {};
    auto answer = of_deal(event, *deal, Measure::satisfaction_answers, 1);
    auto sum = of_deal(event, *deal, Measure::satisfaction_points, points);
    answer.settles = sum.settles = false;
    return {answer, sum};
}

std::vector<Count> of_complaint(db::Connection& db, Id<Store> store, const Event& event) {
    const auto deal = deals::find_deal(db, store, {event.object("deal")});
    if (!deal) return {};
    auto count = of_deal(event, *deal, Measure::complaints, 1);
    count.settles = false;
    count.object_type = "complaint";
    count.object_id = event.object("complaint");
    count.number = number_of(event);
    return {count};
}

void write(Tx& tx, const Event& event, const Count& count, const Counted& part) {
    insert_case(tx, {.id = tx.new_id<Case>(),
                     .at = event.at,
                     .day = local_date(event.at),
                     .user_id = part.user_id,
                     .model_id = part.model_id,
                     .measure = count.measure,
                     .amount = part.amount,
                     .object_type = count.object_type,
                     .object_id = count.object_id,
                     .customer_id = count.customer_id,
                     .number = count.number});
}

void count_now(Tx& tx, const Event& event) {
    for (const auto& count : counts_of(tx.db(), tx.store_id(), event)) {
        if (!count.user_id && count.amount != 0) continue;  // an event without a person
        const auto before =
            count.settles ? counted_of(tx.db(), tx.store_id(), count) : std::vector<Counted>{};
        for (const auto& part : difference_to(count, before)) write(tx, event, count, part);
    }
}

}  // namespace

const std::vector<std::string_view>& counted_events() {
    static const std::vector<std::string_view> events{"reception.visitor_greeted",
                                                      "leads.opened",
                                                      "leads.contact_recorded",
                                                      "leads.needs_recorded",
                                                      "leads.lost",
                                                      "leads.revived",
                                                      "deals.quote_offered",
                                                      "deals.contract_signed",
                                                      "deals.contract_cancelled",
                                                      "deals.deal_cancelled",
                                                      "deals.commission_earned",
                                                      "delivery.car_delivered",
                                                      "showroom.test_drive_finished",
                                                      "care.call_recorded",
                                                      "complaints.complaint_opened",
                                                      "financing.disbursed"};
    return events;
}

std::vector<Count> counts_of(db::Connection& db, Id<Store> store, const Event& event) {
    const auto& name = event.name;
    if (name == "reception.visitor_greeted") {
        return {count_for(event, Measure::visitors_greeted, {event.object("user")},
                          {"visit", event.object("visit")})};
    }
    if (name.starts_with("leads.")) return of_lead(event);
    if (name.starts_with("deals.") || name == "financing.disbursed") return of_deal_event(db, store, event);
    if (name == "showroom.test_drive_finished") return of_test_drive(db, store, event);
    if (name == "delivery.car_delivered") return of_delivery(db, store, event);
    if (name == "care.call_recorded") return of_call(db, store, event);
    if (name == "complaints.complaint_opened") return of_complaint(db, store, event);
    return {};
}

std::vector<Counted> difference_to(const Count& wanted, const std::vector<Counted>& before) {
    std::vector<Counted> parts;
    std::int64_t missing = wanted.amount;
    for (const auto& one : before) {
        if (one.user_id == wanted.user_id && one.model_id == wanted.model_id) {
            missing -= one.amount;
        } else if (one.amount != 0) {
            parts.push_back({one.user_id, one.model_id, -one.amount});
        }
    }
    if (missing != 0) parts.push_back({wanted.user_id, wanted.model_id, missing});
    return parts;
}

MaybeRefused count_event(Tx& tx, const Event& event) {
    count_now(tx, event);
    return std::nullopt;
}

std::int64_t count_log(Tx& tx) {
    drop_counted(tx);
    std::int64_t seen = 0, after = 0;
    for (;;) {
        const auto page = log::entries_since(tx.db(), tx.store_id(), after, log_page);
        for (const auto& entry : page) {
            after = entry.seq;
            ++seen;
            const auto& names = counted_events();
            if (std::find(names.begin(), names.end(), entry.name) == names.end()) continue;
            count_now(tx, log::event_of(entry));
        }
        if (page.size() < log_page) return seen;
    }
}

void count_history(Tx& tx) {
    if (!tx.store_id() || history_is_counted(tx.db(), tx.store_id())) return;
    set_history_counted(tx, count_log(tx));
}

}  // namespace forecourt::people
