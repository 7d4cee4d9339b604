#include <http/connection.h>
#include <http/exchange.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace forecourt::http {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t input_space = 4 * 1024;  // enough for a usual request, small for an idle connection
constexpr std::size_t body_input_space = 64 * 1024;  // for uploads
constexpr std::size_t joined_body = 16 * 1024;       // up to here a body is copied behind its head: one write

constexpr std::string_view continue_text = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

void Pace::start(Time now) {
    began_ = now;
    last_moved_ = now;
    bytes_ = 0;
}

void Pace::moved_to(std::uint64_t bytes, Time now) {
    if (bytes == bytes_) return;
    bytes_ = bytes;
    last_moved_ = now;
}

bool Pace::is_too_slow(Time now, std::chrono::milliseconds grace, std::size_t bytes_per_second) const {
    const auto late = std::chrono::duration_cast<std::chrono::milliseconds>(now - began_ - grace).count();
    if (late <= 0) return false;
    return now - last_moved_ > grace || bytes_ < static_cast<std::uint64_t>(late) * bytes_per_second / 1000;
}

Connection::Connection(std::shared_ptr<IoThread> io_thread, std::string peer_address, bool encrypted)
    : io_thread_(std::move(io_thread)),
      peer_address_(std::move(peer_address)),
      encrypted_(encrypted),
      parser_({.head_bytes = io_thread_->options().max_head,
               .target_bytes = std::min<std::size_t>(io_thread_->options().max_head, 8 * 1024)},
              io_thread_->options().allowed_hosts) {}

void Connection::enter(Phase phase, std::chrono::milliseconds deadline) {
    phase_ = phase;
    deadline_ = Clock::now() + deadline;
}

void Connection::start() {
    io_thread_->add(shared_from_this());
    if (encrypted_) {
        enter(Phase::handshake, io_thread_->options().head_deadline);
        start_handshake();
    } else {
        on_handshake(true);
    }
}

void Connection::on_handshake(bool succeeded) {
    if (phase_ == Phase::closed) return;
    if (!succeeded) return close();
    enter(Phase::idle, io_thread_->options().head_deadline);
    read_more();
}

void Connection::start_refusing() {
    io_thread_->add(shared_from_this());
    io_thread_->state().counters.overloaded.fetch_add(1);
    // A handshake would be the costliest part of the answer, and there are too many clients already.
    if (encrypted_) return close();
    fail({503, "overloaded", "the server has too many connections"});
}

// Reading

void Connection::read_more() {
    if (read_pending_) return;
    const auto space = phase_ == Phase::body ? body_input_space : input_space;
    const auto waiting = input_end_ - input_begin_;
    if (input_begin_ > 0) {
        std::memmove(input_.data(), input_.data() + input_begin_, waiting);
        input_begin_ = 0;
        input_end_ = waiting;
    }
    if (input_.size() < space) input_.resize(space);
    if (input_end_ == input_.size()) input_.resize(input_.size() * 2);
    read_pending_ = true;
    start_read(input_.data() + input_end_, input_.size() - input_end_);
}

void Connection::on_read(bool succeeded, std::size_t size) {
    read_pending_ = false;
    switch (phase_) {
        case Phase::closed:
            return;
        case Phase::lingering:
            if (!succeeded) return close();
            read_pending_ = true;
            return start_discard(input_.data(), input_.size());
        case Phase::streaming:
            // The client hung up; or it sent another request, which a stream has no place for.
            return close();
        case Phase::writing:
        case Phase::handling:
            return;  // came too late, the answer to that is on its way
        case Phase::handshake:
        case Phase::continuing:
        case Phase::idle:
        case Phase::head:
        case Phase::body:
            break;
    }
    if (!succeeded) return close();
    input_end_ += size;
    add_to(io_thread_->bytes_received, size);
    process();
}

void Connection::process() {
    while (true) {
        const std::string_view data(input_.data() + input_begin_, input_end_ - input_begin_);
        if (phase_ == Phase::idle) {
            if (data.empty()) return read_more();
            enter(Phase::head, io_thread_->options().head_deadline);
        }
        const auto fed = parser_.feed(data);
        input_begin_ += fed.consumed;
        switch (fed.step) {
            case RequestParser::Step::failed:
                return fail(parser_.fault());
            case RequestParser::Step::need_more:
                if (phase_ == Phase::body && !account_for_body()) return;
                return read_more();
            case RequestParser::Step::head:
                if (!admit_body()) return;
                break;
            case RequestParser::Step::complete:
                return dispatch();
        }
    }
}

