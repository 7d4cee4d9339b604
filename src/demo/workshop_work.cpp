#include <demo/workshop_floor.h>

namespace forecourt::demo {
namespace {

std::string id_text(std::int64_t id) { return std::to_string(id); }

const char* means_of(Player& player) {
    if (player.chance(10)) return "cash";
    return player.chance(80) ? "qr" : "card";
}

}  // namespace

void Workshop::assign(const VisitPtr& visit) const {
    visit->technician = least_busy(visit);
    Instant start = player_->now();
    for (const auto& line : items_at(record(visit), "lines")) {
        if (text_at(line, "kind") != "labour" || text_at(line, "state") != "approved") continue;
        const std::string plan =
            "{\"line_id\":" + text_at(line, "id") + ",\"version\":" + text_at(line, "version") +
            ",\"technician_id\":" + id_text(player_->user(technician(visit).login).value) +
            ",\"planned_start\":\"" + to_text(start) + "\"";
        std::string assigned;
        for (const auto bay : floor_->stock.bays) {
            auto& taken_until = floor_->bay_taken_until[bay];
            if (taken_until > start) continue;
            assigned = player_->try_act("foreman", "workshop.assign_work",
                                        plan + ",\"bay_id\":" + id_text(bay) + "}");
            if (assigned.empty()) continue;
            taken_until = parse_instant(text_at(assigned, "planned_end")).value_or(start);
            break;
        }
        if (assigned.empty()) assigned = player_->try_act("foreman", "workshop.assign_work", plan + "}");
        if (const auto end = parse_instant(text_at(assigned, "planned_end"))) start = *end;
    }
    if (visit->of_last_hours) {
        technician(visit).waiting.push_front(visit);
    } else {
        technician(visit).waiting.push_back(visit);
    }
    begin_next(visit->technician);
}

void Workshop::begin_next(std::size_t index) const {
    auto& technician = floor_->technicians[index];
    if (technician.at_work || technician.waiting.empty()) return;
    const auto visit = technician.waiting.front();
    technician.waiting.pop_front();
    technician.at_work = true;
    later(visit, 2, 9, &Workshop::work);
}

void Workshop::work(const VisitPtr& visit) const {
    const auto lines = items_at(record(visit), "lines");
    issue_parts(lines);
    for (const auto& line : lines) {
        const bool open = text_at(line, "kind") == "labour" && text_at(line, "state") == "approved" &&
                          text_at(line, "work") != "done";
        if (!open) continue;
        const auto job = text_at(line, "id");
        const bool again = text_at(line, "work") == "rework";
        const std::int64_t percent = visit->of_last_hours ? 35 : again ? 30 : player_->between(75, 130);
        if (player_->try_act(technician(visit).login, "workshop.clock_on", "{\"line_id\":" + job + "}")
                .empty())
            break;
        if (visit->stay == Stay::working) return;
        // Hours in thousandths: 1000 are 3,600,000 ms.
        wait_for_end(visit, job, Duration{number_at(line, "quantity") * 3600 * percent / 100});
        return;
    }
    technician(visit).at_work = false;
    begin_next(visit->technician);
    for (const auto& line : lines) {
        if (text_at(line, "kind") != "outside" || text_at(line, "state") != "approved" ||
            text_at(line, "work") == "done") {
            continue;
        }
        player_->try_act(
            "foreman", "workshop.finish_outside_work",
            "{\"line_id\":" + text_at(line, "id") + ",\"version\":" + text_at(line, "version") + "}");
    }
    if (visit->stay == Stay::checking) return;
    later(visit, 4, 12, &Workshop::check_self);
}

void Workshop::wait_for_end(const VisitPtr& visit, const std::string& job, Duration left) const {
    const auto self = *this;
    const Instant shift_end = local_instant(local_date(player_->now()), 18);
    const bool goes_on = !visit->of_last_hours && player_->now() < shift_end &&
                         player_->now() + left > shift_end + minutes(20);
    const auto clock_off = [self, visit](const char* reason) {
        self.player_->try_act(self.technician(visit).login, "workshop.clock_off",
                              std::string("{\"reason\":\"") + reason + "\"}");
    };
    if (!goes_on) {
        player_->after(left, [self, visit, clock_off] {
            clock_off("done");
            self.work(visit);
        });
        return;
    }
    const Duration rest{left.ms - (shift_end - player_->now()).ms};
    player_->at(shift_end, [self, visit, job, rest, clock_off] {
        clock_off("shift_end");
        const Instant morning = local_instant(local_date(self.player_->now()) + 1, 8, 45);
        self.player_->at(morning, [self, visit, job, rest] {
            self.player_->try_act(self.technician(visit).login, "workshop.clock_on",
                                  "{\"line_id\":" + job + "}");
            self.wait_for_end(visit, job, rest);
        });
    });
}

void Workshop::issue_parts(const std::vector<std::string>& lines) const {
    for (const auto& line : lines) {
        const auto wanted = number_at(line, "quantity") - number_at(line, "issued");
        if (text_at(line, "kind") != "part" || text_at(line, "state") != "approved" || wanted <= 0) continue;
        const std::string input =
            "{\"line_id\":" + text_at(line, "id") + ",\"quantity\":" + id_text(wanted) + "}";
        const auto part = number_at(line, "part_id");
        if (number_at(line, "reserved") < wanted) receive_parts(*player_, floor_->stock, {{part, wanted}});
        player_->try_act(player_->on_duty(Role::parts), "workshop.issue_part", input);
        floor_->issued[part] += wanted;
    }
}

bool Workshop::check(const VisitPtr& visit, const char* level, std::string_view login,
                     const std::string& rest) const {
    const std::string list = checklist_answers(std::string("quality_") + level);
    return !player_
                ->try_act(login, "workshop.record_check",
                          order_at(visit) + ",\"level\":\"" + level + "\"" +
                              (rest.empty() ? ",\"passed\":true,\"answers\":" + list : rest) + "}")
                .empty();
}

void Workshop::check_self(const VisitPtr& visit) const {
    if (check(visit, "self", technician(visit).login, "")) later(visit, 4, 15, &Workshop::check_peer);
}

void Workshop::check_peer(const VisitPtr& visit) const {
    const auto colleague =
        (visit->technician + static_cast<std::size_t>(player_->between(1, 3))) % floor_->technicians.size();
    if (check(visit, "peer", floor_->technicians[colleague].login, ""))
        later(visit, 5, 25, &Workshop::check_final);
}

void Workshop::check_final(const VisitPtr& visit) const {
    if (!visit->of_last_hours && !visit->sent_back && player_->chance(9) && send_back(visit)) return;
    const std::string road = ",\"passed\":true,\"answers\":" + checklist_answers("quality_final") +
                             ",\"road_test_km\":" + id_text(player_->between(2, 5));
    if (!check(visit, "final", player_->on_duty(Role::inspector), road)) return;
    if (player_->chance(85)) {
        player_->try_act(technician(visit).login, "workshop.record_wash", order_at(visit) + "}");
    }
    if (visit->stay == Stay::ready) return;
    later(visit, 8, 35, &Workshop::settle);
}

bool Workshop::send_back(const VisitPtr& visit) const {
    static const std::vector<std::pair<const char*, const char*>> causes{
        {"workmanship", "卡钳螺栓未按力矩拧紧"},
        {"workmanship", "护板卡扣少装一只"},
        {"cleanliness", "方向盘有油污未清洁"},
        {"diagnosis", "路试仍有轻微异响，需复查"}};
    for (const auto& line : items_at(record(visit), "lines")) {
        if (text_at(line, "kind") != "labour" || text_at(line, "state") != "approved") continue;
        const auto& [cause, words] = player_->one_of(causes);
        visit->sent_back = check(
            visit, "final", player_->on_duty(Role::inspector),
            ",\"passed\":false,\"answers\":" + checklist_answers("quality_final", {"complaint_solved"}) +
                ",\"faults\":[{\"line_id\":" + text_at(line, "id") + ",\"cause\":\"" + cause +
                "\",\"words\":" + quoted(words) + "}],\"road_test_km\":3");
        if (!visit->sent_back) return false;
        technician(visit).waiting.push_front(visit);
        begin_next(visit->technician);
        return true;
    }
    return false;
}

void Workshop::settle(const VisitPtr& visit) const {
    std::int64_t customers_part = 0;
    for (const auto& line : items_at(record(visit), "lines")) {
        if (text_at(line, "state") == "approved" && text_at(line, "payer") == "customer") {
            customers_part += number_at(line, "amount");
        }
    }
    std::string input = order_at(visit) + ",\"round_to\":\"yuan\"";
    if (customers_part > 20'000 && player_->chance(18)) {
        input += ",\"discount\":" + id_text(customers_part / 10'000 * 100 * player_->between(3, 8)) +
                 ",\"discount_reason\":\"老客户优惠\"";
    }
    if (player_->try_act(visit->advisor, "workshop.settle_order", input + "}").empty()) return;
    if (visit->stay == Stay::settled) return;
    // Some come for their car the next day only.
    player_->chance(15) ? later(visit, 900, 1300, &Workshop::hand_back)
                        : later(visit, 10, 70, &Workshop::hand_back);
}

void Workshop::hand_back(const VisitPtr& visit) const {
    for (const auto& due :
         items_at(player_->see(player_->on_duty(Role::cashier), "payments.due_list",
                               {{"standing", "open"}, {"object_type", "repair_order"}, {"limit", "500"}}),
                  "rows")) {
        if (number_at(due, "object_id") != visit->order) continue;
        if (number_at(due, "open") <= 0) continue;
        player_->try_act(player_->on_duty(Role::cashier), "payments.receive_payment",
                         "{\"due_id\":" + text_at(due, "id") + ",\"means\":\"" + means_of(*player_) +
                             "\",\"amount\":" + text_at(due, "open") + ",\"reference\":\"WX" +
                             id_text(visit->order) + "\"}");
    }
    const auto shown = record(visit);
    const auto mileage_out = number_at(shown, "order.mileage_km") + player_->between(2, 6);
    const bool old_parts_back = text_at(shown, "order.wants_old_parts") == "true";
    const auto back =
        player_->try_act(visit->advisor, "workshop.hand_back",
                         order_at(visit) + ",\"mileage_out_km\":" + id_text(mileage_out) +
                             ",\"signature\":" + signature(visit) + ",\"explained\":true,\"old_parts\":\"" +
                             (old_parts_back ? "given_to_customer" : "kept_by_shop") +
                             "\",\"next_service_on\":\"" + to_text(local_date(player_->now()) + 182) +
                             "\",\"next_service_km\":" + id_text(mileage_out + 7500) + "}");
    if (back.empty()) return;
    visit->car->mileage_km = mileage_out;
    visit->car->expected = false;
}

}  // namespace forecourt::demo
