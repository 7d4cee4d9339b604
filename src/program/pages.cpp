#include <program/pages.h>

#include <assets/assets.h>
#include <secrets/bytes.h>

namespace forecourt::program {
namespace {

bool accepts(const http::Request& request, std::string_view coding) {
    return request.header("accept-encoding").find(coding) != std::string_view::npos;
}

http::Response asset_response(const assets::Asset& asset, const http::Request& request) {
    http::Response response;
    const std::string tag = "\"" + std::string(asset.hash) + "\"";
    const bool hashed = asset.path.starts_with("web/assets/");
    response.headers.push_back(
        {"Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache"});
    response.headers.push_back({"ETag", tag});
    response.headers.push_back({"Vary", "Accept-Encoding"});
    if (request.header("if-none-match") == tag) {
        response.status = 304;
        return response;
    }
    response.content_type = std::string(asset.content_type);
    response.compressible = false;
    if (!asset.brotli.empty() && accepts(request, "br")) {
        response.headers.push_back({"Content-Encoding", "br"});
        response.body = http::Body::view_of(asset.brotli, nullptr);
    } else if (!asset.gzip.empty() && accepts(request, "gzip")) {
        response.headers.push_back({"Content-Encoding", "gzip"});
        response.body = http::Body::view_of(asset.gzip, nullptr);
    } else {
        response.body = http::Body::view_of(asset.body, nullptr);
    }
    return response;
}

// Styles that the page's kit writes at run time carry this nonce; nothing else inline is let through.
http::Response index_response(const assets::Asset& index) {
    const std::string nonce = secrets::random_token(12);
    std::string body(index.body);
    constexpr std::string_view mark = "__CSP_NONCE__";
    for (auto at = body.find(mark); at != std::string::npos; at = body.find(mark, at)) {
        body.replace(at, mark.size(), nonce);
    }
    http::Response response;
    response.content_type = "text/html; charset=utf-8";
    response.headers.push_back({"Cache-Control", "no-store"});
    response.headers.push_back(
        {"Content-Security-Policy",
         "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-" + nonce +
             "'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
             "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; "
             "frame-ancestors 'none'; form-action 'self'"});
    response.body = std::move(body);
    return response;
}

http::Response no_page() {
    http::Response response;
    response.status = 404;
    response.content_type = "text/plain; charset=utf-8";
    response.body = "Not found.\n";
    return response;
}

}  // namespace

http::Response page_file(const http::Request& request) {
    if (const auto* asset = assets::find("web" + request.path); asset && request.path != "/index.html") {
        return asset_response(*asset, request);
    }
    if (request.path.starts_with("/assets/")) return no_page();
    const auto* index = assets::find("web/index.html");
    return index ? index_response(*index) : no_page();
}

}  // namespace forecourt::program
