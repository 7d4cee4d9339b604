#include <demo/days.h>
#include <demo/invented.h>

#include <assets/assets.h>

namespace forecourt::demo {
namespace {

std::string id_text(std::int64_t id) { return std::to_string(id); }

// What people ask from outside, and how the people of the store answer it.
class Questions {
  public:
    explicit Questions(Dealership& store) : store_(store), player_(store.player) {}

    // The knowledge base is there when the store opens; the last article is still a draft.
    void write_articles() const {
        const auto* asset = assets::find("demo/articles.json");
        ensure(asset != nullptr);
        const auto articles = items_at("{\"articles\":" + std::string(asset->body) + "}", "articles");
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const auto written =
                player_.act(player_.on_duty(Role::care), "consultation.write_article", articles[i]);
            if (i + 1 == articles.size()) break;
            player_.act(player_.on_duty(Role::care), "consultation.publish_article",
                        "{\"article_id\":" + text_at(written, "article_id") +
                            ",\"reason\":\"客户常问\",\"version\":1}");
        }
    }

    void plan_day(Date day) const {
        const auto self = *this;
        for (int i = player_.between(1, 3); i > 0; --i) {
            player_.at(local_instant(day, player_.between(8, 21), player_.between(0, 59)),
                       [self] { self.form(); });
        }
        if (player_.chance(60)) {
            player_.at(local_instant(day, player_.between(9, 20), player_.between(0, 59)),
                       [self] { self.chat(); });
        }
        if (player_.chance(70)) {
            player_.at(local_instant(day, player_.between(9, 17), player_.between(0, 59)),
                       [self] { self.call(); });
        }
        player_.at(local_instant(day, 9, 20), [self] { self.look_at_appearance(); });
        player_.at(local_instant(day, 11, 10), [self] { self.decide_losses(); });
        player_.at(local_instant(day, 15, 30), [self] { self.follow_up(); });
    }

    void plan_rota(Date monday) const {
        const auto team = player_.team(Role::sales);
        for (int day = 0; day < 7; ++day) {
            std::string shifts;
            for (const auto& login : team) {
                shifts += (shifts.empty() ? "" : ",") + std::string("{\"user_id\":") +
                          id_text(player_.user(login).value) +
                          ",\"kind\":" + quoted(shift_on(team, login, monday + day)) + "}";
            }
            player_.try_act("sales_manager", "reception.plan_day",
                            "{\"on_date\":\"" + to_text(monday + day) + "\",\"shifts\":[" + shifts + "]}");
        }
    }

    void set_knowledge() const {
        const auto team = player_.team(Role::sales);
        for (std::size_t i = 0; i < team.size() && i < store_.models.size(); ++i) {
            player_.try_act("sales_manager", "reception.set_knowledge",
                            "{\"user_id\":" + id_text(player_.user(team[i]).value) + ",\"series\":[" +
                                quoted(store_.models[i * store_.models.size() / team.size()].series) + "]}");
        }
    }

    void ask() const {
        const int way = player_.between(1, 100);
        if (way <= 60) return form();
        if (way <= 80) return call();
        chat();
    }

    void follow_up_and_decide() const {
        follow_up();
        decide_losses();
    }

  private:
    void look_at_appearance() const {
        if (!player_.chance(45)) return;
        const auto team = player_.team(Role::sales);
        static const std::vector<std::string> items{"uniform", "posture", "phone", "distance"};
        std::vector<std::string> faults;
        if (player_.chance(30)) faults.push_back(player_.one_of(items));
        player_.try_act("sales_manager", "reception.check_etiquette",
                        "{\"user_id\":" + id_text(player_.user(player_.one_of(team)).value) +
                            ",\"answers\":" + checklist_answers("etiquette", faults) + "}");
    }

    // In the afternoon each consultant calls most of those whose contact is due; some say that they bought
    // elsewhere.
    void follow_up() const {
        static const std::vector<std::string> words{"客户周末再来看车", "还在比较，已发配置表",
                                                    "等家里商量结果", "约了试驾", "报价已发，客户考虑中"};
        static const std::vector<std::string> rivals{"远航 L6", "远航 L6", "途岳 Pro", "青峰 EV5", "凌云 S"};
        const auto team = player_.team(Role::sales);
        for (const auto& login : team) {
            for (const auto& lead :
                 items_at(player_.see(login, "leads.lead_list",
                                      {{"state", "open"},
                                       {"due_before", to_text(player_.now())},
                                       {"consultant_id", id_text(player_.user(login).value)},
                                       {"limit", "50"}}),
                          "rows")) {
                if (player_.chance(30)) continue;
                const auto shown =
                    player_.see(login, "leads.lead_record", {{"lead_id", text_at(lead, "id")}});
                const std::string at =
                    "{\"lead_id\":" + text_at(lead, "id") + ",\"version\":" + text_at(shown, "lead.version");
                if (player_.chance(18)) {
                    player_.try_act(login, "leads.lose_lead",
                                    at + ",\"because\":\"" + (player_.chance(60) ? "competitor" : "price") +
                                        "\",\"words\":\"客户已订其他品牌\",\"competitor_model\":" +
                                        quoted(player_.one_of(rivals)) + "}");
                    continue;
                }
                player_.try_act(login, "leads.record_contact",
                                at + ",\"channel\":\"phone_call\",\"result\":\"" +
                                    (player_.chance(75) ? "reached" : "not_reached") +
                                    "\",\"words\":" + quoted(player_.one_of(words)) + "}");
            }
        }
    }

