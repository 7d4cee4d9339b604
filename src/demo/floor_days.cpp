#include <demo/days.h>

#include <assets/assets.h>
#include <core/ensure.h>

#include <algorithm>

namespace forecourt::demo {
namespace {

std::string id_text(std::int64_t id) { return std::to_string(id); }

// The showroom as a place: what stands where, the morning's look at it, who makes the demo cars ready.
class FloorDays {
  public:
    explicit FloorDays(Dealership& store) : store_(store), player_(store.player) {}

    void plan() const {
        const auto self = *this;
        player_.at(local_instant(store_.first_day, 8, 5), [self] { self.arrange(); });
        for (Date day = store_.first_day + 1; day <= store_.last_day; day = day + 1) {
            player_.at(local_instant(day, 8, 20), [self, day] { self.look_round(day); });
            player_.at(local_instant(day, 8, 30), [self, day] { self.make_ready(day); });
        }
    }

  private:
    std::string free_cars() const {
        return player_.see("sales_manager", "vehicles.stock_list", {{"state", "in_stock"}, {"limit", "60"}});
    }

    void arrange() const {
        const std::string guide(assets::find("demo/guide.json")->body);
        for (const auto& model : store_.models) {
            for (const auto& point : items_at(guide, "points")) {
                player_.act("sales_manager", "vehicles.set_guide_point",
                            "{\"model_id\":" + id_text(model.id) + "," + point.substr(1));
            }
        }
        for (const auto& rival : items_at(guide, "rivals"))
            player_.act("sales_manager", "vehicles.add_rival", rival);
        for (const auto& model : store_.models) {
            if (model.options.size() < 3) continue;
            player_.act("sales_manager", "vehicles.add_option_rule",
                        "{\"model_id\":" + id_text(model.id) + ",\"option_id\":" + id_text(model.options[0]) +
                            ",\"kind\":\"excludes\",\"other_id\":" + id_text(model.options.back()) + "}");
            break;
        }
        const auto& first = store_.models.front();
        player_.act("sales_manager", "vehicles.set_model_price",
                    "{\"model_id\":" + id_text(first.id) + ",\"price\":" + id_text(first.price - 300'000) +
                        ",\"reason\":\"厂家下月指导价调整\",\"valid_from\":" +
                        quoted(to_text(store_.last_day + 14)) + ",\"version\":1}");
        for (const auto& place : items_at(guide, "places"))
            player_.act("sales_manager", "showroom.add_position", place);
        fill_places();
    }

    // Cars are sold off their places; the next one is put there in the morning.
    void fill_places() const {
        auto cars = items_at(free_cars(), "rows");
        std::reverse(cars.begin(), cars.end());  // the youngest are shown
        const auto plan = player_.see("sales_manager", "showroom.display_plan");
        std::size_t next = 0;
        for (const auto& place : items_at(plan, "positions")) {
            if (number_at(place, "car.id") != 0 || text_at(place, "name") == "右二") continue;
            while (next < cars.size()) {
                const auto done =
                    player_.try_act("sales1", "showroom.display_car",
                                    "{\"position_id\":" + id_text(number_at(place, "id")) +
                                        ",\"car_id\":" + id_text(number_at(cars[next++], "id")) +
                                        ",\"version\":" + id_text(number_at(place, "version")) + "}");
                if (!done.empty()) break;
            }
        }
    }

    void look_round(Date day) const {
        fill_places();
        const auto plan = player_.see("sales_manager", "showroom.display_plan");
        const bool today = day == store_.last_day;
        int looked_at = 0;
        for (const auto& place : items_at(plan, "positions")) {
            if (number_at(place, "car.id") == 0) continue;
            // Today not everything has been looked at yet.
            if (today && ++looked_at > 3) break;
            for (const auto& fault : items_at(place, "faults")) {
                player_.act("sales1", "showroom.close_display_fault",
                            "{\"fault_id\":" + id_text(number_at(fault, "id")) +
                                ",\"remedy\":\"已处理\",\"version\":" + id_text(number_at(fault, "version")) +
                                "}");
            }
            const bool faulty = today ? looked_at == 2 : player_.chance(12);
            player_.act(
                "sales1", "showroom.check_display",
                "{\"position_id\":" + id_text(number_at(place, "id")) + ",\"answers\":" +
                    checklist_answers("display_check", faulty ? std::vector<std::string>{"price_board"}
                                                              : std::vector<std::string>{}) +
                    "}");
        }
    }

    void assign(std::int64_t car, const std::string& who, Date day) const {
        player_.act(who, "showroom.assign_demo_car",
                    "{\"car_id\":" + id_text(car) + ",\"day\":" + quoted(to_text(day)) +
                        ",\"user_id\":" + id_text(player_.user(who).value) + "}");
    }

    void make_ready(Date day) const {
        const auto people = player_.team(Role::sales);
        std::size_t n = static_cast<std::size_t>(day.days);
        for (const auto& car : store_.demo_cars) {
            const auto& who = people[n % people.size()];
            assign(car.id, who, day);
            assign(car.id, people[++n % people.size()], day + 1);
            if (day == store_.last_day && n % 3 == 0) continue;
            player_.act(who, "showroom.ready_demo_car",
                        "{\"car_id\":" + id_text(car.id) +
                            ",\"fuel_percent\":" + id_text(player_.between(55, 98)) + ",\"clean\":true}");
        }
    }

    Dealership& store_;
    Player& player_;
};

}  // namespace

void plan_floor_days(Dealership& store) { FloorDays(store).plan(); }

}  // namespace forecourt::demo
