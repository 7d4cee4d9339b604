#include <services/standards/picture/picture.h>

#include <map>
#include <set>

namespace forecourt::standards {
namespace {

constexpr std::int64_t step_width = 132, step_height = 84, gap = 44, row_gap = 26, margin = 16;
constexpr std::int64_t event_size = 32, join_size = 28, stop_size = 18, stop_gap = 14;
constexpr std::int64_t column_width = step_width + gap, row_height = step_height + row_gap;

struct Node {
    const Milestone* milestone{};
    std::vector<std::size_t> before;  // what it waits for, without what the others wait for anyway
    std::vector<std::size_t> behind;
    std::int64_t column = -1;
    std::int64_t row = -1;
};

class Drawing {
  public:
    explicit Drawing(const Standard& standard) {
        for (const auto& milestone : standard.milestones) {
            index_[milestone.name] = nodes_.size();
            nodes_.push_back({.milestone = &milestone, .before = {}, .behind = {}});
        }
        for (std::size_t i = 1; i < nodes_.size(); ++i) link(i);
        for (std::size_t i = 0; i < nodes_.size(); ++i) column_of(i);
        for (std::size_t i = 0; i < nodes_.size(); ++i) drop_roundabout_ways(i);
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            for (const auto before : nodes_[i].before) nodes_[before].behind.push_back(i);
        }
        place_rows();
    }

    Picture picture() const {
        Picture picture;
        add_shapes(picture);
        add_flows(picture);
        for (const auto& shape : picture.shapes) {
            picture.width = std::max(picture.width, shape.x + shape.width + margin);
            picture.height = std::max(picture.height, shape.y + shape.height + margin);
        }
        return picture;
    }

  private:
    // What names nothing to wait for comes after the milestone its time counts from, or after the first.
    void link(std::size_t i) {
        const auto& milestone = *nodes_[i].milestone;
        for (const auto& name : milestone.needs) {
            if (const auto at = index_.find(name); at != index_.end()) nodes_[i].before.push_back(at->second);
        }
        if (!nodes_[i].before.empty()) return;
        const auto at = milestone.after ? index_.find(*milestone.after) : index_.end();
        nodes_[i].before.push_back(at != index_.end() ? at->second : 0);
    }

    std::int64_t column_of(std::size_t i) {
        auto& node = nodes_[i];
        if (node.column >= 0) return node.column;
        node.column = 0;
        std::int64_t column = 0;
        for (const auto before : node.before) column = std::max(column, column_of(before) + 1);
        return node.column = column;
    }

    bool leads_to(std::size_t from, std::size_t to) const {
        const auto& before = nodes_[to].before;
        return std::any_of(before.begin(), before.end(),
                           [&](std::size_t one) { return one == from || leads_to(from, one); });
    }

    void drop_roundabout_ways(std::size_t i) {
        auto& before = nodes_[i].before;
        const auto all = before;
        std::erase_if(before, [&](std::size_t one) {
            return std::any_of(all.begin(), all.end(),
                               [&](std::size_t other) { return other != one && leads_to(one, other); });
        });
    }

    void place_rows() {
        std::size_t last = nodes_.size() - 1;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (nodes_[i].milestone->ends.value_or(false)) last = i;
        }
        for (std::size_t at = last;;) {
            nodes_[at].row = 0;
            take(0, nodes_[at].column, nodes_[at].column);
            if (nodes_[at].before.empty()) break;
            const auto& before = nodes_[at].before;
            at = *std::max_element(before.begin(), before.end(), [&](std::size_t a, std::size_t b) {
                return nodes_[a].column < nodes_[b].column;
            });
        }
        for (auto& node : nodes_) {
            if (node.row >= 0) continue;
            std::int64_t until = node.column;
            for (const auto behind : node.behind) until = std::max(until, nodes_[behind].column - 1);
            node.row = 1;
            while (!is_free(node.row, node.column, until)) ++node.row;
            take(node.row, node.column, until);
        }
    }

    bool is_free(std::int64_t row, std::int64_t from, std::int64_t until) const {
        for (auto column = from; column <= until; ++column) {
            if (taken_.contains({row, column})) return false;
        }
        return true;
    }
    void take(std::int64_t row, std::int64_t from, std::int64_t until) {
        for (auto column = from; column <= until; ++column) taken_.insert({row, column});
    }

    std::int64_t left_of(const Node& node) const {
        return margin + event_size + gap + node.column * column_width;
    }
    std::int64_t top_of(const Node& node) const { return margin + node.row * row_height; }
    std::int64_t middle_of(const Node& node) const { return top_of(node) + step_height / 2; }
    static std::string step_id(const Node& node) { return "step_" + node.milestone->name; }
    static std::string join_id(const Node& node) { return "join_" + node.milestone->name; }