    // What the consultants want to give up is the manager's word.
    void decide_losses() const {
        for (const auto& row : items_at(player_.see("sales_manager", "approvals.waiting"), "rows")) {
            if (text_at(row, "kind") != "leads.loss" || player_.chance(15)) continue;
            const bool granted = player_.chance(80);
            player_.try_act("sales_manager", "approvals.decide",
                            "{\"approval_id\":" + text_at(row, "id") +
                                ",\"granted\":" + (granted ? "true" : "false") + ",\"note\":\"" +
                                (granted ? "情况属实" : "再约一次到店，给出置换方案") + "\"}");
        }
    }

    void form() const {
        struct Asked {
            const char* topic;
            const char* words;
        };
        static const std::vector<Asked> asked{
            {"price", "现在订车有什么优惠，置换补贴还有吗？"},
            {"new_car", "想了解混动版实际油耗和保养费用"},
            {"test_drive", "周末想带家人试驾，需要预约吗"},
            {"finance", "首付三成分三年，月供大概多少"},
            {"service", "刹车有异响，想预约检查"},
            {"used_car", "2019年的旧车能抵多少钱"},
            {"parts", "行车记录仪可以原厂加装吗"},
        };
        const auto person = invent_person(player_);
        const auto& one = player_.one_of(asked);
        const bool campaign = player_.chance(30);
        player_.act_as_customer(
            0, "consultation.ask",
            std::string("{\"words\":") + quoted(one.words) + ",\"name\":" + quoted(person.name) +
                ",\"phone\":" + quoted(person.phone) + ",\"topic\":\"" + one.topic +
                "\",\"agreed\":true,\"channel\":\"" + (campaign ? "campaign" : "web_form") + "\"" +
                (campaign ? ",\"campaign\":\"春季购车节\"" : "") + "}");
        answer_soon();
    }

    void call() const {
        const auto person = invent_person(player_);
        static const std::vector<std::string> words{"几点关门，晚上能取车吗", "展厅有没有七座现车",
                                                    "年检到期了你们能代办吗", "空调有异味怎么处理"};
        player_.try_act(player_.on_duty(Role::host), "consultation.record_question",
                        "{\"channel\":\"phone_call\",\"topic\":\"" +
                            std::string(player_.chance(50) ? "new_car" : "service") +
                            "\",\"words\":" + quoted(player_.one_of(words)) +
                            ",\"name\":" + quoted(person.name) + ",\"phone\":" + quoted(person.phone) + "}");
        answer_soon();
    }

    void chat() const {
        static const std::vector<std::string> known{"首保多久做一次", "试驾要带驾照吗", "贷款要什么材料",
                                                    "置换怎么评估旧车"};
        static const std::vector<std::string> unknown{"可以带宠物看车吗", "外地牌照能在你们这里上牌吗"};
        const auto begun = player_.act_as_customer(0, "consultation.start_chat", "{}");
        const std::string token = "{\"chat_token\":" + quoted(text_at(begun, "chat_token"));
        player_.act_as_customer(0, "consultation.say",
                                token + ",\"words\":" + quoted(player_.one_of(known)) + "}");
        if (player_.chance(50)) return;
        const auto person = invent_person(player_);
        player_.act_as_customer(0, "consultation.say",
                                token + ",\"words\":" + quoted(player_.one_of(unknown)) + "}");
        player_.act_as_customer(0, "consultation.ask_person",
                                token + ",\"name\":" + quoted(person.name) + ",\"phone\":" +
                                    quoted(person.phone) + ",\"topic\":\"other\",\"agreed\":true}");
        answer_soon();
    }

    void answer_soon() const {
        const auto self = *this;
        const auto wait = player_.chance(85) ? player_.between(4, 25) : player_.between(40, 120);
        player_.at(player_.within_hours(player_.now() + minutes(wait)), [self] { self.answer_oldest(); });
    }

