#pragma once
#include <map>
#include <string>
#include <vector>

namespace forecourt::crash {

/// The columns of each table of a database.
using Columns = std::map<std::string, std::vector<std::string>>;
Columns columns_of(const std::string& file);

/// What stands in these columns: for each table its rows as text, in the order of the text. Throws db::Error
/// where the file can not be read.
using Contents = std::map<std::string, std::vector<std::string>>;
Contents contents_of(const std::string& file, const Columns& columns);
Contents contents_of(const std::string& file);

/// The statements that made the schema, and the planner's figures.
std::vector<std::string> schema_of(const std::string& file);

/// A sentence for each table that differs, but for these.
std::vector<std::string> differences(const Contents& wanted, const Contents& found,
                                     const std::vector<std::string>& but_for = {});

}  // namespace forecourt::crash
