#include <http/server.h>
#include <http/testing/raw_client.h>

#include <gtest/gtest.h>

#include <mutex>

// Every framing a smuggler could use, sent over a socket with a second request hidden behind it: the server
// must answer once, close, and the handler must see neither.

namespace forecourt::http {

namespace {

using testing::RawClient;
using namespace std::string_literals;

const std::string post = "POST /first HTTP/1.1\r\nHost: a\r\n";
const std::string get = "GET /first HTTP/1.1\r\nHost: a\r\n";
const std::string hidden = "GET /hidden HTTP/1.1\r\nHost: a\r\n\r\n";

struct Case {
    const char* name;
    std::string bytes;
    int status = 400;
    const char* code = "malformed_request";
};

class ServerFraming : public ::testing::Test {
  protected:
    ServerFraming()
        : server({.allowed_hosts = {"a", "localhost"}}, [this](Request&& request, Responder respond) {
              const std::lock_guard lock(mutex);
              seen.push_back(request.path + " " + request.body);
              respond({.content_type = "text/plain", .body = "ok"});
          }) {
        server.start();
    }

    std::vector<std::string> take_seen() {
        const std::lock_guard lock(mutex);
        return std::exchange(seen, {});
    }

    void expect_refused(const Case& one) {
        SCOPED_TRACE(one.name);
        RawClient client(server.port());
        client.send(one.bytes + hidden);
        const auto reply = client.receive();
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->status, one.status);
        EXPECT_EQ(reply->header("content-type"), "application/problem+json");
        EXPECT_EQ(reply->header("connection"), "close");
        EXPECT_NE(reply->body.find("\"code\":\""s + one.code + '"'), std::string::npos) << reply->body;
        EXPECT_EQ(client.receive_rest(), "") << "something came after the refusal";
        EXPECT_EQ(take_seen(), std::vector<std::string>());
    }

    std::mutex mutex;
    std::vector<std::string> seen;
    Server server;
};

}  // namespace

