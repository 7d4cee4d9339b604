#pragma once
#include <services/standards/standard.h>

namespace forecourt::standards {

/// What stands in the picture of a process. `join` is where several ways must meet before it goes on.
enum class ShapeKind { start, step, join, stop, finish };
FORECOURT_ENUM(ShapeKind, start, step, join, stop, finish)

/// A shape with its place, in units of the picture, y downwards.
struct Shape {
    std::string id;
    ShapeKind kind{};
    std::string milestone;  // of a step
    std::int64_t x{};
    std::int64_t y{};
    std::int64_t width{};
    std::int64_t height{};
};
FORECOURT_STRUCT(Shape, id, kind, milestone, x, y, width, height)

struct Point {
    std::int64_t x{};
    std::int64_t y{};
};
FORECOURT_STRUCT(Point, x, y)

struct Flow {
    std::string id;
    std::string from;
    std::string to;
    std::vector<Point> points;
};
FORECOURT_STRUCT(Flow, id, from, to, points)

/// The process as a picture: the same one on the page and in the exported BPMN file.
struct Picture {
    std::int64_t width{};
    std::int64_t height{};
    std::vector<Shape> shapes;
    std::vector<Flow> flows;
};
FORECOURT_STRUCT(Picture, width, height, shapes, flows)

/// Draws a standard from left to right by what each milestone waits for; the way to its end is the upper
/// line.
Picture draw(const Standard& standard);

/// The standard as BPMN 2.0, with the picture. The norm itself (times, evidence, what happens on a miss)
/// stands in words at each task and, exactly, in extension attributes.
std::string to_bpmn(const Standard& standard, int number);

}  // namespace forecourt::standards
