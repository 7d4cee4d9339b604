#include <files/blob_store.h>
#include <files/s3_store.h>
#include <secrets/bytes.h>
#include <secrets/digest.h>
#include <testing/relay.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <thread>
#include <vector>

// Against a server that speaks S3 (tools/test_s3). It asks for a known access key and a well-formed
// signature, but does not compute one: that is done here.
namespace forecourt::files {
namespace {

class S3Test : public ::testing::Test {
  protected:
    void SetUp() override {
        const char* url = std::getenv("FORECOURT_TEST_S3");
        if (url == nullptr) GTEST_SKIP() << "no S3 server to test with";
        settings_ = {.url = url,
                     .bucket = "forecourt",
                     .access_key = "S3RVER",
                     .secret_key = "S3RVER",
                     .patience = std::chrono::milliseconds(2000)};
    }
    // Never the same, because buckets keep what earlier runs put into them.
    std::string fresh(std::size_t size) {
        const auto random = secrets::random_bytes(32);
        std::string bytes(random.begin(), random.end());
        bytes.resize(std::max(size, bytes.size()), 'x');
        return bytes;
    }

    S3Settings settings_;
};

std::string refusal(const std::function<void()>& work) {
    try {
        work();
        return {};
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

TEST_F(S3Test, what_was_put_comes_back_at_another_copy) {
    const S3Store here(settings_), there(settings_);
    for (const std::size_t size : {std::size_t{32}, std::size_t{3} << 20}) {
        const auto bytes = fresh(size);
        const auto hash = here.put(bytes);
        EXPECT_EQ(hash, secrets::sha256_hex(bytes));
        EXPECT_EQ(there.get(hash), bytes);
        EXPECT_TRUE(there.exists(hash));
        EXPECT_EQ(there.verify(hash), FileStore::Verdict::intact);
        EXPECT_EQ(there.put(bytes), hash);
    }
}

TEST_F(S3Test, what_is_not_there_is_nothing) {
    const S3Store store(settings_);
    const std::string hash(64, 'a');
    EXPECT_EQ(store.get(hash), std::nullopt);
    EXPECT_FALSE(store.exists(hash));
    EXPECT_EQ(store.verify(hash), FileStore::Verdict::missing);
    EXPECT_EQ(store.get("../forecourt"), std::nullopt);
}

TEST_F(S3Test, many_at_once_put_and_get) {
    const S3Store store(settings_);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 10; ++n) {
                const auto bytes = fresh(1000);
                EXPECT_EQ(store.get(store.put(bytes)), bytes);
            }
        });
    }
    for (auto& thread : threads) thread.join();
}

TEST_F(S3Test, another_key_or_bucket_is_said_at_once) {
    settings_.access_key = "nobody";
    EXPECT_NE(refusal([&] { S3Store(settings_).put(fresh(32)); }).find("403"), std::string::npos);
    SetUp();
    settings_.bucket = "nothing";
    EXPECT_NE(refusal([&] { S3Store(settings_).put(fresh(32)); }).find("no bucket"), std::string::npos);
}

TEST_F(S3Test, a_server_that_is_away_is_waited_for_and_then_given_up) {
    settings_.url = "http://127.0.0.1:1";
    settings_.patience = std::chrono::milliseconds(300);
    const auto began = std::chrono::steady_clock::now();
    EXPECT_NE(refusal([&] { S3Store(settings_).exists(std::string(64, 'a')); }), "");
    EXPECT_GT(std::chrono::steady_clock::now() - began, std::chrono::milliseconds(100));
}

// --- the calls beneath ---

void put_text(const S3Client& client, const std::string& key, std::string_view text) {
    client.put({.key = key, .bytes = text, .sha256 = secrets::sha256_hex(text)});
}

TEST_F(S3Test, names_come_in_pages_folder_by_folder) {
    settings_.prefix = "pages-" + secrets::to_hex(secrets::random_bytes(8));
    settings_.page = 2;
    const S3Client client(settings_);
    EXPECT_TRUE(client.names_in("").empty());
    for (const auto* name : {"a", "b", "c", "d/1", "d/2", "d/3", "d/4", "d/5", "e/f", "h"}) {
        put_text(client, name, name);
    }
    EXPECT_EQ(client.names_in(""), (std::vector<std::string>{"a", "b", "c", "d", "e", "h"}));
    EXPECT_EQ(client.names_in("d"), (std::vector<std::string>{"1", "2", "3", "4", "5"}));
    EXPECT_EQ(client.names_in("e"), (std::vector<std::string>{"f"}));
    EXPECT_TRUE(client.names_in("a").empty());
    client.remove("d/3");
    client.remove("d/3");
    EXPECT_EQ(client.names_in("d"), (std::vector<std::string>{"1", "2", "4", "5"}));
    EXPECT_FALSE(client.exists("d/3"));
    EXPECT_EQ(client.get("e/f"), "e/f");
}

TEST_F(S3Test, a_prefix_keeps_stores_apart) {
    settings_.prefix = "apart-" + secrets::to_hex(secrets::random_bytes(8));
    const S3Client north(settings_);
    settings_.prefix += "-south";
    const S3Client south(settings_);
    put_text(north, "owner", "north");
    EXPECT_FALSE(south.exists("owner"));
    EXPECT_TRUE(south.names_in("").empty());
    put_text(south, "owner", "south");
    EXPECT_EQ(north.get("owner"), "north");
}

