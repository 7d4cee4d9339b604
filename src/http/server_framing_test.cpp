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
