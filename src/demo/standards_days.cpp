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
    // And thinks about asking the customer sooner in the workshop: a draft that is not published yet.
    player.at(local_instant(store.last_day + -1, 17), [&player] {
        draft(player, "service_visit", {{"asked|\"within_s\":5400", "\"within_s\":3600"}});
    });
}

}  // namespace forecourt::demo
