#include <demo/days.h>
#include <demo/invented.h>
#include <demo/one_stop_days.h>

#include <memory>

namespace forecourt::demo {
namespace {

std::string id_text(std::int64_t id) { return std::to_string(id); }

std::string looks_well() { return "{\"answers\":" + checklist_answers("appearance") + "}"; }

// One person's way through the showroom; the lambdas on the agenda share it.
struct Guest {
    Invented person;
    std::string consultant;  // login
    std::int64_t visit{};
    std::int64_t customer{};
    std::int64_t lead{};
    std::int64_t deal{};
    std::int64_t model{};
    bool eager{};
};
using GuestPtr = std::shared_ptr<Guest>;

class Showroom {
  public:
    explicit Showroom(Dealership& store) : store_(store), player_(store.player) {}

    void plan_day(Date day) const {
        const auto self = *this;
        const auto team = player_.team(Role::sales);
        for (const auto& login : team) {
            const auto shift = shift_on(team, login, day);
            if (shift == "off" || player_.chance(4)) continue;  // or ill
            const int hour = shift == "late" ? 12 : 8;
            player_.at(local_instant(day, hour, player_.between(25, 40)),
                       [self, login] { self.player_.act(login, "reception.start_duty", looks_well()); });
        }
        const int weekday = (day.days + 3) % 7;  // 0 is Monday
        const int visits = weekday >= 5 ? player_.between(9, 14) : player_.between(4, 8);
        for (int i = 0; i < visits; ++i) {
            player_.at(local_instant(day, player_.between(9, 16), player_.between(0, 59)),
                       [self] { self.arrive(); });
        }
    }

    // Whoever opens the demo in the day finds somebody in the showroom.
    void plan_last_hour() const {
        const auto self = *this;
        for (const int minutes_before : {21, 9, 1}) {
            player_.at(store_.until - minutes(minutes_before), [self] { self.arrive(true); });
        }
    }

    void arrive(bool eager = false) const {
        auto guest = std::make_shared<Guest>();
        guest->person = invent_person(player_);
        guest->eager = eager || player_.chance(34);
        static const std::vector<std::string> channels{"walk_in", "walk_in", "walk_in",
                                                       "invited", "web",     "referral"};
        const auto arrived = player_.try_act(
            player_.on_duty(Role::host), "reception.register_arrival",
            "{\"party_size\":" + id_text(player_.between(1, 4)) +
                ",\"purpose\":\"look_at_cars\",\"channel\":" + quoted(player_.one_of(channels)) + "}");
        if (arrived.empty()) return;
        guest->visit = number_at(arrived, "visit_id");
        const auto consultant = number_at(arrived, "consultant_id");
        const auto self = *this;
        if (consultant == 0) {
            player_.after(minutes(player_.between(3, 9)), [self, guest] { self.find_consultant(guest); });
            return;
        }
        guest->consultant = player_.login_of(consultant);
        // The tightened standard shows: most are greeted within half a minute from then on.
        const bool tightened = player_.now() >= store_.greeting_tightened;
        const bool prompt = player_.chance(tightened ? 91 : 74);
        const int slow = player_.between(130, 280), quick = player_.between(15, tightened ? 50 : 105);
        player_.after(seconds(prompt ? quick : slow), [self, guest] { self.greet(guest); });
    }

  private:
    void find_consultant(const GuestPtr& guest) const {
        const auto assigned = player_.try_act(player_.on_duty(Role::host), "reception.assign_consultant",
                                              "{\"visit_id\":" + id_text(guest->visit) + ",\"version\":1}");
        if (assigned.empty()) {
            player_.try_act(player_.on_duty(Role::host), "reception.end_visit",
                            "{\"visit_id\":" + id_text(guest->visit) +
                                ",\"outcome\":\"left_unseen\",\"note\":\"等待过久\"}");
            return;
        }
        guest->consultant = player_.login_of(number_at(assigned, "consultant_id"));
        greet(guest);
    }

    void greet(const GuestPtr& guest) const {
        player_.try_act(guest->consultant, "reception.greet_visitor",
                        "{\"visit_id\":" + id_text(guest->visit) + "}");
        const auto self = *this;
        player_.after(minutes(player_.between(8, 25)), [self, guest] { self.talk(guest); });
    }

