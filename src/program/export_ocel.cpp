#include <program/export_ocel.h>

#include <reflect/json_scan.h>
#include <services/log/api.h>

#include <map>
#include <set>

namespace forecourt::program {
namespace {

using reflect::JsonScanner;

std::string quoted(std::string_view text) {
    std::string out;
    reflect::append_json_string(out, text);
    return out;
}

struct Reference {
    std::string type;
    std::string id;  // "visit:17": numbers of different kinds of record must not meet
};

std::vector<Reference> references_of(const std::string& objects) {
    std::vector<Reference> references;
    JsonScanner scan(objects);
    scan.expect('[');
    if (scan.accept(']')) return references;
    do {
        const std::string_view object = scan.skip_value();
        const std::string type = JsonScanner(*reflect::json_member(object, "type")).string();
        references.push_back({.type = type, .id = type + ":" + *reflect::json_member(object, "id")});
    } while (scan.accept(','));
    return references;
}

// The members that hold one value; their text is what OCEL's string attributes carry.
std::vector<std::pair<std::string, std::string>> attributes_of(const std::string& data) {
    std::vector<std::pair<std::string, std::string>> attributes;
    JsonScanner scan(data);
    if (!scan.accept('{') || scan.accept('}')) return attributes;
    do {
        std::string name = scan.string();
        scan.expect(':');
        const char first = scan.peek();
        if (first == '"') {
            attributes.emplace_back(std::move(name), scan.string());
            continue;
        }
        const auto value = scan.skip_value();
        if (first != '{' && first != '[' && first != 'n') attributes.emplace_back(std::move(name), value);
    } while (scan.accept(','));
    return attributes;
}

struct Types {
    std::map<std::string, std::set<std::string>> events;  // with their attributes
    std::map<std::string, std::string> objects;           // id -> type
};

void add_event(const log::Entry& entry, Types& types, std::string& out) {
    auto attributes = attributes_of(entry.data.text);
    attributes.emplace_back("actor", entry.actor_name);
    auto& known = types.events[entry.name];
    std::string listed, related;
    for (const auto& [name, value] : attributes) {
        known.insert(name);
        listed +=
            (listed.empty() ? "" : ",") + ("{\"name\":" + quoted(name) + ",\"value\":" + quoted(value) + "}");
    }
    for (const auto& reference : references_of(entry.objects.text)) {
        types.objects[reference.id] = reference.type;
        related += (related.empty() ? "" : ",") + ("{\"objectId\":" + quoted(reference.id) +
                                                   ",\"qualifier\":" + quoted(reference.type) + "}");
    }
    out += (out.empty() ? "\n" : ",\n") +
           ("{\"id\":\"" + std::to_string(entry.id) + "\",\"type\":" + quoted(entry.name) + ",\"time\":\"" +
            to_text(entry.at) + "\",\"attributes\":[" + listed + "],\"relationships\":[" + related + "]}");
}

}  // namespace

std::string export_ocel(Context& context) {
    Types types;
    std::string events;
    std::int64_t seq = 0;
    for (;;) {
        const auto entries = log::entries_since(context.db(), context.store_id(), seq, 1000);
        for (const auto& entry : entries) add_event(entry, types, events);
        if (entries.size() < 1000) break;
        seq = entries.back().seq;
    }
    std::string event_types, object_types, objects;
    for (const auto& [name, attributes] : types.events) {
        std::string listed;
        for (const auto& attribute : attributes) {
            listed +=
                (listed.empty() ? "" : ",") + ("{\"name\":" + quoted(attribute) + ",\"type\":\"string\"}");
        }
        event_types += (event_types.empty() ? "" : ",\n") +
                       ("{\"name\":" + quoted(name) + ",\"attributes\":[" + listed + "]}");
    }
    std::set<std::string> kinds;
    for (const auto& [id, type] : types.objects) {
        kinds.insert(type);
        objects += (objects.empty() ? "\n" : ",\n") + ("{\"id\":" + quoted(id) + ",\"type\":" + quoted(type) +
                                                       ",\"attributes\":[],\"relationships\":[]}");
    }
    for (const auto& kind : kinds) {
        object_types +=
            (object_types.empty() ? "" : ",") + ("{\"name\":" + quoted(kind) + ",\"attributes\":[]}");
    }
    return "{\"eventTypes\":[" + event_types + "],\n\"objectTypes\":[" + object_types + "],\n\"events\":[" +
           events + "],\n\"objects\":[" + objects + "]}\n";
}

}  // namespace forecourt::program
