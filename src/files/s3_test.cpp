#include <files/blob_store.h>
#include <files/s3_store.h>
#include <secrets/bytes.h>
#include <secrets/digest.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <thread>
#include <vector>

// Against a server that speaks S3 (tools/test_s3). It asks for a known access key and a well-formed
// signature, but does not compute one.
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

}  // namespace
}  // namespace forecourt::files
