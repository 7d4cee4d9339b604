#include <demo/days.h>

namespace forecourt::demo {
namespace {

using Change = std::pair<std::string, std::string>;

// The milestones of the version in force with some words of their JSON replaced.
std::string changed_milestones(const std::string& record, const std::vector<Change>& changes) {
    std::string list;
    for (auto item : items_at(record, "standard.milestones")) {
        for (const auto& [from, to] : changes) {
            const auto mark = from.find('|');
            if (text_at(item, "name") != from.substr(0, mark)) continue;
            const std::string words = from.substr(mark + 1);
            if (const auto at = item.find(words); at != std::string::npos) item.replace(at, words.size(), to);
        }
        list += (list.empty() ? "" : ",") + item;
    }
    return "[" + list + "]";
}

void draft(Player& player, const std::string& process, const std::vector<Change>& changes) {
    const auto record = player.see("gm", "standards.process_record", {{"process", process}});
    player.act("gm", "standards.open_draft", "{\"process\":" + quoted(process) + "}");
    std::string ended_by;
    for (const auto& event : items_at(record, "standard.ended_by"))
        ended_by += (ended_by.empty() ? "" : ",") + event;
    player.act("gm", "standards.change_draft",
               "{\"process\":" + quoted(process) +
                   ",\"version\":1,\"title\":{\"zh\":" + quoted(text_at(record, "standard.title.zh")) +
                   ",\"en\":" + quoted(text_at(record, "standard.title.en")) + "},\"ended_by\":[" + ended_by +
                   "],\"milestones\":" + changed_milestones(record, changes) + "}");
}

// The version in force with some words of it replaced, published with its reason.
void rewrite_contract(Player& player, const Change& change, const std::string& reason) {
    const auto record =
        player.see("gm", "contract_templates.template_record", {{"template_name", "car_sale"}});
    std::string clauses;
    for (auto clause : items_at(record, "text.clauses")) {
        if (const auto at = clause.find(change.first); at != std::string::npos)
            clause.replace(at, change.first.size(), change.second);
        clauses += (clauses.empty() ? "" : ",") + clause;
    }
    player.act("gm", "contract_templates.open_draft", "{\"template_name\":\"car_sale\"}");
    player.act("gm", "contract_templates.change_draft",
               "{\"template_name\":\"car_sale\",\"version\":1,\"title\":" +
                   quoted(text_at(record, "text.title")) + ",\"clauses\":[" + clauses + "]}");
    player.act("gm", "contract_templates.publish",
               "{\"template_name\":\"car_sale\",\"version\":2,\"reason\":" + quoted(reason) + "}");
}

// The items of a list in force, with one more at its end.
std::string longer_list(Player& player, const std::string& checklist, const std::string& item) {
    const auto list = player.see("gm", "checklists.definition", {{"name", checklist}});
    std::string items;
    for (const auto& known : items_at(list, "items")) items += known + ",";
    return "[" + items + item + "]";
}

const char* const tyre_pressure =
    "{\"name\":\"tyre_pressure\",\"text\":{\"zh\":\"四轮冷态胎压一致，符合门框标牌\",\"en\":\"Cold tyre "
    "pressure as on the door frame\"},\"photo\":\"never\",\"measure\":{\"unit\":\"kPa\",\"lower\":230000,"
    "\"upper\":260000}}";

// The first model is inspected by a list of its own.
void write_inspection(Dealership& store) {
    Player& player = store.player;
    const std::string from = store.models.front().fuel == "petrol" ? "pre_delivery_inspection"
                                                                   : "pre_delivery_inspection_electric";
    const std::string title =
        "{\"zh\":" + quoted(store.models.front().series + " 交车前检查") + ",\"en\":\"Inspection by model\"}";
    const auto copied = player.act("gm", "checklists.copy_list",
                                   "{\"checklist\":" + quoted(from) + ",\"title\":" + title + "}");
    const auto own = quoted(text_at(copied, "checklist"));
    player.act("gm", "checklists.change_draft",
               "{\"checklist\":" + own + ",\"version\":1,\"title\":" + title +
                   ",\"items\":" + longer_list(player, from, tyre_pressure) + "}");
    player.act(
        "gm", "checklists.publish",
        "{\"checklist\":" + own + ",\"version\":2,\"reason\":\"本批次到店胎压普遍偏低，交车前逐轮测量\"}");
    player.act("gm", "delivery.set_inspection_list",
               "{\"model_id\":" + std::to_string(store.models.front().id) + ",\"checklist\":" + own + "}");
}

// What the store has decided otherwise than the program ships it.
void set_limits(Player& player) {
    player.act(
        "gm", "deals.set_discount_limits",
        R"({"limits":[{"role":"sales","basis_points":150},{"role":"sales_manager","basis_points":500},)"
        R"({"role":"gm","basis_points":10000}],"number":1,"reason":"季度毛利承压，顾问让利收紧到1.5%"})");
    player.act(
        "gm", "leads.set_lead_limits",
        R"({"first_response_minutes":20,"escalate_after_minutes":120,)"
        R"("response_steps_minutes":[5,15,30,60,240,1440],"number":1,"reason":"线上客户半小时内已被别家联系"})");
    player.act(
        "gm", "used_cars.set_used_car_days",
        R"({"steps":[{"step":"arrived","days":1},{"step":"inspection","days":1},)"
        R"({"step":"mechanical","days":3},{"step":"body_paint","days":3},{"step":"cleaning","days":1},)"
        R"({"step":"photos","days":1},{"step":"for_sale","days":40}],"looks_back_days":90,)"
        R"("number":1,"reason":"同城二手车四十天后降价快"})");
}

// What the manager thinks of changing in the walk-round: a draft that is not published yet.
void draft_walk_round(Player& player) {
    const auto list = player.see("gm", "checklists.definition", {{"name", "walk_round"}});
    player.act("gm", "checklists.open_draft", "{\"checklist\":\"walk_round\"}");
    player.act(
        "gm", "checklists.change_draft",
        "{\"checklist\":\"walk_round\",\"version\":1,\"title\":{\"zh\":" + quoted(text_at(list, "title.zh")) +
            ",\"en\":" + quoted(text_at(list, "title.en")) + "},\"items\":" +
            longer_list(player, "walk_round",
                        "{\"name\":\"tread\",\"text\":{\"zh\":\"前轮花纹深度\",\"en\":\"Tread of the front "
                        "tyres\"},\"photo\":\"optional\",\"measure\":{\"unit\":\"mm\",\"lower\":1600}}") +
            "}");
}

}  // namespace

void plan_standards(Dealership& store) {
    Player& player = store.player;
    store.greeting_tightened = local_instant(store.first_day + (store.last_day - store.first_day) / 2, 8);
    // Half way through, the manager wants visitors greeted within a minute and left in peace for three.
    player.at(store.greeting_tightened, [&player] {
        draft(player, "reception",
              {{"assigned|\"within_s\":60", "\"within_s\":30"},
               {"greeted|\"within_s\":120", "\"within_s\":60"},
               {"needs_asked|\"not_before_s\":120", "\"not_before_s\":180"}});
        player.act("gm", "standards.publish",
                   "{\"process\":\"reception\",\"version\":2,\"reason\":"
                   "\"回访中多位客户反映进店无人招呼、刚坐下又被追问：问候提速，给足自己看车的时间\"}");
    });
    player.at(store.greeting_tightened + hours(2), [&store, &player] {
        write_inspection(store);
        rewrite_contract(player,
                         {"于 {{deliver_on}} 前在其营业场所交车。",
                          "于 {{deliver_on}} 前在其营业场所交车，并至少提前一日通知买受人交车时间。"},
                         "客户反映交车时间通知太晚，写入合同");
        draft_walk_round(player);
        set_limits(player);
    });
    // And thinks about asking the customer sooner in the workshop: a draft that is not published yet.
    player.at(local_instant(store.last_day + -1, 17), [&player] {
        draft(player, "service_visit", {{"asked|\"within_s\":5400", "\"within_s\":3600"}});
    });
}

}  // namespace forecourt::demo
