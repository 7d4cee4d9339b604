#include <http/response_head.h>

#include <gtest/gtest.h>

#include <stdexcept>

namespace forecourt::http {

TEST(response_head, the_date_is_written_as_http_wants_it) {
    EXPECT_EQ(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
    EXPECT_EQ(http_date(784'111'777), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(1'772'323'199), "Sat, 28 Feb 2026 23:59:59 GMT");
}

TEST(response_head, a_head_states_type_length_and_connection) {
    Response response{.status = 409, .content_type = "application/json"};
    response.headers = {{"X-A", "1"}};
    const CommonHeaders common(std::vector<Header>{{"X-Frame-Options", "DENY"}});
    EXPECT_EQ(
        format_head(response, {.date = "D", .common_headers = &common, .content_length = 12, .close = true}),
        "HTTP/1.1 409 Conflict\r\nDate: D\r\nContent-Type: application/json\r\nContent-Length: 12\r\n"
        "Connection: close\r\nX-A: 1\r\nX-Frame-Options: DENY\r\n\r\n");
}

TEST(response_head, a_common_header_yields_to_the_responses_own) {
    Response response;
    response.headers = {{"x-frame-options", "SAMEORIGIN"}};
    const CommonHeaders common(std::vector<Header>{{"X-Frame-Options", "DENY"}, {"X-B", "2"}});
    EXPECT_EQ(
        format_head(response, {.date = "D", .common_headers = &common}),
        "HTTP/1.1 200 OK\r\nDate: D\r\nContent-Length: 0\r\nx-frame-options: SAMEORIGIN\r\nX-B: 2\r\n\r\n");
}

TEST(response_head, no_length_where_there_can_be_no_body) {
    for (const int status : {204, 304}) {
        EXPECT_EQ(format_head({.status = status}, {.date = "D"}).find("Content-Length"), std::string::npos);
    }
    EXPECT_EQ(format_head({}, {.date = "D", .streamed = true}).find("Content-Length"), std::string::npos);
}

// security 38
TEST(response_head, a_header_can_not_split_the_response) {
    using namespace std::string_literals;
    for (const auto& value : {"a\r\nSet-Cookie: x=1"s, "a\nb"s, "a\rb"s, "a\0b"s}) {
        Response response;
        response.headers = {{"X-A", value}};
        EXPECT_THROW(format_head(response, {.date = "D"}), std::invalid_argument);
        EXPECT_THROW(format_head({.content_type = value}, {.date = "D"}), std::invalid_argument);
        EXPECT_THROW(CommonHeaders(std::vector<Header>{{"X-A", value}}), std::invalid_argument);
    }
    for (const auto& name : {""s, "a b"s, "a:"s, "a\r\n"s}) {
        EXPECT_THROW(CommonHeaders(std::vector<Header>{{name, "1"}}), std::invalid_argument);
    }
}

TEST(response_head, a_problem_is_json_whatever_its_detail_holds) {
    const auto response = problem(400, "malformed_request", "a \"quoted\"\n\\line");
    EXPECT_EQ(response.content_type, "application/problem+json");
    EXPECT_EQ(response.body.view(),
              R"({"type":"about:blank","title":"Bad Request","status":400,)"
              R"("detail":"a \"quoted\"\u000a\\line","code":"malformed_request","errors":[]})");
}

}  // namespace forecourt::http
