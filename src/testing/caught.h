#pragma once
#include <http/http.h>
#include <http/live.h>

#include <future>
#include <memory>

namespace forecourt::testing {

/// What a handler answers to a request that came over no socket.
class Caught : public http::Exchange {
  public:
    void answer(http::Response&& response) override { answer_.set_value(std::move(response)); }
    void stream(http::StreamOptions&& options) override {
        subscription_ = options.live->subscribe(options, [] {});
        answer_.set_value({});
    }
    http::Response wait() { return answer_.get_future().get(); }
    /// The stream that was opened, null when there is none.
    std::shared_ptr<http::Subscription> subscription() const { return subscription_; }

  private:
    std::promise<http::Response> answer_;
    std::shared_ptr<http::Subscription> subscription_;
};

}  // namespace forecourt::testing
