#include <reflect/json.h>

#include <gtest/gtest.h>

#include <cstdio>

namespace forecourt::reflect_test {

enum class Unit { piece, hour };
FORECOURT_ENUM(Unit, piece, hour)

struct Line {
    FilledText name;
    Unit unit{};
    Quantity quantity;
    Money price;
    std::optional<Vin> vin;
};
FORECOURT_STRUCT(Line, name, unit, quantity, price, vin)

struct Order {
    Id<Order> id;
    bool urgent{};
    Instant opened_at;
    std::optional<Date> due;
    std::vector<Line> lines;
    JsonText answers;
    int seats{};
};
FORECOURT_STRUCT(Order, id, urgent, opened_at, due, lines, answers, seats)

const char* const good =
    R"({"id":7,"urgent":true,"opened_at":"2026-11-22T05:35:16.123Z","due":null,)"
    R"("lines":[{"name":"机油\n\"5W\"","unit":"hour","quantity":1500,"price":-5,"vin":null}],)"
    R"("answers":{"a":[1,2]},"seats":5})";

TEST(Json, what_is_written_is_read_back_the_same) {
    Order order;
    ASSERT_TRUE(reflect::from_json(order, good).empty());
    EXPECT_EQ(order.lines.at(0).name.text, "机油\n\"5W\"");
    EXPECT_EQ(reflect::to_json(order), good);
}

// Texts are looked through by eights: each byte at each place of them, and beside another that is escaped.
TEST(Json, each_byte_of_a_text_is_escaped_where_it_has_to_be) {
    for (int byte = 0; byte < 256; ++byte) {
        std::string alone;
        const bool special = byte < 0x20 || byte == '"' || byte == '\\';
        switch (byte) {
            case '"':
                alone = "\\\"";
                break;
            case '\\':
                alone = "\\\\";
                break;
            case '\n':
                alone = "\\n";
                break;
            case '\r':
                alone = "\\r";
                break;
            case '\t':
                alone = "\\t";
                break;
            default:
                char text[8];
                std::snprintf(text, sizeof text, "\\u%04x", static_cast<unsigned>(byte));
                alone = special ? std::string(text) : std::string(1, static_cast<char>(byte));
        }
        for (std::size_t place = 0; place < 18; ++place) {
            std::string text(18, '~');
            text[place] = static_cast<char>(byte);
            text += '"';
            std::string expected = "x\"" + std::string(18, '~');
            expected.replace(2 + place, 1, alone);
            std::string out = "x";
            reflect::append_json_string(out, text);
            ASSERT_EQ(out, expected + "\\\"\"") << byte << " at " << place;
        }
    }
}

// security 12
TEST(Json, every_wrong_field_is_named_at_once) {
    Order order;
    const auto errors = reflect::from_json(
        order,
        R"({"id":0,"urgent":1,"opened_at":"now","lines":[{"name":" ","unit":"box","quantity":1.5,"x":1}],)"
        R"("answers":null,"seats":99999999999,"seats":1})");
    std::string told;
    for (const auto& error : errors) told += error.path + ":" + error.code + " ";
    EXPECT_EQ(told,
              "/id:number_out_of_range /urgent:expected_true_or_false /opened_at:expected_date_and_time "
              "/lines/0/name:must_not_be_blank /lines/0/unit:expected_one_of "
              "/lines/0/quantity:expected_whole_number /lines/0/x:unknown_field /lines/0/price:required "
              "/seats:number_out_of_range /seats:repeated_field ");
}

// security 10, 75
TEST(Json, what_is_not_json_is_refused) {
    const char* const malformed[] = {
        "",          "{",   "{}x",         "[1,]", "{\"a\":01}", "\"\x01\"",  "\"\\ud800\"", "\"\xC0\x80\"",
        "{\"a\" 1}", "nul", "\"\\u0000\"", "+1",   "1.",         "{\"a\":1,}"};
    for (const char* text : malformed) {
        JsonText any;
        const auto errors = reflect::from_json(any, text);
        ASSERT_EQ(errors.size(), 1u) << text;
        EXPECT_EQ(errors[0].code, "malformed_json") << text;
    }
    std::string deep(70, '[');
    deep.append(70, ']');
    JsonText any;
    EXPECT_FALSE(reflect::from_json(any, deep).empty());
}

// security 75
TEST(Query, scalars_come_from_text) {
    struct {
        const char *name, *value, *problem;
    } cases[] = {{"unit", "hour", nullptr},
                 {"unit", "box", "expected_one_of"},
                 {"price", "12x", "expected_whole_number"},
                 {"vin", "short", "vin_needs_17_characters"},
                 {"other", "1", "unknown_field"}};
    for (const auto& row : cases) {
        Line line;
        const auto errors = reflect::read_query(*reflect::type_of<Line>(), &line, {{row.name, row.value}});
        std::string found;
        for (const auto& error : errors) {
            if (error.path == std::string("/") + row.name && error.code != "required") found = error.code;
        }
        EXPECT_EQ(found, row.problem ? row.problem : "") << row.name << "=" << row.value;
    }
}

TEST(Type, ids_know_the_record_they_name) {
    EXPECT_EQ(reflect::type_of<Id<Order>>()->object, "Order");
    EXPECT_EQ(name_of(Unit::hour), "hour");
    EXPECT_EQ(*reflect::json_member(R"({"a":{"b":1},"c":"x"})", "a"), R"({"b":1})");
}

}  // namespace forecourt::reflect_test
