#include <http/request_parser.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

// security 9
// Whatever bytes come, in whatever pieces: the parser does not crash, the pieces make no difference to what
// is read, and nothing accepted breaks what the handlers rely on. The first byte of the input is the piece
// size.

namespace {

using forecourt::http::RequestParser;

std::vector<std::string> parse(std::string_view data, std::size_t piece) {
    RequestParser parser({}, {});
    std::vector<std::string> seen;
    std::string waiting;
    while (true) {
        const auto fed = parser.feed(waiting);
        if (fed.consumed > waiting.size()) std::abort();
        waiting.erase(0, fed.consumed);
        switch (fed.step) {
            case RequestParser::Step::failed:
                seen.push_back(std::to_string(parser.fault().status));
                return seen;
            case RequestParser::Step::head:
                parser.set_body_limit(100);
                break;
            case RequestParser::Step::complete: {
                const auto request = parser.take_request();
                if (request.path.empty() || request.path.front() != '/' || request.header("host").empty() ||
                    request.path.find('\0') != std::string::npos ||
                    request.path.find("/../") != std::string::npos) {
                    std::abort();
                }
                seen.push_back(request.path + '\n' + request.query + '\n' + request.body);
                for (const auto& header : request.headers) seen.push_back(header.name + ':' + header.value);
                parser.reset();
                break;
            }
            case RequestParser::Step::need_more:
                if (data.empty()) return seen;
                waiting += data.substr(0, piece);
                data.remove_prefix(std::min(piece, data.size()));
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size < 2) return 0;
    const std::string_view data(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    if (parse(data, data.size()) != parse(data, 1 + bytes[0] % 32)) std::abort();
    return 0;
}