    bool is_end(const Node& node) const { return node.milestone->ends.value_or(false); }

    void add_shapes(Picture& picture) const {
        const auto& first = nodes_.front();
        picture.shapes.push_back({.id = "start",
                                  .kind = ShapeKind::start,
                                  .milestone = {},
                                  .x = margin,
                                  .y = middle_of(first) - event_size / 2,
                                  .width = event_size,
                                  .height = event_size});
        for (const auto& node : nodes_) {
            picture.shapes.push_back({.id = step_id(node),
                                      .kind = ShapeKind::step,
                                      .milestone = node.milestone->name,
                                      .x = left_of(node),
                                      .y = top_of(node),
                                      .width = step_width,
                                      .height = step_height});
            if (node.before.size() > 1) {
                picture.shapes.push_back({.id = join_id(node),
                                          .kind = ShapeKind::join,
                                          .milestone = {},
                                          .x = left_of(node) - gap / 2 - join_size / 2,
                                          .y = middle_of(node) - join_size / 2,
                                          .width = join_size,
                                          .height = join_size});
            }
            if (!node.behind.empty() && !is_end(node)) continue;
            const std::int64_t size = is_end(node) ? event_size : stop_size;
            picture.shapes.push_back({.id = (is_end(node) ? "finish_" : "stop_") + node.milestone->name,
                                      .kind = is_end(node) ? ShapeKind::finish : ShapeKind::stop,
                                      .milestone = {},
                                      .x = left_of(node) + step_width + stop_gap,
                                      .y = middle_of(node) - size / 2,
                                      .width = size,
                                      .height = size});
        }
    }

    // From the upper line a way goes down at once; from below it comes up at the last moment: no way crosses
    // a step.
    void connect(Picture& picture, const Node& from, const Node& to) const {
        const bool joined = to.before.size() > 1;
        const std::int64_t start = left_of(from) + step_width;
        const std::int64_t turn_at_join = left_of(to) - gap / 2;
        const std::int64_t end = joined ? turn_at_join - join_size / 2 : left_of(to);
        Flow flow{.id = "flow_" + from.milestone->name + "_" + to.milestone->name,
                  .from = step_id(from),
                  .to = joined ? join_id(to) : step_id(to),
                  .points = {{start, middle_of(from)}}};
        if (from.row != to.row) {
            if (joined && from.row > to.row) {
                flow.points.push_back({turn_at_join, middle_of(from)});
                flow.points.push_back({turn_at_join, middle_of(to) + join_size / 2});
                picture.flows.push_back(std::move(flow));
                return;
            }
            const std::int64_t turn = from.row == 0 ? start + gap / 2 : turn_at_join;
            flow.points.push_back({turn, middle_of(from)});
            flow.points.push_back({turn, middle_of(to)});
        }
        flow.points.push_back({end, middle_of(to)});
        picture.flows.push_back(std::move(flow));
    }

    void add_flows(Picture& picture) const {
        const auto& first = nodes_.front();
        picture.flows.push_back(
            {.id = "flow_start",
             .from = "start",
             .to = step_id(first),
             .points = {{margin + event_size, middle_of(first)}, {left_of(first), middle_of(first)}}});
        for (const auto& node : nodes_) {
            for (const auto before : node.before) connect(picture, nodes_[before], node);
            if (node.before.size() > 1) {
                picture.flows.push_back(
                    {.id = "flow_join_" + node.milestone->name,
                     .from = join_id(node),
                     .to = step_id(node),
                     .points = {{left_of(node) - gap / 2 + join_size / 2, middle_of(node)},
                                {left_of(node), middle_of(node)}}});
            }
            if (!node.behind.empty() && !is_end(node)) continue;
            picture.flows.push_back({.id = "flow_end_" + node.milestone->name,
                                     .from = step_id(node),
                                     .to = (is_end(node) ? "finish_" : "stop_") + node.milestone->name,
                                     .points = {{left_of(node) + step_width, middle_of(node)},
                                                {left_of(node) + step_width + stop_gap, middle_of(node)}}});
        }
    }

    std::map<std::string, std::size_t> index_;
    std::vector<Node> nodes_;
    std::set<std::pair<std::int64_t, std::int64_t>> taken_;  // row and column
};

}  // namespace

Picture draw(const Standard& standard) {
    ensure(!standard.milestones.empty());
    return Drawing(standard).picture();
}

}  // namespace forecourt::standards
