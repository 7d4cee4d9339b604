#include <demo/days.h>

namespace forecourt::demo {
namespace {

std::string id_text(std::int64_t id) { return std::to_string(id); }

class Care {
  public:
    explicit Care(Dealership* store) : store_(store), player_(&store->player) {}

    void plan_day(Date day) const {
        const auto self = *this;
        player_->at(local_instant(day, 9, player_->between(40, 59)),
                    [self, day] { self.call_everyone(day); });
        // Now and then somebody complains without being asked; so also on the last days.
        const int days_left = store_->last_day - day;
        if (days_left <= 4 || player_->chance(7)) {
            player_->at(
                local_instant(day, days_left == 0 ? 8 : player_->between(10, 16), player_->between(0, 59)),
                [self] { self.hear_complaint(); });
        }
    }

    void call_everyone(Date day) const {
        const auto self = *this;
        auto calls =
            items_at(player_->see(player_->on_duty(Role::care), "care.call_list",
                                  {{"state", "planned"}, {"due_until", to_text(day)}, {"limit", "200"}}),
                     "rows");
        // Some of the last day's calls are still to be made.
        if (day == store_->last_day) calls.resize(calls.size() / 3);
        int minutes_on = 0;
        for (const auto& call : calls) {
            minutes_on += player_->between(3, 9);
            player_->after(minutes(minutes_on), [self, call] { self.make_call(call); });
        }
    }

  private:
    void make_call(const std::string& call) const {
        static const std::vector<std::string> glad{"服务很好，交车准时", "顾问讲解清楚",
                                                   "挺满意的",           "休息区不错，价格透明",
                                                   "车开着没问题",       "接待热情，推荐给朋友了"};
        static const std::vector<std::string> cross{
            "等了两个多小时，没人告诉我进度", "洗车没洗干净，轮毂上还有泥", "说好五点交车，拖到第二天",
            "保养完方向盘上有油渍",           "报价和最后账单解释得不清楚", "修完异响还在，还得再跑一趟"};
        std::string input =
            "{\"call_id\":" + text_at(call, "id") + ",\"version\":" + text_at(call, "version");
        const int luck = player_->between(1, 100);
        if (luck <= 13) {
            player_->try_act(player_->on_duty(Role::care), "care.record_call",
                             input + ",\"result\":\"not_reached\",\"words\":\"\"}");
            return;
        }
        if (luck <= 15) {
            player_->try_act(player_->on_duty(Role::care), "care.record_call",
                             input + ",\"result\":\"refused\",\"words\":\"客户在忙，不愿接受回访\"}");
            if (player_->chance(30)) {
                player_->try_act(player_->on_duty(Role::care), "care.opt_out",
                                 "{\"customer_id\":" + text_at(call, "customer_id") +
                                     ",\"reason\":\"客户要求不要再打电话\"}");
            }
            return;
        }
        const bool unhappy = player_->chance(8);
        const int satisfaction = unhappy               ? player_->between(player_->chance(20) ? 2 : 4, 6)
                                 : player_->chance(88) ? player_->between(8, 10)
                                                       : 7;
        const auto recorded =
            player_->try_act(player_->on_duty(Role::care), "care.record_call",
                             input + ",\"result\":\"reached\",\"satisfaction\":" + id_text(satisfaction) +
                                 ",\"words\":" + quoted(player_->one_of(unhappy ? cross : glad)) + "}");
        if (const auto complaint = number_at(recorded, "complaint_id"); complaint != 0) see_to(complaint);
    }

    void hear_complaint() const {
        struct Heard {
            const char* words;
            const char* channel;
            const char* category;
        };
        static const std::vector<Heard> heard{{"提车后发现脚垫不是合同里写的款式", "phone", "product"},
                                              {"空调修过一次，这周又不凉了", "workshop", "service"},
                                              {"同一个保养项目比上次贵了一百多", "showroom", "price"},
                                              {"打了三次电话都没人回", "phone", "service"},
                                              {"倒车影像偶尔黑屏", "customer_page", "product"}};
        const auto customers = items_at(
            player_->see(player_->on_duty(Role::care), "customers.customer_list", {{"limit", "100"}}),
            "rows");
        if (customers.empty()) return;
        const auto& one = player_->one_of(heard);
        const auto opened = player_->try_act(
            player_->on_duty(Role::care), "complaints.open",
            "{\"customer_id\":" + text_at(player_->one_of(customers), "id") + ",\"channel\":\"" +
                one.channel + "\",\"category\":\"" + one.category + "\",\"severity\":\"" +
                (player_->chance(70) ? "general" : "minor") + "\",\"words\":" + quoted(one.words) + "}");
        if (!opened.empty()) see_to(number_at(opened, "complaint_id"));
    }

