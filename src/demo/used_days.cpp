#include <demo/days.h>
#include <demo/invented.h>

#include <memory>

namespace forecourt::demo {
namespace {

constexpr const char* manager = "sales_manager";

/// A step of the way: how long the car is there, and what is done.
struct Stage {
    const char* step;
    int stay_hours;
    const char* work;
    int planned_yuan;
    int cost_yuan;
    const char* supplier;  // "" for the store's own workshop
    const char* found;
};

struct UsedForDemo {
    int days_ago;
    const char* seller;
    const char* phone;
    const char* vin_head;
    const char* plate;
    const char* brand;
    const char* series;
    const char* trim;
    int year;
    int displacement_ml;
    const char* colour;
    int new_price_yuan;
    int mileage_km;
    const char* first_registered;
    const char* condition;
    int market_yuan;
    int repair_yuan;
    int price_yuan;
    std::vector<Stage> stages;  // the last one without work is where it still is
    int asking_yuan;            // 0 while it is not ready
    int lowered_yuan;           // a week after it stood for sale; 0 when the price stays
};

std::string text_of(std::int64_t number) { return std::to_string(number); }
std::string fen(int whole_yuan) { return text_of(std::int64_t{whole_yuan} * 100); }

std::vector<UsedForDemo> cars_of_the_demo() {
    const Stage look{"inspection", 20, "118项检测", 300, 200, "", "底盘与动力系统正常，建议按清单整备"};
    const Stage shine{"cleaning", 22, "内外饰深度清洁", 400, 380, "", ""};
    const Stage shots{"photos", 7, "实拍与车况报告", 100, 100, "", ""};
    return {
        {17,
         "孙国强",
         "13958001001",
         "LSVAM4180K2",
         "浙A5K72D",
         "大众",
         "朗逸",
         "1.5L 自动舒适版",
         2019,
         1498,
         "白色",
         129900,
         68000,
         "2019-06-18",
         "原版原漆，一手车，保养记录齐全",
         76000,
         3000,
         71000,
         {look, {"mechanical", 50, "更换前刹车片与变速箱油", 1200, 1150, "", ""}, shine, shots},
         83800,
         81800},
        {13,
         "吴丽萍",
         "13958001002",
         "LFMAY86C0J0",
         "浙A8W31T",
         "丰田",
         "卡罗拉",
         "1.2T CVT GL",
         2018,
         1197,
         "银色",
         129800,
         82000,
         "2018-09-03",
         "左后门补漆，无结构损伤",
         70000,
         4500,
         63500,
         {look, {"body_paint", 66, "左后门钣金喷漆", 1800, 1650, "杭城钣喷中心", ""}, shine, shots},
         75800,
         0},
        {10,
         "郑海涛",
         "13958001003",
         "LGWEF4A50L0",
         "浙A2H95M",
         "哈弗",
         "H6",
         "1.5T 自动都市型",
         2020,
         1499,
         "灰色",
         115900,
         59000,
         "2020-11-20",
         "发动机有异响，右大灯进水",
         72000,
         8000,
         61000,
         {look, {"mechanical", 0, "更换正时链条与张紧器", 4200, 0, "", ""}},
         0,
         0},
        {6,
         "何春燕",
         "13958001004",
         "LGBH52E00H0",
         "浙A6N18Q",
         "日产",
         "轩逸",
         "1.6L CVT 舒适版",
         2017,
         1598,
         "金色",
         122900,
         97000,
         "2017-04-12",
         "前杠与右前翼子板剐蹭",
         52000,
         4000,
         46000,
         {look, {"body_paint", 0, "前杠、右前翼子板喷漆", 2200, 0, "", ""}},
         0,
         0},
        {4,
         "罗志明",
         "13958001005",
         "LXHA52180M2",
         "浙A9C60F",
         "星驰",
         "A5",
         "1.5T 双离合舒适版",
         2021,
         1498,
         "黑色",
         113000,
         41000,
         "2021-03-25",
         "车况良好，首任车主在本店保养",
         78000,
         1500,
         74500,
         {look, {"cleaning", 0, "内外饰深度清洁", 400, 0, "", ""}},
         0,
         0},
        {1,
         "马晓东",
         "13958001006",
         "LSVCD2A40G2",
         "浙A1P44X",
         "大众",
         "帕萨特",
         "1.8T 自动尊荣版",
         2016,
         1798,
         "黑色",
         219900,
         118000,
         "2016-08-30",
         "后备箱轻微渗水，待检",
         74000,
         6000,
         66000,
         {{"inspection", 0, "118项检测", 300, 0, "", ""}},
         0,
         0},
        {0,
         "高雅琴",
         "13958001007",
         "LZWADAGA0M8",
         "浙A7T23L",
         "五菱",
         "宏光S",
         "1.5L 手动基本型",
         2021,
         1485,
         "白色",
         58800,
         52000,
         "2021-07-09",
         "个人家用，货厢有磨损",
         31000,
         1500,
         28500,
         {},
         0,
         0},
    };
}

class UsedDays {
  public:
    explicit UsedDays(Dealership& store) : store_(store), player_(store.player) {}

