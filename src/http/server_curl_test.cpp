#include <http/server.h>

#include <curl/curl.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

// The server seen by libcurl: a client that was not written by us reads our compression and our TLS.

namespace forecourt::http {

namespace {

struct Fetched {
    CURLcode result = CURLE_OK;
    long status = 0;
    std::string head;
    std::string body;
    curl_off_t bytes_on_wire = 0;
};

std::size_t append(char* data, std::size_t size, std::size_t count, void* text) {
    static_cast<std::string*>(text)->append(data, size * count);
    return size * count;
}

struct Fetch {
    std::string url;
    std::string accept_encoding;
    std::string trusted_certificate;
    std::string post;
};

Fetched fetch(const Fetch& what) {
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    Fetched fetched;
    curl_easy_setopt(curl.get(), CURLOPT_URL, what.url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 10L);
    if (!what.accept_encoding.empty()) {
        curl_easy_setopt(curl.get(), CURLOPT_ACCEPT_ENCODING, what.accept_encoding.c_str());
    }
    if (!what.trusted_certificate.empty()) {
        curl_easy_setopt(curl.get(), CURLOPT_CAINFO, what.trusted_certificate.c_str());
    }
    if (!what.post.empty()) {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, what.post.data());
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(what.post.size()));
    }
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &fetched.body);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, append);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &fetched.head);
    fetched.result = curl_easy_perform(curl.get());
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &fetched.status);
    curl_easy_getinfo(curl.get(), CURLINFO_SIZE_DOWNLOAD_T, &fetched.bytes_on_wire);
    return fetched;
}

/// A certificate for localhost that signs itself, in a folder that goes away with it.
class TestCertificate {
  public:
    TestCertificate()
        : folder_(std::filesystem::temp_directory_path() / ("tls_test_" + std::to_string(getpid()))) {
        std::filesystem::create_directories(folder_);
        const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
        const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
        X509_set_version(certificate.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 24L * 3600);
        X509_set_pubkey(certificate.get(), key.get());
        auto* name = X509_get_subject_name(certificate.get());
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
        X509_set_issuer_name(certificate.get(), name);
        auto* alternative =
            X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
        X509_add_ext(certificate.get(), alternative, -1);
        X509_EXTENSION_free(alternative);
        X509_sign(certificate.get(), key.get(), EVP_sha256());
        write(key_file(), [&](std::FILE* file) {
            return PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        });
        write(certificate_file(), [&](std::FILE* file) { return PEM_write_X509(file, certificate.get()); });
    }
    ~TestCertificate() { std::filesystem::remove_all(folder_); }

    std::string certificate_file() const { return folder_ / "certificate.pem"; }
    std::string key_file() const { return folder_ / "key.pem"; }

  private:
    template <class Function>
    static void write(const std::string& path, Function function) {
        std::FILE* file = std::fopen(path.c_str(), "w");
        ASSERT_TRUE(file);
        EXPECT_EQ(function(file), 1);
        std::fclose(file);
    }

    std::filesystem::path folder_;
};

std::string long_json() {
    std::string json = "[";
    for (int i = 0; i < 500; ++i)
        json += R"({"plate":"浙A)" + std::to_string(10000 + i * 7919 % 90000) + R"("},)";
    json.back() = ']';
    return json;
}

void echo(Request&& request, Responder respond) {
    if (request.path == "/json") return respond({.content_type = "application/json", .body = long_json()});
    if (request.path == "/secret") {
        return respond({.content_type = "application/json", .body = long_json(), .compressible = false});
    }
    if (request.path == "/short") return respond({.content_type = "application/json", .body = "[1]"});
    if (request.path == "/picture") return respond({.content_type = "image/jpeg", .body = long_json()});
    if (request.path == "/encoded") {
        return respond(
            {.content_type = "text/css", .headers = {{"Content-Encoding", "identity"}}, .body = long_json()});
    }
    respond({.content_type = "text/plain", .body = (request.encrypted ? "tls " : "plain ") + request.body});
}

}  // namespace

