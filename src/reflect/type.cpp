#include <reflect/json.h>
#include <reflect/type.h>

namespace forecourt::reflect {
namespace {

// Whole numbers stay under 2^53 so that every JSON reader keeps them exact; money and quantities far under.
constexpr std::int64_t largest_amount = 1'000'000'000'000'000;

bool is_sane(std::int64_t n) { return n > -largest_amount && n < largest_amount; }

}  // namespace

constexpr Type boolean_type{
    .kind = Kind::boolean,
    .get_number = [](const void* p) -> std::int64_t { return *static_cast<const bool*>(p); },
    .set_number = [](void* p, std::int64_t n) { return *static_cast<bool*>(p) = n != 0, n == 0 || n == 1; }};

constexpr Type money_type{
    .kind = Kind::integer,
    .format = "money",
    .get_number = [](const void* p) { return static_cast<const Money*>(p)->fen; },
    .set_number = [](void* p, std::int64_t n) { return static_cast<Money*>(p)->fen = n, is_sane(n); }};

constexpr Type quantity_type{
    .kind = Kind::integer,
    .format = "quantity",
    .get_number = [](const void* p) { return static_cast<const Quantity*>(p)->thousandths; },
    .set_number = [](void* p,
                     std::int64_t n) { return static_cast<Quantity*>(p)->thousandths = n, is_sane(n); }};

constexpr Type instant_type{
    .kind = Kind::instant,
    .format = "date-time",
    .get_number = [](const void* p) { return static_cast<const Instant*>(p)->ms; },
    .set_number = [](void* p, std::int64_t n) { return static_cast<Instant*>(p)->ms = n, is_sane(n); },
    .get_text = [](const void* p) { return to_text(*static_cast<const Instant*>(p)); },
    .set_text = [](void* p, std::string_view raw) -> const char* {
        const auto at = parse_instant(raw);
        if (!at) return "expected_date_and_time";
        *static_cast<Instant*>(p) = *at;
        return nullptr;
    }};

constexpr Type date_type{.kind = Kind::date,
                         .format = "date",
                         .get_text = [](const void* p) { return to_text(*static_cast<const Date*>(p)); },
                         .set_text = [](void* p, std::string_view raw) -> const char* {
                             const auto date = parse_date(raw);
                             if (!date) return "expected_date";
                             *static_cast<Date*>(p) = *date;
                             return nullptr;
                         }};

constexpr Type text_type{.kind = Kind::text,
                         .get_text = [](const void* p) { return *static_cast<const std::string*>(p); },
                         .set_text = [](void* p, std::string_view raw) -> const char* {
                             if (raw.size() > 20'000) return "text_too_long";
                             *static_cast<std::string*>(p) = raw;
                             return nullptr;
                         }};

constexpr Type json_type{.kind = Kind::json,
                         .get_text = [](const void* p) { return static_cast<const JsonText*>(p)->text; },
                         .set_text = [](void* p, std::string_view raw) -> const char* {
                             static_cast<JsonText*>(p)->text = raw;
                             return nullptr;
                         }};

const Field* find_field(const Type& record, std::string_view name) {
    for (const auto& field : record.fields) {
        if (field.name == name) return &field;
    }
    return nullptr;
}

}  // namespace forecourt::reflect