    void plan() const {
        int serial = 400'000;
        for (const auto& car : cars_of_the_demo()) {
            const auto shared = std::make_shared<UsedForDemo>(car);
            const Date day = std::max(store_.first_day, store_.last_day + -car.days_ago);
            const auto self = *this;
            player_.at(local_instant(day, 9, 20),
                       [self, shared, number = ++serial] { self.buy(*shared, number); });
        }
        const auto self = *this;
        player_.at(local_instant(store_.last_day + -1, 10, 40), [self] { self.order_for_a_quote(); });
    }

  private:
    void buy(const UsedForDemo& car, int serial) const {
        const auto seller = number_at(
            player_.act("sales1", "customers.register",
                        "{\"name\":" + quoted(car.seller) + ",\"phone\":" + quoted(car.phone) + "}"),
            "id");
        const std::string title =
            std::string(car.brand) + " " + car.series + " " + text_of(car.year) + "款 " + car.trim;
        const auto bought = player_.act(
            manager, "used_cars.buy_car",
            "{\"customer_id\":" + text_of(seller) + ",\"vin\":" + quoted(vin_with(car.vin_head, serial)) +
                ",\"plate\":" + quoted(car.plate) + ",\"model_text\":" + quoted(title) +
                ",\"first_registered\":" + quoted(car.first_registered) +
                ",\"mileage_km\":" + text_of(car.mileage_km) + ",\"condition\":" + quoted(car.condition) +
                ",\"market_price\":" + fen(car.market_yuan) + ",\"repair_estimate\":" + fen(car.repair_yuan) +
                ",\"price\":" + fen(car.price_yuan) + ",\"location\":\"二手车收车区\",\"key_number\":" +
                quoted("U" + text_of(serial % 1000)) + "}");
        const auto id = number_at(bought, "id");
        for (const char* paper : {"purchase_contract", "seller_identity", "registration_certificate",
                                  "vehicle_licence", "compulsory_insurance"}) {
            player_.act(manager, "used_cars.receive_paper", of_car(id) + ",\"kind\":" + quoted(paper) + "}");
        }
        const auto self = *this;
        const auto shared = std::make_shared<UsedForDemo>(car);
        player_.at(player_.within_hours(player_.now() + hours(5)), [self, shared, id] {
            self.player_.act(self.player_.on_duty(Role::finance), "used_cars.pay_seller",
                             self.at_version(id) + ",\"amount\":" + fen(shared->price_yuan) +
                                 ",\"reference\":" + quoted("GH" + text_of(880'000 + id % 10'000)) + "}");
        });
        player_.at(player_.within_hours(player_.now() + hours(7)),
                   [self, shared, id] { self.work(shared, id, 0); });
    }

    static std::string of_car(std::int64_t id) { return "{\"used_car_id\":" + text_of(id); }
    std::string at_version(std::int64_t id) const {
        const auto record = player_.see(manager, "used_cars.car_record", {{"used_car_id", text_of(id)}});
        return of_car(id) + ",\"version\":" + text_of(number_at(record, "car.version"));
    }

