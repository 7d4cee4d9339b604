#include <demo/days.h>
#include <demo/workshop_floor.h>

#include <algorithm>
#include <numeric>

namespace forecourt::demo {
namespace {

std::string id_text(std::int64_t id) { return std::to_string(id); }

}  // namespace

void Workshop::plan_day(Date day) const {
    const auto self = *this;
    const int weekday = (day.days + 3) % 7;  // 0 is Monday
    for (int i = player_->between(2, 5); i > 0; --i) {
        const Date wanted = day + player_->between(1, 6);
        player_->at(local_instant(day, player_->between(9, 19), player_->between(0, 59)),
                    [self, wanted] { self.book(wanted); });
    }
    for (int i = player_->chance(weekday >= 5 ? 75 : 50) ? player_->between(1, 3) : 0; i > 0; --i) {
        player_->at(local_instant(day, player_->between(9, 13), player_->between(0, 59)),
                    [self] { self.walk_in(); });
    }
    if (weekday == 0) player_->at(local_instant(day, 9, 30), [self] { self.restock(); });
}

void Workshop::walk_in() const {
    if (auto visit = new_visit()) receive(visit);
}

bool Workshop::is_full() const {
    std::size_t waiting = 0;
    for (const auto& one : floor_->technicians) waiting += one.waiting.size();
    return waiting >= 2 * floor_->technicians.size();
}

void Workshop::restock() const {
    receive_parts(*player_, floor_->stock, floor_->issued);
    floor_->issued.clear();
}

void Workshop::plan_last_hours() const {
    const std::vector<std::pair<int, Stay>> cars{
        {270, Stay::handed_back}, {240, Stay::settled}, {215, Stay::ready},
        {150, Stay::checking},    {80, Stay::working},  {75, Stay::approved},
        {50, Stay::asked},        {35, Stay::asked},    {12, Stay::received}};
    for (const auto& [minutes_before, stay] : cars) {
        const auto self = *this;
        player_->at(store_->until - minutes(minutes_before), [self, stay = stay] {
            auto visit = self.new_visit();
            if (!visit) return;
            visit->of_last_hours = true;
            visit->stay = stay;
            // Short work, or it would not come so far.
            if (stay > Stay::working) visit->trouble = &troubles()[visit->car->electric ? 3 : 1];
            self.receive(visit);
        });
    }
}

void Workshop::later(const VisitPtr& visit, int low, int high, Step step) const {
    const Instant when = visit->of_last_hours
                             ? player_->now() + minutes(4)
                             : player_->within_hours(player_->now() + minutes(player_->between(low, high)));
    const auto self = *this;
    player_->at(when, [self, visit, step] { (self.*step)(visit); });
}

VisitPtr Workshop::new_visit() const {
    auto& cars = floor_->stock.cars;
    for (int tries = 0; tries < 40; ++tries) {
        auto& car = cars[static_cast<std::size_t>(player_->between(0, static_cast<int>(cars.size()) - 1))];
        const auto& trouble = player_->one_of(troubles());
        const bool fits = car.electric ? !trouble.only_engine : !trouble.only_electric;
        if (car.expected || !fits) continue;
        car.expected = true;
        car.mileage_km += player_->between(300, 2400);
        auto visit = std::make_shared<Visit>();
        visit->car = &car;
        visit->trouble = &trouble;
        visit->advisor = player_->one_of(player_->team(Role::advisor));
        return visit;
    }
    return nullptr;
}

void Workshop::book(Date day) const {
    const auto visit = new_visit();
    if (!visit) return;
    std::vector<std::string> starts;
    const auto offered = player_->see(visit->advisor, "workshop.free_slots", {{"day", to_text(day)}});
    for (const auto& slot : items_at(offered, "slots")) {
        const auto at = parse_instant(text_at(slot, "starts_at"));
        if (number_at(slot, "free") > 0 && at && local_minute_of_day(*at) <= 15 * 60) {
            starts.push_back(text_at(slot, "starts_at"));
        }
    }
    visit->car->expected = !starts.empty();
    if (starts.empty()) return;
    // Most like to come early.
    const std::string start = std::min(player_->one_of(starts), player_->one_of(starts));
    const std::string wish = "\"car_id\":" + id_text(visit->car->car) + ",\"starts_at\":" + quoted(start) +
                             ",\"words\":" + quoted(visit->trouble->words) + "}";
    const std::string by_staff = "{\"customer_id\":" + id_text(visit->car->customer) + "," + wish;
    const auto booked =
        player_->chance(30)
            ? player_->act_as_customer(visit->car->customer, "workshop.book_appointment", "{" + wish)
            : player_->try_act(player_->chance(80) ? visit->advisor : player_->on_duty(Role::care),
                               "workshop.book_appointment", by_staff);
    visit->car->expected = !booked.empty();
    if (booked.empty()) return;
    visit->appointment = number_at(booked, "appointment_id");
    const auto self = *this;
    const Instant arrival = *parse_instant(start);
    const int fate = player_->between(1, 100);
    if (fate <= 4) {
        end_appointment(visit, arrival - hours(player_->between(3, 20)), "workshop.cancel_appointment");
    } else if (fate <= 8) {
        end_appointment(visit, arrival + minutes(45), "workshop.mark_appointment_missed");
    } else {
        player_->at(arrival + minutes(player_->between(-12, 14)), [self, visit] { self.receive(visit); });
    }
}

void Workshop::end_appointment(const VisitPtr& visit, Instant when, const char* action) const {
    const auto self = *this;
    player_->at(when, [self, visit, action] {
        self.player_->try_act(visit->advisor, action,
                              "{\"appointment_id\":" + id_text(visit->appointment) +
                                  ",\"version\":1,\"reason\":\"客户临时有事\"}");
        visit->car->expected = false;
    });
}

std::string Workshop::photo(const VisitPtr& visit, unsigned number) const {
    return quoted(
        player_->upload(visit->advisor, photo_png(static_cast<unsigned>(visit->car->car) * 5 + number)));
}

std::string Workshop::signature(const VisitPtr& visit) const {
    return quoted(
        player_->upload(visit->advisor, signature_png(static_cast<unsigned>(visit->car->customer))));
}

void Workshop::receive(const VisitPtr& visit) const {
    std::int64_t work_minutes = 100;
    for (const auto& job : visit->trouble->jobs) {
        work_minutes += floor_->stock.operations.at(job.operation).hours * 60 * 14 / 10 / 1000;
    }
    Instant promised = player_->now() + minutes(work_minutes);
    if (local_minute_of_day(promised) > 17 * 60 + 30)
        promised = local_instant(local_date(player_->now()) + 1, 11);
    if (promised <= player_->now()) promised = player_->now() + hours(3);
    const std::string photos = player_->chance(65) ? photo(visit, 1) + "," + photo(visit, 2) : "";
    std::string input =
        "{\"customer_id\":" + id_text(visit->car->customer) + ",\"car_id\":" + id_text(visit->car->car) +
        ",\"mileage_km\":" + id_text(visit->car->mileage_km) +
        ",\"fuel_percent\":" + id_text(player_->between(12, 92)) +
        ",\"words\":" + quoted(visit->trouble->words) + ",\"promised_at\":\"" + to_text(promised) +
        "\",\"photos\":[" + photos + "],\"signature\":" + signature(visit) +
        ",\"repair_class\":" + quoted(visit->trouble->repair_class) +
        ",\"wants_old_parts\":" + (player_->chance(25) ? "true" : "false");
    if (player_->chance(30)) input += ",\"belongings\":\"ETC 卡、行车记录仪\"";
    if (visit->appointment != 0) input += ",\"appointment_id\":" + id_text(visit->appointment);
    const auto received = player_->try_act(visit->advisor, "workshop.receive_car", input + "}");
    if (received.empty()) {
        visit->car->expected = false;
        return;
    }
    visit->order = number_at(received, "order_id");
    later(visit, 3, 8, &Workshop::walk_round);
}

void Workshop::walk_round(const VisitPtr& visit) const {
    static const std::vector<std::string> places{"front", "left_side", "rear", "right_side",
                                                 "wheels_and_tyres"};
    const auto faults =
        player_->chance(30) ? std::vector<std::string>{player_->one_of(places)} : std::vector<std::string>{};
    player_->try_act(visit->advisor, "workshop.record_walk_round",
                     order_of(visit) + ",\"answers\":" + checklist_answers("walk_round", faults) + "}");
    if (visit->stay == Stay::received) return;
    visit->technician = least_busy(visit);
    later(visit, 10, 25, &Workshop::diagnose);
}

std::string Workshop::order_of(const VisitPtr& visit) const {
    return "{\"order_id\":" + id_text(visit->order);
}

std::string Workshop::record(const VisitPtr& visit) const {
    return player_->see("gm", "workshop.order", {{"order_id", id_text(visit->order)}});
}

std::string Workshop::order_at(const VisitPtr& visit) const {
    return order_of(visit) + ",\"version\":" + text_at(record(visit), "order.version");
}

std::size_t Workshop::least_busy(const VisitPtr& visit) const {
    const bool late = player_->now() > store_->until - hours(7);
    std::vector<std::size_t> order(floor_->technicians.size());
    std::iota(order.begin(), order.end(), 0);
    const auto half = order.begin() + static_cast<std::ptrdiff_t>(order.size() / 2);
    if (late && visit->of_last_hours) std::rotate(order.begin(), half, order.end());
    if (late && !visit->of_last_hours) order.erase(half, order.end());
    return *std::min_element(order.begin(), order.end(), [&](auto a, auto b) {
        const auto load = [&](auto i) {
            return floor_->technicians[i].waiting.size() + (floor_->technicians[i].at_work ? 1 : 0);
        };
        return load(a) < load(b);
    });
}

Technician& Workshop::technician(const VisitPtr& visit) const {
    return floor_->technicians[visit->technician];
}

void Workshop::diagnose(const VisitPtr& visit) const {
    plan_jobs(visit, *visit->trouble);
    if (!visit->of_last_hours && player_->chance(45)) {
        visit->suggested = plan_jobs(visit, player_->one_of(suggestions()));
    }
    if (player_->chance(6)) {
        player_->try_act(
            visit->advisor, "workshop.add_outside_work",
            order_of(visit) + ",\"name\":\"轮毂划痕修复（外协）\",\"price\":28000,\"payer\":\"customer\"}");
    }
    later(visit, 3, 10, &Workshop::ask);
}

std::vector<std::int64_t> Workshop::plan_jobs(const VisitPtr& visit, const Trouble& trouble) const {
    std::string about = ",\"payer\":" + quoted(trouble.payer);
    if (*trouble.finding != 0) {
        const auto finding = player_->try_act(
            technician(visit).login, "workshop.record_finding",
            order_of(visit) + ",\"part_of_car\":" + quoted(trouble.part_of_car) +
                ",\"words\":" + quoted(trouble.finding) + ",\"reading\":" + quoted(trouble.reading) +
                ",\"urgency\":" + quoted(trouble.urgency) + ",\"photos\":[" +
                (player_->chance(60) ? photo(visit, 3) : "") + "]}");
        if (!finding.empty()) about += ",\"finding_id\":" + text_at(finding, "finding_id");
    }
    std::vector<std::int64_t> jobs;
    for (const auto& job : trouble.jobs) {
        const auto added = player_->try_act(
            visit->advisor, "workshop.add_labour",
            order_of(visit) + ",\"operation_id\":" + id_text(floor_->stock.operations.at(job.operation).id) +
                about + "}");
        if (added.empty()) continue;
        jobs.push_back(number_at(added, "line_id"));
        for (const auto& needed : job.parts) {
            const auto* part = floor_->stock.part(needed.head, visit->car->series);
            if (part == nullptr) continue;
            player_->try_act(visit->advisor, "workshop.add_part_line",
                             order_of(visit) + ",\"part_id\":" + id_text(part->id) +
                                 ",\"quantity\":" + id_text(needed.pieces * 1000) +
                                 ",\"job_line_id\":" + id_text(jobs.back()) + about + "}");
        }
    }
    return jobs;
}

void Workshop::ask(const VisitPtr& visit) const {
    const auto asked = player_->try_act(visit->advisor, "workshop.request_consent", order_at(visit) + "}");
    if (asked.empty()) return;
    visit->consent = number_at(asked, "consent_id");
    if (visit->stay == Stay::asked) return;
    later(visit, 4, 45, &Workshop::answer);
}

void Workshop::answer(const VisitPtr& visit) const {
    const bool nothing_wanted =
        !visit->of_last_hours && visit->trouble->payer == std::string_view("customer") && player_->chance(4);
    const bool suggestion_wanted = player_->chance(55);
    std::string answers;
    for (const auto& line : items_at(record(visit), "lines")) {
        if (text_at(line, "state") != "asked") continue;
        const auto job = std::max(number_at(line, "job_line_id"),
                                  text_at(line, "kind") == "labour" ? number_at(line, "id") : 0);
        const bool suggested =
            std::find(visit->suggested.begin(), visit->suggested.end(), job) != visit->suggested.end();
        const bool yes = !nothing_wanted && (!suggested || suggestion_wanted);
        answers += std::string(answers.empty() ? "" : ",") + "{\"line_id\":" + text_at(line, "id") +
                   ",\"approved\":" + (yes ? "true" : "false") + "}";
    }
    const std::string input = "{\"consent_id\":" + id_text(visit->consent) + ",\"answers\":[" + answers + "]";
    const int way = player_->between(1, 100);
    std::string answered;
    if (way <= 45) {
        answered = player_->act_as_customer(visit->car->customer, "workshop.answer_consent", input + "}");
    } else if (way <= 80) {
        answered =
            player_->try_act(visit->advisor, "workshop.answer_consent",
                             input + ",\"channel\":\"screen\",\"signature\":" + signature(visit) + "}");
    } else {
        answered =
            player_->try_act(visit->advisor, "workshop.answer_consent",
                             input + ",\"channel\":\"phone_call\",\"recording\":" + photo(visit, 4) + "}");
    }
    if (answered.empty() || visit->stay == Stay::approved) return;
    later(visit, 3, 12, number_at(answered, "approved_lines") > 0 ? &Workshop::assign : &Workshop::cancel);
}

void Workshop::cancel(const VisitPtr& visit) const {
    player_->try_act(visit->advisor, "workshop.cancel_order",
                     order_at(visit) + ",\"reason\":\"客户只检查，本次不维修\"}");
    visit->car->expected = false;
}

std::shared_ptr<Floor> floor_of(Dealership& store, WorkshopStock stock) {
    auto floor = std::make_shared<Floor>();
    floor->stock = std::move(stock);
    auto technicians = store.player.team(Role::technician);
    technicians.pop_back();
    for (auto& login : technicians) {
        floor->technicians.push_back({.login = std::move(login), .waiting = {}});
    }
    return floor;
}

std::shared_ptr<Floor> know_the_workshop(Dealership& store) { return floor_of(store, know_the_stock(store)); }

void plan_workshop_days(Dealership& store) {
    const Workshop workshop(&store, floor_of(store, set_up_workshop(store)));
    for (Date day = store.first_day; day <= store.last_day; day = day + 1) {
        store.player.at(local_instant(day, 8), [workshop, day] { workshop.plan_day(day); });
    }
    workshop.plan_last_hours();
}

}  // namespace forecourt::demo
