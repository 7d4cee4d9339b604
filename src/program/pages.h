#pragma once
#include <http/http.h>

namespace forecourt::program {

/// The page's own files. Those with a hash in their name are kept by browsers for a year; every other path is
/// a place within the page and gets index.html.
http::Response page_file(const http::Request& request);

}  // namespace forecourt::program