    using Step = void (Care::*)(std::int64_t) const;
    void later(std::int64_t complaint, Duration low, Duration high, Step step) const {
        const auto wait =
            minutes(player_->between(static_cast<int>(low.ms / 60'000), static_cast<int>(high.ms / 60'000)));
        const auto self = *this;
        player_->at(player_->within_hours(player_->now() + wait),
                    [self, complaint, step] { (self.*step)(complaint); });
    }

    std::string complaint_at(std::int64_t complaint) const {
        const auto shown = player_->see(player_->on_duty(Role::care), "complaints.complaint_record",
                                        {{"complaint_id", id_text(complaint)}});
        return "{\"complaint_id\":" + id_text(complaint) +
               ",\"version\":" + text_at(shown, "complaint.version");
    }

    void see_to(std::int64_t complaint) const { later(complaint, minutes(20), hours(3), &Care::review); }

    void review(std::int64_t complaint) const {
        const auto shown = player_->see(player_->on_duty(Role::care), "complaints.complaint_record",
                                        {{"complaint_id", id_text(complaint)}});
        const bool valid = player_->chance(92);
        const auto reviewed = player_->try_act(
            player_->on_duty(Role::care), "complaints.review",
            complaint_at(complaint) + ",\"valid\":" + (valid ? "true" : "false") +
                ",\"category\":" + quoted(text_at(shown, "complaint.category")) +
                ",\"severity\":" + quoted(text_at(shown, "complaint.severity")) + ",\"note\":" +
                quoted(valid ? "已与客户及当班顾问核实，情况属实" : "核实为误会，已向客户说明") + "}");
        if (!reviewed.empty() && valid) later(complaint, hours(2), hours(26), &Care::propose);
    }

    void propose(std::int64_t complaint) const {
        static const std::vector<std::pair<const char*, int>> ways{
            {"店长致歉，赠送基础保养一次", 38'000},
            {"免费返工并提供代步车", 26'000},
            {"上门取送车返修，赠送内饰清洗", 19'800},
            {"退还差价，工时减免", 68'000},
            {"更换部件并延长保修，补偿交通费", 120'000}};
        const auto& [way, cost] = player_->one_of(ways);
        const auto proposed = player_->try_act(
            player_->on_duty(Role::care), "complaints.propose_solution",
            complaint_at(complaint) + ",\"solution\":" + quoted(way) + ",\"cost\":" + id_text(cost) + "}");
        if (proposed.empty()) return;
        const bool asks = text_at(proposed, "state") == "awaiting_approval";
        later(complaint, hours(2), hours(asks ? 20 : 40), asks ? &Care::approve : &Care::carry_out);
    }

    void approve(std::int64_t complaint) const {
        for (const auto& row : items_at(player_->see("gm", "approvals.waiting"), "rows")) {
            if (text_at(row, "object_type") != "complaint" || number_at(row, "object_id") != complaint)
                continue;
            const bool granted = player_->chance(80);
            player_->try_act(
                "gm", "approvals.decide",
                "{\"approval_id\":" + text_at(row, "id") + ",\"granted\":" + (granted ? "true" : "false") +
                    ",\"note\":" + quoted(granted ? "同意，尽快落实" : "补偿过高，再与客户沟通") + "}");
            later(complaint, hours(3), hours(30), granted ? &Care::carry_out : &Care::propose);
        }
    }

    void carry_out(std::int64_t complaint) const {
        const auto done =
            player_->try_act(player_->on_duty(Role::care), "complaints.carry_out",
                             complaint_at(complaint) + ",\"done\":\"已按方案落实，客户确认收到\"}");
        if (!done.empty()) later(complaint, hours(18), hours(50), &Care::ask_verdict);
    }

    void ask_verdict(std::int64_t complaint) const {
        const bool content = player_->chance(85);
        player_->try_act(player_->on_duty(Role::care), "complaints.record_verdict",
                         complaint_at(complaint) + ",\"satisfied\":" + (content ? "true" : "false") +
                             ",\"words\":" + quoted(content ? "处理得挺快，可以接受" : "还是没解决我的问题") +
                             "}");
        if (!content) {
            later(complaint, hours(2), hours(20), &Care::propose);
            return;
        }
        player_->try_act(player_->on_duty(Role::care), "complaints.name_cause",
                         complaint_at(complaint) +
                             ",\"cause\":\"交接时未同步进度与客户要求\",\"prevention\":"
                             "\"晨会强调，交车前由服务顾问逐项核对\"}");
    }

    Dealership* store_;
    Player* player_;
};

}  // namespace

void make_due_calls(Dealership& store) { Care(&store).call_everyone(store.last_day + 3); }

void plan_care_days(Dealership& store) {
    const Care care(&store);
    for (Date day = store.first_day; day <= store.last_day; day = day + 1) {
        store.player.at(local_instant(day, 8), [care, day] { care.plan_day(day); });
    }
}

}  // namespace forecourt::demo
