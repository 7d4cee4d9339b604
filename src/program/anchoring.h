#pragma once
#include <anchors/anchor.h>
#include <program/application.h>

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace forecourt::program {

/// Anchors the end of every store's log: when it begins, each minute or after a thousand entries while the
/// log grows, and when it ends.
class Anchoring {
  public:
    Anchoring(Application& application, const std::string& folder);
    ~Anchoring();
    /// So many entries were written.
    void notice(std::size_t entries);
    const std::string& file() const { return file_.path(); }

  private:
    void loop();
    std::vector<anchors::End> ends();

    Application& application_;
    anchors::AnchorFile file_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::size_t entries_ = 0;
    bool stopping_ = false;
    std::thread thread_;
};

/// Where the anchors of a store lie when nobody says otherwise.
std::string usual_anchor_folder(const Place& place);
/// What signs them, and what their signatures are checked with.
secrets::Signer anchor_signer(const secrets::KeyRing& keys);

/// Reads and proves a file of anchors. While people work it is read before the log is: an anchor that is
/// younger than what is seen of the log would look like a log that was cut off.
anchors::ReadAnchors anchors_in(const std::string& file, const std::string& public_key_hex);
/// Whether the log still holds each anchored entry as it was. A sentence for each that does not fit: a log
/// that was cut off, or written anew with all its hashes, is found by them.
std::vector<std::string> check_anchors(db::Connection& db, anchors::ReadAnchors read);

}  // namespace forecourt::program
