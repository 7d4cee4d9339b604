#include <demo/days.h>
#include <demo/invented.h>

#include <map>

namespace forecourt::demo {
namespace {

std::string id_text(std::int64_t id) { return std::to_string(id); }

constexpr const char* ours = "sales_manager";
constexpr const char* theirs = "sales_manager_2";

std::int64_t cost_of(const Dealership::Model& model) { return model.price * 100 / 113 * 9150 / 10000; }

class StockDays {
  public:
    explicit StockDays(Dealership& store) : store_(store), player_(store.player) {}

    void plan() const {
        const auto self = *this;
        // One order a month; the last of them is still on its way.
        for (int day = length() > 9 ? (length() - 9) % 30 : 0; day < length(); day += 30)
            on(day, 9, [self, last = day + 30 >= self.length()] { self.place_order(last); });
        for (int day = 2; day < length(); day += 3)
            on(day, 14, [self] { demo::order_what_sold(self.store_); });
        on(1, 10, [self] { self.receive_damaged_car(); });
        on(std::max(2, length() - 5), 9, [self] { self.count_stock(); });
        on(std::max(1, length() - 2), 11, [self] { self.ask_for_their_car(); });
        on(length() - 1, 15, [self] { self.send_the_car(); });
        on(length() - 1, 16, [self] { self.they_ask(); });
        on(length() - 1, 16, [self] { self.papers_and_keys(); });
        on(length() - 1, 17, [self] { self.find_damage(); });
    }

  private:
    int length() const { return store_.last_day - store_.first_day; }
    void on(int day, int hour, std::function<void()> what) const {
        player_.at(local_instant(store_.first_day + day, hour, 12), std::move(what));
    }
    const Dealership::Model& model(std::size_t n) const { return store_.models[n % store_.models.size()]; }
    std::string day_text(int days_ahead) const { return to_text(local_date(player_.now()) + days_ahead); }

    // Two models on one order, which leaves the works within days; of the last one a part does, and one car
    // is put off.
    void place_order(bool last) const {
        std::string lines;
        for (const std::size_t n : {5UL, 10UL}) {
            if (!lines.empty()) lines += ",";
            lines += "{\"model_id\":" + id_text(model(n).id) +
                     ",\"colour\":" + quoted(model(n).colours.front()) +
                     ",\"cars\":3,\"cost\":" + id_text(cost_of(model(n))) + "}";
        }
        const auto placed = player_.act(ours, "vehicles.place_order",
                                        "{\"lines\":[" + lines + "],\"expected_on\":" + quoted(day_text(12)) +
                                            ",\"note\":\"月度批售计划\"}");
        const auto order = number_at(placed, "id");
        const auto self = *this;
        player_.after(days(1), [self, order, last] { self.dispatch(order, last ? 2 : 6); });
        if (!last) player_.after(days(9), [self, order] { self.unload(order); });
    }

    void unload(std::int64_t order) const {
        const auto record = player_.see(ours, "vehicles.order_record", {{"order_id", id_text(order)}});
        for (const auto& car : items_at(record, "cars")) unload_car(store_, ours, number_at(car, "car_id"));
    }

    void dispatch(std::int64_t order, int leave) const {
        const auto record = player_.see(ours, "vehicles.order_record", {{"order_id", id_text(order)}});
        int n = 0;
        for (const auto& car : items_at(record, "cars")) {
            const std::string which =
                "{\"ordered_car_id\":" + id_text(number_at(car, "id")) + ",\"version\":1";
            ++n;
            if (n <= leave) {
                player_.act(
                    ours, "vehicles.dispatch_ordered_car",
                    which + ",\"vin\":" + quoted(vin_with("LXHN2B40T2A", store_.next_serial++)) + "}");
            } else if (n == 6) {
                player_.act(
                    ours, "vehicles.postpone_ordered_car",
                    which + ",\"expected_on\":" + quoted(day_text(30)) + ",\"reason\":\"工厂排产延后\"}");
            }
        }
    }

