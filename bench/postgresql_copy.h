#pragma once
#include <string>

namespace forecourt::bench {

struct PostgresCopy {
    std::string server_url;
    std::string data_folder;  // with the SQLite file that is copied table by table
    std::string kept_as;      // the database that holds the rows, made once
    std::string copy_as;      // the database to work on, made anew
};
/// Answers the address of the database to work on.
std::string copy_to_postgresql(const PostgresCopy& copy);

}  // namespace forecourt::bench