/// Decides on the body before it is read. False if the connection is busy with something else now.
bool Connection::admit_body() {
    const auto& options = io_thread_->options();
    const auto& framing = parser_.framing();
    std::size_t limit = options.max_body;
    try {
        if (options.body_limit && framing.has_body()) limit = options.body_limit(parser_.request());
    } catch (...) {
        io_thread_->state().counters.handler_failures.fetch_add(1);
        fail({500, "internal_error", "the request could not be answered"});
        return false;
    }
    if (framing.content_length > limit) {
        fail({413, "body_too_large", "the body is larger than this path accepts"});
        return false;
    }
    parser_.set_body_limit(limit);
    phase_ = Phase::body;
    pace_.start(Clock::now());
    // A client that sent the body along has not waited for the permission.
    if (!framing.expects_continue || input_begin_ < input_end_) return true;
    output_ = continue_text;
    output_body_ = {};
    begin_write(Phase::continuing);
    return false;
}

bool Connection::account_for_body() {
    const auto size = parser_.request().body.size();
    pace_.moved_to(size, Clock::now());
    constexpr std::size_t not_worth_counting = 64 * 1024;
    if (size < not_worth_counting) return true;
    const auto more = size - body_bytes_accounted_;
    body_bytes_accounted_ += more;
    const auto held = io_thread_->state().body_bytes_held.fetch_add(more) + more;
    if (held <= io_thread_->options().max_bodies_in_memory) return true;
    fail({503, "overloaded", "too many large bodies are being sent at the same time"});
    return false;
}

void Connection::release_body_account() {
    if (body_bytes_accounted_ == 0) return;
    io_thread_->state().body_bytes_held.fetch_sub(std::exchange(body_bytes_accounted_, 0));
}

// Handling

void Connection::dispatch() {
    phase_ = Phase::handling;
    ++sequence_;
    add_to(io_thread_->requests, 1);
    close_after_ = !parser_.keep_alive();
    auto request = parser_.take_request();
    is_head_request_ = request.method == Method::head;
    encoding_ = negotiate(request.header("accept-encoding"));
    const auto& proxies = io_thread_->options().trusted_proxies;
    request.remote_address = proxies.empty()
                                 ? peer_address_
                                 : client_address(peer_address_, request.header("x-forwarded-for"), proxies);
    request.encrypted = encrypted_;

    const auto exchange = std::make_shared<PendingExchange>(shared_from_this(), sequence_, encoding_);
    try {
        io_thread_->state().handler(std::move(request), Responder(exchange));
    } catch (...) {
        exchange->fail();
    }
}

void Connection::deliver(Completion&& completion) {
    if (completion.sequence != sequence_) return;
    if (auto* answered = std::get_if<Answered>(&completion.what)) {
        if (phase_ == Phase::handling) answer(std::move(answered->response), answered->is_encoded);
    } else if (auto* begun = std::get_if<StreamBegun>(&completion.what)) {
        if (phase_ == Phase::handling) begin_stream(std::move(*begun));
    } else if (phase_ == Phase::streaming) {
        send_stream_text();
    }
}

// Answering

/// Formats the head. A response that can not be sent as it is becomes a 500.
std::string Connection::make_head(Response& response, bool streamed) {
    const auto format = [&] {
        return format_head(response, {.date = io_thread_->date(),
                                      .common_headers = &io_thread_->state().common_headers,
                                      .content_length = response.body.size(),
                                      .close = close_after_,
                                      .streamed = streamed});
    };
    try {
        return format();
    } catch (const std::invalid_argument&) {
        io_thread_->state().counters.handler_failures.fetch_add(1);
        response = problem(500, "internal_error", "the answer could not be sent");
        return format();
    }
}

void Connection::answer(Response&& response, bool is_encoded) {
    if (io_thread_->state().stopping.load(std::memory_order_relaxed)) {
        close_after_ = true;
        linger_ = true;
    }
    if (!is_encoded && !is_head_request_) encode_body(response, encoding_);
    output_ = make_head(response, false);
    output_body_ = {};
    if (!is_head_request_ && !has_no_body(response.status)) {
        if (response.body.size() <= joined_body) {
            output_ += response.body.view();
        } else {
            output_body_ = std::move(response.body);
        }
    }
    begin_write(Phase::writing);
}

void Connection::fail(const Fault& fault) {
    auto& state = io_thread_->state();
    state.counters.refused.fetch_add(1);
    if (state.options.on_refused) {
        try {
            state.options.on_refused({fault.status, fault.code, fault.detail, peer_address_});
        } catch (...) {
            state.counters.handler_failures.fetch_add(1);
        }
    }
    is_head_request_ = false;
    close_after_ = true;
    linger_ = true;
    answer(problem(fault.status, fault.code, fault.detail), true);
}

void Connection::begin_stream(StreamBegun&& begun) {
    if (io_thread_->state().stopping.load(std::memory_order_relaxed)) {
        return answer(problem(503, "shutting_down", "the server is being restarted"), true);
    }
    close_after_ = true;
    Response response{.content_type = "text/event-stream", .headers = std::move(begun.headers)};
    response.headers.push_back({"Cache-Control", "no-store"});
    response.headers.push_back({"X-Accel-Buffering", "no"});  // else a proxy waits for more before it sends
    output_ = make_head(response, true);
    output_body_ = {};
    if (is_head_request_ || response.status != 200) {
        output_ += response.body.view();
        return begin_write(Phase::writing);
    }
    subscription_ = std::move(begun.subscription);
    io_thread_->state().counters.streams.fetch_add(1);
    begin_write(Phase::streaming);
    read_more();  // the only way to learn that the client has gone
}

