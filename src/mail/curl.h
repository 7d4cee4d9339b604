#pragma once
// Only for .cpp files that speak over the network: mail, webhooks, files in a bucket.
#include <curl/curl.h>

#include <memory>

namespace forecourt::mail {

struct CurlCloser {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using CurlHandle = std::unique_ptr<CURL, CurlCloser>;
using CurlMime = std::unique_ptr<curl_mime, CurlCloser>;

/// A list of lines as the library wants it.
class CurlLines {
  public:
    void add(const std::string& line) {
        curl_slist* longer = curl_slist_append(lines_.get(), line.c_str());
        if (longer == nullptr) throw std::bad_alloc();
        static_cast<void>(lines_.release());
        lines_.reset(longer);
    }
    curl_slist* get() const { return lines_.get(); }
    curl_slist* release() { return lines_.release(); }

  private:
    std::unique_ptr<curl_slist, CurlCloser> lines_;
};

/// Starts the library once and makes a handle. Throws std::bad_alloc.
CurlHandle new_curl_handle();

}  // namespace forecourt::mail
