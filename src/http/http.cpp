#include <http/http.h>
#include <http/url.h>

#include <algorithm>

namespace forecourt::http {

std::string_view to_text(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::head:
            return "HEAD";
        case Method::post:
            return "POST";
        case Method::options:
            return "OPTIONS";
    }
    return "";
}

bool same_ignoring_case(std::string_view left, std::string_view right) {
    constexpr auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return left.size() == right.size() && std::equal(left.begin(), left.end(), right.begin(),
                                                     [&](char a, char b) { return lower(a) == lower(b); });
}

std::string_view Request::header(std::string_view name) const {
    for (const auto& header : headers) {
        if (same_ignoring_case(header.name, name)) return header.value;
    }
    return {};
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    for (const auto& header : headers) {
        if (!same_ignoring_case(header.name, "cookie")) continue;
        if (const auto value = find_cookie(header.value, name)) return value;
    }
    return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> Request::query_parameters() const {
    return parse_query(query);
}

Body Body::shared(std::shared_ptr<const std::string> text) {
    const std::string_view view = *text;
    return view_of(view, std::move(text));
}

Body Body::view_of(std::string_view text, std::shared_ptr<const void> keeper) {
    Body body;
    body.is_shared_ = true;
    body.shared_ = text;
    body.keeper_ = std::move(keeper);
    return body;
}

}  // namespace forecourt::http
