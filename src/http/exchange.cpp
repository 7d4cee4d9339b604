#include <http/exchange.h>

#include <algorithm>
#include <utility>

namespace forecourt::http {

namespace {

/// Below, the reply fits into one packet anyway.
constexpr std::size_t min_compressed = 1024;

/// Above, compressing takes long enough that the thread which made the answer does it, not the io thread.
constexpr std::size_t compressed_by_sender = 64 * 1024;

}  // namespace

void encode_body(Response& response, Encoding encoding) {
    if (!response.compressible || response.body.size() < min_compressed || has_no_body(response.status))
        return;
    if (!is_compressible(response.content_type)) return;
    const bool is_decided =
        std::any_of(response.headers.begin(), response.headers.end(),
                    [](const Header& header) { return same_ignoring_case(header.name, "content-encoding"); });
    if (is_decided) return;
    response.headers.push_back({"Vary", "Accept-Encoding"});
    if (encoding == Encoding::identity) return;
    response.body = compress(encoding, response.body.view(), Effort::reply);
    response.headers.push_back({"Content-Encoding", std::string(to_token(encoding))});
}

PendingExchange::PendingExchange(std::shared_ptr<Connection> connection, std::uint64_t sequence,
                                 Encoding encoding)
    : connection_(std::move(connection)), sequence_(sequence), encoding_(encoding) {}

PendingExchange::~PendingExchange() { fail(); }

void PendingExchange::answer(Response&& response) {
    if (answered_.exchange(true)) return;
    auto& io_thread = connection_->io_thread();
    const bool encode_here = response.body.size() > compressed_by_sender && !io_thread.is_current();
    if (encode_here) encode_body(response, encoding_);
    io_thread.complete({connection_, sequence_, Answered{std::move(response), encode_here}});
}

void PendingExchange::stream(StreamOptions&& options) {
    if (answered_.load()) return;
    if (!options.live) return fail();
    std::shared_ptr<Subscription> subscription;
    try {
        const auto wake = [weak = std::weak_ptr(connection_), sequence = sequence_] {
            if (auto connection = weak.lock()) {
                auto& io_thread = connection->io_thread();
                io_thread.complete({std::move(connection), sequence, StreamHasText{}});
            }
        };
        subscription = options.live->subscribe(options, wake);
    } catch (...) {
        return fail();
    }
    if (answered_.exchange(true)) return;
    connection_->io_thread().complete(
        {connection_, sequence_, StreamBegun{std::move(options.headers), std::move(subscription)}});
}

void PendingExchange::fail() {
    if (answered_.exchange(true)) return;
    auto& io_thread = connection_->io_thread();
    io_thread.state().counters.handler_failures.fetch_add(1);
    auto response = problem(500, "internal_error", "the request could not be answered");
    io_thread.complete({connection_, sequence_, Answered{std::move(response), true}});
}

}  // namespace forecourt::http
