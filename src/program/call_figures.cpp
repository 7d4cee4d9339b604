#include <program/call_figures.h>

#include <cstdio>

namespace forecourt::program {
namespace {

constexpr const char* endings[] = {"done", "refused", "failed"};

int ending_of(int status) { return status < 400 ? 0 : status < 500 ? 1 : 2; }

std::string number_text(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.9g", value);
    return text;
}

}  // namespace

CallFigures::CallFigures(const Modules& modules) {
    for (const auto* module : modules.all()) {
        for (const auto* action : module->actions) figures_[std::string(action->name)].kind = "action";
        for (const auto* view : module->views) figures_[std::string(view->name)].kind = "view";
    }
}

void CallFigures::note(std::string_view name, int status, std::chrono::steady_clock::time_point began) {
    const auto found = figures_.find(name);
    if (found == figures_.end()) return;
    auto& figures = found->second;
    figures.by_status[static_cast<std::size_t>(ending_of(status))].fetch_add(1, std::memory_order_relaxed);
    figures.took.note(
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began)
            .count());
}

std::string CallFigures::text() const {
    std::string calls =
        "# HELP forecourt_calls_total Calls by how they ended.\n# TYPE forecourt_calls_total counter\n";
    std::string times =
        "# HELP forecourt_call_seconds From a request's arrival to its answer.\n"
        "# TYPE forecourt_call_seconds histogram\n";
    for (const auto& [name, figures] : figures_) {
        const std::string labels = std::string(figures.kind) + "=\"" + name + "\"";
        bool called = false;
        for (std::size_t i = 0; i < std::size(endings); ++i) {
            const auto count = figures.by_status[i].load(std::memory_order_relaxed);
            if (count == 0) continue;
            called = true;
            calls += "forecourt_calls_total{" + labels + ",ending=\"" + endings[i] + "\"} " +
                     std::to_string(count) + "\n";
        }
        if (called) {
            times += histogram_text<13>("forecourt_call_seconds", labels, {&figures.took}, 1e6);
        }
    }
    return calls + times;
}

template <std::size_t Bounds>
std::string histogram_text(std::string_view name, std::string_view labels,
                           const std::vector<const Histogram<Bounds>*>& histograms, double unit) {
    std::string text;
    std::uint64_t count = 0;
    double sum = 0;
    const std::string before = labels.empty() ? std::string() : std::string(labels) + ",";
    for (std::size_t i = 0; i <= Bounds; ++i) {
        for (const auto* one : histograms) count += one->count(i);
        const std::string bound =
            i < Bounds ? number_text(static_cast<double>(histograms.front()->bounds()[i]) / unit) : "+Inf";
        text +=
            std::string(name) + "_bucket{" + before + "le=\"" + bound + "\"} " + std::to_string(count) + "\n";
    }
    for (const auto* one : histograms) sum += static_cast<double>(one->sum()) / unit;
    const std::string braces = labels.empty() ? std::string() : "{" + std::string(labels) + "}";
    text += std::string(name) + "_sum" + braces + " " + number_text(sum) + "\n";
    text += std::string(name) + "_count" + braces + " " + std::to_string(count) + "\n";
    return text;
}

template std::string histogram_text<13>(std::string_view, std::string_view,
                                        const std::vector<const Histogram<13>*>&, double);
template std::string histogram_text<9>(std::string_view, std::string_view,
                                       const std::vector<const Histogram<9>*>&, double);

}  // namespace forecourt::program
