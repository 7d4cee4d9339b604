#include <action/view.h>

#include <charconv>

namespace forecourt {
namespace {

using reflect::Kind;

std::string text_member(const reflect::Type& input, const void* in, std::string_view name) {
    const auto* field = reflect::find_field(input, name);
    if (field == nullptr) return {};
    const auto value = db::to_value(*field->type(), static_cast<const char*>(in) + field->offset);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    return {};
}

// "-opened_at" -> "opened_at_desc", "total" -> "total_asc"
std::string sort_option(std::string_view sort) {
    const bool descending = sort.starts_with('-');
    if (descending) sort.remove_prefix(1);
    return std::string(sort) + (descending ? "_desc" : "_asc");
}

const reflect::Field* sort_field(const reflect::Type& row, std::string_view option) {
    const auto tail = option.ends_with("_desc") ? 5 : 4;
    return reflect::find_field(row, option.substr(0, option.size() - tail));
}

bool holds_number(const reflect::Type& type) {
    if (type.kind == Kind::optional) return holds_number(*type.element());
    return type.kind == Kind::integer || type.kind == Kind::instant || type.kind == Kind::boolean;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

MaybeRefused detail::prepare_list(const Context& context, const reflect::Type& input, const void* in,
                                  std::string_view default_sort, const reflect::Type& row,
                                  ListRequest& request) {
    const auto limit = whole_number(text_member(input, in, "limit"));
    request.limit = limit && *limit > 0 ? static_cast<std::size_t>(std::min<std::int64_t>(*limit, 1000)) : 50;
    const std::string asked = text_member(input, in, "sort");
    request.sort = sort_option(asked.empty() ? default_sort : asked);
    const auto* field = sort_field(row, request.sort);
    if (field == nullptr) return sort_not_offered;
    request.params.add({"limit", static_cast<std::int64_t>(request.limit + 1)});
    request.params.add({"store_id", context.store_id()});
    request.params.option("sort_" + request.sort);
    const std::string after = text_member(input, in, "after");
    if (after.empty()) return std::nullopt;
    const auto split = after.rfind('~');
    const auto id = split == std::string::npos ? std::nullopt : whole_number(after.substr(split + 1));
    if (!id) return cursor_not_understood;
    const std::string value = after.substr(0, split);
    if (holds_number(*field->type())) {
        const auto number = whole_number(value);
        if (!number) return cursor_not_understood;
        request.params.add({"after_value", *number});
    } else {
        request.params.add({"after_value", value});
    }
    request.params.add({"after_id", *id});
    request.params.option("after_" + request.sort);
    return std::nullopt;
}

std::string detail::cursor_of(const reflect::Type& row_type, const void* row, std::string_view sort) {
    const auto text_of = [&](const reflect::Field* field) {
        const auto value = db::to_value(*field->type(), static_cast<const char*>(row) + field->offset);
        if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
        return std::string{};
    };
    const auto* id = reflect::find_field(row_type, "id");
    ensure(id != nullptr);
    return text_of(sort_field(row_type, sort)) + "~" + text_of(id);
}

}  // namespace forecourt