    void talk(const GuestPtr& guest) const {
        const std::string visit = "{\"visit_id\":" + id_text(guest->visit);
        if (!guest->eager && player_.chance(45)) {
            player_.try_act(guest->consultant, "reception.end_visit",
                            visit + ",\"outcome\":\"no_interest\",\"note\":\"随便看看\"}");
            return;
        }
        const auto identified = player_.act(
            guest->consultant, "reception.identify_visitor",
            visit + ",\"name\":" + quoted(guest->person.name) + ",\"phone\":" + quoted(guest->person.phone) +
                ",\"gender\":\"" + (guest->person.woman ? "female" : "male") + "\"}");
        guest->customer = number_at(identified, "customer_id");
        if (!guest->eager && player_.chance(30)) {
            player_.try_act(guest->consultant, "reception.end_visit",
                            visit + ",\"outcome\":\"wants_time\",\"next_step\":\"周末带家人再来\"}");
            return;
        }
        guest->lead = number_at(player_.act(guest->consultant, "leads.open_lead", visit + "}"), "lead_id");
        const auto self = *this;
        player_.after(minutes(player_.between(6, 18)), [self, guest] { self.ask_needs(guest); });
    }

    void ask_needs(const GuestPtr& guest) const {
        static const std::vector<std::string> budgets{"under_100k", "from_100k_to_150k", "from_150k_to_200k",
                                                      "from_200k_to_300k"};
        static const std::vector<std::string> later{"within_week", "within_month", "later"};
        static const std::vector<std::string> drives{"petrol", "hybrid", "plug_in_hybrid", "electric"};
        static const std::vector<std::string> uses{"commute", "family", "business", "travel", "city"};
        const auto answer = [](const char* question, const std::string& choice) {
            return std::string("{\"question\":\"") + question + "\",\"choices\":[" + quoted(choice) + "]}";
        };
        const std::string timing =
            guest->eager ? (player_.chance(60) ? "within_days" : "within_week") : player_.one_of(later);
        const auto recorded = player_.try_act(
            guest->consultant, "leads.record_needs",
            "{\"lead_id\":" + id_text(guest->lead) + ",\"version\":" + id_text(lead_version(guest)) +
                ",\"answers\":[" + answer("timing", timing) + "," + answer("use", player_.one_of(uses)) +
                "," + answer("family", player_.chance(70) ? "three_to_five" : "one_or_two") + "," +
                answer("budget", player_.one_of(budgets)) + "," + answer("drive", player_.one_of(drives)) +
                "," + answer("decision", player_.chance(50) ? "with_family_here" : "alone") + "]}");
        const auto proposals = items_at(recorded, "proposals");
        guest->model =
            proposals.empty() ? player_.one_of(store_.models).id : number_at(proposals.front(), "model_id");
        if (guest->model == 0) guest->model = player_.one_of(store_.models).id;
        const auto self = *this;
        if (guest->eager && player_.chance(80)) {
            player_.after(minutes(player_.between(5, 20)), [self, guest] { self.test_drive(guest); });
            return;
        }
        end_visit(guest, "interested", "电话回访");
        player_.at(player_.within_hours(player_.now() + days(player_.between(1, 3))),
                   [self, guest] { self.contact(guest); });
    }

    std::int64_t lead_version(const GuestPtr& guest) const {
        return number_at(
            player_.see(guest->consultant, "leads.lead_record", {{"lead_id", id_text(guest->lead)}}),
            "lead.version");
    }

    void end_visit(const GuestPtr& guest, const char* outcome, const char* next_step) const {
        player_.try_act(guest->consultant, "reception.end_visit",
                        "{\"visit_id\":" + id_text(guest->visit) + ",\"outcome\":\"" + outcome +
                            "\",\"next_step\":" + quoted(next_step) + "}");
    }