TEST(server_curl, json_is_compressed_as_the_client_likes_it) {
    Server server({}, echo);
    server.start();
    const auto base = "http://127.0.0.1:" + std::to_string(server.port());
    for (const std::string encoding : {"br", "gzip"}) {
        const auto fetched = fetch({.url = base + "/json", .accept_encoding = encoding});
        EXPECT_EQ(fetched.result, CURLE_OK);
        EXPECT_EQ(fetched.body, long_json());
        EXPECT_NE(fetched.head.find("Content-Encoding: " + encoding + "\r\n"), std::string::npos)
            << fetched.head;
        EXPECT_NE(fetched.head.find("Vary: Accept-Encoding\r\n"), std::string::npos);
        EXPECT_LT(fetched.bytes_on_wire, static_cast<curl_off_t>(long_json().size() / 3));
    }
    const auto plain = fetch({.url = base + "/json"});
    EXPECT_EQ(plain.body, long_json());
    EXPECT_EQ(plain.head.find("Content-Encoding"), std::string::npos);
    EXPECT_NE(plain.head.find("Vary: Accept-Encoding\r\n"), std::string::npos);
}

TEST(server_curl, what_is_not_worth_or_not_safe_to_compress_is_left_alone) {
    Server server({}, echo);
    server.start();
    const auto base = "http://127.0.0.1:" + std::to_string(server.port());
    for (const std::string path : {"/secret", "/short", "/picture"}) {
        const auto fetched = fetch({.url = base + path, .accept_encoding = "br, gzip"});
        EXPECT_EQ(fetched.status, 200);
        EXPECT_EQ(fetched.head.find("Content-Encoding"), std::string::npos) << path;
        EXPECT_EQ(fetched.head.find("Vary"), std::string::npos) << path;
    }
    const auto encoded = fetch({.url = base + "/encoded", .accept_encoding = "br, gzip"});
    EXPECT_NE(encoded.head.find("Content-Encoding: identity\r\n"), std::string::npos);
    EXPECT_EQ(encoded.body, long_json());
}

TEST(server_curl, large_answers_of_another_thread_are_compressed_too) {
    std::string large;
    while (large.size() < 500'000) large += long_json();
    std::vector<std::thread> threads;
    Server server({}, [&](Request&&, Responder respond) {
        threads.emplace_back(
            [&large, respond] { respond({.content_type = "application/json", .body = large}); });
    });
    server.start();
    const auto fetched =
        fetch({.url = "http://127.0.0.1:" + std::to_string(server.port()), .accept_encoding = "br"});
    EXPECT_EQ(fetched.body, large);
    EXPECT_NE(fetched.head.find("Content-Encoding: br"), std::string::npos);
    server.stop_gracefully(std::chrono::seconds(1));
    for (auto& thread : threads) thread.join();
}

TEST(server_curl, an_upload_that_asks_first_arrives_whole) {
    Server server({}, echo);
    server.start();
    const std::string upload(3'000'000, 'x');  // above one megabyte curl sends Expect: 100-continue
    const auto fetched = fetch({.url = "http://127.0.0.1:" + std::to_string(server.port()), .post = upload});
    EXPECT_EQ(fetched.status, 200);
    EXPECT_EQ(fetched.body, "plain " + upload);
}

TEST(server_curl, tls_serves_the_same) {
    const TestCertificate certificate;
    Server server(
        {.certificate_file = certificate.certificate_file(), .private_key_file = certificate.key_file()},
        echo);
    server.start();
    const auto url = "https://localhost:" + std::to_string(server.port());
    const auto trusted = certificate.certificate_file();
    const auto small = fetch({.url = url + "/", .trusted_certificate = trusted});
    EXPECT_EQ(small.result, CURLE_OK);
    EXPECT_EQ(small.body, "tls ");
    const std::string upload(3'000'000, 'x');
    const auto large = fetch({.url = url + "/", .trusted_certificate = trusted, .post = upload});
    EXPECT_EQ(large.body, "tls " + upload);
    const auto packed =
        fetch({.url = url + "/json", .accept_encoding = "br", .trusted_certificate = trusted});
    EXPECT_EQ(packed.body, long_json());
    const auto refused = fetch({.url = url + "/%2e%2e/", .trusted_certificate = trusted});
    EXPECT_EQ(refused.result, CURLE_OK);
    EXPECT_EQ(refused.status, 400);
    EXPECT_NE(fetch({.url = "http://localhost:" + std::to_string(server.port())}).result, CURLE_OK);
}

TEST(server_curl, a_certificate_that_can_not_be_read_stops_the_start) {
    Server server({.certificate_file = "/nowhere/a.pem", .private_key_file = "/nowhere/b.pem"}, echo);
    EXPECT_THROW(server.start(), std::runtime_error);
}

}  // namespace forecourt::http