// security 33
TEST_F(ServerFraming, what_beast_accepts_and_others_read_differently_is_refused) {
    const std::vector<Case> cases = {
        {"Transfer-Encoding: gzip, then Content-Length",
         post + "Transfer-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"},
        {"Transfer-Encoding: xchunked", post + "Transfer-Encoding: xchunked\r\n\r\nhello"},
        {"Transfer-Encoding: chunked, chunked",
         post + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"},
        {"two Transfer-Encoding lines",
         post + "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"chunked in HTTP/1.0",
         "POST /first HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"two equal Content-Length", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"},
        {"Content-Length as a list", post + "Content-Length: 5, 5\r\n\r\nhello"},
        {"a folded header", get + "X: a\r\n b\r\n\r\n"},
        {"no Host", "GET /first HTTP/1.1\r\n\r\n"},
        {"two Hosts", get + "Host: b\r\n\r\n"},
        {"absolute form", "GET http://evil/first HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a method in small letters", "get /first HTTP/1.1\r\nHost: a\r\n\r\n"},
    };
    for (const auto& one : cases) expect_refused(one);
}

// security 33
TEST_F(ServerFraming, what_beast_refuses_stays_refused) {
    const std::vector<Case> cases = {
        {"chunked and Content-Length",
         post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"},
        {"Content-Length and chunked",
         post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"Content-Length and gzip", post + "Content-Length: 5\r\nTransfer-Encoding: gzip\r\n\r\nhello"},
        {"two different Content-Length", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"},
        {"Content-Length with a sign", post + "Content-Length: +5\r\n\r\nhello"},
        {"Content-Length in hex", post + "Content-Length: 0x5\r\n\r\nhello"},
        {"negative Content-Length", post + "Content-Length: -1\r\n\r\n"},
        {"Content-Length that overflows", post + "Content-Length: 99999999999999999999\r\n\r\n"},
        {"lines that end in LF alone", "GET /first HTTP/1.1\nHost: a\n\n"},
        {"a header line that ends in LF alone", "GET /first HTTP/1.1\r\nHost: a\n\r\n"},
        {"a CR inside a header", get + "X: a\rb\r\n\r\n"},
        {"a space before the colon", "GET /first HTTP/1.1\r\nHost : a\r\n\r\n"},
        {"a NUL in a header", get + "X: a\0b\r\n\r\n"s},
        {"HTTP/2.0", "GET /first HTTP/2.0\r\nHost: a\r\n\r\n"},
        {"the start of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        {"HTTP/0.9", "GET /first\r\n\r\n"},
        {"a chunk size that overflows", post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n"},
        {"a chunk size with prefix", post + "Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n"},
        {"a chunk size that ends in LF alone",
         post + "Transfer-Encoding: chunked\r\n\r\n5\nhello\r\n0\r\n\r\n"},
        {"a chunk longer than it says", post + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello!\r\n0\r\n\r\n"},
        {"a tab in the target", "GET /a\tb HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"an empty header name", get + ": a\r\n\r\n"},
    };
    for (const auto& one : cases) expect_refused(one);
}

// security 11, 32, 33, 34
TEST_F(ServerFraming, targets_hosts_methods_and_sizes_we_do_not_serve_are_refused) {
    const std::vector<Case> cases = {
        {"Content-Length in HTTP/1.0", "POST /first HTTP/1.0\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"},
        {"asterisk form", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"authority form", "CONNECT evil:443 HTTP/1.1\r\nHost: a\r\n\r\n", 405, "method_not_allowed"},
        {"PUT", "PUT /first HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", 405, "method_not_allowed"},
        {"another host", "GET /first HTTP/1.1\r\nHost: evil\r\n\r\n", 400, "host_not_allowed"},
        {"a host that is none", "GET /first HTTP/1.1\r\nHost: a/b\r\n\r\n"},
        {"a dot segment", "GET /first/../secret HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"an escaped dot segment", "GET /%2e%2e/secret HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"an escaped slash", "GET /a%2Fb HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a broken escape", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a query that is not UTF-8", "GET /?x=%FF HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"two Authorizations", get + "Authorization: a\r\nAuthorization: b\r\n\r\n"},
        {"an unknown expectation", post + "Content-Length: 5\r\nExpect: magic\r\n\r\nhello", 417,
         "expectation_failed"},
        {"a head too large", get + "X: " + std::string(17'000, 'a') + "\r\n\r\n", 431, "header_too_large"},
        {"a head of too many lines",
         get +
             [] {
                 std::string lines;
                 for (int i = 0; i < 100; ++i) lines += "X: 1\r\n";
                 return lines;
             }() +
             "\r\n",
         431, "header_too_large"},
        {"a target too long", "GET /" + std::string(9'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414,
         "target_too_long"},
        {"a body too large", post + "Content-Length: 33554433\r\n\r\n", 413, "body_too_large"},
        {"a chunk too large", post + "Transfer-Encoding: chunked\r\n\r\n2000001\r\n", 413, "body_too_large"},
    };
    for (const auto& one : cases) expect_refused(one);
}

// security 33
TEST_F(ServerFraming, a_length_written_in_any_other_way_is_refused) {
    const std::string with_te = post + "Transfer-Encoding: ";
    const std::string with_length = post + "Content-Length: ";
    const std::vector<Case> cases = {
        {"chunked with a parameter", with_te + "chunked;q=1\r\n\r\n0\r\n\r\n"},
        {"chunked in quotes", with_te + "\"chunked\"\r\n\r\n0\r\n\r\n"},
        {"identity", with_te + "identity\r\n\r\n"},
        {"a comma behind chunked", with_te + "chunked,\r\n\r\n0\r\n\r\n"},
        {"a comma before chunked", with_te + ",chunked\r\n\r\n0\r\n\r\n"},
        {"gzip, chunked", with_te + "gzip, chunked\r\n\r\n0\r\n\r\n"},
        {"a vertical tab behind chunked", with_te + "chunked\x0b\r\n\r\n0\r\n\r\n"},
        {"chunked in wide letters", with_te + "\uff43hunked\r\n\r\n0\r\n\r\n"},
        {"chunked on the next line", with_te + "\r\n chunked\r\n\r\n0\r\n\r\n"},
        {"an empty Transfer-Encoding", with_te + "\r\n\r\n0\r\n\r\n"},
        {"chunked twice", with_te + "chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"chunked and a length of nothing", with_te + "chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n"},
        {"a space before the colon of Transfer-Encoding",
         post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"},
        {"Transfer-Encoding folded into another header",
         post + "X: a\r\n\tTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"Transfer-Encoding behind a CR", post + "X: a\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"an empty Content-Length", with_length + "\r\n\r\n"},
        {"a length with a blank inside", with_length + "5 5\r\n\r\nhello"},
        {"a length with a point", with_length + "5.0\r\n\r\nhello"},
        {"a length with an exponent", with_length + "5e0\r\n\r\nhello"},
        {"a length with a parameter", with_length + "5;x\r\n\r\nhello"},
        {"a length of minus nothing", with_length + "-0\r\n\r\n"},
        {"a length in Arabic digits", with_length + "\u0665\r\n\r\nhello"},
        {"a length of 23 digits", with_length + "00000000000000000000005\r\n\r\nhello"},
        {"a length of 2^64 and 5", with_length + "18446744073709551621\r\n\r\nhello"},
        {"two different lengths as a list", with_length + "5, 6\r\n\r\nhello!"},
        {"lengths under names in other letters",
         post + "CONTENT-LENGTH: 5\r\ncontent-length: 5\r\n\r\nhello"},
    };
    for (const auto& one : cases) expect_refused(one);
}

// security 33
TEST_F(ServerFraming, chunks_written_in_any_other_way_are_refused) {
    const std::string chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
    const std::vector<Case> cases = {
        {"no size", chunked + "\r\nhello\r\n0\r\n\r\n"},
        {"a size that is no number", chunked + "g\r\nhello\r\n0\r\n\r\n"},
        {"a blank before the size", chunked + " 5\r\nhello\r\n0\r\n\r\n"},
        {"a negative size", chunked + "-5\r\nhello\r\n0\r\n\r\n"},
        {"a size with a plus", chunked + "+5\r\nhello\r\n0\r\n\r\n"},
        {"a size of nothing with prefix", chunked + "0x0\r\n\r\n"},
        {"a wide digit", chunked + "\uff15\r\nhello\r\n0\r\n\r\n"},
        {"a NUL behind the size", chunked + "5\0\r\nhello\r\n0\r\n\r\n"s},
        {"a CR alone behind the size", chunked + "5\rXhello\r\n0\r\n\r\n"},
        {"an extension that ends in LF alone", chunked + "5;a\nhello\r\n0\r\n\r\n"},
        {"a chunk that ends in LF alone", chunked + "5\r\nhello\n0\r\n\r\n"},
        {"a chunk shorter than it says", chunked + "6\r\nhello\r\n0\r\n\r\n"},
        {"a trailer without a colon", chunked + "0\r\nX\r\n\r\n"},
        {"a trailer that ends in LF alone", chunked + "0\r\nX: 1\n\r\n"},
        {"a folded trailer", chunked + "0\r\n X: 1\r\n\r\n"},
        {"a last line that ends in LF alone", chunked + "0\r\n\n"},
    };
    for (const auto& one : cases) expect_refused(one);
}

// security 33
TEST_F(ServerFraming, heads_that_a_lenient_server_would_repair_are_refused) {
    const std::vector<Case> cases = {
        {"two spaces in the request line", "GET  /first HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a tab in the request line", "GET\t/first HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a space before the method", " GET /first HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a space behind the version", "GET /first HTTP/1.1 \r\nHost: a\r\n\r\n"},
        {"a word behind the version", "GET /first HTTP/1.1 x\r\nHost: a\r\n\r\n"},
        {"a version in small letters", "GET /first http/1.1\r\nHost: a\r\n\r\n"},
        {"a version of two digits", "GET /first HTTP/1.01\r\nHost: a\r\n\r\n"},
        {"a version without a point", "GET /first HTTP/11\r\nHost: a\r\n\r\n"},
        {"another protocol", "GET /first HTTPS/1.1\r\nHost: a\r\n\r\n"},
        {"two empty lines before the request", "\r\n\r\n" + get + "\r\n"},
        {"a method with a sign", "G=ET /first HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a method with a NUL", "GET\0 /first HTTP/1.1\r\nHost: a\r\n\r\n"s},
        {"a method nobody knows", "PROPFIND /first HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"TRACE", "TRACE /first HTTP/1.1\r\nHost: a\r\n\r\n", 405, "method_not_allowed"},
        {"a target with a fragment", "GET /first#x HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a target with raw UTF-8", "GET /\u8f66 HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a target with an escaped NUL", "GET /a%00b HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a target with an escaped line end", "GET /a%0d%0aX:%20y HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a target with an escaped backslash", "GET /a%5cb HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a target with an overlong slash", "GET /a%c0%afb HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a single dot segment", "GET /a/./b HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"an escaped single dot segment", "GET /a/%2e/b HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"a header without a colon", get + "Xa\r\n\r\n"},
        {"a header name with a blank", get + "X Y: a\r\n\r\n"},
        {"a header name with a bracket", get + "X(: a\r\n\r\n"},
        {"a header name that is not ASCII", get + "X\u00e9: a\r\n\r\n"},
        {"a header with an escape character", get + "X: \x1b[31m\r\n\r\n"},
        {"a header with a DEL", get + "X: \x7f\r\n\r\n"},
        {"a folded first header", "GET /first HTTP/1.1\r\n Host: a\r\n\r\n"},
        {"an empty Host", "GET /first HTTP/1.1\r\nHost:\r\n\r\n"},
        {"a list of Hosts", "GET /first HTTP/1.1\r\nHost: a, a\r\n\r\n"},
        {"a Host with a name and a sign", "GET /first HTTP/1.1\r\nHost: a@a\r\n\r\n"},
        {"a Host with an open bracket", "GET /first HTTP/1.1\r\nHost: [::1\r\n\r\n"},
        {"a Host with a port of letters", "GET /first HTTP/1.1\r\nHost: a:b\r\n\r\n"},
        {"a Host with too long a port", "GET /first HTTP/1.1\r\nHost: a:999999\r\n\r\n"},
        {"the same Host twice", get + "host: a\r\n\r\n"},
        {"two Content-Types", get + "Content-Type: a/b\r\nContent-Type: a/b\r\n\r\n"},
        {"two Origins", get + "Origin: http://a\r\nOrigin: http://b\r\n\r\n"},
        {"two Idempotency-Keys", get + "Idempotency-Key: a\r\nidempotency-key: b\r\n\r\n"},
        {"a list of expectations", post + "Content-Length: 5\r\nExpect: 100-continue, x\r\n\r\nhello", 417,
         "expectation_failed"},
    };
    for (const auto& one : cases) expect_refused(one);
}

// security 33
TEST_F(ServerFraming, unusual_but_clear_requests_are_served_and_the_next_one_too) {
    struct Accepted {
        const char* name;
        std::string bytes;
        std::string seen;
    };
    const std::vector<Accepted> cases = {
        {"chunks with extensions", post + "Transfer-Encoding: Chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\n\r\n",
         "/first hello"},
        {"a trailer", post + "transfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nX-Admin: 1\r\n\r\n",
         "/first x"},
        {"an empty body", post + "Content-Length: 0\r\n\r\n", "/first "},
        {"a body on GET", get + "Content-Length: 2\r\n\r\nab", "/first ab"},
        {"an empty line before the request", "\r\n" + get + "\r\n", "/first "},
        {"a host with port and capitals", "GET /first HTTP/1.1\r\nHost: LocalHost:8080\r\n\r\n", "/first "},
        {"a tab and much space around a value", get + "X: \t a\tb \t\r\n\r\n", "/first "},
    };
    for (const auto& one : cases) {
        SCOPED_TRACE(one.name);
        RawClient client(server.port());
        client.send(one.bytes + hidden);
        for (int i = 0; i < 2; ++i) {
            const auto reply = client.receive();
            ASSERT_TRUE(reply);
            EXPECT_EQ(reply->status, 200) << reply->body;
        }
        EXPECT_EQ(take_seen(), (std::vector<std::string>{one.seen, "/hidden "}));
    }
}

}  // namespace forecourt::http