    void contact(const GuestPtr& guest) const {
        static const std::vector<std::string> words{"客户在对比两款车，周末给答复", "家里商量预算中",
                                                    "想等新款优惠", "约了周末试驾", "暂时不急，月底再联系"};
        player_.try_act(guest->consultant, "leads.record_contact",
                        "{\"lead_id\":" + id_text(guest->lead) + ",\"channel\":\"phone_call\",\"result\":\"" +
                            (player_.chance(75) ? "reached" : "not_reached") +
                            "\",\"words\":" + quoted(player_.one_of(words)) +
                            ",\"version\":" + id_text(lead_version(guest)) + "}");
        const auto self = *this;
        if (player_.chance(22)) {
            player_.after(hours(player_.between(20, 60)), [self, guest] { self.lose(guest); });
        } else if (player_.chance(60)) {
            player_.at(player_.within_hours(player_.now() + days(player_.between(2, 6))),
                       [self, guest] { self.contact(guest); });
        } else {
            player_.at(player_.within_hours(player_.now() + days(player_.between(1, 4))),
                       [self, guest] { self.quote(guest); });
        }
    }

    void lose(const GuestPtr& guest) const {
        static const std::vector<std::string> reasons{"price", "competitor", "no_budget", "changed_mind",
                                                      "unreachable"};
        static const std::vector<std::string> rivals{"远航 L6", "远航 L6", "途岳 Pro", "青峰 EV5", "凌云 S"};
        player_.try_act(
            guest->consultant, "leads.lose_lead",
            "{\"lead_id\":" + id_text(guest->lead) + ",\"because\":" + quoted(player_.one_of(reasons)) +
                ",\"words\":\"客户已选择其他方案\",\"competitor_model\":" + quoted(player_.one_of(rivals)) +
                ",\"version\":" + id_text(lead_version(guest)) + "}");
        // Not every rival keeps what he promised.
        if (!player_.chance(15)) return;
        const auto self = *this;
        player_.at(player_.within_hours(player_.now() + days(player_.between(3, 9))),
                   [self, guest] { self.revive(guest); });
    }

    void revive(const GuestPtr& guest) const {
        const auto revived = player_.try_act(
            "sales_manager", "leads.revive_lead",
            "{\"lead_id\":" + id_text(guest->lead) +
                ",\"reason\":\"对方交车一再延期，客户重新来电\",\"version\":" + id_text(lead_version(guest)) +
                "}");
        if (!revived.empty()) contact(guest);
    }

    void test_drive(const GuestPtr& guest) const {
        auto& car = store_.demo_cars[static_cast<std::size_t>(
            player_.between(0, static_cast<int>(store_.demo_cars.size()) - 1))];
        const std::string customer = id_text(guest->customer);
        const auto photo =
            player_.upload(guest->consultant, photo_png(static_cast<unsigned>(guest->customer)));
        player_.try_act(guest->consultant, "showroom.check_licence",
                        "{\"customer_id\":" + customer + ",\"licence_class\":\"" +
                            (player_.chance(70) ? "C1" : "C2") + "\",\"issued_on\":\"" +
                            std::to_string(player_.between(2008, 2021)) +
                            "-04-12\",\"valid_until\":\"2031-04-12\",\"photo\":" + quoted(photo) + "}");
        const auto booked = player_.try_act(
            guest->consultant, "showroom.book_test_drive",
            "{\"customer_id\":" + customer + ",\"lead_id\":" + id_text(guest->lead) + ",\"car_id\":" +
                id_text(car.id) + ",\"starts_at\":\"" + to_text(player_.now() + minutes(10)) +
                "\",\"ends_at\":\"" + to_text(player_.now() + minutes(55)) +
                "\",\"route\":\"city\",\"consultant_id\":" + id_text(player_.user(guest->consultant).value) +
                "}");
        const auto self = *this;
        if (booked.empty()) {
            end_visit(guest, "interested", "改天试驾");
            player_.at(player_.within_hours(player_.now() + days(2)), [self, guest] { self.contact(guest); });
            return;
        }
        const auto drive = number_at(booked, "id");
        const auto index = &car - store_.demo_cars.data();
        player_.after(minutes(11), [self, guest, drive, index] { self.drive_out(guest, drive, index); });
    }

