#include <http/compress.h>

#include <gtest/gtest.h>
#include <zlib.h>

namespace forecourt::http {

namespace {

std::string gunzip(std::string_view packed) {
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    std::string text(1'000'000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const int result = inflate(&stream, Z_FINISH);
    text.resize(stream.total_out);
    inflateEnd(&stream);
    return result == Z_STREAM_END ? text : "broken";
}

}  // namespace

TEST(compress, the_client_chooses_and_brotli_wins_a_draw) {
    struct Case {
        std::string_view header;
        Encoding encoding;
    };
    for (const auto& one : std::vector<Case>{{"", Encoding::identity},
                                             {"gzip, deflate, br, zstd", Encoding::brotli},
                                             {"gzip, deflate", Encoding::gzip},
                                             {"GZIP", Encoding::gzip},
                                             {"x-gzip", Encoding::gzip},
                                             {"br;q=0.5, gzip;q=0.9", Encoding::gzip},
                                             {"br;q=0.9 , gzip;q=0.9", Encoding::brotli},
                                             {"br;q=0, gzip;q=0", Encoding::identity},
                                             {"br;q=0.000, *", Encoding::gzip},
                                             {"*", Encoding::brotli},
                                             {"*;q=0", Encoding::identity},
                                             {"identity", Encoding::identity},
                                             {"gzip;q=nonsense", Encoding::identity},
                                             {"gzip;q=0.001", Encoding::gzip},
                                             {"zstd", Encoding::identity}}) {
        EXPECT_EQ(negotiate(one.header), one.encoding) << one.header;
    }
}

TEST(compress, text_is_worth_it_and_pictures_are_not) {
    for (const auto* type : {"application/json", "application/problem+json", "text/html; charset=utf-8",
                             "Application/JSON", "image/svg+xml", "text/css", "application/vnd.api+json"}) {
        EXPECT_TRUE(is_compressible(type)) << type;
    }
    for (const auto* type :
         {"", "image/jpeg", "application/pdf", "application/zip", "text/event-stream", "font/woff2"}) {
        EXPECT_FALSE(is_compressible(type)) << type;
    }
}

TEST(compress, gzip_gives_the_text_back_call_after_call) {
    for (const auto size : {std::size_t{0}, std::size_t{1}, std::size_t{1000}, std::size_t{900'000}}) {
        std::string text;
        for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('a' + i * i % 23);
        EXPECT_EQ(gunzip(compress(Encoding::gzip, text, Effort::reply)), text);
        EXPECT_EQ(gunzip(compress(Encoding::gzip, text, Effort::asset)), text);
        EXPECT_EQ(compress(Encoding::identity, text, Effort::reply), text);
    }
}

}  // namespace forecourt::http
