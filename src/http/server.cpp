#include <http/connection.h>
#include <http/server.h>

// The one file with sockets. Concrete executors, one io_context a thread and no strands: measured at half the
// processor time of type-erased executors with a strand per connection.
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>

#include <sys/socket.h>

#include <array>
#include <csignal>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>

namespace forecourt::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using TlsStream = asio::ssl::stream<Socket>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

/// Connections above the limit that get a 503; beyond these they are closed without a word.
constexpr std::size_t refused_politely = 128;

/// How long nothing is accepted after the system had no descriptor or memory for a connection.
constexpr std::chrono::milliseconds accept_pause{100};

Socket& lowest(Socket& socket) { return socket; }
Socket& lowest(TlsStream& stream) { return stream.next_layer(); }

template <class Stream>
class StreamConnection final : public Connection {
  public:
    static constexpr bool is_tls = std::is_same_v<Stream, TlsStream>;

    template <class... StreamArguments>
    StreamConnection(std::shared_ptr<IoThread> io_thread, std::string peer, StreamArguments&&... arguments)
        : Connection(std::move(io_thread), std::move(peer), is_tls),
          stream_(std::forward<StreamArguments>(arguments)...) {}

  private:
    auto self() { return std::static_pointer_cast<StreamConnection>(shared_from_this()); }

    void start_handshake() override {
        if constexpr (is_tls) {
            stream_.async_handshake(asio::ssl::stream_base::server,
                                    [self = self()](error_code error) { self->on_handshake(!error); });
        }
    }
    void start_read(char* space, std::size_t size) override {
        stream_.async_read_some(
            asio::buffer(space, size),
            [self = self()](error_code error, std::size_t read) { self->on_read(!error, read); });
    }
    void start_write(std::string_view first, std::string_view second) override {
        const std::array<asio::const_buffer, 2> buffers = {asio::buffer(first), asio::buffer(second)};
        stream_.async_write_some(buffers, [self = self()](error_code error, std::size_t written) {
            self->on_write(!error, written);
        });
    }
    void start_shutdown() override {
        if constexpr (is_tls) {
            stream_.async_shutdown([self = self()](error_code) { self->end_sending(); });
        } else {
            end_sending();
        }
    }
    void end_sending() {
        error_code ignored;
        lowest(stream_).shutdown(tcp::socket::shutdown_send, ignored);
        on_shutdown();
    }
    void start_discard(char* space, std::size_t size) override {
        lowest(stream_).async_read_some(
            asio::buffer(space, size),
            [self = self()](error_code error, std::size_t read) { self->on_read(!error, read); });
    }
    void close_socket() override {
        error_code ignored;
        lowest(stream_).close(ignored);
    }

    Stream stream_;
};

std::string text_of(const asio::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

/// One io_context, the thread that runs it, and its own listening socket: the kernel spreads the connections.
class Worker final : public IoThread {
  public:
    Worker(std::shared_ptr<ServerState> state, asio::ssl::context* tls)
        : IoThread(std::move(state)),
          tls_(tls),
          acceptor_(context_),
          incoming_(context_),
          sweep_timer_(context_) {}

    tcp::endpoint listen(const tcp::endpoint& endpoint) {
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(asio::socket_base::reuse_address(true));
        acceptor_.set_option(ReusePort(true));
        acceptor_.bind(endpoint);
        acceptor_.listen(1024);
        return acceptor_.local_endpoint();
    }

    void start() {
        thread_ = std::thread([this] { run(); });
    }

    /// Runs on the io thread soon.
    template <class Function>
    void post(Function function) {
        asio::post(context_, std::move(function));
    }

    void stop_accepting() {
        error_code ignored;
        acceptor_.close(ignored);
        begin_stop();
    }

    void finish() {
        error_code ignored;
        acceptor_.close(ignored);
        close_all();
        end_deliveries();
        sweep_timer_.cancel();
        is_finished_ = true;
        work_.reset();
    }

    void join() {
        if (thread_.joinable()) thread_.join();
    }

  private:
    void run() {
        make_current();
        accept_next();
        sweep_later();
        while (true) {
            try {
                context_.run();
                return;
            } catch (...) {
                // Memory ran out in the middle of an event. Its connection is closed by the next sweep.
                state().counters.handler_failures.fetch_add(1);
            }
        }
    }

    void wake() override {
        asio::post(context_, [this] { drain(); });
    }

    void sweep_later() {
        if (is_finished_) return;
        sweep_timer_.expires_after(options().sweep_interval);
        sweep_timer_.async_wait([this](error_code error) {
            if (error || is_finished_) return;
            sweep();
            sweep_later();
        });
    }

    void accept_next() {
        incoming_ = Socket(context_);
        acceptor_.async_accept(incoming_, peer_, [this](error_code error) {
            if (!acceptor_.is_open()) return;
            if (!error) {
                try {
                    admit(std::move(incoming_));
                } catch (...) {
                    // No memory for this client; the next may come when there is some again.
                    state().counters.handler_failures.fetch_add(1);
                }
                accept_next();
            } else if (error == asio::error::connection_aborted) {
                accept_next();
            } else {
                accept_after_pause();
            }
        });
    }

    void accept_after_pause() {
        auto timer = std::make_shared<Timer>(context_);
        timer->expires_after(accept_pause);
        timer->async_wait([this, timer](error_code) {
            if (acceptor_.is_open()) accept_next();
        });
    }

    void admit(Socket socket) {
        state().counters.accepted.fetch_add(1);
        const auto open = state().open_connections.load(std::memory_order_relaxed);
        const auto limit = static_cast<std::size_t>(options().max_connections);
        if (open >= limit + refused_politely) {
            state().counters.overloaded.fetch_add(1);
            return;  // closes the socket
        }
        error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        const auto connection = make_connection(std::move(socket));
        if (open >= limit) {
            connection->start_refusing();
        } else {
            connection->start();
        }
    }

    std::shared_ptr<Connection> make_connection(Socket socket) {
        auto peer = text_of(peer_.address());
        if (tls_) {
            return std::make_shared<StreamConnection<TlsStream>>(shared_from_this(), std::move(peer),
                                                                 std::move(socket), *tls_);
        }
        return std::make_shared<StreamConnection<Socket>>(shared_from_this(), std::move(peer),
                                                          std::move(socket));
    }

    asio::ssl::context* tls_;
    asio::io_context context_{1};
    asio::executor_work_guard<Executor> work_{context_.get_executor()};
    Acceptor acceptor_;
    Socket incoming_;
    tcp::endpoint peer_;
    Timer sweep_timer_;
    bool is_finished_ = false;
    std::thread thread_;
};

/// Every worker listens on the same port, so the system would also let a second program listen there and take
/// half of the clients. Binding once without sharing tells whether somebody else is there.
void ensure_nobody_listens(const tcp::endpoint& endpoint) {
    if (endpoint.port() == 0) return;
    asio::io_context context;
    tcp::acceptor probe(context);
    probe.open(endpoint.protocol());
    probe.set_option(asio::socket_base::reuse_address(true));
    probe.bind(endpoint);
    probe.listen(1);
}

std::unique_ptr<asio::ssl::context> make_tls(const Options& options) {
    if (options.certificate_file.empty() && options.private_key_file.empty()) return nullptr;
    auto tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                     asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 |
                     asio::ssl::context::no_tlsv1_1 | asio::ssl::context::no_compression);
    SSL_CTX_set_options(tls->native_handle(), SSL_OP_NO_RENEGOTIATION);
    // TLS 1.2 with fresh keys for each connection and nothing but authenticated encryption, as 1.3 has it.
    SSL_CTX_set_cipher_list(tls->native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    tls->use_certificate_chain_file(options.certificate_file);
    tls->use_private_key_file(options.private_key_file, asio::ssl::context::pem);
    return tls;
}

asio::ip::address parse_address(const std::string& text) {
    error_code error;
    const auto address = asio::ip::make_address(text == "localhost" ? "127.0.0.1" : text, error);
    if (error) throw std::invalid_argument("not an IP address to listen on: " + text);
    return address;
}

/// Signals are for the main thread; an io thread that took SIGTERM would stop the server in mid-request.
class SignalsBlocked {
  public:
    SignalsBlocked() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_BLOCK, &all, &before_);
    }
    ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsBlocked(const SignalsBlocked&) = delete;
    SignalsBlocked& operator=(const SignalsBlocked&) = delete;

  private:
    sigset_t before_;
};

}  // namespace