    void drive_out(const GuestPtr& guest, std::int64_t drive, std::ptrdiff_t index) const {
        auto& car = store_.demo_cars[static_cast<std::size_t>(index)];
        const auto signature =
            player_.upload(guest->consultant, signature_png(static_cast<unsigned>(guest->customer)));
        const auto signed_agreement =
            player_.try_act(guest->consultant, "showroom.sign_agreement",
                            "{\"test_drive_id\":" + id_text(drive) + ",\"version\":1,\"signed_name\":" +
                                quoted(guest->person.name) + ",\"signature\":" + quoted(signature) + "}");
        if (signed_agreement.empty()) return;
        const auto started =
            player_.try_act(guest->consultant, "showroom.start_drive",
                            "{\"test_drive_id\":" + id_text(drive) +
                                ",\"version\":" + id_text(number_at(signed_agreement, "version")) +
                                ",\"mileage_km\":" + id_text(car.mileage_km) +
                                ",\"fuel_percent\":" + id_text(player_.between(45, 95)) + "}");
        if (started.empty()) return;
        const auto self = *this;
        player_.after(minutes(player_.between(22, 38)), [self, guest, drive, index, started] {
            auto& back = self.store_.demo_cars[static_cast<std::size_t>(index)];
            back.mileage_km += self.player_.between(7, 18);
            self.player_.try_act(guest->consultant, "showroom.finish_drive",
                                 "{\"test_drive_id\":" + id_text(drive) +
                                     ",\"version\":" + id_text(number_at(started, "version")) +
                                     ",\"mileage_km\":" + id_text(back.mileage_km) +
                                     ",\"fuel_percent\":42,\"damage\":\"\"}");
            const auto score = [&] { return id_text(self.player_.between(3, 5)); };
            self.player_.try_act(guest->consultant, "showroom.record_feedback",
                                 "{\"test_drive_id\":" + id_text(drive) + ",\"comfort\":" + score() +
                                     ",\"power\":" + score() + ",\"handling\":" + score() +
                                     ",\"space\":" + score() + ",\"intent\":\"" +
                                     (self.player_.chance(55) ? "will_buy" : "thinking") +
                                     "\",\"words\":\"底盘稳，隔音不错\"}");
            self.end_visit(guest, "test_driven", "报价");
            self.player_.at(
                self.player_.within_hours(self.player_.now() + hours(self.player_.between(1, 50))),
                [self, guest] { self.quote(guest); });
        });
    }

    void quote(const GuestPtr& guest) const {
        const auto started = player_.try_act(guest->consultant, "deals.start_quote",
                                             "{\"customer_id\":" + id_text(guest->customer) +
                                                 ",\"lead_id\":" + id_text(guest->lead) +
                                                 ",\"model_id\":" + id_text(guest->model) + "}");
        if (started.empty()) return;
        guest->deal = number_at(started, "id");
        const auto model = std::find_if(store_.models.begin(), store_.models.end(),
                                        [&](const auto& m) { return m.id == guest->model; });
        if (!model->options.empty() && player_.chance(50)) {
            player_.try_act(guest->consultant, "deals.add_line",
                            deal_at(guest) +
                                ",\"kind\":\"option\",\"title\":\"\",\"explanation\":\"\",\"amount\":0,"
                                "\"option_id\":" +
                                id_text(player_.one_of(model->options)) + "}");
        }
        player_.try_act(guest->consultant, "deals.add_line",
                        deal_at(guest) +
                            ",\"kind\":\"registration\",\"title\":\"上牌服务\",\"explanation\":"
                            "\"代办临时号牌、查验与正式号牌\",\"amount\":50000}");
        player_.try_act(guest->consultant, "deals.add_line",
                        deal_at(guest) +
                            ",\"kind\":\"insurance\",\"title\":\"商业险\",\"explanation\":"
                            "\"车损险、第三者责任险300万元、车上人员险\",\"amount\":" +
                            id_text(player_.between(3200, 5800) * 100) + "}");
        add_extras(player_, guest->consultant, guest->deal);
        const std::int64_t discount = model->price / 1000 * player_.between(5, 46) / 100 * 100;
        player_.try_act(
            guest->consultant, "deals.set_discount",
            deal_at(guest) + ",\"amount\":" + id_text(discount) + ",\"reason\":\"客户对比竞品后还价\"}");
        const auto self = *this;
        player_.at(player_.within_hours(player_.now() + minutes(player_.between(20, 300))),
                   [self, guest] { self.approve(guest); });
    }

    // The start of an input that names the deal at its present version.
    std::string deal_at(const GuestPtr& guest) const {
        return "{\"deal_id\":" + id_text(guest->deal) +
               ",\"version\":" + id_text(number_at(record(guest), "deal.version"));
    }
    std::string record(const GuestPtr& guest) const {
        return player_.see("gm", "deals.deal_record", {{"deal_id", id_text(guest->deal)}});
    }

