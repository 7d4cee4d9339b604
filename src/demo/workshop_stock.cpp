#include <demo/invented.h>
#include <demo/workshop_stock.h>

#include <core/ensure.h>

#include <algorithm>

namespace forecourt::demo {
namespace {

std::string number_text(std::int64_t number) { return std::to_string(number); }

void add_bays(Player& player, WorkshopStock& stock) {
    player.act("foreman", "workshop.set_capacity",
               "{\"opens_minute\":510,\"closes_minute\":1080,\"slot_minutes\":30,\"walk_in_bays\":1,"
               "\"days_ahead\":30}");
    const std::vector<std::pair<const char*, const char*>> bays{
        {"快修 1", "quick"},      {"快修 2", "quick"},      {"机修 1", "mechanical"},
        {"机修 2", "mechanical"}, {"机修 3", "mechanical"}, {"机修 4", "mechanical"},
        {"钣金 1", "body"},       {"喷漆 1", "paint"}};
    for (const auto& [name, kind] : bays) {
        const auto added = player.act("foreman", "workshop.add_bay",
                                      "{\"name\":" + quoted(name) + ",\"kind\":\"" + kind + "\"}");
        stock.bays.push_back(number_at(added, "bay_id"));
    }
}

void add_parts(Player& player, WorkshopStock& stock) {
    std::map<std::int64_t, std::int64_t> first_delivery;
    for (const auto& part : items_at(asset_text("demo/parts_catalogue.json"), "parts")) {
        std::string input = "{";
        for (const char* field : {"number", "name", "brand", "unit", "origin", "category", "fits", "bin"}) {
            input += std::string("\"") + field + "\":" + quoted(text_at(part, field)) + ",";
        }
        input += "\"price\":" + text_at(part, "price") +
                 ",\"reorder_point\":" + text_at(part, "reorder_point") + "}";
        const auto added = player.act(player.on_duty(Role::parts), "parts.add_part", input);
        stock.parts.push_back({.id = number_at(added, "part_id"),
                               .number = text_at(part, "number"),
                               .fits = text_at(part, "fits"),
                               .unit_cost = number_at(part, "unit_cost")});
        first_delivery[stock.parts.back().id] = number_at(part, "quantity");
    }
    receive_parts(player, stock, first_delivery);
}

void add_customers(Dealership& store, WorkshopStock& stock) {
    Player& player = store.player;
    const std::vector<std::string> series{"A5", "A5", "A7", "S3", "S3", "S5", "E6"};
    const std::map<std::string, std::string> engines{
        {"A5", " 1.5T"}, {"A7", " 2.0T"}, {"S3", " 1.5T"}, {"S5", " 2.0T 四驱"}, {"E6", " 纯电 510"}};
    const std::vector<std::string> colours{"雪域白", "曜石黑", "星空灰", "海湾蓝", "朱砂红"};
    for (int i = 0; i < 240; ++i) {
        const auto person = invent_person(player);
        ServiceCar car{.owner = person.name, .series = player.one_of(series)};
        car.electric = car.series == "E6";
        const auto registered =
            player.act("advisor1", "customers.register",
                       "{\"name\":" + quoted(person.name) + ",\"phone\":" + quoted(person.phone) +
                           ",\"gender\":\"" + (person.woman ? "female" : "male") +
                           "\",\"address\":" + quoted(person.address) + ",\"source\":\"service\"}");
        car.customer = number_at(registered, "id");
        const int age_days = player.between(150, 2300);
        car.mileage_km = 800 + age_days * player.between(22, 48);
        const std::string input =
            "{\"customer_id\":" + number_text(car.customer) +
            ",\"vin\":" + quoted(vin_with("LXH" + car.series + "C30P1A", store.next_service_serial++)) +
            ",\"model_text\":" + quoted("星驰 " + car.series + engines.at(car.series)) +
            ",\"colour\":" + quoted(player.one_of(colours)) +
            ",\"mileage_km\":" + number_text(car.mileage_km) + ",\"first_registered\":\"" +
            to_text(store.first_day + -age_days) + "\",\"plate\":";
        std::string added;
        // Two invented plates may be the same one.
        for (int tries = 0; added.empty() && tries < 5; ++tries) {
            added =
                player.try_act("advisor1", "customers.add_car", input + quoted(invent_plate(player)) + "}");
        }
        if (added.empty()) continue;
        car.car = number_at(added, "car_id");
        stock.cars.push_back(std::move(car));
    }
}

}  // namespace

const KnownPart* WorkshopStock::part(std::string_view head, const std::string& series) const {
    for (const auto& part : parts) {
        if (part.number.starts_with(head) && (part.fits == "通用" || part.fits.ends_with(series)))
            return &part;
    }
    return nullptr;
}

void receive_parts(Player& player, const WorkshopStock& stock,
                   const std::map<std::int64_t, std::int64_t>& wanted) {
    std::string lines;
    for (const auto& part : stock.parts) {
        const auto found = wanted.find(part.id);
        if (found == wanted.end() || found->second == 0) continue;
        lines += std::string(lines.empty() ? "" : ",") + "{\"part_id\":" + number_text(part.id) +
                 ",\"quantity\":" + number_text(found->second) +
                 ",\"unit_cost\":" + number_text(part.unit_cost) + "}";
    }
    if (lines.empty()) return;
    player.act(player.on_duty(Role::parts), "parts.receive_goods",
               "{\"supplier_name\":\"星驰配件中心（华东）\",\"delivery_note\":\"DN-" +
                   number_text(player.between(100'000, 999'999)) + "\",\"lines\":[" + lines + "]}");
}

WorkshopStock set_up_workshop(Dealership& store) {
    WorkshopStock stock;
    add_bays(store.player, stock);
    for (const auto& operation : items_at(asset_text("demo/labour_operations.json"), "operations")) {
        const auto added = store.player.act("foreman", "workshop.add_operation", operation);
        stock.operations[text_at(operation, "code")] = {.id = number_at(added, "operation_id"),
                                                        .hours = number_at(operation, "hours")};
    }
    add_parts(store.player, stock);
    add_customers(store, stock);
    return stock;
}

WorkshopStock know_the_stock(Dealership& store) {
    Player& player = store.player;
    const auto operations =
        items_at(player.see("foreman", "workshop.operation_list", {{"limit", "500"}}), "rows");
    const std::string usual = troubles().front().jobs.front().operation;
    if (std::ranges::none_of(operations, [&](const auto& one) { return text_at(one, "code") == usual; }))
        return set_up_workshop(store);
    WorkshopStock stock;
    for (const auto& operation : operations) {
        stock.operations[text_at(operation, "code")] = {.id = number_at(operation, "id"),
                                                        .hours = number_at(operation, "hours")};
    }
    for (const auto& bay : items_at(player.see("foreman", "workshop.bay_list"), "rows"))
        stock.bays.push_back(number_at(bay, "id"));
    const auto parts = player.see(player.on_duty(Role::parts), "parts.part_list", {{"limit", "500"}});
    for (const auto& part : items_at(parts, "rows")) {
        // What a piece costs us is not in the list: two thirds of what it is sold for.
        stock.parts.push_back({.id = number_at(part, "id"),
                               .number = text_at(part, "number"),
                               .fits = text_at(part, "fits"),
                               .unit_cost = number_at(part, "price") * 2 / 3});
    }
    add_customers(store, stock);
    return stock;
}

const std::vector<Trouble>& troubles() {
    static const std::vector<Trouble> list{
        {"常规保养，顺便检查一下刹车",
         "second_service",
         "customer",
         {{"BY-002", {{"LY10", 1}, {"LK20", 1}, {"LT30", 1}, {"YL50-0001", 1}, {"FL10-0005", 1}}}},
         "",
         "",
         "",
         "",
         false,
         true},
        {"小保养，换机油机滤",
         "first_service",
         "customer",
         {{"BY-001", {{"LY10", 1}, {"YL50-0002", 1}, {"FL10-0005", 1}}}},
         "",
         "",
         "",
         "",
         false,
         true},
        {"四万公里大保养",
         "second_service",
         "customer",
         {{"BY-003",
           {{"LY10", 1}, {"LK20", 1}, {"LT30", 1}, {"LQ40", 1}, {"YL50-0001", 1}, {"FL10-0005", 1}}},
          {"BY-007", {{"FD10", 4}}}},
         "",
         "",
         "",
         "",
         false,
         true},
        {"新能源年度保养，最近续航感觉变短",
         "second_service",
         "customer",
         {{"BY-013", {}}, {"BY-014", {{"YL60-0005", 1}}}, {"BY-005", {{"LT30", 1}}}},
         "动力电池",
         "单体压差正常，健康度良好",
         "SOH 94 %",
         "watch",
         true,
         false},
        {"踩刹车有尖叫声，早上更明显",
         "special_repair",
         "customer",
         {{"ZD-001", {{"ZD10", 1}}}, {"ZD-005", {{"FL10-0004", 1}}}},
         "前制动片",
         "磨损到限，已露出报警片",
         "厚度 2.1 mm",
         "safety"},
        {"空调不够凉，吹出来有味道",
         "minor_repair",
         "customer",
         {{"KT-001", {{"FL10-0001", 2}}}, {"KT-003", {{"FL10-0002", 1}}}},
         "空调系统",
         "制冷剂不足，蒸发箱发霉",
         "高压 1.1 MPa",
         "soon"},
        {"高速方向往右跑偏",
         "minor_repair",
         "customer",
         {{"DP-001", {}}, {"DP-002", {}}},
         "前轮前束",
         "前束超差",
         "右前 +0.42°",
         "soon"},
        {"早上打不着火，要搭电",
         "minor_repair",
         "customer",
         {{"DQ-005", {}}, {"DQ-001", {{"DQ10-0001", 1}}}},
         "蓄电池",
         "内阻过大，无法保持电压",
         "CCA 210 A",
         "soon",
         false,
         true},
        {"怠速抖，等红灯时方向盘也跟着抖",
         "special_repair",
         "customer",
         {{"FD-004", {{"FL10-0003", 1}}}, {"BY-007", {{"FD10", 4}}}},
         "节气门与火花塞",
         "节气门积碳，火花塞间隙过大",
         "间隙 1.3 mm",
         "soon",
         false,
         true},
        {"过减速带底盘咚咚响",
         "special_repair",
         "customer",
         {{"DP-004", {{"DP10", 2}}}, {"DP-008", {{"DP40", 1}}}, {"DP-001", {}}},
         "前减振器",
         "左前减振器漏油，球头松旷",
         "油迹 12 cm",
         "safety"},
        {"右前门被蹭了，走保险",
         "special_repair",
         "insurer",
         {{"BP-002", {}}, {"BP-003", {}}},
         "右前门",
         "凹陷伴漆面划伤",
         "约 25 cm",
         "watch"},
        {"前保险杠刮花，想补漆",
         "minor_repair",
         "customer",
         {{"BP-001", {}}},
         "前保险杠",
         "左角划伤到底漆",
         "约 18 cm",
         "watch"},
        {"左前大灯里面有水雾",
         "minor_repair",
         "warranty",
         {{"DQ-004", {{"DQ30", 1}}}},
         "左前大灯总成",
         "密封失效，灯内结雾",
         "",
         "soon"},
        {"水温偏高，地上有防冻液",
         "special_repair",
         "warranty",
         {{"FD-003", {{"FD30", 1}}}, {"BY-010", {{"YL60-0003", 1}}}},
         "水泵",
         "水泵轴封渗漏",
         "液位低于下限",
         "safety",
         false,
         true},
        {"跑长途前全面检查一下", "minor_repair", "customer", {{"BY-012", {}}}, "", "", "", ""},
    };
    return list;
}

const std::vector<Trouble>& suggestions() {
    static const std::vector<Trouble> list{
        {"", "", "customer", {{"BY-009", {{"YL60-0002", 1}}}}, "制动液", "含水量偏高", "含水 3.4 %", "soon"},
        {"", "", "customer", {{"DQ-003", {{"DQ20", 1}}}}, "雨刮片", "胶条老化，刮不干净", "", "watch"},
        {"",
         "",
         "customer",
         {{"DP-003", {{"LT50-0001", 1}}}},
         "右后轮胎",
         "花纹接近极限",
         "花纹 1.9 mm",
         "safety"},
        {"", "", "customer", {{"BY-005", {{"LT30", 1}}}}, "空调滤清器", "积尘发黑", "", "watch"},
        {"", "", "customer", {{"ZD-002", {{"ZD11", 1}}}}, "后制动片", "剩余不多", "厚度 3.4 mm", "soon"},
        {"", "", "customer", {{"KT-003", {{"FL10-0002", 1}}}}, "空调风道", "有异味", "", "watch"},
    };
    return list;
}

}  // namespace forecourt::demo
