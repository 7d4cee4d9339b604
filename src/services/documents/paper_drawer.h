#pragma once
#include <services/documents/paper_order.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace forecourt::documents {

/// Draws the papers that actions have ordered, on a thread of its own and outside of every transaction: reads
/// the frozen facts, draws, seals, puts the file on the disk, and only then takes a small transaction that
/// archives it. Cut short anywhere, the order is still there and is taken up again; two that draw the same
/// paper make one document.
class PaperDrawer {
  public:
    struct Settings {
        std::function<const PaperBase*(std::string_view kind)> kind_named;
        std::function<Instant()> clock;
        std::function<void(const std::function<void(db::Connection&)>&)> read;
        /// Runs the work in a transaction of this store and returns when it is on the disk; throws if it is
        /// not.
        std::function<void(Id<Store>, const std::function<void(Tx&)>&)> transaction;
        /// Told what went wrong; the paper is tried again later.
        std::function<void(const std::string&)> failed;
        Duration every = seconds(5);  // looks for what others have left undone
    };
    explicit PaperDrawer(Settings settings);
    /// Ends after the paper that is being drawn.
    ~PaperDrawer();

    /// Starts the thread.
    void start();
    /// These events have been committed: draws what they order.
    void notice(const std::vector<Event>& events);
    /// Draws every paper that waits, on the calling thread, or only those that are due; how many were drawn.
    enum class Which { all, due };
    std::size_t draw_open(Which which);

  private:
    void loop();
    bool draw(const OrderKey& key);

    Settings settings_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<OrderKey> fresh_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace forecourt::documents
