#pragma once
#include <action/view.h>
#include <http/http.h>
#include <program/reading_guard.h>

#include <string>
#include <utility>
#include <vector>

namespace forecourt::program {

enum class ListFormat { json, csv, xlsx };

/// Takes `format` out of a query's parameters. An unknown one stays in, to be told as an unknown field.
ListFormat take_format(std::vector<std::pair<std::string, std::string>>& parameters);

/// Every row of a list with the given filters and order as a table: the same view, page after page. Nothing
/// of it leaves when its reader may not read of so many customers.
http::Response export_list(const ViewBase& view, Context& context,
                           std::vector<std::pair<std::string, std::string>> parameters, ListFormat format,
                           ReadingGuard& reading);

http::Response download_response(Download&& download);
/// What bytes of ours are: the kinds that uploads allow.
std::string sniffed_content_type(std::string_view bytes);

}  // namespace forecourt::program
