#include <simulator/attempt.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {

Input& Input::text(std::string name, const std::string& value) {
    return json(std::move(name), demo::quoted(value));
}

Input& Input::json(std::string name, std::string value) {
    for (auto& member : members_) {
        if (member.first != name) continue;
        member.second = std::move(value);
        return *this;
    }
    members_.emplace_back(std::move(name), std::move(value));
    return *this;
}

bool Input::has(const std::string& name) const {
    return std::any_of(members_.begin(), members_.end(), [&](const auto& one) { return one.first == name; });
}

std::int64_t Input::number_of(const std::string& name) const {
    for (const auto& member : members_) {
        if (member.first == name) return std::stoll(member.second);
    }
    throw std::logic_error("no member " + name);
}

std::string Input::written() const {
    std::string out = "{";
    for (const auto& [name, value] : members_) {
        if (out.size() > 1) out += ", ";
        out += "\"" + name + "\": " + value;
    }
    return out + "}";
}

void expect_equal(const std::string& what, std::int64_t expected, std::int64_t found) {
    expect_equal(what, std::to_string(expected), std::to_string(found));
}

void expect_equal(const std::string& what, const std::string& expected, const std::string& found) {
    if (expected == found) return;
    throw Mismatch(what + ": expected " + expected + ", found " + found);
}

}  // namespace forecourt::simulator
