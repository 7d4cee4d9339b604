#include <demo/days.h>

#include <array>
#include <memory>

namespace forecourt::demo {
namespace {

std::string id_text(std::int64_t id) { return std::to_string(id); }

Date first_of(Date day) {
    auto parts = parts_of(day);
    parts.day = 1;
    return date_of(parts);
}

struct Goal {
    const char* measure;
    std::int64_t amount;
};
// What the store wants in a month; the manager shares it out.
constexpr std::array<Goal, 8> goals{{{"orders", 48},
                                     {"cars_delivered", 44},
                                     {"revenue", 780'000'000},
                                     {"accessories", 6'600'000},
                                     {"insurance", 18'000'000},
                                     {"leads_opened", 150},
                                     {"contacts_made", 620},
                                     {"test_drives", 66}}};

// How the sales team lives through its months: rules first, targets on the first day, the closing on the
// second of the next, and what people have to say to their statements.
class TeamMonths {
  public:
    explicit TeamMonths(Dealership& store) : store_(store), player_(store.player) {}

    void begin() {
        const Date month = first_of(store_.first_day);
        publish("people.save_formula_draft", formula(), month, "展厅考核办法");
        publish("people.save_rules_draft", rules(), month, "销售提成办法");
        const auto all = player_.team(Role::sales);
        const auto half = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
        teams_ = {team("展厅一组", {all.begin(), half}), team("展厅二组", {half, all.end()})};
    }

    void set_targets(Date month) const {
        for (const auto& goal : goals) {
            const std::string of =
                "{\"month\":\"" + to_text(month) + "\",\"measure\":\"" + goal.measure + "\",";
            player_.act("sales_manager", "people.set_target",
                        of + "\"scope\":\"store\",\"amount\":" + id_text(amount_in(goal, month)) +
                            ",\"reason\":\"月初销售例会\"}");
            share(of + "\"scope\":\"store\",\"to\":\"teams\",\"reason\":\"按组分解\"", month);
            for (const auto& id : teams_) {
                share(of + "\"scope\":\"team\",\"team_id\":" + id +
                          ",\"to\":\"people\",\"reason\":\"按人分解\"",
                      month);
            }
        }
        share("{\"month\":\"" + to_text(month) +
                  "\",\"measure\":\"orders\",\"scope\":\"person\",\"user_id\":" + user("sales1") +
                  ",\"to\":\"models\",\"reason\":\"按车型分解\"",
              month);
    }

    void close(Date month) const {
        player_.act("hr", "people.close_month", "{\"month\":\"" + to_text(month) + "\"}");
        const auto self = *this;
        for (const auto& login : player_.team(Role::sales)) {
            player_.at(player_.within_hours(player_.now() + hours(player_.between(2, 30))),
                       [self, login, month] { self.look_at_statement(login, month); });
        }
        player_.at(player_.within_hours(player_.now() + days(4)), [self, month] { self.issue(month); });
    }

  private:
    // The first month has only the days that are left of it.
    std::int64_t amount_in(const Goal& goal, Date month) const {
        const auto whole = add_months(month, 1) - month;
        const auto left = add_months(month, 1) - std::max(month, store_.first_day);
        const auto amount = scale_half_up(goal.amount, left, whole);
        constexpr std::int64_t round = 1'000'000;  // money in whole ten thousands of yuan
        return amount > round ? amount / round * round : amount;
    }

    // Who did more gets more, once there is a whole month to go by. A team that got nothing shares nothing.
    void share(const std::string& of, Date month) const {
        const bool has_history = store_.first_day <= add_months(month, -1);
        const char* how = has_history ? "by_last_months" : "equal";
        if (player_.try_act("sales_manager", "people.share_target", of + ",\"how\":\"" + how + "\"}")
                .empty()) {
            player_.try_act("sales_manager", "people.share_target", of + ",\"how\":\"equal\"}");
        }
    }

    std::string user(std::string_view login) const { return id_text(player_.user(login).value); }

    static std::string formula() {
        const auto line = [](const char* figure, int weight, int cap, const char* source, int fixed) {
            return std::string("{\"figure\":\"") + figure + "\",\"weight\":" + std::to_string(weight) +
                   ",\"cap_percent\":" + std::to_string(cap) + ",\"source\":\"" + source +
                   "\",\"fixed_target\":" + std::to_string(fixed) + "}";
        };
        return "{\"lines\":[" + line("orders", 35, 130, "own_target", 0) + "," +
               line("cars_delivered", 20, 120, "own_target", 0) + "," +
               line("test_drives", 10, 120, "own_target", 0) + "," +
               line("order_rate", 10, 120, "team_average", 0) + "," +
               line("satisfaction", 15, 100, "fixed", 900) + "," +
               line("late_contact_share", 10, 100, "fixed", 1000) + "]}";
    }

