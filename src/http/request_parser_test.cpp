#include <http/request_parser.h>

#include <gtest/gtest.h>

#include <algorithm>

namespace forecourt::http {

namespace {

struct Outcome {
    std::vector<std::string> requests;  // "METHOD path body"
    int status = 0;                     // of the fault, or 0

    bool operator==(const Outcome&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Outcome& outcome) {
    for (const auto& request : outcome.requests) out << '[' << request << "] ";
    return out << outcome.status;
}

/// Parses like a connection does, with the bytes arriving in pieces of that size.
Outcome parse(std::string_view data, std::size_t piece, std::size_t body_limit = 1000) {
    RequestParser parser({}, {});
    Outcome outcome;
    std::string waiting;
    while (true) {
        const auto fed = parser.feed(waiting);
        waiting.erase(0, fed.consumed);
        switch (fed.step) {
            case RequestParser::Step::failed:
                outcome.status = parser.fault().status;
                return outcome;
            case RequestParser::Step::head:
                parser.set_body_limit(body_limit);
                break;
            case RequestParser::Step::complete: {
                const auto request = parser.take_request();
                outcome.requests.push_back(std::string(to_text(request.method)) + " " + request.path + " " +
                                           request.body);
                parser.reset();
                break;
            }
            case RequestParser::Step::need_more:
                if (data.empty()) return outcome;
                waiting += data.substr(0, piece);
                data.remove_prefix(std::min(piece, data.size()));
        }
    }
}

const std::string post = "POST /p HTTP/1.1\r\nHost: a\r\n";
const std::string chunked = post + "Transfer-Encoding: chunked\r\n\r\n";

}  // namespace

TEST(request_parser, pieces_of_any_size_give_the_same_requests) {
    struct Case {
        std::string data;
        Outcome outcome;
    };
    const std::string get = "GET /g HTTP/1.1\r\nHost: a\r\n\r\n";
    std::string many_extensions;
    for (int i = 0; i < 100; ++i) many_extensions += "1;" + std::string(50, 'a') + "\r\nx\r\n";
    const std::vector<Case> cases = {
        {get, {{"GET /g "}}},
        {"\r\n" + get, {{"GET /g "}}},
        {get + "\r\n" + get, {{"GET /g ", "GET /g "}}},
        {"\r\n\r\n" + get, {{}, 400}},
        {"\r", {{}}},
        {get + get + get, {{"GET /g ", "GET /g ", "GET /g "}}},
        {post + "Content-Length: 5\r\n\r\nhello" + get, {{"POST /p hello", "GET /g "}}},
        {post + "Content-Length: 5\r\n\r\nhell", {{}}},
        {post + "content-length:0\r\n\r\n" + get, {{"POST /p ", "GET /g "}}},
        {chunked + "5\r\nhello\r\n0\r\n\r\n" + get, {{"POST /p hello", "GET /g "}}},
        {chunked + "5;a=b\r\nhello\r\n6;c=\"d\"\r\n world\r\n0\r\n\r\n", {{"POST /p hello world"}}},
        {chunked + "5\r\nhello\r\n0\r\nX-Admin: 1\r\n\r\n" + get, {{"POST /p hello", "GET /g "}}},
        {chunked + "0\r\n\r\n" + get, {{"POST /p ", "GET /g "}}},
        {chunked + "000A\r\n0123456789\r\n00\r\n\r\n", {{"POST /p 0123456789"}}},
        {chunked + "5\r\nhelloX\r\n0\r\n\r\n", {{}, 400}},
        {chunked + "5\r\nhell\r\n0\r\n\r\n", {{}, 400}},
        {chunked + "5\nhello\r\n0\r\n\r\n", {{}, 400}},
        {chunked + "0x5\r\nhello\r\n0\r\n\r\n", {{}, 400}},
        {chunked + "-5\r\nhello\r\n0\r\n\r\n", {{}, 400}},
        {chunked + "\r\nhello\r\n0\r\n\r\n", {{}, 400}},
        {chunked + "FFFFFFFFFFFFFFFFF\r\n", {{}, 400}},
        {chunked + "FFFFFFFFFFFFFFFF\r\n", {{}, 400}},
        {chunked + "FFFFFFFFFFFFFFF\r\n", {{}, 413}},
        {chunked + "5 ;a=b\r\nhello\r\n0 \t;c\r\n\r\n", {{"POST /p hello"}}},
        {chunked + "5 \r\nhello\r\n0\r\n\r\n", {{}, 400}},
        {chunked + " 5\r\nhello\r\n0\r\n\r\n", {{}, 400}},
        {chunked + "5;a\nb\r\nhello\r\n0\r\n\r\n", {{}, 400}},
        {chunked + "5;a\rb\r\nhello\r\n0\r\n\r\n", {{}, 400}},
        {chunked + "5x\r\nhello\r\n0\r\n\r\n", {{}, 400}},
        {chunked + "0\r\nno colon\r\n\r\n", {{}, 400}},
        {chunked + "0\r\n: a\r\n\r\n", {{}, 400}},
        {chunked + "0\r\nX: a\n\r\n", {{}, 400}},
        {chunked + "0\r\nX: a\r\nY:\r\n\r\n" + get, {{"POST /p ", "GET /g "}}},
        {chunked + many_extensions, {{}, 400}},
        {chunked + "3E9\r\n", {{}, 413}},
        {chunked + "1F4\r\n" + std::string(500, 'a') + "\r\n1F5\r\n", {{}, 413}},
        {chunked + "5;" + std::string(5000, 'a'), {{}, 400}},
        {chunked + "0\r\nX: " + std::string(5000, 'a'), {{}, 400}},
        {post + "X : a\r\n\r\n", {{}, 400}},
        {"GET /g HTTP/2.0\r\nHost: a\r\n\r\n", {{}, 400}},
        {"GET /g HTTP/1.2\r\nHost: a\r\n\r\n", {{}, 400}},
        {"GET /g\r\n\r\n", {{}, 400}},
        {"GET  /g HTTP/1.1\r\nHost: a\r\n\r\n", {{}, 400}},
        {"GET /g HTTP/1.1 \r\nHost: a\r\n\r\n", {{}, 400}},
        {"GET /g HTTP/1.1\r\nno colon\r\nHost: a\r\n\r\n", {{}, 400}},
        {"GET /g HTTP/1.1\r\n: empty\r\nHost: a\r\n\r\n", {{}, 400}},
    };
    for (const auto& one : cases) {
        for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{7}, one.data.size()}) {
            EXPECT_EQ(parse(one.data, piece), one.outcome)
                << one.data.substr(0, 200) << " in pieces of " << piece;
        }
    }
}