    // Whoever owns the question that waits the longest answers it; some become leads.
    void answer_oldest() const {
        const auto rows = items_at(player_.see(player_.on_duty(Role::care), "consultation.question_list",
                                               {{"state", "open"}, {"sort", "respond_by"}, {"limit", "1"}}),
                                   "rows");
        if (rows.empty()) return;
        const auto owner = player_.login_of(number_at(rows.front(), "owner_id"));
        const auto id = text_at(rows.front(), "id");
        const auto shown = player_.see(owner, "consultation.question_record", {{"question_id", id}});
        const auto suggestions = items_at(shown, "suggestions");
        const bool sure = !suggestions.empty() && text_at(suggestions.front(), "sure") == "true";
        static const std::vector<std::string> answers{"您好，已为您查询，详细方案稍后电话与您说明。",
                                                      "您好，可以办理，请携带身份证和行驶证到店。",
                                                      "您好，本周末有活动，欢迎到店，我为您预留时间。"};
        const std::string words = sure ? text_at(suggestions.front(), "body") : player_.one_of(answers);
        const auto replied = player_.try_act(
            owner, "consultation.reply",
            "{\"question_id\":" + id + ",\"words\":" + quoted(words) +
                (sure ? ",\"article_id\":" + text_at(suggestions.front(), "article_id") : std::string()) +
                ",\"version\":" + text_at(shown, "question.version") + "}");
        if (replied.empty()) return;
        const auto self = *this;
        player_.after(minutes(player_.between(10, 90)), [self, owner, id] { self.settle(owner, id); });
    }

    void settle(const std::string& owner, const std::string& id) const {
        const auto at = [&] {
            const auto shown = player_.see(owner, "consultation.question_record", {{"question_id", id}});
            return "{\"question_id\":" + id + ",\"version\":" + text_at(shown, "question.version");
        };
        const auto made =
            player_.chance(55) ? player_.try_act(owner, "consultation.make_lead", at() + "}") : "";
        if (player_.chance(97)) {
            player_.try_act(owner, "consultation.close_question",
                            at() + ",\"outcome\":\"" + (made.empty() ? "answered" : "became_lead") + "\"}");
        }
        if (made.empty()) return;
        const auto lead = text_at(made, "lead_id");
        const auto self = *this;
        player_.after(minutes(player_.chance(80) ? player_.between(3, 28) : player_.between(40, 400)),
                      [self, lead] { self.first_call(lead); });
    }

    void first_call(const std::string& lead) const {
        const auto shown = player_.see("gm", "leads.lead_record", {{"lead_id", lead}});
        if (text_at(shown, "lead.state") != "open") return;
        player_.try_act(
            player_.login_of(number_at(shown, "lead.consultant_id")), "leads.record_contact",
            "{\"lead_id\":" + lead +
                ",\"channel\":\"phone_call\",\"result\":\"reached\",\"words\":\"已电话联系，约到店看车\","
                "\"version\":" +
                text_at(shown, "lead.version") + "}");
    }

    Dealership& store_;
    Player& player_;
};

// The agenda outlives the calls below, and so does what its entries share.
Questions questions_of(Dealership& store) { return Questions(store); }

}  // namespace

std::string shift_on(const std::vector<std::string>& team, std::string_view login, Date day) {
    const auto place = static_cast<std::size_t>(std::ranges::find(team, login) - team.begin());
    const auto turn = (place + static_cast<std::size_t>(day.days)) % team.size();
    const bool weekend = (day.days + 3) % 7 >= 5;
    if (turn < 2 && !weekend) return "off";
    return turn == 2 ? "early" : turn == 3 ? "late" : "whole";
}

void somebody_asks(Dealership& store) { questions_of(store).ask(); }

void follow_up_leads(Dealership& store) { questions_of(store).follow_up_and_decide(); }

void plan_consultation_days(Dealership& store) {
    const Questions questions = questions_of(store);
    store.player.at(local_instant(store.first_day, 7, 30), [questions] {
        questions.write_articles();
        questions.set_knowledge();
    });
    const Date monday = store.first_day + -((store.first_day.days + 3) % 7);
    for (Date week = monday; week <= store.last_day + 7; week = week + 7) {
        const Date planned = week < store.first_day ? store.first_day : week;
        store.player.at(local_instant(std::min(planned, store.last_day), 7, 40),
                        [questions, week] { questions.plan_rota(week); });
    }
    for (Date day = store.first_day; day <= store.last_day; day = day + 1) {
        store.player.at(local_instant(day, 8), [questions, day] { questions.plan_day(day); });
    }
}

}  // namespace forecourt::demo