    std::string rules() const {
        const auto rule = [](const char* kind, std::int64_t from, std::int64_t amount, int basis_points) {
            return std::string("{\"kind\":\"") + kind + "\",\"from\":" + id_text(from) +
                   ",\"amount\":" + id_text(amount) + ",\"basis_points\":" + std::to_string(basis_points) +
                   "}";
        };
        return "{\"tier_reach\":\"every_car\",\"rules\":[" + rule("per_car", 1, 30'000, 0) + "," +
               rule("per_car", 5, 40'000, 0) + "," + rule("per_car", 9, 55'000, 0) +
               ",{\"kind\":\"model_bonus\",\"from\":0,\"amount\":20000,\"basis_points\":0,\"model_id\":" +
               id_text(store_.models.back().id) + "}," + rule("accessories_share", 0, 0, 500) + "," +
               rule("services_share", 0, 0, 300) + "," + rule("insurance_commission_share", 0, 0, 1500) +
               "," + rule("loan_bonus", 0, 15'000, 0) + "," + rule("quality_factor", 0, 0, 8500) + "," +
               rule("quality_factor", 6000, 0, 10'000) + "," + rule("quality_factor", 9500, 0, 11'000) + "]}";
    }

    void publish(const char* action, const std::string& draft, Date month, const char* reason) const {
        const auto saved = player_.act("hr", action, draft);
        player_.act("hr", "people.publish_book",
                    "{\"rule_book_id\":" + text_at(saved, "rule_book_id") +
                        ",\"version\":" + text_at(saved, "version") + ",\"start_month\":\"" + to_text(month) +
                        "\",\"reason\":" + quoted(reason) + "}");
    }

    std::string team(const char* name, const std::vector<std::string>& members) const {
        std::string ids;
        for (const auto& login : members) ids += (ids.empty() ? "" : ",") + user(login);
        const auto made =
            player_.act("sales_manager", "people.set_team",
                        "{\"name\":" + quoted(name) + ",\"leader_id\":" + user(members.front()) +
                            ",\"members\":[" + ids + "]}");
        return text_at(made, "team_id");
    }

    // The first line a person looks at and misses something in; the second of the team is that person.
    void look_at_statement(const std::string& login, Date month) const {
        const auto rows =
            items_at(player_.see(login, "people.statement_list", {{"month", to_text(month)}}), "rows");
        if (rows.empty()) return;
        const auto id = text_at(rows.front(), "id");
        if (login != "sales2") return confirm(login, id);
        const auto record = player_.see(login, "people.statement_record", {{"statement_id", id}});
        const auto lines = items_at(record, "lines");
        player_.act(login, "people.dispute_line",
                    "{\"statement_id\":" + id + ",\"line_id\":" + text_at(lines.front(), "id") +
                        ",\"version\":1,\"reason\":\"该车为集团调拨协助成交，应另计协助奖励\"}");
        const auto self = *this;
        player_.at(player_.within_hours(player_.now() + hours(20)), [self, id] { self.answer(id); });
    }

    void confirm(const std::string& login, const std::string& id) const {
        const auto record = player_.see(login, "people.statement_record", {{"statement_id", id}});
        player_.act(login, "people.confirm_statement",
                    "{\"statement_id\":" + id + ",\"version\":" + text_at(record, "statement.version") + "}");
    }

    void answer(const std::string& id) const {
        const auto record = player_.see("sales_manager", "people.statement_record", {{"statement_id", id}});
        for (const auto& line : items_at(record, "lines")) {
            const auto raised = text_at(line, "dispute");
            if (raised.empty() || raised == "null") continue;
            const auto dispute = text_at(raised, "id");
            player_.act(
                "sales_manager", "people.answer_dispute",
                "{\"statement_id\":" + id + ",\"dispute_id\":" + dispute +
                    ",\"version\":" + text_at(record, "statement.version") +
                    ",\"accepted\":true,\"correction\":20000,\"words\":\"核对属实，补计协助奖励200元\"}");
        }
        const auto self = *this;
        player_.after(hours(1), [self, id] { self.confirm("sales2", id); });
    }

    void issue(Date month) const {
        const auto list = player_.see("hr", "people.statement_list", {{"month", to_text(month)}});
        for (const auto& row : items_at(list, "rows")) {
            if (text_at(row, "state") != "confirmed") continue;
            const auto record =
                player_.see("hr", "people.statement_record", {{"statement_id", text_at(row, "id")}});
            player_.act("hr", "people.issue_statement",
                        "{\"statement_id\":" + text_at(row, "id") +
                            ",\"version\":" + text_at(record, "statement.version") + "}");
        }
    }

    Dealership& store_;
    Player& player_;
    std::vector<std::string> teams_;
};

}  // namespace

void plan_team_months(Dealership& store) {
    const auto months = std::make_shared<TeamMonths>(store);
    store.player.at(local_instant(store.first_day, 8, 20), [months] { months->begin(); });
    for (Date month = first_of(store.first_day); month <= store.last_day; month = add_months(month, 1)) {
        const Date day = std::max(month, store.first_day);
        store.player.at(local_instant(day, 8, 40), [months, month] { months->set_targets(month); });
        store.player.at(local_instant(add_months(month, 1) + 1, 9),
                        [months, month] { months->close(month); });
    }
}

}  // namespace forecourt::demo