    // Into the next step with its work planned; out of it when the work is done.
    void work(const std::shared_ptr<UsedForDemo>& car, std::int64_t id, std::size_t at) const {
        if (at == car->stages.size()) {
            if (car->asking_yuan > 0) offer(car, id);
            return;
        }
        const Stage stage = car->stages[at];
        const auto job = number_at(
            player_.act("foreman", "used_cars.plan_job",
                        of_car(id) + ",\"step\":" + quoted(stage.step) + ",\"title\":" + quoted(stage.work) +
                            ",\"planned_cost\":" + fen(stage.planned_yuan) + "}"),
            "id");
        player_.act("foreman", "used_cars.enter_step",
                    at_version(id) + ",\"step\":" + quoted(stage.step) + "}");
        if (stage.stay_hours == 0) return;
        const auto self = *this;
        player_.at(player_.within_hours(player_.now() + hours(stage.stay_hours)), [self, car, id, at, job] {
            const Stage& done = car->stages[at];
            const bool outside = *done.supplier != '\0';
            self.player_.act("foreman", "used_cars.finish_job",
                             "{\"job_id\":" + text_of(job) + ",\"cost\":" + fen(done.cost_yuan) +
                                 ",\"done_by\":" + quoted(outside ? "supplier" : "own_workshop") +
                                 (outside ? ",\"supplier\":" + quoted(done.supplier) : "") +
                                 ",\"note\":" + quoted(done.found) + ",\"version\":1}");
            self.work(car, id, at + 1);
        });
    }

    void offer(const std::shared_ptr<UsedForDemo>& car, std::int64_t id) const {
        player_.act(manager, "used_cars.describe_car",
                    at_version(id) + ",\"brand\":" + quoted(car->brand) +
                        ",\"series\":" + quoted(car->series) + ",\"trim\":" + quoted(car->trim) +
                        ",\"year\":" + text_of(car->year) +
                        ",\"fuel\":\"petrol\",\"gearbox\":\"automatic\",\"displacement_ml\":" +
                        text_of(car->displacement_ml) + ",\"seats\":5,\"colour\":" + quoted(car->colour) +
                        ",\"new_price\":" + fen(car->new_price_yuan) + "}");
        take_photos(id);
        set_price(id, car->asking_yuan, "整备完成，参照同城同款定价");
        player_.act(manager, "used_cars.enter_step",
                    at_version(id) + ",\"step\":\"for_sale\",\"location\":\"二手车展区\"}");
        if (car->lowered_yuan == 0) return;
        const auto self = *this;
        player_.at(player_.within_hours(player_.now() + days(7)),
                   [self, car, id] { self.set_price(id, car->lowered_yuan, "一周看车未成交，周末促销"); });
    }

    void take_photos(std::int64_t id) const {
        static const std::vector<const char*> places{"front",       "rear",       "left_side", "right_side",
                                                     "front_seats", "rear_seats", "dashboard", "boot"};
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto photo = player_.upload(manager, photo_png(static_cast<unsigned>(id * 11 + i)));
            player_.act(
                "foreman", "used_cars.set_photos",
                of_car(id) + ",\"place\":" + quoted(places[i]) + ",\"photos\":[" + quoted(photo) + "]}");
        }
    }

    void set_price(std::int64_t id, int asked_yuan, const char* reason) const {
        player_.act(manager, "used_cars.set_asking_price",
                    at_version(id) + ",\"price\":" + fen(asked_yuan) + ",\"reason\":" + quoted(reason) + "}");
    }

    // A customer wants a colour that does not stand here: the maker builds the car for the quote.
    void order_for_a_quote() const {
        const auto customer = number_at(
            player_.act("sales1", "customers.register", "{\"name\":\"沈若兰\",\"phone\":\"13958001011\"}"),
            "id");
        const auto& model = store_.models[3 % store_.models.size()];
        const auto deal =
            player_.act("sales1", "deals.start_quote",
                        "{\"customer_id\":" + text_of(customer) + ",\"model_id\":" + text_of(model.id) + "}");
        for (const auto& colour : model.colours) {
            const auto ordered =
                player_.try_act("sales1", "deals.order_from_factory",
                                "{\"deal_id\":" + text_of(number_at(deal, "id")) +
                                    ",\"version\":1,\"colour\":" + quoted(colour) +
                                    ",\"expected_on\":" + quoted(to_text(local_date(player_.now()) + 25)) +
                                    ",\"note\":\"客户指定颜色\"}");
            if (!ordered.empty()) return;
        }
    }

    Dealership& store_;
    Player& player_;
};

}  // namespace

void plan_used_days(Dealership& store) { UsedDays(store).plan(); }

}  // namespace forecourt::demo
