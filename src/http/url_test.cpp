#include <http/http.h>
#include <http/url.h>

#include <gtest/gtest.h>

namespace forecourt::http {

TEST(url, escapes_are_decoded_and_broken_ones_refused) {
    EXPECT_EQ(decode_percent("a%20b%2Bc", false), "a b+c");
    EXPECT_EQ(decode_percent("%E6%B5%99A", false), "浙A");
    EXPECT_EQ(decode_percent("a+b", true), "a b");
    EXPECT_EQ(decode_percent("a+b", false), "a+b");
    for (const auto* broken : {"%", "%2", "a%", "%GG", "%2G", "%-1"}) {
        EXPECT_FALSE(decode_percent(broken, false)) << broken;
    }
}

TEST(url, encoding_then_decoding_gives_every_byte_back) {
    std::string all_bytes;
    for (int byte = 0; byte < 256; ++byte) all_bytes += static_cast<char>(byte);
    const auto encoded = encode_percent(all_bytes);
    EXPECT_EQ(decode_percent(encoded, false), all_bytes);
    EXPECT_EQ(encoded.find_first_of(" /?&+=\r\n"), std::string::npos);
}

// security 11
TEST(url, only_clean_paths_are_decoded) {
    EXPECT_EQ(decode_path("/"), "/");
    EXPECT_EQ(decode_path("/api/%E6%B5%99"), "/api/浙");
    EXPECT_EQ(decode_path("/a..b/.hidden/..."), "/a..b/.hidden/...");
    for (const auto* refused : {"", "a", "/..", "/../etc", "/a/../b", "/a/.", "/./a", "/%2e%2e/a", "/a%2fb",
                                "/a%2Fb", "/a%5Cb", "/a%00b", "/a%0Ab", "/%7F", "/%FF", "/%C0%AF", "/%zz"}) {
        EXPECT_FALSE(decode_path(refused)) << refused;
    }
}

// security 11
TEST(url, utf8_is_checked_as_rfc_3629_says) {
    for (const auto* valid :
         {"", "abc", "车", "\xF0\x9F\x9A\x97", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        EXPECT_TRUE(is_valid_utf8(valid)) << valid;
    }
    for (const auto* invalid :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE6\xB5", "\xE6", "a\xFF"}) {
        EXPECT_FALSE(is_valid_utf8(invalid));
    }
}

TEST(url, a_query_keeps_order_repetitions_and_empty_values) {
    const auto parameters = parse_query("a=1&b=%E8%BD%A6+x&a=2&flag&empty=&&=v&c=1=2");
    const std::vector<std::pair<std::string, std::string>> expected = {
        {"a", "1"}, {"b", "车 x"}, {"a", "2"}, {"flag", ""}, {"empty", ""}, {"", "v"}, {"c", "1=2"}};
    EXPECT_EQ(parameters, expected);
    EXPECT_TRUE(parse_query("").empty());
    EXPECT_TRUE(parse_query("a=%zz").empty());
}

TEST(url, cookies_are_found_by_their_whole_name) {
    const auto* header = "theme=dark; forecourt_session=abc=; quoted=\"x y\";last=1";
    EXPECT_EQ(find_cookie(header, "forecourt_session"), "abc=");
    EXPECT_EQ(find_cookie(header, "theme"), "dark");
    EXPECT_EQ(find_cookie(header, "quoted"), "x y");
    EXPECT_EQ(find_cookie(header, "last"), "1");
    EXPECT_FALSE(find_cookie(header, "session"));
    EXPECT_FALSE(find_cookie("session", "session"));
}

TEST(url, a_request_finds_headers_and_cookies_without_case_of_the_header_name) {
    Request request;
    request.headers = {{"X-A", "1"}, {"COOKIE", "a=1"}, {"x-a", "2"}, {"cookie", "b=2"}};
    request.query = "q=%E4%BA%AC";
    EXPECT_EQ(request.header("x-A"), "1");
    EXPECT_EQ(request.header("none"), "");
    EXPECT_EQ(request.cookie("b"), "2");
    EXPECT_FALSE(request.cookie("B"));
    EXPECT_EQ(request.query_parameters().at(0).second, "京");
}

}  // namespace forecourt::http