struct Server::Implementation {
    Implementation(Options options, Handler handler)
        : address(parse_address(options.address)),
          state(std::make_shared<ServerState>(std::move(options), std::move(handler))) {
        if (state->options.io_threads < 1) throw std::invalid_argument("a server needs an io thread");
    }

    asio::ip::address address;
    std::shared_ptr<ServerState> state;
    std::unique_ptr<asio::ssl::context> tls;
    std::vector<std::shared_ptr<Worker>> workers;
    std::uint16_t port = 0;
    bool is_running = false;
};

Server::Server(Options options, Handler handler)
    : implementation_(std::make_unique<Implementation>(std::move(options), std::move(handler))) {}

Server::~Server() { stop_gracefully(std::chrono::milliseconds(0)); }

void Server::start() {
    auto& server = *implementation_;
    const auto& options = server.state->options;
    if (!server.workers.empty()) throw std::runtime_error("the server was started already");
    try {
        tcp::endpoint endpoint(server.address, options.port);
        ensure_nobody_listens(endpoint);
        server.tls = make_tls(options);
        for (int i = 0; i < options.io_threads; ++i) {
            server.workers.push_back(std::make_shared<Worker>(server.state, server.tls.get()));
            endpoint = server.workers.back()->listen(endpoint);
        }
        server.port = endpoint.port();
    } catch (const boost::system::system_error& error) {
        server.workers.clear();
        throw std::runtime_error("can not serve on " + options.address + ":" + std::to_string(options.port) +
                                 ": " + error.code().message());
    }
    const SignalsBlocked for_the_new_threads;
    for (const auto& worker : server.workers) worker->start();
    server.is_running = true;
}

void Server::stop_gracefully(std::chrono::milliseconds patience) {
    auto& server = *implementation_;
    if (!std::exchange(server.is_running, false)) return;
    server.state->stopping = true;
    for (const auto& worker : server.workers) worker->post([worker] { worker->stop_accepting(); });
    const auto deadline = Clock::now() + patience;
    while (server.state->open_connections > 0 && Clock::now() < deadline) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    for (const auto& worker : server.workers) worker->post([worker] { worker->finish(); });
    for (const auto& worker : server.workers) worker->join();
}

std::uint16_t Server::port() const { return implementation_->port; }

Stats Server::stats() const {
    const auto& state = *implementation_->state;
    Stats stats{.connections = state.open_connections,
                .streams = state.counters.streams,
                .accepted = state.counters.accepted,
                .overloaded = state.counters.overloaded,
                .refused = state.counters.refused,
                .timed_out = state.counters.timed_out,
                .handler_failures = state.counters.handler_failures};
    for (const auto& worker : implementation_->workers) {
        stats.requests += worker->requests;
        stats.bytes_received += worker->bytes_received;
        stats.bytes_sent += worker->bytes_sent;
    }
    return stats;
}

}  // namespace forecourt::http
