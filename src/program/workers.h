#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace forecourt::program {

/// A few threads for what would keep an io thread too long: password hashes, exports, reads over the network.
/// The queue is bounded: what does not fit is answered "busy" at once instead of late.
class Workers {
  public:
    explicit Workers(int threads, std::size_t longest_queue = 512) : longest_(longest_queue) {
        for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { loop(); });
    }
    ~Workers() {
        {
            const std::lock_guard guard(mutex_);
            stopping_ = true;
        }
        wake_.notify_all();
        for (auto& thread : threads_) thread.join();
    }

    /// False when the queue is full.
    bool post(std::function<void()> work) {
        {
            const std::lock_guard guard(mutex_);
            if (stopping_ || queue_.size() >= longest_) return false;
            queue_.push_back(std::move(work));
        }
        wake_.notify_one();
        return true;
    }

  private:
    void loop() {
        for (;;) {
            std::function<void()> work;
            {
                std::unique_lock lock(mutex_);
                wake_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
                if (queue_.empty()) return;
                work = std::move(queue_.front());
                queue_.pop_front();
            }
            work();
        }
    }

    std::size_t longest_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> queue_;
    std::vector<std::thread> threads_;
    bool stopping_ = false;
};

}  // namespace forecourt::program