TEST_F(S3Test, a_server_that_comes_back_is_asked_again) {
    testing::Relay relay(settings_.url);
    settings_.url = relay.url();
    const S3Client client(settings_);
    const std::string key = secrets::to_hex(secrets::random_bytes(8));
    put_text(client, key, "before");
    relay.shut();
    std::jthread opener([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
        relay.open();
    });
    put_text(client, key, "after");
    opener.join();
    EXPECT_EQ(client.get(key), "after");
}

// --- what a strict server computes from a request (AWS, "Create a signed request") ---

struct Heard {
    std::string method, path, query, body;
    std::map<std::string, std::string> headers;  // by lower-case name
};

std::string taken_until(std::string_view& rest, std::string_view end) {
    const auto at = std::min(rest.find(end), rest.size());
    const std::string taken(rest.substr(0, at));
    rest.remove_prefix(std::min(at + end.size(), rest.size()));
    return taken;
}

std::vector<Heard> requests_of(std::string_view rest) {
    std::vector<Heard> requests;
    while (!rest.empty()) {
        Heard heard;
        heard.method = taken_until(rest, " ");
        const auto target = taken_until(rest, " ");
        std::string_view parts = target;
        heard.path = taken_until(parts, "?");
        heard.query = parts;
        taken_until(rest, "\r\n");
        for (auto line = taken_until(rest, "\r\n"); !line.empty(); line = taken_until(rest, "\r\n")) {
            std::string_view value = line;
            auto name = taken_until(value, ":");
            std::transform(name.begin(), name.end(), name.begin(), ::tolower);
            heard.headers[name] = value.substr(std::min(value.find_first_not_of(' '), value.size()));
        }
        const auto length =
            heard.headers.contains("content-length") ? std::stoul(heard.headers.at("content-length")) : 0;
        heard.body = rest.substr(0, length);
        rest.remove_prefix(length);
        requests.push_back(std::move(heard));
    }
    return requests;
}

// The query as the server reads it: each part decoded, encoded anew, and sorted.
std::string canonical_query(std::string_view query) {
    const auto decoded = [](const std::string& text) {
        std::string result;
        for (std::size_t i = 0; i < text.size(); ++i) {
            result +=
                text[i] == '%' ? static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16)) : text[i];
            if (text[i] == '%') i += 2;
        }
        return result;
    };
    const auto encoded = [](const std::string& text) {
        std::string result;
        for (const char c : text) {
            const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                               std::string_view("-._~").find(c) != std::string_view::npos;
            char code[4];
            std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned char>(c));
            result += plain ? std::string(1, c) : code;
        }
        return result;
    };
    std::vector<std::string> parts;
    while (!query.empty()) {
        const auto part = taken_until(query, "&");
        std::string_view value = part;
        const auto name = taken_until(value, "=");
        parts.push_back(encoded(decoded(name)) + "=" + encoded(decoded(std::string(value))));
    }
    std::sort(parts.begin(), parts.end());
    std::string all;
    for (const auto& part : parts) all += (all.empty() ? "" : "&") + part;
    return all;
}

std::string signature_of(const Heard& heard, const std::string& secret) {
    std::string_view authorization = heard.headers.at("authorization");
    taken_until(authorization, "Credential=");
    taken_until(authorization, "/");
    const auto scope = taken_until(authorization, ",");
    taken_until(authorization, "SignedHeaders=");
    const auto names = taken_until(authorization, ",");
    std::string headers;
    for (std::string_view rest = names; !rest.empty();) {
        const auto name = taken_until(rest, ";");
        const auto sent = heard.headers.find(name);
        headers += name + ":" + (sent == heard.headers.end() ? "(was not sent)" : sent->second) + "\n";
    }
    const auto request = heard.method + "\n" + heard.path + "\n" + canonical_query(heard.query) + "\n" +
                         headers + "\n" + names + "\n" + secrets::sha256_hex(heard.body);
    const auto to_sign = "AWS4-HMAC-SHA256\n" + heard.headers.at("x-amz-date") + "\n" + scope + "\n" +
                         secrets::sha256_hex(request);
    std::string key = "AWS4" + secret;
    for (std::string_view rest = scope; !rest.empty();) {
        key = secrets::from_hex(secrets::hmac_sha256_hex(key, taken_until(rest, "/"))).value();
    }
    return secrets::hmac_sha256_hex(key, to_sign);
}

TEST_F(S3Test, every_call_is_signed_as_a_strict_server_computes_it) {
    testing::Relay relay(settings_.url);
    settings_.url = relay.url();
    settings_.prefix = "signed-" + secrets::to_hex(secrets::random_bytes(8)) + "/north";
    settings_.page = 1;
    const S3Client client(settings_);
    for (const auto* name : {"a", "b", "c~d"}) put_text(client, name, "some bytes");
    EXPECT_EQ(client.names_in("").size(), 3U);
    client.get("a");
    client.exists("c~d");
    client.remove("b");
    const auto requests = requests_of(relay.heard());
    EXPECT_EQ(requests.size(), 9U);
    bool went_on = false;
    for (const auto& heard : requests) {
        const auto& authorization = heard.headers.at("authorization");
        EXPECT_EQ(authorization.substr(authorization.rfind('=') + 1), signature_of(heard, "S3RVER"))
            << heard.method << " " << heard.path << " " << heard.query;
        EXPECT_EQ(heard.headers.at("x-amz-content-sha256"), secrets::sha256_hex(heard.body));
        went_on = went_on || heard.query.starts_with("continuation-token=");
    }
    EXPECT_TRUE(went_on);
}

}  // namespace
}  // namespace forecourt::files
