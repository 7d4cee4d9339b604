#include <mail/curl.h>

#include <new>

namespace forecourt::mail {

CurlHandle new_curl_handle() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    CurlHandle handle(started == CURLE_OK ? curl_easy_init() : nullptr);
    if (!handle) throw std::bad_alloc();
    return handle;
}

}  // namespace forecourt::mail