void Connection::send_stream_text() {
    if (write_pending_) {
        // Its queue ran over, or its owner was signed out: what it has not read yet is no longer owed to it.
        if (subscription_->ended()) close();
        return;
    }
    auto text = subscription_->take();
    if (!text.empty()) {
        output_ = std::move(text);
        begin_write(Phase::streaming);
    } else if (subscription_->ended()) {
        close();
    }
}

void Connection::begin_write(Phase phase) {
    phase_ = phase;
    pace_.start(Clock::now());
    written_ = 0;
    write_rest();
}

void Connection::write_rest() {
    write_pending_ = true;
    const std::string_view head = output_;
    const auto body = output_body_.view();
    if (written_ < head.size()) {
        start_write(head.substr(written_), body);
    } else {
        start_write(body.substr(written_ - head.size()), {});
    }
}

void Connection::on_write(bool succeeded, std::size_t size) {
    write_pending_ = false;
    if (phase_ == Phase::closed) return;
    if (!succeeded) return close();
    written_ += size;
    add_to(io_thread_->bytes_sent, size);
    if (written_ < output_.size() + output_body_.size()) {
        pace_.moved_to(written_, Clock::now());
        return write_rest();
    }

    if (phase_ == Phase::continuing) {
        phase_ = Phase::body;
        pace_.start(Clock::now());
        process();
    } else if (phase_ == Phase::streaming) {
        send_stream_text();
    } else if (close_after_ || io_thread_->state().stopping.load(std::memory_order_relaxed)) {
        close_politely();
    } else {
        become_idle();
        process();
    }
}

void Connection::become_idle() {
    release_body_account();
    output_body_ = {};
    if (output_.capacity() > input_space) output_ = {};
    if (input_begin_ == input_end_) {
        input_begin_ = input_end_ = 0;
        if (input_.size() > input_space) input_ = std::vector<char>(input_space);
    }
    parser_.reset();
    enter(Phase::idle, io_thread_->options().idle_deadline);
}

// Ending

/// Closes so that the client can still read the last answer: closing with unread input resets the connection,
/// and a reset makes the client's system drop what it has not read yet.
void Connection::close_politely() {
    if (!linger_ && !encrypted_) return close();
    if (encrypted_ && read_pending_)
        return close();  // a TLS shutdown reads, and two readers are one too many
    enter(Phase::lingering, io_thread_->options().linger);
    start_shutdown();
}

void Connection::on_shutdown() {
    if (phase_ == Phase::closed || read_pending_) return;
    if (input_.size() < input_space) input_.resize(input_space);
    read_pending_ = true;
    start_discard(input_.data(), input_.size());
}

void Connection::close() {
    if (phase_ == Phase::closed) return;
    phase_ = Phase::closed;
    close_socket();
    release_body_account();
    if (subscription_) io_thread_->state().counters.streams.fetch_sub(1);
    subscription_.reset();
    io_thread_->remove(*this);
}

void Connection::begin_stop() {
    switch (phase_) {
        case Phase::handshake:
        case Phase::idle:
        case Phase::streaming:
            return close();
        case Phase::head:
        case Phase::continuing:
        case Phase::body:
        case Phase::handling:
        case Phase::writing:
        case Phase::lingering:
        case Phase::closed:
            return;  // ends by itself, at the latest with the server's patience
    }
}

void Connection::sweep(Clock::time_point now) {
    const auto& options = io_thread_->options();
    auto& timed_out = io_thread_->state().counters.timed_out;
    const bool writes_too_slowly =
        write_pending_ && pace_.is_too_slow(now, options.write_grace, options.min_write_bytes_per_second);
    switch (phase_) {
        case Phase::handshake:
        case Phase::idle:
        case Phase::lingering:
            if (now >= deadline_) close();
            return;
        case Phase::head:
            if (now < deadline_) return;
            timed_out.fetch_add(1);
            return fail({408, "request_timed_out", "the head of the request did not arrive in time"});
        case Phase::body:
            if (!pace_.is_too_slow(now, options.body_grace, options.min_body_bytes_per_second)) return;
            timed_out.fetch_add(1);
            return fail({408, "request_timed_out", "the body of the request arrived too slowly"});
        case Phase::continuing:
        case Phase::writing:
        case Phase::streaming:
            if (!writes_too_slowly) return;
            timed_out.fetch_add(1);
            return close();
        case Phase::handling:
        case Phase::closed:
            return;
    }
}

}  // namespace forecourt::http
