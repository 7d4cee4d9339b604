#include <http/request_parser.h>

#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace forecourt::http {

namespace {

namespace beast = boost::beast::http;
using boost::system::error_code;
using View = boost::beast::string_view;

std::string_view standard(View text) { return {text.data(), text.size()}; }

/// What a body may reserve on the word of its Content-Length alone; beyond, it must arrive first.
constexpr std::size_t max_reserved = 256 * 1024;

}  // namespace

/// Beast's event parser, writing straight into the Request. It reads heads only: bodies are ours.
struct RequestParser::Grammar {
    struct Parser final : beast::basic_parser<true> {
        explicit Parser(Request& target) : request(target) {}

        void on_request_impl(beast::verb, View method, View target, int http_version, error_code&) override {
            method_text = method;
            target_text = target;
            version = http_version;
        }
        void on_response_impl(int, View, int, error_code&) override {}
        void on_field_impl(beast::field, View name, View value, error_code&) override {
            request.headers.push_back({std::string(name), std::string(value)});
        }
        void on_header_impl(error_code&) override {}
        void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
        std::size_t on_body_impl(View, error_code&) override { return 0; }
        void on_chunk_header_impl(std::uint64_t, View, error_code&) override {}
        std::size_t on_chunk_body_impl(std::uint64_t, View, error_code&) override { return 0; }
        void on_finish_impl(error_code&) override {}

        Request& request;
        View method_text;
        View target_text;
        int version = 0;
    };
    std::optional<Parser> parser;
};

RequestParser::RequestParser(HeadLimits limits, std::span<const std::string> allowed_hosts)
    : limits_(limits), allowed_hosts_(allowed_hosts), grammar_(std::make_unique<Grammar>()) {
    reset();
}

RequestParser::~RequestParser() = default;

void RequestParser::reset() {
    scanner_ = {};
    past_empty_line_ = false;
    head_done_ = false;
    request_ = {};
    framing_ = {};
    chunks_ = {};
    max_body_ = 0;
    fault_ = {};
    grammar_->parser.emplace(request_);
    grammar_->parser->header_limit(static_cast<std::uint32_t>(limits_.head_bytes + 1));
    grammar_->parser->body_limit(boost::none);
}

RequestParser::Fed RequestParser::fail(const Fault& fault) {
    fault_ = fault;
    return {Step::failed, 0};
}

void RequestParser::set_body_limit(std::size_t bytes) {
    max_body_ = bytes;
    request_.body.reserve(std::min<std::uint64_t>(framing_.content_length, max_reserved));
}

bool RequestParser::keep_alive() const {
    // HTTP/1.0 clients that ask for keep-alive are rare enough to open a new connection.
    return grammar_->parser->version == 11 && grammar_->parser->keep_alive();
}

RequestParser::Fed RequestParser::feed(std::string_view data) {
    if (head_done_) return read_body(data);
    // RFC 9112, 2.2: one empty line before a request is ignored (old clients end a form with it).
    if (!past_empty_line_ && data.substr(0, 2) == "\r\n") {
        past_empty_line_ = true;
        const auto rest = read_head(data.substr(2));
        return {rest.step, rest.consumed + 2};
    }
    if (!past_empty_line_ && data == "\r") return {Step::need_more, 0};
    return read_head(data);
}

RequestParser::Fed RequestParser::read_head(std::string_view data) {
    if (!data.empty()) past_empty_line_ = true;
    if (const auto fault = scanner_.scan(data, limits_)) return fail(*fault);
    if (scanner_.end() == 0) return {Step::need_more, 0};

    auto& parser = *grammar_->parser;
    error_code error;
    const auto consumed = parser.put(boost::asio::const_buffer(data.data(), scanner_.end()), error);
    if (error || !parser.is_header_done() || consumed != scanner_.end()) {
        return fail({400, "malformed_request", "the head of the request is not HTTP/1.1"});
    }
    if (request_.headers.size() > limits_.header_count) {
        return fail({431, "header_too_large", "there are too many headers"});
    }

    const auto method = check_method(standard(parser.method_text));
    if (const auto* fault = std::get_if<Fault>(&method)) return fail(*fault);
    request_.method = std::get<Method>(method);
    if (const auto fault = read_target(standard(parser.target_text), request_)) return fail(*fault);
    const auto framing = read_framing(
        {.version = parser.version, .headers = request_.headers, .allowed_hosts = allowed_hosts_});
    if (const auto* fault = std::get_if<Fault>(&framing)) return fail(*fault);
    framing_ = std::get<Framing>(framing);

    // Our reading and the parser's must be the same one; where they differ, neither is believed.
    const bool parser_expects_body = !parser.is_done();
    if (parser.chunked() != framing_.chunked || parser_expects_body != framing_.has_body()) {
        return fail({400, "malformed_request", "the length of the body is unclear"});
    }
    head_done_ = true;
    return {Step::head, consumed};
}

RequestParser::Fed RequestParser::read_body(std::string_view data) {
    if (framing_.chunked) {
        const auto fed = chunks_.feed(data, request_.body, max_body_);
        switch (fed.state) {
            case ChunkDecoder::State::more:
                return {Step::need_more, fed.consumed};
            case ChunkDecoder::State::done:
                return {Step::complete, fed.consumed};
            case ChunkDecoder::State::malformed:
                return fail({400, "malformed_request", "the chunks of the body are malformed"});
            case ChunkDecoder::State::too_large:
                return fail({413, "body_too_large", "the body is larger than this path accepts"});
        }
    }
    const auto left = framing_.content_length - request_.body.size();
    const auto piece = data.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left, data.size())));
    request_.body += piece;
    return {piece.size() == left ? Step::complete : Step::need_more, piece.size()};
}

}  // namespace forecourt::http
