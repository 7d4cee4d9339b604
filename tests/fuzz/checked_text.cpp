#include <core/checked_text.h>
#include <core/time.h>
#include <http/framing.h>
#include <http/url.h>

#include <cstdint>
#include <cstdlib>

// security 9
// Whatever is typed as a VIN, plate, number, address, date or moment, or stands in a query, cookie or Host:
// what a check lets through it lets through again, unchanged; a mask keeps its secret.

namespace {

using namespace forecourt;

template <class Text>
void check_twice(std::string_view raw) {
    const auto once = Text::check(raw);
    if (once.problem != nullptr) return;
    const auto again = Text::check(once.text);
    if (again.problem != nullptr || again.text != once.text) std::abort();
    if constexpr (requires(Text text) { text.masked(); }) {
        if (Text{once.text}.masked() == once.text) std::abort();
    }
    if constexpr (requires(Text text) { text.check_digit_matches(); }) Text{once.text}.check_digit_matches();
    if constexpr (requires(Text text) { text.is_new_energy(); }) Text{once.text}.is_new_energy();
}

void read_times(std::string_view raw) {
    if (const auto date = parse_date(raw)) {
        if (parse_date(to_text(*date)) != date) std::abort();
    }
    if (const auto at = parse_instant(raw)) {
        if (parse_instant(to_text(*at)) != at) std::abort();
        local_date(*at);
    }
}

void read_url(std::string_view raw) {
    for (const auto& [name, value] : http::parse_query(raw)) {
        if (http::decode_percent(http::encode_percent(value), false) != value) std::abort();
    }
    http::find_cookie(raw, "forecourt_session");
    if (const auto host = http::host_of(raw); host && http::host_of(*host) != host) std::abort();
    if (const auto path = http::decode_path(raw)) {
        if (!http::is_valid_utf8(*path) || path->find("/../") != std::string::npos) std::abort();
    }
    http::client_address("10.0.0.1", raw, std::vector<std::string>{"10.0.0.1"});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view raw(reinterpret_cast<const char*>(bytes), size);
    // All texts come out of the decoder of JSON or of queries, which take UTF-8 only.
    if (http::is_valid_utf8(raw)) {
        check_twice<Vin>(raw);
        check_twice<Plate>(raw);
        check_twice<Phone>(raw);
        check_twice<IdentityNumber>(raw);
        check_twice<EmailAddress>(raw);
        check_twice<FilledText>(raw);
        check_twice<FileHash>(raw);
    }
    read_times(raw);
    read_url(raw);
    return 0;
}