// security 34
TEST(request_parser, a_chunked_body_may_be_as_large_as_the_limit_and_no_larger) {
    const auto body = "A\r\n0123456789\r\nA\r\n0123456789\r\n0\r\n\r\n";
    EXPECT_EQ(parse(chunked + body, 3, 20).requests.size(), 1u);
    EXPECT_EQ(parse(chunked + body, 3, 19).status, 413);
    EXPECT_EQ(parse(chunked + body, 3, 0).status, 413);
}

TEST(request_parser, a_trailer_does_not_become_a_header) {
    RequestParser parser({}, {});
    const auto data = chunked + "0\r\nX-Admin: 1\r\n\r\n";
    const auto head = parser.feed(data);
    ASSERT_EQ(head.step, RequestParser::Step::head);
    parser.set_body_limit(10);
    ASSERT_EQ(parser.feed(std::string_view(data).substr(head.consumed)).step, RequestParser::Step::complete);
    EXPECT_EQ(parser.request().header("x-admin"), "");
    EXPECT_EQ(parser.request().header("host"), "a");
}

// security 34
TEST(request_parser, more_than_a_hundred_headers_are_refused) {
    const auto with_headers = [](int count) {
        std::string data = "GET / HTTP/1.1\r\nHost: a\r\n";
        for (int i = 1; i < count; ++i) data += "X: 1\r\n";
        return data + "\r\n";
    };
    EXPECT_EQ(parse(with_headers(100), 1000).requests.size(), 1u);
    EXPECT_EQ(parse(with_headers(101), 1000).status, 431);
}

TEST(request_parser, the_connection_is_kept_unless_the_client_says_otherwise) {
    const auto is_kept = [](std::string_view line_and_headers) {
        RequestParser parser({}, {});
        EXPECT_EQ(parser.feed(line_and_headers).step, RequestParser::Step::head);
        return parser.keep_alive();
    };
    EXPECT_TRUE(is_kept("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    EXPECT_FALSE(is_kept("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n"));
    EXPECT_FALSE(is_kept("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, close\r\n\r\n"));
    EXPECT_FALSE(is_kept("GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n"));
}

}  // namespace forecourt::http
