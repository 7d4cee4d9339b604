#pragma once
#include <core/money.h>
#include <core/time.h>
#include <http/server.h>
#include <program/workers.h>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace forecourt::program {

/// A payment company on this machine, for the demo and for tests, over real HTTP: /pay shows what the code
/// asks for and takes the money of one press, tells the store with a signed call (again until it is answered,
/// as the real ones do), and /refund takes money back once for each refund number. Believes nothing that is
/// not signed.
class TestGateway {
  public:
    /// Listens at once; port 0 takes any free one. Throws std::runtime_error when it cannot.
    TestGateway(const std::string& address, std::uint16_t port, std::string secret);
    ~TestGateway();

    std::string url() const;

    struct Paid {
        Money amount;
        std::string gateway_reference;
        Money refunded;
        int told = 0;    // how often the store was called
        int answer = 0;  // the store's last answer, 0 before the first
    };
    /// What was paid for an order, nothing before.
    std::optional<Paid> paid(const std::string& order_number) const;

  private:
    http::Response pay_page(const http::Request& request);
    http::Response pay(const http::Request& request);
    http::Response refund(const http::Request& request);
    void tell(const std::string& order_number, const std::string& notify_url);

    std::string secret_;
    mutable std::mutex mutex_;
    std::map<std::string, Paid> paid_;
    std::map<std::pair<std::int64_t, std::string>, std::string> refunds_;  // store and number -> order number
    Workers workers_{1};
    std::unique_ptr<http::Server> server_;
};

}  // namespace forecourt::program