    void approve(const GuestPtr& guest) const {
        if (text_at(record(guest), "deal.state") == "awaiting_approval") {
            for (const char* decider : {"sales_manager", "gm"}) {
                for (const auto& row : items_at(player_.see(decider, "approvals.waiting"), "rows")) {
                    if (number_at(row, "object_id") != guest->deal) continue;
                    player_.try_act(decider, "approvals.decide",
                                    "{\"approval_id\":" + text_at(row, "id") +
                                        ",\"granted\":" + (player_.chance(85) ? "true" : "false") +
                                        ",\"note\":\"按库存情况\"}");
                }
            }
        }
        player_.try_act(guest->consultant, "deals.offer_quote", deal_at(guest) + "}");
        const auto self = *this;
        if (player_.chance(guest->eager ? 62 : 35)) {
            player_.at(player_.within_hours(player_.now() + hours(player_.between(2, 90))),
                       [self, guest] { self.sign(guest); });
        }
    }

    void sign(const GuestPtr& guest) const {
        const auto chosen = choose_car(guest);
        if (!chosen) return;
        const auto today = local_date(player_.now());
        const auto drafted = player_.try_act(
            guest->consultant, "deals.draft_contract",
            deal_at(guest) + ",\"deposit\":" + id_text(player_.between(2, 5) * 100'000) + ",\"pay_by\":\"" +
                to_text(today + 10) + "\",\"deliver_on\":\"" + to_text(today + 14) +
                "\",\"buyer_identity\":" + quoted(guest->person.identity_number) +
                ",\"buyer_address\":" + quoted(guest->person.address) + "}");
        if (drafted.empty()) return;
        const auto signature =
            player_.upload(guest->consultant, signature_png(static_cast<unsigned>(guest->customer)));
        const auto contract = player_.try_act(
            guest->consultant, "deals.sign_contract",
            deal_at(guest) + ",\"contents_hash\":" + quoted(text_at(drafted, "contents_hash")) +
                ",\"signed_name\":" + quoted(guest->person.name) + ",\"signature\":" + quoted(signature) +
                "}");
        if (contract.empty()) return;
        const auto self = *this;
        plan_one_stop(player_, guest->consultant, guest->deal);
        player_.after(minutes(player_.between(8, 20)), [self, guest] { self.pay(guest, 500'000); });
        player_.at(player_.within_hours(player_.now() + days(player_.between(2, 5))), [self, guest] {
            self.pay(guest, 0);
            self.player_.after(hours(2), [self, guest] { self.inspect(guest); });
        });
    }

    bool choose_car(const GuestPtr& guest) const {
        for (const auto& car :
             items_at(player_.see(guest->consultant, "vehicles.stock_list",
                                  {{"model_id", id_text(guest->model)}, {"state", "in_stock"}}),
                      "rows")) {
            const auto chosen = player_.try_act(guest->consultant, "deals.choose_car",
                                                deal_at(guest) + ",\"car_id\":" + text_at(car, "id") + "}");
            if (!chosen.empty()) return true;
        }
        return false;
    }

    // So much, or with 0 all that is open.
    void pay(const GuestPtr& guest, std::int64_t amount) const {
        for (const auto& due :
             items_at(player_.see(player_.on_duty(Role::cashier), "payments.due_list",
                                  {{"standing", "open"}, {"object_type", "deal"}, {"limit", "500"}}),
                      "rows")) {
            if (number_at(due, "object_id") != guest->deal) continue;
            // What a lender brings is not the customer's to pay.
            const auto open = number_at(due, "open") - (amount ? 0 : lent(player_, guest->deal));
            if (open <= 0) continue;
            player_.try_act(
                player_.on_duty(Role::cashier), "payments.receive_payment",
                "{\"due_id\":" + text_at(due, "id") + ",\"means\":\"" + (amount ? "qr" : "transfer") +
                    "\",\"amount\":" + id_text(amount ? std::min(amount, open) : open) + ",\"reference\":\"" +
                    (amount ? "WX" : "ICBC") + id_text(guest->deal) + "\"}");
        }
    }

    void inspect(const GuestPtr& guest) const {
        const auto delivery = delivery_of(guest);
        if (delivery.empty()) return;
        const std::vector<std::string> faults =
            player_.chance(20) ? std::vector<std::string>{"paint"} : std::vector<std::string>{};
        player_.try_act(
            player_.on_duty(Role::delivery), "delivery.record_inspection",
            delivery_at(delivery) + ",\"answers\":" + inspection_answers(player_, delivery, faults) + "}");
        const auto self = *this;
        player_.after(minutes(30), [self, delivery] { mend_in_workshop(self.player_, delivery); });
        player_.at(
            player_.within_hours(player_.now() + hours(player_.between(3, 20))), [self, guest, delivery] {
                const auto shown = self.player_.see(self.player_.on_duty(Role::delivery),
                                                    "delivery.delivery_record", {{"delivery_id", delivery}});
                for (const auto& fault : items_at(shown, "faults")) {
                    self.player_.try_act(
                        self.player_.on_duty(Role::delivery), "delivery.mend_fault",
                        "{\"fault_id\":" + text_at(fault, "id") + ",\"how\":\"抛光处理，漆面恢复\"}");
                }
                self.player_.try_act(self.player_.on_duty(Role::delivery), "delivery.prepare",
                                     self.delivery_at(delivery) +
                                         ",\"answers\":" + checklist_answers("delivery_preparation") + "}");
                const Instant meeting =
                    self.player_.within_hours(self.player_.now() + hours(self.player_.between(18, 60)));
                self.player_.try_act(
                    self.player_.on_duty(Role::delivery), "delivery.appoint",
                    self.delivery_at(delivery) + ",\"appointed_at\":\"" + to_text(meeting) + "\"}");
                self.player_.at(meeting, [self, guest, delivery] { self.hand_over(guest, delivery); });
            });
    }

    std::string delivery_of(const GuestPtr& guest) const {
        const auto rows = items_at(player_.see(player_.on_duty(Role::delivery), "delivery.delivery_list",
                                               {{"deal_id", id_text(guest->deal)}}),
                                   "rows");
        return rows.empty() ? std::string() : text_at(rows.front(), "id");
    }
    std::string delivery_at(const std::string& delivery) const {
        const auto shown = player_.see(player_.on_duty(Role::delivery), "delivery.delivery_record",
                                       {{"delivery_id", delivery}});
        return "{\"delivery_id\":" + delivery +
               ",\"version\":" + id_text(number_at(shown, "delivery.version"));
    }

    void hand_over(const GuestPtr& guest, const std::string& delivery) const {
        const auto signature = player_.upload(player_.on_duty(Role::delivery),
                                              signature_png(static_cast<unsigned>(guest->customer)));
        fit_extras(player_, guest->deal);
        before_farewell(player_, delivery, signature);
        player_.try_act(player_.on_duty(Role::delivery), "delivery.accept",
                        delivery_at(delivery) + ",\"answers\":" + checklist_answers("delivery_acceptance") +
                            ",\"signature\":" + quoted(signature) + "}");
        player_.try_act(player_.on_duty(Role::delivery), "delivery.deliver_car",
                        delivery_at(delivery) + ",\"mileage_km\":" + id_text(player_.between(18, 60)) +
                            ",\"plate\":" + quoted(invent_plate(player_)) + "}");
        after_farewell(player_, delivery, guest->customer, signature);
    }

    Dealership& store_;
    Player& player_;
};

// The agenda outlives the calls below, and so does what its entries share.
Showroom showroom_of(Dealership& store) { return Showroom(store); }

}  // namespace

void visitor_arrives(Dealership& store) { showroom_of(store).arrive(); }

void consultants_come(Dealership& store) {
    // Who is here already is not asked again.
    for (const auto& login : store.player.team(Role::sales))
        store.player.try_act(login, "reception.start_duty", looks_well());
}

void plan_showroom_days(Dealership& store) {
    const Showroom showroom = showroom_of(store);
    for (Date day = store.first_day; day <= store.last_day; day = day + 1) {
        store.player.at(local_instant(day, 8), [showroom, day] { showroom.plan_day(day); });
    }
    const auto minute = local_minute_of_day(store.until);
    if (minute > 9 * 60 && minute < 18 * 60) showroom.plan_last_hour();
}

}  // namespace forecourt::demo
