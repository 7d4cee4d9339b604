#include <http/framing.h>

#include <gtest/gtest.h>

namespace forecourt::http {

namespace {

std::string_view detail_of(const std::variant<Framing, Fault>& result) {
    const auto* fault = std::get_if<Fault>(&result);
    return fault ? fault->detail : std::string_view("accepted");
}

std::variant<Framing, Fault> framing_of(std::vector<Header> headers, int version = 11) {
    headers.insert(headers.begin(), {"Host", "a"});
    return read_framing({.version = version, .headers = headers, .allowed_hosts = {}});
}

/// Feeds byte by byte; the fault's status, or 0, and the end found.
std::pair<int, std::size_t> scan_bytewise(std::string_view data, const HeadLimits& limits) {
    HeadScanner scanner;
    for (std::size_t size = 1; size <= data.size(); ++size) {
        if (const auto fault = scanner.scan(data.substr(0, size), limits)) return {fault->status, 0};
        if (scanner.end() != 0) break;
    }
    return {0, scanner.end()};
}

}  // namespace

TEST(framing, the_length_of_a_body_is_read_in_one_way_only) {
    const auto plain = std::get<Framing>(framing_of({{"Content-Length", "5"}}));
    EXPECT_EQ(plain.content_length, 5u);
    EXPECT_FALSE(plain.chunked);
    EXPECT_TRUE(std::get<Framing>(framing_of({{"transfer-encoding", "Chunked"}})).chunked);
    EXPECT_FALSE(std::get<Framing>(framing_of({})).has_body());
    EXPECT_EQ(std::get<Framing>(framing_of({{"Content-Length", "999999999999999999"}})).content_length,
              999'999'999'999'999'999u);

    struct Case {
        std::vector<Header> headers;
        std::string_view detail;
    };
    const std::vector<Case> refused = {
        {{{"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}},
         "Content-Length stands beside Transfer-Encoding"},
        {{{"Transfer-Encoding", "gzip"}, {"Content-Length", "5"}},
         "Content-Length stands beside Transfer-Encoding"},
        {{{"Transfer-Encoding", "gzip"}}, "the only transfer encoding understood is chunked"},
        {{{"Transfer-Encoding", "xchunked"}}, "the only transfer encoding understood is chunked"},
        {{{"Transfer-Encoding", "chunked, chunked"}}, "the only transfer encoding understood is chunked"},
        {{{"Transfer-Encoding", "gzip, chunked"}}, "the only transfer encoding understood is chunked"},
        {{{"Transfer-Encoding", ""}}, "the only transfer encoding understood is chunked"},
        {{{"Transfer-Encoding", "gzip"}, {"Transfer-Encoding", "chunked"}},
         "a header that must stand once is repeated"},
        {{{"Content-Length", "5"}, {"content-length", "5"}}, "a header that must stand once is repeated"},
        {{{"Content-Length", "5, 5"}}, "Content-Length is not a number"},
        {{{"Content-Length", "+5"}}, "Content-Length is not a number"},
        {{{"Content-Length", "-1"}}, "Content-Length is not a number"},
        {{{"Content-Length", "0x5"}}, "Content-Length is not a number"},
        {{{"Content-Length", ""}}, "Content-Length is not a number"},
        {{{"Content-Length", "1000000000000000000"}}, "Content-Length is not a number"},
        {{{"Authorization", "a"}, {"Authorization", "b"}}, "a header that must stand once is repeated"},
        {{{"Expect", "something"}}, "the only expectation understood is 100-continue"},
    };
    for (const auto& one : refused) {
        EXPECT_EQ(detail_of(framing_of(one.headers)), one.detail) << one.headers.back().value;
    }
}

TEST(framing, a_body_needs_http_1_1) {
    EXPECT_EQ(detail_of(framing_of({{"Content-Length", "5"}}, 10)), "a body needs HTTP/1.1");
    EXPECT_EQ(detail_of(framing_of({{"Transfer-Encoding", "chunked"}}, 10)), "a body needs HTTP/1.1");
    EXPECT_EQ(detail_of(framing_of({{"Content-Length", "0"}}, 10)), "accepted");
}

TEST(framing, exactly_one_well_formed_allowed_host_is_asked_for) {
    const std::vector<std::string> allowed = {"dealer.example", "127.0.0.1", "[::1]"};
    const auto detail = [&](std::vector<Header> headers) {
        return detail_of(read_framing({.version = 11, .headers = headers, .allowed_hosts = allowed}));
    };
    EXPECT_EQ(detail({{"Host", "dealer.example"}}), "accepted");
    EXPECT_EQ(detail({{"Host", "Dealer.Example:8080"}}), "accepted");
    EXPECT_EQ(detail({{"Host", "127.0.0.1:1"}}), "accepted");
    EXPECT_EQ(detail({{"Host", "[::1]:443"}}), "accepted");
    EXPECT_EQ(detail({{"Host", "evil.example"}}), "this server does not answer for the host asked for");
    EXPECT_EQ(detail({{"Host", "dealer.example.evil"}}),
              "this server does not answer for the host asked for");
    EXPECT_EQ(detail({}), "there is no Host header");
    EXPECT_EQ(detail({{"Host", "127.0.0.1"}, {"Host", "127.0.0.1"}}),
              "a header that must stand once is repeated");
    for (const auto* malformed : {"", ":80", "a b", "a/b", "user@dealer.example", "dealer.example:", "a:80x",
                                  "a:123456", "[::1", "[::1]x", "[]", "[zz]", "a,b", "a:80:80", "浙"}) {
        EXPECT_FALSE(host_of(malformed)) << malformed;
        EXPECT_EQ(detail({{"Host", malformed}}), "the Host header is not a host name") << malformed;
    }
}

TEST(framing, a_head_is_scanned_the_same_in_one_piece_and_in_many) {
    struct Case {
        std::string_view data;
        int status;
        std::size_t end;
    };
    using namespace std::string_view_literals;
    const std::vector<Case> cases = {
        {"GET / HTTP/1.1\r\nHost: a\r\n\r\nrest"sv, 0, 27},
        {"GET / HTTP/1.1\r\nHost: a\r\n"sv, 0, 0},
        {"GET / HTTP/1.1\r\nX: a\tb\r\n\r\n"sv, 0, 26},
        {"GET / HTTP/1.1\nHost: a\n\n"sv, 400, 0},
        {"GET / HTTP/1.1\r\nHost: a\n\r\n"sv, 400, 0},
        {"GET / HTTP/1.1\r\nX: a\rb\r\n\r\n"sv, 400, 0},
        {"GET / HTTP/1.1\r\r\nHost: a\r\n\r\n"sv, 400, 0},
        {"GET / HTTP/1.1\r\nX: a\0b\r\n\r\n"sv, 400, 0},
        {"GET / HTTP/1.1\r\nX: a\x7F\r\n\r\n"sv, 400, 0},
        {"GET / HTTP/1.1\r\nX: a\r\n b\r\n\r\n"sv, 400, 0},
        {"GET / HTTP/1.1\r\n\tX: a\r\n\r\n"sv, 400, 0},
        {" GET / HTTP/1.1\r\n\r\n"sv, 400, 0},
        {"\x16\x03\x01\x02"sv, 400, 0},
    };
    for (const auto& one : cases) {
        HeadScanner whole;
        const auto fault = whole.scan(one.data, {});
        EXPECT_EQ(fault ? fault->status : 0, one.status) << one.data;
        EXPECT_EQ(whole.end(), one.end) << one.data;
        EXPECT_EQ(scan_bytewise(one.data, {}), std::pair(one.status, one.end)) << one.data;
    }
}

TEST(framing, a_head_is_limited_in_all_and_in_its_target) {
    const HeadLimits limits{.head_bytes = 200, .target_bytes = 50};
    const std::string start = "GET / HTTP/1.1\r\nX: ";
    const std::string end = "\r\n\r\n";
    const auto fitting = start + std::string(200 - start.size() - end.size(), 'a') + end;
    const auto one_more = start + std::string(201 - start.size() - end.size(), 'a') + end;
    EXPECT_EQ(scan_bytewise(fitting, limits), std::pair(0, std::size_t{200}));
    EXPECT_EQ(scan_bytewise(one_more, limits).first, 431);
    EXPECT_EQ(scan_bytewise("GET /" + std::string(100, 'a'), limits).first, 414);
}

// security 32
TEST(framing, methods_are_listed_and_written_in_capitals) {
    EXPECT_EQ(std::get<Method>(check_method("GET")), Method::get);
    EXPECT_EQ(std::get<Method>(check_method("HEAD")), Method::head);
    EXPECT_EQ(std::get<Method>(check_method("POST")), Method::post);
    EXPECT_EQ(std::get<Method>(check_method("OPTIONS")), Method::options);
    for (const auto* known : {"PUT", "DELETE", "PATCH", "TRACE", "CONNECT"}) {
        EXPECT_EQ(std::get<Fault>(check_method(known)).status, 405) << known;
    }
    for (const auto* unknown : {"get", "Post", "GETX", "G", "PRI", "PROPFIND"}) {
        EXPECT_EQ(std::get<Fault>(check_method(unknown)).status, 400) << unknown;
    }
}

// security 11
TEST(framing, targets_are_in_origin_form) {
    Request request;
    ASSERT_FALSE(read_target("/a%20b/c?x=1&y=%E8%BD%A6", request));
    EXPECT_EQ(request.path, "/a b/c");
    EXPECT_EQ(request.query, "x=1&y=%E8%BD%A6");
    EXPECT_EQ(request.raw_target, "/a%20b/c?x=1&y=%E8%BD%A6");
    for (const auto* refused : {"*", "http://evil/", "evil:80", "a", "", "/a#b", "/a\tb", "/车", "/a?x=%",
                                "/a?x=%zz", "/a?x=%FF", "/a?x=%00", "/a/../b"}) {
        EXPECT_TRUE(read_target(refused, request)) << refused;
    }
}

// security 31
TEST(framing, the_client_is_who_the_last_trusted_proxy_saw) {
    const std::vector<std::string> trusted = {"10.0.0.1", "10.0.0.2"};
    EXPECT_EQ(client_address("9.9.9.9", "1.1.1.1", trusted), "9.9.9.9");
    EXPECT_EQ(client_address("10.0.0.1", "", trusted), "10.0.0.1");
    EXPECT_EQ(client_address("10.0.0.1", "1.1.1.1", trusted), "1.1.1.1");
    EXPECT_EQ(client_address("10.0.0.1", "6.6.6.6, 1.1.1.1", trusted), "1.1.1.1");
    EXPECT_EQ(client_address("10.0.0.1", "6.6.6.6, 1.1.1.1, 10.0.0.2", trusted), "1.1.1.1");
    EXPECT_EQ(client_address("10.0.0.1", "2001:db8::1", trusted), "2001:db8::1");
    EXPECT_EQ(client_address("10.0.0.1", "<script>", trusted), "10.0.0.1");
}

}  // namespace forecourt::http
