#include <program/export_xes.h>

#include <reflect/json_scan.h>
#include <services/log/api.h>
#include <services/standards/api.h>

#include <pugixml.hpp>

#include <sstream>

namespace forecourt::program {
namespace {

using reflect::JsonScanner;

void attribute(pugi::xml_node parent, const char* type, std::string_view key, std::string_view value) {
    auto node = parent.append_child(type);
    node.append_attribute("key").set_value(std::string(key).c_str());
    node.append_attribute("value").set_value(std::string(value).c_str());
}

void extension(pugi::xml_node log, const char* name, const char* prefix) {
    auto node = log.append_child("extension");
    node.append_attribute("name").set_value(name);
    node.append_attribute("prefix").set_value(prefix);
    node.append_attribute("uri").set_value(
        (std::string("http://www.xes-standard.org/") + prefix + ".xesext").c_str());
}

void classifier(pugi::xml_node log, const char* name, const char* keys) {
    auto node = log.append_child("classifier");
    node.append_attribute("name").set_value(name);
    node.append_attribute("keys").set_value(keys);
}

// XML has no place for control characters, whatever people have typed.
std::string clean(std::string text) {
    std::erase_if(text, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    return text;
}

// The members of the event's data that hold one value.
void add_data(pugi::xml_node event, const std::string& data) {
    JsonScanner scan(data);
    if (!scan.accept('{') || scan.accept('}')) return;
    do {
        const std::string name = "data:" + scan.string();
        scan.expect(':');
        const char first = scan.peek();
        if (first == '"') {
            attribute(event, "string", name, clean(scan.string()));
            continue;
        }
        const auto value = scan.skip_value();
        if (first == 't' || first == 'f') {
            attribute(event, "boolean", name, value);
        } else if (first != '{' && first != '[' && first != 'n') {
            attribute(event, "int", name, value);
        }
    } while (scan.accept(','));
}

void add_event(pugi::xml_node trace, const log::Entry& entry) {
    auto event = trace.append_child("event");
    attribute(event, "string", "concept:name", entry.name);
    attribute(event, "string", "concept:instance", std::to_string(entry.id));
    attribute(event, "date", "time:timestamp", to_text(entry.at));
    attribute(event, "string", "lifecycle:transition", "complete");
    if (!entry.actor_name.empty()) attribute(event, "string", "org:resource", clean(entry.actor_name));
    add_data(event, entry.data.text);
}

}  // namespace

std::string export_xes(Context& context, const std::optional<std::string>& process) {
    pugi::xml_document document;
    auto head = document.append_child(pugi::node_declaration);
    head.append_attribute("version").set_value("1.0");
    head.append_attribute("encoding").set_value("UTF-8");
    auto log = document.append_child("log");
    log.append_attribute("xes.version").set_value("1849.2016");
    log.append_attribute("xes.features").set_value("");
    log.append_attribute("xmlns").set_value("http://www.xes-standard.org/");
    extension(log, "Concept", "concept");
    extension(log, "Time", "time");
    extension(log, "Lifecycle", "lifecycle");
    extension(log, "Organizational", "org");
    auto of_traces = log.append_child("global");
    of_traces.append_attribute("scope").set_value("trace");
    attribute(of_traces, "string", "concept:name", "");
    auto of_events = log.append_child("global");
    of_events.append_attribute("scope").set_value("event");
    attribute(of_events, "string", "concept:name", "");
    attribute(of_events, "date", "time:timestamp", "1970-01-01T00:00:00.000Z");
    classifier(log, "Activity", "concept:name");
    classifier(log, "ActivityAndResource", "concept:name org:resource");
    attribute(log, "string", "concept:name", "Forecourt");
    for (const auto& one : standards::cases(context.db(), context.store_id(), process)) {
        auto trace = log.append_child("trace");
        attribute(trace, "string", "concept:name", one.process + ":" + std::to_string(one.object_id));
        attribute(trace, "string", "process", one.process);
        attribute(trace, "int", "standard_version", std::to_string(one.version_number));
        attribute(trace, "string", "title", clean(one.title));
        for (const auto& entry :
             log::entries_about(context.db(), context.store_id(), {one.object_type, one.object_id})) {
            add_event(trace, entry);
        }
    }
    std::ostringstream text;
    document.save(text, " ", pugi::format_default, pugi::encoding_utf8);
    return text.str();
}

}  // namespace forecourt::program