    // The carrier scratched a door, was shown the photo, and pays most of it.
    void receive_damaged_car() const {
        const auto car =
            order_car(store_, {ours, model(1).id, model(1).colours.front(), "LXHA5", cost_of(model(1))});
        const auto photo = player_.upload(player_.on_duty(Role::delivery), photo_png(71));
        player_.act(player_.on_duty(Role::delivery), "vehicles.accept_arrival",
                    "{\"car_id\":" + id_text(car) +
                        ",\"location\":\"D区 2\",\"key_number\":\"K071\",\"mileage_km\":6,"
                        "\"damage\":\"右后门划痕约12厘米\",\"photos\":[" +
                        quoted(photo) + "],\"version\":1}");
        const auto claims = player_.see(ours, "vehicles.claim_list", {{"state", "found"}});
        const auto list = items_at(claims, "rows");
        if (list.empty()) return;
        const std::string claim = "{\"claim_id\":" + id_text(number_at(list.front(), "id"));
        const auto self = *this;
        player_.after(hours(2), [self, claim] {
            self.player_.act(ours, "vehicles.send_claim",
                             claim + ",\"carrier\":\"安顺物流\",\"claimed\":180000,\"version\":1}");
        });
        player_.after(days(2), [self, claim] {
            self.player_.act(
                ours, "vehicles.answer_claim",
                claim + ",\"accepted\":150000,\"answer\":\"核定补漆费用，认赔1500元\",\"version\":2}");
        });
    }

    void find_damage() const {
        const auto stock = player_.see(ours, "vehicles.stock_list", {{"state", "in_stock"}, {"limit", "5"}});
        const auto cars = items_at(stock, "rows");
        if (cars.empty()) return;
        const auto photo = player_.upload(player_.on_duty(Role::delivery), photo_png(72));
        player_.act(player_.on_duty(Role::delivery), "vehicles.report_damage",
                    "{\"car_id\":" + id_text(number_at(cars.back(), "id")) +
                        ",\"damage\":\"前保险杠左侧蹭痕\",\"photos\":[" + quoted(photo) + "]}");
    }

    // Certificates of what stands here: some lie at the bank until they are redeemed. Keys that are out.
    void papers_and_keys() const {
        const auto stock = player_.see(ours, "vehicles.stock_list",
                                       {{"state", "in_stock"}, {"limit", "200"}, {"sort", "-stock_since"}});
        // The oldest of a model is sold first, and no car is handed over while its certificate lies at the
        // bank: only the youngest one's does.
        std::map<std::int64_t, int> of_model;
        for (const auto& car : items_at(stock, "rows")) ++of_model[number_at(car, "model_id")];
        int n = 0;
        for (const auto& car : items_at(stock, "rows")) {
            ++n;
            const bool at_bank = of_model[number_at(car, "model_id")] >= 3;
            of_model[number_at(car, "model_id")] = 0;
            player_.act(player_.on_duty(Role::delivery), "vehicles.register_items",
                        "{\"car_id\":" + id_text(number_at(car, "id")) +
                            ",\"items\":[{\"kind\":\"conformity_certificate\",\"label\":" +
                            quoted("YL" + id_text(260100 + n)) +
                            ",\"place\":" + quoted(at_bank ? "工商银行监管" : "财务保险柜") +
                            ",\"at_bank\":" + (at_bank ? "true" : "false") + "}]}");
            if (n > 3) continue;
            const auto record =
                player_.see("sales1", "vehicles.car_record", {{"car_id", id_text(number_at(car, "id"))}});
            for (const auto& item : items_at(record, "items")) {
                if (text_at(item, "kind") != "key") continue;
                player_.act("sales1", "vehicles.issue_item",
                            "{\"item_id\":" + id_text(number_at(item, "id")) + ",\"to_whom\":" +
                                quoted(n == 1 ? "李婷" : "王浩") + ",\"purpose\":\"带客户看车\",\"due_at\":" +
                                quoted(to_text(player_.now() + (n == 1 ? minutes(30) : hours(9)))) +
                                ",\"version\":" + id_text(number_at(item, "version")) + "}");
                break;
            }
        }
    }

    // Everything is found but one car, which is with the film fitters.
    void count_stock() const {
        const auto started = player_.try_act(player_.on_duty(Role::delivery), "vehicles.start_count", "{}");
        if (started.empty()) return;
        const std::string count = "{\"count_id\":" + id_text(number_at(started, "id"));
        const auto sheet = player_.see(player_.on_duty(Role::delivery), "vehicles.count_record",
                                       {{"count_id", id_text(number_at(started, "id"))}});
        bool first = true;
        for (const auto& line : items_at(sheet, "lines")) {
            const std::string vin = text_at(line, "vin");
            if (first) {
                player_.act(player_.on_duty(Role::delivery), "vehicles.explain_differences",
                            count + ",\"vins\":[" + quoted(vin) + "],\"reason\":\"送外协贴膜，已电话核实\"}");
                first = false;
                continue;
            }
            player_.act(
                player_.on_duty(Role::delivery), "vehicles.scan_car",
                count + ",\"code\":" + quoted(vin) + ",\"place\":" + quoted(text_at(line, "place")) + "}");
        }
        player_.act(player_.on_duty(Role::delivery), "vehicles.close_count", count + ",\"version\":1}");
    }

