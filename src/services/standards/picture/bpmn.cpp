#include <services/standards/picture/picture.h>

#include <pugixml.hpp>

#include <map>
#include <sstream>

namespace forecourt::standards {
namespace {

constexpr const char* model_ns = "http://www.omg.org/spec/BPMN/20100524/MODEL";

void set(pugi::xml_node node, const char* name, std::string_view value) {
    node.append_attribute(name).set_value(std::string(value).c_str());
}

void set(pugi::xml_node node, const char* name, std::int64_t value) {
    node.append_attribute(name).set_value(static_cast<long long>(value));
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : " ") + name;
    return text;
}

std::string duration_words(std::int64_t seconds) {
    if (seconds % 86400 == 0) return std::to_string(seconds / 86400) + " d";
    if (seconds % 3600 == 0) return std::to_string(seconds / 3600) + " h";
    if (seconds % 60 == 0) return std::to_string(seconds / 60) + " min";
    return std::to_string(seconds) + " s";
}

std::string norm_in_words(const Standard& standard, const Milestone& milestone) {
    std::string text = milestone.title.en;
    if (milestone.after) {
        std::string start = *milestone.after;
        for (const auto& one : standard.milestones) {
            if (one.name == *milestone.after) start = one.title.zh + " / " + one.title.en;
        }
        if (milestone.not_before_s) text += "; not before " + duration_words(*milestone.not_before_s);
        if (milestone.lifted_by) text += " (but for " + *milestone.lifted_by + ")";
        if (milestone.within_s) text += "; within " + duration_words(*milestone.within_s);
        text += " after " + start;
    }
    if (!milestone.evidence.empty()) text += "; evidence: " + joined(milestone.evidence);
    if (milestone.checklist) text += "; checklist: " + *milestone.checklist;
    if (milestone.optional.value_or(false)) text += "; optional";
    return text + "; a miss: " + std::string(name_of(milestone.on_miss));
}

void add_norm(pugi::xml_node task, const Standard& standard, const Milestone& milestone) {
    task.append_child("documentation").text().set(norm_in_words(standard, milestone).c_str());
    auto norm = task.append_child("extensionElements").append_child("forecourt:norm");
    set(norm, "event", milestone.event);
    if (milestone.after) set(norm, "after", *milestone.after);
    if (milestone.not_before_s) set(norm, "not_before_s", *milestone.not_before_s);
    if (milestone.lifted_by) set(norm, "lifted_by", *milestone.lifted_by);
    if (milestone.within_s) set(norm, "within_s", *milestone.within_s);
    if (!milestone.evidence.empty()) set(norm, "evidence", joined(milestone.evidence));
    if (milestone.checklist) set(norm, "checklist", *milestone.checklist);
    if (milestone.optional.value_or(false)) set(norm, "optional", "true");
    set(norm, "on_miss", name_of(milestone.on_miss));
}

// The people who may do it, as BPMN says it: one performer for each role.
void add_performers(pugi::xml_node task, const Milestone& milestone) {
    for (const auto role : milestone.roles) {
        auto performer = task.append_child("potentialOwner");
        set(performer, "name", name_of(role));
        performer.append_child("resourceAssignmentExpression")
            .append_child("formalExpression")
            .text()
            .set(std::string(name_of(role)).c_str());
    }
}

void add_shape(pugi::xml_node process, const Standard& standard, const Picture& picture, const Shape& shape) {
    pugi::xml_node node;
    const Milestone* milestone = nullptr;
    switch (shape.kind) {
        case ShapeKind::start:
            node = process.append_child("startEvent");
            break;
        case ShapeKind::step:
            node = process.append_child("userTask");
            break;
        case ShapeKind::join:
            node = process.append_child("parallelGateway");
            break;
        case ShapeKind::stop:
        case ShapeKind::finish:
            node = process.append_child("endEvent");
            break;
    }
    set(node, "id", shape.id);
    if (shape.kind == ShapeKind::join) set(node, "gatewayDirection", "Converging");
    if (shape.kind == ShapeKind::step) {
        for (const auto& one : standard.milestones) {
            if (one.name == shape.milestone) milestone = &one;
        }
        set(node, "name", milestone->title.zh);
        add_norm(node, standard, *milestone);
    }
    for (const auto& flow : picture.flows) {
        if (flow.to == shape.id) node.append_child("incoming").text().set(flow.id.c_str());
    }
    for (const auto& flow : picture.flows) {
        if (flow.from == shape.id) node.append_child("outgoing").text().set(flow.id.c_str());
    }
    if (milestone != nullptr) add_performers(node, *milestone);
    // Reaching this end closes the case, whatever else is under way.
    if (shape.kind == ShapeKind::finish) {
        set(node.append_child("terminateEventDefinition"), "id", "terminate_" + shape.id);
    }
}

void add_diagram(pugi::xml_node definitions, const Standard& standard, const Picture& picture) {
    auto diagram = definitions.append_child("bpmndi:BPMNDiagram");
    set(diagram, "id", "diagram");
    auto plane = diagram.append_child("bpmndi:BPMNPlane");
    set(plane, "id", "plane");
    set(plane, "bpmnElement", standard.process);
    for (const auto& shape : picture.shapes) {
        auto drawn = plane.append_child("bpmndi:BPMNShape");
        set(drawn, "id", "shape_" + shape.id);
        set(drawn, "bpmnElement", shape.id);
        auto bounds = drawn.append_child("dc:Bounds");
        set(bounds, "x", shape.x);
        set(bounds, "y", shape.y);
        set(bounds, "width", shape.width);
        set(bounds, "height", shape.height);
    }
    for (const auto& flow : picture.flows) {
        auto drawn = plane.append_child("bpmndi:BPMNEdge");
        set(drawn, "id", "edge_" + flow.id);
        set(drawn, "bpmnElement", flow.id);
        for (const auto& point : flow.points) {
            auto way = drawn.append_child("di:waypoint");
            set(way, "x", point.x);
            set(way, "y", point.y);
        }
    }
}

}  // namespace

std::string to_bpmn(const Standard& standard, int number) {
    const Picture picture = draw(standard);
    pugi::xml_document document;
    auto head = document.append_child(pugi::node_declaration);
    set(head, "version", "1.0");
    set(head, "encoding", "UTF-8");
    auto definitions = document.append_child("definitions");
    set(definitions, "xmlns", model_ns);
    set(definitions, "xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI");
    set(definitions, "xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC");
    set(definitions, "xmlns:di", "http://www.omg.org/spec/DD/20100524/DI");
    set(definitions, "xmlns:forecourt", "urn:forecourt:standards");
    set(definitions, "id", "standard_" + standard.process + "_" + std::to_string(number));
    set(definitions, "targetNamespace", "urn:forecourt:standards");
    set(definitions, "exporter", "Forecourt");
    auto process = definitions.append_child("process");
    set(process, "id", standard.process);
    set(process, "name", standard.title.zh);
    set(process, "isExecutable", "false");
    process.append_child("documentation")
        .text()
        .set((standard.title.en + ", version " + std::to_string(number)).c_str());
    for (const auto& shape : picture.shapes) add_shape(process, standard, picture, shape);
    for (const auto& flow : picture.flows) {
        auto sequence = process.append_child("sequenceFlow");
        set(sequence, "id", flow.id);
        set(sequence, "sourceRef", flow.from);
        set(sequence, "targetRef", flow.to);
    }
    add_diagram(definitions, standard, picture);
    std::ostringstream text;
    document.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
    return text.str();
}

}  // namespace forecourt::standards
