#include <services/standards/picture/picture.h>

#include <assets/assets.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include <set>

namespace forecourt::standards {
namespace {

std::vector<Standard> shipped() {
    std::vector<Standard> standards;
    for (const auto& asset : assets::under("standards/")) {
        if (!reflect::json_member(asset.body, "milestones")) continue;
        Standard standard;
        if (reflect::from_json(standard, asset.body).empty()) standards.push_back(std::move(standard));
    }
    return standards;
}

bool meet(const Shape& a, const Shape& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// A straight piece of a way runs through a shape's inside.
bool crosses(const Point& a, const Point& b, const Shape& shape) {
    return std::max(a.x, b.x) > shape.x && std::min(a.x, b.x) < shape.x + shape.width &&
           std::max(a.y, b.y) > shape.y && std::min(a.y, b.y) < shape.y + shape.height;
}

TEST(Picture, no_shape_lies_on_another_and_no_way_runs_through_a_step) {
    ASSERT_GE(shipped().size(), 7u);
    for (const auto& standard : shipped()) {
        const auto picture = draw(standard);
        for (const auto& one : picture.shapes) {
            for (const auto& other : picture.shapes) {
                if (&one >= &other) continue;
                EXPECT_FALSE(meet(one, other)) << standard.process << " " << one.id << " " << other.id;
            }
            EXPECT_LE(one.x + one.width, picture.width);
            EXPECT_LE(one.y + one.height, picture.height);
        }
        for (const auto& flow : picture.flows) {
            for (std::size_t i = 1; i < flow.points.size(); ++i) {
                for (const auto& shape : picture.shapes) {
                    if (shape.kind != ShapeKind::step) continue;
                    EXPECT_FALSE(crosses(flow.points[i - 1], flow.points[i], shape))
                        << standard.process << " " << flow.id << " through " << shape.id;
                }
            }
        }
    }
}

TEST(Picture, what_waits_for_two_stands_behind_a_join) {
    Standard s{.process = "p", .about = "visit", .title = {"甲", "A"}, .ended_by = {}, .milestones = {}};
    s.milestones = {{.name = "a", .title = {"a", "a"}, .event = "e"},
                    {.name = "b", .title = {"b", "b"}, .event = "e", .needs = {"a"}},
                    {.name = "c", .title = {"c", "c"}, .event = "e", .needs = {"a"}},
                    {.name = "d", .title = {"d", "d"}, .event = "e", .needs = {"a", "b", "c"}, .ends = true}};
    const auto picture = draw(s);
    std::set<std::string> flows;
    for (const auto& flow : picture.flows) flows.insert(flow.from + ">" + flow.to);
    EXPECT_EQ(flows, (std::set<std::string>{"start>step_a", "step_a>step_b", "step_a>step_c", "step_b>join_d",
                                            "step_c>join_d", "join_d>step_d", "step_d>finish_d"}))
        << "a before d goes without saying";
}

TEST(Bpmn, every_reference_in_the_file_leads_to_something_in_it) {
    for (const auto& standard : shipped()) {
        pugi::xml_document document;
        ASSERT_TRUE(document.load_string(to_bpmn(standard, 3).c_str()));
        const auto process = document.child("definitions").child("process");
        EXPECT_EQ(process.attribute("id").value(), standard.process);
        std::set<std::string> ids, tasks;
        for (const auto node : process.children()) ids.insert(node.attribute("id").value());
        for (const auto task : process.children("userTask")) {
            tasks.insert(task.attribute("name").value());
            EXPECT_TRUE(task.child("incoming"));
            EXPECT_TRUE(task.child("outgoing"));
            EXPECT_TRUE(task.child("extensionElements").child("forecourt:norm").attribute("event"));
        }
        EXPECT_EQ(tasks.size(), standard.milestones.size());
        for (const auto flow : process.children("sequenceFlow")) {
            EXPECT_TRUE(ids.contains(flow.attribute("sourceRef").value()));
            EXPECT_TRUE(ids.contains(flow.attribute("targetRef").value()));
        }
        const auto plane =
            document.child("definitions").child("bpmndi:BPMNDiagram").child("bpmndi:BPMNPlane");
        EXPECT_EQ(plane.attribute("bpmnElement").value(), standard.process);
        std::set<std::string> drawn;
        for (const auto node : plane.children()) drawn.insert(node.attribute("bpmnElement").value());
        ids.erase("");  // the documentation has none
        EXPECT_EQ(drawn, ids);
    }
}

}  // namespace
}  // namespace forecourt::standards