    // A customer of ours wants what the other store has.
    void ask_for_their_car() const {
        const auto cars = items_at(player_.see(ours, "vehicles.other_stores_stock", {}), "rows");
        if (cars.empty()) return;
        const auto asked =
            player_.try_act(ours, "vehicles.request_car",
                            "{\"from_store_id\":" + id_text(number_at(cars.front(), "from_store_id")) +
                                ",\"car_id\":" + id_text(number_at(cars.front(), "id")) +
                                ",\"reason\":\"客户指定颜色，本店无现车\"}");
        if (asked.empty()) return;
        const auto self = *this;
        player_.after(hours(1), [self] { self.decide(theirs); });
    }

    void decide(const char* login) const {
        for (const auto& one : items_at(player_.see(login, "approvals.waiting"), "rows")) {
            if (text_at(one, "kind") != "vehicles.transfer") continue;
            player_.act(login, "approvals.decide",
                        "{\"approval_id\":" + id_text(number_at(one, "id")) +
                            ",\"granted\":true,\"note\":\"同意支持\"}");
            return;
        }
    }

    void send_the_car() const {
        const auto transfers = player_.see(theirs, "vehicles.transfer_list", {{"state", "approved"}});
        for (const auto& one : items_at(transfers, "rows")) {
            player_.try_act(theirs, "vehicles.send_car",
                            "{\"transfer_id\":" + id_text(number_at(one, "id")) +
                                ",\"carrier\":\"安顺物流\",\"expected_on\":" + quoted(day_text(2)) +
                                ",\"version\":2}");
        }
    }

    void they_ask() const {
        const auto cars = items_at(player_.see(theirs, "vehicles.other_stores_stock", {}), "rows");
        for (const auto& car : cars) {
            const auto asked =
                player_.try_act(theirs, "vehicles.request_car",
                                "{\"from_store_id\":" + id_text(number_at(car, "from_store_id")) +
                                    ",\"car_id\":" + id_text(number_at(car, "id")) +
                                    ",\"reason\":\"老客户转介绍，周末提车\"}");
            if (!asked.empty()) return;
        }
    }

    Dealership& store_;
    Player& player_;
};

}  // namespace

void order_what_sold(Dealership& store) {
    Player& player = store.player;
    const auto stock = asset_text("demo/stock.json");
    for (const auto& row : items_at(stock, "models")) {
        const auto known = std::ranges::find(store.models, text_at(row, "code"), &Dealership::Model::code);
        if (known == store.models.end()) continue;
        const auto& model = *known;
        const auto cars = [&](const char* state) {
            return static_cast<std::int64_t>(
                items_at(player.see(ours, "vehicles.stock_list",
                                    {{"model_id", id_text(model.id)}, {"state", state}}),
                         "rows")
                    .size());
        };
        const auto wanted = number_at(row, "in_stock") + number_at(row, "in_transit") + 2;
        for (auto n = cars("in_stock") + cars("in_transit"); n < wanted; ++n) {
            const auto head = text_at(stock, "vin_head." + model.series);
            const auto car =
                order_car(store, {ours, model.id, player.one_of(model.colours), head, cost_of(model)});
            player.at(player.within_hours(player.now() + hours(player.between(90, 190))),
                      [&store, car] { unload_car(store, ours, car); });
        }
    }
}

void stock_the_other_store(Dealership& store) {
    Player& player = store.player;
    for (std::size_t n = 0; n < store.models.size(); ++n) {
        const auto& model = store.models[n];
        const auto added = player.act(theirs, "vehicles.add_model", model.as_added);
        if (n % 2 != 0) continue;
        const auto id = number_at(added, "id");
        for (int i = 0; i < 2; ++i) {
            const auto car =
                order_car(store, {theirs, id, player.one_of(model.colours), "LXHZ2", cost_of(model)});
            unload_car(store, theirs, car);
        }
    }
}

void plan_stock_days(Dealership& store) { StockDays(store).plan(); }

}  // namespace forecourt::demo
